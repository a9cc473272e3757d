"""Las tablas que no se capturan: contenidos y sus trozos, acciones, bitácora y sello."""

from __future__ import annotations

from peewee import AutoField

from ut_escritorio.datos.esquema.base import Tabla
from ut_escritorio.datos.esquema.campos import Entero, Llave, Octetos, Texto
from ut_escritorio.datos.esquema.captura import Trimestre


class Contenido(Tabla):
    """Los bytes de un archivo por su SHA-256; solo se agregan."""

    sha256 = Texto(unique=True)
    bytes = Octetos()


class Trozo(Tabla):
    """Una parte de un contenido grande, para guardarlo de a poco; también solo se agregan.

    `sha256` es el del contenido entero, que llega al último y dice vacíos sus propios bytes; `orden` las
    cuenta desde 0 y `huella` es el SHA-256 de esta. Todas miden lo mismo, menos la última.
    """

    sha256 = Texto()
    orden = Entero()
    huella = Texto()
    bytes = Octetos()


class Accion(Tabla):
    """Algo que ella hizo de una vez; `apertura` dice en qué apertura del archivo.

    `clase`: «hecha» (se puede deshacer), «deshacer», «rehacer», «barrera» (no se deshace, ni nada
    anterior) o «aparte» (no cuenta al deshacer). Las seguidas de un mismo `grupo` son una sola.
    """

    id = AutoField()
    nombre = Texto()
    cuando = Texto()
    apertura = Texto()
    clase = Texto()
    grupo = Texto()
    trimestre = Llave(Trimestre, null=True)


class Bitacora(Tabla):
    """Lo que una acción cambió en una fila: alta, cambio o baja, con solo las columnas que cambiaron."""

    id = AutoField()
    accion = Llave(Accion)
    tabla = Texto()
    fila = Entero()
    clase = Texto()
    antes = Texto(null=True)
    despues = Texto(null=True)


class Sello(Tabla):
    """La huella de todas las filas de una tabla, combinadas."""

    id = None
    tabla = Texto(primary_key=True)
    huella = Entero()
