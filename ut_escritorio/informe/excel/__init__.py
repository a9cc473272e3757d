"""El escritor de Excel: los números de un informe, sus renglones y sus oficios, en un .xlsx.

Importar este paquete no carga xlsxwriter: eso ocurre al escribir uno.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Documento
from ut_escritorio.informe.excel import al_pedirlo

__all__ = ["escribir_excel", "escribir_suelta"]


def escribir_excel(
    documento: Documento,
    foto: FotoTrimestre,
    oficios: Iterable[EnElLibro],
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
) -> bytes:
    """El .xlsx; los mismos datos dan siempre los mismos bytes, y ningún texto se vuelve fórmula.

    Los cuadros dicen lo que el documento; de la foto salen los renglones y cómo se suma cada total. `avance`
    recibe lo hecho y el total. Lanza `Cancelado` cuando `cancelado()` responde que sí.
    """
    libro = al_pedirlo.armado().armar_libro(documento, foto, oficios)
    return al_pedirlo.escritor().escribe(libro, avance, cancelado)


def escribir_suelta(documento: Documento) -> bytes:
    """El .xlsx de una hoja suelta: sus títulos y sus tablas."""
    return al_pedirlo.escritor().escribe(al_pedirlo.suelta().armar_suelta(documento))
