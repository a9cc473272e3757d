"""Los contenidos que algo usa todavía: los demás solo los guarda deshacer, y aligerar los quita."""

from __future__ import annotations

ALIGERAR = "Aligerar el archivo"
"""La única acción que quita contenidos."""

DE_LO_FIRMADO = ("pdf", "documento", "cifras")
_CITAS = (
    *(f"SELECT 1 FROM firma WHERE {columna} = {{sha256}}" for columna in DE_LO_FIRMADO),
    "SELECT 1 FROM escaneado WHERE contenido = {sha256}",
    "SELECT 1 FROM carta_enviada WHERE documento = {sha256}",
    "SELECT 1 FROM evidencia WHERE contenido = {sha256}",
    "SELECT 1 FROM papel WHERE instr(logos, {sha256})",
    # Los logotipos de lo ya firmado o impreso van dentro de su documento
    "SELECT 1 FROM firma f JOIN contenido d ON d.sha256 = f.documento WHERE instr(d.bytes, {sha256})",
    "SELECT 1 FROM carta_enviada c JOIN contenido d ON d.sha256 = c.documento WHERE instr(d.bytes, {sha256})",
)


def de_un_contenido(sha256: str) -> str:
    """El SQL de si un trozo es de un contenido que llegó a guardarse; `sha256` es la columna que lo dice."""
    return f"EXISTS (SELECT 1 FROM contenido WHERE sha256 = {sha256})"


def usado(sha256: str) -> str:
    """El SQL de si un contenido se usa; `sha256` es la columna que lo dice."""
    return "(" + " OR ".join(f"EXISTS ({cita.format(sha256=sha256)})" for cita in _CITAS) + ")"
