"""Un cuadro de muchas columnas: antes que partir una palabra se aprieta la letra y se giran los rótulos."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from test_pdf_muestra import celda, escribe, fila, hojas_de, tipografia

from ut_escritorio.informe.documento import Tabla
from ut_escritorio.informe.estilo import CORRIDA
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.papel.hoja import Marco, Texto, Trozo
from ut_escritorio.informe.pdf.piezas.cuadros import pieza_de_tabla

LARGOS = (
    "SOLICITUDES", "IMPROCEDENTES", "RECURSOS DE REVISIÓN", "INEXISTENCIA DE INFORMACIÓN", "PREVENCIONES",
    "RESERVADAS", "CONFIDENCIALIDAD", "ORIENTACIONES", "ACLARACIONES", "DESECHADAS", "AVISOS", "TOTAL",
)  # fmt: skip


def doce(*rotulos: str) -> Tabla:
    columnas = len(rotulos) + 1
    datos = (celda("ABRIL", "fila"), *fila(*range(len(rotulos))))
    return Tabla((fila("MES", *rotulos, papel="columna"), datos), columnas, 1)


def trozo_de(tabla: Tabla) -> Trozo:
    pieza = pieza_de_tabla(tabla, CORRIDA, 200.0, tipografia(), Guion())
    assert pieza is not None
    trozo, falta = pieza.corta(200.0, limpia=True)
    assert trozo is not None and falta is None
    return trozo


def dichos(trozo: Trozo, grados: float) -> list[str]:
    """Los renglones de los textos inclinados así."""
    textos = [cosa for cosa in trozo.cosas if isinstance(cosa, Texto) and cosa.grados == grados]
    return ["".join(corrida.texto for corrida in texto.linea.corridas) for texto in textos]


def test_doce_columnas_de_rotulos_largos_se_leen_de_abajo_arriba_con_sus_palabras_enteras():
    trozo = trozo_de(doce(*LARGOS))
    assert set(" ".join(dichos(trozo, 90.0)).split()) == set(" ".join(LARGOS).split())
    assert dichos(trozo, 0.0) == ["MES", "ABRIL", *map(str, range(12))]
    assert max(m.x + m.ancho for m in trozo.cosas if isinstance(m, Marco)) <= CORRIDA.hoja.columna + 1e-6


def test_lo_que_cabe_derecho_no_se_gira():
    assert not dichos(trozo_de(doce("ENE", "FEB", "MAR", "TOTAL")), 90.0)
    assert not dichos(trozo_de(doce(*("COL" for _ in range(13)))), 90.0)


def test_el_texto_girado_queda_dentro_de_su_celda():
    trozo = trozo_de(doce(*LARGOS))
    marcos = [cosa for cosa in trozo.cosas if isinstance(cosa, Marco)]
    for texto in (c for c in trozo.cosas if isinstance(c, Texto) and c.grados):
        ancho = texto.linea.ancho * texto.puntos * 25.4 / 72 / 1000
        (suyo,) = (m for m in marcos if m.x < texto.x < m.x + m.ancho and m.y < texto.base <= m.y + m.alto)
        assert suyo.y <= texto.base - ancho


def test_en_el_papel_se_leen_enteros():
    (hoja,) = hojas_de(escribe(doce(*LARGOS)))
    assert all(palabra in hoja for rotulo in LARGOS for palabra in rotulo.split())


PALABRA = st.sampled_from("SOLICITUDES TOTAL N/I IMPROCEDENCIA REVISIÓN DE LA CONFIDENCIALIDAD".split())


@given(st.lists(st.lists(PALABRA, min_size=1, max_size=3).map(" ".join), min_size=1, max_size=16))
def test_ninguna_palabra_de_un_rotulo_se_parte(rotulos):
    trozo = trozo_de(doce(*rotulos))
    palabras = " ".join((*dichos(trozo, 0.0), *dichos(trozo, 90.0))).split()
    esperadas = " ".join(("MES", "ABRIL", *rotulos, *map(str, range(len(rotulos))))).split()
    assert sorted(palabras) == sorted(esperadas)


def test_un_encabezado_de_varias_columnas_no_se_parte_si_la_hoja_da():
    arriba = (celda("MES", "columna", alto=2), celda("CONFIDENCIALIDADES", "columna", ancho=2))
    abajo = fila("H", "M", papel="columna")
    trozo = trozo_de(Tabla((arriba, abajo, (celda("ABRIL", "fila"), *fila(1, 2))), 3, 2))
    assert "CONFIDENCIALIDADES" in dichos(trozo, 0.0)


def test_los_encabezados_de_varias_columnas_caben_enteros_girando_los_de_abajo():
    dobles = [celda("CONFIDENCIALIDAD", "columna", ancho=2) for _ in range(5)]
    abajo = fila(*("RESERVADAS", "IMPROCEDENTES") * 5, papel="columna")
    datos = (celda("ABRIL", "fila"), *fila(*range(10)))
    trozo = trozo_de(Tabla(((celda("MES", "columna", alto=2), *dobles), abajo, datos), 11, 2))
    assert dichos(trozo, 0.0).count("CONFIDENCIALIDAD") == 5
    assert dichos(trozo, 90.0).count("IMPROCEDENTES") == 5
