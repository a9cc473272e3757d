"""Los papeles del libro de oficios en TOML: lo que de ellos no dice ningún renglón."""

from __future__ import annotations

from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.renglones import Cuaderno, leer_mes, leer_partes
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.clases import clase_llamada
from ut_escritorio.dominio.oficios.identidad import anio_del_libro
from ut_escritorio.dominio.oficios.oficio import ROL_DE, DelPapel, Oficio, Seguimiento
from ut_escritorio.dominio.plan.formas import Sentido
from ut_escritorio.dominio.trimestre.renglones import leer_folio

_SENTIDOS: tuple[Sentido, ...] = ("enviado", "recibido")


@congelado
class PapelLeido:
    """Un papel y lo que le pasó después."""

    oficio: Oficio
    seguimiento: Seguimiento


def leer_papeles(raiz: Hoja, cuaderno: Cuaderno) -> tuple[PapelLeido, ...]:
    """Los papeles, en su orden."""
    papeles = raiz.tablas("libro", "papel", lambda hoja: _papel(hoja, cuaderno))
    vistos: set[tuple[object, ...]] = set()
    for n, (oficio, llave) in enumerate(((papel.oficio, _llave(papel.oficio)) for papel in papeles), 1):
        if llave in vistos and not oficio.leido.sin_numero:
            raiz.sub(f"papel {n}", {}).repetida("folio", oficio.folio)
        vistos.add(llave)
    return papeles


def _llave(oficio: Oficio) -> tuple[object, ...]:
    """Lo que hace de dos el mismo: el número que enviamos; del que llegó, también de quién."""
    de_quien = oficio.papel.partes if oficio.sentido == "recibido" else ()
    return (oficio.sentido, de_quien, oficio.leido.llave)


def _papel(hoja: Hoja, cuaderno: Cuaderno) -> PapelLeido:
    sentido: Sentido = hoja.una_de("sentido", _SENTIDOS, "enviado")
    folio, fecha = hoja.texto("folio"), hoja.fecha("fecha")
    papel = DelPapel(
        fecha, None if fecha else leer_mes(hoja), tuple(leer_partes(hoja, ROL_DE[sentido], cuaderno.unidades))
    )
    oficio = Oficio(
        uid=cuaderno.uid(f"papel {cuaderno.siguiente()} {folio}"),
        folio=folio,
        sentido=sentido,
        ejercicio=anio_del_libro(sentido, leer_folio(folio), fecha, cuaderno.trimestre.ejercicio),
        papel=papel,
        asunto=hoja.texto("asunto", ""),
        clase=_clase(hoja, cuaderno.plan.programa.clases),
        expediente=hoja.texto("expediente", ""),
        cancelado=hoja.texto("cancelado", "") or None,
    )
    return PapelLeido(oficio, _seguimiento(hoja))


def _clase(hoja: Hoja, del_plan: tuple[str, ...]) -> str:
    escrita = hoja.texto("clase", "")
    clase = clase_llamada(del_plan, escrita)
    if clase is None:
        hoja.no_existe("clase", "esa clase de oficio", escrita, del_plan)
    return clase or ""


def _seguimiento(hoja: Hoja) -> Seguimiento:
    return Seguimiento(
        espera=hoja.logico("espera") if hoja.tiene("espera") else None,
        antes_del=hoja.fecha("antes_del"),
        acuse=hoja.fecha("acuse"),
        guardado_en=hoja.texto("guardado_en", ""),
    )
