"""Los catálogos en uso: una unidad con su titular, en una sola acción."""

from __future__ import annotations

from datetime import date

import pytest

from tests.datos.oficina import TRIMESTRE
from ut_escritorio.dominio.oficina.catalogo import Unidad
from ut_escritorio.dominio.oficina.firmantes import Ocupante, ocupante
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.oficina.catalogos import catalogo_de, guardar_unidad

HOY = date(2031, 5, 4)


@pytest.mark.parametrize("cargo", ["Tesorero", ""])
def test_una_unidad_nueva_con_su_titular_sepa_o_no_su_cargo(exp: Expediente, cargo: str):
    guardar_unidad(exp, TRIMESTRE, Unidad("", "Catastro"), ("Omar Gil", cargo, HOY))
    catalogo = catalogo_de(exp)
    (nueva,) = (u for u in catalogo.unidades if u.nombre == "Catastro")
    assert ocupante(catalogo, nueva.clave, HOY) == Ocupante("Omar Gil", cargo)
    deshacer(exp)
    assert catalogo_de(exp).unidad(nueva.clave) is None


@pytest.mark.parametrize("titular", [None, ("", "Tesorero", HOY)])
def test_sin_nombre_de_titular_no_hay_titular(exp: Expediente, titular: tuple[str, str, date] | None):
    guardar_unidad(exp, TRIMESTRE, Unidad("", "Catastro"), titular)
    assert ocupante(catalogo_de(exp), "catastro", HOY) is None


def test_una_unidad_sin_nombre_no_se_guarda(exp: Expediente):
    antes = catalogo_de(exp)
    with pytest.raises(ErrorEsperado, match="Falta el nombre"):
        guardar_unidad(exp, TRIMESTRE, Unidad("", " "))
    assert catalogo_de(exp) == antes
