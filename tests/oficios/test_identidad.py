"""Un papel, una fila: cuándo lo escrito en dos lugares es el mismo oficio."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.datos.oficina import PASO, TRIMESTRE
from ut_escritorio.datos.esquema import Oficio
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte, Renglon
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer
from ut_escritorio.servicios.captura.renglones import guardar_renglon, nuevo_renglon, quitar_renglon
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.entrega.remision import guardar_oficio

TESORERIA, ORGANO = Parte("emisor", clave="tesoreria"), Parte("emisor", clave="organo")


def decir(exp: Expediente, *folios: str, sentido: Any = "enviado", **otros: Any) -> Renglon:
    citas = tuple(map(Cita, folios))
    return nuevo_renglon(exp, TRIMESTRE, PASO, sentido=sentido, citas=citas, **otros)[0]


def de_ahora(exp: Expediente, renglon: Renglon) -> Renglon:
    return exp.foto(TRIMESTRE).renglon[renglon.uid]


def oficios(exp: Expediente, numero: int) -> list[tuple[Any, ...]]:
    """El folio, el sentido, el año del libro y el día de los que llevan ese número."""
    orden = "SELECT folio, sentido, ejercicio, fecha FROM oficio WHERE numero = ? ORDER BY 1, 2, 4"
    return exp.base.lee_orden(orden, (numero,))


def test_lo_enviado_es_el_mismo_se_escriba_como_se_escriba(exp: Expediente):
    uno, otro = decir(exp, "PR/0900/2031"), decir(exp, "pr/900/2031")
    assert oficios(exp, 900) == [("PR/0900/2031", "enviado", 2031, None)]
    assert de_ahora(exp, uno).citas == (Cita("PR/0900/2031"),)
    assert de_ahora(exp, otro).citas == (Cita("pr/900/2031"),)


def test_dos_areas_pueden_mandar_el_mismo_numero(exp: Expediente):
    decir(exp, "034/2031", sentido="recibido", partes=(TESORERIA,))
    decir(exp, "034/2031", sentido="recibido", partes=(ORGANO,))
    decir(exp, "034/2031", sentido="recibido", partes=(TESORERIA,))
    assert len(oficios(exp, 34)) == 2


def test_el_que_mandamos_no_es_el_que_nos_mandaron(exp: Expediente):
    decir(exp, "04/2031")
    decir(exp, "04/2031", sentido="recibido")
    assert [sentido for _, sentido, *_ in oficios(exp, 4)] == ["enviado", "recibido"]


def test_el_que_se_anoto_recibido_y_era_el_que_mandamos_pasa_a_ser_ese(exp: Expediente):
    decir(exp, "04/2031")
    mal = decir(exp, "04/2031", sentido="recibido")
    guardar_renglon(exp, TRIMESTRE, replace(de_ahora(exp, mal), sentido="enviado"))
    assert [sentido for _, sentido, *_ in oficios(exp, 4)] == ["enviado"]
    deshacer(exp)
    assert [sentido for _, sentido, *_ in oficios(exp, 4)] == ["enviado", "recibido"]


def test_al_decir_de_quien_es_se_separan(exp: Expediente):
    uno, otro = (decir(exp, "034/2031", sentido="recibido") for _ in range(2))
    assert len(oficios(exp, 34)) == 1
    guardar_renglon(exp, TRIMESTRE, replace(uno, partes=(TESORERIA,)))
    assert de_ahora(exp, otro).partes == (TESORERIA,)
    guardar_renglon(exp, TRIMESTRE, replace(otro, partes=(ORGANO,)))
    assert len(oficios(exp, 34)) == 2
    assert de_ahora(exp, uno).partes == (TESORERIA,)


def test_sin_numero_cada_uno_es_otro(exp: Expediente):
    antes = exp.base.lee_orden("SELECT count(*) FROM oficio")[0][0]
    uno = decir(exp, "S/N", "S/N")
    decir(exp, "S/N")
    assert exp.base.lee_orden("SELECT count(*) FROM oficio")[0][0] == antes + 3
    assert not guardar_renglon(exp, TRIMESTRE, de_ahora(exp, uno)).cosas


def test_de_dos_sin_numero_el_que_queda_es_el_que_asi_se_escribio(exp: Expediente):
    renglon = decir(exp, "S/N", "sin folio")
    uids = dict(exp.base.lee_orden("SELECT folio, uid FROM oficio WHERE folio IN ('S/N', 'sin folio')"))
    guardar_renglon(exp, TRIMESTRE, replace(renglon, citas=(Cita("sin folio"),)))
    quedan = exp.base.lee_orden("SELECT folio, uid FROM oficio WHERE folio IN ('S/N', 'sin folio')")
    assert quedan == [("sin folio", uids["sin folio"])]


def test_uno_mal_escrito_que_se_corrige_es_el_mismo_papel(exp: Expediente):
    renglon = decir(exp, "PR/0900/2031")
    (antes,) = exp.base.lee_orden("SELECT uid FROM oficio WHERE numero = 900")
    guardar_renglon(exp, TRIMESTRE, replace(renglon, citas=(Cita("PR/0901/2031"),)))
    assert exp.base.lee_orden("SELECT uid FROM oficio WHERE numero = 901") == [antes]
    assert oficios(exp, 900) == []


def test_al_agregar_otro_delante_cada_uno_sigue_siendo_el_suyo(exp: Expediente):
    renglon = decir(exp, "PR/0900/2031")
    (antes,) = exp.base.lee_orden("SELECT uid FROM oficio WHERE numero = 900")
    citas = (Cita("PR/0899/2031"), Cita("PR/0900/2031"))
    guardar_renglon(exp, TRIMESTRE, replace(renglon, citas=citas))
    assert exp.base.lee_orden("SELECT uid FROM oficio WHERE numero = 900") == [antes]


def test_la_remision_de_diciembre_con_numero_de_enero_es_del_libro_de_enero(exp: Expediente):
    guardar_oficio(exp, TRIMESTRE, "vecindad", "PR/0001/2032", date(2032, 1, 5))
    assert oficios(exp, 1) == [("PR/0001/2032", "enviado", 2032, "2032-01-05")]


def test_la_fecha_es_del_papel_y_se_cambia_desde_cualquiera_de_los_dos(exp: Expediente):
    uno = decir(exp, "PR/0900/2031", fecha=date(2031, 5, 6))
    otro = decir(exp, "PR/0900/2031")
    assert otro.uid != uno.uid
    assert de_ahora(exp, otro).fecha == date(2031, 5, 6)
    guardar_renglon(exp, TRIMESTRE, replace(de_ahora(exp, otro), fecha=date(2031, 5, 7)))
    assert de_ahora(exp, uno).fecha == date(2031, 5, 7)
    assert oficios(exp, 900) == [("PR/0900/2031", "enviado", 2031, "2031-05-07")]
    deshacer(exp)
    assert (de_ahora(exp, uno).fecha, de_ahora(exp, otro).fecha) == (date(2031, 5, 6), date(2031, 5, 6))


def test_si_dos_renglones_no_dicen_lo_mismo_cada_uno_sigue_con_la_suya(exp: Expediente):
    uno = decir(exp, "PR/0900/2031", fecha=date(2031, 5, 6))
    otro = decir(exp, "PR/0900/2031", fecha=date(2031, 5, 9))
    guardar_renglon(exp, TRIMESTRE, replace(uno, fecha=date(2031, 5, 7)))
    assert (de_ahora(exp, uno).fecha, de_ahora(exp, otro).fecha) == (date(2031, 5, 7), date(2031, 5, 9))


def test_del_enviado_es_a_quien_va_y_no_quien_convoco(exp: Expediente):
    decir(exp, "PR/0900/2031", partes=(ORGANO, Parte("beneficiario", texto="la Unidad")))
    orden = "SELECT count(*) FROM parte_de_oficio p JOIN oficio o ON o.id = p.oficio_id WHERE o.numero = 900"
    assert exp.base.lee_orden(orden) == [(0,)]


def test_lo_firmado_no_se_mueve_desde_otro_trimestre(exp: Expediente):
    uno = decir(exp, "PR/0900/2031", fecha=date(2031, 5, 6))
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    foto, otro = exp.foto(TRIMESTRE), TRIMESTRE.siguiente
    citas = (Cita("PR/0900/2031"),)
    nuevo, _ = nuevo_renglon(exp, otro, PASO, sentido="enviado", citas=citas)
    assert exp.foto(otro).renglon[nuevo.uid].fecha == date(2031, 5, 6)
    guardar_renglon(exp, otro, replace(nuevo, fecha=date(2031, 8, 1)))
    assert exp.foto(otro).renglon[nuevo.uid].fecha == date(2031, 8, 1)
    assert exp.foto(TRIMESTRE).renglones == foto.renglones
    assert foto.renglon[uno.uid].fecha == date(2031, 5, 6)


@pytest.mark.parametrize("donde", ["renglón", "remisión"])
@pytest.mark.parametrize("que", ["fecha = '2031-01-01'", "cancelado = 'se imprimió dos veces'", "numero = 1"])
def test_la_firma_cuida_tambien_el_oficio_de_remision_y_que_no_se_cancele(
    exp: Expediente, donde: str, que: str
):
    if donde == "renglón":
        decir(exp, "PR/0900/2031")
    else:
        guardar_oficio(exp, TRIMESTRE, "vecindad", "PR/0900/2031", date(2031, 7, 3))
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    with pytest.raises(ErrorEsperado, match="ya está firmado"), exp.base.accion("Cambiar"):
        exp.base.escribe_orden(Oficio, f"UPDATE oficio SET {que} WHERE numero = 900")


def test_el_archivo_no_deja_que_un_numero_enviado_sean_dos_papeles(exp: Expediente):
    decir(exp, "PR/0900/2031")
    orden = (
        "INSERT INTO oficio (id, uid, folio, serie_id, numero, anio, sentido) "
        "SELECT 1, 'otro', folio, serie_id, numero, anio, sentido FROM oficio WHERE numero = 900"
    )
    with pytest.raises(Exception, match="UNIQUE"), exp.base.accion("Repetir"):
        exp.base.conexion.execute(orden)


def test_el_oficio_que_ya_nadie_dice_se_va_y_vuelve_al_deshacer(exp: Expediente):
    renglon = decir(exp, "PR/0900/2031", fecha=date(2031, 5, 6))
    quitar_renglon(exp, TRIMESTRE, renglon.uid)
    assert oficios(exp, 900) == []
    deshacer(exp)
    assert oficios(exp, 900) == [("PR/0900/2031", "enviado", 2031, "2031-05-06")]
