"""Los campos de la tira: el medio, el lugar y los datos del renglón, con las palabras de su forma."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ut_escritorio.dominio.impreso.anotar import (
    Borrador,
    cuantos_propuestos,
    cuenta_que_pide,
    papel_de_la_unidad,
)
from ut_escritorio.dominio.impreso.relatos import forma_de
from ut_escritorio.dominio.oficios.folios import Serie
from ut_escritorio.dominio.oficios.solo_al_libro import SOLO_AL_LIBRO
from ut_escritorio.dominio.plan.campos import rotulo_de_campo
from ut_escritorio.dominio.plan.lugares import decir_lugar
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.interfaz.anotar.lectura import Lectura
from ut_escritorio.interfaz.anotar.numero import CampoDeNumeroDeOficio
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_atajo
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista, CampoDeNumero, campo_de_fecha
from ut_escritorio.interfaz.comunes.campos.sugerencias import Sugerencias
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion

_SOLO_AL_LIBRO = "Solo en el libro: ningún paso lo dice"
_SENTIDOS = (("enviado", "Enviado"), ("recibido", "Recibido"))


class Hoja(QWidget):
    """`cambio` sale con cada tecla; `cambio_de_medio`, al elegir otro medio o sentido; `cambio_de_lugar`."""

    cambio = Signal()
    cambio_de_medio = Signal()
    cambio_de_lugar = Signal()

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self.medio, self.sentido = CampoDeLista("Medio", ()), CampoDeLista("Sentido", _SENTIDOS)
        self.lugar = CampoDeLista("Va en", ())
        self.lugar.setMinimumContentsLength(16)
        self.numero = CampoDeNumeroDeOficio()
        self.fecha = campo_de_fecha("Fecha", sesion.reloj.hoy, sesion.foto.trimestre.primer_dia)
        self.fecha.ya_paso = True
        self.unidad, self.asunto = _campo("Unidad"), _campo("Asunto")
        self.cuantos = CampoDeNumero("Cuántos")
        self._unidades = Sugerencias(self.unidad, (), acepta_la_primera=True)
        self._asuntos = Sugerencias(self.asunto, (), acepta_la_primera=False)
        self._propuestos: int | None = None
        self.lectura = Lectura()
        self._rotulos: dict[QWidget, QLabel] = {}
        self._armar()
        self._conectar()

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        self.arriba, self.datos = HileraQueSeParte(entre=6), HileraQueSeParte(van="abajo")
        for rotulo, campo, parte in (
            ("&Medio", self.medio, 0), ("", self.sentido, 0), ("Va en", self.lugar, 1),
        ):  # fmt: skip
            self.arriba.agregar_juntas(self._rotulo(campo, rotulo), campo, crece=parte)
        for rotulo, campo, parte in (
            ("Número", self.numero, 0), ("Fecha", self.fecha, 0), ("Unidad", self.unidad, 3),
            ("Asunto", self.asunto, 5), ("Cuántos", self.cuantos, 0),
        ):  # fmt: skip
            pila = QVBoxLayout()
            pila.setSpacing(2)
            pila.addWidget(self._rotulo(campo, rotulo))
            pila.addWidget(campo)
            self.datos.agregar(pila, parte)
        for campo, letras in ((self.unidad, 12), (self.asunto, 20)):
            campo.setMinimumWidth(campo.fontMetrics().averageCharWidth() * letras)
        acomodo.addLayout(self.arriba)
        # Entre las dos hileras no la tapa lo que se despliega bajo los campos.
        self.junto = QHBoxLayout()
        self.junto.addWidget(self.lectura, 1)
        acomodo.addLayout(self.junto)
        acomodo.addLayout(self.datos)

    def _rotulo(self, campo: QWidget, rotulo: str) -> QLabel:
        letrero = self._rotulos[campo] = QLabel(rotulo)
        letrero.setBuddy(campo)
        return letrero

    def _conectar(self) -> None:
        for lista in (self.medio, self.sentido):
            lista.cambio.connect(lambda _: self.cambio_de_medio.emit())
        self.lugar.cambio.connect(lambda _: self.cambio_de_lugar.emit())
        for campo in (self.unidad, self.asunto, self.fecha, self.cuantos):
            campo.textChanged.connect(lambda _: self.cambio.emit())
        self.numero.cambio.connect(self.cambio)
        self.fecha.editingFinished.connect(self.cambio)

    def seguir(self, foto: FotoTrimestre) -> None:
        """Se escogen los medios y lugares del plan de la foto, y las fechas son de su trimestre."""
        self.fecha.acercar_a(foto.trimestre.primer_dia)
        plan = foto.plan
        medios = [(medio.clave, medio.unidad.singular.capitalize()) for medio in plan.medios]
        self.medio.ofrecer([*medios, ("", "(sin medio)")])
        lugares = [clave for clave in plan.lugar if plan.admite_renglones(clave)]
        del_plan = [(clave, decir_lugar(plan, clave)) for clave in lugares]
        self.lugar.ofrecer([*del_plan, *([(SOLO_AL_LIBRO, _SOLO_AL_LIBRO)] if plan.medio_con_folio else [])])

    def ofrecer(self, unidades: Sequence[str], asuntos: Sequence[str]) -> None:
        """Con qué se completan la unidad y el asunto."""
        self._unidades.ofrecer(unidades)
        self._asuntos.ofrecer(asuntos)

    def vestir(self, foto: FotoTrimestre, renglon: Renglon, serie: Serie | None) -> None:
        """Enseña los datos que la forma de ese renglón usa, con sus rótulos."""
        forma, rol = forma_de(foto.plan, renglon), papel_de_la_unidad(foto.plan, renglon)
        medio, cuenta = foto.plan.medio.get(renglon.medio), cuenta_que_pide(forma)
        self._mostrar(self.numero, medio is not None and medio.con_folio)
        self.numero.poner_serie(serie)
        self._mostrar(self.unidad, rol is not None, rotulo_de_campo(rol or "", forma))
        self._mostrar(self.asunto, True, rotulo_de_campo("asunto", forma))
        self._mostrar(self.cuantos, bool(cuenta), rotulo_de_campo(cuenta, forma))
        propuestos = cuantos_propuestos(foto.plan, renglon.lugar)
        if propuestos != self._propuestos:
            self._propuestos = propuestos
            self.cuantos.poner(propuestos)

    def _mostrar(self, campo: QWidget, si: bool, rotulo: str = "") -> None:
        campo.setVisible(si)
        self._rotulos[campo].setVisible(si)
        if rotulo:
            self._rotulos[campo].setText(sin_atajo(rotulo))

    def poner(self, borrador: Borrador) -> None:
        """Muestra un borrador, para seguirlo."""
        for lista, valor in (
            (self.medio, borrador.medio),
            (self.sentido, borrador.sentido),
            (self.lugar, borrador.lugar),
        ):
            lista.poner(valor)
        self.numero.campo.setText(borrador.folios)
        self.fecha.poner(borrador.fecha)
        self.unidad.setText(borrador.unidad)
        self.asunto.setText(borrador.asunto)
        self.cuantos.poner(borrador.cuantos)

    def borrador(self, asunto_uid: str = "") -> Borrador:
        """Lo que está escrito; de la fecha que no se entiende, ninguna."""
        return Borrador(
            lugar=self.lugar.currentData() or "",
            medio=self.medio.currentData() or "",
            sentido=self.sentido.currentData() or "enviado",
            folios=self.numero.texto(),
            fecha=self.fecha.entendido(),
            unidad=self.unidad.text(),
            asunto=self.asunto.text(),
            cuantos=self.cuantos.escrito(),
            asunto_uid=asunto_uid,
        )

    def nada_escrito(self) -> bool:
        """Si no se ha escrito de qué trata, con quién ni su número."""
        return not any(c.text().strip() for c in (self.numero.campo, self.unidad, self.asunto))

    def vaciar(self) -> None:
        """Queda lista para otro: el medio, el lugar y la fecha se conservan."""
        for campo in (self.numero.campo, self.unidad, self.asunto):
            # clear() se podría deshacer, y Ctrl+Z debe deshacer lo anotado.
            campo.setText("")
        self.cuantos.poner(self._propuestos)

    def enfocar(self) -> None:
        """Pone el cursor en el primer dato por llenar."""
        con_fecha, con_unidad = self.fecha.fecha() is not None, bool(self.unidad.text())
        orden = (self.numero, *(() if con_fecha else (self.fecha,)), *(() if con_unidad else (self.unidad,)))
        primero = next((campo for campo in orden if not campo.isHidden()), self.asunto)
        primero.setFocus(Qt.FocusReason.TabFocusReason)


def _campo(nombre: str) -> CampoLimpio:
    campo = CampoLimpio()
    campo.setAccessibleName(nombre)
    return campo
