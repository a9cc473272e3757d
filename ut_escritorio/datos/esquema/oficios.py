"""Las tablas del libro de oficios: cada papel una vez, y lo que le pasa después."""

from __future__ import annotations

from collections.abc import Mapping

from ut_escritorio.datos.esquema.base import TablaConUid
from ut_escritorio.datos.esquema.campos import Entero, Fecha, Json, Llave, Logico, Texto
from ut_escritorio.datos.esquema.catalogo import Unidad
from ut_escritorio.dominio.plan.formas import Campo
from ut_escritorio.dominio.trimestre.renglones import Parte


class Serie(TablaConUid):
    """Una serie de números de oficio: lo que va antes del número."""

    prefijo = Texto()


class Oficio(TablaConUid):
    """Un papel: su folio como se lleva en el libro y, donde se deja leer, su serie, número, «bis» y año.

    `ejercicio` es el año del libro en que va. `propio`: vive aunque ningún renglón lo diga. `cancelado`, por
    qué se canceló su número. Lo que le pasa después (acuse, respuesta) va en otras tablas: un trimestre
    firmado no deja cambiar esta.
    """

    folio = Texto()
    serie = Llave(Serie, null=True)
    numero = Entero(null=True)
    anio = Entero(null=True)
    bis = Texto(default="")
    ejercicio = Entero(default=0)
    sentido = Texto(default="")
    fecha = Fecha(null=True)
    mes = Entero(null=True)
    asunto = Texto(default="")
    clase = Texto(default="")
    expediente = Texto(default="")
    propio = Logico(default=False)
    cancelado = Texto(null=True)


class ParteDeOficio(TablaConUid):
    """A quién va un oficio, o de quién viene."""

    oficio = Llave(Oficio)
    orden = Entero()
    rol = Texto()
    unidad = Llave(Unidad, null=True)
    texto = Texto()


class Seguimiento(TablaConUid):
    """Lo que pasa con un oficio después: si espera respuesta, su acuse, dónde se guardó y si se imprimió."""

    oficio = Llave(Oficio)
    espera = Logico(null=True)
    antes_del = Fecha(null=True)
    acuse = Fecha(null=True)
    guardado_en = Texto(default="")
    impreso = Fecha(null=True)


class Contestacion(TablaConUid):
    """Una respuesta a un oficio: con otro oficio, por otro medio, o por partes."""

    oficio = Llave(Oficio)
    respuesta = Llave(Oficio, null=True)
    fecha = Fecha(null=True)
    medio = Texto(default="")
    completa = Logico(default=True)
    nota = Texto(default="")


class SerieDelAnio(TablaConUid):
    """Cómo va una serie en un año: el último número que ella confirmó, y desde cuál se lleva aquí.

    Sin `ultimo`, lo escribe cada vez. Sin `desde`, la lleva la Unidad y aquí se ve una parte.
    """

    serie = Llave(Serie)
    anio = Entero()
    ultimo = Entero(null=True)
    desde = Entero(null=True)


class NumerosAjenos(TablaConUid):
    """Unos números de una serie que lleva otro."""

    serie = Llave(Serie)
    anio = Entero()
    desde = Entero()
    hasta = Entero()
    de_quien = Texto()


class Carta(TablaConUid):
    """Lo que se le pone a la carta de un oficio; lo demás que dice es del oficio.

    `corrige`: por qué se cambia una que ya se había impreso.
    """

    oficio = Llave(Oficio)
    plantilla = Texto()
    campos = Json(Mapping[str, str])
    texto = Texto()
    sustituye = Texto()
    copias = Texto()
    iniciales = Texto()
    firma = Texto()
    ausente = Texto()
    dias = Entero(null=True)
    lugar = Texto()
    corrige = Texto()


class CartaEnviada(TablaConUid):
    """Las palabras con que se imprimió una carta; solo se agrega.

    `documento` es un contenido, por su SHA-256; `version` las cuenta en su oficio, desde 1; `motivo`, por qué
    se cambió la de antes.
    """

    oficio = Llave(Oficio)
    version = Entero()
    dia = Fecha()
    documento = Texto()
    motivo = Texto()


class ListaDeAreas(TablaConUid):
    """Unas áreas a las que ella escribe seguido, con el nombre que les puso."""

    nombre = Texto(unique=True)
    areas = Json(tuple[Parte, ...])


class PlantillaDeCarta(TablaConUid):
    """Una carta que ella guardó para volver a escribirla; sus textos son patrones."""

    clave = Texto(unique=True)
    orden = Entero()
    nombre = Texto()
    asunto = Texto()
    cuerpo = Json(tuple[str, ...])
    campos = Json(tuple[Campo, ...])
    copias = Json(tuple[str, ...])
    recuerda = Json(tuple[str, ...])
    clase = Texto()
    dias = Entero(null=True)
