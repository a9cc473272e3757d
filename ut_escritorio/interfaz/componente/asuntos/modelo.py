"""Los asuntos como tabla: un renglón por asunto, con qué unidad, de qué, y una columna por paso."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from ut_escritorio.dominio.impreso.asuntos import Asunto, asuntos_de, dicho_en_ficha
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.arbol import Paso
from ut_escritorio.dominio.plan.formas import Ficha
from ut_escritorio.dominio.plan.lugares import con_nombre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.interfaz.comunes.aspecto.iconos import icono
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado
from ut_escritorio.interfaz.comunes.listas.modelo import Indice, ModeloDeFilas
from ut_escritorio.interfaz.comunes.sesion.senales import NINGUNA, SIGNOS, Senal, Senales

UNIDAD, TEMA, PRIMER_PASO = 0, 1, 2
NO_TOCO = "No tocó"


class ModeloDeAsuntos(ModeloDeFilas):
    """Los asuntos que pasan por unos pasos."""

    def __init__(self, pasos: tuple[Paso, ...]) -> None:
        super().__init__()
        self.pasos = pasos
        self.asuntos: tuple[Asunto, ...] = ()
        self.cerrado = False
        self._foto: FotoTrimestre | None = None
        self._senales: Senales = NINGUNA

    def poner(self, foto: FotoTrimestre, cerrado: bool) -> None:
        """Muestra lo anotado en la foto; `cerrado`, si nada se puede cambiar."""
        asuntos = asuntos_de(foto, self.pasos)
        mismos = [a.clave for a in asuntos] == [a.clave for a in self.asuntos]
        with self.poniendo(mismas=mismos):
            self._foto, self.asuntos, self.cerrado = foto, asuntos, cerrado

    def senalar(self, senales: Senales) -> None:
        """Enseña en cada celda lo que la revisión dice de ella."""
        self._senales = senales
        self.repintar()

    def paso_de(self, index: Indice) -> Paso | None:
        """El paso de una columna; None en las de la unidad y el tema."""
        columna = index.column() - PRIMER_PASO
        return self.pasos[columna] if 0 <= columna < len(self.pasos) else None

    def asunto_de(self, index: Indice) -> Asunto | None:
        """El asunto de un renglón."""
        return self.asuntos[index.row()] if 0 <= index.row() < len(self.asuntos) else None

    def renglones_en(self, index: Indice) -> tuple[Renglon, ...]:
        """Lo anotado de un asunto en el paso de una celda."""
        asunto, paso = self.asunto_de(index), self.paso_de(index)
        return asunto.en.get(paso.clave, ()) if asunto and paso else ()

    def renglon_en(self, index: Indice) -> Renglon | None:
        """El renglón que una celda enseña: el de su paso o, en la unidad y el tema, el primero del asunto."""
        asunto = self.asunto_de(index)
        suyos = self.renglones_en(index) if self.paso_de(index) else asunto.renglones if asunto else ()
        return next(iter(suyos), None)

    def ficha_en(self, index: Indice) -> Ficha | None:
        """La ficha que se puede llenar en una celda vacía; None si ya está llena o no se puede."""
        paso = self.paso_de(index)
        if paso is None or self.renglones_en(index) or self.cerrado or self.no_toco(paso):
            return None
        return paso.ficha

    def ya_paso(self, index: Indice) -> bool:
        """Si el asunto empezó en un paso anterior al de la celda: lo que sigue es llenarla."""
        asunto = self.asunto_de(index)
        antes = self.pasos[: max(index.column() - PRIMER_PASO, 0)]
        return asunto is not None and any(paso.clave in asunto.en for paso in antes)

    def no_toco(self, paso: Paso) -> bool:
        """Si el paso está marcado «No tocó este trimestre»."""
        return self._foto is not None and paso.clave in self._foto.sin_actividad

    def indice_de(self, uid: str) -> QModelIndex:
        """La celda donde se ve un renglón; inválida si no está."""
        for fila, asunto in enumerate(self.asuntos):
            for columna, paso in enumerate(self.pasos, PRIMER_PASO):
                if any(renglon.uid == uid for renglon in asunto.en.get(paso.clave, ())):
                    return self.index(fila, columna)
        return QModelIndex()

    def texto(self, fila: int, columna: int) -> str:
        index = self.index(fila, columna)
        asunto, paso = self.asuntos[fila], self.paso_de(index)
        if paso is None:
            return asunto.unidad if columna == UNIDAD else asunto.tema
        if renglones := self.renglones_en(index):
            assert self._foto is not None
            return " · ".join(dicho_en_ficha(self._foto, renglon) for renglon in renglones)
        return NO_TOCO if self.no_toco(paso) else ""

    def rotulos(self) -> list[str]:
        return ["Unidad", "Tema", *(con_nombre(paso) for paso in self.pasos)]

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.asuntos)

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.texto(index.row(), index.column()).replace("\n", " ")[:200]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._en_voz_alta(index)
        senal = self._senal_de(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return sin_marcado(senal.texto if senal else self.texto(index.row(), index.column()))
        if role == Qt.ItemDataRole.DecorationRole and senal:
            return icono(*SIGNOS[senal.gravedad])
        return None

    def _senal_de(self, index: Indice) -> Senal | None:
        senales = (self._senales.de_origen(Origen("renglon", r.uid)) for r in self.renglones_en(index))
        return next((senal for senal in senales if senal), None)

    def _en_voz_alta(self, index: Indice) -> str:
        columna = self.headerData(index.column(), Qt.Orientation.Horizontal)
        ficha = self.ficha_en(index)
        dicho = (
            f"vacío; Enter: {ficha.rotulo}" if ficha else self.texto(index.row(), index.column()) or "vacío"
        )
        senal = self._senal_de(index)
        return f"{columna}: {dicho}{f'. {senal.texto}' if senal else ''}"
