"""El año nuevo: se copian textos, cuadros y frases; lo que pasó a ser otra cosa se lleva lo suyo."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import banda, cifra, contada, plan
from ut_escritorio.dominio.cambios_del_plan.acomodo import Destino, destinos_de, reacomodado
from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import (
    ActividadNueva,
    SeCuenta,
    con_actividad,
    con_otra_cuenta,
)
from ut_escritorio.dominio.cambios_del_plan.anio import (
    AnioNuevo,
    administracion_para,
    catalogo_del_anio,
    con_texto_dicho,
    plan_del_anio,
    textos_por_mirar,
)
from ut_escritorio.dominio.cambios_del_plan.armado.cuadro_pedido import cuantas_cosas
from ut_escritorio.dominio.cambios_del_plan.inicio import QuienFirma
from ut_escritorio.dominio.cambios_del_plan.organos import organos_del_anio
from ut_escritorio.dominio.oficina.cambios import con_ocupante, con_papel
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Nombramiento, PapelMembretado, Persona, Unidad
from ut_escritorio.dominio.oficina.firmantes import Ocupante, cargo_conocido, ocupante
from ut_escritorio.dominio.oficina.relevos import Rectificado, Relevo
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Paso, Plan
from ut_escritorio.dominio.plan.cifras import Capturada, Contada
from ut_escritorio.dominio.plan.cuadros import Cuadro, Molde
from ut_escritorio.dominio.plan.rotulado import rotular
from ut_escritorio.dominio.plan.textos import con_texto, textos_de
from ut_escritorio.dominio.vigencia import vigente
from ut_escritorio.errores import ValorInvalido

PRIMERO = date(2032, 1, 1)
PASO = Paso("1.3/1", "1", "Pedir los libros de 2031", (Apartado("1.3/1#1", "renglones"),))
LIBROS = Actividad("1.3", "1.3", "Libros", pasos=(PASO,))
VISITAS = Actividad("1.1", "1.1", "Visitas", (Apartado("1.1#1", "cuadro", cuadro="1.1#1"),))
TALLERES = Actividad("2.2", "2.2", "Talleres del Consejo")


def oficina() -> Plan:
    """En el componente 1, las visitas, con su cuadro, y los libros, que se cuentan; en el 2, talleres."""
    return plan(
        cifra("visitas"),
        contada("libros", "folios", lugares=("1.3/1",)),
        clave="vecindad-2031",
        componentes=(
            Componente("1", "1", "Casa", "vecindad", actividades=(VISITAS, LIBROS)),
            Componente("2", "2", "Calle", "vecindad", actividades=(TALLERES,)),
        ),
        cuadros=(
            Cuadro("1.1#1", (banda("cifras", "visitas"),), (banda("meses"),), titulo="VISITAS DE 2031"),
        ),
        moldes=(Molde("por_mes", "Por mes", (banda("cifras", "$1"),), (banda("meses"), banda("trimestre"))),),
    )


def con(*destinos: Destino) -> tuple[Destino, ...]:
    dichos = {destino.clave: destino for destino in destinos}
    return tuple(dichos.get(d.clave, d) for d in destinos_de(oficina()))


def test_copiar_sin_cambiar_nada_solo_cambia_el_ano():
    nuevo = plan_del_anio(oficina(), AnioNuevo(2032, PRIMERO, destinos=con()))
    assert nuevo == replace(oficina(), clave="vecindad-2032", ejercicio=2032, provisional=True)


def test_las_metas_no_se_copian_sin_pedirlo():
    con_metas = replace(VISITAS, programado={1: Decimal(25), 2: Decimal(30)})
    antes = replace(oficina(), componentes=(Componente("1", "1", "Casa", "v", actividades=(con_metas,)),))
    callado = plan_del_anio(antes, AnioNuevo(2032, PRIMERO))
    pedido = plan_del_anio(antes, AnioNuevo(2032, PRIMERO, con_metas=True))
    assert not callado.lugar["1.1"].programado and not callado.lugar["1.1"].propuesto
    assert pedido.lugar["1.1"].propuesto == con_metas.programado
    assert not pedido.lugar["1.1"].programado, "hasta que se confirme"


def test_la_que_paso_a_ser_otra_recuerda_de_cual_viene_y_se_lleva_lo_que_la_cuenta():
    nuevo = reacomodado(oficina(), con(Destino("1.3", "2.1", "Libros")))
    assert [a.clave for c in nuevo.componentes for a in c.actividades] == ["1.1", "2.1", "2.2"]
    assert (nuevo.lugar["2.1"].antes, nuevo.lugar["2.1/1"].antes) == ("1.3", "1.3/1")
    assert nuevo.lugar["2.1/1"].apartados[0].clave == "2.1/1#1"
    fuente = nuevo.cifra["libros"].fuente
    assert isinstance(fuente, Contada)
    assert fuente.lugares == ("2.1/1",)


@pytest.mark.parametrize(
    ("nombre", "queda", "corto"),
    [("Visitas", "Visitas", "Visitó"), (" Visitas ", "Visitas", "Visitó"), (" ", "Visitas", "Visitó"),
     ("Recorridos", "Recorridos", "")],
)  # fmt: skip
def test_el_nombre_corto_se_va_solo_si_cambia_el_largo(nombre: str, queda: str, corto: str):
    antes = replace(
        oficina(),
        componentes=(Componente("1", "1", "C", "v", actividades=(replace(VISITAS, corto="Visitó"),)),),
    )
    (actividad,) = reacomodado(antes, (Destino("1.1", "1.1", nombre),)).componentes[0].actividades
    assert (actividad.nombre, actividad.corto) == (queda, corto)


def test_la_que_ya_no_va_se_lleva_su_cuadro_y_su_numero():
    nuevo = reacomodado(oficina(), con(Destino("1.1", "1.1", "Visitas", sigue=False)))
    assert "1.1" not in nuevo.lugar
    assert not nuevo.cuadros
    assert [c.clave for c in nuevo.cifras] == ["libros"]


def test_un_numero_repetido_o_de_ningun_componente_se_dice():
    with pytest.raises(ValorInvalido, match="dos actividades con el número 2.2"):
        reacomodado(oficina(), con(Destino("1.3", "2.2", "Libros")))
    with pytest.raises(ValorInvalido, match="de ningún componente"):
        reacomodado(oficina(), con(Destino("1.3", "7.1", "Libros")))


def test_una_actividad_nueva_trae_su_cuadro_y_lo_que_en_el_se_captura():
    (molde,) = oficina().moldes
    assert cuantas_cosas(molde) == (1, False)
    nueva = ActividadNueva("1.2", "Paseos", "por_mes", (SeCuenta("Paseos guiados", "paseo", "paseos"),))
    nuevo = con_actividad(oficina(), nueva)
    assert [a.clave for a in nuevo.componentes[0].actividades] == ["1.1", "1.2", "1.3"]
    cifra_nueva = nuevo.cifra["paseos_guiados"]
    assert cifra_nueva.fuente == Capturada(("mes",))
    assert cifra_nueva.unidad.plural == "paseos"
    assert nuevo.admite_renglones("1.2")
    assert nuevo.cuadro["1.2#1"].titulo == "PASEOS GUIADOS"
    assert [b.con_unidad for b in nuevo.cuadro["1.2#1"].columnas] == [False, True]
    assert nuevo.lugar["1.2"].apartados[0].texto == "{nombre}"
    with pytest.raises(ValorInvalido, match="Ya hay una actividad"):
        con_actividad(nuevo, nueva)
    with pytest.raises(ValorInvalido, match="qué cuenta el cuadro"):
        con_actividad(oficina(), replace(nueva, cuenta=(SeCuenta(" ", "", ""),)))


def test_con_dos_renglones_el_cuadro_dice_de_cada_uno_y_con_uno_lo_dice_el_titulo():
    (molde,) = oficina().moldes
    varios = replace(molde, filas=(banda("cifras", "$*"),))
    cuenta = (SeCuenta("Paseos", "paseo", "paseos"), SeCuenta("Visitas guiadas", "visita", "visitas"))
    nueva = ActividadNueva("1.2", "Recorridos", "por_mes", cuenta)
    con_dos = con_actividad(replace(oficina(), moldes=(varios,)), nueva)
    assert con_dos.cuadro["1.2#1"].titulo == ""
    con_uno = con_actividad(replace(oficina(), moldes=(varios,)), replace(nueva, cuenta=cuenta[:1]))
    assert con_uno.cuadro["1.2#1"].titulo == "PASEOS"


def test_los_textos_que_dicen_lo_de_antes_se_hallan_y_se_propone_como_decirlos():
    consejo = Unidad("consejo", "Consejo", "el", "organo", "Consejo", hasta=date(2032, 3, 20))
    relevos = (Relevo("del Consejo", "de la autoridad", date(2032, 3, 21)),)
    nuevo = plan_del_anio(oficina(), AnioNuevo(2032, PRIMERO, destinos=con()))
    hallados = textos_por_mirar(nuevo, Catalogo(unidades=(consejo,)), 2031, relevos)
    assert {(h.texto.texto, h.propuesto) for h in hallados} == {
        ("Pedir los libros de 2031", "Pedir los libros de 2032"),
        ("Talleres del Consejo", "Talleres de la autoridad"),
        ("VISITAS DE 2031", "VISITAS DE 2032"),
    }


def test_un_texto_que_se_vuelve_a_cambiar_dice_lo_ultimo():
    textos = con_texto_dicho({}, "Pedir los libros de 2031", "Pedir los libros")
    textos = con_texto_dicho(textos, "Pedir los libros", "Pedir los cuadernos")
    nuevo = plan_del_anio(oficina(), AnioNuevo(2032, PRIMERO, destinos=con(), textos=textos))
    assert nuevo.lugar["1.3/1"].nombre == "Pedir los cuadernos"


GARANTE = Unidad("garante", "Órgano Garante", "el", "organo", hasta=date(2032, 3, 20))
HEREDERO = Unidad("heredero", "Instituto", "el", "organo", desde=date(2032, 5, 1))
RECTIFICADO = Rectificado(("garante",), date(2032, 3, 20), date(2032, 4, 30))


def test_al_ano_nuevo_se_proponen_el_dia_bueno_de_un_organo_y_el_que_lo_sucede():
    suyo, nuevo = organos_del_anio(Catalogo(unidades=(GARANTE,)), [HEREDERO], [RECTIFICADO], PRIMERO)
    assert (suyo.organo, suyo.hasta, suyo.decia) == (GARANTE, date(2032, 4, 30), date(2032, 3, 20))
    assert (nuevo.organo, nuevo.nuevo) == (HEREDERO, True)


def test_el_dia_que_ella_escribio_se_respeta_y_el_que_ya_tiene_no_se_ofrece():
    escrito = replace(GARANTE, hasta=date(2032, 4, 2))
    llamado_igual = replace(HEREDERO, clave="otra", nombre="INSTITUTO")
    suyos = organos_del_anio(Catalogo(unidades=(escrito, llamado_igual)), [HEREDERO], [RECTIFICADO], PRIMERO)
    assert [(o.hasta, o.decia, o.nuevo) for o in suyos] == [(escrito.hasta, None, False)]


def test_el_que_ya_no_existia_ese_ano_no_sale():
    assert not organos_del_anio(Catalogo(unidades=(GARANTE,)), [], [], date(2033, 1, 1))


def test_los_anos_de_la_administracion_pasan_a_los_de_la_que_sigue():
    assert administracion_para(PapelMembretado("p", administracion=("Casa", "2029-2031")), 2032) == (
        "Casa",
        "2032-2034",
    )
    assert administracion_para(PapelMembretado("p", administracion=("2030-2032",)), 2032) == ("2030-2032",)


def test_desde_su_dia_firma_la_nueva_y_antes_la_de_antes():
    antes = Catalogo((Persona("ana", "Ana"),), (Nombramiento("titular", "ana", "Titular"),))
    anio = AnioNuevo(2032, PRIMERO, firmas=(QuienFirma("titular", "", "Eva", "Titular"),))
    despues = catalogo_del_anio(antes, anio)
    assert ocupante(despues, "titular", PRIMERO) == Ocupante("Eva", "Titular")
    assert ocupante(despues, "titular", PRIMERO - timedelta(days=1)) == Ocupante("Ana", "Titular")


def test_en_blanco_sigue_quien_esta_y_con_otro_cargo_firma_con_el():
    antes = Catalogo((Persona("ana", "Ana", "Lic."),), (Nombramiento("titular", "ana", "Titular"),))
    igual = AnioNuevo(2032, PRIMERO, firmas=(QuienFirma("titular", "", "", "Titular"),))
    sin_cargo = replace(igual, firmas=(QuienFirma("titular", "", "Eva", ""),))
    ascenso = replace(igual, firmas=(QuienFirma("titular", "", "", "Directora"),))
    assert catalogo_del_anio(antes, igual) == antes
    assert ocupante(catalogo_del_anio(antes, sin_cargo), "titular", PRIMERO) == Ocupante("Eva", "Titular")
    despues = catalogo_del_anio(antes, ascenso)
    assert ocupante(despues, "titular", PRIMERO) == Ocupante("Lic. Ana", "Directora")
    assert len(despues.personas) == 1


def test_el_cargo_de_un_puesto_que_sigue_sin_nadie_se_recuerda():
    anio = AnioNuevo(2032, PRIMERO, firmas=(QuienFirma("titular", "", "", " Encargada "),))
    despues = catalogo_del_anio(Catalogo(), anio)
    assert ocupante(despues, "titular", PRIMERO) is None
    assert cargo_conocido(despues, "titular") == "Encargada"
    assert despues.nombrados("titular") == ()
    assert catalogo_del_anio(despues, replace(anio, desde=date(2033, 1, 1))) == despues, "ya se sabía"
    con_ella = con_ocupante(despues, "titular", "Eva", "Encargada")
    assert [n.persona for n in con_ella.nombrados("titular")] == ["eva"]
    sin_decirlo = replace(anio, firmas=(QuienFirma("titular", "", "", " "),))
    assert catalogo_del_anio(Catalogo(), sin_decirlo).nombramientos == ()


DIAS = st.dates(date(2030, 1, 1), date(2034, 12, 31))


@given(st.lists(st.tuples(DIAS, st.sampled_from(["Ana", "Eva", "Luz"])), max_size=6), DIAS)
def test_en_cualquier_orden_cada_dia_firma_quien_empezo_al_ultimo(cambios, dia):
    catalogo = con_ocupante(Catalogo(), "titular", "Primera", "Titular")
    for desde, nombre in cambios:
        catalogo = con_ocupante(catalogo, "titular", nombre, "Titular", desde)
    vigentes = {desde: nombre for desde, nombre in cambios if desde <= dia}
    quien = vigentes[max(vigentes)] if vigentes else "Primera"
    assert ocupante(catalogo, "titular", dia) == Ocupante(quien, "Titular")
    de_ese_dia = [n for n in catalogo.nombramientos if (n.desde or dia) <= dia <= (n.hasta or dia)]
    assert len(de_ese_dia) == 1


@given(st.lists(DIAS, max_size=5), DIAS)
def test_en_cada_dia_vale_un_solo_membrete(dias, dia):
    catalogo = con_papel(Catalogo(), None, ("primera",), (), "")
    for n, desde in enumerate(dias):
        catalogo = con_papel(catalogo, desde, (f"cambio {n}",), (), "")
    papel = vigente(catalogo.papeles, dia)
    assert papel is not None
    ultimos = {desde: n for n, desde in enumerate(dias) if desde <= dia}
    esperado = f"cambio {ultimos[max(ultimos)]}" if ultimos else "primera"
    assert papel.administracion == (esperado,)
    assert len({p.clave for p in catalogo.papeles}) == len(catalogo.papeles)


def test_cada_texto_se_cambia_por_su_camino_y_solo_ese():
    antes = oficina()
    for texto in textos_de(antes):
        despues = con_texto(antes, texto.ruta, "OTRO")
        dichos = [(a.texto, d.texto) for a, d in zip(textos_de(antes), textos_de(despues), strict=True)]
        assert [(a, d) for a, d in dichos if a != d] == [(texto.texto, "OTRO")]


def test_lo_que_pone_el_programa_se_mueve_o_se_quita_pero_no_se_inventa():
    patron = "Se pidió {destinatario:a} con {folios?el oficio|los oficios} {folios}[ y {{algo}}]."
    leido = rotular(patron, {})
    assert leido.texto == ("Se pidió ‹a quién› con ‹el oficio/los oficios› ‹número de oficio›[ y {algo}].")
    assert leido.de_vuelta(leido.texto) == patron
    assert leido.de_vuelta("‹número de oficio›: ‹a quién›") == "{folios}: {destinatario:a}"
    with pytest.raises(ValorInvalido, match="no estaba en el texto"):
        leido.de_vuelta("‹cuántos›")


def test_a_un_cuadro_de_un_solo_numero_se_le_agrega_un_renglon():
    nuevo = con_otra_cuenta(oficina(), "1.1#1", SeCuenta("Paseos", "paseo", "paseos"))
    assert nuevo.cuadro["1.1#1"].filas[0].cifras == ("visitas", "paseos")
    assert nuevo.cifra["paseos"].fuente == Capturada(("mes",))


def test_un_campo_entre_llaves_que_se_imprimen_se_lee_y_vuelve():
    leido = rotular("{{{ asunto }}}: {folios}, {folios:suma}", {})
    assert leido.texto == "{‹asunto›}: ‹número de oficio›, ‹número de oficio 2›"
    assert leido.de_vuelta(leido.texto) == "{{{ asunto }}}: {folios}, {folios:suma}"


def test_un_corchete_que_se_imprime_sigue_doble_que_uno_solo_abriria_lo_que_a_veces_no_va():
    patron = "{asunto} [[sic]][, {folios}]"
    leido = rotular(patron, {})
    assert leido.texto == "‹asunto› [[sic]][, ‹número de oficio›]"
    assert leido.de_vuelta(leido.texto) == patron
