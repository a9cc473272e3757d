"""Las hojas para capturar a mano, pedidas en la terminal."""

from __future__ import annotations

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.linea_de_comandos.pedidos import HojasDeCaptura
from ut_escritorio.linea_de_comandos.respuesta import Respuesta
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.papel import hoja_suelta
from ut_escritorio.servicios.papel.para_capturar import para_capturar


def hojas_de_captura(orden: HojasDeCaptura, ahora: Reloj) -> Respuesta:
    """Las deja en un PDF; en el archivo no se guarda nada."""
    trimestre = Trimestre(orden.ejercicio, orden.trimestre)
    with expediente.consultar(orden.archivo, ahora) as abierto:
        hoja = para_capturar(abierto, trimestre, orden.actividad, ahora().date(), orden.mes)
    escrito = hoja_suelta.hacer_pdf(hoja)
    hoja_suelta.guardar(escrito.datos, orden.salida)
    return Respuesta(f"{hoja.documento.titulo}: {escrito.paginas} hojas en blanco, en {orden.salida}")
