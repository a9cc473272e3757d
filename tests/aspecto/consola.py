"""Lo que la terminal contesta a cada orden, por escrito: una mañana entera de órdenes sobre el ejemplo."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from datetime import UTC, datetime
from pathlib import Path
from shlex import split
from unittest.mock import patch

from tests.aspecto.salidas import huella
from tests.datos.oficina import DATOS, PLAN
from tests.evidencias.archivos import HEIC, escaneo, foto
from ut_escritorio import aplicacion

_DEL_ANIO = "--ejercicio 2024"
_DEL_2 = f"{_DEL_ANIO} --trimestre 2"
_DE_DATO = '--plantilla "solicitud de actualizacion" --dato modulo=Horarios'
ORDENES = f"""
--ayuda
--raro
revisar
revisar e.sqlite --ejercicio dos --trimestre 2
firmar e.sqlite {_DEL_2} --fecha ayer
ejemplo e.sqlite
ejemplo e.sqlite
nuevo n.sqlite --plan plan.toml --datos datos.toml
nuevo o.sqlite --plan no.toml
comprobar e.sqlite
comprobar no.sqlite
revisar e.sqlite {_DEL_2}
revisar e.sqlite {_DEL_2} --json
revisar e.sqlite {_DEL_ANIO} --trimestre 3
avance e.sqlite {_DEL_2}
revisar n.sqlite --ejercicio 2031 --trimestre 2
revisar e.sqlite {_DEL_ANIO} --trimestre 5
comparar e.sqlite {_DEL_2}
comparar n.sqlite --ejercicio 2031 --trimestre 2 --json
exportar e.sqlite {_DEL_2} --salida i.pdf
exportar e.sqlite {_DEL_2} --salida i.docx
exportar e.sqlite {_DEL_2} --salida i.xlsx
exportar e.sqlite {_DEL_2} --salida i.txt
exportar e.sqlite {_DEL_2} --salida e.sqlite
exportar e.sqlite --ejercicio 2025 --trimestre 1 --salida x.pdf
oficios e.sqlite {_DEL_ANIO}
oficios e.sqlite {_DEL_ANIO} --json
oficios e.sqlite --ejercicio 2023
oficios e.sqlite {_DEL_ANIO} --salida c.pdf
oficios e.sqlite {_DEL_ANIO} --salida c.pdf --folio ut/822/2024
oficios e.sqlite {_DEL_ANIO} --salida c.pdf --folio UT/0712/2024
oficios e.sqlite {_DEL_ANIO} --salida c.pdf --folio UT/9999/2024
oficios e.sqlite {_DEL_ANIO} --folio UT/9999/2024
oficios e.sqlite {_DEL_ANIO} --relacion mayo --salida r.pdf
oficios e.sqlite {_DEL_ANIO} --relacion 2 --cuales ambos --salida r.pdf
oficios e.sqlite {_DEL_ANIO} --relacion TODO --cuales recibidos --sin-cancelados --salida r.xlsx
oficios e.sqlite {_DEL_ANIO} --relacion nunca --salida r.pdf
oficios e.sqlite {_DEL_ANIO} --relacion 2
oficios e.sqlite {_DEL_ANIO} --cuales ambos
oficios e.sqlite {_DEL_ANIO} --relacion 2 --por-entregar --salida r.pdf
oficios e.sqlite {_DEL_ANIO} --por-entregar --salida p.pdf
oficios e.sqlite {_DEL_ANIO} --sin-contestar
escribir e.sqlite {_DEL_ANIO} {_DE_DATO} --areas areas.csv --fecha 2024-06-12 --paso 1.2/2 --salida a.pdf
escribir e.sqlite {_DEL_ANIO} {_DE_DATO} --areas una.csv --asunto "  Los  horarios " --fecha 13/06/2024
escribir e.sqlite {_DEL_ANIO} --plantilla ninguna --areas areas.csv
escribir e.sqlite {_DEL_ANIO} {_DE_DATO} --areas vacia.csv
escribir e.sqlite {_DEL_ANIO} {_DE_DATO} --areas no.csv
escribir e.sqlite {_DEL_ANIO} --plantilla x --areas una.csv --dato =nada
escribir e.sqlite {_DEL_ANIO} {_DE_DATO} --areas una.csv --paso 9.9
oficios e.sqlite {_DEL_ANIO} --sin-contestar
oficios e.sqlite {_DEL_ANIO} --sin-contestar --json
oficios e.sqlite {_DEL_ANIO} --sin-contestar --salida s.pdf
hojas-de-captura e.sqlite {_DEL_2} --salida h.pdf
hojas-de-captura e.sqlite {_DEL_2} --actividad 2.2 --salida h.pdf
hojas-de-captura e.sqlite {_DEL_2} --actividad 9.9 --salida h.pdf
evidencias e.sqlite {_DEL_2}
evidencias e.sqlite {_DEL_2} --a 1.1
evidencias e.sqlite {_DEL_2} --a 9.9 --adjuntar foto.jpg
evidencias e.sqlite {_DEL_2} --a 1.1 --adjuntar foto.jpg foto.heic
evidencias e.sqlite {_DEL_2} --a ut/548/2024 --adjuntar acuse.pdf
evidencias e.sqlite {_DEL_2} --a 1.1 --adjuntar foto.heic
evidencias e.sqlite {_DEL_2}
evidencias e.sqlite {_DEL_2} --json
exportar e.sqlite {_DEL_2} --salida i.pdf --anexos x.pdf
firmados e.sqlite
firmar e.sqlite {_DEL_2} --fecha 2024-07-04
firmar e.sqlite {_DEL_2} --fecha 2024-07-04 --como-borrador
firmar e.sqlite {_DEL_2} --fecha 2024-07-04 --como-borrador
firmados e.sqlite
firmados e.sqlite --json
exportar e.sqlite {_DEL_2} --salida f.pdf
exportar e.sqlite {_DEL_2} --salida f.pdf --forzar
respaldar e.sqlite --en copias
respaldar e.sqlite --en no
comprobar plan.toml
e.sqlite --ejemplo
"""


def en_la_consola(carpeta: Path) -> str:
    """Cada orden, lo que contesta y con qué código acaba."""
    (carpeta / "copias").mkdir()
    (carpeta / "plan.toml").write_bytes(PLAN.read_bytes())
    (carpeta / "datos.toml").write_bytes(DATOS.read_bytes())
    for de_aqui in PLAN.parent.glob("*.svg"):
        (carpeta / de_aqui.name).write_bytes(de_aqui.read_bytes())
    (carpeta / "foto.jpg").write_bytes(foto())
    (carpeta / "foto.heic").write_bytes(HEIC)
    (carpeta / "acuse.pdf").write_bytes(escaneo(2))
    (carpeta / "areas.csv").write_text(
        "Área,Titular,Cargo\nTesorería,Ana Luna,Tesorera\nObras\n", encoding="utf-8"
    )
    (carpeta / "una.csv").write_text("Catastro;;\n", encoding="utf-8")
    (carpeta / "vacia.csv").write_text("", encoding="utf-8")
    return "\n".join(_renglones(carpeta)) + "\n"


def _renglones(carpeta: Path) -> Iterator[str]:
    for orden in ORDENES.strip().splitlines():
        yield f"$ {orden}"
        antes = {ruta: ruta.stat().st_mtime_ns for ruta in carpeta.iterdir()}
        codigo, dicho = _correr(orden, carpeta)
        yield dicho.replace(f"{carpeta}/", "").replace(str(carpeta), "aquí").rstrip("\n")
        for ruta in sorted(carpeta.iterdir()):
            if ruta.suffix in (".pdf", ".docx", ".xlsx") and antes.get(ruta) != ruta.stat().st_mtime_ns:
                yield f"[{ruta.name}: {huella(ruta.read_bytes())}]"
        yield f"[{codigo}]"


def _correr(orden: str, carpeta: Path) -> tuple[int, str]:
    escrito = [str(carpeta / p) if _es_archivo(p) else p for p in split(orden)]
    dicho = io.StringIO()
    with redirect_stdout(dicho), redirect_stderr(dicho), patch.object(aplicacion, "ahora", _ahora):
        codigo = aplicacion.correr(escrito)
    return codigo, dicho.getvalue()


def _es_archivo(palabra: str) -> bool:
    return palabra in ("copias", "no") or (
        "." in palabra and palabra.rpartition(".")[2].isalpha() and "/" not in palabra
    )


def _ahora() -> datetime:
    return datetime(2024, 7, 8, 10, tzinfo=UTC)
