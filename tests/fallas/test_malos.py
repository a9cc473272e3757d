"""Todo archivo malo se rechaza con su frase, sin tocarlo ni crear nada, se llame como se llame."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.test_apertura import MALOS
from tests.fallas.contenido import contenido_de
from tests.fallas.forma import cuantas
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import comprobacion, expediente, respaldo

pytestmark = pytest.mark.fallas
NOMBRES = [
    "año ñandú.sqlite",
    "a#b.sqlite",
    "100%.sqlite",
    "%41.sqlite",
    "y & o.sqlite",
    " con  espacios .sqlite",
]
SOLO_FUERA_DE_WINDOWS = ["¿qué?.sqlite", "a?mode=rwc.sqlite", 'dice "algo".sqlite', "file:a.sqlite"]
ABRIR: list[Callable[..., object]] = [
    lambda ruta: expediente.abrir(ruta, oficina.ahora),
    lambda ruta: expediente.consultar(ruta, oficina.ahora),
    lambda ruta: sano_o_error(ruta),
]


def sano_o_error(ruta: Path) -> None:
    informe = comprobacion.comprobar(ruta)
    if not informe.sano:
        raise ErrorEsperado(informe.hallazgo)


def rutas(carpeta: Path) -> Iterator[Path]:
    """Nombres y carpetas de los que dan guerra; la más larga, de las que Windows aún admite."""
    for nombre in NOMBRES + ([] if os.name == "nt" else SOLO_FUERA_DE_WINDOWS):
        yield carpeta / nombre
    larga = carpeta / "carpeta de nombre largo"
    while len(str(larga)) < 200:
        larga /= "carpeta de nombre largo"
    yield larga / ("x" * (237 - len(str(larga)) - len(".sqlite") - 1) + ".sqlite")


def algunas(carpeta: Path, cual: int) -> list[Path]:
    """De esas, tres seguidas, otras para cada daño: entre todos los daños se prueban todas varias veces."""
    todas = [*rutas(carpeta)]
    return [todas[(3 * cual + n) % len(todas)] for n in range(cuantas(3, len(todas)))]


@pytest.mark.parametrize(
    ("cual", "danar", "frase"), [(n, *m[1:]) for n, m in enumerate(MALOS)], ids=[m[0] for m in MALOS]
)
def test_lo_malo_se_rechaza_y_nada_cambia(
    molde: Path, tmp_path: Path, cual: int, danar: Callable[[Path], None], frase: str
):
    for ruta in algunas(tmp_path, cual):
        ruta.parent.mkdir(parents=True, exist_ok=True)
        (ruta.parent / "copias").mkdir(exist_ok=True)
        ruta.write_bytes(molde.read_bytes())
        danar(ruta)
        antes, alrededor = ruta.read_bytes(), sorted(tmp_path.rglob("*"))
        for abrir in ABRIR:
            with pytest.raises(ErrorEsperado, match=frase):
                abrir(ruta)
            assert ruta.read_bytes() == antes
            assert sorted(tmp_path.rglob("*")) == alrededor
        respaldar_o_decir(ruta, molde)
        assert ruta.read_bytes() == antes
        assert sorted(tmp_path.rglob("*")) == alrededor


def respaldar_o_decir(ruta: Path, molde: Path) -> None:
    """De un archivo malo no sale un respaldo o, si lo que le sobra no es contenido, sale uno bueno."""
    try:
        hecho = respaldo.respaldar(ruta, oficina.ahora(), ruta.parent / "copias")
    except ErrorEsperado:
        return
    assert comprobacion.comprobar(hecho.ruta).sano
    assert contenido_de(hecho.ruta) == contenido_de(molde)
    hecho.ruta.unlink()


def test_lo_bueno_se_abre_se_llame_como_se_llame(molde: Path, tmp_path: Path):
    for ruta in rutas(tmp_path):
        ruta.parent.mkdir(parents=True, exist_ok=True)
        ruta.write_bytes(molde.read_bytes())
        for abrir in ABRIR:
            abierto = abrir(ruta)
            if isinstance(abierto, expediente.Expediente):
                abierto.cerrar()
        copia = respaldo.copiar_a(ruta, tmp_path, oficina.ahora())
        assert comprobacion.comprobar(copia).sano
        assert ruta.read_bytes() == molde.read_bytes()
        assert not ruta.with_name(f"{ruta.name}.candado").exists()
