"""Al volver a abrir: el archivo y el trimestre en que ella estaba o, si ya no está, el de hoy."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.interfaz.conftest import archivo, ejemplo
from ut_escritorio import rutas
from ut_escritorio.aplicacion import ventana as aplicacion
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
from ut_escritorio.servicios.archivo.expediente import Expediente

__all__ = ["archivo", "ejemplo"]


def ahora() -> datetime:
    return datetime(2024, 7, 4, 9, tzinfo=UTC)


@pytest.fixture
def abierta_en(qtbot, tmp_path: Path, archivo: Path, monkeypatch):
    """Abre el programa en el archivo y dice qué trimestre se vio; lo recordado es lo que se le dé."""
    monkeypatch.setattr(rutas, "carpeta_de_ajustes", lambda: tmp_path / "ajustes")
    monkeypatch.setattr(rutas, "carpeta_de_datos", lambda: tmp_path / "Documentos")
    vistos: list[Trimestre] = []

    def mostrar(abierto: Expediente, trimestre: Trimestre, *_: object) -> None:
        vistos.append(trimestre)
        abierto.cerrar()

    monkeypatch.setattr(aplicacion, "mostrar", mostrar)
    monkeypatch.setattr(aplicacion, "_atender", lambda _: 0)

    def abrir(recordado: str, *, con_su_nombre: bool = True) -> Trimestre:
        ajustes = abrir_ajustes()
        ajustes.setValue("trimestre", recordado)
        ajustes.setValue("archivo", str(archivo))
        ajustes.sync()
        assert aplicacion.con_archivo(archivo if con_su_nombre else None, ahora) == 0
        return vistos.pop()

    return abrir


@pytest.mark.parametrize("con_su_nombre", [True, False])
@pytest.mark.parametrize("numero", [1, 4])
def test_se_ve_el_trimestre_en_que_estaba(abierta_en, numero: int, con_su_nombre: bool):
    assert abierta_en(f"2024-{numero}", con_su_nombre=con_su_nombre) == Trimestre(2024, numero)


@pytest.mark.parametrize("recordado", ["", "2031-1", "2024-9", "cualquier cosa", "2024"])
def test_si_no_se_sabe_o_ya_no_esta_se_ve_el_de_hoy(abierta_en, recordado: str):
    assert abierta_en(recordado) == Trimestre(2024, 3)


def test_el_que_se_nombra_gana_al_ultimo_que_se_uso(abierta_en, tmp_path: Path):
    """El doble clic en otro archivo abre ese, no el de ayer."""
    abierta_en("2024-1")
    with pytest.raises(ErrorEsperado, match="nombrado"):
        aplicacion.con_archivo(tmp_path / "nombrado.sqlite", ahora)
