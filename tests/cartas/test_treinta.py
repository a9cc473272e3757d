"""Treinta cartas a un PDF, muerto el programa a la mitad: ningún número dos veces, ninguno perdido."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader

from tests.cartas.conftest import HOY, empezar_la_serie, nueva
from tests.datos import oficina
from tests.datos.oficina import TRIMESTRE
from ut_escritorio.datos.filas.oficios import cartas as datos
from ut_escritorio.datos.filas.oficios import escritos
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficios import imprimir, tomar
from ut_escritorio.servicios.oficios.libro import leer_libro

TREINTA = [f"PR/{numero:04}/2031" for numero in range(901, 931)]
pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="sin bifurcar no hay a quién matar")


def hacerlo(exp: Expediente, uids: list[str], salida: Path) -> None:
    """Como ella: toma los números que falten y las imprime."""
    folios = {fila.oficio.uid: fila.oficio.folio for fila in leer_libro(exp, 2031).filas}
    if sin_numero := [uid for uid in uids if not folios[uid]]:
        tomar.tomar_seguidos(exp, TRIMESTRE, sin_numero, HOY)
    imprimir.imprimir_en(exp, TRIMESTRE, uids, salida, HOY)


def muere_en(paso: int) -> Callable[[], None]:
    """Cuenta los pasos, y en ese se acaba el proceso sin cerrar nada."""
    van = iter(range(1, 10_000))

    def dar_un_paso() -> None:
        if next(van) == paso:
            os._exit(9)

    return dar_un_paso


def con_pasos(de: Any, nombre: str, paso: Callable[[], None]) -> None:
    suya = getattr(de, nombre)

    def con_paso(*datos: Any, **mas: Any) -> Any:
        paso()
        hecho = suya(*datos, **mas)
        paso()
        return hecho

    setattr(de, nombre, con_paso)


@pytest.fixture(scope="module")
def escritas(molde: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """El archivo con las treinta ya escritas, y cuáles son; cada prueba trabaja en una copia."""
    ruta = tmp_path_factory.mktemp("treinta") / "treinta.sqlite"
    ruta.write_bytes(molde.read_bytes())
    with oficina.abrir(ruta) as exp:
        empezar_la_serie(exp)
        return ruta, [nueva(exp) for _ in range(30)]


# Cada número tomado y cada carta fijada son dos pasos (antes y después); el PDF, los últimos. En la forma
# corta, a media toma y en su último paso, lo mismo al fijarlas, después del PDF y sin morir; morir antes de
# la primera que se fija, o antes del PDF, deja en el archivo lo mismo que el paso anterior.
PASOS = (31, 60, 90, 120, 122, 123)
LOS_DEMAS = [pytest.param(paso, marks=pytest.mark.largo) for paso in range(1, 123) if paso not in PASOS]


@pytest.mark.parametrize("paso", [*PASOS, *LOS_DEMAS])
def test_ninguno_dos_veces_y_ninguno_perdido(escritas: tuple[Path, list[str]], tmp_path: Path, paso: int):
    molde, uids = escritas
    archivo, salida = tmp_path / "oficina.sqlite", tmp_path / "cartas.pdf"
    archivo.write_bytes(molde.read_bytes())
    victima = os.fork()
    if victima == 0:  # pragma: no cover - se muere a propósito
        exp, dar = oficina.abrir(archivo), muere_en(paso)
        con_pasos(tomar.escritos, "cambiar", dar)
        con_pasos(datos, "guardar_enviada", dar)
        con_pasos(imprimir, "reemplazar", dar)
        hacerlo(exp, uids, salida)
        os._exit(0)
    _, como = os.waitpid(victima, 0)
    assert os.waitstatus_to_exitcode(como) == (9 if paso <= 122 else 0)
    a_medias = salida.read_bytes() if salida.exists() else b""
    with oficina.abrir(archivo) as exp:
        tomados = [
            f.oficio.folio for f in leer_libro(exp, 2031).filas if f.oficio.uid in uids and f.oficio.folio
        ]
        assert sorted(tomados) in ([], TREINTA), "o todos o ninguno"
        hacerlo(exp, uids, salida)
        libro = leer_libro(exp, 2031)
        suyos = {f.oficio.folio: f.seguimiento.impreso for f in libro.filas if f.oficio.uid in uids}
        assert suyos == dict.fromkeys(TREINTA, HOY) and libro.siguiente == "PR/0931/2031"
    hojas = [hoja.extract_text() for hoja in PdfReader(salida).pages]
    assert Counter(folio for hoja in hojas for folio in TREINTA if folio in hoja) == Counter(TREINTA)
    assert a_medias in (b"", salida.read_bytes()), "lo que ya estaba en papel salió igual"


def test_con_el_disco_lleno_no_queda_pdf_y_al_volver_a_imprimir_sale_igual(
    con_serie: Expediente, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    uids = [nueva(con_serie), nueva(con_serie)]
    tomar.tomar_seguidos(con_serie, TRIMESTRE, uids, HOY)
    salida = tmp_path / "cartas.pdf"

    def lleno(*_: Any) -> None:
        raise OSError(28, "lleno")

    with monkeypatch.context() as sin_espacio:
        sin_espacio.setattr("ut_escritorio.datos.disco.archivos.os.replace", lleno)
        with pytest.raises(imprimir.ErrorEsperado, match="El disco está lleno.*salen iguales"):
            imprimir.imprimir_en(con_serie, TRIMESTRE, uids, salida, HOY)
    assert not salida.exists() and list(tmp_path.glob("*.tmp")) == []
    imprimir.imprimir_en(con_serie, TRIMESTRE, uids, salida, HOY)
    assert len(PdfReader(salida).pages) == 2
    assert escritos.leer_seguimiento(con_serie.base, uids[0]).impreso == HOY
