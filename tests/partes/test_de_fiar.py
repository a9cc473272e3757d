"""Una parte es de otros: si no es de fiar se dice por qué y aquí no cambia nada."""

from __future__ import annotations

import gzip
import os
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from tests.datos.oficina import ARCHIVOS, TRIMESTRE, abrir, ahora
from tests.historia.azar import contenido
from ut_escritorio.datos.archivo import respaldo as copias
from ut_escritorio.datos.migraciones import VERSION
from ut_escritorio.datos.motor import sello
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.comprobacion import comprobar
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.oficina.catalogos import poner_membrete
from ut_escritorio.servicios.partes.entregar import entregar
from ut_escritorio.servicios.partes.recibir import proponer, recibir


@pytest.fixture
def parte(molde: Path, tmp_path: Path) -> Path:
    """La parte de otro archivo de la misma oficina, con un número que aquí no está."""
    ruta, suya = tmp_path / "otro.sqlite", tmp_path / "suya.parte"
    ruta.write_bytes(molde.read_bytes())
    with abrir(ruta) as otro:
        capturar(otro, TRIMESTRE, Casilla("visitas", 2, 5), 8)
        entregar(otro, TRIMESTRE, ["vecindad"], suya, ahora)
    return suya


def _cortada(ruta: Path) -> None:
    ruta.write_bytes(ruta.read_bytes()[:-5000])


def _vacia(ruta: Path) -> None:
    ruta.write_bytes(b"")


def _de_otro_programa(ruta: Path) -> None:
    ruta.write_bytes(b"PK\x03\x04" + b"no es de aqui" * 500)


def _con_otro_numero(ruta: Path) -> None:
    """Alguien cambió un número por fuera: el sello ya no es el suyo."""
    _por_fuera(ruta, "UPDATE conteo SET valor = 999")


def _de_manana(ruta: Path) -> None:
    _por_fuera(ruta, f"PRAGMA user_version = {VERSION + 1}")


def _con_otra_tabla(ruta: Path) -> None:
    _por_fuera(ruta, "CREATE VIEW trampa AS SELECT * FROM conteo")


def _con_un_disparador(ruta: Path) -> None:
    _por_fuera(ruta, "CREATE TRIGGER trampa AFTER INSERT ON accion BEGIN DELETE FROM conteo; END")


def _con_una_tabla_que_se_llama_a_si_misma(ruta: Path) -> None:
    _por_fuera(ruta, "DROP TABLE dia")
    sin_fin = "WITH RECURSIVE x(n) AS (SELECT 1 UNION ALL SELECT n FROM x) SELECT n FROM x"
    _por_fuera(ruta, f"CREATE VIEW dia AS {sin_fin}")


def _sellada_con_un_pozo(ruta: Path) -> None:
    """Un JSON sin fondo donde va un dato chico."""
    _sellada(ruta, "UPDATE registro SET campos = ?", "[" * 200_000)


def _sellada_que_nombra_lo_que_no_trae(ruta: Path) -> None:
    _sellada(ruta, "UPDATE registro SET lugar_id = ?", 7)


def _sellada_con_otro_rastro(ruta: Path) -> None:
    """Lo que dice de dónde salió no es lo que debe."""
    _sellada(ruta, "UPDATE bitacora SET despues = ? WHERE clase = 'resumen'", '{"ejercicio": "x"}')


def _sellada(ruta: Path, orden: str, dato: object) -> None:
    with closing(sqlite3.connect(ruta, isolation_level=None)) as conexion:
        conexion.execute(orden, (dato,))
        sello.sellar(conexion)


def _sellada_con_basura(ruta: Path) -> None:
    """Un archivo malicioso: pone en una columna lo que no es de ella, y se vuelve a sellar."""
    with closing(sqlite3.connect(ruta, isolation_level=None)) as conexion:
        conexion.execute("UPDATE registro SET campos = '[1, 2'")
        conexion.execute("UPDATE alcanzado SET valor = 'no es número'")
        sello.sellar(conexion)


def _por_fuera(ruta: Path, orden: str) -> None:
    with closing(sqlite3.connect(ruta, isolation_level=None)) as conexion:
        conexion.execute(orden)


DANOS: list[tuple[Callable[[Path], None], str]] = [
    (_cortada, "no se puede recibir"),
    (_vacia, "no se puede recibir"),
    (_de_otro_programa, "no"),
    (_con_otro_numero, "otro programa le cambió algo"),
    (_de_manana, "más nueva"),
    (_con_otra_tabla, "no se puede recibir"),
    (_con_un_disparador, "no se puede recibir"),
    (_con_una_tabla_que_se_llama_a_si_misma, "no se puede recibir"),
    (_sellada_con_basura, "no se entiende"),
    (_sellada_con_un_pozo, "no se entiende"),
    (_sellada_que_nombra_lo_que_no_trae, "no se puede recibir"),
    (_sellada_con_otro_rastro, "no se entiende"),
]


