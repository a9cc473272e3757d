"""Con qué se empieza en un año en que no hay más que lo de unos días: qué hacer primero, por qué y dónde."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.firmantes import ocupante
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.plan.arbol import Actividad
from ut_escritorio.dominio.plan.lugares import decir_lugar
from ut_escritorio.dominio.plan.puestos import como_se_llama, puestos_de
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.vigencia import vigente

EL_PLAN = "El plan"
"""Su ventana, en Oficina."""
_LAS_PRIMERAS = 3


Cual = Literal[
    "plan", "quien_firma", "membrete", "dias_inhabiles", "areas", "ultimo_oficio", "metas", "programado",
    "captura",
]  # fmt: skip
_EN_CORTO: Mapping[Cual, str] = {
    "plan": "armar el plan",
    "quien_firma": "quién firma", "membrete": "leyenda y logotipos", "dias_inhabiles": "los días inhábiles",
    "areas": "las áreas y sus titulares", "ultimo_oficio": "el último oficio",
    "metas": "confirmar las metas", "programado": "lo programado",
    "captura": "empezar a capturar",
}  # fmt: skip


@congelado
class PrimerPaso:
    """Qué hacer y por qué; `cual` lo reconoce aunque diga otra cosa.

    Se hace en una pestaña de Oficina (por su rótulo), diciendo lo programado de una actividad (por su clave),
    confirmando las metas que se proponen, diciendo por cuál número se va o en un lugar del plan.
    """

    cual: Cual
    que: str
    por_que: str
    oficina: str = ""
    programa: str = ""
    lugar: str = ""

    @property
    def espera(self) -> bool:
        """Si se puede dejar para luego."""
        return self.cual not in ("plan", "captura")

    @property
    def en_corto(self) -> str:
        """Cómo se nombra entre otros."""
        return _EN_CORTO[self.cual]


def primeros_pasos(foto: FotoTrimestre, *, por_cual_va: bool = False) -> tuple[PrimerPaso, ...]:
    """Lo que falta para empezar, en el orden en que conviene; nada si ya se captura el año.

    `por_cual_va`: si falta preguntar cuál fue el último oficio que se numeró.
    """
    return tuple(_por_hacer(foto, por_cual_va)) if foto.apenas_empieza else ()


def _por_hacer(foto: FotoTrimestre, por_cual_va: bool) -> Iterator[PrimerPaso]:
    anio = foto.trimestre.ejercicio
    if not foto.plan.componentes:
        yield PrimerPaso(
            "plan",
            f"Arme el plan de {anio}",
            "Sus componentes, actividades y cuadros; de ahí sale lo que se captura y lo que se imprime.",
            oficina=EL_PLAN,
        )
    if nadie := _sin_nadie(foto):
        yield PrimerPaso(
            "quien_firma",
            f"Diga quién firma en {nadie}",
            "Su nombre se imprime en la portada y en los oficios; mientras, sale una raya.",
            oficina="Personas y cargos",
        )
    papel = vigente(foto.catalogo.papeles, foto.dia)
    faltan = [
        dicho
        for dicho, hay in (
            (f"la leyenda de {anio}", foto.plan.leyenda.strip()),
            ("los logotipos", papel and papel.logos),
        )
        if not hay
    ]
    if faltan:
        yield PrimerPaso(
            "membrete",
            f"Ponga {lista(faltan)}",
            "Va arriba de cada hoja del informe.",
            oficina="Membrete y leyenda",
        )
    if not any(anio in (d.desde.year, d.hasta.year) for d in foto.descansos):
        yield PrimerPaso(
            "dias_inhabiles",
            f"Anote los días inhábiles propios de {anio}",
            "Vacaciones y asuetos: sin ellos, los monitoreos y los plazos se cuentan de más.",
            oficina="Días inhábiles",
        )
    areas = {unidad.clave for unidad in foto.catalogo.unidades if unidad.clase == "unidad"}
    if not any(nombramiento.puesto in areas for nombramiento in foto.catalogo.nombramientos):
        yield PrimerPaso(
            "areas",
            "Ponga sus áreas y sus titulares",
            "A ellas van los oficios. Copie en Excel las columnas de área, titular y cargo.",
            oficina="Unidades y órganos",
        )
    if por_cual_va:
        yield PrimerPaso(
            "ultimo_oficio",
            f"¿Cuál fue su último oficio de {anio}?",
            "Con él se sabe qué número sigue; también se contesta en Oficios.",
        )
    yield from _metas(foto)
    yield from _captura(foto)


def _sin_nadie(foto: FotoTrimestre) -> str:
    puestos = [p for p in puestos_de(foto.plan) if ocupante(foto.catalogo, p, foto.dia) is None]
    return lista([f"«{como_se_llama(foto.plan, foto.catalogo, puesto)}»" for puesto in puestos])


def _metas(foto: FotoTrimestre) -> Iterator[PrimerPaso]:
    """Las metas que el año anterior propone, y las actividades del año que aún no tienen ninguna."""
    sin_programar = [a for a in foto.plan.lugares() if isinstance(a, Actividad) and not a.programado]
    propuestas = [a for a in sin_programar if a.propuesto]
    if propuestas:
        yield PrimerPaso(
            "metas",
            f"Confirme las metas de {_dichas(propuestas)}",
            "Son las del año anterior y no cuentan hasta confirmarse; se ven en «Avance», arriba.",
        )
    if faltan := [a for a in sin_programar if not a.propuesto]:
        yield PrimerPaso(
            "programado",
            f"Diga lo programado de {_dichas(faltan)}",
            "Contra eso se mide lo alcanzado. También con clic derecho en cada una, en el índice.",
            programa=faltan[0].clave,
        )


def _dichas(actividades: list[Actividad]) -> str:
    """«1.1, 1.2, 1.3 y 7 más»."""
    dichas = [a.numero for a in actividades[:_LAS_PRIMERAS]]
    if de_mas := len(actividades) - len(dichas):
        dichas.append(f"{de_mas} más")
    return lista(dichas)


def _captura(foto: FotoTrimestre) -> Iterator[PrimerPaso]:
    """El primer lugar donde hay algo que escribir."""
    for lugar in foto.plan.lugares():
        lleva = foto.plan.admite_renglones(lugar.clave) or any(a.cuadro for a in lugar.apartados)
        if lleva and lugar.clave not in foto.sin_actividad:
            yield PrimerPaso(
                "captura",
                f"Empiece a capturar en {decir_lugar(foto.plan, lugar.clave)}",
                "O anote un oficio desde donde esté, con F9: la frase y los totales salen solos.",
                lugar=lugar.clave,
            )
            return
