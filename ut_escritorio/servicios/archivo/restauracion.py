"""Restaurar una copia, o aceptar el contenido como está: lo que había nunca se borra."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ut_escritorio.datos.archivo import restauracion
from ut_escritorio.datos.archivo.apertura import abrir_sin_revisar
from ut_escritorio.datos.archivo.fichas import ficha_de
from ut_escritorio.datos.historia.acciones import ultimo_cambio
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.comprobacion import comprobar
from ut_escritorio.servicios.archivo.nombres import libre, marca
from ut_escritorio.servicios.archivo.reconocidas import anotado, cuaderno_de_costumbre
from ut_escritorio.servicios.archivo.respaldo import respaldar


def antes_de_restaurar(archivo: Path, copia: Path, cuaderno: Path | None = None) -> str:
    """Lo que hay que saber de una copia antes de restaurarla: que es de otro archivo; vacío si es del suyo.

    ErrorEsperado si no sirve; se mira por encima, y entera al restaurarla.
    """
    base = abrir_sin_revisar(copia)
    try:
        cuando = ultimo_cambio(base)
    finally:
        base.cerrar()
    suya, de_esta = anotado(archivo, cuaderno or cuaderno_de_costumbre()).identidad, ficha_de(copia)
    if not suya or de_esta is None or de_esta.identidad == suya:
        return ""
    hasta = f"; lo último que se anotó en él es del {cuando:%d/%m/%Y}" if cuando else ""
    return (
        f"«{copia.name}» no es una copia de «{archivo.name}»: es otro archivo, quizá de otra oficina{hasta}. "
        "Restaúrelo solo si es el que busca."
    )


def restaurar(archivo: Path, copia: Path, ahora: datetime, cuaderno: Path | None = None) -> Path | None:
    """Pone en el lugar del archivo lo que dice una copia; devuelve dónde quedó apartado lo que había.

    El archivo debe estar cerrado. Lo que hay, si está sano, antes se respalda; nunca se borra. None: no
    había nada.

    Raises:
        ArchivoEnUso: está abierto.
        ErrorEsperado: la copia no es de fiar, o no se pudo respaldar o escribir; el archivo queda como
            estaba.
    """
    informe = comprobar(copia)
    if not informe.sano:
        raise ErrorEsperado(f"Esa copia no sirve y no se restauró. {informe.hallazgo}")
    if archivo.exists() and archivo.samefile(copia):
        raise ErrorEsperado("Esa copia es el mismo archivo. Elija una de las copias de respaldo.")
    if _esta_sano(archivo):
        respaldar(archivo, ahora, cuaderno=cuaderno)
    apartado = libre(archivo.parent, archivo, f"(antes de restaurar {marca(ahora)})")
    restauracion.restaurar(archivo, copia, apartado, ahora)
    return apartado if apartado.exists() else None


def _esta_sano(archivo: Path) -> bool:
    try:
        return comprobar(archivo).sano
    except ErrorEsperado:
        return False


def aceptar_como_esta(archivo: Path, motivo: str, ahora: Reloj) -> Path:
    """Sella, en una copia nueva junto al archivo, el contenido que otro programa cambió; devuelve la copia.

    El original se conserva; el motivo queda en la historia de la copia.

    Raises:
        ErrorEsperado: falta el motivo, no hay nada que aceptar o además está dañado.
    """
    if not motivo.strip():
        raise ErrorEsperado("Escriba por qué se acepta el contenido como está; queda anotado en la copia.")
    destino = libre(archivo.parent, archivo, f"(aceptado {marca(ahora())})")
    restauracion.aceptar(archivo, destino, motivo.strip(), ahora)
    return destino
