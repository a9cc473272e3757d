"""Del ejemplo al año siguiente, en la ventana: otra Titular, otra administración, y el de antes intacto."""

from __future__ import annotations

import gzip
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from tests.interfaz.manos import agenda, clic, con_control, pedir, poner_en, tecla, teclear
from ut_escritorio import __version__
from ut_escritorio.dominio.cambios_del_plan.organos import con_organos_rectificados, rectificables
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.oficina.relevos import Rectificado, nombra
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.anio import VentanaDeAnio
from ut_escritorio.interfaz.anio.actividades import NOMBRE, NUMERO
from ut_escritorio.interfaz.anio.cambios import ComoEra, _corto
from ut_escritorio.interfaz.anio.textos import UnoPorUno
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos import avisos, visor
from ut_escritorio.interfaz.comunes.dialogos.franja import Franja
from ut_escritorio.interfaz.comunes.dialogos.nueva_actividad import NuevaActividad
from ut_escritorio.interfaz.tablero.agenda.tarjeta import RenglonDeLinea
from ut_escritorio.interfaz.tablero.avance.modelo import PROGRAMADO
from ut_escritorio.interfaz.tablero.vistas import AVANCE, HOY
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar
from ut_escritorio.servicios.oficina.anio import crear_anio, proponer_anio

DE_ANTES = Path(__file__).parents[1] / "firma" / "de_antes" / "archivos"
ANTES, PRIMERO = Trimestre(2024, 2), Trimestre(2025, 1)


def _pdf(ventana: Ventana, trimestre: Trimestre, salida: Path) -> bytes:
    exp = ventana.sesion.expediente
    foto = exp.foto(trimestre)
    exportar(foto, contenidos_de(exp, foto), salida)
    return salida.read_bytes()


def _leido(pdf: Path) -> str:
    return "\n".join(hoja.extract_text() for hoja in PdfReader(pdf).pages)


@pytest.fixture
def anio(ventana: Ventana, qtbot) -> VentanaDeAnio:
    """La ventana del año nuevo, pedida por su menú."""
    pedir(ventana, "Oficina", "Año nuevo…")
    dialogo = ventana.findChild(VentanaDeAnio)
    assert dialogo is not None
    qtbot.waitUntil(dialogo.isVisible)
    return dialogo


def _decir(campo, palabras: str) -> None:
    poner_en(campo)
    con_control(Qt.Key.Key_A)
    teclear(palabras)
    tecla(Qt.Key.Key_Tab)


def _firma(anio: VentanaDeAnio, rotulo: str):
    return next(f for f in anio.cambios.firmas if f.rotulo == rotulo)


def _escoger(anio: VentanaDeAnio, numero: str, letra: str) -> None:
    """Dice qué pasa con una actividad escribiendo el principio de la opción en su lista."""
    fila = next(f for f in range(anio.actividades.rowCount()) if anio.actividades.item(f, 0).text() == numero)
    poner_en(anio.actividades.lista_de(fila))
    teclear(letra)


def _mirar_textos(anio: VentanaDeAnio) -> int:
    """Acepta lo propuesto en cada texto que dice lo de antes; cuenta cuántos fueron."""
    clic(anio.ver_textos)
    dialogo = anio.findChild(UnoPorUno)
    vistos = 0
    while dialogo.isVisible():
        clic(dialogo.cambiar)
        vistos += 1
    return vistos


def _responder(rotulo: str) -> None:
    dialogo = avisos.ultimo().dialogo
    clic(next(boton for boton in dialogo.buttons() if boton.text() == rotulo))


def _crear_asi(anio: VentanaDeAnio) -> None:
    """Crea el año sin ver los textos que dicen lo de antes."""
    clic(anio.crear)
    _responder("Crear así")


def test_una_fecha_que_no_existe_se_dice_al_pie_y_no_deja_crear(ventana, anio):
    _decir(anio.cambios.desde, "31/02/2025")
    assert "«31/02/2025» no es una fecha" in anio._dicen.text()
    clic(anio.crear)
    assert anio.isVisible()
    assert PRIMERO not in ventana.sesion.trimestres
    assert QApplication.focusWidget() is anio.cambios.desde
    _decir(anio.cambios.desde, "01/01/2025")
    organo = anio.cambios.organos[0]
    organo.casilla.setChecked(True)
    _decir(organo.dia, "30/02/2025")
    assert "«30/02/2025» no es una fecha" in anio._dicen.text()
    clic(anio.crear)
    assert QApplication.focusWidget() is organo.dia
    poner_en(organo.dia)
    con_control(Qt.Key.Key_A)
    tecla(Qt.Key.Key_Delete)
    tecla(Qt.Key.Key_Tab)
    assert "falta la fecha" in anio._dicen.text()
    organo.casilla.setChecked(False)
    assert "fecha" not in anio._dicen.text()


