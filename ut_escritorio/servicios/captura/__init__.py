"""Lo que se captura en un trimestre: números, renglones, asuntos y textos."""
