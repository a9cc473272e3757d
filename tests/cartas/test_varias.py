"""A varias áreas: pegarlas de Excel, sus números seguidos o pegados, «son estos», y una que ya no va."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.cartas.conftest import HOY, dicha, nueva
from tests.datos.oficina import PASO, TRIMESTRE
from ut_escritorio.datos.disco.destino import reparo_del_nombre
from ut_escritorio.dominio.cartas.tanda import (
    Area,
    a_cuales_les_pasa,
    con_otras,
    desconocidas,
    escritas_en,
    leer_areas,
    pueden_ser,
    son_sin_duda,
)
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.errores import ErrorEsperado, ValorInvalido
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, por_deshacer
from ut_escritorio.servicios.captura.renglones import nuevo_renglon
from ut_escritorio.servicios.entrega.firma import firmar
from ut_escritorio.servicios.oficina.catalogos import catalogo_de, poner_ocupante
from ut_escritorio.servicios.oficios import anotar
from ut_escritorio.servicios.oficios.imprimir import nombre_de_pdf
from ut_escritorio.servicios.oficios.libro import leer_libro
from ut_escritorio.servicios.oficios.numeros import el_que_sigue
from ut_escritorio.servicios.oficios.tomar import con_los_que_siguen, tomar_uno
from ut_escritorio.servicios.oficios.varias import ParaVarias, por_verse, tomar_para_varias, uids_para

TERCERO = Trimestre(2031, 3)
PEGADO = (
    "Área\tTitular\tCargo\r\nTesorería\tAna Ruiz\tTesorera\r\n"
    "Obras Públicas\tLuis Paz\tDirector\r\n\r\nParques\t\t\r\n"
)


def tomar(exp: Expediente, uid: str, **pedido) -> tuple[str, ...]:
    a_la_vista = pedido.pop("a_la_vista", TRIMESTRE)
    para = ParaVarias(pedido.pop("areas", leer_areas(PEGADO)), **pedido)
    return tomar_para_varias(exp, a_la_vista, uids_para(uid, len(para.areas)), para, HOY)[0]


def folios(exp: Expediente) -> dict[str, str]:
    """A quién va cada uno de los que tienen carta."""
    libro = leer_libro(exp, 2031)
    suyos = (f for f in libro.filas if f.oficio.uid in libro.con_carta)
    return {f.oficio.folio: f.con for f in suyos if not any(d.donde == "Remisión" for d in f.dichos)}


def test_se_leen_como_vienen_de_excel():
    assert leer_areas(PEGADO) == (
        Area("Tesorería", "Ana Ruiz", "Tesorera"),
        Area("Obras Públicas", "Luis Paz", "Director"),
        Area("Parques"),
    )
    assert leer_areas('"Área ""A"""\tAna') == (Area('Área "A"', "Ana"),)


@pytest.mark.parametrize(
    ("pegado", "dice"),
    [
        ("", "copie en Excel"),
        ("Área\tTitular", "copie en Excel"),
        ("a\tb\tc\td", "el renglón 1 trae 4 columnas"),
        ("\tAna\tTesorera", "al renglón 1 le falta el área"),
        ("Obras\nobras", "«obras» está en los renglones 1 y 2"),
        ("\n".join(f"Área {n}" for n in range(301)), "son 301 áreas"),
    ],
)
def test_lo_que_no_se_entiende_no_se_pega_y_se_dice(pegado: str, dice: str):
    with pytest.raises(ErrorEsperado, match=f"No se pegó nada: .*{dice}"):
        leer_areas(pegado)


def test_una_accion_hace_un_oficio_por_area_y_lleva_sus_titulares_al_catalogo(con_serie: Expediente):
    uid = nueva(con_serie)
    antes = catalogo_de(con_serie)
    assert tomar(con_serie, uid) == ("PR/0901/2031", "PR/0902/2031", "PR/0903/2031")
    assert folios(con_serie) == {
        "PR/0901/2031": "Tesorería", "PR/0902/2031": "Obras Públicas", "PR/0903/2031": "Parques",
    }  # fmt: skip
    quienes = {
        f.oficio.folio: dicha(con_serie, f.oficio.uid).destinatario[0]
        for f in leer_libro(con_serie, 2031).filas
        if f.oficio.folio in folios(con_serie)
    }
    assert list(quienes.values())[::-1] == ["ANA RUIZ", "LUIS PAZ", "C. TITULAR DE PARQUES"]
    assert por_deshacer(con_serie) == "Deshacer tomar 3 números"
    deshacer(con_serie)
    assert catalogo_de(con_serie) == antes and folios(con_serie) == {"": "Tesorería"}


