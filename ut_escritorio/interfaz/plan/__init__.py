"""El plan del año en su ventana: su índice, la ficha de lo elegido y la hoja en que se imprime."""

from ut_escritorio.interfaz.plan.ventana import ElPlan

__all__ = ["ElPlan"]
