"""Lo que una persona hace, una función por cosa; cada una es una acción que queda entera o no pasó."""
