"""Lo que se espera: de qué oficios, cuántos días hábiles llevan y desde cuántos son muchos."""

from __future__ import annotations

from datetime import date

from ut_escritorio.datos.filas import captura
from ut_escritorio.datos.filas.foto import DIAS_DE_ESPERA, dias_de_espera
from ut_escritorio.dominio.oficios.espera import Paciencia
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente, cosas_de
from ut_escritorio.servicios.oficina.calendario import calendario_con, descansos

_UN_ANIO = 366


def paciencia_de(exp: Expediente, hoy: date) -> Paciencia:
    """Con qué se mide en esta oficina lo que se espera."""
    return Paciencia(hoy, calendario_con(descansos(exp)), dias_de_espera(exp.base))


def esperar(exp: Expediente, dias: int) -> Cambios:
    """Dice cuántos días hábiles se espera una respuesta que no tiene día; ValorInvalido si no se entiende."""
    if not 1 <= dias <= _UN_ANIO:
        raise ValorInvalido("Escriba cuántos días hábiles se espera una respuesta: de 1 a 366.")
    with exp.base.accion("Cambiar cuánto se espera una respuesta") as hecha:
        captura.poner_ajuste(exp.base, DIAS_DE_ESPERA, str(dias))
    return Cambios(hecha.nombre, cosas_de(hecha.tablas))
