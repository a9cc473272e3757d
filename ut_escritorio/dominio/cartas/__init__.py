"""Las cartas: el oficio que se escribe, se imprime y se envía; con qué palabras y a quién."""
