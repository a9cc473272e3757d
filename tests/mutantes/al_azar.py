"""Mutantes sorteados sobre el programa entero: errores chicos que nadie escogió."""

from __future__ import annotations

import ast
import random
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

CAPAS = (
    "dominio",
    "datos",
    "informe",
    "revision",
    "servicios",
    "linea_de_comandos",
    "interfaz",
    "aplicacion",
)
_LIMPIAN = {"strip", "lstrip", "rstrip", "casefold", "lower", "upper", "normalize"}
_COMPARA = {
    ast.Eq: ("==", "!="), ast.NotEq: ("!=", "=="), ast.Lt: ("<", "<="), ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="), ast.GtE: (">=", ">"), ast.In: ("in", "not in"), ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"), ast.IsNot: ("is not", "is"),
}  # fmt: skip
_OPERA = {ast.Add: ("+", "-"), ast.Sub: ("-", "+"), ast.Mult: ("*", "//"), ast.FloorDiv: ("//", "*")}


@dataclass(frozen=True)
class Cambio:
    """Un cambio en un archivo del programa: de qué octeto a cuál, qué decía ahí y qué dirá."""

    archivo: str
    linea: int
    hasta_linea: int
    desde: int
    hasta: int
    original: str
    mutado: str

    def __str__(self) -> str:
        return f"{self.archivo}:{self.linea}: «{self.original}» → «{self.mutado}»"

    def aplicado(self, texto: str) -> str:
        """El archivo con el cambio puesto."""
        octetos = texto.encode()
        return (octetos[: self.desde] + self.mutado.encode() + octetos[self.hasta :]).decode()


def sortear(raiz: Path, cuantos: int, semilla: int) -> list[Cambio]:
    """Tantos mutantes distintos, por igual entre las capas; la misma semilla da los mismos."""
    azar = random.Random(semilla)
    por_capa = {capa: _de_capa(raiz, capa) for capa in CAPAS}
    sorteados: dict[Cambio, None] = {}
    while len(sorteados) < cuantos and any(por_capa.values()):
        posibles = por_capa[azar.choice([capa for capa in CAPAS if por_capa[capa]])]
        sorteados[posibles.pop(azar.randrange(len(posibles)))] = None
    return list(sorteados)


def _de_capa(raiz: Path, capa: str) -> list[Cambio]:
    archivos = sorted((raiz / "ut_escritorio" / capa).rglob("*.py"))
    return [mutante for ruta in archivos for mutante in mutantes_de(raiz, ruta)]


class _Fuente:
    """El texto de un archivo, del que se corta lo que dice cada nodo."""

    def __init__(self, texto: str) -> None:
        self.octetos = texto.encode()
        self._inicios = [0]
        for renglon in self.octetos.splitlines(keepends=True):
            self._inicios.append(self._inicios[-1] + len(renglon))

    def lugar(self, nodo: ast.expr | ast.stmt) -> tuple[int, int]:
        """De qué octeto a cuál va un nodo."""
        ultima = (nodo.end_lineno or nodo.lineno) - 1
        return self._inicios[nodo.lineno - 1] + nodo.col_offset, self._inicios[ultima] + (
            nodo.end_col_offset or 0
        )

    def dice(self, nodo: ast.expr | ast.stmt) -> str:
        """Un nodo, tal como está escrito."""
        desde, hasta = self.lugar(nodo)
        return self.octetos[desde:hasta].decode()


def mutantes_de(raiz: Path, ruta: Path) -> Iterator[Cambio]:
    """Los que se le pueden hacer a un archivo y lo dejan siendo Python."""
    texto = ruta.read_text(encoding="utf-8")
    archivo, fuente = ruta.relative_to(raiz).as_posix(), _Fuente(texto)
    for nodo, original, mutado in _cambios(ast.parse(texto), fuente):
        entero, (desde, hasta) = fuente.dice(nodo), fuente.lugar(nodo)
        if entero.count(original) == 1:
            cambiado = entero.replace(original, mutado)
            yield Cambio(archivo, nodo.lineno, nodo.end_lineno or nodo.lineno, desde, hasta, entero, cambiado)


def _cambios(arbol: ast.Module, fuente: _Fuente) -> Iterator[tuple[ast.expr | ast.stmt, str, str]]:
    """De cada nodo que admite un cambio: él, lo que dice y lo que diría."""
    for nodo in _con_vida(arbol):
        match nodo:
            case ast.Compare(ops=[op]) if type(op) in _COMPARA:
                de, a = _COMPARA[type(op)]
                yield nodo, f" {de} ", f" {a} "
            case ast.BoolOp(op=op, values=partes):
                uno, otro = ("and", "or") if isinstance(op, ast.And) else ("or", "and")
                entero = fuente.dice(nodo)
                yield from ((nodo, entero, f"({fuente.dice(parte)})") for parte in partes[:2])
                yield nodo, f" {uno} ", f" {otro} "
            case ast.UnaryOp(op=ast.Not(), operand=cosa):
                yield nodo, fuente.dice(nodo), f"({fuente.dice(cosa)})"
            case ast.BinOp(op=op) if type(op) in _OPERA:
                de, a = _OPERA[type(op)]
                yield nodo, f" {de} ", f" {a} "
            case ast.Constant(value=bool() as valor):
                yield nodo, str(valor), str(not valor)
            case ast.Constant(value=int() as valor):
                yield nodo, fuente.dice(nodo), str(valor + 1)
            case ast.Call(func=ast.Attribute(value=cosa, attr=attr), args=[]) if attr in _LIMPIAN:
                yield nodo, fuente.dice(nodo), fuente.dice(cosa)
            case ast.IfExp(body=si, orelse=no):
                yield nodo, fuente.dice(nodo), f"({fuente.dice(si)})"
                yield nodo, fuente.dice(nodo), f"({fuente.dice(no)})"
            case ast.Expr(value=ast.Call()):
                yield nodo, fuente.dice(nodo), "pass"
            case _:
                pass


def _con_vida(arbol: ast.AST) -> Iterator[ast.AST]:
    """Los nodos que se corren: sin anotaciones de tipo, decoradores ni lo que va dentro de una cadena."""
    for campo, valor in ast.iter_fields(arbol):
        if campo in ("annotation", "returns", "decorator_list"):
            continue
        for nodo in valor if isinstance(valor, list) else [valor]:
            if isinstance(nodo, ast.AST) and not isinstance(nodo, ast.JoinedStr):
                yield nodo
                yield from _con_vida(nodo)