def test_antes_de_crear_pregunta_por_los_textos_que_dicen_lo_de_antes(ventana, anio):
    clic(anio.crear)
    assert "INAI" in avisos.ultimo().texto
    assert PRIMERO not in ventana.sesion.trimestres
    _responder("Verlos uno por uno")
    assert anio.findChild(UnoPorUno).isVisible()
    anio.findChild(UnoPorUno).reject()
    _crear_asi(anio)
    assert PRIMERO in ventana.sesion.trimestres


def test_la_que_pasa_a_ser_otra_pide_en_que(ventana, anio):
    _escoger(anio, "3.2", "p")
    tecla(Qt.Key.Key_Escape)
    assert anio._dicen.text() == "Escriba otro número u otro nombre para la 3.2."
    clic(anio.crear)
    assert PRIMERO not in ventana.sesion.trimestres
    poner_en(anio.actividades.lista_de(anio.actividades.currentRow()))
    tecla(Qt.Key.Key_Home)
    assert "3.2" not in anio._dicen.text()


def test_el_nombre_largo_de_un_organo_no_se_corta_a_media_palabra():
    assert _corto("Consejo General del Órgano de la Vecindad") == "Consejo General del…"
    assert _corto("Consejo") == "Consejo,"


def test_el_ano_nuevo_con_otra_titular_y_sin_lo_que_ya_no_existe(ventana, anio, tmp_path, qtbot):
    antes = _pdf(ventana, ANTES, tmp_path / "antes.pdf")
    _decir(_firma(anio, "Vo. Bo.").nombre, "Mtra. Nadia Sosa Vera")
    assert anio.cambios.administracion.text().endswith("2025-2027")
    _decir(anio.cambios.leyenda, "2025, Año de la Casa Abierta")
    _escoger(anio, "1.1", "y")
    clic(anio.mas)
    nueva = anio.findChild(NuevaActividad)
    qtbot.waitUntil(nueva.isVisible)
    _decir(nueva.nombre, "Visitas guiadas al archivo")
    nueva.clase.setCurrentIndex(nueva.clase.findText("Meses y total", Qt.MatchFlag.MatchContains))
    _decir(nueva.cuentan[0].nombre, "Visitas")
    clic(nueva.agregar)
    assert _mirar_textos(anio) == 3
    assert not anio.ver_textos.isEnabled()
    clic(anio.crear)
    assert ventana.windowTitle() == (
        f"UT Escritorio {__version__} · 1º trimestre 2025 (enero–marzo) · Plan provisional"
    )
    _pdf(ventana, PRIMERO, tmp_path / "nuevo.pdf")
    dice = _leido(tmp_path / "nuevo.pdf")
    for nuevo in ("Nadia Sosa Vera", "2025-2027", "2025, Año de la Casa Abierta"):
        assert nuevo in dice
    for viejo in ("Keyla", "2022-2024", "2024", "INAI"):
        assert not nombra(dice, viejo), viejo
    assert nombra(dice, "OGAIPO"), "siguió todo 2025"
    assert "Actividad 3.4\nVisitas guiadas al archivo\nVISITAS\nENERO" in dice
    plan = ventana.sesion.foto.plan
    assert "1.1" not in plan.lugar
    assert [a.cuadro for a in plan.lugar["3.4"].apartados if a.clase == "cuadro"] == ["3.4#1"]
    assert not ventana.sesion.foto.renglones
    assert _pdf(ventana, ANTES, tmp_path / "despues.pdf") == antes


def test_la_que_pasa_a_ser_otra_lo_dice_en_cuanto_se_escribe_su_numero(ventana, anio):
    tabla = anio.actividades
    fila = next(f for f in range(tabla.rowCount()) if tabla.item(f, 0).text() == "3.2")
    tabla.setCurrentCell(fila, NUMERO)
    poner_en(tabla)
    teclear("2.6")
    tecla(Qt.Key.Key_Return)
    assert tabla.lista_de(fila).currentText() == "Pasó a ser…"
    _crear_asi(anio)
    lugar = ventana.sesion.foto.plan.lugar["2.6"]
    assert (lugar.antes, lugar.pasos[0].antes) == ("3.2", "3.2/1")


