"""El renglón de un lugar sin formas se dice entero: con su oficio, su fecha, con quién y de qué."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import MEDIOS, OFICIO, foto, plan, renglon
from ut_escritorio.dominio.impreso.anotar import Borrador, papel_de_la_unidad, renglon_de
from ut_escritorio.dominio.impreso.relatos import Relato, relatos_de
from ut_escritorio.dominio.impreso.textos import RAYA
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.plan.arbol import Medio
from ut_escritorio.dominio.trimestre.renglones import ROLES, SENTIDOS, Cita, Parte

CATALOGO = Catalogo(unidades=(Unidad("tesoreria", "Tesorería", "la"), Unidad("area", "Área Nueva", "el")))
PLAN = plan(medios=(*MEDIOS, Medio("oral", "de forma oral", OFICIO)))
A_TESORERIA = (Parte("destinatario", "tesoreria"),)
DEL_AREA, DE_QUIEN = (Parte("emisor", "area"),), (Parte("origen", texto="la vecina"),)
DOS = (Cita("A/7"), Cita("A/8"))
DIA = date(2031, 4, 5)


def relato(**datos: Any) -> Relato:
    (uno,) = relatos_de(foto(PLAN, renglones=(renglon(1, **datos),), catalogo=CATALOGO), "1.1/1")
    return uno


@pytest.mark.parametrize(
    ("datos", "texto"),
    [
        ({"asunto": "Hubo fiesta."}, "Hubo fiesta."),
        (
            {"medio": "oficio", "sentido": "enviado", "citas": DOS[:1], "partes": A_TESORERIA, "fecha": DIA},
            f"Mediante oficio con número A/7, el 5 de abril de 2031, se comunicó a la Tesorería lo "
            f"siguiente: {RAYA}.",
        ),
        (
            {"medio": "oficio", "sentido": "enviado", "citas": (Cita("45"),), "asunto": "la lista"},
            "Mediante oficio con número 45, se comunicó lo siguiente: la lista.",
        ),
        (
            {"medio": "oficio", "citas": DOS, "partes": DEL_AREA, "mes": 4, "asunto": "la lista."},
            "Mediante oficio con números A/7 y A/8, en el mes de abril, se recibió del Área Nueva lo "
            "siguiente: la lista.",
        ),
        (
            {"medio": "correo", "sentido": "recibido", "cantidad_medio": 5, "cantidad": 3, "asunto": "algo",
             "partes": (*DEL_AREA, *DE_QUIEN, *A_TESORERIA, Parte("beneficiario", "area"))},
            "Mediante 5 correos, se recibió del Área Nueva, con lo que vino de la vecina, para la Tesorería, "
            "en favor del Área Nueva, lo siguiente: algo, con un total de 3.",
        ),
        (
            {"medio": "oral", "partes": DE_QUIEN, "asunto": "algo"},
            "De forma oral, se recibió de la vecina lo siguiente: algo.",
        ),
        (
            {"fecha": DIA, "asunto": "pláticas", "personas": Personas(1, 2), "sentido": "enviado"},
            "El 5 de abril de 2031, se trató, con la participación de 1 mujer y 2 hombres, lo siguiente: "
            "pláticas.",
        ),
        ({"partes": A_TESORERIA, "asunto": "algo"}, "Se comunicó a la Tesorería lo siguiente: algo."),
    ],
)  # fmt: skip
def test_la_frase_dice_todo_lo_que_trae(datos: dict[str, Any], texto: str) -> None:
    assert relato(**datos).texto == texto


@given(
    medio=st.sampled_from(["", "oficio", "correo", "oral", "ya no existe"]),
    sentido=st.sampled_from(SENTIDOS),
    fecha=st.sampled_from([None, DIA]),
    mes=st.sampled_from([None, 4]),
    roles=st.sets(st.sampled_from(ROLES)),
    citas=st.sampled_from([(), DOS[:1], DOS]),
    cantidad=st.sampled_from([None, 77]),
)
def test_ningun_dato_se_calla_y_ninguno_sobra(
    medio: str, sentido: Any, fecha: Any, mes: Any, roles: Any, citas: Any, cantidad: Any
) -> None:
    partes = tuple(Parte(rol, texto=f"quien es {rol}") for rol in ROLES if rol in roles)
    dicho = relato(
        medio=medio, sentido=sentido, fecha=fecha, mes=mes, citas=citas, cantidad=cantidad, partes=partes,
        asunto="lo que fue",
    )  # fmt: skip
    esperados = [*(f"quien es {rol}" for rol in roles), *(cita.folio for cita in citas), "lo que fue"]
    esperados += ["5 de abril"] * bool(fecha) + ["abril"] * bool(mes) + ["77"] * bool(cantidad)
    assert [dato for dato in esperados if dato not in dicho.texto] == []
    assert dicho.faltantes == ()
    assert dicho.texto == "lo que fue" or (dicho.texto[0].isupper() and dicho.texto.endswith("."))
    assert ",," not in dicho.texto


@pytest.mark.parametrize(("sentido", "rol"), [("enviado", "destinatario"), ("recibido", "emisor")])
def test_al_anotar_de_prisa_la_unidad_se_guarda_con_su_papel(sentido: Any, rol: str) -> None:
    borrador = Borrador("1.1/1", "oficio", sentido, "A/7/2031", DIA, "Tesorería", "la lista")
    nuevo = renglon_de(foto(PLAN, catalogo=CATALOGO), borrador, None)
    assert nuevo.partes == (Parte(rol, "tesoreria"),)
    assert papel_de_la_unidad(PLAN, nuevo) == rol
