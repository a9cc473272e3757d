"""El orden del informe: portada; por componente, lo de su departamento y lo suyo; la firma final."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ut_escritorio.dominio.oficina.firmantes import ocupante
from ut_escritorio.dominio.plan.arbol import Componente, Departamento
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.apartados import bloques_de_apartados
from ut_escritorio.informe.armado.componentes import bloques_de_componente
from ut_escritorio.informe.armado.membretes import membrete_de
from ut_escritorio.informe.armado.oficios import seccion_de_oficio
from ut_escritorio.informe.documento import Bloque, Documento, Membrete, Seccion


def armar(foto: FotoTrimestre, por_corregir: tuple[str, ...] = ()) -> Documento:
    """El documento completo del trimestre de la foto; `por_corregir`, lo que halló quien lo revisó."""
    return Documento(
        titulo=f"Informe del {foto.trimestre} – {foto.plan.programa.nombre}",
        autor=_autor(foto),
        fecha=foto.dia,
        secciones=tuple(_secciones(foto)),
        numera_paginas=foto.numera_paginas,
        por_corregir=por_corregir,
    )


def _autor(foto: FotoTrimestre) -> str:
    puestos = [firmante.puesto for apartado in foto.plan.portada for firmante in apartado.firmantes]
    quien = ocupante(foto.catalogo, puestos[0], foto.dia) if puestos else None
    return quien.nombre if quien else ""


def _secciones(foto: FotoTrimestre) -> Iterator[Seccion]:
    membrete = membrete_de(foto)
    portada = tuple(bloques_de_apartados(foto, "", foto.plan.portada, nivel=1))
    if portada:
        yield Seccion("Portada", portada, membrete, "portada", "informe:portada")
    cuerpo = [seccion for c in foto.plan.componentes for seccion in _de_componente(foto, c, membrete)]
    ultima = tuple(bloques_de_apartados(foto, "", foto.plan.ultima, nivel=1))
    yield from _con_ultima(cuerpo, ultima, membrete)


def _de_componente(foto: FotoTrimestre, componente: Componente, membrete: Membrete) -> Iterator[Seccion]:
    """El componente en su sección, tras el oficio de su departamento si es el primero que es suyo."""
    depto = foto.plan.departamento.get(componente.departamento)
    if depto and depto.oficio and foto.plan.componentes_de(depto.clave)[0] == componente:
        yield seccion_de_oficio(foto, depto, depto.oficio)
    bloques = tuple(_bloques_de(foto, componente, depto))
    if bloques:
        marcador = f"Componente {componente.numero}"
        yield Seccion(marcador, bloques, membrete, origen=f"lugar:{componente.clave}")


def _bloques_de(foto: FotoTrimestre, componente: Componente, depto: Departamento | None) -> Iterator[Bloque]:
    """El componente, con la apertura de su departamento si es el primero y su cierre si es el último."""
    suyos = foto.plan.componentes_de(componente.departamento)
    if depto and suyos[0] == componente:
        yield from bloques_de_apartados(foto, componente.clave, depto.apartados, nivel=1)
    yield from bloques_de_componente(foto, componente)
    if depto and suyos[-1] == componente:
        yield from bloques_de_apartados(foto, componente.clave, depto.al_final, nivel=1)


def _con_ultima(secciones: list[Seccion], ultima: tuple[Bloque, ...], membrete: Membrete) -> list[Seccion]:
    """La firma final sigue al último componente, sin cambiar de página; si no lo hay, va en la suya."""
    if not ultima:
        return secciones
    if secciones and secciones[-1].disposicion == "corrida":
        *previas, postrera = secciones
        return [*previas, replace(postrera, bloques=(*postrera.bloques, *ultima))]
    return [*secciones, Seccion("Firmas", ultima, membrete, origen="informe:ultima")]
