"""Comprobar: revisar entero un archivo o una copia, sin cambiar nada."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from ut_escritorio.datos.archivo.apertura import revisar_por_fuera
from ut_escritorio.datos.archivo.respaldo import contar
from ut_escritorio.datos.historia.acciones import ultimo_cambio
from ut_escritorio.datos.motor.identidad import Senas, senas_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.errores import ArchivoDanado, ContenidoCambiado


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
        filas = sum(contar(base).filas.values())
        return Informe(ruta, "", False, filas, ultimo_cambio(base), senas)
    finally:
        base.cerrar()
