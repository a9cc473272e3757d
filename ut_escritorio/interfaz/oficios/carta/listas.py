"""«Listas ▾» de «A varias áreas»: poner una de las guardadas, guardar la que se ve y quitar la que ya no."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from ut_escritorio.dominio.cartas.tanda import Area
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import boton, sin_atajo
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficios import listas
from ut_escritorio.servicios.oficios.libro import en_el_anio
from ut_escritorio.servicios.oficios.varias import PorVerse

_QUE_PASA = "La próxima vez, sus titulares serán los que Oficina diga ese día."


class MenuDeListas:
    """El botón con su menú, que se arma cada vez que se abre.

    `areas` da las que se ven y `poner` las cambia; las listas son de la oficina, y se deshacen como lo demás.
    """

    def __init__(
        self,
        donde: QWidget,
        sesion: Sesion,
        vista: PorVerse,
        areas: Callable[[], tuple[Area, ...]],
        poner: Callable[[tuple[Area, ...]], None],
    ) -> None:
        self._donde, self._sesion = donde, sesion
        self._anio, self._dia = vista.abierta.oficio.ejercicio, vista.dia
        self._areas, self._poner = areas, poner
        self.boton: QPushButton = boton("Listas", lambda: None, "guardar", "Las que guardó, o guardar esta")
        self.menu = QMenu(self.boton)
        self.menu.setToolTipsVisible(True)
        self.boton.setMenu(self.menu)
        self.menu.aboutToShow.connect(self._armar)

    def _armar(self) -> None:
        self.menu.clear()
        guardadas: Mapping[str, tuple[Area, ...]] = (
            self._sesion.consultar(lambda exp, _: listas.leer_listas(exp, self._dia)) or {}
        )
        for nombre, suyas in guardadas.items():
            accion = self.menu.addAction(sin_atajo(f"{nombre} ({len(suyas)})"))
            accion.setEnabled(bool(suyas))
            accion.triggered.connect(lambda _=False, cuales=suyas: self._poner(cuales))
        if guardadas:
            self.menu.addSeparator()
        self.menu.addAction("Guardar esta lista…", self._guardar).setEnabled(
            bool(self._areas()) and not self._sesion.solo_leer
        )
        if guardadas and not self._sesion.solo_leer:
            quitar = self.menu.addMenu("Quitar una lista")
            for nombre in guardadas:
                accion = quitar.addAction(sin_atajo(nombre))
                accion.triggered.connect(lambda _=False, cual=nombre: self._quitar(cual))

    def _guardar(self) -> None:
        areas = self._areas()
        avisos.pedir_texto(
            self._donde,
            "¿Cómo se va a llamar esta lista?",
            "Guardarla",
            lambda nombre: self._logra(lambda exp, t: listas.guardar_lista(exp, t, nombre, areas)),
            _QUE_PASA,
            con_enter=True,
        )

    def _quitar(self, nombre: str) -> None:
        self._logra(lambda exp, trimestre: listas.quitar_lista(exp, trimestre, nombre))

    def _logra(self, hacer: Callable[[Expediente, Trimestre], Cambios]) -> bool:
        return self._sesion.logra(lambda exp, t: hacer(exp, en_el_anio(exp, t, self._anio)))
