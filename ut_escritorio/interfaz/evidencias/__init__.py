"""Las evidencias en la ventana: soltarlas, pegarlas, escogerlas, verlas y cuidarlas."""
