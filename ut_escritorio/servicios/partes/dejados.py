"""Lo que un departamento dejó así en la revisión: va con su parte, y la otra jefa no lo contesta otra vez."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.partes.dejado import NINGUNO, Dejado, Dejados
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.servicios.entrega.revision import revisar


def dejados_en(foto: FotoTrimestre, hoy: date) -> Dejados:
    """Lo dejado así de un solo departamento, si aún se señala; lo demás es de quien arma el informe."""
    if not foto.dejados:
        return NINGUNO
    hallados = (hallado for hallado in revisar(foto, hoy) if hallado.motivo)
    lugares = ((hallado, [*_lugares(foto.plan, hallado.sitios)]) for hallado in hallados)
    return {
        hallado.huella: Dejado(suyos[0], hallado.mensaje)
        for hallado, suyos in lugares
        if len({foto.plan.cadena[lugar][0].departamento if lugar else "" for lugar in suyos} - {""}) == 1
        and all(suyos)
    }


def _lugares(plan: Plan, sitios: Iterable[Sitio]) -> Iterator[str]:
    """El de cada sitio; el de un oficio de remisión, el primero de su departamento."""
    for sitio in sitios:
        if sitio.lugar or sitio.origen.clase != "oficio":
            yield sitio.lugar
        else:
            yield next((suyo.clave for suyo in plan.componentes_de(sitio.origen.de)), "")
