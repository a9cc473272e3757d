"""La hoja suelta en la ventana: verla como saldrá, imprimirla o guardarla en PDF."""
