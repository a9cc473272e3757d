"""Decir que no se pudo: en la terminal o, si el programa no tiene (un doble clic), en una ventana."""

from __future__ import annotations

import sys

from ut_escritorio.aplicacion import al_pedirlo
from ut_escritorio.aplicacion.notas import anotar_imprevisto


def decir_que_no(frase: str) -> None:
    """Dice por qué no se hizo lo que se pidió."""
    if sys.stderr is not None:
        print(frase, file=sys.stderr)
    else:
        al_pedirlo.en_ventana().decir(frase)


def decir_imprevisto(error: Exception) -> None:
    """Anota y dice algo que el programa no esperaba; en la ventana se pueden copiar sus detalles."""
    anotar_imprevisto(error)
    if sys.stderr is not None:
        print(f"Falló algo que el programa no esperaba ({type(error).__name__}: {error}).", file=sys.stderr)
    else:
        al_pedirlo.en_ventana().decir_imprevisto(error)
