"""Cada clase de apartado, de punta a punta: se escribe, se revisa, se imprime, se oye, se firma y se cambia.

Una clase nueva pide aquí cómo se escribe; sin eso, falla.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import get_args

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget

from tests.en_word.leer import Leido
from tests.informe.adjuntos import adjuntos, tabla_leida, textos
from tests.informe.lectura import leido, sin_marcar
from tests.informe.test_pdf_muestra import junto, tabla_de_margenes
from tests.interfaz.conftest import AHORA
from tests.interfaz.manos import clic, cuadros, en, revisada
from tests.interfaz.test_textos_del_plan import _escribir, _opciones
from ut_escritorio.dominio.plan.apartados import CLASES_DE_APARTADO, ClaseDeApartado, que_imprime
from ut_escritorio.informe.documento import (
    Bloque,
    EstiloParrafo,
    Figuras,
    Firmas,
    Grafica,
    Indice,
    Membrete,
    Parrafo,
    Seccion,
    Tabla,
)
from ut_escritorio.informe.pdf import escribir_pdf
from ut_escritorio.informe.word import escribir_word
from ut_escritorio.interfaz.componente.pestana import PestanaDeComponente
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.archivo.expediente import Expediente, abrir
from ut_escritorio.servicios.captura.renglones import nuevo_renglon
from ut_escritorio.servicios.entrega.firma import abrir_para_corregir, firmar, que_cambio
from ut_escritorio.servicios.entrega.informe import documento_de

PLAN = """
formato = 1
clave = "plaza-2024"
ejercicio = 2024
programa = {{ numero = "9", nombre = "Plaza Abierta" }}
personas = [{{ clave = "ana", nombre = "Ana Ruiz" }}]
nombramientos = [{{ puesto = "jefa", persona = "ana", cargo = "Jefa" }}]
departamentos = [{{ clave = "plaza", nombre = "La Plaza", puesto = "jefa" }}]
sustantivos.visita = {{ singular = "visita", plural = "visitas", genero = "f" }}
cifras.visitas = {{ nombre = "Visitas", unidad = "visita", captura = ["mes"] }}
estilos.llano = {{}}
medios.correo = {{ frase = "correo", singular = "correo", plural = "correos" }}

[[componentes]]
numero = "1"
nombre = "Atención"
departamento = "plaza"
estilo = "llano"

