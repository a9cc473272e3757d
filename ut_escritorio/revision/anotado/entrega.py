"""Lo que el informe lleva alrededor: quién firma, con qué oficio se entrega, la leyenda y los logotipos."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficina.firmantes import ocupante
from ut_escritorio.dominio.origen import INFORME, Origen
from ut_escritorio.dominio.palabras.redaccion import fecha_corta, lista
from ut_escritorio.dominio.plan.arbol import Departamento
from ut_escritorio.dominio.plan.puestos import como_se_llama
from ut_escritorio.dominio.trimestre.foto import OficioRemision
from ut_escritorio.dominio.vigencia import vigente
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.plazos import ya_toca


def sin_firmante(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los puestos que firman o reciben algo y no tienen a nadie ese día."""
    por_puesto: dict[tuple[str, date], list[Sitio]] = {}
    for puesto, dia, sitio in _puestos(lectura):
        if ocupante(lectura.foto.catalogo, puesto, dia) is None:
            por_puesto.setdefault((puesto, dia), []).append(sitio)
    for (puesto, dia), sitios in por_puesto.items():
        quien = como_se_llama(lectura.plan, lectura.foto.catalogo, puesto)
        mensaje = f"No hay nadie como «{quien}» el {fecha_corta(dia)}: se imprime una raya en su nombre."
        yield hallazgo("sin_firmante", "corregir", mensaje, sitios, puesto, dia.isoformat())


def _puestos(lectura: Lectura) -> Iterator[tuple[str, date, Sitio]]:
    for lugar, apartado in lectura.firmas:
        for firmante in apartado.firmantes:
            sitio = Sitio(lugar, Origen("apartado", apartado.clave), campo="firma")
            yield firmante.puesto, lectura.foto.dia, sitio
    for depto in _que_entregan(lectura):
        dia = _oficio(lectura, depto).fecha or lectura.foto.dia
        origen = Origen("oficio", depto.clave)
        yield depto.puesto, dia, Sitio("", origen, campo="firma")
        if depto.oficio and depto.oficio.destinatario:
            yield depto.oficio.destinatario, dia, Sitio("", origen, campo="destinatario")


def _que_entregan(lectura: Lectura) -> list[Departamento]:
    """Los departamentos que llevan oficio de remisión y tienen qué entregar."""
    plan = lectura.plan
    return [depto for depto in plan.departamentos if depto.oficio and plan.componentes_de(depto.clave)]


def _oficio(lectura: Lectura, depto: Departamento) -> OficioRemision:
    return lectura.foto.remisiones.get(depto.clave, OficioRemision(depto.clave))


def remision_incompleta(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los oficios de remisión que, acabado el trimestre, siguen sin número o sin fecha."""
    for depto in _que_entregan(lectura) if ya_toca(lectura) else ():
        oficio = _oficio(lectura, depto)
        datos = (("folio", "el número", oficio.folio), ("fecha", "la fecha", oficio.fecha))
        faltan = [(campo, nombre) for campo, nombre, dato in datos if not dato]
        if faltan:
            que = lista([nombre for _, nombre in faltan])
            yield hallazgo(
                "remision_incompleta",
                "corregir",
                f"Al oficio con que entrega {depto.nombre} le falta {que}.",
                [Sitio("", Origen("oficio", depto.clave), campo=campo) for campo, _ in faltan],
                depto.clave,
                [campo for campo, _ in faltan],
            )


def logotipos_que_no_se_imprimen(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los logotipos que guardó otra versión del programa y no se imprimen como se ven."""
    papel = vigente(lectura.foto.catalogo.papeles, lectura.foto.dia)
    for logo in papel.logos if papel else ():
        if reparo := lectura.logotipos.get(logo.sha256):
            yield hallazgo(
                "logotipo_que_no_se_imprime",
                "revisar",
                f"El logotipo «{logo.alternativo}» no se imprime como es: {reparo}. "
                "Elíjalo otra vez en «Membrete y leyenda».",
                [Sitio("", INFORME, campo="membrete")],
                logo.sha256,
            )


def sin_membrete(lectura: Lectura) -> Iterator[Hallazgo]:
    """La leyenda del año o los logotipos que no hay para el día del informe."""
    papel = vigente(lectura.foto.catalogo.papeles, lectura.foto.dia)
    faltan: list[str] = []
    if not lectura.plan.leyenda.strip():
        faltan.append(f"la leyenda de {lectura.trimestre.ejercicio}")
    if papel is None or not papel.logos:
        faltan.append(f"los logotipos que valen el {fecha_corta(lectura.foto.dia)}")
    if faltan:
        mensaje = f"El informe sale sin {lista(faltan)}."
        yield hallazgo("sin_membrete", "revisar", mensaje, [Sitio("", INFORME, campo="membrete")], faltan)
