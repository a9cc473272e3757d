"""Lo mal escrito en el libro: lo que se entiende se toma igual, y lo que no, se dice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.cartas.conftest import dicha, nueva
from tests.datos.oficina import PASO, TRIMESTRE
from tests.revision.lo_que_dice import hallados
from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.impreso.anotar import Borrador
from ut_escritorio.dominio.oficios.folios import por_aclarar
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import anotar as en_el_informe
from ut_escritorio.servicios.captura.renglones import nuevo_renglon
from ut_escritorio.servicios.entrega.remision import guardar_oficio
from ut_escritorio.servicios.oficios import anotar, cartas, numeros
from ut_escritorio.servicios.oficios.libro import leer_libro

HOY = date(2031, 7, 4)


def folios(exp: Expediente) -> list[str]:
    return [fila.oficio.folio for fila in leer_libro(exp, 2031).filas]


def tomar(exp: Expediente, escrito: str) -> str:
    oficio, _ = anotar.agregar(exp, TRIMESTRE, Oficio(""))
    return numeros.tomar(exp, TRIMESTRE, oficio.uid, escrito, sigue_de_ahi=False)[0]


@pytest.mark.parametrize("escrito", ["905", "0905", "PR/905/2031", "pr/0905/2031", " núm. 905 "])
def test_escrito_de_cualquier_modo_es_el_mismo_numero(con_serie: Expediente, escrito: str):
    tomar(con_serie, "905")
    with pytest.raises(ErrorEsperado, match="ya es de otro oficio"):
        tomar(con_serie, escrito)
    assert sum("905" in folio for folio in folios(con_serie)) == 1


def test_el_bis_se_conserva_y_no_mueve_la_cuenta(con_serie: Expediente):
    antes = leer_libro(con_serie, 2031).siguiente
    assert tomar(con_serie, "900 bis") == "PR/0900 bis/2031"
    assert leer_libro(con_serie, 2031).siguiente == antes


def test_el_de_otro_anio_o_con_fecha_que_no_llega_se_toma_y_la_revision_lo_dice(con_serie: Expediente):
    assert tomar(con_serie, "PR/0905/2030") == "PR/0905/2030"
    citas, dia = (Cita("PR/0906/2030"),), date(2031, 6, 30)
    nuevo_renglon(con_serie, TRIMESTRE, PASO, medio="oficio", sentido="enviado", citas=citas, fecha=dia)
    codigos = {h.codigo for h in hallados_de(con_serie, date(2031, 6, 2))}
    assert {"fecha_futura", "folio_mal_escrito"} <= codigos


def hallados_de(exp: Expediente, hoy: date):
    foto = exp.foto(TRIMESTRE)
    return [h for codigo in ("fecha_futura", "folio_mal_escrito") for h in hallados(foto, codigo, hoy)]


def test_el_numero_cero_no_es_de_ningun_oficio_se_escriba_donde_se_escriba(con_serie: Expediente):
    antes = folios(con_serie)
    oficio, _ = anotar.agregar(con_serie, TRIMESTRE, Oficio(""))
    cambiado = replace(oficio, folio="PR/0/2031")
    borrador = Borrador(PASO, "oficio", "enviado", "0", asunto="las actas")
    maneras = (
        lambda: numeros.tomar(con_serie, TRIMESTRE, oficio.uid, "0"),
        lambda: anotar.cambiar(con_serie, TRIMESTRE, cambiado),
        lambda: anotar.agregar(con_serie, TRIMESTRE, Oficio("", "PR/0000/2031")),
        lambda: en_el_informe.anotar(con_serie, TRIMESTRE, borrador),
        lambda: anotar.anotar_solo_al_libro(con_serie, TRIMESTRE, borrador),
        lambda: guardar_oficio(con_serie, TRIMESTRE, "enlace", "PR/0000/2031", HOY),
    )
    for manera in maneras:
        with pytest.raises(ErrorEsperado, match="no es de ningún oficio: la cuenta empieza en 1"):
            manera()
    assert folios(con_serie) == ["", *antes]
    for escrito in ("0", "0000", "núm. 0", "PR/0000/2031", "645, 0", "645 y 0"):
        assert "la cuenta empieza en 1" in por_aclarar(escrito), escrito
    assert not por_aclarar("10, PR/0900/2031 y S/N")


def test_el_anterior_a_los_que_ya_estan_se_toma_igual(con_serie: Expediente):
    assert tomar(con_serie, "899") == "PR/0899/2031"


def test_el_usado_no_se_toma_y_el_recibido_de_otra_area_es_otro_papel(con_serie: Expediente):
    with pytest.raises(ErrorEsperado, match=r"PR/0900/2031 ya es de otro oficio \(1\.1 paso 1 bis\), y un"):
        tomar(con_serie, "900")
    for quien in ("Tesorería", "Órgano de Fuera"):
        de_quien = DelPapel(HOY, partes=(Parte("emisor", texto=quien),))
        anotar.agregar(con_serie, TRIMESTRE, Oficio("", "034/2031", "recibido", papel=de_quien))
    assert folios(con_serie).count("034/2031") == 2


def test_lo_desmedido_y_los_renglones_del_asunto_quedan_en_uno(con_serie: Expediente):
    largo = "Se pide\tlo\r\nsiguiente: " + "x" * 20_000
    oficio, _ = anotar.agregar(con_serie, TRIMESTRE, Oficio("", asunto=largo, clase=" Turno\n"))
    assert oficio.asunto.startswith("Se pide lo siguiente: x") and len(oficio.asunto) > 20_000
    assert oficio.clase == "Turno"


def test_un_campo_que_la_plantilla_ya_no_tiene_sale_como_raya(con_serie: Expediente):
    uid = nueva(con_serie, plantilla="turno", campos={"ya_no_esta": "algo"})
    cartas.guardar_plantilla(con_serie, TRIMESTRE, uid, "La rota", HOY)
    rota = next(p for p in cartas.plantillas(con_serie) if p.nombre == "La rota")
    assert isinstance(rota, PlantillaDeCarta)
    dice = dicha(con_serie, uid)
    assert "____" in dice.cuerpo[0] and "solicitud" in dice.faltan


def test_el_numero_con_su_serie_dice_cual_papel_es(con_serie: Expediente):
    """Como en la oficina, el número y su serie dicen cuál es: las circulares llevan la suya."""
    for folio in ("PR/0910/2031", "pr/910/2031", "CIRC/0910/2031"):
        citas = (Cita(folio),)
        nuevo_renglon(con_serie, TRIMESTRE, PASO, medio="oficio", sentido="enviado", citas=citas)
    assert folios(con_serie).count("PR/0910/2031") == 1 and "CIRC/0910/2031" in folios(con_serie)
