"""La hoja de un plan que llega: cada cambio con su casilla, y abajo el elegido, dato por dato."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from ut_escritorio.dominio.palabras.redaccion import cantidad_de_lista
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, con_barra, sin_marcado, sin_volteos
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.texto.entrada import entrar_plan
from ut_escritorio.servicios.texto.plan_que_llega import Llega, PlanQueLlega

_CAMBIO = Sustantivo("cambio", "cambios")
_LLEGA = Qt.ItemDataRole.UserRole
_MARCADO = Qt.CheckState.Checked


class HojaDePlanQueLlega(Dialogo):
    """Nada cambia hasta oprimir Hacer; `hecho` sale con el año cuando ya se hizo."""

    hecho = Signal(int)

    def __init__(self, padre: QWidget, sesion: Sesion, llegada: PlanQueLlega) -> None:
        super().__init__(padre)
        self._sesion, self._llegada = sesion, llegada
        self.setWindowTitle(f"Plan de {llegada.ejercicio} que llega")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.lista = QTreeWidget()
        self.lista.setAccessibleName("Lo que cambiaría")
        self.lista.setHeaderLabels(["Qué", "Qué le pasa"])
        self.lista.setUniformRowHeights(True)
        self.lista.header().setStretchLastSection(False)
        self.lista.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.lista.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._renglones = [renglon for bajo in self._grupos() for renglon in self._grupo(bajo)]
        self.detalle = Letrero()
        self.detalle.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.botones, self.hacer = aceptar_o_cancelar("", self._hacer, self.close)
        self._armar()
        self.lista.itemChanged.connect(lambda *_: self._contar())
        self.lista.currentItemChanged.connect(lambda *_: self._mostrar())
        self.lista.setCurrentItem(self._renglones[0])
        self._contar()
        self.lista.setFocus()

    def _armar(self) -> None:
        que = (
            "Ese año todavía no está aquí: llega entero."
            if self._llegada.nuevo
            else "Es lo que trae distinto."
        )
        nota = (
            "Nada cambia hasta que lo pida; antes queda una copia, y se puede deshacer. Lo firmado no cambia."
            f" {self._llegada.dicho_de_las_notas}"
        ).strip()
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(8)
        acomodo.addWidget(
            Letrero(f"«{self._llegada.ruta.name}» trae el plan de {self._llegada.ejercicio}. {que}")
        )
        acomodo.addWidget(self.lista, 3)
        acomodo.addWidget(con_barra(self.detalle), 2)
        acomodo.addWidget(Letrero(nota, "letra_tenue"))
        acomodo.addWidget(self.botones)
        self.medir(100, 34)

    def _grupos(self) -> dict[str, list[Llega]]:
        grupos: dict[str, list[Llega]] = {}
        for llega in self._llegada.cambios:
            grupos.setdefault(llega.donde, []).append(llega)
        return grupos

    def _grupo(self, bajo: str) -> list[QTreeWidgetItem]:
        """Los renglones de un grupo, bajo el suyo, que los marca y los quita a todos."""
        madre = QTreeWidgetItem(self.lista, [bajo])
        madre.setFlags(madre.flags() | Qt.ItemFlag.ItemIsAutoTristate | Qt.ItemFlag.ItemIsUserCheckable)
        renglones: list[QTreeWidgetItem] = []
        for llega in self._grupos()[bajo]:
            pasa = f"{llega.cambio.que}; se perdería algo" if llega.se_pierde else llega.cambio.que
            renglon = QTreeWidgetItem(madre, [sin_volteos(llega.nombre), pasa])
            renglon.setData(0, _LLEGA, llega)
            renglon.setToolTip(0, sin_marcado(llega.nombre))
            renglon.setCheckState(0, _MARCADO if llega.de_entrada else Qt.CheckState.Unchecked)
            if not llega.posible:
                renglon.setFlags(renglon.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            renglones.append(renglon)
        madre.setExpanded(True)
        return renglones

    def elegidos(self) -> frozenset[str]:
        """Los que siguen marcados."""
        return frozenset(r.data(0, _LLEGA).clave for r in self._renglones if r.checkState(0) == _MARCADO)

    def _contar(self) -> None:
        cuantos = len(self.elegidos())
        self.hacer.setText(f"&Hacer {cantidad_de_lista(cuantos, _CAMBIO)}" if cuantos else "&Hacer")
        self.hacer.setEnabled(bool(cuantos))

    def _mostrar(self) -> None:
        renglon = self.lista.currentItem()
        llega: Llega | None = renglon.data(0, _LLEGA) if renglon else None
        if llega is None:
            self.detalle.decir("")
            return
        avisos = [aviso for aviso in (llega.se_pierde, llega.ya_hay) if aviso]
        dicho = "\n".join([*avisos, *(sin_volteos(str(d)) for d in llega.diferencias)])
        self.detalle.decir(dicho or llega.nombre, "atencion" if avisos else None)

    def _hacer(self) -> None:
        elegidos = self.elegidos()
        self._sesion.respaldar_antes(
            lambda: self._sesion.espera.cuando_se_pueda(lambda: self._hacer_ya(elegidos))
        )

    def _hacer_ya(self, elegidos: frozenset[str]) -> None:
        """Los hace; si no se pudo, ya se dijo por qué y aquí se sigue eligiendo."""
        if self._sesion.logra(entrar_plan, self._llegada, elegidos) and isValid(self):
            self.close()
            self.hecho.emit(self._llegada.ejercicio)
