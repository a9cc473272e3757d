"""Los logotipos: se leen una sola vez y uno que no se entiende nunca detiene el informe."""

from __future__ import annotations

import logging
from collections.abc import Callable
from io import BytesIO

from fpdf import FPDF
from fpdf.enums import ResourceAccessPolicy
from fpdf.image_datastructures import VectorImageInfo
from fpdf.image_parsing import preload_image

_NOTAS = logging.getLogger(__name__)


class Logotipos:
    """Los logotipos ya leídos con la pluma, por su SHA-256."""

    def __init__(self, pluma: FPDF, imagen: Callable[[str], bytes]) -> None:
        self._pluma = pluma
        self._imagen = imagen
        self._leidos: dict[str, tuple[BytesIO, float] | None] = {}

    def proporcion(self, sha256: str) -> float | None:
        """Ancho entre alto, o `None` si la imagen falta, está rota o vacía."""
        leido = self._lee(sha256)
        return None if leido is None else leido[1]

    def contenido(self, sha256: str) -> BytesIO:
        """Los bytes de un logotipo que sí se entiende."""
        leido = self._lee(sha256)
        assert leido is not None, "solo se pintan los logotipos que tienen proporción"
        return leido[0]

    def _lee(self, sha256: str) -> tuple[BytesIO, float] | None:
        if sha256 not in self._leidos:
            try:
                self._leidos[sha256] = self._abre(self._imagen(sha256))
            except Exception as error:  # cualquier archivo puede venir roto de cualquier manera
                _NOTAS.warning("No se pudo leer el logotipo %s: %s", sha256, error)
                self._leidos[sha256] = None
        return self._leidos[sha256]

    def _abre(self, contenido: bytes) -> tuple[BytesIO, float]:
        archivo = BytesIO(contenido)
        _, _, datos = preload_image(
            self._pluma.image_cache, archivo, resource_access_policy=ResourceAccessPolicy.NONE
        )
        if not (datos.width > 0 and datos.height > 0):
            raise ValueError("la imagen no tiene tamaño")
        if isinstance(datos, VectorImageInfo):
            _ensaya(archivo)
        return archivo, datos.width / datos.height


def _ensaya(archivo: BytesIO) -> None:
    """Dibuja el vector en una hoja aparte: algunos se leen bien y fallan al dibujarse."""
    hoja = FPDF()
    hoja.resource_access_policy = ResourceAccessPolicy.NONE
    hoja.add_page()
    hoja.image(archivo, 0, 0, 10, 10)
