"""Qué ventana se abre según lo pedido, y a quién se llama si el archivo ya lo tiene otra."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest

from ut_escritorio import aplicacion
from ut_escritorio.aplicacion import al_pedirlo, autoprueba, ventana
from ut_escritorio.errores import ArchivoEnUso, ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes

DE_UNA_VENTANA_SUYA = ArchivoEnUso("Ya lo tiene abierto.", "usted", es_suyo=True)
DE_OTRO_EQUIPO = ArchivoEnUso("Lo tiene RECEPCION-2.", "RECEPCION-2")
DANADO = ErrorEsperado("El archivo está incompleto.")


@pytest.fixture(autouse=True)
def sin_dejar_de_recoger() -> Iterator[None]:
    """El arranque deja de buscar lo que sobra; las demás pruebas lo necesitan."""
    yield
    gc.enable()


@pytest.mark.parametrize(
    ("escrito", "codigo"),
    [(["--ejemplo"], 11), (["mi.sqlite"], 12), ([], 12)],
    ids=["ejemplo", "uno", "nada"],
)
def test_se_abre_el_ejemplo_solo_si_se_pide(escrito, codigo, monkeypatch: pytest.MonkeyPatch):
    cargado: list[str] = []
    monkeypatch.setattr(al_pedirlo, "expediente", lambda: cargado.append("el archivo"))
    monkeypatch.setattr(al_pedirlo, "qt", lambda: cargado.append("Qt"))
    monkeypatch.setattr(ventana, "con_el_ejemplo", lambda _ahora: 11)
    monkeypatch.setattr(ventana, "con_archivo", lambda _archivo, _ahora: 12)
    assert aplicacion.correr(escrito) == codigo
    assert cargado == ["el archivo", "Qt"]
    assert not gc.isenabled(), "al arrancar no se busca lo que sobra"


class Estropeado:
    """Un archivo que se abrió pronto y cuya ventana no se dejó armar."""

    def __init__(self, hallado: str) -> None:
        self.hallado, self.pasos = hallado, list[str]()

    def terminar_de_abrir(self) -> None:
        self.pasos.append("comprobado")
        if self.hallado:
            raise ErrorEsperado(self.hallado)

    def cerrar(self) -> None:
        self.pasos.append("cerrado")


@pytest.mark.parametrize(("hallado", "dice"), [("Está dañado.", "Está dañado."), ("", "nadie lo esperaba")])
def test_si_la_ventana_no_se_arma_se_comprueba_el_archivo_y_se_cierra(
    hallado: str, dice: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    abierto = Estropeado(hallado)

    def romper(*_: object) -> None:
        raise RuntimeError("nadie lo esperaba")

    def ofrecer(_ruta: Path, error: Exception, *_: object) -> int:
        raise error

    monkeypatch.setattr(ventana.expediente, "abrir_pronto", lambda *_: abierto)
    monkeypatch.setattr(ventana, "de_entrada", romper)
    monkeypatch.setattr(ventana, "_hay_pantalla", lambda: True)
    monkeypatch.setattr(al_pedirlo, "estorbo", lambda: SimpleNamespace(ofrecer=ofrecer))
    monkeypatch.setattr(ventana, "abrir_ajustes", lambda: abrir_ajustes(tmp_path))
    with pytest.raises(Exception, match=dice):
        ventana.con_archivo(tmp_path / "mi.sqlite", aplicacion.ahora)
    assert abierto.pasos == ["comprobado", "cerrado"]


def test_mientras_se_atiende_a_la_ventana_se_vuelve_a_recoger_salvo_lo_del_arranque(
    qapp, monkeypatch: pytest.MonkeyPatch
):
    visto: list[tuple[bool, bool]] = []
    antes = gc.get_freeze_count()
    monkeypatch.setattr(ventana.arranque, "nueva_aplicacion", lambda: qapp)
    monkeypatch.setattr(
        ventana,
        "hasta_cerrar",
        lambda _: visto.append((gc.isenabled(), gc.get_freeze_count() > antes)) or 7,
    )
    gc.disable()
    try:
        assert ventana._atender(object()) == 7  # pyright: ignore[reportArgumentType]
    finally:
        gc.unfreeze()
    assert visto == [(True, True)]


@pytest.mark.parametrize(
    ("error", "acude", "codigo"),
    [
        (DE_UNA_VENTANA_SUYA, True, 0),
        (DE_UNA_VENTANA_SUYA, False, 2),
        (DE_OTRO_EQUIPO, True, 2),
        (DANADO, True, 2),
    ],
    ids=["suya y acude", "suya y no acude", "de otro equipo", "dañado"],
)
def test_solo_la_ventana_suya_que_acude_ahorra_decir_por_que_no(
    error, acude, codigo, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def abrir_pronto(*_: object) -> None:
        raise error

    monkeypatch.setattr(ventana.expediente, "abrir_pronto", abrir_pronto)
    monkeypatch.setattr(ventana, "_hay_pantalla", lambda: True)
    al_frente = SimpleNamespace(traer_al_frente=lambda _ruta: acude)
    monkeypatch.setattr(al_pedirlo, "al_frente", lambda: al_frente)
    monkeypatch.setattr(al_pedirlo, "estorbo", lambda: SimpleNamespace(ofrecer=lambda *_: 2))
    monkeypatch.setattr(ventana, "abrir_ajustes", lambda: abrir_ajustes(tmp_path))
    assert ventana.con_archivo(tmp_path / "mi.sqlite", aplicacion.ahora) == codigo


def test_interrumpirlo_se_dice_y_no_es_haberlo_hecho(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def interrumpir(_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(aplicacion, "ventana_pedida", interrumpir)
    assert aplicacion.correr(["mi.sqlite"]) == 2
    assert "Se interrumpió; lo que no se había guardado no cambió nada." in capsys.readouterr().err


@pytest.mark.parametrize("sale_bien", [True, False])
def test_la_autoprueba_que_sale_bien_no_se_dice_como_error(
    sale_bien, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    def probar(_: object) -> str:
        if not sale_bien:
            raise ErrorEsperado("No hay espacio.")
        return "La autoprueba salió bien."

    monkeypatch.setattr(autoprueba, "autoprueba", probar)
    assert aplicacion.correr(["--autoprueba"]) == (0 if sale_bien else 2)
    salida, error = capsys.readouterr()
    frase = "La autoprueba salió bien." if sale_bien else "La autoprueba falló. No hay espacio."
    assert (salida, error) == ((f"{frase}\n", "") if sale_bien else ("", f"{frase}\n"))


@pytest.mark.parametrize(
    ("mensaje", "dicho"),
    [
        ("QFont: falta la letra", "QFont: falta la letra\n"),
        ("This plugin does not support propagateSizeHints()", ""),
    ],
)
def test_la_autoprueba_dice_lo_que_qt_avisa_menos_que_no_se_muestra(
    mensaje: str, dicho: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    autoprueba._decir_salvo_lo_de_no_mostrarse(None, None, mensaje)
    assert capsys.readouterr() == ("", dicho)
    monkeypatch.setattr(sys, "stderr", None)
    autoprueba._decir_salvo_lo_de_no_mostrarse(None, None, mensaje)
    assert capsys.readouterr().out == "", "sin terminal, a nadie"
