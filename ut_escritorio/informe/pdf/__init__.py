"""El escritor del PDF: recibe un `Documento` y devuelve los bytes del informe.

Importar este paquete no carga fpdf2: eso ocurre al escribir, porque la ventana no lo necesita
para abrirse.
"""

from __future__ import annotations

from collections.abc import Callable

from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.pdf import al_pedirlo
from ut_escritorio.informe.pdf.resultado import Cancelado, ClaseDeHojas, PdfEscrito

__all__ = ["Cancelado", "ClaseDeHojas", "PdfEscrito", "escribir_pdf", "preparar"]


def preparar() -> None:
    """Carga lo que pide el primer PDF: hecho antes y aparte, al pedirlo ya no se espera."""
    al_pedirlo.escritor().prepara()


def escribir_pdf(
    documento: Documento,
    imagen: Callable[[str], bytes],
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
    *,
    hojas_de: ClaseDeHojas = "paradas",
) -> PdfEscrito:
    """Dispone y pinta el documento; los mismos datos dan siempre los mismos bytes.

    `imagen` da los bytes de un logotipo (PNG, JPEG o SVG) por su SHA-256; si fallan o no se
    entienden, se imprime su texto alternativo. `avance` recibe lo hecho y el total. Lanza
    `Cancelado` cuando `cancelado()` responde que sí. `hojas_de`: a lo alto, a lo ancho, o
    a lo ancho y con celdas donde se escribe a mano.
    """
    return al_pedirlo.escritor().escribe(documento, imagen, avance, cancelado, hojas_de=hojas_de)
