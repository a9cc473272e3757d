"""«Acerca de»: qué versión es, dónde está cada cosa, y lo que se copia para que alguien la ayude."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

from tests.interfaz.test_primeros_minutos import pedir
from ut_escritorio import __version__, rutas
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.hojas.acerca import AcercaDe
from ut_escritorio.interfaz.hojas.ayuda import Ayuda
from ut_escritorio.interfaz.hojas.guia import TECLAS
from ut_escritorio.interfaz.ventana.ordenes.teclas import DE_UN_LUGAR
from ut_escritorio.servicios.archivo import respaldo


@pytest.fixture
def acerca(ventana) -> AcercaDe:
    """Lo que abre el menú Ayuda › Acerca de."""
    respaldo.carpeta_de_respaldos(ventana.sesion.expediente.ruta).mkdir()
    pedir(ventana, "Ayuda", "Acerca de UT Escritorio")
    (guia,) = ventana.findChildren(Ayuda)
    (acerca,) = guia.findChildren(AcercaDe)
    assert acerca.isVisible(), "se abre en su hoja"
    return acerca


def dicho(acerca: AcercaDe) -> str:
    return "\n".join(letrero.text() for letrero in acerca.findChildren(Letrero))


def test_la_version_es_la_del_proyecto(acerca):
    proyecto = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8"))
    assert proyecto["project"]["version"] == __version__
    assert f"UT Escritorio {__version__}" in dicho(acerca)
    assert "LGPL-3.0" in dicho(acerca)


def test_donde_esta_cada_cosa_se_lee_a_todo_lo_ancho(acerca):
    rutas_dichas = [letrero for letrero in acerca.findChildren(Letrero) if letrero.text().endswith("ajustes")]
    rutas_dichas += [letrero for letrero in acerca.findChildren(Letrero) if "sqlite" in letrero.text()]
    assert rutas_dichas
    for letrero in rutas_dichas:
        assert letrero.width() > 0.9 * acerca.width(), letrero.text()


def test_cada_carpeta_que_existe_se_abre_con_su_boton(acerca, ventana, monkeypatch):
    abiertas: list[str] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: abiertas.append(QUrl.toLocalFile(url)) or True
    )
    for boton in acerca.abrir:
        boton.click()
    carpeta = ventana.sesion.expediente.ruta.parent
    assert [Path(abierta) for abierta in abiertas[:2]] == [carpeta, carpeta / "respaldos"]
    assert Path(abiertas[-1]).is_dir()
    rotulos = [boton.accessibleName() for boton in acerca.abrir]
    assert len(set(rotulos)) == len(rotulos), "quien los oye sabe cuál es cuál"


def test_la_carpeta_que_no_se_deja_abrir_se_dice(acerca, monkeypatch):
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: False)
    acerca.abrir[0].click()
    assert avisos.ultimo().texto.startswith("No se pudo abrir la carpeta. Está en:")


def test_los_detalles_se_copian_sin_el_nombre_de_su_cuenta(acerca, ventana, monkeypatch, tmp_path):
    monkeypatch.setattr(Path, "home", lambda: ventana.sesion.expediente.ruta.parent)
    acerca.copiar.click()
    copiado = QGuiApplication.clipboard().text()
    assert copiado.startswith(f"UT Escritorio {__version__}\n")
    assert "Este archivo: ~/unidad-de-transparencia.sqlite" in copiado
    assert "Pantalla: 1366×720, al 100%" in copiado
    assert str(tmp_path) not in copiado.partition("Informes")[0]
    assert "Copiado" in dicho(acerca)


def test_empaquetado_las_licencias_tienen_su_carpeta(monkeypatch, tmp_path):
    assert rutas.carpeta_de_licencias() is None
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(tmp_path / "UT Escritorio.exe"))
    assert rutas.carpeta_de_licencias() == tmp_path / "licencias"


def test_toda_tecla_de_un_lugar_esta_en_la_guia():
    dichas = " · ".join(teclas for _, filas in TECLAS for teclas, _ in filas)
    en_la_guia = dichas.replace("Mayús", "Shift").replace("Enter", "Return").replace("Insert", "Ins")
    sueltas = set(re.split(r" · | o ", en_la_guia))
    assert set(DE_UN_LUGAR) <= sueltas
