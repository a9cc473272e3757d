"""El archivo PDF: siempre los mismos bytes, con fuentes dentro, marcadores y metadatos propios."""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader
from test_pdf_muestra import LOGOS, MEMBRETE, documento_de_muestra, escribe, hojas_de, parrafo

from ut_escritorio.informe.documento import Figura, Figuras, Imagen, Membrete, Seccion, Titulo
from ut_escritorio.informe.pdf import Cancelado, escribir_pdf
from ut_escritorio.rutas import recursos

DEGRADADO = b"""<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'><defs>
<linearGradient id='g' gradientUnits='userSpaceOnUse' x1='0' x2='200'><stop offset='0' stop-color='red'/>
<stop offset='1' stop-color='blue'/></linearGradient></defs>
<rect width='180' height='90' fill='url(#g)'/></svg>"""
RAIZ = Path(__file__).resolve().parents[2]


def en_otro_proceso(programa: str, semilla: str = "0") -> str:
    """Lo que imprime un programa corrido aparte, con otra semilla de `hash`."""
    rutas = os.pathsep.join([str(RAIZ), str(RAIZ / "tests" / "informe")])
    entorno = os.environ | {"PYTHONHASHSEED": semilla, "PYTHONPATH": rutas, "PYTHONIOENCODING": "utf-8"}
    orden = [sys.executable, "-c", programa]
    return subprocess.run(
        orden, env=entorno, capture_output=True, check=True, encoding="utf-8"
    ).stdout.strip()


RESUMEN = """
import hashlib
from test_pdf_muestra import LOGOS, documento_de_muestra
from ut_escritorio.informe.pdf import escribir_pdf
documento = documento_de_muestra(por_corregir=("Falta junio",))
print(hashlib.sha256(escribir_pdf(documento, LOGOS.__getitem__).datos).hexdigest())
"""


def test_los_mismos_datos_dan_los_mismos_bytes_en_otro_proceso_y_con_todo_lo_que_no_se_usa_cargado():
    aqui = escribir_pdf(documento_de_muestra(por_corregir=("Falta junio",)), LOGOS.__getitem__).datos
    todo = "import http.client, unittest.mock, fontTools.varLib.instancer, fontTools.cffLib\n"
    de_alla = {en_otro_proceso(RESUMEN, "1"), en_otro_proceso(todo + RESUMEN, "77")}
    assert de_alla == {hashlib.sha256(aqui).hexdigest()}


def test_varios_informes_a_la_vez_dan_los_mismos_bytes_que_uno_solo():
    """Las fuentes y los logotipos ya leídos los usan todos los informes de un proceso."""
    logos = {"png": png(400, 200), "svg": DEGRADADO, **LOGOS}
    membrete = Membrete("Leyenda", (Imagen("png", "Uno"), Imagen("svg", "Dos"), *MEMBRETE.logos), ("Villa",))
    documentos = [
        documento_de_muestra(),
        *(documento_de_muestra(secciones=secciones_con(membrete, f"Ṉ̃uu {letras}")) for letras in "ABC"),
    ]

    def escrito(documento):
        return escribir_pdf(documento, logos.__getitem__).datos

    with ThreadPoolExecutor(4) as hilos:
        juntos = list(hilos.map(escrito, documentos * 3))
    assert juntos == [escrito(documento) for documento in documentos] * 3


def test_importar_el_escritor_no_carga_fpdf2():
    programa = "import sys, ut_escritorio.informe.pdf; print(*sys.modules)"
    assert not {"fpdf", "PIL", "fontTools"} & set(en_otro_proceso(programa).split())


def test_lo_que_de_fpdf2_no_se_usa_no_se_carga_y_despues_se_puede_cargar():
    programa = """
import sys
from ut_escritorio.informe.pdf import preparar
preparar()
from ut_escritorio.informe.pdf.ligero import _NO_SE_USAN
print([nombre for nombre in _NO_SE_USAN if nombre in sys.modules])
from test_pdf_muestra import LOGOS, documento_de_muestra
from ut_escritorio.informe.pdf import escribir_pdf
print(escribir_pdf(documento_de_muestra(), LOGOS.__getitem__).paginas)
import http.client, unittest.mock, fontTools.varLib.instancer, fontTools.cffLib
print(http.client.HTTPConnection.__module__, unittest.mock.patch.__module__)
"""
    cargados, paginas, despues = en_otro_proceso(programa).splitlines()
    assert (cargados, despues) == ("[]", "http.client unittest.mock")
    assert int(paginas) > 5