def test_el_titular_que_cambia_lo_es_desde_la_fecha_de_la_carta(con_serie: Expediente):
    poner_ocupante(con_serie, TRIMESTRE, "tesoreria", "Eva Sol", "Tesorera", None)
    tomar(con_serie, nueva(con_serie), areas=(Area("tesoreria", "Ana Ruiz", "Tesorera"),))
    suyos = [n for n in catalogo_de(con_serie).nombramientos if n.puesto == "tesoreria"]
    assert [(n.persona, n.desde, n.hasta) for n in suyos] == [
        ("eva_sol", None, date(2031, 7, 3)), ("ana_ruiz", HOY, None),
    ]  # fmt: skip


def test_los_numeros_pegados_van_uno_por_area(con_serie: Expediente):
    uid = nueva(con_serie)
    for numeros, dice in (
        ("910\n912", "Son 3 áreas y se pegaron 2 números"),
        ("910\n910\n911", "PR/0910/2031 está dos veces"),
        ("910\n900\n911", "PR/0900/2031 ya es de otro oficio"),
    ):
        with pytest.raises(ErrorEsperado, match=dice):
            tomar(con_serie, uid, numeros=numeros)
        assert folios(con_serie) == {"": "Tesorería"}, "nada a medias"
    assert tomar(con_serie, uid, numeros="910\r\n912\r\n920") == (
        "PR/0910/2031",
        "PR/0912/2031",
        "PR/0920/2031",
    )
    assert leer_libro(con_serie, 2031).siguiente == "PR/0921/2031"


def de_junio(exp: Expediente, uid: str) -> None:
    """La carta, con fecha del 12 de junio."""
    fila = next(f for f in leer_libro(exp, 2031).filas if f.oficio.uid == uid)
    papel = replace(fila.oficio.papel, fecha=date(2031, 6, 12))
    anotar.cambiar(exp, TRIMESTRE, replace(fila.oficio, papel=papel))


def tres_de_junio(exp: Expediente) -> Renglon:
    """El renglón que dice que se enviaron tres, sin decir cuáles."""
    return nuevo_renglon(exp, TRIMESTRE, PASO, medio="oficio", sentido="enviado", cantidad_medio=3, mes=6)[0]


def ofrecidos(exp: Expediente, uid: str, a_la_vista: Trimestre = TRIMESTRE) -> list[str]:
    """Los que se ofrece que sean esas tres, viendo ese trimestre."""
    return [r.uid for r in por_verse(exp, a_la_vista, uid, HOY).pueden_ser(3)]


@pytest.mark.parametrize("a_la_vista", [TRIMESTRE, TERCERO], ids=str)
def test_son_estos_los_que_el_informe_ya_decia_y_si_uno_ya_no_va_dice_uno_menos(
    con_serie: Expediente, a_la_vista: Trimestre
):
    renglon, uid = tres_de_junio(con_serie), nueva(con_serie, lugar=PASO)
    de_junio(con_serie, uid)
    cuantos = len(con_serie.foto(TRIMESTRE).renglones)
    assert ofrecidos(con_serie, uid, a_la_vista) == [renglon.uid]
    tomar(con_serie, uid, a_la_vista=a_la_vista, son_estos=renglon.uid)
    suyo = con_serie.foto(TRIMESTRE).renglon[renglon.uid]
    assert [cita.folio for cita in suyo.citas] == ["PR/0901/2031", "PR/0902/2031", "PR/0903/2031"]
    assert con_serie.foto(TERCERO).renglones == (), "no se dicen dos veces"
    assert len(con_serie.foto(TRIMESTRE).renglones) == cuantos, "ni en otro renglón del suyo"
    deshacer(con_serie)
    assert con_serie.foto(TRIMESTRE).renglon[renglon.uid].citas == () and folios(con_serie) == {
        "": "Tesorería"
    }
    tomar(con_serie, uid, a_la_vista=a_la_vista, son_estos=renglon.uid)
    fuera = next(f.oficio.uid for f in leer_libro(con_serie, 2031).filas if f.oficio.folio == "PR/0902/2031")
    anotar.cancelar(con_serie, TRIMESTRE, fuera, "ya no existe esa área", quitar_de_ahi=True)
    suyo = con_serie.foto(TRIMESTRE).renglon[renglon.uid]
    assert (suyo.cantidad_medio, [cita.folio for cita in suyo.citas]) == (2, ["PR/0901/2031", "PR/0903/2031"])
    assert leer_libro(con_serie, 2031).siguiente == "PR/0904/2031", "los demás no se recorren"
    deshacer(con_serie)
    assert con_serie.foto(TRIMESTRE).renglon[renglon.uid].cantidad_medio == 3


