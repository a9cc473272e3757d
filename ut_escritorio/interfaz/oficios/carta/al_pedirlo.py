"""Lo que la carta carga hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def documento_pdf():
    """Lo que lee un PDF: una biblioteca grande."""
    from PySide6.QtPdf import QPdfDocument

    return QPdfDocument
