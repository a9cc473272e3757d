"""Los miembros de las bandas de un cuadro: lo que fija cada renglón y cada columna, y cómo se rotula."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.palabras.redaccion import ordinal_ante_nombre
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.plan.arbol import Ruta
from ut_escritorio.dominio.plan.cifras import Condicion, LosDemas
from ut_escritorio.dominio.plan.cruces import OTROS, Demas, condiciones_de, rotulos_de
from ut_escritorio.dominio.plan.cuadros import Banda
from ut_escritorio.dominio.trimestre.conteos import LO_QUE_VA
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

SEXOS_EN_CUADRO: dict[Sexo, str] = {"mujeres": "MUJERES", "hombres": "HOMBRES", "ni": "N/I"}


@congelado
class Miembro:
    """Lo que un renglón o una columna fija."""

    etiqueta: str
    cifra: str = ""
    mes: int | None = None
    sexo: Sexo | None = None
    con_unidad: bool = False
    total: bool = False
    ruta: Ruta = ()
    donde: tuple[Condicion, ...] = ()
    trimestre: int | None = None


@congelado
class Grupo:
    """Los miembros de una banda, con el encabezado que los abarca y por dónde se llega a ella."""

    ruta: Ruta
    encabezado: str
    miembros: tuple[Miembro, ...]


def grupos_de(bandas: tuple[Banda, ...], foto: FotoTrimestre, ruta: Ruta, demas: Demas) -> list[Grupo]:
    """Los de un eje del cuadro; `ruta`, por dónde se llega a sus bandas; `demas` va tras sus valores."""
    return [_grupo(banda, foto, (*ruta, n), demas.get(n)) for n, banda in enumerate(bandas)]


def _grupo(banda: Banda, foto: FotoTrimestre, ruta: Ruta, demas: LosDemas | None) -> Grupo:
    miembros = _miembros(banda, foto)
    if demas is not None:
        cifra = banda.cifras[0] if banda.cifras else ""
        miembros.append(Miembro(OTROS, cifra, con_unidad=banda.con_unidad, donde=(demas,)))
    return Grupo(ruta, banda.encabezado, _rebautizados(miembros, banda.etiquetas, ruta))


def _miembros(banda: Banda, foto: FotoTrimestre) -> list[Miembro]:
    cifra, unidad = banda.cifras[0] if banda.cifras else "", banda.con_unidad
    match banda.eje:
        case "meses":
            return [Miembro(nombre_de_mes(mes).upper(), cifra, mes) for mes in foto.trimestre.meses]
        case "trimestre":
            return [Miembro("TOTAL", cifra, con_unidad=unidad, total=True)]
        case "trimestres":
            rotulos = [f"{ordinal_ante_nombre(numero)} trimestre".upper() for numero in range(1, 5)]
            return [Miembro(r, cifra, con_unidad=unidad, trimestre=n) for n, r in enumerate(rotulos, 1)]
        case "acumulado":
            return [Miembro("ACUMULADO", cifra, con_unidad=unidad, total=True, trimestre=LO_QUE_VA)]
        case "sexos":
            return [Miembro(SEXOS_EN_CUADRO[sexo], cifra, sexo=sexo) for sexo in banda.sexos]
        case "cifras":
            return [_de_cifra(foto, clave, unidad) for clave in banda.cifras]
        case "valores":
            pares = zip(rotulos_de(banda), condiciones_de(banda), strict=True)
            return [Miembro(r.upper(), cifra, con_unidad=unidad, donde=(donde,)) for r, donde in pares]


def _de_cifra(foto: FotoTrimestre, clave: str, con_unidad: bool) -> Miembro:
    nombre = foto.plan.cifra[clave].nombre.upper()
    return Miembro(nombre, clave, con_unidad=con_unidad, ruta=("cifras", clave, "nombre"))


def _rebautizados(miembros: list[Miembro], etiquetas: tuple[str, ...], ruta: Ruta) -> tuple[Miembro, ...]:
    """Los miembros con las etiquetas dadas; los que no tengan conservan la suya."""
    nuevas = list(etiquetas) + [""] * len(miembros)
    return tuple(
        replace(miembro, etiqueta=nueva, ruta=(*ruta, "etiquetas", n)) if nueva else miembro
        for n, (miembro, nueva) in enumerate(zip(miembros, nuevas, strict=False))
    )
