"""Lo que se le dice a ella de lo que anota: al pie de cada dato, en su tabla, en el índice y al marcarlo."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import (
    al_pie,
    campo,
    clic,
    copiar_al_portapapeles,
    en,
    impreso,
    oprimir_en_aviso,
    poner_en,
    renglones,
    tecla,
    teclear,
)
from ut_escritorio.dominio.numeros.evaluacion import valor_de
from ut_escritorio.dominio.trimestre.renglones import Cita, Renglon
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.componente.renglones.datos import _leer_asuntos, _poner_asuntos
from ut_escritorio.interfaz.comunes.dialogos import avisos

LUGAR = "1.2/2"


def escribir_en(bloque, nombre: str, texto: str):
    """Cambia un dato del renglón elegido; devuelve su campo."""
    poner_en(campo(bloque, nombre))
    campo(bloque, nombre).selectAll()
    teclear(texto)
    tecla(Qt.Key.Key_Tab)
    return campo(bloque, nombre)


def test_un_oficio_siempre_pide_su_fecha_y_la_de_otro_anio_se_avisa_a_su_pie(ventana):
    bloque = renglones(en(ventana, LUGAR))
    bloque.tabla.selectRow(3)
    assert al_pie(campo(bloque, "Fecha")) == ""
    fecha = escribir_en(bloque, "Fecha", "15/4/2020")
    assert al_pie(fecha) == "No es del 2º trimestre 2024."
    assert bloque.elegido().fecha == date(2020, 4, 15), "se avisa, pero se guarda"
    assert al_pie(escribir_en(bloque, "Fecha", "15/4/2024")) == ""


def test_un_nombre_fuera_de_la_lista_y_un_oficio_ya_anotado_se_avisan(ventana):
    bloque = renglones(en(ventana, LUGAR))
    bloque.tabla.selectRow(2)
    a_quien = escribir_en(bloque, "A qué área", "La Vecina")
    assert al_pie(a_quien) == "«La Vecina» no está en la lista: se imprime tal cual."
    repetido = escribir_en(bloque, "Número de oficio", "UT/548/2024")
    donde = "UT/548/2024 ya está en 1.2 paso 2."
    assert al_pie(repetido) == f"{donde} Falta decir si se cuenta aquí también; Enter lo pregunta."
    assert avisos.a_la_vista(donde)
    oprimir_en_aviso("Contarlo aquí también")
    assert al_pie(repetido) == donde
    assert al_pie(escribir_en(bloque, "Número de oficio", "UT/0990/2024")) == ""


@pytest.mark.parametrize(
    ("nombre", "malo", "bueno", "dicho"),
    [
        ("Hora", "25:99", "9:30", "no es una hora"),
        ("Áreas que participaron", "veinte", "20", "no es un número"),
    ],
)
def test_la_hora_y_el_numero_propios_de_una_forma_se_revisan_al_escribirlos(
    ventana, nombre, malo, bueno, dicho
):
    pestana = en(ventana, "2.3")
    bloque = renglones(pestana)
    bloque.tabla.selectRow(1)
    pieza = escribir_en(bloque, nombre, malo)
    assert pieza.text() == malo
    assert dicho in al_pie(pieza)
    assert malo not in bloque.elegido().campos.values()
    escribir_en(bloque, nombre, bueno)
    assert bueno in bloque.elegido().campos.values()


def test_el_asunto_de_cada_oficio_no_se_corre_al_que_no_lo_lleva():
    renglon = Renglon("a", "1.2/2", 1, citas=(Cita("UT/1/2024"), Cita("UT/2/2024", "el segundo")))
    assert _poner_asuntos(renglon, _leer_asuntos(renglon)) == renglon


def test_los_renglones_dicen_primero_el_tema_y_cada_numero_con_su_nombre(ventana):
    modelo = renglones(en(ventana, "2.3")).modelo
    dichos = [[modelo.texto(fila, columna) for columna in (4, 5)] for fila in range(modelo.rowCount())]
    assert ["Documento de Seguridad; Hora: 10:30; Áreas que participaron: 21", "1 ficha"] in dichos
    assert any(
        asunto.startswith('"Funciones') and cuantos == "1 ficha · 62 personas" for asunto, cuantos in dichos
    )
    denuncias = renglones(en(ventana, "2.5")).modelo
    assert denuncias.texto(0, 5) == "1 denuncia · 4 oficios · 1 persona"


def test_el_indice_cuenta_lo_que_su_lugar_lleva(ventana):
    arbol = en(ventana, "2.2").arbol
    cuentas = [arbol._renglones[lugar].text(1) for lugar in ("2.2", "2.3", "2.5")]
    foto = ventana.sesion.foto
    assert cuentas == [
        str(valor_de(foto, clave).numero) for clave in ("solicitudes", "sesiones", "denuncias")
    ]


@pytest.mark.parametrize("decide", ["No tocó", "Cancelar"])
def test_no_toco_con_algo_anotado_pregunta_antes_de_dejar_de_imprimirlo(ventana, decide):
    pestana = en(ventana, LUGAR)
    antes = impreso(pestana)
    marca = pestana.hoja._marcas[LUGAR]
    clic(marca, QPoint(8, 8))
    assert avisos.ultimo().texto == "En 1.2 paso 2 hay 8 renglones. ¿De veras no tocó este trimestre?"
    assert impreso(pestana) == antes
    oprimir_en_aviso(decide)
    assert marca.isChecked() == (decide == "No tocó")
    assert impreso(pestana) == ([] if decide == "No tocó" else antes)


def test_no_toco_donde_hay_numeros_tambien_pregunta(ventana):
    marca = en(ventana, "1.2/1").hoja._marcas["1.2/1"]
    clic(marca, QPoint(8, 8))
    assert "hay números escritos" in avisos.ultimo().texto
    oprimir_en_aviso("Cancelar")
    assert not marca.isChecked()


def test_un_renglon_agregado_empieza_como_en_la_tira_y_su_numero_ya_cuenta_como_usado(ventana):
    bloque = renglones(en(ventana, LUGAR))
    bloque.agregar()
    assert (bloque.elegido().medio, bloque.elegido().sentido) == ("oficio", "enviado")
    escribir_en(bloque, "Número de oficio", "UT/0901/2024")
    tecla(Qt.Key.Key_Tab)
    tecla(Qt.Key.Key_F9)
    teclear("901")
    assert ventana.findChild(Tira).aviso.text() == "UT/0901/2024 ya está en 1.2 paso 2."


def test_el_asunto_se_completa_sin_acentos_con_lo_escrito_antes(ventana):
    bloque = renglones(en(ventana, "1.2/2"))
    bloque.agregar()
    asunto = campo(bloque, "Qué se solicitó")
    poner_en(asunto)
    teclear("modulo horarios")
    assert QApplication.activePopupWidget() is not None
    tecla(Qt.Key.Key_Down)
    tecla(Qt.Key.Key_Return)
    assert asunto.toPlainText() == "actualizar el módulo Horarios de Atención"


def test_vaciar_un_texto_a_mano_vuelve_al_automatico(ventana):
    pestana = en(ventana, LUGAR)
    automatico = impreso(pestana)[2]
    pestana.impreso.lista.setCurrentIndex(pestana.impreso.modelo.index(2))
    clic(pestana.impreso.a_mano)
    for texto, se_imprime in (("Se pidió de palabra.", "Se pidió de palabra."), ("", automatico)):
        pestana.impreso.editor.setPlainText(texto)
        pestana.impreso.asentar()
        assert impreso(pestana)[2] == se_imprime
    poner_en(pestana.impreso.lista)
    assert impreso(pestana)[2] == automatico


def test_la_frase_resaltada_sigue_al_renglon_aunque_su_fecha_lo_saque_de_su_grupo(ventana):
    pestana = en(ventana, "2.3")
    bloque = renglones(pestana)
    agrupado = next(f for f in pestana.impreso.modelo.frases if len(f.relato.uids) > 1).relato.uids[1]
    bloque.ir_a(agrupado)
    assert agrupado in pestana.impreso.elegida().relato.uids
    escribir_en(bloque, "Fecha de la sesión", "20/6/2024")
    assert agrupado in pestana.impreso.elegida().relato.uids
    escribir_en(bloque, "Fecha de la sesión", "9/4/2024")
    assert agrupado in pestana.impreso.elegida().relato.uids


def test_con_el_texto_a_mano_abierto_se_siguen_leyendo_las_frases(ventana):
    pestana = en(ventana, LUGAR)
    pestana.a_lo_alto.setSizes([900, 1])
    pestana.impreso.lista.setCurrentIndex(pestana.impreso.modelo.index(2))
    clic(pestana.impreso.a_mano)
    QApplication.processEvents()
    assert pestana.impreso.lista.height() >= 5 * pestana.fontMetrics().lineSpacing()


def test_una_marca_invisible_no_voltea_lo_que_se_lee(ventana):
    pestana = en(ventana, "1.2/1")
    bloque = renglones(pestana)
    bloque.escribir_parrafo()
    copiar_al_portapapeles("uno \u202edos\u202c tres")
    bloque.parrafo.paste()
    poner_en(bloque.tabla)
    assert "uno dos tres" in impreso(pestana)


def test_cada_forma_pide_sus_datos_con_sus_palabras(ventana):
    bloque = renglones(en(ventana, LUGAR))
    bloque.tabla.selectRow(1)
    assert campo(bloque, "Llamadas (una por unidad)").text() == "15"
    bloque = renglones(en(ventana, "2.3"))
    bloque.ir_a(next(r.uid for r in ventana.sesion.foto.renglones if r.personas.total == 62))
    assert campo(bloque, "Personas que asistieron: sin saber su sexo").text() == "62"
