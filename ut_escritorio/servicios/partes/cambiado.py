"""Lo recibido que aquí se cambia: de quién era, para preguntar una vez."""

from __future__ import annotations

from collections.abc import Mapping

from ut_escritorio.datos.historia.acciones import cambios_de
from ut_escritorio.datos.historia.linaje import claves_tocadas
from ut_escritorio.datos.historia.recepciones import recepciones
from ut_escritorio.dominio.partes.recibido import RECIBIR, Recepcion, Recibidas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.servicios.archivo.expediente import Expediente


def recibidas_en(exp: Expediente, trimestre: Trimestre) -> Recibidas:
    """Lo que se ha recibido en un trimestre."""
    return Recibidas(recepciones(exp.base, exp.legajo(trimestre).id))


def recien_cambiado(exp: Expediente, recibidas: Recibidas) -> Mapping[str, Recepcion]:
    """De lo último que se hizo, cada cosa recibida que cambió y cuándo se recibió."""
    hecho = exp.pila.por_deshacer()
    if hecho is None or hecho.nombre.startswith(RECIBIR):
        return {}
    tocadas = claves_tocadas(exp.base, cambios_de(exp.base, hecho))
    return {clave: vez for clave in tocadas if (vez := recibidas.de_cosa(clave)) is not None}
