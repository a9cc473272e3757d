"""El escritor de Word: recibe un `Documento` y devuelve los bytes de un .docx.

Importar este paquete no carga python-docx: eso ocurre al escribir uno.
"""

from __future__ import annotations

from collections.abc import Callable

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.word import al_pedirlo

__all__ = ["WordEscrito", "escribir_word"]


@congelado
class WordEscrito:
    """El .docx completo; `avisos` dice, de cada imagen que no se pudo poner, cuál y qué hacer."""

    datos: bytes
    avisos: tuple[str, ...] = ()


def escribir_word(
    documento: Documento,
    imagen: Callable[[str], bytes],
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
) -> WordEscrito:
    """El documento en Word, como se ve en papel; los mismos datos dan siempre los mismos bytes.

    `imagen` da los bytes de un logotipo (PNG, JPEG o SVG) por su SHA-256; del que no se entiende va su
    texto alternativo, y se dice. `avance` recibe lo hecho y el total. Lanza `Cancelado` cuando
    `cancelado()` responde que sí.
    """
    return WordEscrito(*al_pedirlo.escritor().escribe(documento, imagen, avance, cancelado))
