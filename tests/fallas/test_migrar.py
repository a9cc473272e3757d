"""Un archivo de una versión anterior se revisa como era, se respalda y se pone al día, o no se toca."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.fallas import anterior
from tests.fallas.contenido import contenido_de
from ut_escritorio.datos import migraciones
from ut_escritorio.datos.migraciones import Migracion
from ut_escritorio.errores import ContenidoCambiado, ErrorEsperado
from ut_escritorio.servicios.archivo import comprobacion, expediente, restauracion
from ut_escritorio.servicios.captura.numeros import capturar

pytestmark = pytest.mark.fallas


@pytest.fixture
def viejo(tmp_path: Path) -> Path:
    """Un archivo de la versión anterior a la de hoy."""
    ruta = tmp_path / "de antes.sqlite"
    anterior.hacer(ruta)
    return ruta


def test_es_de_la_version_anterior_y_la_migracion_mas_nueva_lo_pone_al_dia(viejo: Path):
    assert version_en(viejo) == migraciones.VERSION - 1
    oficina.abrir(viejo).cerrar()
    assert version_en(viejo) == migraciones.VERSION


def version_en(archivo: Path) -> int:
    return int.from_bytes(archivo.read_bytes()[60:64], "big")


def test_se_respalda_como_era_y_se_pone_al_dia(viejo: Path):
    dice = contenido_de(viejo)
    with oficina.abrir(viejo) as exp:
        assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 77
        capturar(exp, TRIMESTRE, ABRIL, 5)
    (copia,) = (viejo.parent / "respaldos").iterdir()
    assert contenido_de(copia) == dice
    assert comprobacion.comprobar(copia).sano
    oficina.abrir(viejo).cerrar()
    assert len(list((viejo.parent / "respaldos").iterdir())) == 1


def test_una_copia_de_antes_se_restaura_y_se_pone_al_dia(viejo: Path):
    oficina.abrir(viejo).cerrar()
    (copia,) = (viejo.parent / "respaldos").iterdir()
    restauracion.restaurar(viejo, copia, oficina.ahora())
    with oficina.abrir(viejo) as exp:
        assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 77


def test_solo_para_leer_no_se_pone_al_dia(viejo: Path):
    antes = viejo.read_bytes()
    with pytest.raises(ErrorEsperado, match="es de una versión anterior. Ábralo una vez"):
        expediente.consultar(viejo, oficina.ahora)
    assert comprobacion.comprobar(viejo).sano
    assert viejo.read_bytes() == antes


def test_si_no_se_puede_respaldar_no_se_toca(viejo: Path):
    (viejo.parent / "respaldos").write_bytes(b"")
    antes = viejo.read_bytes()
    with pytest.raises(ErrorEsperado):
        oficina.abrir(viejo)
    assert viejo.read_bytes() == antes


def test_si_la_migracion_falla_queda_como_era(viejo: Path, monkeypatch: pytest.MonkeyPatch):
    def fallar(conexion: sqlite3.Connection) -> None:
        conexion.execute("CREATE TABLE a_medias (x)")
        conexion.execute("no es SQL")

    antes = contenido_de(viejo)
    with monkeypatch.context() as solo_aqui:
        solo_aqui.setattr(migraciones, "MIGRACIONES", (*migraciones.MIGRACIONES[:-1], Migracion(fallar, "")))
        with pytest.raises(sqlite3.OperationalError):
            oficina.abrir(viejo)
    assert contenido_de(viejo) == antes


def test_uno_de_antes_que_otro_programa_cambio_no_se_pone_al_dia(viejo: Path):
    with sqlite3.connect(viejo) as otro:
        otro.execute("UPDATE conteo SET valor = 1000")
    otro.close()
    antes = viejo.read_bytes()
    with pytest.raises(ContenidoCambiado):
        oficina.abrir(viejo)
    assert viejo.read_bytes() == antes