def test_los_de_un_trimestre_no_son_los_de_una_carta_de_otro_ni_los_de_uno_firmado(con_serie: Expediente):
    tres_de_junio(con_serie)
    de_julio, otra = nueva(con_serie), nueva(con_serie)
    de_junio(con_serie, otra)
    assert ofrecidos(con_serie, de_julio) == [] and ofrecidos(con_serie, otra) != []
    firmar(con_serie, TRIMESTRE, HOY)
    for uid in (de_julio, otra):
        assert ofrecidos(con_serie, uid) == []
    assert len(tomar(con_serie, de_julio)) == 3, "aunque se esté viendo el firmado"


def test_se_ofrece_antes_el_del_lugar_en_que_va_y_sin_duda_solo_ese():
    antes, aqui = (
        Renglon(uid, lugar, 1, medio="oficio", sentido="enviado", cantidad_medio=3)
        for uid, lugar in (("a", "1.2/1"), ("b", PASO))
    )
    assert [r.uid for r in pueden_ser((antes, aqui), "oficio", 3, PASO)] == ["b", "a"]
    assert [r.uid for r in pueden_ser((antes, aqui), "oficio", 3, "")] == ["a", "b"]
    assert son_sin_duda(aqui, PASO) and son_sin_duda(aqui, "") and not son_sin_duda(antes, PASO)


def test_en_el_paso_que_se_pidio_van_en_un_solo_renglon_con_sus_areas(con_serie: Expediente):
    tomar(con_serie, nueva(con_serie, lugar=PASO))
    (renglon,) = con_serie.foto(TERCERO).renglones
    assert len(renglon.citas) == len(renglon.partes) == 3
    assert renglon.asunto == "actualizar el módulo Horarios"
    fuera = next(f.oficio.uid for f in leer_libro(con_serie, 2031).filas if f.oficio.folio == "PR/0901/2031")
    anotar.cancelar(con_serie, TRIMESTRE, fuera, "ya no va", quitar_de_ahi=True)
    (renglon,) = con_serie.foto(TERCERO).renglones
    assert "tesoreria" not in [parte.clave for parte in renglon.partes] and len(renglon.citas) == 2


def test_tras_una_falla_del_disco_se_toman_y_se_cancelan_igual(con_serie: Expediente):
    def fallar() -> None:
        """De lo que se sabía del archivo ya no hay certeza: todo se vuelve a leer."""
        assert con_serie.base._identidad is not None
        con_serie.base._identidad.dudar()

    una, otra = nueva(con_serie, lugar=PASO), nueva(con_serie, lugar=PASO)
    fallar()
    tomar(con_serie, una)
    fallar()
    tomar_uno(con_serie, TRIMESTRE, otra, "", HOY)
    assert [len(r.citas) for r in con_serie.foto(TERCERO).renglones] == [3, 1]
    fallar()
    anotar.cancelar(con_serie, TRIMESTRE, otra, "ya no va", quitar_de_ahi=True)
    assert [len(r.citas) for r in con_serie.foto(TERCERO).renglones] == [3]


def test_la_vez_siguiente_se_ofrecen_las_mismas(con_serie: Expediente):
    tomar(con_serie, nueva(con_serie))
    vista = por_verse(con_serie, TRIMESTRE, nueva(con_serie), HOY)
    assert [area.nombre for area in vista.pasadas] == ["Tesorería", "Obras Públicas", "Parques"]
    assert vista.pasadas[0] == Area("Tesorería", "Ana Ruiz", "Tesorera")
    assert vista.numeros(3, "")[-1] == "PR/0906/2031"


def test_las_de_la_vez_pasada_son_las_de_esa_carta_y_no_todas_las_de_ese_dia(con_serie: Expediente):
    """El mismo día, con la misma plantilla: una solicitud a tres, otra a dos, y una más a una sola."""
    tomar(con_serie, nueva(con_serie, campos={"modulo": "Horarios"}))
    tomar(con_serie, nueva(con_serie, campos={"modulo": "Trámites"}), areas=leer_areas("Tesorería\nFomento"))
    tomar_uno(con_serie, TRIMESTRE, nueva(con_serie, campos={"modulo": "Avisos"}), "", HOY)
    vista = por_verse(con_serie, TRIMESTRE, nueva(con_serie), HOY)
    assert [area.nombre for area in vista.pasadas] == ["Tesorería", "Fomento"]


