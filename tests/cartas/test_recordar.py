"""Los recordatorios: una carta por oficio que no se ha contestado, y cada una dice cuál."""

from __future__ import annotations

from datetime import date

import pytest

from tests.cartas.conftest import HOY, TESORERIA, dicha
from tests.datos.oficina import TRIMESTRE
from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.cartas.recordatorio import es_de_recordar
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.oficio import Contestacion, DelPapel, Oficio
from ut_escritorio.dominio.plan.formas import Campo
from ut_escritorio.dominio.trimestre.renglones import Parte
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.entrega.firma import firmar, que_cambio
from ut_escritorio.servicios.oficios import anotar, cartas, espera, imprimir, responder, tomar
from ut_escritorio.servicios.oficios.libro import leer_libro
from ut_escritorio.servicios.oficios.recordar import recordado, recordar

ORGANO = Parte("destinatario", "organo")


def esperando(exp: Expediente, folio: str, *partes: Parte, dia: date | None = date(2031, 6, 2)) -> str:
    papel = DelPapel(dia, partes=partes or (TESORERIA,))
    oficio, _ = anotar.agregar(exp, TRIMESTRE, Oficio("", folio, papel=papel, expediente="S-1"))
    anotar.seguir(exp, TRIMESTRE, [oficio.uid], espera=True)
    return oficio.uid


def filas(exp: Expediente, *uids: str) -> list[EnElLibro]:
    de_uid = {fila.oficio.uid: fila for fila in leer_libro(exp, 2031, espera.paciencia_de(exp, HOY)).filas}
    return [de_uid[uid] for uid in uids]


def cuerpo(exp: Expediente, uid: str) -> str:
    return dicha(exp, uid).cuerpo[0]


@pytest.mark.parametrize(
    ("clase", "campos", "es"),
    [
        ("Recordatorio", ("asunto", "oficio_pendiente"), True),
        ("RECORDATORIO", ("oficio_pendiente",), True),
        ("Recordatorio", ("asunto",), False),
        ("Recordatorio", (), False),
        ("Respuesta", ("oficio_pendiente",), False),
    ],
)
def test_una_plantilla_es_de_recordar_si_es_de_esa_clase_y_dice_cual_oficio(clase, campos, es):
    plantilla = PlantillaDeCarta("suya", "La suya", clase=clase, campos=tuple(Campo(c, c) for c in campos))
    assert es_de_recordar(plantilla) is es


def test_dice_cual_de_cuando_y_cuanto_lleva_y_va_a_quien_no_contesto(con_serie: Expediente):
    uid = esperando(con_serie, "PR/0901/2031")
    (nuevo,), _ = recordar(con_serie, TRIMESTRE, filas(con_serie, uid), HOY)
    carta = dicha(con_serie, nuevo)
    assert cuerpo(con_serie, nuevo) == (
        "Por este medio le recuerdo el oficio PR/0901/2031, de fecha 2 de junio de 2031, del que a la fecha, "
        "transcurridos 24 días hábiles, no se ha recibido respuesta."
    )
    assert carta.asunto == "Se recuerda oficio PR/0901/2031 pendiente de respuesta"
    assert not {"oficio_pendiente", "destinatario"} & {*carta.faltan}
    oficio = cartas.oficio_de(con_serie, nuevo)
    assert (oficio.folio, oficio.clase, oficio.expediente) == ("", "Recordatorio", "S-1")
    assert oficio.papel == DelPapel(HOY, partes=(TESORERIA,))


def test_el_que_no_dice_su_fecha_se_recuerda_sin_ella(con_serie: Expediente):
    uid = esperando(con_serie, "PR/0901/2031", dia=None)
    (nuevo,), _ = recordar(con_serie, TRIMESTRE, filas(con_serie, uid), HOY)
    assert "PR/0901/2031, del que a la fecha no se ha recibido respuesta" in cuerpo(con_serie, nuevo)


def test_los_de_varios_son_una_sola_accion_y_cada_uno_dice_el_suyo(con_serie: Expediente):
    uids = [esperando(con_serie, "PR/0901/2031"), esperando(con_serie, "PR/0902/2031", ORGANO)]
    antes = leer_libro(con_serie, 2031).filas
    nuevos, cambios = recordar(con_serie, TRIMESTRE, filas(con_serie, *uids), HOY)
    assert cambios.accion == "Escribir 2 recordatorios"
    assert "0901" in cuerpo(con_serie, nuevos[0]) and "0902" in cuerpo(con_serie, nuevos[1])
    assert [dicha(con_serie, uid).a_quien[0].area.texto for uid in nuevos] == ["Tesorería", "Órgano de Fuera"]
    folios, _ = tomar.tomar_seguidos(con_serie, TRIMESTRE, nuevos, HOY)
    assert folios == ("PR/0903/2031", "PR/0904/2031")
    deshacer(con_serie)
    deshacer(con_serie)
    assert leer_libro(con_serie, 2031).filas == antes, "los dos se van juntos"


