"""Las hojas que salen del libro: la relación de un periodo y la lista para entregar."""
