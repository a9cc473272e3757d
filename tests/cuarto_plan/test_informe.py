"""El seguimiento de metas de otra oficina, con solo lo que el LEEME explica: del plan al papel."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.en_word.leer import Leido
from ut_escritorio.datos.toml.archivo import ArchivoConReparos
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.informe.documento import Documento, Parrafo, Tabla
from ut_escritorio.informe.pdf import escribir_pdf
from ut_escritorio.informe.word import escribir_word
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import numeros
from ut_escritorio.servicios.entrega.firma import firmar, que_cambio
from ut_escritorio.servicios.entrega.informe import documento_de

AQUI = Path(__file__).parent
PRIMERO, SEGUNDO = Trimestre(2030, 1), Trimestre(2030, 2)


@pytest.fixture
def exp(tmp_path: Path) -> Iterator[Expediente]:
    def ahora() -> datetime:
        return datetime(2030, 7, 5, tzinfo=UTC)

    ruta = tmp_path / "san_lucas.sqlite"
    with creacion.crear(ruta, AQUI / "plan.toml", AQUI / "trimestre.toml", ahora) as abierto:
        for n, clave in enumerate(("talleres", "urbanizacion", "responsabilidades", "contrataciones")):
            for mes, cuantos in ((1, 2), (2, 3), (3, 4)):
                numeros.capturar(abierto, PRIMERO, Casilla(clave, 1, mes), cuantos + n)
        for clave, valor in (("1.1", 25), ("1.2", 20), ("1.3", 30)):
            numeros.fijar_alcanzado(abierto, PRIMERO, clave, Decimal(valor))
        yield abierto


def dichos(documento: Documento) -> list[str]:
    bloques = [bloque for seccion in documento.secciones for bloque in seccion.bloques]
    return [bloque.texto for bloque in bloques if isinstance(bloque, Parrafo)]


def test_imprime_lo_programado_lo_modificado_lo_que_va_y_por_que_se_alejo(exp: Expediente):
    documento = documento_de(exp.foto(SEGUNDO))
    assert not documento.borrador
    assert [s.marcador for s in documento.secciones] == [
        "Portada", "Componente 1", "", "", "Resumen", "Comparativo", "Avance", "Gráficas",
    ]  # fmt: skip
    textos = dichos(documento)
    assert "Programado 25%; alcanzado 25%" in textos
    assert "Programado 30%; alcanzado 18%. Dos talleres pasaron a julio por la jornada electoral." in textos
    assert "Programado 20%, modificado a 15%; alcanzado 15%" in textos
    assert "En el trimestre se dieron 12 talleres, 3 más que en el anterior." in textos
    (avance,) = [s for s in documento.secciones if s.marcador == "Avance"]
    (tabla,) = [bloque for bloque in avance.bloques if isinstance(bloque, Tabla)]
    filas = [[celda.texto.replace("\u00a0", " ") for celda in fila] for fila in tabla.filas[1:]]
    assert filas[1] == ["1.2 Talleres por tema y mes", "30 %", "–", "18 %", "60 %", "38 %", "▼ bajo"]
    assert filas[2] == ["Por qué: Dos talleres pasaron a julio por la jornada electoral."]
    assert filas[3][1:5] == ["20 %", "15 %", "15 %", "100 %"]
    assert filas[4] == [
        "Meta modificada el 20/05/2030 con EP/031/2030: El presupuesto de impresión se redujo."
    ]
    firmar(exp, SEGUNDO, date(2030, 7, 5))
    assert que_cambio(exp, SEGUNDO) == ()


def test_el_cuadro_a_lo_ancho_va_en_su_hoja_con_membrete_borrador_y_numero_y_sin_partir_palabras(
    exp: Expediente,
):
    documento = documento_de(exp.foto(SEGUNDO))
    for hecho in (documento, replace(documento, por_corregir=("Falta algo.",))):
        hojas = PdfReader(BytesIO(escribir_pdf(hecho, {}.__getitem__).datos)).pages
        acostadas = [n for n, hoja in enumerate(hojas, 1) if hoja.mediabox.width > hoja.mediabox.height]
        (cual,) = acostadas
        texto = " ".join(hojas[cual - 1].extract_text().split())
        for dicho in (
            f"Página {cual} de {len(hojas)}", "San Lucas del Monte", "Dirección de Planeación",
            "2030, Año de las cuentas claras", "1.2 TALLERES POR TEMA Y MES", "SEPTIEMBRE",
            "CORRESPONDIENTE", "RESPONSABILIDADES", "ADMINISTRATIVAS", "GUBERNAMENTALES", "21 TALLERES",
        ):  # fmt: skip
            assert dicho in texto, "entero, en una hoja volteada"
        assert ("BORRADOR" in texto) == hecho.borrador
    en_word = Leido(escribir_word(documento, {}.__getitem__).datos)
    medidas = [(s.page_width > s.page_height, str(s.orientation)) for s in en_word.word.sections]
    assert [ancha for ancha, _ in medidas] == [False, False, True, False, False, False, False, False]
    assert "LANDSCAPE" in medidas[2][1]
    firmar(exp, SEGUNDO, date(2030, 7, 5))
    assert que_cambio(exp, SEGUNDO) == ()


@pytest.mark.parametrize(
    ("escrito", "por", "reparo"),
    [
        ("horizontal = true", 'horizontal = "si"', "horizontal"),
        ("{contra_anterior.talleres}", "{contra_anterior.taleres}", "talleres"),
        ("{contra_anterior.talleres}", "{contra_anterior.talleres+personas}", "aquí va el número entero"),
        ("Se dieron {cifra.talleres:unidad}.", "[{contra_anterior.talleres}]", "Cítelo en el resumen"),
    ],
)
def test_lo_mal_escrito_se_dice_al_cargarlo(tmp_path: Path, escrito: str, por: str, reparo: str):
    plan = (AQUI / "plan.toml").read_text(encoding="utf-8")
    assert escrito in plan
    (tmp_path / "plan.toml").write_text(plan.replace(escrito, por, 1), encoding="utf-8")
    with pytest.raises(ArchivoConReparos, match=reparo):
        leer_plan(tmp_path / "plan.toml")
