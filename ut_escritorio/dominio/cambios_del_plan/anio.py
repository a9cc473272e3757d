"""El año nuevo: el plan y el catálogo que resultan de copiar los de un año y cambiar lo que cambia."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from types import MappingProxyType

from ut_escritorio.dominio.cambios_del_plan.acomodo import Destino, destinos_de, reacomodado
from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import ActividadNueva, con_actividad
from ut_escritorio.dominio.cambios_del_plan.inicio import QuienFirma, clave_para, sin_metas
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.cambios import (
    con_ocupante,
    con_papel,
    con_vacante,
    papel_en,
    sin_unidad_desde,
)
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Logo, PapelMembretado, Unidad
from ut_escritorio.dominio.oficina.firmantes import cargo_conocido, ocupante
from ut_escritorio.dominio.oficina.relevos import Relevo, nombra, relevado
from ut_escritorio.dominio.plan.arbol import Componente, Plan
from ut_escritorio.dominio.plan.puestos import puestos_de
from ut_escritorio.dominio.plan.textos import TextoDelPlan, con_textos_por, textos_de
from ut_escritorio.errores import ValorInvalido

_ANIOS = re.compile(r"(?<!\d)(\d{4})-(\d{4})(?!\d)")


@congelado
class AnioNuevo:
    """Lo que cambia en el año `ejercicio` respecto de aquel del que se copia.

    Desde el día `desde`: los puestos de `firmas` los ocupa otra persona (sin nombre: sigue quien está), y
    las hojas llevan esa administración y esos logotipos (None: los de ahora). `con_metas`: lo programado
    se copia como propuesta. `terminan`: el primer día sin cada unidad que deja de existir (None: sigue).
    `nacen`: los órganos que se agregan. `textos`: los que se dicen de otra manera, por como decían.
    """

    ejercicio: int
    desde: date
    provisional: bool = True
    con_metas: bool = False
    leyenda: str = ""
    firmas: tuple[QuienFirma, ...] = ()
    administracion: tuple[str, ...] | None = None
    logos: tuple[Logo, ...] | None = None
    terminan: Mapping[str, date | None] = field(default_factory=dict[str, date | None])
    nacen: tuple[Unidad, ...] = ()
    destinos: tuple[Destino, ...] = ()
    nuevas: tuple[ActividadNueva, ...] = ()
    textos: Mapping[str, str] = field(default_factory=dict[str, str])

    def __post_init__(self) -> None:
        for nombre in ("terminan", "textos"):
            object.__setattr__(self, nombre, MappingProxyType(dict(getattr(self, nombre))))


def propuesta_de_anio(plan: Plan, catalogo: Catalogo) -> AnioNuevo:
    """El año que sigue, igual que este: las mismas actividades, sin sus metas."""
    ejercicio = plan.ejercicio + 1
    return AnioNuevo(
        ejercicio,
        date(ejercicio, 1, 1),
        firmas=tuple(QuienFirma(puesto, rotulo) for puesto, rotulo in puestos_de(plan).items()),
        destinos=destinos_de(plan),
    )


def administracion_para(papel: PapelMembretado, anio: int) -> tuple[str, ...]:
    """Los renglones de la administración, con los años de la que sigue si los suyos ya pasaron."""

    def siguientes(anios: re.Match[str]) -> str:
        primero, ultimo = int(anios[1]), int(anios[2])
        if ultimo >= anio:
            return anios[0]
        return f"{ultimo + 1}-{ultimo + 1 + ultimo - primero}"

    return tuple(_ANIOS.sub(siguientes, renglon) for renglon in papel.administracion)


def plan_del_anio(plan: Plan, anio: AnioNuevo) -> Plan:
    """El plan del año nuevo, copiado del de otro; ValorInvalido si algo de lo que se pide no puede ser."""
    if anio.ejercicio == plan.ejercicio:
        raise ValorInvalido(f"Ya está el plan de {anio.ejercicio}. Escriba otro año.")
    copia = replace(
        plan,
        clave=clave_para(plan, anio.ejercicio),
        ejercicio=anio.ejercicio,
        leyenda=anio.leyenda.strip(),
        provisional=anio.provisional,
        componentes=tuple(
            _sin_antes(_con_metas_propuestas(componente) if anio.con_metas else sin_metas(componente))
            for componente in plan.componentes
        ),
    )
    nuevo = reacomodado(copia, anio.destinos)
    for nueva in anio.nuevas:
        nuevo = con_actividad(nuevo, nueva)
    return con_textos_por(nuevo, lambda texto: anio.textos.get(texto, texto))


def _con_metas_propuestas(componente: Componente) -> Componente:
    """El componente, con lo programado como propuesta: en el año nuevo nadie lo ha dicho aún."""
    actividades = tuple(
        replace(a, programado={}, propuesto={**a.propuesto, **a.programado}) for a in componente.actividades
    )
    return replace(componente, actividades=actividades)


def _sin_antes(componente: Componente) -> Componente:
    """El componente como el del año anterior lo conoce: nada en él viene aún de otra clave."""
    actividades = tuple(
        replace(a, antes="", pasos=tuple(replace(paso, antes="") for paso in a.pasos))
        for a in componente.actividades
    )
    return replace(componente, antes="", actividades=actividades)


def catalogo_del_anio(catalogo: Catalogo, anio: AnioNuevo) -> Catalogo:
    """El catálogo con los cambios del año, cada uno desde su día: lo de antes sigue valiendo para antes."""
    for firma in anio.firmas:
        catalogo = _con_firma(catalogo, firma, anio.desde)
    papel = papel_en(catalogo, anio.desde)
    administracion = papel.administracion if anio.administracion is None else anio.administracion
    logos = papel.logos if anio.logos is None else anio.logos
    if (administracion, logos) != (papel.administracion, papel.logos) or _ya_no_vale(catalogo, anio.desde):
        catalogo = con_papel(catalogo, anio.desde, administracion, logos, papel.pie)
    for clave, dia in anio.terminan.items():
        catalogo = sin_unidad_desde(catalogo, clave, dia)
    return replace(catalogo, unidades=(*catalogo.unidades, *anio.nacen))


def _con_firma(catalogo: Catalogo, firma: QuienFirma, desde: date) -> Catalogo:
    """El catálogo con quien firma desde ese día; sin nombre, sigue quien está, con el cargo que se diga.

    Si no está nadie, el puesto sigue vacante y se recuerda su cargo.
    """
    quien, cargo = ocupante(catalogo, firma.puesto, desde), firma.cargo.strip()
    nombre = firma.nombre.strip() or (quien.nombre if quien else "")
    suyo = cargo or (quien.cargo if quien else "")
    if not nombre:
        ya_se_sabe = cargo == cargo_conocido(catalogo, firma.puesto)
        return catalogo if ya_se_sabe else con_vacante(catalogo, firma.puesto, cargo, desde)
    if quien is not None and (nombre, suyo) == (quien.nombre, quien.cargo):
        return catalogo
    return con_ocupante(catalogo, firma.puesto, nombre, suyo, desde)


def _ya_no_vale(catalogo: Catalogo, dia: date) -> bool:
    """Si ese día ya no hay membrete."""
    papel = papel_en(catalogo, dia)
    return papel.hasta is not None and papel.hasta < dia


def con_texto_dicho(textos: Mapping[str, str], dice: str, ahora: str) -> Mapping[str, str]:
    """Lo dicho de los textos, con uno más; el que dice así porque ya se cambió, se vuelve a cambiar."""
    seguidos = {antes: ahora if dicho == dice else dicho for antes, dicho in textos.items()}
    return {**seguidos, dice: ahora}


@congelado
class PorMirar:
    """Un texto que todavía dice algo de antes: qué dice de ello y cómo podría decir."""

    texto: TextoDelPlan
    dice: tuple[str, ...]
    propuesto: str


def textos_por_mirar(
    plan: Plan, catalogo: Catalogo, anio_viejo: int, relevos: Iterable[Relevo]
) -> tuple[PorMirar, ...]:
    """Los textos de un plan que todavía dicen el año viejo o un órgano que ya no existirá ese año."""
    relevos, fin = tuple(relevos), date(plan.ejercicio, 12, 31)
    palabras = (str(anio_viejo), *_idos(catalogo, fin))
    por_mirar: dict[str, PorMirar] = {}
    for texto in textos_de(plan):
        dichas = tuple(palabra for palabra in palabras if nombra(texto.texto, palabra))
        if dichas and texto.texto not in por_mirar:
            propuesto = relevado(texto.texto, relevos, fin).replace(str(anio_viejo), str(plan.ejercicio))
            por_mirar[texto.texto] = PorMirar(texto, dichas, propuesto)
    return tuple(por_mirar.values())


def _idos(catalogo: Catalogo, dia: date) -> Iterator[str]:
    """Cómo se nombra a los órganos que ese día ya no existen."""
    for unidad in catalogo.unidades:
        if unidad.clase == "organo" and unidad.hasta is not None and unidad.hasta < dia:
            yield unidad.siglas or unidad.nombre
