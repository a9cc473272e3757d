"""Las reglas de los números: lo que falta, no cuadra o se aleja."""
