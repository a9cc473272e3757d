"""Las gráficas: lo que dice cada una, de dónde sale y dónde va cada trazo, sin saber quién la pinta."""
