"""«¿De dónde salió este número?» y la historia vieja, que se adelgaza sin perder lo que importa."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from tests.historia.azar import contenido
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import adelgazar, deshacer, por_deshacer, procedencia
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import guardar_renglon
from ut_escritorio.servicios.entrega.firma import abrir_para_corregir, firmar, que_cambio

EN_MAYO, EN_JULIO = datetime(2031, 5, 2, 9), datetime(2031, 7, 4, 12)  # noqa: DTZ001
Abrir = Callable[[datetime], Expediente]


@pytest.fixture
def en(archivo: Path) -> Abrir:
    """Abre el archivo de esta prueba como si fuera esa hora."""
    return lambda hora: expediente.abrir(archivo, lambda: hora)


def apuntes(exp: Expediente) -> int:
    return exp.base.conexion.execute("SELECT count(*) FROM bitacora WHERE tabla <> ''").fetchone()[0]


def test_un_numero_escrito_dice_sus_valores_anteriores_cuando_y_con_que(en: Abrir):
    with en(EN_MAYO) as exp:
        capturar(exp, TRIMESTRE, ABRIL, 78)
    with en(EN_JULIO) as exp:
        capturar(exp, TRIMESTRE, ABRIL, None)
        deshacer(exp)
        assert str(procedencia(exp, TRIMESTRE, ABRIL)).splitlines() == [
            "Visitas, abril: 78. Está escrito a mano.",
            "Cambios:",
            "- 02/05/2031 09:00, anotar un número: de 77 a 78",
            "- 04/07/2031 12:00, anotar un número: de 78 a vacío",
            "- 04/07/2031 12:00, deshacer anotar un número: de vacío a 78",
        ]


def test_lo_que_nunca_cambio_no_habla_de_cambios(exp: Expediente):
    assert str(procedencia(exp, TRIMESTRE, ABRIL)) == "Visitas, abril: 77. Está escrito a mano."


def test_un_total_dice_de_que_meses_se_suma_y_lo_que_cambio_en_ellos(exp: Expediente):
    capturar(exp, TRIMESTRE, ABRIL, 78)
    salio = procedencia(exp, TRIMESTRE, Casilla("visitas", 2))
    assert [(pieza.texto, pieza.valor) for pieza in salio.piezas] == [
        ("Visitas, abril", 78),
        ("Visitas, mayo", 0),
        ("Visitas, junio", 64),
    ]
    assert [anterior.que for anterior in salio.antes] == ["Visitas, abril, de 77 a 78"]


def test_un_numero_contado_dice_sus_renglones_y_cuando_cambiaron(exp: Expediente):
    renglon = exp.foto(TRIMESTRE).renglones[0]
    guardar_renglon(exp, TRIMESTRE, replace(renglon, asunto="las sesiones"))
    salio = procedencia(exp, TRIMESTRE, Casilla("oficios", 2))
    assert salio.como == "Se cuenta de un renglón."
    (pieza,) = salio.piezas
    assert (pieza.valor, pieza.sitio.lugar, pieza.sitio.origen) == (3, PASO, f"registro:{renglon.uid}")
    assert [anterior.accion for anterior in salio.antes] == ["Cambiar un renglón"]


def test_un_numero_calculado_dice_de_que_otros(exp: Expediente):
    salio = procedencia(exp, TRIMESTRE, Casilla("todo", 2))
    assert [pieza.texto.split()[0] for pieza in salio.piezas] == ["Suma", "Suma", "Resta"]
    total = sum(p.valor * (-1 if p.texto.startswith("Resta") else 1) for p in salio.piezas if p.valor)
    assert total == salio.valor.numero


def test_un_mes_revisado_sin_numero_lo_dice(exp: Expediente):
    sin_numero = Casilla("visitas", 2, 5, "hombres")
    assert "se dio por revisado" in procedencia(exp, TRIMESTRE, sin_numero).como


def test_adelgazar_deja_de_cada_fila_su_ultimo_cambio(en: Abrir):
    with en(EN_MAYO) as exp:
        for valor in (78, 79, 80):
            capturar(exp, TRIMESTRE, ABRIL, valor)
    with en(EN_JULIO) as exp:
        antes = contenido(exp)
        quitado = adelgazar(exp, date(2031, 7, 1))
        assert (quitado.cambios, apuntes(exp)) == (2, 1)
        assert quitado.octetos > 0
        assert contenido(exp) == antes
        assert [a.que for a in procedencia(exp, TRIMESTRE, ABRIL).antes] == ["de 79 a 80"]
        assert adelgazar(exp, date(2031, 7, 1)).cambios == 0
    with en(EN_JULIO) as exp:
        assert contenido(exp) == antes


def test_adelgazar_no_toca_lo_reciente_ni_lo_de_esta_apertura(en: Abrir):
    with en(EN_JULIO) as exp:
        capturar(exp, TRIMESTRE, ABRIL, 78)
        capturar(exp, TRIMESTRE, ABRIL, 79)
        assert adelgazar(exp, date(2032, 1, 1)).cambios == 0
        assert por_deshacer(exp) == "Deshacer anotar un número"
    with en(EN_JULIO) as exp:
        assert adelgazar(exp, date(2031, 7, 4)).cambios == 0


def test_adelgazar_no_toca_lo_hecho_desde_que_se_firmo(en: Abrir):
    with en(EN_MAYO) as exp:
        capturar(exp, TRIMESTRE, ABRIL, 78)
        capturar(exp, TRIMESTRE, ABRIL, 79)
        firmar(exp, TRIMESTRE, date(2031, 5, 2))
        abrir_para_corregir(exp, TRIMESTRE, "Faltó una visita")
        capturar(exp, TRIMESTRE, ABRIL, 80)
        capturar(exp, TRIMESTRE, ABRIL, 81)
        cambio = que_cambio(exp, TRIMESTRE)
    with en(EN_JULIO) as exp:
        adelgazar(exp, date(2032, 1, 1))
        assert que_cambio(exp, TRIMESTRE) == cambio
        que = [a.que for a in procedencia(exp, TRIMESTRE, ABRIL).antes]
        assert que[-2:] == ["de 79 a 80", "de 80 a 81"]
