"""Los anexos hechos secciones: las fotos de cada cosa, las hojas de cada PDF, las fichas y la lista."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import con_inicial, fecha_larga
from ut_escritorio.dominio.plan.lugares import breve, donde
from ut_escritorio.dominio.trimestre.anexos import (
    LISTA,
    Anexo,
    anexos_de,
    de_que_es,
    en_orden,
    por_departamento,
)
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.bloques import firma_de
from ut_escritorio.informe.armado.fichas import datos_de_ficha
from ut_escritorio.informe.armado.membretes import membrete_de
from ut_escritorio.informe.documento import (
    Bloque,
    Celda,
    Documento,
    Figura,
    Figuras,
    Firmas,
    Parrafo,
    Seccion,
    Tabla,
    Titulo,
    Tramo,
)

_EN_LA_FICHA = 4
_DE_A_DOS = 2  # más fotos que estas van de a cuatro por hoja


def secciones_de_anexos(foto: FotoTrimestre) -> tuple[Seccion, ...]:
    """Las de cada departamento, que empiezan en su hoja, y la lista de todas las evidencias."""
    membrete, anexos = membrete_de(foto, foto.dia), foto.anexos.todos
    varios = len({foto.plan.cadena[anexo.lugar][0].departamento for anexo in anexos}) > 1
    secciones: list[Seccion] = []
    for depto, suyos in por_departamento(foto.plan, anexos):
        nombre = f"Anexos – {foto.plan.departamento[depto].nombre}" if varios else "Anexos"
        abre: tuple[Bloque, ...] = (Titulo(nombre.upper(), 1, anexos_de(depto), "centro"),)
        for _, juntos in groupby(suyos, key=lambda anexo: anexo.numero if anexo.ficha else 0):
            bloques = (*abre, *(bloque for anexo in juntos for bloque in _bloques(foto, anexo)))
            secciones.append(Seccion(nombre if abre else "", bloques, membrete, origen=anexos_de(depto)))
            abre = ()
    if foto.plan.programa.anexos.lista and foto.evidencias:
        secciones.append(Seccion("Lista de evidencias", _lista(foto), membrete, origen=LISTA))
    return tuple(secciones)


def _bloques(foto: FotoTrimestre, anexo: Anexo) -> Iterator[Bloque]:
    cual = f"ANEXO {anexo.numero} · {_de_donde(foto, anexo.lugar)}"
    yield Titulo(cual, 2, anexo.dueno, marcador=f"Anexo {anexo.numero}")
    if anexo.ficha:
        yield from _ficha(foto, anexo)
    elif anexo.es_pdf:
        yield from _hojas(foto, anexo, anexo.evidencias[0])
    else:
        yield _texto(_de_que_es(foto, anexo.dueno, anexo.lugar), anexo.dueno)
        yield _fotos(foto, anexo, 1, len(anexo.evidencias))


def _de_donde(foto: FotoTrimestre, lugar: str) -> str:
    """«1.2 paso 2 · Portal»: dónde está, con el nombre de su actividad."""
    cadena = foto.plan.cadena[lugar]
    return f"{con_inicial(donde(foto.plan, lugar))} · {breve(cadena[min(1, len(cadena) - 1)])}"


def _de_que_es(foto: FotoTrimestre, dueno: Origen, lugar: str) -> str:
    return de_que_es(foto.plan, foto.renglon.get(dueno.clave) if dueno.clase == "renglon" else None, lugar)


def _texto(texto: str, origen: Origen) -> Parrafo:
    return Parrafo((Tramo(texto),), origen, alineacion="izquierda")


def _fotos(foto: FotoTrimestre, anexo: Anexo, desde: int, hasta: int) -> Figuras:
    suyas = anexo.evidencias[desde - 1 : hasta]
    que = _de_que_es(foto, anexo.dueno, anexo.lugar)
    figuras = tuple(
        Figura(
            cada.contenido,
            f"Foto {n} de: {que} {cada.pie}".strip(),
            f"Foto {n}. {cada.pie}".strip(),
            origen=Origen("evidencia", cada.uid),
        )
        for n, cada in enumerate(suyas, desde)
    )
    return Figuras(figuras, "media" if len(suyas) <= _DE_A_DOS else "cuarto", anexo.dueno)


def _hojas(foto: FotoTrimestre, anexo: Anexo, pdf: Evidencia) -> Iterator[Bloque]:
    """Cada hoja en la suya, bajo el membrete, diciendo cuál es."""
    que = _de_que_es(foto, anexo.dueno, anexo.lugar)
    for n in range(1, pdf.hojas + 1):
        cual = f"hoja {n} de {pdf.hojas}"
        if n == 1:
            yield _texto(f"{que} {pdf.dicha}, {cual}.", anexo.dueno)
        else:
            yield Parrafo((Tramo(f"Anexo {anexo.numero}, {cual}"),), anexo.dueno, "nota", "derecha")
        alternativo = f"{con_inicial(cual)} de «{pdf.dicha}», como imagen."
        figura = Figura(pdf.contenido, alternativo, hoja=n, origen=Origen("evidencia", pdf.uid))
        yield Figuras((figura,), "hoja", anexo.dueno)


def _ficha(foto: FotoTrimestre, anexo: Anexo) -> Iterator[Bloque]:
    ficha = anexo.ficha
    assert ficha is not None, "solo se pide de un anexo que la lleva"
    renglon = foto.renglon[anexo.dueno.clave]
    yield Titulo(ficha.titulo, 3, anexo.dueno, "centro")
    filas = datos_de_ficha(foto, ficha, renglon)
    if filas:
        yield Tabla(filas, 2, 0, anexo.dueno)
    if anexo.evidencias:
        primeras = _fotos(foto, anexo, 1, _EN_LA_FICHA)
        yield Figuras(primeras.figuras, "octavo", primeras.origen)
    if ficha.rotulo:
        puesto = foto.plan.departamento[foto.plan.cadena[anexo.lugar][0].departamento].puesto
        yield Firmas((firma_de(foto.catalogo, puesto, foto.dia, ficha.rotulo),), (), anexo.dueno)
    if len(anexo.evidencias) > _EN_LA_FICHA:
        yield _fotos(foto, anexo, _EN_LA_FICHA + 1, len(anexo.evidencias))


def hoja_de_ficha(foto: FotoTrimestre, ficha: Anexo, hoy: date) -> Documento:
    """La ficha de una sesión en su propia hoja, como iría en los anexos."""
    assert ficha.ficha is not None, "solo se pide de un renglón que la lleva"
    fecha = foto.renglon[ficha.dueno.clave].fecha
    titulo = f"{ficha.ficha.titulo.capitalize()}{f' del {fecha_larga(fecha)}' if fecha else ''}"
    seccion = Seccion("", tuple(_ficha(foto, ficha)), membrete_de(foto, foto.dia), origen=ficha.dueno)
    return Documento(titulo, "", hoy, (seccion,), numera_paginas=False)


def _lista(foto: FotoTrimestre) -> tuple[Bloque, ...]:
    """Todas las evidencias, también las que no salen: por su nombre."""
    numeros = foto.anexos.numero_de
    cabeza = tuple(Celda(rotulo, "columna") for rotulo in ("Anexo", "De qué es", "Qué es", "Hojas"))
    filas = (
        _fila(foto, lugar, dueno, evidencia, numeros.get(evidencia.contenido) if evidencia.sale else None)
        for lugar, dueno, _ in en_orden(foto.plan, foto.anotado_en, foto.sin_actividad)
        for evidencia in foto.evidencias.get(dueno, ())
    )
    return (
        Titulo("LISTA DE EVIDENCIAS", 1, LISTA, "centro"),
        Tabla((cabeza, *filas), len(cabeza), 1, LISTA),
    )


def _fila(
    foto: FotoTrimestre, lugar: str, dueno: Origen, evidencia: Evidencia, numero: int | None
) -> tuple[Celda, ...]:
    de_que = f"{con_inicial(donde(foto.plan, lugar))}. {_de_que_es(foto, dueno, lugar)}"
    datos: Iterable[tuple[str, bool]] = (
        (str(numero) if numero else "–", False), (de_que, True), (evidencia.dicha, True),
        (str(evidencia.hojas or "–"), False),
    )  # fmt: skip
    return tuple(Celda(dato, alineacion="izquierda" if largo else "centro") for dato, largo in datos)
