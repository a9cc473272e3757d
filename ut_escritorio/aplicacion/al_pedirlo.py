"""Lo que el arranque carga hasta que se pide; solo aquí y al escoger la orden importa tarde."""

from __future__ import annotations


def terminal():
    """Lo que se escribe en una terminal, que la ventana no usa."""
    from ut_escritorio.linea_de_comandos import terminal

    return terminal


def expediente():
    """El archivo, que no necesita a Qt."""
    from ut_escritorio.servicios.archivo import expediente

    return expediente


def bibliotecas():
    """Las bibliotecas de Qt, que en Windows se adelantan."""
    from ut_escritorio.aplicacion import bibliotecas

    return bibliotecas


def qt() -> None:
    """Qt, que las órdenes no necesitan."""
    from ut_escritorio.aplicacion.qt import cargar_qt

    cargar_qt()


def pintar_hoja(octetos: bytes, hoja: int):
    """Pinta la hoja de un PDF, en un proceso que empieza con la primera."""
    from ut_escritorio.servicios.evidencias.pintor import pintar_hoja

    return pintar_hoja(octetos, hoja)


def hojas_de_pdf():
    """Quien pinta las hojas de PDF, que es todo lo que hace su proceso."""
    qt()
    from ut_escritorio.aplicacion import hojas_de_pdf

    return hojas_de_pdf


def ejemplo():
    """El ejemplo que el programa trae."""
    from ut_escritorio.servicios.oficina import primer_dia

    return primer_dia


def primer_dia():
    """Lo que se pregunta sin archivo todavía."""
    from ut_escritorio.aplicacion import primer_dia

    return primer_dia


def estorbo():
    """Lo que se ofrece si un archivo no se deja abrir."""
    from ut_escritorio.aplicacion import estorbo

    return estorbo


def al_frente():
    """Traer al frente la ventana que ya tiene el archivo."""
    from ut_escritorio.interfaz.respaldo import al_frente

    return al_frente


def en_ventana():
    """Decir en una ventana que no se pudo."""
    from ut_escritorio.aplicacion import en_ventana

    return en_ventana
