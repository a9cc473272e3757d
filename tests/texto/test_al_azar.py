"""Planes y trimestres sorteados: lo que se escribe de ellos se lee igual."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.sorteos import casos
from tests.texto.casos import CASOS, sin_identidades
from ut_escritorio.datos.toml.escribir.plan import escribir_plan
from ut_escritorio.datos.toml.escribir.trimestre import escribir_trimestre
from ut_escritorio.datos.toml.plan import PlanLeido, leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.cambios_del_plan.poda import parte_de
from ut_escritorio.dominio.numeros.evaluacion import se_captura
from ut_escritorio.dominio.palabras.limpieza import limpio, limpio_por_renglones
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import SEXOS, Personas
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.textos import con_textos_por
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import ROLES, SENTIDOS, Cita, ParrafoLibre, Parte, Renglon

DIFICIL = st.lists(
    st.sampled_from(
        [
            '"',
            '"""',
            "\\",
            "'",
            "#",
            "=",
            " ",
            "«ñ»",
            "[[",
            "]]",
            "{{",
            "}}",
            "palabra",
            "\\u0041",
            "😀",
            "\n",
        ]
    ),
    max_size=40,
).map("".join)


@cache
def leido(cual: str) -> PlanLeido:
    return leer_plan(CASOS[cual][0])


def ida_y_vuelta(de: PlanLeido, plan: Plan, carpeta: Path) -> PlanLeido:
    archivos: dict[str, str] = {}
    for octetos in de.contenidos.values():
        sha256 = hashlib.sha256(octetos).hexdigest()
        archivos[sha256] = f"{sha256[:8]}.svg"
        (carpeta / archivos[sha256]).write_bytes(octetos)
    ruta = carpeta / "plan.toml"
    ruta.write_text(escribir_plan(plan, de.catalogo, archivos, de.plantillas), encoding="utf-8")
    return leer_plan(ruta)


@st.composite
def planes(draw: st.DrawFn) -> tuple[PlanLeido, Plan]:
    """Una parte de uno de los planes, con sus textos alargados, sus metas y sus números cambiados."""
    de = leido(draw(st.sampled_from(sorted(CASOS))))
    todos = [componente.clave for componente in de.plan.componentes]
    plan = parte_de(de.plan, draw(st.sets(st.sampled_from(todos), min_size=1)))
    cola = draw(DIFICIL)
    plan = con_textos_por(
        plan, lambda texto: (limpio if "\n" not in texto else limpio_por_renglones)(texto + cola)
    )
    metas = draw(st.dictionaries(st.integers(1, 4), st.decimals(0, 1000, places=2), max_size=4))
    metas = {numero: Decimal(str(valor)) for numero, valor in sorted(metas.items())}
    provisional, corto = draw(st.booleans()), limpio(draw(DIFICIL))

    return de, replace(
        plan,
        leyenda=limpio(draw(DIFICIL)),
        provisional=provisional,
        programa=replace(plan.programa, evidencia=corto),
        componentes=tuple(
            replace(
                c,
                corto=corto,
                actividades=tuple(
                    replace(a, programado=metas, propuesto={}, antes=corto) for a in c.actividades
                ),
            )
            for c in plan.componentes
        ),
    )


@settings(max_examples=casos(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(planes())
def test_un_plan_sorteado_vuelve_igual(tmp_path: Path, sorteado: tuple[PlanLeido, Plan]):
    de, plan = sorteado
    vuelto = ida_y_vuelta(de, plan, tmp_path)
    assert vuelto.plan == plan
    assert (vuelto.catalogo, vuelto.plantillas) == (de.catalogo, de.plantillas)


@st.composite
def fotos(draw: st.DrawFn) -> FotoTrimestre:
    """El segundo trimestre del plan entero, con lo que sea anotado en sus lugares."""
    de, trimestre = leido("entero"), Trimestre(2031, 2)
    de_un_renglon, numero = DIFICIL.map(limpio), st.none() | st.integers(0, 10**6)
    folio = de_un_renglon.filter(bool)

    def partes() -> tuple[Parte, ...]:
        libre = folio.map(lambda texto: {"texto": texto})
        cual = st.sampled_from([{"clave": "tesoreria"}, {"clave": "organo"}]) | libre
        return tuple(Parte(rol, **draw(cual)) for rol in ROLES for _ in range(draw(st.integers(0, 2))))

    def renglon(n: int) -> Renglon:
        return Renglon(
            uid=f"u{n}",
            lugar=draw(st.sampled_from(["1.1/1 bis", "1.1/2", "demas"])),
            orden=n,
            medio=draw(st.sampled_from(["", "oficio", "sesion"])),
            sentido=draw(st.sampled_from(SENTIDOS)),
            asunto=draw(de_un_renglon),
            fecha=draw(st.none() | st.dates(date(2031, 4, 1), date(2031, 6, 30))),
            mes=draw(st.sampled_from([None, 4, 5, 6])),
            cantidad_medio=draw(numero),
            cantidad=draw(numero),
            personas=Personas(*(draw(numero) for _ in range(4))),
            partes=partes(),
            citas=tuple(Cita(f, a) for f, a in draw(st.lists(st.tuples(folio, de_un_renglon), max_size=3))),
            forma=draw(st.sampled_from(["", "pedido"])),
            junto=draw(st.booleans()),
            campos=draw(st.dictionaries(st.sampled_from(["estado", "tema"]), folio)),
            asunto_uid=draw(st.sampled_from(["", "a", "b"])),
        )

    renglones = tuple(renglon(n) for n in range(draw(st.integers(0, 5))))
    parrafos = [
        (lugar, draw(DIFICIL)) for lugar in draw(st.lists(st.sampled_from(["1.1/2", "demas"]), max_size=2))
    ]
    casillas = [
        Casilla(cifra.clave, 2, mes, sexo)
        for cifra in de.plan.cifras
        for mes in (*trimestre.meses, None)
        for sexo in (*SEXOS, None)
        if se_captura(cifra, mes, sexo)
    ]
    return FotoTrimestre(
        trimestre,
        de.plan,
        de.catalogo,
        Conteos(draw(st.dictionaries(st.sampled_from(casillas), st.integers(0, 10**6)))),
        {2: renglones} if renglones else {},
        tuple(
            ParrafoLibre(f"p{n}", *que[:1], 50 + n, que[1])
            for n, que in enumerate(parrafos)
            if que[1].strip()
        ),
    )


@settings(max_examples=casos(25), suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fotos())
def test_un_trimestre_sorteado_vuelve_igual(tmp_path: Path, foto: FotoTrimestre):
    ruta = tmp_path / "datos.toml"
    ruta.write_text(escribir_trimestre(foto), encoding="utf-8")
    assert sin_identidades(leer_trimestre(ruta, foto.plan, foto.catalogo).foto) == sin_identidades(foto)
