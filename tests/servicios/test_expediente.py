"""Crear y abrir el archivo: nunca pisa, y lo que falla no deja nada."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import DATOS, PLAN, TRIMESTRE
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import creacion


def test_crear_no_pisa_nada(archivo: Path):
    antes = archivo.read_bytes()
    with pytest.raises(ErrorEsperado, match="Ya existe .* y no se pisa"):
        oficina.nuevo(archivo)
    assert archivo.read_bytes() == antes
    assert [cosa.name for cosa in archivo.parent.iterdir()] == [archivo.name]


def test_si_al_final_no_se_puede_poner_en_su_lugar_no_queda_nada(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    def fallar(*_: object) -> None:
        raise PermissionError("la carpeta ya no deja")

    monkeypatch.setattr(Path, "rename", fallar)
    with pytest.raises(ErrorEsperado, match="No se pudo escribir"):
        oficina.nuevo(tmp_path / "a.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_un_plan_con_errores_no_crea_nada(tmp_path: Path):
    plan = tmp_path / "plan.toml"
    plan.write_text(PLAN.read_text(encoding="utf-8").replace("numero", "nmero", 1), encoding="utf-8")
    with pytest.raises(ErrorEsperado, match="«plan.toml» no se cargó"):
        creacion.crear(tmp_path / "a.sqlite", plan, None, oficina.ahora)
    assert [cosa.name for cosa in tmp_path.iterdir()] == ["plan.toml"]


def test_unos_datos_con_errores_no_crean_nada(tmp_path: Path):
    datos = tmp_path / "datos.toml"
    datos.write_text(DATOS.read_text(encoding="utf-8").replace("77", "-77"), encoding="utf-8")
    with pytest.raises(ErrorEsperado, match="conteo visitas › meses › abril"):
        creacion.crear(tmp_path / "a.sqlite", PLAN, datos, oficina.ahora)
    assert [cosa.name for cosa in tmp_path.iterdir()] == ["datos.toml"]


def test_en_una_carpeta_que_no_existe_se_dice(tmp_path: Path):
    with pytest.raises(ErrorEsperado, match="No existe la carpeta"):
        oficina.nuevo(tmp_path / "no hay" / "a.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_con_un_nombre_que_el_disco_no_admite_se_dice(tmp_path: Path):
    with pytest.raises(ErrorEsperado, match="No se pudo escribir"):
        oficina.nuevo(tmp_path / f"{'x' * 245}.sqlite")
    assert list(tmp_path.iterdir()) == []


def test_un_plan_sin_datos_empieza_vacio(tmp_path: Path):
    with creacion.crear(tmp_path / "a.sqlite", PLAN, None, oficina.ahora) as exp:
        assert exp.foto(TRIMESTRE).conteos.valores == {}
        assert exp.trimestre_de_entrada(oficina.ahora().date().replace(year=2035)) == exp.trimestres()[0]


def test_el_ejemplo_que_trae_el_programa_se_crea_y_se_abre(tmp_path: Path):
    ruta = tmp_path / "ejemplo.sqlite"
    with creacion.crear_ejemplo(ruta, oficina.ahora) as exp:
        entrada = exp.trimestre_de_entrada(oficina.ahora().date())
        assert exp.foto(entrada).renglones
    assert [cosa.name for cosa in tmp_path.iterdir()] == ["ejemplo.sqlite"]


def test_cerrar_dos_veces_no_estorba(archivo: Path):
    exp = oficina.abrir(archivo)
    exp.cerrar()
    exp.cerrar()
