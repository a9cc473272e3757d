"""Cómo se ve el informe: cada hoja contra su retrato. `python -m tests.aspecto` los vuelve a hacer."""
