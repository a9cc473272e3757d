"""La pestaña de un componente: sus actividades y pasos, y lo que cada uno imprime, escrito en su sitio."""
