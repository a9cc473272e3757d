"""Los renglones de un lugar: su tabla y el formulario del elegido."""
