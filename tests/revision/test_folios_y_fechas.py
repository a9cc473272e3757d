"""Los números de oficio y las fechas."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.inventado import MEDIOS, OFICIO, TRIMESTRE, a_quien, con_formas, foto, plan, renglon
from tests.revision.lo_que_dice import LEY, dice, hallados, sitios
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.plan.arbol import Departamento, Medio, PlantillaOficio
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.dominio.trimestre.series import SerieDelAnio, Tomados
from ut_escritorio.revision import revisar

SE_LLEVA = Tomados(2031, {"UT": SerieDelAnio(desde=1)})
PLAN = plan(departamentos=(Departamento("vecindad", "Vecindad", "jefa", PlantillaOficio()),))


def enviado(orden: int, *folios: str, **datos) -> Renglon:
    return renglon(orden, *folios, medio="oficio", sentido="enviado", **datos)


def enviados(*folios: str, **otros) -> FotoTrimestre:
    return foto(PLAN, renglones=tuple(enviado(n, folio) for n, folio in enumerate(folios, start=1)), **otros)


def test_un_folio_con_menos_digitos_que_los_demas() -> None:
    mal = enviados("UT/0655/2031", "UT/0656/2031", "UT/057/2031")
    assert dice(mal, "folio_mal_escrito") == (
        "corregir: El oficio «UT/057/2031» lleva 3 dígitos y los demás llevan 4."
    )
    assert sitios(mal, "folio_mal_escrito") == [{"origen": "registro:uid3", "campo": "folios", "mes": None}]


@pytest.mark.parametrize(
    ("malo", "reparo"),
    [
        ("UT/0657/2030", "dice 2030 y el informe es de 2031"),
        ("UT-0657-2031", "no se entiende: los demás son como UT/0000/año"),
        ("TU/0657/2031", "no empieza con «UT», como los demás"),
        ("UT/0657/31", "no se entiende: los demás son como UT/0000/año"),
    ],
)
def test_un_folio_que_no_es_como_los_demas(malo: str, reparo: str) -> None:
    buenos = ("UT/0651/2031", "UT/0652/2031", "UT/0653/2031")
    assert dice(enviados(*buenos, malo), "folio_mal_escrito") == f"corregir: El oficio «{malo}» {reparo}."


def test_dos_sin_numero_son_dos_oficios_y_no_uno_repetido() -> None:
    assert not dice(enviados("S/N", "s/n"), "oficio_repetido")
    assert dice(enviados("UT/0651/2031", "UT/651/2031"), "oficio_repetido")


def test_sin_otros_con_que_comparar_no_se_opina_de_la_forma() -> None:
    assert not dice(enviados("1/2031"), "folio_mal_escrito")
    assert not dice(enviados("sin número"), "folio_mal_escrito")


def test_las_circulares_llevan_su_propia_serie() -> None:
    circular = Medio("circular", "circular", OFICIO, con_folio=True)
    del_plan = con_formas(medios=(*MEDIOS, circular))
    filas = (enviado(1, "UT/0651/2031"), enviado(2, "UT/0652/2031"), enviado(3, "UT/0653/2031"))
    circulares = tuple(replace(enviado(n, f"0{n}/2031"), medio="circular") for n in (4, 5))
    assert not dice(foto(del_plan, renglones=(*filas, *circulares)), "folio_mal_escrito")


def test_el_anio_de_un_oficio_es_el_de_su_fecha() -> None:
    mal = foto(PLAN, renglones=(enviado(1, "UT/0001/2031", fecha=date(2032, 1, 7)),))
    assert "dice 2031 y su fecha es de 2032" in dice(mal, "folio_mal_escrito", date(2032, 2, 1))


def test_un_oficio_recibido_puede_ser_de_antes_pero_no_de_despues() -> None:
    def recibido(folio: str, fecha: date | None = None) -> FotoTrimestre:
        return foto(PLAN, renglones=(renglon(1, folio, medio="oficio", sentido="recibido", fecha=fecha),))

    assert not dice(recibido("ORG/CG/036/2030"), "folio_de_otro_anio")
    assert not dice(recibido("ORG/CG/036/2031", date(2031, 5, 2)), "folio_de_otro_anio")
    assert "«ORG/CG/036/2019» dice 2019" in dice(recibido("ORG/CG/036/2019"), "folio_de_otro_anio")
    assert "dice 2032" in dice(recibido("ORG/CG/036/2032", date(2031, 5, 2)), "folio_de_otro_anio")


def test_el_mismo_oficio_contado_en_dos_renglones() -> None:
    assert dice(enviados("UT/0640/2031", "ut/640/2031"), "oficio_repetido") == (
        "revisar: El oficio UT/0640/2031 se cuenta 2 veces en 1.1 paso 1."
    )


def test_con_dos_fechas_ya_no_hay_duda() -> None:
    filas = (
        enviado(1, "UT/0640/2031", fecha=date(2031, 5, 5)),
        enviado(2, "UT/0640/2031", fecha=date(2031, 5, 6)),
    )
    assert dice(foto(PLAN, renglones=filas), "oficio_repetido") == (
        "corregir: El oficio UT/0640/2031 se cuenta 2 veces en 1.1 paso 1, "
        "con fechas distintas: 05/05/2031 y 06/05/2031."
    )


def test_el_mismo_oficio_no_se_le_mando_a_dos_areas() -> None:
    areas_de_casa = Catalogo(unidades=(Unidad("OBR", "Obras"), Unidad("TES", "Tesorería")))

    def anotados(*areas: str) -> FotoTrimestre:
        filas = (
            enviado(n, "UT/0640/2031", partes=a_quien(*area.split())) for n, area in enumerate(areas, start=1)
        )
        return foto(PLAN, renglones=tuple(filas), catalogo=areas_de_casa)

    assert dice(anotados("OBR", "", "TES"), "oficio_a_otra_area") == (
        "revisar: El oficio UT/0640/2031 no dice la misma área donde se anotó: "
        "Obras (1.1 paso 1) y Tesorería (1.1 paso 1)."
    )
    assert [s["origen"] for s in sitios(anotados("OBR", "", "TES"), "oficio_a_otra_area")] == [
        "registro:uid1",
        "registro:uid3",
    ]
    for sin_duda in (("OBR", "OBR"), ("OBR", "", ""), ("OBR TES", "OBR TES")):
        assert not dice(anotados(*sin_duda), "oficio_a_otra_area"), sin_duda


def test_el_numero_del_oficio_de_remision_no_puede_ser_otro() -> None:
    remision = {"vecindad": OficioRemision("vecindad", "UT/0640/2031", date(2031, 7, 1))}
    mal = dice(enviados("UT/0640/2031", remisiones=remision), "oficio_repetido")
    assert mal == "corregir: El oficio UT/0640/2031 se cuenta en 1.1 paso 1 y el oficio de remisión."


def test_un_oficio_ya_contado_en_otro_trimestre() -> None:
    base = enviados("UT/0640/2031")
    renglones = {**base.renglones_del_ejercicio, 1: (enviado(9, "UT/0640/2031"),)}
    mal = replace(base, renglones_del_ejercicio=renglones)
    assert dice(mal, "oficio_repetido").startswith("revisar: El oficio UT/0640/2031")
    solo_antes = replace(mal, renglones_del_ejercicio={1: (enviado(8, "UT/1/2031"), enviado(9, "UT/1/2031"))})
    assert not dice(solo_antes, "oficio_repetido")


def test_el_orden_de_los_numeros_contra_el_de_las_fechas() -> None:
    filas = (
        enviado(1, "UT/0560/2031", fecha=date(2031, 6, 3)),
        enviado(2, "UT/0561/2031", fecha=date(2031, 5, 28)),
    )
    assert dice(foto(PLAN, renglones=filas), "folios_sin_orden") == (
        "revisar: El orden de los números no es el de las fechas: "
        "UT/0560/2031 (03/06/2031) va antes que UT/0561/2031 (28/05/2031)."
    )
    assert not dice(foto(PLAN, renglones=filas[:1]), "folios_sin_orden")


def test_los_huecos_de_la_serie_solo_si_aqui_se_lleva() -> None:
    folios = ("UT/0010/2031", "UT/0013/2031", "UT/0015/2031")
    assert not dice(enviados(*folios), "huecos_en_la_serie")
    assert dice(enviados(*folios, numeros=SE_LLEVA), "huecos_en_la_serie") == (
        "revisar: En la serie UT de 2031 no están anotados: 11 a 12 y 14."
    )
    assert not dice(enviados("UT/0010/2031", "UT/0011/2031", numeros=SE_LLEVA), "huecos_en_la_serie")


def test_la_serie_sigue_desde_el_trimestre_anterior() -> None:
    base = enviados("UT/0013/2031", numeros=SE_LLEVA)
    renglones = {**base.renglones_del_ejercicio, 1: (enviado(9, "UT/0010/2031"),)}
    mal = replace(base, renglones_del_ejercicio=renglones)
    assert "no están anotados: 11 a 12" in dice(mal, "huecos_en_la_serie")
    assert not dice(replace(mal, renglones_del_ejercicio={1: renglones[1]}), "huecos_en_la_serie")


def del_dia(dia: date, **datos) -> FotoTrimestre:
    return foto(PLAN, renglones=(renglon(1, medio="correo", fecha=dia, **datos),))


def test_un_renglon_en_domingo() -> None:
    assert dice(del_dia(date(2031, 6, 15)), "dia_inhabil") == (
        "revisar: Cae en día inhábil: 15/06/2031, domingo (1.1 paso 1)."
    )
    assert "Día del Trabajo" in dice(del_dia(date(2031, 5, 1)), "dia_inhabil")
    assert not dice(del_dia(date(2031, 6, 16)), "dia_inhabil")


def test_lo_hecho_en_un_dia_que_no_ha_llegado() -> None:
    assert dice(del_dia(date(2031, 6, 16)), "fecha_futura", hoy=date(2031, 6, 13)) == (
        "corregir: Todavía no llega el día: 16/06/2031 (1.1 paso 1)."
    )
    assert not dice(del_dia(date(2031, 6, 16)), "fecha_futura", hoy=date(2031, 6, 16))


def test_lo_de_otro_trimestre() -> None:
    assert dice(del_dia(date(2031, 3, 14)), "fecha_de_otro_trimestre") == (
        f"revisar: No es del {TRIMESTRE}: 14/03/2031 (1.1 paso 1)."
    )
    assert "14/03/1931 (1.1 paso 1)" in dice(del_dia(date(1931, 3, 14)), "fecha_de_otro_trimestre")
    sin_dia = foto(PLAN, renglones=(renglon(1, medio="correo", mes=3),))
    assert "marzo (1.1 paso 1)" in dice(sin_dia, "fecha_de_otro_trimestre")
    futura = del_dia(date(2031, 8, 1))
    assert not dice(futura, "fecha_de_otro_trimestre")
    assert dice(futura, "fecha_futura")


def test_entregar_o_firmar_antes_de_que_termine_el_trimestre() -> None:
    remision = {"vecindad": OficioRemision("vecindad", "UT/0822/2031", date(2031, 6, 27))}
    mal = foto(PLAN, remisiones=remision, fecha_de_firma=date(2031, 6, 28))
    assert dice(mal, "entrega_anticipada") == (
        "revisar: El trimestre termina el 30/06/2031 y antes de eso está: "
        "27/06/2031 (oficio de remisión) y 28/06/2031 (fecha de firma)."
    )
    assert "28/06/2031, sábado (fecha de firma)" in dice(mal, "dia_inhabil")


def test_muchas_fechas_malas_son_una_causa_y_van_resumidas() -> None:
    domingos = tuple(renglon(n, medio="correo", fecha=date(2031, 6, 1)) for n in range(1, 10))
    [hallado] = hallados(foto(PLAN, renglones=domingos), "dia_inhabil")
    assert hallado.mensaje.endswith("y 4 más.")
    assert len(hallado.sitios) == 9


def test_un_oficio_de_un_departamento_que_no_entrega_nada_no_cuenta() -> None:
    ajeno = {"otro": OficioRemision("otro", "UT/1/1999", date(1999, 1, 1))}
    hallazgos = revisar(foto(PLAN, remisiones=ajeno), LEY, date(2031, 7, 4))
    assert not [h for h in hallazgos if "1999" in h.mensaje]


def test_un_renglon_sin_dia_solo_se_senala_si_su_mes_es_de_otro_trimestre() -> None:
    filas = (renglon(1, mes=5), renglon(2), renglon(3, mes=6, fecha=date(2031, 5, 6)))
    assert not dice(foto(PLAN, renglones=filas), "fecha_de_otro_trimestre")
    de_marzo = foto(PLAN, renglones=(*filas, renglon(4, mes=3)))
    assert dice(de_marzo, "fecha_de_otro_trimestre").startswith("revisar: No es del 2º trimestre 2031: marzo")
    assert [s["origen"] for s in sitios(de_marzo, "fecha_de_otro_trimestre")] == ["registro:uid4"]
