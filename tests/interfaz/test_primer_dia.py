"""El primer día: de no tener archivo a su propio informe, sin nada de la gente ni del año del ejemplo."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import oprimir_en_aviso, pedir, poner_en, tecla, teclear, tiene_el_cursor
from ut_escritorio import rutas
from ut_escritorio.dominio.cambios_del_plan.inicio import trimestre_por_el_reloj
from ut_escritorio.dominio.oficina.firmantes import Ocupante, cargo_conocido, ocupante
from ut_escritorio.dominio.oficina.relevos import nombra
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.primeros_pasos import primeros_pasos
from ut_escritorio.interfaz.arranque import preparar
from ut_escritorio.interfaz.catalogos import Catalogos
from ut_escritorio.interfaz.catalogos.personas import Personas
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion import revision_viva
from ut_escritorio.interfaz.comunes.sesion.ajustes import texto
from ut_escritorio.interfaz.comunes.sesion.visto import DiaYHora
from ut_escritorio.interfaz.primer_dia import PrimerDia
from ut_escritorio.interfaz.ventana import abrir_ventana
from ut_escritorio.interfaz.ventana.archivo.puerta import olvidar
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import creacion

AHORA = datetime(2026, 5, 14, 9, 30, tzinfo=UTC)
RELOJ = DiaYHora(AHORA.date, lambda: AHORA)


@pytest.fixture
def oficina(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Los Documentos de una computadora donde nunca se ha abierto el programa."""
    carpeta = tmp_path / "Documentos" / "UT Escritorio"
    monkeypatch.setattr(rutas, "carpeta_de_datos", lambda: carpeta)
    monkeypatch.setattr(revision_viva, "PAUSA", 20)
    avisos.olvidar()
    return carpeta


@pytest.fixture
def llegar(qtbot, oficina: Path, ajustes) -> Iterator[Callable[..., tuple[PrimerDia, list[Ventana]]]]:
    """Abre el primer día; la lista tendrá la ventana que de él salga."""
    preparar(QApplication.instance())  # pyright: ignore[reportArgumentType]
    ventanas: list[Ventana] = []

    def abre(perdido: Path | None = None) -> tuple[PrimerDia, list[Ventana]]:
        inicio = PrimerDia(RELOJ, perdido)

        def seguir(abierto, trimestre) -> None:
            ventana = abrir_ventana(
                abierto, trimestre, hoy=RELOJ.hoy, ahora=RELOJ.ahora, ajustes=ajustes, respalda=False
            )
            ventanas.append(ventana)
            ventana.activateWindow()

        inicio.listo.connect(seguir)
        inicio.show()
        inicio.activateWindow()
        qtbot.waitUntil(inicio.isActiveWindow)
        return inicio, ventanas

    yield abre
    for ventana in ventanas:
        ventana.cierre.sin_guardarlo = True
        olvidar(ventana, ventana.sesion)
        ventana.close()
        ventana.deleteLater()


def _empezar(inicio: PrimerDia) -> None:
    """Oprime «Empezar», y en lo que quede sin nombre lo deja así."""
    inicio.seguir.click()
    ultimo = avisos.ultimo()
    if ultimo is not None and ultimo.texto.startswith("Falta el nombre"):
        oprimir_en_aviso("Empezar sin escribirlo")


class Acciones:
    """Cada tecla suelta y cada dato escrito cuentan por una."""

    def __init__(self) -> None:
        self.cuantas = 0

    def tecla(self, cual: Qt.Key) -> None:
        self.cuantas += 1
        tecla(cual)

    def escribir(self, dicho: str) -> None:
        self.cuantas += 1
        teclear(dicho)


def _del_ejemplo() -> set[str]:
    """Los nombres, siglas y palabras del plan que trae el programa que no deben quedar en ningún otro."""
    plan = tomllib.loads(creacion.plan_del_programa().read_text(encoding="utf-8"))
    gente = {palabra for persona in plan["personas"] for palabra in persona["nombre"].split()}
    siglas = {unidad["siglas"] for unidad in plan["unidades"] if "siglas" in unidad}
    return {*gente, *siglas, str(plan["ejercicio"]), str(plan["ejercicio"] - 2), plan["leyenda"]}


