"""Las hojas que no son del informe."""
