"""Las hojas que se abren sobre la ventana: buscar en el archivo y traer textos."""
