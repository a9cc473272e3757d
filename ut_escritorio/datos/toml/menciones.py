"""Lo que un texto del plan menciona: que sus datos, cifras y formas existan, además de que se entienda."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.datos.toml.nombres import Nombres
from ut_escritorio.datos.toml.palabras import sugerencia
from ut_escritorio.dominio.impreso.contexto import CAMPOS
from ut_escritorio.dominio.impreso.textos import FORMAS
from ut_escritorio.dominio.palabras import patrones
from ut_escritorio.dominio.palabras.patrones import cifras_citadas
from ut_escritorio.dominio.personas import SEXOS


def problemas_del_patron(texto: str, nombres: Nombres) -> list[str]:
    """Lo que está mal en un texto con campos: cómo está escrito y qué nombra que no hay."""
    problemas = patrones.revisar(texto)
    if problemas:
        return problemas
    todos = (problema for campo in patrones.campos(texto) for problema in _del_campo(campo, nombres))
    return list(dict.fromkeys(todos))


def _del_campo(campo: patrones.Campo | patrones.Eleccion, nombres: Nombres) -> Iterator[str]:
    citadas = cifras_citadas(campo.nombre)
    for clave, sexo in citadas:
        if clave not in nombres.cifras:
            yield f"«{clave}»: esa cifra no está en el plan. {sugerencia(clave, nombres.cifras)}"
        if sexo not in ("", *SEXOS):
            yield f"«{sexo}» no es un sexo de los que se cuentan. {sugerencia(sexo, SEXOS)}"
    conocidos = CAMPOS | nombres.campos
    if not citadas and campo.nombre not in conocidos:
        yield f"«{campo.nombre}»: ese dato no existe. {sugerencia(campo.nombre, conocidos)}"
    maneras = FORMAS | nombres.sustantivos
    for forma in campo.formas:
        if forma not in maneras:
            yield f"«{forma}»: así no se dice ningún dato. {sugerencia(forma, maneras)}"
