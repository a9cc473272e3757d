"""Abrir la ventana: en un archivo, en el último que se usó o en una copia nueva del ejemplo."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication

from ut_escritorio import rutas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.arranque import preparar
from ut_escritorio.interfaz.comunes.ajustes import abrir_ajustes, texto
from ut_escritorio.interfaz.ventana import abrir_ventana
from ut_escritorio.servicios import expediente
from ut_escritorio.servicios.expediente import Expediente, Reloj

_ARCHIVO = "unidad-de-transparencia.sqlite"


def con_archivo(archivo: Path | None, ahora: Reloj) -> int:
    """Abre la ventana en ese archivo o, sin él, en el último que se usó; sin ninguno, en el ejemplo."""
    ajustes = abrir_ajustes()
    ruta = archivo or _ultimo(ajustes)
    if ruta is None:
        return con_el_ejemplo(ahora)
    abierto = expediente.abrir(ruta, ahora)
    codigo, ruta = _mostrar(abierto, _recordado(abierto, ajustes, ahora), ajustes, ahora)
    ajustes.setValue("archivo", str(ruta.absolute()))
    return codigo


def con_el_ejemplo(ahora: Reloj) -> int:
    """Abre la ventana en una copia nueva del ejemplo, que se va al cerrarla."""
    with tempfile.TemporaryDirectory(prefix="ut-escritorio-", ignore_cleanup_errors=True) as carpeta:
        abierto = expediente.crear_ejemplo(Path(carpeta) / "ejemplo.sqlite", ahora)
        return _mostrar(abierto, abierto.trimestre_de_entrada(ahora().date()), abrir_ajustes(), ahora)[0]


def _mostrar(abierto: Expediente, trimestre: Trimestre, ajustes: QSettings, ahora: Reloj) -> tuple[int, Path]:
    """Muestra la ventana hasta que se cierre; devuelve su código y el último archivo que tuvo abierto."""
    aplicacion = QApplication(sys.argv[:1])
    preparar(aplicacion)
    ventana = abrir_ventana(abierto, trimestre, hoy=lambda: ahora().date(), ahora=ahora, ajustes=ajustes)
    return aplicacion.exec(), ventana.sesion.expediente.ruta


def _ultimo(ajustes: QSettings) -> Path | None:
    """El último archivo que se usó o, si ya no está, el de la oficina; None si no hay ninguno."""
    recordado = texto(ajustes, "archivo")
    candidatos = [Path(recordado)] if recordado else []
    return next((ruta for ruta in [*candidatos, rutas.carpeta_de_datos() / _ARCHIVO] if ruta.is_file()), None)


def _recordado(abierto: Expediente, ajustes: QSettings, ahora: Reloj) -> Trimestre:
    """El trimestre en que ella estaba, si el archivo lo tiene; si no, el que conviene ver primero."""
    ejercicio, _, numero = texto(ajustes, "trimestre").partition("-")
    try:
        recordado = Trimestre(int(ejercicio), int(numero))
    except (ValueError, ErrorEsperado):
        recordado = None
    if recordado in abierto.trimestres():
        return recordado
    return abierto.trimestre_de_entrada(ahora().date())
