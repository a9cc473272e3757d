"""Los números de oficio: cómo se escriben, cuántas veces se cuentan y en qué orden van."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.extranos import volteados
from ut_escritorio.dominio.oficios.folios import la_usual
from ut_escritorio.dominio.oficios.identidad import Igual, el_mismo
from ut_escritorio.dominio.oficios.oficio import del_renglon
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import fecha_corta, lista, seguidos, unas
from ut_escritorio.dominio.plan.formas import Sentido
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.dominio.trimestre.nombres import nombres_de
from ut_escritorio.dominio.trimestre.renglones import Folio, Parte, Renglon, leer_folio
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura, sitio_de
from ut_escritorio.revision.una_vez import una_vez


@congelado
class Citado:
    """Un número de oficio donde se escribió; `del_trimestre`, si este informe lo imprime.

    `medio` y `renglon` van vacíos en el oficio con que se entrega el informe. `con`, a quién va o de quién
    viene, si es el único de su renglón.
    """

    folio: Folio
    sitio: Sitio
    propio: bool
    fecha: date | None
    del_trimestre: bool = True
    medio: str = ""
    renglon: str = ""
    con: tuple[Parte, ...] = ()


def _de_remision(departamento: str) -> Sitio:
    return Sitio("", Origen("oficio", departamento), campo="folio")


@una_vez
def citados(lectura: Lectura) -> tuple[Citado, ...]:
    """Los números de oficio del año: los de este trimestre, los anteriores y los de remisión."""
    remision = (
        Citado(leer_folio(oficio.folio), _de_remision(clave), True, oficio.fecha)
        for clave, oficio in lectura.foto.remisiones.items()
        if oficio.folio and lectura.plan.componentes_de(clave)
    )
    otros = (
        renglon
        for numero, renglones in lectura.foto.renglones_del_ejercicio.items()
        if numero < lectura.trimestre.numero
        for renglon in renglones
    )
    return (
        *(citado for renglon in lectura.renglones for citado in _de(renglon, del_trimestre=True)),
        *remision,
        *(citado for renglon in otros for citado in _de(renglon, del_trimestre=False)),
    )


def _de(renglon: Renglon, *, del_trimestre: bool) -> Iterator[Citado]:
    papel = del_renglon(renglon)
    for cita in renglon.citas:
        if cita.folio.strip():
            yield Citado(
                leer_folio(cita.folio),
                sitio_de(renglon, "folios"),
                renglon.sentido == "enviado",
                renglon.fecha,
                del_trimestre,
                renglon.medio,
                renglon.uid,
                papel.partes if papel else (),
            )


def mal_escritos(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los oficios propios que no se escriben como los demás de su serie."""
    propios = [citado for citado in citados(lectura) if citado.propio]
    anchos = _anchos(propios)
    series = _series(propios)
    for citado in propios:
        reparos = [*_de_forma(citado, anchos, series), *_de_anio(citado, lectura.trimestre.ejercicio)]
        if citado.del_trimestre and reparos:
            texto = citado.folio.texto
            mensaje = f"El oficio «{texto}» {lista(reparos)}."
            yield hallazgo("folio_mal_escrito", "corregir", mensaje, [citado.sitio], texto, reparos)


def _anchos(propios: Iterable[Citado]) -> dict[str, int]:
    """Con cuántos dígitos escribe sus números cada serie, donde la mayoría lo hace igual."""
    por_serie: dict[str, Counter[int]] = {}
    legibles = (citado for citado in propios if citado.folio.numero is not None)
    for serie, _, ancho in {(c.folio.en_serie, c.folio.numero, c.folio.ancho) for c in legibles}:
        por_serie.setdefault(serie, Counter())[ancho] += 1
    usuales = {serie: la_usual(veces, _la_mayoria) for serie, veces in por_serie.items()}
    return {serie: ancho for serie, ancho in usuales.items() if ancho is not None}


def _series(propios: Iterable[Citado]) -> dict[str, str]:
    """Con qué letras empiezan los números de cada medio, donde la gran mayoría empieza igual."""
    por_medio: dict[str, Counter[str]] = {}
    for citado in propios:
        if citado.folio.serie is not None:
            por_medio.setdefault(citado.medio, Counter())[citado.folio.serie] += 1
    usuales = {medio: la_usual(veces, _la_gran_mayoria) for medio, veces in por_medio.items()}
    return {medio: serie for medio, serie in usuales.items() if serie is not None}


