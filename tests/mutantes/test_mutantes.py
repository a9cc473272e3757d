"""Que cada mutante siga siendo aplicable; matarlos es la forma larga, `python -m tests.mutantes`."""

from __future__ import annotations

import importlib
from pathlib import Path

import pytest

from tests.mutantes.al_azar import CAPAS, Cambio, sortear
from tests.mutantes.cobertura import Mapa
from tests.mutantes.en_vivo import Cargadas, pares_que_cambian
from tests.mutantes.encargos import Desenlace, Encargo, anotar, encargar, leer_desenlaces, leer_encargos
from tests.mutantes.lista import MUTANTES, Mutante

RAIZ = Path(__file__).resolve().parents[2]


def test_son_al_menos_treinta_y_ninguno_se_repite() -> None:
    assert len({(mutante.archivo, mutante.original) for mutante in MUTANTES}) == len(MUTANTES) >= 30


@pytest.mark.parametrize("mutante", MUTANTES, ids=lambda mutante: mutante.porque)
def test_lo_que_cambia_esta_una_sola_vez_y_sigue_siendo_python(mutante: Mutante) -> None:
    texto = (RAIZ / "ut_escritorio" / mutante.archivo).read_text(encoding="utf-8")
    assert texto.count(mutante.original) == 1
    cambio = mutante.en(RAIZ)
    assert mutante.original.partition("\n")[0] in texto.splitlines()[cambio.linea - 1]
    mutado = cambio.aplicado(texto)
    assert mutado == texto.replace(mutante.original, mutante.mutado)
    compile(mutado, mutante.archivo, "exec")


@pytest.mark.parametrize("mutante", MUTANTES, ids=lambda mutante: mutante.porque)
def test_las_pruebas_que_deben_notarlo_existen(mutante: Mutante) -> None:
    assert all((RAIZ / "tests" / prueba).exists() for prueba in mutante.pruebas.split())


def test_los_sorteados_son_de_todas_las_capas_y_siguen_siendo_python(tmp_path: Path) -> None:
    """De cada capa, los archivos cuyo nombre empieza con «a»: sacarlos de todas tarda."""
    for capa in CAPAS:
        for archivo in (RAIZ / "ut_escritorio" / capa).rglob("a*.py"):
            copia = tmp_path / archivo.relative_to(RAIZ)
            copia.parent.mkdir(parents=True, exist_ok=True)
            copia.write_bytes(archivo.read_bytes())
    sorteados = sortear(tmp_path, 120, 5)
    assert sorteados == sortear(tmp_path, 120, 5)
    assert {mutante.archivo.split("/")[1] for mutante in sorteados} == set(CAPAS)
    for mutante in sorteados:
        texto = (RAIZ / mutante.archivo).read_text(encoding="utf-8")
        mutado = mutante.aplicado(texto)
        assert mutado != texto
        compile(mutado, mutante.archivo, "exec")


def test_a_cada_linea_le_tocan_sus_pruebas_y_si_ninguna_las_mas_cercanas() -> None:
    corta, larga = "tests/dominio/test_a.py::corta", "tests/dominio/test_a.py::larga"
    ajena, de_capa = "tests/datos/test_x.py::ajena", "tests/aplicacion/test_b.py::aparte"
    mapa = Mapa(
        {"ut_escritorio/dominio/a.py": {3: frozenset({larga, corta, ajena}), 9: frozenset({larga})}},
        {larga: 9.0, corta: 0.1, ajena: 0.0, de_capa: 2.0},
        lanzan=[ajena],
    )
    assert mapa.pruebas_de("ut_escritorio/dominio/a.py", [2, 3]) == (corta, larga, ajena)
    assert mapa.pruebas_de("ut_escritorio/dominio/a.py", [9]) == (larga,)
    assert mapa.pruebas_de("ut_escritorio/dominio/a.py", []) == (corta, larga, ajena)
    assert mapa.pruebas_de("ut_escritorio/aplicacion/c.py", [1]) == (de_capa, ajena), "esa la lanza aparte"


_CUENTA = """
TOPE = 3
class Cuadro:
    def total(self, valores):
        return sum(v + 1 for v in valores if v < TOPE)
def cuenta(valores, tope=TOPE):
    return Cuadro().total(valores)
"""


def test_al_programa_ya_cargado_se_le_cambia_una_funcion_y_lo_demas_se_carga_de_nuevo(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    archivo = tmp_path / "cuenta_de_prueba.py"
    archivo.write_text(_CUENTA, encoding="utf-8")
    cargadas = Cargadas(tmp_path)
    assert cargadas.poner(archivo, None), "el que no se ha cargado se cargará ya con el cambio"

    monkeypatch.syspath_prepend(tmp_path)
    cuenta = importlib.import_module("cuenta_de_prueba").cuenta
    cargadas = Cargadas(tmp_path)
    assert cuenta([1, 2, 5]) == 5
    assert cargadas.poner(
        archivo, pares_que_cambian(_CUENTA, _CUENTA.replace("v + 1", "v - 1"), str(archivo))
    )
    assert cuenta([1, 2, 5]) == 1
    for mutado in (_CUENTA.replace("TOPE = 3", "TOPE = 4"), _CUENTA.replace("tope=TOPE", "tope=0")):
        assert not cargadas.poner(archivo, pares_que_cambian(_CUENTA, mutado, str(archivo)))


def test_lo_encargado_y_lo_sabido_sobreviven_a_un_corte(tmp_path: Path) -> None:
    encargos = [Encargo(Cambio("ut_escritorio/a.py", 3, 3, 10, 12, "él", "si"), ("tests/test_a.py::una[ñ]",))]
    encargar(tmp_path, encargos)
    assert leer_encargos(tmp_path) == encargos
    assert leer_desenlaces(tmp_path) == {}
    for desenlace in (Desenlace("uno", "A MEDIAS", 4), Desenlace("otro", "VIVE", 2)):
        anotar(tmp_path, desenlace)
    anotar(tmp_path, Desenlace("uno", "MUERE", 9, "tests/test_a.py::una[ñ]"))
    sabidos = leer_desenlaces(tmp_path)
    assert {cual: sabidos[cual].como for cual in sabidos} == {"uno": "MUERE", "otro": "VIVE"}
