"""Un logotipo de trazos hecho puntos: lo que se pinta, dónde y de qué color, orden por orden."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from ut_escritorio.informe.pdf.en_puntos import _Lienzo, en_puntos

_ROJO, _NADA = (255, 0, 0), None
# En una hoja de 100 por 100, con el origen abajo a la izquierda: la orden, y qué hay en cada punto
CASOS = {
    "un triángulo con sus tres lados": (
        "1 0 0 rg 10 10 m 90 10 l 10 90 l h f",
        {(20, 20): _ROJO, (12, 80): _ROJO, (80, 12): _ROJO, (70, 70): _NADA, (5, 5): _NADA},
    ),
    "un rectángulo por su esquina, su ancho y su alto": (
        "1 0 0 rg 10 40 60 20 re f",
        {(12, 42): _ROJO, (68, 58): _ROJO, (72, 50): _NADA, (8, 50): _NADA, (40, 62): _NADA, (40, 38): _NADA},
    ),
    "una curva que sube y vuelve a bajar": (
        "1 0 0 rg 10 10 m 10 90 90 90 90 10 c h f",
        {(50, 60): _ROJO, (15, 30): _ROJO, (85, 30): _ROJO, (50, 75): _NADA, (12, 60): _NADA},
    ),
    "en gris": ("0.5 g 0 0 100 100 re f", {(50, 50): (128, 128, 128)}),
    "en tintas de imprenta, con su negro": ("0.2 0.4 0.6 0.5 k 0 0 100 100 re f", {(50, 50): (102, 76, 51)}),
    "un color fuera de lo que hay se queda en la orilla": (
        "2 -1 0.5 rg 0 0 100 100 re f", {(50, 50): (255, 0, 128)},
    ),
    "el trazo, de su grueso y de su color": (
        "1 0 0 RG 0 0 1 rg 10 w 0 50 m 100 50 l S",
        {(50, 50): _ROJO, (50, 53): _ROJO, (50, 47): _ROJO, (50, 58): _NADA, (50, 42): _NADA},
    ),
    "relleno y trazo a la vez": (
        "1 0 0 RG 0 0 1 rg 6 w 20 20 60 60 re B",
        {(50, 50): (0, 0, 255), (20, 50): _ROJO, (10, 50): _NADA},
    ),
    "lo que se guarda vuelve": (
        "1 0 0 rg q 0 0 1 rg 0.5 0 0 0.5 50 0 cm 0 0 100 100 re f Q 0 60 20 20 re f",
        {(75, 25): (0, 0, 255), (40, 25): _NADA, (75, 60): _NADA, (10, 70): _ROJO},
    ),
    "una matriz sobre otra": (
        "1 0 0 rg 2 0 0 2 0 0 cm 1 0 0 1 10 5 cm 0 0 10 10 re f",
        {(25, 15): _ROJO, (38, 28): _ROJO, (15, 15): _NADA, (25, 5): _NADA, (45, 15): _NADA},
    ),
    "girado, y el grueso no cambia": (
        "1 0 0 RG 10 w 0 1 -1 0 100 0 cm 0 50 m 100 50 l S",
        {(50, 50): _ROJO, (50, 10): _ROJO, (47, 50): _ROJO, (58, 50): _NADA},
    ),
    "el hueco que da vuelta al revés queda sin pintar": (
        "1 0 0 rg 0 0 100 100 re 30 30 m 30 70 l 70 70 l 70 30 l h f",
        {(10, 10): _ROJO, (50, 50): _NADA},
    ),
    "el que da la misma vuelta se pinta, y no si son nones": (
        "1 0 0 rg 0 0 100 100 re 30 30 40 40 re f",
        {(10, 10): _ROJO, (50, 50): _ROJO},
    ),
    "con nones, el de en medio es hueco": (
        "1 0 0 rg 0 0 100 100 re 30 30 40 40 re f*",
        {(10, 10): _ROJO, (50, 50): _NADA},
    ),
    "el aspecto que se pide dice el grueso": (
        "1 0 0 RG /Ancho gs 0 50 m 100 50 l S", {(50, 53): _ROJO, (50, 58): _NADA},
    ),
    "lo que se transparenta deja ver lo de abajo, y eso también se guarda y vuelve": (
        "1 0 0 rg 0 0 50 100 re f q /Tenue gs 0 0 1 rg 0 1 0 RG 20 w 0 50 100 20 re f 0 20 m 50 20 l S Q "
        "0 80 20 20 re f",
        {(25, 60): (127, 0, 128), (75, 60): (0, 0, 255), (25, 20): (191, 64, 0), (10, 90): _ROJO},
    ),
    "lo que se acaba sin pintar no se pinta después": (
        "1 0 0 rg 0 0 100 100 re n 10 10 10 10 re f",
        {(15, 15): _ROJO, (50, 50): _NADA},
    ),
}  # fmt: skip


@pytest.mark.parametrize("cual", CASOS)
def test_cada_orden_pinta_lo_suyo(cual: str):
    ordenes, puntos = CASOS[cual]
    aspectos = {"Ancho": "<< /LW 10 >>", "Tenue": "<< /Type /ExtGState\n/ca 0.5\n/CA 0.25 >>"}
    lienzo = _Lienzo((200, 200), 2.0, 100.0, aspectos)
    lienzo.pinta(ordenes.encode())
    pintado = lienzo.imagen()
    for (x, y), color in puntos.items():
        *rgb, tinta = pintado.getpixel((2 * x, 199 - 2 * y))
        assert (tuple(rgb) if tinta else None) == color, (x, y)


@pytest.mark.parametrize("orden", ["/I1 Do", "/Pattern cs /P1 scn 0 0 9 9 re f"])
def test_lo_que_no_es_trazos_no_se_pinta_a_medias(orden: str):
    with pytest.raises(ValueError, match="no se sabe pintar"):
        _Lienzo((200, 200), 2.0, 100.0).pinta(f"1 0 0 rg 0 0 9 9 re f {orden}".encode())


def test_un_logotipo_translucido_lo_es_tambien_en_puntos():
    trazos = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50"><g opacity=".5">'
        b'<rect width="50" height="50" fill="#f00"/></g>'
        b'<path d="M60 25H100" stroke="#00f" stroke-opacity=".25" stroke-width="20"/></svg>'
    )
    pintado = Image.open(BytesIO(en_puntos(trazos, 2.0, 100)))
    assert [pintado.getpixel(donde) for donde in ((50, 50), (150, 50), (150, 10))] == [
        (255, 0, 0, 128), (0, 0, 255, 64), (0, 0, 0, 0),
    ]  # fmt: skip
