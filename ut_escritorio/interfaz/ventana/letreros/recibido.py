"""Lo recibido que aquí se va a cambiar: se pregunta una vez por componente, antes de que quede."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import DeOtroDepartamento
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.ventana import al_pedirlo as de_la_ventana
from ut_escritorio.interfaz.ventana.letreros.al_pedirlo import Servicios
from ut_escritorio.interfaz.ventana.mesa import Mesa

_LUEGO = (
    "Si lo cambia, aquí y allá se dirán cosas distintas; al recibir otra vez su parte verá las dos. De lo "
    "demás de ahí ya no se le pregunta."
)


class LoRecibido:
    """Cuida el archivo que se ve."""

    def __init__(self, mesa: Mesa) -> None:
        self._mesa = mesa

    def atender(self, sesion: Sesion) -> None:
        """Sigue a un archivo."""
        cuidado = cache(lambda: Servicios.cambiado().Cuidado())  # hasta que algo se guarde

        def preguntar(
            falta: DeOtroDepartamento,
            trimestre: Trimestre,
            si: Callable[[], object],
            no: Callable[[], object],
        ) -> None:
            pregunta = cuidado().pregunta(sesion.expediente, trimestre, falta.claves)
            if pregunta is None:
                si()
                return

            def cambiarlo() -> None:
                cuidado().contestar(pregunta.claves)
                si()

            como_llego = ("Dejarlo como llegó", no)
            de_la_ventana.avisos().escoger(
                self._mesa.marco,
                f"{pregunta.vez}. ¿Cambiar aquí lo {pregunta.donde}?",
                (("&Cambiarlo aquí", cambiarlo),),
                _LUEGO,
                como_llego,
                preferida=como_llego[0],
            )

        sesion.cuida = lambda legajo, hecha: cuidado().revisar(legajo, hecha)
        sesion.preguntar_antes = preguntar
