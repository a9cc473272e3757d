"""Contar la lista por mes y por sexo, y proponer lo que cambiaría en el cuadro."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.listas.archivos import ROTULOS, Fila, dejar, libro, solicitudes
from ut_escritorio import rutas
from ut_escritorio.datos.disco.listas_de_afuera import leer_listas
from ut_escritorio.datos.toml.de_fabrica.listas import como_se_llama, leer_como_se_llama
from ut_escritorio.dominio.numeros.listado import Columnas, Listado, proponer_columnas
from ut_escritorio.dominio.numeros.recuento import (
    NO_SE_CUENTAN,
    Recuento,
    cifra_por_sexo,
    contar_listado,
    proponer_recuento,
)
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.hojas.lista_dicha import lo_que_trae
from ut_escritorio.servicios.archivo.creacion import crear_ejemplo
from ut_escritorio.servicios.archivo.historia import deshacer, procedencia, rehacer
from ut_escritorio.servicios.captura.lista_de_afuera import leer
from ut_escritorio.servicios.captura.numeros import aplicar_pegado, capturar

TRIMESTRE = Trimestre(2031, 2)
COLUMNAS = Columnas(0, 3, 4, 1)
SE_LLAMAN, SEXOS = como_se_llama().columnas, como_se_llama().sexos


def contadas(filas: Sequence[Fila], dichas: dict[str, str] | None = None) -> Recuento:
    listado = Listado("Hoja", (tuple(ROTULOS), *(tuple(fila) for fila in filas)))  # pyright: ignore[reportArgumentType]
    return contar_listado(listado, COLUMNAS, TRIMESTRE, {**SEXOS, **(dichas or {})})


def test_se_cuentan_las_del_trimestre_una_vez_cada_folio_y_se_dice_de_las_demas():
    recuento = contadas(solicitudes())
    assert (recuento.filas, recuento.cuantas()) == (8, 6)
    assert (recuento.cuantas(4), recuento.cuantas(5), recuento.cuantas(6)) == (2, 2, 2)
    assert (recuento.cuantas(4, "hombres"), recuento.cuantas(5, "ni")) == (1, 1)
    assert (recuento.repetidas, dict(recuento.de_otros)) == ((9,), {(2031, 7): 1})
    assert lo_que_trae(recuento, TRIMESTRE) == (
        "8 filas: 6 del 2º trimestre 2031 · 1 de julio, no se cuenta · "
        "1 (la fila 9) con folio repetido, se cuenta una vez"
    )


def test_una_palabra_que_no_se_sabe_se_pregunta_y_nunca_se_adivina():
    recuento = contadas(solicitudes())
    assert [palabra for palabra, que in recuento.es.items() if que is None] == ["Persona moral"]
    assert recuento.dicen("Persona moral") == 1
    assert contadas([(1, "f", "", date(2031, 4, 1), "M")]).es == {"M": None}, "¿masculino, o mujer?"
    dicho = contadas(solicitudes(), {"persona moral": "ni"})
    assert (dicho.es["Persona moral"], dicho.cuantas(6, "ni")) == ("ni", 1)
    sin_ellas = contadas(solicitudes(), {"persona moral": NO_SE_CUENTAN})
    assert (sin_ellas.cuantas(), sin_ellas.cuantas(6)) == (5, 1)
    assert "1 que usted dijo que no se cuentan" in lo_que_trae(sin_ellas, TRIMESTRE)


def test_los_folios_que_excel_ya_corto_no_se_dan_por_repetidos():
    filas = [(n, 2.01173124e17, "", date(2031, 4, 2), "Mujer") for n in range(3)]
    recuento = contadas(filas)
    assert (recuento.cuantas(), recuento.repetidas, recuento.sin_digitos) == (3, (), 3)
    assert "Excel ya perdió dígitos de 3 folios" in lo_que_trae(recuento, TRIMESTRE)


def test_los_renglones_sin_fecha_como_el_total_no_se_cuentan_y_se_dice_cuales():
    filas = [(1, "a", "", date(2031, 4, 2), "Mujer"), ("", "", "", "", ""), ("Total", "", "", "74", "")]
    recuento = contadas(filas)
    assert (recuento.filas, recuento.cuantas(), recuento.sin_fecha) == (2, 1, (4,))
    assert "1 (la fila 4) sin una fecha que se entienda, no se cuenta" in lo_que_trae(recuento, TRIMESTRE)


@given(
    st.lists(
        st.tuples(
            st.dates(date(2031, 1, 1), date(2031, 12, 31)),
            st.sampled_from(["Hombre", "mujer", "N/I", "", "otra"]),
        ),
        max_size=60,
    )
)
def test_cada_fila_cuenta_en_un_solo_lugar(filas: list[tuple[date, str]]):
    recuento = contadas([(n, f"f{n}", "", dia, sexo) for n, (dia, sexo) in enumerate(filas)])
    del_trimestre = Counter(dia.month for dia, _ in filas if dia.month in TRIMESTRE.meses)
    assert {mes: recuento.cuantas(mes) for mes in TRIMESTRE.meses} == {
        m: del_trimestre[m] for m in TRIMESTRE.meses
    }
    assert recuento.cuantas() + sum(recuento.de_otros.values()) == len(filas) == recuento.filas
    sin_saber = sum(1 for dia, sexo in filas if sexo == "otra" and dia.month in TRIMESTRE.meses)
    por_sexo = sum(recuento.cuantas(que=sexo) for sexo in ("hombres", "mujeres", "ni"))
    assert por_sexo + sin_saber == recuento.cuantas()


@pytest.mark.parametrize(
    ("arriba", "esperado"),
    [
        ([], 0),
        ([("Reporte de solicitudes por fecha y sexo del solicitante",), ()], 2),
        ([("Datos de la solicitud", "", "", "Fechas", "Solicitante")], 1),
    ],
)
def test_los_encabezados_se_hallan_aunque_haya_titulos_o_sean_dos_filas(tmp_path: Path, arriba, esperado):
    ruta = dejar(tmp_path, "lista.xlsx", libro(solicitudes(), arriba))
    (listado,) = leer_listas(ruta, lambda: False)
    assert proponer_columnas(listado, {}, SE_LLAMAN) == replace(COLUMNAS, encabezado=esperado)


def test_la_columna_recordada_manda_si_ahi_esta():
    listado = Listado("Hoja", (("Fecha de recepción", "Fecha en que se contestó", "Sexo"),))
    assert proponer_columnas(listado, {}, SE_LLAMAN).fecha == 0
    assert proponer_columnas(listado, {"fecha": "FECHA EN QUE SE CONTESTO"}, SE_LLAMAN).fecha == 1
    assert proponer_columnas(listado, {"fecha": "Otra"}, SE_LLAMAN).fecha == 0
    assert proponer_columnas(Listado("Hoja", (("a", "b"),)), {}, SE_LLAMAN) == Columnas()


# --- lo que se propone -------------------------------------------------------------------------------

EJEMPLO = Trimestre(2024, 2)


@pytest.fixture
def exp(tmp_path: Path):
    from datetime import UTC, datetime

    with crear_ejemplo(tmp_path / "ejemplo.sqlite", lambda: datetime(2024, 7, 1, 9, tzinfo=UTC)) as ejemplo:
        yield ejemplo


def propuesta_de(foto: FotoTrimestre, filas: Sequence[Fila], columnas: Columnas = COLUMNAS):
    cuadro = next(c for c in foto.plan.cuadros if (s := cifra_por_sexo(c, foto)) and s.clave == "solicitudes")
    cifra = cifra_por_sexo(cuadro, foto)
    assert cifra is not None
    listado = Listado("Hoja", (tuple(ROTULOS), *(tuple(fila) for fila in filas)))  # pyright: ignore[reportArgumentType]
    return proponer_recuento(foto, cifra, columnas, contar_listado(listado, columnas, EJEMPLO, SEXOS))


def de(mes: int, cuantas: int, sexo: str) -> list[Fila]:
    return [(n, f"{mes}-{sexo}-{n}", "", date(2024, mes, 1), sexo) for n in range(cuantas)]


def test_se_propone_solo_lo_que_cambia_y_los_meses_que_no_trae_no_se_tocan(exp):
    foto = exp.foto(EJEMPLO)
    junio = de(6, 5, "Hombre") + de(6, 20, "Mujer") + de(6, 8, "")
    propuesta = propuesta_de(foto, junio)
    assert {cambio.casilla: cambio.valor for cambio in propuesta.cambios} == {
        Casilla("solicitudes", 2, 6, "hombres"): 5,  # eran 4
        Casilla("solicitudes", 2, 6): 33,  # el mes se escribió aparte: eran 32
    }
    igual = de(6, 4, "Hombre") + de(6, 20, "Mujer") + de(6, 8, "")
    assert propuesta_de(foto, igual).cambios == ()
    assert propuesta_de(foto, []).cambios == ()


def test_entra_de_una_vez_y_se_deshace_de_una_vez(exp):
    antes = exp.foto(EJEMPLO).conteos
    propuesta = propuesta_de(exp.foto(EJEMPLO), de(4, 1, "Mujer") + de(5, 2, "Hombre"))
    assert propuesta.nombre == "Traer 3 de una lista"
    aplicar_pegado(exp, EJEMPLO, propuesta)
    conteos = exp.foto(EJEMPLO).conteos
    assert [conteos.en(Casilla("solicitudes", 2, 4, sexo)) for sexo in ("mujeres", "hombres", "ni")] == [
        1,
        0,
        0,
    ]
    assert conteos.en(Casilla("solicitudes", 2, 6, "mujeres")) == 20
    deshacer(exp)
    assert exp.foto(EJEMPLO).conteos == antes


def test_lo_que_falta_decir_impide_usarlos_y_se_dice_que_es(exp):
    foto = exp.foto(EJEMPLO)
    assert [str(r) for r in propuesta_de(foto, de(6, 1, "Persona moral")).reparos] == [
        "Sexo: Falta decir qué es «Persona moral». Escójalo en su lista."
    ]
    sin_columnas = propuesta_de(foto, de(6, 1, "Mujer"), Columnas())
    assert [reparo.lugar for reparo in sin_columnas.reparos] == ["Fecha", "Sexo"]
    nombres = [(n, f"{n}", "", date(2024, 6, 1), f"Persona {n}") for n in range(40)]
    assert [r.que for r in propuesta_de(foto, nombres).reparos] == [
        "Esa columna trae 40 palabras distintas: no parece la del sexo."
    ]


def test_leer_desde_el_servicio_da_las_mismas_hojas(tmp_path: Path):
    ruta = dejar(tmp_path, "lista.xlsx", libro(solicitudes()))
    assert leer(ruta) == leer_listas(ruta, lambda: False)


@pytest.mark.parametrize(
    ("antes", "despues", "frase"),
    [('folio = [', 'folios = [', "hace falta al menos un nombre"), ('["mujer", ', '["hombre", ', "repetida"),
     ("[sexos]", "[sexo]", "sexos: falta.")],
)  # fmt: skip
def test_los_nombres_de_las_columnas_son_datos_y_lo_que_esta_mal_se_dice(tmp_path, antes, despues, frase):
    bueno = (rutas.recursos() / "listas.toml").read_text(encoding="utf-8")
    assert antes in bueno
    (tmp_path / "listas.toml").write_text(bueno.replace(antes, despues), encoding="utf-8")
    with pytest.raises(ErrorEsperado, match=frase):
        leer_como_se_llama(tmp_path / "listas.toml")


def test_de_donde_salio_dice_que_se_trajo_de_una_lista_cuando_y_de_cuantas(exp):
    propuesta = propuesta_de(exp.foto(EJEMPLO), de(4, 1, "Mujer") + de(5, 2, "Hombre"))
    aplicar_pegado(exp, EJEMPLO, propuesta)
    casilla = propuesta.cambios[0].casilla
    dicho = procedencia(exp, EJEMPLO, casilla).como
    assert re.fullmatch(
        r"Se trajo el \d\d/\d\d/\d{4} de una lista de Excel que tenía 3 filas de este trimestre\.", dicho
    )
    deshacer(exp)
    assert procedencia(exp, EJEMPLO, casilla).como == "Está escrito a mano."
    rehacer(exp)
    assert procedencia(exp, EJEMPLO, casilla).como == dicho
    capturar(exp, EJEMPLO, casilla, 99)
    assert procedencia(exp, EJEMPLO, casilla).como == "Está escrito a mano."
