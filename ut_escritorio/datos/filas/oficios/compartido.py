"""La fecha y con quién, que un papel y quienes lo dicen comparten: se cambian desde cualquier lado."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.legajo import Legajo, al_reves
from ut_escritorio.datos.filas.oficios.papeles import (
    esta_firme,
    leer_oficio,
    menciones,
    poner_papel,
    poner_partes,
)
from ut_escritorio.dominio.oficios.oficio import ROL_DE, DelPapel, Oficio, con_partes, del_renglon
from ut_escritorio.dominio.oficios.prestado import Situacion, al_cambiar_el_papel, al_guardar
from ut_escritorio.dominio.trimestre.renglones import Parte, Renglon

_LO_DICEN = (
    "SELECT r.id, r.fecha, r.mes FROM cita c JOIN registro r ON r.id = c.registro_id "
    "WHERE c.oficio_id = ? AND r.sentido = ? AND r.uid <> ? "
    "AND (SELECT count(*) FROM cita x WHERE x.registro_id = r.id) = 1"
)


def compartir(legajo: Legajo, renglon: Renglon, id_: int, *, ya_lo_citaba: bool, tal_cual: bool) -> Renglon:
    """El renglón como queda, y puesto lo que cambia en su papel y en los demás que lo dicen.

    `tal_cual`: el renglón no cambia, ni los demás.
    """
    suyo, rol = del_renglon(renglon), ROL_DE.get(renglon.sentido)
    if suyo is None or rol is None:
        return renglon
    oficio = leer_oficio(legajo, id_)
    antes = suyo if tal_cual else _lo_guardado(legajo, renglon) if ya_lo_citaba else None
    donde = Situacion(
        oficio.papel, esta_firme(legajo.base, id_), _solo(legajo, id_, oficio, int(ya_lo_citaba))
    )
    queda, papel = al_guardar(suyo, antes, donde)
    poner_papel(legajo, id_, papel, oficio.papel)
    if not tal_cual:
        llevar_a_los_demas(legajo, id_, oficio, papel, menos=renglon.uid)
    return replace(
        renglon, fecha=queda.fecha, mes=queda.mes, partes=con_partes(renglon.partes, rol, queda.partes)
    )


def compartir_la_fecha(
    legajo: Legajo, id_: int, fecha: date | None, antes: date | None, *, ya_lo_citaba: bool, tal_cual: bool
) -> date | None:
    """La fecha como queda en la remisión que lleva ese papel; lo demás, como `compartir`."""
    oficio = leer_oficio(legajo, id_)
    suyo, decia = replace(oficio.papel, fecha=fecha, mes=None), replace(oficio.papel, fecha=antes, mes=None)
    como_antes = suyo if tal_cual else decia if ya_lo_citaba else None
    donde = Situacion(
        oficio.papel, esta_firme(legajo.base, id_), _solo(legajo, id_, oficio, int(ya_lo_citaba))
    )
    if fecha is None and como_antes is None:
        return oficio.papel.fecha
    queda, papel = al_guardar(suyo, como_antes, donde)
    poner_papel(legajo, id_, papel, oficio.papel)
    if not tal_cual:
        llevar_a_los_demas(legajo, id_, oficio, papel)
    return queda.fecha


def _solo(legajo: Legajo, id_: int, oficio: Oficio, suyas: int) -> bool:
    return not oficio.propio and menciones(legajo.base, id_) == suyas


def llevar_a_los_demas(legajo: Legajo, id_: int, antes: Oficio, ahora: DelPapel, menos: str = "") -> None:
    """Los renglones y remisiones que decían como el papel, dicen como ahora; menos ese renglón."""
    rol = ROL_DE.get(antes.sentido)
    if ahora == antes.papel or rol is None:
        return
    for renglon, fecha, mes in legajo.base.lee_orden(_LO_DICEN, (id_, antes.sentido, menos)):
        partes = _partes(legajo, renglon)
        dice = DelPapel(
            fecha and date.fromisoformat(fecha), mes, tuple(parte for parte in partes if parte.rol == rol)
        )
        queda = al_cambiar_el_papel(dice, antes.papel, ahora)
        if (queda.fecha, queda.mes) != (dice.fecha, dice.mes):
            r = e.Renglon
            legajo.base.cambia(r, r.id == renglon, fecha=queda.fecha, mes=queda.mes)
        if queda.partes != dice.partes:
            poner_partes(legajo, e.Parte, e.Parte.renglon, renglon, con_partes(partes, rol, queda.partes))
    if ahora.fecha != antes.papel.fecha:
        d = e.OficioDeRemision
        igual = d.fecha.is_null() if antes.papel.fecha is None else d.fecha == antes.papel.fecha
        legajo.base.cambia(d, (d.oficio == id_) & igual, fecha=ahora.fecha)


def _lo_guardado(legajo: Legajo, renglon: Renglon) -> DelPapel:
    """Lo que el renglón decía de su papel antes de guardarlo."""
    rol = ROL_DE[renglon.sentido]
    ((id_, fecha, mes),) = legajo.base.filas(e.Renglon, ("id", "fecha", "mes"), uid=renglon.uid)
    return DelPapel(fecha, mes, tuple(parte for parte in _partes(legajo, id_) if parte.rol == rol))


def _partes(legajo: Legajo, renglon: int) -> tuple[Parte, ...]:
    unidades = al_reves(legajo.unidades)
    filas = legajo.base.filas(e.Parte, ("rol", "unidad", "texto"), "orden", renglon=renglon)
    return tuple(Parte(rol, unidades.get(unidad, ""), texto) for rol, unidad, texto in filas)
