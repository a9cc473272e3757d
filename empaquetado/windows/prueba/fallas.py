"""Lo que se ve cuando al programa le falla o le falta algo suyo."""

from __future__ import annotations

from pathlib import Path

from prueba.comun import NO_SE_ABRIO, avisa
from prueba.ella import APLICACION, Ella


def error_nuestro(ella: Ella) -> str:
    """Algo que nadie esperaba al arrancar: se dice en español, y se pueden copiar los detalles."""
    with _sin(ella.instalado / "programa" / "_internal" / "_sqlite3.pyd"):
        return avisa(ella, "Al programa le falta una parte", "Vuelva a instalar", "Copiar detalles")


def le_falta_una_parte(ella: Ella) -> str:
    """El antivirus se llevó una biblioteca: se dice que se reinstale."""
    with _sin(ella.instalado / "programa" / "_internal" / "PySide6" / "QtWidgets.pyd"):
        abierto = ella.doble_clic(ella.de_windows(ella.archivo))
        clave = abierto.ventana(f"{APLICACION}$")
        ella.pantalla.activar(clave)
        abierto.contestar("Return")
        codigo = abierto.termina()
        assert codigo == NO_SE_ABRIO, f"terminó en {codigo}"
        return "Windows dice que le falta una parte; terminó en 2"


def autoprueba_que_falla(ella: Ella) -> str:
    """No abre nada, termina y deja dicho qué pasó."""
    with _sin(ella.instalado / "programa" / "_internal" / "ut_escritorio" / "recursos" / "planes"):
        codigo = ella.doble_clic("--autoprueba").termina(200)
    dicho = (ella.recuerda / "Logs" / "autoprueba.txt").read_text(encoding="utf-16").strip()
    assert codigo == NO_SE_ABRIO, f"terminó en {codigo}"
    assert dicho.startswith("La autoprueba falló"), dicho
    assert not ella.pantalla.ventanas(), "abrió una ventana"
    return dicho


class _sin:  # noqa: N801 - se usa como una función
    """Mientras dura, eso no está en su lugar."""

    def __init__(self, ruta: Path) -> None:
        self._ruta, self._aparte = ruta, ruta.with_name(f"{ruta.name}.aparte")

    def __enter__(self) -> None:
        self._ruta.rename(self._aparte)

    def __exit__(self, *_: object) -> None:
        self._aparte.rename(self._ruta)
