"""La relación de oficios de un mes o un trimestre, y la lista para entregar, hasta su PDF."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.datos.oficina import PASO, TRIMESTRE
from tests.oficios.test_libro import agregar, de
from ut_escritorio.datos import esquema as e
from ut_escritorio.dominio.oficios.dichos import respuesta_dicha, respuesta_en_papel
from ut_escritorio.dominio.oficios.oficio import Contestacion, DelPapel
from ut_escritorio.dominio.oficios.relacion import PedidoDeRelacion, Periodo, por_entregar, relacion_de
from ut_escritorio.dominio.plan.apartados import Apartado, Firmante
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.armado.relaciones import NADA, Mesa, hoja_de_entrega
from ut_escritorio.informe.documento import Documento, Firmas, Tabla
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.renglones import nuevo_renglon
from ut_escritorio.servicios.oficios import anotar, relacion, responder
from ut_escritorio.servicios.oficios.libro import leer_libro
from ut_escritorio.servicios.papel import hoja_suelta

HOY = date(2031, 7, 4)
MAYO = Periodo(2031, mes=5)


@pytest.fixture
def libro(exp: Expediente) -> Expediente:
    """Dos de mayo (uno contestado), uno de abril, uno cancelado, uno recibido y uno sin fecha."""
    tesoreria = (Parte("destinatario", "tesoreria"),)
    uno = agregar(exp, "PR/0901/2031", papel=DelPapel(date(2031, 5, 6), None, tesoreria))
    anotar.seguir(exp, TRIMESTRE, [uno.uid], espera=True)
    otro = agregar(exp, "PR/0902/2031", papel=DelPapel(date(2031, 5, 9)), asunto="pedir el inventario")
    responder.contestar(exp, TRIMESTRE, otro.uid, Contestacion("", fecha=HOY, medio="correo"))
    agregar(exp, "PR/0900/2031", papel=DelPapel(date(2031, 4, 30)))
    mal = agregar(exp, "PR/0903/2031", papel=DelPapel(None, 5))
    anotar.cancelar(exp, TRIMESTRE, mal.uid, "se imprimió dos veces")
    de_ella = (Parte("emisor", "tesoreria"),)
    agregar(exp, "TM/1/2031", sentido="recibido", papel=DelPapel(date(2031, 5, 20), None, de_ella))
    nuevo_renglon(exp, TRIMESTRE, PASO, sentido="enviado", citas=(Cita("PR/0904/2031"),))
    agregar(exp)
    return exp


def folios(exp: Expediente, pedido: PedidoDeRelacion) -> tuple[list[str], list[str]]:
    hecha = relacion_de(leer_libro(exp, 2031).filas, pedido)
    enviados, recibidos = hecha.enviados, hecha.recibidos
    return [f.oficio.folio for f in enviados], [f.oficio.folio for f in recibidos]


def test_van_los_de_ese_mes_lo_mas_viejo_primero(libro: Expediente):
    de_mayo = ["PR/0901/2031", "PR/0902/2031", "PR/0903/2031"]
    assert folios(libro, PedidoDeRelacion(MAYO)) == (de_mayo, [])
    assert folios(libro, PedidoDeRelacion(MAYO, "recibidos")) == ([], ["TM/1/2031"])
    assert folios(libro, PedidoDeRelacion(MAYO, "ambos")) == (de_mayo, ["TM/1/2031"])
    assert folios(libro, PedidoDeRelacion(MAYO, con_cancelados=False))[0] == de_mayo[:2]


def test_en_papel_no_se_imprime_lo_que_no_se_sabe(libro: Expediente):
    filas = {f.oficio.folio: f for f in leer_libro(libro, 2031).filas}
    dichas = {folio[:7]: (respuesta_dicha(f), respuesta_en_papel(f)) for folio, f in filas.items() if folio}
    assert dichas["PR/0900"] == ("no se sabe", "–")
    assert dichas["PR/0901"] == ("espera respuesta", "espera respuesta")
    assert dichas["PR/0902"] == ("contestado: correo", "contestado: correo")


def test_el_que_no_tiene_fecha_va_en_el_trimestre_que_lo_dice_y_del_mes_se_avisa(libro: Expediente):
    del_trimestre = folios(libro, PedidoDeRelacion(Periodo(2031, trimestre=TRIMESTRE.numero)))[0]
    assert "PR/0904/2031" in del_trimestre
    assert "PR/0904/2031" not in folios(libro, PedidoDeRelacion(Periodo(2031, trimestre=1)))[0]
    del_mes = relacion_de(leer_libro(libro, 2031).filas, PedidoDeRelacion(MAYO))
    sin_fecha = [f for f in leer_libro(libro, 2031).filas if f.oficio.folio and _sin_mes(f)]
    assert del_mes.sin_fecha == sum(f.oficio.sentido != "recibido" for f in sin_fecha)


def _sin_mes(fila) -> bool:
    return fila.oficio.papel.fecha is None and fila.oficio.papel.mes is None


def test_en_todo_el_anio_va_cada_uno_con_numero_una_vez(libro: Expediente):
    enviados, recibidos = folios(libro, PedidoDeRelacion(Periodo(2031), "ambos"))
    con_numero = [f.oficio.folio for f in leer_libro(libro, 2031).filas if f.estado != "sin número"]
    assert sorted((*enviados, *recibidos)) == sorted(con_numero)


def test_se_entregan_por_area_los_que_no_tienen_acuse(libro: Expediente):
    anotar.seguir(libro, TRIMESTRE, [de(libro, "PR/0900/2031").oficio.uid], acuse=HOY)
    filas = por_entregar(leer_libro(libro, 2031).filas)
    assert "PR/0900/2031" not in [fila.oficio.folio for fila in filas]
    areas = [fila.con for fila in filas]
    con_area = [area for area in areas if area]
    assert areas[: len(con_area)] == con_area == sorted(con_area), "los que no la dicen, al final"
    assert all(fila.oficio.cancelado is None for fila in filas)


def textos(datos: bytes) -> list[str]:
    return [hoja.extract_text() for hoja in PdfReader(io.BytesIO(datos)).pages]


def test_sale_a_lo_ancho_con_su_encabezado_y_quien_la_elabora(libro: Expediente):
    hoja = relacion.relacion(libro, PedidoDeRelacion(MAYO, "ambos"), HOY)
    assert (hoja.cuantos, hoja.nombre) == (4, "Relación de oficios enviados y recibidos, mayo de 2031.pdf")
    escrito = hoja_suelta.hacer_pdf(hoja)
    assert escrito.datos == hoja_suelta.hacer_pdf(relacion.relacion(
        libro, PedidoDeRelacion(MAYO, "ambos"), HOY
    )).datos, "los mismos datos dan los mismos bytes"  # fmt: skip
    primera = PdfReader(io.BytesIO(escrito.datos)).pages[0].mediabox
    assert primera.width > primera.height
    todo = "\n".join(textos(escrito.datos))
    for dicho in ("Mayo de 2031", "A quién", "De quién", "PR/0902/2031", "CANCELADO", "4 oficios."):
        assert dicho in todo
    assert "contestado: correo" in " ".join(todo.split())


def test_cada_renglon_dice_a_quien_va_o_que_no_se_sabe(libro: Expediente):
    agregar(
        libro, "PR/0990/2031", papel=DelPapel(date(2031, 5, 6), partes=(Parte("destinatario", "tesoreria"),))
    )
    agregar(libro, "PR/0991/2031", papel=DelPapel(date(2031, 5, 6)))
    (seccion,) = relacion.relacion(libro, PedidoDeRelacion(MAYO), HOY).documento.secciones
    (tabla,) = (bloque for bloque in seccion.bloques if isinstance(bloque, Tabla))
    dichos = {fila[1].texto: fila[3].texto for fila in tabla.filas}
    assert dichos["Oficio"] == "A quién"
    assert dichos["PR/0990/2031"] == de(libro, "PR/0990/2031").con != ""
    assert dichos["PR/0991/2031"] == NADA


def test_sin_membrete_ese_dia_tambien_sale(libro: Expediente):
    ya_no = {"hasta": date(2030, 12, 31)}
    with libro.base.accion("Que ya no valga el membrete"):
        libro.base.cambia(e.Papel, e.Papel.id > 0, **ya_no)
    hoja = relacion.relacion(libro, PedidoDeRelacion(MAYO), HOY)
    assert dict(hoja.imagenes) == {}
    assert "PR/0901/2031" in textos(hoja_suelta.hacer_pdf(hoja).datos)[0]


def test_una_larga_sigue_en_otra_hoja_con_su_encabezado_y_la_firma_no_va_sola(libro: Expediente):
    for numero in range(1000, 1090):
        agregar(libro, f"PR/{numero}/2031", papel=DelPapel(date(2031, 5, 6)))
    escrito = hoja_suelta.hacer_pdf(relacion.relacion(libro, PedidoDeRelacion(MAYO), HOY))
    hojas = textos(escrito.datos)
    assert len(hojas) > 2 and all("Respuesta" in hoja for hoja in hojas[:-1])
    assert "93 oficios." in hojas[-1]
    assert "PR/0901/2031" in hojas[0], "empieza en la primera hoja"


def test_la_lista_para_entregar_se_imprime_y_sin_ninguno_lo_dice(libro: Expediente):
    escrito = hoja_suelta.hacer_pdf(relacion.lista_de_entrega(libro, 2031, HOY))
    todo = "\n".join(textos(escrito.datos))
    assert "Oficios por entregar" in todo and "Sello" in todo
    vacia = relacion.relacion(libro, PedidoDeRelacion(Periodo(2031, mes=12)), HOY)
    assert "Ningún oficio." in "\n".join(textos(hoja_suelta.hacer_pdf(vacia).datos))


def test_se_guarda_sobre_otro_pdf_y_nunca_sobre_otra_cosa(libro: Expediente, tmp_path: Path):
    escrito = hoja_suelta.hacer_pdf(relacion.lista_de_entrega(libro, 2031, HOY))
    salida = tmp_path / "lista.pdf"
    for _ in range(2):
        hoja_suelta.guardar(escrito.datos, salida)
    assert salida.read_bytes() == escrito.datos
    (tmp_path / "notas.pdf").write_text("no es un PDF", encoding="utf-8")
    with pytest.raises(ErrorEsperado, match="no es un PDF"):
        hoja_suelta.guardar(escrito.datos, tmp_path / "notas.pdf")


def test_las_palabras_largas_y_raras_no_la_tumban(libro: Expediente):
    agregar(libro, "PR/0999/2031", papel=DelPapel(date(2031, 5, 6)), asunto="ñandú " * 900 + "\u202e")
    hecha = relacion.relacion(libro, PedidoDeRelacion(MAYO), HOY)
    assert hoja_suelta.hacer_pdf(hecha).paginas >= 2


def test_la_firma_quien_la_elabora_si_no_lo_dice_el_primero_y_si_no_hay_nadie_ninguno(libro: Expediente):
    jefa, titular = Firmante("jefa", "Revisó"), Firmante("titular", "Elaboró")

    def documento(*firmantes: Firmante) -> Documento:
        mesa = Mesa(libro.foto(TRIMESTRE), HOY, HOY)
        portada = (Apartado("f", "firmas", firmantes=firmantes),) if firmantes else ()
        plan = replace(mesa.foto.plan, portada=portada)
        return hoja_de_entrega(replace(mesa, foto=replace(mesa.foto, plan=plan)), ())

    def puestos(suyo: Documento) -> list[str]:
        bloques = suyo.secciones[0].bloques
        return [f.rotulo for bloque in bloques if isinstance(bloque, Firmas) for f in bloque.firmas]

    assert puestos(documento(jefa, titular)) == ["Elaboró"]
    assert puestos(documento(jefa)) == ["Revisó"]
    assert documento(jefa).autor == "Lic. Ana Luz Niño"
    assert puestos(documento()) == [] and documento().autor == ""
    assert len(documento().secciones[0].bloques) == len(documento(jefa).secciones[0].bloques) - 1
