"""Lo que la ventana carga hasta que se pide, o ya pintada: en ningún otro lugar suyo se importa tarde.

Cada función da un módulo; su tipo lo saben el editor y quien revisa los tipos.
"""

from __future__ import annotations


def qt():
    """Las enumeraciones de Qt, que PySide arma todas de golpe."""
    from PySide6.QtCore import Qt

    return Qt


def avisos():
    """Los avisos y las preguntas."""
    from ut_escritorio.interfaz.comunes.dialogos import avisos

    return avisos


def imprevistos():
    """Lo que se dice de algo que nadie esperaba."""
    from ut_escritorio.interfaz.comunes.dialogos import imprevistos

    return imprevistos


def franja():
    """La franja de arriba."""
    from ut_escritorio.interfaz.comunes.dialogos import franja

    return franja


def fechas():
    """Cómo se dice una fecha."""
    from ut_escritorio.interfaz.comunes.campos import fechas

    return fechas


# --- las pestañas -------------------------------------------------------------------------------


def tablero():
    """La pestaña Tablero."""
    from ut_escritorio.interfaz.tablero import pestana

    return pestana


def componente():
    """La pestaña de un componente."""
    from ut_escritorio.interfaz.componente import pestana

    return pestana


def oficios():
    """La pestaña Oficios."""
    from ut_escritorio.interfaz.oficios import pestana

    return pestana


def por_cual_va():
    """Por cuál número va la serie."""
    from ut_escritorio.interfaz.oficios import por_cual_va

    return por_cual_va


def informe():
    """La pestaña Informe."""
    from ut_escritorio.interfaz.informe import pestana

    return pestana


# --- el archivo y sus copias --------------------------------------------------------------------


def copias():
    """Las copias de respaldo."""
    from ut_escritorio.interfaz.respaldo import copias

    return copias


def apertura():
    """Abrir un archivo, con lo que se ofrece si no se deja."""
    from ut_escritorio.interfaz.respaldo import apertura

    return apertura


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


def metas_y_entrega():
    """Cómo se miden las metas y cuándo se entrega."""
    from ut_escritorio.interfaz.tablero.avance import metas_y_entrega

    return metas_y_entrega


def exportacion():
    """El informe en PDF."""
    from ut_escritorio.interfaz.informe import exportacion

    return exportacion


# --- las órdenes --------------------------------------------------------------------------------


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


def ayuda():
    """La guía."""
    from ut_escritorio.interfaz.hojas import ayuda

    return ayuda


def hoja_de_cambios():
    """La hoja de lo que cambió, número por número y texto por texto."""
    from ut_escritorio.interfaz.informe import cambios

    return cambios


class Servicios:
    """Los servicios que la ventana pide, cada uno cuando hace falta."""

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
    def oficios():
        """El libro de oficios."""
        from ut_escritorio.servicios.oficios import libro

        return libro

    @staticmethod
    def monitoreos():
        """Lo que se hace a diario."""
        from ut_escritorio.servicios.captura import monitoreos

        return monitoreos

    @staticmethod
    def cambiado():
        """Lo recibido que aquí se cambia."""
        from ut_escritorio.servicios.partes import cambiado

        return cambiado

    @staticmethod
    def traer():
        """Traer textos."""
        from ut_escritorio.servicios.captura import traer

        return traer

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
