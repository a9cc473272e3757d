"""Los asuntos que se quedaron a medio camino: lo pedido que no llegó, lo que llegó y no se pasó."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import fecha_corta, unas
from ut_escritorio.dominio.plan.arbol import Actividad
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura, sitio_de
from ut_escritorio.revision.palabras import RENGLON, cuantos
from ut_escritorio.revision.plazos import ya_toca
from ut_escritorio.revision.una_vez import una_vez


def eslabones_que_faltan(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los renglones de un paso cuyo asunto, acabado el trimestre, no tiene nada en los que siguen."""
    for antes, siguientes in _eslabones(lectura) if ya_toca(lectura) else ():
        asuntos = {fila.asunto_uid for paso in siguientes for fila in lectura.renglones_de.get(paso, ())}
        sueltos = _sin_pareja(
            lectura.renglones_de.get(antes, ()), asuntos, lectura.renglones_de.get(siguientes[0], ())
        )
        if sueltos:
            desde, hasta = donde(lectura.plan, antes), donde(lectura.plan, siguientes[0])
            nombres = unas([_nombre(lectura, renglon) for renglon in sueltos])
            yield hallazgo(
                "falta_eslabon",
                "revisar",
                f"{cuantos(len(sueltos), RENGLON)} de {desde} sin su continuación en {hasta}: {nombres}.",
                [(sitio_de(r, "asunto_uid"), f"No tiene su continuación en {hasta}.") for r in sueltos],
                antes,
                [renglon.uid for renglon in sueltos],
            )


@una_vez
def _eslabones(lectura: Lectura) -> list[tuple[str, list[str]]]:
    """Cada paso por el que los asuntos pasan, con los que le siguen."""
    cadenas = _cadenas(lectura)
    return [(paso, cadena[n:]) for cadena in cadenas for n, paso in enumerate(cadena[:-1], start=1)]


def _cadenas(lectura: Lectura) -> Iterator[list[str]]:
    """Los pasos de cada actividad por los que un asunto pasa: los que el plan enlaza y pregunta, y aquellos
    por los que alguno ya pasa de uno a otro.
    """  # fmt: skip
    for clave in lectura.lugares:
        lugar = lectura.plan.lugar[clave]
        if isinstance(lugar, Actividad):
            suyos = {paso.clave: _asuntos_de(lectura, paso.clave) for paso in lugar.pasos}
            pasan = Counter(asunto for asuntos in suyos.values() for asunto in asuntos)
            enlazados = {paso.clave for paso in lugar.pasos_de_asuntos if paso.ficha and paso.ficha.pregunta}
            yield [
                paso
                for paso, asuntos in suyos.items()
                if paso in enlazados or any(pasan[asunto] > 1 for asunto in asuntos)
            ]


def _asuntos_de(lectura: Lectura, paso: str) -> set[str]:
    return {renglon.asunto_uid for renglon in lectura.renglones_de.get(paso, ())} - {""}


def _sin_pareja(antes: tuple[Renglon, ...], asuntos: set[str], despues: tuple[Renglon, ...]) -> list[Renglon]:
    """Los que nadie continúa: por su asunto o, si no lo tienen, uno a uno por el área con que se trató."""
    libres = [renglon for renglon in despues if not renglon.asunto_uid]
    sueltos: list[Renglon] = []
    for renglon in antes:
        if renglon.asunto_uid:
            continuado = renglon.asunto_uid in asuntos
        else:
            pareja = next((otro for otro in libres if _areas(renglon) & _areas(otro)), None)
            continuado = pareja is not None
            libres = [otro for otro in libres if otro is not pareja]
        if not continuado:
            sueltos.append(renglon)
    return sueltos


def _areas(renglon: Renglon) -> set[str]:
    return {parte.clave or parte.texto for parte in renglon.partes}


def _nombre(lectura: Lectura, renglon: Renglon) -> str:
    """El oficio con que se hizo o, si no lo hay, con quién y cuándo."""
    if renglon.citas:
        return renglon.citas[0].folio
    unidades = [lectura.foto.catalogo.unidad(parte.clave) for parte in renglon.partes if parte.clave]
    con = next((unidad.nombre for unidad in unidades if unidad), renglon.asunto or "sin asunto")
    return f"{con} ({fecha_corta(renglon.fecha)})" if renglon.fecha else con


@congelado
class AlReves:
    """Dos renglones seguidos de un asunto, con sus días: el segundo es de antes que el primero."""

    primero: Renglon
    dia: date
    segundo: Renglon
    su_dia: date


@una_vez
def pasos_al_reves(lectura: Lectura) -> list[AlReves]:
    """Lo anotado en un paso y, de su mismo asunto, lo del que sigue, si este tiene fecha de antes."""
    hallados: list[AlReves] = []
    for antes, (despues, *_) in _eslabones(lectura):
        siguen = [r for r in lectura.renglones_de.get(despues, ()) if r.asunto_uid]
        for primero in lectura.renglones_de.get(antes, ()) if siguen else ():
            for segundo in siguen:
                mismo = primero.asunto_uid == segundo.asunto_uid
                if mismo and primero.fecha and segundo.fecha and segundo.fecha < primero.fecha:
                    hallados.append(AlReves(primero, primero.fecha, segundo, segundo.fecha))
    return hallados


def al_reves(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los asuntos en que un paso tiene fecha anterior a la del paso que lo origina."""
    for cada in pasos_al_reves(lectura):
        primero, segundo = cada.primero, cada.segundo
        yield hallazgo(
            "asunto_al_reves",
            "corregir",
            f"En {donde(lectura.plan, segundo.lugar)} es del {fecha_corta(cada.su_dia)} lo que en "
            f"{donde(lectura.plan, primero.lugar)} es del {fecha_corta(cada.dia)}.",
            [sitio_de(segundo, "fecha"), sitio_de(primero, "fecha")],
            [(r.uid, str(r.fecha)) for r in (primero, segundo)],
        )
