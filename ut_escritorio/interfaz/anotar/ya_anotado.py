"""Lo ya anotado: de ahí salen la serie que sigue, el lugar de costumbre, lo que se ofrece y lo que espera."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.impreso import anotar as regla
from ut_escritorio.dominio.impreso.contestables import Contestable, contestables
from ut_escritorio.dominio.oficios.espera import Paciencia
from ut_escritorio.dominio.oficios.extranos import Numerado
from ut_escritorio.dominio.oficios.folios import Serie, que_quedan_lejos, serie_de
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon, Sentido
from ut_escritorio.dominio.trimestre.series import Tomados
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura.anotar import anotado_antes, tomados_de, vecinos_de
from ut_escritorio.servicios.oficina.calendario import calendario_de
from ut_escritorio.servicios.oficios.espera import paciencia_de
from ut_escritorio.servicios.oficios.libro import que_esperan
from ut_escritorio.servicios.oficios.numeros import no_se_sabe

_SIN_LEER = (
    "Por ahora no se pudo ver lo demás del archivo: el número que sigue y lo ya usado pueden ser otros."
)


class YaAnotado:
    """Como estaba la última vez que se leyó; si el archivo no se deja, solo lo de este trimestre.

    `sin_leer` dice que así está; vacío si se leyó todo. `por_contestar`: uno al que se va a contestar aunque
    no se sepa si espera.
    """

    def __init__(self, sesion: Sesion) -> None:
        self._sesion = sesion
        self._antes: tuple[Renglon, ...] = ()
        self._tomados: dict[int, Tomados] = {}
        self._esperan: tuple[EnElLibro, ...] = ()
        self._paciencia = Paciencia(sesion.reloj.hoy(), calendario_de(sesion.foto))
        self._series: dict[tuple[str, Sentido, int], Serie | None] = {}
        self._vecinos: tuple[Numerado, ...] = ()
        self._de_cuales: tuple[str, ...] = ()
        self.sin_leer = ""
        self.por_contestar: EnElLibro | None = None

    def releer(self) -> None:
        """Lo vuelve a leer."""
        sesion = self._sesion
        self._series.clear()
        self._tomados.clear()
        self._vecinos, self._de_cuales = (), ()
        self.sin_leer = ""
        try:
            self._antes = anotado_antes(sesion.expediente, sesion.foto)
            self._paciencia = paciencia_de(sesion.expediente, sesion.reloj.hoy())
            self._esperan = que_esperan(sesion.expediente, self._paciencia)
        except ErrorEsperado:
            self._antes, self.sin_leer = sesion.foto.renglones, _SIN_LEER

    def serie(self, foto: FotoTrimestre, medio: str, sentido: Sentido) -> Serie | None:
        """Cómo se numera, el año de la foto, lo que va por ese medio en ese sentido; None si no se sabe.

        Sin saber por cuál va, no dice cuál sigue.
        """
        anio = foto.trimestre.ejercicio
        if (medio, sentido, anio) not in self._series:
            del_plan = foto.plan.serie_de(medio)
            suya = serie_de(self._antes, medio, sentido, anio, del_plan, self._tomados_en(anio))
            sin_saber = suya is not None and self._no_se_sabe_por_cual_va(foto.trimestre)
            self._series[medio, sentido, anio] = replace(suya, siguiente=0) if suya and sin_saber else suya
        return self._series[medio, sentido, anio]

    def _no_se_sabe_por_cual_va(self, trimestre: Trimestre) -> bool:
        try:
            return no_se_sabe(self._sesion.expediente, trimestre)
        except ErrorEsperado:
            self.sin_leer = _SIN_LEER
            return False

    def _tomados_en(self, anio: int) -> Tomados:
        if anio not in self._tomados:
            try:
                self._tomados[anio] = tomados_de(self._sesion.expediente, anio)
            except ErrorEsperado:
                self._tomados[anio], self.sin_leer = Tomados(), _SIN_LEER
        return self._tomados[anio]

    def quedan_lejos(self, renglon: Renglon, serie: Serie | None) -> list[str]:
        """Sus números que están muy por encima de los demás."""
        tomados = self._tomados_en(serie.anio) if serie else Tomados()
        return que_quedan_lejos((cita.folio for cita in renglon.citas), serie, tomados)

    def vecinos(self, renglon: Renglon) -> tuple[Numerado, ...]:
        """Los oficios que ya llevan los números de un renglón que se envía, y los de junto."""
        cuales = tuple(cita.folio for cita in renglon.citas) if renglon.sentido == "enviado" else ()
        if cuales != self._de_cuales:
            self._vecinos, self._de_cuales = (), cuales
            try:
                self._vecinos = vecinos_de(self._sesion.expediente, cuales)
            except ErrorEsperado:
                self.sin_leer = _SIN_LEER
        return self._vecinos

    def lugar_propuesto(self, medio: str, sentido: Sentido, donde: str) -> str:
        """Dónde se acostumbra anotar lo de ese medio y sentido, estando en un lugar."""
        return regla.lugar_propuesto(self._sesion.foto, self._antes, medio, sentido, donde)

    def unidades_ofrecidas(self) -> list[str]:
        """Los nombres que se ofrecen al teclear con quién fue."""
        return regla.unidades_ofrecidas(self._sesion.foto, self._antes)

    def asuntos_ofrecidos(self, lugar: str) -> list[str]:
        """Los asuntos ya escritos ahí, que se ofrecen al teclear otro."""
        return regla.asuntos_ofrecidos(self._antes, lugar)

    def contestables(self, borrador: regla.Borrador) -> tuple[Contestable, ...]:
        """A qué contesta o sigue lo que se está anotando, lo más probable primero."""
        esperan, suyo = self._esperan, self.por_contestar
        if suyo is not None and all(fila.oficio.uid != suyo.oficio.uid for fila in esperan):
            esperan = (*esperan, suyo)
        return contestables(self._sesion.foto, borrador, esperan, self._paciencia)
