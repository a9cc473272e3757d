"""Otro municipio, otro año, otro plan: el mismo programa da su archivo, su informe y su PDF."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from textwrap import dedent

import pytest
from pypdf import PdfReader

from tests.inventado import deja_huecos, dibujo
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Firma, Firmas, Parrafo, Tabla, Titulo
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import numeros as captura
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar, nombre_de_informe

PRIMERO = Trimestre(2027, 1)


@pytest.fixture
def exp(archivo: Path) -> Iterator[Expediente]:
    with expediente.abrir(archivo, lambda: datetime(2027, 4, 6, tzinfo=UTC)) as abierto:
        yield abierto


@pytest.fixture
def foto(exp: Expediente) -> FotoTrimestre:
    return exp.foto(PRIMERO)


def test_el_plan_no_trae_leyenda_ni_organo_ni_portada(foto: FotoTrimestre) -> None:
    assert foto.plan.leyenda == ""
    assert {unidad.clase for unidad in foto.catalogo.unidades} == {"unidad"}
    assert foto.plan.portada == ()


def test_el_orden_sigue_a_los_departamentos_no_contiguos(foto: FotoTrimestre) -> None:
    documento = armar(foto)
    assert [seccion.marcador for seccion in documento.secciones] == [
        "Oficio de remisión – Archivo",
        "Componente A",
        "Componente B",
        "Componente C",
    ]
    assert not deja_huecos(documento)
    assert documento.titulo == "Informe del 1º trimestre 2027 – Municipio Abierto"


def impreso(foto: FotoTrimestre, marcador: str) -> list[str]:
    (seccion,) = [s for s in armar(foto).secciones if s.marcador == marcador]
    return [bloque.texto for bloque in seccion.bloques if isinstance(bloque, Titulo | Parrafo)]


def test_el_oficio_y_los_pasos_se_dicen_con_las_palabras_del_plan(foto: FotoTrimestre) -> None:
    assert impreso(foto, "Oficio de remisión – Archivo") == [
        "Memorándum VE/7/2027",
        "Villa del Encino, 5 de abril de 2027",
        "Se entrega lo del primer trimestre de 2027.",
    ]
    assert impreso(foto, "Componente A") == [
        "COMPONENTE A: EXPEDIENTES EN ORDEN",
        "Actividad A.1. Pedir expedientes",
        "Paso 1: Pedirlos",
        "Con memorándum VE/1/2027 se pidió al Rastro Municipal el padrón de 1987.",
        "Paso 1 bis: Volver a pedirlos",
        "Con memorándum VE/1/2027 y VE/3/2027 se pidió al Rastro Municipal y a los Mercados el mismo padrón.",
        "En total, 2 expedientes.",
        "Se alcanzó el 12.5 % de lo programado (12.5 %).",
    ]


def test_un_componente_sin_actividades_imprime_lo_suyo(foto: FotoTrimestre) -> None:
    assert impreso(foto, "Componente B") == ["COMPONENTE B", "No hubo fila."]


def test_el_cierre_y_la_firma_van_al_final_de_todo(foto: FotoTrimestre) -> None:
    cierre, firmas = armar(foto).secciones[-1].bloques[-2:]
    assert isinstance(cierre, Parrafo)
    assert cierre.texto == "Hasta aquí lo del Archivo."
    assert isinstance(firmas, Firmas)
    assert firmas.firmas == (Firma("Ing. Remedios Ñúñez", "Encargada del Archivo", "Formuló"),)


def cuadros(foto: FotoTrimestre) -> dict[str, str]:
    return {c.titulo: dibujo(dibujar(c, foto)) for c in foto.plan.cuadros}


def test_un_cuadro_solo_de_no_identificados_y_otro_de_cinco_columnas_con_total(foto: FotoTrimestre) -> None:
    assert cuadros(foto) == {
        "QUEJAS ANÓNIMAS": "QUEJAS ANÓNIMAS\nN/I\n3",
        "LO EXPEDIDO": dedent(
            """\
            LO EXPEDIDO | ← | ← | ← | ← | ←
            MES | CONSULTAS | COPIAS SIMPLES | COPIAS CERTIFICADAS | PLANOS | TODAS
            ENERO | 31 | 4 | 1 | 0 | 5
            FEBRERO | 28 | 0 | 1 | 0 | 1
            MARZO | 0 | 6 | 1 | 0 | 7
            TOTAL | 59 | 10 | 3 | 0 | 13"""
        ),
    }


def test_la_tabla_del_papel_es_la_misma(foto: FotoTrimestre) -> None:
    tablas = [b for s in armar(foto).secciones for b in s.bloques if isinstance(b, Tabla)]
    assert [tabla.columnas for tabla in tablas] == [1, 6]
    assert [[c.texto for c in fila] for fila in tablas[1].filas][-1] == ["TOTAL", "59", "10", "3", "0", "13"]


def test_lo_que_se_captura_cambia_la_formula_y_el_papel(exp: Expediente) -> None:
    (cuadro,) = [c for c in exp.foto(PRIMERO).plan.cuadros if c.titulo == "LO EXPEDIDO"]
    celda = dibujar(cuadro, exp.foto(PRIMERO)).en(2, 4)
    assert celda and celda.casilla and celda.editable
    captura.capturar(exp, PRIMERO, celda.casilla, 40)
    assert cuadros(exp.foto(PRIMERO))["LO EXPEDIDO"].splitlines()[-1] == "TOTAL | 59 | 10 | 3 | 40 | 53"


def test_el_pdf_dice_todo_y_no_es_borrador(exp: Expediente, foto: FotoTrimestre, tmp_path: Path) -> None:
    salida = tmp_path / nombre_de_informe(foto)
    hecho = exportar(foto, contenidos_de(exp, foto), salida)
    paginas = [pagina.extract_text() for pagina in PdfReader(salida).pages]
    texto = " ".join(" ".join(paginas).split())
    for dicho in (
        "VE/7/2027",
        "1 bis: Volver a pedirlos",
        "QUEJAS ANÓNIMAS",
        "Ing. Remedios Ñúñez",
        "Formuló",
    ):
        assert dicho in texto
    assert "BORRADOR" not in texto
    assert (hecho.paginas, hecho.por_corregir, hecho.sin_glifo) == (len(paginas), (), ())
    assert all("Villa del Encino" in pagina for pagina in paginas)


def test_el_siguiente_trimestre_esta_vacio_y_es_borrador(exp: Expediente, tmp_path: Path) -> None:
    vacia = exp.foto(Trimestre(2027, 2))
    hecho = exportar(vacia, {}, tmp_path / "vacío.pdf")
    assert any(frase.startswith("Falta abril en ") for frase in hecho.por_corregir)
    assert "BORRADOR" in PdfReader(tmp_path / "vacío.pdf").pages[0].extract_text()
