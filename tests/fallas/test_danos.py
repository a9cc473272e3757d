"""Bits volteados, sectores de basura, archivos cortados o alargados: ningún cambio de contenido pasa."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.datos import oficina
from tests.evidencias.archivos import escaneo, foto
from tests.fallas.contenido import contenido_de
from tests.fallas.forma import cuantas
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.comprobacion import comprobar
from ut_escritorio.servicios.evidencias.adjuntar import adjuntar
from ut_escritorio.servicios.evidencias.preparar import PorAdjuntar, preparar

pytestmark = pytest.mark.fallas
SECTOR = 512


def voltear_un_bit(octetos: bytearray, azar: Random) -> None:
    octetos[azar.randrange(len(octetos))] ^= 1 << azar.randrange(8)


def llenar_un_sector_de_basura(octetos: bytearray, azar: Random) -> None:
    desde = azar.randrange(len(octetos) // SECTOR) * SECTOR
    octetos[desde : desde + SECTOR] = azar.randbytes(SECTOR)


def poner_un_sector_en_ceros(octetos: bytearray, azar: Random) -> None:
    desde = azar.randrange(len(octetos) // SECTOR) * SECTOR
    octetos[desde : desde + SECTOR] = bytes(SECTOR)


def repetir_un_sector(octetos: bytearray, azar: Random) -> None:
    de, a = (azar.randrange(len(octetos) // SECTOR) * SECTOR for _ in range(2))
    octetos[a : a + SECTOR] = octetos[de : de + SECTOR]


def cortar(octetos: bytearray, azar: Random) -> None:
    del octetos[azar.randrange(len(octetos)) :]


def alargar_con_ceros(octetos: bytearray, azar: Random) -> None:
    octetos += bytes(azar.choice((1, SECTOR, 4096, 9000)))


def cola_de_ceros(octetos: bytearray, azar: Random) -> None:
    desde = azar.randrange(len(octetos))
    octetos[desde:] = bytes(len(octetos) - desde)


DANOS: tuple[tuple[Callable[[bytearray, Random], None], int], ...] = (
    (voltear_un_bit, 8),
    (llenar_un_sector_de_basura, 3),
    (poner_un_sector_en_ceros, 3),
    (repetir_un_sector, 2),
    (cortar, 2),
    (alargar_con_ceros, 1),
    (cola_de_ceros, 1),
)


@pytest.fixture(scope="module")
def lleno(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """El ejemplo, con sus páginas llenas y dos evidencias: en la oficina pequeña casi todas están vacías."""
    ruta = tmp_path_factory.mktemp("lleno") / "ejemplo.sqlite"
    creacion.crear_ejemplo(ruta, oficina.ahora).cerrar()
    with oficina.abrir(ruta) as exp:
        segundo = Trimestre(2024, 2)
        dueno = Origen("renglon", exp.foto(segundo).renglones[0].uid)
        dados = PorAdjuntar("a.jpg", octetos=foto(900, 700)), PorAdjuntar("b.pdf", octetos=escaneo(3))
        adjuntar(exp, segundo, dueno, preparar(dados, lambda a, b: None, lambda: False))
    return ruta


def test_ningun_cambio_de_contenido_pasa_por_sano(lleno: Path, tmp_path: Path):
    sano, azar = lleno.read_bytes(), Random(2031)
    dice = contenido_de(lleno)
    cuenta = {"visto": 0, "sin efecto": 0}
    danos, pesos = zip(*DANOS, strict=True)
    for n in range(cuantas(120, 2000)):
        octetos = bytearray(sano)
        (dano,) = azar.choices(danos, pesos)
        dano(octetos, azar)
        copia = tmp_path / f"{n}.sqlite"
        copia.write_bytes(octetos)
        if pasa_por_sano(copia):
            assert contenido_de(copia) == dice, (n, dano.__name__)
            cuenta["sin efecto"] += 1
        else:
            cuenta["visto"] += 1
        assert copia.read_bytes() == octetos
        copia.unlink()
    assert list(tmp_path.iterdir()) == []
    print(f"\nDaños: {cuenta}")
    assert cuenta["visto"] > cuenta["sin efecto"] / 2


def pasa_por_sano(copia: Path) -> bool:
    try:
        return comprobar(copia).sano
    except ErrorEsperado:
        return False
