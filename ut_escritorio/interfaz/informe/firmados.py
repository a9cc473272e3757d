"""Los informes firmados: abrirlos, ver qué cambió desde entonces, y lo escaneado con firmas y sello."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
)

from ut_escritorio.dominio.trimestre.firmados import Escaneado, Firmado
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, que_quepa, sin_atajo, sin_marcado
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha
from ut_escritorio.interfaz.comunes.dialogos import avisos, imprevistos
from ut_escritorio.interfaz.comunes.dialogos.avance import Avance
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import PiezaViva
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.evidencias.abridor import Abridor
from ut_escritorio.interfaz.evidencias.de_a_poco import DeAPoco, adelantos
from ut_escritorio.interfaz.informe.cambios import HojaDeCambios
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.entrega import firma

_COLUMNAS = ("Trimestre", "Se firmó", "Se guardó", "Hojas", "Escaneado", "Ahora")
_FALTA = "No está en el archivo. Abra una copia de respaldo."
_FIRMADO = Qt.ItemDataRole.UserRole


class Firmados(PiezaViva):
    """Todos los del archivo, el más nuevo arriba."""

    lee: ClassVar[Cosas] = frozenset({"firmados"})

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self.lista = QTreeWidget()
        self.lista.setAccessibleName("Informes firmados")
        self.lista.setRootIsDecorated(False)
        self.lista.setUniformRowHeights(True)
        self.lista.setHeaderLabels(list(_COLUMNAS))
        self.lista.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self._nada = Letrero("Aún no hay ninguno.", "letra_tenue")
        self.abrir = boton("Abrir", self._abrir, "hoja")
        self.que_cambio = boton("¿Qué cambió?", self._que_cambio, "ayuda")
        self.agregar = boton("Agregar escaneado…", self._agregar, "agregar")
        self.ver = boton("Ver escaneado", self._ver, "abrir")
        self._avance, self._de_a_poco = Avance(), DeAPoco(sesion, self)
        self._de_a_poco.avanzo.connect(self._avance.poner)
        self.tarea: Tarea | None = None
        self._abridor = Abridor(sesion, self)
        self._armar()
        self.lista.itemActivated.connect(lambda *_: self._abrir())
        self.lista.currentItemChanged.connect(lambda *_: self._al_elegir())

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(Letrero("Firmados", aumento=1.15, negrita=True))
        acomodo.addWidget(self._nada)
        acomodo.addWidget(self.lista, 1)
        hilera = QHBoxLayout()
        for pieza in (self.abrir, self.que_cambio, self.agregar, self.ver):
            hilera.addWidget(pieza)
        hilera.addStretch()
        self._avance.hide()
        acomodo.addLayout(hilera)
        acomodo.addWidget(self._avance)
        acomodo.addStretch()

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a leer los firmados del archivo, que no están en la foto; el elegido sigue elegido."""
        del foto
        elegido = self.elegido()
        todos = firma.firmados(self._sesion.expediente)
        self._ultimas = {firmado.trimestre: firmado.version for firmado in todos}
        self.lista.clear()
        for firmado in reversed(todos):
            renglon = self._renglon(firmado)
            self.lista.addTopLevelItem(renglon)
            if elegido is None or _cual(firmado) == _cual(elegido):
                elegido = firmado
                self.lista.setCurrentItem(renglon)
        self._nada.setVisible(not todos)
        for pieza in (self.lista, self.abrir, self.que_cambio, self.agregar, self.ver):
            pieza.setVisible(bool(todos))
        self._al_elegir()

    def elegido(self) -> Firmado | None:
        """El firmado elegido en la lista."""
        actual = self.lista.currentItem()
        return actual.data(0, _FIRMADO) if actual else None

    def _renglon(self, firmado: Firmado) -> QTreeWidgetItem:
        vez = f" ({firmado.version}ª vez)" if firmado.version > 1 else ""
        ahora = "Cerrado" if firmado.vigente else f"Se abrió para corregir: {firmado.motivo}"
        escaneado = "Sí" if firmado.escaneados else "–"
        renglon = QTreeWidgetItem([
            f"{firmado.trimestre}{vez}", decir_fecha(firmado.fecha), f"{firmado.cuando:%d/%m/%Y %H:%M}",
            str(firmado.paginas), escaneado, " ".join(ahora.split()),
        ])  # fmt: skip
        renglon.setToolTip(len(_COLUMNAS) - 1, sin_marcado(ahora))
        renglon.setData(0, _FIRMADO, firmado)
        return renglon

    def _al_elegir(self) -> None:
        firmado = self.elegido()
        for pieza in (self.abrir, self.que_cambio):
            pieza.setEnabled(firmado is not None)
        ultima = firmado is not None and self._ultimas.get(firmado.trimestre) == firmado.version
        self.agregar.setEnabled(ultima and not self._sesion.solo_leer and not self._guardando)
        self.agregar.setToolTip("" if ultima else "Se agrega a la última vez que se firmó")
        self.ver.setEnabled(firmado is not None and bool(firmado.escaneados))

    def _abrir(self) -> None:
        firmado = self.elegido()
        if firmado is not None:
            nombre = f"Informe {firmado.trimestre} firmado el {firmado.fecha:%d-%m-%Y}.pdf"
            self._abridor.abrir(firmado.sha256, nombre, _FALTA)

    def _que_cambio(self) -> None:
        firmado = self.elegido()
        if firmado is not None:
            cambios = firma.que_cambio(self._sesion.expediente, firmado.trimestre, firmado.version)
            titulo = f"{firmado.trimestre}, de lo que se firmó el {decir_fecha(firmado.fecha)} a lo de hoy"
            HojaDeCambios(self, self._sesion, firmado.trimestre, titulo, cambios).show()

    def _agregar(self) -> None:
        carpeta = self._sesion.expediente.ruta.parent
        filtro = "Escaneado (*.pdf *.jpg *.jpeg *.png)"
        avisos.pedir_archivo(self, "Agregar escaneado", carpeta, filtro, self.guardar_escaneado)

    def guardar_escaneado(self, ruta: Path) -> None:
        """Lee aparte un archivo escaneado y lo guarda, de a poco si es grande, junto al firmado elegido."""
        firmado = self.elegido()
        if firmado is None or self._guardando:
            return
        self._avance.empezar(f"Agregando «{que_quepa(ruta.name)}»…")
        self.tarea = Tarea(lambda avance, cancelado: firma.leer_escaneado(ruta))
        self.tarea.hecha.connect(lambda hojas: self._guardar(firmado, hojas))
        self.tarea.fallida.connect(self._fallar)
        self.tarea.acabo.connect(self._al_acabar)
        self.agregar.setEnabled(False)
        self.tarea.empezar()

    def _guardar(self, firmado: Firmado, hojas: firma.HojasEscaneadas) -> None:
        sesion = self._sesion

        def guardar() -> bool:
            return sesion.logra(lambda exp, _: firma.guardar_escaneado(exp, firmado.trimestre, hojas))

        pasos = [*adelantos(sesion, hojas.trozos), guardar]
        self._de_a_poco.empezar(pasos, lambda logrados: self._al_acabar(), (hojas.huella,))

    def _fallar(self, error: Exception) -> None:
        imprevistos.decir_error(self, "No se agregó lo escaneado.", error)

    @property
    def _guardando(self) -> bool:
        return self.tarea is not None or self._de_a_poco.andando

    def _al_acabar(self) -> None:
        """Leído, aún falta guardarlo; guardado, ya se puede agregar otro."""
        self.tarea = None
        if not self._de_a_poco.andando:
            self._avance.hide()
            self._al_elegir()

    def _ver(self) -> None:
        """Abre lo escaneado; si hay varios, pregunta cuál."""
        firmado = self.elegido()
        if firmado is None:
            return
        if len(firmado.escaneados) == 1:
            self._abrir_escaneado(firmado.escaneados[0])
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for cada in firmado.escaneados:
            menu.addAction(sin_atajo(cada.nombre), lambda cual=cada: self._abrir_escaneado(cual))
        menu.popup(self.ver.mapToGlobal(self.ver.rect().bottomLeft()))

    def _abrir_escaneado(self, cual: Escaneado) -> None:
        sin_final = cual.nombre.rsplit(".", 1)[0] or "escaneado"
        self._abridor.abrir(cual.sha256, f"{sin_final}.{cual.clase}", _FALTA)


def _cual(firmado: Firmado) -> tuple[object, int]:
    return firmado.trimestre, firmado.version
