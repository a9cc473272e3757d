"""Cambiar un plan ya guardado, y lo capturado que no se puede quedar sin lugar."""

from ut_escritorio.datos.filas.cambios_del_plan.cambiar import cambiar_plan
from ut_escritorio.datos.filas.cambios_del_plan.en_uso import datos_escritos, leer_usos

__all__ = ["cambiar_plan", "datos_escritos", "leer_usos"]
