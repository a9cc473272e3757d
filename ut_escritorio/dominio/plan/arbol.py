"""El plan de un ejercicio: componentes, actividades y pasos, y cómo se imprime cada uno.

Todo lo que cambia de un año a otro es dato de estos valores. Los textos son patrones (véase
`patrones`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from decimal import Decimal
from functools import cached_property
from types import MappingProxyType

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.apartados import RELACIONES, SE_COMPARAN, Apartado
from ut_escritorio.dominio.plan.cifras import Cifra, Concordancia
from ut_escritorio.dominio.plan.cruces import es_de_los_demas, porciones_de
from ut_escritorio.dominio.plan.cuadros import Cuadro, Molde
from ut_escritorio.dominio.plan.formas import Ficha, Forma
from ut_escritorio.dominio.plan.programa import Programa


@congelado
class Paso:
    """Un paso numerado de una actividad; el número es texto («1 bis»).

    Un asunto pasa por los pasos de una actividad que llevan `ficha`. `antes` es la clave que un lugar
    tenía en el plan del año anterior, si era otra.
    """

    clave: str
    numero: str
    nombre: str
    apartados: tuple[Apartado, ...] = ()
    formas: tuple[Forma, ...] = ()
    corto: str = ""
    ficha: Ficha | None = None
    antes: str = ""


@congelado
class Actividad:
    """Una actividad, con pasos o sin ellos; `programado` da el % de cada trimestre donde se conoce.

    `propuesto`, el que el año anterior programó ahí: no cuenta hasta que ella lo confirma.
    """

    clave: str
    numero: str
    nombre: str
    apartados: tuple[Apartado, ...] = ()
    pasos: tuple[Paso, ...] = ()
    formas: tuple[Forma, ...] = ()
    programado: Mapping[int, Decimal] = field(default_factory=dict[int, Decimal])
    corto: str = ""
    antes: str = ""
    propuesto: Mapping[int, Decimal] = field(default_factory=dict[int, Decimal])

    def __post_init__(self) -> None:
        for nombre in ("programado", "propuesto"):
            object.__setattr__(self, nombre, MappingProxyType(dict(getattr(self, nombre))))

    @property
    def pasos_de_asuntos(self) -> tuple[Paso, ...]:
        """Los pasos por los que pasa un asunto, si el plan enlaza más de uno."""
        con_ficha = tuple(paso for paso in self.pasos if paso.ficha)
        return con_ficha if len(con_ficha) > 1 else ()


@congelado
class Estilo:
    """Cómo se imprimen los encabezados y el valor de las actividades de un componente.

    `actividad`, `nombre_actividad` y `paso` son los encabezados (vacío: no se imprime);
    `repite_actividad` pone el de la actividad antes de cada paso; `vineta` es el signo de las
    formas que la llevan; `valor`, el renglón del valor alcanzado.
    """

    actividad: str = ""
    nombre_actividad: str = ""
    paso: str = ""
    repite_actividad: bool = False
    vineta: str = ""
    valor: str = ""
    centrado: bool = False


@congelado
class Componente:
    """Un componente: de qué departamento es, cómo se imprime y sus actividades."""

    clave: str
    numero: str
    nombre: str
    departamento: str
    estilo: Estilo = Estilo()
    apartados: tuple[Apartado, ...] = ()
    actividades: tuple[Actividad, ...] = ()
    formas: tuple[Forma, ...] = ()
    corto: str = ""
    antes: str = ""


@congelado
class PlantillaOficio:
    """Los textos del oficio de remisión de un departamento, patrones todos.

    `datos` son los renglones de arriba (área, número, asunto); `destinatario` es un puesto;
    `despedida`, los renglones sobre la firma (ATENTAMENTE y lemas); `copias`, los de C.c.p. e
    iniciales.
    """

    datos: tuple[str, ...] = ()
    lugar_y_fecha: str = ""
    destinatario: str = ""
    saludo: str = ""
    cuerpo: tuple[str, ...] = ()
    despedida: tuple[str, ...] = ()
    copias: tuple[str, ...] = ()


@congelado
class Departamento:
    """Un departamento: quién lo encabeza, su oficio de remisión, y lo que abre y cierra su parte."""

    clave: str
    nombre: str
    puesto: str
    oficio: PlantillaOficio | None = None
    apartados: tuple[Apartado, ...] = ()
    al_final: tuple[Apartado, ...] = ()


@congelado
class Medio:
    """Por dónde se hizo algo: cómo se dice en una frase y cómo se cuenta."""

    clave: str
    frase: str
    unidad: Sustantivo
    con_folio: bool = False


@congelado
class Mosaico:
    """Una cifra que el Tablero muestra, con su rótulo."""

    cifra: str
    rotulo: str


@congelado
class Plan:
    """El plan completo de un ejercicio; `portada` y `ultima` son los apartados de esas páginas.

    `provisional`: aún no se aprueba.
    """

    clave: str
    ejercicio: int
    programa: Programa
    leyenda: str = ""
    portada: tuple[Apartado, ...] = ()
    ultima: tuple[Apartado, ...] = ()
    departamentos: tuple[Departamento, ...] = ()
    componentes: tuple[Componente, ...] = ()
    medios: tuple[Medio, ...] = ()
    sustantivos: Mapping[str, Sustantivo] = field(default_factory=dict[str, Sustantivo])
    cifras: tuple[Cifra, ...] = ()
    moldes: tuple[Molde, ...] = ()
    cuadros: tuple[Cuadro, ...] = ()
    concordancias: tuple[Concordancia, ...] = ()
    mosaicos: tuple[Mosaico, ...] = ()
    provisional: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "sustantivos", MappingProxyType(dict(self.sustantivos)))

    @cached_property
    def cifra(self) -> Mapping[str, Cifra]:
        """Las cifras por su clave, también las de los cruces de sus cuadros."""
        escritas = {cifra.clave: cifra for cifra in self.cifras}
        return {cifra.clave: cifra for cifra in porciones_de(self.cuadros, escritas)} | escritas

    @cached_property
    def con_propuestas(self) -> bool:
        """Si alguna actividad tiene metas del año anterior sin confirmar."""
        return any(a.propuesto for componente in self.componentes for a in componente.actividades)

    @cached_property
    def con_metas(self) -> bool:
        """Si de alguna actividad se programó algo, o se propone."""
        actividades = [a for componente in self.componentes for a in componente.actividades]
        return any(a.programado or a.propuesto for a in actividades)

    @cached_property
    def con_cruces(self) -> tuple[Cifra, ...]:
        """Las cifras escritas y, tras ellas, las de los cruces de sus cuadros, sin las de los demás."""
        escritas = {cifra.clave for cifra in self.cifras}
        cruzadas = (cifra for clave, cifra in self.cifra.items() if clave not in escritas)
        return (*self.cifras, *(cifra for cifra in cruzadas if not es_de_los_demas(cifra)))

    @cached_property
    def cuadro(self) -> Mapping[str, Cuadro]:
        """Los cuadros por su clave."""
        return {cuadro.clave: cuadro for cuadro in self.cuadros}

    @cached_property
    def medio(self) -> Mapping[str, Medio]:
        """Los medios por su clave."""
        return {medio.clave: medio for medio in self.medios}

    @cached_property
    def departamento(self) -> Mapping[str, Departamento]:
        """Los departamentos por su clave."""
        return {depto.clave: depto for depto in self.departamentos}

    @cached_property
    def medio_con_folio(self) -> str:
        """El primer medio que lleva número, que es el de los oficios de remisión; vacío si ninguno."""
        return next((cada.clave for cada in self.medios if cada.con_folio), "")

    def serie_de(self, medio: str) -> str:
        """La serie con que se empieza a numerar lo que se envía por un medio; vacía si no se sabe."""
        return self.programa.serie if medio == self.medio_con_folio else ""

    def componentes_de(self, departamento: str) -> tuple[Componente, ...]:
        """Los componentes de un departamento, en el orden del informe."""
        return tuple(c for c in self.componentes if c.departamento == departamento)

    def lugares(self) -> Iterator[Lugar]:
        """Cada componente, actividad y paso, en el orden del informe."""
        for componente in self.componentes:
            yield componente
            for actividad in componente.actividades:
                yield actividad
                yield from actividad.pasos

    @cached_property
    def lugar(self) -> Mapping[str, Lugar]:
        """Los componentes, actividades y pasos por su clave."""
        return {lugar.clave: lugar for lugar in self.lugares()}

    @cached_property
    def cadena(self) -> Mapping[str, Cadena]:
        """Por clave de lugar, él y los que lo contienen: componente, actividad, paso."""
        cadenas: dict[str, Cadena] = {}
        for componente in self.componentes:
            cadenas[componente.clave] = (componente,)
            for actividad in componente.actividades:
                cadenas[actividad.clave] = (componente, actividad)
                for paso in actividad.pasos:
                    cadenas[paso.clave] = (componente, actividad, paso)
        return cadenas

    def ruta(self, clave: str) -> Ruta:
        """Por dónde se llega a un componente, una actividad o un paso."""
        pares = zip(("componentes", "actividades", "pasos"), self.cadena[clave], strict=False)
        return tuple(parte for nombre, lugar in pares for parte in (nombre, lugar.clave))

    def apartados(self) -> Iterator[Apartado]:
        """Cada bloque que imprime, de lo que sea que cuelgue."""
        yield from (*self.portada, *self.ultima)
        for departamento in self.departamentos:
            yield from (*departamento.apartados, *departamento.al_final)
        for lugar in self.lugares():
            yield from lugar.apartados

    @cached_property
    def compara(self) -> bool:
        """Si algo de su informe dice también lo de un año antes."""
        return any(apartado.clase in SE_COMPARAN for apartado in self.apartados())

    @cached_property
    def relaciona(self) -> bool:
        """Si algún informe suyo lleva una relación de oficios."""
        return any(apartado.clase in RELACIONES for apartado in self.apartados())

    def admite_renglones(self, clave: str) -> bool:
        """Si lo que se anote en ese lugar se imprime."""
        cadena = self.cadena.get(clave, ())
        return bool(cadena) and any(apartado.clase == "renglones" for apartado in cadena[-1].apartados)

    def formas_de(self, clave: str) -> tuple[Forma, ...]:
        """Las maneras de decir los renglones de un lugar: las suyas o las del que lo contiene."""
        return next((lugar.formas for lugar in reversed(self.cadena[clave]) if lugar.formas), ())


Lugar = Componente | Actividad | Paso
Cadena = tuple[Componente, *tuple[Lugar, ...]]
# Por dónde se llega a algo: los nombres de los campos y, en una lista, la clave de la cosa (o cuál es, si no
# lleva): `("componentes", "3", "estilo", "valor")`. Es la misma aunque se agregue algo antes.
Ruta = tuple[str | int, ...]
