"""Lo que hoy se pide: de dónde sale cada línea, en qué orden se lee y adónde lleva."""
