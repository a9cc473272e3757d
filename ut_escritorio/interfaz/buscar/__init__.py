"""Buscar (Ctrl+B): un renglón para escribir, lo hallado debajo, y Enter que salta ahí."""
