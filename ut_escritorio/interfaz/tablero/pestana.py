"""La pestaña Tablero: hoy, con lo que se pide y las cuentas del trimestre; o una de las otras vistas."""

from __future__ import annotations

from functools import cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.periodos import Trimestre, mes_corto
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, con_barra, que_quepa, tarjeta
from ut_escritorio.interfaz.comunes.listas.copiable import hacer_copiable
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Pestana, PiezaViva
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar
from ut_escritorio.interfaz.tablero import al_pedirlo
from ut_escritorio.interfaz.tablero.cuentas import SE_CUENTA, Cuenta, cuentas_de
from ut_escritorio.interfaz.tablero.mosaicos import Mosaicos
from ut_escritorio.interfaz.tablero.reserva import ReservaDeGrafica
from ut_escritorio.interfaz.tablero.tabla_de_cuentas import TablaDeCuentas
from ut_escritorio.interfaz.tablero.vistas import ANIO, AVANCE, HOY, TiraDeVistas
from ut_escritorio.servicios.archivo.expediente import Cosas

if TYPE_CHECKING:
    from ut_escritorio.interfaz.tablero.agenda.columna import ColumnaDeHoy
    from ut_escritorio.interfaz.tablero.grafica import VistaDeGrafica
    from ut_escritorio.interfaz.tablero.hoy import FilaDeHoy

_TRAS_PINTAR = 60  # milisegundos: que antes se vean los iconos
_ALTO_PARA_LA_TIRA = 8  # renglones
_ANCHO_DE_LO_DE_HOY = 260  # con menos, sus frases no se leen; con más, anotar ensancha la ventana angosta


