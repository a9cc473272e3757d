"""Lo que una cifra puede llegar a decir: en qué meses y sexos; y los cuadros y cuentas que le piden más."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.plan.cifras import (
    POR_MES,
    Capturada,
    Cifra,
    Concordancia,
    Contada,
    DelLibro,
    Formula,
    Porcion,
    Razon,
    de_que_sale,
)
from ut_escritorio.dominio.plan.cuadros import Banda, Cuadro

Cifras = Mapping[str, Cifra]


_CRUZA_EL_ANIO = "cruza los trimestres del año con meses o con otros trimestres."
_NO_CRUZARLO = "Crúcelos con números, con sexos o con valores."


@congelado
class Falta:
    """Lo que a una cifra se le pide y no puede decir, y cómo se remedia."""

    que: str
    remedio: str


@congelado
class _Miembro:
    """Lo que fija un renglón o una columna de un cuadro."""

    cifra: str = ""
    por_mes: bool = False
    sexo: Sexo | None = None
    campo: str = ""
    del_anio: bool = False


def falta_en(cifras: Cifras, clave: str, por_mes: bool, sexo: Sexo | None) -> Falta | None:
    """Por qué esa cifra nunca tendrá valor de un mes (o del trimestre) y un sexo; None si puede tenerlo.

    De la que no se conoce no se dice nada.
    """
    match cifras[clave].fuente if clave in cifras else None:
        case Capturada() as fuente:
            return _de_captura(clave, fuente, por_mes, sexo)
        case DelLibro() if sexo:
            return Falta(f"«{clave}» se cuenta del libro, que no sabe de sexos.", "No lo pida por sexo.")
        case DelLibro():
            return _de_captura(clave, POR_MES, por_mes, sexo)
        case Contada(que=que) if sexo and que != "personas":
            return Falta(f"«{clave}» no se cuenta por sexo.", 'Solo lo que cuenta "personas" lo distingue.')
        case Formula() | Razon() as fuente:
            partes = (falta_en(cifras, parte, por_mes, sexo) for parte in de_que_sale(fuente))
            return next((falta for falta in partes if falta), None)
        case Porcion(de=de):
            return falta_en(cifras, de, por_mes, sexo)
        case _:
            return None


def _de_captura(clave: str, fuente: Capturada, por_mes: bool, sexo: Sexo | None) -> Falta | None:
    if sexo and sexo not in fuente.sexos:
        return Falta(f"«{clave}» no cuenta «{sexo}».", f'Agregue "{sexo}" a sus sexos, o quítelo de aquí.')
    grano = "mes" if por_mes else "trimestre"
    if sexo:
        sirven = {"mes y sexo", f"{grano} y sexo"}
    else:
        sirven = {"mes", "mes y sexo"} if por_mes else set(fuente.captura)
    if sirven.intersection(fuente.captura):
        return None
    falta = f"{grano} y sexo" if sexo else grano
    return Falta(f"«{clave}» no se captura por {falta}.", f'Agregue "{falta}" a su captura, o no lo pida.')


def faltas_del_cuadro(cuadro: Cuadro, cifras: Cifras) -> tuple[Falta, ...]:
    """Las celdas del cuadro que nunca tendrán número, o que dirían el de otra cosa."""
    return tuple(dict.fromkeys(_del_cuadro(cuadro, cifras)))


def _del_cuadro(cuadro: Cuadro, cifras: Cifras) -> Iterator[Falta]:
    renglones = [miembro for banda in cuadro.filas for miembro in _miembros(banda)]
    columnas = [miembro for banda in cuadro.columnas for miembro in _miembros(banda)]
    varias = len({renglon.cifra for renglon in renglones}) > 1
    for renglon in renglones:
        for columna in columnas:
            if varias and renglon.cifra and columna.cifra and renglon.cifra != columna.cifra:
                yield Falta(
                    "cruza números con números: cada celda sería de dos a la vez.",
                    "Deje los números en las filas o en las columnas, no en las dos.",
                )
            elif (renglon.por_mes and columna.por_mes) or (renglon.sexo and columna.sexo):
                que = "meses" if renglon.por_mes and columna.por_mes else "sexos"
                yield Falta(f"cruza {que} con {que}.", f"Deje los {que} en las filas o en las columnas.")
            elif _cruzan_el_anio(renglon, columna):
                yield Falta(_CRUZA_EL_ANIO, _NO_CRUZARLO)
            elif renglon.campo and renglon.campo == columna.campo:
                que = f"«{renglon.campo}» con «{renglon.campo}»"
                yield Falta(f"cruza {que}.", "Deje ese campo en las filas o en las columnas.")
            elif cifra := columna.cifra or renglon.cifra:
                por_mes, sexo = columna.por_mes or renglon.por_mes, columna.sexo or renglon.sexo
                if (renglon.campo or columna.campo) and cifra in cifras:
                    yield from _quiza(falta_al_partir(cifras, cifra))
                yield from _quiza(falta_en(cifras, cifra, por_mes, sexo))
    if cuadro.pie:
        yield from _quiza(falta_en(cifras, cuadro.pie.cifra, False, None))


def _cruzan_el_anio(uno: _Miembro, otro: _Miembro) -> bool:
    return (uno.del_anio and (otro.del_anio or otro.por_mes)) or (otro.del_anio and uno.por_mes)


def _miembros(banda: Banda) -> list[_Miembro]:
    cifra = banda.cifras[0] if banda.cifras else ""
    match banda.eje:
        case "meses":
            return [_Miembro(cifra, por_mes=True)]
        case "trimestre":
            return [_Miembro(cifra)]
        case "trimestres" | "acumulado":
            return [_Miembro(cifra, del_anio=True)]
        case "sexos":
            return [_Miembro(cifra, sexo=sexo) for sexo in banda.sexos]
        case "cifras":
            return [_Miembro(clave) for clave in banda.cifras]
        case "valores":
            return [_Miembro(cifra, campo=banda.campo)]


def falta_al_partir(cifras: Cifras, clave: str) -> Falta | None:
    """Por qué de esa cifra no se puede contar solo una parte; None si sí."""
    if clave not in cifras or isinstance(cifras[clave].fuente, Contada):
        return None
    que = f"«{clave}» no se cuenta de renglones: no hay de qué tomar una parte."
    return Falta(que, "Nombre un número que lleve «cuenta».")


def falta_al_sumar(cifras: Cifras, clave: str) -> Falta | None:
    """Por qué esa cifra no se suma, se reparte ni se compara con otras; None si sí."""
    if clave not in cifras or not isinstance(cifras[clave].fuente, Razon):
        return None
    que = f"«{clave}» es un promedio o un porcentaje, y eso no se suma ni se compara."
    return Falta(que, "Nombre los números de que sale.")


def faltas_de_concordancia(concordancia: Concordancia, cifras: Cifras) -> tuple[Falta, ...]:
    """Lo que una concordancia compara y nunca podrá saberse."""
    return tuple(dict.fromkeys(_de_concordancia(concordancia, cifras)))


def _de_concordancia(concordancia: Concordancia, cifras: Cifras) -> Iterator[Falta]:
    lados = (*concordancia.izquierda, *concordancia.derecha)
    for clave in lados:
        yield from _quiza(falta_al_sumar(cifras, clave))
    por_mes = concordancia.por != "trimestre"
    if concordancia.por == "mes y sexo":
        for clave in lados:
            for sexo in _sexos_de(lados, cifras):
                yield from _quiza(falta_en(cifras, clave, por_mes, sexo))
        return
    for clave in lados:
        yield from _quiza(falta_en(cifras, clave, por_mes, None))
    if concordancia.izquierda_por_sexo:
        for clave in concordancia.izquierda:
            for sexo in _sexos_de(concordancia.izquierda, cifras):
                yield from _quiza(falta_en(cifras, clave, por_mes, sexo))


def _sexos_de(claves: tuple[str, ...], cifras: Cifras) -> tuple[Sexo, ...]:
    fuentes = [cifras[clave].fuente for clave in claves if clave in cifras]
    return next((fuente.sexos for fuente in fuentes if isinstance(fuente, Capturada)), SEXOS)


def _quiza(falta: Falta | None) -> Iterator[Falta]:
    if falta:
        yield falta
