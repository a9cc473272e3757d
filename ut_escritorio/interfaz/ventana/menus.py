"""Los menús de la ventana: qué hay en cada uno, con qué tecla, y la barra que repite lo más usado."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.interfaz.ventana.acciones import Accion, Barra, poner_menu

if TYPE_CHECKING:
    from ut_escritorio.interfaz.respaldo.copias import Copias
    from ut_escritorio.servicios.entrega.formatos import Formato

Pedido = Callable[[], object]


@congelado
class Pedidos:
    """Lo que los menús piden. `mover_trimestre` y `acercar` llevan cuántos pasos; 0 es lo normal."""

    abrir: Pedido
    empezar: Pedido
    guardar: Pedido
    informe: Callable[[Formato], object]
    imprimir: Pedido
    hojas_de_captura: Pedido
    entregar: Pedido
    recibir: Pedido
    deshacer: Pedido
    rehacer: Pedido
    respaldar: Pedido
    mover_trimestre: Callable[[int], object]
    acercar: Callable[[int], object]
    copias: Callable[[], Copias]
    ayuda: Pedido
    acerca: Pedido
    diario: Sequence[Accion]
    de_vez_en_cuando: Sequence[Accion | None]
    oficina: Sequence[Accion | None]


@congelado
class Puestos:
    """Lo que la ventana sigue moviendo de sus menús."""

    barra: Barra
    anterior: QAction
    siguiente: QAction
    historia: tuple[QAction, QAction]


def poner_menus(ventana: QMainWindow, pedidos: Pedidos) -> Puestos:
    """Pone los menús y la barra."""
    informe = poner_menu(ventana, "&Archivo", _archivo(ventana, pedidos))[3]
    edicion = (*_edicion(pedidos), None, *pedidos.diario, *pedidos.de_vez_en_cuando)
    deshacer, rehacer, *de_diario = poner_menu(ventana, "&Edición", edicion)
    anterior, siguiente, *_ = poner_menu(ventana, "&Ver", _ver(pedidos))
    poner_menu(ventana, "Ofici&na", pedidos.oficina)
    poner_menu(ventana, "&Copias", _copias(pedidos))
    guia = Accion("&Guía", pedidos.ayuda, ("F1",), "ayuda")
    poner_menu(ventana, "Ay&uda", (guia, None, Accion("&Acerca de UT Escritorio", pedidos.acerca)))
    barra = Barra(anterior, siguiente, (deshacer, rehacer), informe, de_diario[: len(pedidos.diario)])
    ventana.addToolBar(barra)
    return Puestos(barra, anterior, siguiente, (deshacer, rehacer))


def _archivo(ventana: QMainWindow, p: Pedidos) -> tuple[Accion | None, ...]:
    return (
        Accion("&Abrir…", p.abrir, ("Ctrl+O",), "abrir"),
        Accion("&Empezar, traer o ver el ejemplo…", p.empezar, icono="agregar"),
        Accion("&Guardar", p.guardar, ("Ctrl+G", "Ctrl+S"), "guardar"),
        None,
        Accion("&Informe en PDF", lambda: p.informe("PDF"), ("F12",), "pdf"),
        Accion("Copia en &Word…", lambda: p.informe("Word")),
        Accion("&Tablas en Excel…", lambda: p.informe("Excel")),
        Accion("Im&primir…", p.imprimir, ("Ctrl+P",), "imprimir"),
        Accion("&Hojas para capturar a mano…", p.hojas_de_captura, icono="hoja"),
        None,
        Accion("En&tregar mi parte…", p.entregar),
        Accion("&Recibir la parte de otro departamento…", p.recibir, icono="traer"),
        None,
        Accion("&Salir", ventana.close, ("Ctrl+Q",), "salir"),
    )


def _edicion(p: Pedidos) -> tuple[Accion | None, ...]:
    return (
        Accion("&Deshacer", p.deshacer, ("Ctrl+Z",), "deshacer"),
        Accion("&Rehacer", p.rehacer, ("Ctrl+Y", "Ctrl+Shift+Z"), "rehacer"),
    )


def _ver(p: Pedidos) -> tuple[Accion | None, ...]:
    return (
        Accion("Trimestre a&nterior", lambda: p.mover_trimestre(-1), ("Ctrl+PgUp",), "anterior"),
        Accion("Trimestre &siguiente", lambda: p.mover_trimestre(1), ("Ctrl+PgDown",), "siguiente"),
        None,
        Accion("&Acercar", lambda: p.acercar(1), ("Ctrl++", "Ctrl+="), "acercar"),
        Accion("A&lejar", lambda: p.acercar(-1), ("Ctrl+-",), "alejar"),
        Accion("&Tamaño normal", lambda: p.acercar(0), ("Ctrl+0",)),
    )


def _copias(p: Pedidos) -> tuple[Accion | None, ...]:
    return (
        Accion("&Respaldar ahora", p.respaldar, icono="guardar"),
        Accion("Copiar a &USB…", lambda: p.copias().a_usb()),
        None,
        Accion("&Comprobar una copia…", lambda: p.copias().pedir_comprobar()),
        Accion("Re&staurar una copia…", lambda: p.copias().pedir_restaurar()),
        None,
        Accion("&Lo que ocupan…", lambda: p.copias().ver_espacio()),
        Accion("&Abrir la carpeta de respaldos", lambda: p.copias().abrir_carpeta(), icono="abrir"),
    )
