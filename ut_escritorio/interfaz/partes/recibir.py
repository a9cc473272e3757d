"""«Recibir la parte de otro departamento»: lo que llega, junto a lo de aquí, y recibirlo o no."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.palabras.redaccion import cantidad_de_lista, con_inicial
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.palabras.tamanos import pesa
from ut_escritorio.dominio.partes.cambio import con_lo_que_piden
from ut_escritorio.dominio.partes.cosa import Nombra
from ut_escritorio.dominio.partes.dejado import Dejados
from ut_escritorio.dominio.partes.emparejar import Duda
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, sin_volteos
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista
from ut_escritorio.interfaz.comunes.dialogos.botones import aceptar_o_cancelar
from ut_escritorio.interfaz.comunes.dialogos.dialogo import Dialogo
from ut_escritorio.interfaz.comunes.dialogos.imprevistos import atender
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea, Trabajo
from ut_escritorio.interfaz.evidencias.de_a_poco import DeAPoco
from ut_escritorio.interfaz.partes.lista import ListaDeLaParte
from ut_escritorio.servicios.partes.leida import Leida, leer
from ut_escritorio.servicios.partes.llegada import (
    Llegada,
    LoDeAqui,
    comparar_con,
    dejados_aqui,
    foto_de_aqui,
    lo_de_aqui,
)
from ut_escritorio.servicios.partes.recibir import Adelanto, aplicar

_DE_UN_TEXTO = "Traer un trimestre escrito"
_COSA = Sustantivo("cosa", "cosas", "f")


class RecibirParte(Dialogo):
    """Nada entra hasta oprimir «Recibir»; se comprueba, se lee y se compara en otro hilo.

    `tarea` es lo que en él se hace; None si ya acabó.
    """

    def __init__(
        self, padre: QWidget, sesion: Sesion, ruta: Path, carpeta: TemporaryDirectory[str] | None = None
    ) -> None:
        """`carpeta`: dónde está, si salió de un trimestre escrito como texto; se va al cerrarse."""
        super().__init__(padre)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_DE_UN_TEXTO if carpeta else "Recibir la parte de otro departamento")
        self._carpeta = carpeta
        self._sesion = sesion
        self._adelanto: Adelanto | None = None
        self._de_a_poco = DeAPoco(sesion, self)
        self._de_a_poco.avanzo.connect(self._decir_cuanto_va)
        self._leida: Leida | None = None
        self._aqui: LoDeAqui | None = None
        self.llegada: Llegada | None = None
        self._contestadas: dict[Nombra, str] = {}
        self.dudas: dict[Nombra, CampoDeLista] = {}
        self.que = Letrero(f"Comprobando «{ruta.name}»…", negrita=True)
        self.ojo = Letrero(tinta="atencion")
        self.lista = ListaDeLaParte()
        self._dice_aqui, self._llega = Letrero(tinta="letra_tenue"), Letrero()
        self.botones, self.recibir = aceptar_o_cancelar("&Recibir", self._recibir, self.reject, "Cerrar")
        self._armar()
        self.lista.marco.connect(self._al_marcar)
        self.lista.mira.connect(self._mostrar)
        trimestre = sesion.trimestre
        self.tarea: Tarea | None = None
        self._hacer_aparte(lambda avance, cancelado: leer(ruta, trimestre), self._ya_leida)

    def _armar(self) -> None:
        self.recibir.setEnabled(False)
        self._de_dudas = QWidget()
        self._preguntas = QVBoxLayout(self._de_dudas)
        self._preguntas.setContentsMargins(0, 0, 0, 0)
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(8)
        for pieza in (self.que, self.ojo, self._de_dudas):
            acomodo.addWidget(pieza)
        acomodo.addWidget(self.lista, 1)
        for pieza in (self._dice_aqui, self._llega):
            pieza.setMinimumHeight(2 * self.fontMetrics().lineSpacing())
            pieza.setAlignment(Qt.AlignmentFlag.AlignTop)
            acomodo.addWidget(pieza)
        acomodo.addStretch()  # sin lista, lo que se dice va arriba
        acomodo.addWidget(self.botones)
        for pieza in (self._de_dudas, self.lista):
            pieza.hide()
        self.medir(145, 36)

    # --- leerla y compararla ------------------------------------------------------------------------

    def _hacer_aparte(self, trabajo: Trabajo, al_acabar: Callable[[Any], None]) -> None:
        """Lo empieza en otro hilo; lo que ya se estuviera haciendo no se espera."""
        self._ya_no_esperar()
        self.tarea = Tarea(trabajo)
        self.tarea.hecha.connect(al_acabar)
        self.tarea.fallida.connect(self._fallar)
        self.tarea.empezar()

    def _ya_no_esperar(self) -> None:
        if self.tarea is not None:
            self.tarea.hecha.disconnect()
            self.tarea.fallida.disconnect()
            self.tarea.cancelar()
            self.tarea = None

    def _fallar(self, error: Exception) -> None:
        self.tarea = None
        if isinstance(error, ErrorEsperado):
            self._no_se_puede(str(error))
        else:
            self._no_se_puede("No se pudo leer la parte. No se cambió nada.")
            atender(error)

    def _no_se_puede(self, por_que: str) -> None:
        self.que.decir(por_que, "error")
        for pieza in (self.lista, self._dice_aqui, self._llega, self._de_dudas):
            pieza.hide()
        self.ojo.decir("")
        self.recibir.setEnabled(False)

    def done(self, arg__1: int) -> None:
        self._ya_no_esperar()
        self._de_a_poco.cancelar()
        if self._adelanto is not None:
            self._adelanto.cerrar()
        super().done(arg__1)
        if self._carpeta is not None:
            self._carpeta.cleanup()

    def _ya_leida(self, leida: Leida) -> None:
        self.tarea = None
        self._leida = leida
        foto = self._sesion.consultar(lambda exp, _: foto_de_aqui(exp, leida), self._no_se_puede)
        if foto is not None:
            self._hacer_aparte(lambda avance, cancelado: dejados_aqui(foto, leida), self._leer_lo_de_aqui)

    def _leer_lo_de_aqui(self, dejados: Dejados) -> None:
        """Lo lee una vez: lo demás ya no toca el archivo."""
        self.tarea = None
        leida = self._leida
        assert leida is not None
        self._aqui = self._sesion.consultar(lambda exp, _: lo_de_aqui(exp, leida, dejados), self._no_se_puede)
        self._comparar()

    def _comparar(self) -> None:
        """La compara con lo de aquí y lo que ella ya contestó."""
        aqui, leida, contestadas = self._aqui, self._leida, dict(self._contestadas)
        if aqui is None or leida is None:
            return
        self.recibir.setEnabled(False)
        self._hacer_aparte(lambda avance, cancelado: comparar_con(aqui, leida, contestadas), self._ensenar)

    def _ensenar(self, llegada: Llegada) -> None:
        """Enseña lo comparado; lo que ella ya quitó de lo marcado sigue sin marcar."""
        self.tarea = None
        antes, self.llegada = self.llegada, llegada
        quitadas = antes.de_entrada - self.lista.marcados() if antes else frozenset[str]()
        puestas = self.lista.marcados() - antes.de_entrada if antes else frozenset[str]()
        self._preguntar(llegada.comparacion.dudas)
        self._encabezar(llegada)
        self.lista.show()
        self.lista.ensenar(llegada, (llegada.de_entrada - quitadas) | puestas)
        self._al_marcar()
        if antes is None:
            self.lista.setFocus()

    def _encabezar(self, llegada: Llegada) -> None:
        de = llegada.de or f"«{llegada.leida.ruta.name}»"
        hecha = f", hecha el {llegada.hecha:%d/%m/%Y a las %H:%M}" if llegada.hecha else ""
        self.que.decir(f"De {de}, {llegada.trimestre}{hecha}.")
        self.ojo.decir(" ".join(_a_que_atender(llegada)))

    def _preguntar(self, dudas: tuple[Duda, ...]) -> None:
        """Agrega las preguntas que aún no están; lo ya contestado se puede cambiar."""
        for duda in dudas:
            if duda.de in self.dudas:
                continue
            opciones = [(opcion.clave, opcion.dice) for opcion in duda.opciones]
            campo = self.dudas[duda.de] = CampoDeLista(duda.pregunta, [("", "Escoja…"), *opciones])
            campo.cambio.connect(lambda clave, de=duda.de: self._contestar(de, clave))
            self._preguntas.addWidget(Letrero(sin_volteos(duda.pregunta), "atencion"))
            self._preguntas.addWidget(campo)
        self._de_dudas.setVisible(bool(self.dudas))

    def _contestar(self, de: Nombra, clave: str) -> None:
        if clave:
            self._contestadas[de] = clave
        else:
            self._contestadas.pop(de, None)
        self._comparar()

    # --- lo que se elige ----------------------------------------------------------------------------

    def _al_marcar(self) -> None:
        """Lo marcado lleva consigo lo que debe llegar con ello."""
        if self.llegada is None or self.tarea is not None:
            return
        marcados = self.lista.marcados()
        todos = con_lo_que_piden(self.llegada.comparacion, marcados)
        if todos != marcados:
            self.lista.marcar(todos)
            return
        faltan = len(self.llegada.comparacion.dudas)
        pesan = self.llegada.pesa(todos)
        mas = f" ({pesa(pesan)})" if pesan else ""
        cuantas = f" {cantidad_de_lista(len(todos), _COSA)}{mas}" if todos else ""
        self.recibir.setText("Falta contestar" if faltan else f"&Recibir{cuantas}")
        self.recibir.setEnabled(bool(todos) and not faltan and not self._sesion.cerrado)

    def _mostrar(self, aqui: str, llega: str) -> None:
        self._dice_aqui.decir(aqui or " ")  # con algo, para que la lista no cambie de alto
        self._llega.decir(llega or " ")

    def _recibir(self) -> None:
        """Deja una copia y recibe lo marcado; si no se pudo, se dice por qué y aquí sigue."""
        self._sesion.respaldar_antes(self._aplicar)

    def _aplicar(self) -> None:
        llegada = self.llegada
        if llegada is None:
            return
        marcados = self.lista.marcados()
        adelanto = self._sesion.consultar(lambda exp, _: Adelanto(exp, llegada, marcados))
        if adelanto is None:
            return
        self._adelanto = adelanto
        self.recibir.setEnabled(False)
        self.lista.setEnabled(False)
        pasos = [lambda: self._sesion.logra(lambda exp, _: adelanto.dar(exp))] * adelanto.pasos
        self._de_a_poco.empezar(pasos, lambda logrados: self._recibida(logrados, marcados), adelanto.cuales)

    def _decir_cuanto_va(self, van: int, de: int) -> None:
        self.recibir.setText(f"Recibiendo… {100 * van // de} %")

    def _recibida(self, logrados: bool, marcados: frozenset[str]) -> None:
        """Lo grande ya está; al último, todo lo marcado en una sola acción."""
        llegada, adelanto = self.llegada, self._adelanto
        assert llegada is not None and adelanto is not None
        adelanto.cerrar()
        self._adelanto = None
        self.lista.setEnabled(True)
        if logrados and self._sesion.logra(aplicar, llegada, marcados, adelanto.enteros):
            lugares = [
                c.cosa.lugar for c in llegada.comparacion.cambios if c.clave in marcados and c.cosa.lugar
            ]
            self.accept()
            if lugares:
                self._sesion.pide_ir_a.emit(llegada.trimestre, Sitio(lugares[0]))
        else:
            self._al_marcar()


def _a_que_atender(llegada: Llegada) -> Iterator[str]:
    """Lo que conviene saber antes de recibirla."""
    cambios = llegada.comparacion.cambios
    if llegada.mas_vieja:
        yield f"Ya recibió una más nueva, del {llegada.mas_vieja:%d/%m/%Y a las %H:%M}."
    if not cambios and not llegada.comparacion.dudas:
        yield "No trae nada nuevo: lo que se puede recibir ya está aquí."
    escritas = sum(cambio.que in ("cambió también aquí", "aquí dice otra cosa") for cambio in cambios)
    if escritas:
        verbo = "se escribió" if escritas == 1 else "se escribieron"
        dicho = con_inicial(f"{cantidad_de_lista(escritas, _COSA)} {verbo} también aquí")
        yield f"{dicho}: sin marcar, se queda lo de aquí."
    sin_saberse = sum(cambio.que == "no coincide" for cambio in cambios)
    if sin_saberse:
        verbo = "no coincide" if sin_saberse == 1 else "no coinciden"
        dicho = con_inicial(f"{cantidad_de_lista(sin_saberse, _COSA)} {verbo}")
        yield f"{dicho} y no se sabe quién lo cambió: sin marcar, se queda lo de aquí."
