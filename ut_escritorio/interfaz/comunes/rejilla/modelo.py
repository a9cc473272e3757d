"""El cuadro dibujado, como lo pide una tabla de Qt; lo escrito sale por señales y vuelve con la foto."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from ut_escritorio.dominio.numeros.tabla import CeldaDeCuadro, TablaDeCuadro
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.palabras.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.trimestre.conteos import Casilla, leer_conteo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado
from ut_escritorio.interfaz.comunes.sesion.pendientes import Pendiente
from ut_escritorio.interfaz.comunes.sesion.senales import Senal

Indice = QModelIndex | QPersistentModelIndex
ROL_CELDA = Qt.ItemDataRole.UserRole


class ModeloDeCuadro(QAbstractTableModel):
    """Celdas de una `TablaDeCuadro`; `escrita` sale con (casilla, valor) de lo que ella tecleó.

    `mal_escrita` sale con (casilla, texto, por qué) de lo que no es un número, y `soltada`, con la
    casilla que vuelve a decir lo guardado. `antes`, el número del trimestre anterior de las casillas
    vacías donde se quiere ver. `cerrado` dice por qué no se escribe; vacío: sí se escribe.
    """

    escrita = Signal(object, object)
    mal_escrita = Signal(object, str, str)
    soltada = Signal(object)

    def __init__(self, tabla: TablaDeCuadro) -> None:
        super().__init__()
        self._sin_guardar: Mapping[Casilla, Pendiente] = {}
        self.cerrado = ""
        self.antes: Mapping[Casilla, int] = {}
        self._de_casilla: Callable[[Casilla | None], Senal | None] = lambda _: None
        self._adoptar(tabla)

    def senalar(self, de_casilla: Callable[[Casilla | None], Senal | None]) -> None:
        """Toma lo que la revisión dice de cada celda; quien las pinta las pinta de nuevo.

        No se anuncia como un cambio de datos: Qt pondría lo guardado sobre lo que ella esté escribiendo.
        """
        self._de_casilla = de_casilla

    def poner(self, tabla: TablaDeCuadro) -> None:
        """Muestra otro dibujo del mismo cuadro; si su forma cambió, la tabla empieza de nuevo."""
        misma_forma = [_forma(c) for c in tabla.celdas] == [_forma(c) for c in self.tabla.celdas]
        if not misma_forma:
            self.beginResetModel()
        self._adoptar(tabla)
        if misma_forma:
            self.dataChanged.emit(self.index(0, 0), self.index(tabla.filas - 1, tabla.columnas - 1))
        else:
            self.endResetModel()

    def _adoptar(self, tabla: TablaDeCuadro) -> None:
        self.tabla = tabla
        self._en = {(celda.fila, celda.columna): celda for celda in tabla.celdas}

    def celda(self, indice: Indice) -> CeldaDeCuadro | None:
        """La celda que empieza en ese índice."""
        return self._en.get((indice.row(), indice.column()))

    def indice_de(self, celda: CeldaDeCuadro) -> QModelIndex:
        """El índice donde empieza esa celda."""
        return self.index(celda.fila, celda.columna)

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.tabla.filas

    def columnCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.tabla.columnas

    def flags(self, index: Indice) -> Qt.ItemFlag:
        celda = self.celda(index)
        if celda is None or celda.casilla is None:
            return Qt.ItemFlag.NoItemFlags
        mirable = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return mirable | Qt.ItemFlag.ItemIsEditable if celda.editable and not self.cerrado else mirable

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        celda = self.celda(index)
        if celda is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.dicho(celda)
            case Qt.ItemDataRole.EditRole:
                pendiente = self._pendiente(celda)
                return pendiente.escrito.texto if pendiente else _editable(celda)
            case Qt.ItemDataRole.ToolTipRole:
                return sin_marcado(self._al_posarse(celda)) or None
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._en_voz_alta(celda)
            case _:
                return celda if role == ROL_CELDA else None

    def setData(self, index: Indice, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        celda = self.celda(index)
        if celda is None or celda.casilla is None or role != Qt.ItemDataRole.EditRole:
            return False
        if str(value).strip() == _editable(celda):
            self.soltada.emit(celda.casilla)
            return True
        return self._escribir(celda, str(value))

    def _escribir(self, celda: CeldaDeCuadro, texto: str) -> bool:
        assert celda.casilla is not None
        try:
            valor = leer_conteo(texto)
        except ErrorEsperado as error:
            self.mal_escrita.emit(celda.casilla, texto.strip(), str(error))
            return False
        self.escrita.emit(celda.casilla, valor)
        return True

    def poner_sin_guardar(self, sin_guardar: Mapping[Casilla, Pendiente]) -> None:
        """Deja a la vista, en su casilla, lo escrito que no se guardó y por qué."""
        if sin_guardar != self._sin_guardar:
            self._sin_guardar = sin_guardar
            self.dataChanged.emit(self.index(0, 0), self.index(self.tabla.filas - 1, self.tabla.columnas - 1))

    def dicho(self, celda: CeldaDeCuadro) -> str:
        """Lo que la celda muestra: lo escrito sin guardar o, si nada, lo del archivo."""
        pendiente = self._pendiente(celda)
        return pendiente.escrito.texto if pendiente else dice(celda)

    def dicho_de_antes(self, celda: CeldaDeCuadro) -> str:
        """«antes 64» en una celda vacía, si se quiere ver; si no, nada."""
        numero = self.antes.get(celda.casilla) if celda.casilla and not self.dicho(celda) else None
        return "" if numero is None else f"antes {numero}"

    def _pendiente(self, celda: CeldaDeCuadro) -> Pendiente | None:
        return self._sin_guardar.get(celda.casilla) if celda.casilla else None

    def error_de(self, celda: CeldaDeCuadro) -> str:
        """Por qué no se guardó lo último que ella escribió en esa celda; vacío si todo va bien."""
        pendiente = self._pendiente(celda)
        return pendiente.falla if pendiente else ""

    def senal_de(self, celda: CeldaDeCuadro) -> Senal | None:
        """Lo que la celda tiene por corregir o revisar: lo recién rechazado o lo que dice la revisión."""
        error = self.error_de(celda)
        return Senal(por_corregir=(error,)) if error else self._de_casilla(celda.casilla)

    def _al_posarse(self, celda: CeldaDeCuadro) -> str:
        pendiente, senal = self._pendiente(celda), self.senal_de(celda)
        return pendiente.dice if pendiente else senal.texto if senal else ""

    def _en_voz_alta(self, celda: CeldaDeCuadro) -> str:
        if celda.casilla is None:
            return celda.texto
        if pendiente := self._pendiente(celda):
            return f"{celda.nombre}: {pendiente.dice}"
        senal = self.senal_de(celda)
        antes = self.dicho_de_antes(celda)
        dicho = self.dicho(celda).replace("\n", ", ") or f"vacía{antes and f', {antes}'}"
        partes = [celda.nombre, dicho, senal.texto if senal else ""]
        return ": ".join(parte for parte in partes if parte)


def dice(celda: CeldaDeCuadro) -> str:
    """Lo que la celda muestra: su texto o, si es un total al que le faltan meses, lo sumado y cuáles."""
    valor = celda.valor
    if valor is None or valor.completo or valor.numero is None:
        return celda.texto
    return f"{valor.numero}\n{falta(valor.faltan)}"


def falta(meses: tuple[int, ...]) -> str:
    """«falta junio», «faltan mayo y junio»."""
    return f"falta{'n' if len(meses) > 1 else ''} {lista([nombre_de_mes(mes) for mes in meses])}"


def _editable(celda: CeldaDeCuadro) -> str:
    numero = celda.valor.numero if celda.valor and celda.valor.completo else None
    return "" if numero is None else str(numero)


def _forma(celda: CeldaDeCuadro) -> tuple[object, ...]:
    lugar = (celda.fila, celda.columna, celda.alto, celda.ancho)
    return (*lugar, celda.casilla, celda.editable, celda.papel)
