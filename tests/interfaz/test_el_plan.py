"""Oficina ▸ El plan: se agrega, se cambia, se acomoda y se quita, cada cosa de una vez, y todo se deshace."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton

from tests.historia.azar import contenido
from tests.interfaz import plan_al_azar
from tests.interfaz.manos import clic, oprimir_en_aviso, pedir, tecla
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import Nodo, nodos_de, todos
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.arranque import preparar
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.tareas import detener_todas
from ut_escritorio.interfaz.plan import ElPlan
from ut_escritorio.interfaz.plan.fichas.de_cuadre import FichaDeCuadre
from ut_escritorio.interfaz.plan.fichas.de_cuadro import FichaDeCuadro
from ut_escritorio.interfaz.plan.fichas.de_departamento import FichaDeDepartamento
from ut_escritorio.interfaz.plan.fichas.de_firmas import FichaDeFirmas
from ut_escritorio.interfaz.plan.fichas.de_frase import FichaDeFrase
from ut_escritorio.interfaz.plan.fichas.de_lugar import FichaDeComponente, FichaDeLugar
from ut_escritorio.interfaz.plan.fichas.de_medio import FichaDeMedio
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo.expediente import Cambios
from ut_escritorio.servicios.entrega.firma import firmar, pdf_firmado, que_cambio

_ALT = Qt.KeyboardModifier.AltModifier


def _abrir(ventana: Ventana) -> ElPlan:
    pedir(ventana, "Oficina", "El plan…")
    plan = ventana.findChild(ElPlan)
    assert plan is not None
    return plan


def _agregar(plan: ElPlan, que: str) -> None:
    """Con Insertar, en el índice, escoge en el menú lo que empieza así."""
    plan.arbol.setFocus()
    tecla(Qt.Key.Key_Insert)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (opcion,) = [a for a in menu.actions() if a.text().replace("&", "").startswith(que)]
    menu.close()
    opcion.trigger()
    QApplication.processEvents()


def _nodo(plan: ElPlan, clave: str) -> Nodo:
    return next(nodo for nodo in todos(nodos_de(plan._plan)) if nodo.clave == clave)


def _detalle(aviso: avisos.Aviso) -> str:
    return str(aviso.dialogo.property("informativeText"))


def _letra(plan: ElPlan) -> str:
    return " ".join(letrero.text() for letrero in plan.ficha.findChildren(QLabel))


def _sin_espacio(*_: object) -> Cambios:
    raise ErrorEsperado("El disco está lleno. Haga lugar y vuelva a intentarlo.")


def _en(plan: ElPlan, clave: str) -> None:
    plan.ir_a(clave)
    plan.arbol.setFocus()
    QApplication.processEvents()


def test_se_arma_un_componente_con_su_actividad_y_su_cuadro_y_se_deshace_todo(ventana: Ventana, qtbot):
    exp = ventana.sesion.expediente
    antes = contenido(exp)
    plan = _abrir(ventana)
    assert plan.arbol.nodo() == _nodo(plan, "1") and not plan.guardar.isEnabled()

    _agregar(plan, "Un componente")
    ficha = plan.ficha
    assert isinstance(ficha, FichaDeComponente) and ficha.numero.text() == "4"
    assert not plan.guardar.isEnabled(), "todavía no tiene nombre"
    ficha.nombre.setPlainText("Archivo de la Unidad")
    ficha.como.setCurrentIndex(1)
    clic(plan.guardar)
    assert plan.arbol.nodo() == _nodo(plan, "4")

    _agregar(plan, "Una actividad del componente 4")
    actividad = plan.ficha
    assert isinstance(actividad, FichaDeLugar) and actividad.numero.text() == "4.1"
    actividad.nombre.setPlainText("Inventario")
    qtbot.waitUntil(lambda: plan.isActiveWindow() and actividad.nombre.hasFocus())
    tecla(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    _agregar(plan, "Un cuadro en 4.1")
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
    assert [nodo.rotulo for nodo in _nodo(plan, "4.1").hijos] == ["Cuadro: CAJAS", "Aquí va lo que se anota"]

    tecla(Qt.Key.Key_Down, _ALT)
    assert [nodo.clase for nodo in _nodo(plan, "4.1").hijos] == ["bloque", "bloque"]
    assert plan.arbol.nodo() == _nodo(plan, "4.1").hijos[1]
    tecla(Qt.Key.Key_Down, _ALT)
    assert "Ya es lo último" in plan._dice.text()

    _en(plan, "4.1")
    tecla(Qt.Key.Key_Delete)
    aviso = avisos.ultimo()
    assert aviso is not None
    assert "1 cuadro y 1 número que se cuenta" in _detalle(aviso)
    oprimir_en_aviso("Ya no va este año")
    assert "4.1" not in plan._plan.lugar

    while plan.deshacer.isEnabled():
        clic(plan.deshacer)
    assert contenido(exp) == antes


def test_acomodar_con_el_teclado_y_soltando_y_no_se_quita_lo_que_tiene_algo(ventana: Ventana):
    plan = _abrir(ventana)
    _en(plan, "3")
    tecla(Qt.Key.Key_Up, _ALT)
    assert plan.arbol.nodo() == _nodo(plan, "2") and plan._plan.lugar["2"].corto == "Proactiva"
    clic(plan.deshacer)
    _en(plan, "2.5")
    plan.arbol.solto.emit(_nodo(plan, "2.5"), _nodo(plan, "2.1"), -1)
    assert plan._plan.lugar["2.1"].corto == "Denuncias"
    clic(plan.deshacer)
    plan.arbol.solto.emit(_nodo(plan, "2.3#1"), _nodo(plan, "2.4"), 0)
    assert [a.clase for a in plan._plan.lugar["2.4"].apartados].count("cuadro") == 1
    clic(plan.deshacer)
    plan.arbol.solto.emit(_nodo(plan, "3"), _nodo(plan, "transparencia"), 0)
    assert plan._plan.lugar["3"].departamento == "transparencia"
    clic(plan.deshacer)
    _en(plan, "2")
    tecla(Qt.Key.Key_Delete)
    aviso = avisos.ultimo()
    assert aviso is not None and "ya hay algo anotado en" in aviso.texto
    avisos.cerrar(aviso)
    assert "2" in plan._plan.lugar and not plan.deshacer.isEnabled()


def test_con_algo_escrito_ni_se_pasa_ni_se_cierra_sin_preguntar(ventana: Ventana, qtbot, monkeypatch):
    plan = _abrir(ventana)
    _en(plan, "2.1")
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
    assert plan.ficha.nombre.limpio() == "Otra cosa" and plan.arbol.nodo() == _nodo(plan, "2.1")
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


def test_una_frase_y_un_cuadre_se_agregan_con_sus_datos_por_su_nombre(ventana: Ventana, qtbot):
    plan = _abrir(ventana)
    _en(plan, "2.4")
    _agregar(plan, "Una frase")
    frase = plan.ficha
    assert isinstance(frase, FichaDeFrase)
    frase.nombre.setText("Se recordó")
    frase.datos.pide.setText("Cuántas veces")
    clic(frase.datos.pedir)
    frase.texto.texto.insertPlainText("Se recordó ")
    assert frase.texto.dato.currentText() == "Cuántas veces"
    clic(frase.texto.poner)
    assert frase.texto.limpio() == "Se recordó ‹cuántas veces›"
    assert "Todavía no hay nada" in frase.ejemplo.text() and plan.guardar.isEnabled()
    clic(plan.guardar)
    forma = plan._plan.lugar["2.4"].formas[-1]
    assert (forma.nombre, forma.texto) == ("Se recordó", "Se recordó {cuantas_veces}")
    plan._ir_a(next(n for n in _nodo(plan, "2.4").hijos if n.clase == "frase"))
    assert isinstance(plan.ficha, FichaDeFrase) and "Así se lee: «En el mes de" in plan.ficha.ejemplo.text()
    plan.quitar.click()
    aviso = avisos.ultimo()
    assert aviso is not None
    assert "Lo que hoy se dice con ella se dirá con otra" in _detalle(aviso)
    oprimir_en_aviso("Cancelar")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is plan and plan.isActiveWindow())

    _en(plan, "2.4")
    _agregar(plan, "Algo que debe cuadrar")
    cuadre = plan.ficha
    assert isinstance(cuadre, FichaDeCuadre)
    cuadre.uno.setCurrentIndex(cuadre.uno.findText("Denuncias"))
    cuadre.otro.setCurrentIndex(cuadre.otro.findText("Denuncias"))
    cuadre.aviso.setPlainText("Las denuncias deben cuadrar.")
    assert "el mismo número de los dos lados" in plan.reparo.text()
    cuadre.por_sexo.setChecked(True)
    cuadre.cada.setCurrentIndex(cuadre.cada.findText("en el trimestre"))
    clic(plan.guardar)
    assert plan._plan.concordancias[-1].mensaje == "Las denuncias deben cuadrar."


def test_un_departamento_y_un_medio_nuevos_las_firmas_y_los_rotulos_de_un_dato(ventana: Ventana):
    antes = contenido(ventana.sesion.expediente)
    plan = _abrir(ventana)
    _agregar(plan, "Un departamento")
    depto = plan.ficha
    assert isinstance(depto, FichaDeDepartamento) and not plan.guardar.isEnabled()
    depto.nombre.setPlainText("Archivo")
    depto.de.setCurrentIndex(2)
    clic(plan.guardar)
    assert plan.arbol.nodo() == _nodo(plan, "archivo") and "Todavía no tiene componentes" in _letra(plan)
    _agregar(plan, "Un medio")
    medio = plan.ficha
    assert isinstance(medio, FichaDeMedio)
    medio.frase.setText("mensajería")
    medio.uno.setText("envío")
    medio.varios.setText("envíos")
    clic(plan.guardar)
    plan.quitar.click()
    oprimir_en_aviso("Cancelar")
    _en(plan, "portada#2")
    firmas = plan.ficha
    assert isinstance(firmas, FichaDeFirmas)
    clic(firmas.otra)
    firmas.firmas[-1].puesto.setCurrentIndex(firmas.firmas[-1].puesto.findText("Titular de Archivo"))
    clic(plan.guardar)
    assert [f.puesto for f in plan._plan.portada[-1].firmantes][-1] == "titular_archivo"

    _en(plan, "traduccion_oral")
    frase = plan.ficha
    assert isinstance(frase, FichaDeFrase)
    rotulos = {p.accessibleName(): p for p in frase.datos.findChildren(QLineEdit)}
    rotulos["Cómo se pide «Asunto»"].setText("Qué se tradujo")
    rotulos["Cómo se pide «Con el fin de»"].setText("Para qué")
    clic(plan.guardar)
    suya = plan._plan.lugar["1.1/2"].formas[0]
    assert (dict(suya.etiquetas), suya.campos[0].etiqueta) == ({"asunto": "Qué se tradujo"}, "Para qué")
    botones = plan.ficha.findChildren(QPushButton)
    quitar = next(b for b in botones if b.accessibleName() == "Ya no pedir «Para qué»" and b.isVisible())
    clic(quitar)
    assert "ese dato" in plan.reparo.text() and not plan.guardar.isEnabled(), "la frase todavía lo dice"
    plan._ir_a(_nodo(plan, "1"))
    while plan.deshacer.isEnabled():
        clic(plan.deshacer)
    assert contenido(ventana.sesion.expediente) == antes


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
    _en(plan, "3")
    tecla(Qt.Key.Key_Up, _ALT)
    assert plan._plan.lugar["2"].corto == "Proactiva"
    assert pdf_firmado(exp, segundo) == firmado and que_cambio(exp, segundo) == ()
