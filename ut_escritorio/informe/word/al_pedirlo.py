"""Lo que Word carga hasta que se escribe uno; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations

from ut_escritorio.informe.pdf import al_pedirlo as del_pdf


def escritor():
    """Lo que arma el archivo, con python-docx; mide con las letras del PDF, que se cargan antes."""
    del_pdf.escritor()
    from ut_escritorio.informe.word import escritor

    return escritor
