"""Lo que se escribe en la terminal y la orden que se entiende, o por qué no se entiende."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ut_escritorio.linea_de_comandos.terminal import (
    Autoprueba,
    Ayuda,
    Ejemplo,
    Exportar,
    Firmar,
    NoSeEntiende,
    Nuevo,
    Orden,
    leer_orden,
)
from ut_escritorio.linea_de_comandos.ventana import Ventana, VentanaConEjemplo, ventana_pedida

BUENAS: list[tuple[str, Orden]] = [
    ("", Ventana()),
    ("mi.sqlite", Ventana(Path("mi.sqlite"))),
    ("--ejemplo", VentanaConEjemplo()),
    ("--autoprueba", Autoprueba()),
    ("--ayuda", Ayuda()),
    ("exportar -h", Ayuda()),
    ("ejemplo a.sqlite", Ejemplo(Path("a.sqlite"))),
    ("nuevo a.sqlite --plan p.toml", Nuevo(Path("a.sqlite"), Path("p.toml"), None)),
    ("nuevo a.sqlite --plan p.toml --datos d", Nuevo(Path("a.sqlite"), Path("p.toml"), Path("d"))),
    (
        "exportar a.sqlite --ejercicio 2031 --trimestre 2 --salida i.pdf",
        Exportar(Path("a.sqlite"), 2031, 2, Path("i.pdf")),
    ),
]


@pytest.mark.parametrize(("escrito", "orden"), BUENAS)
def test_se_entiende(escrito: str, orden: Orden):
    assert leer_orden(escrito.split()) == orden


@pytest.mark.parametrize(("escrito", "orden"), BUENAS)
def test_la_ventana_se_entiende_igual_sin_cargar_las_ordenes(escrito: str, orden: Orden):
    assert ventana_pedida(escrito.split()) in (None, orden)


@pytest.mark.parametrize("archivo", ["mi.sqlite", "/oficina/ejemplo", "Año 2031.sqlite"])
def test_un_archivo_solo_abre_la_ventana_en_el(archivo: str):
    assert ventana_pedida([archivo]) == leer_orden([archivo]) == Ventana(Path(archivo))


@pytest.mark.parametrize("palabra", ["ejemplo", "nuevo", "oficina", "--ejemplo"])
def test_lo_que_pudo_ser_una_orden_se_lee_entero(palabra: str):
    assert ventana_pedida([palabra]) is None


@pytest.mark.parametrize("escrita", ["2031-07-04", "04/07/2031", "4 de julio de 2031", "\u00a04-jul-31"])
def test_la_fecha_se_escribe_como_en_cualquier_campo(escrita: str):
    orden = leer_orden(["firmar", "a.sqlite", "--ejercicio", "2031", "--trimestre", "2", "--fecha", escrita])
    assert orden == Firmar(Path("a.sqlite"), 2031, 2, date(2031, 7, 4))


@pytest.mark.parametrize("escrita", ["4 de julio", "31/02/2031", "ayer", ""])
def test_una_fecha_a_medias_o_imposible_se_dice(escrita: str):
    with pytest.raises(NoSeEntiende, match="no es una fecha; --fecha la pide como 2001-01-31"):
        leer_orden(["firmar", "a.sqlite", "--ejercicio", "2031", "--trimestre", "2", "--fecha", escrita])


MALAS = [
    ("a.sqlite b.sqlite", "Sobra «b.sqlite»."),
    ("--raro", "Sobra «--raro»."),
    ("--ejemplo a.sqlite", "Sobra algo en la orden"),
    ("--ejemplo --autoprueba", "Sobra algo en la orden"),
    ("ejemplo", "Falta decir: ARCHIVO."),
    ("nuevo a.sqlite", "Falta decir: --plan."),
    ("nuevo a.sqlite --plan", "Falta lo que va después de --plan."),
    ("exportar a.sqlite --ejercicio dos --trimestre 2 --salida i.pdf", "«dos» no es un número entero"),
    ("exportar a.sqlite --ejer 2031", "Falta decir: --ejercicio, --trimestre, --salida."),
]


@pytest.mark.parametrize(("escrito", "frase"), MALAS)
def test_no_se_entiende_y_se_dice_en_espanol(escrito: str, frase: str):
    with pytest.raises(NoSeEntiende) as error:
        leer_orden(escrito.split())
    assert str(error.value).startswith(frase)
