"""Los datos del informe: fecha de firma, numeración de páginas y oficios de remisión."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.folios import llave_de, partir
from ut_escritorio.dominio.origen import INFORME, Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Departamento
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision
from ut_escritorio.dominio.trimestre.renglones import Cita, Renglon
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, sin_atajo
from ut_escritorio.interfaz.comunes.aspecto.senalado import LetreroDeSenal, marcar
from ut_escritorio.interfaz.comunes.campos.al_pie import aviso_de
from ut_escritorio.interfaz.comunes.campos.campo_escrito import AlPie
from ut_escritorio.interfaz.comunes.campos.de_renglon import de_uno_solo
from ut_escritorio.interfaz.comunes.campos.fechas import CampoDeFecha, decir_fecha
from ut_escritorio.interfaz.comunes.campos.folios import FoliosQuePreguntan
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import PiezaViva
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.expediente import Cambios, Cosas, Expediente
from ut_escritorio.servicios.entrega import remision


class DatosDeRemision(PiezaViva):
    """Cada dato se guarda al salir de su campo."""

    lee: ClassVar[Cosas] = frozenset({"oficios", "ajustes", "firmados"})

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        ultimo = sesion.foto.trimestre.ultimo_dia
        self.fecha = CampoDeFecha("Fecha de firma", sesion.reloj.hoy, ultimo)
        self.paginas = QCheckBox("Escribir «&Página X de N» en cada hoja")
        self.paginas.setToolTip("Sin número, una hoja que cambia se puede imprimir sola.")
        self.oficios = {
            depto.clave: _Oficio(sesion, depto) for depto in sesion.foto.plan.departamentos if depto.oficio
        }
        self._armar()
        self.fecha.cambio.connect(self._fijar_fecha)
        self.fecha.rechazado.connect(lambda texto, por_que: sesion.rechazar(_de_firma(texto), por_que))
        self.paginas.toggled.connect(lambda si: sesion.hacer(remision.numerar_paginas, si))
        self.refrescar(sesion.foto)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Muestra lo que dice el archivo."""
        self._sesion.sin_guardar.mostrar(self.fecha, _de_firma("").sitio, foto.fecha_de_firma)
        with QSignalBlocker(self.paginas):
            self.paginas.setChecked(foto.numera_paginas)
        for clave, oficio in self.oficios.items():
            oficio.poner(foto.remisiones.get(clave, OficioRemision(clave)))
        self.setEnabled(not self._sesion.cerrado)

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión dice de la fecha de firma y de cada oficio."""
        marcar(self.fecha, senales.de_dato(INFORME, "fecha_de_firma"))
        for oficio in self.oficios.values():
            oficio.senalar(senales)

    def ir_a(self, sitio: Sitio) -> None:
        """Pone el cursor en el dato de un oficio; lo demás del informe depende del día de la firma."""
        oficio = self.oficios.get(sitio.origen.de) if sitio.origen.clase == "oficio" else None
        if oficio is not None:
            (oficio.fecha if sitio.campo == "fecha" else oficio.folio).setFocus()
        elif sitio.origen:
            self.fecha.setFocus()

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.fecha.guardar_ya()
        for oficio in self.oficios.values():
            oficio.asentar()

    def _fijar_fecha(self, dia: date | None) -> None:
        self._sesion.guardar(_de_firma(decir_fecha(dia)), remision.fijar_fecha_de_firma, dia)

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        cuadricula = QGridLayout()
        rotulo = QLabel("&Fecha de firma")
        rotulo.setBuddy(self.fecha)
        cuadricula.addWidget(rotulo, 0, 0)
        cuadricula.addWidget(self.fecha, 0, 1)
        cuadricula.addWidget(AlPie(self.fecha), 1, 1, 1, 2)
        cuadricula.setColumnStretch(2, 1)
        acomodo.addLayout(cuadricula)
        acomodo.addWidget(self.paginas)
        if self.oficios:
            acomodo.addWidget(Letrero("Oficios de remisión", negrita=True))
        for oficio in self.oficios.values():
            acomodo.addWidget(oficio)


def _de_firma(texto: str) -> Escrito:
    return Escrito(Sitio(origen=INFORME, campo="fecha_de_firma"), "Fecha de firma", texto)


class _FolioDeRemision(FoliosQuePreguntan):
    """Un solo número, de los que se envían."""

    def __init__(self, sesion: Sesion, depto: Departamento) -> None:
        super().__init__(f"Número de oficio de {depto.nombre}", "Número de oficio", sesion)
        self._clave = depto.clave

    def claro(self, texto: str) -> str:
        """Lo escrito, si es de uno solo."""
        return de_uno_solo(texto)

    def medio(self) -> str:
        """El que lleva número."""
        return self._sesion.foto.plan.medio_con_folio

    def usados(self, folios: str) -> str:
        """Dónde está el número, si no es el que este oficio ya tenía; vacío si en ninguna parte."""
        foto = self._sesion.foto
        suyo = foto.remisiones.get(self._clave, OficioRemision(self._clave)).folio
        citas = tuple(Cita(f) for f in partir(folios) if not suyo or llave_de(f) != llave_de(suyo))
        como_renglon = Renglon("", "", 0, medio=self.medio(), sentido="enviado", citas=citas)
        return aviso_de(foto, como_renglon, "folios")


class _Oficio(QWidget):
    """El número y la fecha del oficio de un departamento."""

    def __init__(self, sesion: Sesion, depto: Departamento) -> None:
        super().__init__()
        self._sesion, self._clave = sesion, depto.clave
        self.folio = _FolioDeRemision(sesion, depto)
        self.fecha = CampoDeFecha(
            f"Fecha del oficio de {depto.nombre}", sesion.reloj.hoy, sesion.foto.trimestre.ultimo_dia
        )
        for campo, al_menos, letras in ((self.folio, 16, 20), (self.fecha, 14, 16)):
            campo.setMinimumWidth(campo.fontMetrics().averageCharWidth() * al_menos)
            campo.setMaximumWidth(campo.fontMetrics().averageCharWidth() * letras)
        self._armar(depto.nombre)
        self.folio.cambio.connect(lambda folio: self._guardar("folio", folio, folio))
        self.fecha.cambio.connect(lambda dia: self._guardar("fecha", dia, decir_fecha(dia)))
        for cual, campo in (("folio", self.folio), ("fecha", self.fecha)):
            campo.rechazado.connect(
                lambda texto, por_que, cual=cual: sesion.rechazar(self._escrito(cual, texto), por_que)
            )

    def poner(self, oficio: OficioRemision) -> None:
        """Muestra el oficio guardado."""
        sin_guardar = self._sesion.sin_guardar
        sin_guardar.mostrar(self.folio, self._escrito("folio", "").sitio, oficio.folio)
        sin_guardar.mostrar(self.fecha, self._escrito("fecha", "").sitio, oficio.fecha)

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.folio.guardar_ya()
        self.fecha.guardar_ya()

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión dice del oficio y de sus datos."""
        origen = Origen("oficio", self._clave)
        self._aviso.poner(senales.de_origen(origen))
        for campo, nombre in ((self.folio, "folio"), (self.fecha, "fecha")):
            marcar(campo, senales.de_dato(origen, nombre))

    def _armar(self, nombre: str) -> None:
        cuadricula = QGridLayout(self)
        cuadricula.setContentsMargins(0, 0, 0, 4)
        letrero = QLabel(sin_atajo(nombre))
        letrero.setTextFormat(Qt.TextFormat.PlainText)
        letrero.setWordWrap(True)
        cuadricula.addWidget(letrero, 0, 0, 1, 3)
        cuadricula.addWidget(self.folio, 1, 0)
        cuadricula.addWidget(self.fecha, 1, 1)
        cuadricula.setColumnStretch(2, 1)
        self._aviso = LetreroDeSenal()
        cuadricula.addWidget(AlPie(self.folio), 2, 0, 1, 3)
        cuadricula.addWidget(AlPie(self.fecha), 3, 0, 1, 3)
        cuadricula.addWidget(self._aviso, 4, 0, 1, 3)

    def _escrito(self, campo: str, texto: str) -> Escrito:
        que = "Número del oficio de remisión" if campo == "folio" else "Fecha del oficio de remisión"
        return Escrito(Sitio(origen=Origen("oficio", self._clave), campo=campo), que, texto)

    def _guardar(self, campo: str, valor: str | date | None, texto: str) -> None:
        def guardar(exp: Expediente, trimestre: Trimestre) -> Cambios:
            # Al reintentar, el otro dato del oficio puede ser otro.
            guardado = self._sesion.foto.remisiones.get(self._clave, OficioRemision(self._clave))
            nuevo = replace(guardado, **{campo: valor})
            return remision.guardar_oficio(exp, trimestre, nuevo.departamento, nuevo.folio, nuevo.fecha)

        self._sesion.guardar(self._escrito(campo, texto), guardar)
