"""Lo que la hoja suelta carga hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def impresion():
    """Lo que imprime: carga lo de las impresoras del sistema."""
    from ut_escritorio.interfaz.comunes.dialogos import impresion

    return impresion


def documento_pdf():
    """Lo que lee un PDF: una biblioteca grande."""
    from PySide6.QtPdf import QPdfDocument

    return QPdfDocument


def vista_de_pdf():
    """Lo que enseña un PDF leído."""
    from PySide6.QtPdfWidgets import QPdfView

    return QPdfView
