"""Las reglas de lo anotado y de su entrega: renglones, oficios, fechas y asuntos."""
