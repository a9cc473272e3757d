"""Los valores alcanzados y lo que el informe lleva alrededor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.inventado import foto, plan
from tests.revision.lo_que_dice import dice, hallados, sitios
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Logo, Nombramiento, PapelMembretado, Persona
from ut_escritorio.dominio.plan.arbol import (
    Actividad,
    Apartado,
    Componente,
    Departamento,
    Estilo,
    Firmante,
    PlantillaOficio,
)
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision


def con_valores(
    *alcanzados: int | None, programado: int | None = 30, estilo: str = "{alcanzado}%"
) -> FotoTrimestre:
    metas = {} if programado is None else {2: Decimal(programado)}
    actividades = tuple(
        Actividad(f"1.{n}", f"1.{n}", "X", programado=metas) for n in range(1, len(alcanzados) + 1)
    )
    del_plan = plan(
        componentes=(Componente("1", "1", "X", "vecindad", Estilo(valor=estilo), actividades=actividades),)
    )
    valores = {f"1.{n}": Decimal(v) for n, v in enumerate(alcanzados, start=1) if v is not None}
    return foto(del_plan, alcanzado=valores)


def test_los_valores_que_faltan() -> None:
    assert dice(con_valores(30, None, None), "valor_que_falta") == (
        "corregir: Falta el valor alcanzado de 1.2 y 1.3."
    )
    assert [s["origen"] for s in sitios(con_valores(30, None), "valor_que_falta")] == ["valor:1.2"]
    assert not dice(con_valores(30, None, estilo=""), "valor_que_falta")
    assert not dice(replace(con_valores(None), sin_actividad=frozenset({"1.1"})), "valor_que_falta")


def test_todos_los_valores_iguales() -> None:
    assert dice(con_valores(30, 30, 30), "valores_iguales") == (
        "revisar: Las 3 actividades dicen el mismo valor alcanzado, 30 %."
    )
    assert not dice(con_valores(30, 30), "valores_iguales")
    assert not dice(con_valores(30, 30, 29), "valores_iguales")


def test_fuera_del_90_al_110_por_ciento_hay_que_decir_por_que() -> None:
    assert dice(con_valores(20, 30, 34), "valor_sin_justificar") == (
        "corregir: Fuera del 90 al 110 % de lo programado y sin decir por qué: "
        "1.1 alcanzó 20 % de 30 % y 1.3 alcanzó 34 % de 30 %."
    )
    justo = con_valores(27, 33)
    assert not dice(justo, "valor_sin_justificar")
    dicho = replace(con_valores(20), justificaciones={"1.1": "Se suspendieron plazos."})
    assert not dice(dicho, "valor_sin_justificar")
    en_blanco = replace(con_valores(20), justificaciones={"1.1": " \n"})
    assert dice(en_blanco, "valor_sin_justificar"), "unos espacios no justifican nada"


def test_la_holgura_es_la_del_plan() -> None:
    lejos = con_valores(20, 34)
    programa = replace(lejos.plan.programa, holgura=(Decimal(60), Decimal("112.5")))
    holgado = replace(lejos, plan=replace(lejos.plan, programa=programa))
    assert dice(holgado, "valor_sin_justificar") == (
        "corregir: Fuera del 60 al 112.5 % de lo programado y sin decir por qué: 1.2 alcanzó 34 % de 30 %."
    )


def test_meta_cero_con_avance_cero_esta_cumplida() -> None:
    assert not dice(con_valores(0, programado=0), "valor_sin_justificar")
    assert dice(con_valores(5, programado=0), "valor_sin_justificar")
    assert not dice(con_valores(5, programado=None), "valor_sin_justificar")


FIRMAS = Apartado("f", "firmas", firmantes=(Firmante("jefa", "Elaboró"), Firmante("titular", "Vo. Bo.")))
OFICIO = PlantillaOficio(datos=("No. {folio_oficio}",), destinatario="titular")
PLAN = plan(
    portada=(FIRMAS,),
    ultima=(FIRMAS,),
    leyenda="Año de la Vecindad",
    departamentos=(Departamento("vecindad", "Vecindad", "jefa", OFICIO),),
)
GENTE = Catalogo(
    personas=(Persona("ana", "Ana Luna"), Persona("eva", "Eva Sol")),
    nombramientos=(
        Nombramiento("jefa", "ana", "Jefa de Vecindad"),
        Nombramiento("titular", "eva", "Titular", hasta=date(2031, 6, 30)),
    ),
    papeles=(PapelMembretado("p", (Logo("0" * 64, "Escudo"),), hasta=date(2031, 12, 31)),),
)
ENTREGA = {"vecindad": OficioRemision("vecindad", "UT/0822/2031", date(2031, 6, 30))}


def test_quien_firmaba_ya_no_esta_ese_dia() -> None:
    bien = foto(PLAN, catalogo=GENTE, remisiones=ENTREGA)
    assert not hallados(bien, "sin_firmante")
    mal = replace(bien, fecha_de_firma=date(2031, 7, 4))
    assert dice(mal, "sin_firmante") == (
        "corregir: No hay nadie como «Titular» el 04/07/2031: se imprime una raya en su nombre."
    )
    assert [s["origen"] for s in sitios(mal, "sin_firmante")] == ["apartado:f"]


def test_sin_nadie_en_el_puesto_del_oficio() -> None:
    sin_jefa = replace(GENTE, nombramientos=GENTE.nombramientos[1:])
    mal = foto(PLAN, catalogo=sin_jefa, remisiones=ENTREGA)
    assert "No hay nadie como «Elaboró» el 30/06/2031" in dice(mal, "sin_firmante")
    assert [s["origen"] for s in sitios(mal, "sin_firmante")] == ["apartado:f", "oficio:vecindad"]


def test_a_quien_va_el_oficio_se_pide_solo_si_va_a_alguien() -> None:
    nadie_de_titular = replace(GENTE, nombramientos=GENTE.nombramientos[:1])
    sin_firmas = replace(PLAN, portada=(), ultima=())
    a_nadie = replace(OFICIO, destinatario="")
    for oficio, falta in ((OFICIO, ["destinatario"]), (a_nadie, [])):
        suyo = replace(sin_firmas, departamentos=(Departamento("vecindad", "Vecindad", "jefa", oficio),))
        una = foto(suyo, catalogo=nadie_de_titular, remisiones=ENTREGA)
        assert [s["campo"] for s in sitios(una, "sin_firmante")] == falta


def test_el_oficio_de_remision_sin_numero_o_sin_fecha() -> None:
    assert dice(foto(PLAN, catalogo=GENTE), "remision_incompleta") == (
        "corregir: Al oficio con que entrega Vecindad le falta el número y la fecha."
    )
    sin_fecha = foto(PLAN, catalogo=GENTE, remisiones={"vecindad": OficioRemision("vecindad", "UT/1/2031")})
    assert "le falta la fecha." in dice(sin_fecha, "remision_incompleta")
    assert [s["campo"] for s in sitios(sin_fecha, "remision_incompleta")] == ["fecha"]
    assert not dice(foto(PLAN, catalogo=GENTE, remisiones=ENTREGA), "remision_incompleta")


def test_un_departamento_sin_oficio_o_sin_componentes_no_entrega() -> None:
    sin_oficio = replace(PLAN, departamentos=(Departamento("vecindad", "Vecindad", "jefa"),))
    assert not dice(foto(sin_oficio, catalogo=GENTE), "remision_incompleta")
    ajeno = replace(PLAN, departamentos=(Departamento("otro", "Otro", "jefa", OFICIO),))
    assert not dice(foto(ajeno, catalogo=GENTE), "remision_incompleta")


def test_la_leyenda_o_los_logotipos_que_faltan_ese_dia() -> None:
    bien = foto(PLAN, catalogo=GENTE, remisiones=ENTREGA)
    assert not dice(bien, "sin_membrete")
    mal = replace(bien, plan=replace(PLAN, leyenda=" "), fecha_de_firma=date(2032, 1, 8))
    assert dice(mal, "sin_membrete") == (
        "revisar: El informe sale sin la leyenda de 2031 y los logotipos que valen el 08/01/2032."
    )
