"""«¿Qué cambió?» desde que se firmó: exactamente eso, en palabras y con su lugar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from ut_escritorio.datos import esquema as e
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.evidencias import Preparada
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar, fijar_alcanzado, marcar_capturado
from ut_escritorio.servicios.captura.renglones import guardar_renglon, nuevo_parrafo, quitar_renglon
from ut_escritorio.servicios.entrega.firma import abrir_para_corregir, firmar, que_cambio
from ut_escritorio.servicios.evidencias.adjuntar import adjuntar, evidencias_de, quitar
from ut_escritorio.servicios.evidencias.preparar import Lote
from ut_escritorio.servicios.oficios.libro import leer_libro


@pytest.fixture
def abierto(exp: Expediente) -> Expediente:
    """Firmado y abierto para corregir."""
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    abrir_para_corregir(exp, TRIMESTRE, "Por corregir")
    return exp


def dicho(exp: Expediente) -> list[str]:
    return [str(diferencia) for diferencia in que_cambio(exp, TRIMESTRE)]


def test_sin_cambios_no_hay_diferencias(abierto: Expediente):
    assert que_cambio(abierto, TRIMESTRE) == ()


def test_un_numero_cambiado_es_una_sola_diferencia_con_lo_que_arrastra(abierto: Expediente):
    capturar(abierto, TRIMESTRE, ABRIL, 78)
    (diferencia,) = que_cambio(abierto, TRIMESTRE)
    assert (diferencia.que, diferencia.antes, diferencia.ahora) == ("Visitas, abril", "77", "78")
    assert diferencia.sitio == Sitio("1.1", "cuadro:1.1#1", ABRIL)
    assert any("todo el trimestre, de 141 a 142" in arrastrado for arrastrado in diferencia.arrastra)
    assert str(diferencia).startswith("Visitas, abril: decía «77» y ahora dice «78». Por eso cambia Visitas")


def test_volver_al_numero_de_antes_quita_la_diferencia(abierto: Expediente):
    capturar(abierto, TRIMESTRE, ABRIL, 78)
    capturar(abierto, TRIMESTRE, ABRIL, 77)
    assert que_cambio(abierto, TRIMESTRE) == ()


def test_un_numero_vaciado_y_uno_nuevo(abierto: Expediente):
    capturar(abierto, TRIMESTRE, ABRIL, None)
    capturar(abierto, TRIMESTRE, Casilla("asesorias", 2, 5), 3)
    cambios = {(d.que, d.antes, d.ahora) for d in que_cambio(abierto, TRIMESTRE)}
    assert cambios == {("Visitas, abril", "77", "vacío"), ("Asesorías, mayo", "vacío", "3")}


def test_un_mes_que_dejo_de_estar_revisado(abierto: Expediente):
    marcar_capturado(abierto, TRIMESTRE, ("visitas",), 5, False)
    (diferencia,) = que_cambio(abierto, TRIMESTRE)
    assert (diferencia.que, diferencia.antes, diferencia.ahora) == (
        "Visitas, mayo", "revisado", "sin revisar",
    )  # fmt: skip


def test_un_renglon_cambiado_dice_su_texto_de_antes_y_el_de_ahora(abierto: Expediente):
    renglon = abierto.foto(TRIMESTRE).renglones[1]
    guardar_renglon(abierto, TRIMESTRE, replace(renglon, asunto="las sesiones"))
    (diferencia,) = que_cambio(abierto, TRIMESTRE)
    assert diferencia.que == "Un renglón de 1.1 paso 1 bis"
    assert ("las sesiones" in diferencia.antes, "las sesiones" in diferencia.ahora) == (False, True)


def test_un_renglon_quitado_dice_tambien_el_numero_que_se_contaba_de_el(abierto: Expediente):
    quitar_renglon(abierto, TRIMESTRE, abierto.foto(TRIMESTRE).renglones[0].uid)
    frases = dicho(abierto)
    assert any(frase.startswith("Oficios, todo el trimestre: decía «3»") for frase in frases)
    assert any("ya no está" in frase or "ahora dice" in frase for frase in frases if "renglón" in frase)


def test_un_parrafo_nuevo_y_un_valor_alcanzado(abierto: Expediente):
    nuevo_parrafo(abierto, TRIMESTRE, PASO, "Se agregó después.")
    fijar_alcanzado(abierto, TRIMESTRE, "1.1", Decimal(40))
    assert dicho(abierto) == [
        "Un párrafo de 1.1 paso 1 bis: no estaba y ahora dice «Se agregó después.».",
        "El valor alcanzado de 1.1: decía «Valor alcanzado: 30.5%» y ahora dice «Valor alcanzado: 40%».",
    ]


def test_quien_firma_y_el_membrete_tambien_se_comparan_estando_cerrado(exp: Expediente):
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    with exp.base.accion("Cambiar el catálogo"):
        exp.base.cambia(e.Papel, e.Papel.clave == "hoja", pie="Otro pie")
        exp.base.cambia(e.Persona, e.Persona.clave == "ana", nombre="Eva Sol")
    frases = dicho(exp)
    assert any(frase.startswith("El membrete: decía") and "Otro pie" in frase for frase in frases)
    assert any("EVA SOL" in frase.upper() for frase in frases)


def test_se_puede_comparar_con_una_firma_anterior(abierto: Expediente):
    capturar(abierto, TRIMESTRE, ABRIL, 78)
    firmar(abierto, TRIMESTRE, date(2031, 7, 11))
    assert que_cambio(abierto, TRIMESTRE) == ()
    assert [d.que for d in que_cambio(abierto, TRIMESTRE, 1)][:1] == ["Visitas, abril"]


# Lo que se adjuntó después: lo hizo ella, aunque nada de lo firmado cambie


def adjuntar_a(exp: Expediente, dueno: Origen, nombre: str) -> None:
    lote = Lote((Preparada(nombre.encode(), nombre, nombre, "pdf", pie=nombre, hojas=1),))
    adjuntar(exp, TRIMESTRE, dueno, lote)


def test_lo_que_llego_despues_de_firmar_se_dice_cada_cosa_una_vez_y_lo_de_antes_no(exp: Expediente):
    renglon, oficio = next(
        (Origen("renglon", r.uid), f.oficio)
        for r in exp.foto(TRIMESTRE).renglones
        for cita in r.citas
        for f in leer_libro(exp, 2031).todas
        if f.oficio.folio == cita.folio
    )
    adjuntar_a(exp, renglon, "lo de antes")
    adjuntar_a(exp, renglon, "quitado antes de firmar")
    quitar(exp, TRIMESTRE, (evidencias_de(exp, TRIMESTRE, renglon)[-1].uid,))
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    assert que_cambio(exp, TRIMESTRE) == ()
    adjuntar_a(exp, renglon, "llegó después")
    adjuntar_a(exp, Origen("lugar", "1.1"), "de la actividad")
    adjuntar_a(exp, Origen("libro", oficio.uid), "acuse")
    assert {(d.antes, d.ahora) for d in que_cambio(exp, TRIMESTRE)} == {
        ("", "llegó después"), ("", "de la actividad"), ("", "acuse"),
    }  # fmt: skip
    assert len(que_cambio(exp, TRIMESTRE)) == 3
    suya = next(d for d in que_cambio(exp, TRIMESTRE) if d.ahora == "llegó después")
    assert suya.sitio.origen == renglon
    assert str(suya).startswith("Una evidencia de")
    assert sum(bool(cada.llego) for cada in evidencias_de(exp, TRIMESTRE, renglon)) == 2
    quitar(exp, TRIMESTRE, [c.uid for c in evidencias_de(exp, TRIMESTRE, renglon) if not c.firme])
    assert [d.ahora for d in que_cambio(exp, TRIMESTRE)] == ["de la actividad"]
