"""Lo que se acaba de anotar: cómo se dice, dónde está y si todavía está."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.relatos import forma_de, relato_de
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import lista, unas
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.campos import dicho_en_frase
from ut_escritorio.dominio.plan.lugares import decir_lugar
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficios.anotar import esta_en_el_libro

Anotado = Renglon | tuple[Oficio, ...]
"""Un renglón, o los oficios que solo van en el libro."""
FotoDe = Callable[[Trimestre], FotoTrimestre | None]


@congelado
class Hecho:
    """`sitio`, adonde se va a verlo; `uid`, el del renglón o, si no lo hay, el de su oficio en el libro."""

    dicho: str
    rotulo: str
    sitio: Sitio
    trimestre: Trimestre
    uid: str

    def sigue(self, sesion: Sesion, foto_de: FotoDe) -> bool:
        """Si no se ha deshecho; si el archivo no se deja leer, se supone que sigue."""
        if self.sitio.lugar:
            foto = foto_de(self.trimestre)
            return foto is None or self.uid in foto.renglon
        esta = sesion.consultar(lambda exp, _: esta_en_el_libro(exp, self.uid), decir=lambda _: None)
        return esta is not False


def hecho_de(anotado: Anotado, trimestre: Trimestre, visto: Trimestre, foto_de: FotoDe) -> Hecho:
    """Lo que se dice de lo anotado; si va en otro trimestre que el que se ve, también."""
    if isinstance(anotado, Renglon):
        return _de_renglon(anotado, trimestre, visto, foto_de)
    return _en_el_libro(anotado, trimestre)


def _de_renglon(renglon: Renglon, trimestre: Trimestre, visto: Trimestre, foto_de: FotoDe) -> Hecho:
    foto = foto_de(trimestre)
    dicho = _anotado(foto, renglon) if foto is not None else "Anotado."
    de_otro = f"{trimestre}: " if trimestre != visto else ""
    sitio = Sitio(renglon.lugar, Origen("renglon", renglon.uid))
    return Hecho(f"{de_otro}{dicho}", "Ir al renglón", sitio, trimestre, renglon.uid)


def _en_el_libro(oficios: Sequence[Oficio], trimestre: Trimestre) -> Hecho:
    cuales = lista([oficio.folio for oficio in oficios if oficio.folio]) or "un oficio, sin número todavía"
    sitio = Sitio(origen=Origen("libro", oficios[0].uid))
    return Hecho(f"Anotado en el libro: {cuales}.", "Ir al libro", sitio, trimestre, oficios[0].uid)


def _anotado(foto: FotoTrimestre, hecho: Renglon) -> str:
    """«Anotado en 1.1 paso 2: CA/0012. Le falta la fecha.»."""
    que = ", ".join(cita.folio for cita in hecho.citas) or hecho.asunto or "el renglón"
    faltantes = relato_de(foto, hecho).faltantes
    forma = forma_de(foto.plan, hecho)
    falta = unas([dicho_en_frase(campo, forma) for campo in dict.fromkeys(faltantes)])
    lugar = decir_lugar(foto.plan, hecho.lugar).removesuffix(".")
    dicho = f"Anotado en {lugar}: {que}."
    return f"{dicho} Le falta {falta}." if falta else dicho
