"""Los números de un trimestre, como van en su texto."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.personas import SEXOS, Sexo
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


def de_conteos(foto: FotoTrimestre) -> dict[str, Any]:
    """Lo escrito de cada cifra en el trimestre, en el orden del plan."""
    escritas = ((cifra.clave, _de_cifra(foto, cifra.clave)) for cifra in foto.plan.cifras)
    return {clave: llaves for clave, llaves in escritas if llaves}


def _de_cifra(foto: FotoTrimestre, cifra: str) -> dict[str, Any]:
    conteos, trimestre = foto.conteos, foto.trimestre
    numeros = {
        c: n for c, n in conteos.valores.items() if (c.cifra, c.trimestre) == (cifra, trimestre.numero)
    }

    def de(mes: int | None, sexo: Sexo | None) -> int | None:
        return numeros.get(Casilla(cifra, trimestre.numero, mes, sexo))

    def por_mes(sexo: Sexo | None) -> list[Any] | None:
        suyos = [de(mes, sexo) for mes in trimestre.meses]
        return ["" if n is None else n for n in suyos] if any(n is not None for n in suyos) else None

    meses = {"meses": por_mes(None), **{sexo: por_mes(sexo) for sexo in SEXOS}}
    juntos = {"total": de(None, None), **{sexo: de(None, sexo) for sexo in SEXOS}}
    dias = {dia.isoformat(): n for (de_cual, dia), n in sorted(conteos.dias.items()) if de_cual == cifra
            and dia.month in trimestre.meses}  # fmt: skip
    llaves = _reunidos(meses, juntos) | {
        "capturados": [MESES[mes - 1] for mes in trimestre.meses if (cifra, mes) in conteos.capturados]
        or None,
        "dias": dias or None,
    }
    return {llave: valor for llave, valor in llaves.items() if valor is not None}


def _reunidos(meses: Mapping[str, Any], juntos: Mapping[str, int | None]) -> dict[str, Any]:
    """Lo de cada mes y lo de todo el trimestre; el sexo que se dijo de las dos maneras va aparte."""
    dobles = {llave: n for llave, n in juntos.items() if n is not None and meses.get(llave) is not None}
    llaves = {llave: meses.get(llave) if meses.get(llave) is not None else juntos.get(llave)
              for llave in dict.fromkeys((*meses, *juntos))}  # fmt: skip
    return llaves | {"del_trimestre": dobles or None}
