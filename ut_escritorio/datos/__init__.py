"""El archivo de la oficina: cómo se abre, se lee, se escribe y se carga; lo único que conoce SQLite."""
