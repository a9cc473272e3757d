"""Los nombres que Windows prohíbe, reserva o cambia sin decirlo."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.datos import oficina
from tests.datos.oficina import TRIMESTRE
from tests.windows.equipo import SOLO_EN_WINDOWS
from ut_escritorio.datos.disco.destino import reparo_del_nombre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.informe import exportar

NO_SE_PUEDE = [
    ("CON", "reserva el nombre «CON»"),
    ("con.pdf", "reserva el nombre «con»"),
    ("Aux .pdf", "reserva el nombre «Aux»"),
    ("NUL.tar.gz", "reserva el nombre «NUL»"),
    ("COM1.pdf", "reserva el nombre «COM1»"),
    ("lpt³", "reserva el nombre «lpt³»"),
    ("Informe 1:2.pdf", "lleva : y Windows no lo admite"),
    ("¿cuántos?.pdf", "lleva \\? y Windows no lo admite"),
    ("a*b.pdf", "lleva \\* y"),
    ('el "bueno".pdf', 'lleva " y'),
    ("a<b>.pdf", "lleva < y"),
    ("a|b.pdf", "lleva \\| y"),
    ("a\tb.pdf", "lleva un signo que no se ve"),
    ("informe.pdf.", "termina en punto o en espacio"),
    ("informe.pdf ", "termina en punto o en espacio"),
]
SE_PUEDE = [
    "Informe 2º trimestre 2024.pdf",
    "Año #1 100% & más.sqlite",
    "CONTEOS.pdf",
    "común.con",
    "COM.1",
]


@pytest.mark.parametrize(("nombre", "frase"), NO_SE_PUEDE)
def test_se_dice_por_que_no(nombre: str, frase: str):
    assert re.search(frase, reparo_del_nombre(nombre))


@pytest.mark.parametrize("nombre", SE_PUEDE)
def test_los_nombres_de_la_oficina_se_admiten(nombre: str):
    assert reparo_del_nombre(nombre) == ""


@SOLO_EN_WINDOWS
@pytest.mark.parametrize(("nombre", "frase"), NO_SE_PUEDE)
def test_ni_el_informe_ni_el_archivo_se_escriben_con_esos_nombres(
    exp: Expediente, tmp_path: Path, nombre: str, frase: str
):
    carpeta = tmp_path / "informes"
    carpeta.mkdir()
    anterior = carpeta / "informe.pdf"
    anterior.write_bytes(b"el anterior")
    with pytest.raises(ErrorEsperado, match=frase):
        exportar(exp.foto(TRIMESTRE), exp.contenido, carpeta / nombre)
    with pytest.raises(ErrorEsperado, match=frase):
        oficina.nuevo(carpeta / nombre)
    assert list(carpeta.iterdir()) == [anterior]
    assert anterior.read_bytes() == b"el anterior"


@SOLO_EN_WINDOWS
def test_las_mayusculas_no_hacen_otro_archivo(tmp_path: Path):
    oficina.nuevo(tmp_path / "oficina.sqlite").cerrar()
    with pytest.raises(ErrorEsperado, match="Ya existe"):
        oficina.nuevo(tmp_path / "OFICINA.SQLITE")


LETRAS = st.text(st.sampled_from("aZñÁ 1.:?*con%#&'~$º\x07"), min_size=1, max_size=12)


@given(LETRAS)
@example("nul.txt")
@example("informe.")
def test_lo_que_se_admite_queda_en_el_disco_con_ese_nombre(nombre: str):
    if reparo_del_nombre(nombre) or nombre in (".", ".."):
        return
    with tempfile.TemporaryDirectory() as carpeta:
        (Path(carpeta) / nombre).write_bytes(b"x")
        assert [cosa.name for cosa in Path(carpeta).iterdir()] == [nombre]
