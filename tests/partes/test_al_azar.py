"""Dos archivos que se editan, se entregan y se reciben en cualquier orden: nada se pierde sin enseñarse."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st

from tests.datos.oficina import TRIMESTRE, abrir, ahora
from tests.historia.azar import GESTOS
from tests.sorteos import casos
from ut_escritorio.datos.filas.partes.leer import leer_parte
from ut_escritorio.dominio.partes.cosa import OFICIO, UNIDAD, Parte
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.partes.entregar import departamentos_de, entregar
from ut_escritorio.servicios.partes.recibir import proponer, recibir

PASO = st.tuples(st.sampled_from(("edita", "recibe")), st.booleans(), st.integers(0, 30))
PASOS = st.lists(PASO, max_size=7)
# Lo que llega menciona un oficio que aquí se fue solo, y allá sigue como se recibió
PERDIDO = [
    ("edita", False, 0), ("recibe", False, 0), ("edita", False, 27), ("edita", True, 14),
    ("recibe", False, 9),
]  # fmt: skip
_PARTES = count()


@contextmanager
def dos_archivos(molde: Path) -> Iterator[tuple[Path, tuple[Expediente, Expediente]]]:
    """Dos copias de la oficina pequeña, abiertas: cada una sigue por su lado."""
    with TemporaryDirectory() as temporal, ExitStack() as abiertos:
        carpeta = Path(temporal)
        rutas = [carpeta / nombre / "oficina.sqlite" for nombre in ("una", "otra")]
        for ruta in rutas:
            ruta.parent.mkdir()
            shutil.copy(molde, ruta)
        una, otra = (abiertos.enter_context(abrir(ruta)) for ruta in rutas)
        yield carpeta, (una, otra)


def lo_de(exp: Expediente) -> Parte:
    legajo = exp.legajo(TRIMESTRE)
    with exp.base.lectura():
        return leer_parte(legajo, legajo.guardado.plan.lugar, libro_entero=True)


# Sin reducir lo que falle: cada paso hace archivos enteros
@pytest.mark.timeout(600)
@settings(max_examples=casos(3), phases=(Phase.explicit, Phase.generate))
@example(pasos=PERDIDO)
@given(pasos=PASOS)
def test_nada_se_pierde_sin_ensenarse_y_recibir_dos_veces_no_cambia_nada(molde: Path, pasos):
    with dos_archivos(molde) as (carpeta, archivos):
        for que, cual, semilla in [*pasos, ("recibe", True, 0), ("recibe", False, 0)]:
            aqui, alla, azar = archivos[cual], archivos[not cual], Random(semilla)
            if que == "edita":
                for _ in range(azar.randrange(4, 20)):
                    azar.choice([*GESTOS.values()])(aqui, azar)
                continue
            parte = carpeta / f"{next(_PARTES)}.parte"
            try:
                entregar(alla, TRIMESTRE, [d.clave for d in departamentos_de(alla, TRIMESTRE)], parte, ahora)
            except ErrorEsperado as vacia:
                assert "nada capturado" in str(vacia)
                continue
            _recibir(aqui, parte, azar)


def _recibir(aqui: Expediente, parte: Path, azar: Random) -> None:
    llegada = proponer(aqui, parte)
    contestadas = {duda.de: azar.choice(duda.opciones).clave for duda in llegada.comparacion.dudas}
    llegada = proponer(aqui, parte, None, contestadas)
    assert not llegada.comparacion.dudas
    todas = {cambio.clave for cambio in llegada.comparacion.cambios}
    elegidas = todas if azar.random() < 0.5 else llegada.de_entrada
    antes = lo_de(aqui)
    if not elegidas:
        return
    recibir(aqui, llegada, elegidas, ahora)
    despues = lo_de(aqui)
    for cosa in antes.cosas:
        queda = despues.por_clave.get(cosa.clave)
        if queda is None or queda.huella != cosa.huella:
            ya_nadie_lo_dice = queda is None and cosa.tabla == OFICIO and not cosa.dice["propio"]
            assert cosa.clave in todas or ya_nadie_lo_dice or cosa.tabla == UNIDAD
    otra_vez = proponer(aqui, parte, None, contestadas)
    assert not elegidas & {cambio.clave for cambio in otra_vez.comparacion.cambios}
