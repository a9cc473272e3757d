"""Lo que una pestaña puede pedirle a la ventana, sin conocerla."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QObject, Signal

Orden = Literal[
    "revisar", "imprimir para firma", "ver lo firmado", "sin contestar", "copiar a USB", "respaldar",
    "completar los días", "ver los días", "ir al trimestre", "preparar el año", "decir el último oficio",
    "pegar las áreas", "ver un ejemplo", "decir cuándo se entrega",
]  # fmt: skip


class Peticiones(QObject):
    """`pide_ir` lleva el `Sitio` al que alguna pestaña quiere saltar; `pide_ir_a`, además, de qué trimestre.

    `pide_anotar`, el `Encargo` de un asunto o el oficio del libro al que se contesta; `pide_dias`, la cifra
    cuyos días se quieren ver (vacía: cualquiera) y si se van a completar; `pide_registrar`, que se anoten los
    de hoy; `pide_deshacer`, que se deshaga lo último; `pide_oficina`, el rótulo de un catálogo;
    `pide_hojas_de_captura`, el número de una actividad; `pide_ficha`, el uid del renglón cuya ficha se quiere
    imprimir; `pide_lista`, la clave del cuadro a que se quieren traer los números de una lista, y cuál si ya
    se sabe; `pide_orden`, una `Orden` de la ventana y el trimestre en que se hace (None: el que se ve).
    """

    pide_ir = Signal(object)
    pide_ir_a = Signal(object, object)
    pide_anotar = Signal(object)
    pide_dias = Signal(str, bool)
    pide_registrar = Signal()
    pide_deshacer = Signal()
    pide_oficina = Signal(str)
    pide_hojas_de_captura = Signal(str)
    pide_ficha = Signal(str)
    pide_lista = Signal(str, object)
    pide_orden = Signal(str, object)
