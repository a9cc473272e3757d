"""Lo que iba en el informe y no se dejó leer, dicho con qué va en su lugar y qué hacer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ut_escritorio.informe.claves import clave_de
from ut_escritorio.informe.documento import Documento, Figura

SeLee = Callable[[str], bool]
"""Si la imagen de esa clave se pudo poner."""


def logotipos_sin_leerse(documento: Documento, se_lee: SeLee) -> tuple[str, ...]:
    """De cada logotipo que no se pudo poner, qué hacer."""
    logos = {logo.sha256: logo for seccion in documento.secciones for logo in seccion.membrete.logos}
    return tuple(
        f"No se pudo poner el logotipo «{logo.alternativo}». En su lugar va su nombre. "
        "Guárdelo como PNG y vuelva a ponerlo en el membrete, en Oficina."
        for clave, logo in logos.items()
        if not se_lee(clave)
    )


def figuras_sin_leerse(documento: Documento, se_lee: SeLee, en_vez: tuple[str, str]) -> tuple[str, ...]:
    """De cada foto que no se pudo poner, qué hacer; las hojas de un PDF, juntas.

    `en_vez`: lo que va en su lugar, de una y de varias («va un marco», «van marcos»).
    """
    faltan = [figura for figura in documento.figuras if not se_lee(clave_de(figura.sha256, figura.hoja))]
    de_cada = {figura.sha256: [otra for otra in faltan if otra.sha256 == figura.sha256] for figura in faltan}
    return tuple(_dicha(figuras, en_vez) for figuras in de_cada.values())


def _dicha(figuras: Sequence[Figura], en_vez: tuple[str, str]) -> str:
    primera, otras = figuras[0], len(figuras) - 1
    va = en_vez[bool(otras)]
    if not primera.hoja:
        return f"No se pudo leer: {primera.alternativo} En su lugar {en_vez[0]}. Adjúntela otra vez."
    mas = "" if not otras else " Ni otra hoja suya." if otras == 1 else f" Ni otras {otras} hojas suyas."
    return f"No se pudo pintar: {primera.alternativo}{mas} En su lugar {va}. Escanéelo otra vez."
