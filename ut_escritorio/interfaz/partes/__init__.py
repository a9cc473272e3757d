"""Entregar la parte de un departamento y recibir la de otro."""
