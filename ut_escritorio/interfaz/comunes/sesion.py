"""El trimestre abierto: su expediente, su foto y el aviso de lo que cambió.

Toda pestaña escribe por `hacer` y lee de `foto`; así la foto se relee una vez por cambio. Lo escrito
que no llegó al archivo no se pierde: está en `sin_guardar`, y la pantalla lo sigue mostrando. Lo que la
revisión señala llega después, en `revision`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from PySide6.QtCore import QObject, Signal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.foto import FotoTrimestre
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.registros import Registro
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.revision_viva import RevisionViva
from ut_escritorio.interfaz.comunes.sin_guardar import Escrito, Pendiente, SinGuardar
from ut_escritorio.servicios.expediente import Cambios, Expediente

TODO = frozenset({"conteos", "renglones", "textos", "alcanzado", "oficios", "marcas", "ajustes", "firmados"})


@congelado
class Reloj:
    """Qué día y qué hora es; lo da quien arranca el programa."""

    hoy: Callable[[], date]
    ahora: Callable[[], datetime]


class Sesion(QObject):
    """`cambio` sale con los `Cambios` de cada acción; `fallo`, con la frase de lo que no se pudo.

    `pide_ir` lleva el `Sitio` al que alguna pestaña quiere saltar; `pide_dias`, la cifra cuyos días se
    quieren ver (vacía: cualquiera) y si se van a completar; `pide_registrar`, que se anoten los de hoy;
    `se_cierra`, antes de cerrar.
    """

    cambio = Signal(object)
    fallo = Signal(str)
    cambio_de_trimestre = Signal()
    pide_ir = Signal(object)
    se_cierra = Signal()
    pide_dias = Signal(str, bool)
    pide_registrar = Signal()

    def __init__(self, expediente: Expediente, trimestre: Trimestre, reloj: Reloj) -> None:
        super().__init__()
        self.expediente = expediente
        self.trimestre = trimestre
        self.reloj = reloj
        self.foto: FotoTrimestre = expediente.foto(trimestre)
        self.trimestres = expediente.trimestres()
        self.sin_guardar = SinGuardar()
        self.sin_guardar.setParent(self)
        self._reintentando = False
        self.revision = RevisionViva(reloj.hoy)
        self.revision.setParent(self)
        self.revision.pedir(self.foto)

    def hacer(
        self, accion: Callable[..., Any], *datos: Any, escrito: Escrito | None = None, **mas: Any
    ) -> Any:
        """Llama a un servicio con el expediente, el trimestre y esos datos; nunca lanza.

        Devuelve lo que el servicio dé además de sus Cambios (None si nada). Si no se pudo, dice por
        qué y devuelve None, y `escrito` queda sin guardar; en los dos casos la pantalla se vuelve a
        leer del archivo.
        """
        try:
            respuesta = accion(self.expediente, self.trimestre, *datos, **mas)
        except ErrorEsperado as error:
            self._no_se_pudo(str(error), escrito, lambda: self.hacer(accion, *datos, escrito=escrito, **mas))
            return None
        if escrito is not None:
            self.sin_guardar.soltar(escrito.sitio)
        cosa, cambios = respuesta if isinstance(respuesta, tuple) else (None, respuesta)
        self._releer(cambios)
        self.reintentar()
        return cosa

    def reintentar(self) -> None:
        """Vuelve a guardar lo que no se pudo, salvo que ya se esté en eso."""
        if not self._reintentando:
            self._reintentando = True
            self.sin_guardar.reintentar()
            self._reintentando = False

    def volver(self, accion: Callable[[Expediente], Cambios]) -> Cambios | None:
        """Deshace o rehace lo último, en el trimestre en que se hizo; None si no se pudo."""
        try:
            cambios = accion(self.expediente)
        except ErrorEsperado as error:
            self._no_se_pudo(str(error))
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

    def renglon(self, uid: str) -> Registro | None:
        """El renglón de esa identidad en el trimestre, como está en el archivo; None si ya no está."""
        return next((renglon for renglon in self.foto.registros if renglon.uid == uid), None)

    def rechazar(self, escrito: Escrito, por_que: str) -> None:
        """Lo escrito no puede guardarse como está; se queda a la vista hasta que ella lo corrija."""
        self.sin_guardar.anotar(Pendiente(escrito, por_que))

    def _no_se_pudo(
        self, frase: str, escrito: Escrito | None = None, guardar: Callable[[], object] | None = None
    ) -> None:
        """Anota lo que quedó sin guardar y lo avisa; la misma falla no se avisa otra vez."""
        ya_dicha = any(pendiente.por_que == frase for pendiente in self.sin_guardar.todos)
        if escrito is not None:
            self.sin_guardar.anotar(Pendiente(escrito, frase, guardar))
        self._releer(Cambios("", TODO), en_silencio=True)
        if not ya_dicha:
            self.fallo.emit(frase)

    def _releer(self, cambios: Cambios, en_silencio: bool = False) -> None:
        """Lee otra vez el archivo; si no se deja, se sigue viendo lo último que se leyó, y se avisa."""
        falla = ""
        try:
            self.foto = self.expediente.foto(self.trimestre)
        except ErrorEsperado as error:
            falla = str(error)
        self.revision.pedir(self.foto)
        self.cambio.emit(cambios)
        if falla and not en_silencio:
            self.fallo.emit(falla)
