"""Contar por mes y por sexo lo que trae una lista, y proponerlo para las casillas de una cifra."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import field
from functools import lru_cache

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.evaluacion import se_captura
from ut_escritorio.dominio.numeros.listado import Columnas, Dato, Listado, fecha_en
from ut_escritorio.dominio.numeros.pegado import CambioDeConteo
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.plan.cifras import Capturada, Cifra
from ut_escritorio.dominio.plan.cuadros import Cuadro, cifras_de
from ut_escritorio.dominio.propuestas import Propuesta, Reparo
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

NO_SE_CUENTAN = "no se cuentan"
QueEs = Sexo | str
"""De qué sexo es una palabra de la lista, o que las filas que la dicen no se cuentan."""

PALABRAS_DE_MAS = 12
"""Con más palabras distintas, una columna no es la del sexo: pueden ser nombres."""

_ACCION = "Traer {} de una lista"
_TRAIDAS = re.compile(_ACCION.format(r"(\d+)"), re.IGNORECASE)
_DIGITOS_SEGUROS = 2**53  # de ahí en adelante, Excel ya no guarda todos los dígitos de un número


@congelado
class Recuento:
    """Lo que trae una lista: cuántas filas del trimestre dicen cada palabra en cada mes, y las demás.

    `es`: de qué sexo es cada palabra, None si no se sabe. `de_otros`: cuántas son de cada (año, mes) de otro
    trimestre. Las `repetidas` y las `sin_fecha` se dicen por su número de fila en la hoja; `sin_digitos` son
    los folios que Excel ya cortó.
    """

    por_palabra: Mapping[tuple[int, str], int] = field(default_factory=dict[tuple[int, str], int])
    es: Mapping[str, QueEs | None] = field(default_factory=dict[str, "QueEs | None"])
    de_otros: Mapping[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])
    filas: int = 0
    repetidas: tuple[int, ...] = ()
    sin_fecha: tuple[int, ...] = ()
    sin_digitos: int = 0

    def cuantas(self, mes: int | None = None, que: QueEs | None = None) -> int:
        """Cuántas se cuentan, de ese mes y de ese sexo; sin decirlos, de todos."""
        return sum(
            cuantas
            for (suyo, palabra), cuantas in self.por_palabra.items()
            if mes in (None, suyo) and self.es[palabra] != NO_SE_CUENTAN and que in (None, self.es[palabra])
        )

    def dicen(self, palabra: str) -> int:
        """Cuántas filas dicen esa palabra."""
        return sum(cuantas for (_, suya), cuantas in self.por_palabra.items() if suya == palabra)


def contar_listado(
    listado: Listado, columnas: Columnas, trimestre: Trimestre, dichas: Mapping[str, QueEs]
) -> Recuento:
    """Lo que la lista trae del trimestre; un folio repetido se cuenta una vez.

    `dichas`: de qué sexo es cada palabra llana; la que no está, no se sabe.
    """
    por_palabra = Counter[tuple[int, str]]()
    de_otros = Counter[tuple[int, int]]()
    vistos: set[str] = set()
    repetidas: list[int] = []
    sin_fecha: list[int] = []
    filas = sin_digitos = 0
    for numero, fila in _con_algo(listado, columnas.encabezado):
        filas += 1
        folio = _en(fila, columnas.folio)
        sin_digitos += isinstance(folio, int | float) and folio >= _DIGITOS_SEGUROS
        dia = fecha_en(_en(fila, columnas.fecha))
        if dia is None:
            sin_fecha.append(numero)
            continue
        if _ya_va(folio, vistos):
            repetidas.append(numero)
            continue
        if dia.year != trimestre.ejercicio or dia.month not in trimestre.meses:
            de_otros[dia.year, dia.month] += 1
            continue
        por_palabra[dia.month, _limpia(str(_en(fila, columnas.sexo)))] += 1
    es = {palabra: dichas.get(llano(palabra)) for _, palabra in por_palabra}
    return Recuento(por_palabra, es, de_otros, filas, tuple(repetidas), tuple(sin_fecha), sin_digitos)


_limpia = lru_cache(maxsize=256)(limpio)
"""Son siempre las mismas pocas palabras."""


def _con_algo(listado: Listado, encabezado: int) -> Iterator[tuple[int, tuple[Dato, ...]]]:
    for numero, fila in enumerate(listado.filas[encabezado + 1 :], encabezado + 2):
        if any(dato != "" and str(dato).strip() for dato in fila):
            yield numero, fila


def _en(fila: tuple[Dato, ...], columna: int | None) -> Dato:
    return fila[columna] if columna is not None and columna < len(fila) else ""


def _ya_va(folio: Dato, vistos: set[str]) -> bool:
    """Si ese folio ya salió; del que perdió dígitos, o no lo hay, no se puede saber."""
    if isinstance(folio, int | float) and folio >= _DIGITOS_SEGUROS:
        return False
    clave = (f"{folio:.0f}" if isinstance(folio, float) else str(folio)).strip().casefold()
    if not clave or clave not in vistos:
        vistos.add(clave)
        return False
    return True


def cifra_por_sexo(cuadro: Cuadro, foto: FotoTrimestre) -> Cifra | None:
    """La cifra que el cuadro enseña por sexo y se escribe por mes y por sexo, si es una sola."""
    if not any(banda.eje == "sexos" for banda in (*cuadro.filas, *cuadro.columnas)):
        return None
    suyas = [foto.plan.cifra[clave] for clave in cifras_de(cuadro)]
    por_sexo = [c for c in suyas if isinstance(c.fuente, Capturada) and "mes y sexo" in c.fuente.captura]
    return por_sexo[0] if len(por_sexo) == 1 else None


def proponer_recuento(
    foto: FotoTrimestre, cifra: Cifra, columnas: Columnas, recuento: Recuento
) -> Propuesta[CambioDeConteo]:
    """Los números de los meses que la lista trae; lo que ya dice lo mismo no cambia."""
    reparos = tuple(_reparos(cifra, columnas, recuento))
    nombre = _ACCION.format(recuento.cuantas())
    if reparos:
        return Propuesta(nombre, (), reparos)
    trae = (mes for mes in foto.trimestre.meses if recuento.cuantas(mes))
    casillas = (casilla for mes in trae for casilla in _casillas(foto, cifra, mes))
    cambios = (CambioDeConteo(cada, recuento.cuantas(cada.mes, cada.sexo)) for cada in casillas)
    distintos = tuple(c for c in cambios if foto.conteos.propios.get(c.casilla) != c.valor)
    return Propuesta(nombre, distintos)


def traidas_con(accion: str) -> int | None:
    """Cuántas contó la lista de que se trajo un número, si esa acción (o rehacerla) lo trajo; None si no."""
    hallada = _TRAIDAS.fullmatch(accion.removeprefix("Rehacer "))
    return int(hallada[1]) if hallada else None


def _casillas(foto: FotoTrimestre, cifra: Cifra, mes: int) -> Iterator[Casilla]:
    """Las de cada sexo; la del mes, solo si no se suma sola o ya se escribió encima."""
    assert isinstance(cifra.fuente, Capturada), "solo se propone para lo que se escribe"
    numero = foto.trimestre.numero
    yield from (Casilla(cifra.clave, numero, mes, sexo) for sexo in cifra.fuente.sexos)
    del_mes = Casilla(cifra.clave, numero, mes)
    escrita = del_mes in foto.conteos.valores or not cifra.fuente.suma_de_sexos
    if escrita and se_captura(cifra, mes, None):
        yield del_mes


def _reparos(cifra: Cifra, columnas: Columnas, recuento: Recuento) -> Iterator[Reparo]:
    assert isinstance(cifra.fuente, Capturada), "solo se propone para lo que se escribe"
    if columnas.fecha is None:
        yield Reparo("Fecha", "Falta decir en qué columna está.", "Escójala arriba.")
    if columnas.sexo is None:
        yield Reparo("Sexo", "Falta decir en qué columna está.", "Escójala arriba.")
    elif len(recuento.es) > PALABRAS_DE_MAS:
        que = f"Esa columna trae {len(recuento.es)} palabras distintas: no parece la del sexo."
        yield Reparo("Sexo", que, "Escoja otra.")
    else:
        for palabra in (palabra for palabra, que in recuento.es.items() if que is None):
            yield Reparo("Sexo", f"Falta decir qué es «{palabra[:40]}».", "Escójalo en su lista.")
    sobran = 0 if "ni" in cifra.fuente.sexos else recuento.cuantas(que="ni")
    if sobran:
        yield Reparo("Sexo", f"Este cuadro no tiene N/I, y {sobran} filas lo son.", "Diga que no se cuentan.")
