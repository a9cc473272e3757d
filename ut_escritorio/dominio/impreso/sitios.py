"""Un sitio dicho en palabras: «1.2 paso 2: oficio UT/0548/2031», «2.2: Recursos, junio»."""

from __future__ import annotations

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.tabla import nombre_de_casilla
from ut_escritorio.dominio.palabras.redaccion import con_inicial, recortado
from ut_escritorio.dominio.plan.lugares import donde
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon

_LETRAS = 90


def decir_sitio(foto: FotoTrimestre, sitio: Sitio) -> str:
    """El lugar y, en él, la celda, el renglón, el valor o el oficio."""
    partes = (con_inicial(donde(foto.plan, sitio.lugar)), _dentro(foto, sitio))
    return ": ".join(parte for parte in partes if parte) or "El informe"


def _dentro(foto: FotoTrimestre, sitio: Sitio) -> str:
    if sitio.casilla is not None:
        return nombre_de_casilla(foto.plan, sitio.casilla)
    clave = sitio.origen.clave
    match sitio.origen.clase:
        case "renglon":
            return _renglon(foto.renglon[clave]) if clave in foto.renglon else "un renglón"
        case "parrafo":
            return next((recortado(p.texto, _LETRAS) for p in foto.parrafos if p.uid == clave), "un párrafo")
        case "valor":
            return "valor alcanzado"
        case "oficio":
            depto = foto.plan.departamento.get(sitio.origen.de)
            return f"oficio de {depto.nombre}" if depto else "oficio de remisión"
        case _:
            return "valor alcanzado" if sitio.campo == "alcanzado" else ""


def _renglon(renglon: Renglon) -> str:
    folios = ", ".join(cita.folio for cita in renglon.citas if cita.folio)
    dichos = [folios and f"oficio {folios}", renglon.asunto]
    return recortado(" · ".join(dicho for dicho in dichos if dicho), _LETRAS) or "un renglón"
