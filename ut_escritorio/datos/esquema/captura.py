"""Las tablas de lo que ella captura en un trimestre."""

from __future__ import annotations

from collections.abc import Mapping

from ut_escritorio.datos.esquema.base import TablaConUid
from ut_escritorio.datos.esquema.campos import Entero, Exacto, Fecha, Json, Llave, Logico, Texto
from ut_escritorio.datos.esquema.catalogo import Papel, Persona, Unidad
from ut_escritorio.datos.esquema.oficios import Oficio
from ut_escritorio.datos.esquema.plan import Cifra, Departamento, Forma, Lugar, Medio, Plan

ABIERTO, CERRADO = "abierto", "cerrado"


class Trimestre(TablaConUid):
    """Un trimestre de un plan; «cerrado», ninguna fila suya cambia.

    `papel` y `leyenda`, si se eligieron para su informe en vez de los que le tocan.
    """

    plan = Llave(Plan)
    numero = Entero()
    fecha_de_firma = Fecha(null=True)
    numera_paginas = Logico(default=True)
    papel = Llave(Papel, null=True)
    leyenda = Texto(null=True)
    estado = Texto(default=ABIERTO)


class DelTrimestre(TablaConUid):
    """Una fila de un trimestre."""

    trimestre = Llave(Trimestre)


class Conteo(DelTrimestre):
    """El número de una casilla; sin mes es de todo el trimestre, sin sexo no se distingue."""

    cifra = Llave(Cifra)
    mes = Entero(null=True)
    sexo = Texto(null=True)
    valor = Entero()


class Dia(DelTrimestre):
    """Lo que un día se contó de una cifra."""

    cifra = Llave(Cifra)
    fecha = Fecha()
    valor = Entero()


class MesCapturado(DelTrimestre):
    """Un mes dado por capturado en una cifra: lo vacío vale cero."""

    cifra = Llave(Cifra)
    mes = Entero()


class Asunto(TablaConUid):
    """Lo que ensarta los renglones de varios pasos que tratan de lo mismo."""


class Renglon(DelTrimestre):
    """Algo que se hizo o se recibió; el archivo la llama «registro», y «hilo» a su asunto."""

    lugar = Llave(Lugar)
    orden = Entero()
    medio = Llave(Medio, null=True)
    sentido = Texto()
    asunto = Texto()
    fecha = Fecha(null=True)
    mes = Entero(null=True)
    cantidad_medio = Entero(null=True)
    cantidad = Entero(null=True)
    mujeres = Entero(null=True)
    hombres = Entero(null=True)
    ni = Entero(null=True)
    personas = Entero(null=True)
    forma = Llave(Forma, null=True)
    junto = Logico()
    campos = Json(Mapping[str, str])
    del_asunto = Llave(Asunto, null=True, column_name="hilo_id")


class Parte(TablaConUid):
    """Con quién fue un renglón."""

    renglon = Llave(Renglon, column_name="registro_id")
    orden = Entero()
    rol = Texto()
    unidad = Llave(Unidad, null=True)
    texto = Texto()


class Cita(TablaConUid):
    """Un oficio citado por un renglón; `folio`, como ahí se escribió, si no es como va en el libro."""

    renglon = Llave(Renglon, column_name="registro_id")
    orden = Entero()
    oficio = Llave(Oficio)
    asunto = Texto()
    folio = Texto(null=True)


class ParrafoLibre(DelTrimestre):
    """Un párrafo que se imprime tal cual."""

    lugar = Llave(Lugar)
    orden = Entero()
    texto = Texto()


class TextoAMano(DelTrimestre):
    """Un texto escrito en vez del automático."""

    origen = Texto()
    texto = Texto()
    sustituye = Texto()


class Alcanzado(DelTrimestre):
    """El % alcanzado de un lugar."""

    lugar = Llave(Lugar)
    valor = Exacto()


class OficioDeRemision(DelTrimestre):
    """El oficio con que un departamento entrega su parte; `folio`, como en las citas."""

    departamento = Llave(Departamento)
    oficio = Llave(Oficio, null=True)
    fecha = Fecha(null=True)
    folio = Texto(null=True)


class SinActividad(DelTrimestre):
    """Un lugar que no tocó este trimestre."""

    lugar = Llave(Lugar)


class Justificacion(DelTrimestre):
    """Por qué el valor alcanzado de un lugar se alejó de lo programado."""

    lugar = Llave(Lugar)
    texto = Texto()


class MetaModificada(DelTrimestre):
    """A cuánto se modificó lo programado de un lugar, y el oficio con que se autorizó."""

    lugar = Llave(Lugar)
    valor = Exacto()
    motivo = Texto()
    fecha = Fecha()
    folio = Texto()


class DejadoAsi(DelTrimestre):
    """Algo que la revisión señaló y ella dejó así; vale mientras su huella sea la misma."""

    huella = Texto()
    motivo = Texto()


class FirmanteElegido(DelTrimestre):
    """Quién firma un informe en un puesto, elegido en vez de quien lo ocupa ese día."""

    puesto = Texto()
    persona = Llave(Persona)
    cargo = Texto()


class Impresion(DelTrimestre):
    """La última impresión para firma: la huella de cada hoja y si iban numeradas."""

    hojas = Json(tuple[str, ...])
    numeradas = Logico()


class Descanso(TablaConUid):
    """Días propios de la oficina en que no se trabaja."""

    desde = Fecha()
    hasta = Fecha()
    nota = Texto()


class PorMirar(DelTrimestre):
    """Un texto traído de otro trimestre que ella aún no ha mirado; `origen` es el del bloque."""

    origen = Texto()


class Ajuste(TablaConUid):
    """Una preferencia que viaja con el archivo."""

    clave = Texto()
    valor = Texto()
