"""El punto de entrada: `ut-escritorio` y `python -m ut_escritorio`."""

from __future__ import annotations

import sys

from ut_escritorio.aplicacion import correr


def main() -> int:
    """Corre lo que se pidió en la terminal; devuelve 0 si se hizo y 2 si no se pudo."""
    return correr(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
