"""Respaldar, comprobar y restaurar: copias enteras y verificadas, hechas sin estorbar a quien trabaja.

Todo se pide por la ruta del archivo y no usa el expediente abierto: puede hacerse aparte.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.datos.archivo import respaldo as copias
from ut_escritorio.datos.archivo import restauracion
from ut_escritorio.datos.archivo.apertura import abrir_sin_revisar, revisar_por_fuera
from ut_escritorio.datos.archivo.fichas import ficha_de
from ut_escritorio.datos.disco import cuaderno as cuadernos
from ut_escritorio.datos.disco import ubicacion
from ut_escritorio.datos.disco.restos import quitar_restos
from ut_escritorio.datos.disco.ubicacion import Ubicacion
from ut_escritorio.datos.historia.acciones import ultimo_cambio
from ut_escritorio.datos.motor.identidad import Senas, senas_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina import respaldos as reglas
from ut_escritorio.dominio.oficina.respaldos import Cuenta, Ocasion, Respaldo
from ut_escritorio.errores import ArchivoDanado, ContenidoCambiado, ErrorEsperado
from ut_escritorio.servicios.archivo.reconocidas import FORMATO, anotado, con_las_dejadas, halladas, llamado

_NOTAS = logging.getLogger(__name__)
Reloj = Callable[[], datetime]


def _nada() -> None:
    pass


def carpeta_de_respaldos(archivo: Path) -> Path:
    """Donde van los respaldos que se hacen solos: «respaldos», junto al archivo."""
    return archivo.parent / "respaldos"


def _cuaderno() -> Path:
    return rutas.carpeta_de_ajustes() / "respaldos.json"


def cuenta_de(archivo: Path, cuaderno: Path | None = None) -> Cuenta:
    """Lo que se sabe de los respaldos de un archivo: los que hay, y si el último intento falló y por qué.

    Si no hay nada anotado, los que haya en su carpeta: el cuaderno pudo perderse.
    """
    cuenta = anotado(archivo, cuaderno or _cuaderno())
    hechos = _siguen(cuenta.hechos) or halladas(archivo, cuenta, carpeta_de_respaldos(archivo))
    return replace(cuenta, hechos=hechos)


def copias_de(archivo: Path, cuaderno: Path | None = None) -> tuple[Respaldo, ...]:
    """Las copias de un archivo que están a la mano y se dejan leer, la más adelantada primero.

    Las que este equipo anotó y las que haya en su carpeta, se llamen como se llamen. Las que guardan lo que
    el archivo de ahora no tiene, porque se restauró una de antes, van al final.
    """
    cuenta = anotado(archivo, cuaderno or _cuaderno())
    anotadas = (
        replace(hecho, accion=ficha.accion)
        for hecho in cuenta.hechos
        if (ficha := ficha_de(hecho.ruta)) and cuenta.identidad in ("", ficha.identidad)
    )
    otras = halladas(archivo, cuenta, carpeta_de_respaldos(archivo))
    return reglas.a_la_mano(con_las_dejadas(archivo, cuenta, (*anotadas, *otras)))


# Respaldar


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
    cuaderno, ahora = cuaderno or _cuaderno(), _a_segundos(ahora)
    antes = anotado(archivo, cuaderno)
    try:
        carpeta = carpeta or _crear(carpeta_de_respaldos(archivo))
        for cada in {carpeta, archivo.absolute().parent}:
            quitar_restos(cada, ahora)
        ruta = _libre(carpeta, archivo, _marca(ahora))
        huella = copias.copiar(archivo, ruta, al_leer=al_leer)
    except ErrorEsperado as error:
        _NOTAS.warning("no se respaldó: %s", type(error).__name__)
        cuadernos.anotar(cuaderno, archivo, replace(antes, fallo=str(error)))
        raise
    _NOTAS.info("respaldado y verificado")
    hecho = _hecho(ruta, ahora)
    hechos = _rotar(archivo, antes, hecho)
    cuadernos.anotar(cuaderno, archivo, replace(antes, hechos=hechos, huella=huella, fallo=""))
    return hecho


def respaldar_tambien_alla(
    archivo: Path, ahora: datetime, cuaderno: Path | None = None, al_leer: Callable[[], object] = _nada
) -> Respaldo:
    """Respalda y, si lo de otro lugar se trabaja aquí, deja allá otra copia entera.

    Lanza lo mismo que `respaldar`; si solo falló lo de allá, el de aquí ya está hecho y anotado.
    """
    cuaderno = cuaderno or _cuaderno()
    hecho = respaldar(archivo, ahora, None, cuaderno, al_leer)
    cuenta = anotado(archivo, cuaderno)
    if cuenta.alla is None:
        return hecho
    try:
        quitar_restos(cuenta.alla, hecho.cuando)
        ruta = _libre(cuenta.alla, archivo, _marca(hecho.cuando))
        copias.copiar(hecho.ruta, ruta)
    except ErrorEsperado as error:
        fallo = f"La copia quedó en este equipo, pero no en «{cuenta.alla}». {error}"
        cuadernos.anotar(cuaderno, archivo, replace(cuenta, fallo=fallo))
        raise ErrorEsperado(fallo) from error
    *otros, de_aqui = cuenta.hechos
    hechos = _rotar(archivo, replace(cuenta, hechos=tuple(otros)), _hecho(ruta, hecho.cuando))
    cuadernos.anotar(cuaderno, archivo, replace(cuenta, hechos=(*hechos, de_aqui)))
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


def _crear(carpeta: Path) -> Path:
    try:
        carpeta.mkdir(exist_ok=True)
    except OSError as causa:
        raise ErrorEsperado(f"No se pudo crear la carpeta «{carpeta}». Revise que se permita.") from causa
    return carpeta


def _marca(ahora: datetime) -> str:
    return ahora.strftime(FORMATO)


def _libre(carpeta: Path, archivo: Path, marca: str) -> Path:
    """Un nombre que nada tenga en esa carpeta: el del archivo y la marca."""
    nombres = (
        f"{archivo.stem} {marca}{n}{archivo.suffix}" for n in ("", *(f" ({n})" for n in range(2, 100)))
    )
    return next(libre for nombre in nombres if not (libre := carpeta / nombre).exists())


def _hecho(ruta: Path, ahora: datetime) -> Respaldo:
    ficha = ficha_de(ruta)
    return Respaldo(ruta.absolute(), ahora, ficha.accion if ficha else 0)


def _rotar(archivo: Path, antes: Cuenta, hecho: Respaldo) -> tuple[Respaldo, ...]:
    """Quita los que sobran en la carpeta del recién hecho; devuelve los que siguen contando.

    También los que el cuaderno no recordaba, si se hicieron solos; lo que ella nombró no se toca.
    """
    carpeta = hecho.ruta.parent
    nombres = {archivo.stem, *(llamado(r.ruta) for r in antes.hechos)} - {""}
    olvidados = [
        r for r in halladas(archivo, antes, carpeta) if r.ruta != hecho.ruta and llamado(r.ruta) in nombres
    ]
    hechos = (*olvidados, *antes.hechos, hecho)
    for respaldo in reglas.sobran([r for r in hechos if r.ruta.parent == carpeta], hecho.cuando):
        if respaldo != hecho:
            copias.quitar(respaldo.ruta)
    return _siguen(hechos)


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
    ruta = _libre(carpeta, archivo, _marca(ahora))
    copias.copiar(archivo, ruta, releyendo=True, al_leer=al_leer)
    return ruta


def trabajar_aqui(archivo: Path, carpeta: Path, ahora: datetime, cuaderno: Path | None = None) -> Path:
    """Copia el archivo a una carpeta de este equipo, para trabajar ahí, y devuelve su ruta.

    Desde entonces cada copia se deja también donde estaba el original, que se queda como está. Lanza lo
    mismo que `respaldar`.
    """
    try:
        carpeta.mkdir(parents=True, exist_ok=True)
    except OSError as causa:
        raise ErrorEsperado(f"No se pudo crear la carpeta «{carpeta}». Revise que se permita.") from causa
    propio = carpeta / archivo.name
    ruta = propio if not propio.exists() else _libre(carpeta, archivo, _marca(ahora))
    copias.copiar(archivo, ruta)
    cuaderno = cuaderno or _cuaderno()
    cuadernos.anotar(cuaderno, ruta, replace(anotado(ruta, cuaderno), alla=archivo.absolute().parent))
    return ruta


# Comprobar


@congelado
class Informe:
    """Cómo está un archivo o una copia.

    `hallazgo` dice qué tiene si no está sano; `cambiado`, si está entero y solo dice otra cosa. `filas` es
    cuánto guarda, y `ultimo_cambio`, de cuándo es lo último que se anotó. `senas` sirven para abrirlo sin
    revisarlo otra vez.
    """

    ruta: Path
    hallazgo: str
    cambiado: bool = False
    filas: int = 0
    ultimo_cambio: datetime | None = None
    senas: Senas | None = None

    @property
    def sano(self) -> bool:
        """Si es de fiar."""
        return not self.hallazgo

    def __str__(self) -> str:
        if self.hallazgo:
            return self.hallazgo
        hasta = (
            f"; lo último se anotó el {self.ultimo_cambio:%d/%m/%Y a las %H:%M}" if self.ultimo_cambio else ""
        )
        return f"«{self.ruta.name}» está sano y completo{hasta}."


def comprobar(ruta: Path) -> Informe:
    """Revisa entero un archivo o una copia, sin cambiar nada.

    ErrorEsperado si no se puede: no existe, no se deja leer, es más nuevo o quedó a medio guardar.
    """
    senas = senas_de(ruta) if ruta.exists() else None
    try:
        base = revisar_por_fuera(ruta)
    except ArchivoDanado as dano:
        return Informe(ruta, str(dano), isinstance(dano, ContenidoCambiado))
    try:
        filas = sum(copias.contar(base).filas.values())
        return Informe(ruta, "", False, filas, ultimo_cambio(base), senas)
    finally:
        base.cerrar()


# Restaurar y aceptar


def antes_de_restaurar(archivo: Path, copia: Path, cuaderno: Path | None = None) -> str:
    """Lo que hay que saber de una copia antes de restaurarla: que es de otro archivo; vacío si es del suyo.

    ErrorEsperado si no sirve; se mira por encima, y entera al restaurarla.
    """
    base = abrir_sin_revisar(copia)
    try:
        cuando = ultimo_cambio(base)
    finally:
        base.cerrar()
    suya, de_esta = anotado(archivo, cuaderno or _cuaderno()).identidad, ficha_de(copia)
    if not suya or de_esta is None or de_esta.identidad == suya:
        return ""
    hasta = f"; lo último que se anotó en él es del {cuando:%d/%m/%Y}" if cuando else ""
    return (
        f"«{copia.name}» no es una copia de «{archivo.name}»: es otro archivo, quizá de otra oficina{hasta}. "
        "Restaúrelo solo si es el que busca."
    )


def restaurar(archivo: Path, copia: Path, ahora: datetime, cuaderno: Path | None = None) -> Path | None:
    """Pone en el lugar del archivo lo que dice una copia; devuelve dónde quedó apartado lo que había.

    El archivo debe estar cerrado. Lo que hay, si está sano, antes se respalda; nunca se borra. None: no
    había nada.

    Raises:
        ArchivoEnUso: está abierto.
        ErrorEsperado: la copia no es de fiar, o no se pudo respaldar o escribir; el archivo queda como
            estaba.
    """
    informe = comprobar(copia)
    if not informe.sano:
        raise ErrorEsperado(f"Esa copia no sirve y no se restauró. {informe.hallazgo}")
    if archivo.exists() and archivo.samefile(copia):
        raise ErrorEsperado("Esa copia es el mismo archivo. Elija una de las copias de respaldo.")
    if _esta_sano(archivo):
        respaldar(archivo, ahora, cuaderno=cuaderno)
    apartado = _libre(archivo.parent, archivo, f"(antes de restaurar {_marca(ahora)})")
    restauracion.restaurar(archivo, copia, apartado, ahora)
    return apartado if apartado.exists() else None


def _esta_sano(archivo: Path) -> bool:
    try:
        return comprobar(archivo).sano
    except ErrorEsperado:
        return False


def aceptar_como_esta(archivo: Path, motivo: str, ahora: Reloj) -> Path:
    """Sella, en una copia nueva junto al archivo, el contenido que otro programa cambió; devuelve la copia.

    El original se conserva; el motivo queda en la historia de la copia.

    Raises:
        ErrorEsperado: falta el motivo, no hay nada que aceptar o además está dañado.
    """
    if not motivo.strip():
        raise ErrorEsperado("Escriba por qué se acepta el contenido como está; queda anotado en la copia.")
    destino = _libre(archivo.parent, archivo, f"(aceptado {_marca(ahora())})")
    restauracion.aceptar(archivo, destino, motivo.strip(), ahora)
    return destino


# Dónde está


def carpeta_de_trabajo() -> Path:
    """Una carpeta de este equipo donde conviene trabajar: la de la oficina o, si está en la nube, otra."""
    de_costumbre = rutas.carpeta_de_datos()
    en_el_equipo = ubicacion.ubicacion_de(de_costumbre) == "equipo"
    return de_costumbre if en_el_equipo else Path.home() / rutas.APLICACION


_EXPLICACIONES: dict[Ubicacion, str] = {
    "equipo": "",
    "memoria": (
        "El archivo está en una memoria que se puede desconectar: si se quita mientras se guarda, lo último "
        "se pierde. Conviene trabajar en este equipo y copiarlo ahí entero al terminar."
    ),
    "nube": (
        "El archivo está en OneDrive, que puede copiarlo a medio guardar o juntar lo de dos equipos. "
        "Conviene trabajar en otra carpeta de este equipo y dejar ahí copias enteras."
    ),
    "red": (
        "El archivo está en la red: si se corta mientras se guarda, puede dañarse. Conviene trabajar en este "
        "equipo y dejar ahí copias enteras."
    ),
}


def ubicacion_de(archivo: Path) -> tuple[Ubicacion, str]:
    """En qué clase de carpeta está el archivo y, si no conviene trabajar ahí, por qué."""
    clase = ubicacion.ubicacion_de(archivo)
    return clase, _EXPLICACIONES[clase]
