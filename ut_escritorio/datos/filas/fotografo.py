"""El fotógrafo de un archivo: da la foto de cada trimestre sin volver a leer lo que no cambió."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any, TypeVar

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.catalogo import CatalogoGuardado, leer_catalogo
from ut_escritorio.datos.filas.foto import foto_despues, leer_foto, solo_lo_que_se_cuenta
from ut_escritorio.datos.filas.legajo import Legajo, legajo_con, trimestres_de
from ut_escritorio.datos.filas.lo_anotado import apuntes_desde, ultimo_apunte
from ut_escritorio.datos.filas.plan.leer import PlanGuardado, leer_plan
from ut_escritorio.datos.motor.conexion import AccionHecha, Base
from ut_escritorio.datos.motor.sello import Sello, escrito, huellas, movidas
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.periodos import Trimestre, hace_un_anio
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

T = TypeVar("T")
_CUANTAS = 4  # fotos, sitios y planes que se recuerdan: los de lo que se ve, de hoy y de un año antes
_DEL_LEGAJO = (*e.DEL_PLAN, e.Unidad)


@congelado
class _Tomada:
    """Una foto, con el sello que el archivo llevaba entonces y hasta dónde iba su bitácora.

    `de_antes`: la entera de un año antes, si la foto se compara con ella.
    """

    foto: FotoTrimestre
    sello: Sello
    hasta: int
    de_antes: _Tomada | None = None


class Fotografo:
    """Saca las fotos de un archivo, y recuerda las últimas.

    Mientras el archivo siga como este programa lo dejó, su sello dice qué tablas cambiaron y su bitácora
    qué filas, y cada foto sale de la anterior. Ante cualquier duda se olvida todo y se lee entera.
    """

    def __init__(self, base: Base) -> None:
        self._base = base
        self._tomadas: dict[Trimestre, _Tomada] = {}
        self._recuerdos: dict[object, Any] = {}
        base.al_asentar = self._asentar

    def foto(self, trimestre: Trimestre) -> FotoTrimestre:
        """La foto de un trimestre; ErrorEsperado si el archivo no tiene el plan de su año."""
        tomada = self._tomadas.get(trimestre)
        if tomada is None or tomada.sello != self._base.sello_vigente:
            with self._base.lectura():
                tomada = self._tomar(trimestre, self._leer_sello())
        self._recordar(trimestre, tomada)
        return tomada.foto

    def legajo(self, trimestre: Trimestre) -> Legajo:
        """El legajo de un trimestre; lanza lo mismo que `foto`."""
        return self._sin_abrir(trimestre, _DEL_LEGAJO, lambda sello: self._legajo(trimestre, sello))

    def trimestres(self) -> tuple[Trimestre, ...]:
        """Los trimestres que el archivo tiene, en orden."""
        return self._sin_abrir("trimestres", (e.Plan, e.Trimestre), self._trimestres)

    # Lo que se recuerda vale mientras el sello de las tablas de que salió sea el mismo

    def _sin_abrir(self, que: object, tablas: Iterable[type[e.Tabla]], leer: Callable[[Sello], T]) -> T:
        """Lo que ya se sabe, sin abrir el archivo; si no se sabe, o hay duda, se lee."""
        sello = self._base.sello_vigente
        de_que, valor = self._recuerdos.get(que, (None, None))
        if sello is not None and de_que == huellas(sello, tablas):
            return valor
        with self._base.lectura():
            return leer(self._leer_sello())

    def _recordado(
        self, que: object, tablas: Iterable[type[e.Tabla]], sello: Sello, leer: Callable[[], T]
    ) -> T:
        de_que = huellas(sello, tablas)
        if que not in self._recuerdos or self._recuerdos[que][0] != de_que:
            self._recuerdos[que] = de_que, leer()
        return self._recuerdos[que][1]

    def _legajo(self, trimestre: Trimestre, sello: Sello) -> Legajo:
        def leer() -> Legajo:
            guardado = self._plan(trimestre.ejercicio, sello)
            return legajo_con(self._base, trimestre, guardado, self._catalogo(sello).unidades)

        return self._recordado(trimestre, _DEL_LEGAJO, sello, leer)

    def _plan(self, ejercicio: int, sello: Sello) -> PlanGuardado | None:
        return self._recordado(ejercicio, e.DEL_PLAN, sello, lambda: leer_plan(self._base, ejercicio))

    def _catalogo(self, sello: Sello) -> CatalogoGuardado:
        return self._recordado("catálogo", e.DEL_CATALOGO, sello, lambda: leer_catalogo(self._base))

    def _trimestres(self, sello: Sello) -> tuple[Trimestre, ...]:
        return self._recordado("trimestres", (e.Plan, e.Trimestre), sello, lambda: trimestres_de(self._base))

    def _leer_sello(self) -> Sello:
        """El sello de ahora, dentro de una lectura; si el archivo pudo cambiar por fuera, se olvida todo."""
        sello = escrito(self._base.conexion)
        if not self._base.intacta:
            self._tomadas.clear()
            self._recuerdos.clear()
        return sello

    # Las fotos

    def _tomar(self, trimestre: Trimestre, sello: Sello) -> _Tomada:
        """La foto de ahora, con la de un año antes si su informe compara; dentro de una transacción."""
        antes = self._tomadas.get(trimestre)
        tomada = self._leida(antes, trimestre, sello)
        cual = hace_un_anio(trimestre)
        if not tomada.foto.plan.compara or cual not in self._trimestres(sello):
            return tomada
        de_antes = self._leida(antes and antes.de_antes, cual, sello)
        otra = solo_lo_que_se_cuenta(de_antes.foto)
        if antes is not None and antes.foto.hace_un_anio == otra:
            otra = antes.foto.hace_un_anio
        if tomada.foto.hace_un_anio is not otra:
            tomada = replace(tomada, foto=replace(tomada.foto, hace_un_anio=otra))
        return replace(tomada, de_antes=de_antes)

    def _leida(self, antes: _Tomada | None, trimestre: Trimestre, sello: Sello) -> _Tomada:
        """La foto de un trimestre: de la anterior si se puede, o entera."""
        legajo, catalogo = self._legajo(trimestre, sello), self._catalogo(sello).catalogo
        foto = None
        if antes is not None:
            apuntes = apuntes_desde(self._base, antes.hasta)
            foto = foto_despues(antes.foto, legajo, catalogo, movidas(antes.sello, sello), apuntes)
        return _Tomada(foto or leer_foto(legajo, catalogo), sello, ultimo_apunte(self._base))

    def _recordar(self, trimestre: Trimestre, tomada: _Tomada) -> None:
        """Deja la foto como la última que se pidió; las más viejas se olvidan."""
        self._tomadas.pop(trimestre, None)
        self._tomadas[trimestre] = tomada
        for vieja in [*self._tomadas][:-_CUANTAS]:
            del self._tomadas[vieja]

    def _asentar(self, hecha: AccionHecha) -> Callable[[], None]:
        """Toma la foto que se ve dentro de la misma acción; se recuerda cuando la acción queda guardada."""
        trimestre = next(reversed(self._tomadas), None)
        if trimestre is None or trimestre not in self._trimestres(hecha.sello):  # se deshizo crear su año
            return lambda: None
        tomada = self._tomar(trimestre, hecha.sello)
        return lambda: self._recordar(trimestre, tomada)
