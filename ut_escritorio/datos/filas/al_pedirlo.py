"""Lo que las filas cargan hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def anexos():
    """Las evidencias de un informe que lleva anexos."""
    from ut_escritorio.datos.filas import anexos

    return anexos


def firmas():
    """Lo firmado, que un trimestre abierto no tiene."""
    from ut_escritorio.datos.filas import firmas

    return firmas


def libro():
    """El libro de oficios: al abrir solo hace falta si algo espera respuesta."""
    from ut_escritorio.datos.filas.oficios import libro

    return libro


def contados():
    """Los números que se cuentan del libro, que pocos planes tienen."""
    from ut_escritorio.datos.filas.oficios import contados

    return contados


def relacion():
    """La relación de oficios, que pocos informes llevan."""
    from ut_escritorio.datos.filas.oficios import relacion

    return relacion