def test_toman_sus_numeros_en_el_orden_de_los_que_recuerdan(con_serie: Expediente):
    """Elegidos en la lista, donde lo más nuevo va primero, se numeran como se escribieron."""
    uids = [esperando(con_serie, f"PR/09{n:02}/2031") for n in range(1, 9)]
    nuevos, _ = recordar(con_serie, TRIMESTRE, filas(con_serie, *uids), HOY)
    en_la_lista = [f for f in leer_libro(con_serie, 2031).filas if f.oficio.uid in nuevos]
    assert [f.oficio.uid for f in en_la_lista] == list(nuevos)[::-1]
    por_imprimir = imprimir.las_que_se_imprimen(con_serie, en_la_lista)
    assert [f.oficio.uid for f in por_imprimir] == list(nuevos)


def test_pedirlo_dos_veces_abre_el_mismo_mientras_no_tenga_numero(con_serie: Expediente):
    uid = esperando(con_serie, "PR/0901/2031")
    antes, _ = recordar(con_serie, TRIMESTRE, filas(con_serie, uid), HOY)
    otra_vez, cambios = recordar(con_serie, TRIMESTRE, filas(con_serie, uid), HOY)
    assert otra_vez == antes and cambios.accion == ""
    tomar.tomar_seguidos(con_serie, TRIMESTRE, antes, HOY)
    segundo, _ = recordar(con_serie, TRIMESTRE, filas(con_serie, uid), HOY)
    assert segundo != antes, "ya salió: este es el segundo recordatorio"


def test_de_cada_uno_se_dice_con_que_ya_se_recordo(con_serie: Expediente):
    uid = esperando(con_serie, "PR/0901/2031")
    assert recordado(con_serie, "PR/0901/2031") == ""
    antes, _ = recordar(con_serie, TRIMESTRE, filas(con_serie, uid), HOY)
    assert recordado(con_serie, "PR/0901/2031") == "", "sin número todavía no ha salido"
    tomar.tomar_seguidos(con_serie, TRIMESTRE, antes, HOY)
    uno = f"PR/0902/2031 el {HOY:%d/%m/%Y}"
    assert recordado(con_serie, "PR/0901/2031") == f"Recordado con {uno}."
    otro, _ = recordar(con_serie, TRIMESTRE, filas(con_serie, uid), HOY)
    tomar.tomar_seguidos(con_serie, TRIMESTRE, otro, HOY)
    assert recordado(con_serie, "PR/0901/2031") == f"Recordado con {uno} y PR/0903/2031 el {HOY:%d/%m/%Y}."
    anotar.cancelar(con_serie, TRIMESTRE, antes[0], "se repitió")
    assert "0902" not in recordado(con_serie, "PR/0901/2031")


def test_al_imprimirlo_no_se_espera_dos_veces_la_misma_respuesta(con_serie: Expediente, tmp_path):
    uid = esperando(con_serie, "PR/0901/2031")
    nuevos, _ = recordar(con_serie, TRIMESTRE, filas(con_serie, uid), HOY)
    tomar.tomar_seguidos(con_serie, TRIMESTRE, nuevos, HOY)
    imprimir.imprimir_en(con_serie, TRIMESTRE, nuevos, tmp_path / "recordatorio.pdf", HOY)
    assert [fila.espera for fila in filas(con_serie, uid, *nuevos)] == [True, False]
    assert "a más tardar el 9 de julio" in "".join(dicha(con_serie, nuevos[0]).cuerpo), "su plazo sí lo dice"


def test_de_lo_ya_contestado_no_se_escribe_ninguno(con_serie: Expediente):
    uno, otro = esperando(con_serie, "PR/0901/2031"), esperando(con_serie, "PR/0902/2031")
    responder.contestar(con_serie, TRIMESTRE, otro, Contestacion("", medio="correo"))
    antes = len(leer_libro(con_serie, 2031).filas)
    with pytest.raises(ErrorEsperado, match="De PR/0902/2031 ya no se espera respuesta"):
        recordar(con_serie, TRIMESTRE, filas(con_serie, uno, otro), HOY)
    assert len(leer_libro(con_serie, 2031).filas) == antes


def test_la_plantilla_que_ella_guardo_manda_sobre_la_del_programa(con_serie: Expediente):
    uid = esperando(con_serie, "PR/0901/2031")
    (nuevo,), _ = recordar(con_serie, TRIMESTRE, filas(con_serie, uid), HOY)
    cartas.guardar_plantilla(con_serie, TRIMESTRE, nuevo, "Segundo aviso", HOY)
    otro = esperando(con_serie, "PR/0902/2031")
    (de_la_suya,), _ = recordar(con_serie, TRIMESTRE, filas(con_serie, otro), HOY)
    assert cartas.abrir_carta(con_serie, de_la_suya, HOY).plantilla.nombre == "Segundo aviso"


def test_lo_firmado_sigue_igual(con_serie: Expediente):
    uid = esperando(con_serie, "PR/0901/2031")
    firmar(con_serie, TRIMESTRE, date(2031, 7, 4))
    recordar(con_serie, TRIMESTRE, filas(con_serie, uid), HOY)
    assert que_cambio(con_serie, TRIMESTRE) == ()
