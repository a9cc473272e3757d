"""Las copias se reconocen por lo que son: ni el nombre, ni el reloj, ni el cuaderno hacen falta."""

from __future__ import annotations

import json
import os
import sqlite3
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.datos.test_apertura import cortar_en_una_pagina, poner_en_wal
from ut_escritorio.datos.disco import cuaderno as cuadernos
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import respaldo, restauracion
from ut_escritorio.servicios.captura.numeros import capturar

HOY = datetime(2031, 7, 4, 12, 30)  # noqa: DTZ001
EN_2035 = datetime(2035, 1, 1, 9, 0)  # noqa: DTZ001
EN_2001 = datetime(2001, 1, 1, 0, 0)  # noqa: DTZ001


@pytest.fixture
def cuaderno(tmp_path: Path) -> Path:
    return tmp_path / "ajustes" / "respaldos.json"


@pytest.fixture
def de_otra_oficina(tmp_path: Path) -> Path:
    carpeta = tmp_path / "otra oficina"
    carpeta.mkdir()
    oficina.nuevo(carpeta / "datos.sqlite").cerrar()
    return carpeta / "datos.sqlite"


def anotar(archivo: Path, valor: int) -> None:
    with oficina.abrir(archivo) as exp:
        capturar(exp, TRIMESTRE, ABRIL, valor)


def cambiar_y_respaldar(archivo: Path, valor: int, ahora: datetime, cuaderno: Path) -> Path:
    anotar(archivo, valor)
    return respaldo.respaldar(archivo, ahora, cuaderno=cuaderno).ruta


def rutas(archivo: Path, cuaderno: Path) -> list[Path]:
    return [copia.ruta for copia in respaldo.copias_de(archivo, HOY, cuaderno)]


# El nombre


def test_al_cambiarle_el_nombre_sus_copias_siguen_siendo_suyas(archivo: Path, cuaderno: Path):
    copia = respaldo.respaldar(archivo, HOY, cuaderno=cuaderno).ruta
    otro = archivo.rename(archivo.with_name("con otro nombre.sqlite"))
    assert respaldo.edad(otro, HOY, cuaderno) == "Última copia hoy 12:30"
    assert rutas(otro, cuaderno) == [copia]
    assert respaldo.respaldar_si_toca(otro, HOY + timedelta(hours=1), "al cerrar", cuaderno) is None
    nueva = cambiar_y_respaldar(otro, 5, HOY + timedelta(hours=2), cuaderno)
    assert rutas(otro, cuaderno) == [nueva, copia]


@pytest.mark.parametrize("con_cuaderno", [True, False])
def test_la_de_un_reloj_adelantado_que_guarda_lo_mismo_no_es_la_ultima(
    archivo: Path, cuaderno: Path, con_cuaderno: bool
):
    de_hoy = cambiar_y_respaldar(archivo, 5, HOY, cuaderno)
    adelantada = respaldo.respaldar(archivo, EN_2035, cuaderno=cuaderno).ruta
    if not con_cuaderno:
        cuaderno.unlink()
    assert rutas(archivo, cuaderno) == [de_hoy, adelantada], "ni la primera que se ofrece restaurar"
    assert respaldo.edad(archivo, HOY, cuaderno) == "Última copia hoy 12:30"
    cambiar_y_respaldar(archivo, 6, EN_2035 + timedelta(days=1), cuaderno)
    assert respaldo.edad(archivo, HOY, cuaderno) == "Última copia 02/01/2035", (
        "esa sí es la única que lo guarda"
    )


def test_sin_cuaderno_se_reconocen_en_su_carpeta_y_no_se_respalda_lo_ya_respaldado(
    archivo: Path, cuaderno: Path
):
    copia = respaldo.respaldar(archivo, HOY, cuaderno=cuaderno).ruta
    otro = archivo.rename(archivo.with_name("con otro nombre.sqlite"))
    cuaderno.unlink()
    assert rutas(otro, cuaderno) == [copia]
    assert respaldo.edad(otro, HOY, cuaderno) == "Última copia hoy 12:30"
    assert respaldo.respaldar_si_toca(otro, HOY + timedelta(hours=1), "al cerrar", cuaderno) is None


