"""El avance, en la terminal: un renglón por actividad, y lo mismo en JSON."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.linea_de_comandos.test_programa import correr
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.metas import MetaModificada
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.captura.numeros import modificar_meta
from ut_escritorio.servicios.entrega.decisiones import justificar


def test_cada_actividad_contra_su_meta(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    ruta, segundo = tmp_path / "a.sqlite", Trimestre(2024, 2)
    with creacion.crear_ejemplo(ruta, lambda: datetime(2024, 7, 4, 12, tzinfo=UTC)) as exp:
        modificar_meta(
            exp,
            segundo,
            "2.3",
            MetaModificada(Decimal(45), "Más sesiones", date(2024, 5, 20), "UT/0534/2024"),
        )
        justificar(exp, segundo, "2.3", "Faltó\nuna sesión")
    antes = ruta.read_bytes()
    codigo, dicho, _ = correr(capsys, "avance", ruta, "--ejercicio", 2024, "--trimestre", 2)
    renglones = dicho.splitlines()
    assert codigo == 0
    assert renglones[0] == "1.1 · sin meta · 30 %"
    assert renglones[4] == "2.3 · ▼ bajo · 30 % de 45 %: 67 % · se programó 30 % · Faltó una sesión"
    codigo, dicho, _ = correr(capsys, "avance", ruta, "--ejercicio", 2024, "--trimestre", 2, "--json")
    assert json.loads(dicho)[4] == {
        "actividad": "2.3", "programado": "30", "modificado": "45", "motivo": "Más sesiones",
        "fecha": "2024-05-20", "oficio": "UT/0534/2024", "alcanzado": "30", "porcentaje": "67",
        "va_del_anio": "", "meta_del_anio": "", "estado": "bajo", "por_que": "Faltó\nuna sesión",
    }  # fmt: skip
    assert ruta.read_bytes() == antes
