"""UT Escritorio: el informe trimestral de una Unidad de Transparencia, de la captura al PDF."""

__version__ = "0.1.0"
