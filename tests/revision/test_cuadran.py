"""Lo que el plan dice que debe cuadrar."""

from __future__ import annotations

from dataclasses import replace

from tests.inventado import ABRIL, JUNIO, MAYO, a_quien, cifra, contada, formula, foto, por_mes, renglon
from tests.revision.lo_que_dice import dice, hallados, plan_de, sitios
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.plan.cifras import Capturada, Concordancia, Contada

POR_SEXO = Capturada(("mes", "mes y sexo"), suma_de_sexos=True)
AL_FINAL = Capturada(("mes", "trimestre y sexo"), ("mujeres", "hombres"))


def concordancia(clave: str, izquierda: str, derecha: str, **otros) -> Concordancia:
    return Concordancia(clave, f"Deben cuadrar {clave}.", (izquierda,), (derecha,), **otros)


RECURSOS = plan_de(
    cifra("recursos", POR_SEXO),
    concordancias=(concordancia("por género", "recursos", "recursos", izquierda_por_sexo=True),),
)


def recursos(junio: int, hombres: int, mujeres: int):
    sexos = {("recursos", JUNIO, "hombres"): hombres, ("recursos", JUNIO, "mujeres"): mujeres}
    return foto(RECURSOS, {("recursos", JUNIO, None): junio, ("recursos", JUNIO, "ni"): 0} | sexos)


def test_el_total_del_mes_contra_sus_sexos_dice_las_dos_cifras() -> None:
    mensaje = dice(recursos(1, hombres=1, mujeres=1), "no_cuadra")
    assert mensaje == (
        "corregir: recursos, junio: 1 en total y 2 por género (1 mujer y 1 hombre). Deben cuadrar por género."
    )


def test_salta_al_total_y_a_cada_sexo() -> None:
    [hallado] = hallados(recursos(1, hombres=1, mujeres=1), "no_cuadra")
    casillas = [(s.casilla.mes, s.casilla.sexo) for s in hallado.sitios if s.casilla]
    assert casillas == [(JUNIO, None), (JUNIO, "mujeres"), (JUNIO, "hombres"), (JUNIO, "ni")]


def test_si_cuadra_o_falta_un_sexo_no_se_dice_nada() -> None:
    assert not dice(recursos(2, hombres=1, mujeres=1), "no_cuadra")
    assert not dice(foto(RECURSOS, {("recursos", JUNIO, None): 5, ("recursos", JUNIO, "ni"): 1}), "no_cuadra")


def test_un_mes_sin_nadie_tambien_se_desglosa() -> None:
    assert "junio: 3 en total y 0 por género (ninguno)" in dice(recursos(3, 0, 0), "no_cuadra")


def test_varios_meses_que_fallan_son_una_sola_causa() -> None:
    todo = {("recursos", mes, sexo): 1 for mes in (ABRIL, MAYO) for sexo in ("mujeres", "hombres", "ni")}
    mal = foto(RECURSOS, todo | {("recursos", ABRIL, None): 9, ("recursos", MAYO, None): 2})
    mensaje = dice(mal, "no_cuadra")
    assert "abril: 9 en total y 3" in mensaje
    assert "mayo: 2 en total y 3" in mensaje


def test_los_meses_contra_el_sexo_de_todo_el_trimestre() -> None:
    del_plan = plan_de(
        cifra("asesorías", AL_FINAL),
        concordancias=(
            concordancia("x", "asesorías", "asesorías", por="trimestre", izquierda_por_sexo=True),
        ),
    )
    sexos = {("asesorías", None, "mujeres"): 3, ("asesorías", None, "hombres"): 1}
    mal = foto(del_plan, por_mes("asesorías", 1, 1, 1) | sexos)
    assert "asesorías, en el trimestre: 3 en total y 4 por género (3 mujeres y 1 hombre)" in dice(
        mal, "no_cuadra"
    )


def test_recibidas_y_atendidas_de_dos_cuadros() -> None:
    del_plan = plan_de(
        cifra("recibidas"),
        cifra("atendidas", Capturada(("trimestre",))),
        cifra("turnadas"),
        concordancias=(concordancia("x", "atendidas", "recibidas", por="trimestre"),),
    )
    bien = por_mes("recibidas", 26, 13, 32)
    assert not dice(foto(del_plan, bien | {("atendidas", None, None): 71}), "no_cuadra")
    mal = dice(foto(del_plan, bien | {("atendidas", None, None): 70}), "no_cuadra")
    assert mal.startswith("corregir: en el trimestre: «atendidas» dice 70 y «recibidas», 71.")
    (hallado,) = hallados(foto(del_plan, bien | {("atendidas", None, None): 70}), "no_cuadra")
    assert {(s.casilla.cifra, s.casilla.mes) for s in hallado.sitios if s.casilla} == {
        ("atendidas", None),
        *(("recibidas", mes) for mes in (4, 5, 6)),
    }, "se salta a donde se escriben esas dos, y a ninguna otra"


