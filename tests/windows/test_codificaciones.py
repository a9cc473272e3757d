"""En Windows un texto se abre en cp1252 si no se dice otra cosa: aquí siempre se dice."""

from __future__ import annotations

import json
import locale
import re
from datetime import date
from io import BytesIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from tests.datos.oficina import DATOS, PLAN, TRIMESTRE
from tests.windows.equipo import SOLO_EN_WINDOWS, terminal, trimestre
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.servicios.archivo.expediente import Expediente

ESTRICTO = ("-X", "warn_default_encoding", "-W", "error::EncodingWarning")


@SOLO_EN_WINDOWS
def test_este_equipo_escribe_en_cp1252_como_el_de_ella():
    assert locale.getpreferredencoding() == "cp1252"


def test_del_plan_al_informe_nada_se_abre_en_la_codificacion_de_costumbre(tmp_path: Path):
    archivo, salida = tmp_path / "año.sqlite", tmp_path / "año.pdf"
    for orden in (
        ["nuevo", archivo, "--plan", PLAN, "--datos", DATOS],
        ["exportar", archivo, *trimestre(2031, 2), "--salida", salida],
        ["--autoprueba"],
    ):
        hecho = terminal(*orden, python=ESTRICTO)
        assert (hecho.returncode, hecho.stderr) == (0, b"")
    assert hecho.stdout.startswith(b"La autoprueba sali"), "la última, en la codificación que sea"


def test_los_acentos_del_plan_llegan_al_archivo_y_al_papel(exp: Expediente, tmp_path: Path):
    escrito = PLAN.read_bytes().decode("utf-8")
    assert leer_plan(PLAN).plan == exp.foto(TRIMESTRE).plan
    salida = tmp_path / "informe.pdf"
    terminal("exportar", exp.ruta, *trimestre(2031, 2), "--salida", salida)
    impreso = "".join(hoja.extract_text() for hoja in PdfReader(BytesIO(salida.read_bytes())).pages)
    con_acento = {p for p in re.findall(r"\w+", impreso) if not p.isascii() and p in escrito}
    assert len(con_acento) > 3


def test_un_plan_guardado_con_renglones_de_windows_es_el_mismo(tmp_path: Path):
    for nombre in ("plan_chico.toml", "logo.svg"):
        con_retornos = (PLAN.with_name(nombre)).read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        (tmp_path / nombre).write_bytes(con_retornos)
    (tmp_path / "plan_chico.toml").write_bytes(b"\xef\xbb\xbf" + (tmp_path / "plan_chico.toml").read_bytes())
    assert leer_plan(tmp_path / "plan_chico.toml").plan == leer_plan(PLAN).plan


def test_por_la_tuberia_lo_pedido_como_json_se_entiende(exp: Expediente):
    hecho = terminal("revisar", exp.ruta, *trimestre(2031, 2), "--json")
    mensajes = [hallazgo["mensaje"] for hallazgo in json.loads(hecho.stdout.decode("utf-8"))]
    assert any("á" in mensaje for mensaje in mensajes)


def test_por_la_tuberia_las_frases_llevan_sus_acentos(exp: Expediente, tmp_path: Path):
    costumbre = locale.getpreferredencoding()
    hecho = terminal("ejemplo", tmp_path / "no hay" / "año.sqlite")
    assert hecho.returncode == 2
    assert hecho.stderr.decode(costumbre).strip().endswith("Créela o elija otra.")
    assert "AÑO" in terminal("--ayuda").stdout.decode(costumbre)


@given(st.dates(date(1000, 1, 1)))
def test_las_fechas_se_escriben_igual_en_todas_partes(dia: date):
    assert f"{dia:%d/%m/%Y}" == f"{dia.day:02}/{dia.month:02}/{dia.year:04}"


def test_ninguna_fecha_se_pide_con_lo_que_windows_no_tiene():
    programa = Path(__file__).parents[2] / "ut_escritorio"
    raras = re.compile(r"%[-_^#][a-zA-Z]")
    culpables = [p.name for p in programa.rglob("*.py") if raras.search(p.read_text(encoding="utf-8"))]
    assert culpables == []


def test_el_programa_recibe_los_acentos_de_la_orden(tmp_path: Path):
    nombre = "español «sí» — 2º.sqlite"
    hecho = terminal("ejemplo", tmp_path / nombre)
    assert hecho.returncode == 0
    assert [cosa.name for cosa in tmp_path.iterdir()] == [nombre]
