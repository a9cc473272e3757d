"""La relación de oficios dentro de un informe: los del trimestre, como entonces se sabían."""

from __future__ import annotations

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.apartados import ClaseDeRelacion
from ut_escritorio.dominio.trimestre.del_libro import Asentado
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Celda, Parrafo, Tabla, Tramo


def relacionados(foto: FotoTrimestre, clase: ClaseDeRelacion, origen: Origen) -> Tabla | Parrafo:
    """Los que se enviaron, o los que se recibieron; la respuesta no va: puede llegar ya firmado."""
    enviados = clase == "relacion_de_enviados"
    sentido = "enviado" if enviados else "recibido"
    filas = [papel for papel in foto.relacion if (papel.sentido or "enviado") == sentido]
    if not filas:
        return Parrafo((Tramo("Ningún oficio."),), origen, alineacion="izquierda")
    rotulos = ("No.", "Oficio", "Fecha", "A quién" if enviados else "De quién", "Asunto")
    cuerpo = (_fila(n, papel) for n, papel in enumerate(filas, 1))
    cabeza = tuple(Celda(rotulo, "columna") for rotulo in rotulos)
    return Tabla((cabeza, *cuerpo), len(rotulos), 1, origen)


def _fila(n: int, papel: Asentado) -> tuple[Celda, ...]:
    datos = (papel.numero, papel.fecha, papel.con, papel.asunto)
    return (Celda(str(n)), *(Celda(dato, alineacion="izquierda") for dato in datos))
