"""Los logotipos: cada uno se lee una vez por proceso, y uno que no se entiende nunca detiene el informe."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from threading import Lock
from typing import Any, cast

from fpdf.image_datastructures import ImageCache, RasterImageInfo, VectorImageInfo

from ut_escritorio.informe.pdf.duradero.logotipo import leer_logotipo
from ut_escritorio.informe.pdf.papel.hoja import Estampa
from ut_escritorio.informe.pdf.papel.pluma import Pluma

_NOTAS = logging.getLogger(__name__)

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

    def dibuja(self, estampa: Estampa) -> None:
        """Pone en la hoja un logotipo que sí se entiende."""
        leido = self._lee(estampa.sha256)
        assert leido is not None, "solo se pintan los logotipos que tienen proporción"
        sitio = (estampa.x, estampa.y, estampa.ancho, estampa.alto)
        if isinstance(leido.info, RasterImageInfo):
            self._pluma.conoce(leido.nombre, leido.info)
            self._pluma.image(BytesIO(leido.contenido), *sitio)
        elif leido.dibujo is not None:
            with _DIBUJANDO:
                self._pluma.dibuja(leido.dibujo, leido.info, *sitio)
        else:
            _, dibujo, _, _ = leer_logotipo(self._pluma.image_cache, leido.contenido)
            self._pluma.dibuja(dibujo, leido.info, *sitio)

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
    nombre, dibujo, info, durable = leer_logotipo(leidas, contenido)
    if not (info.width > 0 and info.height > 0):
        raise ValueError("la imagen no tiene tamaño")
    if isinstance(info, RasterImageInfo):
        perfil = next(iter(leidas.icc_profiles), None)
        return _Leido(durable, nombre, RasterImageInfo({**info, "iccp": perfil}), None)
    _ensaya(contenido)
    comparte = not any(cosa in contenido for cosa in _NO_SE_COMPARTE)
    return _Leido(contenido, nombre, info, dibujo if comparte else None)


def _ensaya(contenido: bytes) -> None:
    """Dibuja el vector en una hoja aparte: algunos se leen bien y fallan al dibujarse."""
    hoja = Pluma()
    hoja.add_page()
    _, dibujo, info, _ = leer_logotipo(hoja.image_cache, contenido)
    hoja.dibuja(dibujo, cast(VectorImageInfo, info), 0, 0, 10, 10)
