"""Cómo se ve la ventana: colores, iconos, letra y piezas pequeñas."""
