"""La rejilla: el cuadro que se imprimirá, escrito en su sitio con las teclas de una hoja de cálculo."""
