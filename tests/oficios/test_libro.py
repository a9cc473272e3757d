"""El libro de un año: lo que se dice en los informes y lo que solo está en él."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.datos.oficina import PASO, TRIMESTRE
from ut_escritorio.dominio.impreso.anotar import Borrador
from ut_escritorio.dominio.oficios.libro import EnElLibro, Pedido, cuentas, en_orden, pedidos
from ut_escritorio.dominio.oficios.oficio import Contestacion, DelPapel, Oficio, Seguimiento
from ut_escritorio.dominio.oficios.solo_al_libro import SOLO_AL_LIBRO
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.captura.renglones import guardar_renglon, nuevo_renglon, quitar_renglon
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.entrega.remision import guardar_oficio
from ut_escritorio.servicios.oficios import anotar, responder
from ut_escritorio.servicios.oficios.libro import leer_libro

ENVIADO = Oficio("", sentido="enviado", asunto="actualizar el módulo de horarios")
MAYO = date(2031, 5, 6)


def de(exp: Expediente, folio: str) -> EnElLibro:
    (fila,) = [f for f in leer_libro(exp, 2031).filas if f.oficio.folio == folio]
    return fila


def agregar(exp: Expediente, folio: str = "", **otros: object) -> Oficio:
    return anotar.agregar(exp, TRIMESTRE, replace(ENVIADO, folio=folio, **otros))[0]  # type: ignore[arg-type]


def test_cada_papel_una_vez_con_todos_los_lugares_donde_se_dice(exp: Expediente):
    guardar_oficio(exp, TRIMESTRE, "vecindad", "PR/0534/2031", date(2031, 7, 1))
    fila = de(exp, "PR/0534/2031")
    assert [dicho.donde for dicho in fila.dichos] == ["1.1 paso 1 bis", "1.1 paso 1 bis", "Remisión"]
    assert fila.estado == "enviado"


def test_varios_numeros_van_al_libro_de_una_vez_o_ninguno(exp: Expediente):
    agregar(exp, "PR/0902/2031")
    borrador = Borrador(SOLO_AL_LIBRO, "oficio", "enviado", "900 al 902", MAYO, "tesorería", "los horarios.")
    antes = len(leer_libro(exp, 2031).filas)
    with pytest.raises(ErrorEsperado, match="PR/0902/2031 ya es de otro"):
        anotar.anotar_solo_al_libro(exp, TRIMESTRE, borrador)
    assert len(leer_libro(exp, 2031).filas) == antes
    anotar.anotar_solo_al_libro(exp, TRIMESTRE, replace(borrador, folios="900 y 901"))
    suyas = [de(exp, f"PR/0{n}/2031") for n in (900, 901)]
    assert {(fila.con, fila.asunto, fila.dichos, fila.oficio.papel.fecha) for fila in suyas} == {
        ("Tesorería", "los horarios.", (), MAYO)
    }
    deshacer(exp)
    assert len(leer_libro(exp, 2031).filas) == antes


def test_el_que_ningun_informe_dice_vive_en_el_libro(exp: Expediente):
    nuevo = agregar(exp, "PR/0900/2031", papel=DelPapel(MAYO, None, (Parte("destinatario", "tesoreria"),)))
    fila = de(exp, "PR/0900/2031")
    assert (fila.oficio, fila.dichos, fila.estado) == (nuevo, (), "enviado")
    assert fila.con
    deshacer(exp)
    assert "PR/0900/2031" not in {f.oficio.folio for f in leer_libro(exp, 2031).filas}


def test_los_estados_son_hechos(exp: Expediente):
    assert agregar(exp).uid
    sin_numero = next(f for f in leer_libro(exp, 2031).filas if not f.oficio.folio)
    assert sin_numero.estado == "sin número"
    uid = agregar(exp, "PR/0900/2031").uid
    assert de(exp, "PR/0900/2031").estado == "tomado"
    anotar.cambiar(exp, TRIMESTRE, replace(de(exp, "PR/0900/2031").oficio, papel=DelPapel(MAYO)))
    assert de(exp, "PR/0900/2031").estado == "enviado"
    anotar.seguir(exp, TRIMESTRE, [uid], acuse=date(2031, 5, 7), espera=True)
    assert de(exp, "PR/0900/2031").estado == "con acuse"
    assert de(exp, "PR/0900/2031").espera
    responder.contestar(
        exp, TRIMESTRE, uid, Contestacion("", fecha=date(2031, 5, 9), medio="Correo", completa=False)
    )
    assert (de(exp, "PR/0900/2031").a_medias, de(exp, "PR/0900/2031").espera) == (True, True)
    responder.contestar(exp, TRIMESTRE, uid, Contestacion("", fecha=date(2031, 5, 10), medio="Correo"))
    fila = de(exp, "PR/0900/2031")
    assert (fila.estado, fila.contestado_con, fila.espera) == ("contestado", ("Correo",), False)
    anotar.cancelar(exp, TRIMESTRE, uid, "se imprimió dos veces")
    assert de(exp, "PR/0900/2031").estado == "cancelado"


def test_contestar_con_un_oficio_recibido_se_ve_de_los_dos_lados(exp: Expediente):
    enviado = agregar(exp, "PR/0900/2031")
    recibido = agregar(exp, "TM/23/2031", sentido="recibido", papel=DelPapel(date(2031, 5, 9)))
    responder.contestar(exp, TRIMESTRE, enviado.uid, Contestacion("", recibido.uid))
    assert de(exp, "PR/0900/2031").contestado_con == ("TM/23/2031",)
    assert de(exp, "TM/23/2031").responde_a == ("PR/0900/2031",)
    (anotada,) = responder.contestaciones_de(exp, enviado.uid)
    responder.quitar_contestacion(exp, TRIMESTRE, anotada.uid)
    assert de(exp, "PR/0900/2031").estado == "tomado"
    with pytest.raises(ErrorEsperado, match="a sí mismo"):
        responder.contestar(exp, TRIMESTRE, enviado.uid, Contestacion("", enviado.uid))


def test_lo_recibido_despues_en_el_mismo_asunto_contesta_sin_decirlo_dos_veces(exp: Expediente):
    asunto = "11111111-1111-4111-8111-111111111111"
    for folio, sentido in (("PR/0900/2031", "enviado"), ("TM/23/2031", "recibido")):
        citas = (Cita(folio),)
        nuevo_renglon(exp, TRIMESTRE, PASO, sentido=sentido, citas=citas, asunto_uid=asunto)
    assert de(exp, "PR/0900/2031").estado == "contestado"
    assert de(exp, "PR/0900/2031").contestado_con == ("TM/23/2031",)
    assert de(exp, "TM/23/2031").responde_a == ("PR/0900/2031",)


def test_lo_recibido_es_de_quien_su_renglon_dice_que_mando_si_nadie_dijo_de_quien_es(exp: Expediente):
    citas, mando = (Cita("TM/231/2031"),), Parte("origen", "tesoreria")
    nuevo_renglon(
        exp, TRIMESTRE, PASO, sentido="recibido", citas=citas, partes=(mando, Parte("origen", "", "Obras"))
    )
    assert de(exp, "TM/231/2031").con == "Tesorería; Obras"
    assert [f.oficio.folio for f in pedidos(leer_libro(exp, 2031).filas, Pedido(buscado="tesoreria obras"))]
    varias = (Cita("TM/232/2031"), Cita("TM/233/2031"))
    nuevo_renglon(exp, TRIMESTRE, PASO, sentido="recibido", citas=varias, partes=(mando,))
    assert de(exp, "TM/232/2031").con == "", "de varios en un renglón no se sabe cuál es de quién"
    nuevo_renglon(exp, TRIMESTRE, PASO, sentido="enviado", citas=(Cita("PR/0900/2031"),), partes=(mando,))
    assert de(exp, "PR/0900/2031").con == "", "lo enviado no es de quien pidió"
    oficio = de(exp, "TM/231/2031").oficio
    suyo = DelPapel(None, None, (Parte("emisor", "", "El Congreso"),))
    anotar.cambiar(exp, TRIMESTRE, replace(oficio, papel=suyo))
    assert de(exp, "TM/231/2031").con == "El Congreso", "si ella lo dice, es lo que dijo"


def test_lo_recibido_antes_no_contesta(exp: Expediente):
    asunto = "11111111-1111-4111-8111-111111111111"
    for folio, sentido in (("TM/23/2031", "recibido"), ("PR/0900/2031", "enviado")):
        citas = (Cita(folio),)
        nuevo_renglon(exp, TRIMESTRE, PASO, sentido=sentido, citas=citas, asunto_uid=asunto)
    assert de(exp, "PR/0900/2031").estado == "enviado"


def test_la_fecha_y_con_quien_se_cambian_en_el_libro_y_se_ven_en_el_renglon(exp: Expediente):
    citas = (Cita("PR/0900/2031"),)
    renglon, _ = nuevo_renglon(exp, TRIMESTRE, PASO, sentido="enviado", citas=citas)
    de_aqui = (Parte("destinatario", "tesoreria"),)
    oficio = de(exp, "PR/0900/2031").oficio
    anotar.cambiar(exp, TRIMESTRE, replace(oficio, papel=DelPapel(MAYO, None, de_aqui)))
    ahora = exp.foto(TRIMESTRE).renglon[renglon.uid]
    assert (ahora.fecha, ahora.partes) == (MAYO, de_aqui)
    guardar_renglon(exp, TRIMESTRE, replace(ahora, fecha=None, mes=6))
    assert de(exp, "PR/0900/2031").oficio.papel == DelPapel(None, 6, de_aqui)
    deshacer(exp)
    deshacer(exp)
    assert exp.foto(TRIMESTRE).renglon[renglon.uid] == renglon


def test_el_numero_se_corrige_en_el_libro_y_cambia_donde_se_dice(exp: Expediente):
    renglon, _ = nuevo_renglon(
        exp, TRIMESTRE, PASO, sentido="enviado", citas=(Cita("PR/0900/2031"), Cita("pr/900/2031"))
    )
    anotar.cambiar(exp, TRIMESTRE, replace(de(exp, "PR/0900/2031").oficio, folio="PR/0901/2031"))
    dichos = [cita.folio for cita in exp.foto(TRIMESTRE).renglon[renglon.uid].citas]
    assert dichos == ["PR/0901/2031", "PR/0901/2031"]


def test_la_remision_tambien_cambia_de_fecha_desde_el_libro(exp: Expediente):
    guardar_oficio(exp, TRIMESTRE, "vecindad", "PR/0900/2031", date(2031, 7, 1))
    anotar.cambiar(exp, TRIMESTRE, replace(de(exp, "PR/0900/2031").oficio, papel=DelPapel(date(2031, 7, 3))))
    assert exp.foto(TRIMESTRE).remisiones["vecindad"].fecha == date(2031, 7, 3)


def test_la_fecha_de_la_remision_cambia_la_del_renglon_que_dice_ese_oficio(exp: Expediente):
    renglon, _ = nuevo_renglon(
        exp, TRIMESTRE, PASO, sentido="enviado", citas=(Cita("PR/0900/2031"),), fecha=MAYO
    )
    guardar_oficio(exp, TRIMESTRE, "vecindad", "PR/0900/2031", MAYO)
    guardar_oficio(exp, TRIMESTRE, "vecindad", "PR/0900/2031", date(2031, 7, 3))
    assert exp.foto(TRIMESTRE).renglon[renglon.uid].fecha == date(2031, 7, 3)
    assert de(exp, "PR/0900/2031").oficio.papel.fecha == date(2031, 7, 3)
    deshacer(exp)
    assert exp.foto(TRIMESTRE).renglon[renglon.uid].fecha == MAYO


def test_lo_que_llega_despues_de_firmar_se_anota_y_lo_firmado_no_se_mueve(exp: Expediente):
    nuevo_renglon(exp, TRIMESTRE, PASO, sentido="enviado", citas=(Cita("PR/0900/2031"),), fecha=MAYO)
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    foto, fila = exp.foto(TRIMESTRE), de(exp, "PR/0900/2031")
    anotar.seguir(exp, TRIMESTRE, [fila.oficio.uid], acuse=date(2031, 7, 9), guardado_en="Carpeta 4")
    responder.contestar(exp, TRIMESTRE, fila.oficio.uid, Contestacion("", medio="Correo"))
    assert de(exp, "PR/0900/2031").estado == "contestado"
    assert exp.foto(TRIMESTRE) == foto
    with pytest.raises(ErrorEsperado, match="ya está firmado"):
        anotar.cambiar(exp, TRIMESTRE, replace(fila.oficio, papel=DelPapel(date(2031, 5, 7))))
    with pytest.raises(ErrorEsperado, match="ya firmado. Para cancelarlo, abra"):
        anotar.cancelar(exp, TRIMESTRE, fila.oficio.uid, "x", quitar_de_ahi=True)


def test_cancelar_pide_por_que_y_no_lo_quita_de_un_paso_sin_pedirlo(exp: Expediente):
    renglon, _ = nuevo_renglon(
        exp, TRIMESTRE, PASO, sentido="enviado", citas=(Cita("PR/0900/2031"),), asunto="las actas"
    )
    uid = de(exp, "PR/0900/2031").oficio.uid
    with pytest.raises(ErrorEsperado, match="Escriba por qué"):
        anotar.cancelar(exp, TRIMESTRE, uid, "  ")
    with pytest.raises(ErrorEsperado, match="Está en 1.1 paso 1 bis"):
        anotar.cancelar(exp, TRIMESTRE, uid, "salió dos veces")
    anotar.cancelar(exp, TRIMESTRE, uid, "salió dos veces", quitar_de_ahi=True)
    assert (de(exp, "PR/0900/2031").estado, de(exp, "PR/0900/2031").dichos) == ("cancelado", ())
    assert renglon.uid not in exp.foto(TRIMESTRE).renglon
    assert de(exp, "PR/0900/2031").asunto == "las actas", "su asunto no se va con el renglón"
    deshacer(exp)
    assert not de(exp, "PR/0900/2031").oficio.asunto
    assert exp.foto(TRIMESTRE).renglon[renglon.uid] == renglon


def test_el_que_se_borra_del_informe_con_algo_anotado_sigue_en_el_libro(exp: Expediente):
    renglon, _ = nuevo_renglon(exp, TRIMESTRE, PASO, sentido="enviado", citas=(Cita("PR/0900/2031"),))
    anotar.seguir(exp, TRIMESTRE, [de(exp, "PR/0900/2031").oficio.uid], acuse=MAYO)
    quitar_renglon(exp, TRIMESTRE, renglon.uid)
    assert de(exp, "PR/0900/2031").estado == "con acuse"


def test_uno_que_no_dice_si_se_envio_no_toma_la_fecha_del_que_si(exp: Expediente):
    """El renglón sin sentido habla del mismo papel, pero su fecha sigue siendo solo suya."""
    callado, _ = nuevo_renglon(exp, TRIMESTRE, PASO, citas=(Cita("PR/0900/2031"),))
    nuevo_renglon(exp, TRIMESTRE, PASO, sentido="enviado", citas=(Cita("PR/0900/2031"),))
    oficio = de(exp, "PR/0900/2031").oficio
    assert oficio.sentido == "enviado"
    anotar.cambiar(exp, TRIMESTRE, replace(oficio, papel=DelPapel(MAYO)))
    assert exp.foto(TRIMESTRE).renglon[callado.uid].fecha is None
    with pytest.raises(ErrorEsperado, match="ahí se cambia si se envió"):
        anotar.cambiar(exp, TRIMESTRE, replace(oficio, sentido="recibido"))


def test_lo_firmado_sin_decir_si_se_envio_no_estorba_a_otro_trimestre(exp: Expediente):
    nuevo_renglon(exp, TRIMESTRE, PASO, citas=(Cita("PR/0900/2031"),))
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    citas = (Cita("PR/0900/2031"),)
    nuevo, _ = nuevo_renglon(exp, TRIMESTRE.siguiente, PASO, sentido="enviado", citas=citas)
    assert nuevo.citas == citas


# Lo que se pide ver


def fila(folio: str, **dice: object) -> EnElLibro:
    suyo = {c: v for c, v in dice.items() if c in ("sentido", "papel", "clase", "cancelado")}
    otros = {c: v for c, v in dice.items() if c not in suyo}
    oficio = Oficio(folio or "sin", folio, ejercicio=2031, **suyo)  # type: ignore[arg-type]
    return EnElLibro(oficio, **otros)  # type: ignore[arg-type]


def test_lo_mas_nuevo_primero_y_el_que_no_tiene_fecha_por_su_numero():
    filas = [
        fila("UT/0548/2031", papel=DelPapel(date(2031, 4, 9))),
        fila("UT/0583/2031"),
        fila("UT/0658/2031", papel=DelPapel(date(2031, 6, 12))),
        fila("ORG/1/2031", sentido="recibido", papel=DelPapel(None, 5)),
        fila(""),
    ]
    assert [f.oficio.folio for f in en_orden(filas)] == [
        "", "UT/0658/2031", "ORG/1/2031", "UT/0583/2031", "UT/0548/2031",
    ]  # fmt: skip


def test_se_busca_por_palabras_sin_acentos_y_se_filtra():
    filas = [
        fila("UT/1/2031", con="Tesorería Municipal", asunto="horarios de atención", clase="Solicitud"),
        fila("UT/2/2031", con="Obras", papel=DelPapel(MAYO), seguimiento=Seguimiento(espera=True)),
        fila("A/3/2031", sentido="recibido", con="Obras"),
    ]

    def hallados(**pedido: object) -> list[str]:
        return [f.oficio.folio for f in pedidos(filas, Pedido(**pedido))]  # type: ignore[arg-type]

    assert hallados(buscado="TESORERIA atencion") == ["UT/1/2031"]
    assert hallados(area="Obras") == ["UT/2/2031", "A/3/2031"]
    assert hallados(mes=5) == ["UT/2/2031"]
    assert hallados(clase="Solicitud") == ["UT/1/2031"]
    assert hallados(vista="sin contestar") == ["UT/2/2031"]
    assert cuentas(filas) == {
        "todos": 3, "sin contestar": 1, "sin acuse": 2, "sin número": 0, "recibidos": 1,
        "cancelados": 0,
    }  # fmt: skip
