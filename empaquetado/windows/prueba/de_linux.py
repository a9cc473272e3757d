"""Lo que se hace con el programa en este equipo: lo de Windows debe ser lo mismo, octeto por octeto."""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from wine import RAIZ

DEL_EJEMPLO = ("--ejercicio", "2024", "--trimestre", "2")
DEL_PLAN = ("--ejercicio", "2031", "--trimestre", "2")
_AHORA = datetime(2024, 7, 4, 16, 59, tzinfo=UTC)


def del_ejemplo(aparte: Path, *finales: str) -> list[Path]:
    """El informe del ejemplo, con cada final."""
    archivo = aparte / "ejemplo.sqlite"
    _aqui("ejemplo", archivo)
    return [_exportado(archivo, DEL_EJEMPLO, final) for final in finales]


def con_anexos(aparte: Path, *finales: str) -> list[Path]:
    """El ejemplo con un PDF escaneado que sale en el informe: su archivo y, con cada final, el informe."""
    sys.path.insert(0, str(RAIZ))
    from tests.evidencias.archivos import hojas_numeradas
    from ut_escritorio.dominio.origen import Origen
    from ut_escritorio.dominio.periodos import Trimestre
    from ut_escritorio.dominio.plan.anexos import LosAnexos
    from ut_escritorio.servicios.archivo.creacion import crear_ejemplo
    from ut_escritorio.servicios.evidencias import adjuntar
    from ut_escritorio.servicios.evidencias.preparar import PorAdjuntar, preparar
    from ut_escritorio.servicios.oficina.plan import anexar

    archivo, trimestre, suyo = aparte / "con anexos.sqlite", Trimestre(2024, 2), Origen("lugar", "1.1")
    escaneado = PorAdjuntar("acuse.pdf", octetos=hojas_numeradas(("Recibido", "Sellado")))
    with crear_ejemplo(archivo, lambda: _AHORA) as abierto:
        lote = preparar([escaneado], lambda hecho, total: None, lambda: False)
        adjuntar.adjuntar(abierto, trimestre, suyo, lote)
        (acuse,) = adjuntar.evidencias_de(abierto, trimestre, suyo)
        adjuntar.salir(abierto, trimestre, acuse.uid, True)
        anexar(abierto, trimestre, LosAnexos("al final"))
    return [archivo, *(_exportado(archivo, DEL_EJEMPLO, final) for final in finales)]


def con_logotipos(aparte: Path) -> list[tuple[Path, Path]]:
    """Un plan con un logotipo de cada clase de imagen, y su informe."""
    from PIL import Image

    hechos: list[tuple[Path, Path]] = []
    escrito = (RAIZ / "tests" / "datos" / "archivos" / "plan_chico.toml").read_text(encoding="utf-8")
    for clase in ("png", "jpg"):
        Image.linear_gradient("L").convert("RGB").save(aparte / f"logo.{clase}")
        plan, archivo = aparte / f"{clase}.toml", aparte / f"{clase}.sqlite"
        plan.write_text(escrito.replace("logo.svg", f"logo.{clase}"), encoding="utf-8")
        _aqui("nuevo", archivo, "--plan", plan)
        hechos.append((plan, _exportado(archivo, DEL_PLAN, ".pdf")))
    return hechos


def _exportado(archivo: Path, periodo: tuple[str, ...], final: str) -> Path:
    salida = archivo.with_suffix(final)
    _aqui("exportar", archivo, *periodo, "--salida", salida)
    return salida


def _aqui(*palabras: object) -> None:
    programa = [str(_python()), "-m", "ut_escritorio", *map(str, palabras)]
    subprocess.run(programa, cwd=RAIZ, check=True, stdout=subprocess.DEVNULL)


@cache
def _python() -> Path:
    """El que corre esto, si tiene lo que el programa pide, o el de `.venv`."""
    if importlib.util.find_spec("fpdf") is not None:
        return Path(sys.executable)
    sys.path.insert(0, str(RAIZ / "empaquetado"))
    from arranque import preparar_entorno

    return preparar_entorno("")
