"""Lo que ya se recibió de otro departamento: de quién, cuándo, y qué decía entonces cada cosa."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import datetime

from ut_escritorio.dominio.congelado import congelado

RECIBIR = "Recibir la parte de "


@congelado
class Recepcion:
    """Una vez que se recibió: de quién, cuándo y a qué hora se hizo la parte.

    `llegaron`, la huella de cada cosa que se recibió; `iguales`, la de las que ya decían lo mismo aquí o se
    dejaron como estaban. `contestadas`, qué es aquí cada cosa de la que se preguntó.
    """

    de: str
    cuando: datetime
    hecha: datetime | None = None
    llegaron: Mapping[str, str] = field(default_factory=dict[str, str])
    iguales: Mapping[str, str] = field(default_factory=dict[str, str])
    contestadas: Mapping[str, str] = field(default_factory=dict[str, str])

    def __str__(self) -> str:
        return f"Recibido de {self.de} el {self.cuando:%d/%m/%Y a las %H:%M}"


@congelado
class Recibidas:
    """Las recepciones de un trimestre, de la más vieja a la más nueva."""

    todas: tuple[Recepcion, ...] = ()

    def huella(self, clave: str) -> str:
        """Lo que allá decía una cosa la última vez que se recibió; vacía si no estaba, o si nunca."""
        for vez in reversed(self.todas):
            huella = vez.llegaron.get(clave, vez.iguales.get(clave))
            if huella is not None:
                return huella
        return ""

    @property
    def contestadas(self) -> Mapping[str, str]:
        """Lo que ella contestó de cada cosa, la última vez: no se le pregunta lo mismo otra vez."""
        return {de: clave for vez in self.todas for de, clave in vez.contestadas.items()}

    def de_cosa(self, clave: str) -> Recepcion | None:
        """La última vez que llegó una cosa; None si nunca."""
        return next((vez for vez in reversed(self.todas) if clave in vez.llegaron), None)

    def ultima_hecha(self, de: str) -> datetime | None:
        """La hora en que se hizo la parte más nueva que se recibió de ese departamento; None si no consta."""
        return max((vez.hecha for vez in self.todas if vez.hecha and vez.de == de), default=None)
