"""Los textos que todavía dicen lo de antes, vistos uno por uno."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.cambios_del_plan.anio import PorMirar
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.dominio.plan.rotulado import Rotulado, nombres_de_cifras, rotular
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.dialogos.sin_perderlo import SinPerderlo
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio


class UnoPorUno(SinPerderlo):
    """Enseña cada texto como estaba y como podría decir; `dicho` sale con (el de antes, el que queda)."""

    dicho = Signal(str, str)

    def __init__(self, por_mirar: tuple[PorMirar, ...], plan: Plan, padre: QWidget) -> None:
        super().__init__(padre)
        self.setWindowTitle("Textos que dicen lo de antes")
        self._todos, self._cual, self._plan = por_mirar, 0, plan
        self._cifras = nombres_de_cifras(plan)
        self._rotulado = Rotulado("", {})
        self._donde, self._antes = Letrero(negrita=True), Letrero(tinta="letra_tenue")
        self._reparo = Letrero(tinta="error")
        self.nuevo = CuadroLimpio()
        self.nuevo.setAccessibleName("Como debe decir este año")
        self.nuevo.setTabChangesFocus(True)
        self.cambiar = boton("&Cambiarlo", self._cambiar, "listo")
        self.dejar = boton("&Dejarlo como está", lambda: self._dejar(), "siguiente")
        self.cambiar.setDefault(True)
        self._armar()
        self._mostrar()

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(8)
        for pieza in (self._donde, self._antes, Letrero("Este año:"), self.nuevo, self._reparo):
            acomodo.addWidget(pieza)
        hilera = QHBoxLayout()
        hilera.addStretch()
        hilera.addWidget(self.dejar)
        hilera.addWidget(self.cambiar)
        acomodo.addLayout(hilera)
        letra = self.fontMetrics()
        self.nuevo.setFixedHeight(letra.lineSpacing() * 5 + 14)
        self.medir(90)

    def _mostrar(self) -> None:
        if self._cual >= len(self._todos):
            self.accept()
            return
        actual = self._todos[self._cual]
        self._rotulado = rotular(actual.texto.texto, self._cifras)
        cuenta = f"{self._cual + 1} de {len(self._todos)}"
        lugar = donde(self._plan, actual.texto.lugar)
        que = f"{lugar}, {actual.texto.que}" if lugar else actual.texto.que
        self._donde.decir(f"{cuenta} · {que} · dice {lista([f'«{d}»' for d in actual.dice])}")
        self._antes.decir(f"Decía: {self._rotulado.texto}")
        self.nuevo.setPlainText(rotular(actual.propuesto, self._cifras).texto)
        self._reparo.decir("")
        self.nuevo.setFocus()
        self.recordar_lo_dicho()

    def lo_dicho(self) -> str:
        """Lo que se perdería al cerrarla: lo ya cambiado lo tiene la ventana del año."""
        return self.nuevo.toPlainText()

    def _cambiar(self) -> None:
        actual = self._todos[self._cual]
        try:
            patron = self._rotulado.de_vuelta(self.nuevo.toPlainText())
        except ErrorEsperado as error:
            self._reparo.decir(str(error))
            return
        self.dicho.emit(actual.texto.texto, patron)
        self._dejar()

    def _dejar(self) -> None:
        self._cual += 1
        self._mostrar()
