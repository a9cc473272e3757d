"""Lo que hay que corregir marca BORRADOR; dejarlo así con su motivo lo quita, hasta que cambie el número."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.inventado import deja_huecos
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.revision import por_corregir
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.decisiones import dejar_asi, volver_a_senalar
from ut_escritorio.servicios.entrega.firma import firmar, pdf_firmado
from ut_escritorio.servicios.entrega.informe import contenidos_de, documento_de, exportar
from ut_escritorio.servicios.entrega.revision import revisar

HOY = date(2031, 7, 4)
SIN_UN_DATO: tuple[dict[str, Any], ...] = (
    {"asunto": ""}, {"fecha": None, "mes": None}, {"partes": ()}, {"citas": ()}, {"campos": {}},
)  # fmt: skip


def pendientes(exp: Expediente) -> list[str]:
    return [hallazgo.huella for hallazgo in por_corregir(revisar(exp.foto(TRIMESTRE), HOY))]


def dejar_todo(exp: Expediente) -> None:
    for huella in pendientes(exp):
        dejar_asi(exp, TRIMESTRE, huella, "Así se entregó")


def es_borrador(exp: Expediente, carpeta: Path) -> bool:
    """Si el PDF exportado lo dice, hoja por hoja."""
    foto = exp.foto(TRIMESTRE)
    hecho = exportar(foto, contenidos_de(exp, foto), carpeta / "informe.pdf")
    dichos = {"BORRADOR" in hoja.extract_text() for hoja in PdfReader(hecho.ruta).pages}
    assert dichos == {bool(hecho.por_corregir)}
    return dichos == {True}


def test_con_algo_por_corregir_sale_borrador_y_dejado_con_motivo_ya_no(exp: Expediente, tmp_path: Path):
    assert pendientes(exp)
    assert es_borrador(exp, tmp_path)
    dejar_todo(exp)
    assert pendientes(exp) == []
    assert not es_borrador(exp, tmp_path)
    assert not documento_de(exp.foto(TRIMESTRE)).borrador


def test_lo_dejado_vuelve_cuando_cambia_su_numero_o_se_quita(exp: Expediente, tmp_path: Path):
    dejar_todo(exp)
    capturar(exp, TRIMESTRE, ABRIL, 78)
    assert pendientes(exp)
    deshacer(exp)
    assert pendientes(exp) == []
    huella = next(iter(exp.foto(TRIMESTRE).dejados))
    volver_a_senalar(exp, TRIMESTRE, huella)
    assert pendientes(exp) == [huella]
    assert es_borrador(exp, tmp_path)


def test_dejarlo_asi_pide_el_motivo(exp: Expediente):
    with pytest.raises(ErrorEsperado, match="Escriba por qué"):
        dejar_asi(exp, TRIMESTRE, pendientes(exp)[0], " ")


def test_nada_impide_firmar_con_algo_por_corregir(exp: Expediente):
    assert pendientes(exp)
    firmar(exp, TRIMESTRE, HOY)
    hojas = PdfReader(io.BytesIO(pdf_firmado(exp, TRIMESTRE))).pages
    assert all("BORRADOR" in hoja.extract_text() for hoja in hojas)


@pytest.fixture(scope="module")
def ejemplo(tmp_path_factory: pytest.TempPathFactory) -> FotoTrimestre:
    """El ejemplo con todo lo señalado dejado así: lo único por corregir será lo que se le quite."""
    ruta = tmp_path_factory.mktemp("ejemplo") / "a.sqlite"
    with creacion.crear_ejemplo(ruta, oficina.ahora) as exp:
        foto = exp.foto(exp.trimestre_de_entrada(HOY))
    dejados = {hallazgo.huella: "Así se entregó" for hallazgo in revisar(foto, foto.dia)}
    return replace(foto, dejados=dejados)


def incompletas(foto: FotoTrimestre) -> Iterator[FotoTrimestre]:
    """El mismo trimestre al que le falta una cosa: un número, un dato de un renglón, un valor o un oficio."""
    numero, renglones = foto.trimestre.numero, foto.renglones
    for casilla in foto.conteos.valores:
        yield replace(foto, conteos=foto.conteos.con([(casilla, None)]))
    for i, renglon in enumerate(renglones):
        for nada in (
            {"asunto": ""},
            {"fecha": None, "mes": None},
            {"partes": ()},
            {"citas": ()},
            {"campos": {}},
        ):
            otros = (*renglones[:i], replace(renglon, **nada), *renglones[i + 1 :])
            yield replace(foto, renglones_del_ejercicio={numero: otros})
    for clave in foto.alcanzado:
        yield replace(foto, alcanzado={k: v for k, v in foto.alcanzado.items() if k != clave})
    for clave in foto.remisiones:
        yield replace(foto, remisiones={k: v for k, v in foto.remisiones.items() if k != clave})
    yield replace(foto, catalogo=Catalogo())


def test_lo_que_se_imprime_sin_su_dato_siempre_sale_borrador(ejemplo: FotoTrimestre):
    assert not documento_de(ejemplo).borrador
    documentos = [documento_de(foto) for foto in [*incompletas(ejemplo)][::5]]
    con_huecos = [documento for documento in documentos if deja_huecos(documento)]
    assert len(con_huecos) > 20
    assert [documento for documento in con_huecos if not documento.borrador] == []
