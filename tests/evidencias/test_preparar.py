"""Preparar lo que se adjunta: fotos de pie y sin rastros, PDF enteros, y cada rechazo con sus palabras."""

from __future__ import annotations

import random
import subprocess
import sys
from contextlib import suppress
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from tests.evidencias.archivos import HEIC, MIERCOLES, PROGRAMA, ZIP, correo, escaneo, foto, tiff_de_fax
from tests.sorteos import casos
from ut_escritorio.datos.imagenes import hojas
from ut_escritorio.dominio.trimestre.evidencias import NoAdjunta, Preparada, no_adjuntas
from ut_escritorio.servicios.evidencias.preparar import Lote, PorAdjuntar, de_rutas, etiqueta, preparar


def de_una_vez(*dados: tuple[str, bytes]) -> Lote:
    pedidos = [PorAdjuntar(nombre, octetos=octetos) for nombre, octetos in dados]
    return preparar(pedidos, lambda hecho, total: None, lambda: False)


def lista(nombre: str, octetos: bytes) -> Preparada:
    (preparada,) = de_una_vez((nombre, octetos)).listas
    return preparada


def rechazo(nombre: str, octetos: bytes) -> str:
    lote = de_una_vez((nombre, octetos))
    assert lote.listas == ()
    return str(lote.rechazos[0])


def abierta(preparada: Preparada) -> Image.Image:
    return Image.open(BytesIO(preparada.octetos))


# Fotos


@pytest.mark.parametrize("girada", range(1, 9))
def test_la_foto_queda_de_pie_y_sin_nada_de_lo_que_el_telefono_le_anota(girada: int):
    preparada = lista("IMG_2231.JPG", foto(400, 300, girada=girada, cuando=MIERCOLES))
    imagen = abierta(preparada)
    assert imagen.size == ((400, 300) if girada < 5 else (300, 400))
    assert not imagen.getexif()
    assert b"GPS" not in preparada.octetos
    assert "María".encode() not in preparada.octetos
    assert preparada.tomada == datetime(2031, 4, 9, 10, 41)  # noqa: DTZ001
    derecha = Image.open(BytesIO(foto(400, 300)))
    if girada == 1:
        assert imagen.getpixel((5, 5)) == pytest.approx(derecha.getpixel((5, 5)), abs=12)


def test_la_grande_se_guarda_del_tamano_que_se_imprime():
    preparada = lista("grande.jpg", foto(4000, 3000))
    assert abierta(preparada).size == (1600, 1200)
    assert abierta(preparada).format == "JPEG"


def test_la_misma_foto_da_los_mismos_bytes_tambien_en_otro_proceso():
    octetos = foto(900, 700, cuando=MIERCOLES)
    aqui = lista("a.jpg", octetos)
    orden = (
        "import sys, hashlib; from ut_escritorio.datos.imagenes.fotos import preparar; "
        "print(hashlib.sha256(preparar(sys.stdin.buffer.read())[0]).hexdigest())"
    )
    dichos = {
        subprocess.run(
            [sys.executable, "-c", orden], input=octetos, capture_output=True, check=True,
            env={**__import__("os").environ, "PYTHONHASHSEED": semilla},
        ).stdout.strip()
        for semilla in ("1", "2")
    }  # fmt: skip
    assert len(dichos) == 1
    assert lista("otro nombre.jpg", octetos).octetos == aqui.octetos


@pytest.mark.parametrize(
    ("nombre", "octetos"),
    [
        ("imprenta.jpg", foto(modo="CMYK")),
        ("gris.png", foto(clase="PNG", modo="L")),
        ("transparente.png", foto(clase="PNG", modo="RGBA")),
        ("paleta.gif", foto(clase="GIF", modo="P")),
        ("de fax.tif", foto(clase="TIFF", modo="1")),
        ("de antes.bmp", foto(clase="BMP")),
        ("otra extensión.png", foto()),
        ("sin extensión", foto()),
    ],
)
def test_toda_clase_de_imagen_se_guarda_como_se_imprime(nombre: str, octetos: bytes):
    imagen = abierta(lista(nombre, octetos))
    assert imagen.format in ("JPEG", "PNG")
    assert imagen.mode == "RGB"


