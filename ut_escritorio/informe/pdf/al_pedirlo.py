"""Lo que el PDF carga hasta que se escribe uno; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations

from ut_escritorio.informe.pdf.ligero import sin_lo_que_no_se_usa


def escritor():
    """Lo que dispone y pinta, con fpdf2."""
    with sin_lo_que_no_se_usa():
        from ut_escritorio.informe.pdf import escritor

    return escritor
