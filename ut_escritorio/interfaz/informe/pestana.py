"""La pestaña Informe: sus cuatro pasos, cada uno en su hoja."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QByteArray, Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.altura import (
    cual_tiene_el_cursor,
    dejar_a_la_altura,
    devolver_el_cursor,
)
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, con_barra, tarjeta
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha
from ut_escritorio.interfaz.comunes.listas.hallazgos import ListaDeHallazgos
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Pestana
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.visto import TODO
from ut_escritorio.interfaz.informe.firmados import Firmados
from ut_escritorio.interfaz.informe.firmantes import Firmantes
from ut_escritorio.interfaz.informe.firmar import Firmar
from ut_escritorio.interfaz.informe.hojas import Hojas
from ut_escritorio.interfaz.informe.imprimir import Imprimir
from ut_escritorio.interfaz.informe.los_anexos import LosAnexosDelInforme
from ut_escritorio.interfaz.informe.pasos import Pasos
from ut_escritorio.interfaz.informe.que_se_agrega import QueSeAgrega
from ut_escritorio.interfaz.informe.remision import DatosDeRemision
from ut_escritorio.interfaz.informe.vista_previa import VistaPrevia
from ut_escritorio.servicios.archivo.expediente import Cosas

REVISAR, VER, IMPRIMIR, FIRMAR = range(4)


class PestanaInforme(Pestana):
    """`pide_informe` sale, con el formato, al pedirlo, y lo demás, con el botón que lo dice."""

    pide_informe = Signal(str)
    pide_anexos = Signal()
    pide_abrir = Signal()

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._de_que = sesion, sesion.trimestre
        self.hallazgos = ListaDeHallazgos(sesion)
        self._que_dia = Letrero(tinta="letra_tenue")
        self.datos = DatosDeRemision(sesion)
        self.firmantes = Firmantes(sesion)
        self.que_se_agrega = QueSeAgrega(sesion)
        self.anexos = LosAnexosDelInforme(sesion, self.pide_anexos.emit)
        self.hojas = Hojas(sesion)
        self.hojas.setParent(self)
        self.vista = VistaPrevia(self.hojas)
        self.imprimir = Imprimir(sesion, self.hojas)
        self.firmar = Firmar(sesion)
        self.firmados = Firmados(sesion)
        self.pasos = Pasos()
        self.divisor = QSplitter(Qt.Orientation.Horizontal)
        self._paginas = QStackedWidget()
        self._armar()
        self._conectar()
        self.ir_a_paso(REVISAR)
        self.poner_al_dia(sesion.foto, TODO)

    def poner_al_dia(self, foto: FotoTrimestre, cosas: Cosas) -> None:
        """Pone al día los datos y lo firmado que cambió; las hojas quedan marcadas como viejas."""
        for pieza in (
            self.datos,
            self.firmantes,
            self.que_se_agrega,
            self.anexos,
            self.firmar,
            self.firmados,
        ):
            pieza.poner_al_dia(foto, cosas)
        self.pasos.decir(FIRMAR, "✔" if foto.firmado else "")
        self.hojas.envejecer()
        self._al_mirar(self._paginas.currentIndex())

    def senalar(self, senales: Senales) -> None:
        """Pone al día lo que hay que corregir o revisar."""
        self.hallazgos.senalar(senales)
        self._que_dia.decir(que_dia(self._sesion.foto, self._sesion.reloj.hoy()))
        self.datos.senalar(senales)
        self.pasos.decir(REVISAR, f"({len(senales.por_corregir)})" if senales.por_corregir else "")

    def ir_a(self, sitio: Sitio) -> None:
        """Va al dato del informe o del oficio que hace falta."""
        self.ir_a_paso(REVISAR)
        if not self.firmantes.ir_a(sitio):
            self.datos.ir_a(sitio)

    def ir_a_revisar(self) -> None:
        """Va a lo que hay que corregir."""
        self.ir_a_paso(REVISAR)
        self.hallazgos.lista.setFocus()

    def ir_a_imprimir(self) -> None:
        """Va a imprimir para firma."""
        self.ir_a_paso(IMPRIMIR)
        self.imprimir.tomar_el_cursor()

    def ir_a_lo_firmado(self) -> None:
        """Va a los informes que ya se firmaron."""
        self.ir_a_paso(FIRMAR)

    def ir_a_paso(self, cual: int) -> None:
        """Enseña un paso."""
        self.pasos.poner(cual)
        self._paginas.setCurrentIndex(cual)
        self._al_mirar(cual)

    def ver_hoja(self, origen: str) -> None:
        """Enseña la hoja donde se imprime ese bloque."""
        self.pasos.poner(VER)
        self._paginas.setCurrentIndex(VER)
        self.vista.ver_hoja(origen)

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.datos.asentar()
        self.firmantes.asentar()

    def recuerdo(self) -> object:
        """El paso que se ve, a qué altura van sus datos y en cuál está el cursor."""
        alto = self._datos.verticalScrollBar().value()
        return self._de_que, self._paginas.currentIndex(), alto, cual_tiene_el_cursor(self._datos)

    def recordar(self, recuerdo: object) -> None:
        """Lo deja como estaba, si es el mismo archivo y trimestre."""
        match recuerdo:
            case (de_que, int(paso), int(alto), str(pieza)) if de_que == self._de_que:
                self.ir_a_paso(paso)
                devolver_el_cursor(self._datos, pieza)
                dejar_a_la_altura(self._datos, alto)

    def divisores(self) -> QByteArray:
        """Cómo quedó el divisor, para recordarlo."""
        return self.divisor.saveState()

    def poner_divisores(self, guardado: QByteArray) -> None:
        """Deja el divisor como se recuerda."""
        self.divisor.restoreState(guardado)

    def _armar(self) -> None:
        self._armar_revisar()
        for pagina in (
            self.divisor,
            self.vista,
            con_barra(_en_hoja(self.imprimir)),
            con_barra(_en_hoja(self.firmar, self.firmados)),
        ):
            self._paginas.addWidget(pagina)
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(10)
        acomodo.addWidget(self.pasos)
        acomodo.addWidget(self._paginas, 1)

    def _armar_revisar(self) -> None:
        izquierda, dentro = tarjeta()
        dentro.addWidget(self.hallazgos)
        dentro.addWidget(self._que_dia)
        datos = QWidget()
        columna = QVBoxLayout(datos)
        columna.setContentsMargins(0, 0, 0, 0)
        for titulo, pieza in (
            ("Datos del informe", self.datos),
            ("Quién firma, leyenda y membrete", self.firmantes),
            ("Hojas que se agregan", self.que_se_agrega),
            ("Anexos", self.anexos),
        ):
            marco, dentro = tarjeta()
            dentro.addWidget(Letrero(titulo, aumento=1.15, negrita=True))
            dentro.addWidget(pieza)
            columna.addWidget(marco)
        columna.addStretch()
        self.divisor.addWidget(izquierda)
        self._datos = con_barra(datos)
        self.divisor.addWidget(self._datos)
        self.divisor.setStretchFactor(0, 1)
        self.divisor.setSizes([740, 450])
        self.divisor.setChildrenCollapsible(False)

    def _conectar(self) -> None:
        self.pasos.elegido.connect(self.ir_a_paso)
        self.vista.pide_informe.connect(self.pide_informe)
        self.firmar.pide_abrir.connect(self.pide_abrir)

    def _al_mirar(self, cual: int) -> None:
        """Las hojas se hacen cuando se va a verlas o imprimirlas."""
        if cual in (VER, IMPRIMIR):
            self.hojas.pedir()


def que_dia(foto: FotoTrimestre, hoy: date) -> str:
    """Con qué día se revisó aquí y con cuál las hojas, cuando no es el mismo."""
    if foto.firmado or hoy == foto.dia:
        return ""
    if hoy < foto.dia:
        return (
            f"Se revisó con la fecha de hoy, {decir_fecha(hoy)}: lo que aún no toca no se señala. Las hojas "
            f"se revisan con la del informe, {decir_fecha(foto.dia)}: lo que para entonces falte las hace "
            "BORRADOR."
        )
    return (
        f"Se revisó con la fecha de hoy, {decir_fecha(hoy)}; las hojas, con la del informe, "
        f"{decir_fecha(foto.dia)}."
    )


def _en_hoja(*piezas: QWidget) -> QWidget:
    """Las piezas, cada una en su tarjeta, una sobre otra."""
    hoja = QWidget()
    acomodo = QVBoxLayout(hoja)
    acomodo.setContentsMargins(0, 0, 0, 0)
    for pieza in piezas:
        marco, dentro = tarjeta()
        dentro.addWidget(pieza)
        acomodo.addWidget(marco)
    acomodo.setStretch(len(piezas) - 1, 1)
    return hoja
