"""El orden del informe: portada; por componente, lo de su departamento y lo suyo; la firma final."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.contexto import Contexto
from ut_escritorio.dominio.faltas import Falta, faltas_del_informe
from ut_escritorio.dominio.firmantes import ocupante
from ut_escritorio.dominio.foto import FotoTrimestre
from ut_escritorio.dominio.plan import Componente, Departamento, Plan
from ut_escritorio.informe.armado.apartados import bloques_de_apartados
from ut_escritorio.informe.armado.componentes import bloques_de_componente
from ut_escritorio.informe.armado.membretes import membrete_de
from ut_escritorio.informe.armado.oficios import falta_del_oficio, seccion_de_oficio
from ut_escritorio.informe.documento import Bloque, Documento, Seccion


def armar(foto: FotoTrimestre) -> Documento:
    """El documento completo del trimestre de la foto."""
    return Documento(
        titulo=f"Informe del {foto.trimestre} – {foto.plan.programa.nombre}",
        autor=_autor(foto),
        fecha=foto.dia,
        secciones=tuple(_secciones(foto)),
        numera_paginas=foto.numera_paginas,
        faltantes=tuple(falta.texto for falta in faltas(foto)),
    )


def faltas(foto: FotoTrimestre) -> tuple[Falta, ...]:
    """Lo que al informe le falta: en sus componentes, en sus oficios y en sus firmas."""
    oficios = (falta_del_oficio(foto, d) for d in foto.plan.departamentos if _tiene_oficio(foto.plan, d))
    return (*faltas_del_informe(foto), *(falta for falta in oficios if falta), *_sin_firmante(foto))


def _autor(foto: FotoTrimestre) -> str:
    puestos = [firmante.puesto for apartado in foto.plan.portada for firmante in apartado.firmantes]
    quien = ocupante(foto.catalogo, puestos[0], foto.dia) if puestos else None
    return quien.nombre if quien else ""


def _sin_firmante(foto: FotoTrimestre) -> Iterator[Falta]:
    """Los puestos que deben firmar y no tienen a nadie el día del informe."""
    deptos = foto.plan.departamentos
    apartados = (
        *foto.plan.portada,
        *foto.plan.ultima,
        *(a for d in deptos for a in (*d.apartados, *d.al_final)),
    )
    puestos = dict.fromkeys(f.puesto for apartado in apartados for f in apartado.firmantes)
    for puesto in puestos:
        if ocupante(foto.catalogo, puesto, foto.dia) is None:
            yield Falta("", "informe", f"No hay quien firme como «{puesto}» ese día")


def _secciones(foto: FotoTrimestre) -> Iterator[Seccion]:
    membrete = membrete_de(foto)
    portada = tuple(bloques_de_apartados(foto, Contexto(foto), foto.plan.portada, nivel=1))
    if portada:
        yield Seccion("Portada", portada, membrete, "portada", "informe:portada")
    ultima = tuple(bloques_de_apartados(foto, Contexto(foto), foto.plan.ultima, nivel=1))
    componentes = foto.plan.componentes
    for componente in componentes:
        depto = foto.plan.departamento.get(componente.departamento)
        if depto and depto.oficio and _primero(foto.plan, depto) == componente:
            yield seccion_de_oficio(foto, depto, depto.oficio)
        final = ultima if componente is componentes[-1] else ()
        bloques = (*_bloques_de(foto, componente, depto), *final)
        marcador = f"Componente {componente.numero}"
        yield Seccion(marcador, bloques, membrete, origen=f"lugar:{componente.clave}")
    if ultima and not componentes:
        yield Seccion("Firmas", ultima, membrete, origen="informe:ultima")


def _bloques_de(foto: FotoTrimestre, componente: Componente, depto: Departamento | None) -> Iterator[Bloque]:
    """El componente, con la apertura de su departamento si es el primero y su cierre si es el último."""
    contexto = Contexto(foto, componente.clave)
    if depto and _primero(foto.plan, depto) == componente:
        yield from bloques_de_apartados(foto, contexto, depto.apartados, nivel=1)
    yield from bloques_de_componente(foto, componente)
    if depto and _suyos(foto.plan, depto)[-1] == componente:
        yield from bloques_de_apartados(foto, contexto, depto.al_final, nivel=1)


def _suyos(plan: Plan, depto: Departamento) -> list[Componente]:
    return [componente for componente in plan.componentes if componente.departamento == depto.clave]


def _primero(plan: Plan, depto: Departamento) -> Componente:
    return _suyos(plan, depto)[0]


def _tiene_oficio(plan: Plan, depto: Departamento) -> bool:
    return depto.oficio is not None and bool(_suyos(plan, depto))
