"""De dónde sale un número hoy: de lo escrito, de otras casillas, o de los renglones o papeles contados."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.relatos import relatos_de
from ut_escritorio.dominio.numeros.dias import con_dia, dias_de
from ut_escritorio.dominio.numeros.evaluacion import (
    casillas_que_suman,
    contar,
    cumplen,
    filas_de,
    valor_en_casilla,
)
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.tabla import nombre_de_casilla
from ut_escritorio.dominio.numeros.vista import sitio_de_casilla
from ut_escritorio.dominio.oficios.dichos import numero_dicho
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import cantidad
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.plan.cifras import (
    POR_MES,
    Capturada,
    Contada,
    DelLibro,
    Formula,
    Fuente,
    Numero,
    Porcion,
    Razon,
    Valor,
    la_del_libro,
)
from ut_escritorio.dominio.trimestre.conteos import LO_QUE_VA, Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon


@congelado
class Pieza:
    """Una parte de un número: cómo se llama, cuánto pone (None: no se sabe) y dónde se ve."""

    texto: str
    valor: Numero | None
    sitio: Sitio


@congelado
class Desglose:
    """Un número con su nombre, lo que vale, cómo se obtuvo (una frase) y sus piezas."""

    nombre: str
    valor: Valor
    como: str
    piezas: tuple[Pieza, ...] = ()


def desglosar(foto: FotoTrimestre, casilla: Casilla, papeles: Sequence[EnElLibro] = ()) -> Desglose:
    """De dónde sale el número de una casilla del trimestre de la foto.

    `papeles`: los que el libro tiene de ella, si de él sale o con él se compara.
    """
    cifra = foto.plan.cifra[casilla.cifra]
    nombre = nombre_de_casilla(foto.plan, casilla, foto.trimestre)
    valor = valor_en_casilla(foto, casilla)
    if casilla.trimestre != foto.trimestre.numero:
        como, piezas = _del_anio(foto, casilla, cifra.fuente)
        return Desglose(nombre, valor, como, piezas)
    match cifra.fuente:
        case Capturada() as fuente:
            como, piezas = _de_capturada(foto, casilla, fuente)
        case DelLibro():
            como, piezas = _del_libro(foto, casilla)
        case Contada() as fuente:
            filas = filas_de(foto, foto.trimestre, fuente, casilla.mes)
            piezas = tuple(_contadas(foto, filas, fuente, casilla.sexo))
            como = f"Se cuenta de {_cuantos(len(piezas), 'renglón', 'renglones')}."
        case Porcion() as fuente:
            como, piezas = _de_porcion(foto, casilla, fuente)
        case Razon() as fuente:
            piezas = tuple(_de_razon(foto, fuente, casilla))
            como = _como_se_reparte(fuente, valor)
        case Formula() as fuente:
            piezas = tuple(_de_formula(foto, fuente, casilla))
            como = "Se calcula de otros números."
    if la_del_libro(cifra) is not None and casilla.sexo is None:
        como = f"{como} {_que_tiene_el_libro(foto, casilla, len(papeles))}"
        piezas = piezas or tuple(map(_papel, papeles))
    return Desglose(nombre, valor, como, piezas)


def _del_anio(foto: FotoTrimestre, casilla: Casilla, fuente: Fuente) -> tuple[str, tuple[Pieza, ...]]:
    """Lo que va del año, por sus trimestres o, si se reparte, por lo que va de cada parte; o lo de otro."""
    if casilla.trimestre != LO_QUE_VA:
        return f"Es lo del {casilla.trimestre}º trimestre: ábralo para ver de dónde salió.", ()
    if isinstance(fuente, Razon):
        return _como_se_reparte(fuente, valor_en_casilla(foto, casilla)), tuple(
            _de_razon(foto, fuente, casilla)
        )
    numeros = range(1, foto.trimestre.numero + 1)
    piezas = tuple(_de_casilla(foto, replace(casilla, trimestre=numero)) for numero in numeros)
    return "Se suma de los trimestres que van del año.", piezas


def _cuantos(n: int, singular: str, plural: str) -> str:
    return f"un {singular}" if n == 1 else f"{n} {plural}"


def _de_capturada(foto: FotoTrimestre, casilla: Casilla, fuente: Capturada) -> tuple[str, tuple[Pieza, ...]]:
    if casilla in foto.conteos.valores:
        return _escrita_a_mano(foto, casilla), ()
    if casilla in foto.conteos.por_dias:
        return "Se cuenta de los días marcados.", tuple(_de_sus_dias(foto, casilla))
    suman = casillas_que_suman(fuente, casilla, foto.trimestre)
    if suman:
        return "Se suma de sus casillas.", tuple(_de_casilla(foto, otra) for otra in suman)
    if (casilla.cifra, casilla.mes) in foto.conteos.capturados:
        return "Nadie escribió nada y el mes se dio por revisado: vale cero.", ()
    return "Nadie lo ha escrito.", ()


def _del_libro(foto: FotoTrimestre, casilla: Casilla) -> tuple[str, tuple[Pieza, ...]]:
    if casilla in foto.conteos.valores or casilla not in foto.conteos.del_libro:
        return _de_capturada(foto, casilla, POR_MES)
    if foto.firmado is not None:
        return "Se contó del libro de oficios al firmar, y así quedó.", ()
    return "Se cuenta del libro de oficios.", ()


def _que_tiene_el_libro(foto: FotoTrimestre, casilla: Casilla, cuantos: int) -> str:
    cuando = f"en {MESES[casilla.mes - 1]}" if casilla.mes else "en el trimestre"
    if not cuantos:
        return f"El libro no tiene ninguno {cuando}."
    return f"El libro tiene {cantidad(cuantos, foto.plan.cifra[casilla.cifra].unidad)} {cuando}."


def _papel(fila: EnElLibro) -> Pieza:
    dicho = (numero_dicho(fila), fila.con, fila.asunto)
    return Pieza(" · ".join(filter(None, dicho)), 1, Sitio(origen=Origen("libro", fila.oficio.uid)))


def _escrita_a_mano(foto: FotoTrimestre, casilla: Casilla) -> str:
    """Que está escrita y, si además hay días marcados, que no son ellos los que cuentan."""
    de_dias = foto.conteos.por_dias.get(casilla)
    if de_dias is None:
        return "Está escrito a mano."
    return f"Está escrito a mano el mes entero; sus días marcados suman {de_dias}."


def _de_sus_dias(foto: FotoTrimestre, casilla: Casilla) -> Iterator[Pieza]:
    sitio = sitio_de_casilla(foto.plan, casilla)
    for dia, valor in dias_de(foto.conteos, casilla.cifra, casilla.mes):
        yield Pieza(con_dia(dia), valor, sitio)


def _de_casilla(foto: FotoTrimestre, casilla: Casilla, verbo: str = "") -> Pieza:
    valor = valor_en_casilla(foto, casilla).numero
    texto = f"{verbo}{nombre_de_casilla(foto.plan, casilla, foto.trimestre)}"
    return Pieza(texto, valor, sitio_de_casilla(foto.plan, casilla))


def _de_formula(foto: FotoTrimestre, fuente: Formula, casilla: Casilla) -> Iterator[Pieza]:
    for verbo, claves in (("Suma ", fuente.suma), ("Resta ", fuente.resta)):
        for clave in claves:
            otra = Casilla(clave, casilla.trimestre, casilla.mes, casilla.sexo)
            yield _de_casilla(foto, otra, verbo)


def _de_porcion(foto: FotoTrimestre, casilla: Casilla, fuente: Porcion) -> tuple[str, tuple[Pieza, ...]]:
    """Los renglones que cumplen, y de cuántos son parte."""
    entera = foto.plan.cifra[fuente.de].fuente
    if not isinstance(entera, Contada):
        return "", ()
    todas = filas_de(foto, foto.trimestre, entera, casilla.mes)
    piezas = tuple(_contadas(foto, cumplen(todas, fuente.donde), entera, casilla.sexo))
    de_todos = _cuantos(len(todas), "renglón", "renglones")
    return f"Se cuentan {len(piezas)}, de {de_todos} de {foto.plan.cifra[fuente.de].nombre}.", piezas


def _como_se_reparte(fuente: Razon, valor: Valor) -> str:
    if valor.no_hubo:
        return "No hubo entre qué repartir."
    se_hace = "Es lo que unos son de otros, por cien" if fuente.por_cien else "Se reparten unos entre otros"
    decimales = _cuantos(fuente.decimales, "decimal", "decimales") if fuente.decimales else "enteros"
    return f"{se_hace}; se redondea a {decimales}."


def _de_razon(foto: FotoTrimestre, fuente: Razon, casilla: Casilla) -> Iterator[Pieza]:
    for verbo, claves in (("De ", fuente.de), ("Entre ", fuente.entre)):
        for clave in claves:
            yield _de_casilla(foto, replace(casilla, cifra=clave), verbo)


def _contadas(
    foto: FotoTrimestre, filas: Sequence[Renglon], fuente: Contada, sexo: Sexo | None
) -> Iterator[Pieza]:
    dichos = {
        uid: relato.texto
        for lugar in dict.fromkeys(fila.lugar for fila in filas)
        for relato in relatos_de(foto, lugar)
        for uid in relato.uids
    }
    for fila in filas:
        sitio = Sitio(fila.lugar, Origen("renglon", fila.uid))
        yield Pieza(dichos.get(fila.uid, fila.asunto), contar((fila,), fuente.que, sexo).numero, sitio)
