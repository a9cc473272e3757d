"""Un disco que falla, o un equipo que se apaga, en la operación que se diga: la misma SQLite, con fallas.c.

Corre en un proceso aparte, con la biblioteca precargada (`python -m tests.fallas.disco MOLDE CARPETA QUÉ
SALTO`), e imprime en JSON lo que salió mal (nada, si todo salió bien) y cuánto se probó.
"""

from __future__ import annotations

import ctypes
import errno
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from hashlib import sha256
from itertools import product
from pathlib import Path
from unittest.mock import patch

from tests.datos import oficina
from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from tests.fallas.contenido import contenido_de, numero_de
from ut_escritorio.datos.archivo.cabecera import diario_de
from ut_escritorio.datos.archivo.candado import candado_de
from ut_escritorio.datos.motor.identidad import senas_de
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre import evidencias as dominio
from ut_escritorio.dominio.trimestre.evidencias import Preparada, Trozo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import respaldo
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo
from ut_escritorio.servicios.evidencias import dar
from ut_escritorio.servicios.evidencias.adjuntar import adelantar, adjuntar, evidencias_de
from ut_escritorio.servicios.evidencias.preparar import Lote

FUENTE = Path(__file__).with_name("fallas.c")
MORIR = -1
ERRORES = (errno.EIO, errno.ENOSPC)


def compilar(carpeta: Path) -> Path | None:
    """La biblioteca que hace fallar; None donde no se puede (sin Linux o sin gcc)."""
    if not sys.platform.startswith("linux") or shutil.which("gcc") is None:
        return None
    biblioteca = carpeta / "fallas.so"
    orden = ["gcc", "-shared", "-fPIC", "-O1", "-o", str(biblioteca), str(FUENTE), "-ldl"]
    subprocess.run(orden, check=True)
    return biblioteca


@dataclass
class Corrida:
    """Lo que se lleva probado y lo que salió mal."""

    molde: Path
    carpeta: Path
    salto: int
    probadas: int = 0
    malas: list[str] = field(default_factory=list)

    @property
    def archivo(self) -> Path:
        return self.carpeta / "oficina.sqlite"

    def de_nuevo(self) -> None:
        """El archivo como al principio."""
        for resto in (self.archivo, diario_de(self.archivo), candado_de(self.archivo)):
            resto.unlink(missing_ok=True)
        shutil.copyfile(self.molde, self.archivo)

    def exige(self, que: object, frase: str) -> None:
        if not que:
            self.malas.append(frase)


_falla = ctypes.CDLL(None)


@contextmanager
def armada(carpeta: Path, cual: int, siempre: bool, que: int) -> Iterator[None]:
    """Dentro, la operación `cual` sobre la carpeta falla así; 0: solo se cuentan."""
    _falla.falla_armar(os.fsencode(carpeta), cual, int(siempre), que)
    try:
        yield
    finally:
        _falla.falla_armar(b"", 0, 0, 0)


def contar(carpeta: Path, hacer: Callable[[], object]) -> int:
    """Cuántas operaciones de disco lleva."""
    with armada(carpeta, 0, False, 0):
        hacer()
        return int(_falla.falla_contadas())


def intentar(hacer: Callable[[], object], corrida: Corrida, cual: str) -> str | None:
    """Lo hace; None si se hizo, o la frase con que se dijo que no."""
    try:
        hacer()
    except ErrorEsperado as error:
        return str(error)
    except Exception as error:
        corrida.malas.append(f"{cual}: salió {type(error).__name__} sin palabras: {error}")
        return str(error)
    return None


def abrir(corrida: Corrida) -> Expediente:
    """El archivo como al principio, abierto y ya trabajado: abril dice 1."""
    corrida.de_nuevo()
    exp = oficina.abrir(corrida.archivo, senas_de(corrida.archivo))  # recién copiado está sano
    capturar(exp, TRIMESTRE, ABRIL, 1)
    return exp


