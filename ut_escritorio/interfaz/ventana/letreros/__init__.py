"""Los letreros que la ventana pone sobre sus pestañas."""
