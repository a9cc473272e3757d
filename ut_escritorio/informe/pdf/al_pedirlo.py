"""Lo que el PDF carga hasta que se escribe uno; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def escritor():
    """Lo que dispone y pinta, con fpdf2."""
    from ut_escritorio.informe.pdf import escritor

    return escritor
