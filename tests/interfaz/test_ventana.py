"""El marco: pestañas del plan, trimestres, recuerdos, informe en PDF y arranque ligero."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QStyleHints
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,  # noqa: TID251
    QLineEdit,
    QPushButton,
    QTreeWidget,
    QWidget,
)

from tests.interfaz.manos import (
    clic,
    con_control,
    cuadros,
    en,
    linea,
    poner_en,
    revisada,
    rotulos,
    se_ve,
    tecla,
    teclear,
)
from ut_escritorio import __version__
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.arranque import preparar
from ut_escritorio.interfaz.comunes.aspecto.paleta import CLAROS, OSCUROS, paleta_de
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.listas.hallazgos import ListaDeHallazgos
from ut_escritorio.interfaz.informe.exportacion import advertencias
from ut_escritorio.interfaz.informe.pestana import VER
from ut_escritorio.interfaz.ventana.mesa import FranjaDeArriba
from ut_escritorio.interfaz.ventana.rotulos import abreviar
from ut_escritorio.servicios.entrega.informe import Exportado


def test_hay_una_pestana_por_componente_del_plan_y_dice_cuanto_hay_por_corregir(ventana, qtbot):
    assert ventana.windowTitle() == f"UT Escritorio {__version__} · 2º trimestre 2024 (abril–junio)"
    componentes = [c.numero for c in ventana.sesion.foto.plan.componentes]
    assert [r.split()[0] for r in rotulos(ventana)] == ["Tablero", *componentes, "Oficios", "Informe"]
    senales = revisada(ventana, qtbot)
    de_ellos = [
        (senales.cuantas(c.clave), senales.por_ver(c.clave)) for c in ventana.sesion.foto.plan.componentes
    ]
    cuentas = [*de_ellos, (len(senales.por_corregir), len(senales.por_revisar))]
    esperadas = [f"({malas})" if malas else f"({ver} por ver)" if ver else "✔" for malas, ver in cuentas]
    assert [
        rotulo[-len(dicho) :]
        for rotulo, dicho in zip([r for r in rotulos(ventana)[1:] if r != "Oficios"], esperadas, strict=True)
    ] == esperadas
    assert ventana.estado.por_corregir.text() == f"{len(senales.por_corregir)} por corregir"


def test_las_flechas_cambian_de_trimestre_y_se_apagan_en_las_orillas(ventana):
    en(ventana, "2.2")
    con_control(Qt.Key.Key_PageDown)
    assert ventana.windowTitle() == f"UT Escritorio {__version__} · 3º trimestre 2024 (julio–septiembre)"
    assert ventana.pestanas.actual().contenido.lugar() == "2.2"
    assert "JULIO" in se_ve(cuadros(ventana.pestanas.actual().contenido)[0])
    con_control(Qt.Key.Key_PageDown)
    assert not ventana.mando.puestos.siguiente.isEnabled()
    for _ in range(3):
        ventana.mando.mover_trimestre(-1)
    assert not ventana.mando.puestos.anterior.isEnabled()
    ventana.mando.mover_trimestre(-1)
    assert ventana.sesion.trimestre == Trimestre(2024, 1)


def test_recuerda_tamano_divisores_pestana_y_trimestre(abrir, ajustes):
    ventana = abrir()
    ventana.setGeometry(QRect(60, 70, 1000, 600))
    pestana = en(ventana, "2.2")
    pestana.a_lo_ancho.setSizes([333, 667])
    QApplication.processEvents()
    medidas = pestana.a_lo_ancho.sizes()
    ventana.close()
    otra = abrir()
    assert otra.geometry() == QRect(60, 70, 1000, 600)
    assert otra.pestanas.actual().clave == "componente:2"
    QApplication.processEvents()
    assert otra.pestanas.actual().contenido.a_lo_ancho.sizes() == medidas
    assert ajustes.value("trimestre") == "2024-2"


def test_nunca_queda_fuera_de_la_pantalla(abrir):
    ventana = abrir()
    ventana.setGeometry(QRect(9000, 9000, 800, 500))
    ventana.close()
    otra = abrir()
    assert otra.screen().availableGeometry().contains(otra.geometry().center())


def test_cabe_en_1366_por_768(ventana):
    disponible = ventana.screen().availableGeometry()
    for indice in range(ventana.pestanas.count()):
        ventana.pestanas.setCurrentIndex(indice)
        QApplication.processEvents()
        pedido = ventana.minimumSizeHint()
        assert pedido.width() <= disponible.width() * 2 / 3, rotulos(ventana)[indice]
        assert pedido.height() <= disponible.height() * 2 / 3, rotulos(ventana)[indice]


def botones_con_icono(pieza: QWidget) -> list[QAbstractButton]:
    return [boton for boton in pieza.findChildren(QAbstractButton) if not boton.icon().isNull()]


def test_acercar_cambia_la_letra_y_se_recuerda(abrir):
    ventana = abrir()
    antes = QApplication.font().pointSizeF()
    en(ventana, "2.2")
    for _ in range(9):
        con_control(Qt.Key.Key_Plus)
    assert QApplication.font().pointSizeF() == pytest.approx(antes * 1.6)
    pestana = ventana.pestanas.actual().contenido
    assert pestana.arbol.iconSize().width() == 26
    assert pestana.impreso.ver.iconSize().width() == 26
    assert ventana.pestanas.actual().contenido.lugar() == "2.2"
    assert {boton.iconSize().width() for boton in botones_con_icono(ventana.statusBar())} == {26}
    por_corregir = ventana.pestanas.ir_a("informe").findChild(ListaDeHallazgos).findChild(QTreeWidget)
    assert por_corregir.iconSize().width() == 26
    ventana.close()
    assert abrir().zoom.por_ciento == 160
    con_control(Qt.Key.Key_0)
    assert QApplication.font().pointSizeF() == pytest.approx(antes)


def test_al_pasar_a_oscuro_se_pinta_todo_de_nuevo_sin_perder_lo_escrito(ventana, qtbot):
    aplicacion = QApplication.instance()
    clara = aplicacion.palette()
    pestana = en(ventana, "1.2/1")
    poner_en(cuadros(pestana)[0])
    teclear("80")
    aplicacion.setPalette(paleta_de(OSCUROS))
    try:
        qtbot.waitUntil(lambda: ventana.pestanas.actual().contenido is not pestana)
        nueva = ventana.pestanas.actual().contenido
        assert nueva.lugar() == "1.2/1"
        assert se_ve(cuadros(nueva)[0]).splitlines()[-1].startswith("80 |")
        titulo = next(
            letrero for letrero in nueva.hoja.findChildren(Letrero) if "Monitoreo" in letrero.text()
        )
        assert titulo.palette().windowText().color().name().upper() == OSCUROS.letra
    finally:
        aplicacion.setPalette(clara)


def test_se_viste_como_el_sistema_al_abrir_y_cuando_cambia(ventana, monkeypatch):
    aplicacion = QApplication.instance()

    def cambia_a(esquema: Qt.ColorScheme) -> str:
        monkeypatch.setattr(QStyleHints, "colorScheme", lambda _: esquema)
        aplicacion.styleHints().colorSchemeChanged.emit(esquema)
        return fondo()

    def fondo() -> str:
        return aplicacion.palette().window().color().name().upper()

    assert fondo() == CLAROS.fondo
    try:
        assert cambia_a(Qt.ColorScheme.Dark) == OSCUROS.fondo
        preparar(aplicacion)  # otra ventana del mismo programa
        assert fondo() == OSCUROS.fondo
    finally:
        assert cambia_a(Qt.ColorScheme.Light) == CLAROS.fondo


def test_guardar_responde_con_la_hora(ventana):
    rejilla = cuadros(en(ventana, "1.2/1"))[0]
    poner_en(rejilla)
    teclear("80")
    con_control(Qt.Key.Key_G)
    assert ventana.estado.guardado.text() == "Guardado 16:59"
    assert rejilla.hasFocus()
    assert se_ve(rejilla).splitlines()[-1].startswith("80 |")


def test_el_tablero_lleva_a_lo_que_hay_que_corregir(abrir, qtbot):
    ventana = abrir(Trimestre(2024, 3), date(2024, 10, 2))
    revisada(ventana, qtbot)
    clic(linea(ventana, "revisar").boton)
    lista = ventana.contenidos.informe().hallazgos.lista
    renglon = next(r for r in lista.todos() if r.text(0).startswith("2.2: Monitoreo del SISAI"))
    lista.setCurrentItem(renglon)
    poner_en(lista)
    tecla(Qt.Key.Key_Return)
    assert ventana.pestanas.actual().clave == "componente:2"
    rejilla = QApplication.focusWidget()
    assert rejilla is cuadros(ventana.pestanas.actual().contenido)[0]
    assert rejilla.celda_actual().nombre == renglon.text(0).removeprefix("2.2: ")


def elegir_destino(ruta: Path) -> None:
    dialogo = avisos.ultimo().dialogo
    dialogo.findChild(QLineEdit).setText(str(ruta))
    dialogo.accept()


def test_f12_hace_el_informe_y_ofrece_abrirlo(ventana, qtbot, tmp_path, archivo):
    tecla(Qt.Key.Key_F12)
    dialogo = avisos.ultimo().dialogo
    assert Path(dialogo.directory().absolutePath()) == archivo.parent / "Documentos" / "informes"
    assert dialogo.selectedFiles()[0].endswith("Informe 2º trimestre 2024.pdf")
    salida = tmp_path / "informe.pdf"
    elegir_destino(salida)
    qtbot.waitUntil(lambda: ventana.mando.exportacion.tarea is None, timeout=30_000)
    assert salida.read_bytes().startswith(b"%PDF")
    assert str(salida) in avisos.ultimo().texto
    rotulos_de_aviso = [b.text().replace("&", "") for b in avisos.ultimo().dialogo.buttons()]
    assert "Abrir" in rotulos_de_aviso


@pytest.mark.parametrize(("rotulo", "extension"), [("Word", ".docx"), ("Excel", ".xlsx")])
def test_en_word_y_en_excel_se_pide_en_el_menu_o_junto_a_las_hojas(
    ventana, qtbot, tmp_path, rotulo: str, extension: str
):
    next(accion for accion in ventana.actions() if rotulo in accion.text()).trigger()
    dialogo = avisos.ultimo().dialogo
    assert dialogo.selectedFiles()[0].endswith(f"Informe 2º trimestre 2024{extension}")
    salida = tmp_path / f"informe{extension}"
    elegir_destino(salida)
    qtbot.waitUntil(lambda: ventana.mando.exportacion.tarea is None, timeout=30_000)
    assert salida.read_bytes().startswith(b"PK")
    assert str(salida) in avisos.ultimo().texto
    assert f"Lo que se cambie en {rotulo} no regresa" in avisos.ultimo().dialogo.informativeText()
    ventana.contenidos.informe().ir_a_paso(VER)
    vista = ventana.contenidos.informe().vista
    next(b for b in vista.findChildren(QPushButton) if rotulo in b.text()).click()
    assert avisos.ultimo().dialogo.selectedFiles()[0].endswith(extension)
    avisos.ultimo().dialogo.reject()
    assert ventana.mando.exportacion.tarea is None


def test_un_nombre_que_no_dice_en_que_hacerlo_se_contesta(ventana, qtbot, tmp_path):
    ventana.mando.exportacion.hacer(ventana.sesion, tmp_path / "informe.doc")
    qtbot.waitUntil(lambda: ventana.mando.exportacion.tarea is None, timeout=30_000)
    assert "termínelo en .pdf" in avisos.ultimo().dialogo.informativeText()
    assert not list(tmp_path.glob("informe*"))


@pytest.mark.parametrize("nombre", ["informe.pdf", "informe.docx"])
def test_cancelar_el_informe_no_deja_nada(ventana, qtbot, tmp_path, nombre: str):
    salida = tmp_path / nombre
    ventana.mando.exportacion.hacer(ventana.sesion, salida)
    ventana.mando.exportacion.avance.cancelar.click()
    qtbot.waitUntil(lambda: ventana.mando.exportacion.tarea is None, timeout=30_000)
    assert not salida.exists()
    assert "cancelado" in ventana.statusBar().currentMessage()


def test_si_el_destino_no_deja_se_dice_y_nada_se_pierde(ventana, qtbot, tmp_path):
    ventana.mando.exportacion.hacer(ventana.sesion, tmp_path / "no-existe" / "informe.pdf")
    qtbot.waitUntil(lambda: ventana.mando.exportacion.tarea is None, timeout=30_000)
    assert avisos.ultimo().texto == "No se pudo hacer el informe."


def test_se_avisa_del_borrador_de_los_signos_que_no_estan_y_de_lo_firmado():
    limpio = Exportado(Path("informe.pdf"), 14, (), {})
    assert advertencias(limpio) == ""
    dicho = advertencias(replace(limpio, sin_glifo=("😀",), por_corregir=("a", "b")))
    assert "Dice BORRADOR: hay 2 cosas por corregir." in dicho
    assert "😀" in dicho
    assert advertencias(replace(limpio, firmado=True)) == "Es el informe que se firmó."
    assert advertencias(replace(limpio, avisos=("El logotipo «Escudo»…",))) == "El logotipo «Escudo»…"


def test_ver_la_hoja_salta_a_la_pagina_de_la_frase(ventana, qtbot):
    pestana = en(ventana, "3.3/4")
    pestana.impreso.lista.setCurrentIndex(pestana.impreso.modelo.index(0))
    pestana.impreso.ver.click()
    informe = ventana.pestanas.actual().contenido
    qtbot.waitUntil(lambda: bool(informe.hojas.datos) and not informe.hojas.haciendo, timeout=30_000)
    qtbot.waitUntil(lambda: informe.vista.vista.pageNavigator().currentPage() > 8, timeout=5000)


def test_cambiar_de_trimestre_o_cerrar_mientras_se_hacen_las_hojas_no_estorba(abrir, qtbot):
    ventana = abrir()
    ventana.pestanas.ir_a("informe").hojas.pedir()
    ventana.mando.mover_trimestre(1)
    QApplication.processEvents()
    hojas = ventana.pestanas.ir_a("informe").hojas
    hojas.pedir()
    haciendo = hojas._tarea
    ventana.close()
    assert haciendo.isFinished()
    dichas = []
    hojas.cambio.connect(lambda: dichas.append("cambio"))
    for _ in range(3):  # lo que el hilo haya dejado dicho no llega a una ventana sin archivo
        QApplication.processEvents()
    assert dichas == []


def test_al_abrir_otro_archivo_lo_que_andaba_se_entrega_antes_de_dejar_el_primero(
    ventana, ejemplo, tmp_path, qtbot
):
    hojas = ventana.pestanas.ir_a("informe").hojas
    hojas.pedir()
    haciendo = hojas._tarea
    otro = tmp_path / "otro.sqlite"
    otro.write_bytes(ejemplo.read_bytes())
    ventana.abrir(otro)
    qtbot.waitUntil(lambda: ventana.estado.archivo.text() == str(otro))
    assert haciendo.isFinished() and not hojas.haciendo
    dichas = []
    hojas.cambio.connect(lambda: dichas.append("cambio"))
    for _ in range(3):
        QApplication.processEvents()
    assert dichas == []


def test_los_oficios_de_remision_y_la_fecha_de_firma_se_guardan(abrir):
    ventana = abrir()
    informe = ventana.pestanas.ir_a("informe")
    departamento, oficio = next(iter(informe.datos.oficios.items()))
    poner_en(oficio.folio)
    oficio.folio.selectAll()
    teclear("UT/0900/2024")
    tecla(Qt.Key.Key_Tab)
    teclear("h")
    poner_en(informe.datos.fecha)
    informe.datos.fecha.selectAll()
    teclear("5/7/2024")
    tecla(Qt.Key.Key_Return)
    informe.datos.paginas.click()
    ventana.close()
    foto = abrir().sesion.foto
    assert foto.remisiones[departamento].folio == "UT/0900/2024"
    assert foto.remisiones[departamento].fecha.isoformat() == "2024-07-04"
    assert foto.fecha_de_firma.isoformat() == "2024-07-05"
    assert not foto.numera_paginas


def test_abrir_otro_archivo_y_uno_que_no_sirve(ventana, ejemplo, tmp_path, archivo):
    malo = tmp_path / "nota.sqlite"
    malo.write_text("no soy un archivo de la oficina", encoding="utf-8")
    ventana.abrir(malo)
    assert avisos.ultimo().texto == "No se pudo abrir el archivo."
    assert ventana.estado.archivo.text() == str(archivo)
    otro = tmp_path / "otro.sqlite"
    otro.write_bytes(ejemplo.read_bytes())
    ventana.abrir(otro)
    assert ventana.estado.archivo.text() == str(otro)
    assert rotulos(ventana)[0] == "Tablero"


def test_abreviar_no_deja_preposiciones_colgando():
    assert abreviar("Normativa en transparencia fortalecida") == "Normativa…"
    assert abreviar("Corto") == "Corto"
    assert abreviar("Palabralarguísimaquenocabeentera") == "Palabralarguísimaqueno…"


def test_arrancar_no_carga_lo_pesado(archivo, tmp_path):
    guion = f"""
