"""La foto que sale de la anterior es siempre la que daría leer el archivo entero."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.datos import oficina
from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from tests.datos.test_identidad import con_otro_programa
from tests.historia.azar import GESTOS
from tests.sorteos import casos
from ut_escritorio.datos.esquema import Renglon
from ut_escritorio.datos.historia import pasado
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.eleccion import FirmanteElegido
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte
from ut_escritorio.errores import ArchivoCambiado
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer, por_rehacer, rehacer
from ut_escritorio.servicios.captura import numeros, renglones
from ut_escritorio.servicios.entrega import eleccion, firma
from ut_escritorio.servicios.oficina import anio, catalogos, plan

SIGUIENTE = Trimestre(2031, 3)
"""Uno del mismo año, que comparte con el otro sus conteos y sus renglones."""


def enteras(exp: Expediente, *trimestres: Trimestre) -> list[FotoTrimestre]:
    """Las fotos leídas todas, por quien nada recuerda."""
    with expediente.consultar(exp.ruta, oficina.ahora) as otro:
        return [otro.foto(trimestre) for trimestre in trimestres]


def entera_aunque_cambio(archivo: Path) -> FotoTrimestre:
    with expediente.consultar(archivo, oficina.ahora, aunque_cambio=True) as otro:
        return otro.foto(TRIMESTRE)


def comprobar(exp: Expediente) -> None:
    estos = (SIGUIENTE, TRIMESTRE)
    for trimestre, toda in zip(estos, enteras(exp, *estos), strict=True):
        foto = exp.foto(trimestre)
        for campo in fields(FotoTrimestre):
            assert getattr(foto, campo.name) == getattr(toda, campo.name), campo.name
        assert [*foto.conteos.valores] == [*toda.conteos.valores], "también en el mismo orden"
        assert [*foto.renglones_del_ejercicio] == [*toda.renglones_del_ejercicio]


def _en_el_siguiente(exp: Expediente, azar: Random) -> None:
    numeros.capturar(exp, SIGUIENTE, replace(ABRIL, trimestre=3, mes=7), azar.randrange(9))
    renglones.nuevo_renglon(exp, SIGUIENTE, PASO, asunto="después")


def _solo_con_quien(exp: Expediente, azar: Random) -> None:
    """Sin tocar el renglón mismo: solo con quién fue y los oficios que cita."""
    for renglon in exp.foto(TRIMESTRE).renglones[:2]:
        partes = (Parte("destinatario", "tesoreria"), Parte("emisor", texto=azar.choice("xyz")))
        citas = (Cita(azar.choice(("PR/0534/2031", "PR/1/2031")), azar.choice("xyz")), Cita("PR/2/2031"))
        otro = replace(renglon, partes=partes[azar.randrange(2) :], citas=citas[: azar.randrange(3)])
        renglones.guardar_renglon(exp, TRIMESTRE, otro)


def _volver(exp: Expediente, azar: Random) -> None:
    for _ in range(azar.randrange(1, 6)):
        if por_deshacer(exp):
            deshacer(exp)
    for _ in range(azar.randrange(4)):
        if por_rehacer(exp):
            rehacer(exp)


PASOS: tuple[Callable[[Expediente, Random], object], ...] = (
    *GESTOS.values(), *(_volver,) * 12, *(_solo_con_quien,) * 8, _en_el_siguiente,
)  # fmt: skip


@settings(max_examples=casos(5), deadline=None, suppress_health_check=list(HealthCheck))
@given(azar=st.randoms(use_true_random=False), cada=st.integers(1, 4))
def test_tras_cualquier_jornada_deshecha_y_rehecha(molde: Path, azar: Random, cada: int, tmp_path_factory):
    ruta = tmp_path_factory.mktemp("foto") / "a.sqlite"
    ruta.write_bytes(molde.read_bytes())
    with oficina.abrir(ruta) as exp:
        exp.foto(TRIMESTRE)
        for n in range(40):
            azar.choice(PASOS)(exp, azar)
            if n % cada == 0:
                comprobar(exp)
        comprobar(exp)


def _firmado(exp: Expediente) -> None:
    firma.firmar(exp, TRIMESTRE, date(2031, 7, 4))


def _corregido(exp: Expediente) -> None:
    _firmado(exp)
    firma.abrir_para_corregir(exp, TRIMESTRE, "Faltó un oficio")
    numeros.capturar(exp, TRIMESTRE, ABRIL, 3)


def _plan_cambiado(exp: Expediente) -> None:
    plan.agregar_paso(exp, TRIMESTRE, "1.1", "Otro paso")
    plan.cambiar_leyenda(exp, TRIMESTRE, "2031, año de las pruebas")
    numeros.capturar(exp, TRIMESTRE, ABRIL, 3)


def _plan_deshecho(exp: Expediente) -> None:
    _plan_cambiado(exp)
    for _ in range(3):
        deshacer(exp)


def _catalogo_cambiado(exp: Expediente) -> None:
    catalogos.corregir_persona(exp, TRIMESTRE, "ana", "Eva Sol")
    eleccion.elegir_firmante(exp, TRIMESTRE, "jefa", FirmanteElegido("beto", "Suplente"))


def _historia_adelgazada(exp: Expediente) -> None:
    numeros.capturar(exp, TRIMESTRE, ABRIL, 3)
    pasado.adelgazar(exp.base, date(2040, 1, 1))
    numeros.capturar(exp, TRIMESTRE, ABRIL, 4)


@pytest.mark.parametrize(
    "hacer",
    [_firmado, _corregido, _plan_cambiado, _plan_deshecho, _catalogo_cambiado, _historia_adelgazada],
)
def test_tras_lo_que_cambia_mas_que_un_trimestre(exp: Expediente, hacer: Callable[[Expediente], object]):
    exp.foto(TRIMESTRE)
    hacer(exp)
    comprobar(exp)


def test_lo_anotado_va_por_trimestres_en_su_orden_se_anote_cuando_se_anote(exp: Expediente):
    exp.foto(TRIMESTRE)
    for numero in (3, 1):
        renglones.nuevo_renglon(exp, Trimestre(2031, numero), PASO, asunto="otro")
    assert [*exp.foto(TRIMESTRE).renglones_del_ejercicio] == [1, 2, 3]
    comprobar(exp)


def test_tras_reabrir_el_archivo(exp: Expediente, archivo: Path):
    renglones.nuevo_renglon(exp, TRIMESTRE, PASO, asunto="antes de cerrar")
    foto = exp.foto(TRIMESTRE)
    exp.cerrar()
    with oficina.abrir(archivo) as otra_vez:
        assert otra_vez.foto(TRIMESTRE) == foto
        deshecho = numeros.capturar(otra_vez, TRIMESTRE, ABRIL, 3)
        assert deshecho.cosas == {"conteos"}
        comprobar(otra_vez)


def test_lo_que_no_se_pudo_confirmar_no_se_ve(exp: Expediente):
    """Ni entonces ni tras otra acción, cuyos apuntes llevan los mismos números que los de la fallida."""
    antes = exp.foto(TRIMESTRE)
    with pytest.raises(sqlite3.IntegrityError), exp.base.accion("Dejar algo suelto"):
        exp.base.escribe_orden(Renglon, "UPDATE registro SET asunto = 'suelto', hilo_id = 1")
    assert exp.foto(TRIMESTRE) == antes
    for renglon in antes.renglones:
        renglones.guardar_renglon(exp, TRIMESTRE, replace(renglon, asunto="bueno"))
    comprobar(exp)


def test_lo_que_cambio_otro_programa_se_ve_al_volver_a_leer(exp: Expediente, archivo: Path):
    exp.foto(TRIMESTRE)
    numeros.capturar(exp, TRIMESTRE, ABRIL, 3)
    con_otro_programa(archivo, "UPDATE conteo SET valor = 1000")
    with pytest.raises(ArchivoCambiado):
        numeros.capturar(exp, TRIMESTRE, ABRIL, 4)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 1000
    assert exp.foto(TRIMESTRE) == entera_aunque_cambio(archivo)


def test_lo_que_otro_programa_cambio_sin_que_se_note_en_el_sistema(exp: Expediente, archivo: Path):
    """Mismo tamaño y misma hora: lo dice el contador de SQLite, y lo siguiente se lee entero."""
    exp.foto(TRIMESTRE)
    visto = archivo.stat()
    con_otro_programa(archivo, "UPDATE conteo SET valor = 1000")
    os.utime(archivo, ns=(visto.st_atime_ns, visto.st_mtime_ns))
    with pytest.raises(ArchivoCambiado):
        numeros.capturar(exp, TRIMESTRE, ABRIL, 4)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 1000


def test_un_año_nuevo_se_ve_en_cuanto_se_crea(exp: Expediente):
    exp.foto(TRIMESTRE)
    assert max(exp.trimestres()).ejercicio == 2031
    anio.crear_anio(exp, TRIMESTRE, anio.proponer_anio(exp, TRIMESTRE), {})
    assert max(exp.trimestres()).ejercicio == 2032
    comprobar(exp)


@pytest.mark.parametrize("visto", [1, 4])
def test_deshecho_crear_el_anio_que_se_veia_se_sigue_anotando_en_el_de_antes(exp: Expediente, visto: int):
    nuevo, _ = anio.crear_anio(exp, TRIMESTRE, anio.proponer_anio(exp, TRIMESTRE), {})
    exp.foto(Trimestre(nuevo.ejercicio, visto))
    deshacer(exp)
    numeros.capturar(exp, TRIMESTRE, ABRIL, 1000)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 1000
    comprobar(exp)


def test_el_anio_nuevo_se_ve_vacio_desde_su_primer_trimestre_y_sin_crearlo(exp: Expediente):
    visto, imagenes = anio.vacio(exp, TRIMESTRE, anio.proponer_anio(exp, TRIMESTRE), {})
    assert visto.trimestre == Trimestre(2032, 1)
    assert {*imagenes} == {logo.sha256 for papel in visto.catalogo.papeles for logo in papel.logos}
    assert max(exp.trimestres()).ejercicio == 2031


# Lo que cuesta


@contextmanager
def contado(exp: Expediente) -> Iterator[list[str]]:
    """Las órdenes de SQL que el archivo recibe."""
    ordenes: list[str] = []
    exp.base.conexion.set_trace_callback(ordenes.append)
    yield ordenes
    exp.base.conexion.set_trace_callback(None)


def _ver(exp: Expediente) -> object:
    """Lo que la ventana lee tras cada cambio."""
    return exp.foto(TRIMESTRE), exp.trimestres()


def _una_casilla(exp: Expediente) -> object:
    return numeros.capturar(exp, TRIMESTRE, ABRIL, 3)


def _un_renglon(exp: Expediente) -> object:
    renglon = exp.foto(TRIMESTRE).renglones[0]
    return renglones.guardar_renglon(exp, TRIMESTRE, replace(renglon, asunto="otro"))


@pytest.mark.parametrize("editar", [_una_casilla, _un_renglon])
def test_un_cambio_abre_el_archivo_una_vez_y_lee_el_sello_una_vez(
    exp: Expediente, editar: Callable[[Expediente], object]
):
    _ver(exp)
    numeros.capturar(exp, TRIMESTRE, ABRIL, 2)  # la primera instala los vigías
    with contado(exp) as ordenes:
        editar(exp)
        _ver(exp)
    assert [orden for orden in ordenes if orden.startswith(("BEGIN", "COMMIT", "ROLLBACK"))] == [
        "BEGIN IMMEDIATE",
        "COMMIT",
    ]
    assert sum("FROM sello" in orden for orden in ordenes) == 1
    assert sum("data_version" in orden for orden in ordenes) == 1
    assert (ordenes[0], ordenes[-1]) == ("BEGIN IMMEDIATE", "COMMIT"), "nada se lee antes ni después"


def test_lo_que_no_se_toco_es_lo_mismo_de_antes(exp: Expediente):
    antes = exp.foto(TRIMESTRE)
    _una_casilla(exp)
    despues = exp.foto(TRIMESTRE)
    assert despues.renglones is antes.renglones
    assert despues.plan is antes.plan
    _un_renglon(exp)
    otra = exp.foto(TRIMESTRE)
    assert otra.conteos is despues.conteos
    assert [a is b for a, b in zip(otra.renglones, despues.renglones, strict=True)].count(False) == 1
    assert exp.foto(TRIMESTRE) is otra, "sin cambios no se lee nada"
