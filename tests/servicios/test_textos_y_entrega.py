"""Lo escrito a mano, los oficios de remisión, la fecha de firma y lo que se contesta a la revisión."""

from __future__ import annotations

from datetime import date

from tests.datos.oficina import TRIMESTRE
from ut_escritorio.dominio.trimestre.foto import OficioRemision, TextoAMano
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura import textos
from ut_escritorio.servicios.entrega import decisiones, remision


def test_escribir_a_mano_y_volver_al_automatico(exp: Expediente):
    textos.escribir_a_mano(exp, TRIMESTRE, "apartado:1.1#3", "Mi texto.", "El suyo.")
    textos.escribir_a_mano(exp, TRIMESTRE, "apartado:1.1#3", "Otro.", "El de hoy.")
    hecho = exp.foto(TRIMESTRE).a_mano["apartado:1.1#3"]
    assert hecho == TextoAMano("apartado:1.1#3", "Otro.", "El de hoy.")
    textos.volver_al_automatico(exp, TRIMESTRE, "apartado:1.1#3")
    assert "apartado:1.1#3" not in exp.foto(TRIMESTRE).a_mano


def test_dejar_vacio_un_texto_es_volver_al_automatico(exp: Expediente):
    textos.escribir_a_mano(exp, TRIMESTRE, "apartado:1.1#3", "Mi texto.", "El suyo.")
    textos.escribir_a_mano(exp, TRIMESTRE, "apartado:1.1#3", " \n", "El suyo.")
    assert "apartado:1.1#3" not in exp.foto(TRIMESTRE).a_mano


def test_el_oficio_de_remision_cambia_y_se_vacia(exp: Expediente):
    remision.guardar_oficio(exp, TRIMESTRE, "vecindad", "PR/0900/2031", date(2031, 7, 9))
    esperado = OficioRemision("vecindad", "PR/0900/2031", date(2031, 7, 9))
    assert exp.foto(TRIMESTRE).remisiones == {"vecindad": esperado}
    remision.guardar_oficio(exp, TRIMESTRE, "vecindad", "", None)
    assert exp.foto(TRIMESTRE).remisiones == {"vecindad": OficioRemision("vecindad")}
    folios = {f for (f,) in exp.base.conexion.execute("SELECT folio FROM oficio")}
    assert folios == {"PR/0534/2031", "PR/057/2031", "sin número"}


def test_la_fecha_de_firma_y_la_numeracion(exp: Expediente):
    assert remision.fijar_fecha_de_firma(exp, TRIMESTRE, None).cosas == {"ajustes"}
    remision.numerar_paginas(exp, TRIMESTRE, True)
    foto = exp.foto(TRIMESTRE)
    assert (foto.fecha_de_firma, foto.numera_paginas, foto.dia) == (None, True, date(2031, 6, 30))


def test_lo_que_se_contesta_a_la_revision(exp: Expediente):
    decisiones.justificar(exp, TRIMESTRE, "1.1", "")
    decisiones.justificar(exp, TRIMESTRE, "1", "Hubo menos solicitudes.")
    decisiones.dejar_asi(exp, TRIMESTRE, "huella", "así se firmó")
    decisiones.dejar_asi(exp, TRIMESTRE, "otra", "también")
    decisiones.volver_a_senalar(exp, TRIMESTRE, "otra")
    foto = exp.foto(TRIMESTRE)
    assert foto.justificaciones == {"1": "Hubo menos solicitudes."}
    assert foto.dejados == {"huella": "así se firmó"}
