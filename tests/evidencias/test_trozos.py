"""Lo grande se guarda por trozos: se lee entero, se corta sin daño, se completa y se aligera."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.captura import poner_ajuste
from ut_escritorio.datos.filas.contenidos import guardar_contenido, largo_de
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.evidencias import Preparada, Trozo, los_que_se_adelantan
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import comprobacion, espacio, historia
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.firma import (
    firmados,
    guardar_escaneado,
    guardar_firmado,
    leer_escaneado,
    pdf_firmado,
    preparar_firma,
)
from ut_escritorio.servicios.entrega.informe import contenidos_de
from ut_escritorio.servicios.evidencias import dar
from ut_escritorio.servicios.evidencias.adjuntar import (
    adelantar,
    adjuntar,
    evidencias_de,
    quitar_un_suelto,
    sueltos,
    usar_tambien,
)
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


def test_lo_que_no_se_acabo_de_adjuntar_se_quita_solo_y_lo_guardado_no(
    exp: Expediente, archivo: Path, lote: Lote
):
    guardar(exp, lote)
    otro = Trozo("de otro que se cortó", 0, bytes(MEGA))
    for orden in range(3):
        adelantar(exp, replace(otro, orden=orden))
    assert sueltos(exp) == {otro.de}
    (suya,) = evidencias_de(exp, TRIMESTRE, LUGAR)
    historia.deshacer(exp)
    assert not quitar_un_suelto(exp, (suya.contenido,)), "lo que se deshizo se puede rehacer"
    acciones, veces = cuenta(exp, "accion"), 0
    while quitar_un_suelto(exp, sueltos(exp)):
        veces += 1
    assert (veces, cuenta(exp, "trozo"), cuenta(exp, "accion")) == (3, 4, acciones)
    historia.rehacer(exp)
    assert dar.bytes_de(exp, suya) == PDF
    largo = archivo.stat().st_size
    adelantar(exp, otro)
    assert archivo.stat().st_size == largo, "lo que sigue se guarda donde estaba lo que se quitó"
    exp.cerrar()
    assert not quitar_un_suelto(exp, (otro.de,)) and comprobacion.comprobar(archivo).sano


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


def test_lo_que_se_guarda_de_una_vez_se_adelanta_aunque_cada_cosa_sea_chica(exp: Expediente):
    acuses = [bytes([n]) * (400 * 1024) for n in range(4)]
    preparadas = [
        Preparada(octetos, f"acuse {n}", f"{n}.pdf", "pdf", hojas=1, contenido=sha256(octetos).hexdigest())
        for n, octetos in enumerate(acuses)
    ]
    adelantados = los_que_se_adelantan({cada.contenido: cada.octetos for cada in preparadas})
    assert [trozo.octetos for trozo in adelantados] == acuses
    assert los_que_se_adelantan({preparadas[0].contenido: acuses[0]}) == (), "uno chico cabe en su acción"
    for trozo in adelantados[:3]:
        adelantar(exp, trozo)
    adjuntar(exp, TRIMESTRE, LUGAR, Lote(tuple(preparadas)))
    suyas = evidencias_de(exp, TRIMESTRE, LUGAR)
    assert [dar.bytes_de(exp, cada) for cada in suyas] == acuses
    assert (cuenta(exp, "trozo"), espacio.peso_de(exp).evidencias) == (3, sum(map(len, acuses)))


def test_se_lee_de_a_poco_este_como_este_guardado(exp: Expediente, lote: Lote):
    guardar(exp, lote)
    de_una_pieza = Random(3).randbytes(2 * MEGA + 5)
    chica = Preparada(b"chica", "x", "x.pdf", "pdf", hojas=1, contenido=sha256(b"chica").hexdigest())
    adjuntar(exp, TRIMESTRE, LUGAR, Lote((chica,)))
    exp.hacer(
        TRIMESTRE, "Como antes", lambda legajo: poner_ajuste(
            legajo.base, "prueba", guardar_contenido(legajo.base, de_una_pieza)
        ),
    )  # fmt: skip
    suyos = {sha256(octetos).hexdigest(): octetos for octetos in (PDF, de_una_pieza, b"chica")}
    leidos: dict[str, bytes] = {}
    pasos = [max(map(len, leidos.values()), default=0) for _ in exp.leyendo(suyos, leidos)]
    assert leidos == suyos
    assert len(pasos) >= 5, "nunca más de un poco entre dos turnos"
    assert exp.empieza(chica.contenido) == b"chica" and exp.empieza("no está") == b""
    with pytest.raises(ErrorEsperado, match="Esto no está"):
        list(exp.leyendo(["no está"], leidos, "Esto no está."))


def test_lo_firmado_y_lo_escaneado_grandes_van_por_trozos(exp: Expediente, tmp_path: Path):
    foto = exp.foto(TRIMESTRE)
    listo = preparar_firma(foto, contenidos_de(exp, foto), date(2031, 7, 4))
    assert listo.trozos == (), "el de costumbre cabe en su acción"
    grande = listo.escrito.datos + PDF
    listo = replace(
        listo, escrito=replace(listo.escrito, datos=grande), huella=sha256(grande).hexdigest()
    )  # fmt: skip
    hojas = tmp_path / "hojas.pdf"
    hojas.write_bytes(b"%PDF-1.4" + PDF)
    escaneadas = leer_escaneado(hojas)
    for trozo in (*listo.trozos, *escaneadas.trozos):
        adelantar(exp, trozo)
    acciones = cuenta(exp, "accion")
    guardar_firmado(exp, listo)
    guardar_escaneado(exp, TRIMESTRE, escaneadas)
    assert cuenta(exp, "accion") == acciones + 2
    assert pdf_firmado(exp, TRIMESTRE) == grande
    (suyas,) = firmados(exp)[0].escaneados
    assert exp.contenido(suyas.sha256) == hojas.read_bytes()
    assert cuenta(exp, "trozo") == len(listo.trozos) + len(escaneadas.trozos) > 6


def test_un_trozo_que_ya_esta_no_se_repite(exp: Expediente, lote: Lote):
    primero = trozos(lote)[0]
    adelantar(exp, primero)
    adelantar(exp, primero)
    assert cuenta(exp, "trozo") == 1
    chica = Preparada(b"chica", "x", "x.pdf", "pdf", hojas=1)
    assert not trozos(Lote((chica,)))
