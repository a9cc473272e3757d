"""Cada cosa que se lee en una hoja, hecha piezas de Word."""
