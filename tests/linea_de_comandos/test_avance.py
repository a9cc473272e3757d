"""El avance, en la terminal: un renglón por actividad, y lo mismo en JSON."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from tests.linea_de_comandos.test_programa import correr
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.metas import MetaModificada
from ut_escritorio.linea_de_comandos.avance import modificar
from ut_escritorio.linea_de_comandos.pedidos import ModificarMeta
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import abrir
from ut_escritorio.servicios.captura.numeros import modificar_meta
from ut_escritorio.servicios.entrega.decisiones import justificar
from ut_escritorio.servicios.oficina.primer_dia import empezar, para_empezar


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
    assert sum("se programó" in renglon for renglon in renglones) == 1, "solo de la que se modificó"
    codigo, dicho, _ = correr(capsys, "avance", ruta, "--ejercicio", 2024, "--trimestre", 2, "--json")
    assert json.loads(dicho)[4] == {
        "actividad": "2.3", "programado": "30", "modificado": "45", "motivo": "Más sesiones",
        "fecha": "2024-05-20", "oficio": "UT/0534/2024", "alcanzado": "30", "porcentaje": "67",
        "va_del_anio": "", "meta_del_anio": "", "estado": "bajo", "por_que": "Faltó\nuna sesión",
    }  # fmt: skip
    assert ruta.read_bytes() == antes


def test_una_meta_se_modifica_con_su_motivo_y_lo_que_no_puede_ser_se_dice(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    ruta = tmp_path / "a.sqlite"
    creacion.crear_ejemplo(ruta, lambda: datetime(2024, 7, 4, 12, tzinfo=UTC)).cerrar()
    antes = ruta.read_bytes()
    de_la_meta = ("avance", ruta, "--ejercicio", 2024, "--trimestre", 2, "--actividad")
    for escrito, dice in (
        ("0.3", "¿0.3 % o 30 %? Si de verdad es menos de 1 %, escríbalo con su signo: 0.3 %"),
        ("mucho", "no es un porcentaje"),
        ("-5", "«-5» no es un porcentaje"),
        ("1001 %", "de 0 a 1,000"),
        (" ", "Escriba a cuánto se modificó"),
    ):
        codigo, _, error = correr(capsys, *de_la_meta, "2.3", "--meta", escrito, "--motivo", "Más sesiones")
        assert codigo and dice in error, escrito
    codigo, _, error = correr(capsys, *de_la_meta, "9.9", "--meta", "30", "--motivo", "Más")
    assert codigo and "El plan no tiene la actividad «9.9»; tiene 1.1, 1.2, 2.1" in error
    codigo, _, error = correr(capsys, *de_la_meta, "2.3", "--meta", "30")
    assert codigo and "--motivo" in error
    assert ruta.read_bytes() == antes, "nada de eso se guardó"
    codigo, dicho, _ = correr(
        capsys, *de_la_meta, "2.3", "--meta", "30,5 %", "--motivo", "Más sesiones", "--fecha", "2024-07-10",
        "--oficio", "UT/0534/2024",
    )  # fmt: skip
    assert (codigo, dicho.splitlines()) == (0, [
        "2.3 · ● dentro · 30 % de 30.5 %: 98 % · se programó 30 %",
        "El trimestre terminó el 30/06/2024: la revisión lo dirá.",
    ])  # fmt: skip
    with abrir(ruta, lambda: datetime(2024, 7, 11, tzinfo=UTC)) as exp:
        assert exp.foto(Trimestre(2024, 2)).modificadas["2.3"] == MetaModificada(
            Decimal("30.5"), "Más sesiones", date(2024, 7, 10), "UT/0534/2024"
        )


def test_sin_decir_el_dia_es_el_de_hoy_y_de_lo_que_no_se_programo_no_se_dice_cuanto(tmp_path: Path):
    ruta, dia = tmp_path / "a.sqlite", datetime(2024, 6, 11, 9, tzinfo=UTC)
    creacion.crear_ejemplo(ruta, lambda: dia).cerrar()
    orden = ModificarMeta(ruta, 2024, 2, "1.1", "60", "Más sesiones", None, "")
    assert modificar(orden, lambda: dia).texto == "1.1 · ▼ bajo · 30 % de 60 %: 50 %"
    with abrir(ruta, lambda: dia) as exp:
        assert exp.foto(Trimestre(2024, 2)).modificadas["1.1"].fecha == dia.date()


def test_un_plan_sin_actividades_lo_dice(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    ahora = datetime(2024, 7, 4, 12, tzinfo=UTC)
    de = para_empezar(ahora.date())
    en_blanco = replace(de.propuesto, en_blanco=True)
    with empezar(de, en_blanco, de.imagenes, tmp_path, lambda: ahora) as exp:
        (trimestre, *_) = exp.trimestres()
    pedido = ("--ejercicio", trimestre.ejercicio, "--trimestre", trimestre.numero)
    codigo, dicho, _ = correr(capsys, "avance", exp.ruta, *pedido)
    assert (codigo, dicho) == (0, "El plan no tiene actividades.\n")
