"""El avance, de frente: la meta que cambia, por qué se quedó abajo y qué quiere decir el % que se escribe."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.interfaz.manos import agenda, clic, en, pedir, poner_en, tecla, teclear
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.metas import MetaModificada
from ut_escritorio.interfaz.componente.valor import ValorAlcanzado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.tablero.avance.cual import DEL_ANIO
from ut_escritorio.interfaz.tablero.avance.metas_y_entrega import MetasYEntrega
from ut_escritorio.interfaz.tablero.avance.modelo import ALCANZADO, ESTADO, MODIFICADO, POR_QUE, PORCENTAJE
from ut_escritorio.interfaz.tablero.avance.modelo import DEL_ANIO as VA_DEL_ANIO
from ut_escritorio.interfaz.tablero.avance.modificar import ModificarMeta
from ut_escritorio.interfaz.tablero.avance.por_que import PorQue
from ut_escritorio.interfaz.tablero.vistas import AVANCE
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.captura.numeros import fijar_alcanzado, modificar_meta
from ut_escritorio.servicios.oficina import anio
from ut_escritorio.servicios.oficina.plan import decir_alcance


def avance_de(ventana):
    tablero = ventana.pestanas.ir_a("tablero")
    clic(tablero.tira.botones[AVANCE])
    return tablero.otras[AVANCE]


def fila_de(pagina, clave: str) -> int:
    return next(n for n, fila in enumerate(pagina.modelo.filas) if fila.actividad.clave == clave)


def elegir(pagina, clave: str) -> int:
    pagina.window().activateWindow()  # sin pantalla, al cerrarse un cuadro nadie se la devuelve
    poner_en(pagina.tabla)
    fila = fila_de(pagina, clave)
    pagina.tabla.setCurrentIndex(pagina.modelo.index(fila, 0))
    return fila


def abierto(clase):
    return next(d for d in QApplication.topLevelWidgets() if isinstance(d, clase) and d.isVisible())


def test_lo_que_se_contesta_en_avance_deja_el_cursor_en_su_renglon(abrir, qtbot):
    """Poner una meta o decir qué es el % cambia el plan, y la página se hace otra vez."""
    ventana = abrir(hoy=date(2024, 5, 14))
    pagina = avance_de(ventana)
    elegir(pagina, "1.2")
    clic(pagina.primero_lo_bajo)
    elegir(pagina, "1.2")
    tecla(Qt.Key.Key_Return)
    teclear("30")
    tecla(Qt.Key.Key_Return)

    def sigue_en(clave: str):
        nueva = ventana.pestanas.actual().contenido.otras[AVANCE]
        ventana.activateWindow()
        qtbot.waitUntil(nueva.tabla.hasFocus)
        assert nueva.modelo.filas[nueva.tabla.currentIndex().row()].actividad.clave == clave
        return nueva

    pagina = sigue_en("1.2")
    assert pagina.primero_lo_bajo.isChecked()
    clic(pagina.alcance.respuestas[0])
    qtbot.waitUntil(lambda: ventana.sesion.foto.plan.programa.alcance == "trimestre")
    pagina = sigue_en("1.2")
    fila = pagina.tabla.currentIndex().row()
    tecla(Qt.Key.Key_Down)
    assert pagina.tabla.currentIndex().row() == fila + 1, "y se sigue con las flechas"
    poner_en(pagina.alcance.respuestas[0])
    tecla(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: ventana.sesion.foto.plan.programa.alcance == "acumulado")
    respuestas = ventana.pestanas.actual().contenido.otras[AVANCE].alcance.respuestas
    qtbot.waitUntil(respuestas[1].hasFocus)
    tecla(Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: ventana.sesion.foto.plan.programa.alcance == "")  # también dentro de ella


def test_la_meta_se_modifica_se_mide_contra_ella_y_enter_pide_por_que(abrir):
    ventana = abrir(hoy=date(2024, 5, 14))
    pagina = avance_de(ventana)
    assert pagina.titulo.text() == "Avance del 2º trimestre 2024"
    assert [pagina.modelo.texto(0, n) for n in (1, 4, 6)] == ["sin meta", "–", "sin meta"]
    elegir(pagina, pagina.modelo.filas[0].actividad.clave)
    tecla(Qt.Key.Key_Return)
    teclear("30")
    tecla(Qt.Key.Key_Return)
    puesta = avance_de(ventana).modelo.texto(0, 1)
    assert puesta == "30 %", "la meta que falta se pone sin soltar el teclado"
    ventana.mando.historia.deshacer()
    pagina = avance_de(ventana)
    fila = elegir(pagina, "2.2")
    pagina.modificar.click()
    dialogo = abierto(ModificarMeta)
    teclear("40")
    tecla(Qt.Key.Key_Return)
    dialogo.guardar.click()
    assert "por qué" in dialogo.reparo.text(), "sin motivo no se guarda"
    teclear("Se agregaron dos sesiones")
    tecla(Qt.Key.Key_Return)
    assert dialogo.fecha.text() == "14/05/2024"
    dialogo.guardar.click()
    assert ventana.sesion.foto.modificadas["2.2"] == MetaModificada(
        Decimal(40), "Se agregaron dos sesiones", date(2024, 5, 14)
    )
    dichos = [pagina.modelo.texto(fila, n) for n in (MODIFICADO, PORCENTAJE, ESTADO, POR_QUE)]
    assert dichos == ["40 %", "75 %", "▼ bajo", "falta"]
    assert "dos sesiones" in pagina.modelo.data(
        pagina.modelo.index(fila, MODIFICADO), Qt.ItemDataRole.ToolTipRole
    )
    assert pagina.resumen.text() == "1 fuera del 90 al 110 % de su meta, 1 sin decir por qué; 5 sin meta."
    pagina.primero_lo_bajo.click()
    assert fila_de(pagina, "2.2") == 0, "lo que va abajo, primero"
    elegir(pagina, "2.2")
    tecla(Qt.Key.Key_Return)
    teclear("Faltó una sesión")
    abierto(PorQue).guardar.click()
    assert pagina.modelo.texto(0, POR_QUE) == ventana.sesion.foto.justificaciones["2.2"] == "Faltó una sesión"
    valor = next(v for v in en(ventana, "2.2").findChildren(ValorAlcanzado) if v._lugar.clave == "2.2")
    assert valor._programado.text() == "Programado 30 %, modificado a 40 %"
    assert valor.por_que.toPlainText() == "Faltó una sesión", "es el mismo texto"
    ventana.mando.historia.deshacer()
    ventana.mando.historia.deshacer()
    assert not ventana.sesion.foto.modificadas


def test_como_se_miden_las_metas_y_cuando_se_entrega_se_dice_en_su_ventana_y_se_deshace(abrir, qtbot):
    ventana = abrir(hoy=date(2024, 7, 1))
    pagina, antes = avance_de(ventana), ventana.sesion.foto.plan
    clic(pagina.limites)
    dialogo = abierto(MetasYEntrega)
    dialogo.reject()
    qtbot.waitUntil(lambda: not isValid(dialogo))
    pedir(ventana, "Oficina", "Metas y entrega…")
    dialogo = abierto(MetasYEntrega)
    assert dialogo.entrega.hasFocus()
    teclear("900")
    dialogo.guardar.click()
    assert "hasta 60" in dialogo.reparo.text(), "tantos no pueden ser"
    dialogo.entrega.clear()
    teclear("5")
    assert dialogo.cuando.text() == "El 2º trimestre 2024 se entregaría a más tardar el 05/07/2024."
    dialogo.desde.setText("120")
    dialogo.guardar.click()
    assert "hasta 100" in dialogo.reparo.text()
    dialogo.desde.setText("95")
    dialogo.pide.click()
    dialogo.guardar.click()
    programa = ventana.sesion.foto.plan.programa
    assert (programa.holgura, programa.pide_por_que, programa.entrega) == ((95, 110), True, 5)
    assert agenda(ventana).tarjetas[0].titulo.text() == "Para entregar el 05/07/2024"
    ventana.mando.historia.deshacer()
    assert ventana.sesion.foto.plan == antes


def test_que_quiere_decir_el_porciento_se_contesta_una_vez_y_dice_lo_que_va_del_anio(abrir):
    ventana = abrir()
    pagina = avance_de(ventana)
    fila = fila_de(pagina, "2.2")
    assert pagina.modelo.texto(fila, VA_DEL_ANIO) == "–", "mientras no se sabe, no se inventa"
    assert pagina.alcance.respuestas[2].isChecked()
    clic(pagina.alcance.respuestas[1])
    tablero = ventana.pestanas.actual().contenido
    assert ventana.sesion.foto.plan.programa.alcance == "acumulado"
    assert tablero.otras[AVANCE].isVisible(), "la pestaña se arma otra vez y se sigue viendo el avance"
    assert tablero.otras[AVANCE].modelo.texto(fila, VA_DEL_ANIO) == "30 % / –"
    assert tablero.otras[AVANCE].alcance.respuestas[1].isChecked()
    ventana.sesion.hacer(fijar_alcanzado, "2.2", Decimal("27.5"))
    assert tablero.otras[AVANCE].modelo.texto(fila, VA_DEL_ANIO) == "27.5 % / –"


def test_se_ve_el_avance_de_cualquier_trimestre_o_del_anio_y_solo_se_cambia_el_que_se_ve(abrir):
    ventana = abrir()
    exp, primero = ventana.sesion.expediente, Trimestre(2024, 1)
    fijar_alcanzado(exp, primero, "2.2", Decimal(12))
    ventana.sesion.hacer(modificar_meta, "2.2", MetaModificada(Decimal(25), "Antes", date(2024, 5, 2)))
    pagina = avance_de(ventana)
    repintadas: list[tuple[int, int]] = []
    pagina.modelo.dataChanged.connect(lambda a, b: repintadas.append((a.row(), b.row())))
    ventana.sesion.hacer(fijar_alcanzado, "2.3", Decimal(31))
    assert repintadas == [(fila_de(pagina, "2.3"),) * 2], "solo la que cambió"
    fila = elegir(pagina, "2.2")
    assert pagina.cual.puesto == 2 and pagina.modificar.isEnabled()
    clic(pagina.cual.boton(1))
    assert pagina.titulo.text() == "Avance del 1º trimestre 2024"
    assert pagina.modelo.texto(fila, ALCANZADO) == "12 %"
    assert not pagina.modificar.isEnabled() and not pagina.poner.isEnabled()
    assert "Aquí solo se lee" in pagina.resumen.text()
    clic(pagina.cual.boton(DEL_ANIO))
    assert pagina.titulo.text() == "Avance de 2024"
    assert pagina.resumen.text().startswith("Lo del año se sabe cuando se diga arriba")
    ventana.sesion.hacer(decir_alcance, "trimestre")
    pagina = avance_de(ventana)
    clic(pagina.cual.boton(DEL_ANIO))
    assert pagina.modelo.texto(fila, ALCANZADO) == "42 %", "12 del primero y 30 del segundo"
    assert pagina.resumen.text().startswith(
        "Ninguna fuera del 90 al 110 % de su meta; 5 sin meta y 5 con la del año por saberse."
    )
    clic(pagina.cual.boton(1))
    elegir(pagina, "2.2")
    pagina.ir.click()
    assert ventana.sesion.trimestre == primero, "para cambiarlo, lleva a él"


def test_las_metas_traidas_se_confirman_y_el_avance_se_sigue_viendo(abrir, archivo):
    este = Trimestre(2024, 2)
    with expediente.abrir(archivo, lambda: datetime(2024, 12, 20, tzinfo=UTC)) as exp:
        anio.crear_anio(exp, este, replace(anio.proponer_anio(exp, este), con_metas=True), {})
    ventana = abrir(Trimestre(2025, 2), date(2025, 5, 14))
    pagina = avance_de(ventana)
    assert pagina.resumen.text() == (
        "Ninguna fuera del 90 al 110 % de su meta; 5 sin meta y 5 con la suya propuesta, sin confirmar."
    )
    clic(pagina.confirmar)
    pagina = ventana.pestanas.actual().contenido.otras[AVANCE]
    assert pagina.isVisible(), "aún no se captura nada, y no por eso se va"
    assert pagina.modelo.texto(fila_de(pagina, "2.2"), 1) == "30 %"


def test_la_meta_se_lee_antes_de_creerla_y_con_algo_escrito_no_se_cierra_sin_preguntar(abrir):
    ventana = abrir()
    ventana.sesion.hacer(
        modificar_meta, "2.2", MetaModificada(Decimal(25), "Antes", date(2024, 5, 2), "UT/1")
    )
    pagina = avance_de(ventana)
    elegir(pagina, "2.2")
    pagina.modificar.click()
    dialogo = abierto(ModificarMeta)
    assert (dialogo.valor.text(), dialogo.motivo.text(), dialogo.folio.text()) == ("25", "Antes", "UT/1")
    for escrito, dice in (
        ("mucho", "no es un porcentaje"),
        ("2000", "de 0 a 1,000"),
        ("0.3", "¿0.3 % o 30 %?"),
    ):
        dialogo.valor.setText(escrito)
        dialogo.guardar.click()
        assert dice in dialogo.reparo.text()
    dialogo.reject()
    assert "todavía no se guarda" in avisos.ultimo().texto
    avisos.ultimo().dialogo.reject()
    dialogo.guardar.click()
    assert ventana.sesion.foto.modificadas["2.2"].valor == Decimal("0.3"), "dicho dos veces, es eso"
    elegir(pagina, "2.2")
    pagina.modificar.click()
    abierto(ModificarMeta).quitar.click()
    assert not ventana.sesion.foto.modificadas