def _adjuntar(exp: Expediente) -> None:
    """Una foto de las grandes, a un renglón."""
    octetos = bytes(range(256)) * 800
    dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
    adjuntar(exp, TRIMESTRE, dueno, Lote((Preparada(octetos, "foto", "foto.jpg", "foto"),)))


def _por_trozos(exp: Expediente) -> None:
    """Algo que va por trozos, a un renglón."""
    octetos = b"".join(bytes([n]) * 40_000 for n in range(3))
    suya = sha256(octetos).hexdigest()
    for n in range(3):
        adelantar(exp, Trozo(suya, n, bytes([n]) * 40_000))
    dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
    with patch.object(dominio, "MIDE", 40_000):
        preparada = Preparada(octetos, suya, "acuse.pdf", "pdf", hojas=1, contenido=suya)
        adjuntar(exp, TRIMESTRE, dueno, Lote((preparada,)))


GUARDADOS: dict[str, Callable[[Expediente], object]] = {
    "un número": lambda exp: capturar(exp, TRIMESTRE, ABRIL, 2),
    "un texto largo": lambda exp: nuevo_parrafo(exp, TRIMESTRE, PASO, "x" * 200_000),
    "una foto": _adjuntar,
    "algo por trozos": _por_trozos,
}


def guardar(corrida: Corrida) -> None:
    """Cada operación de un guardado falla, una vez y siempre."""
    for nombre, hacer in GUARDADOS.items():
        exp = abrir(corrida)
        antes = _pantalla(exp)
        operaciones = contar(corrida.carpeta, lambda h=hacer, e=exp: h(e))
        despues = _pantalla(exp)
        exp.cerrar()
        for cual in range(1, operaciones + 1, corrida.salto if operaciones > 40 else 1):
            for siempre, que in _maneras(corrida, cual):
                _un_guardado(corrida, nombre, hacer, cual, siempre, que, (antes, despues))


def _maneras(corrida: Corrida, cual: int) -> list[tuple[bool, int]]:
    """De cuáles falla; a saltos, una vez de una y siempre de la otra, y la operación que sigue al revés."""
    if corrida.salto == 1:
        return list(product((False, True), ERRORES))
    return [(False, ERRORES[cual % 2]), (True, ERRORES[1 - cual % 2])]


def _un_guardado(
    corrida: Corrida,
    nombre: str,
    hacer: Callable[[Expediente], object],
    cual: int,
    siempre: bool,
    que: int,
    pueden: tuple[str, str],
) -> None:
    caso = f"{nombre}, operación {cual}, {errno.errorcode[que]}{' siempre' if siempre else ''}"
    corrida.probadas += 1
    exp = abrir(corrida)
    with armada(corrida.carpeta, cual, siempre, que):
        frase = intentar(lambda: hacer(exp), corrida, caso)
        intentar(lambda: _pantalla(exp), corrida, f"{caso}, al leer la pantalla")
    pantalla, (antes, despues) = _pantalla(exp), pueden
    corrida.exige(
        pantalla in (antes, despues), f"{caso}: la pantalla no dice ni lo de antes ni lo de después"
    )
    corrida.exige(frase is not None or pantalla == despues, f"{caso}: se dio por guardado y no estaba")
    if frase is not None and que == errno.ENOSPC and siempre:
        corrida.exige("lleno" in frase or "disco" in frase or "abrir" in frase, f"{caso}: se dijo «{frase}»")
    intentar(lambda: capturar(exp, TRIMESTRE, ABRIL, 3), corrida, f"{caso}, al seguir")
    exp.cerrar()
    corrida.exige(numero_de(corrida.archivo) == 3, f"{caso}: lo anotado después no estaba al reabrir")
    corrida.exige(not diario_de(corrida.archivo).exists(), f"{caso}: quedó un diario")


def _pantalla(exp: Expediente) -> str:
    """La foto escrita, con los párrafos por su texto: su identidad es al azar; y lo adjunto."""
    foto = exp.foto(TRIMESTRE)
    dueno = Origen("renglon", foto.renglones[0].uid)
    suyas = [(suya.nombre, len(dar.bytes_de(exp, suya))) for suya in evidencias_de(exp, TRIMESTRE, dueno)]
    return repr((replace(foto, parrafos=tuple(replace(p, uid="") for p in foto.parrafos)), suyas))


