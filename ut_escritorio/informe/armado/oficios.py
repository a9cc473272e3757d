"""El oficio de remisión: la carta con que un departamento entrega su parte."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.contexto import Contexto, Datos
from ut_escritorio.dominio.faltas import Falta
from ut_escritorio.dominio.firmantes import Ocupante, ocupante
from ut_escritorio.dominio.foto import FotoTrimestre, OficioRemision
from ut_escritorio.dominio.plan import Departamento, PlantillaOficio
from ut_escritorio.dominio.relatos import Relato, con_mano
from ut_escritorio.dominio.textos import HUECO, decir
from ut_escritorio.informe.armado.apartados import firma_de
from ut_escritorio.informe.armado.membretes import membrete_de
from ut_escritorio.informe.documento import Alineacion, Bloque, Firmas, Parrafo, Seccion, Tramo


def seccion_de_oficio(foto: FotoTrimestre, depto: Departamento, plantilla: PlantillaOficio) -> Seccion:
    """El oficio entero, en su página, con el membrete del informe."""
    bloques = tuple(_bloques(_Oficio(foto, depto), plantilla))
    origen = f"oficio:{depto.clave}"
    return Seccion(f"Oficio de remisión – {depto.nombre}", bloques, membrete_de(foto), "oficio", origen)


def falta_del_oficio(foto: FotoTrimestre, depto: Departamento) -> Falta | None:
    """Lo que al oficio le falta, en una frase; None si está completo."""
    oficio = foto.oficios.get(depto.clave, OficioRemision(depto.clave))
    que = [nombre for nombre, dato in (("el número", oficio.folio), ("la fecha", oficio.fecha)) if not dato]
    if not que:
        return None
    return Falta("", f"oficio:{depto.clave}", f"Oficio de {depto.nombre}: falta {' y '.join(que)}")


class _Oficio:
    """Los textos de un oficio con sus datos puestos y lo que ella haya escrito a mano."""

    def __init__(self, foto: FotoTrimestre, depto: Departamento) -> None:
        self.foto, self.depto = foto, depto
        oficio = foto.oficios.get(depto.clave, OficioRemision(depto.clave))
        otros: dict[str, Datos] = {
            "folio_oficio": (oficio.folio,) if oficio.folio else (),
            "fecha_oficio": (oficio.fecha,) if oficio.fecha else (),
            "departamento": (depto.nombre,),
        }
        self.contexto = Contexto(foto, otros=otros)
        self.dia = oficio.fecha or foto.dia

    def relato(self, parte: str, patron: str) -> Relato:
        """Una parte del oficio, automática o a mano."""
        return con_mano(self.foto, f"oficio:{self.depto.clave}#{parte}", decir(patron, self.contexto))

    def textos(self, patrones: tuple[str, ...]) -> tuple[str, ...]:
        """Unos renglones sueltos con sus datos puestos."""
        return tuple(decir(patron, self.contexto).texto for patron in patrones)


def _bloques(oficio: _Oficio, plantilla: PlantillaOficio) -> Iterator[Bloque]:
    for texto in oficio.textos(plantilla.datos):
        yield Parrafo((Tramo(texto),), f"oficio:{oficio.depto.clave}#datos", "datos", "derecha")
    yield _parrafo(oficio.relato("fecha", plantilla.lugar_y_fecha), "derecha")
    yield from _destinatario(oficio, plantilla)
    for n, patron in enumerate(plantilla.cuerpo, start=1):
        yield _parrafo(oficio.relato(f"cuerpo{n}", patron), "justificada")
    firma = firma_de(oficio.foto.catalogo, oficio.depto.puesto, oficio.dia, mayusculas=True)
    yield Firmas((firma,), oficio.textos(plantilla.despedida), f"oficio:{oficio.depto.clave}#firma")
    for texto in oficio.textos(plantilla.copias):
        yield Parrafo((Tramo(texto),), f"oficio:{oficio.depto.clave}#copias", "nota", "izquierda")


def _parrafo(relato: Relato, alineacion: Alineacion) -> Parrafo:
    return Parrafo((Tramo(relato.texto),), relato.origen, alineacion=alineacion)


def _destinatario(oficio: _Oficio, plantilla: PlantillaOficio) -> Iterator[Parrafo]:
    quien = ocupante(oficio.foto.catalogo, plantilla.destinatario, oficio.dia) or Ocupante(HUECO, HUECO)
    quien = quien.en_mayusculas
    for texto in (quien.nombre, quien.cargo, *oficio.textos((plantilla.saludo,))):
        if texto:
            yield Parrafo(
                (Tramo(texto, negrita=True),),
                f"oficio:{oficio.depto.clave}#destinatario",
                "rotulo",
                "izquierda",
            )
