"""Cambiar el plan en su lugar: cada cosa una acción, lo capturado sigue donde estaba y todo se deshace."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from ut_escritorio.dominio.cambios_del_plan.acomodo import Destino, reacomodado
from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import ActividadNueva, SeCuenta
from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.departamentos import con_componente_en, sin_departamento
from ut_escritorio.dominio.cambios_del_plan.armado.frases import con_otra_frase
from ut_escritorio.dominio.cambios_del_plan.edicion import con_otro_texto
from ut_escritorio.dominio.impreso.menciones import conocidos_de, donde_esta, revisor
from ut_escritorio.dominio.impreso.relatos import relato_de_apartado
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.textos import con_texto, texto_en, textos_de
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import creacion, expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, rehacer
from ut_escritorio.servicios.captura.numeros import marcar_sin_actividad
from ut_escritorio.servicios.captura.textos import escribir_a_mano
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar
from ut_escritorio.servicios.oficina import plan

SEGUNDO = Trimestre(2024, 2)


def ahora() -> datetime:
    return datetime(2024, 7, 4, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def molde(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    ruta = tmp_path_factory.mktemp("plan") / "ejemplo.sqlite"
    creacion.crear_ejemplo(ruta, ahora).cerrar()
    return ruta.read_bytes()


@pytest.fixture
def exp(molde: bytes, tmp_path: Path) -> Iterator[Expediente]:
    (tmp_path / "a.sqlite").write_bytes(molde)
    with expediente.abrir(tmp_path / "a.sqlite", ahora) as abierto:
        yield abierto


def test_un_texto_se_cambia_y_no_se_toca_nada_mas(exp: Expediente):
    antes = exp.foto(SEGUNDO)
    texto = next(t for t in textos_de(antes.plan) if t.dueno == "1.2/5#2")
    cambios = plan.cambiar_texto(exp, SEGUNDO, texto.ruta, "Suman {cifra.actualizaciones:unidad}.")
    assert cambios.cosas == {"plan"}
    despues = exp.foto(SEGUNDO)
    assert despues.plan.lugar["1.2/5"].apartados[1].texto == "Suman {cifra.actualizaciones:unidad}."
    assert replace(despues, plan=antes.plan) == antes
    deshacer(exp)
    assert exp.foto(SEGUNDO) == antes


@pytest.mark.parametrize(
    ("dueno", "texto", "por_que"),
    [
        ("1.2/5#2", "Suman {cifra.actualizaciones:piezas}.", "«piezas»: así no se dice ningún dato"),
        ("1.2/5#2", "Suman {cifra.actualizacion}.", "«actualizacion»: ese número no está en el plan."),
        ("1.2/5#2", "Suman {cifra.actualizaciones:dia}.", "«:dia» no va con"),
        ("1.2/5#2", "Suman {asunto}.", "aquí nunca tiene valor"),
        ("1.2/5#2", "Suman {cifra.actualizaciones", "Una llave «{» quedó suelta"),
        ("1.2/5#2", " ", "Está vacío"),
        ("1", "Componente {paso}", "aquí nunca tiene valor"),
    ],
)  # fmt: skip
def test_un_texto_que_no_se_podria_imprimir_no_entra(exp: Expediente, dueno: str, texto: str, por_que: str):
    antes = exp.foto(SEGUNDO)
    suyo = next(t for t in textos_de(antes.plan) if t.dueno == dueno and t.es_patron)
    with pytest.raises(ErrorEsperado, match=re.escape(por_que)):
        plan.cambiar_texto(exp, SEGUNDO, suyo.ruta, texto)
    assert exp.foto(SEGUNDO) == antes


def test_todos_los_textos_del_plan_se_dejan_volver_a_escribir(exp: Expediente):
    """Lo que el plan trae está bien dicho donde está: en su forma, su oficio, su encabezado o su lugar."""
    del_plan = exp.foto(SEGUNDO).plan
    for texto in textos_de(del_plan):
        assert con_otro_texto(del_plan, texto.ruta, texto.texto) == del_plan
        problemas = revisor(conocidos_de(del_plan), donde_esta(del_plan, texto))
        assert not texto.es_patron or problemas(texto.texto) == [], texto


def test_lo_que_ya_estaba_mal_no_impide_cambiar_lo_demas(exp: Expediente):
    del_plan = exp.foto(SEGUNDO).plan
    suyo = next(t for t in textos_de(del_plan) if t.dueno == "1.2/5#2")
    de_antes = con_texto(del_plan, suyo.ruta, "Suman {asunto}.")
    assert texto_en(con_otro_texto(de_antes, suyo.ruta, "Son {asunto}."), suyo.ruta).texto == "Son {asunto}."


@pytest.mark.parametrize("escrito", ["Ver [anexo].", "Falta {x}.", "Abre { y [", "Doble {{a}} y [[b]]"])
def test_un_renglon_agregado_se_imprime_como_se_escribio(exp: Expediente, escrito: str):
    plan.agregar_parrafo(exp, SEGUNDO, "1.2/5#2", escrito)
    foto = exp.foto(SEGUNDO)
    agregado = foto.plan.lugar["1.2/5"].apartados[2]
    assert relato_de_apartado(foto, "1.2/5", agregado).texto == escrito


def test_la_actividad_que_paso_a_ser_otra_se_lleva_lo_capturado_y_lo_escrito_a_mano(exp: Expediente):
    escribir_a_mano(exp, SEGUNDO, "apartado:1.2/1#1", "A mano.", "Lo de antes.")
    antes = exp.foto(SEGUNDO)
    destino = Destino("1.2", "3.4", "Portal de Gobierno Abierto")
    plan.mudar_actividad(exp, SEGUNDO, destino)
    despues = exp.foto(SEGUNDO)
    assert despues.plan == reacomodado(antes.plan, (destino,))
    eran = [r for r in antes.renglones if r.lugar.startswith("1.2/")]
    son = [r for r in despues.renglones if r.lugar.startswith("3.4/")]
    assert eran
    assert [replace(r, lugar=r.lugar.replace("3.4/", "1.2/")) for r in son] == eran
    assert despues.a_mano["apartado:3.4/1#1"].texto == "A mano."
    assert despues.conteos == antes.conteos
    assert despues.plan.lugar["3.4"].antes == "1.2"
    deshacer(exp)
    assert exp.foto(SEGUNDO) == antes
    rehacer(exp)
    assert exp.foto(SEGUNDO) == despues


def test_lo_que_ya_tiene_algo_anotado_no_se_quita_y_se_dice_donde(exp: Expediente):
    antes = exp.foto(SEGUNDO)
    with pytest.raises(ErrorEsperado, match="Portal de Gobierno Abierto"):
        plan.quitar_lugar(exp, SEGUNDO, "1.2")
    with pytest.raises(ErrorEsperado, match="Asesorías en datos personales"):
        plan.quitar_apartado(exp, SEGUNDO, "2.1#1")
    assert exp.foto(SEGUNDO) == antes


def test_ni_el_departamento_con_su_oficio_ni_el_medio_ni_el_dato_que_ya_se_escribio(exp: Expediente):
    antes = exp.foto(SEGUNDO)

    def sin_transparencia(suyo: Plan) -> Plan:
        return sin_departamento(con_componente_en(suyo, "2", "vinculacion"), "transparencia")

    def sin_oficios(suyo: Plan) -> Plan:
        return replace(suyo, medios=tuple(m for m in suyo.medios if m.clave != "oficio"))

    def sin_finalidad(suyo: Plan) -> Plan:
        (frase,) = [f for f in suyo.lugar["1.1/2"].formas if f.campos]
        return con_otra_frase(suyo, "1.1/2", replace(frase, texto="Se recibió {asunto}.", campos=()))

    for regla, por_que in (
        (sin_transparencia, "ya tiene su oficio de remisión"),
        (sin_oficios, "fueron por oficio"),
        (sin_finalidad, "«Con el fin de»: este año ya se escribió"),
    ):
        with pytest.raises(ErrorEsperado, match=por_que):
            plan.cambiar(exp, SEGUNDO, Cambio("Quitar", regla))
    assert exp.foto(SEGUNDO) == antes


def test_lo_que_se_agrega_se_quita_y_queda_como_estaba(exp: Expediente):
    antes = exp.foto(SEGUNDO)
    nueva = ActividadNueva("3.4", "Visitas", "meses_y_total", (SeCuenta("Visitas", "visita", "visitas"),))
    plan.agregar_actividad(exp, SEGUNDO, nueva)
    plan.agregar_paso(exp, SEGUNDO, "3.4", "Recibir a las visitas")
    plan.agregar_parrafo(exp, SEGUNDO, "3.4#1", "Se recibió a quien vino.")
    lugar = exp.foto(SEGUNDO).plan.lugar["3.4"]
    assert [a.clase for a in lugar.apartados] == ["subtitulo", "cuadro", "parrafo", "renglones"]
    assert exp.foto(SEGUNDO).plan.lugar["3.4/1"].nombre == "Recibir a las visitas"
    plan.quitar_lugar(exp, SEGUNDO, "3.4")
    assert exp.foto(SEGUNDO) == antes


def test_lo_que_solo_esta_marcado_que_no_toco_si_se_quita(exp: Expediente):
    plan.agregar_paso(exp, SEGUNDO, "1.1", "Uno que no se usará")
    marcar_sin_actividad(exp, SEGUNDO, "1.1/4", True)
    antes = exp.foto(SEGUNDO)
    plan.quitar_lugar(exp, SEGUNDO, "1.1/4")
    assert "1.1/4" not in exp.foto(SEGUNDO).plan.lugar
    deshacer(exp)
    assert exp.foto(SEGUNDO) == antes


def test_lo_firmado_sale_igual_aunque_el_plan_cambie(exp: Expediente, tmp_path: Path):
    firmar(exp, SEGUNDO, date(2024, 7, 4))
    firmada = exp.foto(SEGUNDO)
    exportar(firmada, contenidos_de(exp, firmada), tmp_path / "antes.pdf")
    plan.cambiar_leyenda(exp, SEGUNDO, "Otra leyenda")
    plan.mudar_actividad(exp, SEGUNDO, Destino("3.2", "2.6", "Información de interés público"))
    despues = exp.foto(SEGUNDO)
    exportar(despues, contenidos_de(exp, despues), tmp_path / "despues.pdf")
    assert (tmp_path / "antes.pdf").read_bytes() == (tmp_path / "despues.pdf").read_bytes()


def test_lo_programado_se_pone_y_se_quita(exp: Expediente):
    plan.programar(exp, SEGUNDO, "1.2", Decimal(45))
    assert exp.foto(SEGUNDO).plan.lugar["1.2"].programado == {2: Decimal(45)}
    plan.programar(exp, SEGUNDO, "1.2", None)
    assert exp.foto(SEGUNDO).plan.lugar["1.2"].programado == {}


def test_el_plan_se_aprueba_y_se_deshace(exp: Expediente):
    plan.aprobar_plan(exp, SEGUNDO, False)
    assert exp.foto(SEGUNDO).plan.provisional
    deshacer(exp)
    assert not exp.foto(SEGUNDO).plan.provisional


def test_las_filas_de_un_plan_que_no_cambia_siguen_siendo_las_mismas(exp: Expediente):
    antes = exp.legajo(SEGUNDO).guardado
    plan.agregar_parrafo(exp, SEGUNDO, "1.2/1#1", "Uno más.")
    despues = exp.legajo(SEGUNDO).guardado
    assert (despues.lugares, despues.cifras, despues.formas) == (antes.lugares, antes.cifras, antes.formas)
    cambiadas = exp.base.lee_orden("SELECT count(*) FROM bitacora WHERE clase = 'baja'")
    assert cambiadas == [(0,)]
