"""Lo que se guarda desde que se abre una ventana, que ella misma puede volver atrás y nada más eso."""

from __future__ import annotations

from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer


class HechoAqui:
    """`cuantas` acciones lleva la sesión desde entonces, sin las ya deshechas; cierto si hay alguna."""

    def __init__(self, sesion: Sesion) -> None:
        self._sesion = sesion
        self.cuantas = 0

    def __bool__(self) -> bool:
        return self.cuantas > 0

    def contar(self, cambios: object) -> str:
        """Lo que se acaba de guardar, con su hora; nada si todo quedó igual, que no se vuelve atrás."""
        accion: str = getattr(cambios, "accion", "")
        if not accion or not getattr(cambios, "cosas", ()):
            return ""
        self.cuantas += -1 if accion.startswith("Deshacer") else 1
        return f"{accion}: guardado {self._sesion.reloj.ahora():%H:%M}."

    def deshacer(self) -> None:
        """Vuelve atrás lo último."""
        if self and por_deshacer(self._sesion.expediente):
            self._sesion.volver(deshacer)
