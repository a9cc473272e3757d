"""Los informes firmados, como se enlistan; las cifras que se firmaron; y qué hojas cambiaron."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.cifras import Numero
from ut_escritorio.dominio.trimestre.conteos import Casilla

ClaseDeEscaneado = Literal["pdf", "jpg", "png"]


@congelado
class Escaneado:
    """Las hojas firmadas y selladas, escaneadas; `nombre` es solo cómo se muestra."""

    sha256: str
    nombre: str
    clase: ClaseDeEscaneado


@congelado
class Firmado:
    """Un informe firmado.

    `version` los cuenta en su trimestre, desde 1; `cuando` se guardó; `vigente`, si el trimestre
    sigue cerrado con él; `motivo`, por qué se abrió para corregir, vacío si no se ha abierto.
    """

    trimestre: Trimestre
    version: int
    fecha: date
    cuando: datetime
    sha256: str
    paginas: int
    vigente: bool
    motivo: str = ""
    escaneados: tuple[Escaneado, ...] = ()


@congelado
class NumeroFirmado:
    """Lo que una casilla valía al firmar (None: no se conocía); `escrito`, si se escribió a mano."""

    casilla: Casilla
    valor: Numero | None
    escrito: bool


@congelado
class CifrasFirmadas:
    """Todos los números del trimestre al firmar, y los meses dados por revisados."""

    numeros: tuple[NumeroFirmado, ...]
    revisados: tuple[Casilla, ...]


@congelado
class Impresion:
    """Una impresión para firma: la huella de cada hoja, sin su número, y si iban numeradas."""

    huellas: tuple[str, ...]
    numeradas: bool


def hojas_que_cambiaron(anterior: Impresion | None, nueva: Impresion) -> tuple[int, ...]:
    """Las hojas (desde 1) que hay que volver a imprimir.

    Si dicen «Página X de N» y cambió cuántas son, o si ahora se numeran y antes no, son todas; sin
    número, la hoja que solo se recorrió de lugar sigue sirviendo.
    """
    todas = tuple(range(1, len(nueva.huellas) + 1))
    if anterior is None or anterior.numeradas != nueva.numeradas:
        return todas
    if not nueva.numeradas:
        return tuple(n for n in todas if nueva.huellas[n - 1] not in anterior.huellas)
    if len(anterior.huellas) != len(nueva.huellas):
        return todas
    return tuple(n for n in todas if nueva.huellas[n - 1] != anterior.huellas[n - 1])
