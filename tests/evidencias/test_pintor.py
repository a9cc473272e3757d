"""El PDF que no se acaba de pintar tiene un plazo; el informe se escribe de todos modos y dice cuál fue."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path
from select import select

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import Rectangle

from tests.evidencias.archivos import escaneo, hojas_numeradas, que_no_se_acaba_de_pintar
from tests.evidencias.test_anexos import TRIMESTRE, adjuntar, sesiones
from ut_escritorio import rutas
from ut_escritorio.datos.imagenes.hojas import contar
from ut_escritorio.dominio.plan.anexos import LosAnexos
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.entrega import firma
from ut_escritorio.servicios.entrega.informe import contenidos_de, exportar
from ut_escritorio.servicios.evidencias.adjuntar import salir
from ut_escritorio.servicios.evidencias.pintor import Pintor
from ut_escritorio.servicios.oficina.plan import anexar


@pytest.fixture
def pintar() -> Iterator[Pintor]:
    """Con un plazo corto: lo que sí se pinta tarda mucho menos. El de que empiece es más largo, no nulo."""
    pintor = Pintor(plazo=2)
    yield pintor
    pintor.cerrar()


def test_el_informe_sale_con_un_marco_y_dice_cual_fue_y_no_se_firma_incompleto(
    ejemplo: Expediente, pintar: Pintor, tmp_path: Path
):
    trabado = que_no_se_acaba_de_pintar()
    assert contar(trabado) == 3, "al adjuntarlo nada se le nota"
    (uid,) = adjuntar(ejemplo, sesiones(ejemplo)[0], ("acuse.pdf", trabado))
    anexar(ejemplo, TRIMESTRE, LosAnexos("al final"))
    foto = ejemplo.foto(TRIMESTRE)
    salida = tmp_path / "informe.pdf"
    hecho = exportar(foto, contenidos_de(ejemplo, foto, pintar), salida)
    (dicho,) = hecho.avisos
    que = "No se pudo pintar: Hoja 2 de 3 de «acuse.pdf», como imagen."
    assert dicho == f"{que} En su lugar va un marco. Escanéelo otra vez."
    ultimas = [hoja.extract_text() for hoja in PdfReader(salida).pages[-3:]]
    assert ["«acuse.pdf», como imagen" in hoja for hoja in ultimas] == [False, True, False]
    with pytest.raises(ErrorEsperado, match=r"No se firmó(.|\n)*Hoja 2 de 3 de «acuse\.pdf»"):
        firma.firmar(ejemplo, TRIMESTRE, date(2024, 7, 4), pintar)
    salir(ejemplo, TRIMESTRE, uid, False)
    firma.firmar(ejemplo, TRIMESTRE, date(2024, 7, 4), pintar)
    assert pintar(escaneo(1), 1).ancho, "lo trabado no estorba a lo demás"


@pytest.mark.skipif(os.name == "nt", reason="ahí un proceso no se detiene con señales")
def test_si_el_proceso_se_cae_vuelve_a_empezar_y_la_hoja_es_la_misma(pintar: Pintor):
    numeradas = hojas_numeradas(("UNO", "DOS"))
    una, otra = pintar(numeradas, 1), pintar(numeradas, 2)
    assert una != otra
    assert pintar._proceso is not None
    os.kill(pintar._proceso.pid, signal.SIGKILL)
    assert pintar(numeradas, 1) == una and pintar(numeradas, 2) == otra


@pytest.mark.skipif(sys.platform != "linux", reason="ahí se ve qué procesos hay")
def test_si_el_programa_se_cae_el_proceso_que_pinta_se_acaba_solo():
    """También si estaba pintando: al acabar la hoja no tiene a quién dársela."""
    escrito = (
        "import sys, threading\n"
        "from tests.evidencias.archivos import escaneo, que_no_se_acaba_de_pintar\n"
        "from ut_escritorio.servicios.evidencias.pintor import Pintor\n"
        "pintor = Pintor(plazo=4)\n"
        "pintor(escaneo(1), 1)\n"
        "if sys.argv[1] == 'pintando':\n"
        "    threading.Thread(target=pintor, args=(que_no_se_acaba_de_pintar(), 2), daemon=True).start()\n"
        "print(pintor._proceso.pid, flush=True)\n"
        "sys.stdin.read()\n"
    )
    for cuando in ("sin nada que hacer", "pintando"):
        orden = [sys.executable, "-c", escrito, cuando]
        with subprocess.Popen(orden, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as programa:
            assert programa.stdout is not None
            pinta = os.pidfd_open(int(programa.stdout.readline()))
            assert select([pinta], [], [], 0)[0] == [], "vive"
            programa.kill()
        assert select([pinta], [], [], 30)[0] == [pinta], cuando
        os.close(pinta)


def test_lo_que_no_se_lee_y_la_hoja_que_no_hay_se_dicen(pintar: Pintor):
    for octetos, hoja in ((b"no es un PDF", 1), (escaneo(1), 2)):
        with pytest.raises(ErrorEsperado, match=f"La hoja {hoja} de un PDF no se deja leer"):
            pintar(octetos, hoja)


def test_si_ni_siquiera_empieza_se_dice_y_no_se_espera(pintar: Pintor, monkeypatch: pytest.MonkeyPatch):
    for programa in ((str(Path(__file__).parent / "no está"),), (str(Path(os.__file__)),)):
        monkeypatch.setattr(rutas, "este_programa", lambda programa=programa: programa)
        with pytest.raises(ErrorEsperado, match="no se acaba de pintar"):
            pintar(escaneo(1), 1)
        pintar._trabadas.clear()


def test_los_sellos_que_se_le_pusieron_a_una_hoja_se_pintan_con_ella(pintar: Pintor):
    sellada = PdfWriter(clone_from=BytesIO(escaneo(2)))
    sellada.add_annotation(1, Rectangle(rect=(100, 100, 400, 400), interior_color="b3261e"))
    hecho = BytesIO()
    sellada.write(hecho)
    blanca, con_sello = (pintar(hecho.getvalue(), hoja) for hoja in (1, 2))
    assert (blanca.ancho, blanca.alto) == (con_sello.ancho, con_sello.alto)
    assert blanca.octetos != con_sello.octetos
