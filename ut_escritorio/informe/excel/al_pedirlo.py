"""Lo que Excel carga hasta que se escribe uno; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def armado():
    """Lo que reparte un informe en hojas."""
    from ut_escritorio.informe.excel.armado import informe

    return informe


def suelta():
    """Lo que hace hoja de Excel una hoja suelta."""
    from ut_escritorio.informe.excel.armado import suelta

    return suelta


def escritor():
    """Lo que escribe el archivo, con xlsxwriter."""
    from ut_escritorio.informe.excel import escritor

    return escritor
