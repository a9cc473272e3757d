"""Traer a un cuadro los números de una lista de Excel: sus columnas, lo que trae, y usarlos o no."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.listado import Columnas, Listado, columnas_de, proponer_columnas
from ut_escritorio.dominio.numeros.pegado import CambioDeConteo
from ut_escritorio.dominio.numeros.recuento import (
    NO_SE_CUENTAN,
    PALABRAS_DE_MAS,
    Recuento,
    cifra_por_sexo,
    contar_listado,
    proponer_recuento,
)
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.plan.cifras import Capturada
from ut_escritorio.dominio.plan.cuadros import Cuadro
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, con_barra
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista, CampoDeSi
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.imprevistos import atender
from ut_escritorio.interfaz.comunes.dialogos.sin_perderlo import SinPerderlo
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.hojas.lista_dicha import lo_que_cambia, lo_que_trae
from ut_escritorio.interfaz.hojas.primeras_filas import PrimerasFilas
from ut_escritorio.interfaz.hojas.recuerdo_de_listas import Recuerdo, recordado, recordar
from ut_escritorio.servicios.captura.lista_de_afuera import como_se_llama, leer
from ut_escritorio.servicios.captura.numeros import aplicar_pegado

_ENCABEZADOS = 15
_LARGO = 40
_SEXOS = {"hombres": "hombre", "mujeres": "mujer", "ni": "N/I"}


class TraerDeExcel(SinPerderlo):
    """Nada entra hasta oprimir «Usar estos números»; se lee en otro hilo y el archivo no se guarda."""

    def __init__(
        self, padre: QWidget, sesion: Sesion, cuadro: Cuadro, ruta: Path, ajustes: QSettings
    ) -> None:
        super().__init__(padre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(f"Traer números de «{ruta.name}»")
        self._sesion, self._cuadro, self._ajustes = sesion, cuadro, ajustes
        self._recuerdo = recordado(ajustes)
        self._se_llama = como_se_llama()
        self._palabras = {**self._se_llama.sexos, **self._recuerdo.palabras}
        self._hojas: tuple[Listado, ...] = ()
        self._columnas = Columnas()
        self._propuesta: Propuesta[CambioDeConteo] | None = None
        self.hoja = CampoDeLista("Hoja", [])
        self.encabezado = CampoDeLista("Encabezados en la fila", [])
        self.columnas = {
            "fecha": CampoDeLista("Fecha", []),
            "sexo": CampoDeLista("Sexo", []),
            "folio": CampoDeLista("Folio", []),
        }
        self.primeras = PrimerasFilas()
        self.palabras: dict[str, CampoDeLista] = {}
        self.trae, self.cambia = Letrero(f"Leyendo «{ruta.name}»…"), Letrero()
        self.recordarlas = CampoDeSi("Recordar estas columnas para la próxima")
        self.recordarlas.poner(True)
        self.botones, self.usar = aceptar_o_cancelar("&Usar estos números", self._usar, self.reject, "Cerrar")
        self._armar()
        self._conectar()
        self.tarea: Tarea | None = Tarea(lambda avance, cancelado: leer(ruta, avance, cancelado))
        self.tarea.hecha.connect(self._recibir)
        self.tarea.fallida.connect(self._fallar)
        self.tarea.acabo.connect(self._terminar)
        self.tarea.empezar()

    def _armar(self) -> None:
        self.usar.setEnabled(False)
        self._de_donde, self._de_palabras = QWidget(), QWidget()
        self._pedidos, self._que_es = QFormLayout(self._de_donde), QFormLayout(self._de_palabras)
        for pieza in (self.hoja, self.encabezado, *self.columnas.values()):
            self._pedidos.addRow(pieza.accessibleName(), pieza)
        lado_a_lado = HileraQueSeParte(entre=12, van="arriba")
        lado_a_lado.agregar(self._de_donde, 1)
        lado_a_lado.agregar(self._de_palabras)
        dentro = QWidget()
        acomodo = QVBoxLayout(dentro)
        acomodo.addLayout(lado_a_lado)
        for pieza in (self.trae, self.cambia, self.primeras):
            acomodo.addWidget(pieza)
        acomodo.addStretch()
        todo = QVBoxLayout(self)
        todo.addWidget(con_barra(dentro), 1)
        todo.addWidget(self.recordarlas)
        todo.addWidget(self.botones)
        for pieza in (self._de_donde, self._de_palabras, self.primeras, self.recordarlas):
            pieza.hide()
        self.medir(120, 38)

    def _conectar(self) -> None:
        self.hoja.cambio.connect(lambda _: self._proponer())
        self.encabezado.cambio.connect(self._con_encabezado)
        for campo in self.columnas.values():
            campo.cambio.connect(lambda _: self._con_columnas())

    # --- leer -------------------------------------------------------------------------------------

    def _recibir(self, hojas: tuple[Listado, ...]) -> None:
        self._hojas = hojas
        self.hoja.ofrecer([(n, hoja.nombre) for n, hoja in enumerate(hojas)])
        self._pedidos.setRowVisible(self.hoja, len(hojas) > 1)
        for pieza in (self._de_donde, self.recordarlas):
            pieza.show()
        self._proponer()
        self.recordar_lo_dicho()
        self.usar.setFocus()

    def _fallar(self, error: Exception) -> None:
        if isinstance(error, ErrorEsperado):
            self.trae.decir(str(error), "error")
        else:
            self.trae.decir("No se pudo leer la lista.", "error")
            atender(error)

    def _terminar(self) -> None:
        self.tarea = None

    def lo_dicho(self) -> object:
        """De qué columna sale cada cosa y qué es cada palabra."""
        return self._columnas, dict(self._palabras)

    def reject(self) -> None:
        """Si el cuadro ya dice lo de la lista no hay nada que usar: lo que ella dijo solo se recuerda."""
        sin_cambios = self._propuesta is not None and not (self._propuesta.cambios or self._propuesta.reparos)
        if sin_cambios and self.lo_dicho() != self._al_abrir:
            self._recordar()
            self.recordar_lo_dicho()
        super().reject()

    def done(self, arg__1: int) -> None:
        if self.tarea is not None:
            self.tarea.hecha.disconnect(self._recibir)
            self.tarea.fallida.disconnect(self._fallar)
            self.tarea.acabo.disconnect(self._terminar)
            self.tarea.cancelar()
        super().done(arg__1)

    # --- de qué columna sale cada cosa --------------------------------------------------------------

    @property
    def _listado(self) -> Listado:
        return self._hojas[self.hoja.currentData()]

    def _proponer(self) -> None:
        """Lo que se propone con la hoja que se ve."""
        filas = min(_ENCABEZADOS, len(self._listado.filas))
        self.encabezado.ofrecer([(n, str(n + 1)) for n in range(filas)])
        self._poner(proponer_columnas(self._listado, self._recuerdo.columnas, self._se_llama.columnas))

    def _con_encabezado(self, fila: int) -> None:
        recordadas, se_llaman = self._recuerdo.columnas, self._se_llama.columnas
        self._poner(columnas_de(self._listado, fila, recordadas, se_llaman))

    def _poner(self, columnas: Columnas) -> None:
        self.encabezado.poner(columnas.encabezado)
        rotulos = self._listado.rotulos(columnas.encabezado)
        posibles = [(n, rotulo[:_LARGO] or f"Columna {n + 1}") for n, rotulo in enumerate(rotulos)]
        for que, campo in self.columnas.items():
            campo.ofrecer([(-1, "(en ninguna)"), *posibles])
            elegida: int | None = getattr(columnas, que)
            campo.poner(-1 if elegida is None else elegida)
        self._columnas = columnas
        self._contar()

    def _con_columnas(self) -> None:
        elegidas = {que: campo.currentData() for que, campo in self.columnas.items()}
        self._columnas = replace(
            self._columnas, **{que: None if cual == -1 else cual for que, cual in elegidas.items()}
        )
        self._contar()

    # --- lo que trae --------------------------------------------------------------------------------

    def _contar(self) -> None:
        """Cuenta con lo escogido, y dice qué cambiaría."""
        foto = self._sesion.foto
        cifra = cifra_por_sexo(self._cuadro, foto)
        assert cifra is not None, "solo se ofrece donde la hay"
        self.primeras.ensenar(self._listado, self._columnas)
        recuento = contar_listado(self._listado, self._columnas, foto.trimestre, self._palabras)
        self._propuesta = proponer_recuento(foto, cifra, self._columnas, recuento)
        self._ofrecer_palabras(recuento, cifra.fuente)
        self.trae.decir(lo_que_trae(recuento, foto.trimestre))
        self.cambia.decir(
            lo_que_cambia(foto, self._propuesta), "atencion" if self._propuesta.reparos else "letra"
        )
        self.usar.setEnabled(bool(self._propuesta.cambios) and not self._sesion.cerrado)

    def _ofrecer_palabras(self, recuento: Recuento, fuente: object) -> None:
        """Una lista por palabra hallada en la columna del sexo, con cuántas filas la dicen."""
        palabras = tuple(recuento.es) if 0 < len(recuento.es) <= PALABRAS_DE_MAS else ()
        if tuple(self.palabras) != palabras:
            while self._que_es.rowCount():
                self._que_es.removeRow(0)
            self.palabras = {palabra: self._de_palabra(palabra, fuente) for palabra in palabras}
            for palabra, campo in self.palabras.items():
                self._que_es.addRow(f"{_dicha(palabra)} ({recuento.dicen(palabra)})", campo)
            en_orden = (
                self.columnas["folio"],
                *self.palabras.values(),
                self.primeras.tabla,
                self.recordarlas,
            )
            for pieza, sigue in pairwise(en_orden):
                QWidget.setTabOrder(pieza, sigue)
        for palabra, campo in self.palabras.items():
            campo.poner(recuento.es[palabra] or "")
        self._de_palabras.setVisible(bool(palabras) and self._columnas.sexo is not None)

    def _de_palabra(self, palabra: str, fuente: object) -> CampoDeLista:
        sexos = fuente.sexos if isinstance(fuente, Capturada) else ()
        opciones = [
            ("", "¿qué es?"),
            *((sexo, _SEXOS[sexo]) for sexo in sexos),
            (NO_SE_CUENTAN, NO_SE_CUENTAN),
        ]
        campo = CampoDeLista(f"{_dicha(palabra)} es", opciones)
        campo.cambio.connect(lambda que: self._decir_palabra(palabra, que))
        return campo

    def _decir_palabra(self, palabra: str, que: str) -> None:
        if que:
            self._palabras[llano(palabra)] = que
        else:
            self._palabras.pop(llano(palabra), None)
        self._contar()

    # --- usarlos ------------------------------------------------------------------------------------

    def _usar(self) -> None:
        """Entran todos de una vez; si no se pudo, se dice por qué y aquí sigue."""
        if self._propuesta is not None and self._sesion.logra(aplicar_pegado, self._propuesta):
            self._recordar()
            self.accept()

    def _recordar(self) -> None:
        if self.recordarlas.isChecked():
            recordar(self._ajustes, self._lo_que_se_recuerda())

    def _lo_que_se_recuerda(self) -> Recuerdo:
        rotulos = self._listado.rotulos(self._columnas.encabezado)
        elegidas = {que: getattr(self._columnas, que) for que in self.columnas}
        columnas = {que: rotulos[cual] for que, cual in elegidas.items() if cual is not None}
        halladas = {llano(palabra) for palabra in self.palabras}
        dichas = {**self._recuerdo.palabras, **{p: q for p, q in self._palabras.items() if p in halladas}}
        return Recuerdo(columnas, {p: q for p, q in dichas.items() if self._se_llama.sexos.get(p) != q})


def _dicha(palabra: str) -> str:
    return f"«{palabra[:_LARGO]}»" if palabra else "(vacío)"
