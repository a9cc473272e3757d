"""Lo que la pestaña de un componente carga hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def asuntos():
    """La tabla de asuntos, que solo llevan algunas actividades."""
    from ut_escritorio.interfaz.componente.asuntos import bloque

    return bloque


def seguir_la_celda():
    """Lo que deja a la vista la celda en uso de la tabla de asuntos."""
    from ut_escritorio.interfaz.componente.asuntos import seguir

    return seguir


def menus_de_texto():
    """Lo que se ofrece con el clic derecho en lo que se imprime."""
    from ut_escritorio.interfaz.componente import menus_de_texto

    return menus_de_texto


def procedencia():
    """De dónde salió un número."""
    from ut_escritorio.interfaz.componente import procedencia

    return procedencia


def contra_el_libro():
    """El cuadro contra el libro, que pocos planes comparan."""
    from ut_escritorio.interfaz.componente import contra_el_libro

    return contra_el_libro


def en_la_frase():
    """Lo que se suelta sobre una frase de «Así se imprime»."""
    from ut_escritorio.interfaz.evidencias import en_la_frase

    return en_la_frase
