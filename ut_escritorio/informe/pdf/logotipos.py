"""Los logotipos: se leen una sola vez y uno que no se entiende nunca detiene el informe."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from fpdf import FPDF
from fpdf.enums import ResourceAccessPolicy
from fpdf.fonts import CoreFont
from fpdf.image_datastructures import VectorImageInfo
from fpdf.image_parsing import preload_image

_NOTAS = logging.getLogger(__name__)

NoDura = Literal["", "letras", "tintas"]
"""Lo que en un logotipo puede verse de otro modo dentro de años: letras que no trae, tintas de imprenta."""


@dataclass(frozen=True, slots=True)
class _Leido:
    archivo: BytesIO
    proporcion: float
    no_dura: NoDura


class Logotipos:
    """Los logotipos ya leídos con la pluma, por su SHA-256."""

    def __init__(self, pluma: FPDF, imagen: Callable[[str], bytes]) -> None:
        self._pluma = pluma
        self._imagen = imagen
        self._leidos: dict[str, _Leido | None] = {}

    def proporcion(self, sha256: str) -> float | None:
        """Ancho entre alto, o `None` si la imagen falta, está rota o vacía."""
        leido = self._lee(sha256)
        return None if leido is None else leido.proporcion

    def no_dura(self, sha256: str) -> NoDura:
        """Por qué un logotipo podría verse de otro modo dentro de años; vacío si nada."""
        leido = self._lee(sha256)
        return "" if leido is None else leido.no_dura

    def contenido(self, sha256: str) -> BytesIO:
        """Los bytes de un logotipo que sí se entiende."""
        leido = self._lee(sha256)
        assert leido is not None, "solo se pintan los logotipos que tienen proporción"
        return leido.archivo

    def _lee(self, sha256: str) -> _Leido | None:
        if sha256 not in self._leidos:
            try:
                self._leidos[sha256] = self._abre(self._imagen(sha256))
            except Exception as error:  # cualquier archivo puede venir roto de cualquier manera
                _NOTAS.warning("No se pudo leer el logotipo %s: %s", sha256, error)
                self._leidos[sha256] = None
        return self._leidos[sha256]

    def _abre(self, contenido: bytes) -> _Leido:
        archivo = BytesIO(contenido)
        _, _, datos = preload_image(
            self._pluma.image_cache, archivo, resource_access_policy=ResourceAccessPolicy.NONE
        )
        if not (datos.width > 0 and datos.height > 0):
            raise ValueError("la imagen no tiene tamaño")
        if isinstance(datos, VectorImageInfo):
            no_dura: NoDura = "letras" if _ensaya(archivo) else ""
        else:
            no_dura = "tintas" if datos["cs"] == "DeviceCMYK" else ""
        return _Leido(archivo, datos.width / datos.height, no_dura)


def _ensaya(archivo: BytesIO) -> bool:
    """Dibuja el vector en una hoja aparte: algunos se leen bien y fallan al dibujarse.

    Devuelve si lleva letras, que se dibujan con las que haya en cada computadora.
    """
    hoja = FPDF()
    hoja.resource_access_policy = ResourceAccessPolicy.NONE
    hoja.add_page()
    hoja.image(archivo, 0, 0, 10, 10)
    return any(isinstance(fuente, CoreFont) for fuente in hoja.fonts.values())