def test_no_hacen_falta_numpy_ni_endesive_y_las_fuentes_no_cuentan_en_las_notas_como_se_recortan():
    programa = """
import logging, sys
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout)
prohibidos = ("numpy", "endesive", "cryptography", "uharfbuzz")
sys.modules.update(dict.fromkeys(prohibidos))
from test_pdf_muestra import LOGOS, documento_de_muestra
from ut_escritorio.informe.pdf import escribir_pdf
print(escribir_pdf(documento_de_muestra(), LOGOS.__getitem__).paginas)
"""
    *notas, paginas = en_otro_proceso(programa).splitlines()
    assert int(paginas) > 5
    assert not [nota for nota in notas if "fontTools" in nota or "fpdf" in nota]


def test_el_pdf_dice_quien_cuando_y_en_que_idioma_sin_mirar_el_reloj():
    lector = PdfReader(BytesIO(escribe(parrafo("uno"), titulo="Título & <más>", autor="Ñandú").datos))
    assert (lector.metadata.title, lector.metadata.author) == ("Título & <más>", "Ñandú")
    assert lector.metadata.creation_date == datetime(2031, 7, 4, 12, tzinfo=UTC)
    assert lector.metadata.producer == lector.metadata.creator == "UT Escritorio"
    raiz = lector.trailer["/Root"]
    assert raiz["/Lang"] == "es-MX"
    assert raiz["/ViewerPreferences"]["/PrintScaling"] == "/None"
    xmp = lector.xmp_metadata
    assert xmp.dc_title == {"x-default": "Título & <más>"}
    assert xmp.xmp_create_date == xmp.xmp_modify_date == datetime(2031, 7, 4, 12)  # noqa: DTZ001


def test_la_hoja_es_carta_y_todas_las_fuentes_van_dentro():
    lector = PdfReader(BytesIO(escribir_pdf(documento_de_muestra(), LOGOS.__getitem__).datos))
    for pagina in lector.pages:
        assert [float(medida) for medida in pagina.mediabox[2:]] == pytest.approx([612, 792], abs=0.5)
        for fuente in pagina["/Resources"]["/Font"].values():
            descriptor = fuente.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"]
            assert "/FontFile2" in descriptor


def test_el_perfil_de_color_viene_con_su_licencia_y_sin_cambios():
    carpeta = recursos() / "color"
    perfil, licencia = carpeta / "sRGB2014.icc", carpeta / "LICENCIA-sRGB2014.txt"
    assert (
        hashlib.sha256(perfil.read_bytes()).hexdigest()
        == "384b832de3412066743b52a75ee906b6fb9fb8d9e09e936fc2c43223815c6e0a"
    )
    assert "copied, distributed, embedded" in licencia.read_text(encoding="utf-8")


def test_cada_fuente_viene_con_su_licencia():
    carpeta = recursos() / "fuentes"
    familias = {ruta.name.split("-")[0] for ruta in carpeta.glob("*.ttf")}
    assert familias == {"Montserrat", "DejaVuSans"}
    for licencia in ("LICENCIA-Montserrat.txt", "LICENCIA-DejaVu.txt"):
        assert len((carpeta / licencia).read_text(encoding="utf-8")) > 3000


def test_los_marcadores_siguen_las_secciones_y_los_titulos_marcados():
    lector = PdfReader(BytesIO(escribir_pdf(documento_de_muestra(), LOGOS.__getitem__).datos))
    assert [(honda, entrada.title) for honda, entrada in aplana(lector.outline)][:7] == [
        (0, "Portada"),
        (0, "Oficio de remisión UT/0822/2031"),
        (0, "Componente 1"),
        (1, "Componente 1"),
        (2, "Actividad 1.1"),
        (2, "Actividad 1.2"),
        (2, "Actividad 1.3"),
    ]


def aplana(indice, hondura=0):
    for entrada in indice:
        if isinstance(entrada, list):
            yield from aplana(entrada, hondura + 1)
        else:
            yield hondura, entrada


