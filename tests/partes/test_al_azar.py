"""Dos archivos que se editan, se entregan y se reciben en cualquier orden: nada se pierde sin enseñarse."""

from __future__ import annotations

import shutil
from contextlib import ExitStack
from functools import cache
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory, mkdtemp

from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.datos.oficina import TRIMESTRE, abrir, ahora, nuevo
from tests.historia.azar import GESTOS, contenido
from tests.sorteos import casos
from ut_escritorio.datos.filas.partes.leer import leer_parte
from ut_escritorio.dominio.partes.cosa import OFICIO, UNIDAD, Parte
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.archivo.historia import deshacer, rehacer
from ut_escritorio.servicios.partes.entregar import departamentos_de, entregar
from ut_escritorio.servicios.partes.llegada import Llegada
from ut_escritorio.servicios.partes.recibir import aplicar, proponer

SEMILLA = st.integers(0, 5000)


@cache
def molde() -> Path:
    """La oficina pequeña, hecha una vez: de ella nacen los dos."""
    ruta = Path(mkdtemp()) / "molde.sqlite"
    nuevo(ruta).cerrar()
    return ruta


def lo_de(exp: Expediente) -> Parte:
    legajo = exp.legajo(TRIMESTRE)
    with exp.base.lectura():
        return leer_parte(legajo, legajo.guardado.plan.lugar, libro_entero=True)


def huellas(parte: Parte) -> dict[str, str]:
    return {cosa.clave: cosa.huella for cosa in parte.cosas}


class DosArchivos(RuleBasedStateMachine):
    """`acuerdo`: lo que cada cosa decía, en cada uno, la última vez que ella supo lo que decía el otro."""

    def __init__(self) -> None:
        super().__init__()
        self._abiertos = ExitStack()
        self.carpeta = Path(self._abiertos.enter_context(TemporaryDirectory()))
        self.archivos: list[Expediente] = []
        for nombre in ("una", "otra"):
            ruta = self.carpeta / nombre / "oficina.sqlite"
            ruta.parent.mkdir()
            shutil.copy(molde(), ruta)
            self.archivos.append(self._abiertos.enter_context(abrir(ruta)))
        self.acuerdo = [huellas(lo_de(exp)) for exp in self.archivos]
        self.hechas = 0

    @rule(cual=st.booleans(), semilla=SEMILLA)
    def edita(self, cual: bool, semilla: int) -> None:
        azar = Random(semilla)
        for _ in range(azar.randrange(4, 20)):
            azar.choice([*GESTOS.values()])(self.archivos[cual], azar)

    @rule(cual=st.booleans(), semilla=SEMILLA, entero=st.booleans())
    def recibe(self, cual: bool, semilla: int, entero: bool = False) -> None:
        aqui, azar = self.archivos[cual], Random(semilla)
        ruta = self._entregada(self.archivos[not cual], entero)
        if ruta is None:
            return
        llegada = proponer(aqui, ruta, TRIMESTRE)
        contestadas = {duda.de: azar.choice(duda.opciones).clave for duda in llegada.comparacion.dudas}
        llegada = proponer(aqui, ruta, TRIMESTRE, contestadas)
        assert not llegada.comparacion.dudas
        todas = {cambio.clave for cambio in llegada.comparacion.cambios}
        elegidas = todas if azar.random() < 0.5 else llegada.de_entrada
        antes = lo_de(aqui)
        self._concuerdan(cual, llegada, antes)
        if not elegidas:
            return
        como_estaba = contenido(aqui)
        aplicar(aqui, TRIMESTRE, llegada, elegidas)
        self._nada_sin_ensenarse(cual, antes, todas, llegada.de_entrada >= elegidas)
        if azar.random() < 0.3:
            deshacer(aqui)
            assert contenido(aqui) == como_estaba, "un deshacer lo deja como estaba"
            rehacer(aqui)
        self.acuerdo[cual] |= {c: h for c, h in huellas(lo_de(aqui)).items() if c in elegidas}
        otra_vez = proponer(aqui, ruta, TRIMESTRE, contestadas)
        assert not elegidas & {cambio.clave for cambio in otra_vez.comparacion.cambios}

    def _entregada(self, alla: Expediente, entero: bool) -> Path | None:
        """Su parte o, cerrada y vuelta a abrir, una copia de su archivo entero; None si no hay nada en él."""
        self.hechas += 1
        ruta = self.carpeta / f"{self.hechas}.{'sqlite' if entero else 'parte'}"
        if entero:
            with alla.base.lectura():
                shutil.copy(alla.ruta, ruta)
            return ruta
        try:
            entregar(alla, TRIMESTRE, [d.clave for d in departamentos_de(alla, TRIMESTRE)], ruta, ahora)
        except ErrorEsperado as vacia:
            assert "nada capturado" in str(vacia)
            return None
        return ruta

    def _concuerdan(self, cual: bool, llegada: Llegada, antes: Parte) -> None:
        """En lo que dice lo mismo en los dos, ya se sabe lo que el otro dice."""
        hoy = huellas(antes)
        iguales = (clave for suyas in llegada.comparacion.iguales.values() for clave in suyas)
        self.acuerdo[cual] |= {clave: hoy[clave] for clave in iguales if clave in hoy}

    def _nada_sin_ensenarse(self, cual: bool, antes: Parte, todas: set[str], de_entrada: bool) -> None:
        """Cambió solo lo que se enseñó y, si se recibió lo propuesto, nada de lo que ella había cambiado."""
        despues = lo_de(self.archivos[cual])
        for cosa in antes.cosas:
            queda = despues.por_clave.get(cosa.clave)
            if queda is not None and queda.huella == cosa.huella:
                continue
            ya_nadie_lo_dice = queda is None and cosa.tabla == OFICIO and not cosa.dice["propio"]
            if ya_nadie_lo_dice or cosa.tabla == UNIDAD:
                continue
            assert cosa.clave in todas
            la_cambio = cosa.huella != self.acuerdo[cual].get(cosa.clave)
            assert not (de_entrada and la_cambio and cosa.tabla != OFICIO), f"se pisó {cosa.clave}"

    def teardown(self) -> None:
        self._abiertos.close()


AlAzar = DosArchivos.TestCase
# Sin reducir lo que falle: cada paso escribe archivos enteros
AlAzar.settings = settings(
    max_examples=casos(4), stateful_step_count=8, phases=(Phase.explicit, Phase.generate), deadline=None
)


def test_lo_que_llega_menciona_un_oficio_que_aqui_se_fue_solo_y_alla_sigue_como_se_recibio():
    dos = DosArchivos()
    try:
        dos.edita(False, 0)
        dos.recibe(False, 0)
        dos.edita(False, 27)
        dos.edita(True, 14)
        dos.recibe(False, 9)
        dos.recibe(True, 0)
    finally:
        dos.teardown()


def test_lo_que_llega_menciona_un_oficio_que_solo_decia_lo_que_se_quita():
    dos = DosArchivos()
    try:
        dos.recibe(False, 4000, True)
        dos.recibe(True, 8)
        for cual, semilla in ((False, 1137), (True, 193), (False, 373)):
            dos.edita(cual, semilla)
        dos.recibe(True, 378)
        dos.edita(True, 170)
        dos.recibe(False, 1192)
    finally:
        dos.teardown()
