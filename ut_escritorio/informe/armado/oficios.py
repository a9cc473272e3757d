"""El oficio de remisión: la carta con que un departamento entrega su parte."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.impreso.contexto import Contexto, Datos
from ut_escritorio.dominio.impreso.relatos import Relato, con_mano
from ut_escritorio.dominio.impreso.textos import HUECO, Texto, decir
from ut_escritorio.dominio.oficina.firmantes import Ocupante, ocupante
from ut_escritorio.dominio.plan.arbol import Departamento, PlantillaOficio
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision
from ut_escritorio.informe.armado.apartados import firma_de
from ut_escritorio.informe.armado.membretes import membrete_de
from ut_escritorio.informe.documento import Bloque, EstiloParrafo, Firmas, Parrafo, Seccion, Tramo


def seccion_de_oficio(foto: FotoTrimestre, depto: Departamento, plantilla: PlantillaOficio) -> Seccion:
    """El oficio entero, en su página, con el membrete del informe."""
    oficio = _Oficio(foto, depto, plantilla)
    marcador = f"Oficio de remisión – {depto.nombre}"
    return Seccion(marcador, tuple(oficio.bloques()), membrete_de(foto), "oficio", oficio.origen)


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
