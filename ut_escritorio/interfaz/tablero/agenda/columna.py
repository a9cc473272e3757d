"""La columna de lo que hoy se pide: HOY, la tarjeta de la fase, lo que aún no toca y quién debe respuesta."""

from __future__ import annotations

from itertools import pairwise
from typing import ClassVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.plan.arbol import Actividad
from ut_escritorio.dominio.trimestre.fases import fase_de
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, PdfFirmado
from ut_escritorio.interfaz.comunes.listas.todavia_no import TodaviaNo
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import PiezaViva
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.visto import TODO
from ut_escritorio.interfaz.tablero.agenda import al_pedirlo
from ut_escritorio.interfaz.tablero.agenda.dia import Dia
from ut_escritorio.interfaz.tablero.agenda.esperan import los_que_esperan
from ut_escritorio.interfaz.tablero.agenda.fases import cuanto_queda, paginas
from ut_escritorio.interfaz.tablero.agenda.linea import (
    AConfirmarMetas,
    ALaOficina,
    ALaOrden,
    ALoProgramado,
    AlSitio,
    AOtraHoja,
    Destino,
    Linea,
    ParaLuego,
)
from ut_escritorio.interfaz.tablero.agenda.tarjeta import Tarjeta
from ut_escritorio.interfaz.tablero.hoy import FilaDeHoy
from ut_escritorio.interfaz.tablero.que_dia_es import que_dia_es
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.oficina.calendario import calendario_de
from ut_escritorio.servicios.oficina.para_luego import dejar_para_luego, retomar
from ut_escritorio.servicios.oficina.plan import confirmar_metas
from ut_escritorio.servicios.oficios.espera import paciencia_de
from ut_escritorio.servicios.oficios.libro import con_acuse_despues, que_esperan
from ut_escritorio.servicios.oficios.numeros import el_que_sigue, hay_que_preguntar

_DEL_LIBRO: Cosas = frozenset({"libro", "renglones", "oficios", "ajustes"})
_TARJETAS = 2


