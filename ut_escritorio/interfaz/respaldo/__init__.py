"""Las copias de respaldo, y abrir un archivo cuando algo lo estorba."""
