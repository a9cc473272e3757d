"""Las hojas de un PDF que ella adjunta las pinta otro proceso: ella no lo ve, y se acaba con el programa."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

from prueba.comun import TITULO, Caso
from prueba.ella import APLICACION, Abierto, Ella
from prueba.pantalla import esperar

_EL_QUE_PINTA = (b"ut-escritorio.exe", b"--pintar-hojas")
_SUYAS = (APLICACION, "Print")
_MIRANDO = 3  # segundos: la ventana de una terminal tarda en verse, y se queda lo que dure su proceso


def pintadas_aparte(con_anexos: Path, acabar: Callable[[Ella, Abierto, str], object]) -> Caso:
    """Mientras pinta no se ve nada suyo; en cuanto el programa acaba, así sea de golpe, también él."""

    def caso(ella: Ella) -> str:
        archivo = ella.c / "con anexos.sqlite"
        shutil.copy(con_anexos, archivo)
        de_antes = _ventanas(ella)
        abierto = ella.doble_clic(ella.de_windows(archivo))
        clave = abierto.ventana(TITULO)
        time.sleep(2)
        ella.pantalla.activar(clave)
        abierto.contestar("ctrl+1", "ctrl+p")
        esperar(_pintando, "que empiece el que pinta")
        limite, vistas = time.monotonic() + _MIRANDO, _ventanas(ella)
        while time.monotonic() < limite:
            vistas |= _ventanas(ella)
        assert _pintando(), "el que pinta se acabó antes de tiempo"
        ajenas = {suya for suya in vistas - de_antes if not suya.startswith(_SUYAS)}
        assert not ajenas, f"se vio {ajenas}"
        empezo = time.monotonic()
        acabar(ella, abierto, clave)
        esperar(lambda: not _pintando(), "que se acabe el que pinta", 20)
        return f"no se vio nada suyo, y se acabó con el programa, a los {time.monotonic() - empezo:.1f} s"

    return caso


def se_cae(ella: Ella, abierto: Abierto, _: str) -> None:
    """Termina el programa de golpe."""
    ella.correr("taskkill", "/F", "/IM", f"{APLICACION}.exe")
    abierto.termina()


def _pintando() -> bool:
    return any(_lo_dice(orden) for orden in Path("/proc").glob("[0-9]*/cmdline"))


def _lo_dice(orden: Path) -> bool:
    try:
        dicha = orden.read_bytes()
    except OSError:  # acabó mientras se miraba
        return False
    return all(palabra in dicha for palabra in _EL_QUE_PINTA)


def _ventanas(ella: Ella) -> set[str]:
    return {titulo for titulo in ella.pantalla.ventanas("").values() if titulo}
