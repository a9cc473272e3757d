"""Dónde va lo que se anota de prisa, con qué empieza y cómo se leerá: reglas que leen el plan."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.inventado import componente, con_formas, foto, renglon
from ut_escritorio.dominio.impreso.anotar import (
    Borrador,
    Comienzo,
    asuntos_ofrecidos,
    comienzo_de,
    como_se_leera,
    cuenta_que_pide,
    lugar_propuesto,
    papel_de_la_unidad,
    renglon_de,
    unidades_ofrecidas,
)
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.oficios.folios import Serie
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Paso
from ut_escritorio.dominio.plan.formas import Ficha, Forma
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte

RENGLONES = (Apartado("r", "renglones"),)
POR_OFICIO = Forma(
    "por_oficio", "Se pidió", "Con {medio} {folios} se pidió {destinatario:a} {asunto}.", ("oficio",)
)
POR_CORREO = Forma("por_correo", "Llegó", "Por {medio} llegó {origen:de} {asunto}[ el {fecha}].", ("correo",))
CONTADA = Forma("contada", "Se mandó", "Se mandó {destinatario:a}[ de {origen:el}], en {cantidad:visita}.")
FICHA = Ficha(
    "Se mandó…", "origen", {"destinatario": ("biblioteca",)}, "correo", "enviado", "contada", cantidad=1
)
PASOS = (
    Paso("1.1/1", "1", "Pedir", RENGLONES, (POR_OFICIO,)),
    Paso("1.1/2", "2", "Recibir", RENGLONES, (POR_CORREO,)),
    Paso("1.1/3", "3", "Mandar", RENGLONES, (CONTADA,), ficha=FICHA),
)
CATALOGO = Catalogo(
    unidades=(
        Unidad("tesoreria", "Tesorería", "la"),
        Unidad("biblioteca", "Biblioteca", "la"),
        Unidad("ya_no", "Oficina de Antes", hasta=date(2030, 12, 31)),
    )
)


def plan():
    uno = componente()
    (actividad,) = uno.actividades
    return replace(con_formas(), componentes=(replace(uno, actividades=(replace(actividad, pasos=PASOS),)),))


def anotado(*renglones, **otros):
    return foto(plan(), renglones=renglones, catalogo=CATALOGO, **otros)


ENVIADO = {"medio": "oficio", "sentido": "enviado"}


def test_estando_en_un_paso_se_anota_ahi_si_es_de_su_medio():
    assert lugar_propuesto(anotado(), (), "oficio", "enviado", "1.1/1") == "1.1/1"
    assert lugar_propuesto(anotado(), (), "correo", "recibido", "1.1/1") == "1.1/2"


def test_fuera_de_un_paso_se_anota_donde_mas_se_ha_anotado_lo_de_ese_medio_y_sentido():
    antes = (
        renglon(1, lugar="1.1/3", medio="correo", sentido="enviado"),
        renglon(2, lugar="1.1/2", medio="correo", sentido="recibido"),
        renglon(3, lugar="1.1/2", medio="correo", sentido="recibido"),
    )
    assert lugar_propuesto(anotado(*antes), antes, "correo", "enviado", "") == "1.1/3"
    assert lugar_propuesto(anotado(*antes), antes, "correo", "recibido", "1.1") == "1.1/2"


def test_lo_mas_cercano_primero_aunque_mas_lejos_se_anote_mas():
    """Primero en su actividad, luego en su componente, luego donde sea."""

    def actividad(clave: str) -> Actividad:
        pasos = (Paso(f"{clave}/1", "1", "Pedir", RENGLONES), Paso(f"{clave}/2", "2", "Mandar", RENGLONES))
        return Actividad(clave, clave, f"La {clave}", pasos=pasos)

    (uno, dos) = (
        Componente(n, n, f"El {n}", "vecindad", actividades=(actividad(f"{n}.1"), actividad(f"{n}.2")))
        for n in ("1", "2")
    )
    dos_de_cada = replace(con_formas(), componentes=(uno, dos))

    def propuesto(donde: str, *lugares: str) -> str:
        antes = [renglon(n, lugar=lugar, **ENVIADO) for n, lugar in enumerate(lugares)]
        return lugar_propuesto(foto(dos_de_cada), antes, "oficio", "enviado", donde)

    lejos, en_el_componente, cerca = ("2.1/2",) * 3, ("1.2/2",) * 2, ("1.1/2",)
    assert propuesto("1.1", *lejos, *en_el_componente, *cerca) == "1.1/2"
    assert propuesto("1.1", *lejos, *en_el_componente) == "1.2/2"
    assert propuesto("1", *lejos, *en_el_componente, *cerca) == "1.2/2"
    assert propuesto("1.1", *lejos) == "2.1/2"
    assert propuesto("1.1/1", *lejos) == "1.1/1", "sin maneras de decirlo, de cualquier medio"
    assert propuesto("2.2") == "1.1/1"


def test_lo_que_no_toco_no_se_propone_y_sin_nada_anotado_va_al_primero_que_lo_admite():
    no_toco = anotado(sin_actividad=frozenset({"1.1/1"}))
    assert lugar_propuesto(no_toco, (), "oficio", "enviado", "1.1/1") == "1.1/3"
    assert lugar_propuesto(anotado(), (), "oficio", "enviado", "") == "1.1/1"


@pytest.mark.parametrize(
    ("donde", "propuesto"),
    [
        ("", ("oficio", "enviado")),
        ("1.1", ("oficio", "enviado")),
        ("1.1/2", ("correo", "recibido")),
        ("1.1/3", ("correo", "enviado", "contada")),
        ("1.1/1", ("oficio", "enviado")),
    ],
)
def test_el_medio_es_el_de_lo_ultimo_de_ahi_el_de_su_ficha_o_el_de_su_forma(donde, propuesto):
    ya = renglon(1, lugar="1.1/2", medio="correo", sentido="recibido")
    assert comienzo_de(anotado(ya), donde) == Comienzo(*propuesto)


def test_se_repite_lo_ultimo_segun_su_orden_con_su_manera_de_decirlo():
    ya = (
        renglon(2, lugar="1.1/3", medio="oficio", sentido="recibido", forma="contada"),
        renglon(1, lugar="1.1/3", medio="correo", sentido="enviado"),
    )
    assert comienzo_de(anotado(*ya), "1.1/3") == Comienzo("oficio", "recibido", "contada")
    sin_decir = renglon(3, lugar="1.1/3")
    assert comienzo_de(anotado(*ya, sin_decir), "1.1/3") == Comienzo("correo", "enviado", "contada")
    sin_medio = renglon(3, lugar="1.1/3", forma="contada")
    assert comienzo_de(anotado(*ya, sin_medio), "1.1/3") == Comienzo("", "enviado", "contada")


@pytest.mark.parametrize(
    ("frases", "medio"),
    [((), ""), (("{asunto}.",), ""), (("{asunto}.", "Por {medio}, {asunto}."), "oficio")],
)
def test_donde_nada_dice_el_medio_no_se_propone_ninguno(frases, medio):
    """En esos lugares, un medio que nadie escogió contaría de más y pediría un número que no lleva."""
    formas = tuple(Forma(f"f{n}", "Una", frase) for n, frase in enumerate(frases))
    hecho = plan()
    uno, *otros = hecho.componentes
    (actividad,) = uno.actividades
    paso = Paso("1.1/1", "1", "Pedir", RENGLONES, formas)
    uno = replace(uno, actividades=(replace(actividad, pasos=(paso,)),))
    sin_formas = replace(foto(hecho), plan=replace(hecho, componentes=(uno, *otros)))
    assert comienzo_de(sin_formas, "1.1/1") == Comienzo(medio)


def test_el_borrador_se_lee_como_se_imprimira_con_el_numero_completo():
    borrador = Borrador("1.1/1", "oficio", "enviado", "645", None, "TESORERIA", "las llaves")
    serie = Serie("CA/", 4, 2031, 1)
    hecho = renglon_de(anotado(), borrador, serie)
    assert (hecho.citas, hecho.partes) == ((Cita("CA/0645/2031"),), (Parte("destinatario", "tesoreria"),))
    assert (
        como_se_leera(anotado(), hecho).texto == "Con oficio CA/0645/2031 se pidió a la Tesorería las llaves."
    )
    sin_folio = renglon_de(anotado(), replace(borrador, lugar="1.1/2", medio="correo"), serie)
    assert sin_folio.citas == (), "un correo no lleva número"
    assert sin_folio.partes == (Parte("origen", "tesoreria"),)


def test_donde_hay_ficha_el_renglon_trae_lo_que_ella_dice():
    borrador = Borrador("1.1/3", "correo", "enviado", unidad="La Vecina", asunto="el mapa", cuantos=2)
    hecho = renglon_de(anotado(), borrador, None)
    assert hecho.forma == "contada"
    assert hecho.partes == (Parte("destinatario", "biblioteca"), Parte("origen", texto="La Vecina"))
    assert como_se_leera(anotado(), hecho).texto == "Se mandó a la Biblioteca de La Vecina, en 2 visitas."


def test_la_cuenta_que_la_frase_no_puede_callar_se_pide():
    assert [cuenta_que_pide(forma) for forma in (POR_OFICIO, POR_CORREO, CONTADA)] == ["", "", "cantidad"]


def test_una_frase_que_no_nombra_a_nadie_no_pide_unidad():
    (mudo,) = con_formas(Forma("m", "Muda", "Se hizo {asunto}.")).componentes
    del_plan = replace(plan(), componentes=(mudo,))
    assert papel_de_la_unidad(del_plan, renglon(1)) is None


def test_se_ofrecen_las_unidades_que_existen_primero_las_mas_usadas_y_lo_que_ella_escribio():
    antes = (
        renglon(1, partes=(Parte("destinatario", "biblioteca"),)),
        renglon(2, partes=(Parte("destinatario", texto="La Vecina"), Parte("origen", "biblioteca"))),
        renglon(3, partes=(Parte("destinatario", "ya_no"),)),
    )
    assert unidades_ofrecidas(anotado(*antes), antes) == ["Biblioteca", "La Vecina", "Tesorería"]


def test_se_ofrecen_los_asuntos_de_ese_lugar_y_lo_ultimo_antes():
    antes = (
        renglon(1, asunto="viejo"),
        renglon(2, asunto="de otro paso", lugar="1.1/2"),
        renglon(3, asunto="nuevo"),
        renglon(4, asunto="viejo"),
    )
    assert asuntos_ofrecidos(antes, "1.1/1") == ["viejo", "nuevo", "de otro paso"]
