"""La cifra que se cuenta del libro: sigue a sus papeles, se escribe encima y, firmada, ya no se mueve."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.inventado import OFICIO, cifra, foto
from tests.oficios.contra_el_libro import ABRIL, MAYO, TRIMESTRE, TURNOS, ahora, anotar_turnos, crear
from tests.revision.lo_que_dice import dice, hallados, plan_de
from ut_escritorio.dominio.numeros.evaluacion import se_captura, valor_de
from ut_escritorio.dominio.oficios.oficio import DelPapel
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.cifras import DelLibro, Formula
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.documento import Tabla
from ut_escritorio.servicios.archivo import expediente, historia
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar, marcar_capturado, usar_lo_del_libro
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.oficios import anotar

HOY = date(2024, 7, 4)
TRIMESTRAL = Casilla(TURNOS, 2)


@pytest.fixture(scope="module")
def molde_del_libro(tmp_path_factory: pytest.TempPathFactory) -> Path:
    ruta = tmp_path_factory.mktemp("del libro") / "molde.sqlite"
    crear(ruta, sale_de_el=True).cerrar()
    return ruta


@pytest.fixture
def exp(molde_del_libro: Path, tmp_path: Path) -> Iterator[Expediente]:
    ruta = tmp_path / "del libro.sqlite"
    ruta.write_bytes(molde_del_libro.read_bytes())
    with expediente.abrir(ruta, ahora) as abierto:
        yield abierto


def vale(exp: Expediente, casilla: Casilla, trimestre: Trimestre = TRIMESTRE) -> int | None:
    return valor_de(exp.foto(trimestre), casilla.cifra, casilla.mes).numero


def se_imprime(exp: Expediente) -> list[str]:
    """La columna de los turnos como sale en el informe."""
    bloques = (bloque for seccion in armar(exp.foto(TRIMESTRE)).secciones for bloque in seccion.bloques)
    tablas = (bloque for bloque in bloques if isinstance(bloque, Tabla))
    suya = next(t for t in tablas if "OFICIOS DE TURNO" in [c.texto for f in t.filas for c in f])
    return [fila[1].texto for fila in suya.filas if fila[0].texto in ("ABRIL", "MAYO", "JUNIO", "TOTAL")]


# --- la regla -------------------------------------------------------------------------------------


@given(
    st.dictionaries(st.integers(4, 6), st.integers(1, 99)),
    st.dictionaries(st.integers(4, 6), st.integers(0, 99)),
)
def test_cada_mes_es_lo_escrito_o_lo_del_libro_y_el_trimestre_su_suma(
    libro: dict[int, int], escrito: dict[int, int]
):
    turnos = cifra("turnos", DelLibro(("Turno",)), OFICIO)
    doble = cifra("doble", Formula(("turnos", "turnos")), OFICIO)
    conteos = Conteos(
        {Casilla("turnos", 2, mes): n for mes, n in escrito.items()},
        del_libro={Casilla("turnos", 2, mes): n for mes, n in libro.items()},
    )
    con_ellos = replace(foto(plan_de(turnos, doble)), conteos=conteos)
    for mes in (4, 5, 6):
        assert valor_de(con_ellos, "turnos", mes).numero == escrito.get(mes, libro.get(mes))
    entero = {**libro, **escrito}
    faltan = tuple(mes for mes in (4, 5, 6) if mes not in entero)
    de_todo = valor_de(con_ellos, "turnos")
    assert (de_todo.numero, de_todo.faltan) == (sum(entero.values()) if entero else None, faltan)
    assert valor_de(con_ellos, "doble").numero == (None if de_todo.numero is None else 2 * de_todo.numero)


def test_se_escribe_encima_solo_por_mes_y_sin_sexo():
    turnos = cifra("turnos", DelLibro(("Turno",)), OFICIO)
    assert se_captura(turnos, 4, None)
    assert not se_captura(turnos, None, None) and not se_captura(turnos, 4, "mujeres")


# --- con un archivo de verdad -----------------------------------------------------------------------


def test_sigue_a_los_papeles_y_se_imprime_lo_que_hay(exp: Expediente):
    assert vale(exp, ABRIL) is None, "sin ninguno no es cero: falta"
    suyos = anotar_turnos(exp, 5)
    anotar_turnos(exp, 2, mes=5, desde=1100)
    assert (vale(exp, ABRIL), vale(exp, MAYO)) == (5, 2)
    assert se_imprime(exp)[:2] == ["5", "2"]
    anotar.cancelar(exp, TRIMESTRE, suyos[0].uid, "se repitió")
    anotar.cambiar(exp, TRIMESTRE, replace(suyos[1], papel=DelPapel(date(2024, 5, 2))))
    anotar.cambiar(exp, TRIMESTRE, replace(suyos[2], clase="Respuesta"))
    assert (vale(exp, ABRIL), vale(exp, MAYO)) == (2, 3)
    historia.deshacer(exp)
    assert vale(exp, ABRIL) == 3
    with expediente.consultar(exp.ruta, ahora) as otra:
        assert vale(otra, ABRIL) == 3, "leída de nuevo es la misma"


def test_el_mes_sin_ninguno_falta_hasta_que_se_diga_que_no_hubo(exp: Expediente):
    faltan = [h.mensaje for h in hallados(exp.foto(TRIMESTRE), "sin_capturar")]
    assert faltan == [
        f"Falta {mes} en Oficios de turno de solicitudes." for mes in ("abril", "mayo", "junio")
    ]
    for mes in (4, 5, 6):
        marcar_capturado(exp, TRIMESTRE, (TURNOS,), mes, True)
    assert (vale(exp, ABRIL), vale(exp, TRIMESTRAL)) == (0, 0)
    assert hallados(exp.foto(TRIMESTRE), "sin_capturar") == []
    anotar_turnos(exp, 1)
    assert (vale(exp, ABRIL), vale(exp, TRIMESTRAL)) == (1, 1), "si luego llega uno, se cuenta"


def test_lo_escrito_encima_manda_se_dice_y_con_usar_se_vuelve_a_contar(exp: Expediente):
    anotar_turnos(exp, 3)
    assert dice(exp.foto(TRIMESTRE), "no_es_lo_del_libro") == ""
    capturar(exp, TRIMESTRE, ABRIL, 49)
    assert vale(exp, ABRIL) == 49
    nombre = "Oficios de turno de solicitudes"
    dicho = f"revisar: {nombre}: el libro tiene 3 oficios en abril y el cuadro dice 49."
    assert dice(exp.foto(TRIMESTRE), "no_es_lo_del_libro") == dicho
    usar_lo_del_libro(exp, TRIMESTRE, ABRIL, 3)
    anotar_turnos(exp, 1, desde=1200)
    assert vale(exp, ABRIL) == 4, "no quedó escrito un 3: se cuenta"
    historia.deshacer(exp), historia.deshacer(exp)
    assert vale(exp, ABRIL) == 49


def test_de_donde_salio_nombra_el_libro_y_cada_oficio_con_su_salto(exp: Expediente):
    suyos = anotar_turnos(exp, 2)
    dicho = historia.procedencia(exp, TRIMESTRE, ABRIL)
    assert dicho.como == "Se cuenta del libro de oficios. El libro tiene 2 oficios en abril."
    assert [(p.valor, p.texto) for p in dicho.piezas] == [
        (1, "UT/1001/2024 · Se turna"), (1, "UT/1002/2024 · Se turna"),
    ]  # fmt: skip
    assert [p.sitio.origen.clave for p in dicho.piezas] == [oficio.uid for oficio in suyos]
    entero = historia.procedencia(exp, TRIMESTRE, TRIMESTRAL)
    assert entero.como == "Se suma de sus casillas. El libro tiene 2 oficios en el trimestre."
    assert [p.valor for p in entero.piezas] == [2, None, None]
    vacio = historia.procedencia(exp, TRIMESTRE, MAYO)
    assert vacio.como == "Nadie lo ha escrito. El libro no tiene ninguno en mayo." and not vacio.piezas
    capturar(exp, TRIMESTRE, ABRIL, 9)
    escrito = historia.procedencia(exp, TRIMESTRE, ABRIL)
    assert (
        escrito.como == "Está escrito a mano. El libro tiene 2 oficios en abril." and len(escrito.piezas) == 2
    )


def test_lo_firmado_queda_en_lo_que_se_firmo_aunque_el_libro_siga(exp: Expediente):
    suyos = anotar_turnos(exp, 3)
    firma.firmar(exp, TRIMESTRE, HOY)
    pdf = firma.pdf_firmado(exp, TRIMESTRE)
    anotar_turnos(exp, 4, desde=1300)
    anotar.cancelar(exp, TRIMESTRE, suyos[0].uid, "se repitió")
    for trimestre in (TRIMESTRE, Trimestre(2024, 3)):
        assert exp.foto(trimestre).conteos.en(ABRIL) == 3
    assert firma.que_cambio(exp, TRIMESTRE) == () and firma.pdf_firmado(exp, TRIMESTRE) == pdf
    dicho = historia.procedencia(exp, TRIMESTRE, ABRIL)
    assert dicho.como.startswith(
        "Se contó del libro de oficios al firmar, y así quedó. El libro tiene 6 oficios"
    )
    with pytest.raises(ErrorEsperado):
        capturar(exp, TRIMESTRE, ABRIL, 9)
    with expediente.consultar(exp.ruta, ahora) as otra:
        assert vale(otra, ABRIL) == 3
    firma.abrir_para_corregir(exp, TRIMESTRE, "faltaban turnos")
    assert vale(exp, ABRIL) == 6
    (cambio,) = [c for c in firma.que_cambio(exp, TRIMESTRE) if "abril" in c.que]
    assert (cambio.antes, cambio.ahora) == ("3", "6") and not cambio.del_programa
