"""Todo lo que se sabe al decir qué se pide hoy: quien lo dice no mira el reloj ni el archivo."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.calendario import Calendario
from ut_escritorio.dominio.oficina.respaldos import Cuenta
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.fases import Fase
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.sesion.senales import NINGUNA, Senales

if TYPE_CHECKING:
    from ut_escritorio.revision import Hallazgo


@congelado
class Dia:
    """`foto` es la del trimestre que se ve y `de_hoy`, la del de hoy (None si el archivo no lo lleva).

    `dudoso`: ese día no parece ser hoy, así que nada se mide con él. `esperan`, los oficios sin respuesta, lo
    más viejo primero. `copias`, lo que se sabe de ellas (None mientras no se lee). `siguiente`, el trimestre
    que sigue al que se ve, si el archivo lo lleva. `por_cual_va`: si falta preguntar el último oficio.
    `hoja`: cuáles se leen, desde 0, de las líneas que no caben a la vez.
    `acuses`, los oficios del trimestre cuyo acuse llegó después de firmarlo.
    """

    hoy: date
    foto: FotoTrimestre
    calendario: Calendario
    fase: Fase
    de_hoy: FotoTrimestre | None = None
    dudoso: bool = False
    solo_leer: bool = False
    senales: Senales = NINGUNA
    esperan: tuple[EnElLibro, ...] = ()
    copias: Cuenta | None = None
    siguiente: Trimestre | None = None
    por_cual_va: bool = False
    hoja: int = 0
    acuses: tuple[EnElLibro, ...] = ()

    @property
    def revisado(self) -> bool:
        """Si la revisión ya llegó alguna vez."""
        return self.senales is not NINGUNA

    @property
    def abiertos(self) -> Iterator[FotoTrimestre]:
        """El trimestre que se ve y el de hoy, si son dos y en ellos se puede escribir."""
        fotos = (self.foto, self.de_hoy) if self.de_hoy is not self.foto else (self.foto,)
        return (foto for foto in fotos if foto is not None and not foto.firmado and not self.solo_leer)

    def por_corregir(self, codigo: str) -> tuple[Hallazgo, ...]:
        """Lo que hay que corregir de esa clase."""
        return tuple(h for h in self.senales.por_corregir if h.codigo == codigo)

    def por_revisar(self, codigo: str) -> tuple[Hallazgo, ...]:
        """Lo que conviene revisar de esa clase."""
        return tuple(h for h in self.senales.por_revisar if h.codigo == codigo)
