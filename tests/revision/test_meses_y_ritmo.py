"""Lo que nadie ha escrito, lo que se hace a diario y lo que se copió de otro cuadro."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.inventado import (
    ABRIL,
    JUNIO,
    MAYO,
    banda,
    cifra,
    componente,
    contada,
    dibujo,
    foto,
    plan,
    por_mes,
    renglon,
)
from tests.revision.lo_que_dice import dice, hallados, plan_de, sitios
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.cifras import Capturada, Concordancia
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre

VARIAS = plan_de(cifra("asesorías"), cifra("visitas"), cifra("atendidas", Capturada(("trimestre",))))


def test_un_mes_vacio_en_varios_cuadros_es_una_sola_causa() -> None:
    escrito = {("asesorías", ABRIL, None): 1, ("asesorías", MAYO, None): 0, ("asesorías", JUNIO, None): 2}
    mal = foto(VARIAS, escrito | {("visitas", ABRIL, None): 3, ("visitas", MAYO, None): 3})
    mensajes = [h.mensaje for h in hallados(mal, "sin_capturar")]
    assert mensajes == ["Falta junio en visitas.", "Falta lo de todo el trimestre en atendidas."]


def test_un_mes_entero_sin_capturar_nombra_todo_lo_que_espera() -> None:
    mal = foto(VARIAS, {("atendidas", None, None): 4})
    assert [h.mensaje for h in hallados(mal, "sin_capturar")] == [
        "Falta abril en asesorías y visitas.",
        "Falta mayo en asesorías y visitas.",
        "Falta junio en asesorías y visitas.",
    ]
    assert [s["mes"] for s in sitios(mal, "sin_capturar")] == [ABRIL, ABRIL, MAYO, MAYO, JUNIO, JUNIO]


def test_lo_que_no_ha_terminado_se_dice_sin_darlo_por_olvidado() -> None:
    """A mitad de mayo, abril ya falta; mayo se recuerda, y de junio y los totales no se dice nada."""
    del_trimestre = hallados(foto(VARIAS), "sin_capturar", date(2031, 5, 14))
    assert [(h.gravedad, h.mensaje) for h in del_trimestre] == [
        ("corregir", "Falta abril en asesorías y visitas."),
        ("revisar", "Mayo todavía no se captura en asesorías y visitas."),
    ]
    al_cierre = hallados(foto(VARIAS), "sin_capturar")
    assert [h.huella for h in al_cierre[:2]] == [h.huella for h in del_trimestre]


def test_el_ultimo_dia_del_mes_lo_que_no_esta_ya_falta() -> None:
    """El informe sin fecha de firma lleva el último día del trimestre: ahí junio ya falta."""
    visitas = plan_de(cifra("visitas"))
    mal = foto(visitas, {("visitas", ABRIL, None): 1, ("visitas", MAYO, None): 1})
    assert dice(mal, "sin_capturar", date(2031, 6, 29)).startswith("revisar: Junio todavía no se captura")
    assert dice(mal, "sin_capturar", date(2031, 6, 30)) == "corregir: Falta junio en visitas."


def test_el_cuadro_que_solo_ensena_lo_que_va_tambien_dice_que_trimestre_le_falta() -> None:
    """Vacío y sin decir por qué, en el papel no se sabría si no hubo o si nadie lo escribió."""
    solo_va = Cuadro("1.1/1#2", (banda("acumulado"),), (banda("cifras", "visitas"),))
    del_plan = plan(
        cifra("visitas"),
        cuadros=(solo_va,),
        componentes=(componente(paso=(Apartado("1.1/1#2", "cuadro", cuadro="1.1/1#2"),)),),
    )
    mal = foto(del_plan, por_mes("visitas", 1, 2, 3))
    assert dibujo(dibujar(solo_va, mal)).splitlines()[-1].endswith("| ·")
    assert dice(mal, "trimestre_sin_dato") == (
        "corregir: Falta el 1º trimestre en visitas: sin él no se sabe lo que va del año. "
        "Escríbalo en ese trimestre."
    )
    (causa,) = hallados(mal, "trimestre_sin_dato")
    assert [sitio.casilla.trimestre for sitio in causa.sitios if sitio.casilla] == [1]
    del_primero = {Casilla("visitas", 1, mes): 5 for mes in (1, 2, 3)}
    bien = replace(mal, conteos=Conteos({**mal.conteos.valores, **del_primero}))
    assert dibujo(dibujar(solo_va, bien)).splitlines()[-1].endswith("| 21")
    assert not dice(bien, "trimestre_sin_dato")


def test_lo_dado_por_capturado_no_falta() -> None:
    marcados = frozenset({("visitas", mes) for mes in (ABRIL, MAYO, JUNIO)})
    assert not dice(foto(plan_de(cifra("visitas")), capturados=marcados), "sin_capturar")


def test_de_lo_diario_se_dice_cuanto_serian() -> None:
    """Mayo de 2031 tiene 21 días hábiles: el 1 es inhábil."""
    diario = plan_de(cifra("monitoreo", por_dia=3))
    mal = foto(diario, {("monitoreo", ABRIL, None): 66, ("monitoreo", JUNIO, None): 63})
    assert dice(mal, "sin_capturar") == (
        "corregir: Falta mayo en monitoreo. Tiene 21 días hábiles: a 3 por día serían 63."
    )


def test_si_solo_falta_lo_diario_no_se_nombra_dos_veces() -> None:
    diario = plan_de(cifra("monitoreo", por_dia=3), cifra("portal", por_dia=3))
    escrito = {(clave, mes, None): 1 for clave in ("monitoreo", "portal") for mes in (ABRIL, JUNIO)}
    assert dice(foto(diario, escrito), "sin_capturar") == (
        "corregir: Falta mayo en monitoreo y portal. "
        "Tiene 21 días hábiles: a 3 por día serían 63 en cada una."
    )


def test_de_lo_que_no_es_diario_no_se_dice_cuanto_seria() -> None:
    mixto = plan_de(cifra("monitoreo", por_dia=3), cifra("visitas"), cifra("portal", por_dia=1))
    escrito = {
        (clave, mes, None): 1 for clave in ("monitoreo", "visitas", "portal") for mes in (ABRIL, JUNIO)
    }
    assert dice(foto(mixto, escrito), "sin_capturar") == (
        "corregir: Falta mayo en monitoreo, visitas y portal. "
        "Tiene 21 días hábiles: a 1 por día serían 21 en portal y a 3 por día serían 63 en monitoreo."
    )


def test_un_cuadro_que_solo_da_el_total_salta_al_total() -> None:
    cuadro = Cuadro("total", (Banda("cifras", cifras=("oficios",)),), (Banda("trimestre"),))
    del_plan = plan_de(cifra("visitas"))
    componente = del_plan.componentes[0]
    paso = replace(componente.actividades[0].pasos[0], apartados=(Apartado("t", "cuadro", cuadro="total"),))
    actividad = replace(componente.actividades[0], pasos=(paso,))
    solo_total = plan(
        contada("oficios", "registros"),
        cuadros=(cuadro,),
        componentes=(replace(componente, actividades=(actividad,)),),
    )
    mal = foto(solo_total)
    assert [h.mensaje for h in hallados(mal, "sin_capturar")][0] == "Falta abril en oficios."
    assert {s["origen"] for s in sitios(mal, "sin_capturar")} == {"cuadro:total"}


def test_un_paso_sin_nada_anotado_se_dice_hasta_marcar_que_no_toco() -> None:
    vacio = foto(plan())
    assert dice(vacio, "nada_anotado") == (
        "corregir: No hay nada anotado en 1.1 paso 1: anótelo o marque que no tocó."
    )
    assert not dice(replace(vacio, sin_actividad=frozenset({"1.1/1"})), "nada_anotado")
    assert not dice(foto(plan(), renglones=(renglon(1, asunto="algo"),)), "nada_anotado")


def test_no_toco_donde_hay_algo_anotado_se_dice() -> None:
    dos = foto(
        plan(),
        renglones=(renglon(1, asunto="algo"),),
        parrafos=(ParrafoLibre("p1", "1.1/1", 2, "Y algo más."),),
    )
    assert not dice(dos, "no_toco_con_renglones")
    for marcado, nombre in (("1", "Componente 1"), ("1.1", "1.1"), ("1.1/1", "1.1 paso 1")):
        con_marca = replace(dos, sin_actividad=frozenset({marcado}))
        assert dice(con_marca, "no_toco_con_renglones") == (
            f"corregir: {nombre} dice «no tocó» y tiene 2 renglones: así no se imprimen. "
            "Quite la marca o lo anotado."
        )
        assert [s["origen"] for s in sitios(con_marca, "no_toco_con_renglones")] == [f"lugar:{marcado}"]
    uno = replace(dos, parrafos=(), sin_actividad=frozenset({"1", "1.1/1"}))
    assert "tiene un renglón: así no se imprime." in dice(uno, "no_toco_con_renglones")
    assert not dice(foto(plan(), sin_actividad=frozenset({"1"})), "no_toco_con_renglones")


def test_un_paso_con_cuadro_no_necesita_renglones() -> None:
    assert not dice(foto(plan_de(cifra("visitas")), por_mes("visitas", 1, 2, 3)), "nada_anotado")


DIARIO = plan_de(cifra("monitoreo", por_dia=3))


def test_el_ritmo_diario_contra_los_dias_habiles_dice_las_dos_cifras() -> None:
    mal = foto(DIARIO, por_mes("monitoreo", 66, 70, 63))
    assert dice(mal, "ritmo") == "revisar: monitoreo: mayo dice 70; 21 días hábiles por 3 son 63."
    assert [s["mes"] for s in sitios(mal, "ritmo")] == [MAYO]


def test_el_ritmo_cabal_no_se_dice() -> None:
    assert not dice(foto(DIARIO, por_mes("monitoreo", 66, 63, 63)), "ritmo")


DOS = (cifra("portal"), cifra("buzón"))


def test_dos_cuadros_con_los_mismos_tres_meses_parecen_copiados() -> None:
    mal = foto(plan_de(*DOS), por_mes("portal", 77, 70, 64) | por_mes("buzón", 77, 70, 64))
    assert dice(mal, "meses_calcados") == (
        "revisar: «portal» y «buzón» dicen lo mismo los tres meses (77, 70, 64): "
        "vea que una no se haya copiado de la otra."
    )


def test_no_es_copia_si_son_numeros_chicos_o_el_plan_las_relaciona() -> None:
    chicos = por_mes("portal", 3, 1, 1) | por_mes("buzón", 3, 1, 1)
    assert not dice(foto(plan_de(*DOS), chicos), "meses_calcados")
    iguales = por_mes("portal", 66, 63, 63) | por_mes("buzón", 66, 63, 63)
    diarias = tuple(replace(c, por_dia=3) for c in DOS)
    assert not dice(foto(plan_de(*diarias), iguales), "meses_calcados")
    juntas = (Concordancia("x", "Iguales.", ("portal",), ("buzón",)),)
    assert not dice(foto(plan_de(*DOS, concordancias=juntas), iguales), "meses_calcados")
    assert not dice(foto(plan_de(*DOS), por_mes("portal", 77, 70, 64)), "meses_calcados")


def con_el_primero(anterior: int, ahora: tuple[int, int, int], por_dia: int | None = None):
    """Abril, mayo y junio, tras un primer trimestre que dio `anterior` en enero."""
    base = foto(plan_de(cifra("solicitudes", por_dia=por_dia)), por_mes("solicitudes", *ahora))
    antes = {Casilla("solicitudes", 1, mes): n for mes, n in ((1, anterior), (2, 0), (3, 0))}
    return replace(base, conteos=Conteos({**base.conteos.valores, **antes}))


def test_un_numero_muy_lejos_del_trimestre_anterior() -> None:
    assert dice(con_el_primero(60, (200, 10, 5)), "lejos_de_antes") == (
        "revisar: solicitudes: 215 en este trimestre; antes, 1º: 60."
    )
    assert "solicitudes: 12 en este trimestre" in dice(con_el_primero(60, (4, 4, 4)), "lejos_de_antes")


def test_ni_poca_diferencia_ni_lo_diario_llaman_la_atencion() -> None:
    assert not dice(con_el_primero(60, (30, 30, 30)), "lejos_de_antes")
    assert not dice(con_el_primero(60, (20, 20, 5)), "lejos_de_antes"), "quince menos no es ni la mitad"
    assert not dice(con_el_primero(60, (30, 30, 20)), "lejos_de_antes")
    assert not dice(con_el_primero(2, (2, 2, 4)), "lejos_de_antes")
    assert not dice(con_el_primero(60, (200, 10, 5), por_dia=3), "lejos_de_antes")


@pytest.mark.parametrize(
    ("antes", "ahora", "llama"),
    [(15, 5, True), (13, 4, False), (20, 10, False), (5, 15, True), (5, 14, False), (10, 20, False)],
)
def test_diez_de_diferencia_y_mas_del_doble_o_menos_de_la_mitad_ya_llaman(
    antes: int, ahora: int, llama: bool
) -> None:
    assert bool(dice(con_el_primero(antes, (ahora, 0, 0)), "lejos_de_antes")) is llama


def test_un_trimestre_anterior_a_medias_no_se_compara() -> None:
    base = con_el_primero(1, (200, 10, 5))
    valores = {c: n for c, n in base.conteos.valores.items() if (c.trimestre, c.mes) != (1, 3)}
    assert not dice(replace(base, conteos=Conteos(valores)), "lejos_de_antes")
