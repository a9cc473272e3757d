"""Lo que otra versión del programa dice de otro modo no es un cambio de ella."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.historia.entonces import foto_de_entonces, ultima_accion
from ut_escritorio.dominio.impreso import textos
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import adelgazar, deshacer
from ut_escritorio.servicios.captura.numeros import capturar, marcar_capturado
from ut_escritorio.servicios.captura.renglones import guardar_renglon, nuevo_parrafo, quitar_renglon
from ut_escritorio.servicios.entrega.firma import abrir_para_corregir, firmar, que_cambio

FIRMA = date(2031, 7, 4)


def otras_palabras(texto: str) -> str:
    return texto.replace("Siendo", "Suman")


@pytest.fixture
def otra_version(monkeypatch: pytest.MonkeyPatch) -> Callable[[], None]:
    """Desde que se llama, el programa dice «suman» donde decía «siendo»."""

    def cambiar() -> None:
        de_antes = textos.decir
        for modulo in ("relatos", "recorrido", "remision"):
            ruta = f"ut_escritorio.dominio.impreso.{modulo}.decir"
            monkeypatch.setattr(
                ruta,
                lambda patron, contexto: replace(
                    dicho := de_antes(patron, contexto), texto=otras_palabras(dicho.texto)
                ),
            )

    return cambiar


def test_en_un_trimestre_cerrado_no_cambio_nada(exp: Expediente, otra_version: Callable[[], None]):
    firmar(exp, TRIMESTRE, FIRMA)
    otra_version()
    assert que_cambio(exp, TRIMESTRE) == ()


def test_abierto_para_corregir_lo_del_programa_va_aparte_de_lo_de_ella(
    exp: Expediente, otra_version: Callable[[], None]
):
    firmar(exp, TRIMESTRE, FIRMA)
    abrir_para_corregir(exp, TRIMESTRE, "Por corregir")
    _, otro = exp.foto(TRIMESTRE).renglones
    guardar_renglon(exp, TRIMESTRE, replace(otro, asunto="las sesiones"))
    suyas = [cada.que for cada in que_cambio(exp, TRIMESTRE)]
    otra_version()
    cambios = que_cambio(exp, TRIMESTRE)
    assert [cada.que for cada in cambios if not cada.del_programa] == suyas
    programa = [cada for cada in cambios if cada.del_programa]
    assert [(cada.antes, cada.ahora) for cada in programa] == [("Siendo 3 y 141.", "Suman 3 y 141.")]


def test_la_foto_de_entonces_es_la_de_entonces_hagase_lo_que_se_haga(exp: Expediente):
    firmar(exp, TRIMESTRE, FIRMA)
    antes, accion = exp.foto(TRIMESTRE), ultima_accion(exp.base)
    abrir_para_corregir(exp, TRIMESTRE, "Por corregir")
    capturar(exp, TRIMESTRE, ABRIL, 78)
    capturar(exp, TRIMESTRE, ABRIL, 79)
    deshacer(exp)
    marcar_capturado(exp, TRIMESTRE, ("visitas",), 5, False)
    quitar_renglon(exp, TRIMESTRE, exp.foto(TRIMESTRE).renglones[0].uid)
    nuevo_parrafo(exp, TRIMESTRE, PASO, "Se agregó después.")
    with exp.base.accion("Cambiar el catálogo"):
        exp.base.cambia(e.Persona, e.Persona.clave == "ana", nombre="Eva Sol")
    assert exp.foto(TRIMESTRE) != antes
    assert foto_de_entonces(exp.base, TRIMESTRE, accion) == antes
    assert foto_de_entonces(exp.base, TRIMESTRE, ultima_accion(exp.base)) == exp.foto(TRIMESTRE)
    assert foto_de_entonces(exp.base, TRIMESTRE, ultima_accion(exp.base) + 1) is None


def test_con_la_historia_adelgazada_lo_de_ella_sigue_siendo_de_ella(
    archivo: Path, otra_version: Callable[[], None]
):
    with expediente.abrir(archivo, lambda: datetime(2031, 7, 4, 12)) as exp:  # noqa: DTZ001
        firmar(exp, TRIMESTRE, FIRMA)
        abrir_para_corregir(exp, TRIMESTRE, "Por corregir")
        for nombre in ("Eva Sol", "Eva Luz"):
            with exp.base.accion("Cambiar el catálogo"):
                exp.base.cambia(e.Persona, e.Persona.clave == "ana", nombre=nombre)
    with expediente.abrir(archivo, lambda: datetime(2041, 7, 4, 12)) as exp:  # noqa: DTZ001
        assert adelgazar(exp, date(2040, 1, 1)).cambios == 1
        suyas = que_cambio(exp, TRIMESTRE)
        otra_version()
        de_ella = [cada for cada in que_cambio(exp, TRIMESTRE) if not cada.del_programa]
    assert de_ella == [*suyas]
    assert any("EVA LUZ" in cada.ahora.upper() for cada in de_ella)


def test_si_la_historia_no_concuerda_todo_cuenta_como_cambio(
    exp: Expediente, otra_version: Callable[[], None], monkeypatch: pytest.MonkeyPatch
):
    firmar(exp, TRIMESTRE, FIRMA)
    abrir_para_corregir(exp, TRIMESTRE, "Por corregir")
    otra_version()
    assert [cada.del_programa for cada in que_cambio(exp, TRIMESTRE)] == [True]
    monkeypatch.setattr("ut_escritorio.datos.historia.entonces.escribir", lambda *_: False)
    assert [cada.del_programa for cada in que_cambio(exp, TRIMESTRE)] == [False]
