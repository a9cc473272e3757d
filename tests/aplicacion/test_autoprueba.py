"""La autoprueba dice que no cuando algo no salió: si siempre dijera que sí, no probaría nada."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest

from tests.datos.oficina import TRIMESTRE
from ut_escritorio.aplicacion import autoprueba as probarse
from ut_escritorio.errores import ErrorEsperado


def ahora() -> datetime:
    return datetime(2024, 7, 4, 9, tzinfo=UTC)


@pytest.fixture
def en_la_ventana(qapp, monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    """La deja verse en la aplicación de las pruebas, con la ventana que se le dé; cuenta lo que pasó."""
    pasos: list[object] = []
    for variable in ("QT_QPA_PLATFORM", "QT_QPA_FONTDIR"):
        monkeypatch.setenv(variable, "la de las pruebas")
    monkeypatch.setattr(probarse, "qInstallMessageHandler", pasos.append)
    monkeypatch.setattr(probarse.arranque, "nueva_aplicacion", lambda: qapp)

    def ver(se_pinto: bool) -> list[object]:
        ventana = SimpleNamespace(
            grab=lambda: SimpleNamespace(isNull=lambda: not se_pinto), close=lambda: pasos.append("se cerró")
        )
        monkeypatch.setattr(
            probarse, "abrir_ventana", lambda *_, respalda, **__: pasos.append(respalda) or ventana
        )
        probarse._ver_en_la_ventana(None, TRIMESTRE, tmp_path, ahora)  # type: ignore[arg-type]
        return pasos

    return ver


def test_si_lo_anotado_no_queda_en_el_archivo_lo_dice(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(probarse, "_ver_en_la_ventana", lambda abierto, *_: abierto.cerrar())
    monkeypatch.setattr(probarse, "capturar", lambda *_: None)
    with pytest.raises(ErrorEsperado, match="Lo anotado no estaba al reabrir"):
        probarse.autoprueba(ahora)


def test_si_la_ventana_no_se_pinta_lo_dice(en_la_ventana):
    assert en_la_ventana(True) == [probarse._decir_salvo_lo_de_no_mostrarse, False, "se cerró"]
    with pytest.raises(ErrorEsperado, match="La ventana no se pudo pintar"):
        en_la_ventana(False)


def test_si_falta_la_pieza_que_lee_un_logotipo_lo_dice(en_la_ventana, monkeypatch: pytest.MonkeyPatch):
    de_todas = probarse.QImageReader.supportedImageFormats()
    sin_svg = [clase for clase in de_todas if bytes(clase.data()) != b"svg"]
    monkeypatch.setattr(probarse, "QImageReader", SimpleNamespace(supportedImageFormats=lambda: sin_svg))
    with pytest.raises(ErrorEsperado, match="no puede dibujar los logotipos"):
        en_la_ventana(True)


def test_si_el_informe_no_quedo_en_pdf_lo_dice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(probarse, "contenidos_de", lambda *_: None)
    abierto = SimpleNamespace(foto=lambda _: None)

    def exportar(empieza: bytes) -> int:
        def exporta(_foto: object, _contenidos: object, salida: Path, oficios: object) -> object:
            salida.write_bytes(empieza)
            return SimpleNamespace(paginas=32, formato="PDF")

        monkeypatch.setattr(probarse, "exportar", exporta)
        return probarse._exportar(abierto, TRIMESTRE, tmp_path / "i.pdf", b"%PDF-")  # type: ignore[arg-type]

    assert exportar(b"%PDF-1.7") == 32
    with pytest.raises(ErrorEsperado, match="no quedó en PDF"):
        exportar(b"otra cosa")


def test_de_los_avisos_de_qt_se_calla_solo_el_de_no_mostrarse(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
):
    for aviso in ("This plugin does not support propagateSizeHints()", "Falta la letra"):
        probarse._decir_salvo_lo_de_no_mostrarse(None, None, aviso)
    assert capsys.readouterr().err == "Falta la letra\n"
    monkeypatch.setattr("sys.stderr", None)  # con doble clic no hay terminal
    probarse._decir_salvo_lo_de_no_mostrarse(None, None, "Falta la letra")
