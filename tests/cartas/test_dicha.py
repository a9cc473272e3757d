"""Lo que una carta dice: a quién va ese día, con qué huecos, quién la firma y cuándo vence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.cartas.conftest import HOY, dicha, escribir, nueva
from tests.datos.oficina import TRIMESTRE
from ut_escritorio.datos.toml.de_fabrica.calendario import calendario_de_ley
from ut_escritorio.datos.toml.de_fabrica.cartas import hechura_de_costumbre, plantillas_conocidas
from ut_escritorio.dominio.cartas.dicha import vencimiento
from ut_escritorio.dominio.cartas.en_el_informe import asunto_en_la_frase, del_asunto
from ut_escritorio.dominio.cartas.huecos import Hueco, decir_huecos
from ut_escritorio.dominio.oficina.catalogo import Unidad
from ut_escritorio.dominio.palabras.patrones import campos_de
from ut_escritorio.dominio.trimestre.renglones import Parte
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficina.catalogos import guardar_unidad, poner_ocupante
from ut_escritorio.servicios.oficios import anotar, cartas

DEL_OFICIO = {
    "folio_oficio", "fecha_oficio", "destinatario", "cargo", "area", "quien_firma", "cargo_de_quien_firma",
    "dias", "vence", "expediente", "departamento", "asunto",
}  # fmt: skip


@pytest.mark.parametrize("plantilla", plantillas_conocidas(), ids=lambda p: p.clave)
def test_cada_plantilla_pide_lo_que_sus_textos_dicen(plantilla):
    citados = {campo for texto in (plantilla.asunto, *plantilla.cuerpo) for campo in campos_de(texto)}
    propios = {campo.clave for campo in plantilla.campos}
    assert plantilla.en_el_informe and set(campos_de(plantilla.en_el_informe)) <= propios
    assert citados <= propios | DEL_OFICIO
    assert propios <= citados, "ninguno se pide en balde"
    assert set(plantilla.recuerda) <= propios


def test_la_carta_entera(con_serie: Expediente):
    poner_ocupante(con_serie, TRIMESTRE, "tesoreria", "Mtra. Ana Ruiz", "Tesorera Municipal", None)
    uid = nueva(con_serie, copias="Expediente.\nMinutario.", iniciales=" alñ ")
    carta = dicha(con_serie, uid)
    assert carta.datos == ("ÁREA: ______", "OFICIO: ______", "ASUNTO: Se solicita actualización.")
    assert carta.fecha == "Aquí, a 4 de julio de 2031"
    assert carta.destinatario == ("MTRA. ANA RUIZ", "TESORERA MUNICIPAL", "PRESENTE.")
    assert carta.cuerpo[0] == (
        "Por este medio solicito a usted la actualización del módulo Horarios del portal de transparencia."
    )
    assert "a más tardar el 11 de julio de 2031, dentro de los 5 días hábiles" in carta.cuerpo[1]
    assert (carta.despedida, carta.vence) == (("ATENTAMENTE",), date(2031, 7, 11))
    assert (carta.firma.nombre, carta.firma.cargo) == ("LIC. ANA LUZ NIÑO", "TITULAR")
    assert carta.copias == ("C.c.p. Expediente.", "C.c.p. Minutario.", "alñ")


def test_a_quien_va_es_quien_ocupaba_el_cargo_en_su_fecha(con_serie: Expediente):
    poner_ocupante(con_serie, TRIMESTRE, "tesoreria", "Ana Ruiz", "Tesorera", None)
    poner_ocupante(con_serie, TRIMESTRE, "tesoreria", "Luis Paz", "Tesorero", date(2031, 7, 16))
    uid = nueva(con_serie)
    assert dicha(con_serie, uid).destinatario[0] == "ANA RUIZ"
    oficio = cartas.oficio_de(con_serie, uid)
    despues = replace(oficio, papel=replace(oficio.papel, fecha=date(2031, 7, 16)))
    anotar.cambiar(con_serie, TRIMESTRE, despues)
    assert dicha(con_serie, uid).destinatario[:2] == ("LUIS PAZ", "TESORERO")
    assert dicha(con_serie, uid).firma.nombre == "LIC. ANA LUZ NIÑO"


def test_el_area_sin_titular_se_dice_y_una_persona_de_fuera_va_como_se_escribio(con_serie: Expediente):
    uid = nueva(con_serie)
    carta = dicha(con_serie, uid)
    assert carta.destinatario[0] == "C. TITULAR DE LA TESORERÍA"
    assert not carta.a_quien[0].conocido
    de_fuera = nueva(con_serie, Parte("destinatario", texto="Lic. Eva Sol , Directora de la Imprenta"))
    assert dicha(con_serie, de_fuera).destinatario[:2] == ("LIC. EVA SOL", "DIRECTORA DE LA IMPRENTA")


def test_el_area_que_cambio_de_nombre_se_dice_con_el_que_tiene(con_serie: Expediente):
    uid = nueva(con_serie)
    guardar_unidad(con_serie, TRIMESTRE, Unidad("tesoreria", "Secretaría de Finanzas", "la"))
    assert dicha(con_serie, uid).destinatario[0] == "C. TITULAR DE LA SECRETARÍA DE FINANZAS"


def test_lo_que_falta_sale_como_raya_y_se_dice(con_serie: Expediente):
    uid = nueva(con_serie, campos={})
    carta = dicha(con_serie, uid)
    assert "módulo ______ del portal" in carta.cuerpo[0]
    assert set(carta.faltan) == {"departamento", "folio_oficio", "modulo"}


def test_por_ausencia_firma_otro_y_lo_dice(con_serie: Expediente):
    uid = nueva(con_serie, firma="jefa", ausente="titular")
    firma = dicha(con_serie, uid).firma
    assert firma.nombre == "LIC. ANA LUZ NIÑO"
    assert firma.cargo.splitlines() == ["JEFA DE DEPARTAMENTO", "POR AUSENCIA DE LIC. ANA LUZ NIÑO, TITULAR"]


def test_el_texto_a_mano_manda_y_se_nota_si_el_automatico_cambio(con_serie: Expediente):
    uid = nueva(con_serie)
    automatico = dicha(con_serie, uid).automatico
    escribir(con_serie, uid, texto="Primero {modulo}.\n\nSegundo [así].", sustituye=automatico)
    assert dicha(con_serie, uid).cuerpo == ("Primero {modulo}.", "Segundo [así].")
    assert not cartas.abrir_carta(con_serie, uid, HOY).cambio_el_automatico
    escribir(con_serie, uid, campos={"modulo": "Sueldos"})
    assert cartas.abrir_carta(con_serie, uid, HOY).cambio_el_automatico
    cartas.volver_al_automatico(con_serie, TRIMESTRE, uid, HOY)
    assert "módulo Sueldos" in dicha(con_serie, uid).cuerpo[0]


def test_vence_en_dias_habiles():
    ley = calendario_de_ley()
    assert vencimiento(ley, date(2024, 9, 13), 1) == date(2024, 9, 17), "el 16 no se cuenta"
    assert vencimiento(ley, date(2024, 7, 8), 5) == date(2024, 7, 15)
    assert vencimiento(ley, date(2024, 7, 8), None) is None
    assert vencimiento(ley, date(2024, 7, 8), 200) > date(2025, 4, 1)


def test_lo_de_siempre_se_propone_donde_el_plan_no_lo_dice():
    assert hechura_de_costumbre().saludo == "PRESENTE."


SE_SOLICITO = "Mediante {medio} número {folios}, se solicitó {destinatario:a}, {asunto}."
REQUIRIENDO = "Se giró {medio} {folios} {destinatario:a}, requiriendo {asunto}, por la solicitud {otro}."


@pytest.mark.parametrize(
    ("asunto", "frase", "en_la_frase"),
    [
        ("Se solicita el acta", SE_SOLICITO, "el acta"),
        ("SE SOLICITA que actualice su directorio", SE_SOLICITO, "que actualice su directorio"),
        ("Se requiere  INFORME", REQUIRIENDO, "INFORME"),
        ("Se requiere la carga del segundo trimestre", SE_SOLICITO, "la carga del segundo trimestre"),
        ("Se solicita informe", REQUIRIENDO, "informe"),
        ("Se pide el acta", SE_SOLICITO, "el acta"),
        ("Se convoca a sesión", SE_SOLICITO, "se convoca a sesión"),
        ("Se solicita", SE_SOLICITO, "se solicita"),
        ("A las áreas se les pide", SE_SOLICITO, "a las áreas se les pide"),
        ("INAI: informe anual", SE_SOLICITO, "INAI: informe anual"),
        ("3 informes", SE_SOLICITO, "3 informes"),
        ("", SE_SOLICITO, ""),
    ],
)
def test_el_asunto_de_una_carta_entra_en_la_frase_sin_repetir_su_verbo(
    asunto: str, frase: str, en_la_frase: str
):
    assert del_asunto(asunto, frase) == en_la_frase


def test_de_que_trata_se_dice_con_sus_datos_y_lo_que_ella_escribio_manda(con_serie: Expediente):
    def se_dice(uid: str) -> str:
        return asunto_en_la_frase(dicha(con_serie, uid), SE_SOLICITO)

    uid = nueva(con_serie)
    assert se_dice(uid) == "actualizar el módulo Horarios"
    clave, _ = cartas.guardar_plantilla(con_serie, TRIMESTRE, uid, "Los módulos", HOY)
    assert se_dice(nueva(con_serie, plantilla=clave)) == "actualizar el módulo Horarios", "como la suya"
    escribir(con_serie, uid, campos={})
    assert se_dice(uid) == "actualización", "sin el dato, lo que dice su asunto"
    escribir(con_serie, uid, campos={"modulo": "Horarios"})
    oficio = cartas.oficio_de(con_serie, uid)
    anotar.cambiar(con_serie, TRIMESTRE, replace(oficio, asunto="Se solicita su directorio"))
    assert se_dice(uid) == "su directorio"


def test_las_que_nada_distingue_se_cuentan_al_decir_que_les_falta():
    huecos = [Hueco("Módulo", de) for de in ("", "UT/0005/2031", "", "UT/0005/2031", "")]
    assert decir_huecos(huecos, 4) == "«Módulo», de UT/0005/2031 y 3 sin número."
    assert decir_huecos(huecos[:2], 2) == "«Módulo», de UT/0005/2031 y una sin número."
    assert decir_huecos(huecos[:1], 1) == "«Módulo»."
