"""Las cuentas del Tablero: una fila por cifra que el plan pide mostrar, con sus meses y su total."""

from __future__ import annotations

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.evaluacion import valor_en
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.dominio.plan.cifras import Valor
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


@congelado
class Cuenta:
    """Una cifra a lo largo de unos meses; los meses sin dato quedan vacíos, no en cero."""

    rotulo: str
    meses: tuple[Valor, ...]
    total: Valor


def meses_del(foto: FotoTrimestre, todo_el_anio: bool) -> tuple[int, ...]:
    """Los meses del trimestre, o los doce."""
    return tuple(range(1, 13)) if todo_el_anio else foto.trimestre.meses


def nombre_de_mes(mes: int) -> str:
    """«Abr», como cabe sobre una columna."""
    return MESES[mes - 1][:3].capitalize()


def cuentas_de(foto: FotoTrimestre, todo_el_anio: bool) -> tuple[Cuenta, ...]:
    """Las cifras del Tablero por mes; el total del trimestre es el del informe."""
    return tuple(_cuenta(foto, mosaico.cifra, mosaico.rotulo, todo_el_anio) for mosaico in foto.plan.mosaicos)


def _cuenta(foto: FotoTrimestre, cifra: str, rotulo: str, todo_el_anio: bool) -> Cuenta:
    valores = tuple(_del_mes(foto, cifra, mes) for mes in meses_del(foto, todo_el_anio))
    if not todo_el_anio:
        return Cuenta(rotulo, valores, valor_en(foto, foto.trimestre, cifra))
    ejercicio = foto.trimestre.ejercicio
    trimestres = [valor_en(foto, Trimestre(ejercicio, numero), cifra) for numero in range(1, 5)]
    conocidos = [valor.numero for valor in trimestres if valor.numero is not None]
    return Cuenta(rotulo, valores, Valor(sum(conocidos) if conocidos else None))


def _del_mes(foto: FotoTrimestre, cifra: str, mes: int) -> Valor:
    return valor_en(foto, Trimestre(foto.trimestre.ejercicio, (mes + 2) // 3), cifra, mes)


def falta(meses: tuple[int, ...]) -> str:
    """«falta junio»; vacío si no falta ninguno, o si faltan los tres (el número ya lo dice)."""
    if not meses or len(meses) > 2:
        return ""
    return f"falta{'n' if len(meses) > 1 else ''} {lista([MESES[mes - 1] for mes in meses])}"
