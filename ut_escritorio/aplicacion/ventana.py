"""Abrir la ventana: en un archivo, en el último que se usó, el primer día o en una copia del ejemplo."""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path

from PySide6.QtCore import QSettings

from ut_escritorio import rutas
from ut_escritorio.aplicacion import al_pedirlo
from ut_escritorio.aplicacion.mostrar import de_entrada, hasta_cerrar, mostrar
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.errores import ArchivoEnUso, ErrorEsperado
from ut_escritorio.interfaz import arranque
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes, texto
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente

_ARCHIVO = "unidad-de-transparencia.sqlite"
_ESTABA_ABIERTO = 0


def con_archivo(archivo: Path | None, ahora: Reloj) -> int:
    """Abre la ventana en ese archivo o, sin él, en el último que se usó; sin ninguno, el primer día."""
    ajustes = abrir_ajustes()
    recordado = texto(ajustes, "archivo")
    ruta = archivo or _ultimo(recordado)
    if ruta is None:
        return al_pedirlo.primer_dia().preguntar(Path(recordado) if recordado else None, ajustes, ahora)
    try:
        ventana = _ventana_de(expediente.abrir_pronto(ruta, ahora), ajustes, ahora)
    except ErrorEsperado as error:
        return _con_estorbo(ruta, error, ajustes, ahora)
    return _atender(ventana)


def _con_estorbo(ruta: Path, error: ErrorEsperado, ajustes: QSettings, ahora: Reloj) -> int:
    """Dice en una ventana por qué no se abrió un archivo y ofrece lo que se pueda; sin pantalla, lo lanza.

    Si lo tiene otra ventana suya, la trae al frente y no dice nada.
    """
    es_suyo = isinstance(error, ArchivoEnUso) and error.es_suyo
    if es_suyo and al_pedirlo.al_frente().traer_al_frente(ruta):
        return _ESTABA_ABIERTO
    if not _hay_pantalla():
        raise error
    return al_pedirlo.estorbo().ofrecer(ruta, error, ajustes, ahora)


def _hay_pantalla() -> bool:
    """Si hay quien conteste: una pantalla de verdad."""
    plataforma = os.environ.get("QT_QPA_PLATFORM", "")
    if plataforma.startswith(("offscreen", "minimal")):
        return False
    pantallas = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(nombre) for nombre in pantallas)


def con_el_ejemplo(ahora: Reloj) -> int:
    """Abre la ventana en una copia nueva del ejemplo, que se va al cerrarla."""
    ejemplo = al_pedirlo.ejemplo().ver_ejemplo(ahora)
    return _atender(mostrar(ejemplo, de_entrada(ejemplo, ahora), abrir_ajustes(), ahora))


def _ventana_de(abierto: Expediente, ajustes: QSettings, ahora: Reloj) -> Ventana:
    """La ventana de un archivo, mostrada donde ella estaba; ErrorEsperado si lo que dice no es de fiar."""
    try:
        trimestre = _recordado(abierto, texto(ajustes, "trimestre")) or de_entrada(abierto, ahora)
        return mostrar(abierto, trimestre, ajustes, ahora)
    except Exception:
        try:
            abierto.terminar_de_abrir()  # si lo que se leyó estaba dañado, esto dice qué se halló
        finally:
            abierto.cerrar()
        raise


def _atender(ventana: Ventana) -> int:
    """Atiende a la ventana hasta que se cierre; devuelve su código."""
    gc.freeze()  # lo que nació al arrancar no se vuelve a revisar
    gc.enable()
    codigo = hasta_cerrar(arranque.nueva_aplicacion())
    del ventana
    return codigo


def _ultimo(recordado: str) -> Path | None:
    """El último archivo que se usó o, si ya no está, el de la oficina; None si no hay ninguno."""
    candidatos = (Path(recordado), rutas.carpeta_de_datos() / _ARCHIVO)
    return next((ruta for ruta in candidatos if ruta.is_file()), None)  # «» es esta carpeta: no es archivo


def _recordado(abierto: Expediente, recordado: str) -> Trimestre | None:
    """El trimestre en que ella estaba; None si el archivo ya no lo tiene."""
    ejercicio, _, numero = recordado.partition("-")
    try:
        trimestre = Trimestre(int(ejercicio), int(numero))
    except (ValueError, ErrorEsperado):
        return None
    return trimestre if trimestre in abierto.trimestres() else None
