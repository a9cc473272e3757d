"""Por cuál número va la serie: se pregunta una vez, y antes de tomar el que sigue sin saberlo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from ut_escritorio.dominio.oficios.folios import Serie
from ut_escritorio.dominio.trimestre.renglones import leer_folio
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, boton
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueCede
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficios import numeros
from ut_escritorio.servicios.oficios.libro import en_el_anio

_PARA_QUE = "Hace falta para saber cuál sigue. Mire el último oficio que salió, o el libro de la oficina."


class PorCualVa(QWidget):
    """«¿Cuál fue el último número que tomó en 2031? UT/[ ]»: Enter lo guarda.

    `contesto` sale con el número (None: no lo sabe) y si desde ahí se llevan aquí todos. `si_no`, el rótulo
    del botón de no saberlo.
    """

    contesto = Signal(object, bool)

    def __init__(self, *, si_no: str, guardar: str = "Guardar") -> None:
        super().__init__()
        self._serie: Serie | None = None
        self._letrero, self._antes, self._despues = LetreroQueCede(), LetreroQueCede(), LetreroQueCede()
        self.campo, self.reparo = _Numero(), Letrero(tinta="error")
        self.campo.entro.connect(self._contestar)
        self.lleva = agrandar(QCheckBox("Desde ahí se llevan aquí todos"))
        self.lleva.setToolTip("Así se avisa si falta un número entre los oficios.")
        self._letrero.setBuddy(self.campo)
        self.campo.textChanged.connect(lambda: self.reparo.decir(""))
        acomodo, hilera = QVBoxLayout(self), HileraQueSeParte(entre=6)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addLayout(hilera)
        acomodo.addWidget(self.reparo)
        hilera.agregar(self._letrero)
        hilera.agregar_juntas(self._antes, self.campo, self._despues)
        hilera.agregar(self.lleva)
        self.guardar = boton(guardar, self._contestar, "guardar", "Enter")
        self.no_se = boton(si_no, lambda: self.contesto.emit(None, False))
        for pieza in (self.guardar, self.no_se):
            hilera.agregar(pieza)

    def poner(self, serie: Serie) -> None:
        """De qué serie y año se pregunta."""
        self._serie = serie
        self._letrero.setText(f"¿Cuál fue el último número que tomó en {serie.anio}?")
        self._antes.setText(serie.antes)
        self._despues.setText(f"/{serie.anio}")
        self.campo.setAccessibleName(self._letrero.text())
        self.campo.setFixedWidth(self.fontMetrics().averageCharWidth() * (serie.ancho + 8))

    def _contestar(self) -> None:
        escrito = self.campo.text().strip()
        folio = leer_folio(self._serie.folio(escrito) if self._serie else escrito)
        if folio.numero is not None:
            self.contesto.emit(folio.numero, self.lleva.isChecked())
            return
        dicho = f"«{escrito[:40]}» no es un número de oficio. " if escrito else ""
        self.reparo.decir(f"{dicho}Escriba el último que tomó, por ejemplo 654.", "error")
        self.campo.setFocus()
        self.campo.selectAll()


class _Numero(CampoLimpio):
    entro = Signal()

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if arg__1.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entro.emit()
        else:
            super().keyPressEvent(arg__1)


class CuadroDelUltimo(Dialogo):
    """Se abre al tomar el que sigue sin saber por cuál va; Esc no toma ninguno."""

    def __init__(self, padre: QWidget, serie: Serie, si_no: str, guardar: str = "Guardar y seguir") -> None:
        super().__init__(padre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Por cuál número va")
        self.pregunta = PorCualVa(si_no=si_no, guardar=guardar)
        self.pregunta.poner(serie)
        acomodo = QVBoxLayout(self)
        acomodo.addWidget(self.pregunta)
        acomodo.addWidget(Letrero(_PARA_QUE, "letra_tenue"))
        acomodo.addStretch()
        self.medir(112)
        self.pregunta.campo.setFocus()


def sabiendo_por_cual_va(
    padre: QWidget,
    sesion: Sesion,
    anio: int,
    seguir: Callable[[], object],
    sin_saber: tuple[str, Callable[[], object]] = ("Dejarlo sin número", lambda: None),
    guardar: str = "Guardar y seguir",
) -> None:
    """Sigue si se sabe por cuál número va ese año o cuando ella lo diga; si no lo sabe, hace lo otro."""
    falta = sesion.consultar(lambda exp, t: numeros.no_se_sabe(exp, en_el_anio(exp, t, anio)))
    serie = sesion.consultar(lambda exp, t: numeros.serie_que_sigue(exp, en_el_anio(exp, t, anio)))
    if not falta or serie is None:
        seguir()
        return
    rotulo, lo_otro = sin_saber
    cuadro = CuadroDelUltimo(padre, serie, rotulo, guardar)

    def contesto(cual: int | None, se_lleva_aqui: bool) -> None:
        if cual is None:
            cuadro.reject()
            lo_otro()
        elif decir_el_ultimo(sesion, anio, cual, se_lleva_aqui=se_lleva_aqui):
            cuadro.accept()
            seguir()

    cuadro.pregunta.contesto.connect(contesto)
    cuadro.open()


def pedir_el_ultimo(padre: QWidget, sesion: Sesion) -> None:
    """Pregunta por cuál va el año que se ve; si no lo sabe, ya no se le pregunta."""
    anio = sesion.trimestre.ejercicio
    no_lo_sabe = (
        "No sé, lo escribo cada vez",
        lambda: decir_el_ultimo(sesion, anio, None, se_lleva_aqui=False),
    )
    sabiendo_por_cual_va(padre, sesion, anio, lambda: None, no_lo_sabe, "Guardar")


def decir_el_ultimo(sesion: Sesion, anio: int, cual: int | None, *, se_lleva_aqui: bool) -> bool:
    """Guarda cuál fue el último número de un año; None: no lo sabe. Dice si se logró."""
    return sesion.logra(
        lambda exp, t: numeros.decir_ultimo(exp, en_el_anio(exp, t, anio), cual, se_lleva_aqui=se_lleva_aqui)
    )
