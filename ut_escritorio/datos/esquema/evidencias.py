"""La tabla de las evidencias: qué prueba cada cosa y cuál es su contenido."""

from __future__ import annotations

from ut_escritorio.datos.esquema.base import TablaConUid
from ut_escritorio.datos.esquema.campos import Entero, Llave, Logico, Texto
from ut_escritorio.datos.esquema.captura import Renglon, Trimestre
from ut_escritorio.datos.esquema.oficios import Oficio
from ut_escritorio.datos.esquema.plan import Lugar


class Evidencia(TablaConUid):
    """Una foto, un PDF o un correo de un renglón, de un lugar en un trimestre o de un oficio.

    `contenido` es lo que se guardó, y `original`, el archivo de que salió: los dos por su SHA-256. Lo que
    `sale` es si irá en los anexos del informe: de entrada, solo las fotos. Lo que
    llegó ya firmado el trimestre se distingue por `firmas`: cuántas tenía entonces.
    """

    trimestre = Llave(Trimestre, null=True)
    renglon = Llave(Renglon, null=True, column_name="registro_id")
    lugar = Llave(Lugar, null=True)
    oficio = Llave(Oficio, null=True)
    orden = Entero()
    contenido = Texto()
    original = Texto()
    nombre = Texto()
    clase = Texto()
    pie = Texto()
    sale = Logico()
    tomada = Texto(null=True)
    hojas = Entero()
    peso = Entero()
    firmas = Entero()
