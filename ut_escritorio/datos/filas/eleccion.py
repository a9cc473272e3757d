"""Lo elegido para un informe y los días propios de la oficina, entre sus valores y sus filas."""

from __future__ import annotations

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.oficina.calendario import Descanso
from ut_escritorio.dominio.trimestre.eleccion import Eleccion, FirmanteElegido
from ut_escritorio.errores import ErrorEsperado


def leer_eleccion(legajo: Legajo) -> Eleccion:
    """Lo que se eligió para el informe del trimestre."""
    base = legajo.base
    ((papel, leyenda),) = base.filas(e.Trimestre, ("papel", "leyenda"), id=legajo.id)
    filas = base.filas(e.FirmanteElegido, ("puesto", "persona", "cargo"), "puesto", trimestre=legajo.id)
    papeles = dict(base.filas(e.Papel, ("id", "clave"), id=papel))
    personas = dict(base.filas(e.Persona, ("id", "clave"), id=tuple(persona for _, persona, _ in filas)))
    firmantes = {puesto: FirmanteElegido(personas[persona], cargo) for puesto, persona, cargo in filas}
    return Eleccion(papeles.get(papel, ""), leyenda, firmantes)


def elegir_papel(legajo: Legajo, clave: str | None) -> None:
    """Pone ese membrete al informe; None: el de la fecha de firma."""
    papel = None if clave is None else _fila(legajo.base, e.Papel, clave, "ese membrete")
    legajo.base.cambia(e.Trimestre, e.Trimestre.id == legajo.id, papel=papel)


def elegir_leyenda(legajo: Legajo, leyenda: str | None) -> None:
    """Pone esa leyenda al informe; None: la del plan."""
    legajo.base.cambia(e.Trimestre, e.Trimestre.id == legajo.id, leyenda=leyenda)


def elegir_firmante(legajo: Legajo, puesto: str, elegido: FirmanteElegido | None) -> None:
    """Pone quién firma en un puesto del informe; None: quien lo ocupe en la fecha de firma."""
    f = e.FirmanteElegido
    donde = (f.trimestre == legajo.id) & (f.puesto == puesto)
    if elegido is None:
        legajo.base.borra(f, donde)
        return
    persona = _fila(legajo.base, e.Persona, elegido.persona, "esa persona")
    if not legajo.base.cambia(f, donde, persona=persona, cargo=elegido.cargo):
        legajo.base.inserta(f, trimestre=legajo.id, puesto=puesto, persona=persona, cargo=elegido.cargo)


def _fila(base: Base, tabla: type[e.Papel] | type[e.Persona], clave: str, que: str) -> int:
    halladas = base.lee(tabla.select(tabla.id).where(tabla.clave == clave))
    if not halladas:
        raise ErrorEsperado(f"No está en la lista {que}; elija de nuevo.")
    return halladas[0][0]


def leer_descansos(base: Base) -> tuple[Descanso, ...]:
    """Los días propios de la oficina, en orden."""
    return tuple(Descanso(*fila) for fila in base.filas(e.Descanso, ("desde", "hasta", "nota"), "desde"))


def poner_descanso(base: Base, descanso: Descanso) -> None:
    """Agrega unos días de descanso, si no estaban."""
    if descanso not in leer_descansos(base):
        base.inserta(e.Descanso, desde=descanso.desde, hasta=descanso.hasta, nota=descanso.nota)


def quitar_descanso(base: Base, descanso: Descanso) -> None:
    """Quita unos días de descanso."""
    d = e.Descanso
    mismo = (d.desde == descanso.desde) & (d.hasta == descanso.hasta) & (d.nota == descanso.nota)
    base.borra(d, mismo)
