"""Lo que los catálogos dicen en frases, sin nada de Qt."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.oficina.calendario import Calendario, Descanso
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha


def historia_de(catalogo: Catalogo, puesto: str, despues_de: date = date.min) -> list[str]:
    """Quién lo ha ocupado, en orden: «Hasta el 31/12/2030: Ana», «A partir del 01/01/2031: Eva».

    Con `despues_de`, solo quienes empiezan a ocuparlo después de ese día.
    """
    suyos = sorted(catalogo.nombrados(puesto), key=lambda n: n.desde or date.min)
    return [
        f"{_cuando(n.desde, n.hasta)}: {_nombre(catalogo, n.persona)}, {n.cargo}"
        for n in suyos
        if despues_de == date.min or (n.desde or date.min) > despues_de
    ]


def desde_cuando(dia: date | None, hoy: date, *, hay_antes: bool) -> date | None:
    """Desde qué día vale lo que se dice; None, desde siempre: es lo primero, y ella dejó el de hoy."""
    return None if dia == hoy and not hay_antes else dia


def _cuando(desde: date | None, hasta: date | None) -> str:
    match desde, hasta:
        case None, None:
            return "Desde siempre"
        case None, _:
            return f"Hasta el {decir_fecha(hasta)}"
        case _, None:
            return f"A partir del {decir_fecha(desde)}"
        case _:
            return f"Del {decir_fecha(desde)} al {decir_fecha(hasta)}"


def _nombre(catalogo: Catalogo, clave: str) -> str:
    persona = catalogo.persona(clave)
    return persona.con_tratamiento if persona else "alguien que ya no está en la lista"


def dicho_de(unidad: Unidad) -> str:
    """El nombre de una unidad y, si ya no existe, hasta cuándo existió."""
    fin = f" (hasta el {decir_fecha(unidad.hasta)})" if unidad.hasta else ""
    return f"{unidad.nombre}{fin}"


def dias_de(
    calendario: Calendario, descansos: tuple[Descanso, ...], anio: int
) -> list[tuple[str, Descanso | None]]:
    """Los días que no se trabajan en un año, en orden; los de la oficina, con su descanso."""
    feriados = calendario.feriados_de(anio)
    de_ley = [(dia, f"{decir_fecha(dia)}  {nota}", None) for dia, nota in feriados.items()]
    propios = [(d.desde, _descanso(d), d) for d in descansos if anio in (d.desde.year, d.hasta.year)]
    todos = sorted([*de_ley, *propios], key=lambda cosa: cosa[0])
    return [(dicho, descanso) for _, dicho, descanso in todos]


def _descanso(d: Descanso) -> str:
    desde, hasta = decir_fecha(d.desde), decir_fecha(d.hasta)
    cuando = desde if desde == hasta else f"{desde} al {hasta}"
    return f"{cuando}  {d.nota}".strip()