@pytest.mark.parametrize(("danar", "dice"), DANOS, ids=[danar.__name__.strip("_") for danar, _ in DANOS])
def test_la_que_no_es_de_fiar_se_rechaza_y_no_cambia_nada(
    exp: Expediente, parte: Path, danar: Callable[[Path], None], dice: str
):
    danar(parte)
    antes, carpeta = exp.ruta.read_bytes(), sorted(parte.parent.iterdir())
    with pytest.raises(ErrorEsperado, match=dice) as reparo:
        proponer(exp, parte)
    assert "copia de respaldo" not in str(reparo.value)
    assert (exp.ruta.read_bytes(), sorted(parte.parent.iterdir())) == (antes, carpeta)


def test_de_un_programa_de_antes_de_otra_oficina_o_sin_ese_anio(exp: Expediente, parte: Path, tmp_path: Path):
    antes = exp.ruta.read_bytes()
    for guardada in (ARCHIVOS / "esquema_13.sqlite.gz", Path(__file__).with_name("esquema_15.parte.gz")):
        vieja = tmp_path / guardada.stem
        vieja.write_bytes(gzip.decompress(guardada.read_bytes()))
        with pytest.raises(ErrorEsperado, match="versión anterior del programa.*actualicen el suyo"):
            proponer(exp, vieja, TRIMESTRE)
    assert exp.ruta.read_bytes() == antes
    poner_membrete(exp, TRIMESTRE, None, ("Otro Municipio", "2030-2032"), (), "", {})
    with pytest.raises(ErrorEsperado, match="«Municipio de Prueba» y las de aquí «Otro Municipio»"):
        proponer(exp, parte)
    with pytest.raises(ErrorEsperado, match="No se pudo leer|No existe|no está"):
        proponer(exp, tmp_path / "nada.parte")


def test_si_cambia_entre_que_se_ve_y_se_recibe_o_no_cabe_no_cambia_nada(
    exp: Expediente, parte: Path, monkeypatch: pytest.MonkeyPatch
):
    llegada, antes = proponer(exp, parte), contenido(exp)
    os.utime(parte, (1, 1))
    with pytest.raises(ErrorEsperado, match="La parte cambió"):
        recibir(exp, llegada, llegada.de_entrada, ahora)
    llegada = proponer(exp, parte)
    parte.unlink()
    with pytest.raises(ErrorEsperado):
        recibir(exp, llegada, llegada.de_entrada, ahora)

    def lleno(*_: object, **__: object) -> str:
        raise ErrorEsperado("No hay lugar.")

    monkeypatch.setattr(copias, "copiar", lleno)
    with pytest.raises(ErrorEsperado, match="No hay lugar"):
        recibir(exp, llegada, llegada.de_entrada, ahora)
    assert contenido(exp) == antes


def test_si_algo_falla_a_la_mitad_queda_todo_como_estaba(
    exp: Expediente, parte: Path, monkeypatch: pytest.MonkeyPatch
):
    from ut_escritorio.servicios.partes import recibir as servicio

    llegada, antes = proponer(exp, parte), contenido(exp)

    def se_corta(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(servicio, "anotar_recepcion", se_corta)
    with pytest.raises(KeyboardInterrupt):
        recibir(exp, llegada, llegada.de_entrada, ahora)
    assert contenido(exp) == antes
    exp.cerrar()
    assert comprobar(exp.ruta).sano


@pytest.mark.skipif(sys.platform == "win32", reason="ahí los permisos son otros")
def test_entregar_no_pisa_ni_deja_nada_a_medias(exp: Expediente, parte: Path, tmp_path: Path):
    antes = parte.read_bytes()
    with pytest.raises(ErrorEsperado, match="Ya existe"):
        entregar(exp, TRIMESTRE, ["vecindad"], parte, ahora)
    assert parte.read_bytes() == antes
    hay = sorted(tmp_path.iterdir())
    with pytest.raises(ErrorEsperado, match="Marque al menos uno"):
        entregar(exp, TRIMESTRE, [], tmp_path / "otra.parte", ahora)
    with pytest.raises(ErrorEsperado):
        entregar(exp, TRIMESTRE, ["vecindad"], tmp_path / "no hay" / "otra.parte", ahora)
    assert sorted(tmp_path.iterdir()) == hay
