"""Los errores que el programa espera y sabe decir en palabras de la oficina."""

from __future__ import annotations

import traceback
from pathlib import Path


class ErrorEsperado(Exception):
    """Algo no se pudo hacer; su texto dice qué pasó, por qué y qué hacer."""


class ValorInvalido(ErrorEsperado):
    """Un dato que ninguna fila debe guardar: fecha imposible, conteo negativo, clave repetida."""


class ArchivoDanado(ErrorEsperado):
    """Al archivo le falta o le sobra algo: no es de fiar y no se abre."""


class ArchivoIncompleto(ArchivoDanado):
    """Su copia se cortó, o lo último quedó en otro archivo: no está dañado, pero no está todo."""


class ArchivoAjeno(ArchivoDanado):
    """El archivo es de otro programa: nada se pone en su lugar sin que ella lo busque."""


class ContenidoCambiado(ArchivoDanado):
    """El archivo está entero, pero no dice lo que este programa guardó; puede verse sin escribir en él."""


class ArchivoCambiado(ErrorEsperado):
    """Mientras estaba abierto, alguien cambió, reemplazó o quitó el archivo: hay que volver a abrirlo."""


class NoDejaEscribir(ErrorEsperado):
    """Donde está el archivo no se puede escribir, o él es de solo lectura; puede verse."""


class ArchivoOcupado(ErrorEsperado):
    """Otro programa tiene tomado el archivo y no deja leerlo ni escribirlo: hay que volver a intentarlo."""


class DeOtroDepartamento(ErrorEsperado):
    """Lo que se iba a cambiar se recibió de otro departamento, y a ella aún no se le ha preguntado.

    `claves`: las de las cosas recibidas que iban a cambiar.
    """

    def __init__(self, claves: frozenset[str]) -> None:
        super().__init__("Eso se recibió de otro departamento. No se cambió nada.")
        self.claves = claves


class ArchivoEnUso(ErrorEsperado):
    """Otra ventana u otro equipo lo tiene abierto; puede verse sin escribir en él.

    `quien` dice quién. `se_puede_quitar`: no consta que siga abierto, y quien esté segura puede abrirlo de
    todos modos. `es_suyo`: lo tiene otra ventana de la misma persona, en este equipo.
    """

    def __init__(self, frase: str, quien: str, se_puede_quitar: bool = False, es_suyo: bool = False) -> None:
        super().__init__(frase)
        self.quien, self.se_puede_quitar, self.es_suyo = quien, se_puede_quitar, es_suyo


def rastro_de(error: BaseException) -> str:
    """La clase de un error y los renglones por los que pasó, sin su frase: puede citar lo escrito."""
    pasos = (
        f"  {Path(paso.filename).name}:{paso.lineno} {paso.name}"
        for paso in traceback.extract_tb(error.__traceback__)
    )
    return "\n".join([*pasos, f"  {type(error).__name__}"])
