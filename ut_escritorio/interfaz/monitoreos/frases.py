"""Lo que la hoja de los días le dice: lo que se propone y el día inhábil en que se anotó."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.numeros.dias import CambioDeDia, con_dia, dichos, mes_entero
from ut_escritorio.dominio.palabras.redaccion import con_inicial
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

POR_DIAS = "Contarlo por sus días"


def de_inhabil(dia: date, motivo: str) -> str:
    """«El sábado 11 de mayo es inhábil.»; «El miércoles 1 de mayo es inhábil (Día del Trabajo).»."""
    dicho = con_dia(dia)
    return f"El {dicho} es inhábil{'' if dicho.startswith(motivo) else f' ({motivo})'}."


def de_propuesta(propuesta: Propuesta[CambioDeDia], foto: FotoTrimestre, hoy: date) -> str:
    """«Se propone marcar los días 8 y 9 en…: 24 en total. Nada se guarda hasta que acepte»."""
    cifras = dict.fromkeys(c.cifra for c in propuesta.cambios)
    total = sum(c.valor or 0 for c in propuesta.cambios)
    de_que = (
        foto.plan.cifra[next(iter(cifras))].nombre if len(cifras) == 1 else f"los {len(cifras)} monitoreos"
    )
    dias = dichos((c.dia for c in propuesta.cambios), hoy)
    cuales = "" if dias.startswith("del") else "el día " if dias.isdigit() else "los días "
    que = f"Se propone marcar {cuales}{dias} en {de_que}: {total} en total."
    return f"{que}{_enteros(propuesta, foto)} Nada se guarda hasta que acepte."


def _enteros(propuesta: Propuesta[CambioDeDia], foto: FotoTrimestre) -> str:
    """Los meses que lo propuesto no cambia, porque se escribieron enteros; vacío si no hay ninguno."""
    tocados = dict.fromkeys((c.cifra, c.dia.month) for c in propuesta.cambios)
    return "".join(
        f" {con_inicial(MESES[mes - 1])} está escrito entero: {entero}; "
        f"sus días no lo cambiarán salvo que elija «{POR_DIAS}»."
        for cifra, mes in tocados
        if (entero := mes_entero(foto, cifra, mes)) is not None
    )