def test_un_marcador_lleva_a_la_hoja_de_su_titulo():
    pdf = escribe(parrafo("\n" * 80), Titulo("Abajo", 4, marcador="Abajo\tdel todo", origen="titulo"))
    lector = PdfReader(BytesIO(pdf.datos))
    _, ultimo = list(aplana(lector.outline))[-1]
    assert ultimo.title == "Abajo del todo"
    assert lector.get_destination_page_number(ultimo) + 1 == pdf.hojas["titulo"] > 1


def test_el_borrador_lo_dice_en_cada_hoja_y_sin_transparencias():
    pdf = escribir_pdf(documento_de_muestra(por_corregir=("Falta junio",)), {}.__getitem__)
    assert all("BORRADOR" in hoja for hoja in hojas_de(pdf))
    assert b"/SMask" not in pdf.datos and b"/ca 0" not in pdf.datos
    assert "BORRADOR" not in "".join(hojas_de(escribir_pdf(documento_de_muestra(), LOGOS.__getitem__)))


def test_el_borrador_se_lee_tambien_en_la_hoja_que_un_escaneo_llena():
    """La palabra de atrás la tapa el blanco del escaneo: encima va su orilla, que no tapa nada."""
    imagen = LOGOS.__getitem__
    figura = Figuras((Figura(next(iter(LOGOS)), "Acuse, hoja 1 de 1"),), "hoja")
    seccion = Seccion("Anexos", (parrafo("uno"), figura), Membrete())

    def dibujos(*por_corregir: str) -> list[bytes]:
        documento = documento_de_muestra(secciones=(seccion,), por_corregir=por_corregir)
        hojas = PdfReader(BytesIO(escribir_pdf(documento, imagen).datos)).pages
        return [hoja.get_contents().get_data() for hoja in hojas]

    (con,) = dibujos("Falta junio")
    figura_y_luego = con[con.index(b"/Figure") :]
    assert figura_y_luego.count(b" 1 Tr") == 1 and con.count(b" Tr") == 2
    (sin,) = dibujos()
    assert b" Tr" not in sin


def test_quien_no_ve_la_hoja_sabe_por_el_titulo_que_es_borrador():
    def titulo(*por_corregir: str) -> str:
        escrito = escribe(parrafo("uno"), titulo="Informe", por_corregir=por_corregir)
        return PdfReader(BytesIO(escrito.datos)).metadata.title

    assert (titulo(), titulo("Falta junio")) == ("Informe", "BORRADOR – Informe")


def test_cancelar_detiene_el_informe_en_cualquier_momento():
    for vueltas in range(0, 12, 3):
        pendientes = iter([False] * vueltas)
        with pytest.raises(Cancelado, match="canceló"):
            escribir_pdf(
                documento_de_muestra(),
                LOGOS.__getitem__,
                cancelado=lambda espera=pendientes: next(espera, True),
            )


def test_mientras_no_se_cancela_sale_el_mismo_informe():
    documento = documento_de_muestra()
    preguntas: list[bool] = []
    hecho = escribir_pdf(documento, LOGOS.__getitem__, cancelado=lambda: bool(preguntas.append(True)))
    assert hecho.datos == escribir_pdf(documento, LOGOS.__getitem__).datos
    assert len(preguntas) > 3


def test_el_avance_nunca_retrocede_y_llega_al_total():
    pasos: list[tuple[int, int]] = []
    escribir_pdf(
        documento_de_muestra(), LOGOS.__getitem__, avance=lambda hecho, total: pasos.append((hecho, total))
    )
    assert pasos == sorted(pasos)
    assert pasos[-1] == (100, 100)


def png(ancho: int, alto: int) -> bytes:
    from PIL import Image

    archivo = BytesIO()
    Image.new("RGB", (ancho, alto), (106, 27, 54)).save(archivo, "PNG")
    return archivo.getvalue()


