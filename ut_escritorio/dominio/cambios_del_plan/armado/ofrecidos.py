"""Los datos que un texto del plan puede decir, por su nombre, y las maneras de decir cada uno."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.contexto import CAMPOS
from ut_escritorio.dominio.impreso.menciones import Conocidos, Donde, clase_de_dato, problemas_del_patron
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.campos import rotulo_de_campo
from ut_escritorio.dominio.plan.formas import Campo

_NUMEROS = ("numero", "cuenta", "personas", "propio")
_SEXOS: dict[Sexo, str] = {"mujeres": "mujeres", "hombres": "hombres", "ni": "N/I"}
_DE_CADA_CLASE: dict[str, tuple[tuple[str, str], ...]] = {
    "fecha": (
        ("4 de julio de 2031", ":larga"), ("9, 11 y 24 de abril", ":dias"), ("04/07/2031", ":corta"),
        ("4, solo el día", ":dia"), ("julio, solo el mes", ":mes"),
    ),
    "nombre": (("a la Tesorería", ":a"), ("la Tesorería", ":el"), ("de la Tesorería", ":de")),
    "cuenta": (
        ("6 solicitudes, con su unidad", ":unidad"), ("una solicitud, 6 solicitudes", ":uno_en_letra"),
    ),
    "razon": (("con su unidad", ":unidad"),),
    "personas": (("16 mujeres y 15 hombres", ":sexos"), ("una persona, en letra", ":letra")),
    "numero": (
        ("seis, en letra", ":letra"), ("2º", ":ordinal"), ("segundo", ":ordinal_letra"),
        ("segundo, ante un nombre", ":ordinal_ante_nombre"),
    ),
    "texto": (("EN MAYÚSCULAS", ":mayusculas"), ("Con la primera mayúscula", ":inicial")),
    "propio": (
        ("4 de julio de 2031, si es fecha", ":larga"), ("EN MAYÚSCULAS", ":mayusculas"),
        ("Con la primera mayúscula", ":inicial"),
    ),
}  # fmt: skip
VARIOS: tuple[tuple[str, str], ...] = (
    ("cada uno", ""), ("su suma", ":suma"), ("sin repetir", ":unicos"), ("cuántos son", ":cuantos"),
)  # fmt: skip
"""Qué se dice si el párrafo junta varios renglones."""


@congelado
class Manera:
    """Cómo se dice un dato, con un ejemplo; `elige`: con una palabra si es uno y otra si son varios."""

    dicho: str
    formas: str = ""
    elige: bool = False


@congelado
class Dato:
    """Algo que un texto puede decir: cómo se llama y las maneras de decirlo."""

    nombre: str
    campo: str
    maneras: tuple[Manera, ...]


def datos_para(plan: Plan, donde: Donde, propios: Iterable[Campo] = ()) -> tuple[Dato, ...]:
    """Los que ahí pueden tener valor: los del informe y los de lo anotado, y luego lo que se cuenta."""
    propios = tuple(propios)
    conocidos = _conocidos(plan, propios)
    nombres = {campo: rotulo_de_campo(campo) for campo in CAMPOS} | {c.clave: c.etiqueta for c in propios}
    sueltos = sorted(
        ((nombre, campo) for campo, nombre in nombres.items()), key=lambda par: par[0].casefold()
    )
    contados = (par for cifra in plan.cifras for par in _de_cifra(cifra.clave, cifra.nombre))
    return tuple(
        Dato(nombre, campo, tuple(_maneras(plan, campo, conocidos)))
        for nombre, campo in (*sueltos, *contados)
        if not problemas_del_patron(f"{{{campo}}}", conocidos, donde)
    )


@congelado
class Sugerido:
    """Un dato dicho de una manera, como se ofrece al escribir, y como va en el texto."""

    dicho: str
    dato: Dato
    patron: str


def sugeridos(datos: Iterable[Dato], tecleado: str) -> list[Sugerido]:
    """Los que van con lo tecleado, sin acentos y en cualquier orden; primero los que así empiezan.

    «la sesión/las sesiones» es la palabra para uno y la de varios: se ofrece según cada dato o, tras una
    última coma, según el que ahí se diga.
    """
    if "/" in tecleado:
        palabras, _, cual = tecleado.rpartition(",")
        de_uno = list(_elegidos(datos, palabras, llano(cual))) if "/" in palabras else []
        return de_uno or list(_elegidos(datos, tecleado, ""))
    hallados = _dichos_con(datos, llano(tecleado).split())
    empieza = _sin_signos(tecleado)
    return sorted(hallados, key=lambda cual: not _sin_signos(cual.dicho).startswith(empieza))


def _sin_signos(dicho: str) -> str:
    return " ".join(llano(dicho).replace(",", " ").replace(":", " ").split())


def _dichos_con(datos: Iterable[Dato], buscadas: list[str]) -> Iterator[Sugerido]:
    """Los que dicen todas esas palabras; sin ninguna, cada dato tal cual."""
    for dato in datos:
        for varios, forma in VARIOS:
            if forma and not any(palabra in llano(varios) for palabra in buscadas):
                continue
            for manera in dato.maneras if buscadas else dato.maneras[:1]:
                dicho = _como_se_ofrece(dato, varios if forma else "", manera)
                if not manera.elige and all(palabra in llano(dicho) for palabra in buscadas):
                    yield Sugerido(dicho, dato, escrito(dato, forma, manera))


def _elegidos(datos: Iterable[Dato], palabras: str, cual: str) -> Iterator[Sugerido]:
    uno, _, mas = palabras.partition("/")
    for dato in datos:
        for varios, forma in VARIOS:
            nombre = f"{dato.nombre}, {varios}" if forma else dato.nombre
            if (forma and not cual) or not all(palabra in llano(nombre) for palabra in cual.split()):
                continue
            for manera in dato.maneras:
                if manera.elige:
                    patron = escrito(dato, forma, manera, uno.strip(), mas.strip())
                    yield Sugerido(f"{uno}/{mas}, según: {nombre}", dato, patron)


def _como_se_ofrece(dato: Dato, varios: str, manera: Manera) -> str:
    nombre = f"{dato.nombre}, {varios}" if varios else dato.nombre
    return f"{nombre}: {manera.dicho}" if manera.formas else nombre


def escrito(dato: Dato, varios: str, manera: Manera, uno: str = "", mas: str = "") -> str:
    """El dato como va en el texto, dicho de esa manera."""
    eleccion = f"?{uno}|{mas}" if manera.elige else ""
    return f"{{{dato.campo}{varios}{manera.formas}{eleccion}}}"


def _conocidos(plan: Plan, propios: tuple[Campo, ...]) -> Conocidos:
    return Conocidos(
        frozenset(cifra.clave for cifra in plan.cifras),
        frozenset(campo.clave for campo in propios),
        frozenset(plan.sustantivos),
        plan.cifra,
    )


def _de_cifra(clave: str, nombre: str) -> Iterator[tuple[str, str]]:
    """Lo que se cuenta: del trimestre, del mes del párrafo, y de cada sexo; y callado si no hubo."""
    for mes, dicho in (("", ""), ("@mes", ", en el mes")):
        yield f"{nombre}{dicho}", f"cifra.{clave}{mes}"
        yield from ((f"{nombre}{dicho}: {_SEXOS[sexo]}", f"cifra.{clave}.{sexo}{mes}") for sexo in SEXOS)
    yield f"{nombre}, si hubo", f"cuenta.{clave}"


def _maneras(plan: Plan, campo: str, conocidos: Conocidos) -> Iterator[Manera]:
    clase = clase_de_dato(campo, conocidos)
    yield Manera("tal cual")
    for dicho, formas in _DE_CADA_CLASE.get(clase, ()):
        yield Manera(dicho, formas)
    if campo == "cantidad_medio":
        yield Manera("6 correos, según el medio", ":medio")
    if clase in _NUMEROS:
        yield from (Manera(f"6 {s.plural}", f":{clave}") for clave, s in plan.sustantivos.items())
    yield Manera("una palabra si es uno, otra si son varios", elige=True)
