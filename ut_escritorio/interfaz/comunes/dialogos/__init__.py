"""Lo que se abre o se dice sobre la ventana: avisos, preguntas y cuadros de datos."""
