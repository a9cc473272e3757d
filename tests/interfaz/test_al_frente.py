"""El segundo doble clic sobre el mismo archivo trae al frente la ventana que ya lo tiene."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.interfaz.conftest import AHORA
from ut_escritorio.datos.archivo import candado
from ut_escritorio.errores import ArchivoEnUso
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.respaldo.al_frente import Llamada, traer_al_frente
from ut_escritorio.servicios.archivo import expediente


def otra_vez(archivo: Path) -> subprocess.Popen[bytes]:
    """El programa, otra vez, sobre ese archivo."""
    orden = [sys.executable, "-m", "ut_escritorio", str(archivo)]
    return subprocess.Popen(orden, stderr=subprocess.PIPE)


def esperar(qtbot, proceso: subprocess.Popen[bytes]) -> tuple[int, bytes]:
    qtbot.waitUntil(lambda: proceso.poll() is not None, timeout=60_000)
    return proceso.returncode, proceso.communicate()[1]


def cuidada(ventana, qtbot) -> None:
    """Ya pasó el instante tras pintar en que la ventana empieza a escuchar."""
    qtbot.waitUntil(lambda: "_llamada" in ventana.archivo.__dict__, timeout=20_000)


def test_el_segundo_doble_clic_trae_al_frente_la_que_ya_lo_tiene(ventana, archivo, qtbot, monkeypatch):
    pedidos: list[str] = []  # sin pantalla, cuál queda activa no lo decide el programa
    monkeypatch.setattr(ventana, "activateWindow", lambda: pedidos.append("al frente"))
    cuidada(ventana, qtbot)
    ventana.showMaximized()
    ventana.showMinimized()
    assert esperar(qtbot, otra_vez(archivo)) == (0, b"")
    qtbot.waitUntil(lambda: not ventana.isMinimized())
    qtbot.waitUntil(ventana.isMaximized)  # vuelve como estaba
    qtbot.waitUntil(lambda: bool(pedidos))


def test_tambien_si_apenas_se_esta_abriendo(ventana, archivo, qtbot):
    """Dos dobles clics seguidos: el segundo espera a que el primero escuche."""
    assert "_llamada" not in ventana.archivo.__dict__
    segundo = otra_vez(archivo)
    assert esperar(qtbot, segundo) == (0, b"")


def test_con_un_cuadro_abierto_tambien(ventana, archivo, qtbot):
    cuidada(ventana, qtbot)
    avisos.advertir(ventana, "Algo que se lee.")
    dialogo = avisos.ultimo().dialogo
    assert esperar(qtbot, otra_vez(archivo)) == (0, b"")
    qtbot.waitUntil(dialogo.isActiveWindow)


def test_por_otro_camino_es_el_mismo_archivo(ventana, archivo, qtbot):
    cuidada(ventana, qtbot)
    (archivo.parent / "informes").mkdir()
    assert esperar(qtbot, otra_vez(archivo.parent / "informes" / ".." / archivo.name)) == (0, b"")


def test_de_otra_ventana_que_ya_dejo_el_archivo_nadie_contesta(ventana, archivo, qtbot, tmp_path):
    cuidada(ventana, qtbot)
    otro = tmp_path / "otro.sqlite"
    otro.write_bytes(archivo.read_bytes())
    ventana.abrir(otro)
    assert not traer_al_frente(archivo, espera=0)
    assert esperar(qtbot, otra_vez(otro)) == (0, b"")


def test_si_la_ventana_no_contesta_se_dice_como_siempre(archivo, qtbot):
    with expediente.abrir(archivo, lambda: AHORA):
        codigo, dicho = esperar(qtbot, otra_vez(archivo))
    assert codigo == 2
    assert "ya está abierto: lo tiene" in dicho.decode()


def test_lo_que_dejo_un_apagon_no_impide_escuchar(ventana, archivo, qtbot):
    """El nombre sigue tomado por una que ya no existe."""
    cuidada(ventana, qtbot)
    de_mas = Llamada(ventana)
    de_mas.atender(archivo)
    assert de_mas._oido.isListening()


@pytest.mark.parametrize(
    ("quien", "suyo"), [({}, True), ({"usuario": "otra"}, False), ({"equipo": "OTRO"}, False)]
)
def test_solo_lo_suyo_en_este_equipo_se_busca(archivo, quien, suyo):
    with expediente.abrir(archivo, lambda: AHORA):
        puesto = json.loads(candado.candado_de(archivo).read_text(encoding="ascii"))
        candado.candado_de(archivo).write_text(json.dumps(puesto | quien), encoding="ascii")
        with pytest.raises(ArchivoEnUso) as error:
            candado.tomar(archivo, AHORA)
    assert error.value.es_suyo is suyo
