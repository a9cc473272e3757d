"""El avance dentro de un informe: cada actividad contra su meta del trimestre y por qué se alejó."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ut_escritorio.dominio.numeros.avance import Avance, avances
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.porcentajes import con_signo, sin_partir
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Celda, Tabla

_ROTULOS = ("Actividad", "Programado", "Modificado", "Alcanzado", "%", "Va del año", "Estado")


def tabla_del_avance(foto: FotoTrimestre, origen: Origen) -> Tabla:
    """Solo lo sabido al acabar el trimestre: la meta del año no va, que puede cambiar ya firmado."""
    cabeza = tuple(Celda(rotulo, "columna") for rotulo in _ROTULOS)
    filas = (fila for avance in avances(foto) for fila in _filas(avance))
    return Tabla((cabeza, *filas), len(_ROTULOS), 1, origen)


def _filas(avance: Avance) -> Iterator[tuple[Celda, ...]]:
    modificado = avance.modificada.valor if avance.modificada else None
    numeros = (
        _dicho(avance.programado), _dicho(modificado), _dicho(avance.alcanzado), avance.porcentaje_dicho,
        _dicho(avance.del_anio), avance.estado_dicho,
    )  # fmt: skip
    nombre = f"{avance.actividad.numero} {breve(avance.actividad)}"
    yield (Celda(nombre, alineacion="izquierda"), *(Celda(sin_partir(numero)) for numero in numeros))
    if textos := " ".join(_por_que(avance)):
        yield (Celda(textos, alineacion="izquierda", ancho=len(_ROTULOS)),)


def _por_que(avance: Avance) -> Iterator[str]:
    """Por qué se modificó la meta, y por qué se alejó de ella."""
    if meta := avance.modificada:
        con = f" con {meta.folio}" if meta.folio else ""
        yield f"Meta modificada el {meta.fecha:%d/%m/%Y}{con}: {meta.motivo.rstrip('.')}."
    if avance.justificacion.strip():
        yield f"Por qué: {avance.justificacion.strip()}"


def _dicho(cuanto: Decimal | None) -> str:
    return "–" if cuanto is None else con_signo(cuanto)
