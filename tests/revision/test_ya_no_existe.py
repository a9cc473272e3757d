"""Lo que el plan todavía nombra cuando ya no existe."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.inventado import foto
from tests.revision.lo_que_dice import dice, hallados, plan_de
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.plan.apartados import Apartado

CONSEJO = Unidad("consejo", "Consejo de la Vecindad", "el", "organo", "COVE", hasta=date(2031, 6, 29))
MESA = Unidad("mesa", "Mesa de Barrios", "la", "organo", "MEBA", hasta=date(2031, 6, 30))
PLAN = plan_de(
    textos=("Se avisó al COVE.", "Vino el consejo de la vecindad con la MEBA.", "Fue la COVENCIÓN.")
)
FOTO = foto(PLAN, catalogo=Catalogo(unidades=(CONSEJO, MESA)))


def test_se_dice_una_vez_lo_que_el_plan_nombra_y_ya_no_existe() -> None:
    assert dice(FOTO, "ya_no_existe") == (
        "revisar: Los textos del plan todavía dicen «COVE» y «Consejo de la Vecindad», "
        "que ya no existen (1.1 paso 1)."
    )
    assert [s.lugar for s in hallados(FOTO, "ya_no_existe")[0].sitios] == ["1.1/1"]


def test_depende_del_dia_del_informe_y_del_catalogo_aunque_el_plan_sea_el_mismo() -> None:
    assert "MEBA" in dice(replace(FOTO, fecha_de_firma=date(2031, 7, 4)), "ya_no_existe")
    assert not dice(replace(FOTO, fecha_de_firma=date(2031, 6, 29)), "ya_no_existe")
    assert not dice(replace(FOTO, catalogo=Catalogo()), "ya_no_existe")
    sigue = Unidad("otro", "Consejo de la Vecindad", siglas="COVE")
    assert not dice(replace(FOTO, catalogo=Catalogo(unidades=(CONSEJO, sigue))), "ya_no_existe")


def test_lo_que_no_toco_no_se_imprime_ni_se_dice() -> None:
    assert not dice(replace(FOTO, sin_actividad=frozenset({"1.1"})), "ya_no_existe")


def test_lo_de_la_portada_no_es_de_ningun_lugar_y_tambien_se_mira() -> None:
    portada = (Apartado("evidencia", "titulo", "La carpeta del COVE"),)
    con_ella = replace(FOTO, plan=replace(PLAN, portada=portada), sin_actividad=frozenset({"1.1"}))
    (hallado,) = hallados(con_ella, "ya_no_existe")
    assert [sitio.lugar for sitio in hallado.sitios] == [""]


def test_de_la_que_no_tenia_siglas_solo_se_busca_su_nombre() -> None:
    """Unas siglas en blanco están en cualquier texto."""
    sin_siglas = Unidad("junta", "Junta de Vecinos", "la", "organo", hasta=date(2031, 6, 29))
    assert not dice(replace(FOTO, catalogo=Catalogo(unidades=(sin_siglas, MESA))), "ya_no_existe")
