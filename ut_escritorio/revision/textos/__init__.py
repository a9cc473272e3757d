"""Las reglas de lo que se lee: frases, datos que faltan y lo que ya no existe."""
