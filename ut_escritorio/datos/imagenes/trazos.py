"""Los dibujos SVG: se recorren contando, sin dibujarlos, para que ninguno cuelgue ni engañe."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from math import isclose
from xml.parsers import expat

from ut_escritorio.datos.imagenes import al_pedirlo
from ut_escritorio.datos.imagenes.reparo import NoSirve

# Cuánto hay que dibujar, ya repetido lo que se repite: en octetos de sus trazos
_TOPE = 4_000_000
_POR_ELEMENTO = 100
_HONDURA = 100
# De un trazo Qt dibuja los primeros 32 767 puntos, y lo demás lo calla
_TRAZO = 32_000
COMO_PNG = "Ábralo en el programa donde se hizo y guárdelo como PNG."
_UNIDAD = re.compile(r"(?:px|pt|mm|cm|in)$")
_NUMERO = re.compile(r"\d+")
_NO_SE_DIBUJAN = {
    "clipPath": "recortes",
    "mask": "máscaras",
    "filter": "sombras o desenfoques",
    "pattern": "un relleno que se repite",
    "marker": "puntas de flecha",
    "textPath": "letras que siguen una curva",
    "symbol": "símbolos",
}
_SIN_DIBUJAR = re.compile(
    r"\b(?:rgba|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix|var)\(|mix-blend-mode", re.I
)
_REFERENCIAS = re.compile(r"url\(\s*['\"]?#([^'\")\s]+)")
_INCRUSTADA = re.compile(r"data:image/(?:png|jpe?g);base64,(.*)", re.I | re.S)
# Lo único que la pluma del informe dibuja igual que las demás
_DE_LA_PLUMA = frozenset("g path rect circle ellipse line polyline polygon defs".split())
_NADIE_LOS_DIBUJA = frozenset({"title", "desc", "metadata", "script", "foreignObject"})
_NO_LOS_MIRA = re.compile(r"currentColor|url\(|\b(?:rgba|hsla?)\(|display|visibility|mix-blend", re.I)


@dataclass
class _Nodo:
    """Un elemento, con sus atributos, y lo que lleva dentro; los que no son de SVG conservan su prefijo."""

    nombre: str
    atributos: Mapping[str, str]
    hijos: list[_Nodo] = field(default_factory=lambda: [])
    letras: str = ""

    @property
    def llamado(self) -> str:
        """El que repite o continúa, sin su #; vacío si no es de este mismo dibujo."""
        escrito = self.atributos.get("href", "")
        return escrito[1:] if escrito.startswith("#") else ""

    def todos(self) -> Iterator[_Nodo]:
        """Él y todo lo que lleva dentro, menos lo que nadie dibuja."""
        if self.nombre in _NADIE_LOS_DIBUJA or ":" in self.nombre:
            return
        yield self
        for hijo in self.hijos:
            yield from hijo.todos()


def revisar(octetos: bytes) -> None:
    """NoSirve si está incompleto, si dibujarlo tardaría o si tiene algo que no se dibujaría."""
    raiz = _leido(octetos)
    todos = list(raiz.todos())
    por_nombre = {nodo.atributos["id"]: nodo for nodo in todos if nodo.atributos.get("id")}
    _medir(raiz, por_nombre)
    usados = _usados(todos, por_nombre)
    for nodo in todos:
        _revisar_nodo(nodo, raiz, usados, por_nombre)


def reparo_al_imprimir(octetos: bytes) -> str:
    """Por qué un dibujo, así como está, no se imprimiría como se ve; vacío si sí."""
    try:
        raiz = _leido(octetos)
    except NoSirve as reparo:
        return reparo.causa
    if not _dice_cuanto_mide(raiz):
        return "no dice bien cuánto mide"
    _, *dentro = raiz.todos()
    escritos = (f"{llave}:{valor}" for nodo in raiz.todos() for llave, valor in nodo.atributos.items())
    if any(nodo.nombre not in _DE_LA_PLUMA for nodo in dentro) or any(map(_NO_LOS_MIRA.search, escritos)):
        return "tiene letras, degradados u otras cosas que así no se imprimen"
    return ""


def _dice_cuanto_mide(raiz: _Nodo) -> bool:
    """Si lo que dice medir tiene la forma de lo que dibuja: si no, la pluma lo estira."""
    try:
        _, _, ancho, alto = map(float, raiz.atributos["viewBox"].replace(",", " ").split())
        lados = [float(_UNIDAD.sub("", raiz.atributos.get(lado, "0"))) for lado in ("width", "height")]
    except (KeyError, ValueError):
        return False
    if not (ancho > 0 and alto > 0):
        return False
    return not all(lados) or isclose(lados[0] / lados[1], ancho / alto, rel_tol=0.02)


# --- leerlo -------------------------------------------------------------------------------------


