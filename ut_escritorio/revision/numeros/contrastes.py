"""Los números escritos contra lo que de ellos se anotó en renglones o hay en el libro de oficios."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.del_libro import que_difieren
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.plan.cifras import Cifra, Contada
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura, sitio_de
from ut_escritorio.revision.medidas import Grano, Par, contada, falla, medida
from ut_escritorio.revision.palabras import cuando


def escrito_contra_contado(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los números escritos que el plan pide comparar con lo anotado en renglones."""
    for cifra in lectura.cifras:
        if not isinstance(cifra.contraste, Contada):
            continue
        fallan = [par for par in _contrastes(lectura, cifra, cifra.contraste) if falla(par, iguales=True)]
        if fallan:
            detalle = "; ".join(
                f"{cuando(p.grano.mes)}: el cuadro dice {p.derecha.numero} y se anotaron {p.izquierda.numero}"
                for p in fallan
            )
            filas = lectura.filas(cifra.contraste)
            yield hallazgo(
                "no_es_lo_anotado",
                "corregir",
                f"{cifra.nombre}, {detalle}.",
                [
                    *(sitio for p in fallan for sitio in lectura.sitios(cifra.clave, p.grano.mes)),
                    *(
                        sitio_de(f, "cantidad")
                        for f in filas
                        for p in fallan
                        if p.grano.mes in (None, f.en_mes)
                    ),
                ],
                cifra.clave,
                [(p.grano.mes, p.izquierda.numero, p.derecha.numero) for p in fallan],
            )


def escrito_contra_el_libro(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los números escritos que no son los de los papeles del libro que el plan manda contar."""
    for cifra in lectura.cifras:
        for diferencia in que_difieren(lectura.foto, cifra):
            if diferencia.cuadro is None:
                continue  # lo que falta por escribir ya se reclama a su tiempo
            casilla = diferencia.casilla
            yield hallazgo(
                "no_es_lo_del_libro",
                "revisar",
                diferencia.dicho,
                lectura.sitios(cifra.clave, casilla.mes) or _de_sus_sexos(lectura, casilla),
                casilla,
                diferencia.libro,
                diferencia.cuadro,
            )


def _de_sus_sexos(lectura: Lectura, casilla: Casilla) -> Iterator[Sitio]:
    """Donde se ve un mes que solo se escribe por sexo."""
    for celda in lectura.celdas:
        if (celda.casilla.cifra, celda.casilla.mes) == (casilla.cifra, casilla.mes):
            yield celda.sitio


def _contrastes(lectura: Lectura, cifra: Cifra, contraste: Contada) -> Iterator[Par]:
    """Lo anotado contra lo escrito, por mes si de ambos se sabe el mes; si no, del trimestre."""
    meses = [Grano(mes) for mes in lectura.trimestre.meses]
    anotado = {grano: contada(lectura, contraste, grano) for grano in [*meses, Grano(None)]}
    escrito = {grano: medida(lectura, cifra.clave, grano) for grano in [*meses, Grano(None)]}
    por_mes = all(anotado[grano] for grano in meses) and any(escrito[grano] for grano in meses)
    for grano in meses if por_mes else [Grano(None)]:
        uno, otro = anotado[grano], escrito[grano]
        if uno and otro:
            yield Par(grano, uno, otro)
