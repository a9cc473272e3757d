"""Lo que se está anotando, leído como va a quedar."""

from __future__ import annotations

from ut_escritorio.interfaz.comunes.aspecto.piezas import CABEN, Letrero, que_quepa, sin_marcado

_SE_LEERA = "Se leerá: «»"
_EN_EL_LIBRO = "El informe no lo dirá; en el libro: «»"
_RENGLONES = 1.7  # dos, y lo que cada uno deja sin llenar


class Lectura(Letrero):
    """La frase, en dos renglones; si no cabe, entera al pasar el ratón."""

    def explicar(self, como: str) -> None:
        """Sin nada escrito, cómo se usa la tira."""
        self.decir(como, "letra_tenue")

    def leer(self, frase: str, ancho: int, *, en_el_libro: bool) -> None:
        """Lo escrito, como lo dirá el informe o, si no lo va a decir, como queda en el libro."""
        por_renglon = ancho // self.fontMetrics().averageCharWidth()
        dicha = que_quepa(frase, min(CABEN, int(por_renglon * _RENGLONES) - len(_SE_LEERA)))
        como = _EN_EL_LIBRO if en_el_libro else _SE_LEERA
        self.decir(f"{como[:-1]}{dicha}»", "letra")
        self.setToolTip(sin_marcado(frase) if dicha != que_quepa(frase, len(frase)) else "")
