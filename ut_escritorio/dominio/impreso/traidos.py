"""Los textos propios de un trimestre que se pueden traer al siguiente, ya corridos."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.contexto import Contexto
from ut_escritorio.dominio.impreso.textos import decir
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.adelantar import adelantar
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.propuestas import Propuesta
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


@congelado
class TextoTraido:
    """Un texto por traer: a qué lugar, cómo decía y cómo dirá.

    `origen` es el del texto del plan que reemplaza, y `sustituye` lo que ese dice hoy; vacíos, es un
    párrafo libre.
    """

    lugar: str
    antes: str
    texto: str
    origen: str = ""
    sustituye: str = ""


def proponer_traidos(antes: FotoTrimestre, ahora: FotoTrimestre) -> Propuesta[TextoTraido]:
    """Los párrafos libres y los textos a mano del trimestre anterior que este aún no tiene.

    Lo que era de un renglón no se trae: ese renglón no está aquí.
    """
    textos = (*_parrafos(antes, ahora), *_a_mano(antes, ahora))
    orden = {clave: n for n, clave in enumerate(ahora.plan.cadena)}
    en_orden = tuple(sorted(textos, key=lambda texto: orden[texto.lugar]))
    return Propuesta(f"Traer textos del {antes.trimestre}", en_orden)


def _parrafos(antes: FotoTrimestre, ahora: FotoTrimestre) -> Iterator[TextoTraido]:
    lugares = _lugares(antes, ahora)
    ya_estan = {(parrafo.lugar, parrafo.texto) for parrafo in ahora.parrafos}
    for parrafo in antes.parrafos:
        lugar = lugares.get(parrafo.lugar, "")
        texto = adelantar(parrafo.texto, antes.trimestre, ahora.trimestre)
        if texto.strip() and ahora.plan.admite_renglones(lugar) and (lugar, texto) not in ya_estan:
            yield TextoTraido(lugar, parrafo.texto, texto)


def _a_mano(antes: FotoTrimestre, ahora: FotoTrimestre) -> Iterator[TextoTraido]:
    de_ahora = {Origen("apartado", a.clave): (lugar, a) for lugar, a in _apartados(ahora.plan)}
    lugares = _lugares(antes, ahora)
    for origen, a_mano in antes.a_mano.items():
        suyo = Origen.leido(origen)
        nuevo = Origen("apartado", lugares.get(suyo.lugar, suyo.lugar), suyo.parte) if suyo.parte else suyo
        if nuevo not in de_ahora or nuevo in ahora.a_mano:
            continue
        donde, apartado = de_ahora[nuevo]
        automatico = decir(apartado.texto, Contexto(ahora, donde)).texto
        texto = adelantar(a_mano.texto, antes.trimestre, ahora.trimestre)
        if automatico != texto:
            yield TextoTraido(donde, a_mano.texto, texto, nuevo, automatico)


def _apartados(plan: Plan) -> Iterator[tuple[str, Apartado]]:
    """Los textos de los lugares, que se ven y se cambian junto a lo que se captura."""
    for lugar in plan.lugares():
        for apartado in lugar.apartados:
            if apartado.texto:
                yield lugar.clave, apartado


def _lugares(antes: FotoTrimestre, ahora: FotoTrimestre) -> Mapping[str, str]:
    """La clave de hoy de cada lugar de antes; de un año a otro, quizá la que tomó al cambiar."""
    mismo_plan = antes.plan.ejercicio == ahora.plan.ejercicio
    return {
        lugar.clave if mismo_plan else lugar.antes or lugar.clave: lugar.clave
        for lugar in ahora.plan.lugares()
    }
