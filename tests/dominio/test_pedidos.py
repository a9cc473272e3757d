"""Lo que pasa de un paso a otro es la cosa, no el pedirla."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ut_escritorio.dominio.palabras.pedidos import lo_pedido


@pytest.mark.parametrize(
    ("asunto", "cosa"),
    [
        ("actualizar el módulo Horarios de Atención", "el módulo Horarios de Atención"),
        ("Actualizar el módulo Mujer Segura.", "el módulo Mujer Segura"),
        ("actualizar las sesiones de virtuales de cabildo", "las sesiones de virtuales de cabildo"),
        ("revisar y publicar los contratos", "los contratos"),
        ("enviar, revisar y publicar su directorio", "su directorio"),
        ("solicitar actualizar la nómina", "la nómina"),
        ("para subir un video", "un video"),
        ("que se publique la nómina", "que se publique la nómina"),
        ("la actualización del módulo Horarios", "el módulo Horarios"),
        ("la publicación de las actas", "las actas"),
        ("la carga de formatos", "la carga de formatos"),
        ("la grabación de un video de los Derechos ARCOP", "la grabación de un video de los Derechos ARCOP"),
        ("la Ley de Ingresos 2024", "la Ley de Ingresos 2024"),
        ("su número telefónico de oficina", "su número telefónico de oficina"),
        ("Taller de datos abiertos", "Taller de datos abiertos"),
        ("el lugar del archivo", "el lugar del archivo"),
        ("informar", "informar"),
        ("la lista.", "la lista."),
        ("", ""),
    ],
)
def test_la_cosa_de_una_peticion(asunto: str, cosa: str) -> None:
    assert lo_pedido(asunto) == cosa


@given(st.text(max_size=60))
def test_nunca_inventa_ni_se_queda_sin_nada_y_repetido_da_lo_mismo(asunto: str) -> None:
    cosa = lo_pedido(asunto)
    assert bool(cosa.strip()) == bool(asunto.strip())
    assert lo_pedido(cosa) == cosa
