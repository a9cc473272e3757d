"""Las hojas que son una lista: lo anotado en el trimestre y los oficios de sus meses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.dichos import asunto_dicho, numero_dicho
from ut_escritorio.dominio.oficios.libro import EnElLibro, en_orden
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.plan.lugares import decir_lugar
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.nombres import nombres_de
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.informe.documento import Documento, Parrafo
from ut_escritorio.informe.excel.libro import Hoja, Numero, Puesta, Valor

_Fila = TypeVar("_Fila")
_CORTA, _MEDIA, _LARGA = 12.0, 24.0, 60.0
RENGLONES, OFICIOS = "Renglones", "Oficios"


@congelado
class Columna(Generic[_Fila]):
    """Una columna de una lista: su rótulo, lo ancho, qué quiere decir y de dónde sale."""

    rotulo: str
    ancho: float
    que_es: str
    valor: Callable[[_Fila], Valor]


@congelado
class Anotado:
    """Un renglón con su foto y la frase con que se imprime."""

    renglon: Renglon
    foto: FotoTrimestre
    frase: str = ""

    @property
    def lugar(self) -> str:
        """«1.2 paso 2 · Se solicitó»."""
        clave = self.renglon.lugar
        return decir_lugar(self.foto.plan, clave) if clave in self.foto.plan.lugar else clave

    @property
    def medio(self) -> str:
        """«oficio», «correo electrónico»."""
        medio = self.foto.plan.medio.get(self.renglon.medio)
        return medio.unidad.singular if medio else self.renglon.medio


DE_RENGLONES: Sequence[Columna[Anotado]] = (
    Columna("Lugar", _MEDIA, "La actividad o el paso en que se anotó.", lambda f: f.lugar),
    Columna("Por", _CORTA, "Por dónde se hizo: oficio, correo, llamada…", lambda f: f.medio),
    Columna("Sentido", _CORTA, "Si se envió o se recibió.", lambda f: f.renglon.sentido),
    Columna("Fecha", _CORTA, "El día; vacía si no se sabe.", lambda f: f.renglon.fecha),
    Columna("Mes", _CORTA, "El mes en que cae.", lambda f: _mes(f.renglon.en_mes)),
    Columna(
        "Oficios", _MEDIA, "Los números que dice.", lambda f: "; ".join(c.folio for c in f.renglon.citas)
    ),
    Columna(
        "Con quién", _MEDIA, "A quién va o de quién viene.",
        lambda f: nombres_de(f.foto.catalogo, f.renglon.partes),
    ),
    Columna("Asunto", _LARGA, "De qué trata.", lambda f: f.renglon.asunto),
    Columna("Cuántos", _CORTA, "Cuántos oficios, llamadas…", lambda f: _numero(f.renglon.cantidad_medio)),
    Columna("Cantidad", _CORTA, "Cuántas cosas se hicieron.", lambda f: _numero(f.renglon.cantidad)),
    Columna("Mujeres", _CORTA, "Cuántas mujeres.", lambda f: _numero(f.renglon.personas.mujeres)),
    Columna("Hombres", _CORTA, "Cuántos hombres.", lambda f: _numero(f.renglon.personas.hombres)),
    Columna("N/I", _CORTA, "Personas no identificadas.", lambda f: _numero(f.renglon.personas.ni)),
    Columna("Personas", _CORTA, "Cuántas en total.", lambda f: _numero(f.renglon.personas.cuantas)),
    Columna(
        "Cómo se imprime", _LARGA, "Su frase en el informe; vacía si se dice junto con el de arriba.",
        lambda f: f.frase,
    ),
)  # fmt: skip

DE_OFICIOS: Sequence[Columna[EnElLibro]] = (
    Columna("Oficio", _MEDIA, "Su número.", numero_dicho),
    Columna("Sentido", _CORTA, "Si se envió o se recibió.", lambda f: f.oficio.sentido),
    Columna("Fecha", _CORTA, "El día del oficio; vacía si no se sabe.", lambda f: f.oficio.papel.fecha),
    Columna("Mes", _CORTA, "Su mes, si no se sabe el día.", lambda f: _mes(f.oficio.papel.mes)),
    Columna("Con quién", _MEDIA, "A quién va o de quién viene.", lambda f: f.con),
    Columna("Asunto", _LARGA, "De qué trata; del cancelado, por qué.", asunto_dicho),
    Columna("Clase", _CORTA, "De qué es: turno, respuesta…", lambda f: f.oficio.clase),
    Columna("Expediente", _MEDIA, "La solicitud o el expediente.", lambda f: f.oficio.expediente),
    Columna("Cómo va", _CORTA, "Enviado, con acuse, contestado, cancelado…", lambda f: f.estado),
    Columna("Acuse", _CORTA, "El día en que lo recibieron.", lambda f: f.seguimiento.acuse),
    Columna("Contestado con", _MEDIA, "Los oficios que lo contestan.", lambda f: lista(f.contestado_con)),
    Columna("Contesta a", _MEDIA, "A cuáles contesta.", lambda f: lista(f.responde_a)),
    Columna(
        "Se dice en", _MEDIA, "Dónde lo dice el informe.",
        lambda f: "; ".join(dict.fromkeys(dicho.donde for dicho in f.dichos)),
    ),
    Columna("Guardado en", _MEDIA, "Dónde se guardó el papel.", lambda f: f.seguimiento.guardado_en),
)  # fmt: skip


def hoja_de_renglones(documento: Documento, foto: FotoTrimestre) -> Hoja:
    """Lo anotado en el trimestre, en el orden del informe."""
    lugares = {clave: numero for numero, clave in enumerate(foto.plan.lugar)}
    en_orden = sorted(foto.renglones, key=lambda r: (lugares.get(r.lugar, len(lugares)), r.orden, r.uid))
    frases = _frases(documento)
    filas = [Anotado(renglon, foto, frases.get(Origen("renglon", renglon.uid), "")) for renglon in en_orden]
    return hoja_de_lista(RENGLONES, DE_RENGLONES, filas)


def hoja_de_oficios(oficios: Iterable[EnElLibro]) -> Hoja:
    """Los del libro, lo más viejo primero."""
    return hoja_de_lista(OFICIOS, DE_OFICIOS, en_orden(oficios)[::-1])


def hoja_de_lista(nombre: str, columnas: Sequence[Columna[_Fila]], filas: Iterable[_Fila]) -> Hoja:
    """Una fila por cosa, con sus rótulos arriba, que no se mueven y por los que se filtra."""
    puestas = [Puesta(0, numero, columna.rotulo, "rotulo") for numero, columna in enumerate(columnas)]
    for fila, cosa in enumerate(filas, 1):
        puestas += [
            Puesta(fila, numero, valor)
            for numero, columna in enumerate(columnas)
            if (valor := columna.valor(cosa)) not in (None, "")
        ]
    return Hoja(nombre, tuple(puestas), tuple(columna.ancho for columna in columnas), filtra=True)


def _frases(documento: Documento) -> Mapping[Origen, str]:
    parrafos = (b for seccion in documento.secciones for b in seccion.bloques if isinstance(b, Parrafo))
    return {parrafo.origen: parrafo.texto for parrafo in parrafos if parrafo.origen.clase == "renglon"}


def _mes(numero: int | None) -> str:
    return MESES[numero - 1] if numero else ""


def _numero(cuantos: int | None) -> Numero | None:
    return None if cuantos is None else Numero(cuantos)
