"""El texto y lo que va junto a él, en el disco: sin pisar nada, y todo o nada."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.datos.disco.archivos import reemplazar
from ut_escritorio.datos.disco.destino import hacer_carpeta, sin_lo_que_no_se_admite
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.errores import ErrorEsperado


def revisar_que_es_nuevo(salida: Path) -> None:
    """ErrorEsperado si ahí ya hay algo: pudo escribirse a mano."""
    if salida.exists():
        raise ErrorEsperado(
            f"«{salida.name}» ya existe y no se cambió: se perdería lo que ahí se haya escrito a mano. "
            "Elija otro nombre."
        )


def nombres_de(catalogo: Catalogo, contenidos: Mapping[str, bytes]) -> dict[str, str]:
    """Cómo se llama cada logotipo, por lo que dice a quien no lo ve."""
    nombres: dict[str, str] = {}
    for logo in (logo for papel in catalogo.papeles for logo in papel.logos):
        fin = "svg" if contenidos[logo.sha256].lstrip()[:1] == b"<" else "png"
        nombre = sin_lo_que_no_se_admite(logo.alternativo)[:60].strip(" .") or "logotipo"
        veces = sum(usado.startswith(nombre) for usado in nombres.values())
        nombres.setdefault(logo.sha256, f"{nombre} {veces + 1}.{fin}" if veces else f"{nombre}.{fin}")
    return nombres


@cache
def del_programa() -> Mapping[str, str]:
    """Los logotipos que el programa trae, por su SHA-256: no hace falta llevarlos."""
    carpeta = rutas.recursos()
    return {
        hashlib.sha256(ruta.read_bytes()).hexdigest(): ruta.relative_to(carpeta).as_posix()
        for ruta in sorted((carpeta / "logos").iterdir())
    }


def escribir(salida: Path, texto: str, junto: Mapping[Path, bytes]) -> None:
    """Deja el texto y lo que va junto a él, en su carpeta: todo o nada."""
    archivos = {**junto, salida: texto.encode()}
    hechos: list[Path] = []
    carpetas: list[Path] = []
    try:
        for ruta, octetos in archivos.items():
            if ruta.parent != salida.parent and not ruta.parent.exists():
                carpetas.append(hacer_carpeta(ruta.parent))
            reemplazar(ruta, octetos)
            hechos.append(ruta)
    except ErrorEsperado:
        with suppress(OSError):
            for ruta in hechos:
                ruta.unlink(missing_ok=True)
            for carpeta in carpetas:
                carpeta.rmdir()
        raise