[[componentes.actividades]]
numero = "1.1"
nombre = "Puertas abiertas"
formas = [{{ clave = "f", nombre = "Se vio", texto = "Se vio {{asunto}}." }}]
apartados = [{{ {apartado} }}]
"""
# Cada una dice algo a medias, que la revisión debe notar.
COMO_SE_ESCRIBE: Mapping[ClaseDeApartado, str] = {
    clase: f'{clase} = "Se vio la plaza de."'
    for clase in CLASES_DE_APARTADO
    if que_imprime(clase) in ("encabezado", "frases", "lista")
} | {
    "cuadro": 'cuadro = { titulo = "VISITAS", filas = [{ eje = "cifras", cifras = ["visitas"] }], '
    'columnas = [{ eje = "meses" }] }',
    "renglones": "renglones = true",
    "firmas": 'firmas = [{ puesto = "jefa", rotulo = "Elaboró" }], antes = ["Se vio la plaza de."]',
}


@pytest.fixture(params=CLASES_DE_APARTADO)
def clase(request: pytest.FixtureRequest) -> ClaseDeApartado:
    return request.param


@pytest.fixture
def archivo(clase: ClaseDeApartado, tmp_path: Path) -> Path:
    (tmp_path / "plaza.sqlite").write_bytes(_hecho(clase))
    return tmp_path / "plaza.sqlite"


@cache
def _hecho(clase: ClaseDeApartado) -> bytes:
    """Su archivo, hecho una vez; cada prueba trabaja en una copia."""
    with TemporaryDirectory() as carpeta:
        _hacer(clase, Path(carpeta)).cerrar()
        return (Path(carpeta) / "plaza.sqlite").read_bytes()


def _hacer(clase: ClaseDeApartado, carpeta: Path) -> Expediente:
    (carpeta / "plan.toml").write_text(PLAN.format(apartado=COMO_SE_ESCRIBE[clase]), encoding="utf-8")
    return creacion.crear(carpeta / "plaza.sqlite", carpeta / "plan.toml", None, lambda: AHORA)


@pytest.fixture
def pestana(clase: ClaseDeApartado, ventana: Ventana) -> PestanaDeComponente:
    """La actividad con su apartado; donde se anotan renglones, con uno."""
    if clase == "renglones":
        ventana.sesion.hacer(nuevo_renglon, "1.1", medio="correo", asunto="la plaza de")
    return en(ventana, "1.1")


def dice(bloque: Bloque) -> str:
    match bloque:
        case Tabla():
            return " ".join(celda.texto for fila in bloque.filas for celda in fila)
        case Firmas():
            return " ".join(bloque.antes)
        case Figuras():
            return " ".join(figura.alternativo for figura in bloque.figuras)
        case Grafica():
            return bloque.dicha
        case Indice():
            return " ".join(renglon.texto for renglon in bloque.renglones)
        case _:
            return bloque.texto


def _impreso_por(ventana: Ventana) -> str:
    (seccion,) = documento_de(ventana.sesion.foto).secciones
    bloque, *_ = seccion.bloques  # debajo de una relación van sus oficios
    return dice(bloque)


def _donde_se_lee(pestana: PestanaDeComponente, clase: ClaseDeApartado) -> tuple[QWidget, QPoint, str]:
    """La pieza en que se lee, en qué punto suyo, y lo que ahí dice."""
    QApplication.processEvents()
    if clase == "cuadro":
        (rejilla,) = cuadros(pestana)
        celda = rejilla.model().index(0, 0)
        return rejilla.viewport(), rejilla.visualRect(celda).center(), celda.data()
    lista = pestana.impreso.lista
    frase = lista.model().index(0, 0)
    return lista.viewport(), lista.visualRect(frase).center(), frase.data()


def test_se_imprime_lo_que_se_lee_con_etiquetas_en_sus_datos_y_en_word_se_revisa_se_firma_y_se_compara(
    ventana, pestana, clase, qtbot
):
    _lo_impreso_es_lo_que_se_lee(ventana, pestana, clase)
    _se_revisa(ventana, clase, qtbot)
    _se_firma_se_cambia_donde_se_lee_y_se_compara(ventana, clase)


def _lo_impreso_es_lo_que_se_lee(
    ventana: Ventana, pestana: PestanaDeComponente, clase: ClaseDeApartado
) -> None:
    _, _, se_lee = _donde_se_lee(pestana, clase)
    assert se_lee
    assert _impreso_por(ventana).startswith(se_lee)
    documento = documento_de(ventana.sesion.foto)
    (seccion,) = documento.secciones
    lo_que_dice = dice(seccion.bloques[0])
    con_datos = Seccion("", (tabla_de_margenes("UNA"),), Membrete())  # sin un cuadro no lleva datos
    pdf = escribir_pdf(replace(documento, secciones=(seccion, con_datos)), {}.__getitem__)
    assert _corrido(lo_que_dice) in _corrido(leido(pdf.datos).dicho)
    assert sin_marcar(pdf.datos) == []
    suyos = adjuntos(pdf)
    primero, *_ = json.loads(suyos["hojas.json"])["partes"][0]["bloques"]
    assert _corrido(lo_que_dice) in _corrido(" ".join(textos(primero)))
    assert primero["clase"] in {dato["dato"] for dato in tabla_leida(suyos["diccionario.csv"])}
    en_word = Leido(escribir_word(documento, {}.__getitem__).datos)
    assert junto(lo_que_dice) in junto(en_word.texto)


def _se_revisa(ventana: Ventana, clase: ClaseDeApartado, qtbot) -> None:
    senales = revisada(ventana, qtbot)
    hallazgos = (*senales.hallazgos, *senales.todavia_no)  # mientras no se captura nada, todo espera
    codigo = "sin_capturar" if clase == "cuadro" else "frase_colgante"
    sitios = [sitio for hallazgo in hallazgos if hallazgo.codigo == codigo for sitio in hallazgo.sitios]
    assert {sitio.lugar for sitio in sitios} == {"1.1"}


def test_todo_aspecto_de_parrafo_lo_lleva_alguna_clase(ejemplo: Path, tmp_path_factory):
    """Si no, su clase se está imprimiendo con el de otra."""
    hechos = [_hacer(clase, tmp_path_factory.mktemp(clase)) for clase in CLASES_DE_APARTADO]
    con_el_ejemplo = (abrir(ejemplo, lambda: AHORA), *hechos)
    fotos = [exp.foto(trimestre) for exp in con_el_ejemplo for trimestre in exp.trimestres()]
    bloques = (b for foto in fotos for seccion in documento_de(foto).secciones for b in seccion.bloques)
    assert {b.estilo for b in bloques if isinstance(b, Parrafo)} == set(get_args(EstiloParrafo))


def _corrido(texto: str) -> str:
    return " ".join(texto.split())


def _se_firma_se_cambia_donde_se_lee_y_se_compara(ventana: Ventana, clase: ClaseDeApartado) -> None:
    sesion = ventana.sesion
    sesion.hacer(firmar, AHORA.date())
    sesion.hacer(abrir_para_corregir, "Por corregir")
    assert que_cambio(sesion.expediente, sesion.trimestre) == ()
    pieza, punto, firmado = _donde_se_lee(en(ventana, "1.1"), clase)
    _opciones(pieza, punto)["Cambiar este texto"]()
    clic(_escribir(ventana, "LO DE AHORA").guardar)
    _, _, leido_hoy = _donde_se_lee(en(ventana, "1.1"), clase)
    assert leido_hoy == "LO DE AHORA"
    assert _impreso_por(ventana).startswith("LO DE AHORA")
    (cambio,) = que_cambio(sesion.expediente, sesion.trimestre)
    assert (cambio.antes.startswith(firmado), cambio.ahora.startswith("LO DE AHORA")) == (True, True)
