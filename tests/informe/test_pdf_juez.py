"""Lo que se entrega cumple PDF/A-3A (se abre igual dentro de treinta años) y PDF/UA-1 (lo lee quien no ve).

Lo dice un programa de otros, donde lo hay: `tests/juez.py`.
"""

from __future__ import annotations

from base64 import b64encode
from dataclasses import replace
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pillow
from PIL import ImageCms
from test_pdf_lectura import LOGOS, documento_de_muestra
from test_pdf_muestra import ELABORO, celda, fila, oficio, parrafo

from tests.evidencias.archivos import escaneo, foto
from tests.firma.de_antes.informes import CASOS, informe_de
from tests.juez import NORMAS, dictamen, que_haya_juez
from tests.pixeles import distintas
from ut_escritorio.datos.imagenes.fotos import de_puntos, preparar
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.informe.documento import (
    Documento,
    Figura,
    Figuras,
    Firmas,
    Imagen,
    Membrete,
    Seccion,
    Tabla,
    Titulo,
)
from ut_escritorio.informe.pdf import PdfEscrito, escribir_pdf
from ut_escritorio.servicios.archivo.creacion import crear_ejemplo
from ut_escritorio.servicios.evidencias.pintor import pintar_hoja
from ut_escritorio.servicios.papel import hoja_suelta
from ut_escritorio.servicios.papel.hoja_suelta import HojaSuelta
from ut_escritorio.servicios.papel.para_capturar import para_capturar

COLOR = {
    "RGBA": (106, 27, 54, 128),
    "LA": (90, 120),
    "P": 3,
    "L": 100,
    "RGB": (9, 99, 200),
    "CMYK": (9, 200, 30, 5),
}
PERFIL = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
SVG = b"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 200 100'>%s</svg>"
DIBUJO = (
    SVG % b"<rect width='99' height='50' fill='#338' fill-opacity='.5'/><circle cx='120' cy='50' r='40'/>"
)
DEGRADADO = SVG % (
    b"<defs><linearGradient id='g'><stop offset='0' stop-color='red'/><stop offset='1' stop-color='blue'/>"
    b"</linearGradient></defs><rect width='180' height='90' fill='url(#g)'/>"
)
CON_LETRAS = SVG % b"<text x='10' y='60' font-size='30'>MUNICIPIO</text>"


def puntos(modo: str, clase: str, **mas: object) -> bytes:
    archivo = BytesIO()
    Pillow.new(modo, (300, 150), COLOR[modo]).save(archivo, clase, **mas)
    return archivo.getvalue()


def con_tintas_adentro() -> bytes:
    """Un dibujo con una foto hecha en tintas de imprenta."""
    foto_ = b64encode(puntos("CMYK", "JPEG"))
    return SVG % (b"<image width='90' height='90' href='data:image/jpeg;base64," + foto_ + b"'/>")


def con_logo(contenido: bytes) -> PdfEscrito:
    membrete = Membrete("Leyenda", (Imagen("logo", "Escudo de la Villa"),), ("Villa",), "Pie")
    seccion = Seccion("Una", (Titulo("Título", 1), parrafo("cuerpo")), membrete)
    return escribir_pdf(documento_de_muestra(secciones=(seccion,)), {"logo": contenido}.__getitem__)


def lista_larga() -> Documento:
    """Una lista a lo ancho que sigue en otras hojas, como la relación de oficios."""
    filas = (
        fila("No.", "Oficio", "Asunto", papel="columna"),
        *(fila(n, f"UT/{n:04}", "Se pide") for n in range(99)),
    )
    bloques = (Titulo("Relación", 1), Tabla(filas, 3, 1), parrafo("99 oficios."), Firmas((ELABORO,)))
    return documento_de_muestra(secciones=(Seccion("Relación", bloques, Membrete()),))


def en_blanco(carpeta: Path) -> HojaSuelta:
    """Las hojas para capturar a mano, de todas las actividades del ejemplo."""
    with crear_ejemplo(carpeta / "ejemplo.sqlite", lambda: datetime(2024, 7, 1, tzinfo=UTC)) as ejemplo:
        return para_capturar(ejemplo, Trimestre(2024, 2), "", date(2024, 7, 1))


def lo_mas_raro() -> Documento:
    """Lo que cabe mal: celdas más altas que la hoja, rótulos girados, signos que la letra no tiene."""
    largo = "palabra " * 900
    rotulos = tuple(celda(f"COLUMNA LARGUISIMAMENTE {n}", "columna") for n in range(18))
    bloques = (
        Titulo("cuatro", 4), parrafo(largo + "\ud83d\ude00 \ue000", vineta="✓"), parrafo(""), Firmas(()),
        Tabla((fila(largo, "b"), fila(1)), 2, 0),
        Tabla((rotulos, fila(*range(18))), 18, 1),
    )  # fmt: skip
    return documento_de_muestra(secciones=(Seccion("", bloques, Membrete()),))


