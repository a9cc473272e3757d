"""El trimestre abierto: su expediente, su foto y el aviso de lo que cambió.

Toda pestaña escribe por `hacer` y lee de `foto`; así la foto se relee una vez por cambio y, si algo
falla, la pantalla vuelve a decir lo que dice el archivo. Lo que la revisión señala llega después, en
`revision`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from ut_escritorio.dominio.foto import FotoTrimestre
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.revision_viva import RevisionViva
from ut_escritorio.servicios.expediente import Cambios, Expediente

TODO = frozenset({"conteos", "renglones", "textos", "alcanzado", "oficios", "marcas", "ajustes", "firmados"})


@dataclass(frozen=True)
class Reloj:
    """Qué día y qué hora es; lo da quien arranca el programa."""

    hoy: Callable[[], date]
    ahora: Callable[[], datetime]


class Sesion(QObject):
    """`cambio` sale con los `Cambios` de cada acción; `fallo`, con la frase de lo que no se pudo.

    `pide_ir` lleva el `Sitio` al que alguna pestaña quiere saltar.
    """

    cambio = Signal(object)
    fallo = Signal(str)
    cambio_de_trimestre = Signal()
    pide_ir = Signal(object)

    def __init__(self, expediente: Expediente, trimestre: Trimestre, reloj: Reloj) -> None:
        super().__init__()
        self.expediente = expediente
        self.trimestre = trimestre
        self.reloj = reloj
        self.foto: FotoTrimestre = expediente.foto(trimestre)
        self.revision = RevisionViva(reloj.hoy)
        self.revision.setParent(self)
        self.revision.pedir(self.foto)

    def hacer(self, accion: Callable[..., Any], *datos: Any, **mas: Any) -> Any:
        """Llama a un servicio con el expediente, el trimestre y esos datos.

        Devuelve lo que el servicio dé además de sus Cambios (None si nada). Si no se pudo, dice por
        qué y devuelve None; en los dos casos la pantalla se vuelve a leer del archivo.
        """
        try:
            respuesta = accion(self.expediente, self.trimestre, *datos, **mas)
        except ErrorEsperado as error:
            self._releer(Cambios("", TODO))
            self.fallo.emit(str(error))
            return None
        cosa, cambios = respuesta if isinstance(respuesta, tuple) else (None, respuesta)
        self._releer(cambios)
        return cosa

    def volver(self, accion: Callable[[Expediente], Cambios]) -> Cambios | None:
        """Deshace o rehace lo último, en el trimestre en que se hizo; None si no se pudo."""
        try:
            cambios = accion(self.expediente)
        except ErrorEsperado as error:
            self._releer(Cambios("", TODO))
            self.fallo.emit(str(error))
            return None
        if cambios.trimestre is not None and cambios.trimestre != self.trimestre:
            self.ir_a_trimestre(cambios.trimestre)
        self._releer(cambios)
        return cambios

    def ir_a_trimestre(self, trimestre: Trimestre) -> None:
        """Cambia de trimestre dentro del mismo archivo."""
        try:
            self.foto = self.expediente.foto(trimestre)
        except ErrorEsperado as error:
            self.fallo.emit(str(error))
            return
        self.trimestre = trimestre
        self.revision.pedir(self.foto)
        self.cambio_de_trimestre.emit()

    def _releer(self, cambios: Cambios) -> None:
        self.foto = self.expediente.foto(self.trimestre)
        self.revision.pedir(self.foto)
        self.cambio.emit(cambios)
