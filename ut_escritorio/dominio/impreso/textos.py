"""De un patrón y su contexto, el texto que se imprime; y lo que le faltó."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.contexto import Contexto, Cuenta, Dato, Datos, Nombre, NumeroDeOficio
from ut_escritorio.dominio.palabras import redaccion
from ut_escritorio.dominio.palabras.patrones import Campo, Eleccion, Literal, Opcional, Pieza, leer
from ut_escritorio.dominio.palabras.puntuacion import Pedazo, unir
from ut_escritorio.dominio.personas import Personas
from ut_escritorio.dominio.porcentajes import decir_porcentaje

RAYA = "______"
_NUMERO = re.compile(r"[0-9]{1,9}")


@congelado
class Texto:
    """Un texto terminado y los campos obligatorios que no tuvieron valor (impresos como raya)."""

    texto: str
    faltantes: tuple[str, ...] = ()


def decir(patron: str, contexto: Contexto) -> Texto:
    """El patrón con sus campos puestos."""
    faltantes: list[str] = []
    texto = unir(_decir(leer(patron), contexto, faltantes))
    return Texto(texto, tuple(faltantes))


def _decir(piezas: tuple[Pieza, ...], contexto: Contexto, faltantes: list[str]) -> list[Pedazo]:
    return [pedazo for pieza in piezas for pedazo in _pedazos(pieza, contexto, faltantes)]


def _pedazos(pieza: Pieza, contexto: Contexto, faltantes: list[str]) -> list[Pedazo]:
    match pieza:
        case Literal(texto):
            return [Pedazo(texto)]
        case Opcional(piezas):
            propios: list[str] = []
            pedazos = _decir(piezas, contexto, propios)
            return [] if propios else pedazos
        case Campo(nombre, formas):
            datos = _en_formas(contexto.datos(nombre), formas, contexto)
            texto = redaccion.lista([_dicho(dato) for dato in datos])
        case Eleccion(nombre, formas, uno, varios):
            datos = _en_formas(contexto.datos(nombre), formas, contexto)
            texto = (uno if _es_uno(datos) else varios) if datos else ""
    if not datos:
        faltantes.append(pieza.nombre)
        return [Pedazo(RAYA)]
    return [Pedazo(texto, dato=isinstance(pieza, Campo))]


def _en_formas(datos: Datos, formas: tuple[str, ...], contexto: Contexto) -> Datos:
    for forma in formas:
        if datos:
            datos = _FORMAS[forma](datos) if forma in _FORMAS else _con_sustantivo(datos, forma, contexto)
    return datos


def _dicho(dato: Dato) -> str:
    """Un dato como se escribe si nadie pide otra cosa."""
    match dato:
        case Nombre():
            return dato.texto
        case Cuenta():
            return str(dato.numero)
        case Personas():
            return redaccion.personas_por_sexo(dato)
        case Decimal():
            return decir_porcentaje(dato)
        case date():
            return redaccion.fecha_corta(dato)
        case _:
            return str(dato)


def _es_uno(datos: Datos) -> bool:
    """Si el verbo va en singular: un solo dato, y si es número, el uno."""
    if len(datos) != 1:
        return False
    numero = datos[0].numero if isinstance(datos[0], Cuenta) else _numero(datos[0])
    return numero is None or numero == 1


def _numero(dato: Dato) -> int | None:
    """El número entero que hay en un dato; también el escrito en un campo propio («30»)."""
    match dato:
        case int() | Cuenta(numero=int()):
            return dato if isinstance(dato, int) else int(dato.numero)
        case Personas():
            return dato.cuantas
        case NumeroDeOficio():
            return None
        case str() if _NUMERO.fullmatch(dato.strip()):
            return int(dato)
        case _:
            return None


def _con_sustantivo(datos: Datos, clave: str, contexto: Contexto) -> Datos:
    """«2 actualizaciones»; de varios, «21, 30 y 1 áreas»: una sola vez la cosa, en plural."""
    cosa = contexto.foto.plan.sustantivos[clave]
    numeros = [_numero(dato) for dato in datos]
    if len(numeros) == 1 and numeros[0] is not None:
        return (redaccion.cantidad(numeros[0], cosa),)
    dichos = [
        _dicho(dato) if numero is None else str(numero) for dato, numero in zip(datos, numeros, strict=True)
    ]
    return (f"{redaccion.lista(dichos)} {cosa.plural}",)


def _con_su_unidad(datos: Datos) -> Datos:
    """Las cuentas con la cosa que cuentan."""
    return tuple(redaccion.cantidad(d.numero, d.cosa) if isinstance(d, Cuenta) else d for d in datos)


def _uno_en_letra(datos: Datos) -> Datos:
    """Como `unidad`, pero «un correo» en vez de «1 correo»."""
    return tuple(redaccion.cantidad_de_lista(d.numero, d.cosa) if isinstance(d, Cuenta) else d for d in datos)


def _suma(datos: Datos) -> Datos:
    """La suma de todos; ninguna si alguno no es número: no hay suma a medias."""
    if all(isinstance(dato, Personas) for dato in datos):
        return (_personas_sumadas([dato for dato in datos if isinstance(dato, Personas)]),)
    cuentas = [dato for dato in datos if isinstance(dato, Cuenta)]
    numeros = [numero for dato in datos if (numero := _numero(dato)) is not None]
    if len(numeros) < len(datos):
        return ()
    return (Cuenta(sum(numeros), cuentas[0].cosa),) if cuentas else (sum(numeros),)


def _personas_sumadas(varias: list[Personas]) -> Personas:
    def suma(sexo: str) -> int | None:
        conocidas = [getattr(personas, sexo) for personas in varias if getattr(personas, sexo) is not None]
        return sum(conocidas) if conocidas else None

    return Personas(suma("mujeres"), suma("hombres"), suma("ni"), suma("total"))


def _de_nombres(decir_nombre: Callable[[Nombre], str]) -> Callable[[Datos], Datos]:
    def forma(datos: Datos) -> Datos:
        nombres = (dato if isinstance(dato, Nombre) else Nombre(_dicho(dato)) for dato in datos)
        return tuple(decir_nombre(nombre) for nombre in nombres)

    return forma


def _de_numeros(decir_numero: Callable[[int], str]) -> Callable[[Datos], Datos]:
    return lambda datos: tuple(d if (n := _numero(d)) is None else decir_numero(n) for d in datos)


def _de_fechas(decir_fecha: Callable[[date], str]) -> Callable[[Datos], Datos]:
    return lambda datos: tuple(decir_fecha(f) if (f := _fecha(d)) else d for d in datos)


def _fecha(dato: Dato) -> date | None:
    """La fecha que hay en un dato; también la escrita en un campo propio («2031-07-15»)."""
    if isinstance(dato, date):
        return dato
    try:
        return date.fromisoformat(dato) if isinstance(dato, str) else None
    except ValueError:
        return None


def _dias(datos: Datos) -> Datos:
    fechas = [fecha for dato in datos if (fecha := _fecha(dato))]
    return (redaccion.dias(fechas),) if len(fechas) == len(datos) else datos


def _letra(datos: Datos) -> Datos:
    personas = tuple(redaccion.personas_en_letra(d) if isinstance(d, Personas) else d for d in datos)
    return _de_numeros(redaccion.en_letra)(personas)


def _de_texto(cambio: Callable[[str], str]) -> Callable[[Datos], Datos]:
    return lambda datos: tuple(cambio(_dicho(dato)) for dato in datos)


_FORMAS: dict[str, Callable[[Datos], Datos]] = {
    "el": _de_nombres(lambda n: redaccion.con_articulo(n.texto, n.articulo)),
    "a": _de_nombres(lambda n: redaccion.con_preposicion("a", n.texto, n.articulo)),
    "de": _de_nombres(lambda n: redaccion.con_preposicion("de", n.texto, n.articulo)),
    "larga": _de_fechas(redaccion.fecha_larga),
    "corta": _de_fechas(redaccion.fecha_corta),
    "mes": _de_fechas(lambda dia: redaccion.mes(dia.month)),
    "dia": _de_fechas(lambda dia: str(dia.day)),
    "dias": _dias,
    "letra": _letra,
    "ordinal": _de_numeros(redaccion.ordinal),
    "ordinal_letra": _de_numeros(redaccion.ordinal_en_letra),
    "ordinal_ante_nombre": _de_numeros(redaccion.ordinal_ante_nombre),
    "unidad": _con_su_unidad,
    "medio": _con_su_unidad,
    "uno_en_letra": _uno_en_letra,
    "suma": _suma,
    "unicos": lambda datos: tuple(dict.fromkeys(datos)),
    "cuantos": lambda datos: (len(datos),),
    "sexos": lambda datos: tuple(redaccion.personas_por_sexo(d) for d in datos if isinstance(d, Personas)),
    "mayusculas": _de_texto(str.upper),
    "inicial": _de_texto(redaccion.con_inicial),
}
FORMAS = frozenset(_FORMAS)
