"""Una hoja por actividad, con sus cuadros uno bajo otro como van en el informe."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.lugares import con_nombre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Documento, Lugar, Tabla, Titulo
from ut_escritorio.informe.excel.armado.nombres import nombres_de_hojas
from ut_escritorio.informe.excel.armado.sumas import EnSuHoja, con_sus_sumas
from ut_escritorio.informe.excel.libro import Aspecto, Hoja, Numero, Puesta, Valor
from ut_escritorio.informe.excel.medidas import ancho_que_pide

_CON_UNIDAD = re.compile(r"([0-9]{1,15})(\.[0-9]+)?(?: (\S.*))?")
_CON_MILES = re.compile(r"(?<=[0-9]),(?=[0-9]{3}(?:[^0-9]|$))")
_RENGLON = 26.0
"""Las letras de la columna de los rótulos; las demás son de números."""
_DE_NUMEROS = 15.0
_FIJAS = 2
_SIN_LUGAR = "Otros cuadros"


def hojas_de_actividades(documento: Documento, foto: FotoTrimestre) -> tuple[Hoja, ...]:
    """Las de las actividades con algún cuadro, en el orden del informe."""
    por_lugar: dict[str, list[tuple[str, Tabla]]] = {}
    lugar_de = _lugares_de_cuadros(foto.plan)
    for rotulo, tabla in _cuadros(documento):
        por_lugar.setdefault(lugar_de.get(tabla.origen.clave, ""), []).append((rotulo, tabla))
    titulos = [_titulo(foto.plan, clave) for clave in por_lugar]
    armadas = [
        _hoja(nombre, titulo, documento, cuadros)
        for nombre, titulo, cuadros in zip(
            nombres_de_hojas(titulos), titulos, por_lugar.values(), strict=True
        )
    ]
    sumas = con_sus_sumas(foto, [cuadro for _, cuadros in armadas for cuadro in cuadros])
    return tuple(_sumada(hoja, sumas) for hoja, _ in armadas)


def _cuadros(documento: Documento) -> Iterator[tuple[str, Tabla]]:
    """Los que cuentan algo, con el título bajo el que van."""
    for seccion in documento.secciones:
        titulo = ""
        for bloque in seccion.bloques:
            if isinstance(bloque, Titulo):
                titulo = bloque.texto
            elif isinstance(bloque, Tabla) and bloque.origen.clase == "cuadro" and bloque.lugares:
                yield titulo, bloque


def _lugares_de_cuadros(plan: Plan) -> Mapping[str, str]:
    """La actividad, o lo que no llega a serlo, en que se imprime cada cuadro."""
    lugares: dict[str, str] = {}
    for lugar in plan.lugares():
        suyo = plan.cadena[lugar.clave][:2][-1].clave
        lugares |= {apartado.cuadro: suyo for apartado in lugar.apartados if apartado.cuadro}
    return lugares


def _titulo(plan: Plan, clave: str) -> str:
    return con_nombre(plan.lugar[clave]) if clave else _SIN_LUGAR


def _hoja(
    nombre: str, titulo: str, documento: Documento, cuadros: Sequence[tuple[str, Tabla]]
) -> tuple[Hoja, list[EnSuHoja]]:
    """La hoja, y dónde quedó cada cuadro en ella."""
    de_que = f"BORRADOR – {documento.titulo}" if documento.borrador else documento.titulo
    puestas = [Puesta(0, 0, titulo, "titulo"), Puesta(1, 0, de_que, "nota")]
    quedaron: list[EnSuHoja] = []
    fila, dicho = _FIJAS + 1, ""
    for rotulo, tabla in cuadros:
        if rotulo != dicho:
            dicho = rotulo
            puestas.append(Puesta(fila, 0, rotulo, "nota"))
            fila += 1
        quedaron.append(EnSuHoja(tabla, nombre, fila))
        puestas += [celda_puesta(lugar, fila) for lugar in tabla.lugares]
        fila += max(lugar.fila + lugar.celda.alto for lugar in tabla.lugares) + 1
    return Hoja(nombre, tuple(puestas), _anchos(puestas), _FIJAS), quedaron


def _anchos(puestas: Sequence[Puesta]) -> tuple[float, ...]:
    """El de los rótulos de renglón y los de números, que nunca cortan uno."""
    columnas = max(puesta.columna + puesta.ancho for puesta in puestas)
    anchos = [_RENGLON, *(_DE_NUMEROS for _ in range(columnas - 1))]
    for puesta in puestas:
        if puesta.ancho == 1:
            anchos[puesta.columna] = max(anchos[puesta.columna], ancho_que_pide(puesta))
    return tuple(anchos)


def celda_puesta(lugar: Lugar, desde: int) -> Puesta:
    """Una celda en su casilla, contada desde esa fila; si dice un número, como número."""
    celda = lugar.celda
    aspecto: Aspecto = "rotulo"
    valor: Valor = celda.texto or None
    if celda.papel == "dato" or celda.papel == "total":
        aspecto = celda.papel
        hallado = _CON_UNIDAD.fullmatch(_CON_MILES.sub("", limpio(celda.texto)))
        if hallado:
            numero = Decimal(hallado[1] + hallado[2]) if hallado[2] else int(hallado[1])
            valor = Numero(numero, hallado[3] or "")
    return Puesta(desde + lugar.fila, lugar.columna, valor, aspecto, celda.ancho, celda.alto)


def _sumada(hoja: Hoja, sumas: Mapping[tuple[str, int, int], str]) -> Hoja:
    """La hoja con la fórmula de lo que se suma de otras casillas."""
    return replace(
        hoja,
        puestas=tuple(_con_formula(p, sumas.get((hoja.nombre, p.fila, p.columna), "")) for p in hoja.puestas),
    )


def _con_formula(puesta: Puesta, formula: str) -> Puesta:
    if not formula or not isinstance(puesta.valor, Numero):
        return puesta
    return replace(puesta, valor=replace(puesta.valor, formula=formula))
