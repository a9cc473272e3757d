"""La barra de estado: cuándo se guardó, cuánto hay por corregir y en qué archivo se está."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QPushButton, QStatusBar

from ut_escritorio.dominio.palabras.redaccion import fecha_corta
from ut_escritorio.interfaz.comunes.aspecto.iconos import vestir
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueCede
from ut_escritorio.interfaz.comunes.sesion.pendientes import GUARDANDO, con_falla, dicho_arriba
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion

_LA_HORA = 18  # letras: «Guardado 16:59», con sus orillas


class Estado:
    """Sus tres letreros; el de lo que hay por corregir lleva a la lista.

    Lo que se dice de paso va en el suyo: el de Qt corta lo que no cabe sin que se note.
    """

    def __init__(self, barra: QStatusBar, al_oprimir: Callable[[], object]) -> None:
        self._barra = barra
        # La ruta se reconoce con menos letras; a qué hora se guardó, no
        self.guardado, self.archivo = LetreroQueCede(al_menos=_LA_HORA), LetreroQueCede(por_el_medio=True)
        self.guardado.setContentsMargins(8, 0, 0, 0)
        self.archivo.setContentsMargins(0, 0, 8, 0)
        self.de_paso = LetreroQueCede()
        self.de_paso.setContentsMargins(8, 0, 0, 0)
        self.de_paso.hide()
        self.por_corregir = QPushButton()
        self.por_corregir.setFlat(True)
        self.por_corregir.setToolTip("Ver lo que hay que corregir")
        self.por_corregir.clicked.connect(lambda: al_oprimir())
        self.por_corregir.hide()
        barra.addWidget(self.guardado)
        barra.addPermanentWidget(self.de_paso, 1)  # a sus anchas: a Qt no le queda dónde pintar lo mismo
        barra.addPermanentWidget(self.por_corregir)
        barra.addPermanentWidget(self.archivo)
        # Qt lo esconde mientras se dice algo de paso, pero lo vuelve a enseñar al reacomodar la barra
        barra.messageChanged.connect(self._al_decir_de_paso)

    def _al_decir_de_paso(self, dicho: str) -> None:
        for pieza in (self.guardado, self.archivo):  # le ceden su lugar
            pieza.setVisible(not dicho)
        self.de_paso.setText(dicho)
        self.de_paso.setVisible(bool(dicho))

    def decir_archivo(self, ruta: Path) -> None:
        """Dice en qué archivo se está."""
        self.archivo.setText(str(ruta))

    def decir(self, sesion: Sesion) -> None:
        """A qué hora se guardó o, si algo no se pudo, qué; o que se está guardando."""
        fallidos = con_falla(sesion.sin_guardar.todos)
        if fallidos:
            self.decir_sin_guardar(dicho_arriba(fallidos), fallidos[-1].falla)
        elif sesion.guardando:
            self.decir_guardando()
        else:
            self.decir_guardado(sesion.guardado, sesion.reloj.hoy())

    def decir_guardado(self, cuando: datetime | None, hoy: date) -> None:
        """Cuándo se guardó lo último: «Guardado 16:59», y con su fecha si fue otro día."""
        dia = "" if cuando is None or cuando.date() == hoy else f"el {fecha_corta(cuando.date())} a las "
        self._tintar("letra")
        self.guardado.setText("" if cuando is None else f"Guardado {dia}{cuando:%H:%M}")
        self.guardado.setToolTip("")

    def decir_guardando(self) -> None:
        """«Guardando…»: espera su turno."""
        self._tintar("letra")
        self.guardado.setText(GUARDANDO)
        self.guardado.setToolTip("")

    def decir_sin_guardar(self, dicho: str, por_que: str) -> None:
        """«Sin guardar: Asunto», y al posarse por qué."""
        self._tintar("error")
        self.guardado.setText(dicho)
        self.guardado.setToolTip(sin_marcado(por_que))

    def _tintar(self, tinta: str) -> None:
        self._barra.clearMessage()  # lo dicho de paso lo taparía
        paleta = self.guardado.palette()
        paleta.setColor(paleta.ColorRole.WindowText, color(tinta))
        self.guardado.setPalette(paleta)

    def decir_por_corregir(self, cuantas: int, por_ver: int = 0) -> None:
        """«3 por corregir», o que no hay nada; y cuántas conviene ver."""
        dicho = f"{cuantas} por corregir" if cuantas else "Nada por corregir"
        self.por_corregir.setText(f"{dicho} · {por_ver} por ver" if por_ver and not cuantas else dicho)
        vestir(self.por_corregir, *(("error", "error") if cuantas else ("listo", "bien")))
        self.por_corregir.show()
