"""Armar el plan pieza por pieza, como se hace en su ventana."""