def test_una_captura_de_pantalla_no_se_guarda_con_las_letras_borrosas():
    assert abierta(lista("captura.png", foto(800, 600, clase="PNG"))).format == "PNG"


# PDF y correos


def test_un_pdf_se_guarda_tal_cual_con_sus_hojas():
    octetos = escaneo(5)
    preparada = lista("acuse.pdf", octetos)
    assert (preparada.octetos, preparada.hojas, preparada.clase) == (octetos, 5, "pdf")


def test_un_pdf_cifrado_se_guarda_sin_contar_sus_hojas():
    assert lista("con clave.pdf", escaneo(2, clave="secreta")).hojas == 0


def test_de_un_correo_se_lee_de_que_es_quien_lo_manda_y_cuando():
    preparada = lista("respuesta.eml", correo())
    assert preparada.pie == "Respuesta al UT/0548/2031 · Tesorería <tesoreria@ejemplo.mx>"
    assert preparada.tomada == datetime(2031, 4, 9, 10, 41)  # noqa: DTZ001
    assert lista("de outlook.msg", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)).clase == "correo"


# Lo que no


@pytest.mark.parametrize(
    ("nombre", "octetos", "dice"),
    [
        ("x.heic", HEIC, "HEIC y aquí no se puede leer. En el teléfono: Ajustes, Cámara"),
        ("x.jpg", HEIC, "El más compatible; o guárdela como JPG"),
        ("x.webp", foto(clase="WEBP"), "WEBP y aquí no se puede leer. Ábrala en Paint"),
        ("x.exe", PROGRAMA, "no es una foto, un PDF ni un correo guardado"),
        ("x.jpg", PROGRAMA, "no es una foto, un PDF ni un correo guardado"),
        ("x.docm", ZIP, "guárdelo como PDF y adjúntelo"),
        ("x.zip", ZIP, "no es una foto"),
        ("x.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "no es una foto"),
        ("x.txt", b"hola", "no es una foto"),
        ("vacía.jpg", b"", "está vacío"),
        ("foto.pdf", foto(), "por dentro es una foto y su nombre dice otra cosa"),
        ("acuse.jpg", escaneo(), "por dentro es un PDF y su nombre dice otra cosa"),
        ("fax.tif", tiff_de_fax(3), "trae 3 hojas y de una foto solo se guarda una. Guárdela como PDF"),
        ("cortada.jpg", foto(800, 600)[:-900], "está incompleta, como si se hubiera copiado a medias"),
        ("rota.jpg", b"\xff\xd8\xff" + b"x" * 99, "está dañada o incompleta"),
        ("cortado.pdf", escaneo(9)[:-400], "está cortado"),
        ("roto.pdf", b"%PDF-1.7\nbasura\n%%EOF", "está dañado y no se entiende"),
        ("largo.pdf", escaneo(301), "trae 301 hojas y caben 300. Divídalo en partes"),
        ("vacío.pdf", escaneo(0), "no trae ninguna hoja"),
    ],
)
def test_lo_que_no_se_adjunta_dice_por_que_y_que_hacer(nombre: str, octetos: bytes, dice: str):
    dicho = rechazo(nombre, octetos)
    assert dicho.startswith(f"No se adjuntó «{nombre}»: ")
    assert dice in dicho


def test_una_bomba_de_puntos_se_rechaza_sin_leerla():
    bomba = bytearray(foto(clase="PNG"))
    bomba[16:24] = (60_000).to_bytes(4, "big") * 2
    import zlib

    bomba[29:33] = zlib.crc32(bytes(bomba[12:29])).to_bytes(4, "big")
    assert "puntos" in rechazo("bomba.png", bytes(bomba))


def test_los_demas_del_mismo_lote_si_se_adjuntan():
    lote = de_una_vez(("a.jpg", foto()), ("b.exe", PROGRAMA), ("c.pdf", escaneo()))
    assert [preparada.nombre for preparada in lote.listas] == ["a.jpg", "c.pdf"]
    assert [rechazado.nombre for rechazado in lote.rechazos] == ["b.exe"]


def test_una_carpeta_algo_enorme_o_lo_que_se_desconecto(tmp_path: Path):
    carpeta, enorme = tmp_path / "Fotos", tmp_path / "enorme.pdf"
    carpeta.mkdir()
    with enorme.open("wb") as archivo:
        archivo.truncate(50 * 1024 * 1024 + 1)
    lote = preparar(
        de_rutas([carpeta, enorme, tmp_path / "se fue.jpg"]), lambda hecho, total: None, lambda: False
    )
    dichos = [str(rechazado) for rechazado in lote.rechazos]
    assert dichos[0] == "No se adjuntó «Fotos»: es una carpeta. Ábrala y arrastre lo que tiene dentro."
    assert "pesa más de 50 MB" in dichos[1]
    assert "no está donde se dijo" in dichos[2]


def test_los_que_no_se_adjuntan_por_lo_mismo_se_dicen_juntos():
    def nadas(cuantas: int) -> list[str]:
        otro = NoAdjunta("x.zip", "no es una foto.")
        return no_adjuntas([*(NoAdjunta(f"{n}.jpg", "está vacío.") for n in range(cuantas)), otro])

    assert nadas(1) == ["No se adjuntó «0.jpg»: está vacío.", "No se adjuntó «x.zip»: no es una foto."]
    assert nadas(3)[0] == "No se adjuntaron «0.jpg», «1.jpg» y «2.jpg»: cada uno está vacío."
    assert nadas(4)[0] == "No se adjuntaron «0.jpg», «1.jpg», «2.jpg» y otro: cada uno está vacío."
    assert no_adjuntas([NoAdjunta(f"{n}", f"{n // 2}") for n in range(9)], 2)[2:] == ["Y otros 5."]
    assert nadas(9)[0] == "No se adjuntaron «0.jpg», «1.jpg», «2.jpg» y otros 6: cada uno está vacío."


def test_al_cancelar_queda_lo_que_ya_estaba_listo():
    vueltas: list[int] = []
    pedidos = [PorAdjuntar(f"{n}.jpg", octetos=foto(40 + n, 30)) for n in range(6)]
    lote = preparar(pedidos, lambda hecho, total: vueltas.append(hecho), lambda: len(vueltas) == 2)
    assert (len(lote.listas), lote.cancelado, vueltas) == (2, True, [0, 1])


def test_un_nombre_larguisimo_o_que_se_voltea_es_solo_una_etiqueta():
    assert etiqueta("informe\u202egpj.exe") == "informegpj.exe"
    larga = etiqueta("n" * 200 + ".jpg")
    assert len(larga) <= 120
    assert larga.endswith(".jpg")


@settings(max_examples=casos(60))
@given(st.sampled_from([foto(), escaneo(), correo(), foto(clase="PNG")]), st.randoms(use_true_random=False))
def test_lo_revuelto_se_rechaza_o_queda_bien_pero_nunca_tira_el_programa(octetos: bytes, azar: random.Random):
    revuelto = bytearray(octetos[: azar.randrange(1, len(octetos) + 1)])
    for _ in range(azar.randrange(20)):
        revuelto[azar.randrange(len(revuelto))] = azar.randrange(256)
    lote = de_una_vez(("x", bytes(revuelto)))
    assert len(lote.listas) + len(lote.rechazos) == 1
    for preparada in lote.listas:
        if preparada.clase == "foto":
            abierta(preparada).load()


def test_un_pdf_que_no_se_acaba_de_leer_se_rechaza_y_lo_demas_sigue(monkeypatch):
    def sin_fin(lector: object) -> int:
        while True:
            with suppress(Exception):  # como pypdf, que atrapa lo suyo y sigue
                len("otra vuelta")

    monkeypatch.setattr(hojas, "_PLAZO", 0.2)
    monkeypatch.setattr(hojas.PdfReader, "get_num_pages", sin_fin)
    antes = sys.getprofile()
    lote = de_una_vez(("malo.pdf", escaneo(1)), ("a.jpg", foto()))
    assert [p.nombre for p in lote.listas] == ["a.jpg"]
    assert str(lote.rechazos[0]).startswith("No se adjuntó «malo.pdf»: no se acaba de leer.")
    assert sys.getprofile() is antes
