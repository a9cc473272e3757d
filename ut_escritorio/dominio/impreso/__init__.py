"""Lo que se imprime: de lo capturado a los textos, y de dónde sale cada uno."""
