"""Cuánto vale una cifra: lo escrito, lo contado o lo calculado, sin confundir vacío con cero."""

from __future__ import annotations

from collections.abc import Iterable

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.plan.cifras import (
    POR_MES,
    Capturada,
    Cifra,
    Contable,
    Contada,
    DelLibro,
    Formula,
    Valor,
    como_se_escribe,
)
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon, leer_folio


def valor_de(foto: FotoTrimestre, clave: str, mes: int | None = None, sexo: Sexo | None = None) -> Valor:
    """El valor de una cifra en un mes (None: el trimestre de la foto) y un sexo (None: todos)."""
    return valor_en(foto, foto.trimestre, clave, mes, sexo)


def valor_en(
    foto: FotoTrimestre, trimestre: Trimestre, clave: str, mes: int | None = None, sexo: Sexo | None = None
) -> Valor:
    """Como `valor_de`, en otro trimestre del mismo ejercicio."""
    cifra = foto.plan.cifra[clave]
    match cifra.fuente:
        case Capturada() as fuente:
            return _Capturados(foto, trimestre, cifra, fuente).valor(mes, sexo)
        case DelLibro():
            return _Capturados(foto, trimestre, cifra, POR_MES).valor(mes, sexo)
        case Contada() as fuente:
            return _contado(foto, trimestre, clave, fuente, mes, sexo)
        case Formula() as fuente:
            return _calculado(foto, trimestre, fuente, mes, sexo)


def se_captura(cifra: Cifra, mes: int | None, sexo: Sexo | None) -> bool:
    """Si esa casilla de la cifra se escribe a mano."""
    como = como_se_escribe(cifra.fuente)
    if como is None:
        return False
    grano = "mes" if mes is not None else "trimestre"
    if sexo is None:
        return grano in como.captura
    return f"{grano} y sexo" in como.captura and sexo in como.sexos


def casillas_que_suman(fuente: Capturada, casilla: Casilla, trimestre: Trimestre) -> tuple[Casilla, ...]:
    """De qué otras casillas de su cifra se suma una que nadie escribió; ninguna si no se suma.

    La de un mes, de sus sexos donde toca; la del trimestre, de sus meses o, si no se capturan, de sus
    sexos.
    """
    captura, sexo, mes = fuente.captura, casilla.sexo, casilla.mes
    cifra, numero = casilla.cifra, casilla.trimestre
    if mes is None and ("mes y sexo" in captura or ("mes" in captura and sexo is None)):
        return tuple(Casilla(cifra, numero, cada, sexo) for cada in trimestre.meses)
    if mes is None:
        por_sexo = "trimestre y sexo" in captura
    else:
        por_sexo = "mes y sexo" in captura and (fuente.suma_de_sexos or "mes" not in captura)
    if sexo is not None or not por_sexo:
        return ()
    return tuple(Casilla(cifra, numero, mes, cada) for cada in fuente.sexos)


def suma(valores: Iterable[Valor]) -> Valor:
    """La suma de lo conocido, con los meses que faltan.

    Desconocida si nada se conoce, o si falta algo que no es de un mes: no hay suma a medias.
    """
    todos = tuple(valores)
    conocidos = [valor.numero for valor in todos if valor.numero is not None]
    faltan = tuple(sorted({mes for valor in todos for mes in valor.faltan}))
    sin_mes = any(valor.numero is None and not valor.faltan for valor in todos)
    return Valor(sum(conocidos) if conocidos and not sin_mes else None, faltan)


@congelado
class _Capturados:
    """Los conteos de una cifra capturada en un trimestre."""

    foto: FotoTrimestre
    trimestre: Trimestre
    cifra: Cifra
    fuente: Capturada

    def valor(self, mes: int | None, sexo: Sexo | None) -> Valor:
        escrito = self._escrito(mes, sexo)
        if escrito is not None:
            return Valor(escrito)
        return self._del_trimestre(sexo) if mes is None else self._del_mes(mes, sexo)

    def _escrito(self, mes: int | None, sexo: Sexo | None) -> int | None:
        return self.foto.conteos.propios.get(Casilla(self.cifra.clave, self.trimestre.numero, mes, sexo))

    def _del_mes(self, mes: int, sexo: Sexo | None) -> Valor:
        """Sin valor escrito: la suma de sus sexos donde toca, cero si se dio por capturado, o falta."""
        suman = self._suman(mes, sexo)
        if suman:
            return suma(self.valor(otra.mes, otra.sexo) for otra in suman)
        capturado = (self.cifra.clave, mes) in self.foto.conteos.capturados
        return Valor(0) if capturado else Valor(None, (mes,))

    def _del_trimestre(self, sexo: Sexo | None) -> Valor:
        """Sin valor escrito: la suma de sus meses o, si no se capturan, la de sus sexos."""
        suman = self._suman(None, sexo)
        return suma(self.valor(otra.mes, otra.sexo) for otra in suman) if suman else Valor(None)

    def _suman(self, mes: int | None, sexo: Sexo | None) -> tuple[Casilla, ...]:
        casilla = Casilla(self.cifra.clave, self.trimestre.numero, mes, sexo)
        return casillas_que_suman(self.fuente, casilla, self.trimestre)


