"""El programa sin ventana: los mismos servicios, pedidos con una orden escrita."""
