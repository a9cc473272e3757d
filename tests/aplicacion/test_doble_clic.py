"""Lo que se ve con un doble clic, sin terminal: la frase en una ventana, y el programa termina con ella."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.aplicacion.sin_terminal import doble_clic
from ut_escritorio.datos.archivo.candado import candado_de

_DE_OTRO_EQUIPO = {"equipo": "RECEPCION-2", "usuario": "recepción", "desde": "2024-07-01T09:00"}
_FALLA = "def romper(*_):\n    raise RuntimeError('Doña Secreta')\n"


def cortar(archivo: Path) -> None:
    archivo.write_bytes(archivo.read_bytes()[:5000])


def vaciar(archivo: Path) -> None:
    archivo.write_bytes(b"")


def cambiar_por_otra_cosa(archivo: Path) -> None:
    archivo.write_bytes(b"no es" * 100)


def dejar_candado_de_otro_equipo(archivo: Path) -> None:
    candado_de(archivo).write_text(json.dumps(_DE_OTRO_EQUIPO), encoding="ascii")


@pytest.mark.parametrize(
    ("estorbar", "frase"),
    [
        (cortar, "incompleta"),
        (vaciar, "vacío"),
        (cambiar_por_otra_cosa, "no es un archivo de este programa"),
        (dejar_candado_de_otro_equipo, "RECEPCION-2"),
        (Path.unlink, "No existe"),
    ],
)
def test_lo_que_no_se_abre_se_dice_con_el_estilo_del_programa(archivo, tmp_path, estorbar, frase):
    estorbar(archivo)
    codigo, dicho = doble_clic(tmp_path, archivo)
    assert codigo == 2
    assert dicho.startswith("fusion\n")
    assert frase in dicho
    assert archivo.name in dicho
    assert "Abrir otro…" in dicho
    assert dicho.endswith("\nCerrar")


def test_una_orden_que_no_se_entiende_tambien_se_dice(tmp_path):
    codigo, dicho = doble_clic(tmp_path, "--raro", desde_cero=True)
    assert codigo == 2
    assert "Sobra «--raro»" in dicho


@pytest.mark.parametrize(
    "donde",
    ["aplicacion._con_ventana", "ventana.expediente.abrir_pronto", "ventana._recordado"],
    ids=["al empezar", "al abrir", "ya abierto el archivo"],
)
def test_un_error_del_programa_se_dice_sin_nada_de_lo_escrito(archivo, tmp_path, donde):
    codigo, dicho = doble_clic(tmp_path, archivo, antes=f"{_FALLA}{donde} = romper")
    assert codigo == 2
    assert "El programa no pudo arrancar" in dicho
    assert "Copiar detalles\nCerrar" in dicho
    assert "Secreta" not in dicho
    assert "Traceback" not in dicho
    assert "RuntimeError" in (tmp_path / "notas" / "ut-escritorio.log").read_text(encoding="utf-8")


def test_si_le_falta_una_parte_se_dice_que_se_reinstale(archivo, tmp_path):
    antes = "def romper(*_):\n    raise ImportError\nventana.con_archivo = romper"
    codigo, dicho = doble_clic(tmp_path, archivo, antes=antes)
    assert codigo == 2
    assert "Al programa le falta una parte" in dicho
    assert "Vuelva a instalar el programa" in dicho


def test_con_la_ventana_a_medio_abrir_el_programa_tambien_termina(archivo, tmp_path):
    falla = f"{_FALLA}import ut_escritorio.interfaz.ventana.marco as m\nm.esperar_con_la_aplicacion = romper"
    codigo, dicho = doble_clic(tmp_path, archivo, antes=falla)
    assert codigo == 2
    assert "El programa no pudo arrancar" in dicho


def lo_que_dijo_la_autoprueba(sistema: Path) -> str:
    return (sistema / "notas" / "autoprueba.txt").read_text(encoding="utf-16")


def test_la_autoprueba_deja_su_frase_en_un_archivo(tmp_path):
    assert doble_clic(tmp_path, "--autoprueba", desde_cero=True) == (0, "")
    assert lo_que_dijo_la_autoprueba(tmp_path).startswith("La autoprueba salió bien: ")


def que_falle(falla: str) -> str:
    """La autoprueba se tropieza con eso en su primer paso."""
    return (
        "from ut_escritorio.errores import ErrorEsperado\n"
        "from ut_escritorio.aplicacion import autoprueba\n"
        f"def romper(*_):\n    raise {falla}\n"
        "autoprueba._anotar = romper"
    )


@pytest.mark.parametrize(
    ("falla", "frase"),
    [
        ("RuntimeError('Doña Secreta')", "La autoprueba falló en algo que nadie esperaba (RuntimeError)."),
        ("ErrorEsperado('No hay espacio.')", "La autoprueba falló. No hay espacio."),
    ],
)
def test_la_autoprueba_que_falla_no_abre_ningun_dialogo_y_lo_deja_dicho(tmp_path, falla, frase):
    assert doble_clic(tmp_path, "--autoprueba", antes=que_falle(falla)) == (2, "")
    dicho = lo_que_dijo_la_autoprueba(tmp_path)
    assert frase in dicho
    notas = (tmp_path / "notas" / "ut-escritorio.log").read_text(encoding="utf-8")
    assert ("RuntimeError" in notas) is ("RuntimeError" in falla), "lo que nadie esperaba, con su lugar"
    assert "Secreta" not in dicho + notas


def test_si_no_se_puede_dejar_dicho_la_autoprueba_termina_igual(tmp_path):
    (tmp_path / "notas").write_bytes(b"ocupado")
    assert doble_clic(tmp_path, "--autoprueba", antes=que_falle("RuntimeError")) == (2, "")


def test_la_autoprueba_dice_si_no_puede_dibujar_los_logotipos(tmp_path):
    """Como si al empaquetar, o el antivirus, se hubiera ido la pieza que lee los dibujos."""
    antes = "from PySide6.QtGui import QImageReader\nQImageReader.supportedImageFormats = lambda: []"
    assert doble_clic(tmp_path, "--autoprueba", antes=antes) == (2, "")
    assert "no puede dibujar los logotipos" in lo_que_dijo_la_autoprueba(tmp_path)
