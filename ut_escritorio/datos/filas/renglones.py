"""Los renglones y párrafos libres de un trimestre: escribirlos, quitarlos y moverlos."""

from __future__ import annotations

from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios.citados import Mencion, folio_aparte, oficios_de, quitar_sueltos
from ut_escritorio.datos.filas.oficios.compartido import compartir
from ut_escritorio.datos.filas.oficios.papeles import poner_lista, poner_partes
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.oficio import DelPapel, del_renglon
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.enlaces import espera_respuesta
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, Renglon, puesto_de
from ut_escritorio.errores import ErrorEsperado


def guardar_renglon(legajo: Legajo, renglon: Renglon, *, tal_cual: bool = False) -> None:
    """Escribe un renglón con sus partes y citas: el de su uid o, si no lo hay, uno nuevo.

    Si cita un solo oficio, la fecha y con quién son de los dos (véase `compartir`); `tal_cual`, el renglón
    queda como se da aunque su oficio diga otra cosa.
    """
    citaba = _oficios_de(legajo, renglon.uid)
    papel = del_renglon(renglon) or DelPapel()
    oficios = oficios_de(legajo, [Mencion(c.folio, renglon.sentido, papel) for c in renglon.citas], citaba)
    if len(oficios) == 1:
        renglon = compartir(legajo, renglon, oficios[0], ya_lo_citaba=citaba == oficios, tal_cual=tal_cual)
    id_ = _guardar(legajo, e.Renglon, renglon.uid, _columnas(legajo, renglon))
    poner_partes(legajo, e.Parte, e.Parte.renglon, id_, renglon.partes)
    citas = [
        {"oficio": oficio, "asunto": cita.asunto, "folio": folio_aparte(legajo.base, oficio, cita.folio)}
        for oficio, cita in zip(oficios, renglon.citas, strict=True)
    ]
    poner_lista(legajo.base, e.Cita, e.Cita.renglon, id_, citas)
    if not tal_cual and renglon.sentido == "enviado":
        _esperar_respuesta(legajo, renglon.lugar, [oficio for oficio in oficios if oficio not in citaba])
    quitar_sueltos(legajo.base, set(citaba) - set(oficios))


def _esperar_respuesta(legajo: Legajo, lugar: str, nuevos: list[int]) -> None:
    """Lo que apenas se dice donde el plan espera que algo llegue, espera, si nadie dijo otra cosa."""
    if not nuevos or not espera_respuesta(legajo.guardado.plan, lugar):
        return
    dichos = dict(legajo.base.filas(e.Seguimiento, ("oficio", "espera"), oficio=tuple(nuevos)))
    for oficio in nuevos:
        if oficio not in dichos:
            legajo.base.inserta(e.Seguimiento, oficio=oficio, espera=True)
        elif dichos[oficio] is None:
            legajo.base.cambia(e.Seguimiento, e.Seguimiento.oficio == oficio, espera=True)


def _columnas(legajo: Legajo, renglon: Renglon) -> dict[str, Any]:
    personas = renglon.personas
    return {
        "lugar": legajo.lugar(renglon.lugar),
        "orden": renglon.orden,
        "medio": legajo.medio(renglon.medio),
        "sentido": renglon.sentido,
        "asunto": renglon.asunto,
        "fecha": renglon.fecha,
        "mes": renglon.mes,
        "cantidad_medio": renglon.cantidad_medio,
        "cantidad": renglon.cantidad,
        "mujeres": personas.mujeres,
        "hombres": personas.hombres,
        "ni": personas.ni,
        "personas": personas.total,
        "forma": legajo.forma(renglon.lugar, renglon.forma),
        "junto": renglon.junto,
        "campos": renglon.campos,
        "del_asunto": _asunto(legajo, renglon.asunto_uid),
    }


def _asunto(legajo: Legajo, uid: str) -> int | None:
    """La fila del asunto que ensarta al renglón; la agrega si es nuevo."""
    if not uid:
        return None
    hallados = legajo.base.lee(e.Asunto.select(e.Asunto.id).where(e.Asunto.uid == uid))
    return hallados[0][0] if hallados else legajo.base.inserta(e.Asunto, uid=uid)


def guardar_parrafo(legajo: Legajo, parrafo: ParrafoLibre) -> None:
    """Escribe un párrafo libre: el de su uid o, si no lo hay, uno nuevo."""
    columnas = {"lugar": legajo.lugar(parrafo.lugar), "orden": parrafo.orden, "texto": parrafo.texto}
    _guardar(legajo, e.ParrafoLibre, parrafo.uid, columnas)


def _guardar(legajo: Legajo, tabla: Any, uid: str, columnas: dict[str, Any]) -> int:
    halladas = legajo.base.lee(tabla.select(tabla.id, tabla.trimestre).where(tabla.uid == uid))
    if not halladas:
        return legajo.base.inserta(tabla, uid=uid, trimestre=legajo.id, **columnas)
    ((id_, trimestre),) = halladas
    if trimestre != legajo.id:
        raise ErrorEsperado("Ese renglón es de otro trimestre; ábralo allá para cambiarlo.")
    legajo.base.cambia(tabla, tabla.id == id_, **columnas)
    return id_


