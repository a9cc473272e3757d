"""Lo que queda en el renglón y en su papel al guardar cualquiera de los dos."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.oficios.oficio import VACIO, DelPapel, con_partes
from ut_escritorio.dominio.oficios.prestado import Situacion, al_cambiar_el_papel, al_guardar
from ut_escritorio.dominio.trimestre.renglones import ROLES, Parte

partes = st.lists(st.builds(Parte, st.sampled_from(ROLES), st.sampled_from(["", "a", "b"])), max_size=4)
papeles = st.builds(
    DelPapel,
    st.none() | st.dates(date(2031, 1, 1), date(2031, 1, 3)),
    st.none() | st.integers(1, 2),
    st.sampled_from([(), (Parte("destinatario", "a"),), (Parte("destinatario", "b"),)]),
)
situaciones = st.builds(Situacion, papeles, st.booleans(), st.booleans())


@given(papeles, st.none() | papeles, situaciones)
def test_lo_que_ella_escribe_en_el_renglon_queda_en_el_renglon(
    suyo: DelPapel, antes: DelPapel | None, donde: Situacion
):
    queda, _ = al_guardar(suyo, antes, donde)
    if antes is not None:
        assert queda == suyo
    else:
        assert queda.partes == (suyo.partes or donde.papel.partes)


@given(papeles, st.none() | papeles, papeles)
def test_lo_firmado_no_se_mueve(suyo: DelPapel, antes: DelPapel | None, papel: DelPapel):
    assert al_guardar(suyo, antes, Situacion(papel, firme=True, solo=True))[1] == papel


@given(papeles, papeles)
def test_el_que_decia_lo_mismo_cambia_al_papel_con_el(suyo: DelPapel, papel: DelPapel):
    assert al_guardar(suyo, papel, Situacion(papel)) == (suyo, suyo)


@given(papeles, situaciones)
def test_guardar_dos_veces_es_guardar_una(suyo: DelPapel, donde: Situacion):
    queda, papel = al_guardar(suyo, None, donde)
    otra_vez = Situacion(papel, donde.firme, donde.solo)
    assert al_guardar(queda, queda, otra_vez) == (queda, papel)


@given(papeles, papeles, papeles)
def test_al_cambiar_el_papel_cambia_solo_lo_que_decia_como_el(
    dice: DelPapel, antes: DelPapel, ahora: DelPapel
):
    queda = al_cambiar_el_papel(dice, antes, ahora)
    if dice.partes != antes.partes:
        assert queda.partes == dice.partes
    assert al_cambiar_el_papel(antes, antes, ahora) == ahora
    assert al_cambiar_el_papel(dice, antes, antes) == dice


@given(partes, st.sampled_from(ROLES), st.lists(st.sampled_from(["x", "y"]), max_size=2))
def test_las_demas_partes_de_un_renglon_quedan_en_su_orden(todas: list[Parte], rol: str, claves: list[str]):
    nuevas = [Parte(rol, clave) for clave in claves]  # type: ignore[arg-type]
    hechas = con_partes(todas, rol, nuevas)  # type: ignore[arg-type]
    assert [p for p in hechas if p.rol == rol] == nuevas
    assert [p for p in hechas if p.rol != rol] == [p for p in todas if p.rol != rol]
    assert con_partes((), rol, ()) == ()  # type: ignore[arg-type]
    assert VACIO.partes == ()
