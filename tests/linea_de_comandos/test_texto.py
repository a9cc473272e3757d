"""«plan» y «datos», en la terminal: lo que sale hace otro archivo igual."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linea_de_comandos.test_programa import correr


def test_del_archivo_al_texto_y_de_ahi_a_otro(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    uno, dos, plan, datos = (tmp_path / nombre for nombre in ("a.sqlite", "b.sqlite", "p.toml", "d.toml"))
    correr(capsys, "ejemplo", uno)
    antes = uno.read_bytes()
    codigo, dicho, _ = correr(capsys, "plan", uno, "--ejercicio", 2024, "--salida", plan)
    assert (codigo, dicho.strip()) == (0, f"El plan de 2024, como texto: {plan}")
    codigo, dicho, _ = correr(capsys, "datos", uno, "--ejercicio", 2024, "--trimestre", 2, "--salida", datos)
    assert (codigo, dicho.strip()) == (0, f"Los datos del 2º trimestre 2024, como texto: {datos}")
    assert uno.read_bytes() == antes
    assert correr(capsys, "nuevo", dos, "--plan", plan, "--datos", datos)[0] == 0
    for archivo in (uno, dos):
        de_ese = ("--ejercicio", 2024, "--trimestre", 2, "--salida", archivo.with_suffix(".pdf"))
        assert correr(capsys, "exportar", archivo, *de_ese)[0] == 0
    assert uno.with_suffix(".pdf").read_bytes() == dos.with_suffix(".pdf").read_bytes()

    codigo, _, error = correr(capsys, "plan", uno, "--ejercicio", 2024, "--salida", plan)
    assert codigo == 2 and "«p.toml» ya existe y no se cambió" in error
    codigo, _, error = correr(capsys, "plan", uno, "--ejercicio", 2030, "--salida", tmp_path / "q.toml")
    assert codigo == 2 and "no tiene el plan de 2030; tiene el de 2024" in error


def test_un_plan_corregido_entra_por_la_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    uno, plan = tmp_path / "a.sqlite", tmp_path / "p.toml"
    correr(capsys, "ejemplo", uno)
    correr(capsys, "plan", uno, "--ejercicio", 2024, "--salida", plan)
    texto = plan.read_text(encoding="utf-8").replace('corto = "Denuncias"', 'corto = "Quejas"')
    plan.write_text(texto.replace('numero = "1.1"\nnombre', 'numero = "1.9"\nnombre'), encoding="utf-8")
    antes = uno.read_bytes()
    codigo, dicho, _ = correr(capsys, "entrar-plan", uno, plan)
    assert codigo == 0 and uno.read_bytes() == antes
    assert "  + cambia: Actividad 2.5, Quejas\n      nombre corto: «Denuncias» → «Quejas»" in dicho
    assert "  ? se va: Actividad 1.1, Carteles y video\n      Se perdería: 1 valor alcanzado." in dicho
    codigo, dicho, _ = correr(capsys, "entrar-plan", uno, plan, "--aplicar")
    assert codigo == 0 and "cambios. Antes quedó una copia en" in dicho
    assert len(list((tmp_path / "respaldos").iterdir())) == 1
    codigo, dicho, _ = correr(capsys, "entrar-plan", uno, plan, "--aplicar", "--todo")
    assert codigo == 0 and "No trae nada distinto" in correr(capsys, "entrar-plan", uno, plan)[1]


def test_un_trimestre_corregido_entra_por_la_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    uno, datos = tmp_path / "a.sqlite", tmp_path / "d.toml"
    correr(capsys, "ejemplo", uno)
    correr(capsys, "datos", uno, "--ejercicio", 2024, "--trimestre", 2, "--salida", datos)
    antes = uno.read_bytes()
    codigo, dicho, _ = correr(capsys, "entrar-datos", uno, datos)
    assert codigo == 0 and "No trae nada nuevo." in dicho and uno.read_bytes() == antes
    texto = datos.read_text(encoding="utf-8").replace("meses = [77, 70, 64]", "meses = [77, 71, 64]")
    texto = texto.replace('asunto = "la traducción"', 'asunto = "la traducción al mixteco"')
    texto += '\n[[renglones]]\nlugar = "1.1/2"\nmedio = "oral"\nasunto = "lo nuevo"\n'
    datos.write_text(texto, encoding="utf-8")
    codigo, dicho, _ = correr(capsys, "entrar-datos", uno, datos)
    assert codigo == 0 and uno.read_bytes() == antes
    assert dicho.count("cambia:") == 2 and dicho.count("+ llega:") == 1
    codigo, dicho, _ = correr(capsys, "entrar-datos", uno, datos, "--aplicar", "--todo")
    assert codigo == 0 and "Se recibieron" in dicho and len(list((tmp_path / "respaldos").iterdir())) == 1
    assert "No trae nada nuevo." in correr(capsys, "entrar-datos", uno, datos)[1]
    datos.write_text("formato = 1\nejercicio = 2024\n", encoding="utf-8")
    codigo, _, error = correr(capsys, "entrar-datos", uno, datos)
    assert codigo == 2 and "trimestre" in error
