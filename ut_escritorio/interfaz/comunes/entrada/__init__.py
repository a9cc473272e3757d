"""La entrada: por dónde llega lo que se teclea, se pega o se suelta, ya limpio."""
