"""Archivos e informes de un programa anterior, que el de hoy debe dejar como estaban."""
