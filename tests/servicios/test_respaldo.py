"""Respaldar, comprobar, restaurar y aceptar: copias enteras, nada se pisa y nada se pierde."""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.datos.test_apertura import MALOS, a_medias
from ut_escritorio.datos.archivo import respaldo as copias
from ut_escritorio.datos.archivo.cabecera import diario_de
from ut_escritorio.errores import ArchivoDanado, ArchivoEnUso, ContenidoCambiado, ErrorEsperado
from ut_escritorio.servicios.archivo import comprobacion, expediente, respaldo, restauracion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar

HOY = datetime(2031, 7, 4, 12, 30)  # noqa: DTZ001
DE_HOY = "Año 2031 & más #1 100% 2031-07-04 12-30-00.sqlite"


@pytest.fixture
def carpeta(tmp_path: Path) -> Path:
    """Donde van los respaldos de esta prueba."""
    carpeta = tmp_path / "respaldos y más"
    carpeta.mkdir()
    return carpeta


def numero(archivo: Path) -> int | None:
    with expediente.consultar(archivo, oficina.ahora) as exp:
        return exp.foto(TRIMESTRE).conteos.en(ABRIL)


def anotar(archivo: Path, valor: int) -> None:
    with oficina.abrir(archivo) as exp:
        capturar(exp, TRIMESTRE, ABRIL, valor)


def nombres(carpeta: Path) -> list[str]:
    return sorted(cosa.name for cosa in carpeta.iterdir() if cosa.is_file())


# Respaldar


def test_el_respaldo_lleva_fecha_y_dice_lo_mismo_aunque_este_abierto(
    exp: Expediente, archivo: Path, carpeta: Path
):
    capturar(exp, TRIMESTRE, ABRIL, 80)
    hecho = respaldo.respaldar(archivo, HOY, carpeta)
    capturar(exp, TRIMESTRE, ABRIL, 81)
    assert nombres(carpeta) == [DE_HOY]
    assert hecho.ruta == carpeta / DE_HOY
    assert comprobacion.comprobar(hecho.ruta).sano
    assert numero(hecho.ruta) == 80


def test_dos_en_el_mismo_segundo_no_se_pisan(archivo: Path, carpeta: Path):
    uno, otro = (respaldo.respaldar(archivo, HOY, carpeta).ruta for _ in range(2))
    assert uno != otro
    assert len(nombres(carpeta)) == 2


def test_sin_decir_donde_va_junto_al_archivo(archivo: Path):
    hecho = respaldo.respaldar(archivo, HOY)
    assert hecho.ruta.parent == archivo.parent / "respaldos"
    assert respaldo.edad(archivo, HOY) == "Última copia hoy 12:30"


def test_lo_que_un_corte_dejo_a_medias_se_quita_al_dia_siguiente(archivo: Path, carpeta: Path):
    viejo, reciente, ajeno = carpeta / f".{'a' * 32}.tmp", carpeta / f".{'b' * 32}.tmp", carpeta / ".mío.tmp"
    for cosa, dias in ((viejo, 2), (reciente, 0), (ajeno, 2)):
        cosa.write_bytes(b"x")
        cuando = (HOY - timedelta(days=dias)).timestamp()
        os.utime(cosa, (cuando, cuando))
    respaldo.respaldar(archivo, HOY, carpeta)
    assert [cosa.exists() for cosa in (viejo, reciente, ajeno)] == [False, True, True]


def test_se_rotan_los_suyos_y_no_lo_que_ella_puso_ahi(archivo: Path, carpeta: Path):
    (carpeta / "mío 2029-01-01 00-00-00.sqlite").write_bytes(b"x")
    dias = [HOY + timedelta(days=n) for n in range(40)]
    for dia in dias:
        respaldo.respaldar(archivo, dia, carpeta)
    cuenta = respaldo.cuenta_de(archivo)
    assert len(nombres(carpeta)) == len(cuenta.hechos) + 1 < 25
    assert (carpeta / "mío 2029-01-01 00-00-00.sqlite").exists()
    assert cuenta.ultimo is not None
    assert cuenta.ultimo.cuando == dias[-1]
    assert all(hecho.ruta.exists() for hecho in cuenta.hechos)


