"""Segundos de CPU de un cambio y de lo que le sigue, en un trimestre lleno y en uno como cualquiera.

    python tests/rendimiento/editar.py foto        (1,350 renglones contra 45: el cambio y la foto)
    python tests/rendimiento/editar.py años        (diez años de 1,350 por trimestre contra uno)
    python tests/rendimiento/editar.py evidencias  (con 200 evidencias, 40 MB, contra ninguna)
    python tests/rendimiento/editar.py ventana     (lo que la ventana hace tras el cambio)
    python tests/rendimiento/editar.py revisado    (lo que la ventana hace tras la revisión)

Los dos van por turnos: un número, un renglón. Imprime lo menos que tardó cada uno.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from random import Random

from buscar import DATOS, PLAN

from ut_escritorio.datos.archivo.apertura import crear_base
from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas.carga import cargar_plan, cargar_trimestre
from ut_escritorio.datos.filas.plan.escribir import guardar_plan
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.datos.toml.trimestre import leer_trimestre
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.evidencias import Preparada
from ut_escritorio.servicios.archivo.expediente import Expediente, abrir
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.captura.renglones import guardar_renglon
from ut_escritorio.servicios.evidencias.adjuntar import adjuntar
from ut_escritorio.servicios.evidencias.preparar import Lote

POCOS, MUCHOS = 45, 1350
VUELTAS = 25
SEGUNDO = Trimestre(2024, 2)
HOY = date(2024, 7, 4)

_CONTRA = {"años": ((MUCHOS, 10), (MUCHOS, 1)), "evidencias": ((POCOS, 1), (POCOS + 1, 1))}
"""De cada archivo, sus renglones por trimestre y sus años."""

Cambio = Callable[[Expediente, int], object]


def ahora() -> datetime:
    """La hora de quien mide; no importa cuál."""
    return datetime(2024, 7, 4, 12)  # noqa: DTZ001


def llenar(base: Base, renglones: int, anios: int) -> None:
    """Esos años, con el ejemplo repetido en cada trimestre hasta tener esos renglones."""
    leido = leer_plan(PLAN)
    ejemplo = leer_trimestre(DATOS, leido.plan, leido.catalogo).foto
    with base.carga("Muchos renglones"):
        for anio in range(2025 - anios, 2025):
            plan = replace(leido.plan, clave=f"plan de {anio}", ejercicio=anio)
            if anio == 2025 - anios:
                cargar_plan(base, plan, leido.catalogo, leido.contenidos)
            else:
                guardar_plan(base, plan)
            for numero in range(1, 5) if anios > 1 else (2,):
                de = ejemplo.renglones
                suyos = tuple(
                    replace(de[n % len(de)], uid=nuevo_uid(), orden=n, fecha=None, mes=None, asunto_uid="")
                    for n in range(renglones)
                )
                trimestre = Trimestre(anio, numero)
                todos = {numero: suyos}
                foto = replace(ejemplo, trimestre=trimestre, plan=plan, renglones_del_ejercicio=todos)
                sin_cuenta = replace(foto.conteos, valores={}, capturados=frozenset(), dias={})
                parrafos = tuple(replace(parrafo, uid=nuevo_uid()) for parrafo in ejemplo.parrafos)
                conteos = ejemplo.conteos if trimestre == SEGUNDO else sin_cuenta
                cargar_trimestre(base, replace(foto, conteos=conteos, parrafos=parrafos))


def un_numero(exp: Expediente, vuelta: int) -> object:
    """Escribe un número."""
    casilla = min(exp.foto(SEGUNDO).conteos.valores, key=repr)
    return capturar(exp, SEGUNDO, casilla, vuelta)


def un_renglon(exp: Expediente, vuelta: int) -> object:
    """Cambia de qué trata un renglón."""
    renglon = exp.foto(SEGUNDO).renglones[20]
    return guardar_renglon(exp, SEGUNDO, replace(renglon, asunto=f"otro asunto {vuelta}"))


def cpu(hacer: Callable[[], object]) -> float:
    """Los segundos de CPU de hacerlo una vez."""
    antes = time.process_time()
    hacer()
    return time.process_time() - antes


def con_foto(exp: Expediente, cambio: Cambio, vuelta: int) -> float:
    """Los del cambio y la foto que le sigue."""

    def hacer() -> None:
        cambio(exp, vuelta)
        exp.foto(SEGUNDO)

    return cpu(hacer)


def archivos(carpeta: Path, *cuales: tuple[int, int]) -> list[Path]:
    """Un archivo por cada (renglones, años)."""
    rutas = [carpeta / f"{renglones}x{anios}.sqlite" for renglones, anios in cuales]
    for ruta, (renglones, anios) in zip(rutas, cuales, strict=True):
        crear_base(ruta, ahora, lambda base, r=renglones, a=anios: llenar(base, r, a))
    return rutas


def con_evidencias(ruta: Path) -> None:
    """Le adjunta 200 de 200 KB, repartidas entre sus renglones."""
    azar = Random(200)
    with abrir(ruta, ahora) as exp:
        renglones = exp.foto(SEGUNDO).renglones
        for n in range(200):
            una = Preparada(azar.randbytes(200_000), f"original {n}", f"{n}.jpg", "foto")
            adjuntar(exp, SEGUNDO, Origen("renglon", renglones[n % len(renglones)].uid), Lote((una,)))


def medir_la_foto(rutas: list[Path]) -> list[float]:
    """Lo menos de cada archivo: la suma de un número y un renglón."""
    abiertos = [abrir(ruta, ahora) for ruta in rutas]
    menos = [0.0] * len(rutas)
    for cambio in (un_numero, un_renglon):
        tomas = [[con_foto(exp, cambio, vuelta) for exp in abiertos] for vuelta in range(VUELTAS)]
        menos = [suma + min(suyas) for suma, suyas in zip(menos, zip(*tomas, strict=True), strict=True)]
    for exp in abiertos:
        exp.cerrar()
    return menos


def medir_la_ventana(rutas: list[Path], tras_revisar: bool) -> list[float]:
    """Lo menos de lo que el hilo de la ventana hace: el cambio con lo que se redibuja, o lo revisado."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QSettings
    from PySide6.QtWidgets import QApplication

    from ut_escritorio.interfaz.arranque import preparar
    from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
    from ut_escritorio.interfaz.ventana import abrir_ventana
    from ut_escritorio.interfaz.ventana.marco import Ventana

    aplicacion = QApplication([])
    preparar(aplicacion)
    ajustes = QSettings(str(rutas[0].with_suffix(".ini")), QSettings.Format.IniFormat)
    ventanas = [
        abrir_ventana(
            abrir(ruta, ahora), SEGUNDO, hoy=lambda: HOY, ahora=ahora, ajustes=ajustes, respalda=False
        )
        for ruta in rutas
    ]

    def dejar_pasar(segundos: float) -> None:
        hasta = time.monotonic() + segundos
        while time.monotonic() < hasta:
            aplicacion.processEvents()
            time.sleep(0.005)

    def tras(ventana: Ventana) -> None:
        while not ventana.sesion.revision.al_dia:
            dejar_pasar(0.05)

    dejar_pasar(1.0)
    for ventana in ventanas:
        tras(ventana)
    tomas: list[list[float]] = []
    for vuelta in range(VUELTAS):
        toma: list[float] = []
        for ventana in ventanas:

            def editar(sesion: Sesion = ventana.sesion, vuelta: int = vuelta) -> None:
                casilla = min(sesion.foto.conteos.valores, key=repr)
                sesion.hacer(capturar, casilla, vuelta)
                aplicacion.processEvents()

            del_cambio = cpu(editar)
            tras(ventana)
            toma.append(cpu(ventana.sesion.revision.reviso.emit) if tras_revisar else del_cambio)
        tomas.append(toma)
    for ventana in ventanas:
        ventana.sesion.expediente.cerrar()
    print("lo peor:", *(round(max(suyas) * 1000, 1) for suyas in zip(*tomas, strict=True)))
    return [min(suyas) for suyas in zip(*tomas, strict=True)]


def main() -> None:
    """Imprime: el lleno y el otro."""
    que = sys.argv[1]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as carpeta:
        unos = _CONTRA.get(que, ((MUCHOS, 1), (POCOS, 1)))
        rutas = archivos(Path(carpeta), *unos)
        if que == "evidencias":
            con_evidencias(rutas[0])
        con_ventana = que in ("ventana", "revisado")
        print(*(medir_la_ventana(rutas, que == "revisado") if con_ventana else medir_la_foto(rutas)))


if __name__ == "__main__":
    main()
