"""Un trimestre cerrado no cambia: ni por los servicios, ni por quien escriba directo en la conexión."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE
from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema import DEL_TRIMESTRE
from ut_escritorio.datos.esquema.base import nombre_de
from ut_escritorio.datos.filas.firmas import abrir_cerrado, cerrar_con_firma
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import numeros as captura
from ut_escritorio.servicios.captura import renglones, textos
from ut_escritorio.servicios.entrega import remision


@pytest.fixture
def cerrado(exp: Expediente) -> Expediente:
    def firmar(legajo: Legajo) -> None:
        cerrar_con_firma(legajo, date(2031, 7, 4), b"%PDF-", b"{}", b"{}", 1, {})

    exp.hacer(TRIMESTRE, "Firmar", firmar)
    return exp


def test_ningun_servicio_lo_cambia(cerrado: Expediente):
    foto = cerrado.foto(TRIMESTRE)
    renglon, parrafo = foto.renglones[0], foto.parrafos[0]
    intentos = [
        lambda: captura.capturar(cerrado, TRIMESTRE, ABRIL, 1),
        lambda: captura.capturar(cerrado, TRIMESTRE, ABRIL, None),
        lambda: captura.capturar(cerrado, TRIMESTRE, Casilla("visitas", 2, 5), 1),
        lambda: captura.marcar_capturado(cerrado, TRIMESTRE, ("visitas",), 5, False),
        lambda: captura.marcar_sin_actividad(cerrado, TRIMESTRE, PASO, True),
        lambda: captura.fijar_alcanzado(cerrado, TRIMESTRE, "1", None),
        lambda: renglones.nuevo_renglon(cerrado, TRIMESTRE, PASO),
        lambda: renglones.guardar_renglon(cerrado, TRIMESTRE, replace(renglon, asunto="otro")),
        lambda: renglones.guardar_renglon(cerrado, TRIMESTRE, replace(renglon, partes=())),
        lambda: renglones.guardar_renglon(cerrado, TRIMESTRE, replace(renglon, citas=())),
        lambda: renglones.quitar_renglon(cerrado, TRIMESTRE, renglon.uid),
        lambda: renglones.mover_renglon(cerrado, TRIMESTRE, renglon.uid, 1),
        lambda: renglones.nuevo_parrafo(cerrado, TRIMESTRE, PASO),
        lambda: renglones.quitar_parrafo(cerrado, TRIMESTRE, parrafo.uid),
        lambda: textos.escribir_a_mano(cerrado, TRIMESTRE, "x", "a", "b"),
        lambda: textos.volver_al_automatico(cerrado, TRIMESTRE, next(iter(foto.a_mano))),
        lambda: remision.guardar_oficio(cerrado, TRIMESTRE, "vecindad", "otro", None),
        lambda: remision.fijar_fecha_de_firma(cerrado, TRIMESTRE, None),
        lambda: remision.numerar_paginas(cerrado, TRIMESTRE, True),
    ]
    for intento in intentos:
        with pytest.raises(ErrorEsperado, match="ya está firmado y no se cambia"):
            intento()
    assert cerrado.foto(TRIMESTRE) == foto


@pytest.mark.parametrize("tabla", [*DEL_TRIMESTRE, e.Oficio, e.Trimestre], ids=nombre_de)
def test_ni_quien_escribe_directo_borra_sus_filas(cerrado: Expediente, tabla: type[e.Tabla]):
    base, nombre = cerrado._base, nombre_de(tabla)
    cuantas = base.conexion.execute(f"SELECT count(*) FROM {nombre}").fetchone()[0]
    if cuantas:
        with pytest.raises(ErrorEsperado, match="ya está firmado"), base.accion("Borrar"):
            base.escribe_orden(tabla, f"DELETE FROM {nombre}")
    assert base.conexion.execute(f"SELECT count(*) FROM {nombre}").fetchone()[0] == cuantas


def test_los_demas_trimestres_siguen_abiertos(cerrado: Expediente):
    otro = TRIMESTRE.siguiente
    captura.capturar(cerrado, otro, Casilla("visitas", 3, 7), 5)
    assert cerrado.foto(otro).conteos.en(Casilla("visitas", 3, 7)) == 5


def test_abierto_de_nuevo_vuelve_a_cambiar(cerrado: Expediente):
    cerrado.hacer(TRIMESTRE, "Abrir", lambda legajo: abrir_cerrado(legajo, "se contó mal abril"))
    captura.capturar(cerrado, TRIMESTRE, ABRIL, 1)
    assert cerrado.foto(TRIMESTRE).conteos.en(ABRIL) == 1
