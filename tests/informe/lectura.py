"""Un PDF como lo lee un lector de pantalla: solo por sus etiquetas, sin mirar dónde quedó cada cosa."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

ADORNO = -1


@dataclass
class Leida:
    """Una etiqueta del PDF: su clase, sus atributos, las de dentro y su texto."""

    clase: str
    atributos: Mapping[str, Any]
    dentro: list[Leida] = field(default_factory=list)
    texto: str = ""
    hojas: list[int] = field(default_factory=list)
    alternativo: str = ""

    def todas(self, *clases: str) -> Iterator[Leida]:
        """Las de esas clases, en orden de lectura."""
        if self.clase in clases or not clases:
            yield self
        for suya in self.dentro:
            yield from suya.todas(*clases)

    @property
    def dicho(self) -> str:
        """Todo lo que se oye de ella, con un espacio entre una parte y otra."""
        return " ".join(parte.texto for parte in self.todas() if parte.texto)


def leido(pdf: bytes) -> Leida:
    """El documento entero."""
    lector = PdfReader(BytesIO(pdf))
    textos = {hoja.indirect_reference.idnum: _pedazos(hoja) for hoja in lector.pages}
    numeros = {hoja.indirect_reference.idnum: numero for numero, hoja in enumerate(lector.pages, 1)}
    (documento,) = lector.trailer["/Root"]["/StructTreeRoot"]["/K"]
    return _lee(documento.get_object(), textos, numeros)


def adornos(pdf: bytes) -> list[str]:
    """Lo que cada hoja dice y no se lee."""
    return [_pedazos(hoja).get(ADORNO, "") for hoja in PdfReader(BytesIO(pdf)).pages]


def sin_marcar(pdf: bytes) -> list[str]:
    """Lo escrito fuera de toda marca, ni etiqueta ni adorno: nunca debe haberlo."""
    return [texto for hoja in PdfReader(BytesIO(pdf)).pages if (texto := _pedazos(hoja).get(None, ""))]


def _lee(objeto: Any, textos: Mapping[int, Mapping[Any, str]], numeros: Mapping[int, int]) -> Leida:
    atributos = dict(objeto["/A"].items()) if "/A" in objeto else {}
    leida = Leida(objeto["/S"][1:], atributos, alternativo=objeto.get("/Alt", ""))
    de_la_hoja = objeto.raw_get("/Pg").idnum if "/Pg" in objeto else 0
    for hijo in objeto.get("/K", ()):
        hijo = hijo.get_object()
        if isinstance(hijo, int):
            leida.texto += textos[de_la_hoja][hijo]
            leida.hojas.append(numeros[de_la_hoja])
        elif "/MCID" in hijo:
            leida.texto += textos[hijo.raw_get("/Pg").idnum][hijo["/MCID"]]
            leida.hojas.append(numeros[hijo.raw_get("/Pg").idnum])
        elif hijo.get("/Type") != "/OBJR":  # dónde se da clic no se oye
            leida.dentro.append(_lee(hijo, textos, numeros))
    return leida


def _pedazos(hoja: Any) -> dict[Any, str]:
    """El texto de cada pedazo marcado de una hoja; el de los adornos, junto."""
    fuentes = {nombre: _letras(fuente.get_object()) for nombre, fuente in hoja["/Resources"]["/Font"].items()}
    dicho: dict[Any, str] = {}
    abiertos: list[Any] = []
    letras: dict[bytes, str] = {}
    for operandos, operador in ContentStream(hoja["/Contents"].get_object(), None).operations:
        match operador:
            case b"BMC":
                abiertos.append(ADORNO)
            case b"BDC":
                abiertos.append(operandos[1]["/MCID"])
            case b"EMC":
                abiertos.pop()
            case b"Tf":
                letras = fuentes[operandos[0]]
            case b"TJ":
                cual = abiertos[-1] if abiertos else None
                dicho[cual] = dicho.get(cual, "") + "".join(
                    _descifrado(pieza, letras) for pieza in operandos[0] if not isinstance(pieza, int | float)
                )
    return dicho


def _descifrado(pieza: Any, letras: Mapping[bytes, str]) -> str:
    octetos = pieza.original_bytes
    return "".join(letras[octetos[n : n + 2]] for n in range(0, len(octetos), 2))


def _letras(fuente: Any) -> dict[bytes, str]:
    """Qué letra es cada código, como el PDF lo dice."""
    if "/ToUnicode" not in fuente:
        return {}
    mapa = fuente["/ToUnicode"].get_data().decode("ascii")
    pares = re.findall(r"^<([0-9A-F]{4})> <([0-9A-F]+)>$", mapa, re.MULTILINE)
    return {bytes.fromhex(codigo): bytes.fromhex(letra).decode("utf-16-be") for codigo, letra in pares}
