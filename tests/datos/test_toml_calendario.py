"""El calendario de ley que el programa trae, y uno escrito por la oficina."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ut_escritorio.datos.toml.de_fabrica.calendario import calendario_de_ley, leer_calendario
from ut_escritorio.dominio.oficina.calendario import Descanso, por_que_no
from ut_escritorio.errores import ErrorEsperado


@pytest.mark.parametrize(
    ("dia", "por_que"),
    [
        (date(2024, 5, 1), "Día del Trabajo"),
        (date(2024, 2, 5), "Día de la Constitución"),
        (date(2024, 11, 18), "Día de la Revolución"),
        (date(2024, 10, 1), "Cambio del Poder Ejecutivo Federal"),
        (date(2025, 10, 1), None),
        (date(2018, 12, 1), "sábado"),
    ],
)
def test_los_dias_de_ley(dia: date, por_que: str | None):
    assert por_que_no(calendario_de_ley(), dia) == por_que


def escrito(carpeta: Path, texto: str) -> Path:
    ruta = carpeta / "calendario.toml"
    ruta.write_text(f"formato = 1\n{texto}", encoding="utf-8")
    return ruta


def test_tambien_se_leen_los_dias_de_la_oficina(tmp_path: Path):
    texto = '[[descansos]]\ndesde = 2031-07-14\nhasta = 2031-07-25\nnota = "Vacaciones"\n'
    calendario = leer_calendario(escrito(tmp_path, texto))
    assert calendario.descansos == (Descanso(date(2031, 7, 14), date(2031, 7, 25), "Vacaciones"),)
    assert por_que_no(calendario, date(2031, 7, 15)) == "Vacaciones"


@pytest.mark.parametrize(
    ("texto", "frase"),
    [
        ("[[descansos]]\ndesde = 2031-07-25\nhasta = 2031-07-14\n", "en ese orden"),
        ("[[lunes]]\nmes = 13\nsemana = 1\n", "mes"),
        ("[[fijos]]\nmes = 2\ndia = 30\n", "30"),
    ],
)
def test_lo_que_esta_mal_se_dice(tmp_path: Path, texto: str, frase: str):
    with pytest.raises(ErrorEsperado, match=frase):
        leer_calendario(escrito(tmp_path, texto))
