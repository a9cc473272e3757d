"""Las pestañas: cada una se arma la primera vez que se mira, y se pone al día solo si se ve."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QByteArray, Signal
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import llano, sin_atajo

if TYPE_CHECKING:
    from ut_escritorio.interfaz.comunes.sesion.senales import Senales


class Contenido(Protocol):
    """Lo que toda pestaña sabe hacer."""

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Se pone al día con una foto nueva."""
        ...

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión señala."""
        ...


class Pagina(QWidget):
    """El lugar de una pestaña: vacío hasta que se mira por primera vez."""

    def __init__(self, clave: str, fabrica: Callable[[], QWidget]) -> None:
        super().__init__()
        self.clave = clave
        self._fabrica = fabrica
        self.contenido: QWidget | None = None
        self._vieja = False
        self._senales: Senales | None = None
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)

    def mirar(self, foto: FotoTrimestre) -> QWidget:
        """La arma si aún no estaba, o la pone al día si quedó vieja; devuelve lo que contiene."""
        if self.contenido is None:
            self.contenido = self._fabrica()
            acomodo = self.layout()
            assert acomodo is not None
            acomodo.addWidget(self.contenido)
        elif self._vieja:
            self._refrescar(foto)
        self._vieja = False
        self._senalar()
        return self.contenido

    def senalar(self, senales: Senales) -> None:
        """Hay señales nuevas: se enseñan si la pestaña se ve; si no, al mirarla."""
        self._senales = senales
        if self.isVisible():
            self._senalar()

    def _senalar(self) -> None:
        if self.contenido is not None and self._senales is not None:
            self.contenido.senalar(self._senales)  # pyright: ignore[reportAttributeAccessIssue]
            self._senales = None

    def cambiar(self, foto: FotoTrimestre) -> None:
        """Los datos cambiaron: si se ve, se refresca; si no, se refrescará al mirarla."""
        if self.isVisible():
            self._refrescar(foto)
        else:
            self._vieja = True

    def _refrescar(self, foto: FotoTrimestre) -> None:
        if self.contenido is not None:
            self.contenido.refrescar(foto)  # pyright: ignore[reportAttributeAccessIssue]


class Pestanas(QTabWidget):
    """`mirada` sale con la clave de la pestaña que se acaba de mostrar."""

    mirada = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setDocumentMode(True)
        self.setAccessibleName("Pestañas")
        self.setUsesScrollButtons(True)
        self._foto: FotoTrimestre | None = None
        self.currentChanged.connect(self._al_mirar)

    def agregar(self, pagina: Pagina, rotulo: str, ayuda: str) -> None:
        """Pone una pestaña al final."""
        indice = self.addTab(pagina, sin_atajo(rotulo))
        self.setTabToolTip(indice, llano(ayuda))

    def rotular(self, clave: str, rotulo: str) -> None:
        """Cambia lo que dice una pestaña."""
        self.setTabText(self._indice(clave), sin_atajo(rotulo))

    def paginas(self) -> list[Pagina]:
        """Todas las pestañas, en orden."""
        widgets = (self.widget(indice) for indice in range(self.count()))
        return [pagina for pagina in widgets if isinstance(pagina, Pagina)]

    def actual(self) -> Pagina | None:
        """La que se ve."""
        pagina = self.currentWidget()
        return pagina if isinstance(pagina, Pagina) else None

    def ir_a(self, clave: str) -> QWidget | None:
        """Muestra la pestaña de esa clave y devuelve su contenido; None si no existe."""
        indice = self._indice(clave)
        if indice < 0:
            return None
        self.setCurrentIndex(indice)
        return self._mirar()

    def poner(self, foto: FotoTrimestre) -> None:
        """Hay datos nuevos."""
        self._foto = foto
        for pagina in self.paginas():
            pagina.cambiar(foto)

    def senalar(self, senales: Senales) -> None:
        """Hay señales nuevas de la revisión."""
        for pagina in self.paginas():
            pagina.senalar(senales)

    def empezar(self, foto: FotoTrimestre, clave: str) -> None:
        """Muestra la primera pestaña: la que se recuerda o, si ya no existe, la primera."""
        self._foto = foto
        if self.ir_a(clave) is None:
            self._mirar()

    def vaciar(self) -> None:
        """Quita todas las pestañas."""
        self._foto = None
        paginas = self.paginas()
        self.clear()
        for pagina in paginas:
            pagina.deleteLater()

    def _indice(self, clave: str) -> int:
        return next((i for i, pagina in enumerate(self.paginas()) if pagina.clave == clave), -1)

    def _al_mirar(self) -> None:
        self._mirar()

    def _mirar(self) -> QWidget | None:
        pagina = self.actual()
        if pagina is None or self._foto is None:
            return None
        nueva = pagina.contenido is None
        contenido = pagina.mirar(self._foto)
        if nueva:
            self.mirada.emit(pagina.clave)
        return contenido


def divisores_de(pagina: Pagina) -> QByteArray | None:
    """Cómo quedaron los divisores de una pestaña ya armada; None si no tiene."""
    contenido = pagina.contenido
    if contenido is None or not hasattr(contenido, "divisores"):
        return None
    return contenido.divisores()  # pyright: ignore[reportAttributeAccessIssue]
