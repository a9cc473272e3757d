"""Las hojas para capturar a mano: en blanco, con lo que el plan pide, y sin nada de lo ya escrito."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from ut_escritorio.dominio.oficina.calendario import Descanso
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.armado.renglones_en_blanco import PARTES, RENGLONES, repartidas
from ut_escritorio.informe.documento import Bloque, Documento, Parrafo, Tabla, Titulo
from ut_escritorio.servicios.archivo.creacion import crear_ejemplo
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.oficina.calendario import agregar_descanso
from ut_escritorio.servicios.oficina.plan import agregar_paso
from ut_escritorio.servicios.papel.hoja_suelta import hacer_pdf
from ut_escritorio.servicios.papel.para_capturar import actividades_de, para_capturar

TRIMESTRE, HOY = Trimestre(2024, 2), date(2024, 7, 1)


@pytest.fixture
def exp(tmp_path: Path) -> Iterator[Expediente]:
    with crear_ejemplo(tmp_path / "ejemplo.sqlite", lambda: datetime(2024, 7, 1, 9, tzinfo=UTC)) as ejemplo:
        yield ejemplo


def hojas(exp: Expediente, numero: str = "", trimestre: Trimestre = TRIMESTRE) -> Documento:
    return para_capturar(exp, trimestre, numero, HOY).documento


def bloques(documento: Documento) -> list[Bloque]:
    return [bloque for seccion in documento.secciones for bloque in seccion.bloques]


def tablas(documento: Documento) -> list[Tabla]:
    return [bloque for bloque in bloques(documento) if isinstance(bloque, Tabla)]


def rotulos(tabla: Tabla) -> list[str]:
    return [celda.texto for fila in tabla.filas for celda in fila if celda.texto]


def test_de_todas_va_una_parte_por_actividad_con_su_trimestre_bien_dicho(exp: Expediente):
    documento = hojas(exp)
    assert documento.titulo == "Hoja de captura — 2º trimestre de 2024"
    assert len(documento.secciones) == len(actividades_de(exp.foto(TRIMESTRE).plan)) == 10
    for seccion in documento.secciones:
        titulo = seccion.bloques[0]
        assert isinstance(titulo, Titulo)
        assert titulo.texto == "HOJA DE CAPTURA — 2º TRIMESTRE DE 2024"
        assert seccion.membrete.leyenda


def test_no_llevan_nada_de_lo_ya_escrito_ni_de_otro_trimestre(exp: Expediente):
    """Los números, los folios y los asuntos que ya se anotaron no salen: se llenan a mano."""
    pdf = PdfReader(BytesIO(hacer_pdf(para_capturar(exp, TRIMESTRE, "", HOY)).datos))
    dicho = "\n".join(pagina.extract_text() for pagina in pdf.pages)
    for escrito in ("UT/0548", "192", "Mujer Segura", "BORRADOR"):
        assert escrito not in dicho
    otro = hojas(exp, "2.2", Trimestre(2024, 3))
    assert otro.titulo == "Hoja de captura — 3º trimestre de 2024, 2.2"
    assert "JULIO" in rotulos(tablas(otro)[0]) and "ABRIL" not in rotulos(tablas(otro)[0])


def test_de_un_cuadro_se_llena_lo_que_se_escribe_y_lo_que_se_calcula_va_en_gris(exp: Expediente):
    sisai = tablas(hojas(exp, "2.2"))[0]
    assert rotulos(sisai) == ["MONITOREO SISAI 2.0", "MES", "TOTAL", "ABRIL", "MAYO", "JUNIO"]
    assert [celda.papel for celda in sisai.filas[-1]] == ["dato", "dato", "dato", "total"]
    assert {celda.texto for celda in sisai.filas[-1]} == {""}
    por_sexo = next(tabla for tabla in tablas(hojas(exp, "2.2")) if "N/I" in rotulos(tabla))
    assert {"HOMBRE", "MUJER", "N/I", "ABRIL", "MAYO", "JUNIO"} <= {*rotulos(por_sexo)}


def test_de_lo_diario_van_los_dias_del_mes_con_los_inhabiles_en_gris(exp: Expediente):
    agregar_descanso(exp, Descanso(date(2024, 5, 6), date(2024, 5, 7), "Asueto"))
    dias = tablas(hojas(exp, "2.2"))[1]
    assert rotulos(dias)[0].endswith(": 3 POR DÍA HÁBIL")
    mayo = next(fila for fila in dias.filas if fila[0].texto == "MAYO")
    grises = [dia for dia, celda in enumerate(mayo) if celda.papel == "total"]
    assert grises == [1, 4, 5, 6, 7, 11, 12, 18, 19, 25, 26], "el 1 de mayo, los fines de semana y el asueto"
    junio = next(fila for fila in dias.filas if fila[0].texto == "JUNIO")
    assert junio[31].papel == "total", "junio no tiene 31"


def test_de_un_mes_va_solo_lo_suyo_y_lo_de_los_otros_en_gris(exp: Expediente):
    documento = para_capturar(exp, TRIMESTRE, "2.2", HOY, 5).documento
    assert documento.titulo == "Hoja de captura — mayo de 2024, 2.2"
    sisai, dias = tablas(documento)[:2]
    assert [celda.papel for celda in sisai.filas[-1]] == ["total", "dato", "total", "total"]
    assert [fila[0].texto for fila in dias.filas[1:]] == ["DÍA", "MAYO"]
    dicho = "\n".join(b.texto for b in bloques(documento) if isinstance(b, Parrafo))
    assert dicho.startswith("Mayo de 2024.") and "es de otro mes" in dicho
    assert "Valor alcanzado" not in dicho, "es del trimestre"
    assert "Valor alcanzado" in "\n".join(
        b.texto for b in bloques(hojas(exp, "2.2")) if isinstance(b, Parrafo)
    )
    with pytest.raises(ErrorEsperado, match="Ese mes no es del 2º trimestre"):
        para_capturar(exp, TRIMESTRE, "", HOY, 7)


def test_cada_paso_trae_renglones_con_los_datos_que_sus_frases_piden(exp: Expediente):
    documento = hojas(exp, "1.2")
    pasos = [b.texto for b in bloques(documento) if isinstance(b, Titulo) and b.nivel == 3]
    assert pasos[1] == "Paso 2 Se solicitó"
    lista = tablas(documento)[3]
    assert rotulos(lista) == [
        "Fecha",
        "Medio",
        "Número de oficio",
        "A quién",
        "Asunto",
        "Cuántos (del medio)",
    ]
    assert len(lista.filas) == 1 + RENGLONES
    assert lista.columnas == PARTES


def test_las_listas_que_no_caben_juntas_van_una_por_medio(exp: Expediente):
    titulos = [b.texto for b in bloques(hojas(exp, "2.3")) if isinstance(b, Titulo) and b.nivel == 4]
    assert titulos == ["Circulares", "Sesiones", "Oficios"]
    sesiones = tablas(hojas(exp, "2.3"))[2]
    assert {"Fecha", "Hora", "Tema", "Mujeres", "Hombres", "N/I"} <= {*rotulos(sesiones)}


def test_lo_que_se_agrega_al_plan_sale_tambien_en_su_hoja(exp: Expediente):
    agregar_paso(exp, TRIMESTRE, "3.2", "Publicación en el portal")
    dichos = [b.texto for b in bloques(hojas(exp, "3.2")) if isinstance(b, Titulo)]
    assert any("Publicación en el portal" in dicho for dicho in dichos)


def test_la_actividad_que_no_hay_se_dice_con_las_que_si(exp: Expediente):
    with pytest.raises(ErrorEsperado, match=r"«9\.9».*1\.1, 1\.2, 2\.1"):
        hojas(exp, "9.9")


def test_no_cambian_nada_y_del_trimestre_firmado_tambien_se_dan(exp: Expediente):
    antes = exp.foto(TRIMESTRE)
    hojas(exp)
    assert exp.foto(TRIMESTRE) == antes
    firmar(exp, TRIMESTRE, date(2024, 7, 4))
    firmado = exp.foto(TRIMESTRE).firmado
    assert len(hojas(exp).secciones) == 10
    assert exp.foto(TRIMESTRE).firmado == firmado


def test_los_mismos_datos_el_mismo_dia_dan_los_mismos_bytes(exp: Expediente):
    hoja = para_capturar(exp, TRIMESTRE, "2.5", HOY)
    assert hacer_pdf(hoja).datos == hacer_pdf(para_capturar(exp, TRIMESTRE, "2.5", HOY)).datos


@given(st.lists(st.integers(1, 6), min_size=1, max_size=20))
def test_las_columnas_llenan_la_hoja_y_ninguna_se_queda_sin_lugar(partes: list[int]):
    quedan = repartidas(partes)
    assert len(quedan) == len(partes)
    assert min(quedan) >= 1
    assert sum(quedan) == max(PARTES, len(partes))