def test_deshacer_crear_el_ano_vuelve_al_de_antes_y_rehacer_lo_trae(ventana, anio):
    _crear_asi(anio)
    assert ventana.sesion.trimestre == PRIMERO
    ventana.mando.historia.deshacer()
    assert ventana.sesion.trimestre == ANTES
    assert PRIMERO not in ventana.sesion.trimestres
    ventana.mando.historia.rehacer()
    assert PRIMERO in ventana.sesion.trimestres


def test_cancelar_no_cambia_nada_y_un_numero_repetido_se_dice(ventana, anio):
    tabla = anio.actividades
    tabla.item(0, NUMERO).setText("2.1")
    assert "dos actividades con el número 2.1" in anio._dicen.text()
    clic(anio.crear)
    assert "2.1" in avisos.ultimo().texto
    assert anio.isVisible()
    avisos.ultimo().dialogo.reject()
    tabla.item(0, NOMBRE).setText("Otro nombre")
    clic(anio.cancelar)
    assert PRIMERO not in ventana.sesion.trimestres


def test_un_ano_que_ya_esta_no_se_crea_otra_vez(ventana, anio):
    anio.anio.setValue(2024)
    clic(anio.crear)
    assert "2024" in avisos.ultimo().texto


def test_el_informe_vacio_se_ve_antes_de_crear_nada(ventana, anio, monkeypatch, qtbot):
    abiertos: list[Path] = []
    fuera = SimpleNamespace(openUrl=lambda url: abiertos.append(Path(url.toLocalFile())))
    monkeypatch.setattr(visor, "QDesktopServices", fuera)
    clic(anio.vacio)
    qtbot.waitUntil(lambda: bool(abiertos) and anio.vacio.isEnabled(), timeout=20_000)
    assert "2025" in _leido(abiertos[0])
    assert PRIMERO not in ventana.sesion.trimestres


def test_con_el_teclado_enter_pasa_al_dato_siguiente(anio):
    primera = anio.cambios.firmas[0]
    poner_en(primera.nombre)
    tecla(Qt.Key.Key_Return)
    assert QApplication.focusWidget() is primera.cargo
    assert anio.isVisible()


def test_al_aprobarse_el_plan_deja_de_decir_que_es_provisional(ventana, anio):
    _crear_asi(anio)
    assert ventana.windowTitle().endswith("Plan provisional")
    pedir(ventana, "Oficina", "El plan ya se aprobó")
    assert not ventana.sesion.foto.plan.provisional
    assert not ventana.windowTitle().endswith("Plan provisional")


def _casilla_de(anio: VentanaDeAnio, clave: str):
    return next(organo for organo in anio.cambios.organos if organo.clave == clave)


def test_los_organos_llegan_con_el_dia_en_que_se_sabe_que_terminan_y_asi_quedan(ventana, anio):
    assert _casilla_de(anio, "inai").dia.text() == "21/03/2025"
    assert _casilla_de(anio, "ogaipo").dia.text() == "01/02/2026"
    _crear_asi(anio)
    catalogo = ventana.sesion.foto.catalogo
    assert catalogo.unidad("ogaipo").hasta == date(2026, 1, 31)
    assert catalogo.unidad("transparencia_para_el_pueblo").desde == date(2026, 2, 1)


@pytest.fixture
def de_ayer(archivo: Path) -> None:
    """Un archivo que hizo otra versión: con el OGAIPO terminado en 2025 y sin quien lo sucede."""
    archivo.write_bytes(gzip.decompress((DE_ANTES / "esquema_2_corrigiendo.sqlite.gz").read_bytes()))


def test_a_un_archivo_de_ayer_se_le_propone_el_dia_bueno_y_la_autoridad_nueva(de_ayer, ventana, qtbot):
    pedir(ventana, "Oficina", "Año nuevo…")
    anio = ventana.findChild(VentanaDeAnio)
    qtbot.waitUntil(anio.isVisible)
    organo = _casilla_de(anio, "ogaipo")
    assert organo.dia.text() == "01/02/2026"
    assert organo.dice == "OGAIPO: su archivo decía desde el 21/03/2025."
    ((nuevo, casilla),) = anio.cambios.nacen
    assert "01/02/2026" in casilla.text()
    _crear_asi(anio)
    catalogo = ventana.sesion.foto.catalogo
    assert catalogo.unidad("ogaipo").hasta == date(2026, 1, 31)
    assert nuevo in catalogo.unidades


