"""Traer textos del trimestre anterior: corridos, por mirar, y nunca dos veces."""

from __future__ import annotations

from datetime import date

import pytest

from tests.datos.oficina import PASO, TRIMESTRE
from ut_escritorio.dominio.impreso.traidos import TextoTraido
from ut_escritorio.dominio.plan.apartados import CLASES_DE_APARTADO, que_imprime
from ut_escritorio.dominio.trimestre.foto import TextoAMano
from ut_escritorio.dominio.trimestre.renglones import Cita
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.captura.renglones import (
    guardar_parrafo,
    nuevo_parrafo,
    nuevo_renglon,
    quitar_parrafo,
)
from ut_escritorio.servicios.captura.textos import escribir_a_mano, volver_al_automatico
from ut_escritorio.servicios.captura.traer import dar_por_mirado, proponer, traer
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.entrega.revision import revisar

TERCERO = TRIMESTRE.siguiente
CON_TEXTO = [clase for clase in CLASES_DE_APARTADO if que_imprime(clase) in ("encabezado", "frases")]


@pytest.fixture
def origen(exp: Expediente) -> str:
    """El texto del plan que se escribió a mano en el segundo trimestre."""
    lugar = exp.foto(TRIMESTRE).plan.lugar["1.1"]
    apartado = next(a for a in lugar.apartados if a.clase in CON_TEXTO)
    suyo = f"apartado:{apartado.clave}"
    escribir_a_mano(exp, TRIMESTRE, suyo, "En el segundo trimestre de 2031 hubo más.", "lo de entonces")
    return suyo


def traidos(exp: Expediente) -> tuple[TextoTraido, ...]:
    propuesta = proponer(exp, TERCERO)
    traer(exp, TERCERO, propuesta)
    return propuesta.cambios


def test_los_parrafos_y_los_textos_a_mano_llegan_corridos_y_por_mirar(exp: Expediente, origen: str):
    nuevo_parrafo(exp, TRIMESTRE, PASO, "De abril a junio de 2031 no faltó nada.")
    textos = traidos(exp)
    assert [(t.lugar, t.texto) for t in textos] == [
        ("1.1", "En el tercer trimestre de 2031 hubo más."),
        (PASO, "Texto libre entre dos renglones."),
        (PASO, "De julio a septiembre de 2031 no faltó nada."),
    ]
    foto = exp.foto(TERCERO)
    assert [p.texto for p in foto.parrafos] == [t.texto for t in textos[1:]]
    assert foto.a_mano[origen] == TextoAMano(origen, textos[0].texto, textos[0].sustituye)
    assert foto.por_mirar == {origen, *(f"parrafo:{p.uid}" for p in foto.parrafos)}
    assert exp.foto(TRIMESTRE).por_mirar == frozenset()


def test_lo_de_un_renglon_no_se_trae(exp: Expediente):
    assert any(clave.startswith("registro:") for clave in exp.foto(TRIMESTRE).a_mano)
    assert {t.origen for t in proponer(exp, TERCERO).cambios} == {""}


def test_lo_ya_traido_no_se_propone_otra_vez(exp: Expediente, origen: str):
    traidos(exp)
    with pytest.raises(ErrorEsperado, match="ya están aquí"):
        proponer(exp, TERCERO)
    del_segundo = exp.foto(TRIMESTRE)
    volver_al_automatico(exp, TERCERO, origen)
    assert [t.origen for t in proponer(exp, TERCERO).cambios] == [origen]
    assert exp.foto(TRIMESTRE) == del_segundo


def test_se_deshace_de_una_vez(exp: Expediente):
    antes = exp.foto(TERCERO)
    traidos(exp)
    assert deshacer(exp).accion == "Deshacer traer textos del 2º trimestre 2031"
    assert exp.foto(TERCERO) == antes


def test_mirado_es_darlo_por_mirado_cambiarlo_o_quitarlo(exp: Expediente, origen: str):
    nuevo_parrafo(exp, TRIMESTRE, PASO, "Otro.")
    traidos(exp)
    uno, otro = exp.foto(TERCERO).parrafos
    dar_por_mirado(exp, TERCERO, f"parrafo:{uno.uid}")
    assert exp.foto(TERCERO).por_mirar == {origen, f"parrafo:{otro.uid}"}
    guardar_parrafo(exp, TERCERO, otro)
    escribir_a_mano(exp, TERCERO, origen, "Como lo quiero.", "lo automático")
    assert exp.foto(TERCERO).por_mirar == frozenset()
    assert "parrafo" in deshacer(exp).sitios[0].origen or exp.foto(TERCERO).por_mirar == {origen}
    quitar_parrafo(exp, TERCERO, uno.uid)


def test_un_parrafo_traido_y_quitado_ya_no_esta_por_mirar(exp: Expediente):
    traidos(exp)
    (parrafo,) = exp.foto(TERCERO).parrafos
    quitar_parrafo(exp, TERCERO, parrafo.uid)
    assert exp.foto(TERCERO).por_mirar == frozenset()


def test_la_revision_lo_senala_hasta_que_se_mira(exp: Expediente, origen: str):
    traidos(exp)
    oficio = {"medio": "oficio", "sentido": "enviado", "forma": "pedido"}
    nuevo_renglon(exp, TERCERO, PASO, citas=(Cita("PR/0700/2031"),), **oficio)

    def dicho() -> list[str]:
        hallados = revisar(exp.foto(TERCERO), date(2031, 10, 4))
        return [f"{h.gravedad}: {h.mensaje}" for h in hallados if h.codigo == "sin_mirar"]

    assert dicho() == [
        "revisar: 2 textos traídos del trimestre anterior: falta mirarlos (1.1; 1.1 paso 1 bis)."
    ]
    dar_por_mirado(exp, TERCERO, origen)
    assert dicho() == ["revisar: Un texto traído del trimestre anterior: falta mirarlo (1.1 paso 1 bis)."]
    for pendiente in exp.foto(TERCERO).por_mirar:
        dar_por_mirado(exp, TERCERO, pendiente)
    assert dicho() == []


def test_a_lo_firmado_no_se_trae_y_sin_anterior_tampoco(exp: Expediente):
    with pytest.raises(ErrorEsperado, match="no tiene el 4º trimestre 2030"):
        proponer(exp, TRIMESTRE.anterior)
    with pytest.raises(ErrorEsperado, match="No hay textos que traer del 1º trimestre 2031"):
        proponer(exp, TRIMESTRE)
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    with pytest.raises(ErrorEsperado, match="ya está firmado"):
        proponer(exp, TRIMESTRE)
