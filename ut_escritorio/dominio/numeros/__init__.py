"""A cuánto llega lo capturado: cifras, cuadros dibujados y celdas."""
