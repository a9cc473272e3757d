"""Qué llega, qué cambia y qué no se junta: dos archivos de una oficina que siguieron cada uno por su lado."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.datos.oficina import ABRIL, PASO, TRIMESTRE, ahora
from tests.partes.dos import Pedir, dichos, recibe
from ut_escritorio.dominio.oficina.catalogo import Unidad
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.partes.cosa import Nombra
from ut_escritorio.dominio.partes.emparejar import AQUI, FUERA, LLEGA
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte, Renglon
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar, marcar_sin_actividad
from ut_escritorio.servicios.captura.renglones import guardar_renglon, quitar_renglon
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.oficina.catalogos import guardar_unidad
from ut_escritorio.servicios.oficina.plan import cambiar_texto, quitar_lugar
from ut_escritorio.servicios.oficios.anotar import agregar
from ut_escritorio.servicios.partes.cambiado import recibidas_en
from ut_escritorio.servicios.partes.recibir import proponer, recibir

MAYO = Casilla("visitas", 2, 5)


def un_oficio(exp: Expediente, asunto: str, con: str = "", dia: int = 3) -> str:
    """Anota en el libro un oficio enviado con un número; da su identidad."""
    partes = (Parte("destinatario", texto=con),) if con else ()
    papel = DelPapel(date(2031, 5, dia), None, partes)
    return agregar(exp, TRIMESTRE, Oficio("", "PR/0700/2031", papel=papel, asunto=asunto))[0].uid


def test_recibida_otra_vez_solo_se_ve_lo_que_cambio_y_nunca_se_pisa_lo_de_aqui(
    exp: Expediente, otro: Expediente, pedir: Pedir
):
    capturar(otro, TRIMESTRE, MAYO, 8)
    primera = pedir()
    assert dichos(primera) == ["llega: 1.1: Visitas, mayo: 8"]
    recibe(exp, primera)
    capturar(otro, TRIMESTRE, ABRIL, 80)
    assert dichos(pedir()) == ["cambia: 1.1: Visitas, abril: de «77» a «80»"]

    capturar(exp, TRIMESTRE, MAYO, 9)  # aquí cambió lo recibido; allá sigue igual: no hay nada que decir
    assert dichos(pedir()) == ["cambia: 1.1: Visitas, abril: de «77» a «80»"]
    capturar(otro, TRIMESTRE, MAYO, 10)
    llegada = pedir()
    assert dichos(llegada)[-1] == (
        "cambió también aquí: 1.1: Visitas, mayo: allá dice «10» y aquí se cambió a «9»"
    )
    recibe(exp, llegada)
    conteos = exp.foto(TRIMESTRE).conteos.valores
    assert (conteos[ABRIL], conteos[MAYO]) == (80, 9)
    todo = pedir()
    recibir(exp, todo, {cambio.clave for cambio in todo.comparacion.cambios}, ahora)
    assert exp.foto(TRIMESTRE).conteos.valores[MAYO] == 10
    assert dichos(pedir()) == []


def test_lo_que_alla_se_quito_se_quita_solo_si_aqui_sigue_como_llego(
    exp: Expediente, otro: Expediente, pedir: Pedir
):
    capturar(otro, TRIMESTRE, MAYO, 8)
    recibe(exp, pedir())
    uno, dos = (renglon.uid for renglon in otro.foto(TRIMESTRE).renglones)
    suyo = next(r for r in exp.foto(TRIMESTRE).renglones if r.uid == uno)
    guardar_renglon(exp, TRIMESTRE, replace(suyo, asunto="los precios"))
    for uid in (uno, dos):
        quitar_renglon(otro, TRIMESTRE, uid)
    llegada = pedir()
    que = {cambio.cosa.uid: cambio.que for cambio in llegada.comparacion.cambios if cambio.quita}
    assert {que[uno], que[dos]} == {"cambió también aquí", "se quita"}
    recibe(exp, llegada)
    assert [renglon.uid for renglon in exp.foto(TRIMESTRE).renglones] == [uno]
    assert [cambio.que for cambio in pedir().comparacion.cambios] == ["cambió también aquí"]


def test_lo_que_se_elige_trae_consigo_lo_que_nombra(exp: Expediente, otro: Expediente, pedir: Pedir):
    guardar_unidad(otro, TRIMESTRE, Unidad("", "Archivo Municipal", "el"))
    area = next(u.clave for u in otro.foto(TRIMESTRE).catalogo.unidades if u.nombre == "Archivo Municipal")
    nuevo = Renglon(
        "nuevo", PASO, 9, "oficio", "enviado", "los planos", date(2031, 6, 2),
        partes=(Parte("destinatario", area),), citas=(Cita("PR/0901/2031"),),
    )  # fmt: skip
    guardar_renglon(otro, TRIMESTRE, nuevo)
    llegada = pedir()
    recibir(exp, llegada, {"registro:nuevo"}, ahora)
    renglon = exp.foto(TRIMESTRE).renglon["nuevo"]
    assert [cita.folio for cita in renglon.citas] == ["PR/0901/2031"]
    assert exp.foto(TRIMESTRE).catalogo.unidad(renglon.partes[0].clave).nombre == "Archivo Municipal"  # pyright: ignore
    assert recibidas_en(exp, TRIMESTRE).de_cosa("registro:nuevo") is not None
    assert dichos(pedir()) == []


def test_un_area_de_nombre_parecido_se_pregunta(exp: Expediente, otro: Expediente, pedir: Pedir):
    guardar_unidad(exp, TRIMESTRE, Unidad("", "Archivo Municipal", "el"))
    guardar_unidad(otro, TRIMESTRE, Unidad("", "Archivo del Municipio", "el"))
    area = next(u.clave for u in otro.foto(TRIMESTRE).catalogo.unidades if u.nombre.startswith("Archivo"))
    nuevo = Renglon("nuevo", PASO, 9, partes=(Parte("destinatario", area),))
    guardar_renglon(otro, TRIMESTRE, nuevo)
    (duda,) = pedir().comparacion.dudas
    assert duda.pregunta == "El área «Archivo del Municipio» no está aquí con ese nombre. ¿Cuál es?"
    assert [opcion.dice for opcion in duda.opciones] == ["Es «Archivo Municipal»", "Es otra: agregarla"]
    with pytest.raises(ErrorEsperado, match="Falta contestar"):
        recibe(exp, pedir())
    recibe(exp, pedir({duda.de: duda.opciones[0].clave}))
    assert (pedir().comparacion.dudas, dichos(pedir())) == ((), []), "no se pregunta lo mismo otra vez"
    foto = exp.foto(TRIMESTRE)
    assert foto.catalogo.unidad(foto.renglon["nuevo"].partes[0].clave).nombre == "Archivo Municipal"  # pyright: ignore
    assert len(foto.catalogo.unidades) == 3


@pytest.mark.parametrize(("respuesta", "queda"), [(AQUI, "la luz"), (LLEGA, "el agua"), (FUERA, "la luz")])
def test_el_mismo_numero_en_dos_oficios_se_ensena_y_ella_escoge(
    exp: Expediente, otro: Expediente, pedir: Pedir, respuesta: str, queda: str
):
    un_oficio(exp, "la luz")
    suyo = un_oficio(otro, "el agua")
    guardar_renglon(
        otro, TRIMESTRE, Renglon("nuevo", PASO, 9, "oficio", "enviado", citas=(Cita("PR/0700/2031"),))
    )
    (duda,) = pedir().comparacion.dudas
    assert duda.de == Nombra("oficio", suyo)
    assert "«PR/0700/2031 · 03/05/2031 · el agua»" in duda.pregunta
    assert "«PR/0700/2031 · 03/05/2031 · la luz»" in duda.pregunta
    llegada = pedir({duda.de: respuesta})
    assert len(llegada.comparacion.fuera) == (2 if respuesta == FUERA else 0)
    if llegada.de_entrada:
        recibe(exp, llegada)
    assert len(pedir().comparacion.dudas) == (1 if respuesta == FUERA else 0)
    foto = exp.foto(TRIMESTRE)
    libro = exp.base.lee_orden("SELECT asunto FROM oficio WHERE folio = 'PR/0700/2031'")
    assert libro == [(queda,)]
    assert ("nuevo" in foto.renglon) == (respuesta != FUERA)


def test_el_mismo_oficio_anotado_en_los_dos_lados_es_uno_y_se_completa(
    exp: Expediente, otro: Expediente, pedir: Pedir
):
    un_oficio(exp, "")
    un_oficio(otro, "el agua", "Don Nadie")
    assert pedir().comparacion.dudas == ()
    recibe(exp, pedir())
    assert exp.base.lee_orden("SELECT asunto FROM oficio WHERE folio = 'PR/0700/2031'") == [("el agua",)]
    assert dichos(pedir()) == []


def test_otro_texto_del_plan_y_lo_que_aqui_ya_no_va_se_dicen_en_su_lugar(
    exp: Expediente, otro: Expediente, pedir: Pedir
):
    ruta = ("componentes", "1", "actividades", "1.1", "nombre")
    cambiar_texto(otro, TRIMESTRE, ruta, "Puertas cerradas")
    marcar_sin_actividad(exp, TRIMESTRE, "demas", False)
    quitar_lugar(exp, TRIMESTRE, "demas")
    llegada = pedir()
    assert "1.1: nombre: allá es «Puertas cerradas» y aquí «Puertas abiertas»." in map(str, llegada.avisos)
    (fuera,) = llegada.comparacion.fuera
    assert fuera.que == "el plan de aquí no tiene ese componente, actividad o paso."


def test_firmado_de_cualquier_lado_se_dice_y_no_cambia_nada(exp: Expediente, otro: Expediente, pedir: Pedir):
    capturar(otro, TRIMESTRE, MAYO, 8)
    llegada = pedir()
    firmar(otro, TRIMESTRE, date(2031, 7, 4))
    with pytest.raises(ErrorEsperado, match="ya está firmado"):
        pedir()
    otro.cerrar()
    with pytest.raises(ErrorEsperado, match="ya está firmado: quien lo firmó"):
        proponer(exp, otro.ruta, TRIMESTRE)
    firmar(exp, TRIMESTRE, date(2031, 7, 4))
    antes = exp.ruta.read_bytes()
    with pytest.raises(ErrorEsperado, match="ya está firmado aquí"):
        proponer(exp, llegada.leida.ruta)
    with pytest.raises(ErrorEsperado):
        recibe(exp, llegada)
    assert exp.ruta.read_bytes() == antes
