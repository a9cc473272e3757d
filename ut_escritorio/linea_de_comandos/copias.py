"""Las órdenes de las copias: respaldar y comprobar."""

from __future__ import annotations

from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.linea_de_comandos.pedidos import Comprobar, Respaldar
from ut_escritorio.linea_de_comandos.respuesta import Respuesta
from ut_escritorio.servicios.archivo import comprobacion, respaldo


def respaldar(orden: Respaldar, ahora: Reloj) -> Respuesta:
    """Deja una copia verificada y dice cómo se llama."""
    hecho = respaldo.respaldar(orden.archivo, ahora(), orden.en)
    return Respuesta(f"El respaldo quedó en {hecho.ruta}")


def comprobar(orden: Comprobar) -> Respuesta:
    """Revisa un archivo o una copia; es que no si está dañado."""
    informe = comprobacion.comprobar(orden.archivo)
    return Respuesta(str(informe), es_no=not informe.sano)
