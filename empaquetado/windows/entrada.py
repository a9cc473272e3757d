"""Lo que corre el programa empaquetado. Si ni siquiera puede cargarse, lo dice Windows mismo."""

from __future__ import annotations

import sys

_FRASE = (
    "Al programa le falta una parte y no puede abrirse. Sus archivos no cambiaron.\n\n"
    "Vuelva a instalarlo con su instalador. Si se repite, puede que el antivirus la haya quitado: dígaselo a "
    "quien lo instaló."
)
_TRIANGULO, _NO_SE_PUDO = 0x30, 2


def _decir(error: BaseException) -> None:
    if sys.stderr is not None:
        print(f"{_FRASE}\n\n{error}", file=sys.stderr)
    elif sys.platform == "win32" and "--autoprueba" not in sys.argv:
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, _FRASE, "UT Escritorio", _TRIANGULO)


def entrar() -> int:
    """Corre el programa; devuelve su código."""
    try:
        import carga

        carga.apurar()
        from ut_escritorio.__main__ import main

        return main()
    except (ImportError, OSError) as error:  # un módulo o una biblioteca que ya no está en su carpeta
        _decir(error)
        return _NO_SE_PUDO


if __name__ == "__main__":
    sys.exit(entrar())
