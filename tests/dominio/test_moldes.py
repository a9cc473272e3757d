"""De una clase de cuadro y unas cifras, el cuadro."""

from __future__ import annotations

import pytest

from tests.inventado import banda
from ut_escritorio.dominio.plan.cuadros import Cuadro, Molde, Pie
from ut_escritorio.dominio.plan.moldes import aplicar
from ut_escritorio.errores import ValorInvalido

MOLDE = Molde(
    "sesiones",
    "Sesiones y lo demás",
    filas=(banda("meses"),),
    columnas=(banda("cifras", "$1"), banda("cifras", "$2*", "fija"), banda("sexos", "$2", sexos=("ni",))),
    esquina="MES",
    pie=Pie("TOTAL", "$1"),
)


def test_cada_hueco_toma_su_cifra() -> None:
    assert aplicar(MOLDE, "c", ("a", "b", "c"), "Título") == Cuadro(
        clave="c",
        filas=(banda("meses"),),
        columnas=(
            banda("cifras", "a"),
            banda("cifras", "b", "c", "fija"),
            banda("sexos", "b", sexos=("ni",)),
        ),
        titulo="Título",
        esquina="MES",
        pie=Pie("TOTAL", "a"),
        molde="sesiones",
    )


def test_el_hueco_de_todas_las_toma_todas() -> None:
    molde = Molde("m", "M", (banda("meses"),), (banda("cifras", "$*"),))
    assert aplicar(molde, "c", ("a", "b", "c")).columnas == (banda("cifras", "a", "b", "c"),)


def test_las_etiquetas_se_reparten_en_orden_entre_las_columnas_de_cifras() -> None:
    columnas = aplicar(MOLDE, "c", ("a", "b"), etiquetas=("UNA", "DOS", "TRES")).columnas
    assert [columna.etiquetas for columna in columnas] == [("UNA",), ("DOS", "TRES"), ()]


def test_pocas_etiquetas_dejan_las_demas_como_estaban() -> None:
    columnas = aplicar(MOLDE, "c", ("a", "b"), etiquetas=("UNA",)).columnas
    assert [columna.etiquetas for columna in columnas] == [("UNA",), (), ()]


def test_lo_que_el_cuadro_dice_manda_sobre_el_molde() -> None:
    filas, columnas, pie = (banda("trimestre"),), (banda("cifras", "z"),), Pie("SUMA", "z")
    cuadro = aplicar(MOLDE, "c", (), esquina="", filas=filas, columnas=columnas, pie=pie)
    assert (cuadro.filas, cuadro.columnas, cuadro.pie, cuadro.esquina) == (filas, columnas, pie, "")


def test_un_molde_sin_pie_da_un_cuadro_sin_pie() -> None:
    assert aplicar(Molde("m", "M", (banda("meses"),), (banda("cifras", "$1"),)), "c", ("a",)).pie is None


@pytest.mark.parametrize("cifras", [(), ("a",)])
def test_faltan_cifras_para_el_molde(cifras: tuple[str, ...]) -> None:
    with pytest.raises(ValorInvalido, match="agregue lo que falta"):
        aplicar(MOLDE, "c", cifras)


def test_lo_que_el_molde_no_usa_sobra_y_se_dice() -> None:
    uno = Molde("m", "M", (banda("meses"),), (banda("cifras", "$1"),))
    with pytest.raises(ValorInvalido, match="sobra «b» y «c»; quítelo"):
        aplicar(uno, "c", ("a", "b", "c"))
    with pytest.raises(ValorInvalido, match="sobra «DOS»"):
        aplicar(uno, "c", ("a",), etiquetas=("UNA", "DOS"))


def test_un_molde_de_todas_pide_al_menos_una() -> None:
    molde = Molde("m", "M", (banda("meses"),), (banda("trimestre"),), pie=Pie("TOTAL", "$*"))
    with pytest.raises(ValorInvalido):
        aplicar(molde, "c", ())
