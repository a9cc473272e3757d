"""Los renglones a los que les falta algo: fecha, número, asunto, con quién o el sexo de las personas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from ut_escritorio.dominio.impreso.contexto import CAMPOS_GENERALES, Contexto
from ut_escritorio.dominio.palabras.patrones import Campo, Eleccion, campos_de, leer
from ut_escritorio.dominio.palabras.redaccion import cantidad_de_lista, lista
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.campos import dicho_en_frase
from ut_escritorio.dominio.plan.cifras import Capturada, Contada
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.plan.lugares import donde_estan
from ut_escritorio.dominio.trimestre.renglones import ROLES, Renglon
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura, sitio_de
from ut_escritorio.revision.palabras import OFICIO, RENGLON, cuantos

_ENVIADO = Sustantivo("enviado", "enviados")
_AQUI = {
    "oficio_sin_fecha": "El oficio no tiene fecha.",
    "renglon_sin_fecha": "No tiene fecha.",
    "oficio_sin_numero": "No dice su número de oficio.",
    "sin_asunto": "No dice de qué se trató.",
    "sin_nadie": "No dice a quién o de quién.",
    "sin_sexo": "No dice si las personas son mujeres, hombres o no identificadas.",
}
_RECIBIDO = Sustantivo("recibido", "recibidos")


@lru_cache(maxsize=1024)
def obligados(texto: str) -> frozenset[str]:
    """Los campos que una manera de decir imprime siempre, con dato o con raya."""
    return frozenset(pieza.nombre for pieza in leer(texto) if isinstance(pieza, Campo | Eleccion))


def oficios_sin_fecha(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los oficios de los que no se sabe ni el mes."""
    filas = [r for r in _sin_fecha(lectura) if _con_folio(lectura, r)]
    if filas:
        enviados = _folios(fila for fila in filas if fila.sentido == "enviado")
        recibidos = _folios(fila for fila in filas if fila.sentido != "enviado")
        clases = ((len(enviados), _ENVIADO), (len(recibidos), _RECIBIDO))
        detalle = lista([cantidad_de_lista(n, cosa) for n, cosa in clases if n])
        que = f"{cuantos(len(enviados | recibidos), OFICIO)} sin fecha: {detalle}"
        yield _hallado(lectura, "oficio_sin_fecha", que, "fecha", filas, sorted(enviados | recibidos))


def _sin_fecha(lectura: Lectura) -> Iterator[Renglon]:
    return (r for r in lectura.renglones if r.en_mes is None)


def _con_folio(lectura: Lectura, renglon: Renglon) -> bool:
    medio = lectura.plan.medio.get(renglon.medio)
    return bool(renglon.citas) or (medio is not None and medio.con_folio)


def _folios(filas: Iterable[Renglon]) -> set[str]:
    """Los oficios distintos de esos renglones; el que no cita ninguno cuenta por uno."""
    return {folio for fila in filas for folio in ([c.folio for c in fila.citas] or [f"renglón {fila.uid}"])}


