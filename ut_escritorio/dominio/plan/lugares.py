"""Un lugar del plan dicho en palabras: «componente 1», «1.2», «1.2 paso 3»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ut_escritorio.dominio.palabras.redaccion import con_inicial, unas
from ut_escritorio.dominio.plan.arbol import Componente, Lugar, Plan


def en_palabras(numeros: Sequence[str]) -> str:
    """«componente 1», «1.2», «1.2 paso 3»: por los números del lugar y de los que lo contienen, en orden."""
    match numeros:
        case (componente,):
            return f"componente {componente}"
        case (_, actividad):
            return actividad
        case (_, actividad, paso):
            return f"{actividad} paso {paso}"
        case _:
            return ""


def donde(plan: Plan, clave: str) -> str:
    """El lugar en palabras, como va dentro de una frase; vacío si es todo el informe."""
    return en_palabras([lugar.numero for lugar in plan.cadena.get(clave, ())])


def de_donde(plan: Plan, clave: str) -> str:
    """« de 1.2 paso 3», « del componente 1»; vacío si es todo el informe."""
    dicho = donde(plan, clave)
    return f" de{'l' if len(plan.cadena[clave]) == 1 else ''} {dicho}" if dicho else ""


def donde_estan(plan: Plan, claves: Iterable[str]) -> str:
    """Los lugares entre paréntesis, sin repetir: « (1.1 paso 3; 2.4)»; nada si no hay ninguno."""
    nombres = [donde(plan, clave) for clave in dict.fromkeys(claves) if clave]
    return f" ({'; '.join(nombres)})" if nombres else ""


def breve(lugar: Lugar) -> str:
    """El nombre corto o, donde no lo hay, el largo."""
    return lugar.corto or lugar.nombre


def rotulo(lugar: Lugar) -> str:
    """Su número como encabeza lo suyo: «Componente 1», «1.2», «2»."""
    return f"Componente {lugar.numero}" if isinstance(lugar, Componente) else lugar.numero


def con_nombre(lugar: Lugar) -> str:
    """«1.2 Portal»; de un componente, solo su número."""
    return rotulo(lugar) if isinstance(lugar, Componente) else f"{lugar.numero} {breve(lugar)}"


def decir_lugar(plan: Plan, clave: str) -> str:
    """«1.2 paso 2 · Se solicitó»: un lugar donde se anota, con su nombre corto."""
    return f"{con_inicial(donde(plan, clave))} · {breve(plan.lugar[clave])}"


def dicho_de_usado(plan: Plan, folios: Sequence[str], lugar: str) -> str:
    """«UT/0548/2031 ya está en 1.2 paso 2.»: unos números de oficio que ya se usaron ahí."""
    esta = "está" if len(folios) == 1 else "están"
    return f"{unas(folios)} ya {esta} en {donde(plan, lugar) or 'un oficio de remisión'}."
