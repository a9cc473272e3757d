"""Lo que un departamento dejó así en la revisión llega con su parte: la otra jefa no lo contesta otra vez."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.datos.oficina import TRIMESTRE, ahora
from tests.partes.conftest import SEGUNDO, Hacer
from tests.partes.dos import Pedir, dichos, recibe
from ut_escritorio.datos.motor import sello
from ut_escritorio.dominio.partes.cosa import DEJADO
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.revision import Hallazgo
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.decisiones import dejar_asi, volver_a_senalar
from ut_escritorio.servicios.entrega.revision import revisar
from ut_escritorio.servicios.partes.entregar import entregar
from ut_escritorio.servicios.partes.recibir import proponer

MAL_ESCRITO = "1.1 paso 1 bis: se dejó así · El oficio «PR/057/2031» lleva 3 dígitos y los demás llevan 4"


def _el(exp: Expediente, codigo: str, trimestre: Trimestre = TRIMESTRE) -> Hallazgo:
    hallados = revisar(exp.foto(trimestre), ahora().date())
    return next(hallado for hallado in hallados if hallado.codigo == codigo)


def _deja(exp: Expediente, porque: str) -> None:
    dejar_asi(exp, TRIMESTRE, _el(exp, "folio_mal_escrito").huella, porque)


def test_llega_con_su_razon_se_ve_antes_y_aqui_ya_no_se_senala(
    exp: Expediente, otro: Expediente, pedir: Pedir
):
    _deja(otro, "Así lo recibimos.")
    llegada = pedir()
    assert dichos(llegada) == [f"llega: {MAL_ESCRITO}: Así lo recibimos."]
    assert not _el(exp, "folio_mal_escrito").motivo
    recibe(exp, llegada)
    assert _el(exp, "folio_mal_escrito").motivo == "Así lo recibimos."
    assert dichos(pedir()) == [], "recibirla otra vez no cambia nada"
    _deja(otro, "El papel dice eso.")
    assert dichos(pedir()) == [f"cambia: {MAL_ESCRITO}: de «Así lo recibimos.» a «El papel dice eso.»"]
    _deja(exp, "Ya se pidió corregirlo.")
    (suyo,) = pedir().comparacion.cambios
    assert (suyo.que, suyo.antes, suyo.de_entrada) == (
        "cambió también aquí",
        "Ya se pidió corregirlo.",
        False,
    )


def test_lo_que_alla_volvio_a_senalarse_aqui_tambien(exp: Expediente, otro: Expediente, pedir: Pedir):
    _deja(otro, "Así lo recibimos.")
    recibe(exp, pedir())
    volver_a_senalar(otro, TRIMESTRE, _el(otro, "folio_mal_escrito").huella)
    llegada = pedir()
    assert dichos(llegada) == [f"se quita: {MAL_ESCRITO}: «Así lo recibimos.» ya no está allá."]
    recibe(exp, llegada)
    assert not _el(exp, "folio_mal_escrito").motivo


def test_de_un_archivo_entero_tambien_y_de_un_programa_que_no_lo_entregaba_lo_de_aqui_se_queda(
    exp: Expediente, otro: Expediente, pedir: Pedir, tmp_path: Path
):
    _deja(otro, "Así lo recibimos.")
    assert dichos(proponer(exp, otro.ruta, TRIMESTRE)) == [f"llega: {MAL_ESCRITO}: Así lo recibimos."]
    recibe(exp, pedir())
    volver_a_senalar(otro, TRIMESTRE, _el(otro, "folio_mal_escrito").huella)
    ruta = tmp_path / "de antes.parte"
    entregar(otro, TRIMESTRE, ["vecindad"], ruta, ahora)
    with closing(sqlite3.connect(ruta, isolation_level=None)) as suya:
        suya.execute(
            "UPDATE bitacora SET despues = json_remove(despues, '$.dejados') WHERE clase = 'resumen'"
        )
        sello.sellar(suya)
    assert dichos(proponer(exp, ruta)) == []


def test_lo_de_otro_departamento_y_lo_de_todo_el_informe_no_van(mitad: Hacer, tmp_path: Path):
    dia = ahora().replace(2024, 7, 3)
    entero = mitad("entero", ("1", "2", "3"), dia)
    senalado = revisar(entero.foto(SEGUNDO), dia.date())
    for hallado in senalado:
        dejar_asi(entero, SEGUNDO, hallado.huella, "Está bien.")
    llegan: dict[str, list[str]] = {}
    for depto in ("transparencia", "vinculacion"):
        ruta = tmp_path / f"{depto}.parte"
        entregar(entero, SEGUNDO, [depto], ruta, lambda: dia)
        vacio = mitad(f"vacío {depto}", (), dia)
        cambios = proponer(vacio, ruta).comparacion.cambios
        llegan[depto] = [cambio.nombre for cambio in cambios if cambio.cosa.tabla == DEJADO]
    assert {dicho[:2] for dicho in llegan["transparencia"]} == {"2."}
    assert {dicho[:2] for dicho in llegan["vinculacion"]} == {"1.", "3."}
    (de_todos,) = {hallado.codigo for hallado in senalado if len({s.lugar[0] for s in hallado.sitios}) == 3}
    assert de_todos == "valores_iguales", "el de los dos departamentos no es de ninguno"
    assert sum(map(len, llegan.values())) == len(senalado) - 1
