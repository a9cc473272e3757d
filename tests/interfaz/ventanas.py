"""Todas las ventanas y los diálogos del programa, y cómo se abre cada uno."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from PySide6.QtCore import QEventLoop, QItemSelectionModel
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QDialog, QTabWidget, QWidget

from tests.evidencias.archivos import hojas_numeradas
from tests.interfaz.manos import en
from tests.listas.archivos import dejar, libro, solicitudes
from ut_escritorio.datos.archivo.respaldo import copiar
from ut_escritorio.dominio.numeros.avance import avances
from ut_escritorio.dominio.oficios.folios import Serie
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.oficios.relacion import PedidoDeRelacion, Periodo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.textos import textos_de
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.anio import VentanaDeAnio
from ut_escritorio.interfaz.anio.textos import UnoPorUno
from ut_escritorio.interfaz.catalogos import Catalogos
from ut_escritorio.interfaz.componente.procedencia import HojaDeProcedencia
from ut_escritorio.interfaz.comunes.dialogos import avisos, imprevistos
from ut_escritorio.interfaz.comunes.dialogos.editor_de_texto import EditorDeTexto
from ut_escritorio.interfaz.comunes.dialogos.nueva_actividad import NuevaActividad
from ut_escritorio.interfaz.comunes.papel.hoja_a_imprimir import HojaAImprimir
from ut_escritorio.interfaz.comunes.sesion.visto import DiaYHora
from ut_escritorio.interfaz.evidencias.usar_tambien import UsarTambien
from ut_escritorio.interfaz.hojas.ayuda import Ayuda
from ut_escritorio.interfaz.hojas.buscar import HojaDeBuscar
from ut_escritorio.interfaz.hojas.captura import HojasDeCaptura
from ut_escritorio.interfaz.hojas.ficha_de_sesion import HojaDeFicha
from ut_escritorio.interfaz.hojas.lista_de_afuera import TraerDeExcel
from ut_escritorio.interfaz.hojas.plan_que_llega import HojaDePlanQueLlega
from ut_escritorio.interfaz.hojas.traer import HojaDeTraer
from ut_escritorio.interfaz.informe.cambios import HojaDeCambios
from ut_escritorio.interfaz.monitoreos.dias import HojaDeDias
from ut_escritorio.interfaz.oficios.carta.varias import VariasAreas
from ut_escritorio.interfaz.oficios.por_cual_va import CuadroDelUltimo
from ut_escritorio.interfaz.oficios.que_faltan import QueFaltan
from ut_escritorio.interfaz.oficios.relacion.repartir import RepartirAcuses
from ut_escritorio.interfaz.oficios.relacion.ventana import HojaDeOficios
from ut_escritorio.interfaz.oficios.respuestas.llego import LlegoLaRespuesta
from ut_escritorio.interfaz.partes.entregar import EntregarParte
from ut_escritorio.interfaz.partes.recibir import RecibirParte
from ut_escritorio.interfaz.plan import ElPlan
from ut_escritorio.interfaz.primer_dia import PrimerDia
from ut_escritorio.interfaz.primer_dia.agregar import AgregarComponente
from ut_escritorio.interfaz.respaldo.elegir import ElegirCopia
from ut_escritorio.interfaz.respaldo.espacio import Espacio
from ut_escritorio.interfaz.tablero.avance.metas_y_entrega import MetasYEntrega
from ut_escritorio.interfaz.tablero.avance.modificar import ModificarMeta
from ut_escritorio.interfaz.tablero.avance.por_que import PorQue
from ut_escritorio.interfaz.tablero.vistas import ANIO, AVANCE, COMPARAR, HOY
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import numeros, traer
from ut_escritorio.servicios.captura.renglones import nuevo_parrafo
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.decisiones import dejar_asi
from ut_escritorio.servicios.entrega.informe import contenidos_de
from ut_escritorio.servicios.entrega.revision import revisar
from ut_escritorio.servicios.evidencias.lista import destinos
from ut_escritorio.servicios.oficina import anio
from ut_escritorio.servicios.oficios import anotar, cartas
from ut_escritorio.servicios.oficios.libro import leer_libro
from ut_escritorio.servicios.oficios.varias import por_verse
from ut_escritorio.servicios.partes.entregar import entregar
from ut_escritorio.servicios.texto import entrada, salida
from ut_escritorio.servicios.texto.datos_que_llegan import como_archivo

JUNIO = Casilla("recursos", 2, 6)
LARGO = "Se recibió la solicitud de información y se turnó a las áreas, que aún no contestan. " * 4


def _uno_por_uno(v: Ventana) -> QDialog:
    exp, trimestre = v.sesion.expediente, v.sesion.trimestre
    return UnoPorUno(
        anio.por_mirar(exp, trimestre, anio.proponer_anio(exp, trimestre)), v.sesion.foto.plan, v
    )


def _traer(v: Ventana) -> QDialog:
    nuevo_parrafo(v.sesion.expediente, v.sesion.trimestre, "1.2/2", LARGO)
    v.mando.mover_trimestre(1)
    return HojaDeTraer(v, v.sesion, traer.proponer(v.sesion.expediente, v.sesion.trimestre))


_listo: list[firma.PorFirmar] = []


def _firmar(exp: Expediente, trimestre: Trimestre) -> object:
    """Firma el ejemplo; su PDF, que es siempre el mismo, se escribe una sola vez."""
    foto = exp.foto(trimestre)
    if not _listo:
        _listo.append(firma.preparar_firma(foto, contenidos_de(exp, foto), date(2024, 7, 4)))
    return firma.guardar_firmado(exp, _listo[0])


def _que_cambio(v: Ventana) -> QDialog:
    v.sesion.hacer(_firmar)
    v.sesion.hacer(firma.abrir_para_corregir, LARGO)
    v.sesion.hacer(numeros.capturar, JUNIO, 2)
    v.pestanas.ir_a("informe").firmados.que_cambio.click()
    return v.findChildren(HojaDeCambios)[-1]


def _una_sesion(ventana: Ventana) -> str:
    return next(renglon.uid for renglon in ventana.sesion.foto.renglones if renglon.medio == "sesion")


def _procedencia(v: Ventana) -> QDialog:
    v.sesion.hacer(numeros.capturar, JUNIO, 2)
    return HojaDeProcedencia(v, v.sesion, Casilla("recursos", 2))


def _traer_de_excel(v: Ventana) -> QDialog:
    """Ya leída, y con una palabra que falta decir qué es."""
    ruta = dejar(v.sesion.expediente.ruta.parent, "Reporte.xlsx", libro(solicitudes(2024)))
    cuadro = TraerDeExcel(v, v.sesion, v.sesion.foto.plan.cuadro["2.2#3"], ruta, v._ajustes)
    _esperar(cuadro)
    return cuadro


def _copias(v: Ventana) -> QDialog:
    return ElegirCopia(v, v.sesion.expediente.ruta, (), v.cuaderno)


def _buscar(v: Ventana) -> QDialog:
    v.mando.diario.buscar()
    (hoja,) = v.findChildren(HojaDeBuscar)
    hoja.campo.setText("oficio")
    return hoja


def _el_plan(v: Ventana) -> QDialog:
    """Con un cuadro elegido, y su hoja ya hecha."""
    plan = ElPlan(v.sesion, v)
    plan.ir_a("2.2#3")
    while not plan.hoja.al_dia:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return plan


def _que_faltan(v: Ventana) -> QDialog:
    v.pestanas.ir_a("oficios").huecos.ver.click()
    return v.findChildren(QueFaltan)[-1]


def _esperar(cuadro: TraerDeExcel | RepartirAcuses | RecibirParte) -> None:
    """A que lea lo que se le dio, sin cancelarlo."""
    while cuadro.tarea is not None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)


def _hecha(hoja: HojaAImprimir[Any]) -> QDialog:
    """Ya con sus hojas a la vista."""
    while hoja._tarea is not None:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    return hoja


def _a_varias_areas(v: Ventana) -> QDialog:
    """Con todas las de Oficina puestas."""
    exp, trimestre, dia = v.sesion.expediente, v.sesion.trimestre, date(2024, 7, 4)
    oficio, _ = anotar.agregar(exp, trimestre, Oficio(""))
    cartas.con_plantilla(exp, trimestre, oficio.uid, dia, "actualizacion")
    cuadro = VariasAreas(v, por_verse(exp, trimestre, oficio.uid, dia), v.sesion)
    cuadro.todas.click()
    return cuadro


def _repartir_acuses(v: Ventana) -> QDialog:
    """Con el escaneo ya leído: tres hojas dichas y una en blanco."""
    ruta = v.sesion.expediente.ruta.with_name("ACUSES_SIPO.pdf")
    ruta.write_bytes(hojas_numeradas(["ACUSE 1", "ACUSE 2", "", "ACUSE 3"]))
    cuadro = RepartirAcuses(v, v.sesion, leer_libro(v.sesion.expediente, 2024), ruta)
    _esperar(cuadro)
    return cuadro


def _recibir_una_parte(v: Ventana) -> QDialog:
    """La de una copia que siguió por su lado: un número que cambia, uno que choca y algo que dejó así."""
    exp, trimestre = v.sesion.expediente, v.sesion.trimestre
    otro = exp.ruta.with_name("otro.sqlite")
    copiar(exp.ruta, otro)
    papel = DelPapel(date(2024, 5, 3))
    anotar.agregar(exp, trimestre, Oficio("", "UT/0901/2024", papel=papel, asunto="la luz"))
    with expediente.abrir(otro, v.sesion.reloj.ahora) as suyo:
        senalado = revisar(suyo.foto(trimestre), v.sesion.reloj.ahora().date())
        sin_numero = next(h for h in senalado if h.codigo == "oficio_sin_numero")
        dejar_asi(suyo, trimestre, sin_numero.huella, "Los números los lleva la Dirección.")
        numeros.capturar(suyo, trimestre, JUNIO, 7)
        anotar.agregar(suyo, trimestre, Oficio("", "UT/0901/2024", papel=papel, asunto="los planos"))
        parte = exp.ruta.with_name("Transparencia.parte")
        entregar(suyo, trimestre, ["transparencia"], parte, v.sesion.reloj.ahora)
    cuadro = RecibirParte(v, v.sesion, parte)
    _esperar(cuadro)
    return cuadro


def _traer_un_trimestre(v: Ventana) -> QDialog:
    """El que se guardó como texto, con un número corregido a mano."""
    exp, carpeta = v.sesion.expediente, TemporaryDirectory()
    texto = Path(carpeta.name) / "abril a junio.txt"
    salida.guardar_datos(exp, v.sesion.trimestre, texto)
    era = texto.read_text(encoding="utf-8")
    texto.write_text(era.replace("meses = [77, 70, 64]", "meses = [77, 71, 64]"), encoding="utf-8")
    parte, _ = como_archivo(exp, texto, Path(carpeta.name), v.sesion.reloj.ahora)
    cuadro = RecibirParte(v, v.sesion, parte, carpeta)
    _esperar(cuadro)
    return cuadro


def _usar_tambien(v: Ventana) -> QDialog:
    return UsarTambien(v, "IMG_2231.jpg", destinos(v.sesion.expediente, v.sesion.trimestre), lambda _: True)


def _llego_la_respuesta(v: Ventana) -> QDialog:
    oficios = v.pestanas.ir_a("oficios")
    return LlegoLaRespuesta(v, v.sesion, oficios.modelo.filas[:1])


def _cancelar(v: Ventana) -> None:
    oficios = v.pestanas.ir_a("oficios")
    filas = oficios.modelo.filas  # el que otra dejó sin número se quita sin preguntar
    oficios.tabla.selectRow(max(cual for cual, fila in enumerate(filas) if fila.oficio.folio))
    oficios.gestos.quitar.click()


def _plan_que_llega(v: Ventana) -> QDialog:
    """El del archivo, guardado como texto y corregido a mano."""
    exp, trimestre = v.sesion.expediente, v.sesion.trimestre
    ruta = exp.ruta.with_name("plan corregido.txt")
    ruta.unlink(missing_ok=True)
    salida.guardar_plan(exp, trimestre.ejercicio, ruta)
    texto = ruta.read_text(encoding="utf-8").replace('corto = "Denuncias"', 'corto = "Quejas"')
    ruta.write_text(texto.replace('numero = "1.1"\nnombre', 'numero = "1.9"\nnombre'), encoding="utf-8")
    return HojaDePlanQueLlega(v, v.sesion, entrada.revisar_plan(exp, ruta))


def _avisado(abre: Callable[[Ventana], object]) -> Callable[[Ventana], QDialog]:
    def abrir(v: Ventana) -> QDialog:
        abre(v)
        return avisos.ultimo().dialogo

    return abrir


def _nada(*_: object) -> None:
    pass


def _imprimir(v: Ventana) -> None:
    impresora = QPrinter()  # quien la pide la conserva mientras esté abierto el diálogo
    avisos.elegir_impresora(v, impresora, 1, 14, impresora.abort, impresora.abort)


_SALIDAS = (("Anotarlo y cerrar", _nada), ("Volver a verlo", _nada), ("Salir sin anotarlo", _nada))

DIALOGOS: dict[str, Callable[[Ventana], QDialog]] = {
    "primer día": lambda v: PrimerDia(
        DiaYHora(lambda: date(2026, 5, 14), v.sesion.reloj.ahora), Path("no está.sqlite"), padre=v
    ),
    "año nuevo": lambda v: VentanaDeAnio(v.sesion, v),
    "textos de antes": _uno_por_uno,
    "componente de más": lambda v: AgregarComponente(v.sesion.foto.plan.componentes, 2024, v),
    "el plan": _el_plan,
    "plan que llega": _plan_que_llega,
    "actividad nueva": lambda v: NuevaActividad(v.sesion.foto.plan, "3.4", v),
    "un texto": lambda v: EditorDeTexto(v.sesion, next(textos_de(v.sesion.foto.plan)), v),
    **{
        cual: lambda v, cual=cual: Catalogos(v.sesion, cual, v)
        for cual in (
            "Personas y cargos", "Unidades y órganos", "Membrete y leyenda", "Días inhábiles",
            "Textos del plan",
        )
    },
    "los días": lambda v: HojaDeDias(v, v.sesion, "", False),
    "buscar": _buscar,
    "de dónde salió": _procedencia,
    "números que faltan": _que_faltan,
    "llegó la respuesta": _llego_la_respuesta,
    "por cuál número va": lambda v: CuadroDelUltimo(v, Serie("UT/", 4, 2024, 1), "No sé, los escribo"),
    "a varias áreas": _a_varias_areas,
    "repartir acuses": _repartir_acuses,
    "usar también en": _usar_tambien,
    "relación de oficios": lambda v: _hecha(
        HojaDeOficios(v, v.sesion, 2024, PedidoDeRelacion(Periodo(2024)))
    ),
    "ficha de una sesión": lambda v: _hecha(HojaDeFicha(v, v.sesion, _una_sesion(v))),
    "hojas de captura": lambda v: _hecha(HojasDeCaptura(v, v.sesion, "2.2")),
    "traer de Excel": _traer_de_excel,
    "entregar mi parte": lambda v: EntregarParte(v, v.sesion, v._ajustes),
    "recibir una parte": _recibir_una_parte,
    "traer un trimestre escrito": _traer_un_trimestre,
    "modificar la meta": lambda v: ModificarMeta(v, v.sesion, avances(v.sesion.foto)[4]),
    "metas y entrega": lambda v: MetasYEntrega(v, v.sesion),
    "por qué se alejó": lambda v: PorQue(v, v.sesion, avances(v.sesion.foto)[4]),
    "cancelar un número": _avisado(_cancelar),
    "guía": lambda v: Ayuda(v, v.sesion.expediente.ruta),
    "restaurar": _copias,
    "lo que ocupan": lambda v: Espacio(v, v.sesion, v.cuaderno),
    "pedir un texto": _avisado(
        lambda v: avisos.pedir_texto(v, "¿Por qué se deja así?", "Dejarlo así", _nada, LARGO)
    ),
    "preguntar": _avisado(lambda v: avisos.preguntar(v, "¿Ya se firmó?", "Sí, ya", _nada, LARGO)),
    "ofrecer": _avisado(lambda v: avisos.ofrecer(v, "El informe quedó en:", "Abrir", _nada, LARGO)),
    "escoger": _avisado(lambda v: avisos.escoger(v, "Algo no se guardó.", _SALIDAS, LARGO)),
    "esperar": _avisado(lambda v: avisos.hacer_esperar(v, "Comprobando el archivo…")),
    "imprevisto": _avisado(lambda v: imprevistos.atender(ValueError("x"), v)),
    "imprimir": _avisado(_imprimir),
    "guardar": _avisado(
        lambda v: avisos.pedir_donde_guardar(v, "Informe", Path.cwd() / "x.pdf", "Documento (*.pdf)", _nada)
    ),
    # Estos dos cambian lo que se ve: al final.
    "qué cambió": _que_cambio,
    "traer textos": _traer,
}  # fmt: skip

_RENGLON = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows
LUGARES = ("1", "1.1", "1.2", "1.2/1", "1.2/2", "2.1", "2.2", "2.3", "3.3/4")


def hojas_de(dialogo: QWidget) -> Iterator[str]:
    """Cada hoja de un diálogo, mostrada una a una."""
    pestanas = dialogo.findChildren(QTabWidget)
    if not pestanas or not pestanas[0].isVisible():
        yield ""
        return
    for cual in range(pestanas[0].count()):
        pestanas[0].setCurrentIndex(cual)
        QApplication.processEvents()
        yield pestanas[0].tabText(cual)


def pantallas(ventana: Ventana) -> Iterator[tuple[str, QWidget]]:
    """Cada pantalla de la ventana, mostrada una a una; al final, con la tira de anotar abierta."""
    tablero = ventana.pestanas.ir_a("tablero")
    yield "tablero", tablero
    for vista, nombre in ((ANIO, "el año"), (AVANCE, "el avance"), (COMPARAR, "comparar")):
        tablero.ver(vista)
        QApplication.processEvents()
        yield f"tablero, {nombre}", tablero
    tablero.ver(HOY)
    informe = ventana.pestanas.ir_a("informe")
    for paso in range(4):
        informe.ir_a_paso(paso)
        QApplication.processEvents()
        yield f"informe, paso {paso + 1}", informe
    oficios = ventana.pestanas.ir_a("oficios")
    for cuantos in (0, 1, 3):
        oficios.tabla.clearSelection()
        for fila in range(cuantos):
            oficios.tabla.selectionModel().select(oficios.modelo.index(fila, 0), _RENGLON)
        QApplication.processEvents()
        yield f"oficios, {cuantos} elegidos", oficios
    oficios.cartas.abrir(oficios.modelo.filas[8].oficio.uid, oficios._vista.libro)
    QApplication.processEvents()
    yield "carta", oficios
    oficios.cartas.cerrar()
    for lugar in LUGARES:
        pestana = en(ventana, lugar)
        for bloque in pestana.hoja.bloques:
            if hasattr(bloque, "tabla") and bloque.modelo.rowCount():
                bloque.tabla.setCurrentIndex(bloque.modelo.index(0, 0))
                bloque.formulario._mas.click()
        QApplication.processEvents()
        yield lugar, pestana
    ventana.mando.diario.anotar()
    QApplication.processEvents()
    yield "anotar", ventana
