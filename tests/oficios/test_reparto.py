"""Repartir un escaneo de muchos acuses: qué hojas son de quién, partirlas y guardarlas de una vez."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.evidencias.archivos import escaneo, foto, hojas_numeradas
from tests.oficios.contra_el_libro import TRIMESTRE, ahora
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio, Seguimiento
from ut_escritorio.dominio.oficios.reparto import (
    Parte,
    repartibles,
    repartir,
    repetidos,
    saltados,
    sin_acuse_todavia,
)
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import creacion, historia
from ut_escritorio.servicios.evidencias.adjuntar import evidencias_de
from ut_escritorio.servicios.evidencias.pintor import pintar_hoja
from ut_escritorio.servicios.oficios.libro import leer_libro
from ut_escritorio.servicios.oficios.repartir import guardar_acuses, leer_escaneo, partir


def oficio(numero: int, *, acuse: bool = False, **mas: str) -> EnElLibro:
    papel = DelPapel(date(2031, 6, 12))
    suyo = Oficio(f"u{numero}", f"UT/{numero:04}/2031", papel=papel, sentido="enviado", **mas)  # pyright: ignore
    seguimiento = Seguimiento(acuse=date(2031, 7, 1) if acuse else None)
    return EnElLibro(suyo, con=f"Área {numero}", seguimiento=seguimiento)


OFICIOS = tuple(oficio(n) for n in range(658, 663))


def quien(partes: tuple[Parte, ...]) -> list[tuple[tuple[int, ...], str]]:
    return [(parte.hojas, parte.de.oficio.uid if parte.de else "") for parte in partes]


def test_una_hoja_por_oficio_desde_uno():
    assert quien(repartir(3, 1, (), OFICIOS, "u659", {})) == [((1,), "u659"), ((2,), "u660"), ((3,), "u661")]


def test_de_a_dos_y_sin_las_que_estan_en_blanco():
    partes = repartir(6, 2, {2, 4}, OFICIOS, "u658", {})
    assert quien(partes) == [((1, 3), "u658"), ((5, 6), "u659")]


def test_decir_de_quien_es_una_recorre_las_de_abajo_y_la_que_no_es_de_nadie_no():
    partes = repartir(4, 1, (), OFICIOS, "u658", {1: "u660", 2: ""})
    assert quien(partes) == [((1,), "u658"), ((2,), "u660"), ((3,), ""), ((4,), "u661")]
    assert sin_acuse_todavia(OFICIOS, partes) == ("UT/0659/2031",)


def test_los_que_ya_tienen_acuse_se_saltan_y_lo_que_sobra_no_es_de_nadie():
    con_uno = (oficio(658), oficio(659, acuse=True), oficio(660))
    assert quien(repartir(3, 1, (), con_uno, "u658", {})) == [((1,), "u658"), ((2,), "u660"), ((3,), "")]


def test_se_dice_cual_se_salto_y_el_ya_contestado_no_se_salta():
    contestado = replace(oficio(659), contestado=True)
    con_uno = (oficio(658, acuse=True), contestado, oficio(660, acuse=True), oficio(661))
    partes = repartir(2, 1, (), con_uno, "u658", {})
    assert quien(partes) == [((1,), "u659"), ((2,), "u661")]
    assert saltados(con_uno, "u658", partes) == ("UT/0658/2031", "UT/0660/2031")
    assert saltados(con_uno, "u659", partes) == ("UT/0660/2031",)
    assert saltados(con_uno, "u658", repartir(1, 1, (), con_uno, "u658", {0: ""})) == ()


def test_las_que_ya_son_acuse_de_otro_no_se_proponen_si_ella_no_lo_dice():
    ya = {1: "UT/0600/2031", 2: "UT/0601/2031"}
    partes = repartir(3, 1, (), OFICIOS, "u658", {}, ya)
    assert quien(partes) == [((1,), ""), ((2,), ""), ((3,), "u658")]
    assert [parte.ya for parte in partes] == [("UT/0600/2031",), ("UT/0601/2031",), ()]
    (juntas, _) = repartir(3, 2, (), OFICIOS, "u658", {}, ya)
    assert (juntas.de, juntas.ya) == (None, ("UT/0600/2031", "UT/0601/2031")), "juntas de otra manera"
    assert quien(repartir(3, 1, (), OFICIOS, "u658", {1: "u660"}, ya)) == [
        ((1,), ""), ((2,), "u660"), ((3,), "u661"),
    ]  # fmt: skip


def test_los_repetidos_se_nombran():
    assert repetidos(repartir(2, 1, (), OFICIOS, "u658", {1: "u658"})) == ("UT/0658/2031",)


def test_solo_se_reparten_los_que_salieron_en_el_orden_de_su_numero():
    del_libro = (oficio(660), oficio(659, cancelado="se repitió"), oficio(658))
    assert [f.oficio.uid for f in repartibles(del_libro)] == ["u658", "u660"]


@given(st.integers(0, 40), st.integers(1, 5), st.sets(st.integers(1, 40)), st.integers(658, 662))
def test_cada_hoja_util_va_una_vez_y_ningun_oficio_dos(hojas: int, de_a: int, blancas: set[int], desde: int):
    partes = repartir(hojas, de_a, blancas, OFICIOS, f"u{desde}", {})
    utiles = [hoja for hoja in range(1, hojas + 1) if hoja not in blancas]
    assert [hoja for parte in partes for hoja in parte.hojas] == utiles
    assert repetidos(partes) == ()


# Con un archivo de verdad


def leido(tmp_path: Path, octetos: bytes, nombre: str = "ACUSES.pdf"):
    (tmp_path / nombre).write_bytes(octetos)
    return leer_escaneo(tmp_path / nombre, pintar_hoja, lambda a, b: None, lambda: False)


def test_la_hoja_en_blanco_se_reconoce(tmp_path: Path):
    escaneado = leido(tmp_path, hojas_numeradas(["ACUSE 1", "", "ACUSE 2"]))
    assert (escaneado.hojas, escaneado.en_blanco) == (3, {2})


@pytest.mark.parametrize("octetos", [escaneo(2, clave="x"), foto(), b"%PDF-1.4 cortado"])
def test_lo_que_no_se_puede_repartir_se_dice(tmp_path: Path, octetos: bytes):
    with pytest.raises(ErrorEsperado):
        leido(tmp_path, octetos)


def test_se_guardan_de_una_vez_y_se_deshacen_juntos(tmp_path: Path):
    exp = creacion.crear_ejemplo(tmp_path / "ejemplo.sqlite", ahora)
    try:
        oficios = repartibles(leer_libro(exp, 2024).filas)
        escaneado = leido(tmp_path, hojas_numeradas([f"ACUSE {n}" for n in range(1, 16)]))
        primero = next(f for f in oficios if f.sin_acuse)
        partes = repartir(15, 1, escaneado.en_blanco, oficios, primero.oficio.uid, {})
        guardar_acuses(exp, TRIMESTRE, partir(escaneado, partes), date(2024, 7, 5))
        (suya,) = evidencias_de(exp, TRIMESTRE, Origen("libro", partes[1].de.oficio.uid))  # pyright: ignore
        assert (suya.pie, suya.hojas, suya.sale) == ("Acuse", 1, False)
        (hoja,) = PdfReader(BytesIO(exp.contenido(suya.contenido))).pages
        assert "ACUSE 2" in hoja.extract_text()
        con_acuse = [f for f in leer_libro(exp, 2024).filas if f.seguimiento.acuse == date(2024, 7, 5)]
        assert len(con_acuse) == 15
        historia.deshacer(exp)
        assert not evidencias_de(exp, TRIMESTRE, suya.dueno)
        assert not any(f.seguimiento.acuse for f in leer_libro(exp, 2024).filas)
        assert partir(escaneado, partes) == partir(escaneado, partes), "los mismos bytes"
    finally:
        exp.cerrar()
