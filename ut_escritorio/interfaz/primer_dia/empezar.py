"""«Empezar mi trimestre»: año y trimestre, quién firma, la leyenda, los logotipos y qué captura ella."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.cambios_del_plan.inicio import Inicio, QuienFirma, cargo_de_quien_elabora
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.dominio.plan.arbol import Componente
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, sin_atajo
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.logotipos import Logotipos
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.servicios.oficina.primer_dia import ParaEmpezar


class Empezar(QWidget):
    """El formulario, con lo que se puede proponer ya puesto."""

    def __init__(self, de: ParaEmpezar) -> None:
        super().__init__()
        self._propuesto, self._leido = de.propuesto, de.leido
        self.anio = QSpinBox()
        self.anio.setRange(2000, 2100)
        self.anio.setValue(de.propuesto.trimestre.ejercicio)
        self.anio.setAccessibleName("Año")
        self.trimestre = ListaQueCede("Trimestre", 20)
        for numero in (1, 2, 3, 4):
            self.trimestre.addItem(_decir(numero), numero)
        self.trimestre.setCurrentIndex(de.propuesto.trimestre.numero - 1)
        self.firmas = [_Firma(firma) for firma in de.propuesto.firmas]
        self.leyenda = _campo("Leyenda del año", "Como debe leerse arriba de cada hoja, sin comillas")
        self.administracion = _campo("Administración", "Sus años; por ejemplo, 2031-2033")
        self.logos = Logotipos(de.propuesto.logos, de.imagenes, alto=34)
        self.componentes = [_casilla(c, de.propuesto) for c in de.leido.plan.componentes]
        self.en_blanco = agrandar(QCheckBox("Ninguno de estos: mi plan lo armo en &blanco"))
        self.en_blanco.toggled.connect(self._al_dejarlo_en_blanco)
        self._cargo = self._cargo_que_toca()
        for _, casilla in self.componentes:
            casilla.toggled.connect(lambda _: self._seguir_al_departamento())
        self._armar()

    def inicio(self) -> Inicio:
        """Lo que ella dijo."""
        propios = (self.administracion.text().strip(),) if self.administracion.text().strip() else ()
        return Inicio(
            Trimestre(self.anio.value(), self.trimestre.currentData()),
            tuple(firma.dicha() for firma in self.firmas),
            self._marcados(),
            self.leyenda.text(),
            (*self._propuesto.administracion, *propios),
            self.logos.logos,
            self.en_blanco.isChecked(),
        )

    def _marcados(self) -> frozenset[str]:
        if self.en_blanco.isChecked():
            return frozenset()
        return frozenset(clave for clave, casilla in self.componentes if casilla.isChecked())

    def _al_dejarlo_en_blanco(self, si: bool) -> None:
        for _, casilla in self.componentes:
            casilla.setEnabled(not si)
        self._seguir_al_departamento()

    def _cargo_que_toca(self) -> str:
        return cargo_de_quien_elabora(self._leido.plan, self._leido.catalogo, self._marcados())

    def _seguir_al_departamento(self) -> None:
        """Propone a quien elabora el cargo de su departamento, si aún no escribió otro."""
        antes, self._cargo = self._cargo, self._cargo_que_toca() or self._cargo
        campo = self.firmas[0].cargo
        if campo.text() == antes:
            campo.setText(self._cargo)
            campo.setCursorPosition(0)

    def _armar(self) -> None:
        cuadricula = QGridLayout(self)
        cuadricula.setContentsMargins(0, 0, 0, 0)
        cuadricula.setHorizontalSpacing(12)
        cuadricula.setVerticalSpacing(6)
        cuadricula.setColumnStretch(1, 1)
        self._hilera(cuadricula, "Trimestre", self.trimestre, self.anio)
        for firma in self.firmas:
            juntos = QWidget()
            hilera = HileraQueSeParte(juntos)
            hilera.agregar(firma.nombre, crece=2)
            hilera.agregar(firma.cargo, crece=3)
            self._a_lo_ancho(cuadricula, firma.rotulo, juntos)
        self._a_lo_ancho(cuadricula, "Leyenda del año", self.leyenda)
        self._hilera(cuadricula, "Administración", self.administracion)
        self._a_lo_ancho(cuadricula, "Logotipos", self.logos)
        capturo = QWidget()
        lista = QVBoxLayout(capturo)
        lista.setContentsMargins(0, 0, 0, 0)
        lista.setSpacing(4)
        for _, casilla in self.componentes:
            lista.addWidget(casilla)
        lista.addWidget(self.en_blanco)
        self._a_lo_ancho(cuadricula, "Yo capturo", capturo)

    def _a_lo_ancho(self, cuadricula: QGridLayout, rotulo: str, pieza: QWidget) -> None:
        fila = cuadricula.rowCount()
        cuadricula.addWidget(_rotulo(rotulo), fila, 0)
        cuadricula.addWidget(pieza, fila, 1)

    def _hilera(self, cuadricula: QGridLayout, rotulo: str, *piezas: QWidget) -> None:
        hilera = QWidget()
        acomodo = QHBoxLayout(hilera)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.setSpacing(14)
        for pieza in piezas:
            acomodo.addWidget(pieza)
        acomodo.addStretch()
        self._a_lo_ancho(cuadricula, rotulo, hilera)


class _Firma:
    """El nombre y el cargo de quien firma con un rótulo."""

    def __init__(self, firma: QuienFirma) -> None:
        self._firma, self.rotulo = firma, firma.rotulo or "Firma"
        self.nombre = _campo(f"{self.rotulo}: nombre", "Nombre, como se firma")
        self.cargo = _campo(f"{self.rotulo}: cargo", "Cargo")
        self.cargo.setText(firma.cargo)
        self.cargo.setCursorPosition(0)

    def dicha(self) -> QuienFirma:
        return replace(self._firma, nombre=self.nombre.text(), cargo=self.cargo.text())


def _decir(numero: int) -> str:
    """«2º (abril–junio)»."""
    primero, _, ultimo = Trimestre(2000, numero).meses
    return f"{numero}º ({MESES[primero - 1]}–{MESES[ultimo - 1]})"


def _campo(nombre: str, ayuda: str) -> CampoLimpio:
    campo = CampoLimpio()
    campo.setAccessibleName(nombre)
    campo.setPlaceholderText(ayuda)
    de_la_pantalla = campo.screen().availableGeometry().width()
    campo.setMinimumWidth(min(campo.fontMetrics().averageCharWidth() * 34, de_la_pantalla // 4))
    return campo


def _rotulo(texto: str) -> QLabel:
    rotulo = Letrero(texto, negrita=True)
    rotulo.setWordWrap(False)
    rotulo.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return rotulo


def _casilla(componente: Componente, propuesto: Inicio) -> tuple[str, QCheckBox]:
    casilla = agrandar(QCheckBox(sin_atajo(f"{componente.numero}  {componente.nombre}")))
    casilla.setChecked(componente.clave in propuesto.componentes)
    return componente.clave, casilla
