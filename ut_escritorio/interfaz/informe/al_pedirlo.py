"""Lo que la pestaña Informe carga hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def vista_de_pdf():
    """Lo que enseña un PDF leído."""
    from PySide6.QtPdfWidgets import QPdfView

    return QPdfView
