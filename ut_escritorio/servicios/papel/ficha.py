"""La ficha de una sesión en su hoja: para firmarla, o para quien la pida, vaya o no en los anexos."""

from __future__ import annotations

from datetime import date

from ut_escritorio.datos.filas.anexos import leer_todas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.anexos import ficha_suelta
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.informe.armado.anexos import hoja_de_ficha
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.papel.hoja_suelta import HojaSuelta, logotipos_de


def ficha_de_sesion(exp: Expediente, trimestre: Trimestre, renglon: str, hoy: date) -> HojaSuelta:
    """La de un renglón (su uid), con las fotos suyas que salen; ErrorEsperado si no la lleva o ya no está."""
    foto = exp.foto(trimestre)
    suyo = foto.renglon.get(renglon)
    with exp.base.lectura():
        evidencias = leer_todas(exp.legajo(trimestre))  # la foto las trae solo si van en los anexos
    ficha = ficha_suelta(foto.plan, suyo, evidencias) if suyo else None
    if ficha is None:
        raise ErrorEsperado("De eso no se hace ficha, o ya no está; la pantalla se actualizó.")
    fotos = {cada.contenido: exp.contenido(cada.contenido) for cada in ficha.evidencias}
    imagenes = {**logotipos_de(exp, foto, foto.dia), **fotos}
    return HojaSuelta(hoja_de_ficha(foto, ficha, hoy), imagenes, "paradas")
