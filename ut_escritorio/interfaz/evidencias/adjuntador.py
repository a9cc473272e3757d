"""Adjuntar sin detener la ventana: se prepara en otro hilo, con su avance, y se guarda todo de una vez."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow, QWidget

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.evidencias import Trozo, no_adjuntas
from ut_escritorio.interfaz.comunes.dialogos import avisos, imprevistos
from ut_escritorio.interfaz.comunes.dialogos.avance import Avance
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.evidencias.de_a_poco import DeAPoco, Paso, adelantos
from ut_escritorio.servicios.evidencias.adjuntar import Adjuntado, adjuntar, nombre_de
from ut_escritorio.servicios.evidencias.preparar import Lote, PorAdjuntar, preparar

_EN_PANTALLA = 10_000  # milisegundos
_CAUSAS_A_LA_VISTA = 8


class Adjuntador(QObject):
    """El de una sesión: de un lote en uno, aunque mientras ella pase a otra pestaña o a otro trimestre."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__(sesion)
        self._sesion = sesion
        self._en_curso: tuple[Trimestre, Origen] | None = None
        self._formados: list[tuple[QWidget, Trimestre, Origen, tuple[PorAdjuntar, ...]]] = []
        self._al_acabar: list[Callable[[], object]] = []
        self._de_a_poco = DeAPoco(sesion, self)
        self._de_a_poco.avanzo.connect(self._avanzar)
        self._de_a_poco.espera.connect(self._decir_que_espera)
        self._hecho = Adjuntado()
        self.tarea: Tarea | None = None
        sesion.cuando_acabe = self.cuando_acabe

    def adjuntar(self, padre: QWidget, dueno: Origen, dados: Sequence[PorAdjuntar]) -> None:
        """Prepara esos archivos y los adjunta a su dueño; lo que no se pueda se dice al final."""
        ventana = padre.window()
        self._formados.append((ventana, self._sesion.trimestre, dueno, tuple(dados)))
        if self.tarea is None:
            self._empezar()

    def cuando_acabe(self, seguir: Callable[[], object]) -> bool:
        """True si no se está adjuntando nada; si no, llamará a `seguir` al acabar."""
        if self.tarea is not None:
            self._al_acabar.append(seguir)
        return self.tarea is None

    def _empezar(self) -> None:
        self._ventana, trimestre, dueno, dados = self._formados.pop(0)
        self._en_curso = trimestre, dueno
        cuantos = "un archivo" if len(dados) == 1 else f"{len(dados)} archivos"
        self._avance = Avance(self._cancelar)
        if isinstance(self._ventana, QMainWindow):
            self._ventana.statusBar().addPermanentWidget(self._avance)
        self._avance.empezar(f"Adjuntando {cuantos}…")
        self.tarea = Tarea(lambda avance, cancelado: preparar(dados, avance, cancelado))
        self.tarea.avanzo.connect(self._avanzar)
        self.tarea.hecha.connect(self._preparado)
        self.tarea.fallida.connect(self._fallar)
        self.tarea.empezar()

    def _avanzar(self, hecho: int, total: int) -> None:
        self._avance.poner(hecho, total)

    def _cancelar(self) -> None:
        """Lo ya guardado queda; lo que aún se prepara o espera su turno, no."""
        if self._de_a_poco.andando:
            self._de_a_poco.cancelar()
            self._hecho = replace(self._hecho, cancelado=True)
            self._terminar()
        elif self.tarea is not None:
            self.tarea.cancelar()

    def _preparado(self, lote: Lote) -> None:
        if self._en_curso is None:
            return
        # Con algo que guardar, lo que no se puede y si se canceló lo dice la primera parte.
        self._hecho = Adjuntado() if lote.listas else Adjuntado(
            rechazos=lote.rechazos, cancelado=lote.cancelado
        )  # fmt: skip
        self._faltan = len(lote.listas)
        al_guardar = partial(self._adjuntar, *self._en_curso, nombre_de(lote), f"adjuntar {uuid4()}")
        pasos: list[Paso] = []
        for parte in lote.por_partes():
            if isinstance(parte, Trozo):
                pasos += adelantos(self._sesion, (parte,))
            elif parte.listas:
                pasos.append(partial(al_guardar, parte))
        suyos = {lista.contenido for lista in lote.listas}
        self._de_a_poco.empezar(pasos, lambda logrados: self._terminar(), suyos)

    def _decir_que_espera(self) -> None:
        faltan = self._faltan
        ella = "lo que se adjunta se guarda" if faltan == 1 else f"los {faltan} archivos se guardan"
        self._avance.empezar(f"En cuanto se pueda escribir, {ella}…")

    def _adjuntar(self, trimestre: Trimestre, dueno: Origen, nombre: str, grupo: str, parte: Lote) -> bool:
        """Guarda una parte; si no se pudo, ya se dijo por qué."""
        hecho = self._sesion.hacer(lambda exp, _: adjuntar(exp, trimestre, dueno, parte, nombre, grupo))
        if hecho is None:
            return False
        self._faltan -= len(parte.listas)
        self._hecho = self._hecho.con(hecho)
        return True

    def _terminar(self) -> None:
        if self._hecho != Adjuntado():
            self._decir(self._hecho)
        self._seguir()

    def _decir(self, hecho: Adjuntado) -> None:
        """Lo que quedó, en la barra; si algo no, en un aviso que nombra cada uno."""
        if not hecho.rechazos:
            if isinstance(self._ventana, QMainWindow):
                self._ventana.statusBar().showMessage(hecho.dicho, _EN_PANTALLA)
            return
        dichos = no_adjuntas(hecho.rechazos, _CAUSAS_A_LA_VISTA)
        avisos.advertir(self._ventana, hecho.dicho, "\n".join(dichos))

    def _fallar(self, error: Exception) -> None:
        imprevistos.decir_error(self._ventana, "No se pudo adjuntar.", error)
        self._seguir()

    def _seguir(self) -> None:
        """Con lo que espera su turno o, si no hay, con lo que esperaba a que acabara."""
        self.tarea, self._en_curso = None, None
        self._avance.hide()
        self._avance.deleteLater()
        if self._formados:
            self._empezar()
            return
        seguir, self._al_acabar = self._al_acabar, []
        for cada in seguir:
            cada()


def adjuntador_de(sesion: Sesion) -> Adjuntador:
    """El de esa sesión; se hace la primera vez que hace falta."""
    return sesion.findChild(Adjuntador) or Adjuntador(sesion)
