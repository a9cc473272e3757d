"""La pestaña Oficios: el libro por años, el oficio elegido y los números de la serie."""
