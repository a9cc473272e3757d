"""La ficha de un cuadro, de los de las clases que el plan ofrece: el que está, o uno nuevo."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.cuadro_pedido import (
    CuadroPedido,
    con_cuadro,
    con_otro_pedido,
    cuantas_cosas,
    de_su_clase,
    lleva,
)
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cuadros import Molde
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import agrandar, boton, desechar
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha, campo, filas
from ut_escritorio.interfaz.plan.fichas.que_cuenta import QueCuenta

_SEXOS: dict[Sexo, str] = {"mujeres": "Mujeres", "hombres": "Hombres", "ni": "N/I"}
_MAS = 9
"""Lo más que un cuadro puede contar a la vez."""


class FichaDeCuadro(Ficha):
    """La clase, lo que cuenta y lo que en él se lee; al lado se ve cómo queda."""

    def __init__(self, plan: Plan, lugar: str, cuadro: str, pedido: CuadroPedido, tras: str = "") -> None:
        super().__init__()
        self.titulo, self.guardar = ("Cuadro", "Guardar") if cuadro else ("Cuadro nuevo", "Agregar")
        self._plan, self._lugar, self._cuadro, self._tras = plan, lugar, cuadro, tras
        self._moldes = {molde.clave: molde for molde in plan.moldes}
        self.clase = ListaQueCede("Clase de cuadro", 10)
        for molde in plan.moldes:
            self.clase.addItem(molde.nombre, molde.clave)
        self.cuentan: list[QueCuenta] = []
        self._de_cuentas = QVBoxLayout()
        self.mas = boton("Contar algo &más", self._contar_mas, "agregar")
        self.menos = boton("Quitar lo últi&mo", self._contar_menos, "quitar")
        self.titulo_impreso = campo("Título", ayuda="Encabeza todo el cuadro")
        self.esquina = campo("Rótulo de la orilla", ayuda="Encabeza los rótulos de la izquierda")
        self.cuando = ListaQueCede("Los meses", 10)
        self.cuando.addItem("Los tres meses", True)
        self.cuando.addItem("Solo el trimestre", False)
        self.sobre_meses = campo("Sobre los meses", ayuda="Por ejemplo: MES")
        self.sobre_sexos = campo("Sobre los sexos", ayuda="Por ejemplo: GÉNERO")
        self.sexos = {sexo: agrandar(QCheckBox(dicho)) for sexo, dicho in _SEXOS.items()}
        self.con_unidad = agrandar(QCheckBox("El total dice su unidad («192 MONITOREOS»)"))
        self.total = agrandar(QCheckBox("Renglón TOTAL abajo"))
        self._armar()
        self._ensenar(pedido)
        self._conectar()

    def dicho(self) -> CuadroPedido:
        molde = self._molde()
        sexos = next((b.sexos or SEXOS for b in (*molde.filas, *molde.columnas) if b.eje == "sexos"), ())
        en_orden = dict.fromkeys((*sexos, *SEXOS)) if sexos else {}
        return CuadroPedido(
            molde.clave,
            tuple(cuenta.dicha() for cuenta in self.cuentan),
            self.titulo_impreso.text().strip(),
            self.esquina.text().strip(),
            self._rotulos(),
            self.sobre_meses.text().strip() if lleva(molde, "meses") else "",
            self.sobre_sexos.text().strip() if sexos else "",
            tuple(sexo for sexo in en_orden if self.sexos[sexo].isChecked()),
            self.con_unidad.isChecked() and lleva(molde, "trimestre"),
            self.total.isChecked(),
            self.cuando.currentData() or not lleva(molde, "meses"),
        )

    def pedido(self) -> Cambio | None:
        dicho, lugar, cuadro, tras = self.dicho(), self._lugar, self._cuadro, self._tras
        if cuadro:
            return Cambio("Cambiar un cuadro", lambda plan: con_otro_pedido(plan, cuadro, dicho))
        return Cambio("Agregar un cuadro", lambda plan: con_cuadro(plan, lugar, dicho, tras))

    def empezar(self) -> None:
        self.clase.setFocus()

    def _molde(self) -> Molde:
        return self._moldes[self.clase.currentData()]

    def _rotulos(self) -> tuple[str, ...]:
        if not lleva(self._molde(), "cifras"):
            return ()
        rotulos = tuple(cuenta.rotulo.text().strip() for cuenta in self.cuentan)
        return rotulos if any(rotulos) else ()

    def _armar(self) -> None:
        de_sexos, de_cuentas = QWidget(), QWidget()
        hilera = HileraQueSeParte(de_sexos, entre=6)
        for casilla in self.sexos.values():
            hilera.agregar(casilla)
        de_cuentas.setLayout(self._de_cuentas)
        self._de_cuentas.setContentsMargins(0, 0, 0, 0)
        gestos = QWidget()
        de_gestos = QHBoxLayout(gestos)
        de_gestos.setContentsMargins(0, 0, 0, 0)
        for pieza in (self.mas, self.menos):
            de_gestos.addWidget(pieza)
        de_gestos.addStretch()
        self._gestos, self._de_sexos = gestos, de_sexos
        self._letreros = filas(
            self,
            (
                ("Clase", self.clase), ("", de_cuentas), ("", gestos), ("Título", self.titulo_impreso),
                ("Orilla", self.esquina), ("Meses", self.cuando), ("Sobre ellos", self.sobre_meses),
                ("Sexos", de_sexos), ("Sobre ellos", self.sobre_sexos), ("", self.con_unidad),
                ("", self.total),
            ),
        )  # fmt: skip

    def _conectar(self) -> None:
        self.clase.currentIndexChanged.connect(lambda _: self._al_escoger())
        for pieza in (self.titulo_impreso, self.esquina, self.sobre_meses, self.sobre_sexos):
            pieza.textChanged.connect(lambda _: self.cambio.emit())
        self.cuando.currentIndexChanged.connect(lambda _: self.cambio.emit())
        for casilla in (*self.sexos.values(), self.con_unidad, self.total):
            casilla.toggled.connect(lambda _: self.cambio.emit())

    def _ensenar(self, pedido: CuadroPedido) -> None:
        self.clase.setCurrentIndex(max(0, self.clase.findData(pedido.clase)))
        rotulos = (*pedido.rotulos, *[""] * _MAS)
        for cosa, rotulo in zip(pedido.cosas, rotulos, strict=False):
            self._agregar(QueCuenta(self._plan, len(self.cuentan) + 1, self._lugar, cosa, rotulo))
        self._poner_lo_leido(pedido)
        self.titulo_impreso.setText(pedido.titulo)
        self.titulo_impreso.setCursorPosition(0)
        self.cuando.setCurrentIndex(0 if pedido.por_mes else 1)
        self._al_dia()

    def _poner_lo_leido(self, pedido: CuadroPedido) -> None:
        self.esquina.setText(pedido.esquina)
        self.sobre_meses.setText(pedido.sobre_meses)
        self.sobre_sexos.setText(pedido.sobre_sexos)
        for sexo, casilla in self.sexos.items():
            casilla.setChecked(sexo in pedido.sexos)
        self.con_unidad.setChecked(pedido.total_con_unidad)
        self.total.setChecked(pedido.total)
        for pieza in (self.esquina, self.sobre_meses, self.sobre_sexos):
            pieza.setCursorPosition(0)

    def _al_escoger(self) -> None:
        """Otra clase propone lo suyo; lo que ya se cuenta se queda."""
        self._poner_lo_leido(de_su_clase(self._molde()))
        self._al_dia()
        self.cambio.emit()

    def _al_dia(self) -> None:
        """Tantas cosas como la clase pide, y solo lo que en ella se puede decir."""
        molde = self._molde()
        pide, puede_mas = cuantas_cosas(molde)
        while len(self.cuentan) < pide:
            self._agregar(QueCuenta(self._plan, len(self.cuentan) + 1, self._lugar, None, ""))
        while len(self.cuentan) > pide and not puede_mas:
            desechar(self.cuentan.pop())
        self._gestos.setVisible(puede_mas)
        self.mas.setEnabled(len(self.cuentan) < _MAS)
        self.menos.setEnabled(len(self.cuentan) > pide)
        for cuenta in self.cuentan:
            cuenta.con_rotulo(lleva(molde, "cifras"))
        for pieza, eje in (
            (self.cuando, "meses"), (self.sobre_meses, "meses"), (self._de_sexos, "sexos"),
            (self.sobre_sexos, "sexos"), (self.con_unidad, "trimestre"),
        ):  # fmt: skip
            self._ensenar_fila(pieza, lleva(molde, eje))

    def _ensenar_fila(self, pieza: QWidget, si: bool) -> None:
        pieza.setVisible(si)
        if pieza in self._letreros:
            self._letreros[pieza].setVisible(si)

    def _agregar(self, cuenta: QueCuenta) -> None:
        cuenta.cambio.connect(self.cambio)
        self.cuentan.append(cuenta)
        self._de_cuentas.addWidget(cuenta)

    def _contar_mas(self) -> None:
        self._agregar(QueCuenta(self._plan, len(self.cuentan) + 1, self._lugar, None, ""))
        self._al_dia()
        self.cuentan[-1].nombre.setFocus()
        self.cambio.emit()

    def _contar_menos(self) -> None:
        desechar(self.cuentan.pop())
        self._al_dia()
        self.cambio.emit()
