"""Cada cosa de la oficina, entre sus valores y sus filas."""