def test_las_metas_se_copian_solo_si_ella_lo_pide(ventana, anio):
    assert anio.metas.text().replace("&", "") == "Copiar también las metas de 2024"
    assert "ni, si no lo pide, las metas" in "".join(letrero.text() for letrero in anio.findChildren(Letrero))
    _crear_asi(anio)
    assert not ventana.sesion.foto.plan.lugar["2.1"].programado
    ventana.mando.historia.deshacer()
    pedir(ventana, "Oficina", "Año nuevo…")
    otra = ventana.findChild(VentanaDeAnio)
    otra.metas.setChecked(True)
    _crear_asi(otra)
    assert ventana.sesion.foto.plan.lugar["2.1"].propuesto
    tablero = ventana.pestanas.ir_a("tablero")
    clic(tablero.tira.botones[AVANCE])
    fila = next(n for n, a in enumerate(tablero.otras[AVANCE].modelo.filas) if a.actividad.clave == "2.1")
    assert tablero.otras[AVANCE].modelo.texto(fila, PROGRAMADO) == "sin meta", "la copiada es del 2º"
    ventana.sesion.ir_a_trimestre(ventana.sesion.trimestre.siguiente)
    tablero = ventana.pestanas.ir_a("tablero")
    tablero.ver(AVANCE)
    assert tablero.otras[AVANCE].modelo.texto(fila, PROGRAMADO) == "30 % propuesto"
    clic(tablero.otras[AVANCE].confirmar)
    tablero = ventana.pestanas.actual().contenido
    tablero.ver(AVANCE)
    assert tablero.otras[AVANCE].modelo.texto(fila, PROGRAMADO) == "30 %"
    ventana.mando.historia.deshacer()
    ventana.pestanas.ir_a("tablero").ver(HOY)
    QApplication.processEvents()
    (primero,) = [r for r in agenda(ventana).findChildren(RenglonDeLinea) if r.linea.boton == "Confirmarlas"]
    assert primero.linea.que == "Confirme las metas de 2.1, 2.2, 2.3 y 2 más"
    clic(primero.boton)
    assert ventana.sesion.foto.plan.lugar["2.1"].programado and not ventana.sesion.foto.plan.con_propuestas


def test_lo_que_ya_cambio_se_ve_cambiado(anio):
    visibles = [letrero.text() for letrero in anio.findChildren(ComoEra) if letrero.isVisibleTo(anio)]
    assert len(visibles) == 1
    assert visibles[0].endswith("2022-2024")
    firma = _firma(anio, "Vo. Bo.")
    cargo = firma.cargo.text()
    _decir(firma.cargo, "Directora")
    assert f"Antes: {cargo}" in [letrero.text() for letrero in anio.findChildren(ComoEra)]
    tabla = anio.actividades
    fila = next(f for f in range(tabla.rowCount()) if tabla.item(f, 0).text() == "2.5")
    tabla.item(fila, NOMBRE).setText("Denuncias")
    assert tabla.item(fila, NOMBRE).font().bold()
    assert "Antes: Atención de denuncias" in tabla.item(fila, NOMBRE).toolTip()
    assert tabla.lista_de(fila).currentText() == "Cambia de texto"


def test_el_nombre_que_se_cambia_en_los_textos_se_ve_cambiado_en_la_lista(ventana, anio):
    anio._al_decir_un_texto(anio._plan.lugar["2.5"].nombre, "Denuncias de la gente")
    tabla = anio.actividades
    fila = next(f for f in range(tabla.rowCount()) if tabla.item(f, 0).text() == "2.5")
    assert tabla.item(fila, NOMBRE).text() == "Denuncias de la gente"
    _crear_asi(anio)
    assert ventana.sesion.foto.plan.lugar["2.5"].nombre == "Denuncias de la gente"


def test_cada_blanco_dice_lo_que_un_blanco_quiere_decir(anio):
    assert "va sin leyenda" in anio.cambios.leyenda.placeholderText()
    assert "sin administración" in anio.cambios.administracion.placeholderText()
    for firma in anio.cambios.firmas:
        assert firma.nombre.placeholderText().startswith("Sigue ")
        assert firma.cargo.placeholderText().startswith("Sigue ")


def oprimir_en(franja: Franja, rotulo: str) -> None:
    clic(next(b for b in franja.findChildren(QPushButton) if b.text().replace("&", "") == rotulo))


