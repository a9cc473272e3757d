"""Adjuntar sin detener la ventana: se prepara en otro hilo, con su avance, y se guarda todo de una vez."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from uuid import uuid4

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QMainWindow, QWidget

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.evidencias import Trozo, no_adjuntas
from ut_escritorio.interfaz.comunes.dialogos import avisos, imprevistos
from ut_escritorio.interfaz.comunes.dialogos.avance import Avance
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.evidencias.adjuntar import Adjuntado, adelantar, adjuntar, nombre_de
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
        self._partes: list[Lote | Trozo] = []
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
        if self._partes:
            self._partes, self._hecho = [], replace(self._hecho, cancelado=True)
            self._terminar()
        elif self.tarea is not None:
            self.tarea.cancelar()

    def _preparado(self, lote: Lote) -> None:
        self._partes, self._hecho = list(lote.por_partes()), Adjuntado()
        self._nombre, self._grupo = nombre_de(lote), f"adjuntar {uuid4()}"
        self._guardar_una()

    def _guardar_una(self) -> None:
        """Guarda una parte, ya o en su turno, y mientras lo espera lo dice."""
        partes = self._partes
        if partes and self._sesion.espera:
            cuantas = sum(len(parte.listas) for parte in partes if isinstance(parte, Lote))
            ella = "lo que se adjunta se guarda" if cuantas == 1 else f"los {cuantas} archivos se guardan"
            self._avance.empezar(f"En cuanto se pueda escribir, {ella}…")
        self._sesion.espera.cuando_se_pueda(lambda: self._guardar_ya(partes))

    def _guardar_ya(self, partes: list[Lote | Trozo]) -> None:
        """La guarda y deja que la ventana atienda lo suyo; acabadas todas, dice qué quedó."""
        if self._en_curso is None or not partes or partes is not self._partes:
            return  # se canceló mientras esperaba
        parte = self._partes.pop(0)
        if isinstance(parte, Trozo):
            self._adelantar(parte)
        elif parte.listas:
            self._adjuntar(parte, *self._en_curso)
        else:
            self._hecho = Adjuntado(rechazos=parte.rechazos, cancelado=parte.cancelado)
        if self._partes:
            QTimer.singleShot(0, self, self._guardar_una)
        else:
            self._terminar()

    def _adelantar(self, trozo: Trozo) -> None:
        """Lo grande va por trozos: en un disco lento, de una vez la ventana se detendría un buen rato."""
        self._avance.poner(trozo.orden, trozo.orden + len(self._partes))
        if not self._sesion.logra(lambda exp, _: adelantar(exp, trozo)):  # ya se dijo por qué
            self._partes = []

    def _adjuntar(self, parte: Lote, trimestre: Trimestre, dueno: Origen) -> None:
        nombre, grupo = self._nombre, self._grupo
        hecho = self._sesion.hacer(lambda exp, _: adjuntar(exp, trimestre, dueno, parte, nombre, grupo))
        if hecho is None:  # ya se dijo por qué
            self._partes = []
        else:
            self._hecho = self._hecho.con(hecho)

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
