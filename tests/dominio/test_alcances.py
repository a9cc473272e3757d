"""Lo que una cifra puede llegar a decir es justo lo que su valor puede llegar a tener."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import TRIMESTRE, cifra, foto, plan
from ut_escritorio.dominio.numeros.evaluacion import se_captura, valor_de
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.alcances import falta_en
from ut_escritorio.dominio.plan.cifras import CAPTURAS, Capturada
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos

CAPTURADAS = st.builds(
    Capturada,
    st.lists(st.sampled_from(CAPTURAS), min_size=1, unique=True).map(tuple),
    st.lists(st.sampled_from(SEXOS), min_size=1, unique=True).map(tuple),
    st.booleans(),
)


@given(CAPTURADAS, st.booleans(), st.none() | st.sampled_from(SEXOS))
def test_puede_tener_valor_lo_que_al_llenar_todas_sus_casillas_lo_tiene(
    fuente: Capturada, por_mes: bool, sexo: Sexo | None
) -> None:
    suya: Any = replace(cifra("v"), fuente=fuente)
    llena = foto(plan(suya))
    casillas = [
        Casilla("v", TRIMESTRE.numero, mes, cada)
        for mes in (None, *TRIMESTRE.meses)
        for cada in (None, *SEXOS)
        if se_captura(suya, mes, cada)
    ]
    llena = replace(llena, conteos=Conteos(dict.fromkeys(casillas, 1)))
    tiene = valor_de(llena, "v", TRIMESTRE.meses[0] if por_mes else None, sexo).numero is not None
    assert tiene == (falta_en({"v": suya}, "v", por_mes, sexo) is None)
