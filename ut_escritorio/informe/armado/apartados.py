"""Cada apartado del plan hecho bloques: títulos, párrafos, cuadros, renglones, cierres y firmas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ut_escritorio.dominio.impreso.relatos import Relato, parrafos_de, relato_de_apartado
from ut_escritorio.dominio.impreso.textos import HUECO
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficina.firmantes import Ocupante, ocupante
from ut_escritorio.dominio.plan.arbol import Apartado, Estilo
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.cuadros import tabla_de
from ut_escritorio.informe.documento import Bloque, Firma, Firmas, Parrafo, Titulo, Tramo

NIVEL_MAXIMO = 4
_LLANO = Estilo()


def bloques_de_apartados(
    foto: FotoTrimestre,
    lugar: str,
    apartados: Iterable[Apartado],
    nivel: int,
    estilo: Estilo = _LLANO,
) -> Iterator[Bloque]:
    """Los bloques de unos apartados; `nivel` es el de sus títulos (los subtítulos van uno abajo).

    `lugar` es la clave del lugar del que hablan, o vacía si hablan de todo el informe.
    """
    for apartado in apartados:
        yield from _bloques(foto, lugar, apartado, nivel, estilo)


def _bloques(
    foto: FotoTrimestre, lugar: str, apartado: Apartado, nivel: int, estilo: Estilo
) -> Iterator[Bloque]:
    match apartado.clase:
        case "cuadro":
            yield tabla_de(dibujar(foto.plan.cuadro[apartado.cuadro], foto))
        case "renglones":
            relatos = parrafos_de(foto, lugar)
            yield from (_parrafo(relato, estilo.vineta) for relato in relatos if relato.texto.strip())
        case _:
            relato = relato_de_apartado(foto, lugar, apartado)
            if relato and apartado.clase == "firmas":
                yield _firmas(foto, apartado, relato)
            elif relato and relato.texto.strip():
                yield _de_texto(relato, apartado, nivel, estilo)


def _de_texto(relato: Relato, apartado: Apartado, nivel: int, estilo: Estilo) -> Bloque:
    if apartado.clase in ("parrafo", "cierre"):
        return _parrafo(relato, "")
    abajo = apartado.clase == "subtitulo"
    alineacion = "centro" if nivel == 1 or estilo.centrado else "izquierda"
    return Titulo(relato.texto, min(nivel + abajo, NIVEL_MAXIMO), relato.origen, alineacion)


def _parrafo(relato: Relato, vineta: str) -> Parrafo:
    return Parrafo((Tramo(relato.texto),), relato.origen, vineta=vineta if relato.vineta else "")


def _firmas(foto: FotoTrimestre, apartado: Apartado, despedida: Relato) -> Firmas:
    """El bloque de firmas; con renglones de despedida se firma en mayúsculas, como un oficio."""
    antes = tuple(renglon for renglon in despedida.texto.split("\n") if renglon)
    firmas = tuple(
        firma_de(foto.catalogo, firmante.puesto, foto.dia, firmante.rotulo, mayusculas=bool(antes))
        for firmante in apartado.firmantes
    )
    return Firmas(firmas, antes, despedida.origen)


def firma_de(
    catalogo: Catalogo, puesto: str, dia: date, rotulo: str = "", *, mayusculas: bool = False
) -> Firma:
    """La firma de quien ocupa un puesto; con raya en vez de nombre si no hay nadie."""
    quien = ocupante(catalogo, puesto, dia) or Ocupante(HUECO, HUECO)
    if mayusculas:
        quien = quien.en_mayusculas
    return Firma(quien.nombre, quien.cargo, rotulo)