def test_el_archivo_de_otra_oficina_en_el_mismo_lugar_no_hereda_sus_copias(
    archivo: Path, cuaderno: Path, de_otra_oficina: Path
):
    respaldo.respaldar(archivo, HOY, cuaderno=cuaderno)
    de_otra_oficina.replace(archivo)
    assert respaldo.edad(archivo, HOY, cuaderno) == "Sin copia todavía"
    assert rutas(archivo, cuaderno) == []


def test_el_cuaderno_de_la_version_anterior_se_entiende(archivo: Path, cuaderno: Path):
    copia = respaldo.respaldar(archivo, HOY, cuaderno=cuaderno).ruta
    dicho = json.loads(cuaderno.read_text(encoding="utf-8"))
    for suyo in dicho.values():
        del suyo["identidad"]
        for hecho in suyo["hechos"]:
            del hecho["accion"]
    cuaderno.write_text(json.dumps(dicho), encoding="utf-8")
    assert rutas(archivo, cuaderno) == [copia]
    assert respaldo.edad(archivo, HOY, cuaderno) == "Última copia hoy 12:30"


def test_de_uno_danado_se_ofrecen_las_suyas_y_si_no_se_sabe_las_de_su_nombre_o_todas(
    archivo: Path, cuaderno: Path, de_otra_oficina: Path
):
    suya = respaldo.respaldar(archivo, HOY, cuaderno=cuaderno).ruta
    ajena = suya.with_name("de la otra oficina 2031-07-04 12-00-00.sqlite")
    ajena.write_bytes(de_otra_oficina.read_bytes())
    cortar_en_una_pagina(archivo)
    assert rutas(archivo, cuaderno) == [suya]
    cuaderno.unlink()
    assert rutas(archivo, cuaderno) == [suya]
    otro = archivo.rename(archivo.with_name("con otro nombre.sqlite"))
    assert sorted(rutas(otro, cuaderno)) == sorted([suya, ajena])


def test_la_que_no_se_deja_leer_no_se_ofrece(archivo: Path, cuaderno: Path):
    buena = cambiar_y_respaldar(archivo, 5, HOY, cuaderno)
    cortada = cambiar_y_respaldar(archivo, 6, HOY + timedelta(hours=1), cuaderno)
    cortar_en_una_pagina(cortada)
    assert rutas(archivo, cuaderno) == [buena]


# El reloj


def test_con_el_reloj_una_vez_adelantado_la_ultima_es_la_mas_adelantada(archivo: Path, cuaderno: Path):
    del_futuro = cambiar_y_respaldar(archivo, 5, EN_2035, cuaderno)
    assert respaldo.respaldar_si_toca(archivo, HOY, "cada rato", cuaderno) is None  # nada cambió
    anotar(archivo, 6)
    de_hoy = respaldo.respaldar_si_toca(archivo, HOY, "cada rato", cuaderno)
    assert de_hoy is not None
    assert rutas(archivo, cuaderno) == [de_hoy.ruta, del_futuro]
    assert respaldo.edad(archivo, HOY, cuaderno) == "Última copia hoy 12:30"
    cuaderno.unlink()
    assert rutas(archivo, cuaderno) == [de_hoy.ruta, del_futuro]


def test_con_el_reloj_atrasado_la_mas_adelantada_sigue_siendo_la_primera(archivo: Path, cuaderno: Path):
    with oficina.abrir(archivo) as exp:
        for n in range(30):
            capturar(exp, TRIMESTRE, ABRIL, n)
            respaldo.respaldar(archivo, HOY + timedelta(days=n), cuaderno=cuaderno)
    ultima = cambiar_y_respaldar(archivo, 70, EN_2001, cuaderno)
    assert rutas(archivo, cuaderno)[0] == ultima


