"""Lo que se imprime y por dónde se llega a cada texto: cambiar uno cambia ese lugar y ningún otro."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.inventado import banda, cifra, foto, plan, renglon
from tests.sorteos import casos
from ut_escritorio.dominio.impreso.recorrido import impresos
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.plan.apartados import CLASES_DE_APARTADO, Apartado, que_imprime
from ut_escritorio.dominio.plan.arbol import (
    Actividad,
    Componente,
    Departamento,
    Estilo,
    Paso,
    Plan,
    PlantillaOficio,
    Ruta,
)
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro, Pie
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.plan.textos import con_texto, texto_en, textos_de
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

OTRO = "LO QUE AHORA DICE"
# Pocas, para que se repitan en todas partes; la última no se imprime.
FRASES = st.sampled_from(("Lo mismo.", "Lo de {ejercicio}.", "Lo mismo, {trimestre}.", ""))
ENCABEZADOS = st.sampled_from(("", "{nombre}", "Lo mismo.", "ACTIVIDAD {actividad}"))
ROTULOS = st.sampled_from(("LO MISMO", "OTRA COSA", ""))
DE_FRASES = st.sampled_from(
    [clase for clase in CLASES_DE_APARTADO if que_imprime(clase) not in ("cuadro", "renglones")]
)


@st.composite
def apartados(draw: st.DrawFn, de: str) -> tuple[Apartado, ...]:
    frases = draw(st.lists(st.tuples(DE_FRASES, FRASES), max_size=2))
    return tuple(Apartado(f"{de}#{n}", clase, texto) for n, (clase, texto) in enumerate(frases))


@st.composite
def formas(draw: st.DrawFn) -> tuple[Forma, ...]:
    return tuple(Forma(f"f{n}", "Lo mismo", draw(FRASES)) for n in range(draw(st.integers(0, 2))))


@st.composite
def cuadros(draw: st.DrawFn, clave: str) -> Cuadro:
    con_rotulos = draw(st.lists(ROTULOS, max_size=2))
    filas = (banda("cifras", "v", "w", encabezado=draw(ROTULOS), etiquetas=tuple(con_rotulos)),)
    columnas: tuple[Banda, ...] = (banda("meses", encabezado=draw(ROTULOS)), banda("trimestre"))
    pie = Pie("LO MISMO", "v") if draw(st.booleans()) else None
    return Cuadro(clave, filas, columnas, draw(ROTULOS), draw(ROTULOS), pie)


@st.composite
def componentes(draw: st.DrawFn, numero: str) -> Componente:
    estilo = Estilo(
        draw(ENCABEZADOS), draw(ENCABEZADOS), draw(ENCABEZADOS), draw(st.booleans()), valor=draw(FRASES)
    )
    actividades = tuple(draw(actividad(f"{numero}.{n}")) for n in range(draw(st.integers(1, 2))))
    suyos = draw(apartados(numero))
    return Componente(numero, numero, "Lo mismo", "casa", estilo, suyos, actividades, draw(formas()))


@st.composite
def actividad(draw: st.DrawFn, clave: str) -> Actividad:
    cuadro = (Apartado(f"{clave}#c", "cuadro", cuadro=clave),) if draw(st.booleans()) else ()
    paso = Paso(
        f"{clave}/1", "1", "Lo mismo", (*draw(apartados(f"{clave}/1")), Apartado(f"{clave}/1#r", "renglones"))
    )
    return Actividad(clave, clave, "Lo mismo", (*draw(apartados(clave)), *cuadro), (paso,), draw(formas()))


@st.composite
def planes(draw: st.DrawFn) -> Plan:
    suyos = tuple(draw(componentes(numero)) for numero in ("1", "2"))
    oficio = PlantillaOficio(
        datos=(draw(FRASES),),
        lugar_y_fecha=draw(FRASES),
        saludo=draw(FRASES),
        cuerpo=(draw(FRASES), draw(FRASES)),
        despedida=(draw(FRASES), "Lo mismo."),
        copias=(draw(FRASES),),
    )
    casa = Departamento(
        "casa", "Casa", "jefa", oficio, draw(apartados("casa")), draw(apartados("casa-final"))
    )
    claves = [a.clave for c in suyos for a in c.actividades]
    return plan(
        cifra("v"),
        cifra("w"),
        componentes=suyos,
        departamentos=(casa,),
        cuadros=tuple(draw(cuadros(clave)) for clave in claves),
        portada=draw(apartados("portada")),
        ultima=draw(apartados("ultima")),
    )


def fotos(del_plan: Plan) -> FotoTrimestre:
    """Un trimestre en que cada paso tiene renglones y cada actividad su valor."""
    pasos = [clave for clave, cadena in del_plan.cadena.items() if len(cadena) == 3]
    suyos = tuple(
        renglon(n, lugar=clave, asunto="algo", forma=f"f{(n + 1) % 2}") for n, clave in enumerate(pasos)
    )
    alcanzado = {a.clave: Decimal(30) for c in del_plan.componentes for a in c.actividades}
    return foto(del_plan, renglones=suyos, alcanzado=alcanzado)


def impreso(mia: FotoTrimestre) -> Iterator[tuple[Ruta, str]]:
    """Cada frase y cada rótulo que se imprime, con su ruta."""
    for cada in impresos(mia):
        yield cada.ruta, cada.relato.texto
        if cada.clase == "cuadro":
            tabla = dibujar(mia.plan.cuadro[cada.origen.clave], mia)
            yield from ((celda.ruta, celda.texto) for celda in tabla.celdas if celda.casilla is None)


@settings(deadline=None, max_examples=casos(30))
@given(planes(), st.data())
def test_cambiar_un_texto_impreso_cambia_ese_lugar_y_ningun_otro(antes: Plan, datos: st.DataObject) -> None:
    como_estaba = list(impreso(fotos(antes)))
    rutas = [ruta for ruta, texto in como_estaba if texto and texto_en(antes, ruta)]
    ruta = datos.draw(st.sampled_from(sorted(set(rutas), key=str))) if rutas else None
    if ruta is None:
        return
    despues = con_texto(antes, ruta, OTRO)
    pares = zip(textos_de(antes), textos_de(despues), strict=True)
    assert [nuevo.ruta for viejo, nuevo in pares if nuevo != viejo] == [ruta]
    como_quedo = list(impreso(fotos(despues)))
    assert [r for r, _ in como_quedo] == [r for r, _ in como_estaba]
    for (de, decia), (_, dice) in zip(como_estaba, como_quedo, strict=True):
        assert dice == (OTRO if de == ruta else decia)


@settings(deadline=None, max_examples=casos(20))
@given(planes())
def test_todo_lo_que_sale_del_plan_dice_por_donde_se_llega_a_el(mio: Plan) -> None:
    for ruta, texto in impreso(fotos(mio)):
        if texto and texto not in ("algo", "______", "ABRIL", "MAYO", "JUNIO", "TOTAL"):
            assert texto_en(mio, ruta) is not None, texto
