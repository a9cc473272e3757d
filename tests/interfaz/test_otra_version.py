"""Con una versión nueva: qué frases cambian se dice una vez, se ven, y lo firmado sigue en calma."""

from __future__ import annotations

import threading
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from tests.interfaz.conftest import SEGUNDO
from tests.interfaz.manos import clic, en, impreso, revisada, tecla, teclear
from tests.interfaz.test_copias import escribir, guardado_en
from ut_escritorio.dominio.impreso import relatos
from ut_escritorio.dominio.impreso.recorrido import impresos
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.informe.cambios import HojaDeCambios
from ut_escritorio.servicios.captura.textos import escribir_a_mano
from ut_escritorio.servicios.entrega import frases
from ut_escritorio.servicios.entrega.a_mano import reconocer_lo_del_programa


@pytest.fixture
def otra_version(monkeypatch):
    """Desde que se llama, el programa dice «se pidió» donde decía «se solicitó»."""
    de_antes = relatos.decir

    def decir(patron, contexto):
        dicho = de_antes(patron, contexto)
        return replace(dicho, texto=dicho.texto.replace("se solicitó a 15", "se pidió a 15"))

    return lambda: monkeypatch.setattr(relatos, "decir", decir)


def botones(ventana):
    franja = ventana.frases.franja.pieza
    return {boton.text(): boton for boton in franja.findChildren(type(ventana.estado.por_corregir))}


def comparada(ventana, qtbot):
    """Espera a que la ventana compare lo que se ve con lo que recordaba."""
    qtbot.waitUntil(lambda: ventana.frases.comparado == ventana.sesion.trimestre)


def test_se_dice_una_vez_se_ven_y_lleva_a_su_lugar(abrir, qtbot, otra_version):
    ventana = abrir()
    comparada(ventana, qtbot)
    assert ventana.frases.franja.dice() == ""
    ventana.close()
    otra_version()
    ventana = abrir()
    comparada(ventana, qtbot)
    assert (
        ventana.frases.franja.dice() == "Con esta versión cambia una frase del informe, con los mismos datos."
    )
    clic(botones(ventana)["Verlas"])
    (hoja,) = ventana.findChildren(HojaDeCambios)
    (cambio,) = (hoja.lista.topLevelItem(n) for n in range(hoja.lista.topLevelItemCount()))
    assert "se solicitó a 15 unidades" in cambio.text(1)
    assert "se pidió a 15 unidades" in cambio.text(2)
    assert cambio.text(3) == "Lo dice ahora el programa"
    renglones = hoja.lista.visualItemRect(cambio).height() / hoja.lista.fontMetrics().lineSpacing()
    assert renglones > 3, "la frase se lee entera, partida en renglones"
    pintado = hoja.lista.itemDelegate().displayText("Mediante oficio UT/0712/2024, se", hoja.locale())
    assert pintado == "Mediante oficio UT/\u20600712/\u20602024, se", "sin partir el número de oficio"
    hoja.lista.setCurrentItem(cambio)
    clic(hoja.ir)
    assert ventana.pestanas.actual().contenido.lugar() == "1.2/2"
    assert any("se pidió a 15 unidades" in frase for frase in impreso(en(ventana, "1.2/2")))
    clic(botones(ventana)["Entendido"])
    assert ventana.frases.franja.dice() == ""
    ventana.close()
    ventana = abrir()
    comparada(ventana, qtbot)
    assert ventana.frases.franja.dice() == ""


def test_en_otro_trimestre_se_calla_y_el_ejemplo_no_se_recuerda(abrir, qtbot, otra_version):
    ventana = abrir()
    comparada(ventana, qtbot)
    ventana.mando.mover_trimestre(1)
    otra_version()
    ventana.mando.mover_trimestre(-1)
    comparada(ventana, qtbot)
    assert ventana.frases.franja.dice() != ""
    ventana.mando.mover_trimestre(1)
    assert (ventana.frases.franja.dice(), ventana.sesion.trimestre) == ("", Trimestre(2024, 3))
    ventana.sesion.expediente.es_ejemplo = True
    ventana.mando.mover_trimestre(-1)
    revisada(ventana, qtbot)
    assert (ventana.frases.franja.dice(), ventana.sesion.trimestre) == ("", SEGUNDO)


def test_si_se_deja_antes_de_compararse_se_dice_al_volver(abrir, qtbot, otra_version, monkeypatch):
    """Comparar va aparte: lo que llega tarde ya no es de lo que se ve, ni se da por dicho."""
    ventana = abrir()
    comparada(ventana, qtbot)
    ventana.close()
    otra_version()
    que_siga = threading.Event()
    de_veras = frases.frases_que_cambian
    monkeypatch.setattr(frases, "frases_que_cambian", lambda que: (que_siga.wait(10), de_veras(que))[1])
    ventana = abrir()
    revisada(ventana, qtbot)
    assert ventana.frases.comparado is None, "se está comparando en otro hilo"
    ventana.mando.mover_trimestre(1)
    que_siga.set()
    comparada(ventana, qtbot)
    assert ventana.frases.franja.dice() == ""
    ventana.mando.mover_trimestre(-1)
    comparada(ventana, qtbot)
    assert ventana.frases.franja.dice().startswith("Con esta versión cambia una frase")


def test_lo_escrito_a_mano_sobre_una_de_esas_frases_no_se_reclama(abrir, qtbot, otra_version):
    ventana = abrir()
    comparada(ventana, qtbot)
    foto = ventana.sesion.foto
    relato = next(i.relato for i in impresos(foto) if "se solicitó a 15 unidades" in i.relato.texto)
    mio = "Se llamó por teléfono a las 15."
    ventana.sesion.hacer(escribir_a_mano, relato.origen, mio, relato.automatico)
    ventana.close()
    otra_version()
    ventana = abrir()
    comparada(ventana, qtbot)
    (suyo,) = (i.relato for i in impresos(ventana.sesion.foto) if i.relato.texto == mio)
    assert "se pidió a 15 unidades" in suyo.automatico
    assert not suyo.cambio
    assert [h.codigo for h in ventana.sesion.revision.senales.hallazgos if h.codigo == "texto_a_mano"] == []
    assert ventana.sesion.expediente.foto(SEGUNDO) is ventana.sesion.foto


def test_reconocerlo_no_se_lleva_lo_que_ella_esta_escribiendo(abrir, archivo, qtbot, otra_version):
    ventana = abrir()
    comparada(ventana, qtbot)
    foto = ventana.sesion.foto
    relato = next(i.relato for i in impresos(foto) if "se solicitó a 15 unidades" in i.relato.texto)
    ventana.sesion.hacer(escribir_a_mano, relato.origen, "Se llamó a las 15.", relato.automatico)
    ventana.close()
    otra_version()
    ventana = abrir()
    escribir(ventana, "8", confirmar=False)
    comparada(ventana, qtbot)
    teclear("7")
    tecla(Qt.Key.Key_Return)
    assert guardado_en(archivo) == "87"


def test_quitado_el_archivo_nada_se_da_por_reconocido(ventana, archivo, qtbot):
    """Lo que no se deja leer no es que haya algo nuevo que enseñar."""
    foto = ventana.sesion.foto
    archivo.write_bytes(archivo.read_bytes() + bytes(4096))
    assert not reconocer_lo_del_programa(ventana.sesion.expediente, foto)
