"""Escribir en el libro: agregar un oficio, cambiarlo o quitarlo, y lo que le pasa después."""

from __future__ import annotations

from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios.citados import Mencion, hallar
from ut_escritorio.datos.filas.oficios.compartido import llevar_a_los_demas
from ut_escritorio.datos.filas.oficios.papeles import del_folio, leer_oficio, menciones, poner_papel
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.oficios.oficio import VACIO, Contestacion, Oficio, Seguimiento
from ut_escritorio.dominio.trimestre.renglones import leer_folio
from ut_escritorio.errores import ErrorEsperado

_SEGUIMIENTO = ("espera", "antes_del", "acuse", "guardado_en", "impreso")


def fila_de(base: Base, uid: str) -> int:
    """La fila de un oficio; ErrorEsperado si ya no está."""
    filas = base.filas(e.Oficio, ("id",), uid=uid)
    if not filas:
        raise ErrorEsperado("Ese oficio ya no está; la pantalla se actualizó.")
    return filas[0][0]


def leer_por_uid(legajo: Legajo, uid: str) -> Oficio:
    """Un oficio por su identidad."""
    return leer_oficio(legajo, fila_de(legajo.base, uid))


def el_de_folio(legajo: Legajo, folio: str) -> Oficio | None:
    """El oficio que enviamos con ese número, si alguno ya lo lleva."""
    hallada = hallar(legajo, Mencion(folio, "enviado"))
    oficio = None if hallada is None else leer_oficio(legajo, hallada)
    return oficio if oficio and oficio.sentido == "enviado" else None


def agregar(legajo: Legajo, oficio: Oficio) -> None:
    """Agrega un oficio al libro."""
    id_ = legajo.base.inserta(e.Oficio, uid=oficio.uid, **_columnas(legajo.base, oficio))
    poner_papel(legajo, id_, oficio.papel, VACIO)


def cambiar(legajo: Legajo, oficio: Oficio) -> None:
    """Deja un oficio como se da; su fecha y con quién, también donde se decía lo mismo que él."""
    antes = leer_por_uid(legajo, oficio.uid)
    id_ = fila_de(legajo.base, oficio.uid)
    if oficio.sentido != antes.sentido and menciones(legajo.base, id_):
        raise ErrorEsperado("Ese oficio se dice en un informe; ahí se cambia si se envió o se recibió.")
    legajo.base.cambia(e.Oficio, e.Oficio.id == id_, **_columnas(legajo.base, oficio))
    if oficio.leido.llave != antes.leido.llave:
        for tabla in (e.Cita, e.OficioDeRemision):  # quien lo escribía a su modo lo dice ahora como el libro
            legajo.base.cambia(tabla, (tabla.oficio == id_) & tabla.folio.is_null(False), folio=None)
    poner_papel(legajo, id_, oficio.papel, antes.papel)
    llevar_a_los_demas(legajo, id_, antes, oficio.papel)


def _columnas(base: Base, oficio: Oficio) -> dict[str, Any]:
    """Las columnas de un oficio menos su papel, que se comparte."""
    sin_numero = {"folio": "", "serie": None, "numero": None, "anio": None, "bis": ""}
    return {
        **(del_folio(base, leer_folio(oficio.folio)) if oficio.folio else sin_numero),
        **{c: getattr(oficio, c) for c in ("sentido", "ejercicio", "asunto", "clase", "expediente")},
        "propio": oficio.propio,
        "cancelado": oficio.cancelado,
    }


def quitar(legajo: Legajo, uid: str) -> None:
    """Quita del libro un oficio que nada dice, con lo suyo."""
    id_ = fila_de(legajo.base, uid)
    if menciones(legajo.base, id_):
        raise ErrorEsperado("Ese oficio se dice en un informe; quítelo primero de ahí.")
    for tabla in (e.ParteDeOficio, e.Seguimiento, e.Contestacion, e.Carta, e.Evidencia):
        legajo.base.borra(tabla, tabla.oficio == id_)
    legajo.base.cambia(e.Contestacion, e.Contestacion.respuesta == id_, respuesta=None)
    legajo.base.borra(e.Oficio, e.Oficio.id == id_)


# Lo que le pasa después


def leer_seguimiento(base: Base, uid: str) -> Seguimiento:
    """Lo que se sabe de un oficio después de salir o llegar."""
    filas = base.filas(e.Seguimiento, _SEGUIMIENTO, oficio=fila_de(base, uid))
    return Seguimiento(*filas[0]) if filas else Seguimiento()


def poner_seguimiento(base: Base, uid: str, seguimiento: Seguimiento) -> None:
    """Deja lo que le pasa a un oficio como se da; si nada, nada se guarda."""
    id_, s = fila_de(base, uid), e.Seguimiento
    if seguimiento == Seguimiento():
        base.borra(s, s.oficio == id_)
        return
    columnas = {c: getattr(seguimiento, c) for c in _SEGUIMIENTO}
    if not base.cambia(s, s.oficio == id_, **columnas):
        base.inserta(s, oficio=id_, **columnas)


def poner_contestacion(base: Base, uid: str, contestacion: Contestacion) -> None:
    """Anota una respuesta a un oficio, o cambia la de su uid."""
    c = e.Contestacion
    columnas: dict[str, Any] = {
        "oficio": fila_de(base, uid),
        "respuesta": fila_de(base, contestacion.respuesta) if contestacion.respuesta else None,
        **{n: getattr(contestacion, n) for n in ("fecha", "medio", "completa", "nota")},
    }
    if not base.cambia(c, c.uid == contestacion.uid, **columnas):
        base.inserta(c, uid=contestacion.uid or nuevo_uid(), **columnas)


def quitar_contestacion(base: Base, uid: str) -> None:
    """Quita una respuesta."""
    base.borra(e.Contestacion, e.Contestacion.uid == uid)


def quitar_lo_que_contesta(base: Base, recibido: str) -> None:
    """Un oficio recibido ya no contesta a ninguno."""
    base.borra(e.Contestacion, e.Contestacion.respuesta == fila_de(base, recibido))


def contestaciones_de(base: Base, uid: str) -> tuple[Contestacion, ...]:
    """Las respuestas que se le han anotado a un oficio."""
    columnas = ("uid", "respuesta", "fecha", "medio", "completa", "nota")
    filas = base.filas(e.Contestacion, columnas, "fecha", oficio=fila_de(base, uid))
    uids = dict(base.filas(e.Oficio, ("id", "uid"), id=tuple(fila[1] for fila in filas)))
    return tuple(Contestacion(suyo, uids.get(con, ""), *otros) for suyo, con, *otros in filas)
