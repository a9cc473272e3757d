"""Buscar en el archivo: lo anotado, lo escrito, los oficios, quien firma y lo que dice el plan."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.datos.oficina import PASO, TRIMESTRE, ahora
from ut_escritorio.datos import esquema as e
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.busqueda import Buscador, Hallado, trimestre_de
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.renglones import nuevo_renglon, quitar_renglon
from ut_escritorio.servicios.captura.textos import escribir_a_mano
from ut_escritorio.servicios.entrega.remision import guardar_oficio
from ut_escritorio.servicios.oficios.anotar import agregar, cancelar, seguir


@pytest.fixture
def buscador(exp: Expediente) -> Buscador:
    nuevo = Buscador(exp)
    nuevo.poner_al_dia()
    return nuevo


def origenes(hallados: tuple[Hallado, ...]) -> list[str]:
    return [f"{h.que.sitio.lugar} {h.que.sitio.origen.partition(':')[0]}" for h in hallados]


@pytest.mark.parametrize(
    ("texto", "donde"),
    [
        ("534", f"{PASO} registro"),
        ("don nadie", f"{PASO} registro"),
        ("tesoreria", f"{PASO} registro"),
        ("09/04/2031", f"{PASO} registro"),
        ("abril horarios", f"{PASO} registro"),
        ("10:30", f"{PASO} registro"),
        ("libre entre dos", f"{PASO} parrafo"),
        ("mas visitas que las previstas", "1.1 valor"),
        ("0822", " oficio"),
    ],
)
def test_se_halla_y_se_sabe_donde(buscador: Buscador, texto: str, donde: str):
    hallados = buscador.buscar(texto)
    assert donde in origenes(hallados), origenes(hallados)
    assert {(h.que.ejercicio, h.que.numero) for h in hallados} == {(2031, 2)}


def test_lo_escrito_a_mano_se_halla_en_el_lugar_de_su_renglon(buscador: Buscador):
    (hallado,) = buscador.buscar("pidieron los horarios")
    assert hallado.que.sitio.lugar == PASO
    assert hallado.que.sitio.origen.startswith("registro:")


def test_quien_firma_y_lo_que_dice_el_plan(buscador: Buscador, exp: Expediente):
    plan = exp.foto(TRIMESTRE).plan
    assert "Quién firma" in [h.que.donde for h in buscador.buscar("ana")]
    actividad = plan.lugar["1.1"]
    (hallado, *_) = [h for h in buscador.buscar(actividad.nombre) if h.que.sitio.lugar == "1.1"]
    assert (hallado.que.numero, hallado.que.cuando) == (None, "2031")
    assert trimestre_de(hallado.que, Trimestre(2030, 3)) == Trimestre(2031, 3)


def test_lo_anotado_despues_se_halla_y_lo_quitado_ya_no(buscador: Buscador, exp: Expediente):
    renglon, _ = nuevo_renglon(
        exp, Trimestre(2031, 3), PASO, asunto="el ornitorrinco", fecha=date(2031, 7, 2)
    )
    assert buscador.buscar("ornitorrinco") == ()
    buscador.poner_al_dia()
    (hallado,) = buscador.buscar("ornitorrinco julio")
    assert trimestre_de(hallado.que, TRIMESTRE) == Trimestre(2031, 3)
    quitar_renglon(exp, Trimestre(2031, 3), renglon.uid)
    buscador.poner_al_dia()
    assert buscador.buscar("ornitorrinco") == ()


def test_lo_que_otra_version_guardo_con_ligas_y_guiones_se_halla_por_sus_letras(
    buscador: Buscador, exp: Expediente
):
    with exp.base.accion("Anotar como antes"):
        exp.base.cambia(e.ParrafoLibre, e.ParrafoLibre.id > 0, texto="El oﬁcio de la informa\u00adción")
    buscador.poner_al_dia()
    (hallado,) = buscador.buscar("oficio informacion")
    assert hallado.que.texto == "El oficio de la información"


def test_lo_mas_nuevo_primero(buscador: Buscador, exp: Expediente):
    for numero in (1, 4, 3):
        nuevo_renglon(exp, Trimestre(2031, numero), PASO, asunto="lo mismo de siempre")
    buscador.poner_al_dia()
    assert [h.que.numero for h in buscador.buscar("mismo siempre")] == [4, 3, 1]


@pytest.mark.parametrize("al_reves", [False, True])
def test_los_de_remision_se_hallan_en_el_orden_de_sus_departamentos(tmp_path: Path, al_reves: bool):
    """Se anoten en el que se anoten: la misma búsqueda da siempre lo mismo."""
    tercero = Trimestre(2024, 3)
    with creacion.crear_ejemplo(tmp_path / "ejemplo.sqlite", ahora) as exp:
        departamentos = [d.clave for d in exp.foto(tercero).plan.departamentos if d.oficio]
        assert len(departamentos) == 2
        for n, clave in enumerate(reversed(departamentos) if al_reves else departamentos):
            guardar_oficio(exp, tercero, clave, f"UT/09{n}/2024", date(2024, 10, 4))
        buscador = Buscador(exp)
        buscador.poner_al_dia()
        hallados = [h.que.sitio.origen for h in buscador.buscar("remisión 3º")]
    assert [origen.clave for origen in hallados if origen.clase == "oficio"] == departamentos


def test_un_texto_del_oficio_se_halla_en_el_informe(exp: Expediente):
    escribir_a_mano(exp, TRIMESTRE, "oficio:vecindad#cuerpo", "Con un cordial saludo.", "")
    buscador = Buscador(exp)
    buscador.poner_al_dia()
    (hallado,) = buscador.buscar("cordial")
    assert (hallado.que.sitio.lugar, hallado.que.donde) == ("", "Informe")


def test_el_oficio_que_ningun_informe_dice_se_halla_en_el_libro(buscador: Buscador, exp: Expediente):
    papel = DelPapel(date(2031, 8, 2), partes=(Parte("destinatario", "", "la imprenta"),))
    suyo = Oficio("", "PR/0931/2031", papel=papel, asunto="el ornitorrinco", clase="turno")
    oficio, _ = agregar(exp, TRIMESTRE, suyo)
    seguir(exp, TRIMESTRE, [oficio.uid], guardado_en="Carpeta 4")
    buscador.poner_al_dia()
    for texto in ("931", "imprenta", "ornitorrinco agosto", "turno", "carpeta 4"):
        (hallado,) = buscador.buscar(texto)
        assert hallado.que.sitio == Sitio(origen=Origen("libro", oficio.uid)), texto
        assert (hallado.que.donde, hallado.que.cuando) == ("Libro de oficios", "2031")
    cancelar(exp, TRIMESTRE, oficio.uid, "salió dos veces")
    buscador.poner_al_dia()
    assert buscador.buscar("dos veces 931")
    citas = (Cita("PR/0932/2031"),)
    nuevo_renglon(exp, TRIMESTRE, PASO, medio="oficio", sentido="enviado", citas=citas)
    buscador.poner_al_dia()
    assert origenes(buscador.buscar("932")) == [f"{PASO} registro"], "el que sí se dice, una vez"


def test_el_del_libro_de_otro_anio_lleva_a_un_anio_que_el_archivo_tiene(buscador: Buscador, exp: Expediente):
    agregar(exp, TRIMESTRE, Oficio("", "PR/0001/2032", asunto="el ornitorrinco"))
    buscador.poner_al_dia()
    (hallado,) = buscador.buscar("ornitorrinco")
    assert trimestre_de(hallado.que, TRIMESTRE) in exp.trimestres()
