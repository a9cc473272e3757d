"""La puerta de los logotipos: lo que pasa queda como se imprimirá, y lo que no, dice por qué y qué hacer."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from tests.datos import logotipos as muestras
from ut_escritorio.datos.imagenes.puerta import de_un_plan, leer_logo, reparo_de_guardado
from ut_escritorio.datos.imagenes.reparo import NoSirve
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.rutas import recursos

GUINDA, VERDE, BLANCO = muestras.GUINDA, muestras.VERDE, (255, 255, 255)


def pintar(dibujo: bytes) -> bytes:
    """En vez de la ventana: cualquier dibujo que pase sale como una bandera."""
    return muestras.en(muestras.bandera())


def elegida(carpeta: Path, octetos: bytes, nombre: str = "escudo.png") -> Image.Image:
    """La imagen que se imprimirá si ella elige ese archivo."""
    ruta = carpeta / nombre
    ruta.write_bytes(octetos)
    _, imagen = leer_logo(ruta, "escudo", pintar)
    return Image.open(BytesIO(imagen))


def parecidos(uno: tuple[int, ...], otro: tuple[int, ...]) -> bool:
    return all(abs(a - b) < 24 for a, b in zip(uno, otro, strict=True))


@pytest.mark.parametrize(
    ("octetos", "izquierda", "derecha"),
    [
        pytest.param(muestras.de_lado(), GUINDA, VERDE, id="tomada de lado"),
        pytest.param(muestras.de_dieciseis(), (35,) * 3, (234,) * 3, id="de 16 bits"),
        pytest.param(muestras.transparente(), GUINDA, BLANCO, id="transparente"),
        pytest.param(muestras.de_paleta(), GUINDA, BLANCO, id="de paleta"),
        pytest.param(muestras.de_imprenta(), GUINDA, VERDE, id="en tintas"),
        pytest.param(muestras.entrelazado(), GUINDA, VERDE, id="entrelazada"),
        pytest.param(muestras.en(muestras.bandera(), "JPEG", quality=95), GUINDA, VERDE, id="JPG"),
    ],
)
def test_lo_que_pasa_queda_derecho_de_ocho_bits_y_sobre_papel_blanco(tmp_path, octetos, izquierda, derecha):
    imagen = elegida(tmp_path, octetos)
    assert (imagen.format, imagen.mode, imagen.getexif().get(0x0112)) == ("PNG", "RGB", None)
    assert imagen.width >= imagen.height
    assert parecidos(imagen.getpixel((imagen.width // 4, imagen.height // 2)), izquierda)
    assert parecidos(imagen.getpixel((imagen.width * 3 // 4, imagen.height // 2)), derecha)
    assert reparo_de_guardado(muestras.en(imagen)) == ""


def test_un_trazo_largo_de_pocos_numeros_no_es_complicado(tmp_path):
    trazo = f"M0 0{' ' * 40_000}L200 0 L200 90 Z"
    assert elegida(tmp_path, muestras.svg(f'<path d="{trazo}"/>')).size > (1, 1)


def test_una_imagen_muy_grande_se_guarda_del_tamano_en_que_se_imprime(tmp_path):
    imagen = elegida(tmp_path, muestras.en(muestras.bandera(6000, 3000)))
    assert imagen.size == (1600, 800)


@pytest.mark.parametrize(
    ("octetos", "causa"),
    [
        pytest.param(b"", "vacío", id="vacío"),
        pytest.param(b"hola", "no es una imagen PNG, JPG ni SVG", id="texto"),
        pytest.param(muestras.en(muestras.bandera(), "WEBP"), "no es una imagen PNG, JPG ni SVG", id="WebP"),
        pytest.param(muestras.en(muestras.bandera())[:-60], "incompleta", id="PNG cortado"),
        pytest.param(muestras.en(muestras.bandera(), "JPEG")[:400], "incompleta", id="JPG cortado"),
        pytest.param(muestras.enorme(), "10000 × 10000 puntos", id="enorme"),
        pytest.param(muestras.en(Image.new("RGB", (9, 9), "white")), "en blanco", id="blanca"),
        pytest.param(muestras.en(Image.new("RGBA", (9, 9), (0, 0, 0, 0))), "en blanco", id="nada"),
        pytest.param(muestras.CON_LETRAS[:-30], "incompleto", id="SVG cortado"),
        pytest.param(muestras.bomba(), "complicado", id="se repite en capas"),
        pytest.param(
            muestras.svg('<g id="a"><use href="#a"/></g>'), "se repiten sin fin", id="se repite en sí"
        ),
        pytest.param(muestras.svg("<g>" * 9000 + "</g>" * 9000), "complicado", id="hondo"),
        pytest.param(
            muestras.svg(f'<path d="M0 0{" L1 2" * 40_000}"/>'), "complicado", id="un trazo sin fin"
        ),
        pytest.param(
            muestras.svg(f'<clipPath id="c"/><g clip-path="url(#c)">{muestras.MANCHA}</g>'),
            "recortes",
            id="recortes",
        ),
        pytest.param(
            muestras.svg(f'<mask id="c"/><style>.a{{mask:url(#c)}}</style>{muestras.MANCHA}'),
            "máscaras",
            id="máscaras",
        ),
        pytest.param(
            muestras.svg('<image href="file:///C:/Users/ella/foto.png" width="9" height="9"/>'),
            "imagen de otro archivo",
            id="imagen de fuera",
        ),
        pytest.param(
            muestras.svg('<image href="data:image/png;base64,iVBORw0K" width="9" height="9"/>'),
            "imagen que no se lee",
            id="imagen rota adentro",
        ),
        pytest.param(muestras.svg(f"<svg>{muestras.MANCHA}</svg>"), "dibujo dentro de otro", id="anidado"),
        pytest.param(
            muestras.svg('<rect width="9" height="9" fill="rgba(1,2,3,.5)"/>'), "colores", id="colores"
        ),
    ],
)
def test_lo_que_no_pasa_dice_por_que_y_que_hacer(tmp_path, octetos, causa):
    ruta = tmp_path / "escudo.svg"
    ruta.write_bytes(octetos)
    with pytest.raises(
        ErrorEsperado, match=r"«escudo\.svg» no se puede usar como logotipo: .*\. \w.*\.$"
    ) as error:
        leer_logo(ruta, "escudo", pintar)
    assert causa in str(error.value)


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("lado", [10_000, 15_000])
def test_la_enorme_se_rechaza_sin_avisos_de_quien_la_lee(lado):
    with pytest.raises(NoSirve, match=r"mide .*puntos.*\. Guárdela más chica\.$"):
        de_un_plan(muestras.enorme(lado))
    assert "puntos" in reparo_de_guardado(muestras.enorme(lado))


@pytest.mark.parametrize("octetos", [muestras.CON_LETRAS, muestras.CON_DEGRADADO, muestras.SIN_MEDIDAS])
def test_un_dibujo_que_la_ventana_sabe_pintar_pasa_como_imagen(tmp_path, octetos):
    assert elegida(tmp_path, octetos, "escudo.svg").size == (60, 30)


def test_un_recorte_que_nadie_usa_no_estorba(tmp_path):
    assert elegida(tmp_path, muestras.svg(f'<clipPath id="c"/>{muestras.MANCHA}'), "escudo.svg")


def test_de_un_plan_un_dibujo_sencillo_se_queda_en_trazos_y_los_del_programa_no_cambian():
    for ruta in (recursos() / "logos").glob("*.svg"):
        assert de_un_plan(ruta.read_bytes()) == ruta.read_bytes()
    with pytest.raises(NoSirve, match="guárdelo como PNG"):
        de_un_plan(muestras.CON_LETRAS)
    assert Image.open(BytesIO(de_un_plan(muestras.de_dieciseis()))).mode == "RGB"


@pytest.mark.parametrize(
    "octetos",
    [
        muestras.de_lado(),
        muestras.de_dieciseis(),
        muestras.CON_LETRAS,
        muestras.CON_DEGRADADO,
        muestras.SIN_MEDIDAS,
        muestras.bomba(),
        muestras.en(muestras.bandera())[:-60],
        muestras.svg(f'<g display="none">{muestras.MANCHA}</g>'),
        muestras.svg(f"<svg>{muestras.MANCHA}</svg>"),
        muestras.svg(muestras.MANCHA, 'viewBox="0 0 200 100" width="100" height="100"'),
        b"",
    ],
)
def test_de_lo_ya_guardado_se_sabe_lo_que_no_se_imprime_como_es(octetos):
    assert reparo_de_guardado(octetos)


@given(st.binary(max_size=300), st.sampled_from([b"", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"<svg "]))
def test_cualquier_cosa_pasa_o_dice_por_que(tmp_path_factory, basura, comienzo):
    ruta = tmp_path_factory.mktemp("basura") / "escudo.png"
    ruta.write_bytes(comienzo + basura)
    try:
        leer_logo(ruta, "escudo", pintar)
    except ErrorEsperado as error:
        assert "no se puede usar como logotipo" in str(error)
    reparo_de_guardado(comienzo + basura)
