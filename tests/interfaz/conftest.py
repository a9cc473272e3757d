"""Ventanas de verdad sobre archivos de verdad, en una pantalla de 1366×768 que nadie ve."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

_PANTALLA = Path(__file__).with_name("pantalla.json")
# Sin la letra de la unidad de Windows: Qt parte esto por los dos puntos
os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={_PANTALLA.as_posix().removeprefix(_PANTALLA.drive)}"
# En Windows esa pantalla no tiene letras propias
os.environ["QT_QPA_FONTDIR"] = str(Path(__file__).parents[2] / "recursos" / "fuentes")

import pytest  # noqa: E402
from PySide6.QtCore import QSettings, QTimer  # noqa: E402
from PySide6.QtWidgets import QApplication  # noqa: E402

from tests.interfaz.ya_leido import YaLeido  # noqa: E402
from ut_escritorio.datos.motor.identidad import Senas, senas_de  # noqa: E402
from ut_escritorio.dominio.periodos import Trimestre  # noqa: E402
from ut_escritorio.interfaz.arranque import preparar  # noqa: E402
from ut_escritorio.interfaz.comunes.dialogos import avisos, impresion  # noqa: E402
from ut_escritorio.interfaz.comunes.sesion import revision_viva  # noqa: E402
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes  # noqa: E402
from ut_escritorio.interfaz.comunes.sesion.tareas import detener_todas  # noqa: E402
from ut_escritorio.interfaz.ventana import abrir_ventana  # noqa: E402
from ut_escritorio.interfaz.ventana.archivo.puerta import olvidar  # noqa: E402
from ut_escritorio.interfaz.ventana.marco import Ventana  # noqa: E402
from ut_escritorio.servicios.archivo import creacion, expediente  # noqa: E402

HOY = date(2024, 7, 4)
AHORA = datetime(2024, 7, 4, 16, 59, tzinfo=UTC)
SEGUNDO = Trimestre(2024, 2)


@pytest.fixture(scope="session", autouse=True)
def portapapeles_vacio_al_salir() -> Iterator[None]:
    """Sin pantalla, Qt suelta lo copiado cuando Python ya se fue, y se cae al salir; con una, antes."""
    yield
    if QApplication.instance() is not None:
        QApplication.clipboard().clear()


@pytest.fixture(scope="session")
def ejemplo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """El archivo de ejemplo, hecho una sola vez; cada prueba trabaja en su copia."""
    ruta = tmp_path_factory.mktemp("ejemplo") / "ejemplo.sqlite"
    creacion.crear_ejemplo(ruta, lambda: AHORA).cerrar()
    return ruta


@pytest.fixture
def archivo(ejemplo: Path, tmp_path: Path) -> Path:
    copia = tmp_path / "unidad-de-transparencia.sqlite"
    copia.write_bytes(ejemplo.read_bytes())
    return copia


@pytest.fixture
def recien_copiado(archivo: Path) -> Senas:
    """Las señas de la copia antes de que nadie la toque: así está sana, y abrirla no la revisa otra vez."""
    return senas_de(archivo)


@pytest.fixture(scope="session")
def leidos() -> dict[Path, YaLeido]:
    """Lo que dice cada archivo de que se sacan copias."""
    return {}


@pytest.fixture
def ya_leido(ejemplo: Path, leidos: dict[Path, YaLeido], tmp_path_factory: pytest.TempPathFactory) -> YaLeido:
    """Lo que dice el ejemplo: leerlo y revisarlo otra vez en cada prueba es lo que más tarda en abrirlo."""
    if ejemplo not in leidos:
        copia = tmp_path_factory.mktemp("leido") / ejemplo.name
        copia.write_bytes(ejemplo.read_bytes())
        with expediente.abrir(copia, lambda: AHORA) as abierto:
            leidos[ejemplo] = YaLeido(abierto, SEGUNDO, HOY)
    return leidos[ejemplo]


@pytest.fixture
def ajustes(tmp_path: Path) -> QSettings:
    return abrir_ajustes(tmp_path / "ajustes")


FINURA = impresion._FINURA
"""La de cada hoja que de verdad se imprime."""


@pytest.fixture(autouse=True)
def con_impresora(monkeypatch: pytest.MonkeyPatch) -> None:
    """En la oficina hay impresora, la tenga o no el equipo donde corren las pruebas.

    Dibuja de prisa: con su finura, cada hoja son ocho millones de puntos que nadie va a leer.
    """
    monkeypatch.setattr(impresion, "hay_impresora", lambda: True)
    monkeypatch.setattr(impresion, "_FINURA", 36)


@pytest.fixture
def abrir(
    qtbot, archivo: Path, recien_copiado: Senas, ajustes: QSettings, monkeypatch, ya_leido: YaLeido
) -> Iterator[Callable[..., Ventana]]:
    """Abre la ventana del archivo, en el día que se diga; se puede cerrar y volver a abrir."""
    aplicacion = QApplication.instance()
    assert isinstance(aplicacion, QApplication)
    letra = aplicacion.font()
    preparar(aplicacion)
    monkeypatch.setattr("ut_escritorio.rutas.carpeta_de_datos", lambda: archivo.parent / "Documentos")
    monkeypatch.setattr(revision_viva, "PAUSA", 20)
    avisos.olvidar()
    monkeypatch.setattr(revision_viva, "_revisar", ya_leido.revisar)
    abiertas: list[Ventana] = []

    def abre(trimestre: Trimestre = SEGUNDO, hoy: date = HOY, *, respalda: bool = False) -> Ventana:
        ahora = datetime.combine(hoy, AHORA.timetz())
        intacto = senas_de(archivo) == recien_copiado
        abierto = expediente.abrir(archivo, lambda: ahora, comprobado=recien_copiado)
        if intacto:
            ya_leido.recordar_en(abierto)
        ventana = abrir_ventana(
            abierto, trimestre, hoy=lambda: hoy, ahora=lambda: ahora, ajustes=ajustes, respalda=respalda
        )
        abiertas.append(ventana)
        ventana.activateWindow()
        qtbot.waitUntil(ventana.isActiveWindow)
        return ventana

    yield abre
    for ventana in abiertas:
        ventana.cierre.sin_guardarlo = True
        ventana.copias._solas = False  # una copia que empezara ahora hablaría en la prueba que sigue
        ventana.frases.comparado = None  # nadie va a leer lo que se recordara: sus pruebas la cierran ellas
        olvidar(ventana, ventana.sesion)
        ventana.close()
        for reloj in ventana.findChildren(QTimer):  # el que leyera más tarde hallaría su archivo cerrado
            reloj.stop()
        ventana.sesion.revision.parar()
        ventana.deleteLater()
    for suelta in QApplication.topLevelWidgets():
        suelta.hide()  # un aviso que siguiera abierto no dejaría llegar las teclas a la prueba que sigue
    detener_todas()  # aunque alguna no se haya cerrado: un hilo que siga sin su ventana tumba a Qt
    aplicacion.setProperty("letra_del_sistema", None)
    aplicacion.setFont(letra)


@pytest.fixture
def ventana(abrir: Callable[..., Ventana]) -> Ventana:
    return abrir()
