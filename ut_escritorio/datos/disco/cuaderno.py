"""El cuaderno de los respaldos: lo que se sabe de los de cada archivo, guardado fuera de él.

Si falta o no se entiende se empieza otro: nunca impide respaldar, solo se olvida lo anterior.
"""

from __future__ import annotations

import json
import logging
from datetime import datetime
from pathlib import Path
from typing import Any, cast

from ut_escritorio.datos.disco.archivos import reemplazar
from ut_escritorio.dominio.oficina.respaldos import Cuenta, Respaldo
from ut_escritorio.errores import ErrorEsperado

_NOTAS = logging.getLogger(__name__)
# Lo que no se dejó escribir: mientras el programa esté abierto, vale como si estuviera escrito
_SIN_ESCRIBIR: dict[Path, dict[str, Any]] = {}


def leer(cuaderno: Path, archivo: Path, identidad: str) -> Cuenta:
    """Lo que el cuaderno dice de los respaldos de un archivo, aunque le hayan cambiado el nombre.

    `identidad` es la suya; vacía si está tan dañado que no se sabe: entonces, lo que se dijo de su ruta.
    """
    todo = _leer_todo(cuaderno)
    for donde in (_llave(archivo), *_de_donde_se_movio(todo, identidad)):
        cuenta = _cuenta(todo.get(donde))
        if cuenta is not None and (not identidad or cuenta.identidad in ("", identidad)):
            return cuenta
    return Cuenta(identidad=identidad)


def anotar(cuaderno: Path, archivo: Path, cuenta: Cuenta) -> None:
    """Anota lo que se sabe de los respaldos de un archivo; si no se deja escribir, lo recuerda mientras."""
    todo = _leer_todo(cuaderno)
    todo[_llave(archivo)] = {
        "identidad": cuenta.identidad,
        "hechos": [_escrito(hecho) for hecho in cuenta.hechos],
        "huella": cuenta.huella,
        "fallo": cuenta.fallo,
        "alla": str(cuenta.alla) if cuenta.alla else None,
        "tope": cuenta.tope,
        "por_espacio": cuenta.por_espacio,
        "afuera": cuenta.afuera.isoformat() if cuenta.afuera else None,
    }
    _SIN_ESCRIBIR[cuaderno] = todo
    try:
        cuaderno.parent.mkdir(parents=True, exist_ok=True)
        reemplazar(cuaderno, json.dumps(todo, ensure_ascii=False, indent=1).encode("utf-8"))
    except (OSError, ErrorEsperado) as error:
        _NOTAS.warning("el cuaderno de los respaldos no se dejó escribir: %s", type(error).__name__)
    else:
        del _SIN_ESCRIBIR[cuaderno]


def _escrito(hecho: Respaldo) -> dict[str, object]:
    return {"ruta": str(hecho.ruta), "cuando": hecho.cuando.isoformat(), "accion": hecho.accion}


def _cuenta(dicho: Any) -> Cuenta | None:
    """Lo que dice un apartado del cuaderno; None si no lo hay o no se entiende."""
    try:
        hechos = tuple(
            Respaldo(Path(r["ruta"]), datetime.fromisoformat(r["cuando"]), int(r.get("accion", 0)))
            for r in dicho["hechos"]
        )
        alla = dicho.get("alla")
        huella, fallo, identidad = dicho["huella"], dicho["fallo"], dicho.get("identidad", "")
        tope, por_espacio = int(dicho.get("tope", 0)), str(dicho.get("por_espacio", ""))
        alla, afuera = Path(alla) if alla else None, dicho.get("afuera")
        afuera = datetime.fromisoformat(afuera) if afuera else None
        return Cuenta(hechos, str(huella), str(fallo), alla, str(identidad), tope, por_espacio, afuera)
    except (KeyError, TypeError, ValueError, AttributeError):
        return None


def _de_donde_se_movio(todo: dict[str, Any], identidad: str) -> list[str]:
    """Las rutas de ese mismo archivo en que ya no hay nada: de ahí se movió."""
    cuentas = {donde: _cuenta(dicho) for donde, dicho in todo.items()}
    suyos = [donde for donde, cuenta in cuentas.items() if cuenta and "" != identidad == cuenta.identidad]
    return [donde for donde in suyos if not Path(donde).exists()]


def _llave(archivo: Path) -> str:
    return str(archivo.absolute())


def _leer_todo(cuaderno: Path) -> dict[str, Any]:
    if cuaderno in _SIN_ESCRIBIR:
        return dict(_SIN_ESCRIBIR[cuaderno])
    try:
        leido = json.loads(cuaderno.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return cast(dict[str, Any], leido) if isinstance(leido, dict) else {}