def _la_mayoria(veces: int, de: int) -> bool:
    return veces > 1 and 2 * veces > de


def _la_gran_mayoria(veces: int, de: int) -> bool:
    return veces > 2 and 4 * veces >= 3 * de


def _de_forma(citado: Citado, anchos: dict[str, int], series: dict[str, str]) -> Iterator[str]:
    serie = series.get(citado.medio)
    if citado.folio.numero is None:
        if serie is not None:
            ejemplo = "0" * anchos.get(serie.upper(), 4)
            yield f"no se entiende: los demás son como {serie}/{ejemplo}/año"
        return
    if serie is not None and citado.folio.serie != serie:
        yield f"no empieza con «{serie}», como los demás"
    ancho = anchos.get(citado.folio.en_serie)
    if ancho and citado.folio.ancho != ancho:
        yield f"lleva {citado.folio.ancho} dígitos y los demás llevan {ancho}"


def _de_anio(citado: Citado, ejercicio: int) -> Iterator[str]:
    """El año que no es el de su fecha ni, sin ella, el del informe (o el siguiente, si es de remisión)."""
    if citado.folio.anio is None:
        return
    posibles = {citado.fecha.year} if citado.fecha else {ejercicio, ejercicio + (not citado.renglon)}
    if citado.folio.anio not in posibles:
        de = f"su fecha es de {citado.fecha.year}" if citado.fecha else f"el informe es de {ejercicio}"
        yield f"dice {citado.folio.anio} y {de}"


