"""Abrir la ventana: en un archivo, en el último que se usó o en una copia nueva del ejemplo.

Qt se carga dentro de cada función, y no arriba: PySide6 lee el texto de todo módulo que se carga después
de él, así que los del archivo van antes.
"""

from __future__ import annotations

import gc
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from ut_escritorio import rutas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios import expediente
from ut_escritorio.servicios.expediente import Expediente, Reloj

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

_ARCHIVO = "unidad-de-transparencia.sqlite"


def con_archivo(archivo: Path | None, ahora: Reloj) -> int:
    """Abre la ventana en ese archivo o, sin él, en el último que se usó; sin ninguno, en el ejemplo."""
    from ut_escritorio.interfaz.comunes.ajustes import abrir_ajustes, texto

    ajustes = abrir_ajustes()
    ruta = archivo or _ultimo(texto(ajustes, "archivo"))
    if ruta is None:
        return con_el_ejemplo(ahora)
    abierto = expediente.abrir(ruta, ahora)
    trimestre = _recordado(abierto, texto(ajustes, "trimestre")) or _de_entrada(abierto, ahora)
    codigo, ruta = _mostrar(abierto, trimestre, ajustes, ahora)
    ajustes.setValue("archivo", str(ruta.absolute()))
    return codigo


def con_el_ejemplo(ahora: Reloj) -> int:
    """Abre la ventana en una copia nueva del ejemplo, que se va al cerrarla."""
    from ut_escritorio.interfaz.comunes.ajustes import abrir_ajustes

    with tempfile.TemporaryDirectory(prefix="ut-escritorio-", ignore_cleanup_errors=True) as carpeta:
        abierto = expediente.crear_ejemplo(Path(carpeta) / "ejemplo.sqlite", ahora)
        return _mostrar(abierto, _de_entrada(abierto, ahora), abrir_ajustes(), ahora)[0]


def _mostrar(abierto: Expediente, trimestre: Trimestre, ajustes: QSettings, ahora: Reloj) -> tuple[int, Path]:
    """Muestra la ventana hasta que se cierre; devuelve su código y el último archivo que tuvo abierto."""
    from ut_escritorio.interfaz.arranque import nueva_aplicacion
    from ut_escritorio.interfaz.ventana import abrir_ventana

    aplicacion = nueva_aplicacion()
    ventana = abrir_ventana(abierto, trimestre, hoy=lambda: ahora().date(), ahora=ahora, ajustes=ajustes)
    gc.freeze()  # lo que nació al arrancar no se vuelve a revisar
    gc.enable()
    return aplicacion.exec(), ventana.sesion.expediente.ruta


def _ultimo(recordado: str) -> Path | None:
    """El último archivo que se usó o, si ya no está, el de la oficina; None si no hay ninguno."""
    candidatos = [Path(recordado)] if recordado else []
    return next((ruta for ruta in [*candidatos, rutas.carpeta_de_datos() / _ARCHIVO] if ruta.is_file()), None)


def _recordado(abierto: Expediente, recordado: str) -> Trimestre | None:
    """El trimestre en que ella estaba; None si el archivo ya no lo tiene."""
    ejercicio, _, numero = recordado.partition("-")
    try:
        trimestre = Trimestre(int(ejercicio), int(numero))
    except (ValueError, ErrorEsperado):
        return None
    return trimestre if trimestre in abierto.trimestres() else None


def _de_entrada(abierto: Expediente, ahora: Reloj) -> Trimestre:
    """El trimestre que conviene ver primero."""
    return abierto.trimestre_de_entrada(ahora().date())
