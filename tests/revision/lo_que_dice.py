"""La mesa de quien revisa: un plan con sus cuadros, el calendario de ley y lo que la revisión dice."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import date
from typing import Any

from tests.inventado import componente, plan
from ut_escritorio.dominio.oficina.calendario import Calendario, FeriadoFijo, FeriadoLunes
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Capturada, Cifra
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.revision import Hallazgo, revisar
from ut_escritorio.rutas import recursos

HOY = date(2031, 7, 4)
RENGLONES = Apartado("r", "renglones")


def _de_ley() -> Calendario:
    datos = tomllib.loads((recursos() / "calendario.toml").read_text(encoding="utf-8"))
    fijos = (FeriadoFijo(**feriado) for feriado in datos["fijos"])
    return Calendario((*fijos, *(FeriadoLunes(**feriado) for feriado in datos["lunes"])))


LEY = _de_ley()


def cuadros_de(cifra: Cifra) -> list[Cuadro]:
    """Un cuadro por cada grano en que la cifra se escribe; las contadas, por mes."""
    captura = cifra.fuente.captura if isinstance(cifra.fuente, Capturada) else ("mes",)
    sexos = cifra.fuente.sexos if isinstance(cifra.fuente, Capturada) else ()
    suya = Banda("cifras", cifras=(cifra.clave,))
    bandas = {
        "mes": (Banda("meses"), suya),
        "mes y sexo": (Banda("meses"), Banda("sexos", cifras=(cifra.clave,), sexos=sexos)),
        "trimestre": (suya, Banda("trimestre")),
        "trimestre y sexo": (suya, Banda("sexos", sexos=sexos)),
    }
    return [Cuadro(f"{cifra.clave}#{grano}", (bandas[grano][0],), (bandas[grano][1],)) for grano in captura]


def plan_de(
    *cifras: Cifra, formas: tuple[Forma, ...] = (), textos: tuple[str, ...] = (), **otros: Any
) -> Plan:
    """Un plan cuyo único paso imprime un cuadro por cifra, esos textos fijos y sus renglones."""
    cuadros = [cuadro for cifra in cifras for cuadro in cuadros_de(cifra)]
    paso = (
        *(Apartado(f"a:{cuadro.clave}", "cuadro", cuadro=cuadro.clave) for cuadro in cuadros),
        *(Apartado(f"t{n}", "parrafo", texto) for n, texto in enumerate(textos, start=1)),
        RENGLONES,
    )
    otros.setdefault("componentes", (componente(*formas, paso=paso),))
    return plan(*cifras, cuadros=tuple(cuadros), **otros)


def hallados(foto: FotoTrimestre, codigo: str, hoy: date = HOY) -> list[Hallazgo]:
    """Lo que la revisión encuentra de esa clase; de todo lo que encuentra, si se dejó así se sabe."""
    todos = revisar(foto, LEY, hoy)
    assert all(h.huella for h in todos)
    return [h for h in todos if h.codigo == codigo]


def dice(foto: FotoTrimestre, codigo: str, hoy: date = HOY) -> str:
    """La única frase de esa clase; vacía si no hay ninguna."""
    suyos = hallados(foto, codigo, hoy)
    assert len(suyos) < 2, suyos
    return f"{suyos[0].gravedad}: {suyos[0].mensaje}" if suyos else ""


def sitios(foto: FotoTrimestre, codigo: str) -> list[Mapping[str, Any]]:
    """A dónde salta, en pocas palabras."""
    return [
        {"origen": s.origen, "campo": s.campo, "mes": s.casilla and s.casilla.mes}
        for h in hallados(foto, codigo)
        for s in h.sitios
    ]
