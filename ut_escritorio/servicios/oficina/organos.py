"""Los órganos cuyo último día otra versión del programa decía otro: cuáles son y corregirlos."""

from __future__ import annotations

from ut_escritorio.datos.toml.de_fabrica.relevos import rectificados_conocidos
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.dominio.cambios_del_plan.organos import con_organos_rectificados, rectificables
from ut_escritorio.dominio.oficina.catalogo import Unidad
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.servicios.archivo.creacion import plan_del_programa
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficina.catalogos import cambiar_catalogo


def por_rectificar(foto: FotoTrimestre) -> tuple[Unidad, ...]:
    """Los que lo llevan y ese trimestre ya no existirían según el archivo, con el día que fue."""
    rectos = rectificables(foto.catalogo, rectificados_conocidos())
    return tuple(
        recta
        for recta in rectos
        if (dicha := foto.catalogo.unidad(recta.clave)) and dicha.hasta
        and dicha.hasta < foto.trimestre.ultimo_dia
    )  # fmt: skip


def rectificar(exp: Expediente, _: Trimestre) -> Cambios:
    """Les pone el día que fue, y agrega la autoridad que empezó después, si falta."""
    conocidos = leer_plan(plan_del_programa()).catalogo.unidades
    return cambiar_catalogo(
        exp,
        "Corregir hasta cuándo existió un órgano",
        lambda catalogo: con_organos_rectificados(catalogo, conocidos, rectificados_conocidos()),
    )
