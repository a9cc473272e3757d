"""Lo que las órdenes cargan hasta que ella las pide; en ningún otro lugar suyo se importa tarde."""

from __future__ import annotations


def metas_y_entrega():
    """Cómo se miden las metas y cuándo se entrega."""
    from ut_escritorio.interfaz.tablero.avance import metas_y_entrega

    return metas_y_entrega


def anotar():
    """La tira de anotar."""
    from ut_escritorio.interfaz import anotar

    return anotar


def monitoreos():
    """Los días de lo que se hace a diario."""
    from ut_escritorio.interfaz.monitoreos import dias

    return dias


def buscar():
    """La hoja de buscar."""
    from ut_escritorio.interfaz.hojas import buscar

    return buscar


def traer():
    """Los textos del trimestre anterior."""
    from ut_escritorio.interfaz.hojas import traer

    return traer


def lista_de_afuera():
    """Los números de una lista de Excel."""
    from ut_escritorio.interfaz.hojas import lista_de_afuera

    return lista_de_afuera


def hojas_de_captura():
    """Las hojas para capturar a mano."""
    from ut_escritorio.interfaz.hojas import captura

    return captura


def ficha_de_sesion():
    """La ficha de una sesión, en su hoja."""
    from ut_escritorio.interfaz.hojas import ficha_de_sesion

    return ficha_de_sesion


def plan_que_llega():
    """La hoja de un plan que llega."""
    from ut_escritorio.interfaz.hojas import plan_que_llega

    return plan_que_llega


def catalogos():
    """Personas, unidades, membrete, días y textos."""
    from ut_escritorio.interfaz import catalogos

    return catalogos


def anio():
    """El año nuevo."""
    from ut_escritorio.interfaz import anio

    return anio


def plan():
    """El plan del año, en su ventana."""
    from ut_escritorio.interfaz import plan

    return plan


def agregar():
    """Agregar un componente."""
    from ut_escritorio.interfaz.primer_dia import agregar

    return agregar


def entregar_parte():
    """Entregar la parte de un departamento."""
    from ut_escritorio.interfaz.partes import entregar

    return entregar


def recibir_parte():
    """Recibir la de otro."""
    from ut_escritorio.interfaz.partes import recibir

    return recibir


class Servicios:
    """Los servicios que se piden aquí, cada uno cuando hace falta."""

    @staticmethod
    def historia():
        """Deshacer y rehacer."""
        from ut_escritorio.servicios.archivo import historia

        return historia

    @staticmethod
    def busqueda():
        """Buscar en todo el archivo."""
        from ut_escritorio.servicios.archivo import busqueda

        return busqueda

    @staticmethod
    def monitoreos():
        """Lo que se hace a diario."""
        from ut_escritorio.servicios.captura import monitoreos

        return monitoreos

    @staticmethod
    def traer():
        """Traer textos."""
        from ut_escritorio.servicios.captura import traer

        return traer

    @staticmethod
    def componentes():
        """Agregar componentes."""
        from ut_escritorio.servicios.oficina import componentes

        return componentes

    @staticmethod
    def texto_que_sale():
        """Guardar el plan como texto."""
        from ut_escritorio.servicios.texto import salida

        return salida

    @staticmethod
    def datos_que_llegan():
        """Lo de un trimestre escrito como texto."""
        from ut_escritorio.servicios.texto import datos_que_llegan

        return datos_que_llegan

    @staticmethod
    def texto_que_llega():
        """Lo que cambiaría un plan escrito como texto."""
        from ut_escritorio.servicios.texto import entrada

        return entrada

    @staticmethod
    def plan():
        """Cambiar el plan."""
        from ut_escritorio.servicios.oficina import plan

        return plan

    @staticmethod
    def primeros_pasos():
        """Lo que se pide primero en un archivo nuevo."""
        from ut_escritorio.dominio.trimestre import primeros_pasos

        return primeros_pasos
