"""El avance como se ve en su tabla: el estado, con su signo y su palabra además del color."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QFont

from ut_escritorio.dominio.numeros.avance import LO_QUE_URGE, Avance
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.porcentajes import con_signo
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha
from ut_escritorio.interfaz.comunes.listas.modelo import Indice, ModeloDeFilas

ROTULOS = (
    "Actividad", "Programado", "Modificado", "Alcanzado", "%", "Va del año / meta", "Estado", "Por qué",
)  # fmt: skip
ACTIVIDAD, PROGRAMADO, MODIFICADO, ALCANZADO, PORCENTAJE, DEL_ANIO, ESTADO, POR_QUE = range(len(ROTULOS))
_DE_NUMERO = range(PROGRAMADO, ESTADO)
_DERECHA = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
NO_HAY = "–"


class ModeloDelAvance(ModeloDeFilas):
    """Una fila por actividad, en el orden del plan o, `por_estado`, lo que va atrás primero."""

    def __init__(self) -> None:
        super().__init__()
        self.filas: tuple[Avance, ...] = ()

    def poner(self, filas: tuple[Avance, ...], por_estado: bool) -> None:
        """Muestra esas filas; si son de las mismas actividades, se pinta otra vez solo la que cambió."""
        if por_estado:
            filas = tuple(sorted(filas, key=lambda avance: LO_QUE_URGE.index(avance.estado)))
        mismas = [a.actividad.clave for a in filas] == [a.actividad.clave for a in self.filas]
        if not mismas:
            with self.poniendo(mismas=False):
                self.filas = filas
            return
        antes, self.filas = self.filas, filas
        for fila, (de_antes, de_ahora) in enumerate(zip(antes, filas, strict=True)):
            if de_antes != de_ahora:
                self.dataChanged.emit(self.index(fila, 0), self.index(fila, self.columnCount() - 1))

    def rotulos(self) -> tuple[str, ...]:
        """Los de siempre."""
        return ROTULOS

    def texto(self, fila: int, columna: int) -> str:
        """Lo que dice una celda; lo que no se sabe es una raya, que no es cero."""
        avance = self.filas[fila]
        match columna:
            case 0:
                return f"{avance.actividad.numero} {breve(avance.actividad)}"
            case 1:
                return _programado(avance)
            case 2:
                return _dicho(avance.modificado)
            case 3:
                return _dicho(avance.alcanzado)
            case 4:
                return avance.porcentaje_dicho
            case 5:
                va, meta = avance.del_anio, avance.meta_del_anio
                return NO_HAY if va is None and meta is None else f"{_dicho(va)} / {_dicho(meta)}"
            case 6:
                return avance.estado_dicho
            case _:
                return avance.justificacion or ("falta" if avance.falta_por_que else NO_HAY)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        """Lo que dice cada encabezado, sobre sus números."""
        if role == Qt.ItemDataRole.TextAlignmentRole and section in _DE_NUMERO:
            return _DERECHA
        return super().headerData(section, orientation, role)

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.filas)

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        avance, columna = self.filas[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.texto(index.row(), columna)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{ROTULOS[columna]}: {self.texto(index.row(), columna)}"
            case Qt.ItemDataRole.ToolTipRole:
                return sin_marcado(self._explicado(index.row(), columna))
            case Qt.ItemDataRole.TextAlignmentRole:
                return _DERECHA if columna in _DE_NUMERO else None
            case Qt.ItemDataRole.ForegroundRole:
                return color(tinta) if (tinta := _tinta(avance, columna)) else None
            case Qt.ItemDataRole.FontRole if columna == PROGRAMADO and _se_propone(avance):
                letra = QFont()
                letra.setItalic(True)
                return letra
            case _:
                return None

    def _explicado(self, fila: int, columna: int) -> str:
        """Lo que se lee al posarse: la celda entera y, de lo modificado o propuesto, de dónde sale."""
        avance = self.filas[fila]
        if columna == MODIFICADO and (meta := avance.modificada):
            con = f" con {meta.folio}" if meta.folio else ""
            return f"Modificado el {decir_fecha(meta.fecha)}{con}: {meta.motivo}"
        if columna == PROGRAMADO and _se_propone(avance):
            return "Lo que se programó el año anterior; no cuenta hasta que se confirme."
        if columna in (PROGRAMADO, ESTADO) and avance.por_saberse:
            return "La meta del año se sabe cuando todos sus trimestres tienen la suya y se dice qué es el %."
        if columna == DEL_ANIO and avance.del_anio is None:
            return "No se sabe qué dice el % o falta lo alcanzado en algún trimestre."
        if columna == DEL_ANIO and avance.meta_del_anio is None:
            return "La meta del año se sabe cuando los trimestres tienen la suya."
        return self.texto(fila, columna)


def _se_propone(avance: Avance) -> bool:
    return avance.programado is None and avance.propuesto is not None


def _programado(avance: Avance) -> str:
    if avance.programado is not None:
        return con_signo(avance.programado)
    if avance.por_saberse:
        return NO_HAY
    return f"{con_signo(avance.propuesto)} propuesto" if avance.propuesto is not None else "sin meta"


def _dicho(cuanto: Decimal | None) -> str:
    return NO_HAY if cuanto is None else con_signo(cuanto)


def _tinta(avance: Avance, columna: int) -> str:
    """El color de una celda, que nunca es lo único que lo dice."""
    if columna == ESTADO and avance.estado in ("sin dato", "sin meta", "no tocó", "en curso"):
        return "letra_tenue"
    if columna == ESTADO:
        return "atencion" if avance.se_salio else "bien"
    if columna == POR_QUE and avance.falta_por_que:
        return "atencion"
    return "letra_tenue" if columna == PROGRAMADO and avance.programado is None else ""
