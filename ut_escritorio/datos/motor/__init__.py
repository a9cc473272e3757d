"""La conexión con el archivo: su sello, sus vigías y la única puerta para escribir."""
