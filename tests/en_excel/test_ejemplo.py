"""Los números del informe que se firmó, en Excel: los mismos, como números, y sus totales como sumas."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.en_excel.leer import donde_esta, formulas_de, hojas_de, sin_lo_calculado
from tests.libreoffice import convertidos
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.documento import Documento, Parrafo, Tabla
from ut_escritorio.informe.excel import escribir_excel
from ut_escritorio.servicios.archivo import creacion, expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.informe import contenidos_de, documento_de, exportar
from ut_escritorio.servicios.oficios.del_informe import oficios_para

SEGUNDO = Trimestre(2024, 2)


def ahora() -> datetime:
    return datetime(2024, 7, 4, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def exp(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Expediente]:
    ruta = tmp_path_factory.mktemp("excel") / "a.sqlite"
    creacion.crear_ejemplo(ruta, ahora).cerrar()
    with expediente.abrir(ruta, ahora) as abierto:
        yield abierto


@pytest.fixture(scope="module")
def foto(exp: Expediente) -> FotoTrimestre:
    return exp.foto(SEGUNDO)


@pytest.fixture(scope="module")
def documento(foto: FotoTrimestre) -> Documento:
    return documento_de(foto)


@pytest.fixture(scope="module")
def en_excel(exp: Expediente, foto: FotoTrimestre, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    salida = tmp_path_factory.mktemp("excel") / "i.xlsx"
    exportar(foto, contenidos_de(exp, foto), salida, oficios=oficios_para(exp, SEGUNDO, salida))
    return salida.read_bytes()


def cuadros_de(documento: Documento) -> list[Tabla]:
    return [b for seccion in documento.secciones for b in seccion.bloques if isinstance(b, Tabla)]


def test_hay_una_hoja_por_actividad_con_cuadros_y_las_de_siempre(en_excel: bytes):
    assert list(hojas_de(en_excel)) == [
        "Informe", "1.2 Portal", "2.1 Asesorías", "2.2 Solicitudes y recursos", "2.3 Capacitación",
        "2.5 Denuncias", "3.1 Monitoreo de convocatorias", "Renglones", "Oficios", "Diccionario",
    ]  # fmt: skip


def test_cada_cuadro_del_documento_esta_celda_por_celda(en_excel: bytes, documento: Documento):
    hojas = hojas_de(en_excel)
    assert cuadros_de(documento)
    for tabla in cuadros_de(documento):
        lugares = [(nombre, donde_esta(tabla, filas)) for nombre, filas in hojas.items()]
        assert [nombre for nombre, fila in lugares if fila is not None], tabla.origen


def test_los_numeros_son_numeros_y_ninguno_se_agrega(en_excel: bytes, documento: Documento):
    """En las hojas de los cuadros hay tantos números como celdas con número en el documento."""
    esperados = sorted(
        int(celda.texto.split(" ")[0])
        for tabla in cuadros_de(documento)
        for _, _, celda in tabla.lugares
        if celda.papel in ("dato", "total") and celda.texto
    )
    de_cuadros = [filas for nombre, filas in hojas_de(en_excel).items() if nombre[0].isdigit()]
    hallados = sorted(int(v) for filas in de_cuadros for fila in filas for v in fila if isinstance(v, float))
    assert hallados == esperados


def test_los_totales_son_sumas_con_su_resultado(en_excel: bytes):
    formulas = formulas_de(en_excel)
    assert "SUM(A6:C6)" in formulas and len(formulas) >= 8
    hojas = hojas_de(en_excel)
    assert hojas["1.2 Portal"][5] == [77, 70, 64, 211]
    assert all(formula.startswith("SUM(") or "+" in formula for formula in formulas)


@pytest.mark.timeout(400)
def test_otro_programa_suma_lo_mismo(en_excel: bytes, tmp_path: Path):
    recalculado = convertidos(tmp_path, {"i.xlsx": sin_lo_calculado(en_excel)}, "xlsx")["i.xlsx"]
    de_aqui, de_alla = hojas_de(en_excel), hojas_de(recalculado)
    assert list(de_alla) == list(de_aqui)
    for nombre, filas in de_aqui.items():
        if nombre[0].isdigit():
            numeros = [v for fila in filas for v in fila if isinstance(v, float)]
            assert [v for fila in de_alla[nombre] for v in fila if isinstance(v, float)] == numeros


def test_los_renglones_van_todos_con_sus_fechas_y_su_frase(
    en_excel: bytes, foto: FotoTrimestre, documento: Documento
):
    rotulos, *filas = hojas_de(en_excel)["Renglones"]
    assert len(filas) == len(foto.renglones)
    fechas = [fila[rotulos.index("Fecha")] for fila in filas if fila[rotulos.index("Fecha")]]
    assert sorted(fechas) == sorted(r.fecha for r in foto.renglones if r.fecha)
    assert all(isinstance(dia, date) for dia in fechas)
    frases = {fila[rotulos.index("Cómo se imprime")] for fila in filas} - {""}
    impresas = {b.texto for s in documento.secciones for b in s.bloques if isinstance(b, Parrafo)}
    assert frases and frases <= impresas
    folios = [folio for fila in filas for folio in str(fila[rotulos.index("Oficios")]).split("; ") if folio]
    assert sorted(folios) == sorted(cita.folio for r in foto.renglones for cita in r.citas)


def test_los_oficios_son_los_del_trimestre(en_excel: bytes, exp: Expediente):
    rotulos, *filas = hojas_de(en_excel)["Oficios"]
    folios = [fila[0] for fila in filas]
    assert "UT/0548/2024" in folios and len(set(folios)) == len(folios)
    assert len(filas) == len(oficios_para(exp, SEGUNDO, Path("x.xlsx")))
    assert oficios_para(exp, SEGUNDO, Path("x.pdf")) == ()
    assert date(2024, 5, 27) in [fila[rotulos.index("Fecha")] for fila in filas]


def test_el_diccionario_dice_cada_columna(en_excel: bytes):
    hojas = hojas_de(en_excel)
    dichos = {(fila[0], fila[1]) for fila in hojas["Diccionario"]}
    for nombre in ("Renglones", "Oficios"):
        assert {(nombre, rotulo) for rotulo in hojas[nombre][0]} <= dichos
    assert all(fila[2] for fila in hojas["Diccionario"])


def test_el_borrador_lo_dice_en_cada_hoja_de_cuadros(
    en_excel: bytes, documento: Documento, foto: FotoTrimestre
):
    hojas = hojas_de(en_excel)
    primera = [fila[0] for fila in hojas["Informe"]]
    assert "BORRADOR" in primera and set(documento.por_corregir) <= set(primera)
    assert all(str(filas[1][0]).startswith("BORRADOR") for n, filas in hojas.items() if n[0].isdigit())
    limpio = hojas_de(escribir_excel(replace(documento, por_corregir=()), foto, ()))
    assert not any("BORRADOR" in str(v) for filas in limpio.values() for fila in filas for v in fila)


def test_sus_encabezados_no_se_mueven_y_todo_se_puede_filtrar(en_excel: bytes):
    with ZipFile(BytesIO(en_excel)) as paquete:
        hojas = [paquete.read(f"xl/worksheets/sheet{n}.xml") for n in range(1, 11)]
    assert all(b'state="frozen"' in hoja for hoja in hojas)
    assert all(b"<autoFilter" in hoja for hoja in hojas[-3:])
