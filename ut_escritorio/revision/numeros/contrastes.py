"""Los números escritos contra lo que de ellos se anotó en renglones."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.plan.cifras import Cifra, Contada
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura, sitio_de
from ut_escritorio.revision.medidas import Grano, Par, contada, falla, medida
from ut_escritorio.revision.palabras import cuando


def escrito_contra_contado(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los números escritos que el plan pide comparar con lo anotado en renglones."""
    for cifra in lectura.cifras:
        if cifra.contraste is None:
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
