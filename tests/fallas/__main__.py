"""La forma larga de las fallas: mil muertes, todos los errores de disco, dos mil daños.

python -m tests.fallas [opciones de pytest]
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from tempfile import gettempdir

import pytest

from tests.fallas.forma import LARGA


def main() -> int:
    """Corre todas; 0 si ninguna perdió nada."""
    os.environ[LARGA] = "1"
    os.environ["PYTEST_DEBUG_TEMPROOT"] = gettempdir()  # en el disco de veras, aunque haya dónde en memoria
    aqui = str(Path(__file__).parent)
    return int(pytest.main([aqui, "-m", "fallas", "--timeout", "3600", "-s", *sys.argv[1:]]))


if __name__ == "__main__":
    sys.exit(main())
