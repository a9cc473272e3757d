"""El candado: quien llega segundo sabe quién lo tiene; uno viejo, vacío o ajeno no estorba siempre."""

from __future__ import annotations

import json
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from ut_escritorio.datos.archivo.candado import candado_de, esta_tomado
from ut_escritorio.errores import ArchivoEnUso, ErrorEsperado
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.captura.numeros import capturar

EN_OTRO_PROCESO = """
import sys
from pathlib import Path
from tests.datos import oficina
with oficina.abrir(Path(sys.argv[1])):
    print("abierto", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def otra_ventana(archivo: Path) -> Iterator[subprocess.Popen[str]]:
    """Otro proceso del programa, con el archivo abierto."""
    orden = [sys.executable, "-c", EN_OTRO_PROCESO, str(archivo)]
    tubo = subprocess.PIPE
    otro = subprocess.Popen(
        orden, cwd=Path(__file__).parents[2], stdin=tubo, stdout=tubo, text=True, encoding="utf-8"
    )
    assert otro.stdout is not None
    assert otro.stdout.readline() == "abierto\n"
    yield otro
    otro.kill()
    otro.communicate()


def dejar(archivo: Path, **dueno: str) -> None:
    """Un candado que nadie sostiene, como lo deja un apagón o una carpeta copiada."""
    candado_de(archivo).write_text(json.dumps(dueno), encoding="ascii")


def test_la_segunda_ventana_se_rechaza_enseguida_y_dice_quien_lo_tiene(archivo: Path, otra_ventana: object):
    antes = time.monotonic()
    with pytest.raises(ArchivoEnUso, match="ya está abierto: lo tiene") as error:
        oficina.abrir(archivo)
    assert time.monotonic() - antes < 1
    assert socket.gethostname() in str(error.value)
    assert "04/07/2031 a las 12:30" in str(error.value)
    assert not error.value.se_puede_quitar
    with pytest.raises(ArchivoEnUso):
        expediente.abrir(archivo, oficina.ahora, quitar_candado=True)


def test_la_segunda_ventana_puede_ver_sin_escribir(archivo: Path, otra_ventana: object):
    with expediente.consultar(archivo, oficina.ahora) as abierto:
        assert abierto.solo_lectura
        assert abierto.foto(TRIMESTRE).conteos.en(ABRIL) == 77


def test_si_el_otro_programa_se_cae_el_archivo_se_abre(archivo: Path, otra_ventana: subprocess.Popen[str]):
    otra_ventana.kill()
    otra_ventana.wait()
    assert candado_de(archivo).exists()
    assert not esta_tomado(archivo)
    with oficina.abrir(archivo) as exp:
        capturar(exp, TRIMESTRE, ABRIL, 5)
    assert not candado_de(archivo).exists()


def test_en_el_mismo_programa_tampoco_se_abre_dos_veces(archivo: Path):
    with oficina.abrir(archivo), pytest.raises(ArchivoEnUso):
        oficina.abrir(archivo)
    oficina.abrir(archivo).cerrar()


@pytest.mark.parametrize("viejo", ["", "{", "[]", '{"equipo": 1}', "\0" * 5000])
def test_un_candado_vacio_o_ilegible_no_estorba(archivo: Path, viejo: str):
    candado_de(archivo).write_text(viejo, encoding="ascii")
    oficina.abrir(archivo).cerrar()
    assert [cosa.name for cosa in archivo.parent.iterdir()] == [archivo.name]


def test_un_candado_viejo_de_este_equipo_no_estorba(archivo: Path):
    dejar(archivo, equipo=socket.gethostname(), usuario="ana", desde="2031-01-31T09:00")
    oficina.abrir(archivo).cerrar()


def test_el_de_otro_equipo_se_dice_y_quien_esta_segura_lo_quita(archivo: Path):
    dejar(archivo, equipo="RECEPCION", usuario="beto", desde="2031-01-31T09:00")
    antes = archivo.read_bytes()
    with pytest.raises(ArchivoEnUso, match="lo tiene beto, en el equipo RECEPCION, desde el 31/01") as error:
        oficina.abrir(archivo)
    assert error.value.se_puede_quitar
    assert archivo.read_bytes() == antes
    expediente.consultar(archivo, oficina.ahora).cerrar()
    with expediente.abrir(archivo, oficina.ahora, quitar_candado=True) as exp:
        assert json.loads(candado_de(archivo).read_bytes())["equipo"] == socket.gethostname()
        capturar(exp, TRIMESTRE, ABRIL, 5)
    oficina.abrir(archivo).cerrar()


def test_una_copia_hecha_con_el_programa_abierto_se_abre_aparte(archivo: Path, tmp_path: Path):
    carpeta = tmp_path / "copia"
    with oficina.abrir(archivo):
        shutil.copytree(archivo.parent, carpeta, ignore=shutil.ignore_patterns("copia"))
        oficina.abrir(carpeta / archivo.name).cerrar()


def test_si_la_apertura_falla_el_candado_no_se_queda(archivo: Path):
    archivo.write_bytes(archivo.read_bytes()[:-4096])
    with pytest.raises(ErrorEsperado):
        oficina.abrir(archivo)
    assert not candado_de(archivo).exists()


def test_donde_no_se_puede_escribir_se_dice_y_se_ofrece_ver(archivo: Path, monkeypatch: pytest.MonkeyPatch):
    def negado(*_: object) -> int:
        raise PermissionError(13, "no")

    monkeypatch.setattr("os.open", negado)
    with pytest.raises(ErrorEsperado, match="no se puede escribir. Ábralo solo para leer"):
        oficina.abrir(archivo)


def test_donde_no_hay_candados_el_que_ya_esta_se_respeta_hasta_que_lo_quiten(
    archivo: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("ut_escritorio.datos.archivo.candado._sostener", lambda _: None)
    with oficina.abrir(archivo):
        with pytest.raises(ArchivoEnUso) as error:
            oficina.abrir(archivo)
        assert error.value.se_puede_quitar
    oficina.abrir(archivo).cerrar()
