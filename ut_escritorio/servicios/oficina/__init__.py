"""Lo que cambia de un año a otro: catálogos, plan, calendario y el primer día."""
