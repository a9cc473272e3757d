"""El archivo de la oficina: abrirlo, respaldarlo, buscar en él y deshacer."""
