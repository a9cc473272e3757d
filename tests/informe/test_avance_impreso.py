"""Un plan de seguimiento de metas, solo con lo que su manual explica: cuatro trimestres y una modificada."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

from pypdf import PdfReader

from tests.datos.oficina import ARCHIVOS, DATOS, PLAN, TRIMESTRE, ahora
from ut_escritorio.informe.documento import Tabla
from ut_escritorio.informe.pdf import escribir_pdf
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.entrega.informe import contenidos_de, documento_de

METAS = "programado = { 1 = 20, 2 = 30, 3 = 30, 4 = 20 }"
AVANCE = '[[ultima]]\navance = "AVANCE DE {periodo:mayusculas}"\n\n[[ultima]]'
MODIFICADA = """[[metas_modificadas]]
actividad = "1.1"
valor = 25
motivo = "Se cerró la plaza"
fecha = 2031-05-20
folio = "PR/0540/2031"

[alcanzado]"""


def test_las_metas_se_imprimen_con_lo_modificado_lo_que_va_del_anio_y_por_que(tmp_path: Path):
    (tmp_path / "logo.svg").write_bytes((ARCHIVOS / "logo.svg").read_bytes())
    plan = PLAN.read_text(encoding="utf-8").replace("programado = { 2 = 30, 3 = 12.5 }", METAS)
    plan = plan.replace('evidencia = "77"', 'evidencia = "77"\nalcance = "acumulado"\nholgura = [95, 105]')
    plan = plan.replace('{alcanzado}%"', '{alcanzado}% de {programado}%[, modificado a {modificado}%]"')
    (tmp_path / "p.toml").write_text(plan.replace("[[ultima]]", AVANCE, 1), encoding="utf-8")
    datos = DATOS.read_text(encoding="utf-8").replace("[alcanzado]", MODIFICADA)
    (tmp_path / "d.toml").write_text(datos, encoding="utf-8")
    with creacion.crear(tmp_path / "a.sqlite", tmp_path / "p.toml", tmp_path / "d.toml", ahora) as exp:
        foto = exp.foto(TRIMESTRE)
        hecho = escribir_pdf(documento_de(foto), contenidos_de(exp, foto))
    (hoja,) = [seccion for seccion in documento_de(foto).secciones if seccion.marcador == "Avance"]
    tabla = next(bloque for bloque in hoja.bloques if isinstance(bloque, Tabla))
    dicho, por_que = ([celda.texto for celda in fila] for fila in tabla.filas[1:3])
    assert dicho == [
        "1.1 Puertas",
        "30\u00a0%",
        "25\u00a0%",
        "30.5\u00a0%",
        "122\u00a0%",
        "30.5\u00a0%",
        "▲ alto",
    ]
    assert por_que[0].startswith(
        "Meta modificada el 20/05/2031 con PR/0540/2031: Se cerró la plaza. Por qué: Hubo más visitas"
    )
    hojas = [pagina.extract_text() for pagina in PdfReader(BytesIO(hecho.datos)).pages]
    (suya,) = [texto for texto in hojas if "AVANCE DE ABRIL" in texto]
    assert any("30.5% de 30%, modificado a 25%" in texto for texto in hojas), "lo cita un texto del plan"
    assert "122\u00a0%" in suya and "PR/0540/2031" in suya
    assert not hecho.sin_glifo
