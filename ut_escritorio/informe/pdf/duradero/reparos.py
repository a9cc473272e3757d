"""Lo que impide asegurar que el PDF se vea igual dentro de años, dicho con qué hacer."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from ut_escritorio.informe.documento import Documento, Figura
from ut_escritorio.informe.pdf.claves import clave_de
from ut_escritorio.informe.pdf.duradero.metadatos import Cumple
from ut_escritorio.informe.pdf.logotipos import NoDura

Reparos = Mapping[str, NoDura]
"""De cada logotipo con reparo, su texto alternativo y cuál es."""

_POR_QUE: Mapping[NoDura, str] = MappingProxyType(
    {
        "letras": "lleva letras que no trae dentro, y cada computadora las dibuja con las suyas",
        "tintas": "está hecho con tintas de imprenta (CMYK), y sus colores no se ven igual en cada pantalla",
    }
)


def reparos_de(documento: Documento, no_dura: Callable[[str], NoDura]) -> Reparos:
    """Los de los logotipos del documento, cada uno una vez."""
    logos = {logo.sha256: logo for seccion in documento.secciones for logo in seccion.membrete.logos}
    return {logo.alternativo: causa for sha256, logo in logos.items() if (causa := no_dura(sha256))}


def sin_leerse(documento: Documento, proporcion: Callable[[str], float | None]) -> tuple[str, ...]:
    """De cada figura que no se dejó leer, qué va en su lugar y qué hacer; las hojas de un PDF, juntas."""
    faltan = [
        figura for figura in documento.figuras if proporcion(clave_de(figura.sha256, figura.hoja)) is None
    ]
    de_cada = {figura.sha256: [otra for otra in faltan if otra.sha256 == figura.sha256] for figura in faltan}
    return tuple(map(_sin_leerse, de_cada.values()))


def _sin_leerse(figuras: Sequence[Figura]) -> str:
    primera, otras = figuras[0], len(figuras) - 1
    if not primera.hoja:
        return f"No se pudo leer: {primera.alternativo} En su lugar va un marco. Adjúntela otra vez."
    mas = "" if not otras else " Ni otra hoja suya." if otras == 1 else f" Ni otras {otras} hojas suyas."
    va = "van marcos" if otras else "va un marco"
    return f"No se pudo pintar: {primera.alternativo}{mas} En su lugar {va}. Escanéelo otra vez."


def cumple(reparos: Reparos) -> Cumple:
    """Con cualquiera no es para archivo; con letras que no trae, tampoco lo lee bien cualquiera."""
    return Cumple(archivo=not reparos, accesible="letras" not in reparos.values())


def dichos(reparos: Reparos) -> tuple[str, ...]:
    """Los reparos como ella los lee."""
    return tuple(
        f"El logotipo «{alternativo}» {_POR_QUE[causa]}: dentro de unos años el PDF podría verse de otro "
        "modo. Guárdelo como PNG y vuelva a ponerlo en el membrete, en Oficina."
        for alternativo, causa in reparos.items()
    )
