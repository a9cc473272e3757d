"""Un componente impreso: encabezados, pasos que tocaron, cuadros, renglones y valor alcanzado."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from tests.inventado import banda, cifra, foto, plan, por_mes, renglon
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Nombramiento, Persona
from ut_escritorio.dominio.plan.apartados import Apartado, Firmante
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Departamento, Estilo, Paso
from ut_escritorio.dominio.plan.cuadros import Cuadro
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Bloque, Celda, Firma, Firmas, Parrafo, Tabla, Titulo, Tramo

RENGLONES = Apartado("r", "renglones")
PASOS = Estilo(
    "Actividad {actividad}", paso="{paso}.- {nombre}", repite_actividad=True, valor="Valor: {alcanzado}%"
)
CUADROS = Estilo("ACTIVIDAD {actividad}", "{nombre:mayusculas}", vineta="✓", centrado=True)
UNO, DOS = Paso("1.1/1", "1", "Pedir", (RENGLONES,)), Paso("1.1/1 bis", "1 bis", "Insistir", (RENGLONES,))
ACTIVIDAD = Actividad("1.1", "1.1", "Puertas abiertas", pasos=(UNO, DOS), corto="Puertas")
AMBOS = (renglon(1, asunto="pan", lugar="1.1/1"), renglon(2, asunto="vino", lugar="1.1/1 bis"))


def una_foto(actividad: Actividad, estilo: Estilo = PASOS, **datos: Any) -> FotoTrimestre:
    unico = Componente("1", "1", "Atención", "x", estilo, actividades=(actividad,))
    cuadro = Cuadro("q", (banda("cifras", "v"),), (banda("meses"), banda("trimestre")), "VISITAS")
    return foto(plan(cifra("v"), componentes=(unico,), cuadros=(cuadro,)), **datos)


def bloques(mia: FotoTrimestre) -> tuple[Bloque, ...]:
    return armar(mia).secciones[0].bloques


def impreso(mia: FotoTrimestre) -> list[str]:
    return [b.texto for b in bloques(mia) if isinstance(b, Titulo | Parrafo)]


def test_el_encabezado_de_la_actividad_se_repite_antes_de_cada_paso() -> None:
    mia = una_foto(ACTIVIDAD, renglones=AMBOS, alcanzado={"1.1": Decimal("30.0")})
    assert impreso(mia) == [
        "Actividad 1.1", "1.- Pedir", "pan", "Actividad 1.1", "1 bis.- Insistir", "vino", "Valor: 30%",
    ]  # fmt: skip


def test_sin_repetir_la_actividad_se_nombra_una_vez() -> None:
    mia = una_foto(ACTIVIDAD, replace(PASOS, repite_actividad=False), renglones=AMBOS)
    assert impreso(mia) == ["Actividad 1.1", "1.- Pedir", "pan", "1 bis.- Insistir", "vino"]


def test_un_paso_que_no_toco_o_sin_nada_anotado_no_se_imprime() -> None:
    mia = una_foto(ACTIVIDAD, renglones=AMBOS, sin_actividad=frozenset({"1.1/1"}))
    assert impreso(mia) == ["Actividad 1.1", "1 bis.- Insistir", "vino"]
    assert impreso(una_foto(ACTIVIDAD, renglones=AMBOS[:1])) == ["Actividad 1.1", "1.- Pedir", "pan"]


def test_sin_nada_en_sus_pasos_queda_su_encabezado_y_su_valor() -> None:
    assert impreso(una_foto(ACTIVIDAD, alcanzado={"1.1": Decimal(0)})) == ["Actividad 1.1", "Valor: 0%"]


def test_una_actividad_sin_nada_debajo_no_se_encabeza() -> None:
    assert armar(una_foto(ACTIVIDAD)).secciones == ()


def test_una_actividad_que_no_toco_no_se_imprime() -> None:
    assert armar(una_foto(ACTIVIDAD, renglones=AMBOS, sin_actividad=frozenset({"1.1"}))).secciones == ()


def test_lo_propio_de_la_actividad_va_antes_de_sus_pasos() -> None:
    con_apertura = replace(ACTIVIDAD, apartados=(Apartado("a", "parrafo", "Se abre."),))
    mia = una_foto(con_apertura, renglones=AMBOS[:1])
    assert impreso(mia) == ["Actividad 1.1", "Se abre.", "Actividad 1.1", "1.- Pedir", "pan"]


def test_niveles_alineacion_y_marcador_de_los_encabezados() -> None:
    con_todo = replace(CUADROS, paso="{paso}")
    titulos = [b for b in bloques(una_foto(ACTIVIDAD, con_todo, renglones=AMBOS)) if isinstance(b, Titulo)]
    assert titulos == [
        Titulo("ACTIVIDAD 1.1", 2, "lugar:1.1", "centro", "ACTIVIDAD 1.1 – PUERTAS ABIERTAS"),
        Titulo("PUERTAS ABIERTAS", 3, "lugar:1.1", "centro"),
        Titulo("1", 3, "lugar:1.1/1", "centro"),
        Titulo("1 bis", 3, "lugar:1.1/1 bis", "centro"),
    ]


def test_el_indice_nombra_cada_actividad_una_sola_vez() -> None:
    def marcadores(estilo: Estilo, actividad: Actividad = ACTIVIDAD) -> list[str]:
        titulos = [b for b in bloques(una_foto(actividad, estilo, renglones=AMBOS)) if isinstance(b, Titulo)]
        return [titulo.marcador for titulo in titulos if titulo.marcador]

    assert marcadores(PASOS) == ["Actividad 1.1"]
    assert marcadores(CUADROS) == ["ACTIVIDAD 1.1 – PUERTAS ABIERTAS"]
    assert marcadores(Estilo(nombre_actividad="{nombre}")) == ["Puertas abiertas"]
    con_apertura = replace(ACTIVIDAD, apartados=(Apartado("a", "parrafo", "Se abre."),))
    assert marcadores(PASOS, con_apertura) == ["Actividad 1.1"]


def test_el_valor_se_imprime_donde_el_estilo_lo_pide_y_se_conoce() -> None:
    con_valor = una_foto(ACTIVIDAD, renglones=AMBOS, alcanzado={"1.1": Decimal(30)})
    assert bloques(con_valor)[-1] == Parrafo((Tramo("Valor: 30%"),), "valor:1.1", "valor", "izquierda")
    assert "Valor" not in impreso(una_foto(ACTIVIDAD, renglones=AMBOS))[-1]
    sin_estilo = una_foto(
        ACTIVIDAD, replace(PASOS, valor=""), renglones=AMBOS, alcanzado={"1.1": Decimal(30)}
    )
    assert impreso(sin_estilo)[-1] == "vino"


def test_la_vineta_es_de_los_renglones_cuya_forma_la_lleva() -> None:
    formas = (Forma("a", "A", "{asunto}", ("oficio",), vineta=True), Forma("b", "B", "{asunto}"))
    cosas = (renglon(1, medio="oficio", asunto="pan", lugar="1.1"), renglon(2, asunto="vino", lugar="1.1"))
    apartados = (Apartado("p", "parrafo", "Hubo:"), RENGLONES)
    mia = una_foto(Actividad("1.1", "1.1", "P", apartados, formas=formas), CUADROS, renglones=cosas)
    parrafos = [b for b in bloques(mia) if isinstance(b, Parrafo)]
    assert [(p.texto, p.vineta, p.origen) for p in parrafos] == [
        ("Hubo:", "", "apartado:p"),
        ("pan", "✓", "registro:uid1"),
        ("vino", "", "registro:uid2"),
    ]


def test_un_parrafo_en_blanco_no_deja_un_hueco_en_la_hoja() -> None:
    libres = (ParrafoLibre("a", "1.1/1", 2, "  \n"), ParrafoLibre("b", "1.1/1", 3, "Hubo fiesta."))
    mia = una_foto(ACTIVIDAD, renglones=AMBOS[:1], parrafos=libres)
    assert impreso(mia)[-2:] == ["pan", "Hubo fiesta."]
    solo_blanco = una_foto(replace(ACTIVIDAD, apartados=(Apartado("a", "titulo", "[{leyenda}]"),)))
    assert armar(solo_blanco).secciones == ()


def test_el_cuadro_impreso_es_el_de_la_pantalla() -> None:
    actividad = Actividad("1.1", "1.1", "P", (Apartado("a", "cuadro", cuadro="q"),))
    (tabla,) = [
        b for b in bloques(una_foto(actividad, escrito=por_mes("v", 77, 70, 64))) if isinstance(b, Tabla)
    ]
    meses = tuple(Celda(texto, "columna") for texto in ("ABRIL", "MAYO", "JUNIO", "TOTAL"))
    numeros = (Celda("77"), Celda("70"), Celda("64"), Celda("211", "total"))
    assert tabla == Tabla(((Celda("VISITAS", "titulo", ancho=4),), meses, numeros), 4, 2, "cuadro:q")


def test_una_fila_tapada_va_vacia() -> None:
    agrupado = Cuadro("q", (banda("cifras", "v"),), (banda("meses", encabezado="MES"),))
    actividad = Actividad("1.1", "1.1", "P", (Apartado("a", "cuadro", cuadro="q"),))
    base = una_foto(actividad)
    (tabla,) = bloques(replace(base, plan=replace(base.plan, cuadros=(agrupado,))))[1:]
    assert isinstance(tabla, Tabla)
    assert [len(fila) for fila in tabla.filas] == [1, 3, 3]


def apartados_de_componente(*apartados: Apartado, estilo: Estilo = PASOS) -> tuple[Bloque, ...]:
    """Lo que imprime un componente antes de su actividad, que no imprime nada."""
    callada = (Actividad("1.1", "1.1", "Puertas"),)
    sin_ella = replace(estilo, actividad="", nombre_actividad="", valor="")
    unico = Componente("1", "1", "Atención", "x", sin_ella, apartados, callada)
    return bloques(foto(plan(componentes=(unico,))))


def test_titulos_y_subtitulos_del_componente() -> None:
    titulo, subtitulo = Apartado("t", "titulo", "COMPONENTE"), Apartado("s", "subtitulo", "{periodo}")
    assert apartados_de_componente(titulo, subtitulo) == (
        Titulo("COMPONENTE", 1, "apartado:t", "centro"),
        Titulo("abril – junio", 2, "apartado:s", "centro"),
    )


def test_los_titulos_de_un_paso_van_a_la_izquierda_y_nunca_pasan_del_cuarto_nivel() -> None:
    titulo, subtitulo = Apartado("t", "titulo", "Uno"), Apartado("s", "subtitulo", "Dos")
    paso = Paso("1.1/1", "1", "Ver", (titulo, subtitulo))
    mia = una_foto(Actividad("1.1", "1.1", "P", pasos=(paso,)), Estilo())
    niveles = [(b.nivel, b.alineacion) for b in bloques(mia) if isinstance(b, Titulo)]
    assert niveles == [(3, "izquierda"), (4, "izquierda")]


def test_un_cierre_sin_nada_que_contar_no_se_imprime() -> None:
    actividad = Actividad("1.1", "1.1", "P", (Apartado("c", "cierre", "Son {cifra.v:unidad}."),))
    assert armar(una_foto(actividad)).secciones == ()
    assert impreso(una_foto(actividad, escrito=por_mes("v", 0, 1, 0)))[-1] == "Son 1 visita."


JEFA = Catalogo((Persona("ana", "Ana Ruiz"),), (Nombramiento("jefa", "ana", "Jefa de la Casa"),))


def firmas(apartado: Apartado, catalogo: Catalogo = JEFA) -> Firmas:
    unico = Componente("1", "1", "Atención", "x", apartados=(apartado,))
    (bloque,) = bloques(foto(plan(componentes=(unico,)), catalogo=catalogo))
    assert isinstance(bloque, Firmas)
    return bloque


def test_con_despedida_se_firma_en_mayusculas_como_un_oficio() -> None:
    despedida = "ATENTAMENTE\nAÑO {ejercicio}\n[{leyenda}]"
    bloque = firmas(Apartado("f", "firmas", despedida, firmantes=(Firmante("jefa"),)))
    antes = ("ATENTAMENTE", "AÑO 2031")
    assert bloque == Firmas((Firma("ANA RUIZ", "JEFA DE LA CASA"),), antes, "apartado:f")


def test_sin_despedida_se_firma_como_se_escribe_y_sin_nadie_con_una_raya() -> None:
    sola = Apartado("f", "firmas", firmantes=(Firmante("jefa", "Elaboró"), Firmante("chofer")))
    assert firmas(sola).firmas == (Firma("Ana Ruiz", "Jefa de la Casa", "Elaboró"), Firma("______", "______"))
    assert firmas(sola).antes == ()


def test_los_renglones_de_un_departamento_son_los_de_su_componente() -> None:
    depto = Departamento("x", "X", "jefa", apartados=(RENGLONES,))
    unico = Componente("1", "1", "Atención", "x", actividades=(Actividad("1.1", "1.1", "Puertas"),))
    mia = foto(
        plan(componentes=(unico,), departamentos=(depto,)), renglones=(renglon(asunto="pan", lugar="1"),)
    )
    assert impreso(mia) == ["pan"]