def renglones_sin_fecha(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los demás renglones que pudieron decir su fecha y no la dicen."""
    filas = [
        fila
        for fila in _sin_fecha(lectura)
        if not _con_folio(lectura, fila) and _solo_si_hay(lectura, fila, ("fecha", "mes"))
    ]
    yield from _incompletos(lectura, "renglon_sin_fecha", "sin fecha", "fecha", filas)


def sin_numero(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los oficios que no dicen su número, aunque su frase no lo pida."""
    filas = [
        fila
        for fila in lectura.renglones
        if _con_folio(lectura, fila)
        and not any(cita.folio for cita in fila.citas)
        and "folios" not in obligados(lectura.formas[fila.uid].texto)
    ]
    if filas:
        que = f"{cuantos(sum(fila.cantidad_medio or 1 for fila in filas), OFICIO)} sin su número"
        causa = [(fila.uid, fila.cantidad_medio) for fila in filas]
        yield _hallado(lectura, "oficio_sin_numero", que, "folios", filas, causa)


def sin_asunto(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los renglones que pudieron decir de qué se trató y no lo dicen."""
    filas = [
        fila
        for fila in lectura.renglones
        if not fila.asunto
        and not any(cita.asunto for cita in fila.citas)
        and _solo_si_hay(lectura, fila, ("asunto",))
    ]
    yield from _incompletos(lectura, "sin_asunto", "sin decir de qué se trató", "asunto", filas)


def sin_nadie(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los renglones que pudieron decir con quién y no lo dicen."""
    filas = [f for f in lectura.renglones if not f.partes and _solo_si_hay(lectura, f, ROLES)]
    yield from _incompletos(lectura, "sin_nadie", "sin decir a quién o de quién", "destinatario", filas)


def _solo_si_hay(lectura: Lectura, fila: Renglon, campos: tuple[str, ...]) -> bool:
    """Si su frase usa alguno de esos campos y no obliga a ninguno: el que obliga deja una raya a la vista."""
    texto = lectura.formas[fila.uid].texto
    return not campos_de(texto).isdisjoint(campos) and obligados(texto).isdisjoint(campos)


def _incompletos(
    lectura: Lectura, codigo: str, que: str, campo: str, filas: list[Renglon]
) -> Iterator[Hallazgo]:
    if filas:
        cuales = f"{cuantos(len(filas), RENGLON)} {que}"
        yield _hallado(lectura, codigo, cuales, campo, filas, [fila.uid for fila in filas])


def _hallado(
    lectura: Lectura, codigo: str, que: str, campo: str, filas: list[Renglon], causa: object
) -> Hallazgo:
    """Lo que les falta a esos renglones en ese campo, con dónde están."""
    frase = f"{que}{donde_estan(lectura.plan, (fila.lugar for fila in filas))}."
    return hallazgo(codigo, "revisar", frase, [(sitio_de(f, campo), _AQUI[codigo]) for f in filas], causa)


def sin_sexo(lectura: Lectura) -> Iterator[Hallazgo]:
    """Las personas de las que no se dice si son mujeres u hombres, ni en el renglón ni en un cuadro."""
    en_cuadro = _con_sexo_en_cuadro(lectura)
    filas = [f for f in lectura.renglones if _sin_sexo(f) and f.uid not in en_cuadro]
    if filas:
        total = sum(fila.personas.total or 0 for fila in filas)
        personas = cuantos(total, Sustantivo("persona", "personas", "f"))
        que = f"{personas} sin decir si es mujer, hombre o no identificada"
        causa = [(fila.uid, fila.personas.total) for fila in filas]
        yield _hallado(lectura, "sin_sexo", que, "personas", filas, causa)


def _sin_sexo(fila: Renglon) -> bool:
    personas = fila.personas
    return (
        bool(personas.total) and personas.mujeres is None and personas.hombres is None and personas.ni is None
    )


def _con_sexo_en_cuadro(lectura: Lectura) -> set[str]:
    """Los renglones cuyas personas el plan compara con una cifra que se escribe por sexo."""
    plan = lectura.plan
    uids: set[str] = set()
    for concordancia in plan.concordancias:
        fuentes = [plan.cifra[c].fuente for c in (*concordancia.izquierda, *concordancia.derecha)]
        por_sexo = any(isinstance(f, Capturada) and any("sexo" in c for c in f.captura) for f in fuentes)
        for fuente in fuentes if por_sexo else ():
            if isinstance(fuente, Contada) and fuente.que == "personas":
                uids.update(fila.uid for fila in lectura.filas(fuente))
    return uids


def listas_a_medias(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los párrafos que dicen varios renglones en listas parejas, y a alguno le falta su dato."""
    por_uid = {renglon.uid: renglon for renglon in lectura.renglones}
    for escrito in lectura.escritos:
        if len(escrito.relato.uids) < 2 or escrito.relato.a_mano:
            continue
        filas = [por_uid[uid] for uid in escrito.relato.uids]
        for forma, grupo in groupby(filas, key=lambda fila: lectura.formas[fila.uid]):
            if forma.agrupa:
                yield from _a_medias(lectura, forma, tuple(grupo))


def _a_medias(lectura: Lectura, forma: Forma, filas: tuple[Renglon, ...]) -> Iterator[Hallazgo]:
    # Lo que no es de cada renglón (el trimestre, la actividad) no falta en unos sí y en otros no.
    contextos = [(fila, Contexto(lectura.foto, fila.lugar, (fila,))) for fila in filas]
    for campo in sorted(obligados(forma.texto) - CAMPOS_GENERALES):
        if "." in campo:
            continue
        faltan = [fila for fila, contexto in contextos if not contexto.datos(campo)]
        if 0 < len(faltan) < len(filas):
            que, les = dicho_en_frase(campo, forma), "le" if len(faltan) == 1 else "les"
            yield hallazgo(
                "lista_a_medias",
                "corregir",
                f"De {len(filas)} renglones dichos juntos, a {len(faltan)} {les} falta {que}"
                f"{donde_estan(lectura.plan, [filas[0].lugar])}.",
                [sitio_de(fila, campo) for fila in faltan],
                campo,
                [fila.uid for fila in faltan],
            )
