"""Lo que se puede pedir en la terminal, ya leído."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.relacion import Lista, PedidoDeRelacion
from ut_escritorio.linea_de_comandos.ventana import Ventana, VentanaConEjemplo


@congelado
class Ayuda:
    """Decir cómo se usa."""


@congelado
class Autoprueba:
    """Usar el ejemplo de punta a punta sin mostrarse."""


@congelado
class Ejemplo:
    """Escribir el archivo del ejemplo."""

    archivo: Path


@congelado
class Nuevo:
    """Escribir un archivo nuevo de un plan y, si se dan, los datos de un trimestre."""

    archivo: Path
    plan: Path
    datos: Path | None


@congelado
class Exportar:
    """Escribir el informe de un trimestre, en lo que diga el final de `salida`.

    Con `anexos`, también los que van aparte, en ese otro PDF.
    """

    archivo: Path
    ejercicio: int
    trimestre: int
    salida: Path
    forzar: bool
    anexos: Path | None = None


@congelado
class Revisar:
    """Decir lo que hay que corregir y lo que conviene revisar de un trimestre."""

    archivo: Path
    ejercicio: int
    trimestre: int
    json: bool


@congelado
class VerAvance:
    """Decir cómo va cada actividad de un trimestre contra su meta."""

    archivo: Path
    ejercicio: int
    trimestre: int
    json: bool


@congelado
class ModificarMeta:
    """Modificar la meta de una actividad en un trimestre; `meta`, a cuánto, como se escribió.

    `fecha`: qué día se modificó (None: hoy); `oficio`, con cuál.
    """

    archivo: Path
    ejercicio: int
    trimestre: int
    actividad: str
    meta: str
    motivo: str
    fecha: date | None = None
    oficio: str = ""


@congelado
class Comparar:
    """Decir cada número de un trimestre junto al del anterior y al del mismo de un año antes."""

    archivo: Path
    ejercicio: int
    trimestre: int
    json: bool


@congelado
class Firmar:
    """Guardar el informe de un trimestre como firmado en una fecha, y cerrarlo.

    Con algo que corregir solo se hace `como_borrador`.
    """

    archivo: Path
    ejercicio: int
    trimestre: int
    fecha: date
    como_borrador: bool


@congelado
class Firmados:
    """Decir qué informes están firmados."""

    archivo: Path
    json: bool


@congelado
class Oficios:
    """Decir los oficios de un año o, con `salida`, imprimir sus cartas: las de esos folios o todas.

    `sin_contestar`: solo los que esperan respuesta, también de años anteriores.
    """

    archivo: Path
    ejercicio: int
    json: bool
    salida: Path | None
    folios: tuple[str, ...]
    sin_contestar: bool = False


@congelado
class HojaDeOficios:
    """Escribir, en PDF o en Excel, la relación de un periodo o la lista de los que faltan por algo."""

    archivo: Path
    ejercicio: int
    salida: Path
    pedido: PedidoDeRelacion | Lista


@congelado
class Escribir:
    """Escribir la misma carta a unas áreas, cada una con su número, y con `salida` dejarlas en un PDF.

    `campos` son los datos que la plantilla pide; `paso`, dónde las dice el informe, vacío si en ninguno.
    """

    archivo: Path
    ejercicio: int
    plantilla: str
    areas: Path
    campos: tuple[tuple[str, str], ...]
    asunto: str
    fecha: date | None
    paso: str
    salida: Path | None


@congelado
class HojasDeCaptura:
    """Escribir en PDF las hojas para capturar a mano de una actividad o, sin su número, de todas.

    `mes`: solo lo de ese; sin él, lo del trimestre.
    """

    archivo: Path
    ejercicio: int
    trimestre: int
    salida: Path
    actividad: str
    mes: int | None = None


@congelado
class Evidencias:
    """Decir las evidencias de un trimestre, dejarlas en una carpeta o, con `adjuntar`, agregar unas.

    `a`: de qué oficio o lugar son; con `fecha`, de su renglón de ese día.
    """

    archivo: Path
    ejercicio: int
    trimestre: int
    json: bool
    adjuntar: tuple[Path, ...]
    a: str
    fecha: date | None = None
    guardar_en: Path | None = None


@congelado
class EntregarParte:
    """Escribir la parte de unos departamentos en un trimestre; sin nombrarlos, la de todos."""

    archivo: Path
    ejercicio: int
    trimestre: int
    salida: Path
    departamentos: tuple[str, ...]


@congelado
class RecibirParte:
    """Decir qué trae la parte de otro departamento y, con `aplicar`, recibirla.

    `todo`: también lo que aquí cambió. `contestar`: el número de cada duda y el de su respuesta. El ejercicio
    y el trimestre se dicen de un archivo entero; una parte trae los suyos.
    """

    archivo: Path
    parte: Path
    ejercicio: int | None
    trimestre: int | None
    aplicar: bool
    todo: bool
    contestar: tuple[tuple[int, int], ...]


@congelado
class ComoTexto:
    """Dejar como texto el plan de un año o, con `trimestre`, los datos de un trimestre."""

    archivo: Path
    ejercicio: int
    salida: Path
    trimestre: int | None = None


@congelado
class EntrarDatos:
    """Decir qué cambiarían los datos de un trimestre escritos como texto y, con `aplicar`, recibirlos."""

    archivo: Path
    datos: Path
    aplicar: bool
    todo: bool


@congelado
class EntrarPlan:
    """Decir qué cambiaría un plan escrito como texto y, con `aplicar`, hacerlo.

    Lo que perdería algo, solo con `todo`.
    """

    archivo: Path
    plan: Path
    aplicar: bool
    todo: bool


@congelado
class Respaldar:
    """Dejar en una carpeta una copia verificada."""

    archivo: Path
    en: Path


@congelado
class Comprobar:
    """Revisar entero un archivo o una copia."""

    archivo: Path


SinVentana = (
    Ejemplo
    | Nuevo
    | Exportar
    | Revisar
    | VerAvance
    | ModificarMeta
    | Comparar
    | Firmar
    | Firmados
    | Oficios
    | HojaDeOficios
    | Escribir
    | HojasDeCaptura
    | Evidencias
    | EntregarParte
    | RecibirParte
    | ComoTexto
    | EntrarDatos
    | EntrarPlan
    | Respaldar
    | Comprobar
)
Orden = Ayuda | Ventana | VentanaConEjemplo | Autoprueba | SinVentana
