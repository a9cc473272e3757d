"""Las órdenes de las evidencias: decirlas y adjuntarlas."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.renglones import leer_folio
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.linea_de_comandos.pedidos import Evidencias
from ut_escritorio.linea_de_comandos.respuesta import Respuesta, como_json
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.evidencias.adjuntar import adjuntar
from ut_escritorio.servicios.evidencias.lista import EnLista, todas_de
from ut_escritorio.servicios.evidencias.preparar import de_rutas, preparar
from ut_escritorio.servicios.oficios.libro import leer_libro


def evidencias(orden: Evidencias, ahora: Reloj) -> Respuesta:
    """Las del trimestre o, con archivos que adjuntar, lo que pasó con cada uno."""
    trimestre = Trimestre(orden.ejercicio, orden.trimestre)
    if orden.adjuntar:
        return _adjuntar(orden, trimestre, orden.adjuntar, ahora)
    with expediente.consultar(orden.archivo, ahora) as abierto:
        todas = todas_de(abierto, trimestre)
    if orden.json:
        return Respuesta(como_json([_suelta(cada) for cada in todas]))
    return Respuesta("\n".join(_dicha(cada) for cada in todas) or "No hay ninguna evidencia.")


def _adjuntar(orden: Evidencias, trimestre: Trimestre, rutas: Sequence[Path], ahora: Reloj) -> Respuesta:
    """Es que no si no se adjuntó ninguna."""
    lote = preparar(de_rutas(rutas), lambda hecho, total: None, lambda: False)
    with expediente.abrir(orden.archivo, ahora) as abierto:
        dueno = _dueno(abierto, trimestre, orden.a)
        hecho, _ = adjuntar(abierto, trimestre, dueno, lote)
    return Respuesta("\n".join([hecho.dicho, *map(str, hecho.rechazos)]), es_no=not hecho.clases)


def _dueno(exp: Expediente, trimestre: Trimestre, a: str) -> Origen:
    """El oficio de ese número o, si es de una actividad o un paso, ese lugar."""
    if a in exp.foto(trimestre).plan.cadena:
        return Origen("lugar", a)
    llave = leer_folio(a).llave
    libro = leer_libro(exp, trimestre.ejercicio)
    for fila in libro.filas:
        if fila.oficio.folio and leer_folio(fila.oficio.folio).llave == llave:
            return Origen("libro", fila.oficio.uid)
    raise ErrorEsperado(f"«{a}» no es un oficio de {trimestre.ejercicio} ni un lugar del plan, como «2.3».")


def _dicha(cada: EnLista) -> str:
    anexo = f"Anexo {cada.anexo}: " if cada.anexo else ""
    return f"{anexo}{cada.donde}. {cada.de_que_es} {cada.evidencia.dicha} ({cada.evidencia.que_es})"


def _suelta(cada: EnLista) -> dict[str, object]:
    evidencia = cada.evidencia
    return {
        "anexo": cada.anexo,
        "donde": cada.donde,
        "de_que_es": cada.de_que_es,
        "nombre": evidencia.nombre,
        "clase": evidencia.clase,
        "pie": evidencia.pie,
        "hojas": evidencia.hojas,
        "sale": evidencia.sale,
        "tomada": evidencia.tomada.isoformat() if evidencia.tomada else None,
        "sha256": evidencia.contenido,
    }
