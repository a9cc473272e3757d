"""Lo escrito a mano sobre una frase que hoy se dice de otro modo: si cambiaron los datos o el programa."""

from __future__ import annotations

from collections.abc import Mapping

from ut_escritorio.datos.historia.entonces import accion_de_texto, foto_de_entonces
from ut_escritorio.dominio.impreso.recorrido import impresos
from ut_escritorio.dominio.impreso.relatos import Relato
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.servicios.archivo.expediente import Expediente


def reconocer_lo_del_programa(exp: Expediente, foto: FotoTrimestre) -> bool:
    """Reconoce los textos a mano cuyos datos son los de cuando se escribieron; si halló alguno nuevo.

    Con los datos de entonces esta versión del programa dice lo mismo que hoy: lo que cambió es cómo lo dice.
    En adelante la foto los da por escritos sobre lo que hoy dice. No escribe nada en el archivo.
    """
    hallado = False
    cambiados = _cambiados(foto) if foto.a_mano else dict[Origen, Relato]()
    for origen, relato in cambiados.items():
        accion = accion_de_texto(exp.base, exp.legajo(foto.trimestre).id, origen)
        entonces = None if accion is None else foto_de_entonces(exp.base, foto.trimestre, accion)
        if entonces is not None and _automatico(entonces, origen) == relato.automatico:
            exp.dar_por_sustituido(foto.a_mano[origen], relato.automatico)
            hallado = True
    return hallado


def _cambiados(foto: FotoTrimestre) -> Mapping[Origen, Relato]:
    return {i.relato.origen: i.relato for i in impresos(foto) if i.relato.cambio}


def _automatico(foto: FotoTrimestre, origen: Origen) -> str | None:
    return next((i.relato.automatico for i in impresos(foto) if i.relato.origen == origen), None)
