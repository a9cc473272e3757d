"""Los renglones a los que les falta algo y los asuntos que se quedaron a medio camino."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tests.inventado import ABRIL, MAYO, a_quien, cifra, con_formas, contada, foto, plan, renglon
from tests.revision.lo_que_dice import dice, hallados, plan_de, sitios
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Paso, Plan
from ut_escritorio.dominio.plan.cifras import Capturada, Concordancia
from ut_escritorio.dominio.plan.formas import Campo, Forma
from ut_escritorio.dominio.trimestre.esperas import Contestado, Papel
from ut_escritorio.dominio.trimestre.renglones import Cita, Renglon

PEDIDO = Forma(
    "pedido", "Se pidió", "Con {medio} {folios} se pidió {destinatario:a}[, {asunto}].", ("oficio",)
)
LLEGADO = Forma("llegado", "Llegó", "Por {medio} llegó[ de {origen}] {asunto}[, el {fecha}].", ("correo",))
DICHO = Forma("dicho", "Se dijo", "Se dijo.", ("voz",))
FORMAS = con_formas(PEDIDO, LLEGADO, DICHO)


def oficio(orden: int, *folios: str, **datos) -> Renglon:
    datos.setdefault("sentido", "enviado")
    return renglon(orden, *folios, medio="oficio", **datos)


def test_los_oficios_sin_fecha_son_una_sola_causa() -> None:
    filas = (
        oficio(1, "UT/0534/2031"),
        oficio(2, "UT/0548/2031", "UT/0560/2031"),
        oficio(3, "UT/0534/2031"),
        oficio(4, "ORG/36/2031", sentido="recibido"),
        oficio(5, "UT/0561/2031", fecha=date(2031, 5, 6)),
        oficio(6, "UT/0562/2031", mes=MAYO),
    )
    mal = foto(FORMAS, renglones=filas)
    assert dice(mal, "oficio_sin_fecha") == (
        "revisar: 4 oficios sin fecha: 3 enviados y un recibido (1.1 paso 1)."
    )
    assert [s["origen"] for s in sitios(mal, "oficio_sin_fecha")] == [
        f"registro:uid{n}" for n in (1, 2, 3, 4)
    ]
    assert {s["campo"] for s in sitios(mal, "oficio_sin_fecha")} == {"fecha"}


def test_un_correo_sin_fecha_solo_si_su_frase_la_diria() -> None:
    correo = renglon(1, medio="correo", asunto="el padrón")
    assert dice(foto(FORMAS, renglones=(correo,)), "renglon_sin_fecha") == (
        "revisar: Un renglón sin fecha (1.1 paso 1)."
    )
    assert not dice(foto(FORMAS, renglones=(replace(correo, mes=ABRIL),)), "renglon_sin_fecha")
    assert not dice(foto(FORMAS, renglones=(renglon(1, medio="voz"),)), "renglon_sin_fecha")


def test_los_oficios_que_no_dicen_su_numero() -> None:
    sin_pedirlo = con_formas(Forma("n", "N", "Se enviaron {cantidad_medio:medio}.", ("oficio",)))
    mal = foto(sin_pedirlo, renglones=(oficio(1, cantidad_medio=30, mes=ABRIL),))
    assert dice(mal, "oficio_sin_numero") == "revisar: 30 oficios sin su número (1.1 paso 1)."
    pedido = foto(FORMAS, renglones=(oficio(1, mes=ABRIL),))
    assert not dice(pedido, "oficio_sin_numero")
    assert "Falta el número de oficio" in " ".join(h.mensaje for h in hallados(pedido, "hueco"))


def test_un_renglon_que_no_dice_de_que_se_trato() -> None:
    mal = foto(FORMAS, renglones=(oficio(1, "UT/1/2031", partes=a_quien("x")),))
    assert dice(mal, "sin_asunto") == "revisar: Un renglón sin decir de qué se trató (1.1 paso 1)."
    con_cita = oficio(1, citas=(Cita("UT/1/2031", "el padrón"),))
    assert not dice(foto(FORMAS, renglones=(con_cita,)), "sin_asunto")


def test_un_asunto_en_puras_mayusculas_se_leeria_a_gritos() -> None:
    gritado = "ACTUALIZAR EL PADRÓN DE PERSONAS BENEFICIARIAS"
    mal = foto(FORMAS, renglones=(oficio(1, "UT/1/2031", asunto=gritado),))
    assert dice(mal, "en_mayusculas") == (
        "revisar: Un asunto está en puras mayúsculas: "
        "«ACTUALIZAR EL PADRÓN DE PERSONAS BENEFIC…» (1.1 paso 1)."
    )
    assert sitios(mal, "en_mayusculas") == [{"origen": "registro:uid1", "campo": "asunto", "mes": None}]


def test_tambien_el_asunto_de_un_oficio_de_varios() -> None:
    citas = (Cita("UT/1/2031", "EL PADRÓN DE BENEFICIARIOS"), Cita("UT/2/2031", "el directorio"))
    mal = foto(FORMAS, renglones=(oficio(1, citas=citas), oficio(2, asunto="LAS SESIONES DEL COMITÉ")))
    assert dice(mal, "en_mayusculas") == (
        "revisar: 2 asuntos están en puras mayúsculas: «EL PADRÓN DE BENEFICIARIOS» y "
        "«LAS SESIONES DEL COMITÉ» (1.1 paso 1)."
    )
    assert [s["campo"] for s in sitios(mal, "en_mayusculas")] == ["folios", "asunto"]


def test_unas_siglas_o_unas_cuantas_mayusculas_no_son_gritos() -> None:
    once, doce = "SISAI Y PNT 2 3 AB", "SISAI Y PNT 2 3 ABC"
    nueve_decimos, mas = "A" * 18 + "bc", "A" * 19 + "b"
    for asunto, grita in ((once, False), (doce, True), (nueve_decimos, False), (mas, True), ("", False)):
        assert bool(dice(foto(FORMAS, renglones=(oficio(1, asunto=asunto),)), "en_mayusculas")) is grita


def test_un_renglon_que_no_dice_de_quien() -> None:
    mal = foto(FORMAS, renglones=(renglon(1, medio="correo", asunto="el padrón"),))
    assert dice(mal, "sin_nadie") == "revisar: Un renglón sin decir a quién o de quién (1.1 paso 1)."
    bien = foto(FORMAS, renglones=(renglon(1, medio="correo", asunto="el padrón", partes=a_quien("x")),))
    assert not dice(bien, "sin_nadie")


def test_las_personas_sin_sexo() -> None:
    filas = (
        renglon(1, personas=Personas(total=3)),
        renglon(2, personas=Personas(total=1)),
        renglon(3, personas=Personas(mujeres=2, total=2)),
        renglon(4, personas=Personas(total=0)),
    )
    mal = foto(plan(), renglones=filas)
    assert dice(mal, "sin_sexo") == (
        "revisar: 4 personas sin decir si es mujer, hombre o no identificada (1.1 paso 1)."
    )
    assert [s["origen"] for s in sitios(mal, "sin_sexo")] == ["registro:uid1", "registro:uid2"]


def test_no_hace_falta_el_sexo_que_ya_dice_su_cuadro() -> None:
    del_plan = plan_de(
        contada("asistentes", "personas"),
        cifra("capacitados", Capturada(("mes y sexo",))),
        concordancias=(Concordancia("x", "Igual.", ("asistentes",), ("capacitados",)),),
    )
    assert not dice(foto(del_plan, renglones=(renglon(1, personas=Personas(total=3)),)), "sin_sexo")


SESION = Forma(
    "sesion",
    "Sesión",
    "Los días {fecha:dias} se vieron {tema} y asistieron {cifra.sesiones:unidad}.",
    agrupa=True,
    campos=(Campo("tema", "Tema"),),
)


def test_una_lista_pareja_a_la_que_le_falta_un_dato() -> None:
    del_plan = con_formas(SESION, cifras=(contada("sesiones", "registros"),))
    dias = (date(2031, 4, 9), date(2031, 4, 11))
    filas = (renglon(1, fecha=dias[0], campos={"tema": "Datos"}), renglon(2, fecha=dias[1]))
    mal = foto(del_plan, renglones=filas)
    assert dice(mal, "lista_a_medias") == (
        "corregir: De 2 renglones dichos juntos, a 1 le falta «Tema» (1.1 paso 1)."
    )
    assert sitios(mal, "lista_a_medias") == [{"origen": "registro:uid2", "campo": "tema", "mes": None}]
    con_otro = foto(del_plan, renglones=(*filas, renglon(3, fecha=date(2031, 4, 12))))
    assert "De 3 renglones dichos juntos, a 2 les falta «Tema»" in dice(con_otro, "lista_a_medias")
    completa = foto(del_plan, renglones=(filas[0], replace(filas[1], campos={"tema": "Archivos"})))
    assert not dice(completa, "lista_a_medias")


def cadena(*pasos: str) -> Plan:
    """Una actividad con esos pasos, todos de renglones sin más frase que su asunto."""
    suyos = tuple(
        Paso(f"1.1/{n}", str(n), nombre, (Apartado(f"r{n}", "renglones"),))
        for n, nombre in enumerate(pasos, start=1)
    )
    actividad = Actividad("1.1", "1.1", "Portal", pasos=suyos)
    return plan(componentes=(Componente("1", "1", "Datos", "vecindad", actividades=(actividad,)),))


PASOS = cadena("Pedir", "Recibir", "Analizar", "Publicar")
AREAS = Catalogo(unidades=(Unidad("obras", "Obras Públicas"), Unidad("archivo", "Archivo")))


def en(paso: int, orden: int, asunto: str = "", area: str = "", **datos) -> Renglon:
    partes = a_quien(area) if area else ()
    return renglon(orden, lugar=f"1.1/{paso}", asunto_uid=asunto, partes=partes, asunto="algo", **datos)


ENTERO = (en(1, 1, "ley"), en(2, 2, "ley"), en(4, 3, "ley"))


def test_un_asunto_que_llega_al_final_esta_completo() -> None:
    assert not dice(foto(PASOS, renglones=ENTERO), "falta_eslabon")


def test_lo_pedido_que_nadie_contesto() -> None:
    pedido = en(1, 9, "padrón", citas=(Cita("UT/0548/2031"),))
    mal = foto(PASOS, renglones=(*ENTERO, pedido))
    assert dice(mal, "falta_eslabon") == (
        "revisar: Un renglón de 1.1 paso 1 sin su continuación en 1.1 paso 2: UT/0548/2031."
    )
    assert sitios(mal, "falta_eslabon") == [{"origen": "registro:uid9", "campo": "asunto_uid", "mes": None}]


def test_lo_suelto_se_empareja_uno_a_uno_por_su_area() -> None:
    llegaron = tuple(en(2, n, area="obras", fecha=date(2031, 5, n)) for n in (12, 13, 14))
    pasaron = tuple(en(4, n, area="obras") for n in (22, 23))
    mal = foto(PASOS, renglones=(*ENTERO, *llegaron, *pasaron, en(4, 24, area="archivo")), catalogo=AREAS)
    assert dice(mal, "falta_eslabon") == (
        "revisar: Un renglón de 1.1 paso 2 sin su continuación en 1.1 paso 4: Obras Públicas (14/05/2031)."
    )


def test_sin_asuntos_no_hay_cadena_que_revisar() -> None:
    assert not dice(foto(PASOS, renglones=(en(1, 1, area="obras"), en(3, 2))), "falta_eslabon")


def test_lo_recibido_antes_de_pedirlo() -> None:
    filas = (en(1, 1, "ley", fecha=date(2031, 5, 20)), en(2, 2, "ley", fecha=date(2031, 5, 6)))
    assert dice(foto(PASOS, renglones=filas), "asunto_al_reves") == (
        "corregir: En 1.1 paso 2 es del 06/05/2031 lo que en 1.1 paso 1 es del 20/05/2031."
    )
    bien = (filas[0], replace(filas[1], fecha=date(2031, 5, 21)), en(2, 3, "otro", fecha=date(2031, 5, 2)))
    assert not dice(foto(PASOS, renglones=bien), "asunto_al_reves")


def test_la_respuesta_de_antes_que_ya_se_dice_por_su_asunto_no_se_dice_dos_veces() -> None:
    pedido, llego = (
        Papel("uno", "UT/0548/2031", date(2031, 5, 20)),
        Papel("dos", "TM/9/2031", date(2031, 5, 6)),
    )
    filas = tuple(
        en(paso, paso, "ley", fecha=papel.fecha, citas=(Cita(papel.folio),))
        for paso, papel in ((1, pedido), (2, llego))
    )
    otra = replace(llego, oficio="tres", folio="TM/10/2031")
    una = foto(PASOS, renglones=filas, contestados=(Contestado(pedido, llego), Contestado(pedido, otra)))
    assert dice(una, "asunto_al_reves")
    assert "lo contesta TM/10/2031" in dice(una, "respuesta_de_antes")
    salteado = (filas[0], replace(filas[1], lugar="1.1/4"), en(2, 5, "otro"), en(4, 6, "otro"))
    de_lejos = foto(PASOS, renglones=salteado, contestados=(Contestado(pedido, llego),))
    assert not dice(de_lejos, "asunto_al_reves")
    assert "lo contesta TM/9/2031" in dice(de_lejos, "respuesta_de_antes")
