"""Los pendientes de guardar: cómo se enseñan en su campo y cómo se vuelve a intentar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito, Pendiente


class ConPendiente:
    """Un campo que sabe enseñar lo que no se guardó."""

    def poner(self, valor: Any, /) -> None:
        """Muestra lo guardado."""
        raise NotImplementedError

    def no_se_guardo(self, texto: str, por_que: str) -> None:
        """Deja a la vista lo escrito y por qué no está guardado."""
        raise NotImplementedError

    def sin_confirmar(self) -> bool:
        """Si hay algo escrito que aún no se guarda."""
        raise NotImplementedError

    def soltar(self) -> None:
        """Deja de intentar guardar lo escrito."""
        raise NotImplementedError


class PorAnotar(Protocol):
    """Algo empezado que solo su Enter termina: ningún reintento lo escribe."""

    def se_lee(self) -> str:
        """Cómo quedaría; vacío si no hay nada empezado."""
        ...

    def anotarlo(self, seguir: Callable[[], object]) -> None:
        """Como su Enter y, si quedó, sigue; si falta algo, lo enseña y no sigue."""
        ...

    def volver(self) -> None:
        """Lo enseña otra vez."""
        ...

    def dejarlo(self) -> None:
        """Ya no se va a anotar."""
        ...


class SinGuardar(QObject):
    """Los pendientes, uno por sitio; `cambio` sale cuando hay otros."""

    cambio = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._de: dict[Sitio, Pendiente] = {}

    def __bool__(self) -> bool:
        return bool(self._de)

    @property
    def todos(self) -> tuple[Pendiente, ...]:
        """En el orden en que se escribieron."""
        return tuple(self._de.values())

    @property
    def por_reintentar(self) -> tuple[Pendiente, ...]:
        """Los que pueden guardarse tal como están en cuanto el archivo deje."""
        return tuple(pendiente for pendiente in self.todos if pendiente.guardar is not None)

    def en(self, sitio: Sitio) -> Pendiente | None:
        """Lo que está sin guardar en un sitio."""
        return self._de.get(sitio)

    def juntos_con(self, sitio: Sitio) -> tuple[Sitio, ...]:
        """Los sitios en que lo de ese se escribió de una vez y sigue sin guardarse; él solo, si nada más."""
        suyo = self.en(sitio)
        juntos = suyo.juntos if suyo is not None else ()
        siguen = tuple(otro for otro in juntos if (de := self.en(otro)) is not None and de.juntos == juntos)
        return siguen or (sitio,)

    def espera(self, escrito: Escrito) -> bool:
        """Si eso mismo sigue sin guardarse: ni se guardó, ni ella puso otra cosa en su sitio."""
        pendiente = self.en(escrito.sitio)
        return pendiente is not None and pendiente.escrito is escrito

    def mostrar(self, campo: ConPendiente, sitio: Sitio, valor: Any) -> None:
        """Pone en un campo lo guardado en un sitio o, si hay algo sin guardar, eso y por qué."""
        campo.poner(valor)
        if pendiente := self.en(sitio):
            campo.no_se_guardo(pendiente.escrito.texto, pendiente.por_que)

    def anotar(self, pendiente: Pendiente) -> None:
        """Hay algo sin guardar; ocupa el lugar de lo que hubiera en su sitio."""
        self._de[pendiente.escrito.sitio] = pendiente
        self.cambio.emit()

    def soltar(self, sitio: Sitio) -> None:
        """Ya no hay nada pendiente en un sitio: se guardó, o ella desistió."""
        if self._de.pop(sitio, None) is not None:
            self.cambio.emit()

    def soltar_de(self, origen: str) -> None:
        """Ya no hay nada pendiente en lo que se quitó."""
        for sitio in [sitio for sitio in self._de if sitio.origen == origen]:
            self.soltar(sitio)

    def olvidar(self) -> None:
        """Nada de lo pendiente se va a guardar."""
        self._de.clear()
        self.cambio.emit()

    def reintentar(self) -> None:
        """Vuelve a guardar lo que se pueda; lo que otro ya guardó con lo suyo, no."""
        for pendiente in self.por_reintentar:
            if pendiente.guardar is not None and self.espera(pendiente.escrito):
                pendiente.guardar()
