"""Cuánto se detiene la ventana al adjuntar 12 fotos de 12 megapuntos, 30 hojas escaneadas y un PDF de 49 MB.

    python adjuntar.py

Imprime, en segundos de CPU de su hilo, lo más que la ventana hizo de un jalón mientras se adjuntaban, se
pedían los anexos y se hacían sus hojas, y lo que cuesta preparar una sola de esas fotos.
"""

from __future__ import annotations

import os
import random
import sys
import tempfile
import time
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PIL import Image, ImageFilter
from pypdf import PdfWriter
from PySide6.QtCore import QEventLoop, QTimer

from ut_escritorio.datos.imagenes import fotos
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.anexos import LosAnexos
from ut_escritorio.interfaz.arranque import nueva_aplicacion, preparar
from ut_escritorio.interfaz.comunes.sesion.ajustes import abrir_ajustes
from ut_escritorio.interfaz.evidencias.adjuntador import adjuntador_de
from ut_escritorio.interfaz.ventana import abrir_ventana
from ut_escritorio.servicios.archivo import creacion
from ut_escritorio.servicios.evidencias.adjuntar import evidencias_de, salir
from ut_escritorio.servicios.evidencias.preparar import PorAdjuntar
from ut_escritorio.servicios.oficina.plan import anexar

AHORA = datetime(2024, 7, 4, 16, 59, tzinfo=UTC)
SEGUNDO = Trimestre(2024, 2)
_CUANTAS, _HOJAS = 12, 30
_LO_MAS = 49 * 1024 * 1024


def archivos() -> list[PorAdjuntar]:
    """Las fotos, cada una distinta, el escaneo y un PDF de lo más que se adjunta."""
    base = Image.effect_noise((1000, 750), 60).filter(ImageFilter.GaussianBlur(1)).resize((4000, 3000))
    dados = [
        PorAdjuntar(f"IMG_{n}.jpg", octetos=_en(base.rotate(n).convert("RGB"), "JPEG"))
        for n in range(_CUANTAS)
    ]
    hoja = base.resize((1700, 2200))
    pdf = _en(hoja, "PDF", save_all=True, append_images=[hoja.rotate(n) for n in range(1, _HOJAS)])
    return [*dados, PorAdjuntar("acuse.pdf", octetos=pdf), PorAdjuntar("grande.pdf", octetos=_grande())]


def _grande() -> bytes:
    escritor, hecho = PdfWriter(), BytesIO()
    escritor.add_blank_page(width=612, height=792)
    escritor.add_attachment("lo demás", random.Random(13).randbytes(_LO_MAS))
    escritor.write(hecho)
    return hecho.getvalue()


def _en(imagen: Image.Image, clase: str, **como: object) -> bytes:
    hecho = BytesIO()
    imagen.save(hecho, clase, **como)
    return hecho.getvalue()


class Latido:
    """Late cada vez que la ventana puede atender algo, y recuerda lo más que tardó entre dos latidos."""

    def __init__(self) -> None:
        self.lo_mas, self._antes = 0.0, time.thread_time()
        self._turno = QTimer(interval=0)
        self._turno.timeout.connect(self._late)
        self._turno.start()

    def _late(self) -> None:
        ahora = time.thread_time()
        self.lo_mas, self._antes = max(self.lo_mas, ahora - self._antes), ahora


def esperar(hasta) -> None:
    """Deja que la ventana atienda lo suyo hasta que eso pase."""
    vuelta, turno = QEventLoop(), QTimer(interval=5)
    turno.timeout.connect(lambda: vuelta.quit() if hasta() else None)
    turno.start()
    vuelta.exec()


def otro_gesto() -> None:
    """Entre lo que ella hace y lo siguiente, la ventana atiende lo suyo."""
    luego = time.monotonic() + 0.2
    esperar(lambda: time.monotonic() > luego)


def main() -> None:
    """Adjunta, pide las hojas y dice cuánto se detuvo."""
    dados = archivos()
    aplicacion = nueva_aplicacion()
    preparar(aplicacion)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as carpeta:
        exp = creacion.crear_ejemplo(Path(carpeta) / "ejemplo.sqlite", lambda: AHORA)
        ventana = abrir_ventana(
            exp, SEGUNDO, hoy=lambda: AHORA.date(), ahora=lambda: AHORA,
            ajustes=abrir_ajustes(Path(carpeta) / "ajustes"), respalda=False,
        )  # fmt: skip
        sesion = ventana.sesion
        informe = ventana.contenidos.informe()
        informe.ir_a_paso(1)
        esperar(lambda: informe.hojas.al_dia and not informe.hojas.haciendo)
        dueno = Origen("renglon", next(r.uid for r in sesion.foto.renglones if r.medio == "sesion"))
        latido, adjuntador = Latido(), adjuntador_de(sesion)
        adjuntador.adjuntar(ventana, dueno, dados)
        esperar(lambda: adjuntador.tarea is None)
        suyas = evidencias_de(exp, SEGUNDO, dueno)
        assert len(suyas) == len(dados), "se adjuntaron todas"
        sesion.hacer(salir, suyas[_CUANTAS].uid, True)
        otro_gesto()
        sesion.hacer(anexar, LosAnexos("al final", citados=True, lista=True))
        otro_gesto()
        informe = ventana.contenidos.informe()
        informe.ir_a_paso(1)
        esperar(lambda: informe.hojas.al_dia and not informe.hojas.haciendo)
        antes = time.thread_time()
        fotos.preparar(dados[0].octetos)
        print(latido.lo_mas, time.thread_time() - antes)
        sys.stdout.flush()
        os._exit(0)  # la ventana no pregunta nada al irse


main()
