"""Escribir un archivo: entero o nada, y lo que había no se pierde."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from ut_escritorio.datos.disco.archivos import reemplazar
from ut_escritorio.errores import ErrorEsperado


def test_reemplaza_lo_que_habia_y_no_deja_restos(tmp_path: Path):
    salida = tmp_path / "Informe 2º trimestre.pdf"
    salida.write_bytes(b"viejo")
    reemplazar(salida, b"nuevo")
    assert salida.read_bytes() == b"nuevo"
    assert [cosa.name for cosa in tmp_path.iterdir()] == [salida.name]


def de_disco_protegido() -> OSError:
    """La falla de Windows con la pestaña de la memoria puesta: falta de permiso, y su número."""
    falla = PermissionError(errno.EACCES, "protegido")
    falla.winerror = 19
    return falla


FALLAS = [
    (PermissionError(errno.EACCES, "abierto"), "está abierto en otro programa. Ciérrelo"),
    (OSError(errno.ENOSPC, "lleno"), "El disco está lleno y .* no se guardó"),
    (OSError(errno.EROFS, "solo lectura"), "es de solo lectura. Elija otra carpeta"),
    (OSError(errno.EIO, "roto"), "falló el disco"),
    (OSError(errno.ENAMETOOLONG, "larga"), "demasiado larga. Acorte el nombre"),
    (FileNotFoundError(errno.ENOENT, "así dice Windows que es larga"), "demasiado larga. Acorte el nombre"),
    (de_disco_protegido(), "es de solo lectura. Elija otra carpeta"),
]


@pytest.mark.parametrize(("falla", "frase"), FALLAS)
@pytest.mark.parametrize("cuando", ["fsync", "replace"])
def test_si_falla_dice_por_que_y_lo_anterior_queda_intacto(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, falla: OSError, frase: str, cuando: str
):
    salida = tmp_path / "informe.pdf"
    salida.write_bytes(b"viejo")

    def fallar(*_: object) -> None:
        raise falla

    monkeypatch.setattr(os, cuando, fallar)
    with pytest.raises(ErrorEsperado, match=frase):
        reemplazar(salida, b"nuevo")
    assert salida.read_bytes() == b"viejo"
    assert [cosa.name for cosa in tmp_path.iterdir()] == [salida.name]


def de_solo_lectura(salida: Path) -> None:
    salida.write_bytes(b"viejo")
    salida.chmod(0o444)


DESTINOS: list[tuple[Callable[[Path], object], str]] = [
    (de_solo_lectura, "es de solo lectura y no se cambió"),
    (Path.mkdir, "es una carpeta. Escriba también el nombre"),
    (lambda salida: salida.parent.rmdir(), "No existe la carpeta"),
]


@pytest.mark.parametrize(("preparar", "frase"), DESTINOS)
def test_un_destino_imposible_se_dice_antes_de_escribir(
    tmp_path: Path, preparar: Callable[[Path], object], frase: str
):
    salida = tmp_path / "carpeta" / "informe.pdf"
    salida.parent.mkdir()
    preparar(salida)
    antes = sorted(tmp_path.rglob("*"))
    with pytest.raises(ErrorEsperado, match=frase):
        reemplazar(salida, b"nuevo")
    assert sorted(tmp_path.rglob("*")) == antes
