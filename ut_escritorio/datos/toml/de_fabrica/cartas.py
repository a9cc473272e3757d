"""Las plantillas de cartas que el programa trae, y lo que toda carta lleva donde el plan no lo dice."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from ut_escritorio import rutas
from ut_escritorio.datos.toml.apartados import campo_propio
from ut_escritorio.datos.toml.archivo import leer_archivo
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.dominio.cartas.plantilla import Hechura, PlantillaDeCarta

_MUCHOS_DIAS = 250


@cache
def hechura_de_costumbre() -> Hechura:
    """La de `recursos/cartas.toml`."""
    return _leidas()[0]


@cache
def plantillas_conocidas() -> tuple[PlantillaDeCarta, ...]:
    """Las de `recursos/cartas.toml`, en su orden."""
    return _leidas()[1]


@cache
def _leidas() -> tuple[Hechura, tuple[PlantillaDeCarta, ...]]:
    return leer_archivo(rutas.recursos() / "cartas.toml", _de_raiz)


def _de_raiz(raiz: Hoja) -> tuple[Hechura, tuple[PlantillaDeCarta, ...]]:
    hechura = raiz.tabla("de_costumbre", _hechura, con_nombre=False) or Hechura()
    return hechura, raiz.tablas("plantillas", "plantilla", _de_fabrica, ("clave",))


def _hechura(hoja: Hoja) -> Hechura:
    return Hechura(
        hoja.patrones("datos"),
        hoja.patron("asunto"),
        hoja.patron("lugar_y_fecha"),
        hoja.patron("saludo"),
        hoja.patrones("despedida"),
        hoja.patron("copia"),
        hoja.patron("sin_titular"),
        hoja.patron("por_ausencia"),
    )


def _de_fabrica(hoja: Hoja) -> PlantillaDeCarta:
    leida, expediente = leer_plantilla(hoja), hoja.texto("expediente", "")
    return replace(leida, en_el_informe=hoja.patron("en_el_informe"), expediente=expediente)


def leer_plantilla(hoja: Hoja) -> PlantillaDeCarta:
    """Una plantilla, del programa o de un plan."""
    return PlantillaDeCarta(
        hoja.texto("clave"),
        hoja.texto("nombre"),
        hoja.patron("asunto"),
        hoja.patrones("cuerpo"),
        hoja.tablas("campos", "campo", campo_propio, ("clave",)),
        hoja.textos("copias"),
        hoja.textos("recuerda"),
        hoja.texto("clase", ""),
        hoja.entero_o_nada("dias", minimo=1, maximo=_MUCHOS_DIAS),
    )
