"""Los menús de la ventana: qué hay en cada uno, con qué tecla, y la barra que repite lo más usado."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.interfaz.ventana.acciones import Accion, Barra, poner_menu
from ut_escritorio.interfaz.ventana.ordenes.oficina import acciones_de_oficina
from ut_escritorio.interfaz.ventana.zoom import NORMAL, PASO

if TYPE_CHECKING:
    from ut_escritorio.interfaz.ventana.marco import Ventana


@congelado
class Puestos:
    """Lo que la ventana sigue moviendo de sus menús."""

    barra: Barra
    anterior: QAction
    siguiente: QAction
    historia: tuple[QAction, QAction]


def poner_menus(ventana: Ventana) -> Puestos:
    """Pone los menús y la barra."""
    informe = poner_menu(ventana, "&Archivo", _archivo(ventana))[3]
    diario = ventana.diario
    edicion = (*_edicion(ventana), None, *diario.acciones, *diario.de_vez_en_cuando)
    deshacer, rehacer, *de_diario = poner_menu(ventana, "&Edición", edicion)
    anterior, siguiente, *_ = poner_menu(ventana, "&Ver", _ver(ventana))
    poner_menu(ventana, "Ofici&na", acciones_de_oficina(ventana))
    poner_menu(ventana, "&Copias", _copias(ventana))
    poner_menu(ventana, "Ay&uda", (Accion("&Teclas", lambda: _ayudar(ventana), ("F1",), "ayuda"),))
    barra = Barra(anterior, siguiente, (deshacer, rehacer), informe, de_diario[: len(diario.acciones)])
    ventana.addToolBar(barra)
    return Puestos(barra, anterior, siguiente, (deshacer, rehacer))


def _ayudar(ventana: Ventana) -> None:
    from ut_escritorio.interfaz.ventana.ordenes.ayuda import Ayuda

    Ayuda(ventana).show()


def _archivo(v: Ventana) -> tuple[Accion | None, ...]:
    return (
        Accion("&Abrir…", v.archivo.pedir, ("Ctrl+O",), "abrir"),
        Accion("&Empezar, traer o ver el ejemplo…", v.archivo.pedir_primer_dia, icono="agregar"),
        Accion("&Guardar", v.guardar, ("Ctrl+G", "Ctrl+S"), "guardar"),
        None,
        Accion("&Informe en PDF", v.pedir_informe, ("F12",), "pdf"),
        Accion("Im&primir…", v.ir_a_imprimir, ("Ctrl+P",), "imprimir"),
        None,
        Accion("&Salir", v.close, ("Ctrl+Q",), "salir"),
    )


def _edicion(v: Ventana) -> tuple[Accion | None, ...]:
    return (
        Accion("&Deshacer", lambda: v.historia.deshacer(), ("Ctrl+Z",), "deshacer"),
        Accion("&Rehacer", lambda: v.historia.rehacer(), ("Ctrl+Y", "Ctrl+Shift+Z"), "rehacer"),
    )


def _ver(v: Ventana) -> tuple[Accion | None, ...]:
    return (
        Accion("Trimestre a&nterior", lambda: v.mover_trimestre(-1), ("Ctrl+PgUp",), "anterior"),
        Accion("Trimestre &siguiente", lambda: v.mover_trimestre(1), ("Ctrl+PgDown",), "siguiente"),
        None,
        Accion("&Acercar", lambda: v.acercar(v.zoom.por_ciento + PASO), ("Ctrl++", "Ctrl+="), "acercar"),
        Accion("A&lejar", lambda: v.acercar(v.zoom.por_ciento - PASO), ("Ctrl+-",), "alejar"),
        Accion("&Tamaño normal", lambda: v.acercar(NORMAL), ("Ctrl+0",)),
    )


def _copias(v: Ventana) -> tuple[Accion | None, ...]:
    return (
        Accion("&Respaldar ahora", v.respaldar, icono="guardar"),
        Accion("Copiar a &USB…", lambda: v.copias.a_usb()),
        None,
        Accion("&Comprobar una copia…", lambda: v.copias.pedir_comprobar()),
        Accion("Re&staurar una copia…", lambda: v.copias.pedir_restaurar()),
        None,
        Accion("&Abrir la carpeta de respaldos", lambda: v.copias.abrir_carpeta(), icono="abrir"),
    )
