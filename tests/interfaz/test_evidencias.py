"""Las evidencias en la ventana: soltarlas, pegarlas, verlas y cuidarlas, y lo que no se adjunta."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu, QWidget  # noqa: TID251

from tests.evidencias.archivos import HEIC, PROGRAMA, correo, escaneo, foto
from tests.interfaz.conftest import AHORA, SEGUNDO
from tests.interfaz.manos import con_control, en, poner_en, tecla, teclear
from tests.interfaz.test_sin_guardar import ocupado
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.evidencias import Trozo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.componente.bloque_evidencias import BloqueDeEvidencias
from ut_escritorio.interfaz.componente.renglones.bloque import BloqueDeRenglones
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.evidencias import adjuntador, ficha
from ut_escritorio.interfaz.evidencias.adjuntador import adjuntador_de
from ut_escritorio.interfaz.evidencias.de_a_poco import quitar_lo_suelto
from ut_escritorio.interfaz.evidencias.franja import FranjaDeEvidencias
from ut_escritorio.interfaz.evidencias.usar_tambien import UsarTambien
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.captura import renglones as captura
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.informe import contenidos_de
from ut_escritorio.servicios.evidencias import preparar
from ut_escritorio.servicios.evidencias.adjuntar import adelantar, evidencias_de, sueltos
from ut_escritorio.servicios.evidencias.lista import destinos

COPIAR = Qt.DropAction.CopyAction


@pytest.fixture
def usb(tmp_path: Path) -> Callable[..., list[Path]]:
    """Deja unos archivos como si vinieran en una memoria."""
    carpeta = tmp_path / "memoria"
    carpeta.mkdir()

    def dejar(**archivos: bytes) -> list[Path]:
        rutas: list[Path] = []
        for nombre, octetos in archivos.items():
            ruta = carpeta / nombre.replace("__", ".")
            ruta.write_bytes(octetos)
            rutas.append(ruta)
        return rutas

    return dejar


def cuatro(usb: Callable[..., list[Path]]) -> list[Path]:
    fotos = {f"IMG_223{n}__jpg": foto(60 + n, 40, cuando="2024:04:09 10:41:00") for n in range(4)}
    return usb(**fotos)


def de_archivos(rutas: Sequence[Path]) -> QMimeData:
    datos = QMimeData()
    datos.setUrls([QUrl.fromLocalFile(str(ruta)) for ruta in rutas])
    return datos


def soltar(pieza: QWidget, datos: QMimeData, punto: QPoint | None = None) -> bool:
    """Arrastra algo sobre una pieza y lo suelta ahí; dice si lo aceptó."""
    donde = punto or QPoint(5, 5)
    boton, sin = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    llega = QDragEnterEvent(donde, COPIAR, datos, boton, sin)
    QApplication.sendEvent(pieza, llega)
    if not llega.isAccepted():
        return False
    suelta = QDropEvent(QPointF(donde), COPIAR, datos, boton, sin)
    QApplication.sendEvent(pieza, suelta)
    return True


def bloque(ventana: Ventana, lugar: str = "2.3") -> BloqueDeRenglones:
    """Los renglones de la actividad que tiene alguno."""
    todos = en(ventana, lugar).findChildren(BloqueDeRenglones)
    return next(b for b in todos if b.modelo.cosas)


def en_la_fila(b: BloqueDeRenglones, fila: int) -> QPoint:
    return b.tabla.visualRect(b.modelo.index(fila, 0)).center()


def acabo(ventana: Ventana, qtbot) -> None:
    qtbot.waitUntil(lambda: adjuntador_de(ventana.sesion).tarea is None, timeout=30_000)


def nombres(franja: FranjaDeEvidencias) -> list[str]:
    return [evidencia.nombre for evidencia in franja.evidencias]


def test_cuatro_fotos_se_sueltan_en_la_sesion_y_se_les_pone_pie(ventana, usb, qtbot):
    b = bloque(ventana)
    rutas = cuatro(usb)
    antes = [ruta.read_bytes() for ruta in rutas]
    assert soltar(b.tabla.viewport(), de_archivos(rutas), en_la_fila(b, 1))
    acabo(ventana, qtbot)
    assert b.tabla.currentIndex().row() == 1
    assert nombres(b.evidencias) == [ruta.name for ruta in rutas]
    assert b.evidencias.titulo.text() == "Evidencias (4)"
    qtbot.waitUntil(lambda: not b.evidencias.ficha.pie.visibleRegion().isEmpty())
    dicho = ventana.statusBar().currentMessage()
    assert dicho.startswith("Se adjuntaron 4 fotos (")
    assert [ruta.read_bytes() for ruta in rutas] == antes
    poner_en(b.evidencias.ficha.pie)
    teclear("Personas en la sesión del 9 de abril")
    tecla(Qt.Key.Key_Return)
    assert b.evidencias.evidencias[0].pie == "Personas en la sesión del 9 de abril"
    clip = b.modelo.index(1, 4)
    assert "4 evidencias" in clip.data(Qt.ItemDataRole.AccessibleTextRole)
    assert clip.data(Qt.ItemDataRole.DecorationRole) is not None
    assert b.modelo.index(0, 4).data(Qt.ItemDataRole.DecorationRole) is None


def test_las_miniaturas_llegan_solas(ventana, usb, qtbot):
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(usb(roja__jpg=foto(400, 300, color="red"))), en_la_fila(b, 0))
    acabo(ventana, qtbot)

    def es_roja() -> bool:
        icono = b.evidencias.lista.item(0).icon()
        centro = icono.pixmap(b.evidencias.lista.iconSize()).toImage()
        return centro.pixelColor(centro.rect().center()).red() > 200

    qtbot.waitUntil(es_roja, timeout=5000)


def test_una_captura_de_pantalla_se_pega_con_control_v(ventana, qtbot):
    b = bloque(ventana)
    b.tabla.selectRow(2)
    captura_ = QImage(300, 200, QImage.Format.Format_RGB32)
    captura_.fill(Qt.GlobalColor.darkGreen)
    QGuiApplication.clipboard().setImage(captura_)
    poner_en(b.tabla)
    con_control(Qt.Key.Key_V)
    acabo(ventana, qtbot)
    assert nombres(b.evidencias) == [f"Imagen pegada {AHORA:%d-%m-%Y %H.%M}.png"]


def test_en_un_campo_de_texto_control_v_sigue_pegando_texto(ventana, qtbot):
    b = bloque(ventana)
    b.tabla.selectRow(0)
    datos = QMimeData()
    datos.setText("texto copiado")
    QGuiApplication.clipboard().setMimeData(datos)
    b.formulario.enfocar()
    con_control(Qt.Key.Key_V)
    acabo(ventana, qtbot)
    assert b.evidencias.evidencias == ()
    assert avisos.ultimo() is None


def test_quitar_y_arrepentirse(ventana, usb, qtbot):
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(cuatro(usb)), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    antes = nombres(b.evidencias)
    poner_en(b.evidencias.lista)
    b.evidencias.lista.setCurrentRow(1)
    tecla(Qt.Key.Key_Delete)
    assert nombres(b.evidencias) == [antes[0], *antes[2:]]
    assert b.evidencias.lista.currentRow() == 1
    con_control(Qt.Key.Key_Z)
    assert nombres(b.evidencias) == antes
    con_control(Qt.Key.Key_Z)
    assert b.evidencias.evidencias == (), "las cuatro se adjuntaron de una vez"


def test_las_que_pesan_se_guardan_por_partes_y_se_deshacen_juntas(ventana, usb, qtbot, monkeypatch):
    monkeypatch.setattr(preparar, "_DE_UNA_VEZ", 1)
    b = bloque(ventana)
    rutas = cuatro(usb)
    soltar(b.tabla.viewport(), de_archivos(rutas), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    assert nombres(b.evidencias) == [ruta.name for ruta in rutas]
    assert ventana.statusBar().currentMessage().startswith("Se adjuntaron 4 fotos (")
    con_control(Qt.Key.Key_Z)
    assert b.evidencias.evidencias == ()


def test_se_ordenan_con_alt(ventana, usb, qtbot):
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(cuatro(usb)), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    poner_en(b.evidencias.lista)
    b.evidencias.lista.setCurrentRow(0)
    tecla(Qt.Key.Key_Right, Qt.KeyboardModifier.AltModifier)
    assert nombres(b.evidencias)[:2] == ["IMG_2231.jpg", "IMG_2230.jpg"]
    assert b.evidencias.elegida().nombre == "IMG_2230.jpg"
    b.evidencias.ficha.antes.click()
    assert nombres(b.evidencias)[0] == "IMG_2230.jpg"
    assert b.evidencias.lista.currentItem().text() == "IMG_2230.jpg"


def test_se_abre_de_un_lugar_privado_y_un_correo_solo_se_guarda(ventana, usb, qtbot, monkeypatch):
    abiertas: list[Path] = []

    def abrir(url: QUrl) -> bool:
        abiertas.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", abrir)
    b = bloque(ventana)
    rutas = usb(foto__jpg=foto(), acuse__pdf=escaneo(2), respuesta__eml=correo())
    soltar(b.tabla.viewport(), de_archivos(rutas), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    poner_en(b.evidencias.lista)
    for fila, cuantas in ((0, 1), (1, 2), (2, 2)):
        b.evidencias.lista.setCurrentRow(fila)
        tecla(Qt.Key.Key_Space)
        qtbot.waitUntil(lambda n=cuantas: len(abiertas) == n)
    assert [ruta.suffix for ruta in abiertas] == [".jpg", ".pdf"]
    assert rutas[0].parent not in [ruta.parent for ruta in abiertas]
    assert not b.evidencias.ficha.abrir.isEnabled()
    assert b.evidencias.elegida().pie.startswith("Respuesta al UT/0548")


def test_la_copia_que_ella_cambio_no_se_confunde_con_la_guardada(ventana, usb, qtbot, monkeypatch):
    abiertas: list[Path] = []
    monkeypatch.setattr(
        QDesktopServices, "openUrl", lambda url: abiertas.append(Path(url.toLocalFile())) or True
    )
    b = bloque(ventana)
    (acuse,) = usb(acuse__pdf=escaneo(2))
    soltar(b.tabla.viewport(), de_archivos([acuse]), en_la_fila(b, 0))
    acabo(ventana, qtbot)

    def abre(cuantas: int) -> Path:
        b.evidencias.ficha.abrir.click()
        qtbot.waitUntil(lambda: len(abiertas) == cuantas)
        return abiertas[-1]

    primera = abre(1)
    assert abre(2) == primera, "sigue igual: es la misma, y nadie tiene dos"
    primera.write_bytes(primera.read_bytes() + b"% con una nota")
    guardada = abre(3)
    assert guardada.name == "acuse (2).pdf" and guardada.read_bytes() == acuse.read_bytes()
    assert avisos.ultimo().texto.startswith("La copia que abrió antes ya no es igual a la guardada")
    avisos.ultimo().dialogo.reject()
    avisos.olvidar()
    assert primera.read_bytes().endswith(b"nota"), "la suya no se toca"
    assert abre(4) == guardada and avisos.ultimo() is None, "se dice una vez"


def test_guardar_una_copia(ventana, usb, qtbot, tmp_path):
    b = bloque(ventana)
    (acuse,) = usb(acuse__pdf=escaneo(2))
    soltar(b.tabla.viewport(), de_archivos([acuse]), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    b.evidencias.ficha.guardar.click()
    dialogo = ventana.findChildren(QFileDialog)[-1]
    assert dialogo.selectedFiles()[0].endswith("acuse.pdf")
    dialogo.fileSelected.emit(str(tmp_path / "copia.pdf"))
    dialogo.reject()
    qtbot.waitUntil((tmp_path / "copia.pdf").exists)
    assert (tmp_path / "copia.pdf").read_bytes() == acuse.read_bytes()
    qtbot.waitUntil(lambda: "Quedó en «copia.pdf»." in ventana.statusBar().currentMessage())


def test_lo_que_la_vez_pasada_se_corto_a_medio_adjuntar_se_va_al_abrir(ventana, qtbot):
    exp = ventana.sesion.expediente
    for orden in range(3):
        adelantar(exp, Trozo("de uno que se cortó", orden, bytes(1024)))
    quitar_lo_suelto(ventana.sesion)
    qtbot.waitUntil(lambda: not sueltos(exp))
    assert not ventana.sesion.espera and ventana.statusBar().currentMessage() == ""


def test_control_j_pregunta_cuales(ventana, usb, qtbot):
    b = bloque(ventana)
    b.tabla.selectRow(0)
    poner_en(b.tabla)
    con_control(Qt.Key.Key_J)
    dialogo = ventana.findChildren(QFileDialog)[-1]
    assert dialogo.windowTitle() == "Adjuntar"
    dialogo.filesSelected.emit([str(ruta) for ruta in cuatro(usb)])
    dialogo.reject()
    acabo(ventana, qtbot)
    assert len(b.evidencias.evidencias) == 4


def test_sin_carpeta_de_imagenes_se_escoge_desde_la_de_la_persona(tmp_path, monkeypatch):
    for hay, se_ofrece in (("Imágenes", tmp_path / "Imágenes"), ("", Path.home())):
        (tmp_path / (hay or "otra")).mkdir()
        dada = str(tmp_path / (hay or "no está"))
        monkeypatch.setattr(QStandardPaths, "writableLocation", lambda _, dada=dada: dada)
        assert ficha.carpeta_de_imagenes() == se_ofrece


def test_al_arrepentirse_de_escoger_no_pasa_nada(ventana, qtbot):
    b = bloque(ventana)
    b.tabla.selectRow(0)
    b.evidencias.adjuntar.click()
    ventana.findChildren(QFileDialog)[-1].reject()
    acabo(ventana, qtbot)
    assert b.evidencias.evidencias == ()


# De un oficio y de una actividad


def test_el_acuse_se_suelta_en_su_fila_del_libro_y_su_renglon_tambien_lo_ensena(ventana, usb, qtbot):
    oficios = ventana.pestanas.ir_a("oficios")
    fila = next(n for n, f in enumerate(oficios.modelo.filas) if f.oficio.folio == "UT/0548/2024")
    donde = oficios.tabla.visualRect(oficios.modelo.index(fila, 0)).center()
    assert soltar(oficios.tabla.viewport(), de_archivos(usb(acuse__pdf=escaneo(1))), donde)
    acabo(ventana, qtbot)
    assert nombres(oficios.evidencias) == ["acuse.pdf"]
    assert oficios.evidencias.lista.item(0).text() == "PDF de una hoja"
    en_su_asunto = oficios.modelo.index(fila, 3)
    assert en_su_asunto.data(Qt.ItemDataRole.AccessibleTextRole).endswith(". 1 evidencia")
    assert en_su_asunto.data(Qt.ItemDataRole.DecorationRole) is not None
    assert oficios.modelo.index(fila + 1, 3).data(Qt.ItemDataRole.DecorationRole) is None
    b = bloque(ventana, "1.2/2")
    suya = next(n for n, c in enumerate(b.modelo.cosas) if "UT/0548/2024" in b.modelo.texto(n, 2))
    b.tabla.selectRow(suya)
    assert nombres(b.evidencias) == ["acuse.pdf"]
    assert "Es del oficio que este renglón dice." in b.evidencias.ficha.que_es.text()
    assert "1 evidencia" in b.modelo.index(suya, 4).data(Qt.ItemDataRole.AccessibleTextRole)


def test_con_varios_oficios_elegidos_no_hay_donde_soltar(ventana, qtbot):
    oficios = ventana.pestanas.ir_a("oficios")
    oficios.tabla.selectRow(0)
    qtbot.waitUntil(lambda: not oficios.evidencias.isHidden())
    oficios.tabla.selectAll()
    qtbot.waitUntil(oficios.evidencias.isHidden)


def test_las_de_la_actividad_son_aparte(ventana, usb, qtbot):
    pestana = en(ventana, "2.3")
    (de_la_actividad,) = pestana.findChildren(BloqueDeEvidencias)
    assert soltar(de_la_actividad.franja, de_archivos(usb(lista__pdf=escaneo(3))))
    acabo(ventana, qtbot)
    assert nombres(de_la_actividad.franja) == ["lista.pdf"]
    assert bloque(ventana).evidencias.evidencias == ()
    ventana.pestanas.ir_a("tablero")
    con_control(Qt.Key.Key_Z)
    assert de_la_actividad.franja.evidencias == ()


# Sobre lo que se imprime


def test_soltadas_en_una_frase_van_al_renglon_que_dice_y_si_dice_varios_se_pregunta_de_cual(
    ventana, usb, qtbot
):
    pestana, rutas = en(ventana, "2.3"), cuatro(usb)
    lista, frases = pestana.impreso.lista, pestana.impreso.modelo.frases
    varias = next(n for n, frase in enumerate(frases) if len(frase.relato.uids) > 2)
    lista.scrollTo(pestana.impreso.modelo.index(varias))

    def en_la_frase(cual: int) -> QPoint:
        return lista.visualRect(pestana.impreso.modelo.index(cual)).center()

    assert soltar(lista.viewport(), de_archivos(rutas), en_la_frase(varias))
    menu = next(menu for menu in lista.findChildren(QMenu) if menu.isVisible())
    assert menu.accessibleName() == "¿De cuál es?"
    de = [accion for accion in menu.actions() if accion.isEnabled() and not accion.isSeparator()]
    assert de[1].text().startswith("Sesión del 11 de abril de 2024.")
    de[1].trigger()
    menu.close()
    acabo(ventana, qtbot)
    b = bloque(ventana)
    assert b.elegido().uid == frases[varias].relato.uids[1]
    assert nombres(b.evidencias) == [ruta.name for ruta in rutas]
    de_ninguno = next(n for n, frase in enumerate(frases) if not frase.relato.uids)
    lista.scrollTo(pestana.impreso.modelo.index(de_ninguno))
    assert soltar(lista.viewport(), de_archivos(rutas), en_la_frase(de_ninguno))
    assert avisos.ultimo().dialogo.informativeText().startswith("Esa frase no es de ningún renglón.")


# Lo que no se adjunta


def test_lo_que_no_se_puede_se_nombra_y_lo_demas_si_se_adjunta(ventana, usb, qtbot):
    b = bloque(ventana)
    rutas = usb(buena__jpg=foto(), del_telefono__heic=HEIC, malo__exe=PROGRAMA, vacia__jpg=b"")
    soltar(b.tabla.viewport(), de_archivos(rutas), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    assert nombres(b.evidencias) == ["buena.jpg"]
    assert avisos.ultimo().texto.startswith("Se adjuntó una foto (")
    dicho = avisos.ultimo().dialogo.informativeText()
    assert "«del_telefono.heic»: es una foto HEIC" in dicho
    assert "El más compatible" in dicho
    assert "«malo.exe»" in dicho
    assert "«vacia.jpg»: está vacío" in dicho


@pytest.mark.parametrize("formato", ["url", "outlook"])
def test_del_telefono_o_del_correo_se_dice_que_hacer(ventana, qtbot, formato):
    datos = QMimeData()
    if formato == "url":
        datos.setUrls([QUrl("mtp://telefono/DCIM/IMG_1.jpg")])
    else:
        datos.setData('application/x-qt-windows-mime;value="FileGroupDescriptorW"', b"x")
    b = bloque(ventana)
    assert soltar(b.tabla.viewport(), datos, en_la_fila(b, 0))
    acabo(ventana, qtbot)
    assert (
        avisos.ultimo()
        .dialogo.informativeText()
        .startswith("Eso todavía está en el teléfono (o en el correo)")
    )


def test_texto_suelto_no_es_de_aqui(ventana):
    datos = QMimeData()
    datos.setText("hola")
    b = bloque(ventana)
    assert not soltar(b.tabla.viewport(), datos, en_la_fila(b, 0))


def test_la_memoria_que_se_saca_a_la_mitad_se_dice(ventana, usb, qtbot):
    b = bloque(ventana)
    rutas = cuatro(usb)
    rutas[2].unlink()
    rutas[3].unlink()
    soltar(b.tabla.viewport(), de_archivos(rutas), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    assert nombres(b.evidencias) == ["IMG_2230.jpg", "IMG_2231.jpg"]
    dicho = avisos.ultimo().dialogo.informativeText()
    assert "«IMG_2232.jpg» e «IMG_2233.jpg»: ninguno está donde se dijo. Revise que la memoria" in dicho


def test_un_nombre_larguisimo_no_ensancha_la_pestana(ventana, usb, qtbot):
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(usb(**{"n" * 100 + "__jpg": foto(60, 40)})), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    assert b.evidencias.ficha.isVisible() and "n" * 40 in b.evidencias.ficha.que_es.text()
    assert b.evidencias.ficha.que_es.minimumSizeHint().width() < b.evidencias.width() / 2


def test_con_el_disco_lleno_no_queda_ninguna_y_se_dice(ventana, usb, qtbot, monkeypatch):
    def lleno(*_: object) -> None:
        raise ErrorEsperado("El disco está lleno. Libere espacio y vuelva a intentarlo.")

    monkeypatch.setattr(adjuntador, "adjuntar", lleno)
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(cuatro(usb)), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    assert b.evidencias.evidencias == ()
    assert "El disco está lleno" in avisos.ultimo().texto + avisos.ultimo().dialogo.informativeText()


# Firmado, o solo para leer


def test_firmado_se_adjunta_lo_que_llega_despues_y_lo_de_antes_no_cambia(ventana, usb, qtbot):
    b = bloque(ventana)
    uno, *otros = cuatro(usb)
    soltar(b.tabla.viewport(), de_archivos([uno]), en_la_fila(b, 0))
    acabo(ventana, qtbot)

    def firmar(exp, trimestre):
        foto_ = exp.foto(trimestre)
        lista = firma.preparar_firma(foto_, contenidos_de(exp, foto_), AHORA.date())
        return firma.guardar_firmado(exp, lista)

    ventana.sesion.hacer(firmar)
    b = bloque(ventana)
    b.tabla.selectRow(0)
    f = b.evidencias
    assert f.ficha.pie.isReadOnly()
    assert not f.ficha.quitar.isEnabled()
    assert "ya no cambia" in f.ficha.que_es.text()
    poner_en(f.lista)
    tecla(Qt.Key.Key_Delete)
    assert nombres(f) == [uno.name]
    soltar(f, de_archivos(otros[:1]))
    acabo(ventana, qtbot)
    assert nombres(f) == [uno.name, otros[0].name]
    assert f.titulo.text() == "Evidencias (2) · 1 llegó después de firmar"
    qtbot.waitUntil(lambda: f.titulo.height() < 2 * f.titulo.fontMetrics().lineSpacing())
    assert "Llegó" not in f.lista.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    f.lista.setCurrentRow(1)
    assert f.ficha.que_es.text().endswith(f"Llegó después de firmar, el {AHORA:%d/%m/%Y}.")
    assert f.ficha.quitar.isEnabled()
    f.ficha.quitar.click()
    assert nombres(f) == [uno.name]


def test_solo_para_leer_se_abren_y_al_soltar_se_dice_por_que_no(ventana, usb, qtbot):
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(cuatro(usb)), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    ventana.sesion.tomar(ventana.sesion.expediente, "Lo tiene abierto otra persona.")
    assert not b.evidencias.adjuntar.isEnabled()
    assert b.evidencias.ficha.abrir.isEnabled()
    soltar(b.evidencias, de_archivos(usb(otra__jpg=foto(color="red"))))
    assert avisos.ultimo().dialogo.informativeText() == "Lo tiene abierto otra persona."
    assert len(b.evidencias.evidencias) == 4


# Mientras se preparan


@pytest.fixture
def despacio(monkeypatch) -> threading.Event:
    """Preparar espera, ya leída la segunda, hasta que se le deje."""
    seguir, de_veras = threading.Event(), adjuntador.preparar

    def prepararlas(dados, avance, cancelado):
        def avanzar(hecho: int, total: int) -> None:
            avance(hecho, total)
            if hecho == 2:
                assert seguir.wait(30)

        return de_veras(dados, avanzar, cancelado)

    monkeypatch.setattr(adjuntador, "preparar", prepararlas)
    yield seguir
    seguir.set()


def empezadas(ventana: Ventana, usb, qtbot) -> BloqueDeRenglones:
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(cuatro(usb)), en_la_fila(b, 1))
    qtbot.waitUntil(lambda: adjuntador_de(ventana.sesion)._avance._barra.value() == 2, timeout=20_000)
    return b


def test_mientras_se_preparan_se_sigue_capturando(ventana, usb, qtbot, despacio):
    b = empezadas(ventana, usb, qtbot)
    assert "Adjuntando 4 archivos" in adjuntador_de(ventana.sesion)._avance._rotulo.text()
    de_la_fila = b.modelo.cosas[1].uid
    ventana.sesion.hacer(captura.nuevo_parrafo, "2.3", "Se escribió mientras")
    b.tabla.selectRow(0)
    despacio.set()
    acabo(ventana, qtbot)
    assert b.evidencias.evidencias == ()
    b.ir_a(de_la_fila)
    assert len(b.evidencias.evidencias) == 4


def test_al_cancelar_queda_lo_que_ya_estaba_y_es_un_solo_deshacer(ventana, usb, qtbot, despacio):
    b = empezadas(ventana, usb, qtbot)
    adjuntador_de(ventana.sesion)._avance.cancelar.click()
    despacio.set()
    acabo(ventana, qtbot)
    assert 0 < len(b.evidencias.evidencias) < 4
    assert ventana.statusBar().currentMessage().endswith("Se canceló lo demás.")
    con_control(Qt.Key.Key_Z)
    assert b.evidencias.evidencias == ()


def test_si_cambia_de_trimestre_llegan_a_donde_se_soltaron(ventana, usb, qtbot, despacio):
    b = empezadas(ventana, usb, qtbot)
    dueno = Origen("renglon", b.modelo.cosas[1].uid)
    ventana.mando.mover_trimestre(-1)
    despacio.set()
    acabo(ventana, qtbot)
    assert len(evidencias_de(ventana.sesion.expediente, SEGUNDO, dueno)) == 4


def test_al_cerrar_se_espera_a_que_se_adjunten(ventana, archivo, usb, qtbot, despacio):
    b = empezadas(ventana, usb, qtbot)
    dueno = Origen("renglon", b.modelo.cosas[1].uid)
    ventana.close()
    assert ventana.isVisible()
    despacio.set()
    qtbot.waitUntil(lambda: not ventana.isVisible(), timeout=30_000)
    with expediente.consultar(archivo, lambda: AHORA) as exp:
        assert len(evidencias_de(exp, SEGUNDO, dueno)) == 4


def test_otras_soltadas_mientras_esperan_su_turno(ventana, usb, qtbot, despacio):
    b = empezadas(ventana, usb, qtbot)
    soltar(b.tabla.viewport(), de_archivos(usb(acuse__pdf=escaneo(1))), en_la_fila(b, 0))
    despacio.set()
    acabo(ventana, qtbot)
    assert nombres(b.evidencias) == ["acuse.pdf"]
    b.tabla.selectRow(1)
    assert len(b.evidencias.evidencias) == 4


def test_si_el_renglon_se_quito_mientras_se_dice_y_no_queda_nada(ventana, usb, qtbot, despacio):
    b = empezadas(ventana, usb, qtbot)
    ventana.sesion.hacer(captura.quitar_renglon, b.modelo.cosas[1].uid)
    despacio.set()
    acabo(ventana, qtbot)
    assert "ya no está" in avisos.ultimo().texto + avisos.ultimo().dialogo.informativeText()


def esperan(ventana: Ventana, qtbot) -> None:
    """Ya preparadas, hasta que se pueda escribir."""
    avance = adjuntador_de(ventana.sesion)
    qtbot.waitUntil(lambda: avance._avance._rotulo.text().startswith("En cuanto se pueda"), timeout=20_000)


def test_si_mientras_se_copia_el_archivo_esperan_se_dice_y_al_llegar_tambien(ventana, usb, qtbot):
    b = bloque(ventana)
    ventana.sesion.espera.entrar("respaldo")
    soltar(b.tabla.viewport(), de_archivos(cuatro(usb)), en_la_fila(b, 1))
    esperan(ventana, qtbot)
    rotulo = adjuntador_de(ventana.sesion)._avance._rotulo
    assert rotulo.text() == "En cuanto se pueda escribir, los 4 archivos se guardan…"
    assert rotulo.isVisible()
    assert b.evidencias.evidencias == ()
    ventana.sesion.espera.salir("respaldo")
    acabo(ventana, qtbot)
    assert ventana.statusBar().currentMessage().startswith("Se adjuntaron 4 fotos (")
    assert len(b.evidencias.evidencias) == 4
    con_control(Qt.Key.Key_Z)
    assert b.evidencias.evidencias == ()


def test_las_que_esperan_tambien_se_cancelan(ventana, usb, qtbot):
    b = bloque(ventana)
    ventana.sesion.espera.entrar("respaldo")
    soltar(b.tabla.viewport(), de_archivos(cuatro(usb)), en_la_fila(b, 1))
    esperan(ventana, qtbot)
    adjuntador_de(ventana.sesion)._avance.cancelar.click()
    acabo(ventana, qtbot)
    assert ventana.statusBar().currentMessage() == "No se adjuntó nada. Se canceló lo demás."
    ventana.sesion.espera.salir("respaldo")
    assert b.evidencias.evidencias == ()


def test_con_el_archivo_ocupado_se_dice_ahi_mismo_y_se_leen_en_cuanto_se_puede(
    ventana, archivo, usb, qtbot, monkeypatch
):
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(cuatro(usb)), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    b.tabla.selectRow(1)
    b.evidencias._otra_vez.setInterval(20)
    with ocupado(archivo):
        b.tabla.selectRow(0)
        assert "Otro programa está usando el archivo" in b.evidencias._como.text()
        assert avisos.ultimo() is None
    qtbot.waitUntil(lambda: len(b.evidencias.evidencias) == 4, timeout=10_000)
    assert b.evidencias._como.text().startswith("Arrastre aquí")


def test_un_pie_a_medio_escribir_se_guarda_al_pasar_a_otra(ventana, usb, qtbot):
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(cuatro(usb)), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    f = b.evidencias
    f.lista.setCurrentRow(0)
    poner_en(f.ficha.pie)
    teclear("a medio escribir")
    f.lista.setCurrentRow(2)
    assert [e.pie for e in f.evidencias] == ["a medio escribir", "", "", ""]
    assert f.ficha.pie.text() == ""
    teclear("de la tercera")
    ventana.mando.guardar()
    assert f.evidencias[2].pie == "de la tercera"


def test_un_pie_larguisimo_se_queda_a_la_vista_sin_guardarse(ventana, usb, qtbot):
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(cuatro(usb)), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    poner_en(b.evidencias.ficha.pie)
    teclear("x" * 301)
    tecla(Qt.Key.Key_Return)
    assert b.evidencias.evidencias[0].pie == ""
    assert ventana.sesion.sin_guardar
    assert "caben 300" in b.evidencias.ficha.pie.por_que
    tecla(Qt.Key.Key_Escape)


def test_la_ventana_dice_que_son_para_quien_no_ve(ventana, usb, qtbot):
    b = bloque(ventana)
    soltar(b.tabla.viewport(), de_archivos(usb(acuse__pdf=escaneo(2))), en_la_fila(b, 0))
    acabo(ventana, qtbot)
    dicho = b.evidencias.lista.item(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert dicho.startswith("acuse.pdf. acuse.pdf · PDF de 2 hojas, ")
    for pieza in (
        b.evidencias.lista,
        b.evidencias.ficha.antes,
        b.evidencias.ficha.despues,
        b.evidencias.ficha.pie,
    ):
        assert pieza.accessibleName()


def test_en_que_usarla_se_halla_como_se_lee_en_el_indice_y_si_no_hay_se_dice(ventana):
    lugares = dict(destinos(ventana.sesion.expediente, SEGUNDO))
    assert not [dicho for dicho in lugares.values() if dicho.startswith("componente")]
    cuadro = UsarTambien(ventana, "IMG_2231.jpg", tuple(lugares.items()), lambda _: True)
    cuadro.show()
    poner_en(cuadro.busca)
    teclear("ases")
    assert lugares[Origen("lugar", "2.1")].startswith("2.1 · Asesorías. ")
    assert cuadro.aqui.isEnabled() and not cuadro.nada.isVisible()
    teclear("zz")
    assert cuadro.nada.text().startswith("No se halló nada.") and cuadro.nada.isVisible()
    assert not cuadro.aqui.isEnabled()
    cuadro.close()
