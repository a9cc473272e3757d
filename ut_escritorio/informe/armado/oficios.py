"""El oficio de remisión: la carta con que un departamento entrega su parte."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.contexto import Contexto, Datos
from ut_escritorio.dominio.faltas import Falta
from ut_escritorio.dominio.firmantes import Ocupante, ocupante
from ut_escritorio.dominio.foto import FotoTrimestre, OficioRemision
from ut_escritorio.dominio.plan import Departamento, PlantillaOficio
from ut_escritorio.dominio.redaccion import lista
from ut_escritorio.dominio.relatos import Relato, con_mano
from ut_escritorio.dominio.textos import HUECO, Texto, decir
from ut_escritorio.informe.armado.apartados import firma_de
from ut_escritorio.informe.armado.membretes import membrete_de
from ut_escritorio.informe.documento import Bloque, EstiloParrafo, Firmas, Parrafo, Seccion, Tramo

_QUE_FALTA = {"folio_oficio": "el número", "fecha_oficio": "la fecha"}


def seccion_de_oficio(foto: FotoTrimestre, depto: Departamento, plantilla: PlantillaOficio) -> Seccion:
    """El oficio entero, en su página, con el membrete del informe."""
    oficio = _Oficio(foto, depto, plantilla)
    marcador = f"Oficio de remisión – {depto.nombre}"
    return Seccion(marcador, tuple(oficio.bloques()), membrete_de(foto), "oficio", oficio.origen)


def falta_del_oficio(foto: FotoTrimestre, depto: Departamento) -> Falta | None:
    """Lo que al oficio le falta, en una frase; None si está completo o el departamento no lo lleva."""
    if depto.oficio is None:
        return None
    oficio = _Oficio(foto, depto, depto.oficio)
    que = tuple(dict.fromkeys(oficio.faltantes()))
    return Falta("", oficio.origen, f"Oficio de {depto.nombre}: falta {lista(que)}") if que else None


class _Oficio:
    """Las partes de un oficio con sus datos puestos y lo que ella haya escrito a mano."""

    def __init__(self, foto: FotoTrimestre, depto: Departamento, plantilla: PlantillaOficio) -> None:
        self.foto, self.depto, self.plantilla = foto, depto, plantilla
        self.origen = f"oficio:{depto.clave}"
        oficio = foto.oficios.get(depto.clave, OficioRemision(depto.clave))
        otros: dict[str, Datos] = {
            "folio_oficio": (oficio.folio,) if oficio.folio else (),
            "fecha_oficio": (oficio.fecha,) if oficio.fecha else (),
            "departamento": (depto.nombre,),
        }
        self.contexto = Contexto(foto, otros=otros)
        self.dia = oficio.fecha or foto.dia

    def bloques(self) -> Iterator[Bloque]:
        plantilla = self.plantilla
        yield from self._sueltos("datos", plantilla.datos, "datos")
        yield from self._relatos(("fecha", plantilla.lugar_y_fecha))
        yield from self._destinatario()
        yield from self._relatos(*self._cuerpo())
        firma = firma_de(self.foto.catalogo, self.depto.puesto, self.dia, mayusculas=True)
        despedida = tuple(texto.texto for texto in self._textos(plantilla.despedida))
        yield Firmas((firma,), despedida, f"{self.origen}#firma")
        yield from self._sueltos("copias", plantilla.copias, "nota")

    def faltantes(self) -> Iterator[str]:
        """Lo que no tiene dato de todo lo que el oficio imprime, dicho en palabras."""
        plantilla = self.plantilla
        sueltos = (*plantilla.datos, plantilla.saludo, *plantilla.despedida, *plantilla.copias)
        relatos = (self._relato(*parte) for parte in (("fecha", plantilla.lugar_y_fecha), *self._cuerpo()))
        for texto in (*self._textos(sueltos), *relatos):
            yield from (_QUE_FALTA.get(campo, "un dato de su texto") for campo in texto.faltantes)
        if plantilla.destinatario and self._quien(plantilla.destinatario) is None:
            yield "el nombre de a quién se dirige"
        if self._quien(self.depto.puesto) is None:
            yield "el nombre de quien firma"

    def _cuerpo(self) -> list[tuple[str, str]]:
        return [(f"cuerpo{n}", patron) for n, patron in enumerate(self.plantilla.cuerpo, start=1)]

    def _relato(self, parte: str, patron: str) -> Relato:
        return con_mano(self.foto, f"{self.origen}#{parte}", decir(patron, self.contexto))

    def _relatos(self, *partes: tuple[str, str]) -> Iterator[Parrafo]:
        for parte, patron in partes:
            relato = self._relato(parte, patron)
            if relato.texto:
                alineacion = "derecha" if parte == "fecha" else "justificada"
                yield Parrafo((Tramo(relato.texto),), relato.origen, alineacion=alineacion)

    def _textos(self, patrones: tuple[str, ...]) -> list[Texto]:
        return [decir(patron, self.contexto) for patron in patrones]

    def _sueltos(self, parte: str, patrones: tuple[str, ...], estilo: EstiloParrafo) -> Iterator[Parrafo]:
        alineacion = "derecha" if estilo == "datos" else "izquierda"
        for texto in self._textos(patrones):
            yield Parrafo((Tramo(texto.texto),), f"{self.origen}#{parte}", estilo, alineacion)

    def _quien(self, puesto: str) -> Ocupante | None:
        return ocupante(self.foto.catalogo, puesto, self.dia)

    def _destinatario(self) -> Iterator[Parrafo]:
        renglones = [texto.texto for texto in self._textos((self.plantilla.saludo,))]
        if self.plantilla.destinatario:
            quien = (self._quien(self.plantilla.destinatario) or Ocupante(HUECO, HUECO)).en_mayusculas
            renglones = [quien.nombre, quien.cargo, *renglones]
        for renglon in renglones:
            if renglon:
                tramo = Tramo(renglon, negrita=True)
                yield Parrafo((tramo,), f"{self.origen}#destinatario", "rotulo", "izquierda")
