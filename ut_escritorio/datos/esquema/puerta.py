"""La puerta de los textos: lo que no se podría guardar o leer entero no entra."""

from __future__ import annotations

import re

from ut_escritorio.errores import ValorInvalido

_ROTOS = r"[\x00\ud800-\udfff]"


def revisar_texto(texto: object) -> str:
    """El texto si puede guardarse entero; ValorInvalido si trae un carácter nulo o roto."""
    if not isinstance(texto, str):
        raise ValorInvalido(f"«{texto}» no es un texto.")
    if re.search(_ROTOS, texto):
        raise ValorInvalido(
            "El texto trae un carácter que no se puede guardar; bórrelo y escríbalo de nuevo."
        )
    return texto
