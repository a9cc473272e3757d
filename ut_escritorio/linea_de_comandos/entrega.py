"""Las órdenes de la entrega: revisar, firmar y decir qué está firmado."""

from __future__ import annotations

from collections.abc import Sequence

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.linea_de_comandos.pedidos import Firmados, Firmar, Revisar
from ut_escritorio.linea_de_comandos.respuesta import Respuesta, como_json
from ut_escritorio.servicios.archivo import expediente, respaldo
from ut_escritorio.servicios.entrega import a_mano, firma, revision
from ut_escritorio.servicios.entrega.informe import contenidos_de
from ut_escritorio.servicios.evidencias.hojas import PintarHoja

_GRAVEDADES = {"corregir": "HAY QUE CORREGIR", "revisar": "CONVIENE REVISAR"}


def revisar(orden: Revisar, ahora: Reloj) -> Respuesta:
    """Lo que la revisión señala y nadie dejó así; es que no si hay algo que corregir.

    Lo firmado ya no se corrige: lo que se halle se dice, y no es que no.
    """
    with expediente.consultar(orden.archivo, ahora) as abierto:
        trimestre = Trimestre(orden.ejercicio, orden.trimestre)
        a_mano.reconocer_lo_del_programa(abierto, abierto.foto(trimestre))
        foto = abierto.foto(trimestre)
        logotipos = abierto.logotipos_de(foto)
    hallazgos = [h for h in revision.revisar(foto, ahora().date(), logotipos) if not h.motivo]
    es_no = not foto.firmado and any(hallazgo.gravedad == "corregir" for hallazgo in hallazgos)
    if orden.json:
        dichos = [
            {
                "codigo": hallazgo.codigo,
                "gravedad": hallazgo.gravedad,
                "mensaje": hallazgo.mensaje,
                "lugar": next((sitio.lugar for sitio in hallazgo.sitios), ""),
            }
            for hallazgo in hallazgos
        ]
        return Respuesta(como_json(dichos), es_no)
    frases = [
        f"{'ASÍ SE FIRMÓ' if foto.firmado else _GRAVEDADES[hallazgo.gravedad]}: {hallazgo.mensaje}"
        for hallazgo in hallazgos
    ]
    return Respuesta("\n".join(frases) or "No hay nada que corregir ni que revisar.", es_no)


def firmar(orden: Firmar, ahora: Reloj, pintar: PintarHoja | None) -> Respuesta:
    """Guarda lo firmado, cierra su trimestre y respalda el archivo; es que no si saldría BORRADOR."""
    trimestre = Trimestre(orden.ejercicio, orden.trimestre)
    with expediente.abrir(orden.archivo, ahora) as abierto:
        foto = abierto.foto(trimestre)
        listo = firma.preparar_firma(foto, contenidos_de(abierto, foto, pintar), orden.fecha)
        por_corregir = listo.por_corregir
        if por_corregir and not orden.como_borrador:
            return Respuesta(_sin_firmar(trimestre, por_corregir), es_no=True)
        firma.guardar_firmado(abierto, listo)
    firmado = f"El {trimestre} quedó firmado con fecha {orden.fecha:%d/%m/%Y}; ya no se cambia."
    try:
        hecho = respaldo.respaldar(orden.archivo, ahora())
    except ErrorEsperado as error:
        return Respuesta(f"{firmado}\nPero no se pudo respaldar: {error}")
    return Respuesta(f"{firmado}\nEl respaldo quedó en {hecho.ruta}")


def _sin_firmar(trimestre: Trimestre, por_corregir: Sequence[str]) -> str:
    dicho = [f"El {trimestre} no se firmó: cada hoja diría BORRADOR."]
    dicho += [f"{_GRAVEDADES['corregir']}: {frase}" for frase in por_corregir]
    return "\n".join([*dicho, "Corríjalo, o pida --como-borrador para firmarlo así."])


def firmados(orden: Firmados, ahora: Reloj) -> Respuesta:
    """Los informes firmados, del más viejo al más nuevo."""
    with expediente.consultar(orden.archivo, ahora) as abierto:
        hechos = firma.firmados(abierto)
    if orden.json:
        dichos = [
            {
                "ejercicio": firmado.trimestre.ejercicio,
                "trimestre": firmado.trimestre.numero,
                "version": firmado.version,
                "fecha": firmado.fecha.isoformat(),
                "paginas": firmado.paginas,
                "sha256": firmado.sha256,
                "vigente": firmado.vigente,
                "motivo": firmado.motivo,
            }
            for firmado in hechos
        ]
        return Respuesta(como_json(dichos))
    frases = [
        f"{firmado.trimestre}: firmado el {firmado.fecha:%d/%m/%Y}, {firmado.paginas} hojas"
        + (f"; abierto para corregir: {firmado.motivo}" if firmado.motivo else "")
        for firmado in hechos
    ]
    return Respuesta("\n".join(frases) or "No hay ningún informe firmado.")
