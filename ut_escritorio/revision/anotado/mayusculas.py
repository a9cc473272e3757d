"""Los asuntos escritos todos en mayúsculas: en el informe se leerían a gritos."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.palabras.redaccion import recortado, unas
from ut_escritorio.dominio.plan.lugares import donde_estan
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura, sitio_de

_LETRAS_MINIMAS = 12  # con menos puede ser una sigla: «SAT», «PNT-SISAI»
_LETRAS = 40
_TEXTOS = 4096  # entre una revisión y otra casi todos los asuntos son los mismos


def en_mayusculas(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los asuntos, de un renglón o de uno de sus oficios, en puras mayúsculas."""
    hallados = [(sitio, asunto) for sitio, asunto in _asuntos(lectura) if _grita(asunto)]
    if hallados:
        dichos = [f"«{recortado(asunto, _LETRAS)}»" for _, asunto in hallados]
        yield hallazgo(
            "en_mayusculas",
            "revisar",
            f"{_cuantos(len(hallados))} en puras mayúsculas: {unas(dichos)}"
            f"{donde_estan(lectura.plan, (sitio.lugar for sitio, _ in hallados))}.",
            [
                (sitio, f"{_cuantos(1)} en puras mayúsculas: {dicho}.")
                for (sitio, _), dicho in zip(hallados, dichos, strict=True)
            ],
            [(sitio.origen, asunto) for sitio, asunto in hallados],
        )


def _asuntos(lectura: Lectura) -> Iterator[tuple[Sitio, str]]:
    for renglon in lectura.renglones:
        yield sitio_de(renglon, "asunto"), renglon.asunto
        for cita in renglon.citas:
            yield sitio_de(renglon, "folios"), cita.asunto


@lru_cache(maxsize=_TEXTOS)
def _grita(asunto: str) -> bool:
    """Si tiene letras bastantes y más de nueve décimos son mayúsculas."""
    letras = [letra for letra in asunto if letra.isalpha()]
    grandes = sum(letra.isupper() for letra in letras)
    return len(letras) >= _LETRAS_MINIMAS and grandes * 10 > len(letras) * 9


def _cuantos(numero: int) -> str:
    return "Un asunto está" if numero == 1 else f"{numero} asuntos están"
