"""Contestar, o decir que no se pudo: en la terminal o, sin ella (un doble clic), en una ventana."""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import TextIO

from ut_escritorio.aplicacion import al_pedirlo
from ut_escritorio.aplicacion.notas import anotar_imprevisto
from ut_escritorio.errores import ErrorEsperado

_SE_FUE = (errno.EPIPE, errno.EINVAL)  # el segundo, en Windows


def contestar(texto: str) -> None:
    """Dice en la terminal lo que se pidió; ErrorEsperado si se manda a un archivo donde no cabe."""
    if sys.stdout is not None and not _escrito(texto, sys.stdout):
        raise ErrorEsperado("La respuesta no se pudo escribir donde se pidió: ya no cabe ahí.")


def decir_que_no(frase: str) -> None:
    """Dice por qué no se hizo lo que se pidió."""
    if sys.stderr is not None:
        _escrito(frase, sys.stderr)
    else:
        al_pedirlo.en_ventana().decir(frase)


def decir_imprevisto(error: Exception) -> None:
    """Anota y dice algo que el programa no esperaba; en la ventana se pueden copiar sus detalles."""
    anotar_imprevisto(error)
    if sys.stderr is not None:
        clase = type(error).__name__
        _escrito(f"Falló algo que el programa no esperaba ({clase}: {error}).", sys.stderr)
    else:
        al_pedirlo.en_ventana().decir_imprevisto(error)


def _escrito(texto: str, donde: TextIO) -> bool:
    """False si no cupo. Que quien leía se fuera antes (`… | head`) no es falla: lo pedido ya se hizo."""
    try:
        print(texto, file=donde, flush=True)
    except OSError as error:
        with Path(os.devnull).open("w", encoding="utf-8") as nada:
            os.dup2(nada.fileno(), donde.fileno())  # lo que quedó por escribir no vuelve a fallar al salir
        return error.errno in _SE_FUE
    return True