def todos_cumplen(carpeta: Path, pdfs: dict[str, bytes]) -> None:
    dicho = dictamen(carpeta, pdfs)
    assert {clave: cumple for clave, cumple in dicho.items() if not cumple} == {}
    assert len(dicho) == len(pdfs) * len(NORMAS)


@pytest.mark.timeout(600)
def test_los_informes_las_cartas_y_las_listas(tmp_path: Path):
    pdfs = {
        "muestra": escribir_pdf(documento_de_muestra(), LOGOS.__getitem__).datos,
        "borrador": escribir_pdf(documento_de_muestra(por_corregir=("Falta",)), LOGOS.__getitem__).datos,
        "carta": escribir_pdf(documento_de_muestra(secciones=(oficio(),)), LOGOS.__getitem__).datos,
        "lista": escribir_pdf(lista_larga(), {}.__getitem__, hojas_de="acostadas").datos,
        "captura": hoja_suelta.hacer_pdf(en_blanco(tmp_path)).datos,
        "raro": escribir_pdf(lo_mas_raro(), {}.__getitem__).datos,
    }
    que_haya_juez()  # los de cada oficina los escribe también, haya o no, `de_antes/test_informes.py`
    for nombre, caso in CASOS.items():
        (aparte := tmp_path / nombre).mkdir()
        pdfs[nombre] = informe_de(caso, aparte)[0]
    (juzgado := tmp_path / "juzgado").mkdir()
    todos_cumplen(juzgado, pdfs)


@pytest.mark.timeout(600)
def test_los_anexos_con_fotos_con_escaneos_y_la_figura_que_no_se_deja_leer(tmp_path: Path):
    hoja = pintar_hoja(escaneo(1), 1)
    pagina = de_puntos(hoja.ancho, hoja.alto, hoja.octetos)
    imagenes = {"foto": preparar(foto())[0], "captura": puntos("RGB", "PNG"), "escaneo#1": pagina}
    fotos = tuple(Figura(cual, f"Foto {cual}", "Foto 1. Pie") for cual in ("foto", "captura", "rota"))
    bloques = (
        Titulo("ANEXOS", 1), Titulo("ANEXO 1", 2), parrafo("Sesión."), Figuras(fotos, "cuarto"),
        Titulo("ANEXO 2", 2), parrafo("Acuse, hoja 1 de 30."),
        *(Figuras((Figura("escaneo", f"Hoja {n} de 30", hoja=1),), "hoja") for n in range(1, 31)),
        Titulo("FICHA", 3), Tabla((fila("Tema", "Datos"),), 2, 0), Figuras(fotos[:2], "octavo"),
        Firmas((ELABORO,)),
    )  # fmt: skip
    documento = documento_de_muestra(secciones=(Seccion("Anexos", bloques, Membrete()),))
    borrador = replace(documento, por_corregir=("Falta",))
    pdfs = {
        nombre: escribir_pdf(cual, imagenes.__getitem__).datos
        for nombre, cual in (("anexos", documento), ("anexos borrador", borrador))
    }
    todos_cumplen(tmp_path, pdfs)


@pytest.mark.timeout(600)
def test_los_logotipos_de_cada_clase(tmp_path: Path):
    logos = {
        "png": puntos("RGB", "PNG"), "png transparente": puntos("RGBA", "PNG"),
        "png gris": puntos("L", "PNG"), "png gris transparente": puntos("LA", "PNG"),
        "png con paleta": puntos("P", "PNG"),
        "png con perfil": puntos("RGB", "PNG", icc_profile=PERFIL), "jpg": puntos("RGB", "JPEG"),
        "jpg gris": puntos("L", "JPEG"), "jpg con perfil": puntos("RGB", "JPEG", icc_profile=PERFIL),
        "tintas": puntos("CMYK", "JPEG"), "dibujo": DIBUJO, "degradado": DEGRADADO,
        "con letras": CON_LETRAS, "con tintas adentro": con_tintas_adentro(), "roto": b"no es una imagen",
    }  # fmt: skip
    escritos = {nombre: con_logo(contenido) for nombre, contenido in logos.items()}
    assert [nombre for nombre, escrito in escritos.items() if escrito.avisos] == ["roto"]
    todos_cumplen(tmp_path, {nombre: escrito.datos for nombre, escrito in escritos.items()})


def test_los_logotipos_que_guardo_un_programa_de_antes_se_dibujan_sin_tintas_ni_letras_de_fuera():
    for contenido in (puntos("CMYK", "JPEG"), con_tintas_adentro(), CON_LETRAS):
        datos = con_logo(contenido).datos
        assert b"<pdfaid:part>" in datos and b"<pdfuaid:part>" in datos
        assert b"/DeviceCMYK" not in datos and b"/Type1" not in datos
    blanca, con_letras = con_logo(SVG % b"").datos, con_logo(CON_LETRAS).datos
    assert distintas(blanca, con_letras) == [1]


def test_el_logotipo_que_no_se_deja_leer_se_dice():
    (dicho,) = con_logo(b"no es una imagen").avisos
    assert "«Escudo de la Villa»" in dicho and "Guárdelo como PNG" in dicho
