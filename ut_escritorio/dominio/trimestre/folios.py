"""La serie de los números de oficio: cómo se completa el que ella escribe, y si ya se usó."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Registro, Sentido, leer_folio

_ANCHO = re.compile(r"(\d+)/\d+$")
_SERIE = re.compile(r"(.*?)(0+)")


@congelado
class Serie:
    """Una serie de números en un año.

    `antes` es lo que va antes del número («UT/»); `ancho`, con cuántos dígitos se escribe; `siguiente`,
    el primero después de los ya usados.
    """

    antes: str
    ancho: int
    anio: int
    siguiente: int

    def folio(self, escrito: str) -> str:
        """El folio entero de un número: «645» es «UT/0645/2031»; lo demás queda como se escribió."""
        limpio = escrito.strip()
        if not (limpio.isascii() and limpio.isdigit()):
            return limpio
        return f"{self.antes}{int(limpio):0{self.ancho}d}/{self.anio}"


def primera_serie(escrita: str, anio: int) -> Serie | None:
    """La serie de un plan («CA/0000»), sin números usados; None si no acaba en ceros."""
    partes = _SERIE.fullmatch(escrita)
    return Serie(partes[1], len(partes[2]), anio, 1) if partes else None


def serie_de(
    registros: Iterable[Registro], medio: str, sentido: Sentido, anio: int, del_plan: str = ""
) -> Serie | None:
    """La serie que más se usa en un medio y sentido o, si ningún número suyo se deja leer, la del plan.

    Del ancho, el que más se repite en ella. Los números que se reciben son de otros: no tienen serie.
    """
    del_medio = [r for r in registros if (r.medio, r.sentido) == (medio, sentido)]
    textos = [cita.folio.strip() for registro in del_medio for cita in registro.citas]
    leidos = [folio for folio in map(leer_folio, textos) if folio.numero is not None]
    if sentido == "recibido":
        return None
    if not leidos:
        return primera_serie(del_plan, anio)
    ((prefijo, _),) = Counter(folio.serie or "" for folio in leidos).most_common(1)
    suyos = [folio for folio in leidos if (folio.serie or "") == prefijo]
    ((ancho, _),) = Counter(_ancho(folio.texto) for folio in suyos).most_common(1)
    usados = [folio.numero or 0 for folio in suyos if folio.anio == anio]
    return Serie(f"{prefijo}/" if prefijo else "", ancho, anio, max(usados, default=0) + 1)


def _ancho(folio: str) -> int:
    partes = _ANCHO.search(folio)
    return len(partes[1]) if partes else 1


def partir(escrito: str) -> list[str]:
    """Los números escritos, que se separan con coma o punto y coma."""
    return [numero.strip() for numero in re.split(r"[,;\n]", escrito) if numero.strip()]


def llave_de(folio: str) -> tuple[object, ...]:
    """Lo que hace de dos escrituras el mismo folio, aunque cambien mayúsculas o ceros."""
    leido = leer_folio(folio)
    if leido.numero is None:
        return (folio.strip().upper(),)
    return ((leido.serie or "").upper(), leido.numero, leido.anio)


def ya_usados(
    foto: FotoTrimestre, folios: Iterable[str], sentido: Sentido, menos: str = ""
) -> Iterator[tuple[str, str]]:
    """De esos folios, los que ya están en el año: cada uno con el lugar donde está.

    El lugar va vacío si es el oficio con que se entrega un informe. No mira el renglón `menos`, ni los de
    otro sentido: el mismo número puede ser de quien manda y de quien recibe.
    """
    escritos = {llave_de(folio): folio for folio in folios}
    for otro in (r for registros in foto.registros_del_ejercicio.values() for r in registros):
        if otro.uid == menos or otro.sentido != sentido:
            continue
        for cita in otro.citas:
            if folio := escritos.get(llave_de(cita.folio)):
                yield folio, otro.lugar
    if sentido == "enviado":
        for oficio in foto.oficios.values():
            if oficio.folio and (folio := escritos.get(llave_de(oficio.folio))):
                yield folio, ""
