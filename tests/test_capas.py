"""Las capas miran solo hacia abajo y cada biblioteca vive en su capa."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent


def _lint_imports() -> subprocess.CompletedProcess[str]:
    orden = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]
    return subprocess.run(orden, cwd=RAIZ, capture_output=True, text=True, encoding="utf-8", check=False)


def test_las_capas_se_respetan() -> None:
    resultado = _lint_imports()
    assert resultado.returncode == 0, resultado.stdout
    assert "0 broken" in resultado.stdout


def test_arriba_solo_hay_lo_que_dice_la_carta_de_diseno() -> None:
    arriba = {cosa.name for cosa in RAIZ.iterdir() if not cosa.name.startswith(".")}
    arriba -= {"build", "dist"}  # lo que deja construir.py, que git no lleva
    assert arriba == {"ut_escritorio", "recursos", "tests", "empaquetado", "pyproject.toml", "README.md"}


def _modulos() -> dict[str, Path]:
    """Cada módulo del programa, con su archivo."""
    archivos = sorted((RAIZ / "ut_escritorio").rglob("*.py"))
    nombres = (".".join(archivo.relative_to(RAIZ).with_suffix("").parts) for archivo in archivos)
    return {
        nombre.removesuffix(".__init__"): archivo for nombre, archivo in zip(nombres, archivos, strict=True)
    }


def _importa(archivo: Path, modulos: dict[str, Path]) -> Iterator[str]:
    """Lo que un módulo importa de los demás: arriba, dentro de una función o solo para los tipos."""
    for nodo in ast.walk(ast.parse(archivo.read_text(encoding="utf-8"))):
        if isinstance(nodo, ast.ImportFrom) and nodo.module in modulos:
            dentro = (f"{nodo.module}.{alias.name}" for alias in nodo.names)
            yield from (cual if cual in modulos else nodo.module for cual in dentro)
        elif isinstance(nodo, ast.Import):
            yield from (alias.name for alias in nodo.names if alias.name in modulos)


def test_ningun_modulo_se_importa_a_si_mismo_dando_la_vuelta() -> None:
    modulos = _modulos()
    assert len(modulos) > 300
    importan = {nombre: set(_importa(archivo, modulos)) - {nombre} for nombre, archivo in modulos.items()}
    try:
        TopologicalSorter(importan).prepare()
    except CycleError as vuelta:
        raise AssertionError(" → ".join(vuelta.args[1])) from vuelta


def _tardios(archivo: Path) -> int:
    """Cuántas veces un archivo importa dentro de una función."""
    funciones = [
        nodo
        for nodo in ast.walk(ast.parse(archivo.read_text(encoding="utf-8")))
        if isinstance(nodo, ast.FunctionDef)
    ]
    return sum(isinstance(nodo, ast.Import | ast.ImportFrom) for f in funciones for nodo in ast.walk(f))


def test_se_importa_tarde_solo_en_el_al_pedirlo_de_cada_sala() -> None:
    """Lo que la primera vista deja para después está junto, y en ningún otro lugar se esconde un import."""
    archivos = (RAIZ / "ut_escritorio").rglob("*.py")
    con_alguno = {archivo for archivo in archivos if _tardios(archivo) and archivo.name != "al_pedirlo.py"}
    # El arranque escoge qué cargar: la ventana, una orden o la autoprueba.
    arranque = RAIZ / "ut_escritorio" / "aplicacion" / "__init__.py"
    assert con_alguno == {arranque}, "mueva ese import arriba o al al_pedirlo.py de su sala"


def _salas() -> list[Path]:
    paquete = RAIZ / "ut_escritorio"
    return [carpeta for carpeta in paquete.rglob("*") if (carpeta / "__init__.py").exists()]


def test_ninguna_sala_es_un_corredor_ni_de_un_solo_archivo():
    modulos = {sala: [m for m in sala.glob("*.py") if m.name != "__init__.py"] for sala in _salas()}
    salas_con_salas = {sala.parent for sala in modulos}
    assert not [sala for sala, suyos in modulos.items() if len(suyos) > 16]
    assert not [sala for sala, suyos in modulos.items() if len(suyos) == 1 and sala not in salas_con_salas]


def test_el_mapa_del_leeme_nombra_cada_sala_de_las_capas():
    leeme = (RAIZ / "README.md").read_text(encoding="utf-8")
    mapa = leeme[leeme.index("## El mapa") : leeme.index("## Para quien lo cambia")]
    capas = ("dominio", "datos", "revision", "servicios", "informe/pdf", "interfaz/comunes")
    salas = [sala for sala in _salas() if any(sala.parent.as_posix().endswith(f"/{capa}") for capa in capas)]
    assert not [sala.name for sala in salas if f"`{sala.name}/`" not in mapa]


_ESCRIBE = re.compile(r"execute(?:many|script)?\(\s*f?[\"'](?:INSERT|UPDATE|DELETE|REPLACE)\b")
_SIN_VIGIAS = {"motor", "migraciones"}


def test_nadie_escribe_en_el_archivo_sin_que_sus_vigias_esten_puestos() -> None:
    """Todo pasa por `Base.escribe_orden`, que los pone; la copia en la memoria no los lleva."""
    datos = RAIZ / "ut_escritorio" / "datos"
    escriben = {
        ruta.relative_to(datos).as_posix()
        for ruta in (RAIZ / "ut_escritorio").rglob("*.py")
        if _ESCRIBE.search(ruta.read_text(encoding="utf-8")) and _SIN_VIGIAS.isdisjoint(ruta.parts)
    }
    assert escriben == {"historia/entonces.py"}
