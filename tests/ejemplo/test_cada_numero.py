"""Cada número, valor y oficio del ejemplo se ve en el informe: cambiarlo lo cambia."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from impreso import bloques_de

from ut_escritorio.dominio.numeros.evaluacion import valor_de
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.informe.armado import armar
from ut_escritorio.servicios.entrega.informe import documento_de


@pytest.fixture(scope="module")
def nuevos(foto):
    """Los bloques que una foto dice y la del ejemplo no."""
    antes = Counter(bloques_de(armar(foto)))

    def los_de(despues):
        return list((Counter(bloques_de(armar(despues))) - antes).elements())

    return los_de


def test_cada_numero_capturado_cambia_su_cuadro_y_nada_ajeno(foto, nuevos):
    for casilla, valor in foto.conteos.valores.items():
        otra = replace(foto, conteos=foto.conteos.con([(casilla, valor + 1000)]))
        total = valor_de(otra, casilla.cifra).numero
        bloques = nuevos(otra)
        assert bloques, f"{casilla} no se imprime"
        assert all(str(valor + 1000) in bloque or str(total) in bloque for bloque in bloques), casilla


def test_un_numero_quitado_deja_el_informe_en_borrador_y_dice_que_mes_falta(foto):
    for casilla in foto.conteos.valores:
        if (
            casilla.mes is not None
            and casilla.sexo is None
            and casilla.cifra not in ("solicitudes", "recursos")
        ):
            otra = replace(foto, conteos=foto.conteos.con([(casilla, None)]))
            falta = f"Falta {MESES[casilla.mes - 1]} en "
            assert any(frase.startswith(falta) for frase in documento_de(otra).por_corregir), casilla


@pytest.mark.parametrize("cifra", ["portal", "paginas"])
def test_el_total_del_parrafo_es_el_del_cuadro(foto, nuevos, cifra):
    casilla = next(c for c in foto.conteos.valores if c.cifra == cifra)
    otra = replace(foto, conteos=foto.conteos.con([(casilla, foto.conteos.valores[casilla] + 5)]))
    total = valor_de(foto, cifra).numero
    parrafo, cuadro = nuevos(otra)
    assert f"{total + 5} revisiones" in parrafo
    assert cuadro.endswith(str(total + 5))


def test_cada_valor_alcanzado_se_imprime_en_su_renglon(foto, nuevos):
    for lugar in foto.alcanzado:
        otra = replace(foto, alcanzado={**foto.alcanzado, lugar: Decimal("27.5")})
        (renglon,) = nuevos(otra)
        assert "27.5%" in renglon


def test_cada_oficio_de_remision_lleva_su_numero_y_su_fecha(foto, nuevos):
    for departamento, oficio in foto.remisiones.items():
        otro = replace(oficio, folio="UT/0999/2024", fecha=date(2024, 7, 5))
        numero, fecha = nuevos(replace(foto, remisiones={**foto.remisiones, departamento: otro}))
        assert "UT/0999/2024" in numero
        assert "5 de julio de 2024" in fecha


def test_el_mes_sin_sesiones_vale_cero_porque_asi_se_marco(foto):
    assert valor_de(foto, "sesiones", 5).numero == 0
    sin_marcar = replace(foto, conteos=replace(foto.conteos, capturados=frozenset()))
    assert valor_de(sin_marcar, "sesiones", 5).numero is None
    assert "Falta mayo" in " ".join(documento_de(sin_marcar).por_corregir)


def test_los_totales_por_sexo_y_por_mes_se_guardan_aunque_difieran(foto):
    por_sexo = [valor_de(foto, "recursos", 6, sexo).numero for sexo in ("hombres", "mujeres", "ni")]
    assert (valor_de(foto, "recursos", 6).numero, sum(por_sexo)) == (1, 2)
