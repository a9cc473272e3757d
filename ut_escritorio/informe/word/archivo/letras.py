"""Las letras del informe, dentro del .docx: se ve igual en un equipo que no las tiene."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from io import BytesIO
from types import MappingProxyType
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from fontTools.ttLib import TTFont

from ut_escritorio.informe.pdf.papel.fuentes import ruta_de

FAMILIA = "Montserrat"
_SI_NO_ESTA = "Segoe UI"
"""La que todo Windows trae y más se le parece."""

_OFUSCADA = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_NEGRITA, _CURSIVA = 1, 2  # de `macStyle`
_CASOS: Mapping[str, tuple[str, str, int]] = MappingProxyType(
    {
        "embedRegular": ("regular", "Regular", 0),
        "embedBold": ("negrita", "Bold", _NEGRITA),
        "embedItalic": ("cursiva", "Italic", _CURSIVA),
        "embedBoldItalic": ("negritacursiva", "Bold Italic", _NEGRITA | _CURSIVA),
    }
)


def pon_letras(principal: Any) -> None:
    """Cambia la tabla de letras de un .docx nuevo por la del informe, con cada una adentro."""
    relacion = next(r for r in principal.rels.values() if r.reltype == RELATIONSHIP_TYPE.FONT_TABLE)
    tabla: Any = relacion.target_part
    escritas: list[str] = []
    for n, (como, (fuente, estilo, caso)) in enumerate(_CASOS.items(), 1):
        llave, datos = _ofuscada(fuente, estilo, caso)
        suya = Part(PackURI(f"/word/fonts/font{n}.odttf"), _OFUSCADA, datos, principal.package)
        escritas.append(f'<w:{como} r:id="{tabla.relate_to(suya, _FUENTE)}" w:fontKey="{llave}"/>')
    tabla._blob = _TABLA.format("".join(escritas)).encode()


_FUENTE = RELATIONSHIP_TYPE.FONT
_TABLA = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
    f'<w:font w:name="{FAMILIA}"><w:altName w:val="{_SI_NO_ESTA}"/><w:charset w:val="00"/>'
    '<w:family w:val="swiss"/><w:pitch w:val="variable"/>{}</w:font></w:fonts>'
)


@cache
def _ofuscada(fuente: str, estilo: str, caso: int) -> tuple[str, bytes]:
    """Su llave y sus bytes como los guarda un .docx: los primeros 32, revueltos con la llave."""
    datos = bytearray(_con_nombre_de_familia(fuente, estilo, caso))
    digerido = sha256(datos).hexdigest()[:32].upper()
    llave = bytes.fromhex(digerido)[::-1]
    for lugar in range(32):
        datos[lugar] ^= llave[lugar % 16]
    partes = (digerido[:8], digerido[8:12], digerido[12:16], digerido[16:20], digerido[20:])
    return f"{{{'-'.join(partes)}}}", bytes(datos)


def _con_nombre_de_familia(fuente: str, estilo: str, caso: int) -> bytes:
    """La letra, llamada como Word la busca: la familia y, de ella, la negrita o la cursiva."""
    letra: Any = TTFont(ruta_de(fuente), recalcTimestamp=False)
    for registro in list(letra["name"].names):
        if registro.nameID in (16, 17):
            letra["name"].names.remove(registro)
    for numero, dicho in ((1, FAMILIA), (2, estilo), (4, f"{FAMILIA} {estilo}".removesuffix(" Regular"))):
        letra["name"].setName(dicho, numero, 3, 1, 0x409)
    letra["head"].macStyle = caso
    en_negrita, en_cursiva = bool(caso & _NEGRITA), bool(caso & _CURSIVA)
    letra["OS/2"].usWeightClass = 700 if en_negrita else 400
    conserva = letra["OS/2"].fsSelection & 0x80
    letra["OS/2"].fsSelection = conserva | en_cursiva | (en_negrita << 5) | ((not caso) << 6)
    escrita = BytesIO()
    letra.save(escrita)
    return escrita.getvalue()
