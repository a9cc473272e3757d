"""Lo que se hizo o se recibió: cada actuación con sus oficios, sus partes y sus personas."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from datetime import date
from functools import lru_cache
from types import MappingProxyType
from typing import Protocol, get_args

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.plan.formas import ClaseDeCampo, Rol, Sentido
from ut_escritorio.dominio.trimestre.conteos import leer_conteo
from ut_escritorio.dominio.trimestre.fechas import leer_fecha, leer_hora
from ut_escritorio.errores import ValorInvalido

SENTIDOS: tuple[Sentido, ...] = get_args(Sentido)
ROLES: tuple[Rol, ...] = get_args(Rol)

_FOLIO = r"(?i)(?:(?P<serie>.+)/)?(?P<numero>[0-9]{1,6})(?P<bis>[ -]?(?:bis|ter|[a-z]))?/(?P<anio>[0-9]{4})"
_SIN_ANIO = date.min  # el año se escribe: de ningún otro se puede tomar

_SIN_NUMERO = r"s ?[/.-]? ?n\.?|s ?/ ?num\.?|sin (numero|num\.?|no\.?|folio|oficio)|[-–—]+"


@congelado
class Folio:
    """Un folio como se escribió y, donde se dejan leer, su serie, su número (con su «bis») y su año."""

    texto: str
    serie: str | None = None
    numero: int | None = None
    anio: int | None = None
    bis: str = ""

    @property
    def ancho(self) -> int:
        """Con cuántos dígitos se escribió su número; 0 si no se deja leer."""
        escrito = self.texto.strip().split("/")[-2] if self.numero is not None else ""
        return sum(signo.isdigit() for signo in escrito)

    @property
    def sin_numero(self) -> bool:
        """Si lo escrito dice que no lleva número («S/N»): cada uno es otro oficio."""
        return self.numero is None and bool(re.fullmatch(_SIN_NUMERO, llano(self.texto)))

    @property
    def en_serie(self) -> str:
        """Su serie, aunque se escriba con otras mayúsculas."""
        return (self.serie or "").upper()

    @property
    def llave(self) -> tuple[object, ...]:
        """Lo que hace de dos escrituras el mismo oficio, aunque cambien mayúsculas o ceros."""
        if self.numero is None:
            return (self.texto.strip().upper(),)
        return (self.en_serie, self.numero, self.anio, *((self.bis,) if self.bis else ()))


@lru_cache(maxsize=4096)
def leer_folio(texto: str) -> Folio:
    """Separa «UT/0534/2031» en serie UT, número 534 y año 2031; lo ilegible queda solo como texto."""
    partes = re.fullmatch(_FOLIO, texto.strip())
    if partes is None:
        return Folio(texto)
    bis = (partes["bis"] or "").strip(" -").upper()
    return Folio(texto, partes["serie"] or "", int(partes["numero"]), int(partes["anio"]), bis)


def leer_campo(clase: ClaseDeCampo, texto: str) -> str:
    """Un dato propio de una forma, como se guarda: la fecha «2031-07-15», la hora «10:30», el número «12».

    Vacío si no se escribió nada; ValorInvalido, con lo que hay que escribir, si no es de su clase.
    """
    escrito = limpio(texto)
    match clase:
        case "numero":
            numero = leer_conteo(escrito)
            return "" if numero is None else str(numero)
        case "hora":
            return leer_hora(escrito)
        case "fecha" if escrito:
            dia = leer_fecha(escrito, _SIN_ANIO)
            if dia is None:
                raise ValorInvalido(f"«{escrito[:40]}» no es una fecha; escriba por ejemplo 2031-07-15.")
            return dia.isoformat()
        case _:
            return escrito


@congelado
class Cita:
    """Un oficio citado por un renglón; puede llevar su propio asunto."""

    folio: str
    asunto: str = ""


@congelado
class Parte:
    """Con quién: una unidad u órgano del catálogo (`clave`) o un texto libre, y su papel."""

    rol: Rol
    clave: str = ""
    texto: str = ""


@congelado
class Renglon:
    """Una actuación del trimestre; todo dato menos su lugar y su orden puede faltar.

    `lugar` es la clave de la actividad o paso («9.1/2»). `fecha` puede faltar o conocerse solo su
    `mes`. `cantidad_medio` cuenta el medio («15 llamadas»); `cantidad`, la cosa («2
    actualizaciones»). `forma` elige la manera de decirlo (vacía: la que toque por el medio).
    `junto`: va en el mismo párrafo que el anterior. `campos`: los propios de la forma.
    `asunto_uid` ensarta los pasos de un mismo asunto.
    """

    uid: str
    lugar: str
    orden: int
    medio: str = ""
    sentido: Sentido = ""
    asunto: str = ""
    fecha: date | None = None
    mes: int | None = None
    cantidad_medio: int | None = None
    cantidad: int | None = None
    personas: Personas = Personas()
    partes: tuple[Parte, ...] = ()
    citas: tuple[Cita, ...] = ()
    forma: str = ""
    junto: bool = False
    campos: Mapping[str, str] = field(default_factory=dict[str, str])
    asunto_uid: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "campos", MappingProxyType(dict(self.campos)))

    @property
    def en_mes(self) -> int | None:
        """El mes en que cayó, por su fecha o por lo que se sepa; None si no se sabe."""
        return self.fecha.month if self.fecha else self.mes

    def dice(self, campo: str) -> tuple[str, ...]:
        """Lo que dice en un campo: la clave de su medio o de sus unidades, o lo escrito en uno propio."""
        match campo:
            case "medio":
                return (self.medio,)
            case "sentido":
                return (self.sentido,)
            case _ if campo in ROLES:
                return tuple(parte.clave or parte.texto for parte in self.partes if parte.rol == campo)
            case _:
                return (self.campos.get(campo, ""),)

    def partes_como(self, rol: Rol) -> tuple[Parte, ...]:
        """Sus partes con ese papel, en orden."""
        return tuple(parte for parte in self.partes if parte.rol == rol)


@congelado
class ParrafoLibre:
    """Un párrafo que ella escribe tal cual, en el lugar y el orden que quiera."""

    uid: str
    lugar: str
    orden: int
    texto: str


class _ConOrden(Protocol):
    """Lo que va en un orden dentro de su lugar."""

    @property
    def uid(self) -> str: ...
    @property
    def orden(self) -> int: ...


def puesto_de(cosa: _ConOrden) -> tuple[int, str]:
    """En qué puesto va algo entre lo de su lugar; lo que dice el mismo orden, siempre igual."""
    return cosa.orden, cosa.uid