def de_otro_anio(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los oficios recibidos cuyo año no puede ser: posterior a su fecha o de hace dos años o más."""
    for citado in citados(lectura):
        anio = citado.folio.anio
        if citado.propio or anio is None or not citado.del_trimestre:
            continue
        tope = citado.fecha.year if citado.fecha else lectura.trimestre.ejercicio + 1
        if not lectura.trimestre.ejercicio - 1 <= anio <= tope:
            mensaje = f"El oficio recibido «{citado.folio.texto}» dice {anio}: vea si es ese año."
            yield hallazgo("folio_de_otro_anio", "revisar", mensaje, [citado.sitio], citado.folio.texto)


def repetidos(lectura: Lectura) -> Iterator[Hallazgo]:
    """El mismo oficio contado en más de un renglón, o usado también para remitir el informe."""
    for veces in _agrupados(citados(lectura)):
        lugares = [donde(lectura.plan, citado.sitio.lugar) or "el oficio de remisión" for citado in veces]
        fechas = sorted({citado.fecha for citado in veces if citado.fecha})
        seguro = len(fechas) > 1 or not all(citado.renglon for citado in veces)
        con = f", con fechas distintas: {lista([fecha_corta(f) for f in fechas])}" if len(fechas) > 1 else ""
        unicos = tuple(dict.fromkeys(lugares))
        en = f"en {lista(unicos)}" if len(unicos) > 1 else f"{len(veces)} veces en {lugares[0]}"
        yield hallazgo(
            "oficio_repetido",
            "corregir" if seguro else "revisar",
            f"El oficio {veces[0].folio.texto} se cuenta {en}{con}.",
            [citado.sitio for citado in veces],
            veces[0].folio.llave,
            sorted((citado.renglon, str(citado.fecha)) for citado in veces),
        )


def _agrupados(todos: Iterable[Citado]) -> Iterator[list[Citado]]:
    """Los que se citan más de una vez, y alguna en este trimestre; los recibidos, de la misma área."""
    por_llave: dict[object, list[list[Citado]]] = {}
    for citado in (cada for cada in todos if not cada.folio.sin_numero):
        papeles = por_llave.setdefault((citado.propio, citado.folio.llave), [])
        veces = _las_suyas(citado, papeles)
        if veces is None:
            papeles.append([citado])
        else:
            veces.append(citado)
    return (
        veces
        for papeles in por_llave.values()
        for veces in papeles
        if len(veces) > 1 and any(citado.del_trimestre for citado in veces)
    )


def _las_suyas(citado: Citado, papeles: list[list[Citado]]) -> list[Citado] | None:
    """Las veces que se citó ese mismo papel; None si es la primera."""
    sentido: Sentido = "enviado" if citado.propio else "recibido"
    iguales = (Igual(veces, sentido, next((c.con for c in veces if c.con), ())) for veces in papeles)
    return el_mismo(sentido, citado.con, iguales)


def con_otra_area(lectura: Lectura) -> Iterator[Hallazgo]:
    """El mismo oficio enviado, dicho en dos renglones que no dicen a la misma área."""
    for veces in _agrupados(citados(lectura)):
        dichos = [citado for citado in veces if citado.con]
        distintos = {citado.con: citado for citado in reversed(dichos)}
        if len(distintos) < 2:
            continue
        unos = [
            f"{nombres_de(lectura.foto.catalogo, citado.con)} ({donde(lectura.plan, citado.sitio.lugar)})"
            for citado in reversed(distintos.values())
        ]
        yield hallazgo(
            "oficio_a_otra_area",
            "revisar",
            f"El oficio {veces[0].folio.texto} no dice la misma área donde se anotó: {lista(unos)}.",
            [citado.sitio for citado in dichos],
            veces[0].folio.llave,
            sorted(citado.renglon for citado in dichos),
            unos,
        )


def fuera_de_orden(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los oficios propios con número mayor y fecha anterior que el que les precede."""
    for serie, citas in _por_serie(citados(lectura)):
        pares = [par for par in volteados(citas) if any(citado.del_trimestre for citado in par)]
        if pares:
            dichos = [f"{_con_fecha(una)} va antes que {_con_fecha(otra)}" for una, otra in pares]
            yield hallazgo(
                "folios_sin_orden",
                "revisar",
                f"El orden de los números no es el de las fechas: {unas(dichos)}.",
                [citado.sitio for par in pares for citado in par],
                serie,
                [(citado.folio.llave, str(citado.fecha)) for par in pares for citado in par],
            )


def _con_fecha(citado: Citado) -> str:
    return f"{citado.folio.texto} ({fecha_corta(citado.fecha)})" if citado.fecha else citado.folio.texto


def _por_serie(todos: Iterable[Citado]) -> Iterator[tuple[tuple[str, int], list[Citado]]]:
    """Los oficios propios de cada serie y año, por su número y sin repetir."""
    legibles = {
        citado.folio.llave: citado for citado in todos if citado.propio and citado.folio.numero is not None
    }

    def serie_de(citado: Citado) -> tuple[str, int]:
        return citado.folio.en_serie, citado.folio.anio or 0

    ordenados = sorted(legibles.values(), key=lambda c: (serie_de(c), c.folio.numero or 0))
    for serie, suyos in groupby(ordenados, key=serie_de):
        yield serie, list(suyos)


def huecos_de_la_serie(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los números que nadie anotó entre los del trimestre, de las series que se llevan aquí."""
    for (serie, anio), citas in _por_serie(citados(lectura)):
        nuestros = [c for c in citas if c.del_trimestre]
        del_libro = lectura.foto.numeros.de(serie, anio)
        if not nuestros or del_libro.desde is None:
            continue
        numeros = {citado.folio.numero or 0 for citado in citas}
        desde = max((n for c in citas if not c.del_trimestre and (n := c.folio.numero)), default=0)
        primero = desde + 1 if desde else min(c.folio.numero or 0 for c in nuestros)
        posibles = range(max(primero, del_libro.desde), max(numeros))
        faltan = sorted(del_libro.con(numeros).que_faltan(posibles))
        if faltan:
            tramos = unas(_tramos(faltan))
            yield hallazgo(
                "huecos_en_la_serie",
                "revisar",
                f"En la serie {serie} de {anio} no están anotados: {tramos}.",
                [citado.sitio for citado in nuestros],
                serie,
                faltan,
            )


def _tramos(numeros: list[int]) -> list[str]:
    """«535 a 547», «549»."""
    return [str(t[0]) if len(t) == 1 else f"{t[0]} a {t[-1]}" for t in seguidos(numeros)]
