"""Lo que Excel carga hasta que se escribe uno; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def armado():
    """Lo que reparte un informe en hojas."""
    from ut_escritorio.informe.excel.armado import informe

    return informe


def escritor():
    """Lo que escribe el archivo, con xlsxwriter."""
    from ut_escritorio.informe.excel import escritor

    return escritor
