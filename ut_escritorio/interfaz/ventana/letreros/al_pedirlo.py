"""Lo que los letreros de arriba cargan hasta que se pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def fechas():
    """Cómo se dice una fecha."""
    from ut_escritorio.interfaz.comunes.campos import fechas

    return fechas


def hoja_de_cambios():
    """La hoja de lo que cambió, número por número y texto por texto."""
    from ut_escritorio.interfaz.informe import cambios

    return cambios


class Servicios:
    """Los servicios que se piden aquí, cada uno cuando hace falta."""

    @staticmethod
    def cambiado():
        """Lo recibido que aquí se cambia."""
        from ut_escritorio.servicios.partes import cambiado

        return cambiado

    @staticmethod
    def frases():
        """Lo que una versión nueva del programa dice de otro modo."""
        from ut_escritorio.servicios.entrega import frases

        return frases

    @staticmethod
    def a_mano():
        """Lo escrito a mano sobre lo que otra versión dice de otro modo."""
        from ut_escritorio.servicios.entrega import a_mano

        return a_mano

    @staticmethod
    def organos():
        """Los órganos cuyo último día fue otro."""
        from ut_escritorio.servicios.oficina import organos

        return organos

    @staticmethod
    def firma():
        """Firmar y abrir para corregir."""
        from ut_escritorio.servicios.entrega import firma

        return firma

    @staticmethod
    def correccion():
        """Lo firmado que se está corrigiendo."""
        from ut_escritorio.servicios.entrega import correccion

        return correccion
