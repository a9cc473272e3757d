"""Hacer el PDF en otro hilo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.sesion import al_pedirlo
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.entrega import firma, informe

Avance = Callable[[int, int], None]
Cancelado = Callable[[], bool]


def exportar_aparte(sesion: Sesion, salida: Path) -> Tarea:
    """La tarea, por empezar, que escribe en `salida` el informe del trimestre; da un `Exportado`."""
    oficios = al_pedirlo.del_informe().oficios_para(sesion.expediente, sesion.trimestre, salida)
    exportar = _exportador(sesion, oficios)
    return Tarea(lambda avance, cancelado: exportar(salida, avance, cancelado))


def anexar_aparte(sesion: Sesion, salida: Path) -> Tarea:
    """La tarea, por empezar, que escribe en `salida` los anexos que van en su PDF; da un `PdfEscrito`.

    ErrorEsperado si no van aparte.
    """
    por_escribir = al_pedirlo.anexos().anexos_aparte(sesion.expediente, sesion.foto, al_pedirlo.pintar_hoja)
    return Tarea(
        lambda avance, cancelado: al_pedirlo.anexos().exportar_anexos(por_escribir, salida, avance, cancelado)
    )


def hojear_aparte(sesion: Sesion) -> Tarea:
    """La tarea, por empezar, que hace el informe sin dejarlo en el disco; da (`Exportado`, sus bytes)."""
    return _hojear(_exportador(sesion))


def hojear_foto(foto: FotoTrimestre, contenidos: Mapping[str, bytes]) -> Tarea:
    """Lo mismo, de una foto que aún no está en el archivo y con esos logotipos."""
    return _hojear(
        lambda salida, avance, cancelado: informe.exportar(foto, contenidos, salida, avance, cancelado)
    )


def _hojear(exportar: Callable[[Path, Avance, Cancelado], Any]) -> Tarea:
    def trabajo(avance: Avance, cancelado: Cancelado) -> Any:
        with TemporaryDirectory(prefix="ut-escritorio-", ignore_cleanup_errors=True) as carpeta:
            salida = Path(carpeta) / "informe.pdf"
            return exportar(salida, avance, cancelado), salida.read_bytes()

    return Tarea(trabajo)


def firmar_aparte(sesion: Sesion, fecha: date) -> Tarea:
    """La tarea, por empezar, que prepara el informe firmado en esa fecha; da un `PorFirmar`."""
    foto = sesion.foto
    contenidos = informe.contenidos_de(sesion.expediente, foto, al_pedirlo.pintar_hoja)
    return Tarea(lambda avance, cancelado: firma.preparar_firma(foto, contenidos, fecha, avance, cancelado))


def _exportador(
    sesion: Sesion, oficios: tuple[EnElLibro, ...] = ()
) -> Callable[[Path, Avance, Cancelado], Any]:
    """Lee del archivo, en este hilo, todo lo que el otro necesita para exportar."""
    foto = sesion.foto
    contenidos = informe.contenidos_de(sesion.expediente, foto, al_pedirlo.pintar_hoja)
    return lambda salida, avance, cancelado: informe.exportar(
        foto, contenidos, salida, avance, cancelado, oficios=oficios
    )
