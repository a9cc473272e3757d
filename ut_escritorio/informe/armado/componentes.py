"""Un componente hecho bloques: sus apartados, sus actividades con sus pasos, y el valor de cada una."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.impreso.contexto import Contexto
from ut_escritorio.dominio.impreso.textos import decir
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Estilo, Paso
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.apartados import bloques_de_apartados
from ut_escritorio.informe.documento import Bloque, Parrafo, Titulo, Tramo


def bloques_de_componente(foto: FotoTrimestre, componente: Componente) -> Iterator[Bloque]:
    """Todo lo que se imprime de un componente, en orden; lo que «no tocó» no se imprime."""
    if componente.clave in foto.sin_actividad:
        return
    estilo = componente.estilo
    yield from bloques_de_apartados(foto, componente.clave, componente.apartados, 1, estilo)
    for actividad in componente.actividades:
        if actividad.clave not in foto.sin_actividad:
            yield from _de_actividad(foto, actividad, estilo)


def _de_actividad(foto: FotoTrimestre, actividad: Actividad, estilo: Estilo) -> Iterator[Bloque]:
    """La actividad con lo suyo; si no hay nada que poner debajo, tampoco su encabezado."""
    contexto = Contexto(foto, actividad.clave)
    propios = tuple(bloques_de_apartados(foto, actividad.clave, actividad.apartados, 2, estilo))
    pasos = [(paso, bloques) for paso in actividad.pasos if (bloques := _de_paso(foto, paso, estilo))]
    valor = tuple(_valor(foto, actividad, estilo))
    if not (propios or pasos or valor):
        return
    marcador = _marcador(contexto, estilo)
    repite = estilo.repite_actividad and bool(pasos)
    if propios or not repite:
        yield from _encabezado(contexto, estilo, marcador)
        marcador = ""
    yield from propios
    for paso, bloques in pasos:
        if repite:
            yield from _encabezado(contexto, estilo, marcador)
            marcador = ""
        yield from _titulo(Contexto(foto, paso.clave), estilo.paso, 3, estilo)
        yield from bloques
    yield from valor


def _de_paso(foto: FotoTrimestre, paso: Paso, estilo: Estilo) -> tuple[Bloque, ...]:
    """Lo que el paso imprime bajo su encabezado; nada si no tocó."""
    if paso.clave in foto.sin_actividad:
        return ()
    return tuple(bloques_de_apartados(foto, paso.clave, paso.apartados, 3, estilo))


def _encabezado(contexto: Contexto, estilo: Estilo, marcador: str) -> Iterator[Titulo]:
    yield from _titulo(contexto, estilo.actividad, 2, estilo, marcador)
    yield from _titulo(contexto, estilo.nombre_actividad, 3, estilo, "" if estilo.actividad else marcador)


def _marcador(contexto: Contexto, estilo: Estilo) -> str:
    """Cómo nombra el índice a la actividad: con los encabezados que de ella se imprimen."""
    patrones = [patron for patron in (estilo.actividad, estilo.nombre_actividad) if patron]
    return " – ".join(decir(patron, contexto).texto for patron in patrones)


def _titulo(
    contexto: Contexto, patron: str, nivel: int, estilo: Estilo, marcador: str = ""
) -> Iterator[Titulo]:
    if patron:
        texto = decir(patron, contexto).texto
        alineacion = "centro" if estilo.centrado else "izquierda"
        yield Titulo(texto, nivel, f"lugar:{contexto.lugar}", alineacion, marcador)


def _valor(foto: FotoTrimestre, actividad: Actividad, estilo: Estilo) -> Iterator[Parrafo]:
    """El renglón del valor alcanzado; sin valor, no se imprime: es una falta."""
    if estilo.valor and actividad.clave in foto.alcanzado:
        texto = decir(estilo.valor, Contexto(foto, actividad.clave)).texto
        yield Parrafo((Tramo(texto),), f"valor:{actividad.clave}", "valor", "izquierda")
