"""El cuaderno de los respaldos: lo que se sabe de los de cada archivo, guardado fuera de él.

Si falta o no se entiende se empieza otro: nunca impide respaldar, solo se olvida lo anterior.
"""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from ut_escritorio.datos.disco.archivos import reemplazar
from ut_escritorio.dominio.oficina.respaldos import Cuenta, Respaldo


def leer(cuaderno: Path, archivo: Path) -> Cuenta:
    """Lo que el cuaderno dice de los respaldos de un archivo."""
    try:
        dicho = _leer_todo(cuaderno)[_llave(archivo)]
        hechos = (Respaldo(Path(r["ruta"]), datetime.fromisoformat(r["cuando"])) for r in dicho["hechos"])
        alla = dicho.get("alla")
        return Cuenta(tuple(hechos), str(dicho["huella"]), str(dicho["fallo"]), Path(alla) if alla else None)
    except (KeyError, TypeError, ValueError):
        return Cuenta()


def anotar(cuaderno: Path, archivo: Path, cuenta: Cuenta) -> None:
    """Anota lo que se sabe de los respaldos de un archivo; ErrorEsperado si no se deja escribir."""
    hechos = [{"ruta": str(r.ruta), "cuando": r.cuando.isoformat()} for r in cuenta.hechos]
    todo = _leer_todo(cuaderno)
    todo[_llave(archivo)] = {
        "hechos": hechos,
        "huella": cuenta.huella,
        "fallo": cuenta.fallo,
        "alla": str(cuenta.alla) if cuenta.alla else None,
    }
    cuaderno.parent.mkdir(parents=True, exist_ok=True)
    reemplazar(cuaderno, json.dumps(todo, ensure_ascii=False, indent=1).encode("utf-8"))


def _llave(archivo: Path) -> str:
    return str(archivo.absolute())


def _leer_todo(cuaderno: Path) -> dict[str, Any]:
    try:
        leido = json.loads(cuaderno.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return cast(dict[str, Any], leido) if isinstance(leido, dict) else {}
