"""Lo que extraña de un oficio que se envía y se toma igual."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.oficios.extranos import Numerado, fuera_de_orden, solo_en_el_libro, volteados
from ut_escritorio.dominio.trimestre.renglones import leer_folio


def numerado(numero: int, dia: int | None = None, serie: str = "UT", **otros) -> Numerado:
    fecha = date(2031, 6, dia) if dia else None
    return Numerado(leer_folio(f"{serie}/{numero:04}/2031"), fecha, **otros)


OTROS = (numerado(640, 14), numerado(641), numerado(658, 12, "ut"), numerado(700, 1, "CA"))


def test_se_dice_el_vecino_con_fecha_que_no_va_en_su_orden_y_no_el_de_otra_serie() -> None:
    for numero, dia, dicho in (
        (645, 11, "UT/0640/2031, que va antes, es del 14/06/2031."),
        (645, 13, "UT/0640/2031, que va antes, es del 14/06/2031."),
        (645, 14, "ut/0658/2031, que va después, es del 12/06/2031."),
        (639, 30, "UT/0640/2031, que va después, es del 14/06/2031."),
        (659, 12, ""),
        (639, 14, ""),
        (645, None, ""),
        (640, 1, ""),
    ):
        suyo = numerado(numero, dia)
        assert fuera_de_orden(suyo.folio, suyo.fecha, OTROS) == dicho, (numero, dia)
    assert not fuera_de_orden(leer_folio("S/N"), date(2031, 6, 1), OTROS)


@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 30)), unique_by=lambda par: par[0]))
def test_van_en_orden_si_y_solo_si_ordenados_por_numero_lo_estan_por_fecha(pares) -> None:
    en_orden = sorted(pares)
    assert bool(volteados([numerado(*par) for par in pares])) == (
        [dia for _, dia in en_orden] != sorted(dia for _, dia in en_orden)
    )


def test_del_que_solo_esta_en_el_libro_se_dice_para_quien_es() -> None:
    otros = (numerado(823, con="la imprenta", dicho=False), numerado(824, dicho=False), numerado(825))
    dichos = [solo_en_el_libro(leer_folio(f"UT/{n}/2031"), otros) for n in (823, 824, 825, 826)]
    assert dichos == [
        "UT/0823/2031 ya está en el libro, para la imprenta: es ese mismo oficio.",
        "UT/0824/2031 ya está en el libro: es ese mismo oficio.",
        "", "",
    ]  # fmt: skip
