"""Las hojas para capturar a mano: su gente las llena y ella las teclea después; del informe no son parte."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.palabras.redaccion import periodo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Actividad, Plan
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.armado.captura import hojas_de_captura
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficina.calendario import calendario_de
from ut_escritorio.servicios.papel.hoja_suelta import HojaSuelta, logotipos_de


def actividades_de(plan: Plan) -> tuple[Actividad, ...]:
    """Las que se pueden capturar, en el orden del informe."""
    return tuple(actividad for componente in plan.componentes for actividad in componente.actividades)


def para_capturar(
    exp: Expediente, trimestre: Trimestre, numero: str, hoy: date, mes: int | None = None
) -> HojaSuelta:
    """Las de una actividad, por su número, o las de todas si no se dice; del trimestre o de un mes suyo.

    ErrorEsperado si ninguna tiene ese número, el plan aún no tiene actividades, o el mes es de otro.
    """
    if mes is not None and mes not in trimestre.meses:
        raise ErrorEsperado(f"Ese mes no es del {trimestre}: es de {periodo(trimestre)}.")
    foto = exp.foto(trimestre)
    todas = actividades_de(foto.plan)
    elegidas = tuple(cada for cada in todas if numero in ("", cada.numero))
    if not elegidas:
        hay = f"Hay: {', '.join(cada.numero for cada in todas)}." if todas else "El plan no tiene ninguna."
        raise ErrorEsperado(f"Ninguna actividad tiene el número «{numero}». {hay}")
    documento = hojas_de_captura(foto, calendario_de(foto), elegidas, hoy, mes)
    return HojaSuelta(documento, logotipos_de(exp, foto, foto.dia), "por llenar")
