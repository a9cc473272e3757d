"""Las tablas de lo firmado: cada informe con su PDF, y sus hojas escaneadas."""

from __future__ import annotations

from collections.abc import Mapping

from ut_escritorio.datos.esquema.base import TablaConUid
from ut_escritorio.datos.esquema.campos import Entero, Fecha, Json, Llave, Texto
from ut_escritorio.datos.esquema.captura import Trimestre


class Firma(TablaConUid):
    """Un informe firmado; nunca cambia, salvo `motivo`: por qué se abrió para corregirlo.

    `pdf`, `documento` y `cifras` son contenidos, por su SHA-256; `version` los cuenta en su
    trimestre, desde 1; `hojas` lleva cada origen a la primera página en que se imprimió.
    """

    trimestre = Llave(Trimestre)
    version = Entero()
    fecha = Fecha()
    cuando = Texto()
    pdf = Texto()
    documento = Texto()
    cifras = Texto()
    paginas = Entero()
    hojas = Json(Mapping[str, int])
    motivo = Texto(null=True)


class Escaneado(TablaConUid):
    """El informe con firmas y sellos, escaneado; `nombre` es solo su etiqueta."""

    firma = Llave(Firma)
    contenido = Texto()
    nombre = Texto()
    clase = Texto()
