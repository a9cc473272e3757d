"""El archivo de la ventana: abrirlo, dejarlo, exportarlo y no perder lo pendiente."""
