"""Lo que cambia a un plan: de un año a otro, o en su lugar."""
