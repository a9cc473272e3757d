"""El español que se imprime: listas, números, fechas y patrones en palabras."""
