"""Los asuntos: lo de una misma cosa en un renglón, de paso en paso, como el plan los enlaza."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.inventado import componente, con_formas, contada, foto, renglon
from ut_escritorio.dominio.impreso.asuntos import (
    Asunto,
    asuntos_de,
    cuentas_de,
    dicho_en_ficha,
    encargo_de,
    por_continuar,
)
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Paso
from ut_escritorio.dominio.plan.formas import Ficha, Forma
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte

RENGLONES = (Apartado("r", "renglones"),)
DE_LLEGADA = Ficha("Llegó…", "origen", medio="correo", sentido="recibido")
PEDIR, LLEGAR, VER = (
    Paso("1.1/1", "1", "Pedir", RENGLONES, ficha=Ficha("Se pidió…", "destinatario", medio="oficio")),
    Paso(
        "1.1/2",
        "2",
        "Recibir",
        RENGLONES,
        ficha=DE_LLEGADA,
    ),
    Paso("1.1/3", "3", "Ver", RENGLONES, ficha=Ficha("Visto", "origen", medio="correo", cantidad_medio=1)),
)
ENLAZADOS = (PEDIR, LLEGAR, VER)
SUELTO = Paso("1.1/4", "4", "Aparte", RENGLONES)
CATALOGO = Catalogo(unidades=(Unidad("tesoreria", "Tesorería", "la"),))
POR_OFICIO = {
    "medio": "oficio",
    "sentido": "enviado",
    "partes": (Parte("destinatario", "tesoreria"),),
    "asunto": "pedir las llaves",
}


def actividad(*pasos: Paso):
    (una,) = componente().actividades
    return replace(una, pasos=pasos)


def anotado(*renglones, cifras=()):
    uno = replace(componente(), actividades=(actividad(*ENLAZADOS, SUELTO),))
    plan = replace(con_formas(cifras=cifras), componentes=(uno,))
    return foto(plan, renglones=renglones, catalogo=CATALOGO)


def test_los_pasos_enlazados_son_los_que_llevan_ficha_si_hay_mas_de_uno():
    assert actividad(*ENLAZADOS, SUELTO).pasos_de_asuntos == ENLAZADOS
    assert actividad(PEDIR, SUELTO).pasos_de_asuntos == ()


def test_un_renglon_por_asunto_con_lo_de_cada_paso_y_los_sueltos_aparte():
    asuntos = asuntos_de(
        anotado(
            renglon(1, "CA/1/2031", asunto_uid="llaves", **POR_OFICIO),
            renglon(2, "CA/2/2031", **POR_OFICIO),
            renglon(3, lugar="1.1/2", asunto_uid="llaves", asunto="las llaves"),
            renglon(4, lugar="1.1/3", asunto="nadie lo pidió", partes=(Parte("origen", texto="La Vecina"),)),
            renglon(5, lugar="1.1/4", asunto_uid="llaves"),
        ),
        ENLAZADOS,
    )
    dichos = [(a.uid, a.unidad, a.tema, {paso: len(rs) for paso, rs in a.en.items()}) for a in asuntos]
    assert dichos == [
        ("llaves", "Tesorería", "pedir las llaves", {"1.1/1": 1, "1.1/2": 1}),
        ("", "Tesorería", "pedir las llaves", {"1.1/1": 1}),
        ("", "La Vecina", "nadie lo pidió", {"1.1/3": 1}),
    ]


def test_lo_que_llega_de_una_unidad_continua_lo_suyo_que_aun_no_llega():
    pedido = renglon(1, "CA/1/2031", asunto_uid="llaves", **POR_OFICIO)
    llegado = renglon(2, lugar="1.1/2", asunto="otra cosa", partes=(Parte("origen", "tesoreria"),))
    una = anotado(pedido, llegado)
    assert [a.uid for a in por_continuar(una, "1.1/2", " TESORERIA")] == ["llaves"]
    assert [a.tema for a in por_continuar(una, "1.1/3", "Tesorería")] == ["pedir las llaves", "otra cosa"]
    assert por_continuar(una, "1.1/2", "La Vecina") == ()
    assert por_continuar(una, "1.1/2", "") == ()
    assert por_continuar(una, "1.1/4", "Tesorería") == (), "ese paso no se enlaza con otros"


def test_seguir_un_asunto_empieza_con_lo_que_ya_se_dijo_y_con_su_ficha():
    pedido = renglon(1, "CA/1/2031", asunto_uid="llaves", **POR_OFICIO)
    (asunto,) = asuntos_de(anotado(pedido), ENLAZADOS)
    encargo = encargo_de(ENLAZADOS, asunto, LLEGAR, date(2031, 5, 2))
    borrador = encargo.borrador
    assert (borrador.lugar, borrador.medio, borrador.sentido) == ("1.1/2", "correo", "recibido")
    assert (borrador.unidad, borrador.asunto, borrador.asunto_uid) == (
        "Tesorería",
        "las llaves",
        "llaves",
    )
    assert borrador.fecha == date(2031, 5, 2)
    assert encargo.de_paso is VER, "lo que sigue se anota sin preguntar: puede ir en el mismo gesto"


def test_de_un_paso_a_otro_va_la_cosa_y_no_el_pedirla():
    pedido = renglon(1, asunto_uid="llaves", **{**POR_OFICIO, "asunto": "revisar y enviar la lista."})
    (asunto,) = asuntos_de(anotado(pedido), ENLAZADOS)
    assert asunto.tema == "revisar y enviar la lista.", "el asunto se llama como ella lo escribió"
    assert encargo_de(ENLAZADOS, asunto, VER, None).borrador.asunto == "la lista"
    assert encargo_de((VER,), asunto, VER, None).borrador.asunto == "la lista", "también el que va de paso"


def test_el_asunto_se_propone_como_se_dijo_la_ultima_vez():
    en = {"1.1/1": (renglon(1, asunto="pedir las llaves"),), "1.1/2": (renglon(2, asunto="las llaves"),)}
    asunto = Asunto("llaves", "Tesorería", "pedir las llaves", en)
    encargo = encargo_de(ENLAZADOS, asunto, VER, None)
    assert encargo.borrador.asunto == "las llaves"
    assert encargo.borrador.cuantos == 1
    assert encargo.de_paso is None


def test_lo_que_se_cuenta_de_cada_paso_son_las_cifras_de_ese_solo_paso():
    cifras = (
        contada("pedidos", "folios", lugares=("1.1/1",)),
        contada("de_dos", "registros", lugares=("1.1/1", "1.1/2")),
        contada("vistos", "registros", lugares=("1.1/3",)),
    )
    una = anotado(renglon(1, "CA/1/2031"), renglon(2, "CA/2/2031"), cifras=cifras)
    assert [cuentas_de(una, paso) for paso in ENLAZADOS] == ["2 oficios", "", ""]


def test_la_ficha_llena_dice_sus_oficios_su_cuenta_o_su_medio_y_fecha():
    contado = Forma("contada", "Se mandó", "Se mandó {cantidad:visita}.")
    del_plan = con_formas(contado)
    una = replace(anotado(), plan=del_plan)
    assert (
        dicho_en_ficha(una, renglon(1, citas=(Cita("CA/1/2031"), Cita("CA/2/2031"))))
        == "CA/1/2031, CA/2/2031"
    )
    assert dicho_en_ficha(una, renglon(1, forma="contada", cantidad=2)) == "2 visitas"
    assert dicho_en_ficha(una, renglon(1, medio="correo", fecha=date(2031, 5, 2))) == "correo 02/05/2031"
    assert dicho_en_ficha(una, renglon(1, medio="correo", cantidad_medio=6)) == "6 correos"
    assert dicho_en_ficha(una, renglon(1, asunto="algo")) == "algo"
