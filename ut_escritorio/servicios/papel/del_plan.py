"""Cómo se imprime un lugar del plan, o un solo cuadro suyo, tal como está o como quedaría."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.impreso.recorrido import impresos, impresos_de
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.arbol import Componente, Plan
from ut_escritorio.dominio.plan.lugares import con_nombre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.bloques import bloques_de
from ut_escritorio.informe.documento import Documento, Membrete, Seccion
from ut_escritorio.servicios.papel.hoja_suelta import HojaSuelta


def hoja_del_plan(foto: FotoTrimestre, plan: Plan, lugar: str, bloque: str = "") -> HojaSuelta:
    """Lo que de ese lugar se imprimiría con ese plan y lo que el trimestre lleva; de un bloque, solo él."""
    foto = replace(foto, plan=plan)
    suyo = plan.lugar[lugar]
    if isinstance(suyo, Componente) and not bloque:
        seccion = Origen("lugar", suyo.clave)
        dichos = tuple(cada for cada in impresos(foto) if cada.entrada.seccion == seccion)
    else:
        dichos = tuple(impresos_de(foto, suyo))
    if bloque:
        dichos = tuple(cada for cada in dichos if cada.apartado and cada.apartado.clave == bloque)
    hojas = (Seccion(suyo.nombre, tuple(bloques_de(foto, dichos)), Membrete("")),)
    return HojaSuelta(Documento(con_nombre(suyo), "", foto.dia, hojas, numera_paginas=False), {}, "paradas")
