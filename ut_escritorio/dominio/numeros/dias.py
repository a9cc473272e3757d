"""Lo que se hace a diario, día por día: qué se marca, qué días faltan y qué se propone para ellos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.calendario import Calendario, habiles_del_mes
from ut_escritorio.dominio.palabras.redaccion import dias as en_lista
from ut_escritorio.dominio.palabras.redaccion import fecha_corta, lista
from ut_escritorio.dominio.plan.cifras import Capturada, Cifra
from ut_escritorio.dominio.plan.cuadros import cifras_de
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

SEMANA = ("lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo")
_UNO_POR_UNO = 6


@congelado
class CambioDeDia:
    """Lo que un día se contó de una cifra; None quita la marca."""

    cifra: str
    dia: date
    valor: int | None


def con_dia(dia: date) -> str:
    """«martes 14 de mayo»."""
    return f"{SEMANA[dia.weekday()]} {en_lista((dia,))}"


def por_que_aun_no(cambio: CambioDeDia, hoy: date) -> str:
    """Por qué no se anota todavía lo de ese día; vacío si ya llegó o si solo se quita la marca."""
    if cambio.valor is None or cambio.dia <= hoy:
        return ""
    return f"Todavía no llega el {fecha_corta(cambio.dia)}."


def se_marca_por_dia(cifra: Cifra) -> bool:
    """Si su mes puede contarse de días marcados: se escribe por mes, sin distinguir sexo."""
    return isinstance(cifra.fuente, Capturada) and "mes" in cifra.fuente.captura


def diarias(foto: FotoTrimestre) -> tuple[Cifra, ...]:
    """Las que se hacen a diario y algún cuadro del informe muestra, en el orden del plan."""
    return tuple(
        foto.plan.cifra[clave]
        for clave in dict.fromkeys(_mostradas(foto))
        if foto.plan.cifra[clave].por_dia and se_marca_por_dia(foto.plan.cifra[clave])
    )


def _mostradas(foto: FotoTrimestre) -> Iterator[str]:
    for lugar in foto.plan.lugares():
        if any(cada.clave in foto.sin_actividad for cada in foto.plan.cadena[lugar.clave]):
            continue
        for apartado in lugar.apartados:
            if apartado.clase == "cuadro":
                yield from cifras_de(foto.plan.cuadro[apartado.cuadro])


def dias_de(conteos: Conteos, cifra: str, mes: int | None = None) -> tuple[tuple[date, int], ...]:
    """Los días marcados de una cifra en un mes (None: en el año) y lo que se contó en cada uno, en orden."""
    suyos = ((dia, n) for (clave, dia), n in conteos.dias.items() if clave == cifra)
    return tuple(sorted((dia, n) for dia, n in suyos if mes in (None, dia.month)))


def los_de_hoy(foto: FotoTrimestre, hoy: date) -> tuple[CambioDeDia, ...]:
    """Lo de siempre de cada cifra diaria que hoy aún no se marca."""
    return tuple(
        CambioDeDia(cifra.clave, hoy, cifra.por_dia)
        for cifra in diarias(foto)
        if (cifra.clave, hoy) not in foto.conteos.dias
    )


def mes_entero(foto: FotoTrimestre, cifra: str, mes: int) -> int | None:
    """El número del mes si se escribió entero: así se queda, aunque haya días marcados."""
    return foto.conteos.valores.get(Casilla(cifra, foto.trimestre.numero, mes))


def sin_registrar(foto: FotoTrimestre, calendario: Calendario, hoy: date) -> Mapping[str, tuple[date, ...]]:
    """Los días hábiles de antes de hoy que a cada cifra diaria le faltan, las que tengan alguno.

    No los piden los meses escritos enteros ni los dados por revisados.
    """
    faltan = {
        cifra.clave: tuple(
            dia
            for mes in _meses_abiertos(foto, cifra.clave)
            for dia in _sin_marca(foto, calendario, cifra.clave, mes)
            if dia < hoy
        )
        for cifra in diarias(foto)
    }
    return {clave: dias for clave, dias in faltan.items() if dias}


def _meses_abiertos(foto: FotoTrimestre, cifra: str) -> Iterator[int]:
    for mes in foto.trimestre.meses:
        if mes_entero(foto, cifra, mes) is None and (cifra, mes) not in foto.conteos.capturados:
            yield mes


def _sin_marca(foto: FotoTrimestre, calendario: Calendario, cifra: str, mes: int) -> Iterator[date]:
    habiles = habiles_del_mes(calendario, foto.trimestre.ejercicio, mes)
    return (dia for dia in habiles if (cifra, dia) not in foto.conteos.dias)


def proponer_mes(
    foto: FotoTrimestre, calendario: Calendario, cifra: Cifra, mes: int, hoy: date
) -> Propuesta[CambioDeDia]:
    """Lo de siempre en cada día hábil del mes que no está marcado, sin pasar de hoy."""
    dias = (dia for dia in _sin_marca(foto, calendario, cifra.clave, mes) if dia <= hoy)
    cambios = tuple(CambioDeDia(cifra.clave, dia, cifra.por_dia) for dia in dias)
    return Propuesta(f"Marcar {cifra.por_dia} por día hábil", cambios)


def proponer_faltantes(foto: FotoTrimestre, faltan: Mapping[str, Sequence[date]]) -> Propuesta[CambioDeDia]:
    """Lo de siempre en cada día que quedó sin registrar."""
    cambios = tuple(
        CambioDeDia(clave, dia, foto.plan.cifra[clave].por_dia)
        for clave, dias in faltan.items()
        for dia in dias
    )
    return Propuesta("Completar los días sin registrar", cambios)


def dichos(dias: Iterable[date], hoy: date) -> str:
    """«8 y 9» si son de este mes; «8 y 9 de mayo»; muchos, «del 2 al 13 de mayo (8 días)»."""
    todos = sorted(set(dias))
    if len(todos) > _UNO_POR_UNO:
        primero, ultimo = todos[0], todos[-1]
        del_mismo = (primero.year, primero.month) == (ultimo.year, ultimo.month)
        desde = str(primero.day) if del_mismo else en_lista((primero,))
        return f"del {desde} al {en_lista((ultimo,))} ({len(todos)} días)"
    de_este_mes = all((dia.year, dia.month) == (hoy.year, hoy.month) for dia in todos)
    return lista([str(dia.day) for dia in todos]) if de_este_mes else en_lista(todos)
