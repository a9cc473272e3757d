"""El resumen, el comparativo y las gráficas: en PDF, Word y Excel dicen lo mismo, y firmados no cambian."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.en_excel.leer import hojas_de
from tests.en_word.leer import Leido
from tests.informe.lectura import leido, sin_marcar
from tests.interfaz.test_comparar import otro_anio
from tests.juez import NORMAS, dictamen
from ut_escritorio.dominio.cambios_del_plan.edicion import (
    con_frases_del_resumen,
    con_lista,
)
from ut_escritorio.dominio.cambios_del_plan.resumen_propuesto import frases_propuestas
from ut_escritorio.dominio.numeros.evaluacion import valor_en
from ut_escritorio.dominio.periodos import Trimestre, trimestre_del_mes
from ut_escritorio.dominio.plan.apartados import ClaseDeLista
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.informe.documento import Bloque, Documento, Grafica, Parrafo, Tabla
from ut_escritorio.informe.pdf import escribir_pdf
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import numeros
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.agregadas import hojas_que_agrega
from ut_escritorio.servicios.entrega.firmado import FIRMADO
from ut_escritorio.servicios.entrega.informe import contenidos_de, documento_de, exportar
from ut_escritorio.servicios.oficina.plan import agregar_parrafo, cambiar_texto, relacionar

ESTE = Trimestre(2025, 2)
LAS_TRES: tuple[ClaseDeLista, ...] = ("resumen", "comparativo", "graficas")


@pytest.fixture
def dos(ejemplo: Expediente) -> Iterator[Expediente]:
    """Dos años, con las tres hojas en el segundo."""
    otro_anio(ejemplo, Trimestre(2024, 2))
    for clase in LAS_TRES:
        relacionar(ejemplo, ESTE, clase, True)
    yield ejemplo


def hojas(exp: Expediente, cual: str) -> tuple[Bloque, ...]:
    (suya,) = [s for s in documento_de(exp.foto(ESTE)).secciones if s.marcador == cual]
    return suya.bloques


def frases(exp: Expediente) -> list[str]:
    return [bloque.texto for bloque in hojas(exp, "Resumen") if isinstance(bloque, Parrafo)]


def test_el_resumen_dice_cuanto_mas_solo_de_trimestre_entero_y_se_escribe_como_cualquier_texto(
    dos: Expediente,
):
    assert not any(" que en " in frase for frase in frases(dos)), "de mayo y junio aún no se sabe"
    for mes, cuantas in ((4, 30), (5, 31), (6, 22)):
        numeros.capturar(dos, ESTE, Casilla("solicitudes", 2, mes), cuantas)
    assert frases(dos)[0] == ("En el trimestre se recibieron 83 solicitudes, 12 más que en el mismo de 2024.")
    (primera, *_) = [a for a in dos.foto(ESTE).plan.ultima if a.clase == "del_resumen"]
    suyo = "Se recibieron {cifra.solicitudes:unidad}[, {contra_hace_un_anio.solicitudes}]."
    cambiar_texto(dos, ESTE, ("ultima", primera.clave, "texto"), suyo)
    assert frases(dos)[0] == "Se recibieron 83 solicitudes, 12 más que en el mismo de 2024."
    agregar_parrafo(dos, ESTE, primera.clave, "Fue un buen trimestre.")
    assert frases(dos)[1] == "Fue un buen trimestre.", "y va en la misma hoja"
    relacionar(dos, ESTE, "resumen", False)
    relacionar(dos, ESTE, "resumen", True)
    assert frases(dos)[0] == "Se recibieron 83 solicitudes, 12 más que en el mismo de 2024.", "lo suyo vuelve"
    for mes, cuantas in ((4, 26), (5, 13), (6, 32)):
        numeros.capturar(dos, ESTE, Casilla("solicitudes", 2, mes), cuantas)
    assert frases(dos)[0] == "Se recibieron 71 solicitudes, tantas como en el mismo de 2024."


def test_cada_barra_vale_lo_que_su_cifra_ese_mes_y_un_anio_antes(dos: Expediente):
    foto, otra = dos.foto(ESTE), dos.foto(Trimestre(2024, 2))
    de_meses = [b for b in hojas(dos, "Gráficas") if isinstance(b, Grafica) and b.clase == "meses"]
    assert de_meses and all(grafica.contra == "2024" for grafica in de_meses)
    nombres = {cifra.nombre: cifra.clave for cifra in foto.plan.cifras}
    meses = {"Ene": 1, "Feb": 2, "Mar": 3, "Abr": 4, "May": 5, "Jun": 6}
    for grafica in de_meses:
        clave = nombres[grafica.titulo.removesuffix(", 2025")]
        for barra in grafica.barras:
            mes = meses[barra.rotulo]
            for suya, valor in ((foto, barra.valor), (otra, barra.antes)):
                cuando = trimestre_del_mes(suya.trimestre.ejercicio, mes)
                assert valor == valor_en(suya, cuando, clave, mes).numero


def test_sin_nada_en_el_tablero_se_proponen_los_primeros_numeros_de_sus_cuadros(dos: Expediente):
    plan = replace(dos.foto(ESTE).plan, mosaicos=(), ultima=())
    con_el = con_frases_del_resumen(con_lista(plan, "resumen", "RESUMEN"), frases_propuestas(plan))
    dichas = [a.texto for a in con_el.ultima if a.clase == "del_resumen"]
    assert len(dichas) == 6
    assert dichas[0].startswith(
        "En el trimestre hubo {cifra.portal:uno_en_letra} del portal de Gobierno Abierto["
    )


def test_de_los_meses_en_que_no_se_dijo_el_sexo_no_hay_grafica_por_sexo(dos: Expediente):
    assert "por sexo" not in {b.clase for b in hojas(dos, "Gráficas") if isinstance(b, Grafica)}
    numeros.capturar(dos, ESTE, Casilla("solicitudes", 2, 4, "mujeres"), 40)
    (partida,) = [b for b in hojas(dos, "Gráficas") if isinstance(b, Grafica) and b.clase == "por sexo"]
    assert "Abr: 67 (40 mujeres; 27 sin decir su sexo)" in partida.dicha


def test_en_word_y_en_excel_va_lo_mismo(dos: Expediente, tmp_path: Path):
    foto = dos.foto(ESTE)
    for salida in ("informe.docx", "informe.xlsx"):
        exportar(foto, contenidos_de(dos, foto), tmp_path / salida)
    word = Leido((tmp_path / "informe.docx").read_bytes())
    graficas = [b for b in hojas(dos, "Gráficas") if isinstance(b, Grafica)]
    descritas = [forma._inline.docPr.get("descr") for forma in word.word.inline_shapes]
    assert descritas == [grafica.dicha for grafica in graficas]
    (tabla,) = [b for b in hojas(dos, "Comparativo") if isinstance(b, Tabla)]
    excel = hojas_de((tmp_path / "informe.xlsx").read_bytes())
    dichas = [[celda.texto for celda in fila] for fila in tabla.filas if len(fila) == tabla.columnas]
    en_excel = {str(fila[0]): fila[1:] for fila in excel["Comparativo"]}
    for nombre, *celdas in dichas[1:]:
        for escrita, leida in zip(celdas, en_excel[nombre], strict=False):
            dicho = f"{leida:.0f}" if isinstance(leida, float) else str(leida).replace(",", "")
            assert escrita.replace(",", "") == dicho
    assert [fila[0] for fila in excel["Resumen"] if fila[0]][1:] == frases(dos)
    primera, *_ = graficas
    fila = next(n for n, suya in enumerate(excel["Gráficas"]) if suya[0] == primera.leyenda)
    leidas = excel["Gráficas"][fila + 2 : fila + 2 + len(primera.barras)]
    assert [(suya[0], suya[1] or None, suya[2] or None) for suya in leidas] == [
        (barra.rotulo, barra.valor, barra.antes) for barra in primera.barras
    ]


def test_firmado_con_ellas_no_cambio_nada_aunque_cambie_el_plan_y_se_guarda_entero(dos: Expediente):
    suyo = documento_de(dos.foto(ESTE))
    assert FIRMADO.de_json(FIRMADO.a_json(suyo), Documento) == suyo
    firma.firmar(dos, ESTE, date(2025, 7, 4))
    firmado = firma.pdf_firmado(dos, ESTE)
    assert firma.que_cambio(dos, ESTE) == ()
    for clase in LAS_TRES:
        relacionar(dos, ESTE.siguiente, clase, False)
    assert firma.pdf_firmado(dos, ESTE) == firmado
    assert {"Resumen", "Comparativo", "Gráficas"}.isdisjoint(
        s.marcador for s in documento_de(dos.foto(ESTE.siguiente)).secciones
    )


@pytest.mark.timeout(600)
def test_cada_grafica_se_oye_entera_y_el_juez_las_aprueba(dos: Expediente, tmp_path: Path):
    foto = dos.foto(ESTE)
    escrito = escribir_pdf(documento_de(foto), contenidos_de(dos, foto))
    oidas = [figura.alternativo for figura in leido(escrito.datos).todas("Figure")]
    assert oidas == [b.dicha for b in hojas(dos, "Gráficas") if isinstance(b, Grafica)]
    assert sin_marcar(escrito.datos) == []
    (aparte := tmp_path / "juzgado").mkdir()
    assert dictamen(aparte, {"todo": escrito.datos}) == {("todo", norma): True for norma in NORMAS}
    for clase in LAS_TRES:
        antes = escrito.paginas
        agrega = hojas_que_agrega(foto, dos.logotipos_de(foto), clase)
        assert 1 <= agrega <= antes
