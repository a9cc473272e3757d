"""Lo que una pestaña puede pedirle a la ventana por su nombre, sin conocerla."""

from __future__ import annotations

from typing import Literal

Orden = Literal[
    "revisar", "imprimir para firma", "ver lo firmado", "sin contestar", "copiar a USB", "respaldar",
    "completar los días", "ver los días", "ir al trimestre", "preparar el año",
]  # fmt: skip
