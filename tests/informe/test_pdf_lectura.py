"""Un lector de pantalla lee el informe entero y en su orden, y no lo que solo adorna la hoja."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lectura import adornos, leido, sin_marcar
from test_pdf_muestra import (
    ELABORO,
    LOGOS,
    MEMBRETE,
    VISTO_BUENO,
    celda,
    documento_de_muestra,
    escribe,
    fila,
    parrafo,
    tabla_de_margenes,
    tabla_de_meses,
    tabla_por_mes,
)

from tests.sorteos import casos
from ut_escritorio.informe.documento import (
    Bloque,
    Documento,
    Firma,
    Firmas,
    Membrete,
    Parrafo,
    Tabla,
    Titulo,
    Tramo,
)
from ut_escritorio.informe.estilo import TINTA
from ut_escritorio.informe.pdf import escribir_pdf
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta
from ut_escritorio.informe.pdf.etiquetas.marcas import Marcas
from ut_escritorio.informe.pdf.papel.signos import limpio


def corrido(texto: str) -> str:
    return " ".join(texto.split())


def textos_de(documento: Documento) -> Iterator[str]:
    """Lo que el documento dice, en el orden en que debe oírse."""
    for seccion in documento.secciones:
        for bloque in seccion.bloques:
            yield from filter(None, _del_bloque(bloque))


def _del_bloque(bloque: Bloque) -> Iterator[str]:
    match bloque:
        case Titulo():
            yield bloque.texto
        case Parrafo():
            yield bloque.vineta
            yield bloque.texto
        case Tabla():
            yield from (celda.texto for fila in bloque.filas for celda in fila)
        case Firmas():
            yield from bloque.antes
            for firma in bloque.firmas:
                yield from (firma.rotulo, firma.nombre, firma.cargo)


def test_se_lee_todo_en_el_orden_del_documento():
    documento = documento_de_muestra()
    pdf = escribir_pdf(documento, LOGOS.__getitem__).datos
    dichos = [corrido(parte.texto) for parte in leido(pdf).todas() if parte.texto]
    assert dichos == [corrido(limpio(texto)) for texto in textos_de(documento)]
    assert sin_marcar(pdf) == []


@settings(max_examples=casos(40), deadline=None)
@given(st.lists(st.text("aáñ í\n\t.–✓", max_size=200), min_size=1, max_size=5), st.booleans())
def test_las_palabras_no_se_juntan_donde_se_partio_la_linea(textos, justifica):
    alineacion = "justificada" if justifica else "centro"
    pdf = escribe(Parrafo(tuple(Tramo(t) for t in textos), alineacion=alineacion))
    assert corrido(leido(pdf.datos).dicho) == corrido("".join(textos))


def test_una_palabra_partida_por_larga_se_lee_entera():
    pdf = escribe(parrafo("antes " + "x" * 400 + " después"))
    assert corrido(leido(pdf.datos).dicho) == "antes " + "x" * 400 + " después"


def test_el_membrete_el_numero_de_hoja_y_borrador_no_se_leen():
    pdf = escribe(parrafo("cuerpo"), membrete=MEMBRETE, por_corregir=("Falta junio",))
    (adorno,) = adornos(pdf.datos)
    for dicho in ("BORRADOR", "Página 1 de 1", "Villa del Encino", "Unidad de Transparencia"):
        assert dicho in adorno
    assert leido(pdf.datos).dicho == "cuerpo"


def test_lo_que_no_cabe_en_el_membrete_si_se_lee():
    larga = "palabra de la leyenda " * 60
    pdf = escribe(parrafo("cuerpo"), membrete=Membrete(leyenda=larga))
    assert corrido(leido(pdf.datos).dicho) == corrido(larga) + " cuerpo"


def test_los_titulos_llevan_su_nivel_y_no_se_saltan_ninguno():
    pdf = escribe(*[Titulo(f"nivel {n}", n) for n in (2, 1, 2, 4, 3, 1, 3)], parrafo("fin"))
    titulos = leido(pdf.datos).todas("H1", "H2", "H3", "H4")
    assert [(t.clase, t.texto) for t in titulos] == [
        ("H1", "nivel 2"), ("H1", "nivel 1"), ("H2", "nivel 2"), ("H3", "nivel 4"), ("H3", "nivel 3"),
        ("H1", "nivel 1"), ("H2", "nivel 3"),
    ]  # fmt: skip


def test_los_puntos_seguidos_son_una_lista():
    pdf = escribe(
        parrafo("uno", vineta="✓"), parrafo("dos", vineta="✓"), parrafo("aparte"), parrafo("tres", vineta="✓")
    )
    (seccion,) = leido(pdf.datos).dentro
    assert [(parte.clase, len(parte.dentro)) for parte in seccion.dentro] == [("L", 2), ("P", 0), ("L", 1)]
    primero = seccion.dentro[0].dentro[0]
    assert [(p.clase, p.texto) for p in primero.dentro] == [("Lbl", "✓"), ("LBody", "uno")]


def celdas(cuadro) -> list[list[tuple[str, str, dict]]]:
    """Un cuadro leído celda por celda, fila por fila."""
    return [
        [
            (c.clase, c.texto, {nombre[1:]: valor for nombre, valor in c.atributos.items() if nombre != "/O"})
            for c in fila.dentro
        ]
        for fila in cuadro.dentro
    ]


def test_un_cuadro_se_lee_celda_por_celda_con_sus_rotulos():
    (cuadro,) = leido(escribe(tabla_de_margenes("ASESORÍAS")).datos).todas("Table")
    columna, renglon = {"Scope": "/Column"}, {"Scope": "/Row"}
    assert celdas(cuadro) == [
        [
            ("TH", "ASESORÍAS", columna | {"RowSpan": 2}),
            ("TH", "MES", columna | {"ColSpan": 3}),
            ("TH", "GÉNERO", columna | {"ColSpan": 2}),
        ],
        [("TH", mes, columna) for mes in ("ABRIL", "MAYO", "JUNIO", "MUJERES", "HOMBRES")],
        [("TH", "", renglon), *(("TD", numero, {}) for numero in "63375")],
        [("TH", "TOTAL", renglon), ("TD", "12 ASESORÍAS", {"ColSpan": 5})],
    ]


def test_a_una_fila_corta_se_le_leen_vacias_las_que_le_faltan():
    tabla = Tabla((fila("A", "B", "C", papel="columna"), fila(1), (celda(2, alto=9), celda(3))), 3, 1)
    (cuadro,) = leido(escribe(tabla).datos).todas("Table")
    assert [[texto for _, texto, _ in suyas] for suyas in celdas(cuadro)] == [
        ["A", "B", "C"],
        ["1", "", ""],
        ["2", "3", ""],
    ]
    assert [atributos for *_, atributos in celdas(cuadro)[2]] == [{}, {}, {}]  # ni abarca filas que no hay


def test_el_encabezado_de_un_cuadro_que_sigue_en_otra_hoja_se_lee_una_vez():
    filas = (fila("ABRIL", "MAYO", papel="columna"), *(fila(n, n + 1000) for n in range(90)))
    pdf = escribe(Tabla(filas, 2, 1))
    (cuadro,) = leido(pdf.datos).todas("Table")
    assert pdf.paginas > 1
    assert [c.texto for c in cuadro.todas("TH")] == ["ABRIL", "MAYO"]
    assert [c.texto for c in cuadro.todas("TD")] == [str(m) for n in range(90) for m in (n, n + 1000)]
    assert all("ABRIL" in adorno for adorno in adornos(pdf.datos)[1:])


def test_lo_que_sigue_en_otra_hoja_es_el_mismo_parrafo_y_la_misma_celda():
    texto = " ".join(f"palabra{n}" for n in range(900))
    arbol = leido(escribe(parrafo(texto), Tabla((fila(texto),), 1, 0)).datos)
    (uno,), (otra,) = arbol.todas("P"), arbol.todas("TD")
    assert corrido(uno.texto) == corrido(otra.texto) == texto
    assert len(uno.hojas) > 1 < len(otra.hojas)


def test_cada_firma_se_lee_entera_antes_que_la_otra():
    arbol = leido(escribe(parrafo("fin"), Firmas((ELABORO, VISTO_BUENO), ("ATENTAMENTE",))).datos)
    bloque = next(iter(arbol.todas("Div")))
    assert [corrido(parte.dicho) for parte in bloque.dentro] == [
        "ATENTAMENTE",
        *(corrido(f"{firma.rotulo} {firma.nombre} {firma.cargo}") for firma in (ELABORO, VISTO_BUENO)),
    ]


def test_las_firmas_que_no_caben_en_una_hoja_tambien():
    firma = Firma("Nombre " * 20, "cargo " * 900, "Elaboró")
    arbol = leido(escribe(Firmas((firma,))).datos)
    assert corrido(arbol.dicho) == corrido(f"{firma.rotulo} {firma.nombre} {firma.cargo}")


def test_lo_que_no_dice_nada_no_se_anuncia():
    arbol = leido(escribe(parrafo(""), parrafo("algo"), Firmas(()), tabla_de_meses("", 1, 2, 3)).datos)
    (seccion,) = arbol.dentro
    assert [parte.clase for parte in seccion.dentro] == ["P", "Table"]


def test_cada_hoja_sabe_de_que_es_cada_pedazo():
    """Quien señala un lugar de la hoja llega a su etiqueta: cada pedazo está en el índice de la suya."""
    from io import BytesIO

    from pypdf import PdfReader

    lector = PdfReader(BytesIO(escribir_pdf(documento_de_muestra(), LOGOS.__getitem__).datos))
    numeros = lector.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    por_hoja = dict(zip(numeros[::2], numeros[1::2], strict=True))
    for hoja in lector.pages:
        contenido = hoja.get_contents().get_data()
        assert contenido.count(b"/MCID") == len(por_hoja[hoja["/StructParents"]].get_object()) > 0


def test_una_figura_se_marca_sola_aunque_haya_un_texto_abierto():
    marcas, foto, texto = Marcas(), Etiqueta("Figure", alternativo="Una sesión"), Etiqueta("P")
    marcas.abre_hoja()
    assert [*marcas.pasa_a(texto)] == ["/P <</MCID 0>> BDC"]
    assert marcas.aparte(foto) == ("/Figure <</MCID 1>> BDC", "EMC")
    assert [*marcas.pasa_a(texto)] == []
    assert [*marcas.pasa_a(None), *marcas.cierra()] == ["EMC", "/Artifact BMC", "EMC"]
    assert marcas.hojas == [[texto, foto]]


@pytest.mark.parametrize("meses", [("ABRIL",), ("ABRIL", "MAYO", "JUNIO")])
def test_los_meses_encabezan_su_renglon(meses):
    tabla = tabla_por_mes("SESIONES", ("UNA", "DOS"), *((mes, 1, 2) for mes in meses))
    (cuadro,) = leido(escribe(tabla).datos).todas("Table")
    assert [c.texto for c in cuadro.todas("TH") if c.atributos["/Scope"] == "/Row"] == list(meses)


def test_las_etiquetas_no_cambian_la_huella_de_una_hoja():
    from ut_escritorio.dominio.guardado import huella
    from ut_escritorio.informe.pdf.papel.hoja import EN_LA_HOJA, Linea, Texto

    llano = Texto(1.0, 2.0, 9.5, TINTA, Linea((), 0.0))
    marcado = Texto(1.0, 2.0, 9.5, TINTA, Linea((), 0.0, sigue=" "), etiqueta=Etiqueta("P"))
    assert huella(llano, EN_LA_HOJA) == huella(marcado, EN_LA_HOJA)
