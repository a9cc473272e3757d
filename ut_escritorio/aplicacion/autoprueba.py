"""La autoprueba: el programa entero, sin mostrarse, sobre el ejemplo y de punta a punta."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from PySide6.QtCore import qInstallMessageHandler
from PySide6.QtGui import QImageReader

from ut_escritorio import rutas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz import arranque
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
from ut_escritorio.interfaz.ventana import abrir_ventana
from ut_escritorio.servicios.archivo import creacion, expediente
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.captura.lista_de_afuera import leer
from ut_escritorio.servicios.captura.numeros import capturar
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar
from ut_escritorio.servicios.oficios.del_informe import oficios_para

_IMAGENES = {b"svg", b"png", b"jpg"}
"""Lo que puede ser un logotipo; Qt lee cada clase con una pieza que puede faltar."""


def autoprueba(ahora: Reloj) -> str:
    """Crea el ejemplo, anota, lo ve en la ventana, lo reabre y lo exporta; dice cómo le fue.

    Raises:
        ErrorEsperado: algo no salió como debía.
    """
    with tempfile.TemporaryDirectory(prefix="ut-escritorio-", ignore_cleanup_errors=True) as nombre:
        carpeta = Path(nombre)
        archivo = carpeta / "autoprueba.sqlite"
        abierto = creacion.crear_ejemplo(archivo, ahora)
        abierto.es_ejemplo = True  # con cualquier reloj, el trimestre que trae lleno
        trimestre = abierto.trimestre_de_entrada(ahora().date())
        casilla, valor = _anotar(abierto, trimestre)
        _ver_en_la_ventana(abierto, trimestre, carpeta, ahora)
        with expediente.abrir(archivo, ahora) as reabierto:
            if reabierto.foto(trimestre).conteos.en(casilla) != valor:
                raise ErrorEsperado("Lo anotado no estaba al reabrir el archivo. Reinstale el programa.")
            paginas = _exportar(reabierto, trimestre, carpeta / "informe.pdf", b"%PDF-")
            for nombre in ("informe.docx", "informe.xlsx"):
                _exportar(reabierto, trimestre, carpeta / nombre, b"PK")
            if not leer(carpeta / "informe.xlsx"):
                raise ErrorEsperado("Las listas de Excel no se pueden leer. Reinstale el programa.")
    return f"La autoprueba salió bien: el ejemplo se creó, se anotó, se vio y se exportó en {paginas} hojas."


def _anotar(abierto: Expediente, trimestre: Trimestre) -> tuple[Casilla, int]:
    """Suma uno al primer número del trimestre; devuelve su casilla y lo que quedó."""
    valores = abierto.foto(trimestre).conteos.valores
    casilla, valor = next((c, v) for c, v in valores.items() if c.trimestre == trimestre.numero)
    capturar(abierto, trimestre, casilla, valor + 1)
    return casilla, valor + 1


def _ver_en_la_ventana(abierto: Expediente, trimestre: Trimestre, carpeta: Path, ahora: Reloj) -> None:
    """Abre la ventana sin pantalla, deja que se pinte y la cierra; el archivo se cierra con ella."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["QT_QPA_FONTDIR"] = str(rutas.recursos() / "fuentes")  # en Windows no tendría letras
    qInstallMessageHandler(_decir_salvo_lo_de_no_mostrarse)
    aplicacion = arranque.nueva_aplicacion()
    faltan = _IMAGENES - {bytes(cual.data()) for cual in QImageReader.supportedImageFormats()}
    if faltan:
        raise ErrorEsperado("El programa no puede dibujar los logotipos. Reinstale el programa.")
    ajustes = abrir_ajustes(carpeta)
    ventana = abrir_ventana(
        abierto, trimestre, hoy=lambda: ahora().date(), ahora=ahora, ajustes=ajustes, respalda=False
    )
    aplicacion.processEvents()
    if ventana.grab().isNull():
        raise ErrorEsperado("La ventana no se pudo pintar. Reinstale el programa.")
    ventana.close()


def _decir_salvo_lo_de_no_mostrarse(_clase: object, _donde: object, mensaje: str) -> None:
    """Los avisos de Qt, menos que a una ventana que no se muestra no se le fija su tamaño."""
    if "propagateSizeHints" not in mensaje and sys.stderr is not None:
        print(mensaje, file=sys.stderr)


def _exportar(abierto: Expediente, trimestre: Trimestre, salida: Path, comienza: bytes) -> int:
    """Exporta el informe, que en ese formato comienza así, y devuelve cuántas hojas tuvo en PDF."""
    foto = abierto.foto(trimestre)
    oficios = oficios_para(abierto, trimestre, salida)
    hecho = exportar(foto, contenidos_de(abierto, foto), salida, oficios=oficios)
    if not salida.read_bytes().startswith(comienza):
        raise ErrorEsperado(f"El informe no quedó en {hecho.formato}. Reinstale el programa.")
    return hecho.paginas