def _leido(pdf: Path) -> str:
    lector = PdfReader(pdf)
    return "\n".join([str(lector.metadata), *(hoja.extract_text() for hoja in lector.pages)])


@pytest.mark.parametrize("estorbo", ["Documentos", "UT Escritorio"])
def test_si_en_documentos_no_se_puede_guardar_se_ofrece_otra_carpeta(
    llegar, oficina, qtbot, tmp_path, estorbo
):
    en_su_lugar = next(cada for cada in (oficina, *oficina.parents) if cada.name == estorbo)
    en_su_lugar.parent.mkdir(exist_ok=True)
    en_su_lugar.write_text("aquí no se puede hacer una carpeta", encoding="utf-8")
    inicio, ventanas = llegar()
    inicio.formulario.componentes[0][1].setChecked(True)
    _empezar(inicio)
    assert avisos.ultimo().texto == "No se puede guardar ahí."
    assert str(oficina) in avisos.ultimo().dialogo.informativeText()
    oprimir_en_aviso("Elegir otra carpeta…")
    otra = tmp_path / "otra carpeta"
    otra.mkdir()
    avisos.ultimo().dialogo.fileSelected.emit(str(otra))
    qtbot.waitUntil(lambda: bool(ventanas))
    assert ventanas[0].sesion.expediente.ruta.parent == otra


def test_en_menos_de_veinticinco_acciones_hay_un_informe_suyo_y_nada_del_ejemplo(llegar, oficina, qtbot):
    inicio, ventanas = llegar()
    ella = Acciones()
    ella.escribir("Lic. Rosa Elvia Cruz")
    ella.tecla(Qt.Key.Key_Return)
    ella.tecla(Qt.Key.Key_Return)
    ella.escribir("Mtro. Hugo Díaz")
    ella.tecla(Qt.Key.Key_Return)
    ella.tecla(Qt.Key.Key_Return)
    ella.escribir("2026, Año de las Cuentas Claras")
    ella.tecla(Qt.Key.Key_Return)
    for _ in range(20):
        if QApplication.focusWidget() is inicio.seguir:
            break
        ella.tecla(Qt.Key.Key_Tab)
    ella.tecla(Qt.Key.Key_Space)
    (ventana,) = ventanas
    qtbot.waitUntil(ventana.isActiveWindow)
    if QApplication.focusWidget() is None:
        poner_en(ventana.pestanas.tabBar())
    ella.tecla(Qt.Key.Key_F12)
    dialogo = avisos.ultimo().dialogo
    propuesta = Path(dialogo.selectedFiles()[0])  # pyright: ignore[reportAttributeAccessIssue]
    ella.cuantas += 1
    dialogo.accept()
    qtbot.waitUntil(lambda: propuesta.exists() and ventana.mando.exportacion.tarea is None, timeout=20_000)
    assert ella.cuantas <= 25
    assert propuesta == oficina / "informes" / "Informe 2º trimestre 2026.pdf"
    dice = _leido(propuesta)
    for suyo in ("Rosa Elvia Cruz", "Hugo Díaz", "2026, Año de las Cuentas Claras", "2º trimestre 2026"):
        assert suyo in dice
    assert [ajeno for ajeno in _del_ejemplo() if nombra(dice, ajeno)] == []


def test_en_el_archivo_tampoco_queda_nadie_ni_nada_de_otro_ano(llegar):
    inicio, ventanas = llegar()
    for _, casilla in inicio.formulario.componentes:
        casilla.setChecked(True)
    inicio.formulario.firmas[0].nombre.setText("Rosa Cruz")
    _empezar(inicio)
    (ventana,) = ventanas
    dicho = "\n".join(ventana.sesion.expediente.base.conexion.iterdump())
    assert [ajeno for ajeno in _del_ejemplo() if nombra(dicho, ajeno)] == []
    foto = ventana.sesion.foto
    assert foto.trimestre == Trimestre(2026, 2)
    assert {n.puesto for n in foto.catalogo.nombramientos} >= {d.puesto for d in foto.plan.departamentos}


