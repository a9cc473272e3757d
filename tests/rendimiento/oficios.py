"""Segundos de CPU de abrir la pestaña Oficios y buscar en ella, con doce años de 3,000 oficios contra uno.

Los dos van por turnos, en el mismo proceso. Imprime lo menos que tardó cada uno.

    python tests/rendimiento/oficios.py
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from buscar import PLAN

from ut_escritorio.datos.archivo.apertura import crear_base
from ut_escritorio.datos.filas.carga import cargar_plan
from ut_escritorio.datos.filas.legajo import leer_legajo
from ut_escritorio.datos.filas.oficios import escritos
from ut_escritorio.datos.filas.plan.escribir import guardar_plan
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.datos.toml.plan import leer_plan
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.renglones import Parte
from ut_escritorio.servicios.archivo.expediente import abrir

ULTIMO, OFICIOS, VUELTAS = 2024, 3000, 7
HOY = date(ULTIMO, 7, 4)
BUSCADO = "tesoreria 27"


def ahora() -> datetime:
    """La hora de quien mide; no importa cuál."""
    return datetime(ULTIMO, 7, 4, 12)  # noqa: DTZ001


def llenar(base: Base, anios: int) -> None:
    """Esos años, cada uno con sus oficios, que solo están en el libro."""
    leido = leer_plan(PLAN)
    areas = [unidad.clave for unidad in leido.catalogo.unidades]
    with base.carga("Muchos oficios"):
        for anio in range(ULTIMO + 1 - anios, ULTIMO + 1):
            plan = replace(leido.plan, clave=f"plan de {anio}", ejercicio=anio)
            if anio == ULTIMO + 1 - anios:
                cargar_plan(base, plan, leido.catalogo, leido.contenidos)
            else:
                guardar_plan(base, plan)
            legajo = leer_legajo(base, Trimestre(anio, 2))
            for numero in range(1, OFICIOS + 1):
                escritos.agregar(legajo, _oficio(anio, numero, areas[numero % len(areas)]))


def _oficio(anio: int, numero: int, area: str) -> Oficio:
    dia = date(anio, 1, 1) + timedelta(days=numero * 364 // OFICIOS)
    papel = DelPapel(dia, None, (Parte("destinatario", area),))
    asunto = f"actualizar el módulo número {numero} de la página"
    return Oficio(f"{anio}-{numero}", f"UT/{numero:04d}/{anio}", "enviado", anio, papel, asunto)


def segundos(ventana: Any) -> float:
    """Lo que tarda en armarse la pestaña, y en buscar letra por letra."""
    from PySide6.QtWidgets import QApplication

    from ut_escritorio.interfaz.oficios.pestana import PestanaOficios

    antes = time.process_time()
    pestana = PestanaOficios(ventana.sesion)
    pestana.resize(1300, 600)
    pestana.show()
    QApplication.processEvents()
    for letra in BUSCADO:
        pestana.filtros.busca.insert(letra)
        QApplication.processEvents()
    tardo = time.process_time() - antes
    assert pestana.modelo.filas, "algo se halló"
    pestana.close()
    pestana.deleteLater()
    QApplication.processEvents()
    return tardo


def main() -> None:
    """Imprime lo menos que tardó con doce años y con uno."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from ut_escritorio.interfaz.arranque import preparar
    from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
    from ut_escritorio.interfaz.ventana import abrir_ventana

    aplicacion = QApplication(sys.argv)
    preparar(aplicacion)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as carpeta:
        ventanas: list[Any] = []
        for anios in (12, 1):
            archivo = Path(carpeta) / f"{anios}.sqlite"
            crear_base(archivo, ahora, lambda base, n=anios: llenar(base, n))
            ventanas.append(
                abrir_ventana(
                    abrir(archivo, ahora),
                    Trimestre(ULTIMO, 2),
                    hoy=lambda: HOY,
                    ahora=ahora,
                    ajustes=abrir_ajustes(Path(carpeta) / str(anios)),
                    respalda=False,
                )
            )
        tomas = [[segundos(ventana) for ventana in ventanas] for _ in range(VUELTAS)]
        print(*(min(suyos) for suyos in zip(*tomas, strict=True)), flush=True)
        for ventana in ventanas:
            ventana.close()


if __name__ == "__main__":
    main()
