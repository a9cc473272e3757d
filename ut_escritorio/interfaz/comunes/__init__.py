"""Piezas que comparten las pestañas: rejilla, avisos, tareas, paleta, iconos y campos."""
