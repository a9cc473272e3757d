"""Las fechas que no pueden ser o que conviene mirar: de otro trimestre, futuras o de días inhábiles."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficina.calendario import por_que_no
from ut_escritorio.dominio.origen import INFORME, Origen
from ut_escritorio.dominio.palabras.redaccion import fecha_corta, unas
from ut_escritorio.dominio.palabras.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura, sitio_de
from ut_escritorio.revision.una_vez import una_vez


@congelado
class Fechado:
    """Una fecha, de qué es y dónde se escribe; `de_renglon`, si es de algo del trimestre."""

    dia: date
    que: str
    sitio: Sitio
    de_renglon: bool = True


@una_vez
def _fechados(lectura: Lectura) -> tuple[Fechado, ...]:
    return (*_de_renglones(lectura), *_de_entrega(lectura))


def _de_renglones(lectura: Lectura) -> Iterator[Fechado]:
    for renglon in lectura.renglones:
        if renglon.fecha:
            yield Fechado(renglon.fecha, donde(lectura.plan, renglon.lugar), sitio_de(renglon, "fecha"))


def _de_entrega(lectura: Lectura) -> Iterator[Fechado]:
    for clave, oficio in lectura.foto.remisiones.items():
        if oficio.fecha and lectura.plan.componentes_de(clave):
            sitio = Sitio("", Origen("oficio", clave), campo="fecha")
            yield Fechado(oficio.fecha, "oficio de remisión", sitio, de_renglon=False)
    if lectura.foto.fecha_de_firma:
        sitio = Sitio("", INFORME, campo="fecha_de_firma")
        yield Fechado(lectura.foto.fecha_de_firma, "fecha de firma", sitio, de_renglon=False)


def futuras(lectura: Lectura) -> Iterator[Hallazgo]:
    """Lo hecho en un día que todavía no llega."""
    yield from _uno(
        "fecha_futura",
        "Todavía no llega el día",
        [f for f in _fechados(lectura) if f.de_renglon and f.dia > lectura.hoy],
        lambda fechado: f"{fecha_corta(fechado.dia)} ({fechado.que})",
        seguro=True,
    )


def de_otro_trimestre(lectura: Lectura) -> Iterator[Hallazgo]:
    """Lo fechado fuera de los tres meses del informe; lo futuro ya se dice aparte."""
    primero, ultimo = lectura.trimestre.primer_dia, lectura.trimestre.ultimo_dia
    ajenas = (f for f in _fechados(lectura) if f.de_renglon and f.dia <= lectura.hoy)
    yield from _uno(
        "fecha_de_otro_trimestre",
        f"No es del {lectura.trimestre}",
        [f for f in ajenas if not primero <= f.dia <= ultimo],
        lambda fechado: f"{fecha_corta(fechado.dia)} ({fechado.que})",
    )


def mes_ajeno(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los renglones de los que solo se sabe el mes, y no es de este trimestre."""
    ajenos = [r for r in lectura.renglones if not r.fecha and r.mes and r.mes not in lectura.trimestre.meses]
    if ajenos:
        dichos = [f"{nombre_de_mes(r.mes or 1)} ({donde(lectura.plan, r.lugar)})" for r in ajenos]
        yield hallazgo(
            "fecha_de_otro_trimestre",
            "revisar",
            f"No es del {lectura.trimestre}: {unas(dichos)}.",
            [sitio_de(renglon, "mes") for renglon in ajenos],
            [(renglon.uid, renglon.mes) for renglon in ajenos],
        )


def en_inhabil(lectura: Lectura) -> Iterator[Hallazgo]:
    """Lo fechado en sábado, domingo, feriado o descanso de la oficina."""
    calendario = lectura.calendario
    yield from _uno(
        "dia_inhabil",
        "Cae en día inhábil",
        [f for f in _fechados(lectura) if por_que_no(calendario, f.dia)],
        lambda fechado: f"{fecha_corta(fechado.dia)}, {por_que_no(calendario, fechado.dia)} ({fechado.que})",
    )


def antes_de_terminar(lectura: Lectura) -> Iterator[Hallazgo]:
    """El informe entregado o firmado antes de que acabe el trimestre."""
    yield from _uno(
        "entrega_anticipada",
        f"El trimestre termina el {fecha_corta(lectura.trimestre.ultimo_dia)} y antes de eso está",
        [f for f in _fechados(lectura) if not f.de_renglon and f.dia < lectura.trimestre.ultimo_dia],
        lambda fechado: f"{fecha_corta(fechado.dia)} ({fechado.que})",
    )


def _uno(
    codigo: str, que: str, fechados: list[Fechado], decir: Callable[[Fechado], str], *, seguro: bool = False
) -> Iterator[Hallazgo]:
    """Un solo hallazgo con todas esas fechas; ninguno si no hay."""
    if fechados:
        yield hallazgo(
            codigo,
            "corregir" if seguro else "revisar",
            f"{que}: {unas([decir(fechado) for fechado in fechados])}.",
            [(fechado.sitio, f"{que}: {decir(fechado)}.") for fechado in fechados],
            [(f.sitio.origen, f.dia.isoformat()) for f in fechados],
        )
