"""El archivo entero: abrirlo, cuidarlo, copiarlo y restaurarlo."""
