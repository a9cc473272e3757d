"""La revisión sobre el ejemplo firmado, y la lista de lo que su plan vigila."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

import pytest

from tests.revision.lo_que_dice import LEY
from ut_escritorio import rutas
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.impreso.relatos import relato_de_apartado
from ut_escritorio.dominio.numeros.evaluacion import pasan
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.plan.cifras import Concordancia, Contada
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, TextoAMano
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.revision import Hallazgo, por_corregir, revisar
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.medidas import Grano, medida

HOY = date(2024, 7, 4)
GUARDAS = {"no_cuadra", "sin_contestar", "no_es_lo_anotado", "ritmo"}


@pytest.fixture(scope="module")
def firmado() -> FotoTrimestre:
    planes = rutas.recursos() / "planes"
    leido = leer_plan(planes / "2024.toml")
    return leer_trimestre(planes / "2024-2.toml", leido.plan, leido.catalogo).foto


@pytest.fixture(scope="module")
def revisado(firmado: FotoTrimestre) -> tuple[Hallazgo, ...]:
    return revisar(firmado, LEY, HOY)


def test_a_lo_mas_25_y_lo_grave_es_cierto(revisado: tuple[Hallazgo, ...]) -> None:
    assert len(revisado) <= 25
    assert [hallado.mensaje for hallado in por_corregir(revisado)] == [
        "2 frases quedaron sin terminar: «…Urbano, actualizar el módulo de.» y "
        "«…y Materiales, la información de, siendo un total de 1…» (1.2 paso 2; 1.2 paso 5).",
        "Recursos de revisión recibidos, junio: 1 en total y 2 por género (1 mujer y 1 hombre). "
        "Los recursos de revisión de cada mes deben ser tantos como sus hombres, mujeres y no identificados.",
        "El oficio «UT/057/2024» lleva 3 dígitos y los demás llevan 4.",
    ]


@pytest.mark.parametrize(
    ("codigo", "dice"),
    [
        ("oficio_repetido", "UT/0640/2024 se cuenta en 1.1 paso 3 y 1.2 paso 2"),
        ("oficio_sin_fecha", "12 oficios sin fecha: 11 enviados y un recibido"),
        ("oficio_sin_numero", "30 oficios sin su número (2.4)"),
        ("sin_asunto", "Un renglón sin decir de qué se trató (1.2 paso 3)"),
        ("sin_sexo", "Una persona sin decir si es mujer, hombre o no identificada (1.1 paso 3)"),
        ("dia_inhabil", "16/06/2024, domingo (1.2 paso 3)"),
        ("comillas_abiertas", "(1.2 paso 5)"),
        ("valores_iguales", "Las 10 actividades dicen el mismo valor alcanzado, 30 %"),
        ("falta_eslabon", "UT/0534/2024, UT/0548/2024, UT/0560/2024, UT/0561/2024 y UT/0640/2024"),
        ("falta_eslabon", "Secretaría de Obras Públicas y Desarrollo Urbano (16/06/2024)"),
    ],
)
def test_lo_que_conviene_revisar(revisado: tuple[Hallazgo, ...], codigo: str, dice: str) -> None:
    assert any(hallado.codigo == codigo and dice in hallado.mensaje for hallado in revisado)


def test_cada_hallazgo_salta_a_un_sitio_que_existe(
    firmado: FotoTrimestre, revisado: tuple[Hallazgo, ...]
) -> None:
    lectura = Lectura(firmado, LEY, HOY)
    origenes = {celda.sitio.origen for celda in lectura.celdas}
    origenes |= {f"registro:{renglon.uid}" for renglon in firmado.renglones}
    origenes |= {f"valor:{clave}" for clave in lectura.lugares}
    origenes |= {escrito.relato.origen for escrito in lectura.escritos}
    assert {s.origen for h in revisado for s in h.sitios} <= origenes
    casillas = {celda.casilla for celda in lectura.celdas}
    assert {s.casilla for h in revisado for s in h.sitios if s.casilla} <= casillas


def test_el_cierre_que_se_firmo_con_5_correos_no_cuadra_con_los_6_anotados(firmado: FotoTrimestre) -> None:
    """El cierre se calcula y sale bien; quien lo escriba a mano como se firmó lo ve señalado."""
    cierre = next(a for a in firmado.plan.lugar["1.2/3"].apartados if a.clase == "cierre")
    automatico = relato_de_apartado(firmado, "1.2/3", cierre)
    assert automatico and "6 correos" in automatico.texto
    texto = (
        "Se recibió información por medio del correo electrónico, siendo 5 correos y 15 llamadas telefónicas."
    )
    a_mano = TextoAMano(automatico.origen, texto, automatico.texto)
    mal = replace(firmado, a_mano={a_mano.origen: a_mano})
    [hallado] = [h for h in revisar(mal, LEY, HOY) if h.codigo == "numero_a_mano"]
    assert hallado.gravedad == "corregir"
    assert "dice 5 correos y los datos dan 6 correos" in hallado.mensaje


@pytest.fixture(scope="module")
def en_regla(firmado: FotoTrimestre) -> FotoTrimestre:
    """El ejemplo con el único número que no cuadraba, corregido."""
    return replace(firmado, conteos=firmado.conteos.con([(Casilla("recursos", 2, 6, "mujeres"), 0)]))


@dataclass(frozen=True)
class Vigilado:
    """Un número que otro vigila: cómo se llama y la foto en que solo él cambió."""

    nombre: str
    cambiada: FotoTrimestre


def test_cambiar_solo_un_numero_vigilado_enciende_la_regla(en_regla: FotoTrimestre) -> None:
    antes = _guardas(en_regla)
    vigilados = list(_vigilados(en_regla))
    callados = [v.nombre for v in vigilados if not _guardas(v.cambiada) - antes]
    print("Números del ejemplo que otro vigila:", *dict.fromkeys(v.nombre for v in vigilados), sep="\n  ")
    assert len(vigilados) > 60
    assert callados == []


def _guardas(foto: FotoTrimestre) -> set[str]:
    return {hallado.huella for hallado in revisar(foto, LEY, HOY) if hallado.codigo in GUARDAS}


def _vigilados(foto: FotoTrimestre) -> Iterator[Vigilado]:
    for cifra in foto.plan.cifras:
        if cifra.por_dia is not None or cifra.contraste is not None:
            yield from _cambiados(foto, cifra.clave, "su ritmo" if cifra.por_dia else "lo anotado")
    for concordancia in foto.plan.concordancias:
        if concordancia.relacion == "no mayor":
            yield from _hasta_pasarse(foto, concordancia)
        else:
            for clave in dict.fromkeys((*concordancia.izquierda, *concordancia.derecha)):
                yield from _cambiados(foto, clave, concordancia.clave)


def _hasta_pasarse(foto: FotoTrimestre, concordancia: Concordancia) -> Iterator[Vigilado]:
    """De las que no pueden ser más: la izquierda crece hasta pasarse o la derecha baja hasta no alcanzar."""
    lectura = Lectura(foto, LEY, HOY)
    [izquierda], [derecha] = concordancia.izquierda, concordancia.derecha
    for mes in (None,) if concordancia.por == "trimestre" else foto.trimestre.meses:
        una, otra = medida(lectura, izquierda, Grano(mes)), medida(lectura, derecha, Grano(mes))
        if una and otra and una.numero:
            falta = otra.numero + 1 - una.numero
            yield from _cambiados(foto, izquierda, concordancia.clave, falta, mes)
            yield from _cambiados(foto, derecha, concordancia.clave, -falta, mes)


def _cambiados(
    foto: FotoTrimestre, clave: str, guarda: str, cuanto: int = 1, mes: int | None = None
) -> Iterator[Vigilado]:
    """Una foto por cada casilla de la cifra, o por cada renglón que cuenta, con `cuanto` de más."""
    cifra = foto.plan.cifra[clave]
    if isinstance(cifra.fuente, Contada):
        for fila in pasan(foto.renglones, cifra.fuente):
            cambiada = _con_mas(fila, cifra.fuente.que, cuanto)
            if mes in (None, fila.en_mes) and cambiada:
                nombre = f"{cifra.nombre} (un renglón de {fila.lugar}) ← {guarda}"
                yield Vigilado(nombre, _con(foto, fila, cambiada))
        return
    for casilla, numero in foto.conteos.valores.items():
        if casilla.cifra == clave and mes in (None, casilla.mes) and numero + cuanto >= 0:
            donde = ", ".join(str(x) for x in (casilla.mes or "trimestre", casilla.sexo) if x)
            conteos = foto.conteos.con([(casilla, numero + cuanto)])
            yield Vigilado(f"{cifra.nombre} ({donde}) ← {guarda}", replace(foto, conteos=conteos))


def _con_mas(fila: Renglon, que: str, cuanto: int) -> Renglon | None:
    """El renglón con más de lo que se cuenta; None si no lo dice o cambiaría también al que vigila."""
    match que:
        case "cantidad":
            return replace(fila, cantidad=(fila.cantidad or 0) + cuanto)
        case "cantidad_medio":
            return replace(fila, cantidad_medio=(fila.cantidad_medio or 1) + cuanto)
        case "personas" if fila.personas.total is not None:
            return replace(fila, personas=Personas(total=fila.personas.total + cuanto))
        case _:
            return None


def _con(foto: FotoTrimestre, fila: Renglon, cambiada: Renglon) -> FotoTrimestre:
    filas = tuple(cambiada if vieja is fila else vieja for vieja in foto.renglones)
    return replace(foto, renglones_del_ejercicio={foto.trimestre.numero: filas})
