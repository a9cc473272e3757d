"""Lo que la revisión señala, repartido: en cada celda, dato, bloque, lugar y componente; sin nada de Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.trimestre.conteos import Casilla

if TYPE_CHECKING:
    from ut_escritorio.dominio.numeros.sitios import Sitio
    from ut_escritorio.dominio.plan.arbol import Plan
    from ut_escritorio.revision import Hallazgo, LoQueFalta

Gravedad = Literal["corregir", "revisar"]
SIGNOS: dict[Gravedad, tuple[str, str]] = {"corregir": ("error", "error"), "revisar": ("falta", "atencion")}
"""El icono y la tinta de cada gravedad."""


COMO_SE_DICE: dict[Gravedad, str] = {"corregir": "Hay que corregir", "revisar": "Conviene revisar"}


@congelado
class Senal:
    """Lo que se dice en un punto: las frases de lo que hay que corregir y de lo que conviene revisar."""

    por_corregir: tuple[str, ...] = ()
    por_revisar: tuple[str, ...] = ()

    @property
    def gravedad(self) -> Gravedad:
        """La de lo más grave que tiene."""
        return "corregir" if self.por_corregir else "revisar"

    @property
    def partes(self) -> tuple[tuple[Gravedad, str], ...]:
        """Por gravedad: «Hay que corregir: …» y «Conviene revisar: …», lo que haya."""
        partes: tuple[tuple[Gravedad, tuple[str, ...]], ...] = (
            ("corregir", self.por_corregir),
            ("revisar", self.por_revisar),
        )
        return tuple((g, f"{COMO_SE_DICE[g]}: {chr(10).join(frases)}") for g, frases in partes if frases)

    @property
    def texto(self) -> str:
        """Todo lo que se dice, un renglón por frase."""
        return "\n".join(dicho for _, dicho in self.partes)


class Senales:
    """Los hallazgos de un trimestre y dónde toca decir cada uno; lo dejado así no se señala.

    `acabado`: el trimestre ya terminó; mientras no, nada puede darse por listo. `todavia_no`: lo que aún no
    toca, que ni se cuenta ni se señala. `para_entregar`: lo que le falta a cada parte de lo que se entrega.
    `callado`: el origen de lo que ella apenas está llenando, de lo que aún no se dice nada. `firmado`: ya no
    se corrige; lo que se halló se lee en `asi_se_firmo`, y ni se cuenta ni se señala.
    """

    def __init__(
        self,
        plan: Plan | None,
        hallazgos: Iterable[Hallazgo],
        *,
        acabado: bool = True,
        todavia_no: tuple[Hallazgo, ...] = (),
        para_entregar: tuple[LoQueFalta, ...] = (),
        callado: str = "",
        firmado: bool = False,
    ) -> None:
        self._plan, self._callado, self.firmado = plan, callado, firmado
        self.hallazgos = tuple(h for h in hallazgos if not callado or _de_otros(h, callado))
        hallados = [h for h in self.hallazgos if not h.motivo]
        self.asi_se_firmo = tuple(hallados) if firmado else ()
        vivos = [] if firmado else hallados
        self.por_corregir = tuple(h for h in vivos if h.gravedad == "corregir")
        self.por_revisar = tuple(h for h in vivos if h.gravedad == "revisar")
        self.dejados = tuple(h for h in self.hallazgos if h.motivo)
        self.acabado, self.todavia_no, self.para_entregar = acabado, todavia_no, para_entregar
        a_la_vista = [h for h in vivos if not _solo_se_recuerda(h)]
        self._por_lugar = _reunidos(vivos, lambda sitio: _lugares(plan, sitio))
        self._por_casilla = _reunidos(a_la_vista, lambda sitio: (sitio.casilla,) if sitio.casilla else ())
        self._por_origen = _reunidos(a_la_vista, lambda sitio: () if sitio.casilla else (sitio.origen,))
        self._por_dato = _reunidos(a_la_vista, _datos)

    def sin(self, origen: str) -> Senales:
        """Las mismas, callado lo que es solo de ese origen."""
        return Senales(
            self._plan,
            self.hallazgos,
            acabado=self.acabado,
            todavia_no=self.todavia_no,
            para_entregar=self.para_entregar,
            callado=origen,
            firmado=self.firmado,
        )

    def de_lugar(self, clave: str) -> Senal | None:
        """Lo de un lugar y los que contiene."""
        return _senal(self._por_lugar.get(clave, ()))

    def de_casilla(self, casilla: Casilla | None) -> Senal | None:
        """Lo de una celda."""
        return _senal(self._por_casilla.get(casilla, ())) if casilla else None

    def de_origen(self, origen: str) -> Senal | None:
        """Lo de un renglón, un texto, un valor o un oficio."""
        return _senal(self._por_origen.get(origen, ())) if origen != self._callado else None

    def de_dato(self, de: str, campo: str) -> Senal | None:
        """Lo de un dato de un renglón u oficio (por su origen), o de un lugar (por su clave)."""
        return _senal(self._por_dato.get((de, campo), ())) if de != self._callado else None

    def cuantas(self, lugar: str) -> int:
        """Cuántas cosas hay por corregir en un lugar y los que contiene."""
        return self._cuantos(lugar, "corregir")

    def por_ver(self, lugar: str) -> int:
        """Cuántas cosas conviene ver en un lugar y los que contiene."""
        return self._cuantos(lugar, "revisar")

    def _cuantos(self, lugar: str, gravedad: Gravedad) -> int:
        return len({id(h) for h, _ in self._por_lugar.get(lugar, ()) if h.gravedad == gravedad})


Dichos = tuple[tuple["Hallazgo", str], ...]


def _de_otros(hallazgo: Hallazgo, origen: str) -> bool:
    """Si lo que señala no es solo de ese origen."""
    return any(sitio.origen != origen for sitio in hallazgo.sitios)


def _solo_se_recuerda(hallazgo: Hallazgo) -> bool:
    """Si es lo del mes que corre: se cuenta, pero no se pinta en las celdas en que aún se va escribiendo."""
    return hallazgo.codigo == "sin_capturar" and hallazgo.gravedad == "revisar"


def _reunidos(
    hallazgos: Iterable[Hallazgo], donde: Callable[[Sitio], Iterable[object]]
) -> Mapping[object, Dichos]:
    """Los hallazgos por cada punto en que tocan, con lo que ahí se dice de cada uno, sin repetir."""
    reunidos: dict[object, dict[tuple[int, str], tuple[Hallazgo, str]]] = {}
    for hallazgo in hallazgos:
        for sitio in hallazgo.sitios:
            for llave in donde(sitio):
                dicho = hallazgo.en(sitio)
                reunidos.setdefault(llave, {})[id(hallazgo), dicho] = hallazgo, dicho
    return {llave: tuple(suyos.values()) for llave, suyos in reunidos.items()}


def _lugares(plan: Plan | None, sitio: Sitio) -> Iterable[str]:
    """El lugar de un sitio y los que lo contienen."""
    return (lugar.clave for lugar in plan.cadena.get(sitio.lugar, ())) if plan else ()


def _datos(sitio: Sitio) -> Iterator[tuple[object, str]]:
    if sitio.campo:
        yield sitio.origen, sitio.campo
        yield sitio.lugar, sitio.campo


def _senal(dichos: Dichos) -> Senal | None:
    if not dichos:
        return None
    graves = tuple(dicho for h, dicho in dichos if h.gravedad == "corregir")
    return Senal(graves, tuple(dicho for h, dicho in dichos if h.gravedad == "revisar"))


NINGUNA = Senales(None, (), acabado=False)
