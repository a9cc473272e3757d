"""Las siete clases de cuadro del informe, y otras que el plan puede pedir, como se ven en la hoja."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

from tests.inventado import (
    ABRIL,
    JUNIO,
    MAYO,
    POR_MES_Y_SEXO,
    banda,
    cifra,
    contada,
    dibujo,
    foto,
    plan,
    por_mes,
    renglon,
)
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.cifras import Capturada
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro, Pie, cifras_de
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

MESES, TOTAL, UNA = banda("meses"), banda("trimestre"), (banda("cifras", "v"),)
HOMBRE_MUJER_NI = banda("sexos", sexos=("hombres", "mujeres", "ni"), etiquetas=("HOMBRE", "MUJER", "N/I"))
ASESORIA = Sustantivo("asesoría", "asesorías", "f")


def se_ve(cuadro: Cuadro, datos: FotoTrimestre, esperado: str) -> None:
    assert dibujo(dibujar(cuadro, datos)) == dedent(esperado).strip()


def cuadro(filas: tuple[Banda, ...], columnas: tuple[Banda, ...], **otros: Any) -> Cuadro:
    return Cuadro("c", filas, columnas, **otros)


def test_1_un_renglon_de_meses_y_su_total() -> None:
    con_unidad = cuadro(UNA, (MESES, banda("trimestre", con_unidad=True)), titulo="MONITOREO")
    se_ve(
        con_unidad,
        foto(plan(cifra("v")), por_mes("v", 66, 66, 60)),
        """
        MONITOREO | ← | ← | ←
        ABRIL | MAYO | JUNIO | TOTAL
        66 | 66 | 60 | 192 VISITAS
        """,
    )


def test_2_meses_y_al_lado_el_sexo_de_todo_el_trimestre_con_su_total() -> None:
    meses = banda("meses", encabezado="MES")
    sexos = banda("sexos", sexos=("mujeres", "hombres"), encabezado="GÉNERO")
    asesorias = cifra("v", Capturada(("mes", "trimestre y sexo")), ASESORIA)
    escrito = por_mes("v", 6, 3, 3) | {("v", None, "mujeres"): 7, ("v", None, "hombres"): 5}
    se_ve(
        cuadro(UNA, (meses, sexos), esquina="ASESORÍAS", pie=Pie("TOTAL", "v")),
        foto(plan(asesorias), escrito),
        """
        ASESORÍAS | MES | ← | ← | GÉNERO | ←
        ↑ | ABRIL | MAYO | JUNIO | MUJERES | HOMBRES
        ↑ | 6 | 3 | 3 | 7 | 5
        TOTAL | 12 ASESORÍAS | ← | ← | ← | ←
        """,
    )


def test_3_meses_y_despues_recibidas_y_atendidas() -> None:
    columnas = (MESES, banda("cifras", "v", "a", etiquetas=("RECIBIDAS", "ATENDIDAS")))
    del_plan = plan(cifra("v"), cifra("a", Capturada(("trimestre",))))
    se_ve(
        cuadro(UNA, columnas, titulo="SOLICITUDES"),
        foto(del_plan, por_mes("v", 26, 13, 32) | {("a", None, None): 71}),
        """
        SOLICITUDES | ← | ← | ← | ←
        ABRIL | MAYO | JUNIO | RECIBIDAS | ATENDIDAS
        26 | 13 | 32 | 71 | 71
        """,
    )


def test_4_meses_abajo_y_sexo_a_lo_ancho() -> None:
    escrito: dict[Any, int] = {
        ("v", mes, sexo): n
        for mes, fila in ((ABRIL, (10, 6, 10)), (MAYO, (6, 3, 4)), (JUNIO, (4, 20, 8)))
        for sexo, n in zip(("hombres", "mujeres", "ni"), fila, strict=True)
    }
    se_ve(
        cuadro((banda("meses", "v"),), (HOMBRE_MUJER_NI,), esquina="MES"),
        foto(plan(cifra("v", POR_MES_Y_SEXO)), escrito),
        """
        MES | HOMBRE | MUJER | N/I
        ABRIL | 10 | 6 | 10
        MAYO | 6 | 3 | 4
        JUNIO | 4 | 20 | 8
        """,
    )


def test_5_meses_abajo_y_una_columna_por_clase_de_oficio() -> None:
    columnas = (
        banda("cifras", "turno", "respuesta", etiquetas=("OFICIOS DE TURNO", "OFICIOS DE RESPUESTA")),
    )
    datos = foto(
        plan(cifra("turno"), cifra("respuesta")),
        por_mes("turno", 49, 20, 69) | por_mes("respuesta", 41, 17, 69),
    )
    se_ve(
        cuadro((MESES,), columnas, esquina="MES"),
        datos,
        """
        MES | OFICIOS DE TURNO | OFICIOS DE RESPUESTA
        ABRIL | 49 | 41
        MAYO | 20 | 17
        JUNIO | 69 | 69
        """,
    )


def test_6_meses_abajo_sesiones_y_personas_por_sexo() -> None:
    columnas = (banda("cifras", "sesiones"), banda("sexos", "v", sexos=("hombres", "mujeres")))
    del_plan = plan(contada("sesiones", "registros"), cifra("v", POR_MES_Y_SEXO))
    escrito: dict[Any, int] = {("v", ABRIL, "hombres"): 58, ("v", ABRIL, "mujeres"): 101}
    sesiones = (renglon(1, mes=ABRIL), renglon(2, mes=ABRIL))
    capturados = frozenset({("sesiones", MAYO), ("v", MAYO)})
    se_ve(
        cuadro((MESES,), columnas, esquina="MES"),
        foto(del_plan, escrito, sesiones, capturados),
        """
        MES | SESIONES | HOMBRES | MUJERES
        ABRIL | 2 | 58 | 101
        MAYO | 0 | 0 | 0
        JUNIO | · | · | ·
        """,
    )


def test_7_meses_y_sexo_en_un_solo_renglon() -> None:
    denuncias = cifra("v", Capturada(("mes", "trimestre y sexo")))
    por_sexo: dict[Any, int] = {("v", None, "hombres"): 0, ("v", None, "mujeres"): 0, ("v", None, "ni"): 1}
    se_ve(
        cuadro(UNA, (MESES, HOMBRE_MUJER_NI), titulo="DENUNCIAS"),
        foto(plan(denuncias), por_mes("v", 0, 0, 1) | por_sexo),
        """
        DENUNCIAS | ← | ← | ← | ← | ←
        ABRIL | MAYO | JUNIO | HOMBRE | MUJER | N/I
        0 | 0 | 1 | 0 | 0 | 1
        """,
    )


def test_solo_no_identificados_con_su_pie() -> None:
    """Una sola columna: el rótulo del pie no la puede tapar."""
    solo_ni = banda("sexos", "v", sexos=("ni",))
    no_identificados = cifra("v", Capturada(("trimestre y sexo",), ("ni",)))
    se_ve(
        cuadro(UNA, (solo_ni,), pie=Pie("TOTAL", "v", con_unidad=False)),
        foto(plan(no_identificados), {("v", None, "ni"): 4}),
        """
        · | N/I
        ↑ | 4
        TOTAL | 4
        """,
    )


def test_sin_rotulos_el_pie_cabe_en_la_primera_columna() -> None:
    se_ve(
        cuadro(UNA, (MESES,), pie=Pie("TOTAL", "v")),
        foto(plan(cifra("v")), por_mes("v", 0, 0, 1)),
        """
        ABRIL | MAYO | JUNIO
        0 | 0 | 1
        TOTAL | 1 VISITA | ←
        """,
    )


def test_meses_abajo_con_renglon_de_total() -> None:
    se_ve(
        cuadro((MESES, TOTAL), (banda("cifras", "a", "b"),), esquina="MES"),
        foto(plan(cifra("a"), cifra("b")), por_mes("a", 1, 2, 3) | {("b", ABRIL, None): 4}),
        """
        MES | A | B
        ABRIL | 1 | 4
        MAYO | 2 | ·
        JUNIO | 3 | ·
        TOTAL | 6 | ·
        """,
    )


def test_grupos_de_renglones_ocupan_dos_columnas_de_rotulos() -> None:
    filas = (banda("cifras", "a", "b", encabezado="OFICIOS"), banda("cifras", "c", etiquetas=("CORREOS",)))
    se_ve(
        cuadro(filas, (MESES,), esquina="MEDIO", pie=Pie("TOTAL", "a", con_unidad=False)),
        foto(plan(cifra("a"), cifra("b"), cifra("c")), por_mes("a", 1, 2, 3)),
        """
        MEDIO | ← | ABRIL | MAYO | JUNIO
        OFICIOS | A | 1 | 2 | 3
        ↑ | B | · | · | ·
        CORREOS | ← | · | · | ·
        TOTAL | ← | 6 | ← | ←
        """,
    )


def test_un_grupo_con_encabezado_junto_a_uno_sin_el() -> None:
    columnas = (banda("meses", encabezado="MES"), TOTAL)
    se_ve(
        cuadro((banda("cifras", "v", etiquetas=("Visitas",)),), columnas),
        foto(plan(cifra("v")), por_mes("v", 1, 1, 1)),
        """
        · | MES | ← | ← | TOTAL
        ↑ | ABRIL | MAYO | JUNIO | ↑
        Visitas | 1 | 1 | 1 | 3
        """,
    )


def test_un_solo_grupo_de_un_renglon_lleva_su_encabezado() -> None:
    se_ve(
        cuadro((banda("cifras", "v", encabezado="CASA"),), (TOTAL,)),
        foto(plan(cifra("v")), por_mes("v", 1, 1, 1)),
        """
        · | ← | TOTAL
        CASA | V | 3
        """,
    )


def test_donde_ambos_fijan_lo_mismo_manda_la_columna() -> None:
    datos = foto(plan(cifra("a"), cifra("b")), por_mes("a", 1, 2, 3) | por_mes("b", 7, 8, 9))
    tabla = dibujar(cuadro((banda("meses", "a"),), (banda("cifras", "b"),)), datos)
    assert [c.texto for c in tabla.celdas if c.valor] == ["7", "8", "9"]


def test_las_cifras_de_un_cuadro_salen_una_vez_tambien_la_del_pie() -> None:
    el_cuadro = cuadro((banda("cifras", "b", "a"),), (banda("sexos", "a"),), pie=Pie("TOTAL", "t"))
    assert cifras_de(el_cuadro) == ("b", "a", "t")
    assert cifras_de(cuadro((MESES,), (banda("cifras", "b"),))) == ("b",)
