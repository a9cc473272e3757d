"""Lo que cada orden carga solo si es ella la que se pidió."""

from __future__ import annotations


def creacion():
    """Los archivos nuevos."""
    from ut_escritorio.servicios.archivo import creacion

    return creacion


def entrega():
    """Revisar y firmar."""
    from ut_escritorio.linea_de_comandos import entrega

    return entrega


def avance():
    """El avance de cada actividad."""
    from ut_escritorio.linea_de_comandos import avance

    return avance


def comparar():
    """Un trimestre junto a otros dos."""
    from ut_escritorio.linea_de_comandos import comparar

    return comparar


def oficios():
    """El libro de oficios y sus hojas."""
    from ut_escritorio.linea_de_comandos import oficios

    return oficios


def cartas():
    """Las cartas de los oficios."""
    from ut_escritorio.linea_de_comandos import cartas

    return cartas


def anexos():
    """Los anexos en su propio PDF."""
    from ut_escritorio.servicios.entrega import anexos

    return anexos


def captura():
    """Las hojas para capturar a mano."""
    from ut_escritorio.linea_de_comandos import captura

    return captura


def evidencias():
    """Decir y adjuntar evidencias."""
    from ut_escritorio.linea_de_comandos import evidencias

    return evidencias


def partes():
    """Entregar una parte y recibir otra."""
    from ut_escritorio.linea_de_comandos import partes

    return partes


def texto():
    """El plan y los datos, como texto."""
    from ut_escritorio.linea_de_comandos import texto

    return texto


def copias():
    """Respaldar y comprobar."""
    from ut_escritorio.linea_de_comandos import copias

    return copias


def del_informe():
    """Los oficios que van con un informe."""
    from ut_escritorio.servicios.oficios import del_informe

    return del_informe
