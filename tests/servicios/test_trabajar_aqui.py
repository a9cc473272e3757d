"""Trabajar en este equipo lo de una memoria, y dejar allá copias enteras; las copias que hay a la mano."""

from __future__ import annotations

import os
from datetime import timedelta
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.servicios.test_respaldo import HOY, anotar, nombres, numero
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import comprobacion, respaldo, ubicacion
from ut_escritorio.servicios.captura.numeros import capturar


@pytest.fixture
def archivo(archivo: Path, tmp_path: Path) -> Path:
    """El de la oficina, en una memoria."""
    (tmp_path / "memoria").mkdir()
    return archivo.rename(tmp_path / "memoria" / archivo.name)


@pytest.fixture
def cuaderno(tmp_path: Path) -> Path:
    return tmp_path / "ajustes" / "respaldos.json"


@pytest.fixture
def aqui(archivo: Path, tmp_path: Path, cuaderno: Path) -> Path:
    """El archivo, ya copiado a este equipo."""
    return ubicacion.trabajar_aqui(archivo, tmp_path / "Documentos" / "UT", HOY, cuaderno)


def alla(archivo: Path) -> list[Path]:
    """Las copias que quedaron junto al original."""
    return sorted(ruta for ruta in archivo.parent.glob("*.sqlite") if ruta != archivo)


def test_se_trabaja_en_la_copia_y_cada_respaldo_se_deja_tambien_alla(
    archivo: Path, aqui: Path, cuaderno: Path
):
    assert aqui.name == archivo.name
    anotar(aqui, 80)
    hecho = respaldo.respaldar_tambien_alla(aqui, HOY, cuaderno)
    assert hecho.ruta.parent == aqui.parent / "respaldos"
    (copia,) = alla(archivo)
    assert (numero(copia), numero(hecho.ruta), numero(archivo)) == (80, 80, 77)
    assert comprobacion.comprobar(copia).sano


def test_tambien_alla_se_quita_lo_que_un_corte_dejo_a_medias(archivo: Path, aqui: Path, cuaderno: Path):
    viejo, de_hoy = (archivo.parent / f".{n:08x}.tmp" for n in (1, 2))
    for resto, cuando in ((viejo, HOY - timedelta(days=2)), (de_hoy, HOY)):
        resto.write_bytes(b"a medias")
        os.utime(resto, (cuando.timestamp(), cuando.timestamp()))
    anotar(aqui, 80)
    respaldo.respaldar_tambien_alla(aqui, HOY, cuaderno)
    assert [viejo.exists(), de_hoy.exists()] == [False, True], "lo de hoy puede estarse escribiendo"


def test_nunca_pisa_otro_del_mismo_nombre(archivo: Path, aqui: Path, cuaderno: Path):
    anotar(aqui, 80)
    otro = ubicacion.trabajar_aqui(archivo, aqui.parent, HOY, cuaderno)
    assert otro != aqui
    assert (numero(aqui), numero(otro)) == (80, 77)


def test_si_alla_no_se_puede_el_de_aqui_queda_y_se_dice_hasta_que_se_pueda(
    archivo: Path, aqui: Path, cuaderno: Path
):
    anotar(aqui, 80)
    memoria = archivo.parent.rename(archivo.parent.with_name("desconectada"))
    with pytest.raises(ErrorEsperado, match="quedó en este equipo, pero no en"):
        respaldo.respaldar_tambien_alla(aqui, HOY, cuaderno)
    cuenta = respaldo.cuenta_de(aqui, cuaderno)
    assert cuenta.ultimo is not None
    assert numero(cuenta.ultimo.ruta) == 80
    assert "no en" in cuenta.fallo
    memoria.rename(archivo.parent)
    respaldo.respaldar_tambien_alla(aqui, HOY + timedelta(minutes=1), cuaderno)
    assert respaldo.cuenta_de(aqui, cuaderno).fallo == ""
    assert len(alla(archivo)) == 1


def test_las_de_alla_tambien_se_rotan_y_lo_ajeno_no(archivo: Path, aqui: Path, cuaderno: Path):
    with oficina.abrir(aqui) as exp:
        for dia in range(30):
            capturar(exp, TRIMESTRE, ABRIL, 100 + dia)
            respaldo.respaldar_tambien_alla(aqui, HOY + timedelta(days=dia), cuaderno)
    assert len(alla(archivo)) == len(nombres(aqui.parent / "respaldos")) < 30
    assert archivo.exists()


def test_las_copias_a_la_mano_son_las_anotadas_y_las_de_su_carpeta(archivo: Path, cuaderno: Path):
    for minutos in (0, 5):
        respaldo.respaldar(archivo, HOY + timedelta(minutes=minutos), cuaderno=cuaderno)
    (archivo.parent / "respaldos" / "mis notas.sqlite").write_bytes(b"x")
    esperadas, despues = [HOY + timedelta(minutes=5), HOY], HOY + timedelta(hours=1)
    assert [copia.cuando for copia in respaldo.copias_de(archivo, despues, cuaderno)] == esperadas
    cuaderno.unlink()  # como en otro equipo, que no anotó nada
    assert [copia.cuando for copia in respaldo.copias_de(archivo, despues, cuaderno)] == esperadas


def test_la_copia_que_ella_quito_ya_no_cuenta(archivo: Path, cuaderno: Path):
    hecho = respaldo.respaldar(archivo, HOY, cuaderno=cuaderno)
    hecho.ruta.unlink()
    assert respaldo.cuenta_de(archivo, cuaderno).ultimo is None
    assert respaldo.edad(archivo, HOY, cuaderno) == "Sin copia todavía"
    assert respaldo.respaldar_si_toca(archivo, HOY, "al cerrar", cuaderno) is not None


def test_avisa_que_ya_leyo_antes_de_terminar(archivo: Path, cuaderno: Path):
    visto: list[bool] = []
    carpeta = respaldo.carpeta_de_respaldos(archivo)

    def leido() -> None:
        visto.append(any(carpeta.glob("*.sqlite")))
        with oficina.abrir(archivo) as exp:  # ya se puede escribir
            capturar(exp, TRIMESTRE, ABRIL, 99)

    hecho = respaldo.respaldar(archivo, HOY, cuaderno=cuaderno, al_leer=leido)
    assert visto == [False]
    assert (numero(hecho.ruta), numero(archivo)) == (77, 99)
