"""Los párrafos de un paso: lo anotado dicho en frases, lo libre en su sitio y lo escrito a mano."""

from __future__ import annotations

from datetime import date

from tests.inventado import ABRIL, JUNIO, MAYO, cifra, con_formas, foto, plan, renglon
from ut_escritorio.dominio.impreso.relatos import Relato, forma_de, relato_de, relato_de_apartado, relatos_de
from ut_escritorio.dominio.impreso.textos import RAYA
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Paso
from ut_escritorio.dominio.plan.cifras import Capturada
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, TextoAMano
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre

POR_OFICIO = Forma("oficio", "Por oficio", "Con oficio {folios} se pidió {asunto}.", ("oficio",))
SESIONES = Forma(
    "sesiones",
    "Sesiones",
    "{renglones?El día|Los días} {fecha:dias}, a las {hora} horas{renglones?|, respectivamente}, "
    "se vio {asunto:unicos}.",
    ("sesion",),
    vineta=True,
    agrupa=True,
)
DE_OTRO_MODO = Forma("otra", "Otra", "Se hizo {asunto}.")
PLAN = con_formas(POR_OFICIO, SESIONES, DE_OTRO_MODO)


def sesion(orden: int, mes: int, dia: int, hora: str, asunto: str = "el archivo", **otros):
    fecha = date(2031, mes, dia)
    return renglon(orden, medio="sesion", fecha=fecha, campos={"hora": hora}, asunto=asunto, **otros)


def oficio(orden: int, folio: str, asunto: str = "la lista", **otros):
    return renglon(orden, folio, medio="oficio", asunto=asunto, **otros)


def textos(mia: FotoTrimestre, lugar: str = "1.1/1") -> list[str]:
    return [relato.texto for relato in relatos_de(mia, lugar)]


def test_cada_renglon_se_dice_segun_su_medio() -> None:
    cosas = (oficio(1, "A/7"), renglon(2, medio="visita", asunto="una visita"))
    assert textos(foto(PLAN, renglones=cosas)) == ["Con oficio A/7 se pidió la lista.", "Se hizo una visita."]


def test_la_forma_que_el_renglon_nombra_manda_sobre_su_medio() -> None:
    assert textos(foto(PLAN, renglones=(oficio(1, "A/7", forma="otra"),))) == ["Se hizo la lista."]


def test_sin_formas_se_imprime_el_asunto_y_sin_ninguna_de_su_medio_la_primera() -> None:
    assert textos(foto(plan(), renglones=(renglon(1, asunto="la lista"),))) == ["la lista"]
    assert forma_de(con_formas(POR_OFICIO, SESIONES), renglon(medio="paloma")) == POR_OFICIO
    assert forma_de(PLAN, renglon(lugar="de otro año")).texto == "{asunto}"


def test_las_formas_del_paso_valen_antes_que_las_de_su_actividad() -> None:
    suya = Forma("suya", "Suya", "Aquí: {asunto}.")
    pasos = (Paso("1.1/1", "1", "Uno"), Paso("1.1/2", "2", "Otro", formas=(suya,)))
    actividad = Actividad("1.1", "1.1", "Puertas", pasos=pasos, formas=(POR_OFICIO,))
    mi_plan = plan(componentes=(Componente("1", "1", "Atención", "x", actividades=(actividad,)),))
    assert mi_plan.formas_de("1.1/2") == (suya,)
    assert mi_plan.formas_de("1.1/1") == (POR_OFICIO,)
    assert mi_plan.formas_de("1") == ()


def test_el_parrafo_de_un_renglon_es_el_mismo_que_entre_todos_los_de_su_lugar() -> None:
    cosas = (sesion(1, 4, 9, "10:30"), sesion(2, 4, 11, "11:00"), oficio(3, "A/7"), sesion(5, 6, 2, "9:00"))
    libre = ParrafoLibre("p", "1.1/1", 4, "Nada más.")
    mia = foto(PLAN, renglones=cosas, parrafos=(libre,))
    todos = relatos_de(mia, "1.1/1")
    assert [uid for relato in todos for uid in relato.uids] == [cosa.uid for cosa in cosas]
    assert len(todos) == 4
    for cosa in cosas:
        assert [relato_de(mia, cosa)] == [relato for relato in todos if cosa.uid in relato.uids]


def test_las_sesiones_de_un_mes_van_en_un_parrafo_con_sus_listas_a_la_par() -> None:
    cosas = (sesion(1, 4, 9, "10:30"), sesion(2, 4, 11, "11:00"), sesion(3, 4, 16, "10:30"))
    assert textos(foto(PLAN, renglones=cosas)) == [
        "Los días 9, 11 y 16 de abril, a las 10:30, 11:00 y 10:30 horas, respectivamente, se vio el archivo."
    ]


def test_una_sola_sesion_se_dice_en_singular() -> None:
    assert textos(foto(PLAN, renglones=(sesion(1, 4, 9, "10:30"),))) == [
        "El día 9 de abril, a las 10:30 horas, se vio el archivo."
    ]


def test_otro_mes_otra_forma_o_un_parrafo_en_medio_abren_parrafo() -> None:
    libre = ParrafoLibre("l", "1.1/1", 4, "Hubo fiesta.")
    cosas = (
        sesion(1, 4, 9, "1"),
        sesion(2, 5, 2, "2"),
        oficio(3, "A/7", mes=MAYO),
        sesion(5, 5, 3, "3"),
        sesion(6, 5, 4, "4"),
    )
    relatos = relatos_de(foto(PLAN, renglones=cosas, parrafos=(libre,)), "1.1/1")
    assert [relato.uids for relato in relatos] == [("uid1",), ("uid2",), ("uid3",), (), ("uid5", "uid6")]
    assert [relato.mes for relato in relatos] == [ABRIL, MAYO, MAYO, None, MAYO]
    assert [relato.vineta for relato in relatos] == [True, True, False, False, True]


