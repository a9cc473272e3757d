"""La ventana principal: el marco que reúne las pestañas de un trimestre."""

from ut_escritorio.interfaz.ventana.abrir import abrir_ventana

__all__ = ["abrir_ventana"]
