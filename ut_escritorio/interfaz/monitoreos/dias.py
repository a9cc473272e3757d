"""«Ver los días…»: los tres meses de lo que se hace a diario, lo que se propone y lo que se acepta."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from ut_escritorio.dominio.numeros.dias import (
    CambioDeDia,
    con_dia,
    diarias,
    mes_entero,
    por_que_aun_no,
    proponer_faltantes,
    proponer_mes,
    sin_registrar,
)
from ut_escritorio.dominio.numeros.evaluacion import valor_de
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.vista import sitio_de_dia
from ut_escritorio.dominio.oficina.calendario import Calendario, habiles_del_mes, por_que_no
from ut_escritorio.dominio.palabras.redaccion import con_inicial
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.plan.cifras import Cifra
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito, Pendiente, con_falla
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.monitoreos.frases import POR_DIAS, de_inhabil, de_propuesta
from ut_escritorio.interfaz.monitoreos.mes import Mes
from ut_escritorio.interfaz.monitoreos.semanas import Semana, semanas
from ut_escritorio.servicios.captura import monitoreos
from ut_escritorio.servicios.oficina.calendario import calendario_de

_ORILLA = 20
_COMO = "Escriba sobre un día lo que se contó; Supr lo quita. En gris, los inhábiles."


class HojaDeDias(Dialogo):
    """Se deja abierta al lado; lo que se escribe en un día se guarda al momento, lo propuesto al aceptar."""

    def __init__(self, padre: QWidget, sesion: Sesion, cifra: str, completar: bool) -> None:
        super().__init__(padre)
        self._sesion = sesion
        self._propuesta: Propuesta[CambioDeDia] | None = None
        self._con_error = False
        self.setWindowTitle(f"Los días del {sesion.trimestre}")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        opciones = [(c.clave, c.nombre) for c in diarias(sesion.foto)]
        self.cual = CampoDeLista("Qué se hace a diario", opciones)
        self.cual.setSizeAdjustPolicy(CampoDeLista.SizeAdjustPolicy.AdjustToContents)
        self.meses = {mes: _DelMes(mes, self) for mes in sesion.trimestre.meses}
        self._dicho = Letrero(tinta="enlace", negrita=True)
        self.aceptar = boton("&Aceptar", self._aceptar, "listo")
        self.descartar = boton("D&escartar", self._descartar, "cancelar")
        self._reparo = Letrero(_COMO, "letra_tenue")
        self._armar()
        self.cual.currentIndexChanged.connect(lambda _: self.refrescar())
        sesion.cambio.connect(self._al_cambiar)
        sesion.sin_guardar.cambio.connect(self._al_cambiar)
        for se_va in (sesion.cambio_de_trimestre, sesion.destroyed):
            se_va.connect(self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(sesion.pide_deshacer)
        QShortcut(QKeySequence("F8"), self).activated.connect(sesion.pide_registrar)
        self.refrescar()
        self.ver(cifra, completar)

    def ver(self, cifra: str, completar: bool) -> None:
        """Enseña los días de esa cifra (vacía: la que se veía); con `completar`, ya con su propuesta."""
        if cifra:
            self.cual.poner(cifra)
        self._al_principio()
        if completar:
            self.completar()

    @property
    def cifra(self) -> Cifra:
        """La que se está viendo."""
        return self._sesion.foto.plan.cifra[self.cual.currentData()]

    def completar(self) -> None:
        """Propone lo de siempre en todos los días sin registrar, de todas las que se hacen a diario."""
        faltan = {} if self._sesion.cerrado else self._sin_registrar()
        if faltan and self.cifra.clave not in faltan:
            self.cual.poner(next(iter(faltan)))
        self._proponer(proponer_faltantes(self._sesion.foto, faltan))

    def proponer_en(self, mes: int) -> None:
        """Propone lo de siempre en cada día hábil del mes que no esté marcado."""
        self._proponer(proponer_mes(self._sesion.foto, self._calendario(), self.cifra, mes, self._hoy()))

    def escribir(self, dia: date, valor: int | None) -> None:
        """Guarda lo que se escribió en un día; si aún no llega, dice que no, y si es inhábil, cuál es."""
        cambio, hoy = CambioDeDia(self.cifra.clave, dia, valor), self._hoy()
        escrito = "" if valor is None else str(valor)
        if por_que := por_que_aun_no(cambio, hoy):
            self.rechazar(dia, escrito, por_que)
            return
        self._sesion.guardar(self._escrito(dia, escrito), monitoreos.marcar_dia, cambio, hoy)
        inhabil = por_que_no(self._calendario(), dia) if valor is not None else None
        if inhabil:
            self._reparo.decir(de_inhabil(dia, inhabil), "atencion")
        elif not self._sin_guardar():
            self._reparo.decir(_COMO, "letra_tenue")

    def rechazar(self, dia: date, texto: str, por_que: str) -> None:
        """Lo escrito en un día no puede guardarse: se queda en él, y se dice por qué."""
        self._sesion.rechazar(self._escrito(dia, texto), por_que)

    def soltar(self, dia: date) -> None:
        """El día vuelve a decir lo guardado."""
        self._sesion.sin_guardar.soltar(self._sitio(dia))

    def _sitio(self, dia: date) -> Sitio:
        return sitio_de_dia(self._sesion.foto.plan, self.cifra.clave, dia)

    def _escrito(self, dia: date, texto: str) -> Escrito:
        return Escrito(self._sitio(dia), f"{self.cifra.nombre}, {con_dia(dia)}", texto)

    def _sin_guardar(self) -> dict[date, Pendiente]:
        """De los días que se ven, lo que se escribió y aún no se guarda."""
        return {
            date.fromisoformat(p.escrito.sitio.campo): p
            for p in self._sesion.sin_guardar.todos
            if (casilla := p.escrito.sitio.casilla)
            and p.escrito.sitio.campo
            and casilla.cifra == self.cifra.clave
        }

    def contar_por_dias(self, mes: int) -> None:
        """Deja de tomar el número del mes entero."""
        self._sesion.hacer(monitoreos.contar_por_dias, self.cifra.clave, mes)

    def refrescar(self) -> None:
        """Pone al día los tres meses y lo que se propone."""
        foto, cifra = self._sesion.foto, self.cifra
        propuestos = {
            c.dia: c.valor or 0
            for c in (self._propuesta.cambios if self._propuesta else ())
            if c.cifra == cifra.clave
        }
        faltan, sin_guardar = self._sin_registrar().get(cifra.clave, ()), self._sin_guardar()
        for mes, del_mes in self.meses.items():
            del_mes.poner(
                foto,
                self._calendario(),
                cifra,
                propuestos,
                semanas(foto, self._calendario(), cifra.clave, mes, propuestos, faltan, sin_guardar),
                self._hoy(),
                not self._sesion.cerrado,
            )
        if self._propuesta is not None:
            self._dicho.decir(de_propuesta(self._propuesta, foto, self._hoy()))
        for pieza in (self._dicho, self.aceptar, self.descartar):
            pieza.setVisible(self._propuesta is not None)
        if self._sesion.cerrado:
            self._reparo.decir(self._sesion.cerrado, "atencion")
        elif fallidos := con_falla(tuple(sin_guardar.values())):
            self._reparo.decir(fallidos[-1].falla, "error")
        elif self._con_error:
            self._reparo.decir(_COMO, "letra_tenue")
        self._con_error = bool(sin_guardar)

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(10)
        arriba = QHBoxLayout()
        arriba.addWidget(self.cual)
        arriba.addStretch()
        acomodo.addLayout(arriba)
        meses = HileraQueSeParte(entre=18, van="arriba")
        for del_mes in self.meses.values():
            meses.agregar(del_mes, 1)
        acomodo.addLayout(meses)
        self.setMinimumWidth(min(meses.sizeHint().width() + 2 * _ORILLA, self.lo_que_cabe().width()))
        propuesta = QHBoxLayout()
        propuesta.addWidget(self._dicho, 1)
        propuesta.addWidget(self.aceptar)
        propuesta.addWidget(self.descartar)
        acomodo.addLayout(propuesta)
        abajo = QHBoxLayout()
        abajo.addWidget(self._reparo, 1)
        abajo.addWidget(boton("&Cerrar", self.close))
        acomodo.addLayout(abajo)

    def _proponer(self, propuesta: Propuesta[CambioDeDia]) -> None:
        if not propuesta.cambios:
            return
        self._propuesta = propuesta
        self._reparo.decir(_COMO, "letra_tenue")
        self.refrescar()
        self.aceptar.setFocus()

    def _aceptar(self) -> None:
        propuesta, self._propuesta = self._propuesta, None
        if propuesta is not None:
            self._sesion.hacer(monitoreos.aplicar_dias, propuesta, self._hoy())
            self._al_principio()

    def _descartar(self) -> None:
        self._propuesta = None
        self.refrescar()
        self._al_principio()

    def _al_principio(self) -> None:
        """Pone el cursor en lo que no se guardó, en hoy o, si hoy es de otro trimestre, en el primer día."""
        hoy = self._hoy()
        dia = hoy if self._sesion.trimestre.primer_dia <= hoy <= self._sesion.trimestre.ultimo_dia else None
        self._poner_en(next(iter(self._sin_guardar()), dia or self._sesion.trimestre.primer_dia))

    def _poner_en(self, dia: date) -> None:
        mes = self.meses[dia.month].mes
        mes.ir_a(dia)
        mes.setFocus()

    def _al_cambiar(self) -> None:
        if isValid(self) and diarias(self._sesion.foto):
            self.refrescar()

    def _hoy(self) -> date:
        return self._sesion.reloj.hoy()

    def _calendario(self) -> Calendario:
        return calendario_de(self._sesion.foto)

    def _sin_registrar(self) -> dict[str, tuple[date, ...]]:
        return dict(sin_registrar(self._sesion.foto, self._calendario(), self._hoy()))


class _DelMes(QWidget):
    """Un mes con su cuenta, su calendario y lo que se puede hacer con él."""

    def __init__(self, numero: int, hoja: HojaDeDias) -> None:
        super().__init__()
        self._numero = numero
        self._titulo = Letrero(aumento=1.1, negrita=True)
        self._cuenta = Letrero(tinta="letra_tenue")
        self.mes = Mes()
        self.mes.setAccessibleName(con_inicial(MESES[numero - 1]))
        self.mes.modelo.escrito.connect(hoja.escribir)
        self.mes.modelo.rechazado.connect(hoja.rechazar)
        self.mes.modelo.soltado.connect(hoja.soltar)
        self.proponer = boton("", lambda: hoja.proponer_en(numero), "dias")
        self._entero = Letrero(tinta="atencion")
        self.por_dias = boton(POR_DIAS, lambda: hoja.contar_por_dias(numero), "automatico")
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        for pieza in (self._titulo, self._cuenta, self.mes, self.proponer, self._entero, self.por_dias):
            acomodo.addWidget(pieza)
        acomodo.addStretch()

    def poner(
        self,
        foto: FotoTrimestre,
        calendario: Calendario,
        cifra: Cifra,
        propuestos: dict[date, int],
        las_semanas: tuple[Semana, ...],
        hoy: date,
        abierto: bool,
    ) -> None:
        """Muestra el mes de esa cifra; `abierto`, si se deja escribir en él."""
        numero = self._numero
        valor = valor_de(foto, cifra.clave, numero).numero
        nombre = con_inicial(MESES[numero - 1])
        self._titulo.decir(f"{nombre}: {'sin dato' if valor is None else valor}")
        habiles = len(habiles_del_mes(calendario, foto.trimestre.ejercicio, numero))
        self._cuenta.decir(
            f"{habiles} días hábiles; a {cifra.por_dia} por día, {habiles * (cifra.por_dia or 0)}"
        )
        self.mes.modelo.poner(las_semanas, abierto)
        self.proponer.setText(f"Proponer {cifra.por_dia} por día hábil")
        self.proponer.setAccessibleName(f"{self.proponer.text()} en {MESES[numero - 1]}")
        self.proponer.setEnabled(abierto and bool(proponer_mes(foto, calendario, cifra, numero, hoy).cambios))
        entero = mes_entero(foto, cifra.clave, numero)
        marcados = foto.conteos.por_dias.get(Casilla(cifra.clave, foto.trimestre.numero, numero))
        con_los_dos = entero is not None and marcados is not None
        self._entero.decir(
            f"Está escrito entero: {entero}. Sus días suman {marcados}." if con_los_dos else ""
        )
        se_propone = entero is not None and any(dia.month == numero for dia in propuestos)
        self.por_dias.setVisible((con_los_dos or se_propone) and abierto)
