"""El avance: cada actividad contra su meta, y la meta que se modifica."""
