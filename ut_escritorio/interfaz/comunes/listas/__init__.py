"""Listas y tablas que se recorren, se copian y llevan a su lugar."""
