"""Un asunto va de paso en paso: cada cosa es una acción, y deshacerla deja todo como estaba."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.datos.oficina import PASO, TRIMESTRE
from ut_escritorio.dominio.impreso.anotar import POR_ANOTAR, Borrador
from ut_escritorio.dominio.impreso.asuntos import Asunto
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.captura.anotar import anotado_antes, anotar
from ut_escritorio.servicios.captura.asuntos import seguir_asunto, separar_renglon, unir_asuntos
from ut_escritorio.servicios.captura.renglones import empezar_renglon

NUEVO = Borrador(PASO, "oficio", "enviado", asunto="las actas")


def suelto(exp: Expediente) -> Asunto:
    """Un renglón recién anotado, que no va con ningún otro."""
    renglon, _ = anotar(exp, TRIMESTRE, NUEVO)
    return Asunto(en={PASO: (renglon,)})


def hilos(exp: Expediente) -> dict[str, str]:
    return {r.uid: r.asunto_uid for r in exp.foto(TRIMESTRE).renglones}


def test_anotar_agrega_al_final_con_identidad_propia_y_se_deshace_de_una_vez(exp: Expediente):
    antes = exp.foto(TRIMESTRE)
    hecho, cambios = anotar(exp, TRIMESTRE, NUEVO, replace(NUEVO, asunto="las llaves"))
    foto = exp.foto(TRIMESTRE)
    assert cambios.cosas == {"renglones"}
    assert hecho.uid not in {"", POR_ANOTAR}
    assert len(foto.renglones) == len(antes.renglones) + 2
    assert hecho.orden > max(r.orden for r in antes.renglones if r.lugar == PASO)
    deshacer(exp)
    assert exp.foto(TRIMESTRE) == antes


def test_seguir_un_renglon_suelto_lo_ensarta_con_el_nuevo(exp: Expediente):
    asunto = suelto(exp)
    antes = exp.foto(TRIMESTRE)
    hecho, _ = seguir_asunto(exp, TRIMESTRE, asunto, NUEVO)
    assert hilos(exp)[asunto.renglones[0].uid] == hilos(exp)[hecho.uid] != ""
    deshacer(exp)
    assert exp.foto(TRIMESTRE) == antes


def test_un_asunto_nuevo_empieza_su_hilo(exp: Expediente):
    hecho, _ = seguir_asunto(exp, TRIMESTRE, Asunto(), NUEVO, NUEVO)
    suyos = [r for r in exp.foto(TRIMESTRE).renglones if r.asunto_uid == hecho.asunto_uid]
    assert len(suyos) == 2


def test_si_un_renglon_no_se_puede_anotar_no_se_ensarta_nada(exp: Expediente):
    asunto = suelto(exp)
    antes = exp.foto(TRIMESTRE)
    with pytest.raises(ErrorEsperado):
        seguir_asunto(exp, TRIMESTRE, asunto, NUEVO, replace(NUEVO, lugar="1"))
    assert exp.foto(TRIMESTRE) == antes


def test_dos_asuntos_se_unen_y_un_renglon_se_separa(exp: Expediente):
    uno = suelto(exp)
    otro, _ = anotar(exp, TRIMESTRE, NUEVO)
    unir_asuntos(exp, TRIMESTRE, uno, Asunto(en={PASO: (otro,)}))
    unido = next(r for r in exp.foto(TRIMESTRE).renglones if r.uid == otro.uid)
    assert unido.asunto_uid == hilos(exp)[uno.renglones[0].uid] != ""
    separar_renglon(exp, TRIMESTRE, unido)
    assert hilos(exp)[otro.uid] == ""
    assert hilos(exp)[uno.renglones[0].uid] != ""


def test_lo_anotado_antes_es_lo_del_anio_en_su_orden(exp: Expediente):
    foto = exp.foto(TRIMESTRE.siguiente)
    antes = anotado_antes(exp, foto)
    assert antes == exp.foto(TRIMESTRE).renglones
    hecho, _ = anotar(exp, TRIMESTRE.siguiente, NUEVO)
    assert anotado_antes(exp, exp.foto(TRIMESTRE.siguiente)) == (*antes, hecho)


def test_lo_tecleado_a_medias_se_completa_sin_la_ventana(exp: Expediente):
    """El número con la serie que se lleva, la unidad con el papel que la frase le da y su clave."""
    hecho, _ = anotar(exp, TRIMESTRE, replace(NUEVO, folios="645", unidad="tesorería"))
    assert [cita.folio for cita in hecho.citas] == ["PR/0645/2031"]
    assert [parte.clave for parte in hecho.partes] == ["tesoreria"]
    assert hecho in exp.foto(TRIMESTRE).renglones


def test_un_renglon_por_llenar_empieza_como_el_ultimo_de_su_lugar(exp: Expediente):
    anotar(exp, TRIMESTRE, replace(NUEVO, medio="llamada", sentido="recibido"))
    hecho, _ = empezar_renglon(exp, TRIMESTRE, PASO)
    assert (hecho.medio, hecho.sentido, hecho.asunto) == ("llamada", "recibido", "")
