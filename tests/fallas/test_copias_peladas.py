"""Ella respalda copiando el archivo: quieto, la copia siempre está entera; a medio guardar, se rechaza."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.fallas.contenido import contenido_de, numero_visto
from tests.fallas.forma import cuantas
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.comprobacion import comprobar
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.evidencias import dar
from ut_escritorio.servicios.evidencias.adjuntar import evidencias_de

pytestmark = pytest.mark.fallas
RAIZ = Path(__file__).parents[2]
PAGINA = 4096
# Anota lo mismo en varias casillas y en un párrafo, sin parar: una copia revuelta se delata sola
SIN_PARAR = """
import sys
from dataclasses import replace
from pathlib import Path
from tests.datos import oficina
from tests.datos.oficina import TRIMESTRE
from tests.fallas.muertes import CASILLAS
from ut_escritorio.datos.filas import captura, evidencias, renglones as registros
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.evidencias import Preparada
from ut_escritorio.servicios.archivo.expediente import Expediente
with oficina.abrir(Path(sys.argv[1])) as exp:
    parrafo = exp.foto(TRIMESTRE).parrafos[0]
    dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
    n = 0
    for _ in sys.stdin:
        n += 1
        def poner(legajo):
            for casilla in CASILLAS:
                captura.poner_conteo(legajo, casilla, n)
            registros.guardar_parrafo(legajo, replace(parrafo, texto=f"{n} " * 3000))
            octetos = f"{n} ".encode() * 1500
            evidencias.agregar(legajo, dueno, (Preparada(octetos, str(n), f"{n}.jpg", "foto", f"{n}"),))
        exp.hacer(TRIMESTRE, "Anotar todo", poner)
        print(n, flush=True)
"""


def test_con_el_programa_abierto_y_quieto_la_copia_esta_entera(archivo: Path, tmp_path: Path):
    azar = Random(2031)
    copia = tmp_path / "copia.sqlite"
    with oficina.abrir(archivo) as exp:
        for _ in range(cuantas(30, 200)):
            numero = azar.randrange(1000)
            capturar(exp, TRIMESTRE, ABRIL, numero)
            shutil.copyfile(archivo, copia)
            assert comprobar(copia).sano
            assert numero_visto(copia) == numero
            assert contenido_de(copia) == contenido_de(archivo)


def test_con_el_programa_cerrado_la_copia_esta_entera(archivo: Path, tmp_path: Path):
    copia = tmp_path / "copia.sqlite"
    for numero in range(cuantas(10, 100)):
        with oficina.abrir(archivo) as exp:
            capturar(exp, TRIMESTRE, ABRIL, numero)
        shutil.copyfile(archivo, copia)
        assert numero_visto(copia) == numero


class OtroQueEscribe:
    """Otro proceso del programa: a cada renglón que se le manda, guarda una vez y avisa."""

    def __init__(self, archivo: Path) -> None:
        tubo = subprocess.PIPE
        orden = [sys.executable, "-c", SIN_PARAR, str(archivo)]
        self.proceso = subprocess.Popen(
            orden, cwd=RAIZ, stdin=tubo, stdout=tubo, text=True, encoding="utf-8", bufsize=1
        )

    def pedir(self, cuantas: int) -> None:
        assert self.proceso.stdin is not None
        self.proceso.stdin.write("\n" * cuantas)
        self.proceso.stdin.flush()

    def esperar(self, cuantas: int) -> int:
        assert self.proceso.stdout is not None
        return [int(self.proceso.stdout.readline()) for _ in range(cuantas)][-1]


@pytest.fixture
def otro(archivo: Path) -> Iterator[OtroQueEscribe]:
    otro = OtroQueEscribe(archivo)
    yield otro
    otro.proceso.kill()
    otro.proceso.communicate()


def copiar_despacio(archivo: Path, copia: Path, otro: OtroQueEscribe, azar: Random) -> None:
    """Página por página, mientras el otro guarda varias veces a lo largo de la copia."""
    paginas = archivo.stat().st_size // PAGINA
    pausas = {azar.randrange(paginas) for _ in range(azar.randrange(1, 5))}
    otro.pedir(len(pausas))
    with archivo.open("rb") as de, copia.open("wb") as a:
        for pagina in range(paginas):
            a.write(de.read(PAGINA))
            if pagina in pausas and azar.random() < 0.8:
                otro.esperar(1)
                pausas.discard(pagina)
    otro.esperar(len(pausas)) if pausas else None


def test_bajo_esfuerzo_toda_copia_rota_se_rechaza(archivo: Path, tmp_path: Path, otro: OtroQueEscribe):
    azar, copia = Random(2031), tmp_path / "copia.sqlite"
    otro.pedir(1)
    otro.esperar(1)
    cuenta = {"entera": 0, "rechazada": 0}
    for _ in range(cuantas(40, 300)):
        copiar_despacio(archivo, copia, otro, azar)
        try:
            sana = comprobar(copia).sano
        except ErrorEsperado:
            sana = False
        if sana:
            exigir_pareja(copia)
        cuenta["entera" if sana else "rechazada"] += 1
    print(f"\nCopias bajo esfuerzo: {cuenta}")
    assert cuenta["rechazada"] > 0


def exigir_pareja(copia: Path) -> None:
    """En una copia entera, todo es de un mismo guardado."""
    dice = contenido_de(copia)
    textos = {palabra for *_, texto in dice["parrafo_libre"] if " " in texto for palabra in texto.split()}
    numeros = {str(n) for n in (numero_visto(copia),)}
    assert len(textos & {str(n) for n in range(100_000)}) == 1
    assert numeros <= textos
    with expediente.consultar(copia, oficina.ahora) as exp:
        dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
        suyas = evidencias_de(exp, TRIMESTRE, dueno)
        assert numeros == {str(len(suyas))}
        assert all(set(dar.bytes_de(exp, e).decode().split()) == {e.pie} for e in suyas)
