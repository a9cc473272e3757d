"""El primer día: la ventana de quien aún no tiene archivo."""

from ut_escritorio.interfaz.primer_dia.ventana import PrimerDia

__all__ = ["PrimerDia"]
