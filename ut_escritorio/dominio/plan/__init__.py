"""El plan de un ejercicio: su árbol, sus cifras, sus cuadros y sus textos."""