class PestanaTablero(Pestana):
    """Lo que hoy se pide y cuánto va, o una de las otras vistas; sin nada capturado, solo lo primero.

    `otras`: las que ya se pidieron, cada una hecha la primera vez.
    """

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion, self._foto = sesion, sesion.foto
        self._cuentas: tuple[Cuenta, ...] = ()
        self.tabla = TablaDeCuentas()
        self.mosaicos = Mosaicos()
        self.agenda: ColumnaDeHoy | None = None
        self._de_la_grafica = ReservaDeGrafica()
        self._titulo = Letrero(aumento=1.15, negrita=True)
        self._de_que = Letrero(negrita=True)
        self.tira, self._vistas = TiraDeVistas(), QStackedWidget()
        self.otras: dict[int, PiezaViva] = {}
        self._de_antes: tuple[Trimestre, FotoTrimestre | None] | None = None
        self._armar()
        self._conectar()
        self.refrescar(sesion.foto)

    @property
    def hoy(self) -> FilaDeHoy | None:
        """La fila HOY, si ya llegó."""
        return self.agenda.hoy if self.agenda is not None else None

    def showEvent(self, event: QShowEvent) -> None:
        """La gráfica y lo que hoy se pide se cargan cuando el Tablero ya se pintó."""
        super().showEvent(event)
        self._de_antes = None  # mientras se veía otra cosa pudo cambiar
        if self.agenda is None:
            tras_pintar(self, self._poner_lo_demas, _TRAS_PINTAR)

    def poner_al_dia(self, foto: FotoTrimestre, cosas: Cosas) -> None:
        """Vuelve a contar si cambió lo que se cuenta, y a decir lo que hoy se pide."""
        self._foto = foto
        if SE_CUENTA & cosas:
            self.refrescar(foto)
        if (otra := self._otra) is not None:  # la que no se ve, al volver a verse
            otra.poner_al_dia(foto, cosas)
        if self.agenda is not None:
            self.agenda.poner_al_dia(foto, cosas)

    def zonas(self) -> tuple[QWidget, ...]:
        """Las vistas y lo que se ve: lo que hoy se pide y, al lado, las cuentas; o una de las otras."""
        otra = self._otra
        return (self.tira, self._de_hoy, self._numeros) if otra is None else (self.tira, otra)

    @property
    def _otra(self) -> PiezaViva | None:
        """La que se ve, si no es hoy."""
        return self.otras.get(self.tira.puesta)

    def corregir_aqui(self, sitio: Sitio) -> bool:
        """Lo de hoy se escribe también aquí, además de en sus días."""
        return self._otra is None and self.hoy is not None and self.hoy.corregir(sitio)

    def ver(self, vista: int) -> None:
        """Enseña una de las vistas; las que no son hoy se hacen la primera vez."""
        if vista != HOY:
            if vista not in self.otras:
                self.otras[vista] = self._hacer(vista)
                self._vistas.addWidget(self.otras[vista])
            self.otras[vista].refrescar(self._foto)
        self.tira.poner(vista)
        self._vistas.setCurrentWidget(self.otras.get(vista, self._hoy))

    def _hacer(self, vista: int) -> PiezaViva:
        if vista == ANIO:
            return al_pedirlo.del_anio().PaginaDelAnio(self._sesion)
        if vista == AVANCE:
            return al_pedirlo.avance().PaginaDelAvance(self._sesion)
        return al_pedirlo.comparar().PaginaDeComparar(self._sesion)

    def recuerdo(self) -> object:
        """Cuál se ve y en qué está."""
        return self.tira.puesta, self._otra.recuerdo() if self._otra is not None else None

    def recordar(self, recuerdo: object) -> None:
        """La vuelve a enseñar, en lo mismo."""
        match recuerdo:
            case (int(vista), en_que) if vista != HOY and self._hay_que_ver:
                self.ver(vista)
                self.otras[vista].recordar(en_que)
            case _:
                pass

    def empieza_en(self) -> QWidget | None:
        """En lo de la vista que se ve; en hoy, arriba."""
        return self._otra.empieza_en() if self._otra is not None else None

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a contar."""
        self._titulo.decir(f"Cuentas del {foto.trimestre}")
        self._numeros.setVisible(not foto.sin_empezar)
        self._mostrar_tira()
        if not self._hay_que_ver:
            self.ver(HOY)
        self._poner_mosaicos()
        self._contar()

    def _mostrar_tira(self) -> None:
        """Con muy poco alto, como al anotar en una pantalla chica, cede el suyo a lo que se lee."""
        cabe = self.height() >= _ALTO_PARA_LA_TIRA * self.fontMetrics().lineSpacing()
        self.tira.setVisible(cabe and self._hay_que_ver)

    @property
    def _hay_que_ver(self) -> bool:
        """Si las otras vistas enseñan algo: lo capturado, o las metas."""
        return not self._foto.sin_empezar or self._foto.plan.con_metas

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._mostrar_tira()

    def senalar(self, senales: Senales) -> None:
        """Lo que la revisión señala cambia lo que hoy se pide."""
        if self.agenda is not None:
            self.agenda.senalar(senales)

    def _armar(self) -> None:
        self._hoy = QWidget()
        acomodo = QHBoxLayout(self._hoy)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.setSpacing(12)
        de_hoy = QWidget()
        self._columna = QVBoxLayout(de_hoy)
        self._columna.setContentsMargins(0, 0, 0, 0)
        numeros = QWidget()
        columna = QVBoxLayout(numeros)
        columna.setContentsMargins(0, 0, 0, 0)
        columna.addWidget(self._titulo)
        columna.addWidget(self.mosaicos)
        columna.addWidget(self.tabla)
        marco, self._de_grafica = tarjeta()
        self._de_grafica.addWidget(self._de_que)
        self._de_grafica.addWidget(self._de_la_grafica)
        columna.addWidget(marco)
        columna.addStretch()
        self._de_hoy, self._numeros = con_barra(de_hoy, _ANCHO_DE_LO_DE_HOY), con_barra(numeros)
        acomodo.addWidget(self._de_hoy, 1)
        acomodo.addWidget(self._numeros, 1)
        self._vistas.addWidget(self._hoy)
        entero = QVBoxLayout(self)
        entero.setContentsMargins(14, 8, 14, 8)
        entero.addWidget(self.tira)
        entero.addWidget(self._vistas, 1)

    @cached_property
    def grafica(self) -> VistaDeGrafica:
        """La gráfica de la fila elegida."""
        grafica = al_pedirlo.grafica().VistaDeGrafica()
        self._de_grafica.replaceWidget(self._de_la_grafica, grafica)
        self._de_la_grafica.deleteLater()
        grafica.pide_ir.connect(self._ir_al_mes)
        self._llenar(grafica)
        return grafica

    def _ir_al_mes(self, cual: int) -> None:
        """De una barra, a donde su número se escribe o se cuenta."""
        este, cifra = self._foto.trimestre, self._foto.plan.mosaicos[self.tabla.currentRow()].cifra
        adonde = al_pedirlo.por_componente().adonde(self._foto, cifra, este, este.meses[cual])
        self._sesion.pide_ir_a.emit(*adonde)

    def _poner_lo_demas(self) -> None:
        if self.agenda is not None or not self.isVisible():  # ya se cerró o se ve otra: será al volver
            return
        self.agenda = al_pedirlo.agenda().ColumnaDeHoy(self._sesion)
        self._columna.addWidget(self.agenda)
        self.agenda.refrescar(self._foto)
        self._llenar(self.grafica)
        # Llegaron al último: Tab iría a ellos hasta el final.
        for antes, luego in pairwise((self.tabla, self.grafica)):
            self.setTabOrder(antes, luego)

    def _conectar(self) -> None:
        self.tira.elegida.connect(self.ver)
        hacer_copiable(self.tabla, self._rotulos, self._textos)
        self.tabla.currentCellChanged.connect(lambda *_: self._graficar())

    def _poner_mosaicos(self) -> None:
        """El total del trimestre de cada cifra, en grande."""
        self.mosaicos.poner(cuentas_de(self._foto))

    def _contar(self) -> None:
        """Llena la tabla y, con la fila elegida, la gráfica."""
        antes, self._cuentas = self._cuentas, cuentas_de(self._foto)
        self.tabla.poner(self._rotulos(), self._cuentas, antes)
        self._graficar()

    def _rotulos(self) -> list[str]:
        return ["", *map(mes_corto, self._foto.trimestre.meses), "Total"]

    def _textos(self, fila: int) -> list[str]:
        """Lo que se copia de una fila: sus números solos, para que Excel los tome por números."""
        cuenta = self._cuentas[fila]
        numeros = (valor.numero for valor in (*cuenta.meses, cuenta.total))
        return [cuenta.rotulo, *("" if numero is None else str(numero) for numero in numeros)]

    def _graficar(self) -> None:
        fila = self.tabla.currentRow()
        if 0 <= fila < len(self._cuentas):
            self._de_que.decir(que_quepa(self._cuentas[fila].rotulo))
        if "grafica" in self.__dict__:
            self._llenar(self.grafica)

    def _llenar(self, grafica: VistaDeGrafica) -> None:
        fila = self.tabla.currentRow()
        if not 0 <= fila < len(self._cuentas):
            return
        foto, rotulo = self._foto, self._cuentas[fila].rotulo
        de_la_foto = al_pedirlo.graficas()
        una = de_la_foto.en_su_lugar(foto.plan, foto.plan.mosaicos[fila].cifra)
        meses, titulo = foto.trimestre.meses, f"{rotulo}, {foto.trimestre}"
        grafica.poner(de_la_foto.los_meses(foto, una, self._hace_un_anio(), meses, titulo))
        self._de_que.decir(que_quepa(grafica.datos.con_leyenda(rotulo)))

    def _hace_un_anio(self) -> FotoTrimestre | None:
        """La foto de un año antes; sin poder leerla, la gráfica va sin contorno: ya lo dice la barra."""
        if self._de_antes is None or self._de_antes[0] != self._foto.trimestre:
            if self._sesion.espera:
                return None
            otro = self._sesion.consultar(al_pedirlo.comparaciones().el_de_hace_un_anio, lambda _: None)
            self._de_antes = self._foto.trimestre, otro.foto if otro else None
        return self._de_antes[1]