def test_solo_lleva_lo_que_ella_captura_y_el_tablero_lo_ensena(llegar):
    inicio, ventanas = llegar()
    suyos = {clave for clave, casilla in inicio.formulario.componentes if casilla.isChecked()}
    _empezar(inicio)
    plan = ventanas[0].sesion.foto.plan
    assert {c.clave for c in plan.componentes} == suyos
    assert plan.mosaicos
    assert {m.cifra for m in plan.mosaicos} <= {c.clave for c in plan.cifras}


def test_el_primer_numero_de_oficio_se_completa_sin_nada_anotado(llegar):
    inicio, ventanas = llegar()
    _empezar(inicio)
    QApplication.processEvents()
    tecla(Qt.Key.Key_F9)
    teclear("645")
    tecla(Qt.Key.Key_Return)
    sesion = ventanas[0].sesion
    (anotado,) = sesion.foto.renglones
    assert anotado.citas[0].folio == f"UT/0645/{sesion.trimestre.ejercicio}"
    assert sesion.foto.plan.serie_de("circular") == "", "las circulares llevan otra cuenta"


def test_quien_no_se_dijo_se_pide_despues_por_lo_que_firma(llegar):
    inicio, ventanas = llegar()
    inicio.formulario.firmas[0].nombre.setText("Rosa Cruz")
    inicio.formulario.firmas[1].cargo.clear()
    _empezar(inicio)
    (ventana,) = ventanas
    pedir(ventana, "Oficina", "Personas y cargos…")
    personas = ventana.findChild(Catalogos).personas
    puestos = [personas.puesto.itemText(n) for n in range(personas.puesto.count())]
    assert "Vo. Bo." in puestos
    assert personas.puesto.currentText() == "Vo. Bo.", "se abre en el que falta"
    personas.puesto.setCurrentText("Vo. Bo.")
    personas.nombre.setText("Hugo Díaz")
    personas.cargo.setText("Titular")
    personas.guardar.click()
    assert "Titular" in [personas.puesto.itemText(n) for n in range(personas.puesto.count())]


def test_sin_decir_que_captura_no_se_crea_nada(llegar, oficina):
    inicio, ventanas = llegar()
    for _, casilla in inicio.formulario.componentes:
        casilla.setChecked(False)
    _empezar(inicio)
    assert "Marque al menos uno" in avisos.ultimo().texto
    assert not ventanas
    assert not oficina.exists()


def test_trae_su_archivo_y_lo_traido_queda_intacto(llegar, oficina, ejemplo, tmp_path, qtbot):
    memoria = tmp_path / "memoria"
    memoria.mkdir()
    traido = memoria / "el de la oficina.sqlite"
    traido.write_bytes(ejemplo.read_bytes())
    antes = hashlib.sha256(traido.read_bytes()).hexdigest()
    inicio, ventanas = llegar()
    inicio.traer(traido)
    qtbot.waitUntil(lambda: "Lo último se anotó el" in avisos.ultimo().texto, timeout=20_000)
    oprimir_en_aviso("Copiarlo y abrirlo")
    qtbot.waitUntil(lambda: bool(ventanas), timeout=20_000)
    (ventana,) = ventanas
    assert ventana.sesion.expediente.ruta == oficina / "unidad-de-transparencia.sqlite"
    assert hashlib.sha256(traido.read_bytes()).hexdigest() == antes
    assert list(memoria.iterdir()) == [traido]


def test_lo_que_no_sirve_no_se_trae(llegar, oficina, tmp_path, qtbot):
    malo = tmp_path / "carta.sqlite"
    malo.write_bytes(b"esto no es un archivo del programa" * 400)
    inicio, ventanas = llegar()
    inicio.traer(malo)
    qtbot.waitUntil(lambda: "no es un archivo" in avisos.ultimo().texto, timeout=20_000)
    assert not ventanas
    assert not oficina.exists()


