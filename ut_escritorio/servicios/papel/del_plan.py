"""Cómo se imprime una parte del plan, o un solo cuadro suyo, tal como está o como quedaría."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import ruta_de
from ut_escritorio.dominio.impreso.recorrido import impresos, impresos_de
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.arbol import Componente, Plan
from ut_escritorio.dominio.plan.lugares import con_nombre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.bloques import bloques_de
from ut_escritorio.informe.documento import Documento, Membrete, Seccion
from ut_escritorio.servicios.papel.hoja_suelta import HojaSuelta


def hoja_del_plan(foto: FotoTrimestre, plan: Plan, casa: str, bloque: str = "") -> HojaSuelta:
    """Lo que de ahí se imprimiría con ese plan y lo que el trimestre lleva; de un bloque, solo él.

    `casa` es la clave de un lugar, o de qué cuelga lo de la portada, la última hoja y los departamentos.
    """
    foto = replace(foto, plan=plan)
    suyo = plan.lugar.get(casa)
    if suyo is None:
        suyas = ruta_de(plan, casa)
        dichos = tuple(cada for cada in impresos(foto) if cada.entrada.ruta[: len(suyas)] == suyas)
    elif isinstance(suyo, Componente) and not bloque:
        seccion = Origen("lugar", suyo.clave)
        dichos = tuple(cada for cada in impresos(foto) if cada.entrada.seccion == seccion)
    else:
        dichos = tuple(impresos_de(foto, suyo))
    if bloque:
        dichos = tuple(cada for cada in dichos if cada.apartado and cada.apartado.clave == bloque)
    titulo = con_nombre(suyo) if suyo else "El plan"
    hojas = (Seccion(suyo.nombre if suyo else titulo, tuple(bloques_de(foto, dichos)), Membrete("")),)
    return HojaSuelta(Documento(titulo, "", foto.dia, hojas, numera_paginas=False), {}, "paradas")
