"""Un cuadro en la pestaña: su rejilla, los meses que ya se revisaron y lo que no se pudo guardar."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QSignalBlocker
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QCheckBox, QPushButton, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.antes import valor_antes
from ut_escritorio.dominio.numeros.pegado import CambioDeConteo
from ut_escritorio.dominio.numeros.recuento import cifra_por_sexo
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.tabla import TablaDeCuadro, dibujar, sin_anotar
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import con_inicial
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.plan.cifras import como_se_escribe, la_del_libro
from ut_escritorio.dominio.plan.cuadros import Cuadro, cifras_de
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.componente import al_pedirlo
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, boton
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.rejilla.vista import Rejilla
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito, dicho_al_pie
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import Bloque
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.captura import numeros as captura

if TYPE_CHECKING:
    from ut_escritorio.interfaz.componente.contra_el_libro import ContraElLibro
    from ut_escritorio.interfaz.comunes.sesion.senales import Senales


_LISTAS = frozenset({".xlsx", ".xls", ".ods", ".csv"})


class BloqueDeCuadro(Bloque):
    """Un cuadro del plan, escrito en la misma tabla que se imprimirá."""

    lee: ClassVar[Cosas] = frozenset({"conteos", "renglones", "marcas", "firmados"})

    def __init__(self, sesion: Sesion, lugar: str, cuadro: Cuadro) -> None:
        super().__init__()
        self._sesion, self._lugar, self.cuadro = sesion, lugar, cuadro
        self.rejilla = Rejilla(dibujar(cuadro, sesion.foto))
        self._reparo = Letrero(tinta="error")
        self._meses = _Meses(self._marcar)
        self._antes: dict[Casilla, int] = {}
        self._con_antes = False
        self.traer_de_excel: QPushButton | None = None
        self._diarias = tuple(clave for clave in cifras_de(cuadro) if sesion.foto.plan.cifra[clave].por_dia)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.setSpacing(4)
        acomodo.addLayout(self._con_dias())
        for pieza in (self._meses, self._reparo):
            acomodo.addWidget(pieza)
        self.contra_el_libro = self._contra_el_libro()
        if self.contra_el_libro is not None:
            acomodo.addWidget(self.contra_el_libro)
        self._conectar()
        self.refrescar(sesion.foto)
        self._ensenar_lo_sin_guardar()

    def _con_dias(self) -> HileraQueSeParte:
        """El cuadro y, a su lado, [Ver los días…] si algo es diario y [Traer de Excel…] si va por sexo."""
        hilera = HileraQueSeParte(entre=6, van="abajo")
        hilera.agregar(self.rejilla)
        if self._diarias:
            self.ver_dias = boton(
                "Ver los días…", lambda: self._sesion.pide_dias.emit(self._diarias[0], False), "dias"
            )
            hilera.agregar(self.ver_dias)
        if cifra_por_sexo(self.cuadro, self._sesion.foto) is not None:
            pedir = lambda: self._sesion.pide_lista.emit(self.cuadro.clave, None)  # noqa: E731
            self.traer_de_excel = boton("Traer de Excel…", pedir, "traer", "De la lista que da la plataforma")
            hilera.agregar(self.traer_de_excel)
            self.setAcceptDrops(True)
        return hilera

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Sobre el cuadro se suelta una lista; las fotos y lo demás siguen a quien las adjunta."""
        if self._lista_en(event) is not None:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        if (ruta := self._lista_en(event)) is not None:
            event.acceptProposedAction()
            self._sesion.pide_lista.emit(self.cuadro.clave, ruta)
        else:
            event.ignore()

    def _lista_en(self, event: QDropEvent) -> Path | None:
        """La lista que se arrastra, si es una sola y aquí se puede traer."""
        urls = event.mimeData().urls()
        rutas = [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
        se_trae = len(urls) == 1 and bool(rutas) and rutas[0].suffix.lower() in _LISTAS
        return rutas[0] if se_trae and not self._sesion.cerrado else None

    def _contra_el_libro(self) -> ContraElLibro | None:
        cifras = (self._sesion.foto.plan.cifra[clave] for clave in cifras_de(self.cuadro))
        suyas = tuple(cifra.clave for cifra in cifras if la_del_libro(cifra))
        return al_pedirlo.contra_el_libro().ContraElLibro(self._sesion, suyas) if suyas else None

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Vuelve a dibujar el cuadro con lo que dice el archivo."""
        tabla = dibujar(foto.plan.cuadro.get(self.cuadro.clave, self.cuadro), foto)
        self.rejilla.poner(tabla)
        self._antes = self._de_antes(tabla)
        self.ensenar_antes(self._con_antes)
        self._meses.poner(foto, tabla)
        self._meses.setEnabled(not self._sesion.cerrado)
        if self.traer_de_excel is not None:
            self.traer_de_excel.setEnabled(not self._sesion.cerrado)
        if not self._sesion.cerrado and self._reparo.text() == self.rejilla.modelo.cerrado:
            self._decir("")  # ya se abrió
        self.rejilla.cerrar(self._sesion.cerrado)
        if self.contra_el_libro is not None:
            self.contra_el_libro.poner(foto)

    @property
    def hay_antes(self) -> bool:
        """Si alguna celda vacía tuvo número el trimestre anterior."""
        return bool(self._antes)

    def ensenar_antes(self, si: bool) -> None:
        """Enseña en las celdas vacías lo del trimestre anterior, o deja de enseñarlo."""
        self._con_antes = si
        self.rejilla.poner_antes(self._antes if si else {})

    def _de_antes(self, tabla: TablaDeCuadro) -> dict[Casilla, int]:
        vacias = [c.casilla for c in tabla.celdas if c.editable and not c.texto and c.casilla]
        foto = self._sesion.foto_del_anterior() if vacias else None
        if foto is None:
            return {}
        numeros = ((casilla, valor_antes(foto, casilla)) for casilla in vacias)
        return {casilla: numero for casilla, numero in numeros if numero is not None}

    def senalar(self, senales: Senales) -> None:
        """Enseña en cada celda lo que la revisión dice de ella."""
        self.rejilla.senalar(senales.de_casilla)

    def pieza_de(self, sitio: Sitio) -> QWidget | None:
        """La rejilla, con el cursor en la celda de ese sitio; None si no es de este cuadro."""
        if sitio.origen != Origen("cuadro", self.cuadro.clave):
            return None
        self.rejilla.ir_a_casilla(sitio.casilla)
        if sitio.casilla and sitio.campo:  # un día: se escribe en su calendario
            self._sesion.pide_dias.emit(sitio.casilla.cifra, False)
        return self.rejilla

    def _conectar(self) -> None:
        self.rejilla.escrita.connect(self._escribir)
        self.rejilla.propuesta.connect(self._aplicar)
        self.rejilla.rechazada.connect(self._decir)
        self.rejilla.mal_escrita.connect(self._rechazar)
        self.rejilla.soltada.connect(lambda casilla: self._sesion.sin_guardar.soltar(self._sitio(casilla)))
        self._sesion.sin_guardar.cambio.connect(self._ensenar_lo_sin_guardar)
        self.rejilla.pregunta.connect(self.decir_de_donde)

    def decir_de_donde(self, casilla: Casilla) -> None:
        """Abre al lado la hoja que dice de dónde salió el número de una casilla."""
        al_pedirlo.procedencia().HojaDeProcedencia(self, self._sesion, casilla).show()

    def _escribir(self, casilla: Casilla, valor: int | None) -> None:
        self._decir("")
        escrito = self._escrito(casilla, "" if valor is None else str(valor))
        self._sesion.guardar(escrito, captura.capturar, casilla, valor)

    def _rechazar(self, casilla: Casilla, texto: str, por_que: str) -> None:
        self._sesion.rechazar(self._escrito(casilla, texto), por_que)

    def _sitio(self, casilla: Casilla) -> Sitio:
        return Sitio(self._lugar, Origen("cuadro", self.cuadro.clave), casilla)

    def _escrito(self, casilla: Casilla, texto: str) -> Escrito:
        celdas = self.rejilla.modelo.tabla.celdas
        nombre = next((celda.nombre for celda in celdas if celda.casilla == casilla), "Un número")
        return Escrito(self._sitio(casilla), nombre, texto)

    def _ensenar_lo_sin_guardar(self) -> None:
        """Lo que no se guardó se queda en su celda, y debajo del cuadro se dice por qué."""
        origen = Origen("cuadro", self.cuadro.clave)
        suyos = [p for p in self._sesion.sin_guardar.todos if p.escrito.sitio.origen == origen]
        self.rejilla.poner_sin_guardar(
            {casilla: p for p in suyos if (casilla := p.escrito.sitio.casilla) and not p.escrito.sitio.campo}
        )
        self._decir(dicho_al_pie(suyos))

    def _aplicar(self, propuesta: Propuesta[CambioDeConteo]) -> None:
        """Lo pegado entra entero o no entra, y se dice qué celda lo impidió.

        Si el archivo no se deja, se queda en sus celdas, sin guardar.
        """
        if propuesta.aplicable:
            self._decir("")
            escritos = {
                self._escrito(cambio.casilla, "" if cambio.valor is None else str(cambio.valor)): cambio
                for cambio in propuesta.cambios
            }
            self._sesion.guardar_juntos(
                escritos,
                lambda exp, trimestre, cambios: captura.aplicar_pegado(
                    exp, trimestre, replace(propuesta, cambios=cambios)
                ),
            )
            return
        primero, *otros = propuesta.reparos
        y_mas = f" (y {len(otros)} más)" if otros else ""
        self._decir(f"No se pegó nada. {con_inicial(primero.lugar)}: {primero.que}{y_mas}")

    def _marcar(self, mes: int, si: bool) -> None:
        foto = self._sesion.foto
        casillas = [c.casilla for c in self.rejilla.modelo.tabla.celdas if c.casilla and c.casilla.mes == mes]
        contadas = sorted({casilla.cifra for casilla in casillas if sin_anotar(foto, casilla)})
        self._sesion.hacer(captura.marcar_capturado, (*self._de_meses(foto), *contadas), mes, si)

    def _de_meses(self, foto: FotoTrimestre) -> tuple[str, ...]:
        """Las cifras del cuadro que se escriben mes por mes."""
        maneras = (
            (clave, como_se_escribe(foto.plan.cifra[clave].fuente)) for clave in cifras_de(self.cuadro)
        )
        return tuple(clave for clave, como in maneras if como and {"mes", "mes y sexo"} & set(como.captura))

    def _decir(self, texto: str) -> None:
        self._reparo.decir(texto)
        self._reparo.setVisible(bool(texto))


class _Meses(QWidget):
    """Por cada mes con huecos: «No hubo en mayo», o «Ya revisé mayo: lo vacío es 0»."""

    def __init__(self, al_marcar: Callable[[int, bool], None]) -> None:
        super().__init__()
        self._al_marcar = al_marcar
        self._acomodo = HileraQueSeParte(self)
        self._casillas: dict[int, QCheckBox] = {}

    def poner(self, foto: FotoTrimestre, tabla: TablaDeCuadro) -> None:
        """Enseña los meses que tienen algo sin escribir o sin anotar, marcados o por marcar."""
        if not self._casillas:
            self._armar(foto.trimestre.meses)
        for mes, casilla in self._casillas.items():
            del_mes = [c.casilla for c in tabla.celdas if c.editable and c.casilla and c.casilla.mes == mes]
            contadas = [c for c in tabla.celdas if c.casilla and c.casilla.mes == mes and not c.editable]
            huecos = [c for c in del_mes if c not in foto.conteos.propios]
            nada = len(huecos) == len(del_mes) and not any(c.valor and c.valor.numero for c in contadas)
            huecos += [c.casilla for c in contadas if c.casilla and sin_anotar(foto, c.casilla)]
            casilla.setText(_pregunta(MESES[mes - 1], nada))
            with QSignalBlocker(casilla):
                casilla.setChecked(all((c.cifra, mes) in foto.conteos.capturados for c in huecos))
            casilla.setVisible(bool(huecos))
        self.setVisible(any(not casilla.isHidden() for casilla in self._casillas.values()))

    def _armar(self, meses: tuple[int, ...]) -> None:
        for mes in meses:
            casilla = agrandar(QCheckBox(self))
            casilla.toggled.connect(lambda si, cual=mes: self._al_marcar(cual, si))
            self._casillas[mes] = casilla
            self._acomodo.agregar(casilla)


def _pregunta(mes: str, nada: bool) -> str:
    return f"No hubo en {mes}" if nada else f"Ya revisé {mes}: lo vacío es 0"
