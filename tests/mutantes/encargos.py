"""Lo que se le encarga al banco y lo que contesta, en una carpeta: lo ya dicho sobrevive a un corte."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal

from tests.mutantes.al_azar import Cambio

_ENCARGOS, _DESENLACES = "encargos.json", "desenlaces.jsonl"


@dataclass(frozen=True)
class Encargo:
    """Un mutante y las pruebas que deben descubrirlo, en su orden; un archivo o una carpeta son las suyas."""

    mutante: Cambio
    pruebas: tuple[str, ...]


@dataclass(frozen=True)
class Desenlace:
    """Un mutante y cómo le fue, cuántas pruebas lo pasaron y cuál no."""

    mutante: str
    como: Literal["MUERE", "VIVE", "A MEDIAS"]
    pasaron: int
    nota: str = ""

    def __str__(self) -> str:
        return f"{self.como}  {self.mutante}  ({self.nota or f'lo pasan {self.pasaron}'})"


def encargar(carpeta: Path, encargos: Sequence[Encargo]) -> None:
    """Deja en la carpeta lo que se va a probar."""
    texto = json.dumps([asdict(encargo) for encargo in encargos], ensure_ascii=False)
    (carpeta / _ENCARGOS).write_text(texto, encoding="utf-8")


def leer_encargos(carpeta: Path) -> list[Encargo]:
    """Lo que se encargó."""
    leidos = json.loads((carpeta / _ENCARGOS).read_text(encoding="utf-8"))
    return [Encargo(Cambio(**leido["mutante"]), tuple(leido["pruebas"])) for leido in leidos]


def anotar(carpeta: Path, desenlace: Desenlace) -> None:
    """Lo agrega a lo que ya se sabe."""
    with (carpeta / _DESENLACES).open("a", encoding="utf-8") as archivo:
        archivo.write(json.dumps(asdict(desenlace), ensure_ascii=False) + "\n")


def leer_desenlaces(carpeta: Path) -> dict[str, Desenlace]:
    """Lo último que se supo de cada mutante."""
    ruta = carpeta / _DESENLACES
    renglones = ruta.read_text(encoding="utf-8").splitlines() if ruta.exists() else []
    leidos = (Desenlace(**json.loads(renglon)) for renglon in renglones)
    return {desenlace.mutante: desenlace for desenlace in leidos}
