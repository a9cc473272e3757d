"""Las frases de un informe abierto que otra versión del programa dice de otro modo, con los mismos datos."""

from __future__ import annotations

from pathlib import Path

from ut_escritorio.datos.archivo.fichas import identidad_de
from ut_escritorio.datos.disco import dichos
from ut_escritorio.datos.disco.dichos import LoDicho
from ut_escritorio.datos.historia.entonces import apertura_de, foto_de_entonces, ultima_accion
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega.diferencias import Diferencia, Llave, de_textos, textos_de
from ut_escritorio.servicios.entrega.velo import Velo


@congelado
class PorComparar:
    """Un informe abierto como es, como era al recordarse, y lo que entonces decía, aún cubierto."""

    foto: FotoTrimestre
    entonces: FotoTrimestre
    dicho: LoDicho


def recordar_frases(recuerdos: Path, exp: Expediente, trimestre: Trimestre) -> None:
    """Recuerda, fuera del archivo, lo que hoy dice el informe de un trimestre; de uno firmado, nada.

    De lo que ella anotó y de los nombres se recuerda solo su huella.
    """
    if exp.base.cerrada:
        return
    foto = exp.foto(trimestre)
    if foto.firmado is None:
        velo = Velo(foto)
        textos = {_escrita(llave): velo.cubierto(texto) for llave, texto in textos_de(armar(foto)).items()}
        accion = ultima_accion(exp.base)
        dicho = LoDicho(accion, textos, apertura_de(exp.base, accion))
        dichos.anotar(recuerdos, _cual(exp, foto.trimestre), dicho)


def por_comparar(recuerdos: Path, exp: Expediente, foto: FotoTrimestre) -> PorComparar | None:
    """Lo que se recuerda de un trimestre abierto, con los datos que entonces tenía.

    None si no se recuerda, si lo recordado es de otra copia que siguió aparte, o si la historia del archivo
    no alcanza para volver a esos datos.
    """
    recordado = None if foto.firmado else dichos.leer(recuerdos, _cual(exp, foto.trimestre))
    if recordado is None or recordado.apertura not in ("", apertura_de(exp.base, recordado.accion)):
        return None
    al_dia = recordado.accion == ultima_accion(exp.base)
    entonces = foto if al_dia else foto_de_entonces(exp.base, foto.trimestre, recordado.accion)
    return PorComparar(foto, entonces, recordado) if entonces else None


def frases_que_cambian(que: PorComparar) -> tuple[Diferencia, ...]:
    """Lo que, con los datos de entonces, hoy se dice de otro modo; no lee el archivo."""
    foto, velo = que.foto, Velo(que.entonces)
    nuevos = textos_de(armar(que.entonces))
    ahora = nuevos if que.entonces is foto else textos_de(armar(foto))
    cubiertos = {llave: que.dicho.textos.get(_escrita(llave)) for llave in nuevos}
    viejos = {llave: velo.descubierto(texto) for llave, texto in cubiertos.items() if texto is not None}
    antes = {
        llave: dicho
        for llave, dicho in viejos.items()
        if dicho is not None and dicho != nuevos[llave] == ahora.get(llave)
    }
    return tuple(de_textos(antes, {llave: nuevos[llave] for llave in antes}, foto, nuevos))


def _escrita(llave: Llave) -> str:
    origen, cual = llave
    return f"{origen}\n{cual}"


def _cual(exp: Expediente, trimestre: Trimestre) -> str:
    return f"{identidad_de(exp.base)} {trimestre.ejercicio}-{trimestre.numero}"
