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

Estado = Literal["bajo", "alto", "sin meta y con avance", "dentro", "sin dato", "sin meta", "no tocó"]
LO_QUE_URGE: tuple[Estado, ...] = (
    "bajo", "alto", "sin meta y con avance", "sin meta", "sin dato", "dentro", "no tocó",
)  # fmt: skip
"""En qué orden se miran: lo que va atrás, primero."""

_SIGNOS: Mapping[Estado, str] = {"bajo": "▼", "alto": "▲", "sin meta y con avance": "▲", "dentro": "●"}
_CIEN = Decimal(100)
_ENTERO, _CENTESIMO = Decimal(1), Decimal("0.01")


@congelado
class Avance:
    """El de una actividad en un trimestre; lo que no se sabe es None, que no es cero.

    `propuesto`: la meta que el año anterior programó ahí, sin confirmar. `del_anio` es lo que va y
    `meta_del_anio`, de cuánto. `limites`: del qué al qué % de la meta está dentro.
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

    @property
    def meta(self) -> Decimal | None:
        """La que vale: la modificada o, sin ella, la programada."""
        return self.modificada.valor if self.modificada else self.programado

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
            return "sin meta"
        if self.alcanzado is None:
            return "sin dato"
        if not self.meta:
            return "sin meta y con avance" if self.alcanzado else "dentro"
        return self._lado(self.alcanzado * _CIEN, self.meta)

    @property
    def se_salio(self) -> bool:
        """Si va fuera de los límites."""
        return self.estado in ("bajo", "alto", "sin meta y con avance")

    @property
    def falta_por_que(self) -> bool:
        """Si va fuera de los límites y no se dice por qué."""
        return self.se_salio and not self.justificacion.strip()

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
        claro = not self.meta or self._lado(entero, Decimal(1)) == self.estado
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
    del_anio, meta_del_anio = _del_anio(foto, actividad)
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


def _del_anio(foto: FotoTrimestre, actividad: Actividad) -> tuple[Decimal | None, Decimal | None]:
    """Lo que va del año y la meta del año, según qué dice el % que se escribe."""
    numero = foto.trimestre.numero
    match foto.plan.programa.alcance:
        case "trimestre":
            van = [_alcanzado_en(foto, actividad, n) for n in range(1, numero + 1)]
            return _suma(van), _suma([_meta_en(foto, actividad, n) for n in range(1, 5)])
        case "acumulado":
            return _alcanzado_en(foto, actividad, numero), _meta_en(foto, actividad, 4)
        case _:
            return None, None


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
