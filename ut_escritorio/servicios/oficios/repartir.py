"""Repartir un escaneo de muchos acuses entre sus oficios: cada quien sus hojas, de una sola vez."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path

from ut_escritorio.datos.filas import evidencias as filas
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.imagenes.reparo import NoSirve
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.reparto import Parte, juntas
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.evidencias import Preparada, Trozo, los_que_se_adelantan
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.evidencias import al_pedirlo
from ut_escritorio.servicios.evidencias.hojas import PintarHoja
from ut_escritorio.servicios.evidencias.preparar import de_rutas, preparar
from ut_escritorio.servicios.oficios.anotar import poner_acuse

Avance = Callable[[int, int], None]
Cancelado = Callable[[], bool]
_LAS_MAS = 12
"""Un acuse de más hojas que estas no se busca entre las de otro escaneo."""


@congelado
class Escaneo:
    """Un escaneo ya leído: su nombre, sus bytes, cuántas hojas trae y cuáles están en blanco."""

    nombre: str
    octetos: bytes
    hojas: int
    en_blanco: frozenset[int]


def leer_escaneo(ruta: Path, pintar: PintarHoja, avance: Avance, cancelado: Cancelado) -> Escaneo:
    """Lo lee y mira cada hoja; ErrorEsperado, con la razón, si no se puede repartir."""
    lote = preparar(de_rutas((ruta,)), lambda hecho, total: None, cancelado)
    if lote.rechazos:
        raise ErrorEsperado(str(lote.rechazos[0]))
    leido = lote.listas[0] if lote.listas else None
    if leido is None or leido.clase != "pdf" or not leido.hojas:
        raise ErrorEsperado(f"«{ruta.name}» no es un PDF que se deje abrir. Escanéelos juntos en uno.")
    en_blanco: set[int] = set()
    for hoja in range(1, leido.hojas + 1):
        if cancelado():
            break
        pintada = pintar(leido.octetos, hoja)
        if al_pedirlo.fotos().esta_en_blanco(pintada.ancho, pintada.alto, pintada.octetos):
            en_blanco.add(hoja)
        avance(hoja, leido.hojas)
    return Escaneo(leido.nombre, leido.octetos, leido.hojas, frozenset(en_blanco))


def maneras_de_juntar(exp: Expediente) -> frozenset[int]:
    """De a cuántas hojas son los acuses que ya hay: así pudo repartirse antes el mismo escaneo."""
    with exp.base.lectura():
        return filas.hojas_de_acuses(exp.base)


def huellas_de(escaneo: Escaneo, maneras: Iterable[int]) -> dict[str, tuple[int, ...]]:
    """Con qué se reconocen las hojas juntas de cada manera; ninguna si no se deja partir, que se dirá luego.

    De lo más junto a lo más suelto; los escaneos largos solo se prueban de a pocas.
    """
    juntadas = [
        partes
        for de_cuantas in sorted(maneras, reverse=True)
        if de_cuantas <= _LAS_MAS
        for partes in juntas(escaneo.hojas, de_cuantas, escaneo.en_blanco)
    ]
    todas = tuple(dict.fromkeys(juntadas))
    try:
        pdfs = al_pedirlo.hojas().partir(escaneo.octetos, todas)
    except NoSirve:
        return {}
    return {_huella(pdf): hojas for pdf, hojas in zip(pdfs, todas, strict=True)}


def ya_guardadas(exp: Expediente, huellas: Mapping[str, tuple[int, ...]]) -> dict[int, str]:
    """De qué oficio (su número) es ya acuse cada hoja."""
    with exp.base.lectura():
        folios = filas.oficios_con(exp.base, huellas.keys())
    return {hoja: folio for huella, folio in folios.items() for hoja in huellas[huella]}


def partir(escaneo: Escaneo, partes: Sequence[Parte]) -> tuple[tuple[str, Preparada], ...]:
    """Las hojas de cada oficio (su uid), en un PDF suyo; no toca el archivo, así que puede hacerse aparte."""
    con_dueno = [(parte.de.oficio.uid, parte.hojas) for parte in partes if parte.de is not None]
    try:
        pdfs = al_pedirlo.hojas().partir(escaneo.octetos, [hojas for _, hojas in con_dueno])
    except NoSirve as reparo:
        raise ErrorEsperado(f"«{escaneo.nombre}»: {reparo}") from reparo
    return tuple(
        (uid, _preparada(escaneo, hojas, pdf)) for (uid, hojas), pdf in zip(con_dueno, pdfs, strict=True)
    )


def _preparada(escaneo: Escaneo, hojas: tuple[int, ...], pdf: bytes) -> Preparada:
    huella = _huella(pdf)
    return Preparada(pdf, huella, escaneo.nombre, "pdf", "Acuse", hojas=len(hojas), contenido=huella)


def _huella(pdf: bytes) -> str:
    return hashlib.sha256(pdf).hexdigest()


def trozos_de_acuses(acuses: Iterable[tuple[str, Preparada]]) -> tuple[Trozo, ...]:
    """Lo que conviene adelantar para que, al guardarlos todos juntos, el archivo no se detenga."""
    return los_que_se_adelantan({acuse.contenido: acuse.octetos for _, acuse in acuses})


def guardar_acuses(
    exp: Expediente, trimestre: Trimestre, acuses: Sequence[tuple[str, Preparada]], dia: date
) -> Cambios:
    """Adjunta a cada oficio sus hojas y anota su acuse; todo es una acción, y se deshace junto."""

    def guardar(legajo: Legajo) -> None:
        for uid, acuse in acuses:
            filas.agregar(legajo, Origen("libro", uid), (acuse,))
            poner_acuse(legajo, uid, dia)

    nombre = "Guardar un acuse" if len(acuses) == 1 else f"Guardar {len(acuses)} acuses"
    return exp.hacer(trimestre, nombre, guardar)
