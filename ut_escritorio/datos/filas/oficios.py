"""Los oficios citados: cada folio es una fila, que vive mientras algo la cite."""

from __future__ import annotations

from collections.abc import Iterable

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.trimestre.renglones import leer_folio


def oficio_de(base: Base, texto: str) -> int:
    """La fila del oficio que lleva ese folio, tal como está escrito; si no hay, la agrega."""
    hallados = base.lee(e.Oficio.select(e.Oficio.id).where(e.Oficio.folio == texto).limit(1))
    if hallados:
        return hallados[0][0]
    folio = leer_folio(texto)
    serie = None if folio.serie is None else _serie(base, folio.serie)
    return base.inserta(e.Oficio, folio=texto, serie=serie, numero=folio.numero, anio=folio.anio)


def _serie(base: Base, prefijo: str) -> int:
    halladas = base.lee(e.Serie.select(e.Serie.id).where(e.Serie.prefijo == prefijo))
    return halladas[0][0] if halladas else base.inserta(e.Serie, prefijo=prefijo)


def folios_de_remision(base: Base) -> tuple[str, ...]:
    """Los números de todos los oficios con que se ha entregado un informe."""
    ids = tuple(oficio for (oficio,) in base.filas(e.OficioDeRemision, ("oficio",)) if oficio is not None)
    return tuple(folio for (folio,) in base.filas(e.Oficio, ("folio",), id=ids))


def quitar_sueltos(base: Base, oficios: Iterable[int]) -> None:
    """Quita, de esos oficios, los que ya nada cita."""
    for id_ in set(oficios):
        citas = e.Cita.select(e.Cita.id).where(e.Cita.oficio == id_).limit(1)
        remisiones = e.OficioDeRemision.select(e.OficioDeRemision.id).where(e.OficioDeRemision.oficio == id_)
        if not base.lee(citas) and not base.lee(remisiones.limit(1)):
            base.borra(e.Oficio, e.Oficio.id == id_)