def test_rotar_una_carpeta_no_toca_los_de_otra(archivo: Path, carpeta: Path):
    lejos = respaldo.respaldar(archivo, HOY - timedelta(days=900)).ruta
    for n in range(40):
        respaldo.respaldar(archivo, HOY + timedelta(days=n), carpeta)
    assert lejos.exists()


def test_cada_rato_y_al_cerrar_solo_si_cambio(archivo: Path):
    assert respaldo.respaldar_si_toca(archivo, HOY, "cada rato") is not None
    despues = HOY + timedelta(hours=1)
    assert respaldo.respaldar_si_toca(archivo, despues, "cada rato") is None
    anotar(archivo, 5)
    assert respaldo.respaldar_si_toca(archivo, HOY + timedelta(minutes=5), "cada rato") is None
    assert respaldo.respaldar_si_toca(archivo, HOY + timedelta(minutes=5), "al cerrar") is not None
    assert respaldo.respaldar_si_toca(archivo, despues, "al cerrar") is None


def danar(archivo: Path) -> None:
    with sqlite3.connect(archivo) as otro:
        otro.execute("UPDATE conteo SET valor = 1000")
    otro.close()


def sin_carpeta(carpeta: Path) -> None:
    carpeta.rmdir()


def lleno(_: object) -> None:
    raise OSError(errno.ENOSPC, "lleno")


def test_de_un_archivo_que_no_es_de_fiar_no_se_hace_respaldo_y_se_recuerda_el_fallo(
    archivo: Path, carpeta: Path
):
    bueno = respaldo.respaldar(archivo, HOY, carpeta)
    danar(archivo)
    with pytest.raises(ContenidoCambiado):
        respaldo.respaldar(archivo, HOY + timedelta(days=400), carpeta)
    cuenta = respaldo.cuenta_de(archivo)
    assert nombres(carpeta) == [DE_HOY]
    assert cuenta.ultimo == bueno
    assert "no es el que este programa guardó" in cuenta.fallo


@pytest.mark.parametrize("cuando", ["fsync", "replace"])
def test_si_el_disco_falla_no_queda_nada_a_medias_y_se_dice(
    archivo: Path, carpeta: Path, monkeypatch: pytest.MonkeyPatch, cuando: str
):
    respaldo.respaldar(archivo, HOY, carpeta)
    with monkeypatch.context() as roto:
        roto.setattr(os, cuando, lambda *_: lleno(_))
        with pytest.raises(ErrorEsperado, match="El disco está lleno"):
            copias.copiar(archivo, carpeta / "otro.sqlite")
    assert nombres(carpeta) == [DE_HOY]


def test_sin_carpeta_se_dice_y_no_se_crea(archivo: Path, carpeta: Path):
    carpeta.rmdir()
    with pytest.raises(ErrorEsperado, match="No existe la carpeta"):
        respaldo.respaldar(archivo, HOY, carpeta)
    assert not carpeta.exists()


@pytest.mark.parametrize("roto", [b"", b"{", b"[]", b'{"x": 1}', "ñ".encode("latin-1")])
def test_un_cuaderno_ilegible_no_impide_respaldar(archivo: Path, carpeta: Path, tmp_path: Path, roto: bytes):
    cuaderno = tmp_path / "cuaderno.json"
    cuaderno.write_bytes(roto)
    respaldo.respaldar(archivo, HOY, carpeta, cuaderno)
    assert len(respaldo.cuenta_de(archivo, cuaderno).hechos) == 1


def test_copiar_a_una_memoria_relee_lo_escrito(archivo: Path, carpeta: Path, monkeypatch: pytest.MonkeyPatch):
    copia = respaldo.copiar_a(archivo, carpeta, HOY)
    assert comprobacion.comprobar(copia).sano
    reemplazar = os.replace

    def memoria_mala(origen: Path, destino: Path) -> None:
        reemplazar(origen, destino)
        octetos = bytearray(destino.read_bytes())
        octetos[5000] ^= 1
        destino.write_bytes(octetos)

    monkeypatch.setattr(os, "replace", memoria_mala)
    with pytest.raises(ErrorEsperado, match="no es lo que se lee ahí. Use otra memoria"):
        respaldo.copiar_a(archivo, carpeta, HOY)
    assert nombres(carpeta) == [copia.name]


