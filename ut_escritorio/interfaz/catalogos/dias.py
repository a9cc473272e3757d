"""Los días que no se trabajan: los de ley, ya puestos, y los propios de la oficina."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.oficina.calendario import Descanso
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.catalogos.lectura import dias_de
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.campos.de_renglon import campo_de_fecha
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficina import calendario as servicio
from ut_escritorio.servicios.oficios.espera import esperar

_DESCANSO = Qt.ItemDataRole.UserRole


class Dias(QWidget):
    """Los de un año; los propios se agregan y se quitan."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        hoy = sesion.reloj.hoy()
        self.anio = QSpinBox()
        self.anio.setRange(2000, 2100)
        self.anio.setValue(hoy.year)
        self.anio.setAccessibleName("Año")
        self.faltan = Letrero(tinta="atencion")
        self.lista = QListWidget()
        self.lista.setAccessibleName("Días que no se trabajan")
        self.desde = campo_de_fecha("Desde el", sesion.reloj.hoy, hoy)
        self.hasta = campo_de_fecha("Hasta el", sesion.reloj.hoy, hoy)
        self.nota = CampoLimpio()
        self.nota.setAccessibleName("Por qué")
        self.nota.setPlaceholderText("Vacaciones, asueto, suspensión de plazos…")
        self.espera = QSpinBox()
        self.espera.setRange(1, 366)
        self.espera.setKeyboardTracking(False)
        self.espera.setAccessibleName("Cuántos días hábiles se espera una respuesta")
        self.agregar = boton("&Agregar", self._agregar, "agregar")
        self.quitar = boton("&Quitar", self._quitar, "quitar")
        self._armar()
        self.anio.valueChanged.connect(lambda _: self.poner())
        self.espera.valueChanged.connect(lambda dias: self._sesion.hacer(lambda exp, _: esperar(exp, dias)))
        self.lista.currentItemChanged.connect(lambda *_: self._al_elegir())

    def poner(self) -> None:
        """Muestra los del año."""
        descansos = servicio.descansos(self._sesion.expediente)
        self.lista.clear()
        for dicho, descanso in dias_de(servicio.calendario_de_ley(), descansos, self.anio.value()):
            renglon = QListWidgetItem(dicho)
            renglon.setData(_DESCANSO, descanso)
            if descanso is None:
                renglon.setForeground(color("letra_tenue"))
            self.lista.addItem(renglon)
        propios = any(self.anio.value() in (d.desde.year, d.hasta.year) for d in descansos)
        self.faltan.decir("" if propios else f"Faltan los días propios de {self.anio.value()}.")
        with QSignalBlocker(self.espera):
            self.espera.setValue(self._sesion.foto.dias_de_espera)
        self.espera.setEnabled(not self._sesion.solo_leer)
        self._al_elegir()

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        arriba = QHBoxLayout()
        rotulo = _en_un_renglon("Año")
        self.faltan.setWordWrap(False)
        for pieza in (rotulo, self.anio, self.faltan):
            arriba.addWidget(pieza)
        arriba.addStretch()
        acomodo.addLayout(arriba)
        acomodo.addWidget(self.lista, 1)
        hilera = QHBoxLayout()
        for rotulo, pieza in (("Del", self.desde), ("al", self.hasta)):
            hilera.addWidget(_en_un_renglon(rotulo))
            hilera.addWidget(pieza)
        hilera.addWidget(self.nota, 1)
        hilera.addWidget(self.agregar)
        hilera.addWidget(self.quitar)
        acomodo.addLayout(hilera)
        abajo = QHBoxLayout()
        for pieza in ("Un oficio sin respuesta se señala después de", self.espera, "días hábiles."):
            abajo.addWidget(pieza if isinstance(pieza, QWidget) else _en_un_renglon(pieza))
        abajo.addStretch()
        acomodo.addLayout(abajo)

    def _al_elegir(self) -> None:
        renglon = self.lista.currentItem()
        self.quitar.setEnabled(renglon is not None and renglon.data(_DESCANSO) is not None)

    def _agregar(self) -> None:
        desde = self.desde.fecha()
        if desde is None:
            avisos.advertir(self.window(), "Falta el primer día. Escríbalo como 20/12/2031.")
            return
        try:
            descanso = Descanso(desde, self.hasta.fecha() or desde, self.nota.text().strip())
        except ErrorEsperado as error:
            avisos.advertir(self.window(), str(error))
            return
        self.anio.setValue(desde.year)
        if self._sesion.logra(lambda exp, _: servicio.agregar_descanso(exp, descanso)):
            for campo in (self.desde, self.hasta):
                campo.poner(None)
            self.nota.clear()
            self.desde.setFocus()

    def sin_guardar(self) -> bool:
        """Si hay un día escrito, o su porqué, que no se ha agregado."""
        return any(campo.text().strip() for campo in (self.desde, self.hasta, self.nota))

    def _quitar(self) -> None:
        descanso = self.lista.currentItem().data(_DESCANSO)
        self._sesion.hacer(lambda exp, _: servicio.quitar_descanso(exp, descanso))


def _en_un_renglon(dicho: str) -> Letrero:
    letrero = Letrero(dicho)
    letrero.setWordWrap(False)
    return letrero
