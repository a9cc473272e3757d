"""Lo que ocupan el archivo y sus copias: el tope, lo que se dice, y aligerar sin perder nada."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
import sqlite3
from collections import namedtuple
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.evidencias.archivos import escaneo
from ut_escritorio.datos.disco import espacio as disco
from ut_escritorio.datos.filas.captura import poner_ajuste
from ut_escritorio.datos.filas.contenidos import guardar_contenido
from ut_escritorio.datos.filas.firmas import cerrar_con_firma
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.motor.contenidos import ALIGERAR
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.tamanos import GB, MB
from ut_escritorio.dominio.trimestre.evidencias import Preparada, Trozo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import comprobacion, espacio, historia, respaldo
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.evidencias.adjuntar import adelantar, adjuntar, quitar_un_suelto, sueltos
from ut_escritorio.servicios.evidencias.preparar import Lote

PDF = escaneo(1)
HOY = datetime(2031, 7, 4, 12, 30)  # noqa: DTZ001
_Disco = namedtuple("_Disco", "total used free")


def con_libre(monkeypatch: pytest.MonkeyPatch, octetos: int) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: _Disco(10 * GB, 0, octetos))


def sin_uso(exp: Expediente, octetos: bytes) -> str:
    """Deja en el archivo un contenido que nada usa, como el de un escaneo que se quitó."""
    sha256 = hashlib.sha256(octetos).hexdigest()

    def guardar(legajo: Legajo) -> None:
        poner_ajuste(legajo.base, "prueba", guardar_contenido(legajo.base, octetos))

    exp.hacer(TRIMESTRE, "Guardar", guardar)
    return sha256


def test_pasado_el_tope_se_quitan_las_de_cada_rato_y_se_dice_una_vez(archivo: Path):
    espacio.fijar_tope(archivo, 8 * archivo.stat().st_size)
    for rato in range(12):
        respaldo.respaldar(archivo, HOY + timedelta(minutes=30 * rato))
    copias = espacio.de_las_copias(archivo)
    assert copias.cuantas <= 8
    assert copias.ocupan <= copias.tope
    assert copias.por_espacio.startswith("Se conservan ")
    assert copias.por_espacio.endswith(", por espacio.")
    assert len(respaldo.cuenta_de(archivo).hechos) == copias.cuantas
    espacio.fijar_tope(archivo, 0)
    assert espacio.de_las_copias(archivo).por_espacio == ""
    assert espacio.de_las_copias(archivo).dicho == 0


def test_sin_saber_lo_libre_el_tope_sale_de_lo_que_ya_ocupan(archivo: Path, monkeypatch: pytest.MonkeyPatch):
    """Una unidad de red que no contesta cuánto le queda."""
    for rato in range(4):
        respaldo.respaldar(archivo, HOY + timedelta(minutes=30 * rato))

    def no_contesta(_: object) -> None:
        raise OSError

    monkeypatch.setattr(shutil, "disk_usage", no_contesta)
    copias = espacio.de_las_copias(archivo)
    assert copias.tope == copias.ocupan // 10 > 0


def test_con_poco_disco_el_tope_baja_solo_pero_quedan_tres(archivo: Path, monkeypatch: pytest.MonkeyPatch):
    con_libre(monkeypatch, 2 * archivo.stat().st_size)
    for rato in range(6):
        respaldo.respaldar(archivo, HOY + timedelta(minutes=30 * rato))
    assert espacio.de_las_copias(archivo).cuantas == 3


def test_si_no_cabe_se_dice_cuanto_falta_y_no_queda_nada(
    archivo: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    usb = tmp_path / "usb"
    usb.mkdir()
    con_libre(monkeypatch, 1000)
    with pytest.raises(ErrorEsperado, match=r"En «.*usb» no hay lugar para la copia: faltan .* [KM]B\."):
        respaldo.copiar_a(archivo, usb, HOY)
    assert list(usb.iterdir()) == []


def test_lo_que_cabe_justo_cabe(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    con_libre(monkeypatch, 1000)
    disco.revisar_que_quepa(tmp_path, 1000)
    with pytest.raises(ErrorEsperado, match="faltan"):
        disco.revisar_que_quepa(tmp_path, 1001)


def test_una_memoria_en_fat32_no_admite_cuatro_gb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(disco, "sistema_de", lambda _: "FAT32")
    con_libre(monkeypatch, 100 * GB)
    disco.revisar_que_quepa(tmp_path, 4 * GB - 1)
    with pytest.raises(ErrorEsperado, match="FAT32"):
        disco.revisar_que_quepa(tmp_path, 4 * GB)


def test_lo_vacio_no_es_de_nadie_y_lo_que_es_de_dos_pesa_una_vez(archivo: Path):
    with oficina.abrir(archivo) as exp:
        dueno = Origen("renglon", exp.foto(TRIMESTRE).renglones[0].uid)
        acuse = Preparada(PDF, hashlib.sha256(PDF).hexdigest(), "acuse.pdf", "pdf", hojas=1)
        adjuntar(exp, TRIMESTRE, dueno, Lote((acuse,)))
        for orden in range(40):
            adelantar(exp, Trozo("de uno que se cortó", orden, bytes(100_000)))
        antes = espacio.peso_de(exp)
        while quitar_un_suelto(exp, sueltos(exp)):
            pass
        despues = espacio.peso_de(exp)
    assert antes.sin_uso > 3 * MB > antes.vacios
    assert despues.vacios > 3 * MB > despues.sin_uso, "ya no es de nada que se pueda deshacer"
    assert despues.evidencias == len(PDF) and despues.total == antes.total
    assert despues.datos + despues.evidencias + despues.firmados + despues.sobra == despues.total


def test_aligerar_quita_solo_lo_que_nada_usa_y_antes_deja_copia(archivo: Path):
    with oficina.abrir(archivo) as exp:
        suyos = {logo.sha256 for papel in exp.foto(TRIMESTRE).catalogo.papeles for logo in papel.logos}
        sobra = sin_uso(exp, bytes(range(256)) * 4096)
        peso, antes = espacio.peso_de(exp), exp.foto(TRIMESTRE)
    assert peso.sin_uso >= MB
    hecho = espacio.aligerar(archivo, oficina.ahora)
    assert hecho.antes - hecho.ahora >= MB
    assert comprobacion.comprobar(archivo).sano
    assert comprobacion.comprobar(hecho.copia.ruta).sano
    with oficina.abrir(archivo) as exp:
        assert exp.foto(TRIMESTRE) == antes
        assert espacio.peso_de(exp).sobra == 0
        for sha256 in suyos:
            assert exp.contenido(sha256)
        with pytest.raises(ErrorEsperado):
            exp.contenido(sobra)
        assert historia.por_deshacer(exp) is None
        capturar(exp, TRIMESTRE, ABRIL, 43)
        historia.deshacer(exp)


def test_si_el_aligerado_no_se_puede_poner_en_su_lugar_queda_entero_y_no_sobra_nada(
    archivo: Path, monkeypatch: pytest.MonkeyPatch
):
    with oficina.abrir(archivo) as exp:
        sin_uso(exp, bytes(range(256)) * 4096)
        antes = exp.foto(TRIMESTRE)
    de_verdad = os.replace

    def no_deja(de: Path, a: Path) -> None:
        if Path(a) == archivo:
            raise OSError(errno.EIO, "Input/output error")
        de_verdad(de, a)

    with monkeypatch.context() as mientras:
        mientras.setattr(os, "replace", no_deja)
        with pytest.raises(ErrorEsperado, match="falló el disco"):
            espacio.aligerar(archivo, oficina.ahora)
    assert comprobacion.comprobar(archivo).sano
    assert not list(archivo.parent.glob(".*"))
    with oficina.abrir(archivo) as exp:
        assert exp.foto(TRIMESTRE) == antes
    assert espacio.aligerar(archivo, oficina.ahora).ahora < MB, "ya se puede"


def test_aligerar_dos_veces_no_quita_nada_mas(archivo: Path):
    espacio.aligerar(archivo, oficina.ahora)
    segundo = espacio.aligerar(archivo, oficina.ahora)
    assert abs(segundo.antes - segundo.ahora) <= 64 * 1024


def test_lo_firmado_y_los_logotipos_que_llevaba_se_quedan(exp: Expediente, archivo: Path):
    viejo = sin_uso(exp, b"un logotipo que ya no se usa, pero se firmo con el")

    def firmar(legajo: Legajo) -> None:
        dice = f'{{"logo":"{viejo}"}}'.encode()
        cerrar_con_firma(legajo, date(2031, 7, 4), b"%PDF-firmado", dice, b"{}", 1, {})

    exp.hacer(TRIMESTRE, "Firmar", firmar)
    exp.cerrar()
    espacio.aligerar(archivo, oficina.ahora)
    with oficina.abrir(archivo) as otra_vez:
        assert otra_vez.contenido(viejo).startswith(b"un logotipo")
        assert espacio.peso_de(otra_vez).firmados == len(b"%PDF-firmado") + len(f'{{"logo":"{viejo}"}}') + 2


def test_fuera_de_aligerar_ningun_contenido_se_quita(exp: Expediente):
    sobra = sin_uso(exp, b"nada lo usa")
    borrar = "DELETE FROM contenido WHERE sha256 = ?"
    with pytest.raises(sqlite3.IntegrityError, match="solo se agrega"):
        exp.hacer(TRIMESTRE, "Otra", lambda legajo: legajo.base.conexion.execute(borrar, (sobra,)) and None)
    usado = next(logo.sha256 for papel in exp.foto(TRIMESTRE).catalogo.papeles for logo in papel.logos)
    with pytest.raises(sqlite3.IntegrityError, match="solo se agrega"):
        exp.hacer(TRIMESTRE, ALIGERAR, lambda legajo: legajo.base.conexion.execute(borrar, (usado,)) and None)
    assert exp.contenido(usado)
