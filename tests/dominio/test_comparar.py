"""Comparar: solo meses acabados que los dos tienen; vacío no es cero; de poco no se dice porcentaje."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import OFICIO, POR_MES_Y_SEXO, banda, cifra, componente, formula, plan
from ut_escritorio.dominio.cambios_del_plan.acomodo import Destino, reacomodado
from ut_escritorio.dominio.numeros.comparado import celdas, del_otro, diferencia_dicha, frase, para_copiar
from ut_escritorio.dominio.numeros.comparar import Comparada, DeOtro, comparada
from ut_escritorio.dominio.numeros.por_componente import por_componente
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Mosaico, Plan
from ut_escritorio.dominio.plan.cifras import Capturada, Cifra, Razon
from ut_escritorio.dominio.plan.cuadros import Cuadro
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, PdfFirmado
from ut_escritorio.interfaz.tablero.cuentas import cuentas_de
from ut_escritorio.interfaz.tablero.del_anio.filas import COLUMNAS, filas_del_anio, grafica_de

ESTE, ANTERIOR, HACE_UN_ANIO = Trimestre(2031, 2), Trimestre(2031, 1), Trimestre(2030, 2)
EN_MAYO, EN_JULIO = date(2031, 5, 14), date(2031, 7, 4)


def con_cuadro(*cifras: Cifra, ejercicio: int = 2031) -> Plan:
    """Un plan cuyo paso las enseña todas, mes por mes y con su total."""
    cuadro = Cuadro(
        "1.1/1#1", (banda("meses"), banda("trimestre")), (banda("cifras", *(c.clave for c in cifras)),)
    )
    paso = (Apartado("1.1/1#1", "cuadro", cuadro="1.1/1#1"),)
    return plan(*cifras, ejercicio=ejercicio, cuadros=(cuadro,), componentes=(componente(paso=paso),))


def del_anio(del_plan: Plan, numero: int, por_mes: dict[int, int], clave: str = "visitas") -> FotoTrimestre:
    valores = {Casilla(clave, (mes + 2) // 3, mes): n for mes, n in por_mes.items()}
    return FotoTrimestre(Trimestre(del_plan.ejercicio, numero), del_plan, Catalogo(), Conteos(valores))


def junto(
    foto: FotoTrimestre, otra: FotoTrimestre | None, hoy: date | None = EN_JULIO, clave: str = "visitas"
) -> Comparada:
    suyas = [una for _, todas in por_componente(foto.plan) for una in todas]
    una = next(una for una in suyas if una.cifra.clave == clave)
    return comparada(foto, una, DeOtro(ANTERIOR, foto), DeOtro(HACE_UN_ANIO, otra), hoy)


VISITAS = con_cuadro(cifra("visitas"))
DE_2030 = con_cuadro(cifra("visitas"), ejercicio=2030)


def test_en_mayo_abril_se_compara_con_enero_y_con_abril_de_un_anio_antes() -> None:
    foto = del_anio(VISITAS, 2, {1: 22, 2: 30, 3: 1, 4: 26, 5: 13})
    una = junto(foto, del_anio(DE_2030, 2, {4: 20, 5: 5, 6: 90}), EN_MAYO)
    assert (del_otro(una.cifra, una.anterior), diferencia_dicha(una.cifra, una.anterior)) == (
        "22 en ene",
        "4 más (18 %)",
    )
    assert una.total.numero == 39, "lo del trimestre es lo del informe, con mayo en curso"
    assert frase(una, ESTE) == (
        "visitas: 39 en el 2º trimestre 2031. En abril, 26; en enero, 22: 4 más (18 %). "
        "En abril, 26; en abril de 2030, 20: 6 más (30 %). En lo que va de 2031: 92."
    )
    assert para_copiar(una) == [
        "visitas", "39", "abr con ene", "26", "22", "4", "18", "abr con abr", "26", "20", "6", "30", "92", "",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("hace_un_anio", "dicho", "diferencia"),
    [
        ({4: 10, 5: 10, 6: 10}, "30", "9 más (30 %)"),
        ({4: 3, 5: 3, 6: 3}, "9", "30 más"),
        ({4: 13, 5: 13, 6: 13}, "39", "igual"),
        ({4: 0, 5: 0, 6: 0}, "0", "39 más"),
        ({4: 10, 6: 10}, "20 en abr y jun", "6 más (30 %)"),
        ({}, "sin dato", ""),
        ({4: 10_000, 5: 0, 6: 0}, "10,000", "9,961 menos (100 %)"),
    ],
)
def test_de_menos_de_diez_no_hay_porcentaje_y_lo_vacio_no_es_cero(
    hace_un_anio: dict[int, int], dicho: str, diferencia: str
) -> None:
    una = junto(del_anio(VISITAS, 2, {4: 13, 5: 13, 6: 13}), del_anio(DE_2030, 2, hace_un_anio))
    contra = una.hace_un_anio
    assert (del_otro(una.cifra, contra), diferencia_dicha(una.cifra, contra)) == (dicho, diferencia)


def test_acabado_el_trimestre_se_compara_entero() -> None:
    una = junto(del_anio(VISITAS, 2, {4: 1, 5: 2, 6: 8}), del_anio(DE_2030, 2, {4: 10, 5: 0, 6: 1}))
    assert frase(una, ESTE) == (
        "visitas: 11 en el 2º trimestre 2031. Del 1º trimestre 2031 no hay dato. "
        "En el 2º trimestre 2030, 11: igual. En lo que va de 2031: 11, sin el 1º, que no tiene dato."
    )


def test_lo_que_aun_no_se_compara_lo_dice_y_ensena_lo_de_entonces() -> None:
    foto, otra = del_anio(VISITAS, 2, {4: 5}), del_anio(DE_2030, 2, {4: 1, 6: 2})
    en_abril = junto(foto, otra, date(2031, 4, 20))
    assert diferencia_dicha(en_abril.cifra, en_abril.hace_un_anio) == "aún no"
    assert del_otro(en_abril.cifra, en_abril.hace_un_anio) == "3 sin may"
    assert "Aún no acaba ningún mes que se compare; en el 2º trimestre 2030, 3." in frase(en_abril, ESTE)
    assert junto(foto, otra, None) == en_abril, "sin saber qué día es, lo mismo"
    sin_nada = junto(del_anio(VISITAS, 2, {}), otra)
    assert diferencia_dicha(sin_nada.cifra, sin_nada.hace_un_anio) == "sin dato"
    firmado = junto(replace(foto, firmado=PdfFirmado("", 1, date(2031, 6, 28), {})), otra, date(2031, 4, 20))
    assert diferencia_dicha(firmado.cifra, firmado.hace_un_anio) == "4 más", "lo firmado ya acabó"
    sin_anio = junto(foto, None)
    assert "Del 2º trimestre 2030 no hay dato." in frase(sin_anio, ESTE)


def test_la_que_paso_a_ser_otra_se_compara_y_dice_cual_era() -> None:
    mudado = reacomodado(VISITAS, [Destino("1.1", "1.4", "Puertas abiertas")])
    foto, otra = del_anio(mudado, 2, {4: 20, 1: 5}), del_anio(DE_2030, 2, {4: 10})
    una = junto(foto, otra, EN_MAYO)
    assert del_otro(una.cifra, una.hace_un_anio) == "10 en abr ◆"
    assert del_otro(una.cifra, una.anterior) == "5 en ene", "en el mismo año es la misma"
    assert "◆ Pasó a ser otra: en 2030 era 1.1 Puertas abiertas." in frase(una, ESTE)


@pytest.mark.parametrize(
    ("antes", "diferencia", "dice"),
    [
        ({"nombre": "Recorridos"}, "10 más (100 %)", "En 2030 se llamaba «Recorridos»."),
        ({"unidad": OFICIO}, "no se compara", "En 2030 se contaba otra cosa: oficios."),
        ({"clave": "paseos"}, "", "Del 2º trimestre 2030 no hay dato."),
    ],
)
def test_si_el_plan_del_anio_pasado_era_otro_se_dice(
    antes: dict[str, Any], diferencia: str, dice: str
) -> None:
    suya = replace(cifra("visitas"), **antes)
    otra = del_anio(con_cuadro(suya, ejercicio=2030), 2, {4: 10}, suya.clave)
    una = junto(del_anio(VISITAS, 2, {4: 20}), otra, EN_MAYO)
    assert diferencia_dicha(una.cifra, una.hace_un_anio) == diferencia
    assert dice in frase(una, ESTE)


def test_un_promedio_se_reparte_de_los_meses_que_se_comparan_y_va_en_puntos() -> None:
    por_cien = cifra("tasa", Razon(("hechas",), ("pedidas",), por_cien=True))
    del_plan = con_cuadro(cifra("hechas"), cifra("pedidas"), por_cien)
    valores = {"hechas": {1: 1, 2: 1, 4: 3, 5: 4}, "pedidas": {1: 2, 2: 6, 4: 4, 5: 6}}
    conteos = Conteos(
        {Casilla(c, (m + 2) // 3, m): n for c, suyos in valores.items() for m, n in suyos.items()}
    )
    una = junto(FotoTrimestre(ESTE, del_plan, Catalogo(), conteos), None, date(2031, 6, 2), "tasa")
    assert una.anterior.este.numero == Decimal("70.0"), "7 de 10, y no la suma de 75 y 66.7"
    assert diferencia_dicha(una.cifra, una.anterior) == "45.0 puntos más"


def test_lo_que_se_escribe_por_trimestre_se_compara_al_acabar_y_no_se_dibuja_por_mes() -> None:
    de_golpe = con_cuadro(cifra("visitas", Capturada(("trimestre",))))
    conteos = Conteos({Casilla("visitas", 1): 50, Casilla("visitas", 2): 60})
    foto = FotoTrimestre(ESTE, de_golpe, Catalogo(), conteos)
    dibujo = grafica_de(foto, "visitas", None, "meses")
    assert dibujo.en_vez == "Este número se lleva por trimestre, no por mes."
    assert diferencia_dicha(VISITAS.cifra["visitas"], junto(foto, None).anterior) == "10 más (20 %)"
    assert junto(foto, None, EN_MAYO).anterior.diferencia is None


CON_DECIMALES = cifra("tasa", Razon(("visitas",), ("visitas",), por_cien=True))


@pytest.mark.parametrize("captura", ["mes", "trimestre"])
@pytest.mark.parametrize(("por_trimestre", "va"), [({2: 71}, 71), ({1: 4, 2: 71}, 75), ({3: 9}, None)])
def test_lo_que_va_es_lo_que_el_anio_dice_hasta_ese_trimestre_se_escriba_como_se_escriba(
    captura: Any, por_trimestre: dict[int, int], va: int | None
) -> None:
    del_plan = con_cuadro(cifra("visitas", Capturada((captura,))), CON_DECIMALES)
    conteos = Conteos(
        {
            Casilla("visitas", t, mes): n if mes in (None, 3 * t) else 0
            for t, n in por_trimestre.items()
            for mes in ((3 * t - 2, 3 * t - 1, 3 * t) if captura == "mes" else (None,))
        }
    )
    foto = FotoTrimestre(ESTE, del_plan, Catalogo(), conteos)
    assert junto(foto, None).va.numero == va
    if 2 in por_trimestre and 1 not in por_trimestre:
        assert frase(junto(foto, None), ESTE).endswith("de 2031: 71, sin el 1º, que no tiene dato.")
        assert celdas(junto(foto, None))[-1] == "71 sin el 1º", "lo mismo en la ventana y en el papel"
    assert (junto(foto, None, clave="tasa").va.numero is None) == (va is None)
    en_diciembre = junto(replace(foto, trimestre=Trimestre(2031, 4)), None)
    del_anio = next(fila for fila in filas_del_anio(foto) if fila.clave == "visitas")
    assert en_diciembre.va.numero == del_anio.numero(-1), "al acabar el año, lo mismo que El año"


def test_lo_que_no_entra_en_lo_que_va_se_nombra_una_vez_acabado_su_mes() -> None:
    foto = del_anio(VISITAS, 2, {1: 5, 3: 5, 4: 20, 6: 1})
    una = junto(foto, None)
    assert (celdas(una)[0], celdas(una)[-1]) == ("21 sin may", "31 sin feb y may")
    assert frase(una, ESTE).startswith("visitas: 21 en el 2º trimestre 2031, sin mayo, que no tiene dato. ")
    assert frase(una, ESTE).endswith("de 2031: 31, sin febrero y mayo, que no tienen dato.")
    assert para_copiar(una)[-2:] == ["31", "lo que va, sin feb y may"]
    assert celdas(junto(foto, None, EN_MAYO))[-1] == "31 sin feb", "mayo aún no acaba"
    sin_el_primero = celdas(junto(del_anio(VISITAS, 2, {4: 20, 6: 1}), None))
    assert sin_el_primero[-1] == "21 sin el 1º y may"
    assert celdas(junto(del_anio(VISITAS, 2, {1: 1, 2: 1, 3: 1}), None))[-1] == "3 sin el 2º"


def por_sexo(clave: str, por_mes: dict[int, dict[Sexo, int]]) -> dict[Casilla, int]:
    return {
        Casilla(clave, (m + 2) // 3, m, sexo): n for m, suyos in por_mes.items() for sexo, n in suyos.items()
    }


def test_el_mes_a_medias_va_en_el_numero_y_no_se_dice_que_falta() -> None:
    del_plan = con_cuadro(
        cifra("visitas", POR_MES_Y_SEXO), cifra("otras"), formula("todas", "visitas", "otras")
    )
    del_primero = por_sexo(
        "visitas", {1: {"mujeres": 12, "hombres": 10}, 2: {"mujeres": 31}, 3: {"hombres": 18}}
    )
    del_segundo = por_sexo("visitas", {4: {"mujeres": 70}, 6: {"hombres": 1}})
    otras = {Casilla("otras", (mes + 2) // 3, mes): 1 for mes in (1, 2, 3, 5, 6)}
    foto = FotoTrimestre(ESTE, del_plan, Catalogo(), Conteos(del_primero | del_segundo | otras))
    una = junto(foto, None)
    dichas = celdas(una)
    assert (dichas[0], dichas[1], dichas[-1]) == ("71 sin may", "71", "142 sin may")
    assert frase(una, ESTE).startswith("visitas: 71 en el 2º trimestre 2031, sin mayo, que no tiene dato. ")
    assert frase(una, ESTE).endswith("En lo que va de 2031: 142, sin mayo, que no tiene dato.")
    assert para_copiar(una)[-1] == "lo que va, sin may"
    assert celdas(junto(foto, None, clave="todas"))[-1] == "147", "de cada mes hay algo, de una o de la otra"


def test_el_trimestre_que_no_entra_en_lo_que_va_se_nombra_aunque_tenga_algo_escrito() -> None:
    del_plan = con_cuadro(cifra("visitas", Capturada(("trimestre y sexo",))))
    escrito = {Casilla("visitas", 1, None, "mujeres"): 9} | {
        Casilla("visitas", 2, None, sexo): 5 for sexo in ("mujeres", "hombres", "ni")
    }
    foto = FotoTrimestre(ESTE, del_plan, Catalogo(), Conteos(escrito))
    assert celdas(junto(foto, None))[-1] == "15 sin el 1º"


def test_lo_que_se_lleva_por_trimestre_no_falta_hasta_que_acaba() -> None:
    de_golpe = con_cuadro(cifra("visitas", Capturada(("trimestre",))))
    foto = FotoTrimestre(ESTE, de_golpe, Catalogo(), Conteos({Casilla("visitas", 1): 50}))
    assert celdas(junto(foto, None, date(2031, 6, 10)))[-1] == "50"
    assert celdas(junto(foto, None))[-1] == "50 sin el 2º"


def test_un_promedio_del_anio_no_reparte_lo_de_un_trimestre_entre_lo_de_otro() -> None:
    tasa = cifra("tasa", Razon(("hechas",), ("pedidas",), por_cien=True))
    del_plan = con_cuadro(cifra("hechas"), cifra("pedidas"), tasa)
    hechas = {Casilla("hechas", (mes + 2) // 3, mes): 10 for mes in range(1, 7)}
    pedidas = {Casilla("pedidas", 2, mes): 20 for mes in (4, 5, 6)}
    una = junto(FotoTrimestre(ESTE, del_plan, Catalogo(), Conteos(hechas | pedidas)), None, clave="tasa")
    assert celdas(una)[-1] == "50.0 % sin el 1º", "30 de 60; lo hecho en el 1º no tiene entre qué repartirse"


NUMEROS = st.dictionaries(st.integers(1, 12), st.integers(0, 10**6))


@given(este=NUMEROS, pasado=NUMEROS, dia=st.dates(date(2031, 1, 1), date(2032, 2, 1)))
def test_en_cualquier_anio_cada_numero_es_el_de_su_celda(
    este: dict[int, int], pasado: dict[int, int], dia: date
) -> None:
    foto, otra = del_anio(VISITAS, 2, este), del_anio(DE_2030, 2, pasado)
    foto = replace(foto, plan=replace(foto.plan, mosaicos=(Mosaico("visitas", "Visitas"),)))
    una = junto(foto, otra, dia)
    celdas = {
        (f.trimestre, c.casilla.mes): c.valor.numero
        for f in (foto, replace(foto, trimestre=ANTERIOR), otra)
        for c in dibujar(f.plan.cuadros[0], f).celdas
        if c.casilla and c.valor
    }
    assert una.total.numero == celdas[ESTE, None]
    (cuenta,) = cuentas_de(foto)
    assert [v.numero for v in (*cuenta.meses, cuenta.total)] == [celdas[ESTE, m] for m in (4, 5, 6, None)]
    fila = next(cada for cada in filas_del_anio(foto) if cada.clave)
    for n, columna in enumerate(COLUMNAS):
        if columna.trimestre in (1, 2):
            assert fila.numero(n) == celdas[Trimestre(2031, columna.trimestre), columna.mes]
    barras = grafica_de(foto, "visitas", otra, "meses").barras
    assert [b.valor for b in barras[:6]] == [celdas[Trimestre(2031, (m + 2) // 3), m] for m in range(1, 7)]
    assert not pasado or [b.antes for b in barras[3:6]] == [celdas[HACE_UN_ANIO, m] for m in (4, 5, 6)]
    for contra in (una.anterior, una.hace_un_anio):
        assert set(contra.meses) <= {m for m in (4, 5, 6) if (2031, m) < (dia.year, dia.month)}
        for trimestre, meses, valor in (
            (ESTE, contra.meses, contra.este),
            (contra.trimestre, contra.otros, contra.otro),
        ):
            suyos = [celdas[trimestre, mes] for mes in meses or (None,)]
            assert valor.numero == (suyos[0] if len(suyos) == 1 else sum(n for n in suyos if n is not None))
            assert not meses or None not in suyos, "un mes sin dato no se compara"
        assert (contra.diferencia is None) == (not contra.meses)
        assert contra.por_cien is None or contra.otro.numero >= 10
