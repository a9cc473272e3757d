"""La hoja y sus letras: qué hay en ella, cuánto mide cada palabra y cómo se parte en líneas."""
