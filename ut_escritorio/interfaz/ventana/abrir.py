"""Abrir la ventana de un archivo y mostrarla."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QSettings

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.interfaz.comunes.aspecto import iconos
from ut_escritorio.interfaz.comunes.sesion.abierto import Abierto
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
from ut_escritorio.interfaz.comunes.sesion.visto import DiaYHora
from ut_escritorio.interfaz.ventana.marco import Ventana
from ut_escritorio.servicios.archivo.expediente import Expediente


def abrir_ventana(
    expediente: Expediente,
    trimestre: Trimestre,
    *,
    hoy: Callable[[], date],
    ahora: Reloj,
    ajustes: QSettings | None = None,
    abierto: Abierto | None = None,
    respalda: bool = True,
) -> Ventana:
    """Abre la ventana de un archivo en un trimestre y la muestra.

    `hoy` y `ahora` dan el día y la hora; `ajustes`, dónde se recuerda cómo quedó (si no, los del sistema);
    `abierto`, por qué solo se puede leer, si es así. Con `respalda` en falso no se hacen copias solas.
    La ventana se queda con el expediente y lo cierra al cerrarse.
    """
    with iconos.despues_de_pintar():
        ventana = Ventana(
            expediente, trimestre, DiaYHora(hoy, ahora), ajustes or abrir_ajustes(), abierto, respalda
        )
        ventana.show()
    return ventana
