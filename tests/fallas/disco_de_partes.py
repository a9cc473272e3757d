"""La memoria falla, se llena o se saca en cada operación de entregar una parte o de recibirla.

Corre como `tests.fallas.disco`: `python -m tests.fallas.disco_de_partes MOLDE CARPETA QUÉ SALTO`.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from tests.datos import oficina
from tests.datos.oficina import ABRIL, TRIMESTRE
from tests.fallas.disco import ERRORES, Corrida, abrir, armada, contar, intentar, main
from tests.historia.azar import Contenido, contenido
from ut_escritorio.servicios.archivo import comprobacion
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.partes import entregar as servicio
from ut_escritorio.servicios.partes.recibir import proponer
from ut_escritorio.servicios.partes.recibir import recibir as recibe


def entregar(corrida: Corrida) -> None:
    """Su nombre aparece en la memoria cuando está entera; si no, se dice y ahí no queda nada."""
    usb = corrida.carpeta / "usb"
    usb.mkdir()
    exp = abrir(corrida)
    parte = usb / "suya.parte"
    hacer = partial(servicio.entregar, exp, TRIMESTRE, ["vecindad"], parte, oficina.ahora)
    operaciones = contar(usb, hacer)
    for cual in range(1, operaciones + 1, corrida.salto):
        for siempre in (False, True):
            caso = f"entregar, operación {cual}{' siempre' if siempre else ''}"
            corrida.probadas += 1
            shutil.rmtree(usb)
            usb.mkdir()
            with armada(usb, cual, siempre, ERRORES[cual % 2]):
                frase = intentar(hacer, corrida, caso)
            hay = [ruta.name for ruta in usb.iterdir() if not ruta.name.startswith(".")]
            bien = hay == [parte.name] if frase is None else siempre or not hay  # sin disco, nada se quita
            corrida.exige(bien, f"{caso}: se dijo «{frase}» y quedó {hay}")
            corrida.exige(not hay or comprobacion.comprobar(parte).sano, f"{caso}: la parte no está entera")
    exp.cerrar()


def recibir(corrida: Corrida) -> None:
    """Falla el disco de su archivo, o se saca la memoria: queda todo lo que llegó, o nada."""
    exp = abrir(corrida)
    capturar(exp, TRIMESTRE, ABRIL, 500)
    parte = corrida.carpeta / "suya.parte"
    servicio.entregar(exp, TRIMESTRE, ["vecindad"], parte, oficina.ahora)
    exp.cerrar()
    exp, antes = _recien(corrida)
    operaciones = contar(corrida.carpeta, lambda: _recibirla(exp, parte))
    exp.cerrar()
    for cual in range(1, operaciones + 1, corrida.salto):
        exp, antes = _recien(corrida)
        caso = f"recibir, operación {cual}"
        corrida.probadas += 1
        with armada(corrida.carpeta, cual, bool(cual % 3), ERRORES[cual % 2]):
            frase = intentar(partial(_recibirla, exp, parte), corrida, caso)
        dice = exp.foto(TRIMESTRE).conteos.en(ABRIL)
        # Lo último es vaciar el diario: si ahí falla se dice, y lo recibido ya estaba guardado
        corrida.exige(dice == 500 if frase is None else dice in (1, 500), f"{caso}: abril dice {dice}")
        corrida.exige(dice == 500 or contenido(exp) == antes, f"{caso}: se dijo «{frase}» y algo cambió")
        exp.cerrar()


def _recien(corrida: Corrida) -> tuple[Expediente, Contenido]:
    shutil.rmtree(corrida.carpeta / "respaldos", ignore_errors=True)
    exp = abrir(corrida)
    return exp, contenido(exp)


def _recibirla(exp: Expediente, parte: Path) -> None:
    llegada = proponer(exp, parte)
    recibe(exp, llegada, {cambio.clave for cambio in llegada.comparacion.cambios}, oficina.ahora)


HACER: dict[str, Callable[[Corrida], None]] = {"entregar": entregar, "recibir": recibir}


if __name__ == "__main__":
    main(HACER)
