"""Lo que se escribe en una carta: plantilla, a quién, sus datos, el texto y lo que va al pie."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

from ut_escritorio.dominio.cartas.carta import puestos_que_firman
from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.impreso.anotar import es_de_su_medio, vigentes_en
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.formas import Campo as CampoDePlan
from ut_escritorio.dominio.plan.lugares import decir_lugar
from ut_escritorio.dominio.plan.puestos import como_se_llama
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, desechar
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueCede
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos import de_renglon as campos
from ut_escritorio.interfaz.comunes.campos.campo_escrito import CampoEscrito, con_pie
from ut_escritorio.interfaz.comunes.campos.sugerencias import Sugerencias
from ut_escritorio.interfaz.comunes.campos.textos import TextoLargo
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.sin_guardar import Escrito
from ut_escritorio.interfaz.oficios.carta.campos import (
    AUSENTE,
    COPIAS,
    DIAS,
    FIRMA,
    INICIALES,
    LUGAR,
    DatoDeCarta,
    de_plantilla,
    del_texto,
)
from ut_escritorio.interfaz.oficios.carta.cual_plantilla import CualPlantilla, LasQueHay
from ut_escritorio.interfaz.oficios.datos import DATOS, DE_LA_CARTA
from ut_escritorio.interfaz.oficios.formulario import sitio_de
from ut_escritorio.servicios.oficios.cartas import CartaAbierta

_LOS_PROPIOS = 20
"""Cuántos renglones se guardan para los campos de una plantilla."""
_LEGIBLES = 34
"""Las letras que caben de lo que se dice de un campo, antes de que su botón baje."""
_CAMBIO = "El texto automático cambió desde que escribió este a mano."
_DEL_OFICIO = {dato.clave: dato for dato in DATOS if dato.clave in ("fecha", "partes", "asunto")}
Campo = CampoEscrito | TextoLargo | campos.CampoDeLista


class FormularioDeCarta(QWidget):
    """`guarda` sale con un dato de la carta y lo escrito; `guarda_del_oficio`, con uno del oficio.

    `eligio` sale con la clave de otra plantilla; `pide_oficina`, si falta el titular de un área.
    """

    guarda = Signal(object, object, str)
    guarda_del_oficio = Signal(object, object, str)
    eligio = Signal(str)
    pide_oficina = Signal()
    pide_automatico = Signal()

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._uid = ""
        self._abierta: CartaAbierta | None = None
        self._campos: dict[str, Campo] = {}
        self._de_plantilla: tuple[CampoDePlan, ...] | None = None
        self._piezas_propias: list[QWidget] = []
        self.plantilla = CualPlantilla()
        self._sugeridas = LasQueHay(self.plantilla)
        self.se_lee, self.vence = Letrero(tinta="letra_tenue"), Letrero(tinta="letra_tenue")
        self.se_dira = Letrero(tinta="letra_tenue")
        self.cambio = Letrero(tinta="atencion")
        self.oficina = boton("Cambiar en Oficina…", self.pide_oficina.emit)
        self.automatico = boton("Volver al automático", self.pide_automatico.emit, "automatico")
        self._armar()

    # --- las piezas -------------------------------------------------------------------------------

    def _armar(self) -> None:
        reloj, cerca = self._sesion.reloj, self._sesion.foto.trimestre.primer_dia
        fecha = campos.campo_de_fecha("Fecha de la carta", reloj.hoy, cerca)
        partes = campos.CampoDeTexto("A quién va", _DEL_OFICIO["partes"].ayuda)
        self._areas = Sugerencias(partes, (), acepta_la_primera=True)
        asunto = campos.CampoDeTexto("Asunto de la carta")
        self._cuadricula = QGridLayout(self)
        self._cuadricula.setContentsMargins(0, 0, 8, 0)
        self._cuadricula.setColumnStretch(1, 1)
        self._fila = 0
        self.plantilla.cambio.connect(lambda _: self.eligio.emit(self.plantilla.clave()))
        self._poner_fila("Plantilla", self.plantilla)
        for clave, campo in (("fecha", fecha), ("partes", partes)):
            self._del_oficio(clave, campo)
        self._poner_debajo(self.se_lee, self.oficina)
        self._primera_propia = self._fila
        self._fila += _LOS_PROPIOS
        self._del_oficio("asunto", asunto)  # sale de lo de arriba: casi nunca se escribe
        self._de_la_carta(DIAS, campos.CampoDeNumero(DIAS.rotulo))
        self._poner_debajo(self.vence)
        self._texto = TextoLargo("Texto de la carta", 9)
        self._texto.guardar.connect(self._guardar_texto)
        self._texto.textChanged.connect(self._ofrecer_automatico)
        self._campos["carta.texto"] = self._texto
        self._poner_fila("Texto", self._texto)
        self._poner_debajo(self.cambio, self.automatico)
        self._de_la_carta(COPIAS, TextoLargo(COPIAS.rotulo, 2))
        self._de_la_carta(INICIALES, campos.CampoDeTexto(INICIALES.rotulo))
        self._de_la_carta(FIRMA, campos.CampoDeLista("Quién firma", []))
        self._de_la_carta(AUSENTE, campos.CampoDeLista(AUSENTE.rotulo, []))
        self._de_la_carta(LUGAR, campos.CampoDeLista("Dónde la dirá el informe", []))
        self._poner_debajo(self.se_dira)
        self._cuadricula.setRowStretch(self._fila, 1)

    def _poner_fila(self, rotulo: str, campo: Campo, fila: int | None = None) -> tuple[QWidget, ...]:
        """Un campo con su rótulo y su pie; da las piezas."""
        letrero, en = LetreroQueCede(rotulo), self._fila if fila is None else fila
        letrero.setBuddy(campo)
        self._cuadricula.addWidget(letrero, en, 0)
        self._fila += fila is None
        if isinstance(campo, campos.CampoDeLista):
            self._cuadricula.addWidget(campo, en, 1)
            return letrero, campo
        acomodo, pie = con_pie(campo)
        self._cuadricula.addLayout(acomodo, en, 1)
        return letrero, campo, pie

    def _poner_debajo(self, letrero: Letrero, suyo: QPushButton | None = None) -> None:
        """Lo que se dice de un campo, y su botón."""
        hilera = HileraQueSeParte(entre=6)
        letrero.setMinimumWidth(self.fontMetrics().averageCharWidth() * _LEGIBLES)
        hilera.agregar(letrero, 1)
        if suyo is not None:
            hilera.agregar(suyo)
        self._cuadricula.addLayout(hilera, self._fila, 1)
        self._fila += 1

    def _del_oficio(self, clave: str, campo: CampoEscrito) -> None:
        dato = _DEL_OFICIO[clave]
        self._campos[clave] = campo
        campo.cambio.connect(lambda valor: self.guarda_del_oficio.emit(dato, valor, campo.decir(valor)))
        campo.rechazado.connect(lambda texto, por_que: self._rechazar(clave, dato.rotulo, texto, por_que))
        self._poner_fila(dato.rotulo, campo)

    def _de_la_carta(self, dato: DatoDeCarta, campo: Campo, fila: int | None = None) -> tuple[QWidget, ...]:
        self._campos[dato.campo] = campo
        if isinstance(campo, TextoLargo):
            campo.guardar.connect(lambda texto: self.guarda.emit(dato, texto, texto))
        elif isinstance(campo, CampoEscrito):
            campo.cambio.connect(lambda valor: self.guarda.emit(dato, valor, campo.decir(valor)))
            campo.rechazado.connect(
                lambda texto, por_que: self._rechazar(dato.campo, dato.rotulo, texto, por_que)
            )
        else:
            campo.cambio.connect(lambda valor: self.guarda.emit(dato, valor, str(valor)))
        return self._poner_fila(dato.rotulo, campo, fila)

    def _rechazar(self, clave: str, rotulo: str, texto: str, por_que: str) -> None:
        self._sesion.rechazar(escrito_en(self._uid, clave, rotulo, texto), por_que)

    def _guardar_texto(self, texto: str) -> None:
        if self._abierta is not None:
            self.guarda.emit(del_texto(self._abierta), texto, texto)

    # --- lo que se ve -----------------------------------------------------------------------------

    def poner(
        self, abierta: CartaAbierta, fila: EnElLibro, plantillas: Sequence[PlantillaDeCarta], cerrado: str
    ) -> None:
        """Enseña una carta; lo a medio escribir de otra se guarda antes en ella. `cerrado`: no se cambia."""
        if self._uid != abierta.oficio.uid:
            self.asentar()
            for campo in self._campos.values():
                if isinstance(campo, (CampoEscrito, TextoLargo)):
                    campo.soltar()
        self._uid, self._abierta = abierta.oficio.uid, abierta
        self.plantilla.ofrecer(plantillas)
        self._sugeridas.ofrecer([cada.nombre for cada in plantillas])
        self.plantilla.poner(abierta.plantilla.nombre if abierta.plantilla.clave else "")
        self.plantilla.setReadOnly(bool(cerrado))
        foto = abierta.mesa.foto
        self._areas.ofrecer(vigentes_en(foto.catalogo, foto.trimestre))
        self._ofrecer(foto.plan, abierta)
        self._poner_los_propios(abierta.plantilla)
        for clave, dato in _DEL_OFICIO.items():
            valor = abierta.oficio.asunto if clave == "asunto" else dato.leer(fila)
            self._mostrar(clave, valor, cerrado)
        de_ella = (DIAS, COPIAS, INICIALES, FIRMA, AUSENTE, LUGAR, del_texto(abierta))
        for dato in (*de_ella, *de_plantilla(abierta.plantilla)[:_LOS_PROPIOS]):
            self._mostrar(dato.campo, dato.leer(abierta.carta), cerrado)
        self._decir(abierta, cerrado)

    def _mostrar(self, clave: str, valor: Any, cerrado: str) -> None:
        campo = self._campos[clave]
        if isinstance(campo, campos.CampoDeLista):
            campo.poner(valor)
            campo.setEnabled(not cerrado)
        else:
            self._sesion.sin_guardar.mostrar(campo, sitio_de(self._uid, clave), valor)
            campo.setReadOnly(bool(cerrado))

    def _decir(self, abierta: CartaAbierta, cerrado: str) -> None:
        """Lo que se lee de a quién va, de cuándo vence y del texto escrito a mano."""
        asunto = self._campos["asunto"]
        if isinstance(asunto, CampoEscrito):
            asunto.setPlaceholderText(abierta.dicha.asunto)
        a_quien = abierta.dicha.a_quien
        dia = f"{abierta.mesa.dia:%d/%m/%Y}"
        self.se_lee.decir(f"Se lee: {lista([str(d) for d in a_quien])} (al {dia})." if a_quien else "")
        sin_titular = any(not cada.conocido for cada in a_quien)
        por_ver = sin_titular and not cerrado
        self.se_lee.decir(self.se_lee.text(), "atencion" if por_ver else "letra_tenue")
        self.oficina.setVisible(por_ver)
        vence = abierta.dicha.vence
        self.vence.decir(f"Vence el {vence:%d/%m/%Y}, en días hábiles." if vence else "")
        self.cambio.decir(_CAMBIO if abierta.cambio_el_automatico else "")
        self._ofrecer_automatico()

    def _ofrecer_automatico(self) -> None:
        """Desde que se escribe a mano se puede volver; así Tab, al salir del texto, ya lo encuentra."""
        abierta = self._abierta
        if abierta is not None:
            a_mano = bool(abierta.carta.texto) or self._texto.toPlainText() != abierta.dicha.automatico
            self.automatico.setVisible(a_mano and not self._texto.isReadOnly())

    def _ofrecer(self, plan: Plan, abierta: CartaAbierta) -> None:
        catalogo = abierta.mesa.foto.catalogo
        puestos = [(clave, como_se_llama(plan, catalogo, clave)) for clave in puestos_que_firman(plan)]
        medio = plan.medio_con_folio
        lugares = [
            (lugar.clave, decir_lugar(plan, lugar.clave))
            for lugar in plan.lugares()
            if plan.admite_renglones(lugar.clave) and es_de_su_medio(plan, lugar.clave, medio)
        ]
        ofrecidas: Mapping[str, list[tuple[str, str]]] = {
            FIRMA.campo: puestos,
            AUSENTE.campo: [("", "(nadie: firma quien le toca)"), *puestos],
            LUGAR.campo: [("", "(en ningún paso del informe)"), *lugares],
        }
        for clave, opciones in ofrecidas.items():
            campo = self._campos[clave]
            if isinstance(campo, campos.CampoDeLista):
                campo.ofrecer(opciones)

    def _poner_los_propios(self, plantilla: PlantillaDeCarta) -> None:
        """Los campos que pide la plantilla, hechos de nuevo solo si es otra."""
        if plantilla.campos == self._de_plantilla:
            return
        self._de_plantilla = plantilla.campos
        for clave in [clave for clave in self._campos if clave.startswith("carta.campo.")]:
            del self._campos[clave]
        for pieza in self._piezas_propias:
            desechar(pieza)
        self._piezas_propias = []
        propios = zip(plantilla.campos[:_LOS_PROPIOS], de_plantilla(plantilla), strict=False)
        for fila, (campo, dato) in enumerate(propios, self._primera_propia):
            letrero, suyo, pie = self._de_la_carta(dato, self._hacer(campo), fila)
            for pieza in (letrero, suyo):
                pieza.show()  # ya: el acomodo las enseñaría después, y un Tab de prisa se las saltaría
            self._piezas_propias += (letrero, suyo, pie)
        self._ordenar()

    def _ordenar(self) -> None:
        """Tab los recorre como se leen: a quién va y los de la plantilla, y luego lo demás."""
        orden = [self._campos[clave] for clave in (*self._por_llenar(), "asunto", DIAS.campo)]
        for antes, despues in pairwise(orden):
            QWidget.setTabOrder(antes, despues)

    def _hacer(self, campo: CampoDePlan) -> Campo:
        if campo.clase == "texto":
            return campos.CampoDeTexto(campo.etiqueta)
        return campos.CampoDeClase(campo.etiqueta, campo.clase)

    # --- el cursor y lo que está a medias ---------------------------------------------------------

    def pieza_de(self, clave: str) -> Campo | None:
        """El campo donde se ve un dato; los del oficio, también con el nombre de los de la carta."""
        return self._campos.get(clave) or self._campos.get(clave.removeprefix(DE_LA_CARTA))

    def abierta(self, clave: str) -> Campo | None:
        """El campo donde se ve un dato, si ahí se puede escribir."""
        campo = self.pieza_de(clave)
        cerrado = isinstance(campo, (CampoEscrito, TextoLargo)) and campo.isReadOnly()
        return None if campo is None or cerrado or not campo.isEnabled() else campo

    def a_quien(self) -> str:
        """Lo escrito en «A quién va», aunque no se haya podido guardar."""
        campo = self._campos["partes"]
        return campo.text() if isinstance(campo, CampoEscrito) else ""

    def enfocar(self) -> None:
        """Pone el cursor en lo primero que falte: la plantilla, a quién va o un dato suyo."""
        posibles = (self.plantilla, *(self._campos[c] for c in self._por_llenar()))
        vacios = (c for c in posibles if isinstance(c, CampoEscrito) and not c.text() and not c.isReadOnly())
        next(vacios, self.plantilla).setFocus()

    def _por_llenar(self) -> tuple[str, ...]:
        propios = (clave for clave in self._campos if clave.startswith("carta.campo."))
        return ("partes", *propios)

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        for campo in self._campos.values():
            if isinstance(campo, (CampoEscrito, TextoLargo)):
                campo.guardar_ya()


def escrito_en(uid: str, clave: str, rotulo: str, texto: str) -> Escrito:
    """Lo que ella escribió en un campo de la carta."""
    return Escrito(sitio_de(uid, clave), rotulo, texto)
