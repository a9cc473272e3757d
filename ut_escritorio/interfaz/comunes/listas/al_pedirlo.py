"""Lo que las listas cargan hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def portapapeles():
    """Lo que se copia afuera."""
    from ut_escritorio.interfaz.comunes.listas import portapapeles

    return portapapeles


def del_libro():
    """Lo que se ofrece donde el cuadro no dice lo que el libro, que pocos planes comparan."""
    from ut_escritorio.interfaz.comunes.listas import del_libro

    return del_libro.BotonesDelLibro


def del_anexo():
    """Lo que se ofrece donde un texto a mano nombra otro anexo."""
    from ut_escritorio.interfaz.comunes.listas import del_anexo

    return del_anexo.BotonDelAnexo
