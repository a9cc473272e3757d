"""Los valores alcanzados y lo que el informe lleva alrededor."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.inventado import foto, plan
from tests.revision.lo_que_dice import dice, hallados, sitios
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Logo, Nombramiento, PapelMembretado, Persona
from ut_escritorio.dominio.plan.apartados import Apartado, Firmante
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Departamento, Estilo, PlantillaOficio
from ut_escritorio.dominio.plan.programa import Programa
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision
from ut_escritorio.dominio.trimestre.metas import LoAlcanzado, MetaModificada


def con_valores(
    *alcanzados: int | None, programado: int | None = 30, estilo: str = "{alcanzado}%"
) -> FotoTrimestre:
    metas = {} if programado is None else {2: Decimal(programado)}
    actividades = tuple(
        Actividad(f"1.{n}", f"1.{n}", "X", programado=metas) for n in range(1, len(alcanzados) + 1)
    )
    del_plan = plan(
        programa=Programa("9", "Casa Abierta", "77", pide_por_que=True),
        componentes=(Componente("1", "1", "X", "vecindad", Estilo(valor=estilo), actividades=actividades),),
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


def test_si_el_plan_no_pide_el_por_que_solo_conviene_verlo() -> None:
    lejos = con_valores(20)
    sin_pedirlo = replace(lejos.plan.programa, pide_por_que=False)
    dicho = dice(replace(lejos, plan=replace(lejos.plan, programa=sin_pedirlo)), "valor_sin_justificar")
    assert dicho.startswith("revisar: Fuera del 90 al 110 %")


def test_la_meta_que_se_modifico_ya_acabado_el_trimestre_se_dice() -> None:
    tarde, a_tiempo = (
        MetaModificada(Decimal(25), "Se fueron dos", date(2031, mes, 10), "CA/0007/2031") for mes in (7, 6)
    )
    una = replace(con_valores(25, 25), modificadas={"1.1": tarde, "1.2": a_tiempo})
    assert dice(una, "meta_a_destiempo") == (
        "revisar: El trimestre acabó el 30/06/2031 y después se modificó su meta: la de 1.1, el 10/07/2031."
    )
    assert [s["origen"] for s in sitios(una, "meta_a_destiempo")] == ["valor:1.1"]


def test_lo_que_va_del_anio_no_pasa_de_su_meta_mas_la_holgura() -> None:
    lejos = con_valores(50)
    actividad = replace(lejos.plan.lugar["1.1"], programado={n: Decimal(25) for n in (1, 2, 3, 4)})
    componente = replace(lejos.plan.componentes[0], actividades=(actividad,))
    programa = replace(lejos.plan.programa, alcance="trimestre")
    una = replace(lejos, plan=replace(lejos.plan, programa=programa, componentes=(componente,)))
    en_el_primero = (replace(una, otros_trimestres={1: LoAlcanzado({"1.1": Decimal(n)})}) for n in (61, 60))
    assert [dice(cada, "de_mas_en_el_anio") for cada in en_el_primero] == [
        "revisar: Lo que va del año pasa del 110 % de su meta: 1.1 lleva 111 % de 100 %.", ""
    ]  # fmt: skip
    assert not dice(una, "de_mas_en_el_anio"), "sin el primero no se sabe cuánto va"


def test_si_el_avance_se_imprime_hay_que_decir_que_es_el_porcentaje() -> None:
    una = con_valores(30)
    impreso = replace(una, plan=replace(una.plan, ultima=(Apartado("a", "avance", "AVANCE"),)))
    assert dice(impreso, "sin_alcance").startswith("revisar: El avance se imprime sin lo que va del año")
    dicho = replace(impreso.plan.programa, alcance="acumulado")
    assert not dice(replace(impreso, plan=replace(impreso.plan, programa=dicho)), "sin_alcance")
    assert not dice(una, "sin_alcance"), "si no se imprime, no hace falta"


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
