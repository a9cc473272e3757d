"""Los oficios que se citan: a qué papel va cada folio escrito, y los que ya nadie dice."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.legajo import Legajo, al_reves
from ut_escritorio.datos.filas.oficios.papeles import (
    del_folio,
    esta_firme,
    leer_oficio,
    leer_oficios,
    menciones,
)
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.identidad import (
    Igual,
    anio_del_libro,
    el_mismo,
    llave_del_papel,
    se_contradicen,
)
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.plan.formas import Sentido
from ut_escritorio.dominio.trimestre.renglones import leer_folio
from ut_escritorio.errores import ErrorEsperado


@congelado
class Mencion:
    """Un oficio como se escribe en un renglón o en una remisión, y lo que ahí se sabe de él."""

    folio: str
    sentido: Sentido
    papel: DelPapel = DelPapel()


def folio_aparte(base: Base, id_: int, escrito: str) -> str | None:
    """Lo escrito, si no es como va en el libro: es lo que se guarda en quien lo cita."""
    ((folio,),) = base.filas(e.Oficio, ("folio",), id=id_)
    return None if folio == escrito else escrito


def oficios_de(legajo: Legajo, menciones_: Iterable[Mencion], citaba: Iterable[int]) -> list[int]:
    """Las filas de los papeles que se mencionan, en su orden; los que no están, los agrega.

    `citaba` son los que ya citaba quien los menciona. El que solo ahí se decía y ahora se escribe de otro
    modo es el mismo papel, corregido.
    """
    citador = _Citador(legajo, citaba)
    todas = list(menciones_)
    halladas = [citador.la_que_ya_citaba(mencion) for mencion in todas]
    return [
        citador.otra(mencion) if id_ is None else id_ for mencion, id_ in zip(todas, halladas, strict=True)
    ]


class _Citador:
    """A qué papel va cada mención de quien ya citaba unos."""

    def __init__(self, legajo: Legajo, citaba: Iterable[int]) -> None:
        self._legajo, self._base = legajo, legajo.base
        self._suyos = {id_: leer_oficio(legajo, id_) for id_ in citaba}

    def la_que_ya_citaba(self, mencion: Mencion) -> int | None:
        llave = _llave(self._legajo, mencion)
        for id_, oficio in self._suyos.items():
            if _llave_de(oficio) != llave or (not llave and oficio.folio != mencion.folio):
                continue
            if mencion.sentido != oficio.sentido and hallar(self._legajo, mencion) not in (None, id_):
                continue  # en ese sentido ya está, y es otro papel
            solo = self._es_solo_suyo(id_)
            if solo or not _de_otro(oficio, mencion):
                if solo:
                    self._corregir(id_, mencion)
                del self._suyos[id_]
                return id_
        return None

    def otra(self, mencion: Mencion) -> int:
        """La que otros ya dicen; si nadie, la suya corregida o una nueva."""
        hallada = hallar(self._legajo, mencion)
        if hallada is not None:
            self._suyos.pop(hallada, None)
            oficio = leer_oficio(self._legajo, hallada)
            if oficio.cancelado is not None:
                raise ErrorEsperado(
                    f"{oficio.folio} está cancelado («{oficio.cancelado}») y su número no se vuelve a usar."
                )
            if mencion.sentido and not oficio.sentido and not esta_firme(self._base, hallada):
                self._base.cambia(e.Oficio, e.Oficio.id == hallada, sentido=mencion.sentido)
            return hallada
        corregida = next(iter(self._suyos), None)
        if corregida is None or not self._es_solo_suyo(corregida):
            return self._base.inserta(e.Oficio, **self._columnas(mencion))
        del self._suyos[corregida]
        self._corregir(corregida, mencion)
        return corregida

    def _corregir(self, id_: int, mencion: Mencion) -> None:
        self._base.cambia(e.Oficio, e.Oficio.id == id_, **self._columnas(mencion))

    def _columnas(self, mencion: Mencion) -> dict[str, Any]:
        suyas = {"sentido": mencion.sentido, "ejercicio": _ejercicio(self._legajo, mencion)}
        return {**del_folio(self._base, leer_folio(mencion.folio)), **suyas}

    def _es_solo_suyo(self, id_: int) -> bool:
        """Si nadie más lo dice y puede cambiar de número: ni va en papel, ni en el libro, ni firmado."""
        impreso = (True for (dia,) in self._base.filas(e.Seguimiento, ("impreso",), oficio=id_) if dia)
        propio = self._suyos[id_].propio or next(impreso, False)
        return not propio and menciones(self._base, id_) == 1 and not esta_firme(self._base, id_)


def hallar(legajo: Legajo, mencion: Mencion) -> int | None:
    """La fila del papel que ya es ese; None si no está o no lleva número."""
    folio, llave = leer_folio(mencion.folio), _llave(legajo, mencion)
    if not llave:
        return None
    if folio.numero is None:
        donde, valores = "ejercicio = ? AND numero IS NULL", (_ejercicio(legajo, mencion),)
    else:
        donde, valores = "anio = ? AND numero = ?", (folio.anio, folio.numero)
    ids = tuple(id_ for (id_,) in legajo.base.lee_orden(f"SELECT id FROM oficio WHERE {donde}", valores))
    hay = leer_oficios(legajo.base, al_reves(legajo.unidades), ids)
    iguales = [Igual(id_, o.sentido, o.papel.partes) for id_, o in hay.items() if _llave_de(o) == llave]
    return el_mismo(mencion.sentido, mencion.papel.partes, iguales)


def _ejercicio(legajo: Legajo, mencion: Mencion) -> int:
    folio, fecha = leer_folio(mencion.folio), mencion.papel.fecha
    return anio_del_libro(mencion.sentido, folio, fecha, legajo.trimestre.ejercicio)


def _llave(legajo: Legajo, mencion: Mencion) -> tuple[object, ...]:
    return llave_del_papel(leer_folio(mencion.folio), _ejercicio(legajo, mencion))


def _llave_de(oficio: Oficio) -> tuple[object, ...]:
    return llave_del_papel(oficio.leido, oficio.ejercicio)


def _de_otro(oficio: Oficio, mencion: Mencion) -> bool:
    """Si va en otro sentido, o es uno recibido de alguien más: el mismo número, pero otro papel."""
    if mencion.sentido != oficio.sentido:
        return bool(mencion.sentido and oficio.sentido)
    return mencion.sentido == "recibido" and se_contradicen(oficio.papel.partes, mencion.papel.partes)


def quitar_sueltos(base: Base, oficios: Iterable[int]) -> None:
    """Quita, de esos oficios, los que ya nada dice ni el libro guarda nada de ellos."""
    for id_ in set(oficios):
        ((propio,),) = base.filas(e.Oficio, ("propio",), id=id_)
        if propio or menciones(base, id_) or _con_algo(base, id_):
            continue
        for tabla in (e.ParteDeOficio, e.Seguimiento):
            base.borra(tabla, tabla.oficio == id_)
        base.borra(e.Oficio, e.Oficio.id == id_)


def _con_algo(base: Base, id_: int) -> bool:
    """Si el libro sabe de él más que si espera respuesta: su carta, su acuse, su carpeta, qué contesta…"""
    suyo = base.filas(e.Seguimiento, ("antes_del", "acuse", "guardado_en", "impreso"), oficio=id_)
    return bool(
        any(any(datos) for datos in suyo)
        or base.filas(e.Carta, ("id",), oficio=id_)
        or base.filas(e.Contestacion, ("id",), oficio=id_)
        or base.filas(e.Contestacion, ("id",), respuesta=id_)
        or base.filas(e.Evidencia, ("id",), oficio=id_)
    )