# Lo que se dejó al restaurar una de antes


def test_restaurada_una_de_antes_las_que_se_dejaron_van_aparte(archivo: Path, cuaderno: Path):
    """Aunque lleguen más lejos, no son lo último de este archivo; ni cuando él las alcanza."""
    vieja = cambiar_y_respaldar(archivo, 1, HOY, cuaderno)
    dejadas = [cambiar_y_respaldar(archivo, n, HOY + timedelta(minutes=n), cuaderno) for n in (2, 3, 4)]
    restauracion.restaurar(archivo, vieja, HOY + timedelta(hours=1), cuaderno)
    copias = respaldo.copias_de(archivo, HOY, cuaderno)
    assert copias[0].ruta == vieja
    assert {copia.ruta for copia in copias if copia.dejada} >= set(dejadas)
    assert not copias[0].dejada
    nuevas = [
        cambiar_y_respaldar(archivo, n, HOY + timedelta(hours=2, minutes=n), cuaderno) for n in range(5, 12)
    ]
    copias = respaldo.copias_de(archivo, HOY, cuaderno)
    assert [copia.ruta for copia in copias if not copia.dejada] == [*reversed(nuevas), vieja]
    archivo.unlink()
    assert [c.ruta for c in respaldo.copias_de(archivo, HOY, cuaderno) if not c.dejada] == [
        *reversed(nuevas),
        vieja,
    ]


# El cuaderno


def test_las_que_faltan_en_el_cuaderno_tambien_se_rotan_y_las_que_ella_nombro_no(
    archivo: Path, cuaderno: Path
):
    for n in range(60):
        respaldo.respaldar(archivo, HOY + timedelta(days=n), cuaderno=cuaderno)
        if n == 40:
            cuaderno.unlink()
        if n == 0:
            (suya,) = respaldo.carpeta_de_respaldos(archivo).iterdir()
            de_ella = suya.rename(suya.with_name("la buena 2031-07-04 12-30-00.sqlite"))
    assert de_ella.exists()
    assert len(list(de_ella.parent.iterdir())) < 25


def test_si_los_ajustes_no_se_dejan_escribir_las_copias_buenas_son_buenas(archivo: Path, tmp_path: Path):
    (tmp_path / "ajustes").write_text("en su lugar hay un archivo", encoding="utf-8")
    cuaderno = tmp_path / "ajustes" / "respaldos.json"
    hecho = cambiar_y_respaldar(archivo, 5, HOY, cuaderno)
    cuenta = respaldo.cuenta_de(archivo, cuaderno)
    assert (cuenta.fallo, cuenta.ultimo and cuenta.ultimo.ruta) == ("", hecho)
    assert respaldo.edad(archivo, HOY, cuaderno) == "Última copia hoy 12:30"
    cuadernos._SIN_ESCRIBIR.clear()  # como al volver a abrir el programa
    assert respaldo.edad(archivo, HOY, cuaderno) == "Última copia hoy 12:30"
    assert respaldo.respaldar_si_toca(archivo, HOY + timedelta(hours=1), "al cerrar", cuaderno) is None


def test_y_la_que_de_verdad_falla_se_recuerda_sin_numeros_del_sistema(archivo: Path, tmp_path: Path):
    (tmp_path / "ajustes").write_text("en su lugar hay un archivo", encoding="utf-8")
    cuaderno = tmp_path / "ajustes" / "respaldos.json"
    respaldo.carpeta_de_respaldos(archivo).write_text("en su lugar hay un archivo", encoding="utf-8")
    with pytest.raises(ErrorEsperado, match="No se pudo crear la carpeta"):
        respaldo.respaldar(archivo, HOY, cuaderno=cuaderno)
    fallo = respaldo.cuenta_de(archivo, cuaderno).fallo
    assert "No se pudo crear la carpeta" in fallo
    assert "Errno" not in fallo


