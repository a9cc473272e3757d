"""Las listas de áreas que ella guarda: con su nombre, para escribirles otra vez."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.cartas.conftest import HOY
from tests.datos import oficina
from tests.datos.oficina import TRIMESTRE
from ut_escritorio.dominio.cartas.tanda import Area
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer
from ut_escritorio.servicios.oficina.catalogos import catalogo_de, guardar_unidad, poner_ocupante
from ut_escritorio.servicios.oficios.listas import guardar_lista, leer_listas, quitar_lista

DOS = (Area("Tesorería"), Area("Parques", "Luis Paz", "Director"))


def nombres(exp: Expediente) -> dict[str, list[str]]:
    return {nombre: [area.nombre for area in areas] for nombre, areas in leer_listas(exp, HOY).items()}


def test_se_guarda_con_su_nombre_se_lee_otro_dia_y_se_deshace(con_serie: Expediente):
    antes = catalogo_de(con_serie)
    guardar_lista(con_serie, TRIMESTRE, "  Las del SIPO ", DOS)
    assert nombres(con_serie) == {"Las del SIPO": ["Tesorería", "Parques"]}
    assert catalogo_de(con_serie) == antes, "guardar una lista no cambia Oficina"
    assert por_deshacer(con_serie) == "Deshacer guardar la lista «Las del SIPO»"
    con_serie.cerrar()
    with oficina.abrir(con_serie.ruta) as otra:
        assert nombres(otra) == {"Las del SIPO": ["Tesorería", "Parques"]}


def test_deshacer_la_quita_y_quitarla_se_deshace(con_serie: Expediente):
    guardar_lista(con_serie, TRIMESTRE, "Una", DOS)
    quitar_lista(con_serie, TRIMESTRE, "Una")
    assert nombres(con_serie) == {}
    deshacer(con_serie)
    assert list(nombres(con_serie)) == ["Una"]
    deshacer(con_serie)
    assert nombres(con_serie) == {}


def test_la_que_se_llama_igual_se_reemplaza_sin_acentos_ni_mayusculas(con_serie: Expediente):
    guardar_lista(con_serie, TRIMESTRE, "Dirección", DOS)
    guardar_lista(con_serie, TRIMESTRE, "DIRECCION", DOS[:1])
    assert nombres(con_serie) == {"Dirección": ["Tesorería"]}


def test_dice_quien_encabeza_cada_area_ese_dia_y_sigue_al_area_que_cambia_de_nombre(con_serie: Expediente):
    poner_ocupante(con_serie, TRIMESTRE, "tesoreria", "Eva Sol", "Tesorera", None)
    guardar_lista(con_serie, TRIMESTRE, "Una", DOS)
    poner_ocupante(con_serie, TRIMESTRE, "tesoreria", "Ana Ruiz", "Tesorera", date(2031, 8, 1))
    suya = next(u for u in catalogo_de(con_serie).unidades if u.clave == "tesoreria")
    guardar_unidad(con_serie, TRIMESTRE, replace(suya, nombre="Tesorería General"))
    assert leer_listas(con_serie, HOY)["Una"][0] == Area("Tesorería General", "Eva Sol", "Tesorera")
    assert leer_listas(con_serie, date(2031, 8, 2))["Una"][0].titular == "Ana Ruiz"


@pytest.mark.parametrize(
    ("nombre", "areas", "dice"),
    [("  ", DOS, "cómo se llama"), ("x" * 81, DOS, "80 letras o menos"), ("Una", (), "ninguna área")],
)
def test_sin_nombre_o_sin_areas_no_se_guarda(
    con_serie: Expediente, nombre: str, areas: tuple[Area, ...], dice: str
):
    with pytest.raises(ErrorEsperado, match=dice):
        guardar_lista(con_serie, TRIMESTRE, nombre, areas)
    assert nombres(con_serie) == {}


def test_quitar_la_que_ya_no_esta_se_dice(con_serie: Expediente):
    with pytest.raises(ErrorEsperado, match="«Una» ya no está"):
        quitar_lista(con_serie, TRIMESTRE, "Una")
