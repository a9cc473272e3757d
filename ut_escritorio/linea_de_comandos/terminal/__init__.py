"""De lo escrito en la terminal a lo que se pide."""

from ut_escritorio.linea_de_comandos.pedidos import Autoprueba, Ayuda
from ut_escritorio.linea_de_comandos.terminal.ayuda import AYUDA
from ut_escritorio.linea_de_comandos.terminal.lector import NoSeEntiende
from ut_escritorio.linea_de_comandos.terminal.orden import leer_orden

__all__ = ["AYUDA", "Autoprueba", "Ayuda", "NoSeEntiende", "leer_orden"]
