"""Lo que se lee y se revisa del ejemplo, una sola vez: cada prueba abre una copia que dice lo mismo."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from ut_escritorio.dominio.periodos import Trimestre, trimestre_de
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.sesion import revision_viva
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.servicios.archivo.expediente import Expediente


class YaLeido:
    """La foto de un archivo, y lo que la revisión dice de ella un día.

    Se saben al empezar y ya no cambian: nada de lo que una prueba altere llega a otra.
    """

    def __init__(self, abierto: Expediente, trimestre: Trimestre, hoy: date) -> None:
        if (de_hoy := trimestre_de(hoy)) in abierto.trimestres():
            abierto.foto(de_hoy)  # la pide el Tablero
        self._foto, self._hoy, self._sello = abierto.foto(trimestre), hoy, abierto.base.sello_vigente
        fotografo = abierto._fotografo
        self._tomadas = dict(fotografo._tomadas)
        # Los legajos, que se recuerdan por su trimestre, no: son de su archivo abierto
        recuerdos = fotografo._recuerdos.items()
        self._recuerdos = {que: cosa for que, cosa in recuerdos if not isinstance(que, Trimestre)}
        self._de_verdad = revision_viva._revisar
        self._revisada = self._de_verdad(self._foto, hoy, abierto.logotipos_de(self._foto))

    def recordar_en(self, abierto: Expediente) -> None:
        """Como si en ese ya se hubiera leído, si su sello dice que dice lo mismo."""
        if abierto.base.sello_vigente == self._sello:
            abierto._fotografo._tomadas.update(self._tomadas)
            abierto._fotografo._recuerdos.update(self._recuerdos)

    def revisar(
        self, foto: FotoTrimestre, hoy: date, logotipos: Mapping[str, bytes]
    ) -> tuple[FotoTrimestre, Senales]:
        """La primera revisión de cada ventana es la misma; la de lo que cambie, y la de otro día, la suya."""
        es_la_misma = foto is self._foto and hoy == self._hoy
        return self._revisada if es_la_misma else self._de_verdad(foto, hoy, logotipos)
