"""Los logotipos en la ventana: lo que ella ve al elegir es lo que se imprime, y uno malo nunca estorba."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from PIL import Image, ImageChops
from pypdf import PdfReader

from tests.datos import logotipos as muestras
from tests.interfaz.manos import clic, pedir
from ut_escritorio.datos.filas.catalogo import cambiar_catalogo, guardar_contenidos
from ut_escritorio.dominio.oficina.catalogo import Logo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.catalogos import Catalogos
from ut_escritorio.interfaz.comunes.campos.dibujo_svg import pintar
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar
from ut_escritorio.servicios.oficina.catalogos import catalogo_de

SEGUNDO = Trimestre(2024, 2)
CLASES = {
    "tomada de lado.jpg": muestras.de_lado(),
    "de 16 bits.png": muestras.de_dieciseis(),
    "transparente.png": muestras.transparente(),
    "con letras.svg": muestras.CON_LETRAS,
    "con degradado.svg": muestras.CON_DEGRADADO,
    "sin medidas.svg": muestras.SIN_MEDIDAS,
}


@pytest.fixture
def membrete(ventana, qtbot):
    pedir(ventana, "Oficina", "Membrete y leyenda…")
    dialogo = ventana.findChild(Catalogos)
    qtbot.waitUntil(dialogo.isVisible)
    yield dialogo.membrete
    for abierto in ventana.findChildren(Catalogos):
        abierto.accept()


def _elegir(membrete, ruta, qtbot) -> None:
    with qtbot.waitSignal(membrete.logos.cambio, timeout=20_000):
        membrete.logos.poner((ruta,))


def _impresa(octetos: bytes) -> Image.Image:
    """El logotipo de la primera hoja, como lo leería otro programa."""
    (imagen,) = PdfReader(BytesIO(octetos)).pages[0].images
    return imagen.image.convert("RGB")


@pytest.mark.parametrize("nombre", CLASES)
def test_lo_que_se_ve_al_elegir_es_lo_que_se_imprime(ventana, membrete, qtbot, tmp_path, nombre):
    (tmp_path / nombre).write_bytes(CLASES[nombre])
    _elegir(membrete, tmp_path / nombre, qtbot)
    visto = Image.open(BytesIO(membrete.logos.imagenes[membrete.logos.logos[0].sha256]))
    assert len({color for _, color in visto.resize((8, 8)).getcolors()}) > (nombre != "sin medidas.svg")
    clic(membrete.guardar)
    exp = ventana.sesion.expediente
    foto = replace(exp.foto(SEGUNDO), fecha_de_firma=date(2024, 8, 1))
    exportar(foto, contenidos_de(exp, foto), tmp_path / "informe.pdf")
    impresa = _impresa((tmp_path / "informe.pdf").read_bytes())
    assert impresa.size == visto.size
    assert ImageChops.difference(impresa, visto).getbbox() is None


def test_un_logotipo_sustituye_a_uno_y_los_demas_siguen(membrete, qtbot, tmp_path):
    antes = membrete.logos.logos
    (tmp_path / "Escudo.png").write_bytes(muestras.de_dieciseis())
    assert [pieza.accessibleName() for pieza in membrete.logos.cambiar] == [
        f"Cambiar el logotipo «{logo.alternativo}»" for logo in antes
    ]
    clic(membrete.logos.cambiar[1])
    with qtbot.waitSignal(membrete.logos.cambio, timeout=20_000):
        avisos.ultimo().dialogo.fileSelected.emit(str(tmp_path / "Escudo.png"))
        avisos.ultimo().dialogo.accept()
    primero, segundo = membrete.logos.logos
    assert primero == antes[0]
    assert (segundo.alternativo, segundo.alto_mm) == ("Escudo", antes[1].alto_mm)
    assert segundo.sha256 != antes[1].sha256


def test_las_letras_de_un_dibujo_se_ven_en_blanco_sobre_guinda():
    imagen = Image.open(BytesIO(pintar(muestras.CON_LETRAS))).convert("RGB")
    assert imagen.size == (1600, 800)
    colores = {color for _, color in imagen.getcolors(1 << 20)}
    assert {muestras.GUINDA, (255, 255, 255)} <= colores


def test_un_dibujo_que_colgaria_la_ventana_se_rechaza_y_se_dice(membrete, qtbot, tmp_path):
    antes = membrete.logos.logos
    (tmp_path / "escudo.svg").write_bytes(muestras.bomba())
    membrete.logos.poner((tmp_path / "escudo.svg",))
    assert not membrete.logos.elegir.isEnabled()
    qtbot.waitUntil(membrete.logos.elegir.isEnabled)
    assert "«escudo.svg» no se puede usar como logotipo: es demasiado complicado." in avisos.ultimo().texto
    assert membrete.logos.logos == antes
    avisos.ultimo().dialogo.accept()


def test_sin_elegir_ninguno_quedan_los_que_estaban(membrete):
    antes = membrete.logos.logos
    membrete.logos.poner(())
    assert membrete.logos._tarea is None and membrete.logos.elegir.isEnabled()
    assert membrete.logos.logos == antes


def test_cerrar_mientras_se_lee_un_logotipo_no_estorba(ventana, membrete, qtbot, tmp_path):
    ruta = tmp_path / "escudo.png"
    ruta.write_bytes(muestras.en(muestras.bandera(4000, 2000)))
    membrete.logos.poner((ruta,))
    tarea = membrete.logos._tarea
    ventana.findChild(Catalogos).accept()
    qtbot.waitUntil(tarea.isFinished, timeout=20_000)
    qtbot.waitUntil(lambda: not ventana.findChildren(Catalogos))
    assert avisos.ultimo() is None


def test_guardar_mientras_se_lee_espera_y_guarda_el_que_ella_eligio(ventana, membrete, qtbot, tmp_path):
    antes = membrete.logos.logos
    (tmp_path / "Escudo.png").write_bytes(muestras.en(muestras.bandera(4000, 2000)))
    membrete.logos.poner((tmp_path / "Escudo.png",))
    clic(membrete.guardar)
    qtbot.waitUntil(membrete.logos.elegir.isEnabled, timeout=20_000)
    papeles = catalogo_de(ventana.sesion.expediente).papeles
    assert [logo.alternativo for logo in papeles[-1].logos] == ["Escudo"]
    assert papeles[-1].logos != antes


def test_guardar_mientras_se_lee_uno_que_no_sirve_no_guarda_nada(ventana, membrete, qtbot, tmp_path):
    antes = catalogo_de(ventana.sesion.expediente)
    (tmp_path / "escudo.svg").write_bytes(muestras.bomba())
    membrete.logos.poner((tmp_path / "escudo.svg",))
    membrete.pie.setText("Otro pie")
    clic(membrete.guardar)
    qtbot.waitUntil(membrete.logos.elegir.isEnabled, timeout=20_000)
    assert "no se puede usar como logotipo" in avisos.ultimo().texto
    assert catalogo_de(ventana.sesion.expediente) == antes
    assert membrete.pie.text() == "Otro pie"
    avisos.ultimo().dialogo.accept()


@pytest.fixture
def con_logotipo_de_antes(archivo):
    """El archivo con un logotipo que guardó otra versión del programa, tal como lo eligió ella."""

    def pone(octetos: bytes) -> None:
        logo = Logo(hashlib.sha256(octetos).hexdigest(), "Escudo")
        with expediente.abrir(archivo, lambda: muestras.AHORA) as exp:
            catalogo = catalogo_de(exp)
            papeles = tuple(replace(papel, logos=(logo,)) for papel in catalogo.papeles)
            with exp.base.accion("Cambiar el membrete"):
                guardar_contenidos(exp.base, {logo.sha256: octetos})
                cambiar_catalogo(exp.base, replace(catalogo, papeles=papeles))

    return pone


@pytest.mark.parametrize("octetos", [muestras.CON_LETRAS, muestras.bomba(), muestras.de_lado(), b"<svg "])
def test_uno_guardado_que_no_se_imprime_como_es_se_senala_y_el_informe_sale(
    con_logotipo_de_antes, abrir, qtbot, tmp_path, octetos
):
    con_logotipo_de_antes(octetos)
    ventana = abrir()
    qtbot.waitUntil(lambda: ventana.sesion.revision.al_dia, timeout=20_000)
    senalados = [h for h in ventana.sesion.revision.senales.hallazgos if "logotipo" in h.codigo]
    assert [h.gravedad for h in senalados] == ["revisar"]
    assert senalados[0].mensaje.startswith("El logotipo «Escudo» no se imprime como es: ")
    exp, foto = ventana.sesion.expediente, ventana.sesion.foto
    exportar(foto, contenidos_de(exp, foto), tmp_path / "informe.pdf")
    assert len(PdfReader(tmp_path / "informe.pdf").pages) > 10
    pedir(ventana, "Oficina", "Membrete y leyenda…")
    dialogo = ventana.findChild(Catalogos)
    qtbot.waitUntil(dialogo.isVisible)
    letrero = dialogo.membrete.logos._tira.itemAt(0).widget()
    assert letrero.text() == "«Escudo» no se imprime como es: elíjalo otra vez"
    dialogo.accept()
