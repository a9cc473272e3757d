"""Una cifra junto a la de otro trimestre: solo los meses que ya acabaron y que los dos tienen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.evaluacion import (
    lo_conocido_del_anio,
    repartido,
    sin_nada,
    suma,
    valor_en,
)
from ut_escritorio.dominio.numeros.por_componente import CifraEnSuLugar, por_componente
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.periodos import Trimestre, hace_un_anio, ya_termino
from ut_escritorio.dominio.plan.alcances import falta_en
from ut_escritorio.dominio.plan.arbol import Componente
from ut_escritorio.dominio.plan.cifras import Cifra, Numero, Razon, Valor
from ut_escritorio.dominio.plan.lugares import con_nombre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

BASE = 10
"""Desde cuánto había se dice el porcentaje: de 1 a 2 es «1 más» y no 100 %."""

_PORCENTAJE_QUE_DICE_ALGO = 999


@congelado
class DeOtro:
    """El trimestre con que se compara y una foto de su año; sin foto, el archivo no lo tiene."""

    trimestre: Trimestre
    foto: FotoTrimestre | None


@congelado
class Contra:
    """Una cifra contra la de otro trimestre.

    `meses`: los de este que se comparan, con los suyos del otro (`otros`); vacíos si ninguno, y entonces
    `otro` es su total, y le faltan los meses que no tienen nada; `por_acabar`, porque aún no acaba ninguno.
    `cambios`: por qué no es del todo lo mismo. `otra_cosa`: no se restan.
    """

    trimestre: Trimestre
    meses: tuple[int, ...]
    otros: tuple[int, ...]
    este: Valor
    otro: Valor
    cambios: tuple[str, ...] = ()
    otra_cosa: bool = False
    es_razon: bool = False
    por_acabar: bool = False

    @property
    def entero(self) -> bool:
        """Si se comparan los dos trimestres enteros."""
        return self.otros == self.trimestre.meses

    @property
    def diferencia(self) -> Numero | None:
        """Cuánto más (o menos, con signo) que entonces; None si no se sabe."""
        if not self.meses or self.otra_cosa or self.este.numero is None or self.otro.numero is None:
            return None
        return self.este.numero - self.otro.numero

    @property
    def por_cien(self) -> int | None:
        """La diferencia en porcentaje de lo que había; None si había muy poco o no dice nada."""
        cuanto, habia = self.diferencia, self.otro.numero
        if cuanto is None or self.es_razon or not habia or habia < BASE:
            return None
        por_cien = int((Decimal(cuanto) * 100 / Decimal(habia)).quantize(Decimal(1), ROUND_HALF_UP))
        return por_cien if abs(por_cien) <= _PORCENTAJE_QUE_DICE_ALGO else None


@congelado
class Comparada:
    """Una cifra en su trimestre, junto al anterior y al mismo de un año antes, y lo que va del año.

    `va`: lo que se sabe hasta ese trimestre. En `total` y en `va` faltan los meses ya acabados que no tienen
    nada: el que está a medias va en su número.
    """

    cifra: Cifra
    total: Valor
    anterior: Contra
    hace_un_anio: Contra
    va: Valor


@congelado
class Comparacion:
    """Las cifras de un trimestre por componente, cada una junto a las de los otros dos."""

    trimestre: Trimestre
    anterior: DeOtro
    hace_un_anio: DeOtro
    por_componente: tuple[tuple[Componente, tuple[Comparada, ...]], ...]


def comparacion(foto: FotoTrimestre, otra: FotoTrimestre | None, hoy: date | None) -> Comparacion:
    """La de la foto ese día; `otra` es la de un año antes, que al primer trimestre le da el anterior."""
    anterior, del_anio_pasado = con_quien(foto, otra)
    return Comparacion(
        foto.trimestre,
        anterior,
        del_anio_pasado,
        tuple(
            (componente, tuple(comparada(foto, una, anterior, del_anio_pasado, hoy) for una in suyas))
            for componente, suyas in por_componente(foto.plan)
        ),
    )


def con_quien(foto: FotoTrimestre, otra: FotoTrimestre | None) -> tuple[DeOtro, DeOtro]:
    """El trimestre anterior y el mismo de un año antes."""
    este = foto.trimestre
    del_mismo_anio = este.anterior.ejercicio == este.ejercicio
    return DeOtro(este.anterior, foto if del_mismo_anio else otra), DeOtro(hace_un_anio(este), otra)


def en_el_informe(foto: FotoTrimestre) -> date:
    """El día con que compara un informe: ya acabado su trimestre, que es cuando se entrega."""
    return max(foto.dia, foto.trimestre.siguiente.primer_dia)


def meses_acabados(foto: FotoTrimestre, hoy: date | None) -> tuple[int, ...]:
    """Los meses que quedaron atrás de hoy (None: no se sabe qué día es); firmado, todos."""
    if foto.firmado is not None:
        return foto.trimestre.meses
    return tuple(mes for mes in foto.trimestre.meses if hoy and ya_termino(foto.trimestre, mes, hoy))


def comparada(
    foto: FotoTrimestre, una: CifraEnSuLugar, anterior: DeOtro, del_anio_pasado: DeOtro, hoy: date | None
) -> Comparada:
    """Una cifra del trimestre de la foto junto a la de los otros dos."""
    clave, acabados, este = una.cifra.clave, meses_acabados(foto, hoy), foto.trimestre
    return Comparada(
        una.cifra,
        _sin_lo_que_no_acaba(foto, clave, _lo_conocido(foto, este, clave), acabados),
        _contra(foto, una, anterior, acabados),
        _contra(foto, una, del_anio_pasado, acabados),
        _sin_lo_que_no_acaba(foto, clave, lo_conocido_del_anio(foto, clave, este.numero), acabados),
    )


def _lo_conocido(foto: FotoTrimestre, trimestre: Trimestre, clave: str) -> Valor:
    """Lo que se sabe de un trimestre, y los meses que ahí no entran porque no tienen nada."""
    return replace(valor_en(foto, trimestre, clave), faltan=sin_nada(foto, trimestre, clave))


def _sin_lo_que_no_acaba(foto: FotoTrimestre, clave: str, valor: Valor, acabados: tuple[int, ...]) -> Valor:
    """El valor sin que le falte lo que aún no toca saber; lo que no va por mes, hasta acabar los tres."""
    meses = foto.trimestre.meses
    por_mes = falta_en(foto.plan.cifra, clave, por_mes=True, sexo=None) is None
    aun_no = set(meses) - set(acabados if por_mes or acabados == meses else ())
    return replace(valor, faltan=tuple(mes for mes in valor.faltan if mes not in aun_no))


def meses_de_hace_un_anio(
    foto: FotoTrimestre, una: CifraEnSuLugar, otra: FotoTrimestre | None
) -> tuple[Numero | None, ...]:
    """Lo de cada mes del año de la otra foto; nada si no se contaba, si era otra cosa o si no se sabe."""
    suya = otra.plan.cifra.get(una.cifra.clave) if otra else None
    if otra is None or suya is None or _otra_cosa(una.cifra, suya):
        return ()
    del_anio = tuple(
        valor_en(otra, Trimestre(otra.trimestre.ejercicio, (mes + 2) // 3), suya.clave, mes).numero
        for mes in range(1, 13)
    )
    return del_anio if any(numero is not None for numero in del_anio) else ()


def _contra(foto: FotoTrimestre, una: CifraEnSuLugar, de: DeOtro, acabados: tuple[int, ...]) -> Contra:
    clave, este, otra = una.cifra.clave, foto.trimestre, de.foto
    if otra is None or clave not in otra.plan.cifra:
        return Contra(de.trimestre, (), (), Valor(None), Valor(None))
    suya = otra.plan.cifra[clave]
    total, el_otro = valor_en(foto, este, clave), valor_en(otra, de.trimestre, clave)
    como = (
        tuple(cambios_desde(foto, una, otra)),
        _otra_cosa(una.cifra, suya),
        isinstance(una.cifra.fuente, Razon),
        not acabados,
    )
    if acabados == este.meses and total.completo and el_otro.completo:
        meses, otros = este.meses, de.trimestre.meses
        return Contra(de.trimestre, meses, otros, total, el_otro, *como)
    pares = [
        (mes, suyo)
        for mes, suyo in zip(este.meses, de.trimestre.meses, strict=True)
        if mes in acabados
        and valor_en(foto, este, clave, mes).completo
        and valor_en(otra, de.trimestre, clave, suyo).completo
    ]
    meses, otros = tuple(mes for mes, _ in pares), tuple(suyo for _, suyo in pares)
    if meses:
        total, el_otro = _en_meses(foto, este, clave, meses), _en_meses(otra, de.trimestre, clave, otros)
    else:
        el_otro = _lo_conocido(otra, de.trimestre, clave)
    return Contra(de.trimestre, meses, otros, total, el_otro, *como)


def _en_meses(foto: FotoTrimestre, trimestre: Trimestre, clave: str, meses: tuple[int, ...]) -> Valor:
    """Lo de esos meses, sumado de lo que el informe dice de cada uno; un promedio se reparte de lo sumado."""
    fuente = foto.plan.cifra[clave].fuente
    if not isinstance(fuente, Razon):
        return suma(valor_en(foto, trimestre, clave, mes) for mes in meses)
    de, entre = (suma(_en_meses(foto, trimestre, c, meses) for c in cs) for cs in (fuente.de, fuente.entre))
    return repartido(fuente, de, entre)


def _otra_cosa(cifra: Cifra, suya: Cifra) -> bool:
    """Si con la misma clave se contaba otra cosa: no se puede decir cuánto más."""
    return cifra.unidad != suya.unidad or _como_razon(cifra) != _como_razon(suya)


def _como_razon(cifra: Cifra) -> bool | None:
    """Si es porcentaje; None si no se reparte."""
    return cifra.fuente.por_cien if isinstance(cifra.fuente, Razon) else None


def cambios_desde(foto: FotoTrimestre, una: CifraEnSuLugar, otra: FotoTrimestre) -> Iterator[str]:
    """En qué no es la misma que en el año de la otra foto."""
    anio, suya = otra.trimestre.ejercicio, otra.plan.cifra[una.cifra.clave]
    if anio == foto.trimestre.ejercicio:
        return
    if antes := _de_donde_viene(foto, una):
        era = otra.plan.lugar.get(antes)
        yield f"pasó a ser otra: en {anio} era {con_nombre(era)}" if era else "pasó a ser otra"
    if llano(suya.nombre) != llano(una.cifra.nombre):
        yield f"en {anio} se llamaba «{suya.nombre}»"
    if _otra_cosa(una.cifra, suya):
        yield f"en {anio} se contaba otra cosa: {suya.unidad.plural}"


def _de_donde_viene(foto: FotoTrimestre, una: CifraEnSuLugar) -> str:
    """La clave que tenía lo que la lleva, la actividad antes que el paso; vacía si es el de siempre."""
    return next((lugar.antes for lugar in foto.plan.cadena[una.lugar.clave] if lugar.antes), "")
