"""Las gráficas que salen de una foto: los meses de una cifra, los mismos por sexo, y las metas."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ut_escritorio.dominio.graficas.grafica import Barra, Grafica, de_meses
from ut_escritorio.dominio.numeros.avance import avances
from ut_escritorio.dominio.numeros.comparar import cambios_desde, meses_de_hace_un_anio
from ut_escritorio.dominio.numeros.evaluacion import valor_en
from ut_escritorio.dominio.numeros.por_componente import CifraEnSuLugar, en_su_lugar, por_componente
from ut_escritorio.dominio.periodos import mes_corto, trimestre_del_mes
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.plan.alcances import falta_en
from ut_escritorio.dominio.plan.cifras import Numero
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

_CUANTAS = 6
_METAS_JUNTAS = 18
_NOMBRES: dict[Sexo, str] = {"hombres": "hombres", "mujeres": "mujeres", "ni": "N/I"}
_ORDEN: tuple[Sexo, ...] = ("hombres", "mujeres", "ni")
_SIN_DECIR = "sin decir su sexo"
_SIN_MESES = "Este número se lleva por trimestre, no por mes."


def los_meses(
    foto: FotoTrimestre, una: CifraEnSuLugar, otra: FotoTrimestre | None, meses: Iterable[int], titulo: str
) -> Grafica:
    """Esos meses del año de la foto y, en contorno, los de la otra, que es de un año antes."""
    cuales = tuple(meses)
    valores = tuple(_en_mes(foto, una.cifra.clave, mes) for mes in cuales)
    rotulos = tuple(map(mes_corto, cuales))
    del_anio = meses_de_hace_un_anio(foto, una, otra)
    antes = tuple(del_anio[mes - 1] for mes in cuales) if del_anio else ()
    if otra is None or not any(valor is not None for valor in antes):
        grafica = de_meses(titulo, rotulos, valores)
        return grafica if _por_mes(foto, una) else replace(grafica, nota=_SIN_MESES)
    nota = "; ".join(cambios_desde(foto, una, otra))
    return de_meses(titulo, rotulos, valores, antes, otra.trimestre.ejercicio, nota)


def por_sexo(foto: FotoTrimestre, clave: str, meses: Iterable[int], titulo: str) -> Grafica | None:
    """Los mismos meses, cada uno partido por sexo; None si de esa cifra no se sabe."""
    sexos = sexos_de(foto, clave)
    if not sexos:
        return None
    cuales = tuple(meses)
    partidos = [[_en_mes(foto, clave, mes, sexo) for sexo in sexos] for mes in cuales]
    valores = [_en_mes(foto, clave, mes) for mes in cuales]
    faltan = [_lo_que_falta(valor, partes) for valor, partes in zip(valores, partidos, strict=True)]
    con_falta = any(faltan)
    series = (*(_NOMBRES[sexo] for sexo in sexos), *((_SIN_DECIR,) if con_falta else ()))
    barras = tuple(
        Barra(mes_corto(mes), valor, (*partes, *((falta or None,) if con_falta else ())))
        for mes, valor, partes, falta in zip(cuales, valores, partidos, faltan, strict=True)
    )
    return Grafica("por sexo", f"{titulo}, por sexo", barras, series)


def sexos_de(foto: FotoTrimestre, clave: str) -> tuple[Sexo, ...]:
    """Por cuáles se distingue cada mes de una cifra; ninguno si no se distingue."""
    sexos: list[Sexo] = [sexo for sexo in _ORDEN if falta_en(foto.plan.cifra, clave, True, sexo) is None]
    return tuple(sexos) if len(sexos) > 1 else ()


def las_metas(foto: FotoTrimestre) -> Grafica:
    """Lo alcanzado de cada actividad, con la marca de lo programado o de a cuánto se modificó."""
    barras = tuple(
        Barra(f"{cada.actividad.numero} {breve(cada.actividad)}", cada.alcanzado, antes=cada.meta)
        for cada in avances(foto)
    )
    titulo = f"Lo alcanzado de cada actividad, {foto.trimestre}"
    return Grafica("metas", titulo, barras, contra="lo programado", unidad="%")


def del_informe(foto: FotoTrimestre) -> Iterator[Grafica]:
    """Las que lleva la hoja de gráficas: las cifras del Tablero, y las metas."""
    for una in del_tablero(foto):
        meses = _hasta_el_trimestre(foto, una)
        titulo = f"{una.cifra.nombre}, {foto.trimestre.ejercicio}"
        yield los_meses(foto, una, foto.hace_un_anio, meses, titulo)
        partida = por_sexo(foto, una.cifra.clave, meses, titulo)
        if partida is not None and _se_sabe_de_alguno(partida):
            yield partida
    metas = las_metas(foto)
    for desde in range(0, len(metas.barras), _METAS_JUNTAS):
        yield replace(metas, barras=metas.barras[desde : desde + _METAS_JUNTAS])


def _hasta_el_trimestre(foto: FotoTrimestre, una: CifraEnSuLugar) -> range:
    """Los meses del año hasta los del trimestre, desde el primero de que se sabe algo."""
    este, antes = foto.trimestre.meses, meses_de_hace_un_anio(foto, una, foto.hace_un_anio)
    sabidos = (
        mes
        for mes in range(1, este[0])
        if _en_mes(foto, una.cifra.clave, mes) is not None or (antes and antes[mes - 1] is not None)
    )
    return range(next(sabidos, este[0]), este[-1] + 1)


def del_tablero(foto: FotoTrimestre) -> tuple[CifraEnSuLugar, ...]:
    """Las cifras que el Tablero enseña, de las que se saben mes por mes; si ninguna, las de los cuadros."""
    suyas = [en_su_lugar(foto.plan, mosaico.cifra) for mosaico in foto.plan.mosaicos]
    todas = [una for _, de_uno in por_componente(foto.plan) for una in de_uno]
    return tuple(una for una in suyas or todas if _por_mes(foto, una))[:_CUANTAS]


def _por_mes(foto: FotoTrimestre, una: CifraEnSuLugar) -> bool:
    """Si de esa cifra se sabe cada mes."""
    return falta_en(foto.plan.cifra, una.cifra.clave, True, None) is None


def _se_sabe_de_alguno(partida: Grafica) -> bool:
    """Si de algún mes se sabe cuánto es de un sexo; lo que no se dijo no hace una gráfica."""
    de_sexos = len([serie for serie in partida.series if serie != _SIN_DECIR])
    return any(parte is not None for barra in partida.barras for parte in barra.partes[:de_sexos])


def _en_mes(foto: FotoTrimestre, clave: str, mes: int, sexo: Sexo | None = None) -> Numero | None:
    return valor_en(foto, trimestre_del_mes(foto.trimestre.ejercicio, mes), clave, mes, sexo).numero


def _lo_que_falta(valor: Numero | None, partes: Iterable[Numero | None]) -> Numero:
    """Lo que del mes no se dijo de qué sexo es."""
    return max(0, (valor or 0) - sum(parte or 0 for parte in partes))
