"""Imprimir para firma solo las hojas que cambiaron, y guardar junto a lo firmado lo escaneado."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, TRIMESTRE
from ut_escritorio.dominio.trimestre.firmados import Impresion
from ut_escritorio.dominio.trimestre.firmados import hojas_que_cambiaron as que_cambiaron
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import por_deshacer
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.firma import (
    abrir_para_corregir,
    etiqueta,
    firmados,
    firmar,
    guardar_escaneado,
    hojas_que_cambiaron,
    leer_escaneado,
    marcar_impreso,
)
from ut_escritorio.servicios.entrega.informe import Exportado, contenidos_de, exportar
from ut_escritorio.servicios.entrega.remision import numerar_paginas


def exportado(exp: Expediente, carpeta: Path) -> Exportado:
    foto = exp.foto(TRIMESTRE)
    return exportar(foto, contenidos_de(exp, foto), carpeta / "informe.pdf")


def test_la_primera_vez_se_imprime_todo_y_despues_solo_lo_que_cambio(exp: Expediente, tmp_path: Path):
    foto, impreso = exp.foto(TRIMESTRE), exportado(exp, tmp_path)
    todas = tuple(range(1, impreso.paginas + 1))
    assert hojas_que_cambiaron(exp, foto, impreso.huellas) == todas
    marcar_impreso(exp, foto, impreso.huellas)
    assert hojas_que_cambiaron(exp, foto, impreso.huellas) == ()
    capturar(exp, TRIMESTRE, ABRIL, 78)
    otro = exportado(exp, tmp_path)
    cambiadas = hojas_que_cambiaron(exp, exp.foto(TRIMESTRE), otro.huellas)
    assert cambiadas == (otro.hojas["cuadro:1.1#1"],)


def test_lo_firmado_es_lo_que_hay_en_papel_y_al_corregir_solo_salen_las_hojas_que_cambian(
    exp: Expediente, tmp_path: Path
):
    """Se firmó lo que se imprimió desde el PDF, sin pasar por «Imprimir para firma»."""
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    abrir_para_corregir(exp, TRIMESTRE, "Se contó mal abril")
    assert hojas_que_cambiaron(exp, exp.foto(TRIMESTRE), exportado(exp, tmp_path).huellas) == ()
    capturar(exp, TRIMESTRE, ABRIL, 78)
    otro = exportado(exp, tmp_path)
    cambiadas = hojas_que_cambiaron(exp, exp.foto(TRIMESTRE), otro.huellas)
    assert cambiadas == (otro.hojas["cuadro:1.1#1"],)


def test_imprimir_no_congela_ni_se_deshace(exp: Expediente, tmp_path: Path):
    capturar(exp, TRIMESTRE, ABRIL, 78)
    marcar_impreso(exp, exp.foto(TRIMESTRE), exportado(exp, tmp_path).huellas)
    assert por_deshacer(exp) == "Deshacer anotar un número"
    capturar(exp, TRIMESTRE, ABRIL, 79)


def test_numerar_las_hojas_obliga_a_imprimirlas_todas(exp: Expediente, tmp_path: Path):
    impreso = exportado(exp, tmp_path)
    marcar_impreso(exp, exp.foto(TRIMESTRE), impreso.huellas)
    numerar_paginas(exp, TRIMESTRE, True)
    otro = exportado(exp, tmp_path)
    assert otro.huellas == impreso.huellas, "el número va aparte de lo que la hoja lleva"
    assert len(hojas_que_cambiaron(exp, exp.foto(TRIMESTRE), otro.huellas)) == otro.paginas


@pytest.mark.parametrize(
    ("antes", "ahora", "numeradas", "cambian"),
    [
        (("a", "b", "c"), ("a", "x", "c"), True, (2,)),
        (("a", "b"), ("a", "x", "b"), True, (1, 2, 3)),
        (("a", "b"), ("a", "x", "b"), False, (2,)),
        (("a", "b", "c"), ("a", "c"), False, ()),
        (("a", "b"), ("b", "a"), True, (1, 2)),
    ],
)
def test_que_hojas_hay_que_volver_a_imprimir(antes, ahora, numeradas, cambian):
    assert que_cambiaron(Impresion(antes, numeradas), Impresion(ahora, numeradas)) == cambian


@pytest.mark.parametrize(
    ("nombre", "octetos", "clase"),
    [
        ("hojas firmadas.pdf", b"%PDF-1.7 lo que sea", "pdf"),
        ("foto.JPG", b"\xff\xd8\xff\xe0 lo que sea", "jpg"),
        ("foto.dat", b"\x89PNG\r\n\x1a\n lo que sea", "png"),
    ],
)
def test_lo_escaneado_queda_junto_a_lo_firmado(
    exp: Expediente, tmp_path: Path, nombre: str, octetos: bytes, clase: str
):
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    ruta = tmp_path / nombre
    ruta.write_bytes(octetos)
    for _ in range(2):
        guardar_escaneado(exp, TRIMESTRE, leer_escaneado(ruta))
    ruta.unlink()
    (guardado,) = firmados(exp)[0].escaneados
    assert (guardado.nombre, guardado.clase, exp.contenido(guardado.sha256)) == (nombre, clase, octetos)


def test_lo_que_no_es_un_escaneo_se_rechaza_con_su_motivo(exp: Expediente, tmp_path: Path):
    ruta = tmp_path / "programa.pdf"
    with pytest.raises(ErrorEsperado, match="no se deja leer"):
        guardar_escaneado(exp, TRIMESTRE, leer_escaneado(ruta))
    ruta.write_bytes(b"MZ no es un PDF")
    with pytest.raises(ErrorEsperado, match="no es un PDF, JPG o PNG"):
        guardar_escaneado(exp, TRIMESTRE, leer_escaneado(ruta))
    ruta.write_bytes(b"%PDF-1.7")
    with pytest.raises(ErrorEsperado, match="no se ha firmado"):
        guardar_escaneado(exp, TRIMESTRE, leer_escaneado(ruta))
    with ruta.open("ab") as archivo:
        archivo.truncate(50 * 1024 * 1024 + 1)
    with pytest.raises(ErrorEsperado, match="pasa de 50 MB"):
        guardar_escaneado(exp, TRIMESTRE, leer_escaneado(ruta))


@pytest.mark.parametrize(
    ("nombre", "visto"),
    [
        ("informe\u202efdp.exe", "informefdp.exe"),
        ("a/b\\c:d\x07.pdf", "abcd.pdf"),
        ("   ", "escaneado"),
        ("Informe firmado ñ.pdf", "Informe firmado ñ.pdf"),
    ],
)
def test_el_nombre_es_solo_una_etiqueta(nombre: str, visto: str):
    assert etiqueta(nombre) == visto
