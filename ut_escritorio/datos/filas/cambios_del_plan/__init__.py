"""Cambiar un plan ya guardado, y lo capturado que no se puede quedar sin lugar."""

from ut_escritorio.datos.filas.cambios_del_plan.cambiar import cambiar_plan, frases_con_algo, lugares_con_algo

__all__ = ["cambiar_plan", "frases_con_algo", "lugares_con_algo"]
