"""Lo que se lee y escribe fuera de la base: archivos, carpetas e imágenes."""
