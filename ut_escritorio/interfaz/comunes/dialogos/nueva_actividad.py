"""Una actividad nueva: su número, su nombre y de qué clase es su cuadro, o si es solo una lista."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import ActividadNueva, SeCuenta
from ut_escritorio.dominio.cambios_del_plan.armado.cuadro_pedido import cuantas_cosas
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.sin_perderlo import SinPerderlo
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio


class NuevaActividad(SinPerderlo):
    """`lista` sale con la actividad que ella describió."""

    lista = Signal(object)

    def __init__(self, plan: Plan, numero: str, padre: QWidget) -> None:
        super().__init__(padre)
        self.setWindowTitle("Actividad nueva")
        self._plan = plan
        self.numero, self.nombre = _campo("Número"), _campo("Nombre")
        self.numero.setText(numero)
        self.nombre.setPlaceholderText("Como debe imprimirse")
        self.clase = ListaQueCede("Qué lleva", 24)
        self.clase.addItem("Solo una lista de lo que se hizo", "")
        for molde in plan.moldes:
            self.clase.addItem(f"Cuadro: {molde.nombre}", molde.clave)
        self.cuentan = [
            _SeCuenta(n) for n in range(max((cuantas_cosas(molde)[0] for molde in plan.moldes), default=0))
        ]
        self._armar()
        self.clase.currentIndexChanged.connect(self._al_escoger)
        self._al_escoger()
        self.nombre.setFocus()

    def dicha(self) -> ActividadNueva:
        """La actividad como ella la describió."""
        molde = self.clase.currentData()
        cuenta = tuple(c.dicho() for c in self.cuentan[: self._cuantos()])
        return ActividadNueva(self.numero.text().strip(), self.nombre.text(), molde, cuenta)

    def lo_dicho(self) -> object:
        """Lo que se perdería al cerrarla."""
        return self.dicha()

    def _cuantos(self) -> int:
        elegido = next((m for m in self._plan.moldes if m.clave == self.clase.currentData()), None)
        return cuantas_cosas(elegido)[0] if elegido else 0

    def _al_escoger(self) -> None:
        for n, cuenta in enumerate(self.cuentan):
            cuenta.mostrar(n < self._cuantos())

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        cuadricula = QGridLayout()
        cuadricula.setColumnStretch(1, 1)
        for fila, (rotulo, pieza) in enumerate(
            (("Número", self.numero), ("Nombre", self.nombre), ("Lleva", self.clase))
        ):
            cuadricula.addWidget(Letrero(rotulo), fila, 0)
            cuadricula.addWidget(pieza, fila, 1, 1, 3)
        for fila, cuenta in enumerate(self.cuentan, 3):
            for columna, pieza in enumerate((cuenta.rotulo, cuenta.nombre, cuenta.uno, cuenta.varios)):
                cuadricula.addWidget(pieza, fila, columna)
        acomodo.addLayout(cuadricula)
        botones, self.agregar = aceptar_o_cancelar(
            "Agregar", lambda: self.lista.emit(self.dicha()), self.reject
        )
        acomodo.addWidget(botones)
        self.medir(95)


class _SeCuenta:
    """Algo que el cuadro cuenta: cómo se llama, y cómo se dice uno y varios."""

    def __init__(self, n: int) -> None:
        self.rotulo = Letrero(f"Cuenta {n + 1}")
        self.rotulo.setWordWrap(False)
        self.nombre = _campo(f"Cuenta {n + 1}: nombre", "Visitas guiadas")
        self.uno = _campo(f"Cuenta {n + 1}: uno", "una: visita")
        self.varios = _campo(f"Cuenta {n + 1}: varios", "varias: visitas")

    def mostrar(self, si: bool) -> None:
        for pieza in (self.rotulo, self.nombre, self.uno, self.varios):
            pieza.setVisible(si)

    def dicho(self) -> SeCuenta:
        return SeCuenta(self.nombre.text(), self.uno.text(), self.varios.text())


def _campo(nombre: str, ayuda: str = "") -> CampoLimpio:
    campo = CampoLimpio()
    campo.setAccessibleName(nombre)
    campo.setPlaceholderText(ayuda)
    return campo
