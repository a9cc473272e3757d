"""Hacer el PDF en otro hilo."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
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
Exportar = Callable[[Path, Avance, Cancelado], Any]


def exportar_aparte(sesion: Sesion, salida: Path) -> Tarea:
    """La tarea, por empezar, que escribe en `salida` el informe del trimestre; da un `Exportado`."""
    oficios = al_pedirlo.del_informe().oficios_para(sesion.expediente, sesion.trimestre, salida)
    exportar, antes = _exportador(sesion, oficios)
    return Tarea(lambda avance, cancelado: exportar(salida, avance, cancelado), antes)


def anexar_aparte(sesion: Sesion, salida: Path) -> Tarea:
    """La tarea, por empezar, que escribe en `salida` los anexos que van en su PDF; da un `PdfEscrito`.

    ErrorEsperado si no van aparte.
    """
    anexos = al_pedirlo.anexos()
    por_escribir, antes = anexos.por_leer(sesion.expediente, sesion.foto, al_pedirlo.pintar_hoja)
    return Tarea(
        lambda avance, cancelado: anexos.exportar_anexos(por_escribir, salida, avance, cancelado), antes
    )


def hojear_aparte(sesion: Sesion) -> Tarea:
    """La tarea, por empezar, que hace el informe sin dejarlo en el disco; da (`Exportado`, sus bytes)."""
    return _hojear(*_exportador(sesion))


def hojear_foto(foto: FotoTrimestre, contenidos: Mapping[str, bytes]) -> Tarea:
    """Lo mismo, de una foto que aún no está en el archivo y con esos logotipos."""
    return _hojear(
        lambda salida, avance, cancelado: informe.exportar(foto, contenidos, salida, avance, cancelado)
    )


def _hojear(exportar: Exportar, antes: Iterable[object] = ()) -> Tarea:
    def trabajo(avance: Avance, cancelado: Cancelado) -> Any:
        with TemporaryDirectory(prefix="ut-escritorio-", ignore_cleanup_errors=True) as carpeta:
            salida = Path(carpeta) / "informe.pdf"
            return exportar(salida, avance, cancelado), salida.read_bytes()

    return Tarea(trabajo, antes)


def firmar_aparte(sesion: Sesion, fecha: date) -> Tarea:
    """La tarea, por empezar, que prepara el informe firmado en esa fecha; da un `PorFirmar`."""
    foto = sesion.foto
    contenidos, antes = informe.por_leer(sesion.expediente, foto, al_pedirlo.pintar_hoja)
    return Tarea(
        lambda avance, cancelado: firma.preparar_firma(foto, contenidos, fecha, avance, cancelado), antes
    )


def _exportador(sesion: Sesion, oficios: tuple[EnElLibro, ...] = ()) -> tuple[Exportar, Iterable[object]]:
    """Cómo se exporta aparte y, antes, los pasos que en este hilo leen del archivo lo que necesita."""
    foto = sesion.foto
    contenidos, antes = informe.por_leer(sesion.expediente, foto, al_pedirlo.pintar_hoja)

    def exportar(salida: Path, avance: Avance, cancelado: Cancelado) -> Any:
        return informe.exportar(foto, contenidos, salida, avance, cancelado, oficios=oficios)

    return exportar, antes
