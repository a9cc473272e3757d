"""Lo que dicen el título de la ventana y los de sus pestañas, sin nada de Qt."""

from __future__ import annotations

from ut_escritorio import __version__
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.dominio.plan.arbol import Componente
from ut_escritorio.dominio.plan.lugares import breve

_LETRAS = 22


def titulo_de(
    trimestre: Trimestre, es_ejemplo: bool = False, solo_leer: bool = False, provisional: bool = False
) -> str:
    """«UT Escritorio 1.0.0 · 2º trimestre 2031 (abril–junio)».

    Dice además si es el ejemplo, si solo se puede leer y si el plan aún no se aprueba.
    """
    primero, _, ultimo = trimestre.meses
    ejemplo = " · EJEMPLO" if es_ejemplo else ""
    notas = f"{' · Plan provisional' * provisional}{' · Solo para leer' * solo_leer}"
    meses = f"{MESES[primero - 1]}–{MESES[ultimo - 1]}"
    return f"UT Escritorio {__version__}{ejemplo} · {trimestre} ({meses}){notas}"


def nombre_de(componente: Componente) -> str:
    """«2 Acceso a la…»."""
    return f"{componente.numero} {abreviar(breve(componente))}"


def con_cuenta(nombre: str, por_corregir: int, por_ver: int, acabado: bool) -> str:
    """«2 Acceso a la… (3)», con cuántas cosas hay por corregir; si no, «… (5 por ver)», las que conviene ver.

    Sin nada de nada, «… ✔», en cuanto el trimestre acaba: antes no puede estar completo.
    """
    if por_corregir:
        return f"{nombre} ({por_corregir})"
    if por_ver:
        return f"{nombre} ({por_ver} por ver)"
    return f"{nombre} ✔" if acabado else nombre


def abreviar(nombre: str, letras: int = _LETRAS) -> str:
    """El nombre cortado en la última palabra que cabe."""
    if len(nombre) <= letras:
        return nombre
    cabe = nombre[: letras + 1].rsplit(" ", 1)[0]
    palabras = cabe.split()
    while len(palabras) > 1 and len(palabras[-1]) <= 3:
        palabras.pop()
    return f"{' '.join(palabras)[:letras]}…"
