"""Lo que ocupan el archivo y sus copias, con su porqué, y cómo se le quita lo que ya nadie usa."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.palabras.tamanos import GB, pesa
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo import espacio
from ut_escritorio.servicios.archivo.espacio import Peso

_TOPES = (1, 2, 5, 10, 20, 50)  # GB
_NADA_QUE_QUITAR = 64 * 1024  # octetos: lo vacío de costumbre, que el archivo vuelve a usar


class Espacio(Dialogo):
    """`pide_aligerar` sale cuando ella ya dijo que sí."""

    pide_aligerar = Signal()

    def __init__(self, padre: QWidget, sesion: Sesion, cuaderno: Path) -> None:
        super().__init__(padre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle("Lo que ocupan el archivo y sus copias")
        self._sesion, self._cuaderno = sesion, cuaderno
        self.archivo, self.copias, self.sin_uso = (Letrero() for _ in range(3))
        self.tope = ListaQueCede("Lo más que pueden ocupar las copias", 30)
        self.tope.addItem("lo de costumbre: 5 GB o la décima parte de lo libre", 0)
        for cuantos in _TOPES:
            self.tope.addItem(f"{cuantos} GB", cuantos * GB)
        self.aligerar = boton("&Aligerar el archivo…", self._preguntar)
        self._armar()
        self.poner()
        self.tope.activated.connect(lambda _: self._fijar())

    def poner(self) -> None:
        """Pone al día lo que se lee."""
        self._peso = espacio.peso_de(self._sesion.expediente)
        partes = (
            ("datos", self._peso.datos),
            ("evidencias", self._peso.evidencias),
            ("informes firmados y sus hojas escaneadas", self._peso.firmados),
        )
        dichas = [f"{pesa(octetos)} de {nombre}" for nombre, octetos in partes if octetos]
        total = pesa(self._peso.total)
        solo_datos = dichas == [f"{total} de datos"]
        de_que = "todos son de datos" if solo_datos else lista(dichas)
        self.archivo.decir(f"El archivo pesa {total}: {de_que}.")
        sobra = self._peso.sobra > _NADA_QUE_QUITAR
        self.sin_uso.decir(
            _lo_que_sobra(self._peso) if sobra else "No hay nada que quitarle: todo lo que guarda se usa."
        )
        suyo = not self._sesion.solo_leer and not self._sesion.expediente.es_ejemplo
        self.aligerar.setEnabled(sobra and suyo)
        self._poner_copias()

    def _poner_copias(self) -> None:
        suyas = espacio.de_las_copias(self._sesion.expediente.ruta, self._cuaderno)
        dicho = (
            f"Copias: {suyas.cuantas}, ocupan {pesa(suyas.ocupan)}. Pueden ocupar {pesa(suyas.tope)}; antes "
            "de pasar de ahí se quitan las de cada media hora, luego las de los días, las semanas y los "
            "meses; las tres últimas nunca."
        )
        self.copias.decir(f"{dicho} {suyas.por_espacio}".strip())
        self.tope.setCurrentIndex(max(0, self.tope.findData(suyas.dicho)))

    def _fijar(self) -> None:
        espacio.fijar_tope(self._sesion.expediente.ruta, self.tope.currentData(), self._cuaderno)
        self._poner_copias()

    def _preguntar(self) -> None:
        avisos.preguntar(
            self, f"¿Quitar del archivo {pesa(self._peso.sobra)} que no usa?",
            "Copiar y aligerar", self._si,
            "Antes se hace una copia y se comprueba: ahí queda todo. Después, lo que se hizo hasta ahora ya "
            "no se podrá deshacer. Nada de lo que se ve ni de lo firmado cambia.",
        )  # fmt: skip

    def _si(self) -> None:
        self.accept()
        self.pide_aligerar.emit()

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(10)
        for pieza in (self.archivo, self.sin_uso):
            acomodo.addWidget(pieza)
        acomodo.addWidget(self.aligerar, alignment=Qt.AlignmentFlag.AlignLeft)
        acomodo.addWidget(self.copias)
        campos = QFormLayout()
        campos.addRow("&Pueden ocupar:", self.tope)
        acomodo.addLayout(campos)
        acomodo.addWidget(boton("Cerrar", self.reject), alignment=Qt.AlignmentFlag.AlignRight)
        self.medir(70)


def _lo_que_sobra(peso: Peso) -> str:
    """Lo que se quitaría al aligerarlo, y qué es."""
    sin_uso = f"{pesa(peso.sin_uso)} son de lo que se quitó y ya nadie usa: se guarda por si lo deshace"
    vacios = f"{pesa(peso.vacios)} están vacíos: se vuelven a llenar con lo que capture"
    dichos = [dicho for octetos, dicho in ((peso.sin_uso, sin_uso), (peso.vacios, vacios)) if octetos]
    return f"Además, {'; '.join(dichos)}."
