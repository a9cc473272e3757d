"""La fotografía de un trimestre: todo lo que el informe, la revisión y el Tablero leen, quieto."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.calendario import Descanso
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.anexos import Anexos, numerar
from ut_escritorio.dominio.trimestre.conteos import Conteos
from ut_escritorio.dominio.trimestre.del_libro import Asentado, Contados
from ut_escritorio.dominio.trimestre.eleccion import Eleccion
from ut_escritorio.dominio.trimestre.esperas import DIAS_DE_ESPERA, Contestado, PorContestar, PorImprimir
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.dominio.trimestre.metas import LoAlcanzado, MetaModificada
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, Renglon, puesto_de
from ut_escritorio.dominio.trimestre.series import NINGUNO, Tomados

_PRIMEROS_DIAS = 5
_MAPAS = (
    "renglones_del_ejercicio", "a_mano", "alcanzado", "remisiones", "justificaciones", "modificadas",
    "otros_trimestres", "dejados", "evidencias",
)  # fmt: skip


@congelado
class OficioRemision:
    """El oficio con que un departamento entrega su parte: folio y fecha, si ya se conocen."""

    departamento: str
    folio: str = ""
    fecha: date | None = None


@congelado
class TextoAMano:
    """Un texto escrito a mano en vez del automático del mismo origen.

    `sustituye` es el automático que había entonces: si ya no es el de hoy, los datos cambiaron.
    """

    origen: str
    texto: str
    sustituye: str


@congelado
class PdfFirmado:
    """El PDF de un trimestre cerrado: el SHA-256 de sus bytes, sus páginas y la fecha en que se firmó.

    `hojas` lleva cada origen a la primera página en que se imprimió. `documento`: el SHA-256 de lo que decía.
    """

    sha256: str
    paginas: int
    fecha: date
    hojas: Mapping[str, int]
    documento: str = ""


@congelado
class FotoTrimestre:
    """El trimestre entero, leído en una sola transacción.

    `conteos` y `renglones_del_ejercicio` abarcan el año (para el Tablero y los antecedentes);
    `renglones` y lo demás, solo el trimestre. `alcanzado` da el % por clave de componente o
    actividad. `sin_actividad`: lugares marcados «no tocó este trimestre». `justificaciones`: por qué
    el valor de un lugar se alejó de lo programado. `modificadas`: las metas del trimestre que se modificaron,
    por clave; `otros_trimestres`: lo alcanzado y modificado en los otros tres del año.
    `dejados`: lo que la revisión señaló y ella dejó
    así, por huella, con su motivo. `numeros`: los del libro, de las series que se llevan aquí, donde uno que
    falte es un hueco. `eleccion`: lo que se eligió para este informe en vez de lo que le toca; `plan` y
    `catalogo` ya lo llevan. `descansos`: los días
    propios de la oficina. `por_mirar`: los orígenes de los textos traídos de otro trimestre que ella aún
    no ha mirado. `esperan`: lo enviado hasta ese trimestre que espera respuesta, mientras no se firme, y
    `dias_de_espera`, desde cuántos días hábiles son muchos. `contestados`: los oficios con su respuesta, si
    uno de los dos es del trimestre y no se ha firmado. `por_imprimir`: las cartas del trimestre que aún no se
    imprimen, mientras no se firme. `para_luego`: los primeros pasos del año que dejó para después, por su
    clave. `del_libro`: los papeles del año, contados por su
    clase, si alguna cifra se compara con ellos y el trimestre no se ha firmado. `relacion`: los papeles del
    trimestre, lo más viejo primero, si el informe los relaciona. `evidencias`: las de cada renglón y cada
    lugar, si el informe lleva anexos; ya firmado, las que dice lo que se firmó. `hace_un_anio`: la del mismo
    trimestre de un año antes, con solo lo que se cuenta, si el informe compara y el archivo la tiene.
    `firmado`: el PDF que se firmó, si el trimestre está cerrado.
    """

    trimestre: Trimestre
    plan: Plan
    catalogo: Catalogo
    conteos: Conteos = Conteos()
    renglones_del_ejercicio: Mapping[int, tuple[Renglon, ...]] = field(
        default_factory=dict[int, tuple[Renglon, ...]]
    )
    parrafos: tuple[ParrafoLibre, ...] = ()
    a_mano: Mapping[str, TextoAMano] = field(default_factory=dict[str, TextoAMano])
    alcanzado: Mapping[str, Decimal] = field(default_factory=dict[str, Decimal])
    remisiones: Mapping[str, OficioRemision] = field(default_factory=dict[str, OficioRemision])
    sin_actividad: frozenset[str] = frozenset()
    fecha_de_firma: date | None = None
    numera_paginas: bool = True
    justificaciones: Mapping[str, str] = field(default_factory=dict[str, str])
    modificadas: Mapping[str, MetaModificada] = field(default_factory=dict[str, MetaModificada])
    otros_trimestres: Mapping[int, LoAlcanzado] = field(default_factory=dict[int, LoAlcanzado])
    dejados: Mapping[str, str] = field(default_factory=dict[str, str])
    numeros: Tomados = NINGUNO
    eleccion: Eleccion = Eleccion()
    descansos: tuple[Descanso, ...] = ()
    por_mirar: frozenset[str] = frozenset()
    esperan: tuple[PorContestar, ...] = ()
    contestados: tuple[Contestado, ...] = ()
    por_imprimir: tuple[PorImprimir, ...] = ()
    dias_de_espera: int = DIAS_DE_ESPERA
    para_luego: frozenset[str] = frozenset()
    del_libro: tuple[Contados, ...] = ()
    relacion: tuple[Asentado, ...] = ()
    evidencias: Mapping[Origen, tuple[Evidencia, ...]] = field(
        default_factory=dict[Origen, tuple[Evidencia, ...]]
    )
    hace_un_anio: FotoTrimestre | None = None
    firmado: PdfFirmado | None = None

    def __post_init__(self) -> None:
        for nombre in _MAPAS:
            object.__setattr__(self, nombre, MappingProxyType(dict(getattr(self, nombre))))

    @property
    def renglones(self) -> tuple[Renglon, ...]:
        """Los renglones del trimestre, en su orden."""
        return self.renglones_del_ejercicio.get(self.trimestre.numero, ())

    def anotado_en(self, lugar: str) -> tuple[Renglon | ParrafoLibre, ...]:
        """Los renglones y párrafos libres de un lugar, en el orden en que se imprimen."""
        return self._anotado.get(lugar, ())

    def renglones_de(self, lugar: str) -> tuple[Renglon, ...]:
        """Los renglones de un lugar, en su orden."""
        return tuple(cosa for cosa in self.anotado_en(lugar) if isinstance(cosa, Renglon))

    @cached_property
    def renglon(self) -> Mapping[str, Renglon]:
        """Cada renglón del trimestre, por su identidad."""
        return {renglon.uid: renglon for renglon in self.renglones}

    @cached_property
    def _anotado(self) -> Mapping[str, tuple[Renglon | ParrafoLibre, ...]]:
        por_lugar: dict[str, list[Renglon | ParrafoLibre]] = {}
        for cosa in sorted((*self.renglones, *self.parrafos), key=puesto_de):
            por_lugar.setdefault(cosa.lugar, []).append(cosa)
        return {lugar: tuple(suyas) for lugar, suyas in por_lugar.items()}

    @cached_property
    def anexos(self) -> Anexos:
        """Lo que sale de las evidencias, numerado."""
        return numerar(self.plan, self.anotado_en, self.evidencias, self.sin_actividad)

    @property
    def sin_empezar(self) -> bool:
        """Si en todo el año aún no se captura nada."""
        hay = self.conteos.valores or self.conteos.dias or any(self.renglones_del_ejercicio.values())
        return not hay and self.firmado is None

    @property
    def apenas_empieza(self) -> bool:
        """Si del año no hay más que lo de cada día, de los primeros: aún se pide lo de empezar."""
        hay = self.conteos.valores or any(self.renglones_del_ejercicio.values()) or self.firmado is not None
        return not hay and len({dia for _, dia in self.conteos.dias}) <= _PRIMEROS_DIAS

    @property
    def dia(self) -> date:
        """El día del informe: el de la firma o, sin ella, el último del trimestre."""
        return self.fecha_de_firma or self.trimestre.ultimo_dia
