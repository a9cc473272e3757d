"""Un plan que llega como texto: qué trae, cosa por cosa, contra el que aquí hay."""
