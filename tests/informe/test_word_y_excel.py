"""El informe en Word y en Excel: dice lo que su documento, y los mismos datos dan los mismos bytes."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import datetime
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from PIL import Image

from tests.ejemplo.impreso import apretado, bloques_de
from tests.en_excel.leer import donde_esta, hojas_de
from tests.en_word.leer import Leido
from tests.firma.de_antes.informes import CASOS
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.informe.documento import Tabla
from ut_escritorio.informe.png import en_png
from ut_escritorio.linea_de_comandos.ordenes import cumplir
from ut_escritorio.linea_de_comandos.pedidos import Ejemplo, Exportar, Nuevo
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.entrega.informe import documento_de


def _reloj(ejercicio: int, trimestre: int):
    return lambda: datetime(ejercicio, 3 * trimestre, 28, 12)  # noqa: DTZ001


@pytest.mark.parametrize("nombre", CASOS)
def test_cada_informe_dice_lo_mismo_que_su_documento(nombre: str, tmp_path: Path):
    caso = CASOS[nombre]
    archivo, word, excel = (tmp_path / cual for cual in ("a.sqlite", "i.docx", "i.xlsx"))
    ahora = _reloj(caso.ejercicio, caso.trimestre)
    cumplir(Nuevo(archivo, caso.plan, caso.datos) if caso.plan else Ejemplo(archivo), ahora)
    for salida in (word, excel):
        cumplir(Exportar(archivo, caso.ejercicio, caso.trimestre, salida, forzar=False), ahora)
    with expediente.consultar(archivo, ahora) as abierto:
        documento = documento_de(abierto.foto(Trimestre(caso.ejercicio, caso.trimestre)))
    leido = Leido(word.read_bytes())
    dicho = apretado(leido.texto)
    assert all(trozo in dicho for b in bloques_de(documento) for trozo in b.split())
    assert len(leido.word.sections) == len(documento.secciones)
    hojas = hojas_de(excel.read_bytes())
    for seccion in documento.secciones:
        for bloque in seccion.bloques:
            if isinstance(bloque, Tabla) and bloque.origen.clase == "cuadro":
                assert any(donde_esta(bloque, filas) is not None for filas in hojas.values()), bloque.origen


@pytest.mark.parametrize("final", ["docx", "xlsx"])
def test_con_los_mismos_datos_da_los_mismos_bytes_en_otro_proceso(final: str, tmp_path: Path):
    archivo, aqui, alla = tmp_path / "a.sqlite", tmp_path / f"aqui.{final}", tmp_path / f"alla.{final}"
    cumplir(Ejemplo(archivo), _reloj(2024, 2))
    cumplir(Exportar(archivo, 2024, 2, aqui, forzar=False), _reloj(2024, 2))
    orden = [sys.executable, "-m", "ut_escritorio", "exportar", str(archivo), "--ejercicio", "2024"]
    subprocess.run(
        [*orden, "--trimestre", "2", "--salida", str(alla)],
        env=os.environ | {"PYTHONHASHSEED": "1", "PYTHONUTF8": "1", "TZ": "UTC2"},
        check=True,
        capture_output=True,
    )
    assert aqui.read_bytes() == alla.read_bytes()
    with ZipFile(alla) as paquete:
        dicho = {(parte.create_system, parte.date_time) for parte in paquete.infolist()}
    assert dicho == {(0, (1980, 1, 1, 0, 0, 0))}, "ni en qué sistema se hizo ni a qué hora"


@pytest.mark.parametrize("modo", ["L", "RGB", "LA", "RGBA"])
def test_un_png_dice_cada_punto_de_su_imagen(modo: str):
    imagen = Image.linear_gradient("L").resize((37, 21)).convert(modo)
    leida = Image.open(BytesIO(en_png(imagen)))
    assert (leida.mode, leida.size, leida.tobytes()) == (modo, imagen.size, imagen.tobytes())
