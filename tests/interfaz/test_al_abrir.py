"""Abrir con doble clic lo que no se deja: una ventana lo dice, y el programa termina con ella."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.datos.test_apertura import MALOS
from tests.interfaz.conftest import AHORA
from tests.interfaz.test_archivo import botones
from ut_escritorio.aplicacion import ventana as de_ventanas
from ut_escritorio.datos.archivo.candado import candado_de
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz import arranque
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.respaldo.apertura import Apertura
from ut_escritorio.servicios.archivo import respaldo


def cortar(ruta: Path) -> None:
    ruta.write_bytes(ruta.read_bytes()[:5000])


@pytest.fixture
def con_pantalla(qtbot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Abre un archivo como lo haría un doble clic, con quien conteste; da lo que el programa devuelve."""
    de_qt = QApplication.instance()
    assert isinstance(de_qt, QApplication)
    arranque.preparar(de_qt)
    avisos.olvidar()
    salidas: list[int] = []
    monkeypatch.setattr(de_ventanas, "_hay_pantalla", lambda: True)
    monkeypatch.setattr(arranque, "nueva_aplicacion", lambda: de_qt)
    monkeypatch.setattr("ut_escritorio.rutas.carpeta_de_ajustes", lambda: tmp_path / "ajustes")
    monkeypatch.setattr(de_qt, "exit", salidas.append)

    def abre(archivo: Path, contestar: Callable[[], object]) -> int:
        def atender() -> int:
            qtbot.waitUntil(lambda: avisos.ultimo() is not None, timeout=20_000)
            contestar()
            qtbot.waitUntil(lambda: bool(salidas), timeout=20_000)
            return salidas[0]

        monkeypatch.setattr(de_qt, "exec", atender)
        return de_ventanas.con_archivo(archivo, lambda: AHORA)

    yield abre
    de_qt.setQuitOnLastWindowClosed(True)


# De estos la ventana se alcanza a pintar, y lo que se halla después se dice sobre ella
SE_ALCANZAN_A_VER = {"con una página rota", "con cola de ceros", "con una fila huérfana"}
SIN_COPIAS = [m for m in MALOS if m[0] not in SE_ALCANZAN_A_VER and "no es el que" not in m[2]]


def oprimir(rotulo: str) -> None:
    dialogo = avisos.ultimo().dialogo
    next(b for b in dialogo.findChildren(QPushButton) if b.text().replace("&", "") == rotulo).click()


@pytest.mark.parametrize(("danar", "frase"), [m[1:] for m in SIN_COPIAS], ids=[m[0] for m in SIN_COPIAS])
def test_de_lo_que_no_es_de_fiar_y_no_tiene_copias_hay_una_ventana(archivo, con_pantalla, danar, frase):
    danar(archivo)
    antes = archivo.read_bytes()
    dicho: list[str] = []

    def contestar() -> None:
        dialogo = avisos.ultimo().dialogo
        dicho.append(dialogo.informativeText())
        assert botones(dialogo) == ["Abrir otro…", "Cerrar"]
        oprimir("Cerrar")

    assert con_pantalla(archivo, contestar) == 2
    assert dicho and any(parte in dicho[0] for parte in frase.split("|"))
    assert archivo.read_bytes() == antes


def test_el_que_se_hallo_danado_queda_suelto_y_se_puede_restaurar_encima(qapp, archivo):
    danar = next(danar for nombre, danar, *_ in MALOS if nombre == "con una página rota")
    danar(archivo)
    apertura, abiertos = Apertura(None, lambda: AHORA, archivo.with_name("respaldos.json")), []
    apertura.abrio.connect(abiertos.append)
    apertura.intentar(archivo)
    avisos.ultimo().dialogo.close()
    assert not abiertos
    assert not candado_de(archivo).exists(), "nadie lo tiene"


@contextmanager
def tomado_para_si(archivo: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Como Windows lo dice: el antivirus, o la nube, no deja ni leerlo."""
    de_verdad = Path.open

    def abrir(ruta: Path, *como: object, **otros: object) -> object:
        if ruta != archivo:
            return de_verdad(ruta, *como, **otros)  # type: ignore[call-overload]
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as mientras:
        mientras.setattr(Path, "open", abrir)
        yield


@contextmanager
def guardando(archivo: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Otro programa escribe en él en este momento."""
    otro = sqlite3.connect(archivo, isolation_level=None)
    otro.execute("BEGIN EXCLUSIVE")
    yield
    otro.execute("ROLLBACK")
    otro.close()


@pytest.mark.parametrize("tomar", [tomado_para_si, guardando])
def test_el_que_otro_programa_tiene_tomado_se_vuelve_a_intentar(
    qapp, archivo, monkeypatch, poca_espera, tomar
):
    apertura, abiertos = Apertura(None, lambda: AHORA, archivo.with_name("respaldos.json")), []
    apertura.abrio.connect(abiertos.append)
    with tomar(archivo, monkeypatch):
        apertura.intentar(archivo)
        dialogo = avisos.ultimo().dialogo
        assert "otro programa" in dialogo.informativeText().lower()
        assert botones(dialogo) == ["Volver a intentar", "Abrir otro…", "Cerrar"]
        oprimir("Volver a intentar")
        assert not abiertos
    oprimir("Volver a intentar")
    assert [uno.expediente.ruta for uno in abiertos] == [archivo]
    abiertos[0].expediente.cerrar()


def test_de_ahi_se_puede_abrir_otro_y_desistir(archivo, con_pantalla):
    cortar(archivo)

    def contestar() -> None:
        oprimir("Abrir otro…")
        assert avisos.ultimo().texto == "Abrir"
        avisos.ultimo().dialogo.reject()

    assert con_pantalla(archivo, contestar) == 2


def test_de_lo_de_otro_programa_el_enter_busca_el_suyo(archivo, con_pantalla):
    respaldo.respaldar(archivo, AHORA)
    archivo.write_bytes(b"no es" * 100)

    def contestar() -> None:
        de_enter = [b for b in avisos.ultimo().dialogo.findChildren(QPushButton) if b.isDefault()]
        assert [b.text() for b in de_enter] == ["Abrir otro…"]
        oprimir("Abrir otro…")
        avisos.ultimo().dialogo.reject()

    assert con_pantalla(archivo, contestar) == 2


def test_sin_pantalla_se_dice_a_quien_llamo(archivo, monkeypatch):
    monkeypatch.setattr(de_ventanas, "_hay_pantalla", lambda: False)
    cortar(archivo)
    with pytest.raises(ErrorEsperado, match="incompleta"):
        de_ventanas.con_archivo(archivo, lambda: AHORA)
