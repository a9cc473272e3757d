"""La revisión mientras se captura: espera una pausa, corre en otro hilo y nunca detiene el tecleo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from ut_escritorio.dominio.periodos import ya_termino
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.sesion import al_pedirlo
from ut_escritorio.interfaz.comunes.sesion.senales import NINGUNA, Senales
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea, no_se_pudo
from ut_escritorio.interfaz.comunes.sesion.tras_pintar import tras_pintar

PAUSA = 400


class RevisionViva(QObject):
    """Revisa la última foto que se le dé, y una sola a la vez.

    `reviso` sale cuando hay señales nuevas; mientras tanto `senales` son las de la foto anterior.
    `al_dia`: las señales son de la última foto. De lo que ella apenas está llenando no se señala nada.
    """

    reviso = Signal()

    def __init__(
        self, hoy: Callable[[], date], logotipos_de: Callable[[FotoTrimestre], Mapping[str, bytes]]
    ) -> None:
        super().__init__()
        self._hoy = hoy
        self._logotipos_de = logotipos_de
        self.senales: Senales = NINGUNA
        self._todas: Senales = NINGUNA
        self._callado = ""
        self.al_dia = False
        self._foto: FotoTrimestre | None = None
        self._tarea: Tarea | None = None
        self._pausa = QTimer(self, singleShot=True, interval=PAUSA)
        self._pausa.timeout.connect(self._empezar)

    def pedir(self, foto: FotoTrimestre) -> None:
        """Hay una foto nueva; se revisa cuando ella haga una pausa."""
        if self._foto is not None and self._foto.trimestre != foto.trimestre:
            self.senales = self._todas = NINGUNA
        self._foto, self.al_dia = foto, False
        tras_pintar(self, self._pausa.start, 0)

    def callar(self, origen: str) -> None:
        """Hasta `decirlo_todo` no se señala nada que sea solo de ese origen."""
        self._callado = origen
        self._decir()

    def decirlo_todo(self) -> None:
        """Lo que se estaba llenando ya se dejó, a medias o no."""
        if self._callado:
            self.callar("")

    def decirlo_despues(self) -> None:
        """Donde se estaba llenando ya no se ve: no hay qué callar, y se dirá con lo demás."""
        self._callado, self.senales = "", self._todas

    def _decir(self) -> None:
        self.senales = self._todas.sin(self._callado) if self._callado else self._todas
        if self.al_dia:
            self.reviso.emit()

    def parar(self) -> None:
        """Ya no se revisa nada más."""
        self._pausa.stop()
        self._foto = None

    def _empezar(self) -> None:
        if self._tarea is not None or self._foto is None:
            return
        foto, hoy, logotipos = self._foto, self._hoy(), self._logotipos_de(self._foto)
        self._tarea = Tarea(lambda avance, cancelado: _revisar(foto, hoy, logotipos))
        self._tarea.hecha.connect(self._recibir)
        self._tarea.fallida.connect(no_se_pudo)
        self._tarea.acabo.connect(self._terminar)
        self._tarea.empezar()

    def _recibir(self, revisado: tuple[FotoTrimestre, Senales]) -> None:
        foto, senales = revisado
        if self._foto is foto:
            self._todas, self.al_dia = senales, True
            self._decir()

    def _terminar(self) -> None:
        self._tarea = None
        if self._foto is not None and not self.al_dia:
            self._pausa.start()


def _revisar(foto: FotoTrimestre, hoy: date, logotipos: Mapping[str, bytes]) -> tuple[FotoTrimestre, Senales]:
    revisado = al_pedirlo.revision().revisar_a_su_tiempo(foto, hoy, logotipos)
    return foto, Senales(
        foto.plan,
        revisado.hallazgos,
        acabado=bool(foto.firmado) or (ya_termino(foto.trimestre, None, hoy) and not revisado.todavia_no),
        todavia_no=revisado.todavia_no,
        para_entregar=revisado.para_entregar,
        firmado=bool(foto.firmado),
    )
