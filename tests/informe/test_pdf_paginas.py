"""Cada cosa en su página: títulos con lo suyo, cuadros y firmas enteros, renglones acompañados."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from test_pdf_muestra import (
    ELABORO,
    MEMBRETE,
    VISTO_BUENO,
    celda,
    documento_de_muestra,
    escribe,
    fila,
    hojas_de,
    junto,
    parrafo,
    tabla_por_mes,
    tipografia,
)

from ut_escritorio.informe.documento import Firma, Firmas, Imagen, Membrete, Parrafo, Seccion, Tabla, Titulo
from ut_escritorio.informe.estilo import CORRIDA, MM_POR_PUNTO, Letra
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.paginas.membrete import encuadra
from ut_escritorio.informe.pdf.papel.hoja import Estampa, Linea, Marco, Texto
from ut_escritorio.informe.pdf.piezas.anchos import Pedido, anchos_de_columnas
from ut_escritorio.informe.pdf.piezas.cuadros import PiezaCuadro, pieza_de_tabla
from ut_escritorio.informe.pdf.piezas.mallas import CeldaMedida, Malla, corta_entre_lineas, malla_de
from ut_escritorio.informe.pdf.piezas.pieza import PiezaDeLineas

RELLENOS = range(28, 46)
MESES = (("ABRIL", 1, 2), ("MAYO", 3, 4), ("JUNIO", 5, 6))


def relleno(renglones: int) -> Parrafo:
    """Un párrafo de tantos renglones: empuja lo que sigue hacia el pie de la página."""
    return parrafo("\n".join(f"renglón {numero}" for numero in range(renglones)), alineacion="izquierda")


def hoja_con(texto: str, hojas: list[str]) -> int:
    return next(numero for numero, hoja in enumerate(hojas, start=1) if texto in hoja)


@pytest.mark.parametrize("renglones", RELLENOS)
def test_un_titulo_nunca_queda_solo_al_pie(renglones):
    hojas = hojas_de(
        escribe(
            relleno(renglones),
            Titulo("TITULAR UNO", 2),
            Titulo("TITULAR DOS", 3),
            parrafo("primero\nsegundo\ntercero\ncuarto\nquinto"),
        )
    )
    assert hoja_con("TITULAR UNO", hojas) == hoja_con("TITULAR DOS", hojas) == hoja_con("segundo", hojas)


@pytest.mark.parametrize("renglones", RELLENOS)
def test_un_titulo_va_con_el_cuadro_que_titula_y_el_cuadro_no_se_parte(renglones):
    cuadro = tabla_por_mes("CUADRO", ("TURNO", "RESPUESTA"), *MESES)
    hojas = hojas_de(escribe(relleno(renglones), Titulo("TITULAR", 2), cuadro))
    assert hoja_con("TITULAR", hojas) == hoja_con("CUADRO", hojas) == hoja_con("JUNIO", hojas)


@pytest.mark.parametrize("renglones", RELLENOS)
def test_las_firmas_van_enteras_y_con_el_parrafo_que_las_antecede(renglones):
    hojas = hojas_de(
        escribe(
            relleno(renglones),
            parrafo("Sin más por el momento."),
            Firmas((ELABORO, VISTO_BUENO), ("ATENTAMENTE",)),
        )
    )
    paginas = {
        hoja_con(texto, hojas) for texto in ("Sin más", "ATENTAMENTE", "Elaboró", "Titular de la Unidad")
    }
    assert len(paginas) == 1


def test_el_final_de_un_parrafo_largo_acompana_a_las_firmas_y_lo_demas_llena_la_hoja():
    hojas = hojas_de(escribe(relleno(39), Firmas((ELABORO,))))
    assert (hoja_con("renglón 35", hojas), hoja_con("renglón 36", hojas)) == (1, 2)
    assert hoja_con("Elaboró", hojas) == 2


@pytest.mark.parametrize("renglones", RELLENOS)
def test_un_parrafo_no_deja_un_renglon_solo(renglones):
    hojas = hojas_de(escribe(relleno(renglones), parrafo("uno\ndos\ntres\ncuatro\ncinco")))
    partes = [
        [hoja_con(texto, hojas) for texto in ("uno", "dos", "tres", "cuatro", "cinco")].count(n)
        for n in (1, 2)
    ]
    assert 1 not in partes


def test_un_parrafo_de_tres_renglones_no_se_parte():
    pieza = PiezaDeLineas((Linea((), 0.0),) * 3, Letra(10), 0.0, 100.0, "izquierda")
    assert pieza.corta(pieza.alto - 1, limpia=False) == (None, pieza)


def test_una_fila_mas_alta_que_la_hoja_se_parte_entre_renglones_con_su_encabezado_repetido():
    largo = "\n".join(f"línea {numero}" for numero in range(150))
    tabla = Tabla((fila("ENCABEZADO", "MES", papel="columna"), fila(largo, "ABRIL")), 2, 1)
    hojas = hojas_de(escribe(tabla))
    assert len(hojas) >= 3
    assert all("ENCABEZADO" in hoja for hoja in hojas)
    assert "".join(hojas).count("línea ") == 150
    assert "".join(hojas).count("ABRIL") == 1


def test_un_cuadro_de_muchas_filas_se_parte_entre_filas_con_su_encabezado_repetido():
    tabla = Tabla((fila("ENCABEZADO", papel="columna"), *(fila(f"una\ncelda {n}.") for n in range(60))), 1, 1)
    hojas = hojas_de(escribe(relleno(20), tabla))
    assert len(hojas) >= 3
    assert all("ENCABEZADO" in hoja for hoja in hojas)
    for numero in range(60):
        assert any(junto(f"una celda {numero}.") in junto(hoja) for hoja in hojas)


def test_el_cuadro_que_justo_llena_la_hoja_no_repite_su_encabezado_en_otra():
    """Lo que no cabe es solo el aire que deja abajo: la hoja que sigue saldría con el encabezado y nada."""
    filas = (fila("ENCABEZADO", papel="columna"), *(fila(f"celda {n}.") for n in range(12)))
    pieza = pieza_de_tabla(Tabla(filas, 1, 1), CORRIDA, 200.0, tipografia(), Guion())
    assert pieza is not None
    sin_aire = pieza.alto - pieza.estilo.despues_mm
    trozo, falta = pieza.corta(sin_aire, limpia=True)
    assert trozo is not None and falta is None
    assert trozo.alto == pytest.approx(sin_aire)
    _, falta = pieza.corta(sin_aire - 1, limpia=True)
    assert falta is not None


def test_un_cuadro_partido_no_deja_una_sola_fila_en_su_ultima_hoja():
    filas = (fila("ENCABEZADO", papel="columna"), *(fila(f"celda {n}.") for n in range(12)))
    pieza = pieza_de_tabla(Tabla(filas, 1, 1), CORRIDA, 200.0, tipografia(), Guion())
    assert pieza is not None
    caben_once = pieza.cabeza.alto + sum(pieza.cuerpo.altos[:11])
    _, falta = pieza.corta(caben_once, limpia=True)
    assert isinstance(falta, type(pieza)) and len(falta.cuerpo.altos) == 2
    _, falta = pieza.corta(caben_once - pieza.cuerpo.altos[10], limpia=True)
    assert isinstance(falta, type(pieza)) and len(falta.cuerpo.altos) == 2, "si ya quedan dos, ahí se corta"


def test_filas_que_van_juntas_se_parten_en_la_que_toca_y_no_pierden_ni_un_renglon():
    """Una celda que abarca tres filas no las deja separar: el corte cae dentro de la segunda."""
    letra, estilo = Letra(10), CORRIDA.tabla

    def medida(fila: int, renglones: int, filas: int = 1) -> CeldaMedida:
        return CeldaMedida(celda("x"), fila, filas, 0.0, 10.0, (Linea((), 0.0),) * renglones, letra)

    def lo_que_lleva(malla: Malla) -> list[tuple[int, int, int]]:
        return [(cada.fila, cada.filas, len(cada.lineas)) for cada in malla.celdas]

    malla = malla_de((medida(0, 12, 3), medida(0, 4), medida(1, 4), medida(2, 4)), estilo)
    sitio = malla.altos[0] + 2 * letra.linea_mm + 2 * estilo.relleno_y
    arriba, abajo = corta_entre_lineas(malla, sitio, estilo)
    assert lo_que_lleva(arriba) == [(0, 2, 6), (0, 1, 4), (1, 1, 2)]
    assert lo_que_lleva(abajo) == [(0, 2, 6), (0, 1, 2), (1, 1, 4)]
    assert arriba.alto == pytest.approx(sitio)
    assert abajo.altos[0] == pytest.approx(2 * letra.linea_mm + 2 * estilo.relleno_y)

    arriba, _ = corta_entre_lineas(malla, sitio - 0.1, estilo)
    assert lo_que_lleva(arriba)[2] == (1, 1, 1), "el aire de arriba y de abajo también ocupa"

    arriba, abajo = corta_entre_lineas(malla, malla.altos[0], estilo)
    assert lo_que_lleva(arriba)[1:] == [(0, 1, 4), (1, 1, 0)], "justo entre dos, la segunda va entera abajo"
    assert lo_que_lleva(abajo)[1:] == [(0, 1, 4), (1, 1, 4)]


@pytest.mark.parametrize(("renglones", "se_repite"), [(25, True), (35, False)])
def test_un_encabezado_de_media_hoja_no_se_repite(renglones, se_repite):
    alto = "\n".join(f"rótulo {numero}" for numero in range(renglones))
    tabla = Tabla((fila(alto, papel="columna"), *(fila(f"celda {n}") for n in range(60))), 1, 1)
    hojas = hojas_de(escribe(tabla))
    assert len(hojas) > 1
    assert "".join(hojas).count("rótulo 7\n") == (len(hojas) if se_repite else 1)


def test_una_celda_que_abarca_filas_y_columnas_ocupa_exactamente_su_lugar():
    tabla = Tabla(
        (
            (celda("A", alto=2), celda("MES", ancho=3)),
            fila("ABRIL", "MAYO", "JUNIO"),
            (celda("TOTAL"), celda("6", ancho=3)),
        ),
        4,
        0,
    )
    pieza = pieza_de_tabla(tabla, CORRIDA, 200.0, tipografia(), Guion())
    assert isinstance(pieza, PiezaCuadro)
    trozo, _ = pieza.corta(200.0, limpia=True)
    a, mes, abril, mayo, junio, total, seis = (cosa for cosa in trozo.cosas if isinstance(cosa, Marco))
    assert (a.y + a.alto, a.x + a.ancho) == pytest.approx((total.y, mes.x))
    assert (abril.y, abril.x) == pytest.approx((mes.y + mes.alto, mes.x))
    assert (mes.x + mes.ancho, seis.ancho) == pytest.approx((junio.x + junio.ancho, mes.ancho))
    assert mayo.ancho == pytest.approx(abril.ancho)


def test_un_cuadro_de_cuatro_numeros_no_ocupa_todo_el_ancho_y_uno_de_titulo_largo_si():
    fuentes = tipografia()

    def ancho(titulo: str) -> float:
        filas = ((celda(titulo, "titulo", ancho=4),), fila(77, 70, 64, 211))
        trozo, _ = pieza_de_tabla(Tabla(filas, 4, 1), CORRIDA, 200.0, fuentes, Guion()).corta(
            200.0, limpia=True
        )
        return next(cosa.ancho for cosa in trozo.cosas if isinstance(cosa, Marco))

    columna = CORRIDA.hoja.columna
    assert ancho("PORTAL") < columna * 0.6
    assert ancho(
        "RECEPCIÓN Y ATENCIÓN A SOLICITUDES DE ACCESO A LA INFORMACIÓN PÚBLICA, " * 2
    ) == pytest.approx(columna)


def test_las_columnas_de_numeros_miden_lo_mismo_y_ninguna_tabla_pasa_de_la_hoja():
    pedidos = [Pedido(0, 1, 30, 60, False), *(Pedido(n, 1, 10, 14 + n, True) for n in (1, 2, 3))]
    anchos = anchos_de_columnas(pedidos, 4, 160, 12, 44)
    assert anchos[1] == anchos[2] == anchos[3]
    estrechos = anchos_de_columnas([Pedido(n, 1, 50, 90, True) for n in range(9)], 9, 160, 12, 44)
    assert sum(estrechos) == pytest.approx(160)


def test_un_encabezado_no_se_parte_si_en_la_hoja_sobra_y_las_otras_columnas_no_se_ensanchan_por_el():
    pedidos = [Pedido(0, 1, 12, 20, False), Pedido(1, 1, 30, 60, True), Pedido(2, 1, 15, 22, True)]
    assert anchos_de_columnas(pedidos, 3, 160, 12, 44) == (20, 60, 22)
    assert anchos_de_columnas(pedidos, 3, 110, 12, 44) == (20, 60, 22)
    assert anchos_de_columnas(pedidos, 3, 90, 12, 44) == (20, 44, 22)


def test_la_columna_de_los_meses_no_se_ensancha_con_las_de_numeros():
    filas = (
        fila("MES", "OFICIOS DE TURNO", "OFICIOS DE RESPUESTA", papel="columna"),
        (celda("ABRIL", "fila"), *fila(49, 41)),
    )
    trozo, _ = pieza_de_tabla(Tabla(filas, 3, 1), CORRIDA, 200.0, tipografia(), Guion()).corta(
        200.0, limpia=True
    )
    mes, turno, respuesta = [cosa.ancho for cosa in trozo.cosas if isinstance(cosa, Marco)][:3]
    assert mes < turno / 1.5
    assert turno == pytest.approx(respuesta)


def test_una_columna_de_textos_largos_toma_lo_que_sobra_de_la_hoja():
    anchos = anchos_de_columnas([Pedido(0, 1, 10, 14, True), Pedido(1, 1, 20, 900, False)], 2, 160, 12, 44)
    assert anchos == (14, 146)


def test_un_cuadro_de_muchas_columnas_se_aprieta_antes_que_partir_palabras():
    hojas = hojas_de(escribe(Tabla((fila(*(f"COL{n}" for n in range(14))),), 14, 0)))
    assert all(f"COL{n}" in hojas[0] for n in range(14))


def test_cada_seccion_empieza_en_pagina_nueva_y_lleva_su_membrete():
    hojas = hojas_de(
        escribe_secciones(
            Seccion("A", (parrafo("uno"),), MEMBRETE), Seccion("B", (parrafo("dos"),), MEMBRETE)
        )
    )
    assert len(hojas) == 2
    for hoja in hojas:
        for texto in (MEMBRETE.leyenda, MEMBRETE.pie, *MEMBRETE.administracion):
            assert junto(texto) in junto(hoja)


def escribe_secciones(*secciones: Seccion, **cambios):
    return escribe(secciones=secciones, **cambios)


@pytest.mark.parametrize("logos", [0, 1, 2])
def test_una_administracion_muy_larga_se_parte_en_lo_que_dejan_los_logotipos(logos):
    largo = (
        "Ayuntamiento Constitucional de la Villa del Encino y de sus agencias municipales y de policía " * 2
    )
    membrete = Membrete("", tuple(Imagen(f"l{n}", "Escudo", 40) for n in range(logos)), (largo,))
    cosas = encuadra(membrete, CORRIDA, tipografia(), lambda _: 2.0, borrador=False).trozo.cosas
    renglones = [cosa for cosa in cosas if isinstance(cosa, Texto)]
    escudos = sorted(cosa.x for cosa in cosas if isinstance(cosa, Estampa))
    hasta = escudos[1] if logos == 2 else CORRIDA.hoja.margen + CORRIDA.hoja.columna
    assert (len(escudos), len(renglones) > 1) == (logos, True)
    for renglon in renglones:
        assert renglon.x + renglon.linea.ancho * renglon.puntos * MM_POR_PUNTO / 1000 <= hasta + 1e-6


def test_las_paginas_dicen_cual_son_de_cuantas_y_se_puede_quitar():
    hojas = hojas_de(escribe_secciones(*documento_de_muestra().secciones))
    for numero, hoja in enumerate(hojas, start=1):
        assert f"Página {numero} de {len(hojas)}" in hoja
    assert "Página" not in "".join(hojas_de(escribe(parrafo("uno"), numera_paginas=False)))


@pytest.mark.parametrize("disposicion", ["portada", "oficio"])
def test_una_portada_u_oficio_que_no_cabe_sigue_en_otra_hoja(disposicion):
    bloques = (Titulo("TITULAR", 1), relleno(90), Firmas((ELABORO,)))
    hojas = hojas_de(escribe_secciones(Seccion("", bloques, MEMBRETE, disposicion)))
    assert len(hojas) > 1
    assert [f"renglón {n}\n" in "\n".join(hojas) for n in range(90)] == [True] * 90
    assert "Josefina" in hojas[-1]


def test_la_portada_pone_el_titulo_hacia_el_centro_y_las_firmas_al_pie():
    alturas = {}
    bloques = (Titulo("TITULAR", 1, alineacion="centro"), Firmas((ELABORO,)))
    pdf = escribe_secciones(Seccion("", bloques, MEMBRETE, "portada"))
    PdfReader(BytesIO(pdf.datos)).pages[0].extract_text(
        visitor_text=lambda texto, _, lugar, *__: alturas.setdefault(texto.strip(), lugar[5])
    )
    assert 300 < alturas["TITULAR"] < 560
    assert alturas["Lic. Josefina Ñáñez Güemes"] < 160


def test_tres_firmas_van_lado_a_lado_y_cuatro_de_dos_en_dos():
    firma = Firma("Nombre", "Cargo", "Rótulo")
    assert escribe(Firmas((firma,) * 3)).paginas == 1
    assert "".join(hojas_de(escribe(Firmas((firma,) * 4)))).count("Nombre") == 4
    for cuantas, por_fila in ((1, [1]), (2, [2]), (3, [3]), (4, [2, 2]), (5, [2, 2, 1])):
        assert _por_fila("Nombre", Firmas((firma,) * cuantas)) == por_fila


def test_entre_una_fila_de_firmas_y_la_otra_hay_donde_firmar():
    firmas = Firmas((Firma("Nombre", "Cargo", "Rótulo"),) * 4)
    cargo_de_arriba = max(y for _, y in _lugares("Cargo", firmas))
    rotulo_de_abajo = min(y for _, y in _lugares("Rótulo", firmas))
    assert cargo_de_arriba - rotulo_de_abajo > CORRIDA.firmas.entre_filas / MM_POR_PUNTO


def _lugares(palabra: str, *bloques: Firmas) -> list[tuple[int, int]]:
    """Dónde está cada vez que se dice una palabra, en puntos."""
    hallados: list[tuple[int, int]] = []

    def ver(texto: str, _: object, en: list[float], *__: object) -> None:
        if palabra in texto:
            hallados.append((round(en[4]), round(en[5])))

    for pagina in PdfReader(BytesIO(escribe(*bloques, numera_paginas=False).datos)).pages:
        pagina.extract_text(visitor_text=ver)
    return hallados


def _por_fila(palabra: str, *bloques: Firmas) -> list[int]:
    alturas = [y for _, y in _lugares(palabra, *bloques)]
    return [alturas.count(y) for y in sorted(set(alturas), reverse=True)]


def test_se_sabe_en_que_hoja_se_imprime_cada_cosa():
    pdf = escribe(
        parrafo("uno", origen="registro:1"),
        relleno(60),
        Titulo("dos", 2, origen="lugar:2"),
        Tabla((fila("x"), (celda("y", origen="celda:y"),)), 1, 0, origen="cuadro:3"),
        parrafo("otra vez", origen="registro:1"),
    )
    assert pdf.hojas == {"registro:1": 1, "lugar:2": 2, "cuadro:3": 2, "celda:y": 2}