def test_lo_que_no_se_agrupa_no_se_agrupa_aunque_sea_igual() -> None:
    assert len(textos(foto(PLAN, renglones=(oficio(1, "A/7", mes=MAYO), oficio(2, "A/8", mes=MAYO))))) == 2


def test_dos_renglones_juntos_hacen_un_parrafo_de_dos_frases() -> None:
    cosas = (oficio(1, "A/7"), oficio(2, "A/8", junto=True))
    (relato,) = relatos_de(foto(PLAN, renglones=cosas), "1.1/1")
    assert relato.texto == "Con oficio A/7 se pidió la lista. Con oficio A/8 se pidió la lista."
    assert (relato.origen, relato.uids) == ("registro:uid1", ("uid1", "uid2"))


def test_un_renglon_junto_puede_seguir_agrupando() -> None:
    cosas = (oficio(1, "A/7", mes=ABRIL), sesion(2, 4, 9, "1", junto=True), sesion(3, 4, 10, "2"))
    (texto,) = textos(foto(PLAN, renglones=cosas))
    assert texto.startswith("Con oficio A/7 se pidió la lista. Los días 9 y 10 de abril")


def test_junto_al_principio_o_tras_un_parrafo_libre_va_aparte() -> None:
    libre = ParrafoLibre("l", "1.1/1", 2, "Hubo fiesta.")
    cosas = (oficio(1, "A/7", junto=True), oficio(3, "A/8", junto=True))
    assert textos(foto(PLAN, renglones=cosas, parrafos=(libre,))) == [
        "Con oficio A/7 se pidió la lista.",
        "Hubo fiesta.",
        "Con oficio A/8 se pidió la lista.",
    ]


def test_un_lugar_dice_solo_lo_suyo_y_en_su_orden() -> None:
    cosas = (oficio(5, "A/5"), oficio(2, "A/2"), oficio(3, "A/3", lugar="1.1"))
    assert textos(foto(PLAN, renglones=cosas)) == [
        "Con oficio A/2 se pidió la lista.",
        "Con oficio A/5 se pidió la lista.",
    ]


def test_un_dato_que_falta_se_apunta_en_su_parrafo() -> None:
    cosas = (renglon(1, medio="oficio", asunto="la lista"), oficio(2, "", "", junto=True))
    (relato,) = relatos_de(foto(PLAN, renglones=cosas), "1.1/1")
    assert relato.texto.count(RAYA) == 3
    assert relato.faltantes == ("folios", "folios", "asunto")


# ── A mano ──


def con_mano(sustituye: str) -> Relato:
    a_mano = TextoAMano("registro:uid1", "Lo digo yo {0} ** <b>", sustituye)
    cosas = (oficio(1, "A/7"),)
    return relatos_de(foto(PLAN, renglones=cosas, a_mano={a_mano.origen: a_mano}), "1.1/1")[0]


def test_lo_escrito_a_mano_se_imprime_y_el_automatico_se_conserva() -> None:
    relato = con_mano("Con oficio A/7 se pidió la lista.")
    assert relato.texto == "Lo digo yo {0} ** <b>"
    assert relato.automatico == "Con oficio A/7 se pidió la lista."
    assert (relato.a_mano, relato.cambio, relato.uids) == (True, False, ("uid1",))


def test_si_los_datos_cambian_se_sabe() -> None:
    assert con_mano("Con oficio A/6 se pidió la lista.").cambio


def test_lo_automatico_no_esta_a_mano_ni_cambio() -> None:
    (relato,) = relatos_de(foto(PLAN, renglones=(oficio(1, "A/7"),)), "1.1/1")
    assert (relato.a_mano, relato.cambio, relato.texto) == (False, False, relato.automatico)


# ── Apartados ──


def cierre(texto: str, **datos) -> str | None:
    mi_plan = plan(cifra("v", Capturada(("mes", "trimestre"))), cifra("w"))
    relato = relato_de_apartado(foto(mi_plan, **datos), "1.1/1", Apartado("a", "cierre", texto))
    return relato.texto if relato else None


def test_un_cierre_sin_nada_que_contar_no_se_imprime() -> None:
    assert cierre("Son {cifra.v:unidad}.", escrito={("v", None, None): 0}) is None
    assert cierre("Son {cifra.v:unidad}.") is None


def test_un_cierre_con_algo_se_imprime_y_a_medias_deja_la_raya() -> None:
    assert cierre("Son {cifra.v:unidad}.", escrito={("v", None, None): 3}) == "Son 3 visitas."
    assert cierre("Son {cifra.v:unidad}.", escrito={("v", JUNIO, None): 3}) == f"Son {RAYA}."
    assert cierre("De {cuenta.v+w:unidad}.", escrito={("v", None, None): 1}) == "De 1 visita."


def test_un_cierre_que_no_cuenta_siempre_se_imprime() -> None:
    assert cierre("Es todo.") == "Es todo."


def test_un_titulo_tambien_se_puede_escribir_a_mano() -> None:
    a_mano = TextoAMano("apartado:a", "Mi título", "Casa Abierta")
    mia = foto(plan(), a_mano={a_mano.origen: a_mano})
    relato = relato_de_apartado(mia, "", Apartado("a", "titulo", "{programa}"))
    assert relato == Relato("apartado:a", "Mi título", "Casa Abierta", a_mano=True)
