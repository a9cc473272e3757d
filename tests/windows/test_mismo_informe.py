"""El ejemplo exportado en Windows es el mismo documento que en Linux."""

from __future__ import annotations

import os
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject, PdfObject, StreamObject

from tests.windows.equipo import terminal, trimestre


@pytest.fixture(scope="module")
def aqui(tmp_path_factory: pytest.TempPathFactory) -> PdfReader:
    carpeta = tmp_path_factory.mktemp("aqui")
    for orden in (
        ["ejemplo", carpeta / "e.sqlite"],
        ["exportar", carpeta / "e.sqlite", *trimestre(2024, 2), "--salida", carpeta / "i.pdf"],
    ):
        assert terminal(*orden).returncode == 0
    return PdfReader(BytesIO((carpeta / "i.pdf").read_bytes()))


@pytest.fixture(scope="module")
def en_linux() -> PdfReader:
    if "UT_INFORME_DE_LINUX" not in os.environ:
        pytest.skip("el informe hecho en Linux lo pone el banco: python empaquetado/windows/banco.py")
    return PdfReader(BytesIO(Path(os.environ["UT_INFORME_DE_LINUX"]).read_bytes()))


def piezas(pdf: PdfReader) -> dict[int, object]:
    """Cada objeto del PDF por su número, sin comprimir: zlib no comprime igual en todas partes."""
    return {numero: _sin_comprimir(pdf.get_object(numero)) for numero in pdf.xref[0]}


def _sin_comprimir(objeto: Any) -> tuple[bytes, bytes]:
    if not isinstance(objeto, StreamObject):
        return _escrito(objeto), b""
    llaves = DictionaryObject({llave: objeto.raw_get(llave) for llave in objeto if llave != "/Length"})
    return _escrito(llaves), objeto.get_data()


def _escrito(objeto: PdfObject) -> bytes:
    hoja = BytesIO()
    objeto.write_to_stream(hoja)
    return hoja.getvalue()


def test_las_mismas_hojas_con_el_mismo_texto(aqui: PdfReader, en_linux: PdfReader):
    assert [hoja.extract_text() for hoja in aqui.pages] == [hoja.extract_text() for hoja in en_linux.pages]
    assert len(aqui.pages) > 10


def test_cada_pieza_es_la_misma(aqui: PdfReader, en_linux: PdfReader):
    de_aqui, de_linux = piezas(aqui), piezas(en_linux)
    distintas = [n for n in de_aqui.keys() | de_linux.keys() if de_aqui.get(n) != de_linux.get(n)]
    assert distintas == []
    assert len(de_aqui) > 20
