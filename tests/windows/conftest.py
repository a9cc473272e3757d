"""Lo que solo en Windows se rompe: todo lo de esta carpeta lleva la marca `windows`."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.datos.conftest import archivo, exp, molde

__all__ = ["archivo", "exp", "molde"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    aqui = Path(__file__).parent
    for prueba in items:
        if prueba.path.is_relative_to(aqui):
            prueba.add_marker(pytest.mark.windows)
