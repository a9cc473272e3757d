"""Abrir la ventana: en un archivo, en el último que se usó, el primer día o en una copia del ejemplo.

Qt se carga dentro de cada función, y no arriba: PySide6 lee el texto de todo módulo que se carga después
de él, así que los del archivo van antes.
"""

from __future__ import annotations

import gc
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ut_escritorio import rutas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ArchivoEnUso, ErrorEsperado
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente, Reloj

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto
    from ut_escritorio.interfaz.ventana.marco import Ventana

_ARCHIVO = "unidad-de-transparencia.sqlite"
_ESTABA_ABIERTO, _NO_SE_ABRIO = 0, 2
_TRAS_PINTAR = 300  # milisegundos


def con_archivo(archivo: Path | None, ahora: Reloj) -> int:
    """Abre la ventana en ese archivo o, sin él, en el último que se usó; sin ninguno, el primer día."""
    from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes, texto

    ajustes = abrir_ajustes()
    recordado = texto(ajustes, "archivo")
    ruta = archivo or _ultimo(recordado)
    if ruta is None:
        return _primer_dia(Path(recordado) if recordado else None, ajustes, ahora)
    try:
        ventana = _ventana_de(expediente.abrir_pronto(ruta, ahora), ajustes, ahora)
    except ErrorEsperado as error:
        return _con_estorbo(ruta, error, ajustes, ahora)
    return _atender(ventana)


def _con_estorbo(ruta: Path, error: ErrorEsperado, ajustes: QSettings, ahora: Reloj) -> int:
    """Dice en una ventana por qué no se abrió un archivo y ofrece lo que se pueda; sin pantalla, lo lanza.

    Si lo tiene otra ventana suya, la trae al frente y no dice nada.
    """
    if isinstance(error, ArchivoEnUso) and error.es_suyo:
        from ut_escritorio.interfaz.respaldo.al_frente import traer_al_frente

        if traer_al_frente(ruta):
            return _ESTABA_ABIERTO
    if not _hay_pantalla():
        raise error
    cuaderno = Path(ajustes.fileName()).with_name("respaldos.json")
    from PySide6.QtCore import QTimer

    from ut_escritorio.interfaz.arranque import nueva_aplicacion
    from ut_escritorio.interfaz.respaldo.apertura import Apertura
    from ut_escritorio.interfaz.ventana import abrir_ventana

    aplicacion = nueva_aplicacion()
    aplicacion.setQuitOnLastWindowClosed(False)  # entre un diálogo y otro no hay ninguna
    gc.enable()
    abiertas: list[object] = []

    def abrio(abierto: Abierto) -> None:
        suyo, trimestre = abierto.expediente, _de_entrada(abierto.expediente, ahora)
        ventana = abrir_ventana(
            suyo, trimestre, hoy=lambda: ahora().date(), ahora=ahora, ajustes=ajustes, abierto=abierto
        )
        abiertas.append(ventana)
        aplicacion.setQuitOnLastWindowClosed(True)

    def desistir() -> None:
        if sys.stderr is not None:
            print(error, file=sys.stderr)
        aplicacion.exit(_NO_SE_ABRIO)

    apertura = Apertura(None, ahora, cuaderno)
    apertura.abrio.connect(abrio)
    apertura.desistio.connect(desistir)
    QTimer.singleShot(0, lambda: apertura.ofrecer(ruta, error))
    return _hasta_cerrar(aplicacion)


def _hay_pantalla() -> bool:
    """Si hay quien conteste: una pantalla de verdad."""
    plataforma = os.environ.get("QT_QPA_PLATFORM", "")
    if plataforma.startswith(("offscreen", "minimal")):
        return False
    pantallas = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    return sys.platform in ("win32", "darwin") or any(os.environ.get(nombre) for nombre in pantallas)


def con_el_ejemplo(ahora: Reloj) -> int:
    """Abre la ventana en una copia nueva del ejemplo, que se va al cerrarla."""
    from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
    from ut_escritorio.servicios.oficina.primer_dia import ver_ejemplo

    ejemplo = ver_ejemplo(ahora)
    return _atender(_mostrar(ejemplo, _de_entrada(ejemplo, ahora), abrir_ajustes(), ahora))


def _ventana_de(abierto: Expediente, ajustes: QSettings, ahora: Reloj) -> Ventana:
    """La ventana de un archivo, mostrada donde ella estaba; ErrorEsperado si lo que dice no es de fiar."""
    from ut_escritorio.interfaz.comunes.sesion.ajustes import texto

    try:
        trimestre = _recordado(abierto, texto(ajustes, "trimestre")) or _de_entrada(abierto, ahora)
        return _mostrar(abierto, trimestre, ajustes, ahora)
    except Exception:
        try:
            abierto.terminar_de_abrir()  # si lo que se leyó estaba dañado, esto dice qué se halló
        finally:
            abierto.cerrar()
        raise


def _mostrar(abierto: Expediente, trimestre: Trimestre, ajustes: QSettings, ahora: Reloj) -> Ventana:
    from ut_escritorio.interfaz.arranque import nueva_aplicacion
    from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto
    from ut_escritorio.interfaz.ventana import abrir_ventana

    nueva_aplicacion()
    revisando = Abierto(abierto, "revisando") if abierto.solo_lectura else None
    return abrir_ventana(
        abierto, trimestre, hoy=lambda: ahora().date(), ahora=ahora, ajustes=ajustes, abierto=revisando
    )


def _atender(ventana: Ventana) -> int:
    """Atiende a la ventana hasta que se cierre; devuelve su código."""
    from ut_escritorio.interfaz.arranque import nueva_aplicacion

    gc.freeze()  # lo que nació al arrancar no se vuelve a revisar
    gc.enable()
    codigo = _hasta_cerrar(nueva_aplicacion())
    del ventana
    return codigo


def _primer_dia(perdido: Path | None, ajustes: QSettings, ahora: Reloj) -> int:
    """Pregunta cómo empezar y muestra la ventana de lo elegido; `perdido`, el archivo que ya no está."""
    from ut_escritorio.interfaz.arranque import nueva_aplicacion
    from ut_escritorio.interfaz.comunes.sesion.sesion import DiaYHora
    from ut_escritorio.interfaz.primer_dia import PrimerDia
    from ut_escritorio.interfaz.ventana import abrir_ventana

    aplicacion = nueva_aplicacion()
    gc.enable()
    reloj = DiaYHora(lambda: ahora().date(), ahora)
    abiertas: list[object] = []
    inicio = PrimerDia(reloj, perdido)

    def listo(abierto: Expediente, trimestre: Trimestre) -> None:
        abiertas.append(abrir_ventana(abierto, trimestre, hoy=reloj.hoy, ahora=ahora, ajustes=ajustes))

    inicio.listo.connect(listo)
    inicio.show()
    return _hasta_cerrar(aplicacion)


def _hasta_cerrar(aplicacion: QApplication) -> int:
    """Atiende a la ventana hasta que se cierre; lo imprevisto se dice en un diálogo. Devuelve su código."""
    from PySide6.QtCore import QTimer

    QTimer.singleShot(_TRAS_PINTAR, _atender_imprevistos)
    return aplicacion.exec()


def _atender_imprevistos() -> None:
    from ut_escritorio.interfaz.comunes.dialogos.imprevistos import atenderlos

    atenderlos()


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
