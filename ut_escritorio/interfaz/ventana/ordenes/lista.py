"""Traer a un cuadro los números de una lista de Excel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ut_escritorio.interfaz.ventana import al_pedirlo as de_la_ventana
from ut_escritorio.interfaz.ventana.mesa import Mesa
from ut_escritorio.interfaz.ventana.ordenes import al_pedirlo

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

_FILTRO = "Listas de Excel, LibreOffice o CSV (*.xlsx *.xls *.ods *.csv *.txt)"


def pedir_lista(mesa: Mesa, cuadro: str, ruta: Path | None, ajustes: QSettings) -> None:
    """Enseña lo que ese archivo trae para un cuadro; sin él, antes pide cuál."""
    sesion = mesa.sesion()

    def ver(ruta: Path) -> None:
        if suyo := sesion.foto.plan.cuadro.get(cuadro):
            al_pedirlo.lista_de_afuera().TraerDeExcel(mesa.marco, sesion, suyo, ruta, ajustes).open()

    if ruta is None:
        de_la_ventana.avisos().pedir_archivo(mesa.marco, "Traer de Excel", Path.home(), _FILTRO, ver)
    else:
        ver(ruta)
