"""Nada de lo que ella escribe se pierde ni detiene el informe."""

from __future__ import annotations

import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from test_pdf_muestra import celda, escribe, fila, hojas_de, junto, parrafo, tipografia

from tests.sorteos import casos
from ut_escritorio.informe.documento import Firma, Firmas, Membrete, Parrafo, Tabla, Titulo, Tramo
from ut_escritorio.informe.estilo import Letra
from ut_escritorio.informe.pdf.papel.lineas import ancho_mm, parte
from ut_escritorio.informe.pdf.papel.signos import limpio

LARGO = " ".join(f"palabra{numero}" for numero in range(1700))
PALABRA = string.ascii_letters * 40


def texto_de(*bloques, **cambios) -> str:
    return "\n".join(hojas_de(escribe(*bloques, numera_paginas=False, **cambios)))


def impreso(texto: str, sin_glifo: tuple[str, ...]) -> str:
    """Lo que el papel debe decir de un texto: sin espacios y con □ donde no hay figura."""
    return junto("".join("□" if letra in sin_glifo else letra for letra in limpio(texto)))


@settings(max_examples=casos(30), deadline=None)
@given(st.text(max_size=300))
def test_todo_caracter_se_imprime_o_queda_apuntado(texto):
    pdf = escribe(parrafo(texto, alineacion="izquierda"), numera_paginas=False)
    assert junto("".join(hojas_de(pdf))) == impreso(texto, pdf.sin_glifo)


def test_lo_que_otra_version_guardo_sin_limpiar_se_imprime_con_sus_letras():
    """Las ligas y las viñetas de Word no tienen figura en nuestra letra: saldrían como □."""
    pdf = escribe(parrafo("El oﬁcio del ﬂujo, \uf0b7 uno.", alineacion="izquierda"), numera_paginas=False)
    assert "El oficio del flujo, • uno." in hojas_de(pdf)[0]
    assert pdf.sin_glifo == ()


@settings(max_examples=casos(25), deadline=None)
@given(
    st.lists(st.text("aáñ í\n\t.–✓", max_size=80), min_size=1, max_size=6),
    st.sampled_from(["centro", "justificada"]),
)
def test_los_tramos_con_distinto_aspecto_se_imprimen_en_su_orden(textos, alineacion):
    tramos = tuple(Tramo(texto, n % 2 == 0, n % 3 == 0) for n, texto in enumerate(textos))
    pdf = escribe(Parrafo(tramos, alineacion=alineacion), numera_paginas=False)
    assert junto("".join(hojas_de(pdf))) == junto("".join(textos))


@pytest.mark.parametrize(
    "escrito", ["{0}", "%s", "**negrita**", "<b>x</b>", "--__--", "{nb}", "C:\\x (a) \\"]
)
def test_lo_que_parece_marcado_sale_tal_cual(escrito):
    tabla = Tabla((fila(escrito, escrito),), 2, 0)
    firmas = Firmas((Firma(escrito, escrito, escrito),), (escrito,))
    texto = texto_de(
        Titulo(escrito, 1),
        parrafo(escrito),
        tabla,
        firmas,
        membrete=Membrete(escrito, (), (escrito,), escrito),
    )
    assert junto(texto).count(junto(escrito)) == 11


def test_un_emoji_se_imprime_como_cuadro_y_se_apunta():
    pdf = escribe(parrafo("Listo 😀 y 漢, ✓ ☐ ☑ ꞌ ɨ ʉ ā № ½"))
    assert pdf.sin_glifo == ("😀", "漢")
    assert "Listo □ y □, ✓ ☐ ☑ ꞌ ɨ ʉ ā № ½" in hojas_de(pdf)[0]


@given(
    st.lists(st.sampled_from(("a", "de", PALABRA[:60], PALABRA)), min_size=1, max_size=8), st.floats(15, 90)
)
def test_ningun_renglon_se_sale_de_su_ancho_aunque_la_palabra_no_quepa(palabras, ancho):
    fuentes, letra = tipografia(), Letra(10)
    for linea in parte(fuentes, (Tramo(" ".join(palabras)),), letra, ancho):
        assert ancho_mm((linea,), letra) <= ancho + 0.001


def test_un_acento_suelto_no_ocupa_lugar_y_se_lee_con_su_letra():
    fuentes, letra = tipografia(), Letra(10)
    sin_el, con_el = (parte(fuentes, (Tramo(texto),), letra, 100) for texto in ("Na Savi", "Na\u0331 Savi"))
    assert ancho_mm(con_el, letra) == pytest.approx(ancho_mm(sin_el, letra))
    assert "Na\u0331" in texto_de(parrafo("Na\u0331 Savi"))


def test_un_acento_suelto_no_deja_su_renglon_sin_justificar():
    largo, letra = "se turnó a la comunidad de Na\u0331 Savi la solicitud que presentó " * 4, Letra(10)
    *llenas, ultima = parte(tipografia(), (Tramo(largo),), letra, 100, justifica=True)
    assert len(llenas) > 2 and ultima.estire == 0.0
    assert all(linea.estire > 0 for linea in llenas if ancho_mm((linea,), letra) < 99.9)


def test_los_caracteres_de_control_son_espacios():
    assert "uno dos tres" in texto_de(parrafo("uno\x00dos\x1btres"))


