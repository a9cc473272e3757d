"""Lo que la ventana ofrece en sus menús: oficina, lo diario, deshacer y la ayuda."""
