"""Escribe con typst lo que dicen las hojas de un documento, las veces que se pida, y dice cuánto tardó.

    PYTHON con_typst.py HOJAS.json LETRAS SALIDA VECES

Como `con_reportlab.py`, en un Python con typst 0.15. typst sí etiqueta; tampoco pone logotipos.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
import time
from pathlib import Path

_HOJA = r"""
#let dicho = json("hojas.json")
#let membrete = dicho.partes.at(0).membrete
#set document(title: "Informe")
#set page("us-letter", margin: 25mm, header: text(7pt, membrete.leyenda),
  footer: align(center, text(8pt, membrete.pie) + context counter(page).display()))
#set text(font: "Montserrat", 9.5pt, lang: "es", hyphenate: false)
#set par(justify: true)
#let celda(c) = {
  let cuerpo = text(8.5pt, c.texto)
  table.cell(colspan: c.at("ancho", default: 1), rowspan: c.at("alto", default: 1), align(center, cuerpo))
}
#let columnas(filas) = filas.at(0).map(c => c.at("ancho", default: 1)).sum()
#for parte in dicho.partes {
  for b in parte.bloques {
    if b.clase == "titulo" { heading(level: b.nivel, b.texto) }
    else if b.clase == "parrafo" { par(b.at("vineta", default: "") + " " + b.texto) }
    else if b.clase == "cuadro" { table(columns: columnas(b.filas), ..b.filas.flatten().map(celda)) }
    else { for t in b.antes { par(t) }; for f in b.firmas { for t in f.values() { par(t) } } }
  }
  pagebreak(weak: true)
}
"""


def main(hojas: Path, letras: Path, salida: Path, veces: int) -> None:
    """Lee, escribe y mide."""
    import typst

    cada: list[float] = []
    with tempfile.TemporaryDirectory() as carpeta:
        shutil.copy(hojas, Path(carpeta) / "hojas.json")
        (Path(carpeta) / "hoja.typ").write_text(_HOJA, encoding="utf-8")
        for _ in range(veces):
            antes = time.process_time()
            fuentes = [str(letras)]
            typst.compile(
                Path(carpeta) / "hoja.typ", output=salida, font_paths=fuentes, ignore_system_fonts=True
            )
            cada.append(time.process_time() - antes)
    print(*cada, time.process_time())


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3]), int(sys.argv[4]))
