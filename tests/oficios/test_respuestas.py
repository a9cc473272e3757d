"""Las respuestas: lo que llega contesta a lo que se envió, y lo que espera se mide en días hábiles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.datos.oficina import TRIMESTRE
from tests.oficios.test_libro import agregar, de
from ut_escritorio.dominio.oficina.calendario import Calendario, Descanso, cuantos_habiles, habiles
from ut_escritorio.dominio.oficios.dichos import respuestas_dichas
from ut_escritorio.dominio.oficios.espera import Paciencia
from ut_escritorio.dominio.oficios.libro import EnElLibro, Pedido, a_cuales_contesta, pedidos
from ut_escritorio.dominio.oficios.oficio import Contestacion, DelPapel, Oficio, Seguimiento
from ut_escritorio.dominio.oficios.respuestas import Llegada, cada_una, lo_que_llego
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Parte
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer
from ut_escritorio.servicios.entrega.firma import firmar, que_cambio
from ut_escritorio.servicios.oficina.calendario import agregar_descanso
from ut_escritorio.servicios.oficios import anotar, espera, responder
from ut_escritorio.servicios.oficios.libro import atrasados, leer_libro, que_esperan

MAYO, HOY = date(2031, 5, 6), date(2031, 6, 26)
DIAS = st.dates(date(2029, 1, 1), date(2032, 12, 31))


def enviar(exp: Expediente, folio: str, dia: date | None = MAYO, **sigue: object) -> str:
    """Uno enviado ese día que espera respuesta."""
    uid = agregar(exp, folio, papel=DelPapel(dia)).uid
    anotar.seguir(exp, TRIMESTRE, [uid], **{"espera": True, **sigue})
    return uid


def esperan(exp: Expediente, hoy: date = HOY) -> list[tuple[str, int | None, bool]]:
    filas = que_esperan(exp, espera.paciencia_de(exp, hoy))
    return [(fila.oficio.folio, fila.van, fila.atrasado) for fila in filas]


# Los días hábiles


@given(DIAS, st.integers(-3, 900), st.lists(st.tuples(DIAS, st.integers(0, 40)), max_size=3))
def test_se_cuentan_los_mismos_dias_que_uno_por_uno(desde: date, largo: int, descansos: list):
    propios = tuple(Descanso(dia, dia + timedelta(days=n)) for dia, n in descansos)
    calendario, hasta = Calendario(descansos=propios), desde + timedelta(days=largo)
    assert cuantos_habiles(calendario, desde, hasta) == len(habiles(calendario, desde, hasta))


def test_son_muchos_despues_de_su_dia_o_de_lo_que_la_oficina_espera():
    paciencia = Paciencia(HOY, Calendario(), dias=10)
    assert not paciencia.son_muchos(10, None) and paciencia.son_muchos(11, None)
    assert not paciencia.son_muchos(40, HOY), "el día mismo aún no pasa"
    assert paciencia.son_muchos(1, HOY - timedelta(days=1))
    assert not paciencia.son_muchos(None, None), "sin fecha no se sabe cuánto lleva"


def test_espera_mas_el_que_salio_antes_aunque_su_numero_sea_de_despues(exp: Expediente):
    enviar(exp, "PR/0900/2031", date(2031, 6, 20))
    enviar(exp, "PR/0901/2031", MAYO)
    enviar(exp, "PR/0902/2031", date(2031, 6, 2))
    por_dia = ["PR/0901/2031", "PR/0902/2031", "PR/0900/2031"]
    assert [folio for folio, *_ in esperan(exp)] == por_dia
    libro = leer_libro(exp, 2031, espera.paciencia_de(exp, HOY))
    assert [fila.oficio.folio for fila in libro.ver(Pedido("sin contestar"))] == por_dia


def test_esperan_los_de_todos_los_anios_lo_mas_viejo_primero(exp: Expediente):
    enviar(exp, "PR/0901/2031", date(2031, 6, 20))
    enviar(exp, "PR/0900/2031")
    enviar(exp, "PR/0033/2030", date(2030, 12, 30), antes_del=date(2031, 12, 31))
    agregar(exp, "PR/0902/2031", papel=DelPapel(MAYO))
    dichos = esperan(exp)
    assert [folio for folio, *_ in dichos] == ["PR/0033/2030", "PR/0900/2031", "PR/0901/2031"]
    assert [tarda for *_, tarda in dichos] == [False, True, False]
    libro = leer_libro(exp, 2031, espera.paciencia_de(exp, HOY))
    assert [fila.oficio.folio for fila in libro.de_antes] == ["PR/0033/2030"]
    vistas = [fila.oficio.folio for fila in libro.ver(Pedido("sin contestar"))]
    assert vistas == ["PR/0033/2030", "PR/0900/2031", "PR/0901/2031"]
    assert libro.cuentas["sin contestar"] == 3
    assert "PR/0033/2030" not in {fila.oficio.folio for fila in libro.ver(Pedido())}
    assert atrasados(exp, HOY) == 1


def test_los_dias_propios_no_cuentan_y_la_oficina_dice_desde_cuantos_son_muchos(exp: Expediente):
    enviar(exp, "PR/0900/2031", date(2031, 6, 10))
    ((_, antes, tarda),) = esperan(exp)
    assert (antes, tarda) == (12, True)
    agregar_descanso(exp, Descanso(date(2031, 6, 12), date(2031, 6, 13), "Aniversario"))
    assert esperan(exp) == [("PR/0900/2031", 10, False)]
    espera.esperar(exp, 9)
    assert esperan(exp) == [("PR/0900/2031", 10, True)]
    deshacer(exp)
    assert esperan(exp) == [("PR/0900/2031", 10, False)]
    for mal in (0, 367):
        with pytest.raises(ValorInvalido, match="de 1 a 366"):
            espera.esperar(exp, mal)


# Lo que llega


def test_lo_que_llego_a_medias_lo_completa_lo_que_llegue_despues():
    primera = Llegada("TM/1/2031", 7, "2031-05-09", completa=False)
    assert lo_que_llego([primera]).a_medias
    en_su_asunto = Llegada("TM/1/2031", 7, "2031-05-09")
    assert lo_que_llego([primera, en_su_asunto]).a_medias, "es el mismo papel: sigue faltando una parte"
    otra = Llegada("TM/2/2031", 8, "2031-05-20")
    assert lo_que_llego([primera, en_su_asunto, otra]).entero
    assert lo_que_llego([otra, primera]).con == ("TM/2/2031", "TM/1/2031")
    assert not lo_que_llego([]).a_medias and not lo_que_llego([]).entero


def test_llega_la_respuesta_de_varios_de_una_vez_y_se_deshace_junta(exp: Expediente):
    uids = [enviar(exp, folio) for folio in ("PR/0900/2031", "PR/0901/2031", "PR/0902/2031")]
    llego = Contestacion("", fecha=HOY, medio="correo")
    responder.contestar_varios(exp, TRIMESTRE, uids, llego)
    assert esperan(exp) == [] and de(exp, "PR/0901/2031").contestado_con == ("correo",)
    assert por_deshacer(exp) == "Deshacer anotar la respuesta de 3 oficios"
    suyas = [suya.uid for uid in uids for suya in responder.contestaciones_de(exp, uid)]
    assert len(set(suyas)) == 3, "cada una es otra: quitar una no quita las demás"
    responder.quitar_contestacion(exp, TRIMESTRE, suyas[0])
    assert len(esperan(exp)) == 1
    deshacer(exp)
    deshacer(exp)
    assert len(esperan(exp)) == 3


def test_cada_respuesta_se_dice_con_su_dia_por_donde_llego_y_que_contestaron(exp: Expediente):
    uid = enviar(exp, "PR/0900/2031")
    assert respuestas_dichas(de(exp, "PR/0900/2031")) == ()
    recibido = agregar(exp, "TM/23/2031", sentido="recibido", papel=DelPapel(date(2031, 5, 9))).uid
    for llego in (
        Contestacion("", fecha=HOY, medio="correo", nota="Que sí, con el Anexo Ñ."),
        Contestacion("", recibido, date(2031, 5, 8), completa=False),
        Contestacion("", fecha=date(2031, 5, 12), medio="en persona"),
        Contestacion("", medio="por escrito"),
    ):
        responder.contestar(exp, TRIMESTRE, uid, llego)
    suya = de(exp, "PR/0900/2031")
    assert respuestas_dichas(suya) == (
        "Contestado por escrito.",
        "Contestado en parte el 09/05/2031 con TM/23/2031.",
        "Contestado el 12/05/2031 en persona.",
        "Contestado el 26/06/2031 por correo: Que sí, con el Anexo Ñ.",
    )
    assert pedidos([suya], Pedido(buscado="anexo ñ")) == (suya,), "se halla por lo que contestaron"


def test_lo_que_se_sabe_por_su_asunto_y_ademas_se_anoto_se_dice_una_vez():
    anotada = Llegada("TM/1/2031", 7, "2031-05-09", completa=False, nota="falta el anexo")
    en_su_asunto, otra = Llegada("TM/1/2031", 7, "2031-05-09"), Llegada("TM/2/2031", 8, "2031-05-02")
    assert cada_una([anotada, en_su_asunto, otra]) == (otra, anotada)
    assert cada_una([en_su_asunto]) == (en_su_asunto,)


def test_decir_a_que_contesta_se_corrige_y_se_quita(exp: Expediente):
    uno, otro = enviar(exp, "PR/0900/2031"), enviar(exp, "PR/0901/2031")
    recibido = agregar(exp, "TM/23/2031", sentido="recibido", papel=DelPapel(date(2031, 5, 9)))
    responder.contesta_a(exp, TRIMESTRE, recibido.uid, uno)
    assert de(exp, "TM/23/2031").contesta == ((uno, True),)
    responder.contesta_a(exp, TRIMESTRE, recibido.uid, otro, completa=False)
    assert [folio for folio, *_ in esperan(exp)] == ["PR/0900/2031", "PR/0901/2031"]
    assert de(exp, "PR/0901/2031").a_medias and not de(exp, "PR/0900/2031").a_medias
    responder.contesta_a(exp, TRIMESTRE, recibido.uid, "")
    assert de(exp, "TM/23/2031").responde_a == ()
    deshacer(exp)
    assert de(exp, "TM/23/2031").responde_a == ("PR/0901/2031",)
    with pytest.raises(ErrorEsperado, match="a sí mismo"):
        responder.contestar(exp, TRIMESTRE, uno, Contestacion("", uno))


def test_lo_que_llega_despues_de_firmar_se_acepta_y_nada_de_lo_firmado_cambia(exp: Expediente):
    uid = enviar(exp, "PR/0900/2031")
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    foto = exp.foto(TRIMESTRE)
    responder.contestar(exp, TRIMESTRE, uid, Contestacion("", fecha=date(2031, 7, 9), medio="correo"))
    espera.esperar(exp, 20)
    deshacer(exp)
    assert exp.foto(TRIMESTRE) == foto
    assert not list(que_cambio(exp, TRIMESTRE, 1))
    assert de(exp, "PR/0900/2031").estado == "contestado"


def test_la_foto_trae_lo_contestado_si_alguno_de_los_dos_es_del_trimestre_y_no_se_ha_firmado(exp: Expediente):
    uno = enviar(exp, "PR/0900/2031")
    for folio, dia in (("TM/23/2031", date(2031, 8, 6)), ("TM/24/2031", date(2031, 1, 9))):
        llego = agregar(exp, folio, sentido="recibido", papel=DelPapel(dia)).uid
        responder.contestar(exp, TRIMESTRE, uno, Contestacion("", llego, dia))
    responder.contestar(exp, TRIMESTRE, uno, Contestacion("", fecha=date(2031, 7, 9), medio="correo"))

    def respuestas(trimestre: Trimestre) -> list[tuple[str, str, date | None]]:
        dichos = exp.foto(trimestre).contestados
        return [(uno.folio, con.folio, con.fecha) for uno, con in ((c.oficio, c.respuesta) for c in dichos)]

    primera, segunda = (
        ("PR/0900/2031", "TM/24/2031", date(2031, 1, 9)),
        ("PR/0900/2031", "TM/23/2031", date(2031, 8, 6)),
    )
    assert respuestas(TRIMESTRE) == [primera, segunda]
    assert respuestas(Trimestre(2031, 3)) == [segunda]
    anotar.cancelar(exp, TRIMESTRE, uno, "Se repitió")
    assert respuestas(TRIMESTRE) == []
    deshacer(exp)
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    assert respuestas(TRIMESTRE) == []


# A cuál contesta


def fila(folio: str, con: str = "", espera_: bool | None = None, **otros: object) -> EnElLibro:
    oficio = Oficio(folio, folio, ejercicio=2031, papel=DelPapel(otros.pop("dia", MAYO)))  # type: ignore[arg-type]
    return EnElLibro(oficio, con=con, seguimiento=Seguimiento(espera=espera_), **otros)  # type: ignore[arg-type]


def test_se_ofrecen_primero_los_que_esperan_de_quien_contesta():
    filas = [
        fila("UT/1/2031", "Obras Públicas", True),
        fila("UT/2/2031", "Tesorería Municipal"),
        fila("UT/4/2031", "Tesorería Municipal; Obras Públicas", True, dia=date(2031, 6, 1)),
        fila("UT/3/2031", "Tesorería Municipal", True),
        fila("UT/5/2031", "Tesorería Municipal", espera_=False),
        fila("UT/6/2031", "Tesorería Municipal", True, contestado=True),
        fila("UT/7/2031", "Salud"),
    ]
    de_tesoreria = [f.oficio.folio for f in a_cuales_contesta(filas, "tesoreria municipal")]
    assert de_tesoreria == ["UT/3/2031", "UT/4/2031", "UT/1/2031", "UT/2/2031"]
    assert [f.oficio.folio for f in a_cuales_contesta(filas, "")] == ["UT/1/2031", "UT/3/2031", "UT/4/2031"]
    recibido = replace(filas[0], oficio=replace(filas[0].oficio, sentido="recibido"))
    assert a_cuales_contesta([recibido], "") == ()


def test_el_area_se_busca_entera_y_no_por_pedazos():
    filas = [fila("UT/1/2031", "Obras Públicas y Desarrollo", True), fila("UT/2/2031", "Obras", True)]
    assert [f.oficio.folio for f in a_cuales_contesta(filas, "Obras")] == ["UT/2/2031", "UT/1/2031"]


def test_la_parte_del_catalogo_tambien_se_reconoce(exp: Expediente):
    uid = agregar(exp, "PR/0900/2031", papel=DelPapel(MAYO, None, (Parte("destinatario", "tesoreria"),))).uid
    anotar.seguir(exp, TRIMESTRE, [uid], espera=True)
    enviar(exp, "PR/0100/2031", date(2031, 4, 1))
    suya = de(exp, "PR/0900/2031")
    todas = que_esperan(exp, espera.paciencia_de(exp, HOY))
    assert [f.oficio.folio for f in a_cuales_contesta(todas, suya.con)][0] == "PR/0900/2031"


def test_la_respuesta_que_se_cambia_y_ya_no_estaba_vuelve_con_su_nombre(exp: Expediente):
    uid = enviar(exp, "PR/0901/2031")
    responder.contestar(exp, TRIMESTRE, uid, Contestacion("la suya", fecha=HOY, medio="correo"))
    assert [cada.uid for cada in responder.contestaciones_de(exp, uid)] == ["la suya"]