def _leido(octetos: bytes) -> _Nodo:
    """El dibujo como un árbol; NoSirve si no se entiende o es demasiado hondo."""
    abiertos: list[_Nodo] = [_Nodo("", {})]

    def abrir(nombre: str, atributos: dict[str, str]) -> None:
        if len(abiertos) > _HONDURA:
            raise NoSirve("es demasiado complicado", COMO_PNG)
        propios = {llave.removeprefix("xlink:"): valor for llave, valor in atributos.items()}
        nodo = _Nodo(nombre.removeprefix("svg:"), propios)
        abiertos[-1].hijos.append(nodo)
        abiertos.append(nodo)

    def letras(dichas: str) -> None:
        abiertos[-1].letras += dichas

    lector = expat.ParserCreate()
    lector.buffer_text = True
    lector.StartElementHandler, lector.CharacterDataHandler = abrir, letras
    lector.EndElementHandler = lambda _: abiertos.pop()
    try:
        lector.Parse(octetos, True)
    except expat.ExpatError as causa:
        raise NoSirve("está dañado o incompleto", "Pídalo otra vez, o guárdelo como PNG.") from causa
    (raiz,) = abiertos[0].hijos
    if raiz.nombre != "svg":
        raise NoSirve("no es una imagen PNG, JPG ni SVG", "Elija otra, o guárdela como PNG.")
    return raiz


# --- contarlo -----------------------------------------------------------------------------------


def _medir(raiz: _Nodo, por_nombre: Mapping[str, _Nodo]) -> None:
    """NoSirve si, repetido lo que se repite, hay demasiado que dibujar o algo se repite dentro de sí."""
    medidos: dict[int, int] = {}
    en_camino: set[int] = set()

    def peso(nodo: _Nodo) -> int:
        if id(nodo) in medidos:
            return medidos[id(nodo)]
        if id(nodo) in en_camino or len(en_camino) > 2 * _HONDURA:
            raise NoSirve("tiene partes que se repiten sin fin", COMO_PNG)
        en_camino.add(id(nodo))
        escrito = len(nodo.letras) + sum(map(len, nodo.atributos.values()))
        total = _POR_ELEMENTO + escrito + sum(map(peso, nodo.hijos))
        if nodo.nombre == "use" and nodo.llamado in por_nombre:
            total += peso(por_nombre[nodo.llamado])
        en_camino.discard(id(nodo))
        medidos[id(nodo)] = total
        return total

    if peso(raiz) > _TOPE:
        raise NoSirve("es demasiado complicado", COMO_PNG)


def _usados(todos: list[_Nodo], por_nombre: Mapping[str, _Nodo]) -> set[int]:
    """Los que algo del dibujo nombra: un recorte que nadie usa no estorba."""
    escritos = [texto for nodo in todos for texto in (*nodo.atributos.values(), nodo.letras)]
    nombrados = {nombre for texto in escritos for nombre in _REFERENCIAS.findall(texto)}
    nombrados |= {nodo.llamado for nodo in todos}
    return {id(por_nombre[nombre]) for nombre in nombrados if nombre in por_nombre}


def _revisar_nodo(nodo: _Nodo, raiz: _Nodo, usados: set[int], por_nombre: Mapping[str, _Nodo]) -> None:
    """NoSirve si tiene algo que no se dibujaría, o no como es."""
    if nodo.nombre in _NO_SE_DIBUJAN and (id(nodo) in usados or nodo.nombre == "textPath"):
        raise NoSirve(f"tiene {_NO_SE_DIBUJAN[nodo.nombre]}, y eso no se dibujaría", COMO_PNG)
    if len(nodo.atributos.get("d", "")) > _TRAZO and len(_NUMERO.findall(nodo.atributos["d"])) > _TRAZO:
        raise NoSirve("es demasiado complicado", COMO_PNG)
    if nodo.nombre == "svg" and nodo is not raiz:
        raise NoSirve("tiene un dibujo dentro de otro, y no se vería", COMO_PNG)
    if nodo.nombre == "image":
        _revisar_incrustada(nodo.atributos.get("href", ""))
    if nodo.nombre.endswith("Gradient") and nodo.llamado in por_nombre and por_nombre[nodo.llamado].llamado:
        raise NoSirve("tiene degradados que no se dibujarían", COMO_PNG)
    if any(map(_SIN_DIBUJAR.search, (*nodo.atributos.values(), nodo.letras))):
        raise NoSirve("tiene colores o mezclas que no se verían igual", COMO_PNG)


def _revisar_incrustada(escrita: str) -> None:
    """NoSirve si la imagen que lleva adentro es de otro archivo o no se leería."""
    hallada = _INCRUSTADA.match(escrita)
    if hallada is None:
        raise NoSirve("toma una imagen de otro archivo, que aquí no está", COMO_PNG)
    try:
        incrustada = base64.b64decode(hallada[1], validate=False)
    except binascii.Error:
        incrustada = b""
    if al_pedirlo.puntos().reparo_al_imprimir(incrustada):
        raise NoSirve("tiene adentro una imagen que no se lee", COMO_PNG)
