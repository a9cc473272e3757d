"""Las cuentas del Tablero: una fila por cifra que el plan pide mostrar, con sus meses y su total."""

from __future__ import annotations

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.evaluacion import valor_de
from ut_escritorio.dominio.numeros.por_componente import a_la_vista
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.plan.cifras import Valor
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.servicios.archivo.expediente import Cosas

SE_CUENTA: Cosas = frozenset({"conteos", "renglones", "marcas"})
"""Lo que, si cambia, cambia las cuentas."""


@congelado
class Cuenta:
    """Una cifra a lo largo de unos meses; los meses sin dato quedan vacíos, no en cero.

    `escritos`: cómo se lee cada mes y, al final, el total; vacío el que no se sabe.
    """

    rotulo: str
    meses: tuple[Valor, ...]
    total: Valor
    escritos: tuple[str, ...]


def cuentas_de(foto: FotoTrimestre) -> tuple[Cuenta, ...]:
    """Las cifras del Tablero por mes; el total del trimestre es el del informe."""
    return tuple(_cuenta(foto, mosaico.cifra, mosaico.rotulo) for mosaico in foto.plan.mosaicos)


def _cuenta(foto: FotoTrimestre, cifra: str, rotulo: str) -> Cuenta:
    meses = tuple(valor_de(foto, cifra, mes) for mes in foto.trimestre.meses)
    total = valor_de(foto, cifra)
    escritos = tuple(a_la_vista(foto.plan.cifra[cifra], valor) for valor in (*meses, total))
    return Cuenta(rotulo, meses, total, escritos)


def falta(meses: tuple[int, ...]) -> str:
    """«falta junio»; vacío si no falta ninguno, o si faltan los tres (el número ya lo dice)."""
    if not meses or len(meses) > 2:
        return ""
    return f"falta{'n' if len(meses) > 1 else ''} {lista([MESES[mes - 1] for mes in meses])}"
