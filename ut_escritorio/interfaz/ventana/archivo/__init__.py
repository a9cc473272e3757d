"""El archivo de la ventana: abrirlo, dejarlo y no perder lo pendiente."""
