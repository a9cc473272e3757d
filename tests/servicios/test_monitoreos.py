"""Marcar los días: lo de hoy una vez, un día suelto, lo propuesto; nunca en lo firmado ni en un inhábil."""

from __future__ import annotations

from datetime import date

import pytest

from tests.datos.oficina import TRIMESTRE
from ut_escritorio.dominio.numeros.dias import CambioDeDia
from ut_escritorio.dominio.numeros.evaluacion import valor_de
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, procedencia
from ut_escritorio.servicios.captura.monitoreos import (
    aplicar_dias,
    contar_por_dias,
    marcar_dia,
    registrar_los_de_hoy,
)
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.firma import abrir_para_corregir, firmar, que_cambio
from ut_escritorio.servicios.entrega.informe import documento_de
from ut_escritorio.servicios.oficina.calendario import Descanso, agregar_descanso

MARTES = date(2031, 5, 13)
CIERRE = date(2031, 7, 4)
MAYO = Casilla("visitas", 2, 5)


def test_lo_de_hoy_se_registra_una_sola_vez(exp: Expediente):
    dicho, cambios = registrar_los_de_hoy(exp, MARTES)
    assert dicho == "Registrado martes 13 de mayo: 1 monitoreo."
    assert cambios.cosas == {"conteos"}
    assert registrar_los_de_hoy(exp, MARTES)[0] == "Ya están los de hoy, martes 13 de mayo."
    assert valor_de(exp.foto(TRIMESTRE), "visitas", 5).numero == 3


def test_lo_de_hoy_no_cambia_un_mes_escrito_entero_y_lo_dice(exp: Expediente):
    dicho, _ = registrar_los_de_hoy(exp, date(2031, 4, 8))
    assert dicho.endswith("Abril ya está escrito entero: su número no cambia.")
    assert valor_de(exp.foto(TRIMESTRE), "visitas", 4).numero == 77
    contar_por_dias(exp, TRIMESTRE, "visitas", 4)
    assert valor_de(exp.foto(TRIMESTRE), "visitas", 4).numero == 3


def test_lo_que_hoy_fue_otro_numero_se_queda(exp: Expediente):
    anotar = marcar_dia(exp, TRIMESTRE, CambioDeDia("visitas", MARTES, 1), CIERRE)
    registrar_los_de_hoy(exp, MARTES)
    assert exp.foto(TRIMESTRE).conteos.dias["visitas", MARTES] == 1
    quitar = marcar_dia(exp, TRIMESTRE, CambioDeDia("visitas", MARTES, None), CIERRE)
    assert (anotar.accion, quitar.accion) == ("Anotar un día", "Quitar un día")
    assert ("visitas", MARTES) not in exp.foto(TRIMESTRE).conteos.dias


@pytest.mark.parametrize(
    ("dia", "motivo"), [(date(2031, 5, 1), "Día del Trabajo"), (date(2031, 5, 11), "domingo")]
)
def test_en_inhabil_no_se_registra_y_se_dice_por_que(exp: Expediente, dia: date, motivo: str):
    with pytest.raises(ErrorEsperado, match=f"es inhábil \\({motivo}\\)"):
        registrar_los_de_hoy(exp, dia)


def test_en_un_descanso_de_la_oficina_tampoco(exp: Expediente):
    agregar_descanso(exp, Descanso(MARTES, MARTES, "Aniversario"))
    with pytest.raises(ErrorEsperado, match="Aniversario"):
        registrar_los_de_hoy(exp, MARTES)


def test_lo_propuesto_entra_de_una_vez_y_se_deshace_de_una_vez(exp: Expediente):
    antes = exp.foto(TRIMESTRE)
    dias = tuple(CambioDeDia("visitas", date(2031, 5, dia), 3) for dia in (8, 9))
    aplicar_dias(exp, TRIMESTRE, Propuesta("Completar los días sin registrar", dias), CIERRE)
    assert valor_de(exp.foto(TRIMESTRE), "visitas", 5).numero == 6
    cambios = deshacer(exp)
    assert cambios.accion == "Deshacer completar los días sin registrar"
    assert [sitio.casilla for sitio in cambios.sitios] == [MAYO]
    assert exp.foto(TRIMESTRE) == antes


