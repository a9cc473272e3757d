"""La revisión entera: su orden, lo que se deja así y que nada que falte se le escape."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from inspect import isfunction
from pkgutil import walk_packages

from tests.inventado import ABRIL, JUNIO, cifra, foto, por_mes, renglon
from tests.revision.lo_que_dice import HOY, LEY, plan_de
from ut_escritorio import revision
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.revision import Hallazgo, por_corregir, revisar
from ut_escritorio.revision.lectura import Regla
from ut_escritorio.revision.reglas import REGLAS

NO_SE_LEEN = re.compile(
    r"\b(indicador|apartado|conteo|registro|patrón|hallazgo|cifra|bitácora|sello|sha|esquema|toml|none)s?\b",
    re.IGNORECASE,
)
DIARIO = plan_de(cifra("monitoreo", por_dia=3))


def todo_mal() -> FotoTrimestre:
    filas = (
        renglon(
            1, "UT/1/2031", medio="oficio", sentido="enviado", asunto="el módulo de", fecha=date(2031, 6, 15)
        ),
        renglon(2, "UT/1/2031", medio="oficio", sentido="enviado", asunto="lo de enero"),
    )
    return foto(DIARIO, {("monitoreo", ABRIL, None): 1}, filas)


def reglas_escritas() -> Iterator[Regla]:
    """Cada función de las salas de la revisión que recibe la lectura y da hallazgos."""
    for sala in walk_packages(revision.__path__, f"{revision.__name__}."):
        modulo = import_module(sala.name)
        for nombre, cosa in vars(modulo).items():
            suya = isfunction(cosa) and cosa.__module__ == sala.name and not nombre.startswith("_")
            if suya and cosa.__annotations__ == {"lectura": "Lectura", "return": "Iterator[Hallazgo]"}:
                yield cosa


def test_toda_regla_escrita_se_revisa_y_una_vez() -> None:
    assert Counter(REGLAS) == Counter(reglas_escritas())


def revisado(mia: FotoTrimestre) -> tuple[Hallazgo, ...]:
    return revisar(mia, LEY, HOY)


def test_primero_lo_que_hay_que_corregir() -> None:
    gravedades = [hallado.gravedad for hallado in revisado(todo_mal())]
    assert gravedades == sorted(gravedades)
    assert set(gravedades) == {"corregir", "revisar"}


def test_cada_hallazgo_dice_donde_y_tiene_su_huella() -> None:
    hallados = revisado(todo_mal())
    assert all(hallado.sitios and hallado.mensaje.endswith(".") for hallado in hallados)
    assert len({hallado.huella for hallado in hallados}) == len(hallados)


def test_la_misma_foto_da_siempre_las_mismas_huellas() -> None:
    assert revisado(todo_mal()) == revisado(todo_mal())


def test_lo_que_se_deja_asi_ya_no_hace_borrador_hasta_que_cambian_sus_numeros() -> None:
    antes = foto(DIARIO, por_mes("monitoreo", 66, 70, 63) | {("monitoreo", JUNIO, None): 60})
    [ritmo] = [h for h in revisado(antes) if h.codigo == "ritmo"]
    dejado = replace(antes, dejados={ritmo.huella: "Hubo guardia."})
    assert next(h for h in revisado(dejado) if h.codigo == "ritmo").motivo == "Hubo guardia."
    otro = foto(DIARIO, por_mes("monitoreo", 66, 71, 60), dejados=dejado.dejados)
    assert next(h for h in revisado(otro) if h.codigo == "ritmo").motivo == ""


def test_por_corregir_son_los_graves_que_nadie_dejo() -> None:
    mal = todo_mal()
    graves = por_corregir(revisado(mal))
    assert graves
    assert all(hallado.gravedad == "corregir" for hallado in graves)
    dejados = replace(mal, dejados={graves[0].huella: "Así se firmó."})
    assert por_corregir(revisado(dejados)) == graves[1:]


def test_ella_nunca_lee_las_palabras_del_programa() -> None:
    assert [h.mensaje for h in revisado(todo_mal()) if NO_SE_LEEN.search(h.mensaje)] == []