def test_con_el_plan_en_un_archivo_empieza_con_el_suyo(llegar, oficina, tmp_path):
    plan = tmp_path / "plan.txt"
    texto = (rutas.recursos() / "planes" / "2024.toml").read_text(encoding="utf-8")
    plan.write_text(texto[:3000], encoding="utf-8")
    inicio, ventanas = llegar()
    inicio.caminos.button(3).click()
    assert inicio.seguir.text() == "Elegir el plan…"
    inicio.con_plan(plan)
    assert "«plan.txt» no se cargó; hay" in avisos.ultimo().texto and not oficina.exists()
    avisos.ultimo().dialogo.reject()
    plan.write_text(texto.replace("Normativa en transparencia fortalecida", "La norma"), encoding="utf-8")
    inicio.con_plan(plan)
    (ventana,) = ventanas
    assert ventana.sesion.foto.plan.lugar["1"].nombre == "La norma"
    assert ventana.sesion.foto.sin_empezar and ventana.sesion.expediente.ruta.parent == oficina


def test_el_ejemplo_se_ve_que_lo_es_no_se_recuerda_y_se_va(llegar, oficina, ajustes):
    inicio, ventanas = llegar()
    tecla(Qt.Key.Key_Tab)
    inicio.caminos.button(2).click()
    inicio.seguir.click()
    (ventana,) = ventanas
    ruta = ventana.sesion.expediente.ruta
    assert "EJEMPLO" in ventana.windowTitle()
    assert ventana.ejemplo.isVisible()
    ventana.close()
    assert not ruta.exists()
    assert texto(ajustes, "archivo") == ""
    assert not oficina.exists()


def test_del_ejemplo_se_pasa_a_lo_propio_en_la_misma_ventana(llegar, ajustes):
    inicio, ventanas = llegar()
    inicio.caminos.button(2).click()
    inicio.seguir.click()
    (ventana,) = ventanas
    ventana.ejemplo.pide_empezar.emit()
    otro = ventana.findChild(PrimerDia)
    _empezar(otro)
    assert "EJEMPLO" not in ventana.windowTitle()
    assert not ventana.ejemplo.isVisible()
    assert texto(ajustes, "archivo") == str(ventana.sesion.expediente.ruta)


def test_si_el_ultimo_archivo_ya_no_esta_lo_dice(llegar, tmp_path):
    inicio, _ = llegar(tmp_path / "memoria" / "x.sqlite")
    assert any("No se encontró" in letrero.text() for letrero in inicio.findChildren(Letrero))


@pytest.mark.parametrize(
    ("hoy", "trimestre"),
    [
        (date(2026, 5, 14), Trimestre(2026, 2)),
        (date(2026, 7, 4), Trimestre(2026, 2)),
        (date(2026, 1, 9), Trimestre(2025, 4)),
    ],
)
def test_el_trimestre_propuesto_es_el_que_toca_capturar(hoy, trimestre):
    assert trimestre_por_el_reloj(hoy) == trimestre


def test_se_dice_el_nombre_de_cada_componente_y_el_cargo_sigue_al_departamento(llegar):
    inicio, _ = llegar()
    formulario = inicio.formulario
    (_, normativa), (_, solicitudes), (_, proactiva) = formulario.componentes
    assert solicitudes.text().endswith("Acceso a la información y protección de datos personales")
    cargo = formulario.firmas[0].cargo
    assert "Vinculación" in cargo.text()
    solicitudes.setChecked(True)
    for suya in (normativa, proactiva):
        suya.setChecked(False)
    assert cargo.text().startswith("Jefa del Depto. de Transparencia")
    cargo.setText("Encargada")
    normativa.setChecked(True)
    assert cargo.text() == "Encargada", "lo que ella escribió se queda"


