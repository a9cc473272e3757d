"""El Tablero: cuánto va del trimestre y del año, y lo que falta."""