def test_por_mes_y_sexo_y_la_suma_de_varias() -> None:
    por_sexo = Capturada(("mes y sexo",), ("mujeres", "hombres"))
    del_plan = plan_de(
        *(cifra(clave, por_sexo) for clave in ("mañana", "tarde", "todas")),
        concordancias=(Concordancia("x", "Suman.", ("mañana", "tarde"), ("todas",), por="mes y sexo"),),
    )
    escrito = {(clave, ABRIL, "mujeres"): n for clave, n in (("mañana", 2), ("tarde", 3), ("todas", 4))}
    assert dice(foto(del_plan, escrito), "no_cuadra") == (
        "corregir: abril, mujeres: «mañana + tarde» dice 5 y «todas», 4. Suman."
    )


def test_las_que_no_pueden_ser_mas_si_pueden_ser_menos() -> None:
    del_plan = plan_de(
        cifra("avisos"),
        cifra("oficios"),
        concordancias=(concordancia("x", "avisos", "oficios", relacion="no mayor"),),
    )
    assert not dice(foto(del_plan, por_mes("avisos", 1, 1, 1) | por_mes("oficios", 4, 1, 2)), "no_cuadra")
    mal = foto(del_plan, por_mes("avisos", 1, 2, 1) | por_mes("oficios", 4, 1, 2))
    assert "mayo: «avisos» dice 2 y «oficios», 1" in dice(mal, "no_cuadra")


def test_una_formula_se_compara_y_salta_a_sus_partes() -> None:
    del_plan = plan_de(
        cifra("a"),
        cifra("b"),
        formula("suma", "a", "b"),
        cifra("c"),
        concordancias=(concordancia("x", "suma", "c"),),
    )
    mal = foto(del_plan, {("a", MAYO, None): 1, ("b", MAYO, None): 2, ("c", MAYO, None): 4})
    assert "mayo: «suma» dice 3 y «c», 4" in dice(mal, "no_cuadra")
    assert {"a#mes", "b#mes", "c#mes"} <= {
        s["origen"].removeprefix("cuadro:") for s in sitios(mal, "no_cuadra")
    }


SESIONES = plan_de(
    contada("sesiones", "registros", medios=("sesion",)),
    contada("fichas", "cantidad", medios=("sesion",)),
    contada("asistentes", "personas", medios=("sesion",)),
    cifra("capacitados", Capturada(("mes y sexo",), ("mujeres", "hombres"))),
    concordancias=(
        concordancia("fichas", "fichas", "sesiones"),
        concordancia("personas", "asistentes", "capacitados"),
    ),
)


def capacitacion(*sesiones, mujeres: int = 0, hombres: int = 0, mes: int = ABRIL):
    sexos = {("capacitados", mes, "mujeres"): mujeres, ("capacitados", mes, "hombres"): hombres}
    filas = tuple(renglon(n, medio="sesion", mes=mes, **datos) for n, datos in enumerate(sesiones, start=1))
    return foto(SESIONES, sexos, filas)


def test_las_sesiones_contra_su_cuadro() -> None:
    bien = capacitacion({"cantidad": 1, "personas": Personas(total=10)}, mujeres=6, hombres=4)
    assert not dice(bien, "no_cuadra")
    de_mas = capacitacion({"cantidad": 1, "personas": Personas(total=10)}, mujeres=6, hombres=3)
    assert "abril: «asistentes» dice 10 y «capacitados», 9" in dice(de_mas, "no_cuadra")
    sin_ficha = capacitacion({"cantidad": 0, "personas": Personas(total=9)}, mujeres=6, hombres=3)
    assert "abril: «fichas» dice 0 y «sesiones», 1" in dice(sin_ficha, "no_cuadra")


def test_la_sesion_que_calla_cuantos_fueron_solo_desmiente_si_ya_son_demasiados() -> None:
    calla, dijo = {"cantidad": 1}, {"cantidad": 1, "personas": Personas(total=10)}
    assert not dice(capacitacion(calla, dijo, mujeres=30), "no_cuadra")
    assert "«asistentes» dice 10 y «capacitados», 9" in dice(
        capacitacion(calla, dijo, mujeres=9), "no_cuadra"
    )


