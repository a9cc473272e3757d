"""Las respuestas en el libro: decir que llegaron, a cuál contesta uno recibido, y lo que tarda."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.interfaz.manos import clic, con_control, oprimir_en_aviso, poner_en, revisada, tecla, teclear
from tests.interfaz.test_oficios import campo, con_el_cursor, elegir, fila, numeros, oficios
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.comunes.aspecto.paleta import color
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_marcado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.oficios.pestana import PestanaOficios
from ut_escritorio.interfaz.oficios.respuestas.llego import LlegoLaRespuesta
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.oficios import anotar, espera, responder

ENTER, ABAJO = Qt.Key.Key_Return, Qt.Key.Key_Down
ACUSE, RESPUESTA = 5, 6


def esperando(ventana: Ventana, *folios: str, dia: date = date(2024, 6, 20)) -> PestanaOficios:
    """La pestaña, con esos oficios enviados ese día y esperando respuesta."""
    pestana = oficios(ventana)
    for folio in folios:
        elegir(pestana, folio)
        poner_en(campo(pestana, "fecha"))
        teclear(f"{dia:%d/%m/%Y}")
        poner_en(campo(pestana, "espera"))
        tecla(ABAJO)
    poner_en(pestana.tabla)
    return pestana


def respuesta(pestana: PestanaOficios, folio: str) -> str:
    return fila(pestana, folio)[RESPUESTA]


def cuadro() -> LlegoLaRespuesta:
    abiertos = [w for w in QApplication.topLevelWidgets() if isinstance(w, LlegoLaRespuesta)]
    return next(abierto for abierto in abiertos if abierto.isVisible())


def anotarla(ventana: Ventana) -> None:
    """Enter en el cuadro, y de vuelta en la ventana."""
    tecla(ENTER)
    ventana.activateWindow()
    QApplication.processEvents()


def ver(pestana: PestanaOficios, vista: str) -> None:
    pestana.filtros.ver.poner(vista)
    pestana.filtros.ver.activated.emit(pestana.filtros.ver.currentIndex())


# --- recordarlo ----------------------------------------------------------------------------------


def test_el_recordatorio_de_uno_se_abre_con_su_carta_y_esc_lo_deja_sin_numero(ventana):
    pestana = esperando(ventana, "UT/0583/2024")
    elegir(pestana, "UT/0583/2024")
    assert pestana.gestos.recordar.isVisible()
    con_control(Qt.Key.Key_T)
    panel = pestana.cartas.abierta
    assert panel is not None
    assert (
        "recuerdo el oficio UT/0583/2024, de fecha 20 de junio de 2024"
        in panel.formulario._texto.toPlainText()
    )
    assert panel.formulario.pieza_de("carta.campo.de_que_fecha").text() == "20/06/2024"
    assert panel.formulario.pieza_de("partes").text() == fila(pestana, "UT/0583/2024")[2]
    tecla(Qt.Key.Key_Escape)
    assert pestana.cartas.abierta is None and numeros(pestana)[0] == "Sin número todavía"
    assert pestana.barra.siguiente.text() == "Siguiente: UT/0823/2024", "no tomó ninguno"
    elegir(pestana, "UT/0583/2024")
    con_control(Qt.Key.Key_T)
    tecla(Qt.Key.Key_Escape)
    assert numeros(pestana).count("Sin número todavía") == 1, "pedido otra vez, es el mismo"
    con_control(Qt.Key.Key_Z)
    assert "Sin número todavía" not in numeros(pestana)


def test_los_de_varios_quedan_elegidos_y_sus_numeros_se_toman_juntos(ventana, monkeypatch):
    pedidas: list[list[str]] = []
    pestana = esperando(ventana, "UT/0583/2024", "UT/0561/2024", "UT/0548/2024")
    ver(pestana, "sin contestar")
    poner_en(pestana.tabla)
    pestana.tabla.selectAll()
    con_control(Qt.Key.Key_T)
    assert numeros(pestana)[:3] == ["Sin número todavía"] * 3 and pestana.tabla.elegidas() == [0, 1, 2]
    assert pestana.estado.text().startswith("3 recordatorios")
    monkeypatch.setattr(
        pestana.cartas.impresor, "en_papel", lambda filas: pedidas.append([f.oficio.clase for f in filas])
    )
    con_control(Qt.Key.Key_P)
    assert pedidas == [["Recordatorio"] * 3]


def test_lo_que_no_espera_no_se_recuerda(ventana):
    pestana = oficios(ventana)
    elegir(pestana, "UT/0822/2024")
    assert not pestana.gestos.recordar.isVisible()
    antes = numeros(pestana)
    con_control(Qt.Key.Key_T)
    assert numeros(pestana) == antes and pestana.cartas.abierta is None


# --- lo que espera --------------------------------------------------------------------------------


def test_se_dice_cuantos_dias_habiles_espera_y_en_ambar_si_ya_son_muchos(ventana):
    pestana = esperando(ventana, "UT/0583/2024")
    esperando(ventana, "UT/0561/2024", dia=date(2024, 5, 6))
    assert respuesta(pestana, "UT/0583/2024") == "espera 10 días hábiles"
    assert respuesta(pestana, "UT/0561/2024") == "tarda 43 días hábiles"

    def tinta(folio: str) -> Any:
        indice = pestana.modelo.index(numeros(pestana).index(folio), RESPUESTA)
        return indice.data(Qt.ItemDataRole.ForegroundRole)

    assert tinta("UT/0583/2024") is None
    assert tinta("UT/0561/2024") == color("atencion")
    ventana.sesion.hacer(lambda exp, _: espera.esperar(exp, 9))
    assert respuesta(pestana, "UT/0583/2024") == "tarda 10 días hábiles"


def test_los_de_anios_anteriores_que_esperan_se_ven_en_sin_contestar(ventana):
    papel = DelPapel(date(2023, 11, 6))
    viejo = ventana.sesion.hacer(anotar.agregar, Oficio("", "UT/1200/2023", "enviado", 2023, papel))
    ventana.sesion.hacer(anotar.seguir, (viejo.uid,), espera=True)
    pestana = esperando(ventana, "UT/0583/2024")
    assert "UT/1200/2023" not in numeros(pestana)
    ver(pestana, "sin contestar")
    assert numeros(pestana) == ["UT/1200/2023", "UT/0583/2024"]
    assert pestana.lista.vacio.text() == "Uno es de un año anterior."
    assert pestana.filtros.ver.currentText() == "Sin contestar (2)"
    elegir(pestana, "UT/1200/2023")
    clic(pestana.gestos.acuse)
    assert fila(pestana, "UT/1200/2023")[5] == "04/07/2024"
    poner_en(pestana.tabla)
    con_control(Qt.Key.Key_R)
    anotarla(ventana)
    assert numeros(pestana) == ["UT/0583/2024"]


def test_la_revision_dice_en_un_renglon_los_que_pasaron_su_dia(ventana, qtbot):
    esperando(ventana, "UT/0561/2024", dia=date(2024, 5, 6))
    senales = revisada(ventana, qtbot)
    (dicho,) = [h for h in senales.por_revisar if h.codigo == "oficios_sin_respuesta"]
    assert dicho.mensaje == "Un oficio pasó su día sin respuesta: UT/0561/2024."
    ventana.vista.ir_a(dicho.sitios[0])
    assert ventana.vista.donde()[0] == "oficios" and con_el_cursor() == "Antes del"


# --- llegó la respuesta ---------------------------------------------------------------------------


def test_llego_por_correo_son_tres_acciones(ventana):
    pestana = esperando(ventana, "UT/0583/2024")
    elegir(pestana, "UT/0583/2024")
    con_control(Qt.Key.Key_R)
    assert con_el_cursor() == "Por qué medio"
    dichos = [letrero.text() for letrero in cuadro().findChildren(QLabel)]
    assert "Llegó la respuesta a UT/0583/2024 (Secretaría de Obras Públicas y Desarrollo Urbano)." in dichos
    anotarla(ventana)
    assert respuesta(pestana, "UT/0583/2024") == "contestado: correo"
    con_control(Qt.Key.Key_Z)
    assert respuesta(pestana, "UT/0583/2024") == "espera 10 días hábiles"


def test_si_lo_que_llego_es_un_oficio_se_anota_desde_ahi_y_donde_toca(ventana, qtbot):
    pestana = esperando(ventana, "UT/0583/2024")
    uid = ventana.sesion.hacer(
        anotar.agregar, Oficio("", "UT/0830/2024", "enviado", 2024, DelPapel(date(2024, 6, 20)))
    ).uid
    elegir(pestana, "UT/0583/2024")
    con_control(Qt.Key.Key_R)
    clic(cuadro().con_oficio)
    ventana.activateWindow()
    tira = ventana.findChild(Tira)
    qtbot.waitUntil(lambda: con_el_cursor() == "Número")
    hoja = tira.hoja
    assert (hoja.sentido.currentData(), hoja.lugar.currentData()) == ("recibido", "1.2/3")
    assert hoja.unidad.text() == "Secretaría de Obras Públicas y Desarrollo Urbano"
    a_cual = tira.sigue_a.lista.currentText()
    assert a_cual.startswith("UT/0583/2024 · Secretaría de Obras Públicas y… · actualizar el módulo de")
    teclear("SOP/0012/2024")
    tecla(ENTER)
    assert respuesta(pestana, "UT/0583/2024") == "contestado: SOP/0012/2024"
    tecla(Qt.Key.Key_Escape)
    qtbot.waitUntil(ventana.isActiveWindow)
    poner_en(pestana.tabla)
    elegir(pestana, "UT/0830/2024")
    con_control(Qt.Key.Key_R)
    clic(cuadro().con_oficio)
    ventana.activateWindow()
    qtbot.waitUntil(lambda: con_el_cursor() == "Número")
    assert tira.hoja.lugar.currentText().startswith("Solo en el libro"), "ningún paso dice lo que contesta"
    assert tira.sigue_a.elegido().oficio == uid, "aunque no se sepa si esperaba"
    teclear("X/1/2024")
    tecla(ENTER)
    assert respuesta(pestana, "UT/0830/2024") == "contestado: X/1/2024"
    assert tira.sigue_a.elegido() is None, "lo que sigue es otra cosa"


def test_lo_que_contestaron_se_lee_en_su_formulario_y_al_posarse_en_su_respuesta(ventana, qtbot):
    pestana = esperando(ventana, "UT/0583/2024", "UT/0561/2024")
    respuestas = pestana.formulario.respuestas
    elegir(pestana, "UT/0583/2024")
    assert not respuestas.isVisible()
    nota = "Que sí, <b>con</b> el anexo; " + "lo demás va en el oficio SOP/0012/2024 " * 12 + "x" * 300
    ventana.resize(900, 420)
    pestana._abajo.enfocar_en(campo(pestana, "acuse"))
    corre = pestana._abajo._corre
    assert corre.verticalScrollBar().value() > 0, "el formulario no cabe, y se recorrió"
    poner_en(pestana.tabla)
    con_control(Qt.Key.Key_R)
    cuadro().nota.setText(nota)
    poner_en(cuadro().nota)
    anotarla(ventana)
    qtbot.waitUntil(lambda: not respuestas.visibleRegion().isEmpty())
    ventana.resize(1366, 768)
    dicho = f"Contestado el 04/07/2024 por correo: {nota.strip()}"
    assert respuestas.isVisible() and respuestas.text().replace("\u200b", "") == dicho
    assert respuestas.height() >= respuestas.heightForWidth(respuestas.width()), "se lee entero"
    assert respuestas.width() <= pestana.width()
    indice = pestana.modelo.index(numeros(pestana).index("UT/0583/2024"), RESPUESTA)
    assert indice.data() == "contestado: correo"
    ayuda = indice.data(Qt.ItemDataRole.ToolTipRole)
    assert ayuda == sin_marcado(f"contestado: correo\n{dicho}")
    elegir(pestana, "UT/0561/2024")
    assert not respuestas.isVisible()
    elegir(pestana, "UT/0583/2024", "UT/0561/2024")
    assert not respuestas.isVisible(), "de varios, ninguna"
    con_control(Qt.Key.Key_Z)
    elegir(pestana, "UT/0583/2024")
    assert not respuestas.isVisible()


def test_de_varios_de_una_vez_por_telefono_y_falta_una_parte(ventana):
    pestana = esperando(ventana, "UT/0583/2024", "UT/0561/2024")
    elegir(pestana, "UT/0583/2024", "UT/0561/2024")
    clic(pestana.gestos.llego)
    tecla(ABAJO)
    cuadro().falta_parte.setChecked(True)
    anotarla(ventana)
    for folio in ("UT/0583/2024", "UT/0561/2024"):
        assert respuesta(pestana, folio) == "falta una parte: 10 días hábiles"
    elegir(pestana, "UT/0583/2024")
    clic(pestana.gestos.no_llego)
    assert respuesta(pestana, "UT/0583/2024") == "espera 10 días hábiles"
    con_control(Qt.Key.Key_Z)
    con_control(Qt.Key.Key_Z)
    assert respuesta(pestana, "UT/0561/2024") == "espera 10 días hábiles", "las dos, de una vez"


def doble_clic(pieza: QWidget) -> QWidget | None:
    """Como con el ratón: el segundo clic es de lo que ya esté bajo el puntero, que es lo que devuelve."""
    ventana, de_costumbre = pieza.window(), QApplication.doubleClickInterval()
    centro = pieza.mapTo(ventana, pieza.rect().center())
    QApplication.setDoubleClickInterval(5_000)  # los clics de prueba van a medio segundo uno de otro
    try:
        clic(ventana.windowHandle(), centro)
        debajo = ventana.childAt(centro)
        clic(ventana.windowHandle(), centro)
    finally:
        QApplication.setDoubleClickInterval(de_costumbre)
    return debajo


def test_el_segundo_clic_en_quitar_la_respuesta_no_es_del_boton_que_quedo_debajo(ventana):
    ventana.resize(1900, 900)
    pestana = esperando(ventana, "UT/0583/2024")
    elegir(pestana, "UT/0583/2024")
    con_control(Qt.Key.Key_R)
    cuadro().falta_parte.setChecked(True)
    anotarla(ventana)
    quitar, acuse = pestana.gestos.no_llego, pestana.gestos.acuse
    debajo = doble_clic(quitar)
    assert isinstance(debajo, QPushButton) and debajo.parent() is pestana.gestos and debajo is not quitar
    assert not quitar.isVisible() and respuesta(pestana, "UT/0583/2024") == "espera 10 días hábiles"
    assert QApplication.focusWidget() is pestana.tabla and pestana.cartas.abierta is None
    tecla(Qt.Key.Key_Space)
    assert fila(pestana, "UT/0583/2024")[ACUSE] == "–"
    clic(acuse)
    assert fila(pestana, "UT/0583/2024")[ACUSE] == "04/07/2024", "a la primera sí"


def test_esc_no_anota_nada_y_con_algo_escrito_pregunta(ventana):
    pestana = esperando(ventana, "UT/0583/2024")
    elegir(pestana, "UT/0583/2024")
    con_control(Qt.Key.Key_R)
    tecla(Qt.Key.Key_Escape)
    ventana.activateWindow()
    assert respuesta(pestana, "UT/0583/2024") == "espera 10 días hábiles"
    poner_en(pestana.tabla)
    con_control(Qt.Key.Key_R)
    poner_en(cuadro().nota)
    teclear("que sí")
    tecla(Qt.Key.Key_Escape)
    assert "todavía no se guarda" in avisos.ultimo().texto
    oprimir_en_aviso("Seguir escribiendo")
    assert cuadro().nota.text() == "que sí"
    cuadro().done(0)


def test_una_fecha_que_no_se_entiende_no_se_anota(ventana):
    pestana = esperando(ventana, "UT/0583/2024")
    elegir(pestana, "UT/0583/2024")
    con_control(Qt.Key.Key_R)
    abierto = cuadro()
    poner_en(abierto.fecha)
    abierto.fecha.selectAll()
    teclear("ayer")
    abierto._anotar()
    assert abierto.isVisible() and abierto.fecha.por_que
    abierto.done(0)
    ventana.activateWindow()
    assert respuesta(pestana, "UT/0583/2024") == "espera 10 días hábiles"


def test_con_el_disco_lleno_el_cuadro_sigue_con_lo_escrito(ventana, monkeypatch):
    pestana = esperando(ventana, "UT/0583/2024")
    elegir(pestana, "UT/0583/2024")
    con_control(Qt.Key.Key_R)
    abierto = cuadro()
    abierto.nota.setText("que sí")

    def lleno(*_: object, **__: object) -> None:
        raise ErrorEsperado("El disco está lleno.")

    with monkeypatch.context() as sin_lugar:
        sin_lugar.setattr(responder, "contestar_varios", lleno)
        abierto._anotar()
        assert avisos.ultimo().texto == "El disco está lleno."
        avisos.ultimo().dialogo.done(0)
    assert abierto.isVisible() and abierto.nota.text() == "que sí"
    abierto._anotar()
    assert respuesta(pestana, "UT/0583/2024") == "contestado: correo"


def test_lo_firmado_tambien_se_contesta(ventana):
    pestana = esperando(ventana, "UT/0583/2024")
    ventana.sesion.hacer(firma.firmar, date(2024, 7, 4))
    elegir(pestana, "UT/0583/2024")
    con_control(Qt.Key.Key_R)
    anotarla(ventana)
    assert respuesta(pestana, "UT/0583/2024") == "contestado: correo"
    assert not list(firma.que_cambio(ventana.sesion.expediente, ventana.sesion.trimestre, 1))


def test_solo_para_leer_no_se_ofrece(ventana):
    pestana = esperando(ventana, "UT/0583/2024")
    ventana.sesion.tomar(ventana.sesion.expediente, "El archivo está abierto solo para leer.")
    elegir(pestana, "UT/0583/2024")
    assert not pestana.gestos.llego.isVisible()
    poner_en(pestana.tabla)
    con_control(Qt.Key.Key_R)
    assert "solo para leer" in avisos.ultimo().texto


# --- a cuál contesta uno recibido -----------------------------------------------------------------


def llego_uno(pestana: PestanaOficios, folio: str, de: str) -> None:
    clic(pestana.barra.llego)
    teclear(folio)
    tecla(ENTER)
    poner_en(campo(pestana, "partes"))
    teclear(de)
    tecla(Qt.Key.Key_Tab)


def test_del_recibido_se_dice_a_cual_contesta_y_si_falta_una_parte(ventana):
    pestana = esperando(ventana, "UT/0583/2024")
    llego_uno(pestana, "SOP/0012/2024", "tesore")
    lista = campo(pestana, "contesta_a")
    assert lista.isVisible() and lista.currentText() == "(a ninguno)"
    assert not campo(pestana, "espera").isVisible() and not campo(pestana, "falta_parte").isVisible()
    poner_en(lista)
    tecla(ABAJO)
    assert lista.currentText().startswith(
        "UT/0583/2024 · Secretaría de Obras Públicas y… · actualizar el módulo de"
    )
    assert respuesta(pestana, "UT/0583/2024") == "contestado: SOP/0012/2024"
    assert respuesta(pestana, "← SOP/0012/2024") == "contesta a UT/0583/2024"
    assert lista.currentText().startswith("UT/0583/2024"), "sigue a la vista aunque ya no espere"
    campo(pestana, "falta_parte").click()
    assert respuesta(pestana, "UT/0583/2024") == "falta una parte: 10 días hábiles"
    poner_en(lista)
    tecla(Qt.Key.Key_Up)
    assert respuesta(pestana, "UT/0583/2024") == "espera 10 días hábiles"
    for _ in range(3):
        con_control(Qt.Key.Key_Z)
    assert respuesta(pestana, "UT/0583/2024") == "espera 10 días hábiles"
    assert "← SOP/0012/2024" in numeros(pestana)


def test_la_revision_dice_la_respuesta_con_fecha_de_antes_y_salta_a_ella(ventana, qtbot):
    pestana = esperando(ventana, "UT/0583/2024")
    llego_uno(pestana, "SOP/0012/2024", "tesore")
    poner_en(campo(pestana, "fecha"))
    campo(pestana, "fecha").selectAll()
    teclear("03/06/2024")
    poner_en(campo(pestana, "contesta_a"))
    tecla(ABAJO)
    (dicho,) = [h for h in revisada(ventana, qtbot).por_revisar if h.codigo == "respuesta_de_antes"]
    assert dicho.mensaje == (
        "UT/0583/2024 es del 20/06/2024, y lo contesta SOP/0012/2024, que es de antes: 03/06/2024."
    )
    ventana.vista.ir_a(dicho.sitios[1])
    assert con_el_cursor() == "Fecha" and campo(pestana, "folio").text() == "SOP/0012/2024"


def test_de_uno_que_no_se_sabe_si_espera_solo_se_ofrece_el_de_su_area(ventana):
    pestana = oficios(ventana)
    llego_uno(pestana, "CCS/0012/2024", "comunicación")
    lista = campo(pestana, "contesta_a")
    dichos = [lista.itemText(n) for n in range(lista.count())]
    assert dichos[0] == "(a ninguno)"
    assert [dicho.split(" · ")[0] for dicho in dichos[1:]] == ["UT/0534/2024", "UT/0640/2024"]


def test_el_que_contesta_por_su_asunto_lo_dice(ventana):
    pestana = oficios(ventana)
    de_su_asunto = [f for f in pestana.modelo.filas if f.responde_a]
    for cada in de_su_asunto:
        elegir(pestana, f"← {cada.oficio.folio}")
        assert campo(pestana, "contesta_a").currentText().startswith("(por su asunto, a ")
