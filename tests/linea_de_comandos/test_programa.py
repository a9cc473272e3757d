"""El programa de principio a fin, como lo llama la terminal."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.datos.oficina import ARCHIVOS, DATOS, PASO, PLAN, TRIMESTRE
from ut_escritorio import aplicacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo


def correr(capsys: pytest.CaptureFixture[str], *escrito: object) -> tuple[int, str, str]:
    """Código de salida, lo dicho y lo dicho por error."""
    codigo = aplicacion.correr([str(palabra) for palabra in escrito])
    dicho = capsys.readouterr()
    return codigo, dicho.out, dicho.err


def test_del_plan_al_informe(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    archivo, salida = tmp_path / "oficina.sqlite", tmp_path / "informe.pdf"
    assert correr(capsys, "nuevo", archivo, "--plan", PLAN, "--datos", DATOS)[0] == 0
    codigo, dicho, error = correr(
        capsys, "exportar", archivo, "--ejercicio", 2031, "--trimestre", 2, "--salida", salida
    )
    assert (codigo, error) == (0, "")
    assert dicho.startswith("El informe, de ")
    assert f"quedó en {salida}" in dicho
    assert "□" not in dicho
    assert salida.read_bytes().startswith(b"%PDF-")
    assert sorted(cosa.name for cosa in tmp_path.iterdir()) == ["informe.pdf", "oficina.sqlite"]


def test_el_final_del_nombre_dice_en_que_se_hace(
    archivo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    pedido = ["exportar", archivo, "--ejercicio", 2031, "--trimestre", 2, "--salida"]
    codigo, dicho, _ = correr(capsys, *pedido, tmp_path / "i.DOCX")
    assert (codigo, dicho.splitlines()[0]) == (0, f"El informe, en Word, quedó en {tmp_path / 'i.DOCX'}")
    codigo, dicho, _ = correr(capsys, *pedido, tmp_path / "i.xlsx")
    assert (codigo, dicho.splitlines()[0]) == (0, f"El informe, en Excel, quedó en {tmp_path / 'i.xlsx'}")
    for nombre in ("i.doc", "i", "i.pdf.txt"):
        codigo, _, error = correr(capsys, *pedido, tmp_path / nombre)
        assert (codigo, f"«{nombre}» no dice en qué hacerlo" in error) == (2, True)
    assert sorted(cosa.name for cosa in tmp_path.glob("i*")) == ["i.DOCX", "i.xlsx"]


def test_exportar_no_toca_el_archivo_ni_pide_poder_escribirlo(
    archivo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    archivo.chmod(0o444)
    antes = archivo.read_bytes()
    salida = tmp_path / "i.pdf"
    assert correr(
        capsys, "exportar", archivo, "--ejercicio", 2031, "--trimestre", 3, "--salida", salida
    )[0] == 0  # fmt: skip
    assert archivo.read_bytes() == antes


def no_se_puede(tmp_path: Path, archivo: Path) -> list[tuple[list[object], str]]:
    """Lo que se pide y la frase con que se dice que no."""
    trimestre = ["--ejercicio", 2031, "--trimestre", 2]
    return [
        (["ejemplo", archivo], "Ya existe"),
        (["nuevo", archivo, "--plan", PLAN], "Ya existe"),
        (["nuevo", tmp_path / "b.sqlite", "--plan", tmp_path / "no hay.toml"], "no existe"),
        (["nuevo", tmp_path / "b.sqlite", "--plan", ARCHIVOS / "logo.svg"], "renglón 1"),
        (["nuevo", tmp_path / "no hay" / "b.sqlite", "--plan", PLAN], "No existe la carpeta"),
        (["exportar", tmp_path / "no.sqlite", *trimestre, "--salida", tmp_path / "i.pdf"], "No existe"),
        (["exportar", PLAN, *trimestre, "--salida", tmp_path / "i.pdf"], "no es un archivo de este programa"),
        (
            ["exportar", archivo, *trimestre, "--salida", tmp_path / "no hay" / "i.pdf"],
            "No existe la carpeta",
        ),
        (["exportar", archivo, *trimestre, "--salida", tmp_path], "es una carpeta"),
        (["exportar", archivo, "--ejercicio", 2031, "--trimestre", 5, "--salida", "i.pdf"], "va del 1 al 4"),
        (["exportar", archivo, "--ejercicio", 2032, "--trimestre", 1, "--salida", "i.pdf"], "plan de 2032"),
        (["--raro"], "Sobra «--raro»"),
        ([tmp_path / "no.sqlite"], "No existe"),
        ([PLAN], "no es un archivo de este programa"),
    ]


def test_lo_que_no_se_puede_termina_en_dos_con_una_frase_y_sin_rastros(
    archivo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    antes = sorted(tmp_path.rglob("*"))
    for pedido, frase in no_se_puede(tmp_path, archivo):
        codigo, dicho, error = correr(capsys, *pedido)
        assert (codigo, dicho) == (2, ""), pedido
        assert frase in error
        assert "Traceback" not in error
        assert sorted(tmp_path.rglob("*")) == antes


def test_lo_inesperado_tampoco_deja_rastros(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    def romper(*_: object) -> None:
        raise RuntimeError("algo raro")

    monkeypatch.setattr("ut_escritorio.linea_de_comandos.ordenes.cumplir", romper)
    codigo, _, error = correr(capsys, "ejemplo", tmp_path / "a.sqlite")
    assert codigo == 2
    assert error == "Falló algo que el programa no esperaba (RuntimeError: algo raro).\n"


def test_la_ayuda_dice_las_ordenes_que_hay(capsys: pytest.CaptureFixture[str]):
    codigo, dicho, _ = correr(capsys, "--ayuda")
    assert codigo == 0
    for orden in ("ejemplo", "nuevo", "exportar", "--ejemplo", "--autoprueba"):
        assert orden in dicho


def test_los_signos_que_la_letra_no_tiene_se_dicen(
    exp: Expediente, archivo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    nuevo_parrafo(exp, TRIMESTRE, PASO, "Se leyó en 漢.")
    exp.cerrar()
    trimestre = ["--ejercicio", 2031, "--trimestre", 2]
    dicho = correr(capsys, "exportar", archivo, *trimestre, "--salida", tmp_path / "i.pdf")[1]
    assert "Signos que la letra no tiene, impresos como □: 漢\n" in dicho


def en_la_terminal(*escrito: object) -> subprocess.CompletedProcess[str]:
    """El programa en un proceso suyo, en una terminal que no sabe de acentos."""
    entorno = os.environ | {"PYTHONIOENCODING": "ascii:strict", "PYTHONUTF8": "0"}
    return subprocess.run(
        [sys.executable, "-m", "ut_escritorio", *map(str, escrito)],
        env=entorno,
        capture_output=True,
        check=False,
        timeout=60,
        encoding="ascii",
    )


def test_como_programa_y_en_una_terminal_sin_acentos(tmp_path: Path):
    hecho = en_la_terminal("ejemplo", tmp_path / "año.sqlite")
    assert (hecho.returncode, hecho.stderr) == (0, "")
    otra_vez = en_la_terminal("ejemplo", tmp_path / "año.sqlite")
    assert otra_vez.returncode == 2
    assert len(otra_vez.stderr.splitlines()) == 1


@pytest.mark.skipif(os.name == "nt", reason="en Windows no hay tuberías que se cierren así ni /dev/full")
def test_si_quien_lee_se_va_la_orden_ya_se_hizo_y_acaba_callada(archivo: Path, tmp_path: Path):
    suyo, informe = shlex.quote(str(archivo)), shlex.quote(str(tmp_path / "i.pdf"))
    programa = f"{shlex.quote(sys.executable)} -m ut_escritorio"

    def acaba(orden: str) -> tuple[int, str, str]:
        hecho = subprocess.run(
            ["bash", "-c", f"{orden}; echo ${{PIPESTATUS[0]}}"],
            capture_output=True, check=False, timeout=60, encoding="utf-8",
        )  # fmt: skip
        return int(hecho.stdout.splitlines()[-1]), hecho.stderr, hecho.stdout

    assert acaba(f"{programa} exportar {suyo} --ejercicio 2031 --trimestre 2 --salida {informe} | true")[
        :2
    ] == (0, "")
    assert (tmp_path / "i.pdf").exists()
    assert acaba(f"{programa} --ayuda | true")[:2] == (0, "")
    assert acaba(f"{programa} --sobra | true")[0] == 2
    assert acaba(f"{programa} --sobra 2>&1 | true")[:2] == (2, "")
    lleno = acaba(f"{programa} firmados {suyo} >/dev/full")
    assert lleno[:2] == (2, "La respuesta no se pudo escribir donde se pidió: ya no cabe ahí.\n")


def test_las_ordenes_no_cargan_la_ventana(tmp_path: Path):
    orden = (
        "import sys; from ut_escritorio.aplicacion import correr; "
        f"correr(['ejemplo', {str(tmp_path / 'a.sqlite')!r}]); "
        "sys.exit(any(m.startswith(('PySide6', 'fpdf', 'PIL')) for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", orden], check=False, timeout=60).returncode == 0


def test_exportar_sobre_el_mismo_archivo_no_lo_destruye(archivo: Path, capsys: pytest.CaptureFixture[str]):
    antes = archivo.read_bytes()
    trimestre = ["--ejercicio", 2031, "--trimestre", 2]
    codigo, _, error = correr(capsys, "exportar", archivo, *trimestre, "--salida", archivo)
    assert (codigo, archivo.read_bytes()) == (2, antes)
    assert "es un archivo de trabajo y no se cambió. Elija otro nombre" in error


def test_lo_que_falta_se_dice_una_sola_vez(archivo: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    pedido = ["exportar", archivo, "--ejercicio", 2031, "--trimestre", 3, "--salida", tmp_path / "i.pdf"]
    _, hecho, frases = correr(capsys, *pedido)[1].partition("\n")
    assert hecho
    assert all(frase.startswith("Sale BORRADOR: ") for frase in frases.splitlines())
