"""Lo que otra versión del programa dice de otro modo no es un cambio de ella."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.historia.entonces import foto_de_entonces, ultima_accion
from ut_escritorio.dominio.impreso import textos
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.linea_de_comandos import entrega
from ut_escritorio.linea_de_comandos.pedidos import Revisar
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import adelgazar, deshacer
from ut_escritorio.servicios.captura.numeros import capturar, marcar_capturado
from ut_escritorio.servicios.captura.renglones import guardar_renglon, nuevo_parrafo, quitar_renglon
from ut_escritorio.servicios.captura.textos import escribir_a_mano
from ut_escritorio.servicios.entrega import diferencias
from ut_escritorio.servicios.entrega.a_mano import reconocer_lo_del_programa
from ut_escritorio.servicios.entrega.firma import abrir_para_corregir, firmar, que_cambio
from ut_escritorio.servicios.entrega.revision import revisar

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


def test_un_total_que_el_programa_cuenta_de_otro_modo_no_es_cambio_de_ella(
    exp: Expediente, monkeypatch: pytest.MonkeyPatch
):
    firmar(exp, TRIMESTRE, FIRMA)
    abrir_para_corregir(exp, TRIMESTRE, "Por corregir")
    de_antes = diferencias.valor_en_casilla

    def otra_cuenta(foto, casilla):
        valor = de_antes(foto, casilla)
        return replace(valor, numero=(valor.numero or 0) + 1) if casilla.cifra == "todo" else valor

    monkeypatch.setattr(diferencias, "valor_en_casilla", otra_cuenta)
    (del_programa,) = que_cambio(exp, TRIMESTRE)
    assert del_programa.del_programa
    capturar(exp, TRIMESTRE, ABRIL, 78)
    de_ella, *_ = que_cambio(exp, TRIMESTRE)
    assert (de_ella.ahora, de_ella.del_programa) == ("78", False)


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


def lo_reclamado(exp: Expediente, donde: str = "(1.1)") -> list[str]:
    """Lo que se dice de los textos escritos a mano ahí, ya reconocido lo que cambió el programa."""
    reconocer_lo_del_programa(exp, exp.foto(TRIMESTRE))
    hallazgos = revisar(exp.foto(TRIMESTRE), date(2031, 7, 4))
    return [h.mensaje for h in hallazgos if h.codigo == "texto_a_mano" and donde in h.mensaje]


def reclamado_en_la_terminal(exp: Expediente) -> int:
    """Cuántas veces lo dice `revisar`, que abre el archivo por su cuenta."""
    orden = Revisar(exp.ruta, TRIMESTRE.ejercicio, TRIMESTRE.numero, json=True)
    dicho = entrega.revisar(orden, lambda: datetime(2031, 7, 4, 12)).texto  # noqa: DTZ001
    return [(h["codigo"], h["lugar"]) for h in json.loads(dicho)].count(("texto_a_mano", "1.1"))


def test_lo_escrito_a_mano_no_se_reclama_por_lo_que_cambio_el_programa(
    exp: Expediente, otra_version: Callable[[], None]
):
    """Sí por lo que cambien los datos después, con cualquier versión."""
    escribir_a_mano(exp, TRIMESTRE, "apartado:1.1#3", "En total, 3 y 141 visitas.", "Siendo 3 y 141.")
    capturar(exp, TRIMESTRE, Casilla("visitas", 2, 6, "mujeres"), 1)
    assert lo_reclamado(exp) == []
    archivo = exp.ruta.read_bytes()
    otra_version()
    assert lo_reclamado(exp) == []
    assert reclamado_en_la_terminal(exp) == 0
    assert exp.ruta.read_bytes() == archivo, "reconocerlo no escribe nada"
    capturar(exp, TRIMESTRE, ABRIL, 78)
    assert len(lo_reclamado(exp)) == 1
    assert reclamado_en_la_terminal(exp) == 1
    deshacer(exp)
    assert lo_reclamado(exp) == []


def test_lo_escrito_a_mano_se_reclama_si_cambiaron_los_datos_y_ademas_el_programa(
    exp: Expediente, otra_version: Callable[[], None]
):
    escribir_a_mano(exp, TRIMESTRE, "apartado:1.1#3", "En total, 3 y 141 visitas.", "Siendo 3 y 141.")
    capturar(exp, TRIMESTRE, ABRIL, 78)
    otra_version()
    assert len(lo_reclamado(exp)) == 1


def test_sin_historia_con_que_saberlo_lo_escrito_a_mano_se_reclama(
    exp: Expediente, otra_version: Callable[[], None]
):
    """Lo que se cargó de una vez no tiene su acción en la historia."""
    otra_version()
    assert len(lo_reclamado(exp, "(1.1 paso 1 bis)")) == 1
