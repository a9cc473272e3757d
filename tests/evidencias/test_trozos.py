"""Lo grande se guarda por trozos: se lee entero, se corta sin daño, se completa y se aligera."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from random import Random

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.contenidos import guardar_contenido, largo_de
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.evidencias import Preparada, Trozo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import comprobacion, espacio, historia
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.evidencias import dar
from ut_escritorio.servicios.evidencias.adjuntar import adelantar, adjuntar, evidencias_de, usar_tambien
from ut_escritorio.servicios.evidencias.preparar import Lote, PorAdjuntar, preparar

MEGA = 1024 * 1024
PDF = b"Subject: x\nFrom: y\n\n" + Random(50).randbytes(3 * MEGA).replace(b"\0", b" ")
LUGAR = Origen("lugar", "1.1")


@pytest.fixture
def lote() -> Lote:
    dado = PorAdjuntar("grande.eml", octetos=PDF)
    (lote,) = [preparar([dado], lambda hecho, total: None, lambda: False)]
    assert not lote.rechazos
    return lote


def trozos(lote: Lote) -> list[Trozo]:
    return [parte for parte in lote.por_partes() if isinstance(parte, Trozo)]


def guardar(exp: Expediente, lote: Lote) -> None:
    for parte in lote.por_partes():
        if isinstance(parte, Trozo):
            assert not adelantar(exp, parte).cosas
        else:
            adjuntar(exp, TRIMESTRE, LUGAR, parte)


def cuenta(exp: Expediente, tabla: str) -> int:
    return exp.base.lee_orden(f"SELECT count(*) FROM {tabla}")[0][0]


def test_se_lee_entero_y_es_una_sola_accion(exp: Expediente, archivo: Path, lote: Lote):
    assert len(trozos(lote)) == 4, "el último lleva lo que falta"
    acciones = cuenta(exp, "accion")
    guardar(exp, lote)
    assert cuenta(exp, "accion") == acciones + 1
    (suya,) = evidencias_de(exp, TRIMESTRE, LUGAR)
    assert dar.bytes_de(exp, suya) == PDF
    assert espacio.peso_de(exp).evidencias == suya.peso == len(PDF) == largo_de(exp.base, suya.contenido)
    assert largo_de(exp.base, "no está") is None
    usar_tambien(exp, TRIMESTRE, suya, Origen("lugar", "1"))
    assert (cuenta(exp, "trozo"), espacio.peso_de(exp).evidencias) == (4, len(PDF))
    historia.deshacer(exp)
    historia.deshacer(exp)
    assert evidencias_de(exp, TRIMESTRE, LUGAR) == ()
    historia.rehacer(exp)
    exp.cerrar()
    assert comprobacion.comprobar(archivo).sano
    with oficina.abrir(archivo) as otra_vez:
        assert dar.bytes_de(otra_vez, suya) == PDF


def test_sin_adelantarlo_queda_igual(exp: Expediente, lote: Lote):
    adjuntar(exp, TRIMESTRE, LUGAR, lote)
    (suya,) = evidencias_de(exp, TRIMESTRE, LUGAR)
    assert dar.bytes_de(exp, suya) == PDF
    assert cuenta(exp, "trozo") == 4


def test_cortado_a_medias_el_archivo_esta_sano_y_al_repetirlo_se_completa(
    exp: Expediente, archivo: Path, lote: Lote
):
    for trozo in trozos(lote)[:2]:
        adelantar(exp, trozo)
    capturar(exp, TRIMESTRE, ABRIL, 5)
    assert espacio.peso_de(exp).sin_uso >= 2 * MEGA
    exp.cerrar()
    assert comprobacion.comprobar(archivo).sano
    with oficina.abrir(archivo) as otra_vez:
        guardar(otra_vez, lote)
        (suya,) = evidencias_de(otra_vez, TRIMESTRE, LUGAR)
        assert dar.bytes_de(otra_vez, suya) == PDF
        assert cuenta(otra_vez, "trozo") == 4
        guardar(otra_vez, lote)
        assert cuenta(otra_vez, "trozo") == 4, "ya estaba"


def test_lo_que_no_se_acabo_de_adjuntar_lo_quita_aligerar(exp: Expediente, archivo: Path, lote: Lote):
    for trozo in trozos(lote)[:3]:
        adelantar(exp, trozo)
    exp.cerrar()
    antes = archivo.stat().st_size
    espacio.aligerar(archivo, oficina.ahora)
    assert archivo.stat().st_size < antes - 2 * MEGA
    with oficina.abrir(archivo) as otra_vez:
        assert cuenta(otra_vez, "trozo") == 0


def test_lo_que_se_quito_se_aligera_entero_y_lo_demas_se_queda(exp: Expediente, archivo: Path, lote: Lote):
    guardar(exp, lote)
    exp.cerrar()
    espacio.aligerar(archivo, oficina.ahora)
    with oficina.abrir(archivo) as otra_vez:
        (suya,) = evidencias_de(otra_vez, TRIMESTRE, LUGAR)
        assert dar.bytes_de(otra_vez, suya) == PDF


def test_el_mismo_guardado_de_una_pieza_por_otro_lado_se_lee_entero(exp: Expediente, lote: Lote):
    adelantar(exp, trozos(lote)[0])
    exp.hacer(TRIMESTRE, "Guardar", lambda legajo: guardar_contenido(legajo.base, PDF) and None)
    capturar(exp, TRIMESTRE, ABRIL, 6)
    adjuntar(exp, TRIMESTRE, LUGAR, lote)
    (suya,) = evidencias_de(exp, TRIMESTRE, LUGAR)
    assert dar.bytes_de(exp, suya) == PDF


def test_un_octeto_cambiado_en_un_trozo_se_nota(exp: Expediente, archivo: Path, lote: Lote):
    guardar(exp, lote)
    exp.cerrar()
    conexion = sqlite3.connect(archivo)
    conexion.execute("UPDATE trozo SET bytes = zeroblob(length(bytes)) WHERE orden = 2")
    conexion.commit()
    conexion.close()
    with pytest.raises(ErrorEsperado, match="no es el que este programa guardó"):
        oficina.abrir(archivo)


def test_los_trozos_solo_se_agregan_y_aparte_no_se_escribe_nada_mas(exp: Expediente, lote: Lote):
    guardar(exp, lote)
    for orden in ("UPDATE trozo SET bytes = x'00'", "DELETE FROM trozo"):
        with pytest.raises(Exception, match="solo se agrega"), exp.base.accion("Cambiarlo"):
            exp.base.escribe_orden(e.Trozo, orden)
    with pytest.raises(Exception, match="accion_id"), exp.base.aparte():
        exp.base.escribe_orden(e.Conteo, "UPDATE conteo SET valor = 3")


def test_un_trozo_que_ya_esta_no_se_repite(exp: Expediente, lote: Lote):
    primero = trozos(lote)[0]
    adelantar(exp, primero)
    adelantar(exp, primero)
    assert cuenta(exp, "trozo") == 1
    chica = Preparada(b"chica", "x", "x.pdf", "pdf", hojas=1)
    assert not trozos(Lote((chica,)))
