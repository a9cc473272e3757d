"""Lo que la revisión dice de las evidencias que van en los anexos."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.revision.lo_que_dice import HOY, LEY, plan_de
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.anexos import FichaDeSesion, LosAnexos
from ut_escritorio.dominio.plan.arbol import Medio, Plan
from ut_escritorio.dominio.plan.programa import Programa
from ut_escritorio.dominio.trimestre.anexos import dichos
from ut_escritorio.dominio.trimestre.anexos_a_mano import citados, con_los_de_hoy, de_hoy
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, TextoAMano
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.revision import Hallazgo, revisar

CODIGOS = (
    "sin_foto", "foto_de_otro_dia", "foto_sin_pie", "misma_foto", "evidencia_sin_lugar", "anexo_a_mano",
)  # fmt: skip
SESION = Medio("sesion", "sesión", Sustantivo("sesión", "sesiones", "f"))


def plan(donde: str = "al final") -> Plan:
    ficha = FichaDeSesion("FICHA", ("sesion",))
    programa = Programa("9", "Casa", fichas=(ficha,), anexos=LosAnexos(donde))  # pyright: ignore
    return replace(plan_de(), programa=programa, medios=(SESION,))


def lugar(p: Plan) -> str:
    return next(lugar.clave for lugar in p.lugares() if any(a.clase == "renglones" for a in lugar.apartados))


def evidencia(uid: str, **mas: Any) -> Evidencia:
    base: dict[str, Any] = {
        "uid": uid, "dueno": Origen("renglon", "r1"), "contenido": uid, "original": uid,
        "nombre": f"{uid}.jpg", "clase": "foto", "pie": "Pie", "tomada": None, "hojas": 0,
        "peso": 9, "sale": True,
    }  # fmt: skip
    return Evidencia(**{**base, **mas})


def foto(p: Plan, evidencias: dict[str, tuple[Evidencia, ...]], **mas: Any) -> FotoTrimestre:
    renglones = tuple(
        Renglon(f"r{n}", lugar(p), n, medio="sesion", asunto="la plaza", fecha=date(2031, 4, 8 + n))
        for n in (1, 2)
    )
    return FotoTrimestre(
        Trimestre(2031, 2), p, Catalogo(), renglones_del_ejercicio={2: renglones},
        evidencias={Origen.leido(dueno): suyas for dueno, suyas in evidencias.items()}, **mas,
    )  # fmt: skip


def dice(de: FotoTrimestre) -> list[Hallazgo]:
    return [h for h in revisar(de, LEY, HOY) if h.codigo in CODIGOS]


def mensajes(de: FotoTrimestre) -> list[str]:
    return [h.mensaje for h in dice(de)]


UNA = {"registro:r1": (evidencia("a"),), "registro:r2": (evidencia("b"),)}


def test_con_todo_en_orden_no_dice_nada():
    assert mensajes(foto(plan(), UNA)) == []


def test_lo_que_lleva_ficha_y_no_tiene_foto():
    (hallado,) = dice(foto(plan(), {"registro:r1": (evidencia("a"),)}))
    assert hallado.mensaje.startswith("Una sesión sin foto: 10/04")
    assert hallado.gravedad == "revisar" and hallado.sitios[0].origen == Origen("renglon", "r2")
    assert "2 sesiones sin foto: 09/04 y 10/04" in mensajes(foto(plan(), {}))[0]


def test_si_los_anexos_no_van_no_se_reclama_nada():
    assert mensajes(foto(plan(""), {})) == []


def test_la_foto_tomada_otro_dia():
    otro_dia = {**UNA, "registro:r1": (evidencia("a", tomada=datetime(2031, 4, 12, 9, tzinfo=UTC)),)}
    (mensaje,) = mensajes(foto(plan(), otro_dia))
    assert mensaje.startswith("Una foto se tomó el 12/04/2031 y va con la sesión del 09/04")
    ese_dia = {**UNA, "registro:r1": (evidencia("a", tomada=datetime(2031, 4, 9, 9, tzinfo=UTC)),)}
    assert mensajes(foto(plan(), ese_dia)) == []


def test_las_fotos_sin_pie_solo_si_salen():
    sin_pie = {**UNA, "registro:r1": (evidencia("a", pie=""), evidencia("c", pie=""))}
    assert mensajes(foto(plan(), sin_pie))[0].startswith("2 fotos sin pie en los anexos")
    callada = {**UNA, "registro:r1": (evidencia("a", pie="", sale=False),)}
    assert mensajes(foto(plan(), callada)) == []


def test_la_misma_foto_en_dos_sesiones():
    misma = {"registro:r1": (evidencia("a"),), "registro:r2": (evidencia("b", contenido="a"),)}
    (mensaje,) = mensajes(foto(plan(), misma))
    assert mensaje.startswith("La misma foto va con la sesión del 09/04 y la sesión del 10/04")


def test_lo_marcado_donde_no_se_imprime_nada():
    p = plan()
    (mensaje,) = mensajes(foto(p, UNA, sin_actividad=frozenset({lugar(p)})))
    assert mensaje.startswith("2 evidencias no van en los anexos: ahí no se imprime nada")


@pytest.mark.parametrize(
    ("texto", "numeros"),
    [("nada", set()), ("(Anexo 3)", {3}), ("los anexos 1, 3 y 5 a 7.", {1, 3, 5, 6, 7}),
     ("Anexo 9999999", set()), ("Anexos 2 al 4 y Anexo 8", {2, 3, 4, 8})],
)  # fmt: skip
def test_los_numeros_que_un_texto_dice(texto: str, numeros: set[int]):
    assert citados(texto) == numeros


def test_el_numero_escrito_a_mano_que_ya_no_es():
    a_mano = {"registro:r1": TextoAMano("registro:r1", "Como digo (Anexo 3).", "antes")}
    halladas = dice(foto(plan(), UNA, a_mano=a_mano))
    (hallado,) = halladas
    assert hallado.mensaje.startswith("Un texto escrito a mano dice Anexo 3 y ahora es Anexo 1")
    assert hallado.gravedad == "corregir"
    bien = {"registro:r1": TextoAMano("registro:r1", "Como digo (Anexo 1).", "antes")}
    assert mensajes(foto(plan(), UNA, a_mano=bien)) == []


@pytest.mark.parametrize(
    ("texto", "hoy", "queda"),
    [("Como se ve (Anexo 3).", {5}, "Como se ve (Anexo 5)."),
     ("Los anexos 1 y 2, de abril", {4, 5, 6}, "Los anexos 4 a 6, de abril"),
     ("EL ANEXO 2", {3, 5}, "LOS ANEXOS 3 y 5"), ("Consta en los Anexos 2 y 3", {4}, "Consta en el Anexo 4"),
     ("Del anexo 2", {4, 5}, "De los anexos 4 y 5"),
     ("El Anexo 2 y luego el Anexo 1.", {7, 8}, "El Anexo 8 y luego el Anexo 7."),
     ("El Anexo 2 y luego el Anexo 1.", {7}, None),  # no se sabe cuál quitar
     ("Vea el Anexo 3 y 4 fotos más", {9}, None),  # el 4 puede no ser un anexo
     ("Anexo 5", {5}, None), ("Sin citar", {5}, None), ("Anexo 5", set(), None)],
)  # fmt: skip
def test_el_texto_con_los_anexos_de_hoy(texto: str, hoy: set[int], queda: str | None):
    assert con_los_de_hoy(texto, hoy) == queda


@given(
    st.lists(st.integers(1, 40), min_size=1, max_size=6, unique=True),
    st.sets(st.integers(1, 40), min_size=1),
)
def test_puestos_los_de_hoy_el_texto_dice_los_de_hoy(dice: list[int], hoy: set[int]):
    texto = f"Consta en los {dichos(dice)}, por 3 oficios."
    queda = con_los_de_hoy(texto, hoy)
    assert (queda is None) == (set(dice) == hoy)
    if queda is not None:
        assert citados(queda) == hoy and queda.endswith(", por 3 oficios.")
        assert con_los_de_hoy(queda, hoy) is None


def test_como_se_ofrecen():
    assert (de_hoy({5}), de_hoy({1, 2, 3, 4}), de_hoy({1, 3})) == ("el 5", "los 1 a 4", "los 1 y 3")
