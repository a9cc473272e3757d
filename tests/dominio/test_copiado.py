"""Lo copiado se pega fuera como se ve: tabla en Word, celdas en Excel, y ningún texto se vuelve otra cosa."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import ABRIL, JUNIO, MAYO, cifra, foto, plan, por_mes
from ut_escritorio.dominio.numeros.copiado import (
    CeldaCopiada,
    a_celdas,
    a_html,
    como_texto,
    de_cuadro,
    de_lista,
)
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro, Pie

CUADRO = Cuadro(
    "c",
    filas=(Banda("cifras", cifras=("visitas",)),),
    columnas=(Banda("meses", encabezado="MES"), Banda("trimestre")),
    titulo="VISITAS & CO",
    esquina="DÍA",
    pie=Pie("TOTAL", "visitas", con_unidad=True),
)


class Leida(HTMLParser):
    """Las celdas de una tabla HTML, con lo que abarcan."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.filas: list[list[str]] = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.filas.append([])
        elif tag in ("td", "th"):
            suyos = dict(attrs)
            abarca = "".join(
                f"{suyos[n]}{'↓' if n == 'rowspan' else '→'}" for n in ("rowspan", "colspan") if n in suyos
            )
            self.filas[-1].append(f"{tag[1]}{abarca}:")

    def handle_data(self, data):
        if self.filas and self.filas[-1]:
            self.filas[-1][-1] += data


@pytest.fixture
def copiado():
    datos = foto(plan(cifra("visitas")), por_mes("visitas", 7, 0, 5))
    return de_cuadro(dibujar(CUADRO, datos))


def test_un_cuadro_va_a_word_con_sus_encabezados_y_sus_celdas_combinadas(copiado):
    assert [" | ".join(fila) for fila in Leida(a_html(copiado)).filas] == [
        "h5→:VISITAS & CO",
        "h3↓:DÍA | h3→:MES | h2↓:TOTAL",
        "h:ABRIL | h:MAYO | h:JUNIO",
        "d:7 | d:0 | d:5 | d:12",
        "h:TOTAL | d4→:12 VISITAS",
    ]
    assert (ABRIL, MAYO, JUNIO) == (4, 5, 6)


def test_un_cuadro_va_a_excel_con_cada_numero_en_su_celda(copiado):
    assert a_celdas(copiado).split("\n") == [
        "VISITAS & CO\t\t\t\t",
        "DÍA\tMES\t\t\tTOTAL",
        "\tABRIL\tMAYO\tJUNIO\t",
        "\t7\t0\t5\t12",
        "TOTAL\t12 VISITAS\t\t\t",
    ]


@pytest.mark.parametrize("texto", ["=SUMA(A1:A9)", "+52 951", "-1+2", "- 1", "-.5", "@algo", " =1"])
def test_lo_que_excel_leeria_como_formula_queda_como_texto(texto):
    lista = de_lista(("Asunto",), [(texto,)])
    assert a_celdas(lista) == f"Asunto\n'{texto.strip()}"
    assert "mso-number-format:'\\@'" in a_html(lista)


@pytest.mark.parametrize("numero", ["15", "-2", "7.2", "-0.5", "1000000"])
def test_un_numero_tambien_negativo_o_con_decimales_se_puede_sumar(numero):
    lista = de_lista(("Diferencia",), [(numero,)])
    assert a_celdas(lista) == f"Diferencia\n{numero}"
    assert f'<td align="center">{numero}</td>' in a_html(lista)


@pytest.mark.parametrize("numero", ["-5", "-1,200", "-0.5", "-30 %"])
def test_un_numero_negativo_no_lleva_apostrofo_y_un_texto_que_empieza_como_el_si(numero):
    assert como_texto(numero) == numero
    assert como_texto(f"{numero}x").startswith("'")


def test_un_numero_de_oficio_no_se_vuelve_fecha_y_un_numero_se_puede_sumar():
    html = a_html(de_lista((), [("03/2031", "15")]))
    assert """<td style="mso-number-format:'\\@'">03/2031</td><td align="center">15</td>""" in html


@given(st.lists(st.lists(st.text(), min_size=2, max_size=2), min_size=1, max_size=4))
def test_ningun_texto_se_sale_de_su_celda_ni_se_vuelve_marcado(filas):
    lista = de_lista(("Uno", "Dos"), filas)
    renglones = a_celdas(lista).split("\n")
    assert len(renglones) == len(filas) + 1
    assert all(renglon.count("\t") == 1 for renglon in renglones)
    dichas = [celda for renglon in renglones for celda in renglon.split("\t")]
    sin_numero = [c for c in dichas if not c.removeprefix("-").replace(".", "", 1).isdecimal()]
    assert not any(celda.startswith(("=", "+", "-", "@")) for celda in sin_numero)
    leida = Leida(a_html(lista))
    assert [len(fila) for fila in leida.filas] == [2] * (len(filas) + 1)


@given(st.text(alphabet="<>&\"'=/ab", max_size=30))
def test_los_signos_de_marcado_llegan_como_se_escribieron(texto):
    (_, (celda,)) = Leida(a_html(de_lista(("Uno",), [(texto,)]))).filas
    assert celda == f"d:{texto}"


def test_nada_que_copiar_es_nada():
    assert a_celdas(()) == ""
    assert a_celdas((CeldaCopiada(0, 0, ""),)) == ""