def test_con_dos_departamentos_cada_oficio_lleva_el_cargo_del_suyo(llegar):
    inicio, ventanas = llegar()
    for _, casilla in inicio.formulario.componentes:
        casilla.setChecked(True)
    inicio.formulario.firmas[0].nombre.setText("Rosa Cruz")
    _empezar(inicio)
    catalogo = ventanas[0].sesion.foto.catalogo
    assert {n.puesto: n.cargo.split(" de ")[1][:16] for n in catalogo.nombramientos} == {
        "jefa_vinculacion": "Departamento",
        "jefa_transparencia": "Transparencia, A",
        "titular_ut": "la Unidad",
    }
    assert [n.puesto for n in catalogo.nombramientos if not catalogo.nombrados(n.puesto)] == ["titular_ut"]


def test_de_las_iniciales_del_ejemplo_no_queda_nada(llegar):
    inicio, ventanas = llegar()
    for _, casilla in inicio.formulario.componentes:
        casilla.setChecked(True)
    _empezar(inicio)
    oficios = [depto.oficio for depto in ventanas[0].sesion.foto.plan.departamentos]
    assert [oficio.copias for oficio in oficios] == [(), ("C.c.p.- Expediente.",)]


def test_lo_que_va_sin_nombre_se_pregunta_con_el_cursor_ya_donde_se_escribe(llegar, oficina):
    inicio, ventanas = llegar()
    inicio.formulario.firmas[0].nombre.setText("Rosa Cruz")
    inicio.seguir.click()
    assert avisos.ultimo().texto == "Falta el nombre de quien firma en «Vo. Bo.»."
    assert avisos.ultimo().dialogo.defaultButton().text() == "Escribirlo"
    oprimir_en_aviso("Escribirlo")
    assert not ventanas
    assert not oficina.exists()
    assert tiene_el_cursor(inicio.formulario.firmas[1].nombre)
    inicio.formulario.firmas[1].nombre.setText("Hugo Díaz")
    inicio.seguir.click()
    assert len(ventanas) == 1


def test_el_cargo_escrito_sin_nombre_no_se_pierde(llegar, oficina):
    """El puesto queda vacante: se imprime su raya, y al decir quién lo ocupa su cargo ya está."""
    inicio, ventanas = llegar()
    elaboro, visto_bueno = inicio.formulario.firmas
    puesto = visto_bueno.dicha().puesto
    elaboro.nombre.setText("Rosa Cruz")
    visto_bueno.cargo.setText("Encargada de la Unidad")
    _empezar(inicio)
    (ventana,) = ventanas
    foto = ventana.sesion.foto
    assert ocupante(foto.catalogo, puesto, foto.dia) is None
    assert cargo_conocido(foto.catalogo, puesto) == "Encargada de la Unidad"
    assert any("«Encargada de la Unidad»" in paso.que for paso in primeros_pasos(foto))
    personas = Personas(ventana.sesion)
    personas.poner(foto.catalogo)
    personas.puesto.setCurrentIndex(personas.puesto.findData(puesto))
    assert personas.cargo.text() == "Encargada de la Unidad"
    assert personas.historia.count() == 0, "vacante no lo ha ocupado nadie"
    personas.nombre.setText("Eva Sol")
    personas.guardar.click()
    foto = ventana.sesion.foto
    assert ocupante(foto.catalogo, puesto, foto.trimestre.primer_dia) == Ocupante(
        "Eva Sol", "Encargada de la Unidad"
    )


def test_el_cargo_que_se_propuso_y_ella_dejo_tampoco_se_pierde(llegar):
    inicio, ventanas = llegar()
    dejado = inicio.formulario.firmas[0]
    puesto, cargo = dejado.dicha().puesto, dejado.cargo.text()
    assert cargo
    _empezar(inicio)
    (ventana,) = ventanas
    foto = ventana.sesion.foto
    assert cargo_conocido(foto.catalogo, puesto) == cargo
    assert ocupante(foto.catalogo, puesto, foto.dia) is None
    assert any(f"«{cargo}»" in paso.que for paso in primeros_pasos(foto))
