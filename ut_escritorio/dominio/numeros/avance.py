"""Cómo va cada actividad: su meta, lo alcanzado, qué % es de ella y lo que va del año."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Literal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.arbol import Actividad
from ut_escritorio.dominio.porcentajes import con_signo
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.metas import MetaModificada

Estado = Literal[
    "bajo", "alto", "sin meta y con avance", "dentro", "en curso", "sin dato", "sin meta", "no tocó",
]  # fmt: skip
LO_QUE_URGE: tuple[Estado, ...] = (
    "bajo", "alto", "sin meta y con avance", "sin meta", "sin dato", "en curso", "dentro", "no tocó",
)  # fmt: skip
"""En qué orden se miran: lo que va atrás, primero."""

_SIGNOS: Mapping[Estado, str] = {"bajo": "▼", "alto": "▲", "sin meta y con avance": "▲", "dentro": "●"}
_CIEN = Decimal(100)
_TRIMESTRES = (1, 2, 3, 4)
_ENTERO, _CENTESIMO = Decimal(1), Decimal("0.01")


@congelado
class Avance:
    """El de una actividad en un trimestre o, `entero`, en su año; lo que no se sabe es None, que no es cero.

    `propuesto`: la meta que el año anterior programó ahí, sin confirmar. `del_anio` es lo que va y
    `meta_del_anio`, de cuánto; `en_curso`, si aún falta algún trimestre; `por_saberse`, si de la del año se
    sabe algo y no todo: falta la de un trimestre, o decir qué es el %. `limites`: del qué al qué % de la meta
    está dentro.
    """

    actividad: Actividad
    programado: Decimal | None = None
    propuesto: Decimal | None = None
    modificada: MetaModificada | None = None
    alcanzado: Decimal | None = None
    del_anio: Decimal | None = None
    meta_del_anio: Decimal | None = None
    limites: tuple[Decimal, ...] = (_CIEN, _CIEN)
    justificacion: str = ""
    no_toco: bool = False
    entero: bool = False
    en_curso: bool = False
    por_saberse: bool = False

    @property
    def meta(self) -> Decimal | None:
        """La que vale: la modificada o, sin ella, la programada."""
        if self.entero:
            return self.meta_del_anio
        return self.modificada.valor if self.modificada else self.programado

    @property
    def modificado(self) -> Decimal | None:
        """A cuánto se modificó lo programado; None si no se modificó."""
        return self.meta if self.modificada or (self.entero and self.meta != self.programado) else None

    @property
    def porcentaje(self) -> Decimal | None:
        """Qué % de la meta se alcanzó; 0 de 0 es 100, y algo de 0 no es ninguno."""
        if self.meta is None or self.alcanzado is None:
            return None
        if not self.meta:
            return None if self.alcanzado else _CIEN
        return self.alcanzado * _CIEN / self.meta

    @property
    def estado(self) -> Estado:
        """Si va dentro de los límites, abajo o arriba de ellos; o qué falta para saberlo."""
        if self.no_toco and self.alcanzado is None:
            return "no tocó"
        if self.meta is None:
            return "sin dato" if self.por_saberse else "sin meta"
        if self.alcanzado is None:
            return "sin dato"
        if not self.meta:
            return "sin meta y con avance" if self.alcanzado else "dentro"
        lado = self._lado(self.alcanzado * _CIEN, self.meta)
        return "en curso" if self.en_curso and lado != "alto" else lado

    @property
    def se_salio(self) -> bool:
        """Si va fuera de los límites."""
        return self.estado in ("bajo", "alto", "sin meta y con avance")

    @property
    def falta_por_que(self) -> bool:
        """Si va fuera de los límites y no se dice por qué."""
        return self.se_salio and not self.entero and not self.justificacion.strip()

    @property
    def estado_dicho(self) -> str:
        """«▼ bajo»: el signo y la palabra."""
        return f"{_SIGNOS.get(self.estado, '')} {self.estado}".strip()

    @property
    def porcentaje_dicho(self) -> str:
        """«67 %»; con decimales solo si sin ellos parecería de otro lado del límite."""
        if self.porcentaje is None:
            return "–"
        entero = self.porcentaje.quantize(_ENTERO)
        claro = not self.meta or self._lado(entero, Decimal(1)) == self._lado(self.porcentaje, Decimal(1))
        return con_signo(entero if claro else self.porcentaje.quantize(_CENTESIMO))

    def _lado(self, cien_veces: Decimal, meta: Decimal) -> Estado:
        """De qué lado de los límites cae lo alcanzado por cien, sin dividirlo."""
        minimo, maximo = self.limites
        if cien_veces < minimo * meta:
            return "bajo"
        return "alto" if cien_veces > maximo * meta else "dentro"


def avances(foto: FotoTrimestre) -> tuple[Avance, ...]:
    """El de cada actividad del plan, en su orden."""
    return tuple(avance_de(foto, lugar) for lugar in foto.plan.lugares() if isinstance(lugar, Actividad))


def avance_de(foto: FotoTrimestre, actividad: Actividad) -> Avance:
    """El de una actividad en el trimestre de la foto."""
    numero, clave = foto.trimestre.numero, actividad.clave
    del_anio, meta_del_anio = _del_anio(foto, actividad, numero)
    return Avance(
        actividad,
        programado=actividad.programado.get(numero),
        propuesto=actividad.propuesto.get(numero),
        modificada=foto.modificadas.get(clave),
        alcanzado=foto.alcanzado.get(clave),
        del_anio=del_anio,
        meta_del_anio=meta_del_anio,
        limites=foto.plan.programa.holgura,
        justificacion=foto.justificaciones.get(clave, ""),
        no_toco=any(lugar.clave in foto.sin_actividad for lugar in foto.plan.cadena[clave]),
    )


def avances_del_anio(foto: FotoTrimestre) -> tuple[Avance, ...]:
    """El del año de cada actividad, hasta el último trimestre en que se dijo lo alcanzado."""
    return tuple(_del_anio_entero(foto, cada) for cada in foto.plan.lugares() if isinstance(cada, Actividad))


def _del_anio_entero(foto: FotoTrimestre, actividad: Actividad) -> Avance:
    dichos = [n for n in _TRIMESTRES if _alcanzado_en(foto, actividad, n) is not None]
    ultimo = max(dichos, default=0)
    van, meta = _del_anio(foto, actividad, ultimo) if ultimo else (None, _meta_del_anio(foto, actividad))
    acumula = foto.plan.programa.alcance == "acumulado"
    programadas = [actividad.programado.get(n) for n in (_TRIMESTRES[-1:] if acumula else _TRIMESTRES)]
    alguna = any(_meta_en(foto, actividad, n) is not None for n in _TRIMESTRES)
    return Avance(
        actividad,
        programado=_suma(programadas) if foto.plan.programa.alcance else None,
        alcanzado=van,
        del_anio=van,
        meta_del_anio=meta,
        limites=foto.plan.programa.holgura,
        entero=True,
        en_curso=ultimo < _TRIMESTRES[-1],
        por_saberse=meta is None and alguna,
    )


def _del_anio(foto: FotoTrimestre, actividad: Actividad, hasta: int) -> tuple[Decimal | None, Decimal | None]:
    """Lo que va del año hasta un trimestre y la meta del año, según qué dice el % que se escribe."""
    match foto.plan.programa.alcance:
        case "trimestre":
            van = _suma([_alcanzado_en(foto, actividad, n) for n in range(1, hasta + 1)])
        case "acumulado":
            van = _alcanzado_en(foto, actividad, hasta)
        case _:
            van = None
    return van, _meta_del_anio(foto, actividad)


def _meta_del_anio(foto: FotoTrimestre, actividad: Actividad) -> Decimal | None:
    match foto.plan.programa.alcance:
        case "trimestre":
            return _suma([_meta_en(foto, actividad, n) for n in _TRIMESTRES])
        case "acumulado":
            return _meta_en(foto, actividad, _TRIMESTRES[-1])
        case _:
            return None


def _suma(sumandos: list[Decimal | None]) -> Decimal | None:
    """La de todos; si falta alguno no se sabe."""
    conocidos = [cuanto for cuanto in sumandos if cuanto is not None]
    return sum(conocidos, Decimal(0)) if len(conocidos) == len(sumandos) else None


def _alcanzado_en(foto: FotoTrimestre, actividad: Actividad, numero: int) -> Decimal | None:
    if numero == foto.trimestre.numero:
        return foto.alcanzado.get(actividad.clave)
    otro = foto.otros_trimestres.get(numero)
    return otro.alcanzado.get(actividad.clave) if otro else None


def _meta_en(foto: FotoTrimestre, actividad: Actividad, numero: int) -> Decimal | None:
    """La modificada o, sin ella, la programada de ese trimestre."""
    programado = actividad.programado.get(numero)
    if numero == foto.trimestre.numero:
        modificada = foto.modificadas.get(actividad.clave)
        return modificada.valor if modificada else programado
    otro = foto.otros_trimestres.get(numero)
    return otro.modificado.get(actividad.clave, programado) if otro else programado
