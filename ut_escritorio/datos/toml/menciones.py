"""Las cifras que un texto del plan menciona: que existan, además de que el texto se entienda."""

from __future__ import annotations

from collections.abc import Collection

from ut_escritorio.datos.toml.palabras import sugerencia
from ut_escritorio.dominio import patrones


def problemas_del_patron(texto: str, cifras: Collection[str]) -> list[str]:
    """Lo que está mal en un texto con campos: cómo está escrito y qué cifras nombra que no hay."""
    problemas = patrones.revisar(texto)
    if problemas:
        return problemas
    return [
        f"«{cifra}»: esa cifra no está en el plan. {sugerencia(cifra, cifras)}"
        for campo in sorted(patrones.campos_de(texto))
        for cifra in _cifras_de(campo)
        if cifra not in cifras
    ]


def _cifras_de(campo: str) -> list[str]:
    """Las cifras de un campo como «cifra.portal.mujeres@mes» o «cuenta.oficios+correos»."""
    clase, _, resto = campo.partition(".")
    if clase == "cuenta":
        return resto.split("+")
    return [resto.partition("@")[0].partition(".")[0]] if clase == "cifra" else []
