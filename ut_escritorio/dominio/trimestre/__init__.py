"""Lo que ella captura en un trimestre, y su fotografía."""
