"""El plan de un año o los datos de un trimestre, guardados como texto desde la terminal."""

from __future__ import annotations

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.linea_de_comandos.pedidos import ComoTexto
from ut_escritorio.linea_de_comandos.respuesta import Respuesta
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.texto.salida import guardar_datos, guardar_plan


def como_texto(orden: ComoTexto, ahora: Reloj) -> Respuesta:
    """Dice dónde quedó, qué logotipos quedaron junto y, si algo no volvería a entrar, qué."""
    with expediente.consultar(orden.archivo, ahora) as abierto:
        if orden.trimestre is None:
            guardado, que = (
                guardar_plan(abierto, orden.ejercicio, orden.salida),
                f"El plan de {orden.ejercicio}",
            )
        else:
            trimestre = Trimestre(orden.ejercicio, orden.trimestre)
            guardado, que = guardar_datos(abierto, trimestre, orden.salida), f"Los datos del {trimestre}"
    renglones = [f"{que}, como texto: {guardado.ruta}"]
    renglones += [f"Va con él: {ruta}" for ruta in guardado.junto]
    renglones += [f"Para que vuelva a entrar habrá que corregir: {aviso}" for aviso in guardado.avisos]
    return Respuesta("\n".join(renglones))