import sys
from datetime import date, datetime
from pathlib import Path
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.interfaz import arranque
from ut_escritorio.interfaz.arranque import nueva_aplicacion
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
from ut_escritorio.interfaz.ventana import abrir_ventana
from ut_escritorio.interfaz.ventana.archivo.atencion import Atencion
from ut_escritorio.servicios.archivo.expediente import abrir
arranque._YA_LEYENDO = 600_000  # en un equipo ocupado, lo que se adelanta al leer llegaría antes de mirar
aplicacion = nueva_aplicacion()
ahora = lambda: datetime(2024, 7, 4)
ventana = abrir_ventana(abrir(Path({str(archivo)!r}), ahora), Trimestre(2024, 2),
    hoy=lambda: date(2024, 7, 4), ahora=ahora, ajustes=abrir_ajustes(Path({str(tmp_path)!r})),
    respalda=False)
ventana.grab()  # se pinta sin atender nada más: en un equipo ocupado ya habría llegado lo que viene después
al_pintar = ["tomllib", "ut_escritorio.datos.toml", "ut_escritorio.datos.filas.firmas",
    "ut_escritorio.revision", "ut_escritorio.informe", "ut_escritorio.dominio.impreso.relatos",
    "ut_escritorio.interfaz.comunes.dialogos.avisos", "ut_escritorio.servicios.archivo.respaldo",
    "ut_escritorio.linea_de_comandos.terminal", "ut_escritorio.dominio.oficios.libro"]
