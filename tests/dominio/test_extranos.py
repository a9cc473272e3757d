"""Lo que extraña de un oficio que se envía y se toma igual."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.oficios.extranos import (
    Numerado,
    de_otro_anio,
    fuera_de_orden,
    solo_en_el_libro,
    volteados,
)
from ut_escritorio.dominio.trimestre.renglones import Folio, leer_folio
from ut_escritorio.dominio.trimestre.series import dicho_de_lejos


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


def leidos(*escritos: str) -> list[Folio]:
    return [leer_folio(escrito) for escrito in escritos]


def test_lo_que_extrana_igual_de_varios_se_dice_una_vez_con_todos() -> None:
    para = {823: "la imprenta", 824: "la banda", 825: "la imprenta"}
    otros = tuple(numerado(numero, con=con, dicho=False) for numero, con in para.items())
    assert solo_en_el_libro(leidos("UT/823/2031", "UT/824/2031", "UT/825/2031"), otros) == (
        "UT/0823/2031 y UT/0825/2031 ya están en el libro, para la imprenta: son esos mismos oficios. "
        "UT/0824/2031 ya está en el libro, para la banda: es ese mismo oficio."
    )
    assert de_otro_anio(leidos("UT/1/2029", "UT/2/2030", "UT/3/2031", "UT/4/2029", "UT/5"), 2031) == (
        "UT/1/2029 y UT/4/2029 son de 2029, no de 2031. UT/2/2030 es de 2030, no de 2031."
    )
    assert dicho_de_lejos(["UT/8022/2031", "UT/8023/2031"], "UT/0823/2031") == (
        "UT/8022/2031 y UT/8023/2031 están muy por encima de los demás: "
        "el que sigue es UT/0823/2031, y seguirá siendo ese."
    )
    muchos = [f"UT/{n}/2031" for n in range(8001, 8101)]
    assert "UT/8005/2031 y 95 más están muy por encima" in dicho_de_lejos(muchos, "UT/0823/2031")


def test_del_que_solo_esta_en_el_libro_se_dice_para_quien_es() -> None:
    otros = (numerado(823, con="la imprenta", dicho=False), numerado(824, dicho=False), numerado(825))
    dichos = [solo_en_el_libro([leer_folio(f"UT/{n}/2031")], otros) for n in (823, 824, 825, 826)]
    assert dichos == [
        "UT/0823/2031 ya está en el libro, para la imprenta: es ese mismo oficio.",
        "UT/0824/2031 ya está en el libro: es ese mismo oficio.",
        "", "",
    ]  # fmt: skip