def _oficios_de(legajo: Legajo, uid: str) -> list[int]:
    """Los oficios que un renglón cita; ninguno si aún no está."""
    renglones = tuple(id_ for (id_,) in legajo.base.filas(e.Renglon, ("id",), uid=uid))
    return [id_ for (id_,) in legajo.base.filas(e.Cita, ("oficio",), "orden", renglon=renglones)]


def quitar_renglon(legajo: Legajo, uid: str) -> None:
    """Quita un renglón con sus partes, sus citas, sus evidencias y el texto que se le haya escrito a mano."""
    id_ = _fila(legajo, e.Renglon, uid)
    oficios = _oficios_de(legajo, uid)
    for tabla in (e.Parte, e.Cita, e.Evidencia):
        legajo.base.borra(tabla, tabla.renglon == id_)
    legajo.base.borra(e.Renglon, e.Renglon.id == id_)
    quitar_sueltos(legajo.base, oficios)
    t = e.TextoAMano
    legajo.base.borra(t, (t.trimestre == legajo.id) & (t.origen == Origen("renglon", uid)))


def quitar_cita(legajo: Legajo, uid: str, oficio: int) -> None:
    """Quita de un renglón un oficio que cita; el que solo lo citaba a él se va entero."""
    id_, c, citados = _fila(legajo, e.Renglon, uid), e.Cita, _oficios_de(legajo, uid)
    if set(citados) == {oficio}:
        quitar_renglon(legajo, uid)
    else:
        legajo.base.borra(c, (c.renglon == id_) & (c.oficio == oficio))
        _uno_menos(legajo, id_, oficio, len(citados))


def _uno_menos(legajo: Legajo, renglon: int, oficio: int, eran: int) -> None:
    """El que decía cuántos oficios y a qué áreas, uno por una, dice uno menos y no dice la de ese."""
    base, r, p = legajo.base, e.Renglon, e.Parte
    base.cambia(r, (r.id == renglon) & (r.cantidad_medio == eran), cantidad_medio=eran - 1)
    partes = base.filas(p, ("id", "unidad"), renglon=renglon)
    suyas = {unidad for (unidad,) in base.filas(e.ParteDeOficio, ("unidad",), oficio=oficio)} - {None}
    if len(partes) == eran:
        for id_, unidad in partes:
            if unidad in suyas:
                base.borra(p, p.id == id_)


def quitar_parrafo(legajo: Legajo, uid: str) -> None:
    """Quita un párrafo libre."""
    legajo.base.borra(e.ParrafoLibre, e.ParrafoLibre.id == _fila(legajo, e.ParrafoLibre, uid))


def _fila(legajo: Legajo, tabla: Any, uid: str) -> int:
    donde = (tabla.uid == uid) & (tabla.trimestre == legajo.id)
    halladas = legajo.base.lee(tabla.select(tabla.id).where(donde))
    if not halladas:
        raise ErrorEsperado("Ese renglón ya no está; la pantalla se actualizó.")
    return halladas[0][0]


def siguiente_orden(legajo: Legajo, lugar: str) -> int:
    """La posición de un renglón nuevo: después de todo lo del lugar."""
    return max((fila.orden for fila in _en_orden(legajo, lugar)), default=0) + 1


def mover(legajo: Legajo, uid: str, pasos: int) -> None:
    """Sube (pasos negativos) o baja un renglón o párrafo entre los de su lugar, hasta los extremos."""
    cosas = _en_orden(legajo, _lugar_de(legajo, uid))
    desde = next(i for i, fila in enumerate(cosas) if fila.uid == uid)
    cosas.insert(max(0, min(desde + pasos, len(cosas) - 1)), cosas.pop(desde))
    ordenes = sorted(fila.orden for fila in cosas)
    if len(set(ordenes)) < len(ordenes):
        ordenes = list(range(1, len(ordenes) + 1))
    for orden, fila in zip(ordenes, cosas, strict=True):
        legajo.base.cambia(fila.tabla, fila.tabla.uid == fila.uid, orden=orden)


def _lugar_de(legajo: Legajo, uid: str) -> str:
    claves = {id_: clave for clave, id_ in legajo.guardado.lugares.items()}
    for tabla in (e.Renglon, e.ParrafoLibre):
        donde = (tabla.uid == uid) & (tabla.trimestre == legajo.id)
        for (lugar,) in legajo.base.lee(tabla.select(tabla.lugar).where(donde)):
            return claves[lugar]
    raise ErrorEsperado("Ese renglón ya no está; la pantalla se actualizó.")


@congelado
class _Fila:
    """Algo anotado: su tabla, su uid y su orden."""

    tabla: Any
    uid: str
    orden: int


def _en_orden(legajo: Legajo, lugar: str) -> list[_Fila]:
    """Lo anotado en un lugar, en su orden."""
    id_ = legajo.lugar(lugar)
    cosas = [
        _Fila(tabla, uid, orden)
        for tabla in (e.Renglon, e.ParrafoLibre)
        for uid, orden in legajo.base.lee(
            tabla.select(tabla.uid, tabla.orden).where((tabla.trimestre == legajo.id) & (tabla.lugar == id_))
        )
    ]
    return sorted(cosas, key=puesto_de)