class ColumnaDeHoy(PiezaViva):
    """Se llena con `refrescar`, ya en su lugar."""

    lee: ClassVar[Cosas] = TODO

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion, self._senales = sesion, sesion.revision.senales
        self._esperaban: tuple[EnElLibro, ...] | None = None
        self._siguiente: str | None = None
        self._hoja = 0
        self._por_cual_va: bool | None = None
        self._acuses: tuple[EnElLibro, ...] | None = None
        self.hoy = FilaDeHoy(sesion)
        self.tarjetas = tuple(Tarjeta(self._ir) for _ in range(_TARJETAS))
        self.todavia_no, self.esperan = TodaviaNo(), Tarjeta(self._ir)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.setSpacing(10)
        for pieza in (self.hoy, *self.tarjetas, self.todavia_no, self.esperan):
            acomodo.addWidget(pieza)
        acomodo.addStretch()
        for avisa in (sesion.cambio_la_copia, sesion.espera.termino):
            avisa.connect(self._otra_vez)

    @property
    def lineas(self) -> tuple[Linea, ...]:
        """Todas las que se leen, en su orden."""
        visibles = [tarjeta for tarjeta in (*self.tarjetas, self.esperan) if not tarjeta.isHidden()]
        return tuple(linea for tarjeta in visibles for linea in tarjeta.lineas)

    def piezas(self) -> tuple[QWidget, ...]:
        """Lo que se llena u oprime, en el orden en que se lee."""
        de_tarjetas = (boton for tarjeta in self.tarjetas for boton in tarjeta.botones)
        return *self.hoy.piezas(), *de_tarjetas, self.todavia_no.abrir, *self.esperan.botones

    def poner_al_dia(self, foto: FotoTrimestre, cosas: Cosas) -> None:
        """Vuelve a ver el libro solo si pudo cambiar; lo demás, siempre: sale de la foto."""
        if _DEL_LIBRO & cosas:
            self._esperaban = self._siguiente = self._por_cual_va = self._acuses = None
        self.refrescar(foto)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Dice lo que hoy se pide; las líneas que no cambiaron se quedan como están.

        Mientras se espera, el archivo puede ni estar abierto: será al terminar.
        """
        if self._sesion.espera:
            return
        dia = self._dia(foto)
        self.hoy.poner(dia.de_hoy, foto.trimestre, cuanto_queda(dia), self._el_que_sigue())
        dichas = paginas(dia)
        for cual, tarjeta in enumerate(self.tarjetas):
            if cual < len(dichas):
                tarjeta.poner(dichas[cual])
            tarjeta.setVisible(cual < len(dichas))
        pide_todo = dia.fase in ("cierra", "firmado")
        self.todavia_no.poner(() if pide_todo or dia.dudoso else dia.senales.todavia_no)
        esperan = los_que_esperan(dia)
        self.esperan.poner(esperan)
        self.esperan.setVisible(bool(esperan.lineas))
        for antes, luego in pairwise(self.piezas()):  # las recién hechas irían al final
            QWidget.setTabOrder(antes, luego)

    def _otra_vez(self) -> None:
        if self.window().isVisible():  # la que se cerró ya no lee su archivo
            self.refrescar(self._sesion.foto)

    def senalar(self, senales: Senales) -> None:
        """Llegó lo que la revisión señala."""
        self._senales = senales
        self._otra_vez()

    def _dia(self, foto: FotoTrimestre) -> Dia:
        sesion, (hoy, dudoso) = self._sesion, que_dia_es(self._sesion, foto)
        calendario, siguiente = calendario_de(foto), foto.trimestre.siguiente
        return Dia(
            hoy=hoy,
            foto=foto,
            calendario=calendario,
            fase=fase_de(foto, calendario, hoy),
            de_hoy=sesion.foto_de_hoy(),
            dudoso=dudoso,
            solo_leer=bool(sesion.solo_leer),
            senales=self._senales,
            esperan=self._los_que_esperan(),
            copias=sesion.copias,
            siguiente=siguiente if siguiente in sesion.trimestres else None,
            hoja=self._hoja,
            por_cual_va=foto.apenas_empieza and self._falta_preguntar(),
            acuses=self._los_acuses(foto.firmado) if foto.firmado else (),
        )

    def _los_que_esperan(self) -> tuple[EnElLibro, ...]:
        if self._esperaban is None:
            hoy = self._sesion.reloj.hoy()
            # Si el archivo no se deja leer, ya lo dice la barra de estado.
            self._esperaban = self._sesion.consultar(
                lambda exp, _: que_esperan(exp, paciencia_de(exp, hoy)), decir=lambda _: None
            )
        return self._esperaban or ()

    def _falta_preguntar(self) -> bool:
        if self._por_cual_va is None:
            self._por_cual_va = self._sesion.consultar(hay_que_preguntar, decir=lambda _: None)
        return bool(self._por_cual_va)

    def _los_acuses(self, firmado: PdfFirmado) -> tuple[EnElLibro, ...]:
        if self._acuses is None:
            self._acuses = self._sesion.consultar(
                lambda exp, t: con_acuse_despues(exp, t, firmado.fecha), decir=lambda _: None
            )
        return self._acuses or ()

    def _el_que_sigue(self) -> str:
        if self._siguiente is None:
            self._siguiente = self._sesion.consultar(el_que_sigue, decir=lambda _: None)
        return self._siguiente or ""

    def _ir(self, destino: Destino) -> None:
        sesion = self._sesion
        match destino:
            case AlSitio(sitio):
                sesion.pide_ir.emit(sitio)
            case ALaOficina(cual):
                sesion.pide_oficina.emit(cual)
            case ALaOrden(orden, trimestre):
                sesion.pide_orden.emit(orden, trimestre)
            case AConfirmarMetas():
                sesion.hacer(confirmar_metas)
            case AOtraHoja(hoja):
                self._hoja = hoja
                self.refrescar(sesion.foto)
            case ParaLuego(""):
                sesion.hacer(retomar)
            case ParaLuego(paso):
                sesion.hacer(dejar_para_luego, paso)
            case ALoProgramado(clave):
                actividad = sesion.foto.plan.lugar[clave]
                assert isinstance(actividad, Actividad)
                al_pedirlo.programado().pedir_programado(self.window(), sesion, actividad)
