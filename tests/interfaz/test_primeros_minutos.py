"""Los primeros cinco minutos: qué hacer primero, a un clic; y ninguna clave del plan en ninguna parte."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,  # noqa: TID251
    QDialog,
    QLabel,
    QLineEdit,
    QMainWindow,
    QPushButton,
    QTabWidget,
    QWidget,
)

from tests.interfaz.manos import agenda, clic, contestar, oprimir_en_aviso, pedir, revisada, tecla, teclear
from tests.interfaz.test_primer_dia import _empezar, llegar, oficina  # noqa: F401 - son sus preparativos
from ut_escritorio import __version__
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.anio import VentanaDeAnio
from ut_escritorio.interfaz.catalogos import Catalogos
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.rejilla.vista import Rejilla
from ut_escritorio.interfaz.hojas.ayuda import Ayuda
from ut_escritorio.interfaz.oficios.por_cual_va import CuadroDelUltimo
from ut_escritorio.interfaz.tablero.agenda.fuentes import CABEN
from ut_escritorio.interfaz.tablero.agenda.linea import AOtraHoja
from ut_escritorio.interfaz.tablero.agenda.tarjeta import RenglonDeLinea, Tarjeta
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.revision import revisar

CLAVE = re.compile(r"\b[a-z]+_[a-z_]+\b")


@pytest.fixture
def recien(llegar) -> Ventana:  # noqa: F811
    """La ventana de quien empezó con todo marcado y los nombres en blanco."""
    inicio, ventanas = llegar()
    for _, casilla in inicio.formulario.componentes:
        casilla.setChecked(True)
    _empezar(inicio)
    (ventana,) = ventanas
    return ventana


def _pasos(ventana: Ventana) -> Tarjeta:
    return agenda(ventana).tarjetas[0]  # las pestañas se rehacen si cambia el plan


def _se_ven(pasos: Tarjeta) -> bool:
    return pasos.isVisible() and pasos.titulo.text() == "Para empezar"


def _hojas(pasos: Tarjeta) -> Iterator[list[QPushButton]]:
    """Los botones de cada tanda de cinco, desde la primera; al final se vuelve a ella."""

    def a_otra() -> tuple[RenglonDeLinea, int] | None:
        renglones = ((r, r.linea.destino) for r in pasos._puestas)
        return next(((r, d.hoja) for r, d in renglones if isinstance(d, AOtraHoja)), None)

    while (otra := a_otra()) and otra[1] != 1:
        clic(otra[0].boton)
    while True:
        otra = a_otra()
        assert len(pasos.lineas) <= CABEN
        yield [boton for boton in pasos.botones if otra is None or boton is not otra[0].boton]
        if otra is None:
            return
        clic(otra[0].boton)
        if otra[1] == 0:
            return


def _rotulos(pasos: Tarjeta) -> list[str]:
    """Los de lo que se pide, sin los de dejarlo para luego."""
    nombres = [boton.accessibleName() for hoja in _hojas(pasos) for boton in hoja]
    return [nombre for nombre in nombres if not nombre.startswith("Luego: ")]


def _el_que(pasos: Tarjeta, es: Callable[[str], bool]) -> QPushButton:
    """El botón con ese nombre, en la tanda en que esté, que se queda a la vista."""
    return next(b for hoja in _hojas(pasos) for b in hoja if es(b.accessibleName()))


def test_en_un_archivo_nuevo_el_tablero_dice_por_donde_empezar_y_cada_cosa_es_un_clic(recien, qtbot):
    revisada(recien, qtbot)
    pasos = _pasos(recien)
    assert _se_ven(pasos)
    assert [rotulo.split(" ")[0] for rotulo in _rotulos(pasos)] == [
        "Diga",
        "Ponga",
        "Anote",
        "Ponga",
        "¿Cuál",
        "Diga",
        "Empiece",
        "¿Quiere",
        "¿Ya",
    ]
    for rotulo, pestana in (("Diga quién", "Personas y cargos"), ("Anote", "Días inhábiles")):
        clic(_el_que(pasos, lambda nombre, rotulo=rotulo: nombre.startswith(rotulo)))
        (catalogos,) = recien.findChildren(Catalogos)
        assert catalogos.pestanas.tabText(catalogos.pestanas.currentIndex()) == pestana
        catalogos.accept()
        qtbot.waitUntil(lambda: not recien.findChildren(Catalogos))
    clic(_el_que(pasos, lambda nombre: nombre.startswith("Empiece")))
    assert recien.vista.donde()[1] == "1.1/2"


def test_el_primer_dia_las_areas_y_los_numeros_se_pegan_de_excel_y_del_ejemplo_se_vuelve_a_lo_suyo(
    recien, qtbot
):
    QApplication.clipboard().clear()  # puede tener lo que copió otra prueba
    revisada(recien, qtbot)

    def oprimir(como: str) -> None:
        recien.pestanas.ir_a("tablero")
        clic(_el_que(_pasos(recien), lambda nombre: nombre.endswith(como)))

    oprimir("Pegar de Excel…")
    (catalogos,) = recien.findChildren(Catalogos)
    assert "Copie en Excel" in avisos.ultimo().dialogo.informativeText(), "se dice qué copiar"
    oprimir_en_aviso("Aceptar")
    catalogos.reject()
    qtbot.waitUntil(lambda: not recien.findChildren(Catalogos))
    QApplication.clipboard().setText("Obras Públicas\tLuis Sol\tDirector de Obras")
    oprimir("Pegar de Excel…")
    oprimir_en_aviso("Ponerlas")
    assert {u.nombre for u in recien.sesion.foto.catalogo.unidades} >= {"Obras Públicas"}
    recien.findChild(Catalogos).reject()
    qtbot.waitUntil(lambda: not recien.findChildren(Catalogos))
    assert not [n for n in _rotulos(_pasos(recien)) if n.startswith("Ponga sus áreas")]
    revisada(recien, qtbot)
    oprimir("Ir al cuadro")
    recien.activateWindow()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), Rejilla))
    rejilla = QApplication.focusWidget()
    assert isinstance(rejilla, Rejilla)
    assert rejilla.currentIndex().isValid()
    suyo = recien.sesion.expediente.ruta
    oprimir("Ver un ejemplo")
    assert recien.sesion.expediente.es_ejemplo
    clic(recien.ejemplo.volver)
    qtbot.waitUntil(lambda: recien.sesion.expediente.ruta == suyo)
    assert recien.ejemplo.isHidden()


def test_lo_programado_se_dice_ahi_mismo_una_actividad_tras_otra(recien):
    def pedida():
        return _el_que(_pasos(recien), lambda nombre: nombre.startswith("Diga lo programado"))

    assert pedida().accessibleName().startswith("Diga lo programado de 1.1, 1.2")
    clic(pedida())
    contestar("25", "Guardar")
    assert recien.sesion.foto.plan.lugar["1.1"].programado == {2: 25}
    assert pedida().accessibleName().startswith("Diga lo programado de 1.2, 2.1")
    clic(pedida())
    contestar("muchos", "Guardar")
    assert "muchos" in avisos.ultimo().texto
    assert not recien.sesion.foto.plan.lugar["1.2"].programado


def test_lo_que_se_hace_deja_de_pedirse_y_al_capturar_lo_primero_ya_no_se_dice(recien, qtbot):
    pedir(recien, "Oficina", "Personas y cargos…")
    personas = recien.findChild(Catalogos).personas
    for numero in range(personas.puesto.count()):
        personas.puesto.setCurrentIndex(numero)
        personas.nombre.setText(f"Persona {numero}")
        personas.cargo.setText(f"Cargo {numero}")
        personas.guardar.click()
    recien.findChild(Catalogos).accept()
    recien.pestanas.ir_a("tablero")
    revisada(recien, qtbot)
    rotulos = _rotulos(_pasos(recien))
    assert rotulos
    assert not [rotulo for rotulo in rotulos if "quién" in rotulo]
    recien.mando.diario.registrar_los_de_hoy()
    revisada(recien, qtbot)
    assert _se_ven(_pasos(recien)), "lo de hoy no quita lo que falta para empezar"
    assert _rotulos(_pasos(recien)) == rotulos
    recien.sesion.hacer(capturar, Casilla("portal", 2, 4), 3)
    assert not _se_ven(_pasos(recien))
    recien.mando.historia.deshacer()
    recien.pestanas.ir_a("tablero")
    assert _se_ven(_pasos(recien))


def test_lo_que_se_deja_para_luego_se_quita_de_en_medio_y_se_retoma_de_un_clic(recien, qtbot):
    revisada(recien, qtbot)
    de_antes = _rotulos(_pasos(recien))
    for cual in ("Anote", "Diga quién"):
        nombre = next(n for n in _rotulos(_pasos(recien)) if n.startswith(cual)).rpartition(". ")[0]
        clic(_el_que(_pasos(recien), lambda dicho, nombre=nombre: dicho == f"Luego: {nombre}"))
    quedan = _rotulos(_pasos(recien))
    assert not [n for n in quedan if n.startswith(("Anote", "Diga quién"))]
    assert "Para luego: quién firma y los días inhábiles. Retomar" in quedan
    nombres = [boton.accessibleName() for hoja in _hojas(_pasos(recien)) for boton in hoja]
    assert not [nombre for nombre in nombres if nombre.startswith("Luego: Empiece")]
    ruta = recien.sesion.expediente.ruta
    with expediente.consultar(ruta, recien.sesion.reloj.ahora) as guardado:
        assert guardado.foto(recien.sesion.trimestre).para_luego == {"quien_firma", "dias_inhabiles"}
    recien.mando.historia.deshacer()
    assert any(n.startswith("Diga quién") for n in _rotulos(_pasos(recien)))
    clic(_el_que(_pasos(recien), lambda nombre: nombre.endswith("Retomar")))
    assert _rotulos(_pasos(recien)) == de_antes
    assert {una.signo for una in agenda(recien).lineas} == {"luego"}, "nada en rojo"


def test_el_ultimo_oficio_se_dice_en_su_linea_y_es_el_mismo_que_pregunta_oficios(recien, qtbot):
    def pregunta():
        botones = (b for hoja in _hojas(_pasos(recien)) for b in hoja)
        return next((b for b in botones if b.accessibleName().startswith("¿Cuál fue")), None)

    clic(pregunta())
    qtbot.waitUntil(recien.findChild(CuadroDelUltimo).isActiveWindow)
    tecla(Qt.Key.Key_Escape)
    recien.activateWindow()
    qtbot.waitUntil(recien.isActiveWindow)
    assert pregunta() is not None, "con Esc nada se contesta"
    clic(pregunta())
    (cuadro,) = recien.findChildren(CuadroDelUltimo)  # el que se dejó con Esc ya no existe
    qtbot.waitUntil(cuadro.isActiveWindow)
    teclear("65x4")
    tecla(Qt.Key.Key_Return)
    por_que, botones = cuadro.pregunta.reparo, (cuadro.pregunta.guardar, cuadro.pregunta.no_se)
    qtbot.waitUntil(
        lambda: por_que.isVisible() and por_que.y() >= max(b.geometry().bottom() for b in botones)
    )
    assert cuadro.pregunta.height() >= por_que.geometry().bottom(), "el cuadro crece para que se lea"
    teclear("654")
    tecla(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: pregunta() is None)
    assert agenda(recien).hoy.siguiente.text().startswith("Siguiente oficio: UT/0655/")


def test_con_el_ejemplo_lleno_el_tablero_no_da_lecciones(ventana):
    assert not _se_ven(_pasos(ventana))


def _dicho(raiz: QWidget) -> Iterator[str]:
    """Todo lo que una ventana dice: letreros, botones, listas, pestañas, ayudas y nombres para el lector."""
    for pieza in (raiz, *raiz.findChildren(QWidget)):
        yield from (pieza.toolTip(), pieza.accessibleName(), pieza.windowTitle())
        match pieza:
            case QLabel() | QAbstractButton():
                yield pieza.text()
            case QLineEdit():
                yield from (pieza.text(), pieza.placeholderText())
            case QComboBox():
                yield from (pieza.itemText(n) for n in range(pieza.count()))
            case QTabWidget():
                yield from (pieza.tabText(n) for n in range(pieza.count()))
            case _:
                pass


def _claves(raiz: QWidget) -> set[str]:
    return {clave for dicho in _dicho(raiz) for clave in CLAVE.findall(dicho)}


def test_ninguna_clave_del_plan_se_lee_en_ninguna_parte(recien, qtbot):
    senales = revisada(recien, qtbot)
    assert not {c for h in senales.hallazgos for c in CLAVE.findall(h.mensaje)}
    for numero in range(recien.pestanas.count()):
        recien.pestanas.setCurrentIndex(numero)
        QApplication.processEvents()
        assert not _claves(recien.pestanas.actual()), recien.pestanas.tabText(numero)
    for lugar in recien.sesion.foto.plan.lugar:
        recien.vista.ir_a(Sitio(lugar))
        assert not _claves(recien.pestanas.actual()), lugar
    for opcion in ("Personas y cargos…", "Unidades y órganos…", "Textos del plan…"):
        pedir(recien, "Oficina", opcion)
        (catalogos,) = recien.findChildren(Catalogos)
        assert not _claves(catalogos), opcion
        catalogos.accept()
        qtbot.waitUntil(lambda: not recien.findChildren(Catalogos))
    pedir(recien, "Oficina", "Año nuevo…")
    assert not _claves(recien.findChild(VentanaDeAnio))


def test_en_ningun_trimestre_del_ejemplo_la_revision_dice_una_clave(ventana):
    for numero in (1, 2, 3, 4):
        foto = ventana.sesion.expediente.foto(Trimestre(2024, numero))
        for hallado in revisar(foto, foto.dia):
            assert not CLAVE.findall(hallado.mensaje)


def test_f1_es_una_guia_por_tarea_que_cabe_se_recorre_y_dice_version_y_carpetas(ventana):
    pedir(ventana, "Ayuda", "Guía")
    guia = ventana.findChild(Ayuda)
    disponible = guia.screen().availableGeometry()
    assert guia.frameGeometry().height() <= disponible.height()
    assert guia.frameGeometry().width() <= disponible.width()
    rotulos = [guia.pestanas.tabText(n) for n in range(guia.pestanas.count())]
    assert rotulos == ["Cómo se hace", "Teclas", "El programa y sus carpetas"]
    guia.pestanas.setCurrentIndex(1)
    QApplication.processEvents()
    teclas = guia.pestanas.currentWidget()
    assert teclas.verticalScrollBar().maximum() > 0, "lo que no cabe se recorre"
    assert teclas.horizontalScrollBar().maximum() == 0
    dicho = " ".join(_dicho(guia)).replace("\u200b", "")  # por donde un nombre largo se puede partir
    for esperado in (
        "Anotar un oficio",
        "Imprimir y firmar",
        "la lista de «Sin contestar» o «Sin acuse»",
        f"UT Escritorio {__version__}",
    ):
        assert esperado in dicho
    ruta = ventana.sesion.expediente.ruta
    assert str(ruta) in dicho
    assert str(ruta.parent / "respaldos") in dicho
    guia.close()


class _Asomadas(QObject):
    """Las piezas que se enseñan antes de tener lugar: un instante son una ventana, y le quitan el teclado."""

    def __init__(self) -> None:
        super().__init__()
        self.cuales: list[str] = []

    def eventFilter(self, arg__1: QObject, arg__2: QEvent) -> bool:
        if arg__2.type() == QEvent.Type.Show and isinstance(arg__1, QWidget) and arg__1.isWindow():
            es_ventana = isinstance(arg__1, QDialog | QMainWindow)
            if not es_ventana and arg__1.windowType() == Qt.WindowType.Window:
                self.cuales.append(type(arg__1).__name__)
        return False


@pytest.fixture
def asomadas() -> Iterator[list[str]]:
    aplicacion, vistas = QApplication.instance(), _Asomadas()
    assert aplicacion is not None
    aplicacion.installEventFilter(vistas)
    yield vistas.cuales
    aplicacion.removeEventFilter(vistas)


def test_ninguna_pieza_se_asoma_como_ventana_y_el_teclado_sigue_en_la_suya(asomadas, llegar, qtbot):  # noqa: F811
    """Si otra se activa, el programa cree que ella se fue, y lo que escriba espera a que vuelva."""
    inicio, ventanas = llegar()
    _empezar(inicio)
    (ventana,) = ventanas
    revisada(ventana, qtbot)
    for pasos in (1, -1):
        ventana.mando.mover_trimestre(pasos)
        revisada(ventana, qtbot)
    for pagina in ventana.pestanas.paginas():
        ventana.pestanas.ir_a(pagina.clave)
        QApplication.processEvents()
    for orden in (Qt.Key.Key_F9, Qt.Key.Key_Escape):
        tecla(orden)
    assert asomadas == []
    qtbot.waitUntil(ventana.isActiveWindow)
    assert not ventana.sesion.espera
