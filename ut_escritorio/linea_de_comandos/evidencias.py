"""Las órdenes de las evidencias: decirlas y adjuntarlas."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.evidencias import no_adjuntas
from ut_escritorio.dominio.trimestre.renglones import Renglon, leer_folio
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.linea_de_comandos.pedidos import Evidencias
from ut_escritorio.linea_de_comandos.respuesta import Respuesta, como_json
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.evidencias.adjuntar import adjuntar
from ut_escritorio.servicios.evidencias.dar import guardar_todas
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
        if orden.guardar_en is not None:
            return _guardar(abierto, todas, orden.guardar_en)
    if orden.json:
        return Respuesta(como_json([_suelta(cada) for cada in todas]))
    return Respuesta("\n".join(_dicha(cada) for cada in todas) or "No hay ninguna evidencia.")


def _guardar(exp: Expediente, todas: Sequence[EnLista], carpeta: Path) -> Respuesta:
    """Dice dónde quedó cada una; es que no si no había ninguna."""
    hechas = guardar_todas(exp, todas, carpeta)
    return Respuesta("\n".join(map(str, hechas)) or "No hay ninguna evidencia.", es_no=not hechas)


def _adjuntar(orden: Evidencias, trimestre: Trimestre, rutas: Sequence[Path], ahora: Reloj) -> Respuesta:
    """Es que no si no se adjuntó ninguna."""
    lote = preparar(de_rutas(rutas), lambda hecho, total: None, lambda: False)
    with expediente.abrir(orden.archivo, ahora) as abierto:
        dueno = _dueno(abierto, trimestre, orden.a, orden.fecha)
        hecho, _ = adjuntar(abierto, trimestre, dueno, lote)
    return Respuesta("\n".join([hecho.dicho, *no_adjuntas(hecho.rechazos)]), es_no=not hecho.clases)


def _dueno(exp: Expediente, trimestre: Trimestre, a: str, dia: date | None) -> Origen:
    """El oficio de ese número o, si es una actividad o un paso, ese lugar o su renglón de ese día."""
    if a in exp.foto(trimestre).plan.cadena:
        return Origen("lugar", a) if dia is None else _de_ese_dia(exp, trimestre, a, dia)
    if dia is not None:
        raise ErrorEsperado("--fecha va con un lugar del plan, como «2.3».")
    llave = leer_folio(a).llave
    libro = leer_libro(exp, trimestre.ejercicio)
    for fila in libro.filas:
        if fila.oficio.folio and leer_folio(fila.oficio.folio).llave == llave:
            return Origen("libro", fila.oficio.uid)
    raise ErrorEsperado(f"«{a}» no es un oficio de {trimestre.ejercicio} ni un lugar del plan, como «2.3».")


def _de_ese_dia(exp: Expediente, trimestre: Trimestre, lugar: str, dia: date) -> Origen:
    """El único renglón de un lugar en ese día; ErrorEsperado si no hay ninguno, o hay varios."""
    anotado = exp.foto(trimestre).anotado_en(lugar)
    suyos = [cosa for cosa in anotado if isinstance(cosa, Renglon) and cosa.fecha == dia]
    if len(suyos) != 1:
        hay = "no hay ningún renglón" if not suyos else f"hay {len(suyos)} renglones"
        raise ErrorEsperado(f"En «{lugar}» {hay} del {dia:%d/%m/%Y}. Adjúntelo en la ventana.")
    return Origen("renglon", suyos[0].uid)


def _dicha(cada: EnLista) -> str:
    anexo = f"Anexo {cada.anexo}: " if cada.anexo else ""
    suya = cada.evidencia
    dicha = f"{anexo}{cada.donde}. {cada.de_que_es} {suya.dicha} ({suya.que_es})"
    return f"{dicha}. {suya.llego_despues}" if suya.llego else dicha


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
        "llego_despues_de_firmar": evidencia.llego.isoformat() if evidencia.llego else None,
        "sha256": evidencia.contenido,
    }
