"""Las evidencias: lo que prueba un renglón, una actividad o un oficio, y cómo se dice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from datetime import date, datetime
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import cantidad, lista
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.palabras.tamanos import pesa

ClaseDeEvidencia = Literal["foto", "pdf", "correo"]
_COSA = Sustantivo("evidencia", "evidencias", "f")
_NOMBRES: dict[ClaseDeEvidencia, tuple[str, str]] = {
    "foto": ("una foto", "fotos"),
    "pdf": ("un PDF", "PDF"),
    "correo": ("un correo", "correos"),
}


@congelado
class Preparada:
    """Un archivo ya revisado, como se va a guardar.

    `original` es el SHA-256 del archivo de que salió, con que se reconoce si vuelve a llegar; `tomada`,
    cuándo se tomó la foto o se mandó el correo; `hojas`, las de un PDF (0 si no se pueden contar);
    `contenido`, el SHA-256 de sus bytes, si ya se sacó.
    """

    octetos: bytes
    original: str
    nombre: str
    clase: ClaseDeEvidencia
    pie: str = ""
    tomada: datetime | None = None
    hojas: int = 0
    contenido: str = ""


@congelado
class Trozo:
    """Una parte de los bytes de algo grande, que se guarda de a poco: de cuál, por su SHA-256, y su lugar."""

    de: str
    orden: int
    octetos: bytes | memoryview


MIDE = 1024 * 1024
"""Los octetos de un trozo. No se cambia: lo que quedó de un intento se completa con lo de otro."""


def va_en_trozos(octetos: bytes) -> bool:
    """Si no cabe en una pieza."""
    return len(octetos) > MIDE


def trozos_de(sha256: str, octetos: bytes, ya: Collection[int] = ()) -> Iterator[Trozo]:
    """Los de unos bytes, en orden, menos los que `ya` están; uno solo si caben en él."""
    vistos = memoryview(octetos)  # partirlos no los copia
    for orden, desde in enumerate(range(0, len(octetos), MIDE)):
        if orden not in ya:
            yield Trozo(sha256, orden, vistos[desde : desde + MIDE])


def los_que_se_adelantan(unos: Mapping[str, bytes]) -> tuple[Trozo, ...]:
    """Los de varios contenidos, por su SHA-256, que se guardan de una vez; ninguno si juntos son pocos."""
    if sum(map(len, unos.values())) <= MIDE:
        return ()
    return tuple(trozo for sha256, octetos in unos.items() for trozo in trozos_de(sha256, octetos))


@congelado
class Evidencia:
    """Una ya guardada.

    `dueno` es de quién es: un renglón, un lugar o un oficio del libro. `contenido` son sus bytes, por su
    SHA-256. `firme`: la tenía el informe que se firmó, y ya no cambia. `sale`: va en los anexos.
    `llego`: qué día, si el informe ya estaba firmado.
    """

    uid: str
    dueno: Origen
    contenido: str
    original: str
    nombre: str
    clase: ClaseDeEvidencia
    pie: str
    tomada: datetime | None
    hojas: int
    peso: int
    firme: bool = False
    sale: bool = False
    llego: date | None = None

    @property
    def llego_despues(self) -> str:
        """«Llegó después de firmar, el 08/07/2031.»; vacío si no fue así."""
        return f"Llegó después de firmar, el {self.llego:%d/%m/%Y}." if self.llego else ""

    @property
    def dicha(self) -> str:
        """Cómo se nombra: por su pie o, si no tiene, por su archivo."""
        return self.pie or self.nombre

    @property
    def con_clave(self) -> bool:
        """Si es un PDF cifrado: se guarda y se abre, pero no se sabe cuántas hojas trae."""
        return self.clase == "pdf" and not self.hojas

    @property
    def puede_salir(self) -> bool:
        """Si tiene hojas que imprimir: una foto, o un PDF que se deja leer."""
        return self.clase == "foto" or (self.clase == "pdf" and not self.con_clave)

    @property
    def que_es(self) -> str:
        """«PDF de 3 hojas, 1.2 MB»."""
        nombre = {"foto": "Foto", "pdf": "PDF", "correo": "Correo"}[self.clase]
        if self.con_clave:
            return f"PDF con contraseña, {pesa(self.peso)}"
        hojas = {0: "", 1: " de una hoja"}.get(self.hojas, f" de {self.hojas} hojas")
        return f"{nombre}{hojas}, {pesa(self.peso)}"


@congelado
class NoAdjunta:
    """Un archivo que no se adjuntó, y por qué."""

    nombre: str
    por_que: str

    def __str__(self) -> str:
        return f"No se adjuntó «{self.nombre}»: {self.por_que}"


_NOMBRADOS = 3


def no_adjuntas(rechazos: Iterable[NoAdjunta], caben: int | None = None) -> list[str]:
    """Lo que no se adjuntó, en frases: los de una misma causa van en una sola; `caben`, cuántas causas."""
    por_causa: dict[str, list[NoAdjunta]] = {}
    for rechazo in rechazos:
        por_causa.setdefault(rechazo.por_que, []).append(rechazo)
    causas = list(por_causa.values())
    dichas = [str(suyos[0]) if len(suyos) == 1 else _juntos(suyos) for suyos in causas[:caben]]
    faltan = 0 if caben is None else sum(map(len, causas[caben:]))
    return dichas if not faltan else [*dichas, "Y otro." if faltan == 1 else f"Y otros {faltan}."]


def _juntos(rechazos: list[NoAdjunta]) -> str:
    """«No se adjuntaron «a.jpg», «b.jpg», «c.jpg» y otros 5: cada uno está vacío.»"""
    nombrados = [f"«{rechazo.nombre}»" for rechazo in rechazos[:_NOMBRADOS]]
    otros = len(rechazos) - len(nombrados)
    de_mas = [] if not otros else ["otro"] if otros == 1 else [f"otros {otros}"]
    por_que = rechazos[0].por_que
    de_todos = f"ninguno {por_que[3:]}" if por_que.startswith("no ") else f"cada uno {por_que}"
    return f"No se adjuntaron {lista([*nombrados, *de_mas])}: {de_todos}"


def que_tiene(cuantas: int) -> str:
    """«. 2 evidencias»: lo que se agrega al leer en una lista lo que las tiene; vacío si ninguna."""
    return f". {cantidad(cuantas, _COSA)}" if cuantas else ""


def cuantas(clases: Iterable[ClaseDeEvidencia]) -> str:
    """«4 fotos y un PDF»."""
    return lista(por_clases(clases))


def por_clases(clases: Iterable[ClaseDeEvidencia]) -> list[str]:
    """«4 fotos», «un PDF»: las de cada clase que haya."""
    por_clase = Counter(clases)
    return [
        una if por_clase[clase] == 1 else f"{por_clase[clase]} {varias}"
        for clase, (una, varias) in _NOMBRES.items()
        if por_clase[clase]
    ]
