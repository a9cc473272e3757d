"""«A varias áreas»: a cuáles va la carta, con qué titular y con qué números; y se toman de una vez."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from ut_escritorio.dominio.cartas import tanda
from ut_escritorio.dominio.cartas.tanda import Area
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.dialogos.dialogo_de_datos import DialogoDeDatos
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.oficios.carta.areas_escritas import (
    AreasEscritas,
    SugerenciasDeAreas,
    es_tomar,
)
from ut_escritorio.interfaz.oficios.carta.listas import MenuDeListas
from ut_escritorio.interfaz.oficios.carta.son_estos import SonEstos
from ut_escritorio.interfaz.oficios.carta.tabla_de_areas import TablaDeAreas
from ut_escritorio.servicios.oficios.varias import ParaVarias, PorVerse

_FALTA = "falta"
_COMO = "Copie en Excel las columnas de área, titular y cargo, y péguelas aquí (Ctrl+V)."


class VariasAreas(DialogoDeDatos):
    """`acepta` sale con lo que se pide; el cuadro se cierra cuando se logró."""

    acepta = Signal(object)

    def __init__(self, padre: QWidget, vista: PorVerse, sesion: Sesion, a_quien: str = "") -> None:
        super().__init__(padre)
        self._vista = vista
        self._de_la_carta = tanda.escritas_en(vista.catalogo, a_quien, vista.dia)
        self._areas: tuple[Area, ...] = ()
        self._fuera: frozenset[str] = frozenset()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"A varias áreas · {vista.abierta.plantilla.nombre}")
        self.tabla = TablaDeAreas()
        self.una = AreasEscritas()
        SugerenciasDeAreas(self.una, vigentes_el(vista.catalogo, vista.dia), acepta_la_primera=True)
        self.pegar = boton("Pegar de Excel", self.pegar_de_excel, "traer", "Ctrl+V")
        self.pasadas = boton("Las de la &vez pasada", lambda: self.poner(vista.pasadas))
        self.todas = boton("Todas las de Oficina", self._todas)
        self.listas = MenuDeListas(self, sesion, vista, lambda: self._areas, self.poner)
        self.quitar = boton("Quitar las elegidas", self._quitar, "quitar", "Supr")
        self.seguidos, self.pegados = QRadioButton("Números seguidos"), QRadioButton("Los que pego:")
        self.numeros = CuadroLimpio()
        self.son_estos = SonEstos(vista, sesion.trimestre)
        self.aviso, self.cuantas = Letrero(tinta="error"), Letrero(_COMO, "letra_tenue")
        self.tomar = boton("Tomar números", self._aceptar, "agregar", "Ctrl+Enter")
        self.cerrar = boton("Cerrar", self.reject, "cancelar", "Esc")
        self._armar()
        self._conectar()
        self.pasadas.setVisible(bool(vista.pasadas))
        self._poner_las_de_la_carta()

    def _armar(self) -> None:
        arriba, abajo, de_numeros = QWidget(), QHBoxLayout(), QHBoxLayout()
        hilera = HileraQueSeParte(arriba, entre=6)
        self.una.setAccessibleName("Agregar áreas")
        self.una.setPlaceholderText("Agregar áreas, con punto y coma")
        pide = self.una.fontMetrics().horizontalAdvance(self.una.placeholderText())
        self.una.setMinimumWidth(pide + self.fontMetrics().averageCharWidth() * 3)
        hilera.agregar(self.una, 1)
        for pieza in (self.pegar, self.pasadas, self.todas, self.listas.boton, self.quitar):
            hilera.agregar(pieza)
        self.numeros.setAccessibleName("Números, uno por área")
        self.numeros.setPlaceholderText("Uno por renglón, en el orden de las áreas")
        self.numeros.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 14)
        self.numeros.setTabChangesFocus(True)
        self.seguidos.setEnabled(self._vista.se_sabe)
        (self.seguidos if self._vista.se_sabe else self.pegados).setChecked(True)
        for pieza in (self.seguidos, self.pegados):
            de_numeros.addWidget(pieza)
        de_numeros.addWidget(self.numeros, 1)
        abajo.addWidget(self.cuantas, 1)
        abajo.addWidget(self.tomar)
        abajo.addWidget(self.cerrar)
        acomodo = QVBoxLayout(self)
        acomodo.addWidget(arriba)
        acomodo.addWidget(self.tabla, 1)
        acomodo.addLayout(de_numeros)
        for pieza in (self.son_estos, self.aviso):
            acomodo.addWidget(pieza)
        acomodo.addLayout(abajo)
        self.medir(150, 36)
        self.una.setFocus()

    def _conectar(self) -> None:
        self.una.returnPressed.connect(self._agregar)
        self.una.pide_pegar.connect(self.pegar_de_excel)
        self.una.pide_tomar.connect(self._agregar_y_tomar)
        self.tabla.pide_pegar.connect(self.pegar_de_excel)
        self.tabla.pide_quitar.connect(self._quitar)
        self.tabla.escribio.connect(self._escribir)
        self.tabla.marco.connect(self._marcar)
        self.tabla.itemSelectionChanged.connect(self._al_elegir)
        self.numeros.textChanged.connect(self._al_escribir_numeros)
        self.pegados.toggled.connect(lambda _: self._decir())

    def lo_dicho(self) -> object:
        return self._areas, self._fuera, self.numeros.limpio(), self.una.text().strip()

    # --- las áreas --------------------------------------------------------------------------------

    def _poner_las_de_la_carta(self) -> None:
        """Las que ya escribió en «A quién va»; de las que Oficina no tiene, lo dice."""
        self._cambiar(self._de_la_carta)
        if nuevas := tanda.desconocidas(self._vista.catalogo, self._de_la_carta):
            self.aviso.decir(
                f"En Oficina no hay {_entre_comillas(nuevas, ' ni ')}: al tomar números se agrega así. "
                "Si la escribió mal, quítela y agregue la que es.",
                "atencion",
            )

    def poner(self, areas: Sequence[Area]) -> None:
        """Deja esas áreas, con lo que el catálogo sabe de cada una; todas van.

        Si entre ellas no está una que la carta decía, lo dice.
        """
        self._fuera = frozenset()
        self._cambiar(areas)
        puestas = {llano(area.nombre) for area in self._areas}
        faltan = [area.nombre for area in self._de_la_carta if llano(area.nombre) not in puestas]
        if faltan:
            self.aviso.decir(
                f"La carta decía {_entre_comillas(faltan, ' y ')}, y aquí ya no está. "
                "Si también va, agréguela.",
                "atencion",
            )

    def _cambiar(self, areas: Sequence[Area]) -> None:
        """Deja esas áreas; a las que ya estaban sin marca no se les pone."""
        catalogo, dia = self._vista.catalogo, self._vista.dia
        self._areas = tuple(tanda.completada(catalogo, area, dia) for area in areas)
        self._fuera &= {llano(area.nombre) for area in self._areas}
        self.aviso.decir("")
        self._decir()

    def _van(self) -> tuple[Area, ...]:
        """Las que llevan su marca: a las demás, esta vez no se les escribe."""
        return tuple(area for area in self._areas if llano(area.nombre) not in self._fuera)

    def _marcar(self, filas: Sequence[int], va: bool) -> None:
        """Pone o quita la marca de unas áreas; los números se recorren."""
        suyas = {llano(self._areas[fila].nombre) for fila in filas}
        self._fuera = self._fuera - suyas if va else self._fuera | suyas
        self._decir()

    def pegar_de_excel(self) -> None:
        """Toma lo copiado en Excel: todo o nada."""
        try:
            areas = tanda.leer_areas(QGuiApplication.clipboard().text())
        except ValorInvalido as reparo:
            self.aviso.decir(str(reparo), "error")
            return
        self.poner(areas)
        self._pasar_a_tomarlos()

    def _pasar_a_tomarlos(self) -> None:
        """El cursor a su botón, y que se vea: Qt no pinta el marco del que ella no alcanzó con Tab."""
        self.tomar.setFocus()
        self.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)
        self.tomar.update()

    def _agregar(self) -> None:
        """Las escritas, a las que ya están; Enter sin escribir nada pasa a tomarlas."""
        try:
            areas = tanda.con_otras(self._areas, self.una.text(), self._de_la_carta)
        except ValorInvalido as reparo:
            self.aviso.decir(str(reparo), "error")
            return
        self.una.setText("")
        if areas == self._areas:
            self._pasar_a_tomarlos()
        else:
            self._cambiar(areas)

    def _agregar_y_tomar(self) -> None:
        """Las que se estén escribiendo también; si alguna no se entiende, no se toma ninguno."""
        if self.una.text().strip():
            self._agregar()
        if self._van() and not self.una.text().strip():
            self._aceptar()

    def _todas(self) -> None:
        self.poner(tanda.areas_del_catalogo(self._vista.catalogo, self._vista.dia))

    def _quitar(self) -> None:
        fuera = self.tabla.elegidas()
        self._cambiar([area for fila, area in enumerate(self._areas) if fila not in fuera])

    def _escribir(self, fila: int, titular: str, cargo: str) -> None:
        """El titular y el cargo que ella escribe en su celda."""
        areas = list(self._areas)
        areas[fila] = replace(areas[fila], titular=titular, cargo=cargo)
        self._cambiar(areas)

    def _al_elegir(self) -> None:
        self.quitar.setEnabled(bool(self.tabla.elegidas()))

    # --- los números y lo que se pide -------------------------------------------------------------

    def _al_escribir_numeros(self) -> None:
        if self.numeros.limpio():
            self.pegados.setChecked(True)
        self._decir()

    def _pegados(self) -> str:
        return self.numeros.limpio() if self.pegados.isChecked() else ""

    def _decir(self) -> None:
        """El número de cada una; cuántas van, cuáles sin titular y en qué número termina."""
        van, todas = self._van(), len(self._areas)
        cuantas, numeros = len(van), self._vista.numeros(len(van), self._pegados())
        self._ensenar(numeros)
        self._al_elegir()
        self.tomar.setEnabled(bool(cuantas))
        self.tomar.setText(_tomar(cuantas))
        self.tomar.setAccessibleName(self.tomar.text())
        self.son_estos.ofrecer(cuantas)
        if not todas:
            self.cuantas.decir(_COMO)
            return
        sin_titular = sum(not area.titular for area in van)
        de_todas = f"{cuantas} de {todas} áreas" if cuantas != todas else f"{cuantas} áreas"
        partes = [de_todas if todas != 1 or not cuantas else "Un área"]
        partes += [f"{sin_titular} sin titular"] if sin_titular else []
        if numeros and not self._pegados():
            partes.append(f"termina en {numeros[-1]}")
        self.cuantas.decir(" · ".join(partes))

    def _ensenar(self, numeros: Sequence[str]) -> None:
        """Cada área con el número que le tocaría y lo que pasa con ella en Oficina."""
        catalogo, dia, por_dar = self._vista.catalogo, self._vista.dia, iter(numeros)
        van = [llano(area.nombre) not in self._fuera for area in self._areas]
        self.tabla.poner(
            [
                (
                    next(por_dar, _FALTA) if va else "",
                    area.nombre,
                    area.titular,
                    area.cargo,
                    tanda.que_pasa(catalogo, area, dia) or "ya está",
                )
                for area, va in zip(self._areas, van, strict=True)
            ],
            van,
        )

    def _aceptar(self) -> None:
        self.acepta.emit(ParaVarias(self._van(), self._pegados(), self.son_estos.elegido))

    def no_se_pudo(self, por_que: str) -> None:
        """Sigue abierto, con lo escrito y por qué no."""
        self.aviso.decir(por_que, "error")

    def keyPressEvent(self, arg__1: QKeyEvent) -> None:
        if QKeySequence(arg__1.keyCombination()) == QKeySequence("Ctrl+V"):
            self.pegar_de_excel()
        elif es_tomar(arg__1):
            self._agregar_y_tomar()
        else:
            super().keyPressEvent(arg__1)


def _tomar(cuantas: int) -> str:
    return "Tomar un número" if cuantas == 1 else f"Tomar {cuantas} números" if cuantas else "Tomar números"


def _entre_comillas(nombres: Sequence[str], y: str) -> str:
    """Los primeros tres, y cuántos más."""
    dichos = [f"«{nombre}»" for nombre in nombres[:3]]
    dichos += [f"{len(nombres) - 3} más"] if len(nombres) > 3 else []
    return y.join(filter(None, [", ".join(dichos[:-1]), dichos[-1]]))


def vigentes_el(catalogo: Catalogo, dia: date) -> tuple[str, ...]:
    """Cómo se llaman las áreas que existen ese día."""
    return tuple(area.nombre for area in tanda.areas_del_catalogo(catalogo, dia))