def test_personas_en_el_cuadro_de_un_mes_sin_sesiones() -> None:
    assert "«asistentes» dice 0 y «capacitados», 3" in dice(capacitacion(mujeres=3), "no_cuadra")


def test_si_no_se_sabe_el_mes_de_un_renglon_no_se_compara_por_mes() -> None:
    filas = (renglon(1, medio="sesion", cantidad=1, personas=Personas(total=10)),)
    assert not dice(foto(SESIONES, {("capacitados", ABRIL, "mujeres"): 3}, filas), "no_cuadra")


TURNOS = plan_de(
    cifra("turnos"),
    cifra("respuestas"),
    concordancias=(concordancia("x", "respuestas", "turnos", relacion="contesta"),),
)


def test_lo_que_quedo_sin_contestar_de_cada_mes() -> None:
    mal = foto(TURNOS, por_mes("turnos", 49, 20, 69) | por_mes("respuestas", 41, 17, 69))
    assert dice(mal, "sin_contestar") == (
        "revisar: «turnos» dice 138 y «respuestas», 127: quedan 11 sin contestar "
        "(abril: faltan 8, mayo: faltan 3). Deben cuadrar x."
    )


def test_lo_pendiente_de_un_mes_se_puede_contestar_en_otro() -> None:
    bien = foto(TURNOS, por_mes("turnos", 10, 10, 10) | por_mes("respuestas", 5, 10, 15))
    assert not dice(bien, "sin_contestar")


def test_no_se_contesta_lo_que_no_ha_llegado() -> None:
    antes = foto(TURNOS, por_mes("turnos", 5, 15, 10) | por_mes("respuestas", 10, 10, 10))
    assert "se contestó antes de que llegara (abril: sobran 5, mayo: faltan 5)" in dice(
        antes, "sin_contestar"
    )
    de_mas = foto(TURNOS, por_mes("turnos", 5, 5, 5) | por_mes("respuestas", 5, 5, 7))
    assert "hay 2 de más, quizá de un trimestre anterior (junio: sobran 2)" in dice(de_mas, "sin_contestar")


DENUNCIAS = plan_de(cifra("denuncias", contraste=Contada("cantidad_medio", medios=("denuncia",))))


def test_el_cuadro_contra_lo_anotado_en_renglones() -> None:
    mayo = renglon(1, medio="denuncia", mes=MAYO, cantidad_medio=2)
    bien = foto(DENUNCIAS, por_mes("denuncias", 0, 2, 0), (mayo,))
    assert not dice(bien, "no_es_lo_anotado")
    mal = foto(DENUNCIAS, por_mes("denuncias", 0, 1, 1), (mayo,))
    assert dice(mal, "no_es_lo_anotado") == (
        "corregir: denuncias, mayo: el cuadro dice 1 y se anotaron 2; "
        "junio: el cuadro dice 1 y se anotaron 0."
    )
    assert {"origen": "registro:uid1", "campo": "cantidad", "mes": None} in sitios(mal, "no_es_lo_anotado")


def test_sin_saber_el_mes_se_compara_todo_el_trimestre() -> None:
    suelta = renglon(1, medio="denuncia", cantidad_medio=2)
    assert not dice(foto(DENUNCIAS, por_mes("denuncias", 1, 0, 1), (suelta,)), "no_es_lo_anotado")
    mal = dice(foto(DENUNCIAS, por_mes("denuncias", 1, 0, 0), (suelta,)), "no_es_lo_anotado")
    assert "en el trimestre: el cuadro dice 1 y se anotaron 2" in mal


def test_lo_que_no_toco_no_se_compara() -> None:
    mal = recursos(1, hombres=1, mujeres=1)
    assert not dice(replace(mal, sin_actividad=frozenset({"1.1"})), "no_cuadra")


def test_salta_al_renglon_de_lo_contado() -> None:
    quien = a_quien("x")
    mal = capacitacion({"cantidad": 2, "personas": Personas(total=3), "partes": quien}, mujeres=3)
    assert {"origen": "registro:uid1", "campo": "cantidad", "mes": None} in sitios(mal, "no_cuadra")


def test_un_mes_que_nadie_ha_escrito_no_desmiente_lo_anotado() -> None:
    mayo = renglon(1, medio="denuncia", mes=MAYO, cantidad_medio=2)
    assert not dice(foto(DENUNCIAS, {("denuncias", MAYO, None): 2}, (mayo,)), "no_es_lo_anotado")