def test_las_sobras_de_un_corte_se_quitan_junto_al_archivo_y_a_sus_copias(archivo: Path, cuaderno: Path):
    copias = respaldo.carpeta_de_respaldos(archivo)
    copias.mkdir()
    largo, corto = "a" * 32, "b" * 8
    sobras = [
        copias / f".{largo}.tmp",
        copias / f".{largo}.tmp-journal",
        archivo.with_name(f".{largo}.restaurado"),
        archivo.with_name(f".{corto}.tmp"),
    ]
    de_ella = [copias / ".mis notas.tmp", archivo.with_name(".oculto"), archivo.with_name("a.tmp")]
    hace_dos_dias = (HOY - timedelta(days=2)).timestamp()
    for cosa in (*sobras, *de_ella):
        cosa.write_bytes(b"x")
        os.utime(cosa, (hace_dos_dias, hace_dos_dias))
    respaldo.respaldar(archivo, HOY, cuaderno=cuaderno)
    assert not [cosa for cosa in sobras if cosa.exists()]
    assert all(cosa.exists() for cosa in de_ella)


def test_una_sobra_que_no_se_deja_quitar_no_detiene_a_las_demas(
    archivo: Path, cuaderno: Path, monkeypatch: pytest.MonkeyPatch
):
    copias = respaldo.carpeta_de_respaldos(archivo)
    copias.mkdir()
    sobras = [copias / f".{letra * 32}.tmp" for letra in "abcd"]
    for sobra in sobras:
        sobra.write_bytes(b"x")
        os.utime(sobra, (0, 0))
    quitar, presa = Path.unlink, next(iter(copias.glob(".*")))

    def unlink(ruta: Path, *a: bool, **k: bool) -> None:
        if ruta == presa:
            raise PermissionError
        quitar(ruta, *a, **k)

    monkeypatch.setattr(Path, "unlink", unlink)
    respaldo.respaldar(archivo, HOY, cuaderno=cuaderno)
    assert [sobra for sobra in sobras if sobra.exists()] == [presa]


# Antes de restaurar


def test_la_de_otra_oficina_se_dice_antes_de_restaurar(archivo: Path, cuaderno: Path, de_otra_oficina: Path):
    suya = respaldo.respaldar(archivo, HOY, cuaderno=cuaderno).ruta
    assert restauracion.antes_de_restaurar(archivo, suya, cuaderno) == ""
    assert "«datos.sqlite» no es una copia de" in restauracion.antes_de_restaurar(
        archivo, de_otra_oficina, cuaderno
    )
    cortar_en_una_pagina(archivo)
    assert "es otro archivo" in restauracion.antes_de_restaurar(archivo, de_otra_oficina, cuaderno)


def test_la_repartida_en_varios_archivos_se_rechaza_y_nada_queda_a_su_lado(archivo: Path, cuaderno: Path):
    copia = respaldo.respaldar(archivo, HOY, cuaderno=cuaderno).ruta
    poner_en_wal(copia)
    with pytest.raises(ErrorEsperado, match="deja lo último en otro archivo"):
        restauracion.antes_de_restaurar(archivo, copia, cuaderno)
    assert [cosa.name for cosa in copia.parent.iterdir()] == [copia.name]
    assert rutas(archivo, cuaderno) == []


def test_reconocer_no_deja_nada_al_lado_ni_toca_lo_que_mira(archivo: Path, cuaderno: Path):
    copia = respaldo.respaldar(archivo, HOY, cuaderno=cuaderno).ruta
    with sqlite3.connect(copia.with_name("ajeno.sqlite")) as ajeno:
        ajeno.execute("CREATE TABLE notas (texto)")
    ajeno.close()
    antes = {cosa: cosa.read_bytes() for cosa in copia.parent.iterdir()}
    cuaderno.unlink()
    assert rutas(archivo, cuaderno) == [copia]
    assert {cosa: cosa.read_bytes() for cosa in copia.parent.iterdir()} == antes
