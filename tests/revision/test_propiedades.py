"""Cualquier trimestre en regla no tiene nada que corregir, y nada que falte se le escapa a la revisión."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.inventado import (
    CORREO,
    MEDIOS,
    OFICIO,
    TRIMESTRE,
    VISITA,
    a_quien,
    cifra,
    contada,
    deja_huecos,
    foto,
)
from tests.revision.lo_que_dice import LEY, cuadros_de
from tests.sorteos import casos
from ut_escritorio.dominio.oficina.calendario import habiles, habiles_del_mes
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Nombramiento, Persona, Unidad
from ut_escritorio.dominio.personas import SEXOS, Personas
from ut_escritorio.dominio.plan.apartados import Apartado, Firmante
from ut_escritorio.dominio.plan.arbol import (
    Actividad,
    Componente,
    Departamento,
    Estilo,
    Paso,
    Plan,
    PlantillaOficio,
)
from ut_escritorio.dominio.plan.cifras import Capturada, Concordancia, Contada
from ut_escritorio.dominio.plan.formas import Campo, Forma
from ut_escritorio.dominio.plan.programa import Programa
from ut_escritorio.dominio.trimestre.conteos import Conteos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision, TextoAMano
from ut_escritorio.dominio.trimestre.renglones import Cita, ParrafoLibre, Renglon
from ut_escritorio.dominio.trimestre.series import SerieDelAnio, Tomados
from ut_escritorio.informe.armado import armar
from ut_escritorio.revision import por_corregir, revisar

HOY = TRIMESTRE.siguiente.primer_dia
FIRMA = next(dia for n in range(9) if habiles(LEY, dia := HOY + timedelta(days=n), dia))
ANIO = TRIMESTRE.ejercicio

CIFRAS = (
    cifra("monitoreo", por_dia=3),
    cifra("solicitudes", Capturada(("mes", "mes y sexo"), suma_de_sexos=True)),
    cifra("atendidas", Capturada(("trimestre",))),
    cifra("turnos"),
    cifra("respuestas"),
    cifra("asesorías", Capturada(("mes", "trimestre y sexo"), ("mujeres", "hombres"))),
    contada("sesiones", "registros", lugares=("1.2",)),
    contada("fichas", "cantidad", lugares=("1.2",)),
    contada("asistentes", "personas", lugares=("1.2",)),
    cifra("capacitados", Capturada(("mes y sexo",), ("mujeres", "hombres"))),
    cifra("correos", contraste=Contada("cantidad_medio", ("1.3/2",), ("correo",)), unidad=CORREO),
    contada("oficios", "folios", OFICIO, lugares=("1.3/1",)),
)


def _igual(clave: str, izquierda: str, derecha: str, **otros) -> Concordancia:
    return Concordancia(clave, f"Debe cuadrar {clave}.", (izquierda,), (derecha,), **otros)


CONCORDANCIAS = (
    _igual("solicitudes por género", "solicitudes", "solicitudes", izquierda_por_sexo=True),
    _igual("atendidas", "atendidas", "solicitudes", por="trimestre"),
    _igual("respuestas", "respuestas", "turnos", relacion="contesta"),
    _igual("asesorías por género", "asesorías", "asesorías", por="trimestre", izquierda_por_sexo=True),
    _igual("fichas", "fichas", "sesiones"),
    _igual("personas", "asistentes", "capacitados", por="mes y sexo"),
)
SESION = Forma(
    "s",
    "S",
    "El {fecha:dias} se vio {tema}; fueron {personas:sexos}.",
    campos=(Campo("tema", "Tema"),),
    agrupa=True,
)
PEDIDO = Forma(
    "p", "P", "Con {medio} {folios}[ del {fecha}] se pidió {asunto} {destinatario:a}.", ("oficio",)
)
LLEGADO = Forma("l", "L", "Por {medio} llegó {asunto}[, el {fecha}].", ("correo",))


def _plan() -> Plan:
    cuadros = [cuadro for una in CIFRAS for cuadro in cuadros_de(una)]
    apartados = tuple(Apartado(cuadro.clave, "cuadro", cuadro=cuadro.clave) for cuadro in cuadros)
    renglones = Apartado("r", "renglones")
    cierre = Apartado("c", "cierre", "En total {cifra.oficios:uno_en_letra}.")
    metas = {TRIMESTRE.numero: Decimal(30)}
    pasos = (
        Paso("1.3/1", "1", "Pedir", (renglones, cierre), (PEDIDO,)),
        Paso("1.3/2", "2", "Recibir", (renglones,), (LLEGADO,)),
    )
    actividades = (
        Actividad("1.1", "1.1", "Cuadros", apartados, programado=metas),
        Actividad("1.2", "1.2", "Sesiones", (renglones,), formas=(SESION,), programado=metas),
        Actividad("1.3", "1.3", "Asuntos", pasos=pasos, programado=metas),
    )
    texto = Apartado("t", "parrafo", "Con {cifra.monitoreo:unidad} en el periodo {periodo}.")
    firmas = Apartado("f", "firmas", firmantes=(Firmante("jefa"),))
    oficio = PlantillaOficio(
        ("{folio_oficio}",), "{fecha_oficio:larga}", "titular", "Presente", ("Entrego.",)
    )
    return Plan(
        "prueba",
        ANIO,
        Programa("9", "Casa Abierta"),
        "Año de la Vecindad",
        (firmas,),
        departamentos=(Departamento("vecindad", "Vecindad", "jefa", oficio),),
        componentes=(
            Componente("1", "1", "X", "vecindad", Estilo(valor="{alcanzado}%"), (texto,), actividades),
        ),
        medios=MEDIOS,
        sustantivos={"visita": VISITA},
        cifras=CIFRAS,
        cuadros=tuple(cuadros),
        concordancias=CONCORDANCIAS,
    )


PLAN = _plan()
GENTE = Catalogo(
    (Persona("ana", "Ana Luna"), Persona("eva", "Eva Sol")),
    (Nombramiento("jefa", "ana", "Jefa"), Nombramiento("titular", "eva", "Titular")),
    (Unidad("obras", "Obras Públicas", "las"), Unidad("rentas", "Rentas")),
)
numeros = st.integers(0, 200)
palabras = st.text("abcdefghij áéñ", min_size=1, max_size=30).map(lambda t: f"el padrón {t.strip()}x")


@dataclass(frozen=True)
class Sesion:
    dia: date
    mujeres: int
    hombres: int


dias = st.sampled_from(habiles(LEY, TRIMESTRE.primer_dia, TRIMESTRE.ultimo_dia))
sesiones = st.lists(st.builds(Sesion, dias, numeros, numeros), max_size=6)


@st.composite
def numeros_en_regla(draw, de_sesiones: list[Sesion], correos: list[date]):
    """Lo escrito en cada casilla, con todo lo que el plan pide que cuadre."""
    escrito: dict[tuple[str, int | None, str | None], int] = {}
    pendientes = total = 0
    for mes in TRIMESTRE.meses:
        por_sexo = {sexo: draw(numeros) for sexo in SEXOS}
        escrito |= {("solicitudes", mes, sexo): n for sexo, n in por_sexo.items()}
        if draw(st.booleans()):
            escrito["solicitudes", mes, None] = sum(por_sexo.values())
        total += sum(por_sexo.values())
        escrito["monitoreo", mes, None] = 3 * len(habiles_del_mes(LEY, ANIO, mes))
        turnos = draw(numeros)
        respuestas = (
            draw(st.integers(0, pendientes + turnos)) if mes != TRIMESTRE.meses[2] else pendientes + turnos
        )
        pendientes += turnos - respuestas
        escrito |= {("turnos", mes, None): turnos, ("respuestas", mes, None): respuestas}
        escrito["asesorías", mes, None] = draw(numeros)
        del_mes = [s for s in de_sesiones if s.dia.month == mes]
        escrito["capacitados", mes, "mujeres"] = sum(s.mujeres for s in del_mes)
        escrito["capacitados", mes, "hombres"] = sum(s.hombres for s in del_mes)
        escrito["correos", mes, None] = sum(dia.month == mes for dia in correos)
    asesorias = sum(escrito["asesorías", mes, None] for mes in TRIMESTRE.meses)
    mujeres = draw(st.integers(0, asesorias))
    escrito |= {("asesorías", None, "mujeres"): mujeres, ("asesorías", None, "hombres"): asesorias - mujeres}
    return escrito | {("atendidas", None, None): total}


@st.composite
def trimestres_en_regla(draw) -> FotoTrimestre:
    """Un trimestre capturado como debe ser: todo escrito, todo cuadrado, todo en día hábil."""
    de_sesiones = sorted(draw(sesiones), key=lambda sesion: sesion.dia)
    pedidos, correos = (
        sorted(draw(st.lists(dias, min_size=1, max_size=5))),
        draw(st.lists(dias, min_size=1, max_size=4)),
    )
    primero = draw(st.integers(1, 9000))
    filas = [
        *(_sesion(n, s, draw(palabras)) for n, s in enumerate(de_sesiones)),
        *(_pedido(n, primero + n, dia, draw(palabras)) for n, dia in enumerate(pedidos)),
        *(
            Renglon(f"c{n}", "1.3/2", n, "correo", asunto=draw(palabras), fecha=dia)
            for n, dia in enumerate(correos)
        ),
    ]
    escrito = draw(numeros_en_regla(de_sesiones, correos))
    contadas = ("sesiones", "fichas", "asistentes", "oficios")
    valores = [Decimal(draw(st.integers(27, 33))) for _ in range(3)]
    return foto(
        PLAN,
        escrito,
        tuple(filas),
        frozenset((clave, mes) for clave in contadas for mes in TRIMESTRE.meses),
        catalogo=GENTE,
        alcanzado={f"1.{n}": valor for n, valor in enumerate(valores, start=1)},
        remisiones={"vecindad": OficioRemision("vecindad", f"UT/{primero + 20:04}/{ANIO}", FIRMA)},
        fecha_de_firma=FIRMA,
        sin_actividad=frozenset() if de_sesiones else frozenset({"1.2"}),
    )


def _sesion(orden: int, sesion: Sesion, tema: str) -> Renglon:
    personas = Personas(sesion.mujeres, sesion.hombres)
    return Renglon(
        f"s{orden}",
        "1.2",
        orden,
        asunto=tema,
        fecha=sesion.dia,
        cantidad=1,
        personas=personas,
        campos={"tema": tema},
    )


def _pedido(orden: int, numero: int, dia: date, asunto: str) -> Renglon:
    folio = (Cita(f"UT/{numero:04}/{ANIO}"),)
    return Renglon(
        f"p{orden}", "1.3/1", orden, "oficio", "enviado", asunto, dia, partes=a_quien("obras"), citas=folio
    )


@settings(max_examples=casos(150))
@given(trimestres_en_regla())
def test_un_trimestre_en_regla_no_tiene_nada_que_corregir(mio: FotoTrimestre) -> None:
    assert por_corregir(revisar(mio, LEY, FIRMA)) == ()


@settings(max_examples=casos(60))
@given(trimestres_en_regla(), st.data())
def test_si_al_informe_le_falta_algo_hay_algo_que_corregir(mio: FotoTrimestre, data: st.DataObject) -> None:
    """Todo lo que deja una raya o una celda vacía está entre lo que hay que corregir."""
    incompleto = data.draw(st.sampled_from(_quitar(mio)))
    if deja_huecos(armar(incompleto)):
        assert por_corregir(revisar(incompleto, LEY, FIRMA))


def _quitar(mio: FotoTrimestre) -> list[FotoTrimestre]:
    """El mismo trimestre con cada cosa de menos."""
    valores = mio.conteos.valores
    sin_casilla = [
        replace(
            mio, conteos=Conteos({c: n for c, n in valores.items() if c != quitada}, mio.conteos.capturados)
        )
        for quitada in sorted(valores, key=str)
    ]
    sin_dato = [
        _con_renglon(mio, replace(fila, **cambio))
        for fila in mio.renglones
        for cambio in (
            {"asunto": ""},
            {"fecha": None},
            {"citas": ()},
            {"partes": ()},
            {"campos": {}},
            {"cantidad": None},
        )
    ]
    return [
        *sin_casilla,
        *sin_dato,
        replace(mio, alcanzado={}),
        replace(mio, catalogo=Catalogo()),
        replace(mio, renglones_del_ejercicio={}),
        replace(mio, conteos=replace(mio.conteos, capturados=frozenset())),
    ]


def _con_renglon(mio: FotoTrimestre, fila: Renglon) -> FotoTrimestre:
    filas = tuple(fila if otra.uid == fila.uid else otra for otra in mio.renglones)
    return replace(mio, renglones_del_ejercicio={TRIMESTRE.numero: filas})


cualquiera = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


@settings(max_examples=casos(60))
@given(trimestres_en_regla(), cualquiera, cualquiera, st.dates(date(1999, 1, 1), date(2040, 1, 1)))
def test_nada_de_lo_que_ella_escriba_detiene_la_revision(
    mio: FotoTrimestre, texto: str, folio: str, dia: date
) -> None:
    fila = next(fila for fila in mio.renglones if fila.citas)
    rara = replace(fila, asunto=texto, citas=(Cita(folio, texto), Cita(folio)), fecha=dia, asunto_uid=texto)
    raro = replace(
        _con_renglon(mio, rara),
        parrafos=(ParrafoLibre("x", "1.3/1", 99, texto),),
        a_mano={"apartado:t": TextoAMano("apartado:t", texto, folio)},
        numeros=Tomados(mio.trimestre.ejercicio, {"UT": SerieDelAnio(desde=1)}),
    )
    assert all(hallado.mensaje and hallado.sitios for hallado in revisar(raro, LEY, FIRMA))