# Comprobar


def test_comprobar_dice_hasta_cuando_llega(archivo: Path):
    anotar(archivo, 5)
    informe = comprobacion.comprobar(archivo)
    assert informe.sano
    assert not informe.cambiado
    assert informe.filas > 50
    assert str(informe).endswith("está sano y completo; lo último se anotó el 04/07/2031 a las 12:30.")


@pytest.mark.parametrize(("danar", "frase"), [m[1:] for m in MALOS], ids=[m[0] for m in MALOS])
def test_comprobar_lo_malo_no_lo_toca(archivo: Path, danar: Callable[[Path], None], frase: str):
    danar(archivo)
    antes = archivo.read_bytes()
    if "más nueva" in frase:
        with pytest.raises(ErrorEsperado, match=frase):
            comprobacion.comprobar(archivo)
    else:
        informe = comprobacion.comprobar(archivo)
        assert not informe.sano
    assert archivo.read_bytes() == antes
    assert nombres(archivo.parent) == [archivo.name]


def test_lo_ya_comprobado_se_abre_sin_revisarlo_otra_vez_si_sigue_igual(
    archivo: Path, monkeypatch: pytest.MonkeyPatch
):
    with expediente.consultar(archivo, oficina.ahora, sin_revisar=True) as exp:
        assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 77
    senas = comprobacion.comprobar(archivo).senas
    with monkeypatch.context() as sin_revisar:
        sin_revisar.setattr(
            "ut_escritorio.datos.archivo.apertura.revisar", lambda _: pytest.fail("revisó otra vez")
        )
        expediente.abrir(archivo, oficina.ahora, comprobado=senas).cerrar()
    danar(archivo)
    with pytest.raises(ContenidoCambiado):
        expediente.abrir(archivo, oficina.ahora, comprobado=senas)


# Restaurar


def test_restaurar_pone_la_copia_y_aparta_el_presente(archivo: Path, carpeta: Path):
    copia = respaldo.respaldar(archivo, HOY, carpeta).ruta
    anotar(archivo, 99)
    apartado = restauracion.restaurar(archivo, copia, HOY)
    assert apartado is not None
    assert (numero(archivo), numero(apartado), numero(copia)) == (77, 99, 77)
    assert len(respaldo.cuenta_de(archivo).hechos) == 2  # el de antes de restaurar
    assert nombres(archivo.parent) == sorted([archivo.name, apartado.name])


def test_el_diario_de_otro_archivo_no_cambia_lo_que_habia_al_restaurar(archivo: Path, carpeta: Path):
    """Copiado a mano junto al suyo, SQLite lo desharía sobre él."""
    _, diario = a_medias(archivo, carpeta)
    for valor in (7, 8, 9):
        anotar(archivo, valor)
    copia = respaldo.respaldar(archivo, HOY, carpeta).ruta
    anotar(archivo, 10)
    diario_de(archivo).write_bytes(diario.read_bytes())
    apartado = restauracion.restaurar(archivo, copia, HOY)
    assert apartado is not None
    assert (numero(archivo), numero(apartado)) == (9, 10)


def test_lo_danado_se_aparta_tal_cual(archivo: Path, carpeta: Path):
    copia = respaldo.respaldar(archivo, HOY, carpeta).ruta
    archivo.write_bytes(archivo.read_bytes()[:-5000])
    roto = archivo.read_bytes()
    apartado = restauracion.restaurar(archivo, copia, HOY)
    assert apartado is not None
    assert apartado.read_bytes() == roto
    assert numero(archivo) == 77


def test_restaurar_donde_ya_no_hay_archivo(archivo: Path, carpeta: Path):
    copia = respaldo.respaldar(archivo, HOY, carpeta).ruta
    archivo.unlink()
    assert restauracion.restaurar(archivo, copia, HOY) is None
    assert numero(archivo) == 77


