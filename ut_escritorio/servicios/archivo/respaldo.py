"""Respaldar: copias enteras y verificadas, hechas sin estorbar a quien trabaja.

Todo se pide por la ruta del archivo y no usa el expediente abierto: puede hacerse aparte.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ut_escritorio.datos.archivo import respaldo as copias
from ut_escritorio.datos.archivo.fichas import ficha_de
from ut_escritorio.datos.disco import cuaderno as cuadernos
from ut_escritorio.datos.disco.destino import hacer_carpeta
from ut_escritorio.datos.disco.espacio import libre_en, pesos
from ut_escritorio.datos.disco.restos import quitar_restos
from ut_escritorio.dominio.oficina import respaldos as reglas
from ut_escritorio.dominio.oficina.respaldos import Cuenta, Ocasion, Respaldo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.nombres import libre, llamado, marca
from ut_escritorio.servicios.archivo.reconocidas import (
    anotado,
    con_las_dejadas,
    cuaderno_de_costumbre,
    halladas,
)

_NOTAS = logging.getLogger(__name__)


def _nada() -> None:
    pass


def carpeta_de_respaldos(archivo: Path) -> Path:
    """Donde van los respaldos que se hacen solos: «respaldos», junto al archivo."""
    return archivo.parent / "respaldos"


def cuenta_de(archivo: Path, cuaderno: Path | None = None) -> Cuenta:
    """Lo que se sabe de los respaldos de un archivo: los que hay, y si el último intento falló y por qué.

    Si no hay nada anotado, los que haya en su carpeta: el cuaderno pudo perderse.
    """
    cuenta = anotado(archivo, cuaderno or cuaderno_de_costumbre())
    hechos = _siguen(cuenta.hechos) or halladas(archivo, cuenta, carpeta_de_respaldos(archivo))
    return replace(cuenta, hechos=hechos)


def copias_de(archivo: Path, ahora: datetime, cuaderno: Path | None = None) -> tuple[Respaldo, ...]:
    """Las copias de un archivo que están a la mano y se dejan leer, la más adelantada primero.

    Las que este equipo anotó y las que haya en su carpeta, se llamen como se llamen. Las que guardan lo que
    el archivo de ahora no tiene, porque se restauró una de antes, van al final.
    """
    cuenta = anotado(archivo, cuaderno or cuaderno_de_costumbre())
    anotadas = (
        replace(hecho, accion=ficha.accion)
        for hecho in cuenta.hechos
        if (ficha := ficha_de(hecho.ruta)) and cuenta.identidad in ("", ficha.identidad)
    )
    otras = halladas(archivo, cuenta, carpeta_de_respaldos(archivo))
    return reglas.a_la_mano(con_las_dejadas(archivo, cuenta, (*anotadas, *otras)), _a_segundos(ahora))


def respaldar(
    archivo: Path,
    ahora: datetime,
    carpeta: Path | None = None,
    cuaderno: Path | None = None,
    al_leer: Callable[[], object] = _nada,
) -> Respaldo:
    """Deja una copia verificada con la fecha en su nombre, y quita de su carpeta las de él que ya sobran.

    Args:
        archivo: el de la oficina, abierto o no.
        ahora: la fecha que lleva.
        carpeta: donde queda, que debe existir; por omisión, en la suya, que se crea.
        cuaderno: dónde se anota; por omisión, en los ajustes.
        al_leer: se llama cuando el archivo ya se leyó: lo que falta es comprobar la copia.

    Raises:
        ErrorEsperado: el archivo no es de fiar o la carpeta no deja escribir; queda anotado.
    """
    cuaderno, ahora = cuaderno or cuaderno_de_costumbre(), _a_segundos(ahora)
    antes = anotado(archivo, cuaderno)
    try:
        carpeta = carpeta or hacer_carpeta(carpeta_de_respaldos(archivo))
        for cada in {carpeta, archivo.absolute().parent}:
            quitar_restos(cada, ahora)
        ruta = libre(carpeta, archivo, marca(ahora))
        huella = copias.copiar(archivo, ruta, al_leer=al_leer)
    except ErrorEsperado as error:
        _NOTAS.warning("no se respaldó: %s", type(error).__name__)
        cuadernos.anotar(cuaderno, archivo, replace(antes, fallo=str(error)))
        raise
    _NOTAS.info("respaldado y verificado")
    hecho = _hecho(ruta, ahora)
    despues = _rotar(archivo, antes, hecho)
    cuadernos.anotar(cuaderno, archivo, replace(despues, huella=huella, fallo=""))
    return hecho


def respaldar_tambien_alla(
    archivo: Path, ahora: datetime, cuaderno: Path | None = None, al_leer: Callable[[], object] = _nada
) -> Respaldo:
    """Respalda y, si lo de otro lugar se trabaja aquí, deja allá otra copia entera.

    Lanza lo mismo que `respaldar`; si solo falló lo de allá, el de aquí ya está hecho y anotado.
    """
    cuaderno = cuaderno or cuaderno_de_costumbre()
    hecho = respaldar(archivo, ahora, None, cuaderno, al_leer)
    cuenta = anotado(archivo, cuaderno)
    if cuenta.alla is None:
        return hecho
    try:
        quitar_restos(cuenta.alla, hecho.cuando)
        ruta = libre(cuenta.alla, archivo, marca(hecho.cuando))
        copias.copiar(hecho.ruta, ruta)
    except ErrorEsperado as error:
        fallo = f"La copia quedó en este equipo, pero no en «{cuenta.alla}». {error}"
        cuadernos.anotar(cuaderno, archivo, replace(cuenta, fallo=fallo))
        raise ErrorEsperado(fallo) from error
    *otros, de_aqui = cuenta.hechos
    despues = _rotar(archivo, replace(cuenta, hechos=tuple(otros)), _hecho(ruta, hecho.cuando))
    cuadernos.anotar(cuaderno, archivo, replace(despues, hechos=(*despues.hechos, de_aqui)))
    return hecho


def respaldar_si_toca(
    archivo: Path,
    ahora: datetime,
    ocasion: Ocasion,
    cuaderno: Path | None = None,
    al_leer: Callable[[], object] = _nada,
) -> Respaldo | None:
    """Respalda, también allá, si el archivo cambió desde el último y en esa ocasión toca; None si no.

    Lanza lo mismo que `respaldar_tambien_alla`.
    """
    dice, cuenta = copias.lo_que_dice(archivo), cuenta_de(archivo, cuaderno)
    if cuenta.ultimo and not cuenta.huella:
        cuenta = replace(cuenta, huella=copias.lo_que_dice(cuenta.ultimo.ruta))
    if not reglas.toca(cuenta, dice, _a_segundos(ahora), ocasion):
        return None
    return respaldar_tambien_alla(archivo, ahora, cuaderno, al_leer)


def _hecho(ruta: Path, ahora: datetime) -> Respaldo:
    ficha = ficha_de(ruta)
    return Respaldo(ruta.absolute(), ahora, ficha.accion if ficha else 0)


def _rotar(archivo: Path, antes: Cuenta, hecho: Respaldo) -> Cuenta:
    """Quita los que sobran o no caben en la carpeta del recién hecho; devuelve la cuenta de los que siguen.

    También los que el cuaderno no recordaba, si se hicieron solos; lo que ella nombró no se toca.
    """
    carpeta = hecho.ruta.parent
    nombres = {archivo.stem, *(llamado(r.ruta) for r in antes.hechos)} - {""}
    olvidados = [
        r for r in halladas(archivo, antes, carpeta) if r.ruta != hecho.ruta and llamado(r.ruta) in nombres
    ]
    hechos = (*olvidados, *antes.hechos, hecho)
    de_ahi = [r for r in hechos if r.ruta.parent == carpeta]
    sobran = reglas.sobran(de_ahi, hecho.cuando)
    quedan = [r for r in de_ahi if r not in sobran]
    no_caben = _no_caben(replace(antes, hechos=tuple(quedan)), hecho)
    for respaldo in (*sobran, *no_caben):
        if respaldo != hecho:
            copias.quitar(respaldo.ruta)
    por_espacio = antes.por_espacio
    if no_caben and not por_espacio:
        caben = len(quedan) - len(no_caben)
        por_espacio = f"Se conservan {caben} copias en vez de {len(quedan)}, por espacio."
    return replace(antes, hechos=_siguen(hechos), por_espacio=por_espacio)


def _no_caben(cuenta: Cuenta, hecho: Respaldo) -> tuple[Respaldo, ...]:
    pesan = pesos(r.ruta for r in cuenta.hechos)
    libre = libre_en(hecho.ruta.parent)
    if libre is None:
        return ()
    tope = reglas.tope_de(cuenta, libre + sum(pesan.values()))
    return reglas.no_caben(cuenta.hechos, hecho.cuando, pesan, tope)


def _siguen(hechos: tuple[Respaldo, ...]) -> tuple[Respaldo, ...]:
    """Los que están, o cuya carpeta hoy no se ve: estarán en una memoria desconectada."""
    return tuple(r for r in hechos if r.ruta.exists() or not r.ruta.parent.exists())


def edad(archivo: Path, ahora: datetime, cuaderno: Path | None = None) -> str:
    """De cuándo es el último respaldo bueno, como se dice a la vista."""
    return reglas.edad(cuenta_de(archivo, cuaderno), _a_segundos(ahora))


def _a_segundos(ahora: datetime) -> datetime:
    return ahora.replace(tzinfo=None, microsecond=0)


def copiar_a(archivo: Path, carpeta: Path, ahora: datetime, al_leer: Callable[[], object] = _nada) -> Path:
    """Deja en una carpeta, por lo común una memoria, una copia verificada; devuelve su ruta.

    Tras escribirla la vuelve a leer entera de donde quedó. Lanza lo mismo que `respaldar`.
    """
    ruta = libre(carpeta, archivo, marca(ahora))
    copias.copiar(archivo, ruta, releyendo=True, al_leer=al_leer)
    return ruta


def anotar_afuera(archivo: Path, ahora: datetime, cuaderno: Path) -> None:
    """Anota que en ese momento se dejó una copia en una memoria."""
    cuadernos.anotar(cuaderno, archivo, replace(anotado(archivo, cuaderno), afuera=_a_segundos(ahora)))
