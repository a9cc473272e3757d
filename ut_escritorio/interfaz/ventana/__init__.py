"""La ventana principal: el marco que reúne las pestañas de un trimestre."""

from ut_escritorio.interfaz.ventana.marco import abrir_ventana

__all__ = ["abrir_ventana"]