def test_una_copia_que_no_sirve_no_se_restaura(archivo: Path, carpeta: Path):
    copia = respaldo.respaldar(archivo, HOY, carpeta).ruta
    danar(copia)
    antes = archivo.read_bytes()
    with pytest.raises(ErrorEsperado, match="no sirve y no se restauró"):
        restauracion.restaurar(archivo, copia, HOY)
    with pytest.raises(ErrorEsperado, match="es el mismo archivo"):
        restauracion.restaurar(archivo, archivo, HOY)
    assert archivo.read_bytes() == antes
    assert nombres(archivo.parent) == [archivo.name]


def test_con_el_archivo_abierto_no_se_restaura(exp: Expediente, archivo: Path, carpeta: Path):
    copia = respaldo.respaldar(archivo, HOY, carpeta).ruta
    with pytest.raises(ArchivoEnUso):
        restauracion.restaurar(archivo, copia, HOY)
    capturar(exp, TRIMESTRE, ABRIL, 5)
    assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 5


def test_si_falla_al_poner_la_copia_el_presente_sigue_en_su_lugar(
    archivo: Path, carpeta: Path, monkeypatch: pytest.MonkeyPatch
):
    copia = respaldo.respaldar(archivo, HOY, carpeta).ruta
    anotar(archivo, 99)
    verdadera = os.replace

    def fallar(origen: Path, destino: Path) -> None:
        if destino == archivo:
            raise OSError(errno.EIO, "roto")
        verdadera(origen, destino)

    with monkeypatch.context() as roto:
        roto.setattr(os, "replace", fallar)
        with pytest.raises(ErrorEsperado, match="falló el disco"):
            restauracion.restaurar(archivo, copia, HOY)
    assert numero(archivo) == 99
    assert not list(archivo.parent.glob(".*"))


def test_lo_apartado_es_otro_archivo_y_no_otro_nombre_del_mismo(archivo: Path, carpeta: Path):
    copia = respaldo.respaldar(archivo, HOY, carpeta).ruta
    apartado = restauracion.restaurar(archivo, copia, HOY)
    assert apartado is not None
    assert apartado.stat().st_nlink == archivo.stat().st_nlink == 1


# Aceptar lo que otro programa cambió


def test_lo_cambiado_se_ve_sin_escribir_y_se_acepta_en_una_copia(archivo: Path):
    danar(archivo)
    antes = archivo.read_bytes()
    with expediente.consultar(archivo, oficina.ahora, aunque_cambio=True) as exp:
        assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 1000
    copia = restauracion.aceptar_como_esta(archivo, "Sistemas lo corrigió", oficina.ahora)
    assert archivo.read_bytes() == antes
    with oficina.abrir(copia) as exp:
        assert exp.foto(TRIMESTRE).conteos.en(ABRIL) == 1000
        ((nombre, resumen),) = exp.base.conexion.execute(
            "SELECT a.nombre, b.despues FROM accion a JOIN bitacora b ON b.accion_id = a.id "
            "WHERE b.clase = 'resumen' ORDER BY b.id DESC LIMIT 1"
        ).fetchall()
        assert nombre == "Aceptar el contenido como está"
        assert "Sistemas lo corrigió" in resumen
        assert "conteo" in resumen
        capturar(exp, TRIMESTRE, ABRIL, 5)


@pytest.mark.parametrize(
    ("danar", "motivo", "frase"),
    [
        (danar, "  ", "Escriba por qué se acepta"),
        (lambda _: None, "porque sí", "no hay nada que aceptar"),
        (lambda ruta: ruta.write_bytes(ruta.read_bytes()[:-4096]), "porque sí", "dañado|le falta una parte"),
    ],
)
def test_lo_que_no_se_puede_aceptar(archivo: Path, danar: Callable[[Path], object], motivo: str, frase: str):
    danar(archivo)
    with pytest.raises(ErrorEsperado, match=frase):
        restauracion.aceptar_como_esta(archivo, motivo, oficina.ahora)
    assert nombres(archivo.parent) == [archivo.name]


def test_un_documento_guardado_que_cambio_no_se_acepta(archivo: Path):
    with sqlite3.connect(archivo) as otro:
        otro.execute("UPDATE contenido SET bytes = zeroblob(length(bytes))")
    otro.close()
    with pytest.raises(ArchivoDanado, match="no puede aceptarse"):
        restauracion.aceptar_como_esta(archivo, "porque sí", oficina.ahora)
