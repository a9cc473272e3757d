"""La pestaña Informe: a la izquierda sus datos y lo que le falta; a la derecha, sus hojas."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from ut_escritorio.dominio.faltas import Falta
from ut_escritorio.dominio.foto import FotoTrimestre
from ut_escritorio.informe.armado.informe import faltas
from ut_escritorio.interfaz.comunes.pendientes import ListaDeFaltas
from ut_escritorio.interfaz.comunes.piezas import Letrero, boton, con_barra, tarjeta
from ut_escritorio.interfaz.comunes.sesion import Sesion
from ut_escritorio.interfaz.informe.remision import DatosDeRemision
from ut_escritorio.interfaz.informe.vista_previa import VistaPrevia


class PestanaInforme(QWidget):
    """`pide_pdf` sale al oprimir «Informe en PDF»; `pide_ir`, con el lugar y el origen de una falta."""

    pide_pdf = Signal()
    pide_ir = Signal(str, str)

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self.datos = DatosDeRemision(sesion)
        self.faltas = ListaDeFaltas()
        self.vista = VistaPrevia(sesion)
        self.divisor = QSplitter(Qt.Orientation.Horizontal)
        self._estado = Letrero()
        self._armar()
        self.faltas.pide_ir.connect(self._ir)
        self.refrescar(sesion.foto)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Pone al día los datos y lo que falta; la vista queda marcada como vieja."""
        self.datos.refrescar(foto)
        todas = faltas(foto)
        self.faltas.poner(foto.plan, _por_componente(foto, todas))
        if todas:
            self._estado.decir("Mientras falte algo, cada hoja sale con la palabra BORRADOR.", "atencion")
        else:
            self._estado.decir("Listo para imprimir.", "bien")
        self.vista.envejecer()

    def enfocar_origen(self, origen: str) -> None:
        """Va al oficio al que le falta un dato."""
        clase, _, departamento = origen.partition(":")
        if clase == "oficio":
            self.datos.enfocar(departamento.partition("#")[0])
        elif origen:
            # Quién firma, y con qué cargo, depende del día de la firma.
            self.datos.fecha.setFocus()

    def divisores(self) -> QByteArray:
        """Cómo quedó el divisor, para recordarlo."""
        return self.divisor.saveState()

    def poner_divisores(self, guardado: QByteArray) -> None:
        """Deja el divisor como se recuerda."""
        self.divisor.restoreState(guardado)

    def _armar(self) -> None:
        izquierda = QWidget()
        columna = QVBoxLayout(izquierda)
        for titulo, pieza in (("Datos del informe", self.datos), ("Lo que falta", self.faltas)):
            marco, dentro = tarjeta()
            dentro.addWidget(Letrero(titulo, aumento=1.15, negrita=True))
            dentro.addWidget(pieza)
            columna.addWidget(marco)
        columna.addWidget(self._estado)
        columna.addWidget(boton("Informe en PDF  F12", self.pide_pdf.emit, "pdf"))
        columna.addStretch()
        self.divisor.addWidget(con_barra(izquierda))
        self.divisor.addWidget(self.vista)
        self.divisor.setStretchFactor(1, 1)
        self.divisor.setSizes([430, 700])
        self.divisor.setChildrenCollapsible(False)
        acomodo = QVBoxLayout(self)
        acomodo.addWidget(self.divisor)

    def _ir(self, lugar: str, origen: str) -> None:
        if lugar:
            self.pide_ir.emit(lugar, origen)
        else:
            self.enfocar_origen(origen)


def _por_componente(foto: FotoTrimestre, todas: tuple[Falta, ...]) -> list[tuple[str, list[Falta]]]:
    """Las faltas repartidas por componente; al final, las del informe mismo."""
    grupos: dict[str, list[Falta]] = {f"Componente {c.numero}": [] for c in foto.plan.componentes}
    for falta in todas:
        cadena = foto.plan.cadena.get(falta.lugar)
        grupo = f"Componente {cadena[0].numero}" if cadena else "Oficios y firmas"
        grupos.setdefault(grupo, []).append(falta)
    return [(nombre, suyas) for nombre, suyas in grupos.items() if suyas]
