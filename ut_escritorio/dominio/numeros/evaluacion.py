"""Cuánto vale una cifra: lo escrito, lo contado o lo calculado, sin confundir vacío con cero."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.plan.cifras import (
    POR_MES,
    Capturada,
    Cifra,
    Condicion,
    Contable,
    Contada,
    DelLibro,
    Formula,
    LosDemas,
    Porcion,
    Razon,
    Valor,
    como_se_escribe,
)
from ut_escritorio.dominio.trimestre.conteos import LO_QUE_VA, Casilla
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
        case Porcion() as fuente:
            return _de_la_porcion(foto, trimestre, fuente, mes, sexo)
        case Razon() as fuente:
            de = _sumadas(foto, trimestre, fuente.de, mes, sexo)
            return repartido(fuente, de, _sumadas(foto, trimestre, fuente.entre, mes, sexo))


def valor_en_casilla(foto: FotoTrimestre, casilla: Casilla) -> Valor:
    """El valor de una casilla, también la de otro trimestre del año o la de lo que va de él."""
    if casilla.trimestre == foto.trimestre.numero:
        return valor_de(foto, casilla.cifra, casilla.mes, casilla.sexo)
    if casilla.trimestre == LO_QUE_VA:
        return _lo_que_va(foto, casilla.cifra, casilla.sexo)
    trimestre = Trimestre(foto.trimestre.ejercicio, casilla.trimestre)
    return valor_en(foto, trimestre, casilla.cifra, casilla.mes, casilla.sexo)


def _lo_que_va(foto: FotoTrimestre, clave: str, sexo: Sexo | None) -> Valor:
    """La suma de los trimestres hasta el de la foto; un promedio se reparte de lo sumado, no de promedios."""
    fuente, este = foto.plan.cifra[clave].fuente, foto.trimestre
    if isinstance(fuente, Razon):
        de, entre = (suma(_lo_que_va(foto, c, sexo) for c in claves) for claves in (fuente.de, fuente.entre))
        return repartido(fuente, de, entre)
    trimestres = (Trimestre(este.ejercicio, numero) for numero in range(1, este.numero + 1))
    return suma(valor_en(foto, trimestre, clave, None, sexo) for trimestre in trimestres)


def lo_conocido_del_anio(foto: FotoTrimestre, clave: str, hasta: int = 4) -> Valor:
    """Lo que se sabe de una cifra en su año, o hasta uno de sus trimestres, y los meses que ahí no entran.

    El trimestre que no tiene dato no aporta: faltan los tres suyos; el mes a medias sí entra. Un promedio no
    se suma: se reparte lo de los trimestres en que de todas sus partes se saben los mismos meses.
    """
    fuente = foto.plan.cifra[clave].fuente
    claves = (*fuente.de, *fuente.entre) if isinstance(fuente, Razon) else (clave,)
    suman, faltan, entro = dict.fromkeys(claves, 0), list[int](), False
    for trimestre in (Trimestre(foto.trimestre.ejercicio, numero) for numero in range(1, hasta + 1)):
        valores = {cada: valor_en(foto, trimestre, cada) for cada in claves}
        numeros = {cada: valor.entero for cada, valor in valores.items() if valor.entero is not None}
        sin_dato = {(valor.faltan, sin_nada(foto, trimestre, cada)) for cada, valor in valores.items()}
        if len(numeros) < len(valores) or len(sin_dato) > 1:
            faltan += trimestre.meses
            continue
        entro, faltan = True, [*faltan, *sin_dato.pop()[1]]
        suman = {cada: suman[cada] + numero for cada, numero in numeros.items()}
    if not entro or not isinstance(fuente, Razon):
        return Valor(suman[clave] if entro else None, tuple(faltan))
    de, entre = (Valor(sum(suman[cada] for cada in suyas)) for suyas in (fuente.de, fuente.entre))
    return replace(repartido(fuente, de, entre), faltan=tuple(faltan))


def sin_nada(foto: FotoTrimestre, trimestre: Trimestre, clave: str) -> tuple[int, ...]:
    """De los meses que a una cifra le faltan en un trimestre, los que no tienen nada, ni a medias."""
    faltan = valor_en(foto, trimestre, clave).faltan
    return tuple(mes for mes in faltan if not _hay_algo(foto, trimestre, clave, mes))


def _hay_algo(foto: FotoTrimestre, trimestre: Trimestre, clave: str, mes: int) -> bool:
    """Si de ese mes se sabe algo; de lo que se calcula, si se sabe de una de sus partes."""
    fuente = foto.plan.cifra[clave].fuente
    partes = (*fuente.suma, *fuente.resta) if isinstance(fuente, Formula) else ()
    if partes:
        return any(_hay_algo(foto, trimestre, parte, mes) for parte in partes)
    return valor_en(foto, trimestre, clave, mes).numero is not None


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


def cumplen(renglones: Iterable[Renglon], donde: Iterable[Condicion]) -> tuple[Renglon, ...]:
    """Los renglones que dicen lo que todas las condiciones piden, sin fijarse en acentos ni mayúsculas."""
    pedidos = [(c.campo, {llano(valor) for valor in c.valores}, not isinstance(c, LosDemas)) for c in donde]
    return tuple(
        [
            r
            for r in renglones
            if all(bool(valores & set(map(llano, r.dice(campo)))) is si for campo, valores, si in pedidos)
        ]
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


def filas_de(
    foto: FotoTrimestre, trimestre: Trimestre, fuente: Contada, mes: int | None
) -> tuple[Renglon, ...]:
    """Los renglones que una cuenta toma de un trimestre, o de uno de sus meses."""
    filas = pasan(foto.renglones_del_ejercicio.get(trimestre.numero, ()), fuente)
    return filas if mes is None else tuple([fila for fila in filas if fila.en_mes == mes])


def _contado(
    foto: FotoTrimestre, trimestre: Trimestre, clave: str, fuente: Contada, mes: int | None, sexo: Sexo | None
) -> Valor:
    """Lo contado; un mes sin renglones falta, salvo que se haya dado por capturado."""
    filas = filas_de(foto, trimestre, fuente, mes)
    if filas:
        return contar(filas, fuente.que, sexo)
    meses = trimestre.meses if mes is None else (mes,)
    faltan = tuple(m for m in meses if (clave, m) not in foto.conteos.capturados)
    return Valor(None if faltan else 0, faltan)


def _de_la_porcion(
    foto: FotoTrimestre, trimestre: Trimestre, fuente: Porcion, mes: int | None, sexo: Sexo | None
) -> Valor:
    """Lo contado de los que cumplen: cero donde hubo renglones y ninguno cumple; donde no, como el entero."""
    entero = foto.plan.cifra[fuente.de].fuente
    filas = filas_de(foto, trimestre, entero, mes) if isinstance(entero, Contada) else ()
    if not filas or not isinstance(entero, Contada):
        return valor_en(foto, trimestre, fuente.de, mes, sexo)
    de_esos = cumplen(filas, fuente.donde)
    return contar(de_esos, entero.que, sexo) if de_esos else Valor(0)


def _calculado(
    foto: FotoTrimestre, trimestre: Trimestre, fuente: Formula, mes: int | None, sexo: Sexo | None
) -> Valor:
    """La suma de unas menos otras; desconocida si alguna lo es."""
    suman = _sumadas(foto, trimestre, fuente.suma, mes, sexo)
    restan = _sumadas(foto, trimestre, fuente.resta, mes, sexo)
    faltan = suma([suman, restan]).faltan
    if suman.numero is None or restan.numero is None:
        return Valor(None, faltan)
    return Valor(suman.numero - restan.numero, faltan)


def _sumadas(
    foto: FotoTrimestre, trimestre: Trimestre, claves: Iterable[str], mes: int | None, sexo: Sexo | None
) -> Valor:
    """Lo que suman unas cifras, cero si ninguna; desconocido si alguna lo es."""
    valores = [valor_en(foto, trimestre, clave, mes, sexo) for clave in claves]
    todo = suma([Valor(0), *valores])
    return Valor(None, todo.faltan) if any(valor.numero is None for valor in valores) else todo


def repartido(fuente: Razon, de: Valor, entre: Valor) -> Valor:
    """Lo que tocan unas entre otras, redondeado como se aprende en la escuela; entre cero, no hubo.

    No se reparte lo que está a medias: con un mes sin dato no hay promedio.
    """
    faltan = suma([de, entre]).faltan
    if de.numero is None or entre.numero is None or faltan:
        return Valor(None, faltan)
    if not entre.numero:
        return Valor(None, no_hubo=True)
    numero = Decimal(de.numero) * (100 if fuente.por_cien else 1) / Decimal(entre.numero)
    return Valor(numero.quantize(Decimal(1).scaleb(-fuente.decimales), ROUND_HALF_UP))
