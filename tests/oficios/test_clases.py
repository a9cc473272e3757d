"""Las clases de oficio del plan, y los cuadros contra el libro."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import OFICIO, POR_MES, Lugar, cifra, foto, por_mes
from tests.inventado import TRIMESTRE as DOS
from tests.oficios.contra_el_libro import ABRIL, CLASES, MAYO, TRIMESTRE, ahora, anotar_turnos, crear
from tests.revision.lo_que_dice import dice, hallados, plan_de
from ut_escritorio.datos.filas.oficios.libro import contar_por_clase
from ut_escritorio.dominio.cambios_del_plan.anio import plan_del_anio, propuesta_de_anio
from ut_escritorio.dominio.numeros.del_libro import cuenta_de, diferencia_en
from ut_escritorio.dominio.oficios.clases import clase_llamada
from ut_escritorio.dominio.oficios.libro import Cuenta, Pedido, pedidos
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.plan.cifras import Capturada, DelLibro
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.del_libro import Contados, cuantos_del_libro
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo import expediente, historia
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import usar_lo_del_libro
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.oficios import anotar, cartas
from ut_escritorio.servicios.oficios.libro import leer_libro

DE_TURNOS = DelLibro(("Turno de solicitud",))
HOY = date(2024, 7, 4)


# --- la regla -------------------------------------------------------------------------------------


def contra(escrito: tuple[int, int, int], *contados: Contados) -> FotoTrimestre:
    turnos = cifra("turnos", POR_MES, OFICIO, contraste=DE_TURNOS)
    return foto(plan_de(turnos), por_mes("turnos", *escrito), del_libro=contados)


def test_se_dice_lo_que_el_libro_tiene_y_lo_que_el_cuadro_dice_mes_por_mes():
    enviados = (
        Contados("turno de solicitud", "enviado", 4, 47),
        Contados("TURNO de Solicitud", "enviado", 5, 1),
    )
    otros = Contados("turno de solicitud", "recibido", 6, 9), Contados("respuesta", "enviado", 6, 3)
    con_ellos = contra((49, 1, 0), *enviados, *otros)
    dicho = "revisar: turnos: el libro tiene 47 oficios en abril y el cuadro dice 49."
    assert dice(con_ellos, "no_es_lo_del_libro") == dicho
    (sitio,) = hallados(con_ellos, "no_es_lo_del_libro")[0].sitios
    assert sitio.casilla == Casilla("turnos", 2, 4)
    assert dice(contra((47, 1, 0), *enviados, *otros), "no_es_lo_del_libro") == ""


def test_lo_que_falta_por_escribir_se_propone_pero_no_se_reclama_otra_vez():
    lleno = contra((0, 0, 0), Contados("turno de solicitud", "enviado", 4, 2))
    vacio = replace(lleno, conteos=Conteos())
    assert dice(vacio, "no_es_lo_del_libro") == ""
    propuesta = diferencia_en(vacio, Casilla("turnos", 2, 4))
    assert propuesta and (propuesta.libro, propuesta.cuadro, propuesta.se_escribe) == (2, None, True)
    assert diferencia_en(vacio, Casilla("turnos", 2, 5)) is None, "nada contra nada"


def test_lo_que_se_escribe_por_sexo_se_compara_y_no_se_ofrece_escribirlo():
    turnos = cifra("turnos", Capturada(("mes y sexo",)), OFICIO, contraste=DE_TURNOS)
    escrito: dict[Lugar, int] = {
        ("turnos", 4, "hombres"): 2, ("turnos", 4, "mujeres"): 1, ("turnos", 4, "ni"): 0
    }  # fmt: skip
    contados = (Contados("Turno de solicitud", "enviado", 4, 4),)
    con_ellos = foto(plan_de(turnos), escrito, del_libro=contados)
    assert "tiene 4 oficios en abril y el cuadro dice 3" in dice(con_ellos, "no_es_lo_del_libro")
    assert hallados(con_ellos, "no_es_lo_del_libro")[0].sitios
    difiere = diferencia_en(con_ellos, Casilla("turnos", 2, 4, "hombres"))
    assert difiere and not difiere.se_escribe


def test_lo_que_solo_se_escribe_por_trimestre_se_compara_entero():
    turnos = cifra("turnos", Capturada(("trimestre",)), OFICIO, contraste=DE_TURNOS)
    contados = tuple(Contados("turno de solicitud", "enviado", mes, 2) for mes in (3, 4, 6))
    con_ellos = foto(plan_de(turnos), {("turnos", None, None): 5}, del_libro=contados)
    assert "tiene 4 oficios en el trimestre y el cuadro dice 5" in dice(con_ellos, "no_es_lo_del_libro")


@given(
    st.lists(st.tuples(st.sampled_from(["Turno", "turno ", "Otra"]), st.integers(1, 12), st.integers(0, 9)))
)
def test_cada_papel_se_cuenta_una_vez_en_su_mes(de: list[tuple[str, int, int]]):
    contados = [Contados(clase, "enviado", mes, n) for clase, mes, n in de]
    fuente = DelLibro(("Turno",))
    por_mes_ = [cuantos_del_libro(contados, fuente, (mes,)) for mes in range(1, 13)]
    assert sum(por_mes_) == cuantos_del_libro(contados, fuente, range(1, 13))
    assert sum(por_mes_) == sum(n for clase, _, n in de if clase != "Otra")


def test_una_clase_se_reconoce_sin_acentos_ni_mayusculas():
    assert clase_llamada(CLASES, "notificacion") == "Notificación"
    assert clase_llamada(CLASES, "Oficio raro") is None
    assert clase_llamada((), "Oficio raro") == "Oficio raro" and clase_llamada(CLASES, "") == ""


# --- con un archivo de verdad -----------------------------------------------------------------------


@pytest.fixture(scope="module")
def molde_con_clases(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ruta = tmp_path_factory.mktemp("clases") / "molde.sqlite"
    crear(ruta).cerrar()
    return ruta


@pytest.fixture
def con_clases(molde_con_clases: Path, tmp_path: Path) -> Iterator[Expediente]:
    ruta = tmp_path / "con clases.sqlite"
    ruta.write_bytes(molde_con_clases.read_bytes())
    with expediente.abrir(ruta, ahora) as abierto:
        yield abierto


def test_el_plan_guarda_sus_clases_y_con_que_se_compara(con_clases: Expediente):
    plan = con_clases.foto(TRIMESTRE).plan
    assert plan.programa.clases == CLASES
    assert plan.cifra[ABRIL.cifra].contraste == DelLibro(("Turno",), "enviado")
    siguiente = plan_del_anio(plan, propuesta_de_anio(plan, con_clases.foto(TRIMESTRE).catalogo))
    assert siguiente.programa.clases == CLASES and siguiente.cifra[ABRIL.cifra].contraste


def test_la_clase_se_escribe_como_en_el_plan_y_otra_no_entra(con_clases: Expediente):
    oficio, _ = anotar.agregar(con_clases, TRIMESTRE, Oficio("", "UT/1001/2024", clase=" NOTIFICACION "))
    assert leer_libro(con_clases, 2024).filas[0].oficio.clase == "Notificación"
    with pytest.raises(ErrorEsperado, match="no es de las clases del plan: Turno, Respuesta y Notificación"):
        anotar.cambiar(con_clases, TRIMESTRE, replace(oficio, clase="Circular"))
    with pytest.raises(ErrorEsperado, match="clases del plan"):
        anotar.agregar(con_clases, TRIMESTRE, Oficio("", "UT/1002/2024", clase="Circular"))
    assert len(anotar_turnos(con_clases, 1, desde=1002)) == 1, "el rechazado no tomó su número"


def test_la_carta_pone_su_clase_si_el_plan_la_nombra(con_clases: Expediente):
    oficio, _ = anotar.agregar(con_clases, TRIMESTRE, Oficio(""))
    for plantilla, clase in (("turno", "Turno"), ("capacitacion", "Turno")):
        cartas.con_plantilla(con_clases, TRIMESTRE, oficio.uid, HOY, plantilla)
        assert cartas.oficio_de(con_clases, oficio.uid).clase == clase


def test_se_cuentan_los_mismos_que_se_ven(con_clases: Expediente):
    suyos = anotar_turnos(con_clases, 5)
    anotar_turnos(con_clases, 2, mes=5, desde=1100)
    anotar.cancelar(con_clases, TRIMESTRE, suyos[0].uid, "se repitió")
    for raro in (
        Oficio("", "", clase="Turno", papel=DelPapel(date(2024, 4, 2))),  # sin número: no ha salido
        Oficio("", "X/1", "recibido", clase="Turno", papel=DelPapel(date(2024, 4, 3))),
        Oficio("", "UT/1200/2024", clase="Turno", papel=DelPapel(date(2025, 4, 3))),  # de otro año
        Oficio("", "UT/1201/2024", clase="Turno", papel=DelPapel(mes=4)),
        Oficio("", "UT/1202/2024", clase="Turno"),  # quién sabe de cuándo
    ):
        anotar.agregar(con_clases, TRIMESTRE, raro)
    foto_ = con_clases.foto(TRIMESTRE)
    for casilla, cuantos in ((ABRIL, 5), (MAYO, 2)):
        cuenta = cuenta_de(foto_, casilla)
        assert cuenta is not None
        vistos = pedidos(leer_libro(con_clases, 2024).filas, Pedido(cuenta=cuenta))
        assert len(vistos) == cuantos_del_libro(foto_.del_libro, cuenta.fuente, cuenta.meses) == cuantos
    with con_clases.base.lectura():
        todos = contar_por_clase(con_clases.base, 2024)
    recibidos = Cuenta(DelLibro(("Turno",), "recibido"), (4,), "")
    assert cuantos_del_libro(todos, recibidos.fuente, recibidos.meses) == 1
    assert len(pedidos(leer_libro(con_clases, 2024).filas, Pedido(cuenta=recibidos))) == 1


def test_usar_lo_del_libro_es_una_accion_que_se_deshace(con_clases: Expediente):
    anotar_turnos(con_clases, 3)
    assert con_clases.foto(TRIMESTRE).conteos.en(ABRIL) == 49, "nunca por sí solo"
    usar_lo_del_libro(con_clases, TRIMESTRE, ABRIL, 3)
    foto_ = con_clases.foto(TRIMESTRE)
    assert foto_.conteos.en(ABRIL) == 3 and diferencia_en(foto_, ABRIL) is None
    assert historia.deshacer(con_clases).accion == "Deshacer usar el número del libro"
    assert con_clases.foto(TRIMESTRE).conteos.en(ABRIL) == 49


def test_lo_firmado_no_se_compara_ni_cambia(con_clases: Expediente):
    firma.firmar(con_clases, TRIMESTRE, HOY)
    antes = firma.pdf_firmado(con_clases, TRIMESTRE)
    anotar_turnos(con_clases, 3)
    foto_ = con_clases.foto(TRIMESTRE)
    assert foto_.del_libro == () and diferencia_en(foto_, ABRIL) is None
    with pytest.raises(ErrorEsperado):
        usar_lo_del_libro(con_clases, TRIMESTRE, ABRIL, 3)
    assert firma.pdf_firmado(con_clases, TRIMESTRE) == antes


def test_donde_el_plan_no_compara_nada_el_libro_no_se_cuenta():
    assert foto(plan_de(cifra("turnos"))).del_libro == ()
    assert diferencia_en(foto(plan_de(cifra("turnos"))), Casilla("turnos", DOS.numero, 4)) is None
