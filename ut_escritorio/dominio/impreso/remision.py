"""El oficio de remisión: lo que dice la carta con que un departamento entrega su parte."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Literal

from ut_escritorio.dominio.impreso.contexto import Contexto, Datos
from ut_escritorio.dominio.impreso.entradas import Entrada, Impreso, ParteDeOficio, sin_mano
from ut_escritorio.dominio.impreso.relatos import con_mano
from ut_escritorio.dominio.impreso.textos import RAYA, Texto, decir
from ut_escritorio.dominio.oficina.firmantes import Ocupante, ocupante
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.plan.arbol import Departamento, PlantillaOficio, Ruta
from ut_escritorio.dominio.plan.puestos import como_se_llama
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision

_ASUNTO = "asunto:"


def partes_del_oficio(foto: FotoTrimestre, entrada: Entrada) -> Iterator[Impreso]:
    """El oficio entero, renglón por renglón; su fecha y su cuerpo, como ella los haya escrito a mano."""
    depto = foto.plan.departamento[entrada.seccion.clave]
    if depto.oficio is not None:
        yield from _Oficio(foto, entrada, depto, depto.oficio).partes()


def dia_del_oficio(foto: FotoTrimestre, depto: str) -> date:
    """El día con que se firma: el suyo o, si aún no lo tiene, el del informe."""
    oficio = foto.remisiones.get(depto)
    return (oficio and oficio.fecha) or foto.dia


def de_que_trata(foto: FotoTrimestre, depto: str) -> tuple[str, str]:
    """A quién va el oficio de remisión de un departamento, y su asunto, como los dice su carta."""
    plantilla = foto.plan.departamento[depto].oficio
    if plantilla is None:
        return "", ""
    quien = plantilla.destinatario and como_se_llama(foto.plan, foto.catalogo, plantilla.destinatario)
    rotulo = next(filter(es_el_asunto, plantilla.datos), "")
    return quien, decir(rotulo, Contexto(foto)).texto.partition(":")[2].strip()


def es_el_asunto(renglon: str) -> bool:
    """Si, de los de arriba de un oficio, es el que dice de qué trata."""
    return llano(renglon).startswith(_ASUNTO)


class _Oficio:
    """Las partes de un oficio con sus datos entradas."""

    def __init__(
        self, foto: FotoTrimestre, entrada: Entrada, depto: Departamento, plantilla: PlantillaOficio
    ) -> None:
        self.foto, self.entrada, self.depto, self.plantilla = foto, entrada, depto, plantilla
        oficio = foto.remisiones.get(depto.clave, OficioRemision(depto.clave))
        otros: dict[str, Datos] = {
            "folio_oficio": (oficio.folio,) if oficio.folio else (),
            "fecha_oficio": (oficio.fecha,) if oficio.fecha else (),
            "departamento": (depto.nombre,),
        }
        self.contexto = Contexto(foto, otros=otros)

    def partes(self) -> Iterator[Impreso]:
        plantilla = self.plantilla
        yield from self._sueltos("datos", plantilla.datos)
        yield self._a_mano("fecha", "fecha", plantilla.lugar_y_fecha, "lugar_y_fecha")
        yield from self._destinatario()
        for n, patron in enumerate(plantilla.cuerpo):
            yield self._a_mano("cuerpo", f"cuerpo{n + 1}", patron, "cuerpo", n)
        yield from self._sueltos("despedida", plantilla.despedida)
        yield self._parte("firma", Texto(""))
        yield from self._sueltos("copias", plantilla.copias)

    def _decir(self, patron: str) -> Texto:
        return decir(patron, self.contexto)

    def _parte(self, clase: ParteDeOficio, texto: Texto, *donde: str | int) -> Impreso:
        ruta: Ruta = (*self.entrada.ruta, *donde) if donde else ()
        return sin_mano(self.entrada, clase, Origen("oficio", self.depto.clave, clase), texto, ruta)

    def _sueltos(
        self, clase: Literal["datos", "despedida", "copias"], patrones: tuple[str, ...]
    ) -> Iterator[Impreso]:
        for n, patron in enumerate(patrones):
            yield self._parte(clase, self._decir(patron), clase, n)

    def _a_mano(self, clase: ParteDeOficio, parte: str, patron: str, *donde: str | int) -> Impreso:
        relato = con_mano(self.foto, Origen("oficio", self.depto.clave, parte), self._decir(patron))
        return Impreso(clase, self.entrada, relato, (*self.entrada.ruta, *donde))

    def _destinatario(self) -> Iterator[Impreso]:
        """A quién va, según el catálogo ese día, y el saludo."""
        if self.plantilla.destinatario:
            dia = dia_del_oficio(self.foto, self.depto.clave)
            quien = ocupante(self.foto.catalogo, self.plantilla.destinatario, dia) or Ocupante(RAYA, RAYA)
            yield self._parte("destinatario", Texto(quien.en_mayusculas.nombre))
            yield self._parte("destinatario", Texto(quien.en_mayusculas.cargo))
        yield self._parte("destinatario", self._decir(self.plantilla.saludo), "saludo")
