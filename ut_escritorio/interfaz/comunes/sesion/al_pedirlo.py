"""Lo que la sesión carga hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def revision():
    """La revisión con todas sus reglas, que corre cuando la ventana ya se vio."""
    from ut_escritorio.servicios.entrega import revision

    return revision


def pintar_hoja(octetos: bytes, hoja: int):
    """Pinta la hoja de un PDF, en un proceso que empieza con la primera."""
    from ut_escritorio.servicios.evidencias.pintor import pintar_hoja

    return pintar_hoja(octetos, hoja)


def anexos():
    """Los anexos en su propio PDF."""
    from ut_escritorio.servicios.entrega import anexos

    return anexos


def pdf():
    """Quien escribe los PDF, que carga lo suyo hasta que se pide uno."""
    from ut_escritorio.informe import pdf

    return pdf


def del_informe():
    """Los oficios que van con un informe."""
    from ut_escritorio.servicios.oficios import del_informe

    return del_informe
