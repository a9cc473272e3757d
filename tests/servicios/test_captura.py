"""Anotar números: cada uno en su casilla, y lo que no puede ser no entra."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from ut_escritorio.dominio.numeros.pegado import CambioDeConteo
from ut_escritorio.dominio.propuestas import Propuesta, Reparo
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import (
    aplicar_pegado,
    capturar,
    fijar_alcanzado,
    marcar_capturado,
    marcar_sin_actividad,
)

MAYO = Casilla("visitas", 2, 5)


def test_anotar_cambiar_y_vaciar_una_casilla(exp: Expediente):
    for valor in (12, 0, None, 7):
        capturar(exp, TRIMESTRE, MAYO, valor)
        assert exp.foto(TRIMESTRE).conteos.valores.get(MAYO) == valor


def test_el_cero_escrito_no_es_lo_mismo_que_el_hueco(exp: Expediente):
    junio = Casilla("asesorias", 2, 6)
    assert exp.foto(TRIMESTRE).conteos.en(junio) is None
    capturar(exp, TRIMESTRE, junio, 0)
    assert exp.foto(TRIMESTRE).conteos.en(junio) == 0


NO_SE_ESCRIBEN = [
    Casilla("oficios", 2, 4),
    Casilla("todo", 2),
    Casilla("visitas", 2),
    Casilla("visitas", 2, None, "mujeres"),
    Casilla("asesorias", 2, 4, "mujeres"),
    Casilla("asesorias", 2, None, "ni"),
    Casilla("visitas", 2, 7),
    Casilla("visitas", 3, 7),
    Casilla("nada", 2, 4),
]


@pytest.mark.parametrize("casilla", NO_SE_ESCRIBEN, ids=str)
def test_donde_se_calcula_o_es_de_otro_trimestre_no_se_escribe(exp: Expediente, casilla: Casilla):
    antes = exp.foto(TRIMESTRE)
    with pytest.raises(ErrorEsperado, match="no se escribe aquí"):
        capturar(exp, TRIMESTRE, casilla, 5)
    assert exp.foto(TRIMESTRE) == antes


@pytest.mark.parametrize("valor", [-1, 2.5, True, "12", 1_000_001])
def test_un_conteo_imposible_no_entra(exp: Expediente, valor: object):
    with pytest.raises(ErrorEsperado):
        capturar(exp, TRIMESTRE, ABRIL, valor)  # pyright: ignore[reportArgumentType]
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 77


def test_lo_pegado_entra_de_una_vez_y_con_su_nombre(exp: Expediente):
    propuesta = Propuesta("Pegar 2 celdas", (CambioDeConteo(ABRIL, 1), CambioDeConteo(MAYO, 2)))
    cambios = aplicar_pegado(exp, TRIMESTRE, propuesta)
    assert cambios.accion == "Pegar 2 celdas"
    conteos = exp.foto(TRIMESTRE).conteos
    assert (conteos.en(ABRIL), conteos.en(MAYO)) == (1, 2)


def test_lo_pegado_con_una_celda_mala_no_cambia_nada_y_la_nombra(exp: Expediente):
    antes = exp.foto(TRIMESTRE)
    reparo = Reparo("Visitas, mayo", "«x» no es un número entero.", "No se pegó nada.")
    with pytest.raises(ErrorEsperado, match="Visitas, mayo: «x» no es"):
        aplicar_pegado(exp, TRIMESTRE, Propuesta("Pegar", (CambioDeConteo(ABRIL, 1),), (reparo,)))
    mala = Propuesta("Pegar", (CambioDeConteo(ABRIL, 1), CambioDeConteo(MAYO, -2)))
    with pytest.raises(ErrorEsperado, match="negativo"):
        aplicar_pegado(exp, TRIMESTRE, mala)
    assert exp.foto(TRIMESTRE) == antes


def test_dar_un_mes_por_revisado_y_dejar_de_darlo(exp: Expediente):
    junio = Casilla("asesorias", 2, 6)
    marcar_capturado(exp, TRIMESTRE, ("asesorias", "oficios"), 6, True)
    assert exp.foto(TRIMESTRE).conteos.en(junio) == 0
    assert not marcar_capturado(exp, TRIMESTRE, ("asesorias",), 6, True).cosas
    marcar_capturado(exp, TRIMESTRE, ("asesorias",), 6, False)
    conteos = exp.foto(TRIMESTRE).conteos
    assert conteos.en(junio) is None
    assert conteos.capturados == {("visitas", 5), ("oficios", 6)}
    with pytest.raises(ErrorEsperado, match="no es de este trimestre"):
        marcar_capturado(exp, TRIMESTRE, ("asesorias",), 7, True)


def test_marcar_que_un_lugar_no_toco(exp: Expediente):
    assert marcar_sin_actividad(exp, TRIMESTRE, PASO, True).cosas == {"marcas"}
    marcar_sin_actividad(exp, TRIMESTRE, "demas", False)
    assert exp.foto(TRIMESTRE).sin_actividad == {PASO}
    with pytest.raises(ErrorEsperado, match="no tiene el lugar «9»"):
        marcar_sin_actividad(exp, TRIMESTRE, "9", True)


def test_el_valor_alcanzado(exp: Expediente):
    fijar_alcanzado(exp, TRIMESTRE, "demas", Decimal("12.50"))
    fijar_alcanzado(exp, TRIMESTRE, "1", None)
    assert exp.foto(TRIMESTRE).alcanzado == {"1.1": Decimal("30.5"), "demas": Decimal("12.50")}
    for malo in ("-1", "NaN", "Infinity", "1000.01"):
        with pytest.raises(ErrorEsperado, match="escriba un porcentaje de 0 a 1,000"):
            fijar_alcanzado(exp, TRIMESTRE, "1", Decimal(malo))
