"""La serie de los números de oficio: cómo se completa el que ella escribe, y si ya se usó."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.identidad import se_contradicen
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Folio, Parte, Renglon, Sentido, leer_folio
from ut_escritorio.dominio.trimestre.series import NINGUNO, Tomados
from ut_escritorio.errores import ValorInvalido

V = TypeVar("V")
R = TypeVar("R", str, int)
_SERIE = re.compile(r"(.*?)(0+)")
_NUMERO = re.compile(
    r"(?:oficio )?(?:n[uú]m(?:ero)?\.? ?|n[o°º]\.? ?|# ?)?([0-9]{1,6})((?:[ -]?(?:bis|ter|[a-z]))?)\.?",
    re.IGNORECASE,
)
_ENTRE = re.compile(r"[,;\n]|(?<=\w) [ye] (?=\S*[0-9])", re.IGNORECASE)
_DEL_AL = re.compile(r"(?:del? )?([0-9]{1,6}) (?:al?|hasta) (?:el )?([0-9]{1,6})", re.IGNORECASE)
_DUDOSO = re.compile(r"([0-9]{1,6}) ?[-–] ?([0-9]{1,6})")
_TRAMO = 100
SI_ES_UNO = "Si es uno solo, escríbalo con su serie y su año."
_CERO = "«{}» no es de ningún oficio: la cuenta empieza en 1."


@congelado
class Tramo:
    """Un «645-650» o un «645 al 650» como se escribió, que puede ser un número o los de `uno` a `otro`."""

    escrito: str
    uno: int
    otro: int

    @property
    def cuantos(self) -> int:
        """Cuántos números serían."""
        return self.otro - self.uno + 1

    @property
    def cabe(self) -> bool:
        """Si se pueden anotar de una vez."""
        return self.cuantos <= _TRAMO

    @property
    def varios(self) -> str:
        """Escrito de modo que son todos: cada uno con su coma."""
        return ", ".join(map(str, range(self.uno, self.otro + 1)))


@congelado
class Serie:
    """Una serie de números en un año.

    `antes` es lo que va antes del número («UT/»); `ancho`, con cuántos dígitos se escribe; `siguiente`,
    el primero después de los ya usados, o 0 si no se sabe por cuál va.
    """

    antes: str
    ancho: int
    anio: int
    siguiente: int

    def uno_solo(self, escrito: str) -> str:
        """El folio de lo que parece un tramo y es un solo número: «UT/645-650/2031»."""
        return f"{self.antes}{escrito}/{self.anio}"

    def folio(self, escrito: str) -> str:
        """El folio entero de un número: «645» o «núm. 645» es «UT/0645/2031»; «645 bis», «UT/0645 bis/2031».

        Lo demás queda como se escribió.
        """
        partes = _NUMERO.fullmatch(limpio(escrito))
        if partes is None:
            return limpio(escrito)
        return f"{self.antes}{int(partes[1]):0{self.ancho}d}{partes[2]}/{self.anio}"


def primera_serie(escrita: str, anio: int) -> Serie | None:
    """La serie de un plan («CA/0000»), sin números usados; None si no acaba en ceros."""
    partes = _SERIE.fullmatch(escrita)
    return Serie(partes[1], len(partes[2]), anio, 1) if partes else None


def serie_de(
    renglones: Iterable[Renglon],
    medio: str,
    sentido: Sentido,
    anio: int,
    del_plan: str = "",
    tomados: Tomados = NINGUNO,
) -> Serie | None:
    """La serie que más se usa en un medio y sentido o, si ningún número suyo se deja leer, la del plan.

    Manda lo de ese año, si ya hay. Del ancho, el que más se repite en ella. Los números que se reciben son
    de otros: no tienen serie. El que sigue va después de todos, también de los `tomados` que no están en
    ningún renglón: los de remisión y los que solo van en el libro.
    """
    if sentido == "recibido":
        return None
    del_medio = [r for r in renglones if (r.medio, r.sentido) == (medio, sentido)]
    return serie_de_folios(_leidos(del_medio), anio, del_plan, tomados)


def serie_de_folios(
    folios: Iterable[Folio], anio: int, del_plan: str, tomados: Tomados = NINGUNO
) -> Serie | None:
    """La serie que más se usa en esos folios, que son de un mismo medio; lo demás, como `serie_de`.

    Entre dos series que se usan lo mismo, la del número mayor; entre dos anchos, el mayor. Nada depende de en
    qué orden se leyeron.
    """
    leidos = [folio for folio in folios if folio.numero is not None]
    if not leidos:
        primera = primera_serie(del_plan, anio)
        return primera and _con_el_que_sigue(primera, tomados, ())
    de_ese = [folio for folio in leidos if folio.anio == anio]
    usual = _lo_mas_usado(de_ese or leidos, lambda folio: folio.en_serie, lambda folio: folio.numero or 0)
    suyos = [folio for folio in leidos if folio.en_serie == usual]
    prefijo = _lo_mas_usado(suyos, lambda folio: folio.serie or "")
    ancho = _lo_mas_usado(suyos, lambda folio: folio.ancho)
    usados = [folio.numero for folio in suyos if folio.anio == anio and folio.numero is not None]
    serie = Serie(f"{prefijo}/" if prefijo else "", ancho, anio, 1)
    return _con_el_que_sigue(serie, tomados, usados)


def _con_el_que_sigue(serie: Serie, tomados: Tomados, usados: Iterable[int]) -> Serie:
    de_ella = tomados.de(serie.antes.removesuffix("/"), serie.anio).con(usados)
    return replace(serie, siguiente=de_ella.siguiente)


def _leidos(renglones: Iterable[Renglon]) -> Iterator[Folio]:
    return (leer_folio(cita.folio.strip()) for renglon in renglones for cita in renglon.citas)


def _lo_mas_usado(
    folios: Sequence[Folio], rasgo: Callable[[Folio], R], peso: Callable[[Folio], int] = lambda _: 0
) -> R:
    """El rasgo que más folios llevan; entre los que empatan, el de más peso o, si no, el mayor."""
    de: dict[R, tuple[int, int]] = {}
    for folio in folios:
        cual = rasgo(folio)
        veces, suyo = de.get(cual, (0, 0))
        de[cual] = veces + 1, max(suyo, peso(folio))
    return max(de, key=lambda cual: (de[cual], cual))


def la_usual(veces: Counter[V], basta: Callable[[int, int], bool] = lambda _, __: True) -> V | None:
    """La que más se repite, si las veces que lo hace, de todas, bastan."""
    return next((cual for cual, n in veces.most_common(1) if basta(n, veces.total())), None)


def partir(escrito: str) -> list[str]:
    """Los números escritos, que se separan con coma, punto y coma o «y»; «645 al 650» se lee como seis."""
    return [numero for pedazo in _pedazos(escrito) for numero in _los_del_tramo(pedazo)]


def _pedazos(escrito: str) -> list[str]:
    return [pedazo for pedazo in map(limpio, _ENTRE.split(escrito)) if pedazo]


def _los_del_tramo(pedazo: str) -> list[str]:
    partes = _DEL_AL.fullmatch(pedazo)
    cuales = range(int(partes[1]), int(partes[2]) + 1) if partes else range(0)
    return [str(numero) for numero in cuales] if 1 < len(cuales) <= _TRAMO else [pedazo]


def revisar_que_no_sea_cero(folios: Iterable[str]) -> None:
    """ValorInvalido si alguno, entero o como ella lo teclea, es el número 0: la cuenta empieza en 1."""
    if cero := next((folio for folio in folios if _es_cero(folio)), ""):
        raise ValorInvalido(_CERO.format(cero[:40]))


def _es_cero(folio: str) -> bool:
    partes = _NUMERO.fullmatch(limpio(folio))
    return (int(partes[1]) if partes else leer_folio(folio).numero) == 0


def por_aclarar(escrito: str) -> str:
    """Por qué no se toman así unos números: «645-650» puede ser uno o seis, y hay que preguntar. O vacío."""
    if cero := next((pedazo for pedazo in partir(escrito) if _es_cero(pedazo)), ""):
        return _CERO.format(cero[:40])
    tramo = tramo_dudoso(escrito)
    if tramo is None:
        return ""
    if not tramo.cabe:
        return (
            f"«{tramo.escrito}» serían {tramo.cuantos:,} oficios y de una vez se anotan hasta {_TRAMO}: "
            f"escríbalos por partes. {SI_ES_UNO}"
        )
    return f"«{tramo.escrito}»: falta decir si son {tramo.cuantos} oficios o uno solo; Enter lo pregunta."


def tramo_dudoso(escrito: str) -> Tramo | None:
    """El primero de los números escritos que puede ser uno o varios; None si todos están claros."""
    for pedazo in _pedazos(escrito):
        partes = _DUDOSO.fullmatch(pedazo) or _DEL_AL.fullmatch(pedazo)
        if partes and int(partes[1]) < int(partes[2]):
            return Tramo(pedazo, int(partes[1]), int(partes[2]))
    return None


def que_quedan_lejos(folios: Iterable[str], serie: Serie | None, tomados: Tomados) -> list[str]:
    """De esos folios, los de la serie muy por encima de los que ya se tomaron; el mayor, al final."""
    if serie is None:
        return []
    prefijo = serie.antes.removesuffix("/")
    de_ella = tomados.de(prefijo, serie.anio)
    leidos = [folio for folio in map(leer_folio, folios) if folio.anio == serie.anio]
    suyos = [folio for folio in leidos if folio.en_serie == prefijo.upper() and folio.numero is not None]
    suyos.sort(key=lambda folio: folio.numero or 0)
    return [folio.texto for folio in suyos if de_ella.queda_lejos(folio.numero or 0)]


def llave_de(folio: str) -> tuple[object, ...]:
    """Lo que hace de dos escrituras el mismo oficio."""
    return leer_folio(folio).llave


def ya_usados(
    foto: FotoTrimestre,
    folios: Iterable[str],
    sentido: Sentido,
    menos: str = "",
    de_quien: tuple[Parte, ...] = (),
) -> Iterator[tuple[str, str]]:
    """De esos folios, los que ya están en el año: cada uno con el lugar donde está.

    El lugar va vacío si es el oficio con que se entrega un informe. No mira el renglón `menos`, ni los de
    otro sentido: el mismo número puede ser de quien manda y de quien recibe. Ni el recibido que viene de otra
    área que `de_quien`.
    """
    escritos = {llave_de(folio): folio for folio in folios if not leer_folio(folio).sin_numero}
    for otro in (r for renglones in foto.renglones_del_ejercicio.values() for r in renglones):
        if otro.uid == menos or otro.sentido != sentido:
            continue
        if sentido == "recibido" and se_contradicen(otro.partes_como("emisor"), de_quien):
            continue
        for cita in otro.citas:
            if folio := escritos.get(llave_de(cita.folio)):
                yield folio, otro.lugar
    if sentido == "enviado":
        for oficio in foto.remisiones.values():
            if oficio.folio and (folio := escritos.get(llave_de(oficio.folio))):
                yield folio, ""
