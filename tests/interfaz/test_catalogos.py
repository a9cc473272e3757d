"""Los catálogos en uso: cada cambio desde su día, a la vista, y con deshacer; nada firmado cambia."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.interfaz.conftest import AHORA
from tests.interfaz.manos import clic, contestar, oprimir_en_aviso, pedir, poner_en, tecla, teclear
from ut_escritorio.dominio.oficina.cambios import papel_en
from ut_escritorio.dominio.oficina.firmantes import ocupante
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.catalogos import Catalogos
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.editor_de_texto import EditorDeTexto
from ut_escritorio.interfaz.comunes.dialogos.franja import Franja
from ut_escritorio.interfaz.ventana import abrir_ventana
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar
from ut_escritorio.servicios.oficina.calendario import descansos
from ut_escritorio.servicios.oficina.catalogos import catalogo_de, corregir_persona

SEGUNDO = Trimestre(2024, 2)


@pytest.fixture
def abrir_en(ventana: Ventana, qtbot):
    """Abre los catálogos por su menú."""

    def abre(opcion: str) -> Catalogos:
        pedir(ventana, "Oficina", opcion)
        dialogo = ventana.findChild(Catalogos)
        assert dialogo is not None
        qtbot.waitUntil(dialogo.isVisible)
        return dialogo

    yield abre
    for dialogo in ventana.findChildren(Catalogos):
        dialogo.accept()


def _escribir(campo, palabras: str) -> None:
    poner_en(campo)
    campo.selectAll()
    teclear(palabras)
    tecla(Qt.Key.Key_Return)


def _pdf(ventana: Ventana, salida: Path) -> bytes:
    exp = ventana.sesion.expediente
    foto = exp.foto(SEGUNDO)
    exportar(foto, contenidos_de(exp, foto), salida)
    return salida.read_bytes()


def _puesto(personas, cargo: str) -> None:
    personas.puesto.setCurrentIndex(personas.puesto.findText(cargo))


def test_a_partir_de_un_dia_la_titular_es_otra_y_lo_de_antes_sale_igual(ventana, abrir_en, tmp_path):
    antes = _pdf(ventana, tmp_path / "antes.pdf")
    catalogos = abrir_en("Personas y cargos…")
    personas = catalogos.personas
    _puesto(personas, "Titular de la Unidad de Transparencia")
    _escribir(personas.desde, "01/01/2025")
    _escribir(personas.nombre, "Mtra. Nadia Sosa")
    clic(personas.guardar)
    catalogo = catalogo_de(ventana.sesion.expediente)
    assert ocupante(catalogo, "titular_ut", date(2025, 1, 1)).nombre == "Mtra. Nadia Sosa"
    assert "Keyla" in ocupante(catalogo, "titular_ut", date(2024, 12, 31)).nombre
    dichos = [personas.historia.item(i).text() for i in range(personas.historia.count())]
    assert dichos[0].startswith("Hasta el 31/12/2024")
    assert dichos[1].startswith("A partir del 01/01/2025: Mtra. Nadia Sosa")
    assert _pdf(ventana, tmp_path / "despues.pdf") == antes
    ella = next(p for p in catalogo.personas if not p.tratamiento)
    ventana.sesion.hacer(corregir_persona, ella.clave, ella.nombre)
    clic(catalogos.deshacer)
    assert personas.historia.count() == 1
    assert not catalogos.deshacer.isEnabled(), "lo que dejó todo igual no se vuelve atrás"


def test_corregir_un_nombre_es_la_misma_persona(ventana, abrir_en):
    catalogos = abrir_en("Personas y cargos…")
    _puesto(catalogos.personas, "Titular de la Unidad de Transparencia")
    clic(catalogos.personas.corregir)
    contestar("Lic. Keila Matus Meléndez", "Corregir el nombre")
    foto = ventana.sesion.expediente.foto(SEGUNDO)
    assert ocupante(foto.catalogo, "titular_ut", foto.dia).nombre == "Lic. Keila Matus Meléndez"


def test_una_unidad_cambia_de_nombre_tiene_titular_y_deja_de_existir(ventana, abrir_en):
    catalogos = abrir_en("Unidades y órganos…")
    unidades = catalogos.unidades
    _escribir(unidades.busca, "TESORERIA")
    visibles = [f for f in range(unidades.lista.count()) if not unidades.lista.item(f).isHidden()]
    unidades.lista.setCurrentRow(visibles[0])
    assert len(visibles) == 1
    _escribir(unidades.nombre, "Tesorería del Municipio")
    _escribir(unidades.titular, "C.P. Omar Gil")
    _escribir(unidades.cargo, "Tesorero")
    clic(unidades.guardar)
    catalogo = catalogo_de(ventana.sesion.expediente)
    assert catalogo.unidad("tesoreria").nombre == "Tesorería del Municipio"
    assert ocupante(catalogo, "tesoreria", date(2024, 7, 4)).nombre == "C.P. Omar Gil"
    clic(unidades.termina)
    _escribir(unidades.dia, "01/08/2024")
    clic(unidades.guardar)
    assert catalogo_de(ventana.sesion.expediente).unidad("tesoreria").hasta == date(2024, 7, 31)


def test_una_unidad_nueva_sin_nombre_no_se_guarda_y_se_dice(ventana, abrir_en):
    catalogos = abrir_en("Unidades y órganos…")
    antes = catalogo_de(ventana.sesion.expediente)
    clic(catalogos.unidades.nueva)
    clic(catalogos.unidades.guardar)
    assert "Falta el nombre" in avisos.ultimo().texto
    oprimir_en_aviso("Aceptar")
    assert catalogo_de(ventana.sesion.expediente) == antes
    _escribir(catalogos.unidades.nombre, "Archivo Municipal")
    clic(catalogos.unidades.guardar)
    assert catalogo_de(ventana.sesion.expediente).unidad("archivo_municipal") is not None


def test_el_membrete_se_ve_antes_de_guardarlo_y_vale_desde_su_dia(ventana, abrir_en, qtbot):
    catalogos = abrir_en("Membrete y leyenda…")
    membrete = catalogos.membrete
    qtbot.waitUntil(lambda: not membrete.hoja.pixmap().isNull(), timeout=20_000)
    antes = membrete.hoja.pixmap().toImage()
    assert antes.pixelColor(3, 3).name() == "#ffffff", "es papel, también con la ventana oscura"
    _escribir(membrete.desde, "01/01/2025")
    membrete.administracion.setPlainText("Oaxaca de Juárez\n2025-2027")
    qtbot.waitUntil(lambda: membrete.hoja.pixmap().toImage() != antes, timeout=20_000)
    clic(membrete.guardar)
    catalogo = catalogo_de(ventana.sesion.expediente)
    assert papel_en(catalogo, date(2025, 1, 1)).administracion == ("Oaxaca de Juárez", "2025-2027")
    assert "2022-2024" in papel_en(catalogo, date(2024, 12, 31)).administracion


def test_una_imagen_que_no_lo_es_no_entra_en_el_membrete(ventana, abrir_en, tmp_path, qtbot):
    membrete = abrir_en("Membrete y leyenda…").membrete
    antes = membrete.logos.logos
    (tmp_path / "carta.png").write_text("no es una imagen", encoding="utf-8")
    membrete.logos.poner((tmp_path / "carta.png",))
    qtbot.waitUntil(lambda: avisos.ultimo() is not None)
    assert "no se puede usar como logotipo" in avisos.ultimo().texto
    assert membrete.logos.logos == antes
    avisos.ultimo().dialogo.accept()


def test_los_dias_propios_se_agregan_se_quitan_y_se_deshacen(ventana, abrir_en):
    catalogos = abrir_en("Días inhábiles…")
    dias = catalogos.dias
    assert dias.faltan.text() == "Faltan los días propios de 2024."
    _escribir(dias.desde, "15/07/2024")
    _escribir(dias.hasta, "26/07/2024")
    _escribir(dias.nota, "Vacaciones")
    clic(dias.agregar)
    (descanso,) = descansos(ventana.sesion.expediente)
    assert (descanso.desde, descanso.hasta, descanso.nota) == (
        date(2024, 7, 15),
        date(2024, 7, 26),
        "Vacaciones",
    )
    assert dias.faltan.text() == ""
    clic(catalogos.deshacer)
    assert descansos(ventana.sesion.expediente) == ()


def test_desde_noviembre_se_recuerda_que_faltan_los_dias_del_ano_siguiente(archivo, ajustes, qtbot):
    def abre(mes: int) -> Ventana:
        hoy = date(2024, mes, 20)
        abierto = expediente.abrir(archivo, lambda: AHORA)
        ventana = abrir_ventana(
            abierto, SEGUNDO, hoy=lambda: hoy, ahora=lambda: AHORA, ajustes=ajustes, respalda=False
        )
        qtbot.waitUntil(ventana.isVisible)
        return ventana

    def dice(ventana: Ventana) -> list[str]:
        return [franja.dice() for franja in ventana.findChildren(Franja) if franja.dice()]

    ventana = abre(11)
    qtbot.waitUntil(lambda: any("2025" in d for d in dice(ventana)))
    ventana.close()
    octubre = abre(10)
    octubre._cuidar()
    assert not any("2025" in d for d in dice(octubre))
    octubre.close()


def test_un_texto_del_oficio_se_halla_y_se_cambia(ventana, abrir_en):
    textos = abrir_en("Textos del plan…").textos
    _escribir(textos.busca, "cordial saludo")
    visibles = [f for f in range(textos.lista.count()) if not textos.lista.item(f).isHidden()]
    textos.lista.setCurrentRow(visibles[0])
    clic(textos.cambiar)
    (editor,) = ventana.findChildren(EditorDeTexto)
    editor.campo.setPlainText("Reciba un saludo.")
    clic(editor.guardar)
    departamento = ventana.sesion.foto.plan.departamentos[0]
    assert departamento.oficio.cuerpo[-1] == "Reciba un saludo."


def test_se_cierra_mientras_se_dibuja_la_hoja_y_no_pasa_nada(ventana, abrir_en, qtbot):
    catalogos = abrir_en("Membrete y leyenda…")
    tarea = catalogos.membrete._tarea
    assert tarea is not None
    catalogos.accept()
    qtbot.waitUntil(tarea.isFinished, timeout=20_000)
    qtbot.waitUntil(lambda: not ventana.findChildren(Catalogos), timeout=20_000)


def test_ver_uno_tras_otro_no_es_haber_escrito_algo(abrir_en):
    """Cerrar no pregunta por lo que ella solo miró."""
    oficina = abrir_en("Unidades y órganos…")
    for fila in range(oficina.unidades.lista.count()):
        oficina.unidades.lista.setCurrentRow(fila)
        assert oficina.lo_dicho() == (), oficina.unidades.lista.item(fila).text()
    for cual in range(oficina.personas.puesto.count()):
        oficina.personas.puesto.setCurrentIndex(cual)
        assert oficina.lo_dicho() == (), oficina.personas.puesto.itemText(cual)
