"""Los errores que el programa espera y sabe decir en palabras de la oficina."""

from __future__ import annotations


class ErrorEsperado(Exception):
    """Algo no se pudo hacer; su texto dice qué pasó, por qué y qué hacer."""


class ValorInvalido(ErrorEsperado):
    """Un dato que ninguna fila debe guardar: fecha imposible, conteo negativo, clave repetida."""
