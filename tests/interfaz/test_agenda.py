"""Lo que hoy se pide: cada fase con lo suyo, a lo más cinco líneas, y cada una lleva a su lugar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.interfaz.manos import agenda, clic, linea, poner_en, revisada, rotulos, tecla
from tests.interfaz.se_lee import el_tablero_se_lee
from tests.interfaz.test_primer_dia import _empezar, llegar, oficina  # noqa: F401 - son sus preparativos
from tests.interfaz.test_ventanas import libre
from tests.inventado import cifra, foto, plan, por_mes
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficina.calendario import Calendario
from ut_escritorio.dominio.oficina.respaldos import Cuenta
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Mosaico
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.sesion.senales import Senales
from ut_escritorio.interfaz.comunes.sesion.visto import TODO
from ut_escritorio.interfaz.tablero import tabla_de_cuentas
from ut_escritorio.interfaz.tablero.agenda.dia import Dia
from ut_escritorio.interfaz.tablero.agenda.esperan import los_que_esperan
from ut_escritorio.interfaz.tablero.agenda.fases import cuanto_queda, paginas
from ut_escritorio.interfaz.tablero.agenda.fuentes import CABEN, por_hacer
from ut_escritorio.interfaz.tablero.agenda.linea import SIGNOS, ALaOrden, AlSitio
from ut_escritorio.interfaz.tablero.agenda.tarjeta import RenglonDeLinea
from ut_escritorio.revision import Hallazgo, LoQueFalta, revisar
from ut_escritorio.servicios.captura import numeros
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.oficios.anotar import seguir
from ut_escritorio.servicios.oficios.libro import leer_libro

UNA = foto(plan(cifra("visitas", por_dia=3)), por_mes("visitas", 3, 1, 2))
HOY = date(2031, 5, 14)


def dicho(codigo: str, mensaje: str = "Algo no cuadra.", *lugares: str) -> Hallazgo:
    sitios = tuple(
        Sitio(lugar, Origen("cuadro", "c"), Casilla("visitas", 2, 4)) for lugar in lugares or ("1.1",)
    )
    return Hallazgo(codigo, "corregir", mensaje, sitios, (codigo, mensaje))


def dia(*hallazgos: Hallazgo, **otros) -> Dia:
    de_siempre = {"hoy": HOY, "foto": UNA, "calendario": Calendario(), "fase": "corre", "de_hoy": UNA}
    return Dia(**{**de_siempre, "senales": Senales(UNA.plan, hallazgos), **otros})


@given(
    st.lists(st.sampled_from(("no_cuadra", "sin_capturar", "raya")), max_size=9),
    st.sampled_from(("", "no hay espacio")),
    st.sampled_from((None, datetime(2031, 5, 1), datetime(2031, 5, 13))),  # noqa: DTZ001
    st.text(max_size=300),
)
def test_a_lo_mas_cinco_lo_peor_primero_y_todas_llevan_a_un_lugar(codigos, fallo, afuera, mensaje):
    hallados = [dicho(codigo, f"{mensaje}{n}") for n, codigo in enumerate(codigos)]
    lineas = por_hacer(dia(*hallados, copias=Cuenta(fallo=fallo, afuera=afuera)))
    graves = [SIGNOS.index(una.signo) for una in lineas]
    assert len(lineas) <= CABEN
    assert graves == sorted(graves)
    assert all(una.boton and una.destino is not None and una.que for una in lineas)
    assert len({una.clave for una in lineas}) == len(lineas) or "sin_capturar" in codigos


def test_cada_fuente_dice_lo_suyo_y_adonde_lleva():
    vieja = Cuenta(afuera=datetime(2031, 5, 5))  # noqa: DTZ001
    vacias = dicho("sin_capturar", "Falta abril.", "1.1", "1.1/1")
    una = dia(dicho("no_cuadra"), vacias, copias=vieja)
    assert [(x.signo, x.que, x.boton, x.destino) for x in por_hacer(una)] == [
        ("grave", "Una cosa por corregir", "Verla", ALaOrden("revisar")),
        ("pronto", "Abril: 2 casillas vacías (1.1; 1.1 paso 1)", "Ir", AlSitio(vacias.sitios[0])),
        ("luego", "Última copia a USB: hace 9 días", "Copiar…", ALaOrden("copiar a USB")),
    ]
    assert [x.clave for x in por_hacer(dia(copias=replace(vieja, fallo="Está llena.")))] == ["copia", "usb"]
    assert por_hacer(dia(copias=replace(vieja, alla=Path("R:/")))) == (), "ya se dejan en otro lado"
    assert por_hacer(dia(copias=None)) == ()
    fotos = replace(dicho("sin_foto", "2 sesiones sin foto: 24/04 y 27/06 (2.3)."), gravedad="revisar")
    (de_fotos,) = por_hacer(dia(fotos))
    assert (de_fotos.que, de_fotos.boton) == ("2 sesiones sin foto: 24/04 y 27/06 (2.3)", "Ir")
    assert de_fotos.signo == "luego" and de_fotos.destino == AlSitio(fotos.sitios[0])
    assert not any(x.clave == "fotos" for p in paginas(dia(fotos, fase="cierra")) for x in p.lineas)


@pytest.mark.parametrize(
    ("hoy", "entrega", "titulo", "nota"),
    [
        (date(2031, 6, 27), None, "2º trimestre 2031", "Falta 1 día hábil para que acabe, el 30/06/2031."),
        (date(2031, 6, 27), date(2031, 7, 4), "04/07/2031", "Faltan 5 días hábiles."),
        (date(2031, 7, 4), date(2031, 7, 4), "04/07/2031", "Se entrega hoy."),
        (date(2031, 7, 8), date(2031, 7, 4), "2º trimestre 2031",
         "Debió entregarse el 04/07/2031, hace 2 días hábiles."),
        (date(2031, 7, 8), None, "2º trimestre 2031", "Acabó el 30/06/2031, hace 6 días hábiles."),
    ],
)  # fmt: skip
def test_al_cerrar_se_dice_cuanto_falta_o_cuanto_hace(hoy, entrega, titulo, nota):
    cierra = dia(hoy=hoy, fase="cierra", foto=replace(UNA, fecha_de_firma=entrega))
    pagina = paginas(cierra)[0]
    assert (pagina.titulo, pagina.nota) == (f"Para entregar el {titulo}", nota)
    assert pagina.con_prisa == ("Falta" not in nota)


def test_sin_saber_que_dia_se_entrega_se_pregunta_al_cerrar():
    def preguntas(**otros) -> list[str]:
        return [x.que for x in paginas(dia(fase="cierra", **otros))[0].lineas if x.clave == "entrega"]

    assert preguntas() == ["¿Qué día se entrega?"]
    assert preguntas(solo_leer=True) == preguntas(foto=replace(UNA, fecha_de_firma=date(2031, 7, 3))) == []


def test_se_entrega_cuando_el_plan_dice_aunque_se_firme_otro_dia():
    programa = replace(UNA.plan.programa, entrega=5)
    con_plazo = replace(UNA, plan=replace(UNA.plan, programa=programa), fecha_de_firma=date(2031, 7, 3))
    antes, despues = (
        paginas(dia(hoy=cual, fase="cierra", foto=con_plazo))[0]
        for cual in (date(2031, 6, 27), date(2031, 7, 9))
    )
    assert (antes.titulo, antes.nota) == ("Para entregar el 07/07/2031", "Faltan 6 días hábiles.")
    assert despues.nota == "Debió entregarse el 07/07/2031, hace 2 días hábiles."


def test_la_lista_de_entrega_dice_lo_que_ya_esta_y_no_repite_lo_que_hay_que_corregir():
    falta, otra = dicho("sin_capturar", "Falta junio."), dicho("no_cuadra")
    partes = (LoQueFalta("Números", (falta,), "4 de 6"), LoQueFalta("Valor"), LoQueFalta("Oficio", (otra,)))
    senales = Senales(UNA.plan, (falta, otra, dicho("raya")), para_entregar=partes)
    lineas = {x.clave: x for x in paginas(dia(fase="cierra", senales=senales, copias=Cuenta()))[0].lineas}
    assert (lineas["Números"].signo, lineas["Números"].detalle) == ("pronto", "4 de 6")
    assert (lineas["Valor"].signo, lineas["Valor"].destino) == ("listo", None)
    assert lineas["Oficio"].detalle == "falta 1"
    assert (lineas["revisar"].signo, lineas["revisar"].detalle) == ("grave", "una cosa por corregir")
    assert list(lineas)[-2:] == ["imprimir", "usb"]


def test_con_el_reloj_dudoso_no_se_mide_nada_con_el():
    de_otro_anio = {"dudoso": True, "fase": "cierra", "de_hoy": None}
    (adelantado,) = paginas(dia(hoy=date(2033, 1, 3), **de_otro_anio))
    assert "Año nuevo" in adelantado.nota
    dudoso = dia(dicho("no_cuadra"), hoy=date(2019, 1, 3), **de_otro_anio)
    (pagina,) = paginas(dudoso)
    assert "siga capturando" in pagina.nota, "el año de antes no se prepara en Año nuevo"
    (del_anio,) = paginas(dia(dudoso=True))
    assert "Lo último que se guardó lleva una fecha muy posterior" in del_anio.nota
    assert "Año nuevo" not in del_anio.nota, "su año ya está: lo que no va es la hora de lo último"
    assert pagina.titulo == "Hoy es 03/01/2019 según este equipo"
    assert [x.clave for x in pagina.lineas] == ["por corregir"]
    assert cuanto_queda(dudoso) == ""


def test_de_los_que_esperan_se_ven_tres_y_cuantos_mas():
    filas = tuple(EnElLibro(Oficio(f"u{n}", ejercicio=2031), "x" * 200) for n in range(5))
    pagina = los_que_esperan(dia(esperan=filas))
    assert [x.boton for x in pagina.lineas] == ["Ver", "Ver", "Ver", "Sin contestar"]
    assert pagina.lineas[-1].que == "Y 2 más"
    assert max(len(x.que) for x in pagina.lineas) <= 81
    assert los_que_esperan(dia()).lineas == ()


# --- en la ventana --------------------------------------------------------------------------------


def test_en_un_archivo_nuevo_nada_esta_en_rojo_ni_se_cuenta(llegar, qtbot):  # noqa: F811
    inicio, ventanas = llegar()
    _empezar(inicio)
    (ventana,) = ventanas
    senales = revisada(ventana, qtbot)
    columna = agenda(ventana)
    assert {una.signo for una in columna.lineas} == {"luego"}
    assert not [rotulo for rotulo in rotulos(ventana) if "(" in rotulo]
    assert ventana.estado.por_corregir.text() == "Nada por corregir"
    tablero = ventana.pestanas.actual().contenido
    assert tablero._numeros.isHidden(), "ni cuentas ni gráfica hasta que haya un número"
    assert (
        senales.todavia_no
        and columna.todavia_no.abrir.text() == f"Todavía no toca ({len(senales.todavia_no)})"
    )
    clic(columna.todavia_no.abrir)
    assert "Falta" in columna.todavia_no.lista.text()
    el_tablero_se_lee(ventana, qtbot)
    tablero = ventana.pestanas.actual().contenido
    foto_nueva = ventana.sesion.foto
    assert [h for h in revisar(foto_nueva, Calendario(), foto_nueva.dia) if h.gravedad == "corregir"]
    ventana.mando.diario.registrar_los_de_hoy()
    assert not tablero._numeros.isHidden()


def test_un_dia_comun_se_hacen_solo_las_lineas_que_cambian_y_el_cursor_no_se_va(abrir, qtbot, monkeypatch):
    ventana = abrir(hoy=date(2024, 5, 14))
    revisada(ventana, qtbot)
    qtbot.waitUntil(lambda: "copias" in vars(ventana))  # lo que sabe de ellas llega ya pintada la ventana
    ventana.sesion.saber_de_las_copias(Cuenta(fallo="otra"))
    ventana.sesion.saber_de_las_copias(Cuenta())
    columna = agenda(ventana)
    assert [una.clave for una in columna.lineas] == ["por corregir", "usb"]
    hechas: list[str] = []
    de_antes = RenglonDeLinea.__init__
    monkeypatch.setattr(
        RenglonDeLinea, "__init__", lambda s, una, ir: (hechas.append(una.clave), de_antes(s, una, ir))[1]
    )
    boton = linea(ventana, "por corregir").boton
    poner_en(boton)
    tecla(Qt.Key.Key_F8)
    revisada(ventana, qtbot)
    assert hechas == [], "lo de hoy no cambia ninguna de esas líneas"
    assert boton.hasFocus()
    ventana.sesion.saber_de_las_copias(Cuenta(afuera=datetime(2024, 5, 1)))  # noqa: DTZ001
    assert hechas == ["usb"]
    clic(boton)
    assert ventana.pestanas.actual().clave == "informe"
    ventana.pestanas.ir_a("tablero")
    el_tablero_se_lee(ventana, qtbot)


def test_cerrando_el_segundo_cada_parte_lleva_a_su_lugar_y_firmado_se_sigue_con_el_tercero(abrir, qtbot):
    ventana = abrir(hoy=date(2024, 7, 8))
    ventana.sesion.hacer(numeros.capturar, Casilla("portal", 2, 5), None)
    revisada(ventana, qtbot)
    de_numeros = linea(ventana, "Números del trimestre")
    assert (de_numeros.linea.signo, de_numeros.linea.detalle) == ("pronto", "74 de 75")
    el_tablero_se_lee(ventana, qtbot)
    de_numeros = linea(ventana, "Números del trimestre")
    clic(de_numeros.boton)
    assert ventana.vista.donde()[1] == "1.2/1"
    clic(linea(ventana, "imprimir").boton)
    assert ventana.pestanas.actual().clave == "informe"
    ventana.sesion.hacer(firma.firmar, date(2024, 7, 8))
    revisada(ventana, qtbot)
    columna = agenda(ventana)
    assert columna.tarjetas[0].titulo.text() == "2º trimestre 2024, firmado el 08/07/2024"
    assert columna.hoy.titulo.text() == "HOY lunes 08/07/2024 (3º trimestre)"
    assert not [rotulo for rotulo in rotulos(ventana) if "(" in rotulo], "lo firmado ya no se corrige"
    assert ventana.estado.por_corregir.isHidden()
    lista = ventana.pestanas.ir_a("informe").hallazgos.lista
    (cabeza,) = (lista.topLevelItem(n).text(0) for n in range(lista.topLevelItemCount()))
    assert cabeza.startswith("Así se firmó (")
    ventana.pestanas.ir_a("tablero")
    el_tablero_se_lee(ventana, qtbot)
    columna = agenda(ventana)
    assert linea(ventana, "acuses") is None, "ninguno ha llegado después"
    expediente = ventana.sesion.expediente
    suyo = next(fila for fila in leer_libro(expediente, 2024).filas if fila.oficio.folio == "UT/0548/2024")
    ventana.sesion.hacer(seguir, (suyo.oficio.uid,), acuse=date(2024, 7, 9))
    de_acuses = linea(ventana, "acuses").linea
    assert (de_acuses.que, de_acuses.detalle) == ("Llegó un acuse después", "UT/0548/2024")
    assert [x.boton for x in columna.tarjetas[0].lineas] == ["Abrir", "Ver", "Empezar"]
    clic(linea(ventana, "sigue").boton)
    QApplication.processEvents()
    assert ventana.sesion.trimestre == Trimestre(2024, 3)
    assert agenda(ventana).tarjetas[0].titulo.text() == "Por hacer hoy"


def test_con_sesenta_numeros_un_millon_y_nombres_de_doscientas_letras_se_lee_y_cabe(abrir, qtbot):
    ventana = abrir(hoy=date(2024, 7, 8))
    ventana.setGeometry(libre("150"))
    columna, tablero = agenda(ventana), ventana.pestanas.actual().contenido
    ventana.sesion.hacer(numeros.capturar, Casilla("portal", 2, 5), 1_000_000)
    foto_de, de_plan = ventana.sesion.foto, ventana.sesion.foto.plan
    largos = tuple(replace(c, nombre=f"{c.nombre} {'x' * 200}") for c in de_plan.cifras)
    sesenta = tuple(Mosaico("portal", f"{n} {'palabra ' * 20}{'y' * 200}") for n in range(60))
    grande = replace(foto_de, plan=replace(de_plan, cifras=largos, mosaicos=sesenta))
    ventana.sesion.foto = grande
    tablero.poner_al_dia(grande, TODO)
    columna.hoy.poner(grande, grande.trimestre, "", "UT/0823/2024")

    def mal() -> list[str]:
        """Lo que se recorre de lado y lo que quedó aplastado."""
        letreros = (letrero for letrero in tablero.findChildren(Letrero) if letrero.isVisible())
        de_lado = ["de lado" for zona in tablero.zonas()[1:] if zona.horizontalScrollBar().maximum()]
        return de_lado + [uno.text() for uno in letreros if uno.height() < uno.heightForWidth(uno.width())]

    qtbot.waitUntil(lambda: mal() == [], timeout=30_000)  # cada acomodo se entera del de adentro en su vuelta
    assert len(tablero.mosaicos.todos) == tablero.tabla.rowCount() == 60
    nombres = [letrero for letrero in tablero.mosaicos.findChildren(Letrero) if letrero.toolTip()]
    assert len(nombres) == 60 and all(uno.text().endswith("…") for uno in nombres), "el largo dice que sigue"
    assert all("y" * 200 in uno.toolTip() for uno in nombres), "y se lee entero al posarse"
    caben = (
        max(uno.fontMetrics().horizontalAdvance(p) for p in uno.text().replace("\u200b", " ").split())
        for uno in nombres
    )
    assert all(ancho <= uno.width() for ancho, uno in zip(caben, nombres, strict=True)), (
        "sin cortarse de lado"
    )
    assert "1,000,141" in {letrero.text() for letrero in tablero.mosaicos.findChildren(Letrero)}
    assert tablero.tabla.item(0, 4).text() == "1,000,141", "se lee con sus miles"
    assert "1000141" in tablero._textos(0), "y se copia sin ellos, para Excel"
    assert ventana.minimumSizeHint().width() <= libre("150").width()


def test_una_cuenta_que_cambia_hace_de_nuevo_solo_su_mosaico_y_su_renglon(abrir, monkeypatch):
    tablero = abrir().pestanas.ir_a("tablero")
    sesion, antes = tablero._sesion, list(tablero.mosaicos.todos)
    casilla = Casilla("recursos", 2, 4)
    celdas: list[str] = []
    de_antes = tabla_de_cuentas._celda
    monkeypatch.setattr(
        tabla_de_cuentas, "_celda", lambda valor, *a: (celdas.append(str(valor)), de_antes(valor, *a))[1]
    )
    sesion.hacer(numeros.capturar, casilla, 9)
    cambiaron = [
        n for n, (uno, otro) in enumerate(zip(antes, tablero.mosaicos.todos, strict=True)) if uno is not otro
    ]
    assert len(cambiaron) == 1
    assert len(celdas) == tablero.tabla.columnCount() - 1, "solo las de su renglón"
