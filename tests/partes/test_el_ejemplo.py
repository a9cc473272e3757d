"""Dos departamentos, cada uno en su equipo y en su día: el informe de los dos es el del ejemplo entero."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from tests.historia.azar import contenido
from tests.partes.conftest import SEGUNDO, TRANSPARENCIA, VINCULACION, Hacer
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.informe.pdf import escribir_pdf
from ut_escritorio.servicios.archivo.comprobacion import comprobar
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer, procedencia, rehacer
from ut_escritorio.servicios.archivo.respaldo import carpeta_de_respaldos
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.informe import contenidos_de, documento_de
from ut_escritorio.servicios.partes.cambiado import recibidas_en
from ut_escritorio.servicios.partes.entregar import entregar, nombre_de_parte
from ut_escritorio.servicios.partes.recibir import proponer, recibir

UNO, OTRO = datetime(2024, 7, 2, 9, 5), datetime(2024, 7, 3, 10, 41)  # noqa: DTZ001
DE = "Transparencia, Acceso a la Información y Protección de Datos Personales"


def pdf(exp: Expediente) -> bytes:
    foto = exp.foto(SEGUNDO)
    contenidos = contenidos_de(exp, foto)
    return escribir_pdf(documento_de(foto), contenidos.__call__).datos


def test_capturado_aparte_entregado_y_recibido_sale_el_mismo_informe(
    mitad: Hacer, ejemplo: Expediente, tmp_path: Path
):
    suyo, mio = mitad("suyo", TRANSPARENCIA, OTRO), mitad("mio", VINCULACION, UNO)
    assert pdf(mio) != pdf(ejemplo)
    nombre = nombre_de_parte(suyo, SEGUNDO, ["transparencia"], OTRO)
    assert nombre == (
        "Transparencia, Acceso a la Información y Protección de Datos, "
        "2º trimestre 2024, 2024-07-03 10-41.parte"
    )
    parte = tmp_path / nombre
    hecha = entregar(suyo, SEGUNDO, ["transparencia"], parte, lambda: OTRO)
    assert (hecha.de, comprobar(parte).sano) == (DE, True)

    llegada = proponer(mio, parte)
    comparacion = llegada.comparacion
    assert (llegada.de, llegada.hecha, llegada.trimestre) == (DE, OTRO, SEGUNDO)
    assert {cambio.que for cambio in comparacion.cambios} == {"llega"}
    assert (comparacion.fuera, comparacion.dudas, llegada.avisos, comparacion.solo_aqui) == ((), (), (), ())
    assert "2.2: Solicitudes recibidas, abril: 26" in map(str, comparacion.cambios)

    antes = contenido(mio)
    recibir(mio, llegada, llegada.de_entrada, lambda: UNO)
    assert por_deshacer(mio) == f"Deshacer recibir la parte de {DE}"
    assert len(list(carpeta_de_respaldos(mio.ruta).iterdir())) == 1
    assert pdf(mio) == pdf(ejemplo)
    otra_vez = proponer(mio, parte).comparacion
    assert (otra_vez.cambios, otra_vez.solo_aqui) == ((), ())
    de_entonces = recibidas_en(mio, SEGUNDO).de_cosa(comparacion.cambios[0].clave)
    assert str(de_entonces) == f"Recibido de {DE} el 02/07/2024 a las 09:05"

    abril = Casilla("solicitudes", 2, 4)
    recibido = f"Recibido de {DE} el 02/07/2024 a las 09:05"
    assert procedencia(mio, SEGUNDO, abril).como == f"{recibido}."
    capturar(mio, SEGUNDO, abril, 27)
    assert procedencia(mio, SEGUNDO, abril).como == f"{recibido}, y aquí se cambió después."
    assert f"02/07/2024 09:05, recibir la parte de {DE.lower()}: de vacío a 26" in map(
        str, procedencia(mio, SEGUNDO, abril).antes
    )
    deshacer(mio)

    deshacer(mio)
    assert contenido(mio) == antes
    assert recibidas_en(mio, SEGUNDO).todas == ()
    assert len(proponer(mio, parte).comparacion.cambios) == len(comparacion.cambios)
    rehacer(mio)
    assert pdf(mio) == pdf(ejemplo)
    assert proponer(mio, parte).comparacion.cambios == ()


def test_un_archivo_entero_sirve_igual(mitad: Hacer, ejemplo: Expediente):
    suyo, mio = mitad("suyo", TRANSPARENCIA, OTRO), mitad("mio", VINCULACION, UNO)
    suyo.cerrar()
    llegada = proponer(mio, suyo.ruta, SEGUNDO)
    assert (llegada.de, llegada.titulo("2")[:12]) == ("", "Componente 2")
    recibir(mio, llegada, llegada.de_entrada, lambda: UNO)
    assert pdf(mio) == pdf(ejemplo)
    assert proponer(mio, suyo.ruta, SEGUNDO).comparacion.cambios == ()
