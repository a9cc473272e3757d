"""Los números que salen del libro de oficios: contados de él o, de lo firmado, los que se firmaron."""

from __future__ import annotations

from collections.abc import Mapping

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.captura import CERRADO
from ut_escritorio.datos.esquema.clases import CIFRAS_FIRMADAS
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios.libro import contar_por_clase
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.cifras import DelLibro
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.del_libro import cuantos_del_libro
from ut_escritorio.dominio.trimestre.firmados import CifrasFirmadas


def leer_contados(legajo: Legajo) -> dict[Casilla, int]:
    """Los de cada mes del año en que el libro tiene algún papel; lo firmado ya no se mueve."""
    ejercicio, firmados = legajo.trimestre.ejercicio, _firmados(legajo)
    papeles = contar_por_clase(legajo.base, ejercicio)
    contados: dict[Casilla, int] = {}
    for cifra in legajo.guardado.plan.cifras:
        if not isinstance(cifra.fuente, DelLibro):
            continue
        for numero in legajo.del_anio.values():
            de_entonces = firmados.get(numero)
            for mes in Trimestre(ejercicio, numero).meses:
                casilla = Casilla(cifra.clave, numero, mes)
                cuantos = (
                    cuantos_del_libro(papeles, cifra.fuente, (mes,)) or None
                    if de_entonces is None
                    else de_entonces.get(casilla)
                )
                if cuantos is not None:
                    contados[casilla] = cuantos
    return contados


def _firmados(legajo: Legajo) -> Mapping[int, Mapping[Casilla, int]]:
    """Lo que se firmó, por el número de cada trimestre cerrado de ese año."""
    cerrados = legajo.base.filas(e.Trimestre, ("id",), id=tuple(legajo.del_anio), estado=CERRADO)
    return {legajo.del_anio[id_]: _de_su_firma(legajo, id_) for (id_,) in cerrados}


def _de_su_firma(legajo: Legajo, trimestre: int) -> Mapping[Casilla, int]:
    base = legajo.base
    *_, (_, sha256) = sorted(base.filas(e.Firma, ("version", "cifras"), trimestre=trimestre))
    ((octetos,),) = base.filas(e.Contenido, ("bytes",), sha256=sha256)
    cifras: CifrasFirmadas = CIFRAS_FIRMADAS.de_json(octetos.decode(), CifrasFirmadas)
    return {n.casilla: n.valor for n in cifras.numeros if n.escrito and isinstance(n.valor, int)}
