"""Leer de un texto TOML un plan o los datos de un trimestre, con todo lo que haya que corregirles."""
