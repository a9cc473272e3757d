"""La parte de un departamento, entre sus cosas y las filas del archivo."""
