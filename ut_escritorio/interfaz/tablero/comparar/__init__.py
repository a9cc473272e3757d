"""Comparar: cada cifra junto al trimestre anterior y al mismo del año pasado."""
