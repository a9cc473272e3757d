"""Las piezas repartidas en páginas, con su membrete."""
