"""Los módulos del programa empaquetado salen de su archivo, por su nombre."""

from __future__ import annotations

import marshal
import sys
import zlib
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from types import SimpleNamespace

import carga
import pytest

TEXTOS = {
    "oficina_de_papel": (1, "QUIEN = 'la oficina'"),
    "oficina_de_papel.libro": (0, "from oficina_de_papel import QUIEN\nDICE = f'El libro de {QUIEN}'"),
}
ANTES = b"lo que el ejecutable lleva antes"
_SIN_CODIGO = 3


@pytest.fixture
def del_archivo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[carga.DelArchivo]:
    """El de un ejecutable con un paquete, un módulo suyo y una carpeta sin código."""
    ejecutable, lleva, cuerpo = tmp_path / "programa.exe", {"solo_carpeta": (_SIN_CODIGO, 0, 0)}, b""
    for nombre, (clase, texto) in TEXTOS.items():
        pieza = zlib.compress(marshal.dumps(compile(texto, f"{nombre}.py", "exec")))
        lleva[nombre] = (clase, len(cuerpo), len(pieza))
        cuerpo += pieza
    ejecutable.write_bytes(ANTES + cuerpo)
    archivo = SimpleNamespace(toc=lleva, _start_offset=len(ANTES), _filename=str(ejecutable))
    suyo = carga.DelArchivo(archivo, str(tmp_path / "_internal"))
    monkeypatch.setattr(sys, "meta_path", [suyo, *sys.meta_path])
    yield suyo
    suyo._abierto.close()
    for nombre in TEXTOS:
        sys.modules.pop(nombre, None)


@pytest.mark.usefixtures("del_archivo")
def test_cada_modulo_sale_del_ejecutable_y_dice_donde_estaria(tmp_path: Path):
    libro = import_module("oficina_de_papel.libro")

    assert libro.DICE == "El libro de la oficina"
    assert libro.__file__ == str(tmp_path / "_internal" / "oficina_de_papel" / "libro.py")
    assert sys.modules["oficina_de_papel"].__path__ == [str(tmp_path / "_internal" / "oficina_de_papel")]


@pytest.mark.parametrize("nombre", ["json", "no_existe", "solo_carpeta"])
def test_lo_que_no_lleva_se_busca_como_siempre(del_archivo: carga.DelArchivo, nombre: str):
    assert del_archivo.find_spec(nombre) is None


def test_sin_empaquetar_nada_cambia(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delattr(sys, "frozen", raising=False)
    antes = list(sys.meta_path)

    carga.apurar()

    assert sys.meta_path == antes
