"""En El plan: frases, cuadres, departamentos, medios, firmas y cruces, con sus datos por su nombre."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.historia.azar import contenido
from tests.interfaz.en_el_plan import (
    abrir_el_plan,
    agregar,
    detalle_de,
    lo_que_dice,
    nodo_de,
    ponerse_en,
)
from tests.interfaz.manos import clic, oprimir_en_aviso
from ut_escritorio.informe.documento import Tabla
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.plan.fichas.de_cruce import FichaDeCruce
from ut_escritorio.interfaz.plan.fichas.de_cuadre import FichaDeCuadre
from ut_escritorio.interfaz.plan.fichas.de_departamento import FichaDeDepartamento
from ut_escritorio.interfaz.plan.fichas.de_firmas import FichaDeFirmas
from ut_escritorio.interfaz.plan.fichas.de_frase import FichaDeFrase
from ut_escritorio.interfaz.plan.fichas.de_medio import FichaDeMedio
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.papel.del_plan import hoja_del_plan
from ut_escritorio.servicios.texto.salida import guardar_plan


def test_una_frase_y_un_cuadre_se_agregan_con_sus_datos_por_su_nombre(ventana: Ventana, qtbot):
    plan = abrir_el_plan(ventana)
    ponerse_en(plan, "2.4")
    agregar(plan, "Una frase")
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
    plan._ir_a(next(n for n in nodo_de(plan, "2.4").hijos if n.clase == "frase"))
    assert isinstance(plan.ficha, FichaDeFrase) and "Así se lee: «En el mes de" in plan.ficha.ejemplo.text()
    plan.quitar.click()
    aviso = avisos.ultimo()
    assert aviso is not None
    assert "Lo que hoy se dice con ella se dirá con otra" in detalle_de(aviso)
    oprimir_en_aviso("Cancelar")
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is plan and plan.isActiveWindow())

    ponerse_en(plan, "2.4")
    agregar(plan, "Algo que debe cuadrar")
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
    plan = abrir_el_plan(ventana)
    agregar(plan, "Un departamento")
    depto = plan.ficha
    assert isinstance(depto, FichaDeDepartamento) and not plan.guardar.isEnabled()
    depto.nombre.setPlainText("Archivo")
    depto.de.setCurrentIndex(2)
    clic(plan.guardar)
    assert plan.arbol.nodo() == nodo_de(plan, "archivo") and "Todavía no tiene componentes" in lo_que_dice(
        plan
    )
    agregar(plan, "Un medio")
    medio = plan.ficha
    assert isinstance(medio, FichaDeMedio)
    medio.frase.setText("mensajería")
    medio.uno.setText("envío")
    medio.varios.setText("envíos")
    clic(plan.guardar)
    plan.quitar.click()
    oprimir_en_aviso("Cancelar")
    ponerse_en(plan, "portada#2")
    firmas = plan.ficha
    assert isinstance(firmas, FichaDeFirmas)
    clic(firmas.otra)
    firmas.firmas[-1].puesto.setCurrentIndex(firmas.firmas[-1].puesto.findText("Titular de Archivo"))
    clic(plan.guardar)
    assert [f.puesto for f in plan._plan.portada[-1].firmantes][-1] == "encabeza_archivo"

    ponerse_en(plan, "traduccion_oral")
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
    plan._ir_a(nodo_de(plan, "1"))
    while plan.deshacer.isEnabled():
        clic(plan.deshacer)
    assert contenido(ventana.sesion.expediente) == antes


def test_un_cruce_se_imprime_con_el_nombre_de_cada_area_y_de_cada_medio(ventana: Ventana):
    plan = abrir_el_plan(ventana)
    ponerse_en(plan, "1.2/2")
    agregar(plan, "Un cuadro que cruza")
    cruce = plan.ficha
    assert isinstance(cruce, FichaDeCruce)
    cruce.cuenta.nombre.setText("Solicitudes por área")
    cruce.abajo.setCurrentIndex(cruce.abajo.findText("A quién"))
    cruce.de_abajo.setPlainText("tesoreria municipal\nUna que no está")
    cruce.ancho.setCurrentIndex(cruce.ancho.findText("Medio"))
    cruce.de_ancho.setPlainText("oficio\ncorreo electrónico")
    assert "«Una que no está» no está en Oficina" in plan.reparo.text() and not plan.guardar.isEnabled()
    cruce.de_abajo.setPlainText("tesoreria municipal\nDirección de Sistemas de Información")
    clic(plan.guardar)
    foto = ventana.sesion.foto
    hoja = hoja_del_plan(foto, foto.plan, "1.2/2").documento
    (tabla,) = [b for b in hoja.secciones[0].bloques if isinstance(b, Tabla)]
    dichos = [[celda.texto for celda in fila] for fila in tabla.filas]
    assert dichos[0][1:] == ["OFICIOS", "CORREOS", "OTROS", "TOTAL"]
    assert [fila[0] for fila in dichos[1:]] == [
        "TESORERÍA MUNICIPAL", "DIRECCIÓN DE SISTEMAS DE INFORMACIÓN", "OTROS", "TOTAL",
    ]  # fmt: skip
    dichas = [fila[1:] for fila in dichos[1:]]
    for numeros in (*dichas, *zip(*dichas, strict=True)):
        *se_ven, total = map(int, numeros)
        assert sum(se_ven) == total
    assert isinstance(plan.ficha, FichaDeCruce)
    plan.ficha.titulo_impreso.setText("POR ÁREA")
    plan.ficha.demas_abajo.setText("LAS DEMÁS")
    clic(plan.guardar)
    assert isinstance(plan.ficha, FichaDeCruce) and plan.ficha.demas_abajo.text() == "LAS DEMÁS"
    assert plan._plan.cuadros[-1].filas[0].etiquetas[::2] == ("TESORERÍA MUNICIPAL", "LAS DEMÁS")
    exp = ventana.sesion.expediente
    assert guardar_plan(exp, 2024, exp.ruta.with_name("plan.txt")).avisos == (), "vuelve del texto igual"
