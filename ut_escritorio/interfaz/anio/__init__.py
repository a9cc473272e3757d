"""El año nuevo: la ventana en que se prepara."""

from ut_escritorio.interfaz.anio.ventana import VentanaDeAnio

__all__ = ["VentanaDeAnio"]