@pytest.mark.parametrize(
    "junto_siempre",
    ["abril – junio", "1 actualización", "15 llamadas", "1,250 oficios", "192 MONITOREOS", "30 %"],
)
def test_un_numero_no_se_separa_de_lo_que_cuenta_ni_un_periodo_se_parte(junto_siempre: str):
    fuentes, letra = tipografia(), Letra(10)
    for ancho in range(40, 90):
        renglones = parte(
            fuentes, (Tramo(f"Lo que hubo en el periodo: {junto_siempre}, y ya."),), letra, ancho
        )
        dicho = ["".join(corrida.texto for corrida in renglon.corridas) for renglon in renglones]
        assert any(junto_siempre in renglon for renglon in dicho), dicho


def test_un_sustituto_suelto_no_detiene_el_informe():
    assert "a\ufffdb" in texto_de(parrafo("a\ud800b"))


def test_los_saltos_de_linea_se_respetan_tambien_los_vacios():
    renglones = parte(tipografia(), (Tramo("uno\r\ndos\n\ncuatro"),), Letra(10), 100)
    textos = ["".join(corrida.texto for corrida in renglon.corridas) for renglon in renglones]
    assert textos == ["uno", "dos", "", "cuatro"]


def test_un_tabulador_salta_a_la_siguiente_columna():
    fuentes, letra = tipografia(), Letra(10)
    sola = ancho_mm(parte(fuentes, (Tramo("a"),), letra, 100), letra)
    assert ancho_mm(parte(fuentes, (Tramo("x\ta"),), letra, 100, tabulador=12.5), letra) == pytest.approx(
        12.5 + sola
    )


@pytest.mark.parametrize(
    "bloque",
    [
        parrafo(LARGO),
        parrafo(LARGO, vineta="✓"),
        parrafo("corto", vineta=LARGO),
        Titulo(LARGO, 1, alineacion="centro"),
        Tabla((fila("MES", papel="columna"), fila(LARGO)), 1, 1),
        Tabla(((celda(LARGO, alto=2), celda("a")), fila("b"), fila("c", "d")), 2, 0),
        Tabla((fila(LARGO, "x", papel="columna"), fila("y", "z")), 2, 1),
        Firmas((Firma("Nombre", LARGO, "Elaboró"), Firma("Otra", "Cargo"))),
        Firmas((Firma("Nombre", "Cargo"),), (LARGO,)),
        parrafo(PALABRA * 6),
        Tabla(tuple(fila(*"abcdefghijklmnopqrstuvwxyz") for _ in range(3)), 26, 0),
        Tabla((fila(PALABRA, PALABRA, "3"),), 3, 0),
    ],
)
def test_un_texto_enorme_se_imprime_entero_donde_este(bloque):
    texto = junto(texto_de(bloque))
    for esperado in junto_de(bloque):
        assert esperado in texto


def junto_de(bloque) -> list[str]:
    """Las palabras del bloque, que deben estar todas; las gigantes pueden ir en varios renglones."""
    match bloque:
        case Parrafo():
            textos = [bloque.texto, bloque.vineta]
        case Titulo():
            textos = [bloque.texto]
        case Tabla():
            textos = [cada.texto for renglon in bloque.filas for cada in renglon if cada.texto != PALABRA]
        case Firmas():
            textos = [
                *bloque.antes,
                *(parte for f in bloque.firmas for parte in (f.nombre, f.cargo, f.rotulo)),
            ]
    return [palabra for texto in textos for palabra in texto.split()]


def test_una_palabra_mas_ancha_que_su_columna_se_parte_sin_perder_letras():
    tabla = Tabla((fila(PALABRA, "1", "2"),), 3, 0)
    assert sorted(junto(texto_de(tabla))) == sorted(PALABRA + "12")


def test_una_leyenda_enorme_se_imprime_entera_al_empezar_la_seccion():
    palabras = texto_de(parrafo("cuerpo"), membrete=Membrete(LARGO, (), (LARGO,), LARGO)).split()
    assert palabras.count("palabra1699") == 3
    assert palabras.count("palabra800") == 3


def test_un_membrete_vacio_no_deja_hueco_ni_falla():
    assert texto_de(parrafo("cuerpo")).strip() == "cuerpo"


def test_un_documento_sin_secciones_o_con_bloques_vacios_no_falla():
    assert hojas_de(
        escribe(Tabla((), 0, 0), Firmas(()), parrafo(""), Titulo("", 1), numera_paginas=False)
    ) == [""]
    assert hojas_de(escribe(secciones=(), numera_paginas=False)) == [""]


@settings(deadline=None)
@given(st.integers(45, 120), st.booleans())
def test_un_folio_no_se_parte_en_sus_diagonales(ancho: int, justifica: bool):
    texto = "Mediante oficio número UT/0640/2024, y OGAIPO/CG/036/2024, del 04/07/2024; UT/0655/2024."
    renglones = parte(tipografia(), (Tramo(texto),), Letra(10), ancho, justifica)
    dichos = ["".join(corrida.texto for corrida in renglon.corridas) for renglon in renglones]
    assert [dicho for dicho in dichos if dicho.endswith("/")] == []
    assert " ".join(dichos).split() == texto.split()