@pytest.fixture
def con_2026_de_ayer(de_ayer, archivo: Path) -> None:
    """El mismo, con un 2026 que otra versión creó sin saberlo."""
    with expediente.abrir(archivo, lambda: datetime(2026, 1, 9, 9)) as exp:  # noqa: DTZ001
        propuesto = replace(proponer_anio(exp, ANTES), ejercicio=2026, desde=date(2026, 1, 1))
        crear_anio(exp, ANTES, propuesto, {})


def _dicho(ventana: Ventana, qtbot, trimestre: Trimestre) -> str:
    ventana.sesion.ir_a_trimestre(trimestre)
    qtbot.waitUntil(lambda: ventana.sesion.revision.al_dia)
    return ventana.organos.franja.dice()


def test_en_un_archivo_que_ya_tiene_2026_el_organo_se_corrige_con_un_boton(con_2026_de_ayer, ventana, qtbot):
    assert _dicho(ventana, qtbot, ANTES) == "", "en 2024 da lo mismo"
    assert _dicho(ventana, qtbot, Trimestre(2026, 1)) == (
        "Ya se sabe hasta cuándo existió el OGAIPO (el 31/01/2026); su archivo dice otro día."
    )
    oprimir_en(ventana.organos.franja.pieza, "Corregirlo")
    catalogo = ventana.sesion.foto.catalogo
    assert {catalogo.unidad(c).hasta for c in ("ogaipo", "consejo_ogaipo")} == {date(2026, 1, 31)}
    assert catalogo.unidad("transparencia_para_el_pueblo").desde == date(2026, 2, 1)
    assert _dicho(ventana, qtbot, Trimestre(2026, 1)) == ""
    con_control(Qt.Key.Key_Z)
    assert ventana.sesion.foto.catalogo.unidad("ogaipo").hasta == date(2025, 3, 20)
    assert _dicho(ventana, qtbot, Trimestre(2026, 1)) != "", "deshacerlo lo vuelve a decir"


def test_lo_que_se_deja_asi_no_se_vuelve_a_decir_de_ese_archivo(con_2026_de_ayer, ventana, qtbot):
    assert _dicho(ventana, qtbot, Trimestre(2026, 1)) != ""
    oprimir_en(ventana.organos.franja.pieza, "Dejarlo así")
    assert _dicho(ventana, qtbot, Trimestre(2026, 2)) == ""
    assert ventana.sesion.foto.catalogo.unidad("ogaipo").hasta == date(2025, 3, 20)
    ventana.organos.atender(ventana.sesion)
    assert _dicho(ventana, qtbot, Trimestre(2026, 1)) == ""


def test_quien_escribio_otro_dia_no_lo_ve_cambiado():
    suyo = Unidad("ogaipo", "OGAIPO", clase="organo", hasta=date(2025, 7, 30))
    otro = Unidad("consejo", "Consejo", clase="organo", hasta=date(2025, 3, 20))
    conocido = Rectificado(("ogaipo", "consejo"), date(2025, 3, 20), date(2026, 1, 31))
    catalogo = Catalogo(unidades=(suyo, otro))
    assert rectificables(catalogo, [conocido]) == (replace(otro, hasta=date(2026, 1, 31)),)
    nuevo = Unidad("pueblo", "Instituto", clase="organo", desde=date(2026, 2, 1))
    de_siempre, area = Unidad("otro", "Otro", clase="organo"), replace(nuevo, clave="area", clase="unidad")
    despues = con_organos_rectificados(catalogo, [nuevo, de_siempre, area], [conocido])
    assert despues.unidades == (suyo, replace(otro, hasta=date(2026, 1, 31)), nuevo)
    assert con_organos_rectificados(despues, [nuevo], [conocido]) == despues


def test_el_anio_que_el_archivo_ya_tiene_se_dice_desde_que_se_propone(ventana):
    ventana.sesion.hacer(crear_anio, proponer_anio(ventana.sesion.expediente, ANTES), {})
    pedir(ventana, "Oficina", "Año nuevo…")
    anio = ventana.findChild(VentanaDeAnio)
    assert anio.anio.value() == 2025
    assert anio._dicen.text() == "Este archivo ya tiene el año 2025. Escriba otro año."
    anio.crear.click()
    assert avisos.ultimo().texto == anio._dicen.text(), "y no por los textos de un año que no se crea"
    avisos.ultimo().dialogo.reject()
    anio.anio.setValue(2026)
    assert "ya tiene el año" not in anio._dicen.text()
