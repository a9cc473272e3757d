"""Los logotipos: cada uno se lee una vez por proceso, y uno que no se entiende nunca detiene el informe."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from threading import Lock
from typing import Any, Literal

from fpdf import FPDF
from fpdf.enums import ResourceAccessPolicy
from fpdf.fonts import CoreFont
from fpdf.image_datastructures import ImageCache, RasterImageInfo, VectorImageInfo
from fpdf.image_parsing import preload_image

from ut_escritorio.informe.pdf.papel.hoja import Estampa
from ut_escritorio.informe.pdf.papel.pluma import Pluma

_NOTAS = logging.getLogger(__name__)

NoDura = Literal["", "letras", "tintas"]
"""Lo que en un logotipo puede verse de otro modo dentro de años: letras que no trae, tintas de imprenta."""

# Un dibujo con esto cambia al dibujarse, o depende del PDF en que va: se lee de nuevo en cada uno.
_NO_SE_COMPARTE = (b"Gradient", b"<image", b"<text", b"<use", b"<pattern")
_DIBUJANDO = Lock()  # fpdf2 apunta en el dibujo leído el lugar donde lo está poniendo


@dataclass(frozen=True, slots=True)
class _Leido:
    """Un logotipo leído: con qué nombre y cómo lo guarda fpdf2, o el dibujo si se puede compartir."""

    contenido: bytes
    nombre: str
    info: RasterImageInfo | VectorImageInfo
    dibujo: Any
    no_dura: NoDura

    @property
    def proporcion(self) -> float:
        """Ancho entre alto."""
        return self.info.width / self.info.height


class Logotipos:
    """Las imágenes de un PDF: los logotipos, por su SHA-256, y las figuras, por su clave."""

    def __init__(self, pluma: Pluma, imagen: Callable[[str], bytes]) -> None:
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

    def dibuja(self, estampa: Estampa) -> None:
        """Pone en la hoja un logotipo que sí se entiende."""
        leido = self._lee(estampa.sha256)
        assert leido is not None, "solo se pintan los logotipos que tienen proporción"
        sitio = (estampa.x, estampa.y, estampa.ancho, estampa.alto)
        if isinstance(leido.info, RasterImageInfo):
            self._pluma.conoce(leido.nombre, leido.info)
        elif leido.dibujo is not None:
            with _DIBUJANDO:
                self._pluma.dibuja(leido.dibujo, leido.info, *sitio)
            return
        self._pluma.image(BytesIO(leido.contenido), *sitio)

    def _lee(self, sha256: str) -> _Leido | None:
        if sha256 not in self._leidos:
            try:
                self._leidos[sha256] = _abre(self._imagen(sha256))
            except Exception as error:  # cualquier archivo puede venir roto de cualquier manera
                _NOTAS.warning("No se pudo leer el logotipo %s: %s", sha256, error)
                self._leidos[sha256] = None
        return self._leidos[sha256]


@lru_cache(maxsize=16)
def _abre(contenido: bytes) -> _Leido:
    leidas = ImageCache()
    nombre, dibujo, info = preload_image(
        leidas, BytesIO(contenido), resource_access_policy=ResourceAccessPolicy.NONE
    )
    if not (info.width > 0 and info.height > 0):
        raise ValueError("la imagen no tiene tamaño")
    if isinstance(info, RasterImageInfo):
        perfil = next(iter(leidas.icc_profiles), None)
        no_dura = "tintas" if info["cs"] == "DeviceCMYK" else ""
        return _Leido(contenido, nombre, RasterImageInfo({**info, "iccp": perfil}), None, no_dura)
    no_dura = "letras" if _ensaya(contenido) else ""
    comparte = not any(cosa in contenido for cosa in _NO_SE_COMPARTE)
    return _Leido(contenido, nombre, info, dibujo if comparte else None, no_dura)


def _ensaya(contenido: bytes) -> bool:
    """Dibuja el vector en una hoja aparte: algunos se leen bien y fallan al dibujarse.

    Devuelve si lleva letras, que se dibujan con las que haya en cada computadora.
    """
    hoja = FPDF()
    hoja.resource_access_policy = ResourceAccessPolicy.NONE
    hoja.add_page()
    hoja.image(BytesIO(contenido), 0, 0, 10, 10)
    return any(isinstance(fuente, CoreFont) for fuente in hoja.fonts.values())
