"""Las ideas de la oficina como valores congelados y reglas puras; solo biblioteca estándar."""
