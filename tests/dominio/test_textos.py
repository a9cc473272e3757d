"""De un patrón y lo anotado, la frase; y la raya donde falta un dato."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import ABRIL, MAYO, OFICIO, VISITA, cifra, contada, foto, plan, renglon
from ut_escritorio.dominio.impreso.contexto import Contexto, Cuenta, Datos, Nombre
from ut_escritorio.dominio.impreso.textos import FORMAS, RAYA, Texto, decir
from ut_escritorio.dominio.personas import Personas

LUGARES = plan(cifra("v"), cifra("w"), contada("oficios", "folios"), contada("correos", "registros"))
DIAS = (date(2031, 4, 9), date(2031, 4, 11), date(2031, 5, 2))


def dicho(patron: str, *datos: Any, **otros: Datos) -> str:
    """Lo que dice un patrón cuyo campo «x» tiene esos datos."""
    return decir(patron, Contexto(foto(LUGARES), otros={"x": datos, **otros})).texto


@pytest.mark.parametrize(
    ("patron", "datos", "texto"),
    [
        ("{x}", ("a", "b", "c"), "a, b y c"),
        ("{x}", (Decimal("30.50"),), "30.5"),
        ("{x}", (Decimal("100"),), "100"),
        ("{x}", (date(2031, 7, 4),), "04/07/2031"),
        ("{x}", (Cuenta(6, OFICIO),), "6"),
        ("{x}", (Personas(2, 1),), "2 mujeres y 1 hombre"),
        ("{x}", (Nombre("Comité", "el"),), "Comité"),
        ("{x:el}", (Nombre("Comité", "el"),), "el Comité"),
        ("{x:a}", (Nombre("Comité", "el"), Nombre("Tesorería", "la")), "al Comité y a la Tesorería"),
        ("{x:de}", (Nombre("Área", "el"),), "del Área"),
        ("{x:a}", ("el archivo",), "al archivo"),
        ("{x:larga}", (date(2031, 7, 4),), "4 de julio de 2031"),
        ("{x:larga}", ("2031-07-04",), "4 de julio de 2031"),
        ("{x:larga}", ("por definir",), "por definir"),
        ("{x:corta}", ("2031-07-04",), "04/07/2031"),
        ("{x:mes}", (date(2031, 7, 4),), "julio"),
        ("{x:dia}", (date(2031, 7, 4),), "4"),
        ("{x:dias}", DIAS, "9 y 11 de abril y 2 de mayo"),
        ("{x:dias}", ("2031-04-09", "por definir"), "2031-04-09 y por definir"),
        ("{x:letra}", (6,), "seis"),
        ("{x:letra}", ("16",), "dieciséis"),
        ("{x:letra}", ("varias",), "varias"),
        ("{x:letra}", (Personas(mujeres=1),), "una mujer"),
        ("{x:ordinal}", (2,), "2º"),
        ("{x:ordinal_letra:inicial}", (2,), "Segundo"),
        ("{x:ordinal_ante_nombre:mayusculas}", (3,), "TERCER"),
        ("{x:unidad}", (Cuenta(1, OFICIO), Cuenta(2, VISITA)), "1 oficio y 2 visitas"),
        ("{x:medio}", (Cuenta(15, OFICIO),), "15 oficios"),
        ("{x:unidad}", (7,), "7"),
        ("{x:uno_en_letra}", (Cuenta(6, OFICIO), Cuenta(1, VISITA)), "6 oficios y una visita"),
        ("{x:uno_en_letra}", ("un oficio",), "un oficio"),
        ("{x:visita}", (2,), "2 visitas"),
        ("{x:visita}", ("1",), "1 visita"),
        ("{x:visita}", ("21", "30", "1"), "21, 30 y 1 visitas"),
        ("{x:visita}", ("varias",), "varias visitas"),
        ("{x:visita}", (Personas(total=62), Personas(40, 3)), "62 y 43 visitas"),
        ("{x:suma}", (2, "3", Cuenta(4, OFICIO)), "9"),
        ("{x:suma:unidad}", (Cuenta(2, OFICIO), Cuenta(3, OFICIO)), "5 oficios"),
        ("{x:suma}", (Personas(1, 2), Personas(3), Personas(total=9)), "4 mujeres y 2 hombres"),
        ("{x:suma:sexos}", (Personas(total=4), Personas(total=9)), "13 personas"),
        ("{x:unicos}", ("11:00", "10:30", "11:00"), "11:00 y 10:30"),
        ("{x:cuantos}", ("a", "b", "c"), "3"),
        ("{x:sexos}", (Personas(16, 15),), "16 mujeres y 15 hombres"),
        ("{x:mayusculas}", ("abril",), "ABRIL"),
        ("{x:inicial}", ("la de abril",), "La de abril"),
    ],
)
def test_cada_dato_se_dice_de_su_forma(patron: str, datos: tuple[Any, ...], texto: str) -> None:
    assert dicho(patron, *datos) == texto


def test_todas_las_formas_quedan_probadas_arriba() -> None:
    marcas = test_cada_dato_se_dice_de_su_forma.pytestmark[0].args[1]  # type: ignore[attr-defined]
    assert {forma for patron, *_ in marcas for forma in patron.strip("{}").split(":")[1:]} >= FORMAS


@pytest.mark.parametrize(
    ("datos", "palabra"),
    [
        ((1,), "uno"), ((2,), "varios"), ((0,), "varios"), ((1, 1), "varios"),
        (("a",), "uno"), (("1",), "uno"), (("30",), "varios"), (("a", "b"), "varios"),
        ((Personas(mujeres=1),), "uno"), ((Personas(1, 1),), "varios"),
        ((Cuenta(1, OFICIO),), "uno"), ((Nombre("Comité", "el"),), "uno"), ((DIAS[0],), "uno"),
    ],
)  # fmt: skip
def test_una_palabra_u_otra_segun_el_numero(datos: tuple[Any, ...], palabra: str) -> None:
    assert dicho("{x?uno|varios}", *datos) == palabra


def test_lo_que_falta_deja_una_raya_y_se_apunta() -> None:
    texto = decir("De {x} y {nadie?uno|varios}.", Contexto(foto(LUGARES), otros={"x": ()}))
    assert texto == Texto(f"De {RAYA} y {RAYA}.", ("x", "nadie"))


def test_lo_opcional_desaparece_entero_y_no_falta() -> None:
    contexto = Contexto(foto(LUGARES), otros={"x": ("1",)})
    assert decir("A[ de {x}[ con {y}]][, {y?uno|dos}].", contexto) == Texto("A de 1.")
    assert decir("A[ de {x}[ con {y}]; {y}].", contexto) == Texto("A.")


def test_la_suma_de_algo_que_no_es_numero_falta() -> None:
    assert dicho("{x:suma}", "21", "varias") == RAYA


def test_un_numero_de_cinco_mil_digitos_no_detiene_nada() -> None:
    assert dicho("{x:letra}{x?|}{x:visita}", "9" * 5000) == "9" * 10_000 + " visitas"


RARO = st.text(min_size=1) | st.sampled_from(
    [
        "{0}",
        "%s",
        "**",
        "<b>",
        "[x",
        "]",
        "{{",
        "}}",
        "{x}",
        "{x:suma}",
        "[{nadie}]",
        "{cifra.v}",
        "\t\n",
        "💬",
    ]
)


@given(RARO)
def test_lo_que_ella_escribe_jamas_se_relee(texto: str) -> None:
    anotado = renglon(1, texto, asunto=texto, campos={"tema": texto})
    contexto = Contexto(foto(LUGARES), renglones=(anotado,))
    patron = "«{asunto}» {folios}[ {tema}] {tema:inicial:unicos}"
    inicial = texto[:1].upper() + texto[1:]
    assert decir(patron, contexto) == Texto(f"«{texto}» {texto} {texto} {inicial}")


@given(RARO, st.sampled_from(sorted(FORMAS)))
def test_ninguna_forma_truena_con_lo_que_ella_escriba(texto: str, forma: str) -> None:
    assert isinstance(dicho(f"{{x:{forma}}}{{x:{forma}?uno|varios}}", texto), str)


# ── Cifras citadas ──


def citado(patron: str, *renglones: Any, **datos: Any) -> str:
    return decir(patron, Contexto(foto(LUGARES, renglones=renglones, **datos), renglones=renglones)).texto


def test_un_parrafo_cita_la_cifra_de_su_mes() -> None:
    escrito = {("v", ABRIL, None): 1, ("v", MAYO, None): 9}
    assert citado("{cifra.v@mes:unidad}", renglon(mes=ABRIL), escrito=escrito) == "1 visita"
    assert citado("{cifra.v@mes}", renglon(mes=MAYO), escrito=escrito) == "9"


def test_si_no_se_sabe_el_mes_no_se_cita_el_trimestre() -> None:
    escrito = {("v", None, None): 71, ("v", ABRIL, None): 1}
    assert citado("{cifra.v}", renglon(), escrito=escrito) == "71"
    assert citado("{cifra.v@mes}", renglon(), escrito=escrito) == RAYA


def test_una_cifra_a_medias_deja_la_raya() -> None:
    assert citado("{cifra.v}", escrito={("v", ABRIL, None): 7}) == RAYA


def test_una_cuenta_calla_lo_que_no_hubo() -> None:
    oficios = (renglon(1, "A/1"), renglon(2, "A/2"))
    assert citado("{cuenta.oficios+w:uno_en_letra}", *oficios) == "2 oficios"
    sin_oficios = citado("{cuenta.oficios+v}", escrito={("v", None, None): 0})
    assert sin_oficios == RAYA


def test_una_cuenta_con_algo_a_medias_no_lo_calla() -> None:
    assert citado("{cuenta.oficios+v}", renglon(1, "A/1"), escrito={("v", ABRIL, None): 7}) == RAYA
