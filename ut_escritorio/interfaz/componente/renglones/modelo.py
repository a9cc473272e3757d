"""Los renglones y párrafos de un lugar como tabla: qué es, cuándo, con quién, de qué y cuánto."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, Qt

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.relatos import cosa_que_cuenta, forma_de
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import cantidad
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.plan.formas import Campo
from ut_escritorio.dominio.trimestre.evidencias import que_tiene
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.nombres import nombres_de
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, Renglon
from ut_escritorio.interfaz.componente.renglones.datos import fecha_de
from ut_escritorio.interfaz.comunes.aspecto.iconos import icono
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha
from ut_escritorio.interfaz.comunes.listas.modelo import Indice, ModeloDeFilas
from ut_escritorio.interfaz.comunes.sesion.senales import NINGUNA, SIGNOS, Senal, Senales

Cosa = Renglon | ParrafoLibre


@congelado
class Columna:
    """Una columna: su encabezado y cómo se lee de un renglón."""

    rotulo: str
    leer: Callable[[FotoTrimestre, Renglon], str]


COLUMNAS = (
    Columna("Qué es", lambda foto, r: forma_de(foto.plan, r).nombre),
    Columna("Fecha", lambda foto, r: _cuando(r)),
    Columna("Oficio", lambda foto, r: ", ".join(cita.folio for cita in r.citas)),
    Columna("Con quién", lambda foto, r: nombres_de(foto.catalogo, r.partes)),
    Columna("Asunto", lambda foto, r: r.asunto or _resto(foto, r)),
    Columna("Cuántos", lambda foto, r: _cuantos(foto, r)),
)
DEL_ASUNTO = 4
_PERSONAS = Sustantivo("persona", "personas", "f")


def origen_de(cosa: Cosa) -> Origen:
    """El origen de lo que un renglón o párrafo imprime."""
    return Origen("parrafo" if isinstance(cosa, ParrafoLibre) else "renglon", cosa.uid)


class ModeloDeRenglones(ModeloDeFilas):
    """Filas de un lugar; un párrafo libre dice su texto en la columna del asunto."""

    def __init__(self) -> None:
        super().__init__()
        self._foto: FotoTrimestre | None = None
        self.cosas: tuple[Cosa, ...] = ()
        self._senales: Senales = NINGUNA
        self.evidencias: Mapping[str, int] = {}

    def contar(self, evidencias: Mapping[str, int]) -> None:
        """Enseña qué renglones tienen evidencias, por su uid."""
        if evidencias != self.evidencias:
            self.evidencias = evidencias
            self.repintar()

    def senalar(self, senales: Senales) -> None:
        """Enseña en cada renglón lo que la revisión dice de él."""
        self._senales = senales
        self.repintar()

    def senal_de(self, fila: int) -> Senal | None:
        """Lo que la revisión dice del renglón de una fila."""
        return self._senales.de_origen(origen_de(self.cosas[fila]))

    def poner(self, foto: FotoTrimestre, cosas: tuple[Cosa, ...]) -> None:
        """Muestra esas filas."""
        mismas = [cosa.uid for cosa in cosas] == [cosa.uid for cosa in self.cosas]
        with self.poniendo(mismas=mismas):
            self._foto, self.cosas = foto, cosas

    def rotulos(self) -> Sequence[str]:
        return [columna.rotulo for columna in COLUMNAS]

    def texto(self, fila: int, columna: int) -> str:
        cosa = self.cosas[fila]
        if isinstance(cosa, ParrafoLibre):
            return {0: "Párrafo", DEL_ASUNTO: cosa.texto}.get(columna, "")
        assert self._foto is not None
        return COLUMNAS[columna].leer(self._foto, cosa)

    def en_uso(self, columna: int) -> bool:
        """Si algún renglón dice algo en esa columna."""
        return any(self.texto(fila, columna) for fila in range(len(self.cosas)))

    def fila_de(self, uid: str) -> int:
        """La fila de un renglón; −1 si no está."""
        return next((fila for fila, cosa in enumerate(self.cosas) if cosa.uid == uid), -1)

    def rowCount(self, parent: Indice = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.cosas)

    def data(self, index: Indice, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole:
            return self.texto(index.row(), index.column()).replace("\n", " ")[:200]
        senal = self.senal_de(index.row())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            dicho = self.texto(index.row(), index.column()) or "vacío"
            aviso = f". {senal.texto}" if senal and index.column() == 0 else ""
            return f"{COLUMNAS[index.column()].rotulo}: {dicho}{aviso}{self._clip(index)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return sin_marcado(senal.texto if senal else self.texto(index.row(), index.column()))
        if role == Qt.ItemDataRole.DecorationRole and senal and index.column() == 0:
            return icono(*SIGNOS[senal.gravedad])
        if role == Qt.ItemDataRole.DecorationRole and self._clip(index):
            return icono("adjuntar", "letra_tenue")
        return None

    def _clip(self, index: Indice) -> str:
        """En la columna del asunto, cuántas evidencias tiene; vacío si ninguna."""
        cuantas = self.evidencias.get(self.cosas[index.row()].uid, 0)
        return que_tiene(cuantas) if index.column() == DEL_ASUNTO else ""


def _cuando(renglon: Renglon) -> str:
    if renglon.fecha:
        return decir_fecha(renglon.fecha)
    return MESES[renglon.mes - 1] if renglon.mes else ""


def _resto(foto: FotoTrimestre, renglon: Renglon) -> str:
    """Los asuntos de sus oficios o, sin ellos, sus datos propios: primero los textos, luego lo demás."""
    asuntos = [cita.asunto for cita in renglon.citas if cita.asunto]
    campos = [campo for campo in forma_de(foto.plan, renglon).campos if renglon.campos.get(campo.clave)]
    textos = [renglon.campos[campo.clave] for campo in campos if campo.clase == "texto"]
    otros = [f"{campo.etiqueta}: {_dicho(renglon, campo)}" for campo in campos if campo.clase != "texto"]
    return "; ".join(asuntos or [*textos, *otros])


def _dicho(renglon: Renglon, campo: Campo) -> str:
    dicho = renglon.campos[campo.clave]
    return decir_fecha(fecha_de(dicho)) or dicho if campo.clase == "fecha" else dicho


def _cuantos(foto: FotoTrimestre, renglon: Renglon) -> str:
    """Cada número con su nombre: «30 oficios · 62 personas»."""
    medio = foto.plan.medio.get(renglon.medio)
    numeros = (
        (renglon.cantidad_medio, medio.unidad if medio else None),
        (renglon.cantidad, cosa_que_cuenta(foto.plan, renglon)),
        (renglon.personas.cuantas, _PERSONAS),
    )
    return " · ".join(
        cantidad(numero, cosa) if cosa else str(numero) for numero, cosa in numeros if numero is not None
    )
