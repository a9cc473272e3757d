"""El orden de lo anotado en un lugar: el que ella le dio, y siempre el mismo."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import foto
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.programa import Programa
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, Renglon, puesto_de

PLAN = Plan("p", 2024, Programa("1", "P"))
LUGARES = ("1.1/1", "1.1/2", "2.1")
PUESTOS = st.lists(
    st.tuples(st.sampled_from("abcdefgh"), st.sampled_from(LUGARES), st.integers(1, 3), st.booleans()),
    unique_by=lambda cosa: cosa[0],
)


@given(PUESTOS, st.randoms(use_true_random=False))
def test_lo_anotado_sale_en_su_orden_venga_como_venga(puestos, azar):
    renglones = [Renglon(uid, lugar, orden) for uid, lugar, orden, libre in puestos if not libre]
    parrafos = [ParrafoLibre(uid, lugar, orden, "Texto.") for uid, lugar, orden, libre in puestos if libre]
    fotos = []
    for _ in range(2):
        azar.shuffle(renglones)
        azar.shuffle(parrafos)
        fotos.append(foto(PLAN, renglones=tuple(renglones), parrafos=tuple(parrafos)))
    for lugar in LUGARES:
        una, otra = (cada.anotado_en(lugar) for cada in fotos)
        assert una == otra
        assert list(una) == sorted(una, key=puesto_de)
        assert {(c.uid, c.orden) for c in una} == {(u, o) for u, en, o, _ in puestos if en == lugar}
        assert list(fotos[0].renglones_de(lugar)) == [c for c in una if isinstance(c, Renglon)]


def test_donde_nada_se_anoto_no_hay_nada():
    assert foto(PLAN).anotado_en("1.1/1") == ()
