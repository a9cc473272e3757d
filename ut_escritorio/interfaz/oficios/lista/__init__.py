"""La lista del libro: qué parte se ve, sus columnas y los números que faltan."""