@pytest.mark.parametrize(
    ("cifra", "dia", "valor"),
    [("visitas", date(2031, 7, 1), 3), ("oficios", MARTES, 3), ("nada", MARTES, 3), ("visitas", MARTES, -1)],
)
def test_un_dia_que_no_puede_ser_no_entra(exp: Expediente, cifra: str, dia: date, valor: int):
    antes = exp.foto(TRIMESTRE)
    with pytest.raises(ErrorEsperado):
        marcar_dia(exp, TRIMESTRE, CambioDeDia(cifra, dia, valor), CIERRE)
    assert exp.foto(TRIMESTRE) == antes


@pytest.mark.parametrize("dia", [date(2031, 5, 14), date(2031, 6, 17)])
def test_un_dia_que_aun_no_llega_no_se_anota(exp: Expediente, dia: date):
    antes = exp.foto(TRIMESTRE)
    cambios = (CambioDeDia("visitas", MARTES, 3), CambioDeDia("visitas", dia, 3))
    for intento in (
        lambda: marcar_dia(exp, TRIMESTRE, cambios[1], MARTES),
        lambda: aplicar_dias(exp, TRIMESTRE, Propuesta("Completar", cambios), MARTES),
    ):
        with pytest.raises(ErrorEsperado, match=f"Todavía no llega el {dia:%d/%m/%Y}"):
            intento()
    assert exp.foto(TRIMESTRE) == antes


def test_lo_anotado_antes_en_un_dia_que_aun_no_llega_se_puede_quitar(exp: Expediente):
    marcar_dia(exp, TRIMESTRE, CambioDeDia("visitas", date(2031, 6, 17), 3), CIERRE)
    marcar_dia(exp, TRIMESTRE, CambioDeDia("visitas", date(2031, 6, 17), None), MARTES)
    assert ("visitas", date(2031, 6, 17)) not in exp.foto(TRIMESTRE).conteos.dias


def test_la_historia_dice_el_dia_marcado_y_cuando_se_marco(exp: Expediente):
    marcar_dia(exp, TRIMESTRE, CambioDeDia("visitas", date(2031, 5, 8), 2), CIERRE)
    marcar_dia(exp, TRIMESTRE, CambioDeDia("visitas", date(2031, 5, 8), None), CIERRE)
    marcar_dia(exp, TRIMESTRE, CambioDeDia("visitas", date(2031, 5, 9), 3), CIERRE)
    dicho = str(procedencia(exp, TRIMESTRE, MAYO))
    assert "Se cuenta de los días marcados." in dicho
    assert "- 3: viernes 9 de mayo" in dicho
    assert "04/07/2031 12:30, quitar un día: jueves 8 de mayo, de 2 a vacío" in dicho


def test_un_trimestre_firmado_no_se_deja_marcar(exp: Expediente):
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    with pytest.raises(ErrorEsperado, match="ya está firmado"):
        registrar_los_de_hoy(exp, MARTES)
    for intento in (
        lambda: marcar_dia(exp, TRIMESTRE, CambioDeDia("visitas", MARTES, 3), CIERRE),
        lambda: contar_por_dias(exp, TRIMESTRE, "visitas", 4),
    ):
        with pytest.raises(ErrorEsperado, match="cerrado|firm"):
            intento()


def test_un_dia_cambiado_despues_de_firmar_se_dice_por_su_mes(exp: Expediente):
    marcar_dia(exp, TRIMESTRE, CambioDeDia("visitas", MARTES, 3), CIERRE)
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    abrir_para_corregir(exp, TRIMESTRE, "Por corregir")
    assert que_cambio(exp, TRIMESTRE) == ()
    marcar_dia(exp, TRIMESTRE, CambioDeDia("visitas", date(2031, 5, 14), 3), CIERRE)
    (diferencia,) = que_cambio(exp, TRIMESTRE)
    assert (diferencia.que, diferencia.antes, diferencia.ahora) == ("Visitas, mayo", "3", "6")
    capturar(exp, TRIMESTRE, MAYO, 3)
    assert que_cambio(exp, TRIMESTRE) == ()


def test_el_informe_imprime_lo_que_suman_los_dias(exp: Expediente):
    dias = tuple(CambioDeDia("visitas", date(2031, 5, dia), 30 + dia) for dia in (8, 9))
    antes = repr(documento_de(exp.foto(TRIMESTRE)))
    aplicar_dias(exp, TRIMESTRE, Propuesta("Completar", dias), CIERRE)
    despues = repr(documento_de(exp.foto(TRIMESTRE)))
    assert ("218 VISITAS" in antes, "218 VISITAS" in despues) == (False, True)
