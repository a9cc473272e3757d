"""Un trimestre que empieza está en calma: nada se reclama antes de su hora, y a su hora se reclama todo."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.inventado import foto
from tests.revision.lo_que_dice import HOY, LEY
from tests.revision.test_renglones import PASOS, en
from tests.sorteos import casos
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Plan
from ut_escritorio.dominio.plan.formas import Ficha
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.revision import revisar
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.entrega.informe import por_corregir_en_papel

TERCERO = Trimestre(2024, 3)


@pytest.fixture(scope="module")
def vacio(tmp_path_factory: pytest.TempPathFactory) -> FotoTrimestre:
    """El tercer trimestre del ejemplo, en que aún no hay nada."""
    ruta = tmp_path_factory.mktemp("vacio") / "ejemplo.sqlite"
    with creacion.crear_ejemplo(ruta, lambda: datetime(2024, 7, 4, 12, tzinfo=UTC)) as exp:
        return exp.foto(TERCERO)


def dichos(una: FotoTrimestre, hoy: date) -> set[tuple[str, str]]:
    return {(h.gravedad, h.codigo) for h in revisar(una, LEY, hoy)}


def test_el_primer_dia_nada_esta_en_rojo(vacio: FotoTrimestre):
    assert dichos(vacio, date(2024, 7, 1)) == {("revisar", "sin_capturar")}
    assert dichos(vacio, date(2024, 6, 20)) == set(), "antes de que empiece no se recuerda ni su primer mes"


def test_cada_mes_se_reclama_al_acabar_y_lo_demas_con_el_trimestre(vacio: FotoTrimestre):
    def meses(hoy: date) -> list[str]:
        hallados = [h for h in revisar(vacio, LEY, hoy) if h.codigo == "sin_capturar"]
        return [f"{h.gravedad}: {' '.join(h.mensaje.split()[:4])}" for h in hallados]

    assert meses(date(2024, 8, 14)) == [
        "corregir: Falta julio en Revisiones",
        "revisar: Agosto todavía no se",
    ]
    al_final = {"remision_incompleta", "hueco", "valor_que_falta", "nada_anotado", "sin_capturar"}
    assert {codigo for gravedad, codigo in dichos(vacio, date(2024, 9, 29)) if gravedad == "corregir"} == {
        "sin_capturar"
    }
    assert dichos(vacio, date(2024, 9, 30)) == {("corregir", codigo) for codigo in al_final}


def test_el_dia_de_la_firma_ya_todo_toca_aunque_no_acabe_el_trimestre(vacio: FotoTrimestre):
    firmada = replace(vacio, fecha_de_firma=date(2024, 9, 20))
    assert ("corregir", "valor_que_falta") not in dichos(firmada, date(2024, 9, 19))
    assert ("corregir", "valor_que_falta") in dichos(firmada, date(2024, 9, 20))
    assert len(por_corregir_en_papel(firmada)) == len(por_corregir_en_papel(vacio)) > 5


@settings(max_examples=casos(30), deadline=None)
@given(st.integers(-100, 200), st.integers(0, 60))
def test_con_los_dias_solo_crece_lo_que_hay_que_corregir(vacio: FotoTrimestre, dia: int, otros: int):
    antes, despues = (TERCERO.primer_dia + timedelta(days=dia + mas) for mas in (0, otros))
    graves = [
        {h.huella for h in revisar(vacio, LEY, hoy) if h.gravedad == "corregir"} for hoy in (antes, despues)
    ]
    assert graves[0] <= graves[1]


def enlazados(plan: Plan) -> Plan:
    """El mismo plan, con sus pasos enlazados por fichas que preguntan."""
    (uno,) = plan.componentes
    (actividad,) = uno.actividades
    pasos = tuple(replace(p, ficha=Ficha("Se hizo…", "destinatario")) for p in actividad.pasos)
    una: Actividad = replace(actividad, pasos=pasos)
    otro: Componente = replace(uno, actividades=(una,))
    return replace(plan, componentes=(otro,))


@pytest.mark.parametrize("hoy", [HOY, date(2031, 5, 10)], ids=["acabado", "a medias"])
def test_terminar_un_asunto_no_alarma_por_otro(hoy: date):
    sueltos = (en(1, 1, area="obras"), en(1, 2, area="archivo"))
    antes = foto(enlazados(PASOS), renglones=sueltos)
    suyos = [replace(sueltos[0], asunto_uid="ley"), *(en(paso, 9 + paso, "ley") for paso in (2, 3, 4))]
    despues = foto(enlazados(PASOS), renglones=(*suyos, sueltos[1]))

    def senalados(una: FotoTrimestre) -> set[str]:
        return {
            s.origen.clave for h in revisar(una, LEY, hoy) if h.codigo == "falta_eslabon" for s in h.sitios
        }

    assert senalados(despues) <= senalados(antes)
    assert senalados(antes) == ({"uid1", "uid2"} if hoy == HOY else set())


def test_cada_lugar_dice_solo_lo_suyo(vacio: FotoTrimestre):
    for hallado in revisar(vacio, LEY, date(2024, 10, 2)):
        lugares = {sitio.lugar for sitio in hallado.sitios}
        for sitio in hallado.sitios if len(lugares) > 1 else ():
            ajenos = [otro for otro in lugares - {sitio.lugar} if f" {otro} " in f"{hallado.en(sitio)} "]
            assert (hallado.codigo, ajenos) == (hallado.codigo, [])
            assert hallado.en(sitio) != hallado.mensaje
            assert hallado.en(Sitio("no es suyo")) == hallado.mensaje


def test_el_archivo_de_ejemplo_abre_en_su_trimestre_sea_cual_sea_el_dia(tmp_path: Path):
    with creacion.crear_ejemplo(tmp_path / "e.sqlite", lambda: datetime(2024, 7, 4, tzinfo=UTC)) as exp:
        exp.es_ejemplo = True
        dias = (date(2024, 1, 5), date(2024, 11, 29), date(2026, 11, 29))
        assert {exp.trimestre_de_entrada(dia) for dia in dias} == {Trimestre(2024, 2)}
        exp.es_ejemplo = False
        assert exp.trimestre_de_entrada(date(2024, 11, 29)) == Trimestre(2024, 4)