print([nombre for nombre in al_pintar if nombre in sys.modules])
print("Qt" in vars(sys.modules["PySide6.QtCore"]))  # PySide arma sus 93 enumeraciones la primera vez
while ventana.findChild(Atencion) is None:
    aplicacion.processEvents()
print("Qt" in vars(sys.modules["PySide6.QtCore"]))  # sin él, PySide no puede decirle cómo está la aplicación
ventana.vista.ir_a(Sitio("2.2"))
aplicacion.processEvents()
pesados = ["fpdf", "PIL", "fontTools", "numpy", "PySide6.QtPdf", "PySide6.QtPdfWidgets",
    "ut_escritorio.informe.pdf"]
print([nombre for nombre in pesados if nombre in sys.modules])
ventana.close()
"""
    salida = subprocess.run(
        [sys.executable, "-c", guion], capture_output=True, encoding="utf-8", timeout=60, check=False
    )
    assert salida.stdout.split() == ["[]", "False", "True", "[]"], salida.stderr


def test_si_su_carpeta_no_se_puede_hacer_el_informe_se_ofrece_en_otra(ventana, archivo):
    (archivo.parent / "Documentos").write_bytes(b"")  # donde van sus informes hay otra cosa
    ventana.mando.pedir_informe()
    (dialogo,) = ventana.findChildren(QFileDialog)
    assert dialogo.isVisible()
    assert Path(dialogo.directory().absolutePath()) == Path.home()
    assert Path(dialogo.selectedFiles()[0]).suffix == ".pdf"
    dialogo.reject()


def test_el_dibujo_de_lo_dicho_arriba_crece_y_se_achica_con_la_letra(ventana):
    arriba = FranjaDeArriba(ventana.mesa)
    arriba.decir("Faltan los días inhábiles propios de 2031.", icono="dias")
    assert arriba.pieza is not None
    de_antes = arriba.pieza._signo.pixmap().deviceIndependentSize()
    ventana.acercar(+2)
    QApplication.processEvents()
    assert arriba.pieza._signo.pixmap().deviceIndependentSize().width() > de_antes.width()
    ventana.acercar(0)
    QApplication.processEvents()
    assert arriba.pieza._signo.pixmap().deviceIndependentSize() == de_antes
