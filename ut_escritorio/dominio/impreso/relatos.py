"""Los párrafos de un lugar: lo anotado dicho en frases, en su orden, con lo que ella escribió a mano."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.contexto import Contexto
from ut_escritorio.dominio.impreso.sin_forma import forma_sencilla
from ut_escritorio.dominio.impreso.textos import Texto, decir
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.patrones import campos, campos_de
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import ParrafoLibre, Renglon


@congelado
class Relato:
    """Un párrafo terminado.

    `texto` es el que se imprime y `automatico` el que sale de los datos; difieren si está escrito
    `a_mano`. `cambio`: los datos cambiaron desde que se escribió. `uids`: los renglones que dice, y
    `forma`, la clave de la manera en que el plan dice el primero.
    """

    origen: Origen
    texto: str
    automatico: str
    a_mano: bool = False
    cambio: bool = False
    vineta: bool = False
    uids: tuple[str, ...] = ()
    faltantes: tuple[str, ...] = ()
    mes: int | None = None
    forma: str = ""

    @property
    def origenes(self) -> tuple[Origen, ...]:
        """El suyo y los de los renglones que dice."""
        return (self.origen, *(Origen("renglon", uid) for uid in self.uids))


def forma_de(plan: Plan, renglon: Renglon) -> Forma:
    """La manera de decir un renglón: la que nombra; si no, la primera de su medio o de cualquiera.

    Donde el plan no da ninguna, una frase con todos sus datos.
    """
    formas = plan.formas_de(renglon.lugar) if renglon.lugar in plan.cadena else ()
    nombrada = next((f for f in formas if f.clave == renglon.forma), None)
    del_medio = next((f for f in formas if not f.medios or renglon.medio in f.medios), None)
    return nombrada or del_medio or next(iter(formas), None) or forma_sencilla(plan, renglon)


def cosa_que_cuenta(plan: Plan, renglon: Renglon) -> Sustantivo | None:
    """Lo que cuenta su cantidad, según el texto de su forma."""
    citas = (campo for campo in campos(forma_de(plan, renglon).texto) if campo.nombre == "cantidad")
    nombres = (nombre for campo in citas for nombre in campo.formas)
    return next((plan.sustantivos[nombre] for nombre in nombres if nombre in plan.sustantivos), None)


def relatos_de(foto: FotoTrimestre, lugar: str) -> tuple[Relato, ...]:
    """Los párrafos de un lugar, en orden: los de sus renglones y los libres."""
    return tuple(_relato(foto, lugar, grupo) for grupo in _parrafos(foto, lugar))


def relato_de(foto: FotoTrimestre, renglon: Renglon) -> Relato:
    """El párrafo que dice un renglón que está en la foto, sin decir los demás de su lugar."""
    suyo = next(
        parrafo
        for parrafo in _parrafos(foto, renglon.lugar)
        if isinstance(parrafo, tuple) and any(r.uid == renglon.uid for grupo in parrafo for r in grupo)
    )
    return _relato(foto, renglon.lugar, suyo)


def con_mano(foto: FotoTrimestre, origen: Origen, texto: Texto) -> Relato:
    """El relato de un texto automático, con lo escrito a mano en su lugar si lo hay."""
    a_mano = foto.a_mano.get(origen)
    if a_mano is None:
        return Relato(origen, texto.texto, texto.texto, faltantes=texto.faltantes)
    return Relato(origen, a_mano.texto, texto.texto, True, a_mano.sustituye != texto.texto)


def relato_de_apartado(foto: FotoTrimestre, lugar: str, apartado: Apartado) -> Relato | None:
    """El texto de un título, párrafo, cierre o despedida; None si es un cierre sin nada que contar."""
    contexto = Contexto(foto, lugar)
    if apartado.clase == "cierre" and not _hay_que_contar(apartado.texto, contexto):
        return None
    return con_mano(foto, Origen("apartado", apartado.clave), decir(apartado.texto, contexto))


def _hay_que_contar(patron: str, contexto: Contexto) -> bool:
    """Si alguna cifra del cierre, aunque esté a medias, no es cero."""
    valores = [valor for nombre in campos_de(patron) for _, valor in contexto.valores(nombre)]
    return not valores or any(valor.numero for valor in valores)


Grupo = tuple[Renglon, ...]
Dicho = ParrafoLibre | tuple[Grupo, ...]


def _parrafos(foto: FotoTrimestre, lugar: str) -> list[Dicho]:
    """Lo que va en cada párrafo: un libre, o los grupos de renglones que lo forman."""
    parrafos: list[Dicho] = []
    for cosa in foto.anotado_en(lugar):
        ultimo = parrafos[-1] if parrafos else None
        if isinstance(cosa, ParrafoLibre):
            parrafos.append(cosa)
        elif isinstance(ultimo, tuple) and (unido := _unido(foto.plan, ultimo, cosa)):
            parrafos[-1] = unido
        else:
            parrafos.append(((cosa,),))
    return parrafos


def _unido(plan: Plan, parrafo: tuple[Grupo, ...], renglon: Renglon) -> tuple[Grupo, ...] | None:
    """El párrafo con el renglón dentro de su último grupo o tras él; None si va aparte."""
    *previos, grupo = parrafo
    forma = forma_de(plan, renglon)
    if forma.agrupa and forma == forma_de(plan, grupo[0]) and renglon.en_mes == grupo[0].en_mes:
        return (*previos, (*grupo, renglon))
    return (*parrafo, (renglon,)) if renglon.junto else None


def _con_sus_anexos(foto: FotoTrimestre, lugar: str, parrafo: tuple[Grupo, ...], texto: str) -> str:
    """El párrafo, que acaba diciendo los anexos de lo que cuenta si el plan quiere y no los dice ya."""
    if not foto.plan.programa.anexos.citados:
        return texto
    sin_decirlos = [
        r for g in parrafo if "anexos" not in campos_de(forma_de(foto.plan, g[0]).texto) for r in g
    ]
    cita = Contexto(foto, lugar, tuple(sin_decirlos)).datos("anexos")
    if not cita:
        return texto
    punto = "." if texto.endswith(".") else ""
    return f"{texto.removesuffix('.')} ({cita[0]}){punto}"


def _relato(foto: FotoTrimestre, lugar: str, dicho: Dicho) -> Relato:
    if isinstance(dicho, ParrafoLibre):
        return Relato(Origen("parrafo", dicho.uid), dicho.texto, dicho.texto)
    primero = dicho[0][0]
    forma = forma_de(foto.plan, primero)
    textos = [decir(forma_de(foto.plan, grupo[0]).texto, Contexto(foto, lugar, grupo)) for grupo in dicho]
    entero = _con_sus_anexos(foto, lugar, dicho, " ".join(t.texto for t in textos))
    texto = Texto(entero, tuple(f for t in textos for f in t.faltantes))
    return replace(
        con_mano(foto, Origen("renglon", primero.uid), texto),
        vineta=forma.vineta,
        uids=tuple(renglon.uid for grupo in dicho for renglon in grupo),
        mes=primero.en_mes,
        forma=forma.clave,
    )
