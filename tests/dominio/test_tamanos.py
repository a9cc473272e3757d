"""Los tamaños en palabras."""

from __future__ import annotations

import pytest

from ut_escritorio.dominio.palabras.tamanos import GB, KB, MB, pesa


@pytest.mark.parametrize(
    ("octetos", "dicho"),
    [
        (0, "0 KB"),
        (1, "1 KB"),
        (90 * KB, "90 KB"),
        (int(0.8 * MB), "0.8 MB"),
        (int(9.94 * MB), "9.9 MB"),
        (int(9.96 * MB), "10 MB"),
        (84 * MB, "84 MB"),
        (int(2.6 * GB), "2.6 GB"),
    ],
)
def test_como_los_dice_el_explorador(octetos: int, dicho: str):
    assert pesa(octetos) == dicho
