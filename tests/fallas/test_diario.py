"""Restaurar a mano, encima de lo que dejó una sesión caída: el diario viejo jamás se mezcla con la copia."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.datos.test_apertura import a_medias
from tests.fallas.contenido import contenido_de
from tests.fallas.forma import cuantas
from ut_escritorio.datos.archivo.cabecera import diario_de
from ut_escritorio.datos.archivo.respaldo import copiar
from ut_escritorio.servicios.archivo import restauracion
from ut_escritorio.servicios.captura.numeros import capturar

pytestmark = pytest.mark.fallas


def test_una_copia_sobre_una_sesion_caida_queda_como_la_copia(archivo: Path, tmp_path: Path):
    azar = Random(2031)
    copias = guardar_copias(archivo, tmp_path, azar)
    for n in range(cuantas(10, 100)):
        caido = caer(archivo, tmp_path / f"caída {n}", azar)
        elegida = azar.choice(copias)
        shutil.copyfile(elegida, caido)
        oficina.abrir(caido).cerrar()
        assert contenido_de(caido) == contenido_de(elegida)
        assert not diario_de(caido).exists()


def test_restaurar_desde_el_programa_recupera_antes_la_sesion_caida(archivo: Path, tmp_path: Path):
    azar = Random(7)
    copias = guardar_copias(archivo, tmp_path, azar)
    for n in range(cuantas(5, 50)):
        caido = caer(archivo, tmp_path / f"caída {n}", azar)
        sano = contenido_de(archivo)
        elegida = azar.choice(copias)
        apartado = restauracion.restaurar(caido, elegida, oficina.ahora())
        assert apartado is not None
        assert contenido_de(caido) == contenido_de(elegida)
        assert contenido_de(apartado) == sano


def guardar_copias(archivo: Path, carpeta: Path, azar: Random) -> list[Path]:
    """Copias de varios momentos del archivo: unas peladas y otras hechas por el programa."""
    copias: list[Path] = []
    for n in range(12):
        with oficina.abrir(archivo) as exp:
            for _ in range(azar.randrange(1, 4)):
                capturar(exp, TRIMESTRE, ABRIL, azar.randrange(1000))
        copia = carpeta / f"copia {n}.sqlite"
        (copiar if n % 2 else shutil.copyfile)(archivo, copia)
        copias.append(copia)
    return copias


def caer(archivo: Path, carpeta: Path, azar: Random) -> Path:
    """El archivo y su diario como quedan si se va la luz a media acción, tras trabajar un poco más."""
    carpeta.mkdir()
    with oficina.abrir(archivo) as exp:
        for _ in range(azar.randrange(3)):
            capturar(exp, TRIMESTRE, ABRIL, azar.randrange(1000))
    return a_medias(archivo, carpeta)[0]
