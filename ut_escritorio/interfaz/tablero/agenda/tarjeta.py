"""Una tarjeta de líneas: solo se vuelve a hacer la que dice otra cosa, y el cursor se queda en la suya."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido, dibujo
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, desechar, que_quepa, tarjeta
from ut_escritorio.interfaz.tablero.agenda.fases import Pagina
from ut_escritorio.interfaz.tablero.agenda.linea import Destino, Linea, Signo

_COMO_SE_VE: dict[Signo, tuple[str, str, str]] = {
    "grave": ("error", "error", "Hay que corregir"),
    "pronto": ("falta", "atencion", "Falta"),
    "luego": ("vacio", "letra_tenue", "Por hacer"),
    "listo": ("listo", "bien", "Ya está"),
}
_LADO = 16


class Tarjeta(QWidget):
    """Un título, su nota y sus líneas, cada una con su botón; `ir` lleva a donde la línea dice."""

    def __init__(self, ir: Callable[[Destino], object]) -> None:
        super().__init__()
        self._ir = ir
        self._puestas: list[RenglonDeLinea] = []
        self.titulo = Letrero(aumento=1.15, negrita=True)
        self.nota, self._nada = Letrero(tinta="letra_tenue"), Letrero(tinta="bien")
        marco, dentro = tarjeta()
        self._lineas = QVBoxLayout()
        self._lineas.setSpacing(6)
        for cual in (self.titulo, self.nota):
            dentro.addWidget(cual)
        dentro.addLayout(self._lineas)
        dentro.addWidget(self._nada)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(marco)

    @property
    def lineas(self) -> tuple[Linea, ...]:
        """Lo que dice ahora."""
        return tuple(renglon.linea for renglon in self._puestas)

    @property
    def botones(self) -> tuple[QPushButton, ...]:
        """Los de sus líneas, en el orden en que se leen."""
        return tuple(boton for renglon in self._puestas for boton in renglon.botones)

    def poner(self, pagina: Pagina) -> None:
        """Muestra esa página; de lo que ya decía, no toca nada."""
        self.titulo.decir(pagina.titulo)
        self.nota.decir(pagina.nota, "atencion" if pagina.con_prisa else "letra_tenue")
        self._nada.decir("" if pagina.lineas else pagina.sin_nada)
        if pagina.lineas == self.lineas:
            return
        con_cursor = next((r.linea.clave for r in self._puestas if r.con_cursor), "")
        antes, hechas = self._puestas, {renglon.linea: renglon for renglon in self._puestas}
        self._puestas = [
            hechas.pop(linea, None) or RenglonDeLinea(linea, self._ir) for linea in pagina.lineas
        ]
        alguno_espera = any(linea.luego for linea in pagina.lineas)
        for renglon in self._puestas:
            renglon.alinear(alguno_espera)
        for lugar, renglon in enumerate(self._puestas):
            if self._lineas.indexOf(renglon) != lugar:
                self._lineas.insertWidget(lugar, renglon)
            renglon.raise_()  # el lector de pantalla las dice en este orden
        for renglon in antes:
            if renglon not in self._puestas:
                desechar(renglon)
        self._volver_al(con_cursor)

    def _volver_al(self, clave: str) -> None:
        """El cursor sigue en la línea de que se hablaba o, si ya no está, en la primera."""
        if not clave:
            return
        de_esa = (renglon.boton for renglon in self._puestas if renglon.linea.clave == clave)
        destino = next((b for b in de_esa if b is not None), None) or next(iter(self.botones), None)
        if destino is not None:
            destino.setFocus()


class RenglonDeLinea(QWidget):
    """Su signo, lo que dice y su botón."""

    def __init__(self, linea: Linea, ir: Callable[[Destino], object]) -> None:
        super().__init__()
        self.linea = linea
        icono, tinta, dicho = _COMO_SE_VE[linea.signo]
        signo = QLabel()
        signo.setPixmap(dibujo(icono, _LADO, tinta))
        signo.setFixedWidth(crecido(_LADO))
        signo.setAccessibleName(dicho)
        textos = QVBoxLayout()
        textos.setSpacing(0)
        textos.addWidget(Letrero(que_quepa(linea.que)))
        if linea.detalle:
            textos.addWidget(Letrero(que_quepa(linea.detalle), "letra_tenue"))
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        hilera.addWidget(signo)
        hilera.addLayout(textos, 1)
        self.boton: QPushButton | None = None
        self.luego: QPushButton | None = None
        destino, luego = linea.destino, linea.luego
        if destino is not None:
            self.boton = boton(linea.boton, lambda: ir(destino))
            self.boton.setAccessibleName(f"{linea.que}. {linea.boton}")
        if luego is not None:
            self.luego = boton("Luego", lambda: ir(luego))
            self.luego.setFlat(True)
            self.luego.setAccessibleName(f"Luego: {linea.que}")
        for cual in self.botones:
            hilera.addWidget(cual, 0, Qt.AlignmentFlag.AlignVCenter)
        self._hilera = hilera

    def alinear(self, alguno_espera: bool) -> None:
        """Si otra de sus líneas tiene «Luego», su botón queda debajo de los demás y no de los «Luego»."""
        falta = alguno_espera and self.luego is None and self.boton is not None
        hueco = QPushButton("Luego").sizeHint().width() + self._hilera.spacing() if falta else 0
        self._hilera.setContentsMargins(0, 0, hueco, 0)

    @property
    def botones(self) -> tuple[QPushButton, ...]:
        """Los suyos, en el orden en que se leen."""
        return tuple(cual for cual in (self.boton, self.luego) if cual is not None)

    @property
    def con_cursor(self) -> bool:
        """Si el cursor está en alguno de sus botones."""
        return any(cual.hasFocus() for cual in self.botones)
