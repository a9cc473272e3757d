"""Cómo se acomodan en la hoja las llaves de un plan o de un trimestre, para que se lean."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeGuard, cast

from ut_escritorio.datos.toml.escribir.letra import en_un_renglon, llave, texto, texto_partido

ANCHO = 116
_ANCHO_DE_UN_TEXTO = 110
_ANCHO_DE_UN_BLOQUE = 170
_TITULOS = {
    "personas": "Quién es quién",
    "unidades": "Unidades y órganos",
    "sustantivos": "Lo que se cuenta",
    "moldes": "Las clases de cuadro",
    "estilos": "Cómo se imprime cada clase de componente",
    "portada": "Portada y última página",
    "departamentos": "Departamentos",
    "concordancias": "Lo que debe cuadrar, y el Tablero",
    "plantillas": "Cartas",
    "conteos": "Los números de los cuadros",
    "renglones": "Lo que se hizo",
    "a_mano": "Textos a mano",
    "libro": "El libro de oficios",
}
"""Con qué se anuncia cada parte de la hoja."""
COMO_SE_ESCRIBE = "Cómo se escribe cada cosa: recursos/LEEME.md."
_DEL_PROGRAMA = ("# ─", "# ═", "# El plan de", "# Los datos del", f"# {COMO_SE_ESCRIBE}")

_EN_TABLAS = frozenset((
    "personas", "nombramientos", "unidades", "membretes", "portada", "ultima", "departamentos", "al_final",
    "componentes", "actividades", "pasos", "formas", "concordancias", "mosaicos", "plantillas",
    "metas_modificadas", "oficios", "renglones", "a_mano", "libro",
))  # fmt: skip
_SI_NO_CABEN = frozenset(("apartados",))
_CON_NOMBRE = frozenset(("programa", "sustantivos", "alcanzado", "justificaciones"))
_SIN_PARTIR = frozenset(("nombre", "titulo", "subtitulo", "mensaje", "valor", "actividad", "paso"))
_DE_TABLAS = frozenset(("medios", "cifras", "moldes", "estilos", "conteos"))


def como_texto(comentario: str, llaves: Mapping[str, Any]) -> str:
    """La hoja entera, con su comentario arriba."""
    arriba = [f"# {renglon}" for renglon in comentario.split("\n")]
    return "\n".join([*arriba, "", *_tabla(llaves, ())]) + "\n"


def notas_a_mano(texto: str) -> int:
    """Cuántos renglones son notas de quien lo escribió, y no de las que el programa pone: se quedan ahí."""
    notas = (renglon.strip() for renglon in texto.splitlines() if renglon.lstrip().startswith("#"))
    return sum(not nota.startswith(_DEL_PROGRAMA) for nota in notas)


def _tabla(llaves: Mapping[str, Any], ruta: tuple[str, ...]) -> Iterator[str]:
    """Los renglones de una tabla y, tras ellos, las que cuelgan de ella."""
    cuelgan = {nombre for nombre, valor in llaves.items() if _cuelga(nombre, valor, ruta)}
    for nombre, valor in llaves.items():
        if nombre not in cuelgan:
            yield from _entrada(llave(nombre), valor)
    for nombre in filter(cuelgan.__contains__, llaves):
        if not ruta and nombre in _TITULOS:
            yield from ("", _anuncio(_TITULOS[nombre]))
        yield from _colgada(llaves[nombre], (*ruta, llave(nombre)))


def _colgada(valor: Any, ruta: tuple[str, ...]) -> Iterator[str]:
    donde = ".".join(ruta)
    if _es_lista(valor):
        for cada in valor:
            if ruta == ("componentes",):
                yield from ("", _anuncio(f"Componente {cada['numero']}", "═"))
            yield from ("", f"[[{donde}]]", *_tabla(cada, ruta))
    elif ruta[-1] in _DE_TABLAS and len(ruta) == 1:
        for clave, cada in valor.items():
            yield from ("", f"[{donde}.{llave(clave)}]", *_tabla(cada, (*ruta, llave(clave))))
    else:
        yield from ("", f"[{donde}]", *_tabla(valor, ruta))


def _cuelga(nombre: str, valor: Any, ruta: tuple[str, ...]) -> bool:
    """Si se escribe en tablas aparte, y no en un renglón de la suya."""
    if _son_tablas(valor):
        no_caben = nombre in _SI_NO_CABEN and any(
            len(en_un_renglon(cada)) > _ANCHO_DE_UN_BLOQUE for cada in valor
        )
        return nombre in _EN_TABLAS or no_caben
    if not isinstance(valor, dict) or not valor:
        return False
    suyas = cast(dict[str, object], valor).values()
    de_tablas = nombre in _DE_TABLAS and all(isinstance(cada, dict) for cada in suyas)
    return (not ruta and (nombre in _CON_NOMBRE or de_tablas)) or (*ruta, nombre) == (
        "departamentos",
        "oficio",
    )


def _entrada(nombre: str, valor: Any, sangria: str = "") -> Iterator[str]:
    """Una llave y su valor: en un renglón si cabe; si no, en los que haga falta."""
    entero = f"{sangria}{nombre} = {en_un_renglon(valor)}"
    if len(entero) <= ANCHO or nombre in _SIN_PARTIR:
        yield entero
    elif isinstance(valor, str):
        yield f"{sangria}{nombre} = {_largo(valor, sangria)}"
    elif _es_lista(valor):
        yield f"{sangria}{nombre} = ["
        yield from (f"{sangria}    {_elemento(cada, sangria + '    ')}," for cada in valor)
        yield f"{sangria}]"
    elif isinstance(valor, dict) and valor:
        for suya, cada in cast(Mapping[str, Any], valor).items():
            yield from _entrada(f"{nombre}.{llave(suya)}", cada, sangria)
    else:
        yield entero


def _elemento(valor: Any, sangria: str) -> str:
    entero = en_un_renglon(valor)
    return _largo(valor, sangria) if isinstance(valor, str) and len(entero) > ANCHO else entero


def _largo(valor: str, sangria: str) -> str:
    """Un texto que no cabe, partido; el que empieza con espacio no se puede partir sin perderlo."""
    partible = valor[:1].strip() and " " in valor
    return texto_partido(valor, _ANCHO_DE_UN_TEXTO, sangria) if partible else texto(valor)


def _anuncio(titulo: str, raya: str = "─") -> str:
    return f"# {f' {titulo} '.center(80, raya)}"


def _es_lista(valor: object) -> TypeGuard[list[Any]]:
    return isinstance(valor, list)


def _son_tablas(valor: object) -> TypeGuard[list[dict[str, Any]]]:
    return _es_lista(valor) and bool(valor) and all(isinstance(cada, dict) for cada in valor)