def test_la_que_ya_tiene_numero_no_va_a_varias(con_serie: Expediente):
    uid = nueva(con_serie)
    tomar(con_serie, uid)
    with pytest.raises(ErrorEsperado, match="PR/0901/2031 ya tiene número"):
        por_verse(con_serie, TRIMESTRE, uid, HOY)
    with pytest.raises(ErrorEsperado, match="Ya tiene número"):
        tomar(con_serie, uid)


def test_las_de_a_quien_va_son_una_vez_cada_una_y_se_sabe_cuales_no_conoce_oficina(con_serie: Expediente):
    poner_ocupante(con_serie, TRIMESTRE, "tesoreria", "Eva Sol", "Tesorera", None)
    catalogo = catalogo_de(con_serie)
    areas = escritas_en(catalogo, " TESORERIA; zzz;; Zzz ; tesorería", HOY)
    assert areas == (Area("Tesorería", "Eva Sol", "Tesorera"), Area("zzz"))
    assert desconocidas(catalogo, areas) == ("zzz",)
    assert escritas_en(catalogo, " ; ", HOY) == ()
    de_la_carta = areas[:1]
    assert con_otras(areas, "tesorería; Obras", de_la_carta) == (*areas, Area("Obras"))


def test_las_escritas_se_agregan_todas_o_ninguna():
    antes = (Area("Parques"),)
    assert con_otras(antes, " Tesorería ; Obras;; ") == (*antes, Area("Tesorería"), Area("Obras"))
    assert con_otras(antes, " ; ") == antes
    for repetida in ("Obras; PARQUES", "Obras; obras"):
        with pytest.raises(ValorInvalido, match="ya está"):
            con_otras(antes, repetida)
    with pytest.raises(ValorInvalido, match="de una vez caben 300"):
        con_otras(antes, "; ".join(f"Área {n}" for n in range(300)))


@pytest.mark.parametrize(
    ("folios", "nombre"),
    [
        ([f"UT/{numero:04}/2024" for numero in range(833, 863)], "Oficios UT-0833-2024 a UT-0862-2024"),
        (["UT/0833/2024"], "Oficio UT-0833-2024"),
        (["UT/0833/2024", "UT/0834/2024"], "Oficios UT-0833-2024 y UT-0834-2024"),
        (["UT/0833/2024", "UT/0834/2024", "UT/0862/2024"], "Oficios UT-0833-2024 y otros 2"),
        (["UT/0833/2024", "UT/0834 bis/2024", "UT/0835/2024"], "Oficios UT-0833-2024 y otros 2"),
        (["UT/0833/2024", "UT/0834/2024", "UT/0835/2025"], "Oficios UT-0833-2024 y otros 2"),
        (["UT/0833/2024", "CA/0834/2024", "UT/0835/2024"], "Oficios UT-0833-2024 y otros 2"),
        (["", "UT/0833/2024"], "Oficios UT-0833-2024 y otro"),
        (["", "UT/0833/2024", "UT/0834/2024"], "Oficios UT-0833-2024 y otros 2"),
        ([""], "Carta"),
        ([""] * 3, "3 cartas"),
        (['UT: 9 "bis"?'], "Oficio UT- 9 -bis--"),
    ],
)  # fmt: skip
def test_el_nombre_que_se_propone_dice_del_primero_al_ultimo_solo_si_van_seguidos(folios, nombre):
    assert nombre_de_pdf(folios) == f"{nombre}.pdf" and not reparo_del_nombre(nombre_de_pdf(folios))


def test_el_pdf_de_las_que_aun_no_tienen_numero_lleva_los_que_van_a_tomar(con_serie: Expediente):
    assert con_los_que_siguen(con_serie, TRIMESTRE, ["", "PR/0900/2031", ""]) == (
        "PR/0901/2031", "PR/0900/2031", "PR/0902/2031",
    )  # fmt: skip
    assert el_que_sigue(con_serie, TRIMESTRE) == "PR/0901/2031", "solo se dicen"


def test_lo_que_se_pegaria_en_oficina_se_dice_area_por_area(con_serie: Expediente):
    """Lo copiado que no eran áreas se ve antes de ponerlo."""
    catalogo = catalogo_de(con_serie)
    nuevas = [Area(f"Área {cual}", "Eva Sol") for cual in range(8)]
    assert a_cuales_les_pasa(catalogo, [Area("Tesorería"), *nuevas], HOY) == (
        "No se sabe quién es su titular: Tesorería.",
        "Se agrega a Oficina: Área 0; Área 1; Área 2; Área 3; Área 4; Área 5; 2 más.",
    )
