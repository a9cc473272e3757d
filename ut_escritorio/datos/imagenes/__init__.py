"""Los logotipos que llegan: se comprueban y se dejan, una sola vez, como se van a imprimir."""
