"""La ventana de UT Escritorio: lo único del programa que conoce Qt."""