def pasan(renglones: Iterable[Renglon], filtro: Contada) -> tuple[Renglon, ...]:
    """Los renglones que el filtro deja pasar; cada condición vacía los deja pasar todos."""
    return tuple([r for r in renglones if _pasa(r, filtro)])


def _pasa(renglon: Renglon, filtro: Contada) -> bool:
    return (
        (not filtro.lugares or renglon.lugar in filtro.lugares)
        and (not filtro.medios or renglon.medio in filtro.medios)
        and (not filtro.formas or renglon.forma in filtro.formas)
        and (not filtro.sentidos or renglon.sentido in filtro.sentidos)
    )


def contar(renglones: Iterable[Renglon], que: Contable, sexo: Sexo | None = None) -> Valor:
    """Cuántos: renglones, folios distintos (cada «S/N» es otro), o la suma de cantidades o de personas.

    El renglón que no dice su cantidad o sus personas hace que falte su mes.
    """
    filas = tuple(renglones)
    if que == "folios":
        citados = [cita.folio for fila in filas for cita in fila.citas]
        sin_numero = [folio for folio in citados if leer_folio(folio).sin_numero]
        return Valor(len({*citados} - {*sin_numero}) + len(sin_numero))
    if que == "registros":
        return Valor(len(filas) or None)
    aportan = [(fila.en_mes, _aporta(fila, que, sexo)) for fila in filas]
    callan = {mes for mes, numero in aportan if numero is None}
    conocidos = [numero for _, numero in aportan if numero is not None]
    faltan = tuple(sorted(mes for mes in callan if mes))
    return Valor(sum(conocidos) if conocidos and None not in callan else None, faltan)


def _aporta(fila: Renglon, que: Contable, sexo: Sexo | None) -> int | None:
    """Lo que un renglón suma; sin cantidad del medio vale uno: «Mediante correo…» es un correo."""
    match que:
        case "cantidad":
            return fila.cantidad
        case "cantidad_medio":
            return 1 if fila.cantidad_medio is None else fila.cantidad_medio
        case "personas":
            return fila.personas.de(sexo) if sexo else fila.personas.cuantas
        case _:
            return 1


def _contado(
    foto: FotoTrimestre, trimestre: Trimestre, clave: str, fuente: Contada, mes: int | None, sexo: Sexo | None
) -> Valor:
    """Lo contado; un mes sin renglones falta, salvo que se haya dado por capturado."""
    filas = pasan(foto.renglones_del_ejercicio.get(trimestre.numero, ()), fuente)
    if mes is not None:
        filas = tuple(fila for fila in filas if fila.en_mes == mes)
    if filas:
        return contar(filas, fuente.que, sexo)
    meses = trimestre.meses if mes is None else (mes,)
    faltan = tuple(m for m in meses if (clave, m) not in foto.conteos.capturados)
    return Valor(None if faltan else 0, faltan)


def _calculado(
    foto: FotoTrimestre, trimestre: Trimestre, fuente: Formula, mes: int | None, sexo: Sexo | None
) -> Valor:
    """La suma de unas menos otras; desconocida si alguna lo es."""
    suman = [valor_en(foto, trimestre, clave, mes, sexo) for clave in fuente.suma]
    restan = [valor_en(foto, trimestre, clave, mes, sexo) for clave in fuente.resta]
    faltan = suma([*suman, *restan]).faltan
    if any(valor.numero is None for valor in (*suman, *restan)):
        return Valor(None, faltan)
    mas, menos = suma(suman).numero or 0, suma(restan).numero or 0
    return Valor(mas - menos, faltan)
