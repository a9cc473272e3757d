"""Lo que llega en respuesta a un oficio: decirlo, quitarlo, y a cuál contesta uno recibido."""
