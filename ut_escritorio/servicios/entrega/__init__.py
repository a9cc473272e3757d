"""Lo que se entrega: revisarlo, imprimirlo, firmarlo y saber qué cambió."""
