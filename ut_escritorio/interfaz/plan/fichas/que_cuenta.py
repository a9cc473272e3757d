"""Una de las cosas que un cuadro cuenta: cómo se llama, cómo se dice y de dónde sale."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QSpinBox, QWidget

from ut_escritorio.dominio.cambios_del_plan.armado.cuenta import Cosa, cosa_de
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Contable, Contada, DelLibro
from ut_escritorio.dominio.plan.lugares import decir_lugar
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.lista_cerrada import ListaCerrada
from ut_escritorio.interfaz.plan.fichas.ficha import campo

_NUEVO = "Un número nuevo"
_LO_MAS_ANCHO = 200
"""En puntos: con letra grande, lo que cabe en la ficha sin ir de lado."""
_ESCRITO, _ANOTADO, _LIBRO = range(3)
_QUE: tuple[tuple[str, Contable], ...] = (
    ("cuántos renglones", "registros"),
    ("cuántos oficios distintos", "folios"),
    ("la suma de «Cuántas cosas»", "cantidad"),
    ("cuántos del medio", "cantidad_medio"),
    ("cuántas personas", "personas"),
)


class QueCuenta(QWidget):
    """`cambio` sale con cada cosa que ella escribe o escoge."""

    cambio = Signal()

    def __init__(self, plan: Plan, n: int, lugar: str, cosa: Cosa | None, rotulo: str) -> None:
        super().__init__()
        self._plan, self._lugar, self._propuesto = plan, lugar, ""
        que = f"Cuenta {n}"
        self.numero = ListaQueCede(f"{que}: cuál", 8)
        self.numero.addItem(_NUEVO, "")
        for cifra in sorted(plan.cifras, key=lambda cifra: cifra.nombre.casefold()):
            self.numero.addItem(cifra.nombre, cifra.clave)
        self.nombre = campo(f"{que}: nombre", ayuda="Qué cuenta: Solicitudes recibidas")
        self.rotulo = campo(f"{que}: rótulo", rotulo, "Como se lee en el cuadro; si no, su nombre")
        self.uno = campo(f"{que}: uno", ayuda="uno: solicitud")
        self.varios = campo(f"{que}: varios", ayuda="varios: solicitudes")
        self.genero = ListaQueCede(f"{que}: género", 5)
        self.genero.addItem("el / los", "m")
        self.genero.addItem("la / las", "f")
        for pieza in (self.nombre, self.uno, self.varios):  # su ejemplo se lee entero; si no cabe, va abajo
            entero = pieza.fontMetrics().horizontalAdvance(pieza.placeholderText()) + 16
            pieza.setMinimumWidth(min(entero, _LO_MAS_ANCHO))
        self.sale = ListaQueCede(f"{que}: de dónde sale", 14)
        for dicho in ("Se escribe en el cuadro", "Se cuenta de lo que se anota"):
            self.sale.addItem(dicho)
        if plan.programa.clases:
            self.sale.addItem("Se cuenta del libro de oficios")
        self.que = ListaQueCede(f"{que}: qué se cuenta de lo anotado", 8)
        for dicho, contable in _QUE:
            self.que.addItem(dicho, contable)
        self.donde = ListaQueCede(f"{que}: anotado dónde", 8)
        for clave in plan.lugar:
            if plan.admite_renglones(clave):
                self.donde.addItem(decir_lugar(plan, clave), clave)
        self.medio = ListaQueCede(f"{que}: por qué medio", 8)
        self.medio.addItem("por cualquier medio", "")
        for medio in plan.medios:
            self.medio.addItem(f"por {medio.frase}", medio.clave)
        self.de_clase = ListaQueCede(f"{que}: oficios de qué clase", 8)
        for clase in plan.programa.clases:
            self.de_clase.addItem(clase)
        self.por_dia = QSpinBox()
        self.por_dia.setRange(0, 50)
        self.por_dia.setSpecialValueText("no es diario")
        self.por_dia.setSuffix(" por día hábil")
        self.por_dia.setAccessibleName(f"{que}: cuántas veces por día hábil")
        self._ensenar(cosa)
        self._armar(que)
        self._conectar()
        self._al_dia()

    def dicha(self) -> Cosa:
        """La cosa como ella la dijo."""
        genero = self.genero.currentData()
        era = self._plan.cifra.get(self.numero.currentData())
        return Cosa(
            self.nombre.text().strip(),
            self.uno.text().strip(),
            self.varios.text().strip(),
            genero,
            self.numero.currentData(),
            self._de_donde(),
            cosa_de(era).suma_de_sexos if era else True,
            self.por_dia.value() or None,
        )

    def con_rotulo(self, si: bool) -> None:
        """Si en esta clase de cuadro se lee cómo se llama."""
        self.rotulo.setVisible(si)

    def _de_donde(self) -> Contada | DelLibro | None:
        era = self._plan.cifra.get(self.numero.currentData())
        match self.sale.currentIndex():
            case 1:
                medio = self.medio.currentData()
                antes = era.fuente if era and isinstance(era.fuente, Contada) else Contada("registros")
                return Contada(
                    self.que.currentData(),
                    (self.donde.currentData() or self._lugar,),
                    (medio,) if medio else (),
                    antes.formas,
                    antes.sentidos,
                )
            case 2:
                return DelLibro((self.de_clase.currentText(),))
            case _:
                return None

    def _ensenar(self, cosa: Cosa | None) -> None:
        """Pone en los campos lo de un número; de ninguno, los deja para uno nuevo."""
        dicha = cosa or Cosa("")
        self.numero.setCurrentIndex(max(0, self.numero.findData(dicha.clave)))
        for pieza, texto in ((self.nombre, dicha.nombre), (self.uno, dicha.uno), (self.varios, dicha.varios)):
            pieza.setText(texto)
            pieza.setCursorPosition(0)
        self.genero.setCurrentIndex(self.genero.findData(dicha.genero))
        self.por_dia.setValue(dicha.por_dia or 0)
        self.donde.setCurrentIndex(max(0, self.donde.findData(self._lugar)))
        match dicha.sale:
            case Contada() as contada:
                self.sale.setCurrentIndex(_ANOTADO)
                self.que.setCurrentIndex(self.que.findData(contada.que))
                self.donde.setCurrentIndex(max(0, self.donde.findData((*contada.lugares, "")[0])))
                self.medio.setCurrentIndex(max(0, self.medio.findData((*contada.medios, "")[0])))
            case DelLibro() as del_libro:
                self.sale.setCurrentIndex(_LIBRO)
                self.de_clase.setCurrentText(del_libro.clases[0])
            case None:
                self.sale.setCurrentIndex(_ESCRITO)

    def _armar(self, que: str) -> None:
        acomodo = QGridLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 6)
        acomodo.setColumnStretch(1, 1)
        letrero = Letrero(que, negrita=True)
        letrero.setWordWrap(False)
        acomodo.addWidget(letrero, 0, 0)
        for fila, piezas in enumerate(
            (
                (self.numero, self.nombre), (self.rotulo,), (self.uno, self.varios, self.genero),
                (self.sale, self.por_dia), (self.que, self.donde), (self.medio, self.de_clase),
            )
        ):  # fmt: skip
            hilera = HileraQueSeParte(entre=6)
            for n, pieza in enumerate(piezas):
                hilera.agregar(pieza, 1 if n < 2 else 0)
            acomodo.addLayout(hilera, fila, 1)

    def _conectar(self) -> None:
        self.numero.currentIndexChanged.connect(lambda _: self._al_escoger())
        uno = QCompleter([s.singular for s in self._plan.sustantivos.values()], self.uno)
        uno.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.uno.setCompleter(uno)
        if (lista := uno.popup()) is not None:
            ListaCerrada(lista, self.uno)
        self.uno.textChanged.connect(self._al_decir_uno)
        self.nombre.textChanged.connect(self._al_nombrar)
        for escrito in (self.nombre, self.rotulo, self.uno, self.varios):
            escrito.textChanged.connect(lambda _: self.cambio.emit())
        for lista in (self.genero, self.sale, self.que, self.donde, self.medio, self.de_clase):
            lista.currentIndexChanged.connect(lambda _: self._al_dia())
        self.por_dia.valueChanged.connect(lambda _: self.cambio.emit())

    def _al_escoger(self) -> None:
        cifra = self._plan.cifra.get(self.numero.currentData())
        self._ensenar(cosa_de(cifra) if cifra else None)
        self._al_dia()

    def _al_nombrar(self, nombre: str) -> None:
        """«Solicitudes recibidas» cuenta solicitudes, si de ellas se sabe; lo que ella escribió se queda."""
        if self.uno.text() not in ("", self._propuesto):
            return
        primera = llano(nombre.partition(" ")[0])
        uno = next((s.singular for s in self._plan.sustantivos.values() if llano(s.plural) == primera), "")
        if uno != self._propuesto:
            self._propuesto = uno
            for pieza in (self.uno, self.varios):
                pieza.setText("")
            self.uno.setText(uno)

    def _al_decir_uno(self, uno: str) -> None:
        """De las cosas que el plan ya cuenta se sabe el plural y el género."""
        sabido = next((s for s in self._plan.sustantivos.values() if s.singular == uno.strip()), None)
        if sabido is not None:
            self.varios.setText(sabido.plural)
            self.genero.setCurrentIndex(self.genero.findData(sabido.genero))

    def _al_dia(self) -> None:
        """Enseña solo lo que hace falta decir según de dónde sale."""
        de = self.sale.currentIndex()
        for pieza in (self.que, self.donde, self.medio):
            pieza.setVisible(de == _ANOTADO)
        self.de_clase.setVisible(de == _LIBRO)
        self.por_dia.setVisible(de == _ESCRITO)
        self.cambio.emit()
