"""Los asuntos de una actividad, paso por paso."""
