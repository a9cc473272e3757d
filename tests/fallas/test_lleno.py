"""Un disco lleno de verdad: se dice, y lo que había —el archivo, el respaldo, el PDF— queda intacto."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from tests.evidencias.archivos import foto
from tests.fallas.contenido import contenido_de, numero_de
from tests.fallas.forma import no_se_puede_aqui
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.anexos import LosAnexos
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import respaldo
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo
from ut_escritorio.servicios.entrega import informe
from ut_escritorio.servicios.evidencias.adjuntar import adjuntar, evidencias_de
from ut_escritorio.servicios.evidencias.preparar import PorAdjuntar, preparar
from ut_escritorio.servicios.oficina.plan import anexar

pytestmark = pytest.mark.fallas


@pytest.fixture
def disquito(tmp_path: Path) -> Iterator[Path]:
    """Un disco de tres megas, montado para la prueba."""
    donde = tmp_path / "disquito"
    donde.mkdir()
    montar = ["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", str(donde)]
    hecho = sys.platform.startswith("linux") and shutil.which("mount") and not os.geteuid()
    if not hecho or subprocess.run(montar, check=False, capture_output=True).returncode:
        no_se_puede_aqui("aquí no se puede montar un disco chico para llenarlo")
    yield donde
    subprocess.run(["umount", "--lazy", str(donde)], check=True)


def llenar(disco: Path) -> Path:
    """Ocupa hasta el último octeto; devuelve con qué, para quitarlo."""
    relleno = disco / "relleno"
    with relleno.open("wb", buffering=0) as archivo:
        for cuanto in (65536, 4096, 512, 1):
            try:
                while archivo.write(bytes(cuanto)) == cuanto:
                    pass
            except OSError:
                continue
    return relleno


def test_guardar_en_un_disco_lleno(disquito: Path, molde: Path):
    archivo = disquito / "oficina.sqlite"
    shutil.copyfile(molde, archivo)
    with oficina.abrir(archivo) as exp:
        capturar(exp, TRIMESTRE, ABRIL, 5)
        antes = exp.foto(TRIMESTRE)
        relleno = llenar(disquito)
        with pytest.raises(ErrorEsperado, match="El disco está lleno"):
            nuevo_parrafo(exp, TRIMESTRE, PASO, "x" * 200_000)
        assert exp.foto(TRIMESTRE) == antes
        dueno = Origen("renglon", antes.renglones[0].uid)
        lote = preparar([PorAdjuntar("a.jpg", octetos=foto(2000, 1500))], lambda a, b: None, lambda: False)
        with pytest.raises(ErrorEsperado, match="El disco está lleno"):
            adjuntar(exp, TRIMESTRE, dueno, lote)
        assert exp.foto(TRIMESTRE) == antes and evidencias_de(exp, TRIMESTRE, dueno) == ()
        relleno.unlink()
        adjuntar(exp, TRIMESTRE, dueno, lote)
        capturar(exp, TRIMESTRE, ABRIL, 6)
    assert numero_de(archivo) == 6


def test_abrir_y_trabajar_cuando_ya_no_cabe_ni_el_diario(disquito: Path, molde: Path):
    archivo = disquito / "oficina.sqlite"
    shutil.copyfile(molde, archivo)
    dice = contenido_de(archivo)
    llenar(disquito)
    with oficina.abrir(archivo) as exp, pytest.raises(ErrorEsperado, match="El disco está lleno"):
        nuevo_parrafo(exp, TRIMESTRE, PASO, "x" * 200_000)
    assert contenido_de(archivo) == dice


def test_respaldar_y_exportar_en_un_disco_lleno(disquito: Path, archivo: Path):
    with oficina.abrir(archivo) as exp:
        dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
        lote = preparar([PorAdjuntar("a.jpg", octetos=foto())], lambda a, b: None, lambda: False)
        adjuntar(exp, TRIMESTRE, dueno, lote)
        anexar(exp, TRIMESTRE, LosAnexos("al final"))
        anterior = respaldo.respaldar(archivo, oficina.ahora(), disquito).ruta
        pdf = disquito / "informe.pdf"
        suya = exp.foto(TRIMESTRE)
        informe.exportar(suya, informe.contenidos_de(exp, suya), pdf)
        antes = anterior.read_bytes(), pdf.read_bytes()
        relleno = llenar(disquito)
        with pytest.raises(ErrorEsperado, match="no hay lugar para la copia|disco está lleno"):
            respaldo.respaldar(archivo, oficina.ahora(), disquito)
        with pytest.raises(ErrorEsperado, match="El disco está lleno"):
            informe.exportar(suya, informe.contenidos_de(exp, suya), pdf)
        assert (anterior.read_bytes(), pdf.read_bytes()) == antes
        assert sorted(disquito.iterdir()) == sorted([anterior, pdf, relleno])
    assert "lugar" in respaldo.cuenta_de(archivo).fallo or "lleno" in respaldo.cuenta_de(archivo).fallo
