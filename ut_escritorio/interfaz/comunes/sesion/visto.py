"""Lo que se ve: el trimestre, su foto, lo que la revisión señala y lo que se le pregunta a su archivo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import TypeVar, get_args

from PySide6.QtCore import Signal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.respaldos import Cuenta
from ut_escritorio.dominio.periodos import Trimestre, trimestre_de
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.ordenes import Peticiones
from ut_escritorio.interfaz.comunes.sesion.revision_viva import RevisionViva
from ut_escritorio.servicios.archivo.expediente import Cambios, Cosa, Cosas, Expediente

T = TypeVar("T")

FIRMADO = "El trimestre ya se firmó y está cerrado. Para cambiarlo use «Abrir para corregir…», arriba."
TODO: Cosas = frozenset(get_args(Cosa)) - {"plan"}
"""Lo que se captura en un trimestre; el plan, si cambió, rehace las pestañas."""


@congelado
class DiaYHora:
    """Qué día y qué hora es; lo da quien arranca el programa."""

    hoy: Callable[[], date]
    ahora: Reloj


class Visto(Peticiones):
    """`cambio` sale con los `Cambios` de cada acción; `fallo`, con la frase de lo que no se pudo.

    Lo que la revisión señala llega después, en `revision`. `copias` es lo último que se supo de ellas y, si
    es otra cosa, sale `cambio_la_copia`.
    """

    cambio = Signal(object)
    fallo = Signal(str)
    cambio_de_trimestre = Signal()
    cambio_la_copia = Signal()

    def __init__(self, expediente: Expediente, trimestre: Trimestre, reloj: DiaYHora, solo_leer: str) -> None:
        super().__init__()
        self.expediente = expediente
        self.solo_leer = solo_leer
        self.trimestre = trimestre
        self.reloj = reloj
        self.foto: FotoTrimestre = expediente.foto(trimestre)
        self.trimestres = expediente.trimestres()
        self._de_otro_anio: dict[Trimestre, FotoTrimestre | None] = {}
        self.copias: Cuenta | None = None
        self.revision = RevisionViva(reloj.hoy, self._logotipos_de)
        self.revision.setParent(self)
        self.revision.pedir(self.foto)

    @property
    def cerrado(self) -> str:
        """Por qué no se puede cambiar nada de lo que se ve; vacío si se puede."""
        return self.solo_leer or (FIRMADO if self.foto.firmado else "")

    @property
    def guardado(self) -> datetime | None:
        """Cuándo se guardó lo último; None si nunca, o si el archivo no se deja leer."""
        try:
            return self.expediente.ultimo_cambio
        except ErrorEsperado:
            return None

    def tomar(self, expediente: Expediente, solo_leer: str = "") -> None:
        """Sigue con el mismo archivo, abierto otra vez de otra manera; se vuelve a leer."""
        self.expediente, self.solo_leer = expediente, solo_leer
        self._de_otro_anio = {}
        self._releer(Cambios("", TODO))

    def releer_los_textos(self) -> None:
        """Vuelve a leer lo escrito a mano, sin tocar nada de lo que no sea texto ni lo que ella escribe."""
        self._releer(Cambios("", frozenset({"textos"})), en_silencio=True)

    def foto_del_anterior(self) -> FotoTrimestre | None:
        """La foto que lleva los números del trimestre anterior; None si el archivo no lo tiene."""
        anterior = self.trimestre.anterior
        if anterior.ejercicio == self.trimestre.ejercicio:
            return self.foto
        if anterior not in self._de_otro_anio:
            hay = anterior in self.trimestres
            self._de_otro_anio = {anterior: self.expediente.foto(anterior) if hay else None}
        return self._de_otro_anio[anterior]

    def foto_de_hoy(self) -> FotoTrimestre | None:
        """La foto del trimestre en que cae hoy; None si el archivo no lo tiene o no se deja leer."""
        try:
            de_hoy = trimestre_de(self.reloj.hoy())
            if de_hoy == self.trimestre:
                return self.foto
            return self.expediente.foto(de_hoy) if de_hoy in self.trimestres else None
        except ErrorEsperado:
            return None  # HOY no aparece hasta que se pueda; que el archivo no se deja leer lo dice la barra

    def saber_de_las_copias(self, cuenta: Cuenta) -> None:
        """Lo que ahora se sabe de las copias del archivo."""
        if cuenta != self.copias:
            self.copias = cuenta
            self.cambio_la_copia.emit()

    def consultar(
        self, pregunta: Callable[[Expediente, Trimestre], T], decir: Callable[[str], object] | None = None
    ) -> T | None:
        """Lo que un servicio contesta sin cambiar nada; None si no se pudo, y dice por qué.

        `decir`: lo enseña quien pregunta, en su lugar.
        """
        try:
            return pregunta(self.expediente, self.trimestre)
        except ErrorEsperado as error:
            (decir or self.fallo.emit)(str(error))
            return None

    def ir_a_trimestre(self, trimestre: Trimestre) -> None:
        """Cambia de trimestre dentro del mismo archivo."""
        try:
            self.foto = self.expediente.foto(trimestre)
            self.trimestres = self.expediente.trimestres()
        except ErrorEsperado as error:
            self.fallo.emit(str(error))
            return
        self.trimestre = trimestre
        self._de_otro_anio = {}
        self.revision.pedir(self.foto)
        self.cambio_de_trimestre.emit()

    def renglon(self, uid: str) -> Renglon | None:
        """El renglón de esa identidad en el trimestre, como está en el archivo; None si ya no está."""
        return self.foto.renglon.get(uid)

    def _logotipos_de(self, foto: FotoTrimestre) -> Mapping[str, bytes]:
        """Los logotipos que la revisión mira; ninguno mientras el archivo no se deje leer."""
        try:
            return self.expediente.logotipos_de(foto)
        except ErrorEsperado:
            return {}

    def _releer(self, cambios: Cambios, en_silencio: bool = False) -> None:
        """Lee otra vez el archivo; si no se deja, se sigue viendo lo último que se leyó, y se avisa."""
        falla = ""
        try:
            self.foto = self.expediente.foto(self.trimestre)
            self.trimestres = self.expediente.trimestres()
        except ErrorEsperado as error:
            falla = str(error)
        self.revision.pedir(self.foto)
        self.cambio.emit(cambios)
        if falla and not en_silencio:
            self.fallo.emit(falla)
