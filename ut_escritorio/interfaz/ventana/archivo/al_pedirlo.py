"""Lo que el archivo de la ventana carga hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def apertura():
    """Abrir un archivo, con lo que se ofrece si no se deja."""
    from ut_escritorio.interfaz.respaldo import apertura

    return apertura


def de_a_poco():
    """Guardar de a poco, y quitar lo que así quedó a medias."""
    from ut_escritorio.interfaz.evidencias import de_a_poco

    return de_a_poco


def al_frente():
    """Traer al frente la ventana que ya tiene el archivo."""
    from ut_escritorio.interfaz.respaldo import al_frente

    return al_frente


def elegir():
    """Escoger una copia."""
    from ut_escritorio.interfaz.respaldo import elegir

    return elegir


def primer_dia():
    """Empezar, traer o ver el ejemplo."""
    from ut_escritorio.interfaz import primer_dia

    return primer_dia


class Servicios:
    """Los servicios que se piden aquí, cada uno cuando hace falta."""

    @staticmethod
    def primer_dia():
        """Hacer el ejemplo."""
        from ut_escritorio.servicios.oficina import primer_dia

        return primer_dia

    @staticmethod
    def respaldo():
        """Las copias del archivo."""
        from ut_escritorio.servicios.archivo import respaldo

        return respaldo

    @staticmethod
    def comprobacion():
        """Revisar entero el archivo."""
        from ut_escritorio.servicios.archivo import comprobacion

        return comprobacion

    @staticmethod
    def restauracion():
        """Aceptar su contenido como está."""
        from ut_escritorio.servicios.archivo import restauracion

        return restauracion

    @staticmethod
    def ubicacion():
        """Dónde está el archivo."""
        from ut_escritorio.servicios.archivo import ubicacion

        return ubicacion
