"""Oficina ▸ El plan: se agrega, se cambia, se acomoda y se quita, cada cosa de una vez, y todo se deshace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.historia.azar import contenido
from tests.interfaz import plan_al_azar
from tests.interfaz.en_el_plan import (
    Donde,
    abrir_el_plan,
    agregar,
    detalle_de,
    nodo_de,
    ponerse_en,
    soltar,
)
from tests.interfaz.manos import clic, oprimir_en_aviso, pedir, tecla
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.arranque import preparar
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.papel.hoja_viva import HojaViva
from ut_escritorio.interfaz.comunes.sesion.tareas import detener_todas
from ut_escritorio.interfaz.plan import ElPlan
from ut_escritorio.interfaz.plan.fichas.de_cuadro import FichaDeCuadro
from ut_escritorio.interfaz.plan.fichas.de_lugar import FichaDeComponente, FichaDeLugar
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo.expediente import Cambios
from ut_escritorio.servicios.entrega.firma import firmar, pdf_firmado, que_cambio

_ALT = Qt.KeyboardModifier.AltModifier


def _sin_espacio(*_: object) -> Cambios:
    raise ErrorEsperado("El disco está lleno. Haga lugar y vuelva a intentarlo.")


def test_se_arma_un_componente_con_su_actividad_y_su_cuadro_y_se_deshace_todo(ventana: Ventana, qtbot):
    exp = ventana.sesion.expediente
    antes = contenido(exp)
    plan = abrir_el_plan(ventana)
    assert plan.arbol.nodo() == nodo_de(plan, "1") and not plan.guardar.isEnabled()

    agregar(plan, "Un componente")
    ficha = plan.ficha
    assert isinstance(ficha, FichaDeComponente) and ficha.numero.text() == "4"
    assert not plan.guardar.isEnabled(), "todavía no tiene nombre"
    ficha.nombre.setPlainText("Archivo de la Unidad")
    ficha.como.setCurrentIndex(1)
    clic(plan.guardar)
    assert plan.arbol.nodo() == nodo_de(plan, "4")

    agregar(plan, "Una actividad del componente 4")
    actividad = plan.ficha
    assert isinstance(actividad, FichaDeLugar) and actividad.numero.text() == "4.1"
    actividad.nombre.setPlainText("Inventario")
    qtbot.waitUntil(lambda: plan.isActiveWindow() and actividad.nombre.hasFocus())
    tecla(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    agregar(plan, "Un cuadro en 4.1")
    cuadro = plan.ficha
    assert isinstance(cuadro, FichaDeCuadro)
    cuadro.clase.setCurrentIndex(cuadro.clase.findData("meses_por_sexo"))
    cuadro.clase.setCurrentIndex(cuadro.clase.findData("meses_y_total"))
    (cuenta,) = cuadro.cuentan
    cuenta.nombre.setText("Cajas revisadas")
    cuenta.uno.setText("caja")
    cuenta.varios.setText("cajas")
    cuadro.titulo_impreso.setText("CAJAS")
    qtbot.waitUntil(lambda: plan.hoja.al_dia)
    assert plan.guardar.isEnabled() and not plan.reparo.text()
    clic(plan.guardar)
    assert [nodo.rotulo for nodo in nodo_de(plan, "4.1").hijos] == [
        "Cuadro: CAJAS",
        "Aquí va lo que se anota",
    ]

    tecla(Qt.Key.Key_Down, _ALT)
    assert [nodo.clase for nodo in nodo_de(plan, "4.1").hijos] == ["bloque", "bloque"]
    assert plan.arbol.nodo() == nodo_de(plan, "4.1").hijos[1]
    tecla(Qt.Key.Key_Down, _ALT)
    assert "Ya es lo último" in plan._dice.text()

    ponerse_en(plan, "4.1")
    tecla(Qt.Key.Key_Delete)
    aviso = avisos.ultimo()
    assert aviso is not None
    assert "1 cuadro y 1 número que se cuenta" in detalle_de(aviso)
    oprimir_en_aviso("Ya no va este año")
    assert "4.1" not in plan._plan.lugar

    while plan.deshacer.isEnabled():
        clic(plan.deshacer)
    assert contenido(exp) == antes


def test_acomodar_con_el_teclado_y_soltando_y_no_se_quita_lo_que_tiene_algo(ventana: Ventana):
    plan = abrir_el_plan(ventana)
    ponerse_en(plan, "3")
    tecla(Qt.Key.Key_Up, _ALT)
    assert plan.arbol.nodo() == nodo_de(plan, "2") and plan._plan.lugar["2"].corto == "Proactiva"
    clic(plan.deshacer)
    ponerse_en(plan, "2.5")
    soltar(plan, "2.5", "2.1", Donde.AboveItem)
    assert plan._plan.lugar["2.1"].corto == "Denuncias"
    clic(plan.deshacer)
    soltar(plan, "2.3#1", "2.4", Donde.OnItem)
    assert [a.clase for a in plan._plan.lugar["2.4"].apartados].count("cuadro") == 1
    clic(plan.deshacer)
    soltar(plan, "3", "transparencia", Donde.OnItem)
    assert plan._plan.lugar["3"].departamento == "transparencia"
    clic(plan.deshacer)
    ponerse_en(plan, "2")
    tecla(Qt.Key.Key_Delete)
    aviso = avisos.ultimo()
    assert aviso is not None and "ya hay algo anotado en" in aviso.texto
    avisos.cerrar(aviso)
    assert "2" in plan._plan.lugar and not plan.deshacer.isEnabled()


def test_con_algo_escrito_ni_se_pasa_ni_se_cierra_sin_preguntar(ventana: Ventana, qtbot, monkeypatch):
    plan = abrir_el_plan(ventana)
    ponerse_en(plan, "2.1")
    tecla(Qt.Key.Key_F2)
    assert isinstance(plan.ficha, FichaDeLugar) and plan.ficha.nombre.hasFocus()
    plan.ficha.nombre.setPlainText("")
    assert "Falta el nombre" in plan.reparo.text() and not plan.guardar.isEnabled()
    plan.ficha.nombre.setPlainText("Otra cosa")
    with monkeypatch.context() as lleno:
        lleno.setattr("ut_escritorio.interfaz.plan.ventana.servicio.cambiar", _sin_espacio)
        clic(plan.guardar)
    avisos.olvidar()
    assert plan.ficha.nombre.limpio() == "Otra cosa" and plan.sin_guardar(), "no cupo: sigue a la vista"
    plan.ir_a("2.2")
    oprimir_en_aviso("Seguir escribiendo")
    assert plan.ficha.nombre.limpio() == "Otra cosa" and plan.arbol.nodo() == nodo_de(plan, "2.1")
    plan.reject()
    oprimir_en_aviso("Cerrar y perderlo")
    qtbot.waitUntil(lambda: ventana.findChild(ElPlan) is None)
    assert ventana.sesion.foto.plan.lugar["2.1"].nombre.startswith("Promoción")


def test_cambios_al_azar_uno_tras_otro_se_deshacen_y_lo_firmado_no_se_mueve(qtbot, tmp_path: Path):
    preparar(QApplication.instance())  # pyright: ignore[reportArgumentType]
    with plan_al_azar.firmado(tmp_path / "a.sqlite") as exp:
        serie = plan_al_azar.cambios(exp, Random(31))
        assert len(list(islice(serie, 12))) == 12
        serie.close()
    detener_todas()


@pytest.mark.parametrize("donde", ["el que se ve", "otro"])
def test_lo_firmado_queda_como_se_firmo(abrir: Callable[..., Ventana], donde: str):
    ventana = abrir()
    segundo = Trimestre(2024, 2)
    firmar(ventana.sesion.expediente, segundo, date(2024, 7, 4))
    ventana.sesion.ir_a_trimestre(segundo if donde == "el que se ve" else Trimestre(2024, 3))
    pedir(ventana, "Oficina", "El plan…")
    if donde == "el que se ve":
        aviso = avisos.ultimo()
        assert aviso is not None and "lo firmado queda como se firmó" in aviso.texto
        assert ventana.findChild(ElPlan) is None
        return
    plan = ventana.findChild(ElPlan)
    assert plan is not None
    exp = ventana.sesion.expediente
    firmado = pdf_firmado(exp, segundo)
    ponerse_en(plan, "3")
    tecla(Qt.Key.Key_Up, _ALT)
    assert plan._plan.lugar["2"].corto == "Proactiva"
    assert pdf_firmado(exp, segundo) == firmado and que_cambio(exp, segundo) == ()


def test_mientras_la_hoja_no_esta_lo_dice(qtbot):
    hoja, sigue = HojaViva("Así se imprime"), Event()
    qtbot.addWidget(hoja)
    hoja.show()

    def tardar(*_: object) -> None:
        sigue.wait(20)
        raise ErrorEsperado("Se cerró.")

    hoja.poner("1.1", tardar)
    qtbot.waitUntil(hoja.espera.isVisible)
    sigue.set()
    qtbot.waitUntil(lambda: hoja.al_dia and not hoja.espera.isVisible())
