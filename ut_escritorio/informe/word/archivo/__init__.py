"""Lo que el archivo de Word lleva además de lo que se lee: estilos, letras, listas, marcadores y ajustes."""
