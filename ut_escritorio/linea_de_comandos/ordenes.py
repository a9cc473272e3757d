"""Las órdenes que no abren ventana: escribir el ejemplo, un archivo nuevo o el informe."""

from __future__ import annotations

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.linea_de_comandos.lectura import Ejemplo, Exportar, Nuevo, SinVentana
from ut_escritorio.servicios import expediente
from ut_escritorio.servicios.expediente import Reloj


def cumplir(orden: SinVentana, ahora: Reloj) -> str:
    """Hace lo que se pide y devuelve la frase que dice qué quedó; ErrorEsperado si no se pudo."""
    match orden:
        case Ejemplo(archivo):
            expediente.crear_ejemplo(archivo, ahora).cerrar()
            return f"El ejemplo quedó en {archivo}"
        case Nuevo(archivo, plan, datos):
            expediente.crear(archivo, plan, datos, ahora).cerrar()
            return f"El archivo nuevo quedó en {archivo}"
        case Exportar():
            return _exportar(orden, ahora)


def _exportar(orden: Exportar, ahora: Reloj) -> str:
    from ut_escritorio.servicios.informe import contenidos_de, exportar

    trimestre = Trimestre(orden.ejercicio, orden.trimestre)
    with expediente.consultar(orden.archivo, ahora) as abierto:
        foto = abierto.foto(trimestre)
        contenidos = contenidos_de(abierto, foto)
    hecho = exportar(foto, contenidos, orden.salida)
    renglones = [f"El informe, de {hecho.paginas} hojas, quedó en {hecho.ruta}"]
    renglones += [f"Falta: {falta}" for falta in hecho.faltantes]
    if hecho.sin_glifo:
        renglones.append(f"Signos que la letra no tiene, impresos como □: {' '.join(hecho.sin_glifo)}")
    return "\n".join(renglones)
