"""Ninguna prueba toca los ajustes ni las notas de quien la corre."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import settings

from ut_escritorio import rutas

# Ninguna prueba falla por tardar: una máquina ocupada no es un error del programa
settings.register_profile("sin_prisa", deadline=None)
settings.load_profile("sin_prisa")


@pytest.fixture(autouse=True)
def carpetas_del_sistema(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Los ajustes y las notas van a una carpeta de la prueba, también en los procesos que lance."""
    carpeta = tmp_path_factory.mktemp("sistema")
    for variable in ("XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(carpeta))
    monkeypatch.setattr(rutas, "carpeta_de_ajustes", lambda: carpeta / "ajustes")
    monkeypatch.setattr(rutas, "carpeta_de_registro", lambda: carpeta / "notas")
    return carpeta