def respaldar(corrida: Corrida) -> None:
    """Cada operación de un respaldo falla: el anterior queda igual y no aparece ninguno que no esté sano."""
    copias = corrida.carpeta / "copias"
    copias.mkdir(exist_ok=True)
    exp = abrir(corrida)
    anterior = respaldo.respaldar(corrida.archivo, oficina.ahora(), copias).ruta
    bueno, dice = anterior.read_bytes(), contenido_de(corrida.archivo)
    operaciones = contar(copias, lambda: respaldo.copiar_a(corrida.archivo, copias, oficina.ahora()))
    for cual in range(1, operaciones + 1, corrida.salto):
        for siempre in (False, True):
            caso = f"respaldo, operación {cual}{' siempre' if siempre else ''}"
            corrida.probadas += 1
            for otra in copias.iterdir():
                if otra != anterior:
                    otra.unlink()
            with armada(copias, cual, siempre, ERRORES[cual % 2]):
                frase = intentar(
                    lambda: respaldo.respaldar(corrida.archivo, oficina.ahora(), copias), corrida, caso
                )
            hay = [ruta for ruta in copias.iterdir() if ruta.suffix == ".sqlite"]
            corrida.exige(anterior.read_bytes() == bueno, f"{caso}: el anterior cambió")
            corrida.exige(frase is None or hay == [anterior], f"{caso}: falló y quedó {hay}")
            corrida.exige(
                all(contenido_de(ruta) == dice for ruta in hay), f"{caso}: una copia dice otra cosa"
            )
            corrida.exige(frase is not None or len(hay) == 2, f"{caso}: se dio por hecho y no estaba")
    exp.cerrar()


def morir(corrida: Corrida) -> None:
    """El equipo se apaga en cada operación de un guardado; al volver dice lo de antes o lo de después."""
    for nombre, hacer in GUARDADOS.items():
        exp = abrir(corrida)
        operaciones = contar(corrida.carpeta, lambda h=hacer, e=exp: h(e))
        exp.cerrar()
        for cual in range(1, operaciones + 1, corrida.salto if operaciones > 40 else 1):
            _una_muerte(corrida, nombre, hacer, cual, cual > operaciones - _VARIAN)


# Los números de fila son al azar: una página más o menos, y el mismo guardado hace unas operaciones menos
_VARIAN = 6


def _una_muerte(
    corrida: Corrida, nombre: str, hacer: Callable[[Expediente], object], cual: int, quiza_acabe: bool
) -> None:
    caso = f"muerte en {nombre}, operación {cual}"
    corrida.probadas += 1
    hijo = os.fork()
    if hijo == 0:
        exp = abrir(corrida)
        with armada(corrida.carpeta, cual, False, MORIR):
            hacer(exp)
        os._exit(0)
    _, estado = os.waitpid(hijo, 0)
    corrida.exige(os.WIFSIGNALED(estado) or (quiza_acabe and estado == 0), f"{caso}: no murió")
    numero = numero_de(corrida.archivo)
    corrida.exige(numero in (1, 2), f"{caso}: abril dice {numero}")
    corrida.exige(
        [cosa.name for cosa in corrida.carpeta.iterdir()] == [corrida.archivo.name],
        f"{caso}: quedaron {[cosa.name for cosa in corrida.carpeta.iterdir()]}",
    )


HACER: dict[str, Callable[[Corrida], None]] = {"guardar": guardar, "respaldar": respaldar, "morir": morir}


def main(cuales: dict[str, Callable[[Corrida], None]]) -> None:
    """Hace la que se pide y la cuenta."""
    molde, carpeta, que, salto = sys.argv[1:]
    corrida = Corrida(Path(molde), Path(carpeta), int(salto))
    cuales[que](corrida)
    print(json.dumps({"probadas": corrida.probadas, "malas": corrida.malas}, ensure_ascii=False))


if __name__ == "__main__":
    main(HACER)
