r"""Reduce las fuentes del informe a los signos que se usan; se corre a mano, una vez por versión.

    python empaquetado/subconjunto_fuentes.py --montserrat CARPETA --simbolos DejaVuSans.ttf \
        --salida recursos/fuentes

`--montserrat` es la carpeta donde están los cuatro TTF estáticos (se buscan por su nombre en ella y
en sus subcarpetas). El mismo original y el mismo fontTools dan los mismos bytes.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

TEXTO = (
    (0x0020, 0x007E),  # latín básico
    (0x00A0, 0x024F),  # Latin-1 y latín extendido A y B
    (0x0250, 0x02FF),  # ɨ ʉ y letras modificadoras: ʼ
    (0x0300, 0x036F),  # acentos que se suman a una letra: a̱
    (0x1E00, 0x1EFF),  # latín extendido adicional: ṉ
    (0x2000, 0x209F),  # comillas, guiones, superíndices
    (0x20A0, 0x20BF),  # monedas
    (0x2100, 0x218F),  # № ™ y fracciones
    (0x2200, 0x22FF),  # ≤ ≥ ≠
    (0xA78B, 0xA78C),  # saltillo
)
SIGNOS = (
    (0x0020, 0x0020),
    (0x2190, 0x21FF),  # flechas
    (0x2200, 0x22FF),  # operadores
    (0x25A0, 0x25FF),  # □ ● ■
    (0x2600, 0x266F),  # ☐ ☑ ☒ ★
    (0x2700, 0x27BF),  # ✓ ✔ ✗ ➤
    (0xFFFD, 0xFFFD),
)
CORTES = {
    "Montserrat-Regular.ttf": "*400Regular.ttf",
    "Montserrat-SemiBold.ttf": "*600SemiBold.ttf",
    "Montserrat-Italic.ttf": "*400Regular_Italic.ttf",
    "Montserrat-SemiBoldItalic.ttf": "*600SemiBold_Italic.ttf",
}


def reduce_fuente(original: Path, rangos: tuple[tuple[int, int], ...], destino: Path) -> None:
    """Escribe en `destino` la fuente con solo los signos de `rangos` (extremos incluidos)."""
    opciones = subset.Options(
        hinting=False,  # el papel no lo usa y duplica el peso
        layout_features=[],
        notdef_outline=True,
        name_IDs=["*"],
        drop_tables=["GSUB", "GPOS", "GDEF", "DSIG", "meta", "FFTM", "kern"],
    )
    fuente = TTFont(original, recalcTimestamp=False)
    recorte = subset.Subsetter(opciones)
    recorte.populate(unicodes=[signo for desde, hasta in rangos for signo in range(desde, hasta + 1)])
    recorte.subset(fuente)
    fuente.save(destino)


def busca(carpeta: Path, nombre: str) -> Path:
    """El único archivo de `carpeta` o sus subcarpetas que se llama como `nombre` (con comodines)."""
    hallados = sorted(carpeta.rglob(nombre))
    if len(hallados) != 1:
        raise SystemExit(f"En {carpeta} hay {len(hallados)} archivos {nombre}; debe haber uno.")
    return hallados[0]


def main() -> None:
    """Lee los argumentos y escribe las cinco fuentes."""
    argumentos = argparse.ArgumentParser(description=__doc__)
    argumentos.add_argument("--montserrat", type=Path, required=True)
    argumentos.add_argument("--simbolos", type=Path, required=True)
    argumentos.add_argument("--salida", type=Path, required=True)
    dado = argumentos.parse_args()
    for destino, nombre in CORTES.items():
        reduce_fuente(busca(dado.montserrat, nombre), TEXTO, dado.salida / destino)
    reduce_fuente(dado.simbolos, SIGNOS, dado.salida / "DejaVuSans-Signos.ttf")


if __name__ == "__main__":
    main()