@pytest.mark.parametrize(
    "contenido",
    [
        b"",
        b"no es una imagen",
        png(40, 20)[:60],
        b"<svg ",
        b"<?xml version='1.0'?><otra/>",
        b"<svg viewBox='0 0 0 0'/>",
        b"<svg width='9' height='0'><rect width='9' height='9'/></svg>",
        b"<svg width='0' height='9'><rect width='9' height='9'/></svg>",
        b"<svg viewBox='0 0 9 9'><image href='file:///etc/hostname' width='9' height='9'/></svg>",
        b"<svg viewBox='0 0 9 9'><use href='#nada'/><path d='M x'/></svg>",
    ],
)
def test_un_logotipo_ilegible_deja_su_texto_y_no_detiene_el_informe(contenido):
    membrete = Membrete(logos=(Imagen("roto", "Escudo de la Villa", 15),))
    pdf = escribir_pdf(documento_de_muestra(secciones=secciones_con(membrete)), lambda _: contenido)
    assert "Escudo" in hojas_de(pdf)[0]
    assert "cuerpo" in hojas_de(pdf)[0]


def test_las_letras_de_un_logotipo_no_detienen_el_informe():
    dibujo = b"<svg viewBox='0 0 200 100'><text x='10' y='60' font-size='30'>MUNICIPIO</text></svg>"
    membrete = Membrete(logos=(Imagen("letras", "Escudo de la Villa", 15),))
    pdf = escribir_pdf(documento_de_muestra(secciones=secciones_con(membrete)), lambda _: dibujo)
    assert "cuerpo" in hojas_de(pdf)[0]


def test_un_logotipo_que_falta_deja_su_texto():
    membrete = Membrete(logos=(Imagen("perdido", "Escudo"),))
    assert (
        "Escudo"
        in hojas_de(escribir_pdf(documento_de_muestra(secciones=secciones_con(membrete)), {}.__getitem__))[0]
    )


def secciones_con(membrete: Membrete, texto: str = "cuerpo"):
    from ut_escritorio.informe.documento import Seccion

    return (Seccion("Única", (parrafo(texto),), membrete),)


@pytest.mark.parametrize("tamano", [(40, 20), (2000, 10), (10, 2000)])
def test_un_logotipo_de_cualquier_forma_cabe_en_el_membrete(tamano):
    membrete = Membrete(logos=tuple(Imagen(str(n), "Escudo", 15) for n in range(5)))
    imagenes = {str(n): png(tamano[0] + n, tamano[1]) for n in range(5)}
    lector = PdfReader(
        BytesIO(
            escribir_pdf(documento_de_muestra(secciones=secciones_con(membrete)), imagenes.__getitem__).datos
        )
    )
    assert len(lector.pages[0].images) == 5


def test_un_logotipo_repetido_se_guarda_una_sola_vez():
    imagenes = {"png": png(400, 200)}
    membrete = Membrete(logos=(Imagen("png", "Escudo"),))
    secciones = secciones_con(membrete) * 8
    pdf = escribir_pdf(documento_de_muestra(secciones=secciones), imagenes.__getitem__)
    lector = PdfReader(BytesIO(pdf.datos))
    claves = {pagina["/Resources"]["/XObject"].raw_get("/I1").idnum for pagina in lector.pages}
    assert (len(lector.pages), len(claves)) == (8, 1)


def test_los_logotipos_del_programa_se_pintan():
    con = escribe(parrafo("uno"), membrete=MEMBRETE)
    assert MEMBRETE.logos
    assert "Escudo" not in hojas_de(con)[0]
    hoja = PdfReader(BytesIO(con.datos)).pages[0]
    llamados = re.findall(rb"/(I\d+) Do", hoja.get_contents().get_data())
    dibujos = [hoja["/Resources"]["/XObject"][f"/{nombre.decode()}"].get_data() for nombre in llamados]
    assert len(dibujos) == len(LOGOS)
    assert sum(dibujo.count(b" c\n") + dibujo.count(b" c ") for dibujo in dibujos) > 100


def test_un_dibujo_va_una_sola_vez_aunque_este_en_cada_hoja():
    membrete = Membrete(logos=(Imagen("dibujo", "Escudo"),))
    logos = {"dibujo": next(iter(LOGOS.values()))}
    una, ocho = (
        escribir_pdf(documento_de_muestra(secciones=secciones_con(membrete) * n), logos.__getitem__).datos
        for n in (1, 8)
    )
    assert una.count(b"/Form") == ocho.count(b"/Form") == 1
