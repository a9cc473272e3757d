"""Una parte con fotos, PDF, acuses y cartas impresas: llega igual, y nada ocupa dos veces."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import date
from hashlib import sha256
from pathlib import Path
from random import Random

import pytest

from tests.cartas.conftest import TESORERIA, empezar_la_serie, escribir
from tests.datos.oficina import TRIMESTRE, ahora
from tests.evidencias.archivos import escaneo, foto
from tests.historia.azar import contenido
from tests.partes.dos import Pedir, dichos, recibe
from ut_escritorio.datos.filas.partes import contenidos
from ut_escritorio.datos.filas.partes.leer import leer_parte
from ut_escritorio.dominio.oficina.catalogo import Logo
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.evidencias import Preparada, Trozo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.comprobacion import comprobar
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, rehacer
from ut_escritorio.servicios.evidencias.adjuntar import (
    adelantar,
    adjuntar,
    evidencias_de,
    quitar_un_suelto,
    sueltos,
    usar_tambien,
)
from ut_escritorio.servicios.evidencias.dar import bytes_de
from ut_escritorio.servicios.evidencias.preparar import Lote, PorAdjuntar, preparar
from ut_escritorio.servicios.oficina.catalogos import poner_membrete
from ut_escritorio.servicios.oficios import anotar, cartas, imprimir, tomar
from ut_escritorio.servicios.oficios.repartir import guardar_acuses
from ut_escritorio.servicios.partes.entregar import entregar
from ut_escritorio.servicios.partes.recibir import Adelanto, aplicar, proponer

DIA = date(2031, 6, 20)
PDF = escaneo(2)
ACUSE = Preparada(PDF, sha256(PDF).hexdigest(), "acuse.pdf", "pdf", hojas=2)


@pytest.fixture
def lleno(otro: Expediente, tmp_path: Path) -> tuple[Expediente, str, bytes]:
    """El otro archivo con dos fotos, un PDF en dos lados, una carta impresa y su acuse; la carta y su PDF."""
    empezar_la_serie(otro)
    poner_membrete(otro, TRIMESTRE, None, ("Municipio de Prueba", "2030-2032"), *_con_logo())
    primero, segundo = (Origen("renglon", r.uid) for r in otro.foto(TRIMESTRE).renglones[:2])
    por_adjuntar = [PorAdjuntar("a.jpg", octetos=foto()), PorAdjuntar("b.jpg", octetos=foto(color="green"))]
    fotos = preparar(por_adjuntar, lambda a, b: None, lambda: False)
    adjuntar(otro, TRIMESTRE, primero, fotos)
    adjuntar(otro, TRIMESTRE, Origen("lugar", "1.1"), Lote((ACUSE,)))
    usar_tambien(otro, TRIMESTRE, evidencias_de(otro, TRIMESTRE, Origen("lugar", "1.1"))[0], segundo)
    oficio, _ = anotar.agregar(otro, TRIMESTRE, Oficio("", papel=DelPapel(DIA, None, (TESORERIA,))))
    carta = oficio.uid
    cartas.con_plantilla(otro, TRIMESTRE, carta, DIA, "actualizacion")
    escribir(otro, carta, campos={"modulo": "Horarios"})
    tomar.tomar_seguidos(otro, TRIMESTRE, [carta], DIA)
    salida = tmp_path / "carta.pdf"
    imprimir.imprimir_en(otro, TRIMESTRE, [carta], salida, DIA)
    guardar_acuses(otro, TRIMESTRE, [(carta, ACUSE)], date(2031, 6, 1))
    return otro, carta, salida.read_bytes()


_CUANTO = "SELECT count(*), count(DISTINCT sha256), sum(length(bytes)) FROM contenido"


def _con_logo() -> tuple[tuple[Logo, ...], str, dict[str, bytes]]:
    imagen = foto(60, 40, clase="PNG")
    logo = Logo(sha256(imagen).hexdigest(), "el escudo", 10.0)
    return (logo,), "", {logo.sha256: imagen}


def _lo_de(exp: Expediente) -> dict[str, str]:
    legajo = exp.legajo(TRIMESTRE)
    with exp.base.lectura():
        suya = leer_parte(legajo, legajo.guardado.plan.lugar, libro_entero=True)
    return {cosa.clave: cosa.huella for cosa in suya.cosas if cosa.tabla in ("evidencia", "oficio")}


def test_llegan_iguales_y_una_sola_vez_y_la_carta_se_imprime_como_salio(
    exp: Expediente, lleno: tuple[Expediente, str, bytes], pedir: Pedir, tmp_path: Path
):
    otro, carta, impresa = lleno
    llegada = pedir()
    with closing(sqlite3.connect(llegada.leida.ruta)) as suya:
        cuantos, distintos, pesan = suya.execute(_CUANTO).fetchone()
    assert (cuantos, distintos) == (5, 5), "dos fotos, el PDF, la carta y su logotipo: cada uno una vez"
    antes = exp.base.lee_orden("SELECT count(*) FROM contenido")[0][0]
    assert llegada.pesa(llegada.de_entrada) == pesan - len(foto(60, 40, clase="PNG"))
    recibe(exp, llegada)
    assert _lo_de(exp) == _lo_de(otro)
    assert exp.base.lee_orden("SELECT count(*) FROM contenido")[0][0] == antes + 5
    salida = tmp_path / "otra vez.pdf"
    imprimir.imprimir_en(exp, TRIMESTRE, [carta], salida, DIA)
    assert salida.read_bytes() == impresa
    dueno = Origen("libro", carta)
    (acuse,) = evidencias_de(exp, TRIMESTRE, dueno)
    assert exp.contenido(acuse.contenido) == PDF
    assert dichos(pedir()) == []
    antes_de_todo = contenido(exp)
    deshacer(exp)
    assert evidencias_de(exp, TRIMESTRE, dueno) == ()
    rehacer(exp)
    assert contenido(exp) == antes_de_todo
    exp.cerrar()
    assert comprobar(exp.ruta).sano


def test_la_evidencia_que_no_cabe_se_dice_y_no_llega_nada(
    exp: Expediente, lleno: tuple[Expediente, str, bytes], pedir: Pedir, monkeypatch: pytest.MonkeyPatch
):
    from ut_escritorio.servicios.partes import leida as servicio

    monkeypatch.setattr(servicio, "LO_MAS", 300)
    with pytest.raises(ErrorEsperado, match="evidencia de más de .*, y aquí no cabe"):
        pedir()
    assert evidencias_de(exp, TRIMESTRE, Origen("lugar", "1.1")) == ()


def test_entregar_dice_cuanto_pesa(lleno: tuple[Expediente, str, bytes], tmp_path: Path):
    otro, _, _ = lleno
    hecha = entregar(otro, TRIMESTRE, ["vecindad"], tmp_path / "p.parte", ahora)
    assert hecha.pesa == hecha.ruta.stat().st_size
    assert contenidos.LO_MAS == 50 * 1024**2


def test_las_grandes_llegan_de_a_poco_y_si_se_deja_a_medias_no_queda_nada(
    exp: Expediente, otro: Expediente, tmp_path: Path
):
    dueno = Origen("renglon", otro.foto(TRIMESTRE).renglones[0].uid)
    correos = [b"Subject: x\nFrom: y\n\n" + Random(n).randbytes(900_000).hex().encode() for n in range(2)]
    dados = [PorAdjuntar(f"{n}.eml", octetos=octetos) for n, octetos in enumerate(correos)]
    for parte in preparar(dados, lambda a, b: None, lambda: False).por_partes():
        if isinstance(parte, Trozo):
            adelantar(otro, parte)
        else:
            adjuntar(otro, TRIMESTRE, dueno, parte)
    ruta = tmp_path / "grande.parte"
    entregar(otro, TRIMESTRE, ["vecindad"], ruta, ahora)
    llegada = proponer(exp, ruta)

    a_medias = Adelanto(exp, llegada, llegada.de_entrada)
    assert a_medias.pasos == 4 and len(a_medias.cuales) == 2
    for _ in range(3):
        a_medias.dar(exp)
    a_medias.cerrar()
    assert sueltos(exp) == a_medias.cuales and len(a_medias.enteros) == 1
    while quitar_un_suelto(exp, a_medias.cuales):
        pass

    adelanto = Adelanto(exp, llegada, llegada.de_entrada)
    for _ in range(adelanto.pasos):
        adelanto.dar(exp)
    adelanto.cerrar()
    aplicar(exp, TRIMESTRE, llegada, llegada.de_entrada, adelanto.enteros)
    suyas = evidencias_de(exp, TRIMESTRE, dueno)
    assert [bytes_de(exp, cada) for cada in suyas] == correos and not sueltos(exp)
    deshacer(exp)
    assert evidencias_de(exp, TRIMESTRE, dueno) == ()
    exp.cerrar()
    assert comprobar(exp.ruta).sano


def test_si_la_parte_cambia_a_medias_se_dice_y_no_se_recibe(
    exp: Expediente, otro: Expediente, tmp_path: Path
):
    ruta = tmp_path / "una.parte"
    adjuntar(otro, TRIMESTRE, Origen("renglon", otro.foto(TRIMESTRE).renglones[0].uid), Lote((ACUSE,)))
    entregar(otro, TRIMESTRE, ["vecindad"], ruta, ahora)
    llegada = proponer(exp, ruta)
    with closing(sqlite3.connect(ruta)) as conexion, conexion:
        conexion.execute("UPDATE evidencia SET pie = 'otro'")
    antes, todo = contenido(exp), {cambio.clave for cambio in llegada.comparacion.cambios}
    for hacer in (
        lambda: Adelanto(exp, llegada, todo),
        lambda: aplicar(exp, TRIMESTRE, llegada, todo),
    ):
        with pytest.raises(ErrorEsperado, match="cambió desde que se revisó"):
            hacer()
    ruta.unlink()
    with pytest.raises(ErrorEsperado):
        Adelanto(exp, llegada, todo)
    assert contenido(exp) == antes
