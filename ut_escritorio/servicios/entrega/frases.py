"""Las frases de un informe abierto que otra versión del programa dice de otro modo, con los mismos datos."""

from __future__ import annotations

from pathlib import Path

from ut_escritorio.datos.archivo.fichas import identidad_de
from ut_escritorio.datos.disco import dichos
from ut_escritorio.datos.disco.dichos import LoDicho
from ut_escritorio.datos.historia.entonces import foto_de_entonces, ultima_accion
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.diferencias import Diferencia, Llave, de_textos, textos_de


def recordar_frases(recuerdos: Path, exp: Expediente, trimestre: Trimestre) -> None:
    """Recuerda, fuera del archivo, lo que hoy dice el informe de un trimestre; de uno firmado, nada."""
    if exp.base.cerrada:
        return
    foto = exp.foto(trimestre)
    if foto.firmado is None:
        textos = {_escrita(llave): texto for llave, texto in textos_de(armar(foto)).items()}
        dichos.anotar(recuerdos, _cual(exp, foto.trimestre), LoDicho(ultima_accion(exp.base), textos))


def frases_que_cambian(recuerdos: Path, exp: Expediente, foto: FotoTrimestre) -> tuple[Diferencia, ...]:
    """Lo que se recuerda de un trimestre abierto y, con los datos de entonces, hoy se dice de otro modo.

    Nada si no se recuerda, o si la historia del archivo no alcanza para volver a esos datos.
    """
    recordado = None if foto.firmado else dichos.leer(recuerdos, _cual(exp, foto.trimestre))
    if recordado is None:
        return ()
    al_dia = recordado.accion == ultima_accion(exp.base)
    entonces = foto if al_dia else foto_de_entonces(exp.base, foto.trimestre, recordado.accion)
    if entonces is None:
        return ()
    nuevos = textos_de(armar(entonces))
    ahora = nuevos if al_dia else textos_de(armar(foto))
    viejos = {
        llave: recordado.textos[_escrita(llave)] for llave in nuevos if _escrita(llave) in recordado.textos
    }
    cambian = {llave for llave, dicho in viejos.items() if dicho != nuevos[llave] == ahora.get(llave)}
    return tuple(
        de_textos(
            {llave: viejos[llave] for llave in nuevos if llave in cambian},
            {llave: nuevos[llave] for llave in nuevos if llave in cambian},
            foto,
            nuevos,
        )
    )


def _escrita(llave: Llave) -> str:
    origen, cual = llave
    return f"{origen}\n{cual}"


def _cual(exp: Expediente, trimestre: Trimestre) -> str:
    return f"{identidad_de(exp.base)} {trimestre.ejercicio}-{trimestre.numero}"
