"""Cambiar con el teclado lo que se recibió: se pregunta antes, y Esc lo deja como llegó."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from tests.interfaz.conftest import AHORA, SEGUNDO
from tests.interfaz.manos import (
    campo,
    cuadros,
    en,
    oprimir_en_aviso,
    poner_en,
    renglones,
    se_ve,
    tecla,
    teclear,
)
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.servicios.archivo.expediente import abrir as abrir_archivo
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import guardar_renglon
from ut_escritorio.servicios.partes.entregar import entregar
from ut_escritorio.servicios.partes.recibir import aplicar, proponer

ABRIL = Casilla("recursos", 2, 4)


def la_parte(ejemplo: Path, carpeta: Path) -> tuple[Path, str]:
    """La de Transparencia, con un número y un renglón cambiados allá; y cuál renglón."""
    otro, ruta = carpeta / "otro" / "otro.sqlite", carpeta / "suya.parte"
    otro.parent.mkdir()
    otro.write_bytes(ejemplo.read_bytes())
    with abrir_archivo(otro, lambda: AHORA) as suyo:
        capturar(suyo, SEGUNDO, ABRIL, 30)
        uno = next(r for r in suyo.foto(SEGUNDO).renglones if r.lugar.startswith("2.3"))
        guardar_renglon(suyo, SEGUNDO, replace(uno, asunto="de allá"))
        entregar(suyo, SEGUNDO, ["transparencia"], ruta, lambda: AHORA)
    return ruta, uno.uid


def test_con_el_teclado_esc_lo_deja_como_llego_y_contestado_ya_no_se_pregunta(
    ventana, ejemplo, tmp_path, qtbot
):
    ruta, uid = la_parte(ejemplo, tmp_path)
    sesion = ventana.sesion
    llegada = proponer(sesion.expediente, ruta)
    sesion.hacer(aplicar, llegada, llegada.de_entrada)
    rejilla = cuadros(en(ventana, "2.2"))[5]
    poner_en(rejilla)
    rejilla.setCurrentIndex(rejilla.modelo.index(2, 0))
    teclear("31")
    tecla(Qt.Key.Key_Return)
    pregunta = avisos.ultimo()
    assert pregunta is not None and pregunta.texto.endswith("¿Cambiar aquí lo del componente 2?")
    qtbot.waitUntil(pregunta.dialogo.isActiveWindow)
    tecla(Qt.Key.Key_Escape)
    assert (se_ve(rejilla).splitlines()[2][:3], sesion.foto.conteos.en(ABRIL)) == ("30 ", 30)
    assert not sesion.sin_guardar

    bloque = renglones(en(ventana, "2.3"))
    fila = next(n for n, cosa in enumerate(bloque.modelo.cosas) if cosa.uid == uid)
    bloque.tabla.selectRow(fila)
    for salida, queda in ((lambda: tecla(Qt.Key.Key_Escape), "de allá"), (_cambiarlo, "de aquí")):
        ventana.activateWindow()
        qtbot.waitUntil(ventana.isActiveWindow)
        asunto = campo(bloque, "Qué se informó")
        poner_en(asunto)
        asunto.selectAll()
        teclear("de aquí")
        tecla(Qt.Key.Key_Tab)
        pregunta = avisos.ultimo()
        assert pregunta is not None
        qtbot.waitUntil(pregunta.dialogo.isActiveWindow)
        salida()
        qtbot.waitUntil(lambda queda=queda: sesion.renglon(uid).asunto == queda and not sesion.guardando)
        assert campo(bloque, "Qué se informó").toPlainText() == queda

    avisos.olvidar()
    sesion.hacer(capturar, ABRIL, 32)
    assert (sesion.foto.conteos.en(ABRIL), avisos.ultimo()) == (32, None), "se pregunta una vez"


def _cambiarlo() -> None:
    oprimir_en_aviso("Cambiarlo aquí")
