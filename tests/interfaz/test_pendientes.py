"""Lo que aún no se guarda se dice igual en su celda, al pie, arriba y abajo."""

from __future__ import annotations

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.interfaz.comunes.sesion.pendientes import (
    GUARDANDO,
    Escrito,
    Pendiente,
    dicho_al_pie,
    dicho_arriba,
)

OCUPADO = "Otro programa está usando el archivo."
ABRIL = Pendiente(Escrito(Sitio("1.2"), "Abril", "99"), OCUPADO)
BORRADO = Pendiente(Escrito(Sitio("1.3"), "Mayo", ""), OCUPADO)
EN_SU_TURNO = Pendiente(Escrito(Sitio("1.4"), "Junio", "7"), GUARDANDO)


def test_en_su_celda():
    assert ABRIL.dice == "99, sin guardar. Otro programa está usando el archivo."
    assert BORRADO.dice == "vacío, sin guardar. Otro programa está usando el archivo."
    assert EN_SU_TURNO.dice == "7, guardando…"


def test_al_pie_y_arriba_solo_lo_que_algo_impide():
    assert dicho_al_pie((ABRIL, BORRADO, EN_SU_TURNO)) == f"Mayo: {OCUPADO}"
    assert dicho_arriba((ABRIL, BORRADO, EN_SU_TURNO)) == "Sin guardar: Abril; Mayo"
    assert dicho_al_pie((EN_SU_TURNO,)) == dicho_arriba((EN_SU_TURNO,)) == ""
