"""Su equipo: un Windows recién instalado, sin Python, donde el programa se abre como ella lo hace."""

from __future__ import annotations

import subprocess
from pathlib import Path

from disco import persona
from wine import ambiente, en_wine, wine

from prueba.pantalla import Pantalla, esperar

APLICACION = "UT Escritorio"
_TOPE = 300


class Ella:
    """Lo suyo en ese equipo y lo que hace con el programa."""

    def __init__(self, carpeta: Path, pantalla: Pantalla, **otras: str) -> None:
        self.carpeta, self.pantalla = carpeta, pantalla
        self._otras = otras
        self.c = carpeta / "disco" / "drive_c"
        self.casa = persona(carpeta)
        self.documentos = self.casa / "Documents"
        self.datos = self.documentos / APLICACION
        self.archivo = self.datos / "unidad-de-transparencia.sqlite"
        self.recuerda = self.casa / "AppData" / "Local" / APLICACION
        self.instalado = self.casa / "AppData" / "Local" / "Programs" / APLICACION

    def de_windows(self, ruta: Path) -> str:
        """Esa ruta como Windows la dice."""
        dentro = ruta.relative_to(self.c).as_posix().replace("/", "\\")
        return f"C:\\{dentro}"

    def instalar(self, instalador: Path, *palabras: str) -> int:
        """Corre el instalador sin preguntar; su código."""
        return self.correr(str(instalador), "/S", *_sin_comillas(*palabras))[0]

    def desinstalar(self) -> int:
        """Quita el programa sin preguntar, y espera a que termine; su código."""
        aqui = f"_?={self.de_windows(self.instalado)}"
        return self.correr(str(self.instalado / "desinstalar.exe"), "/S", *_sin_comillas(aqui))[0]

    def terminal(self, *palabras: object) -> tuple[int, str]:
        """Una orden en la terminal: su código y lo que dijo."""
        return self.correr(str(self.instalado / "programa" / "ut-escritorio.exe"), *map(str, palabras))

    def correr(self, programa: str, *palabras: str) -> tuple[int, str]:
        """Corre un programa de Windows con sus tuberías; su código y lo que dijo."""
        dicho: list[str] = []
        codigo = en_wine(self.carpeta, [programa, *palabras], _TOPE, dicho.append, **self._otras)
        return codigo, "\n".join(dicho)

    def doble_clic(self, *palabras: str, programa: Path | None = None, **otras: str) -> Abierto:
        """Abre el programa sin terminal, como un doble clic o un acceso directo."""
        cual = programa or self.instalado / "programa" / f"{APLICACION}.exe"
        nada = subprocess.DEVNULL
        # Sin `start` Wine le daría las salidas de quien lo corre, y ella no tiene terminal
        orden = ["timeout", str(_TOPE), wine() or "", "start", "/wait", "/unix", str(cual), *palabras]
        suyo = ambiente(self.carpeta) | self._otras | otras
        return Abierto(subprocess.Popen(orden, stdin=nada, stdout=nada, stderr=nada, env=suyo), self.pantalla)

    def apagar(self) -> None:
        """Termina lo que quede corriendo en ese equipo."""
        servidor = "/usr/lib/wine/wineserver64"
        subprocess.run([servidor, "-k"], env=ambiente(self.carpeta), check=False)


class Abierto:
    """El programa que abrió, con la ventana que enseña."""

    def __init__(self, proceso: subprocess.Popen[bytes], pantalla: Pantalla) -> None:
        self._proceso, self._pantalla = proceso, pantalla

    def ventana(self, titulo: str = APLICACION, menos: tuple[str, ...] = ()) -> str:
        """La ventana que se ve con ese título, en cuanto se ve; sin contar las de `menos`."""

        def mirar() -> list[str]:
            assert self._proceso.poll() is None, (
                f"El programa terminó en {self._proceso.returncode} sin ventana"
            )
            return [clave for clave in self._pantalla.ventanas(titulo) if clave not in menos]

        return esperar(mirar, f"la ventana «{titulo}»")[0]

    def aviso(self, menos: tuple[str, ...] = ()) -> str:
        """Lo que dice el aviso que se ve, copiado de él."""
        return self._pantalla.copiado(self.ventana(f"{APLICACION}$", menos))

    def contestar(self, *teclas: str) -> None:
        """Contesta con esas teclas."""
        self._pantalla.teclear(*teclas)

    def termina(self, tope: float = 60) -> int:
        """Espera a que el programa termine; su código."""
        return self._proceso.wait(tope)

    def sigue(self) -> bool:
        """Si todavía corre."""
        return self._proceso.poll() is None


def _sin_comillas(*palabras: str) -> list[str]:
    """El instalador pide su carpeta tal cual y al final; partida por sus espacios, nadie le pone comillas."""
    return " ".join(palabras).split()
