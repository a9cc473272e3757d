"""Las frases con que un lugar dice lo que en él se anota."""

from __future__ import annotations

from dataclasses import replace

from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import con_lugar
from ut_escritorio.dominio.cambios_del_plan.un_sitio import con_una_un_sitio
from ut_escritorio.dominio.impreso.contexto import CAMPOS
from ut_escritorio.dominio.impreso.menciones import Donde, conocidos_de, revisor
from ut_escritorio.dominio.impreso.relatos import relatos_de
from ut_escritorio.dominio.oficina.cambios import clave_nueva
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.formas import Campo, ClaseDeCampo, Forma
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ValorInvalido

Formas = tuple[Forma, ...]


def con_frase(plan: Plan, lugar: str, frase: Forma) -> Plan:
    """El plan con una frase más en un lugar, al final; su clave sale de su nombre."""
    suyas = {forma.clave for forma in plan.lugar[lugar].formas}
    nueva = replace(_revisada(frase), clave=clave_nueva(frase.nombre, suyas))
    return _con_formas(plan, lugar, (*plan.lugar[lugar].formas, nueva), nueva)


def con_otra_frase(plan: Plan, lugar: str, frase: Forma) -> Plan:
    """El plan con la frase de esa clave dicha así."""
    suyas = tuple(
        _revisada(frase) if forma.clave == frase.clave else forma for forma in plan.lugar[lugar].formas
    )
    return _con_formas(plan, lugar, suyas, frase)


def sin_frase(plan: Plan, lugar: str, clave: str) -> Plan:
    """El plan sin esa frase."""
    suyas = tuple(forma for forma in plan.lugar[lugar].formas if forma.clave != clave)
    return con_lugar(plan, lugar, lambda x: replace(x, formas=suyas))


def con_frase_un_sitio(plan: Plan, lugar: str, clave: str, hacia: int) -> Plan:
    """El plan con una frase antes (-1) o después (1) de la de junto: se usa la primera que convenga."""
    orillas = "la primera de sus frases", "la última de sus frases"
    suyas = con_una_un_sitio(plan.lugar[lugar].formas, clave, hacia, orillas)
    return con_lugar(plan, lugar, lambda x: replace(x, formas=suyas))


def dato_propio(rotulo: str, clase: ClaseDeCampo, otros: tuple[Campo, ...]) -> Campo:
    """Un dato que solo esa frase pide, con el rótulo con que se pide."""
    if not rotulo.strip():
        raise ValorInvalido("Falta decir cómo se llama el dato que se pide.")
    usadas = CAMPOS | {campo.clave for campo in otros}
    return Campo(clave_nueva(rotulo, usadas), rotulo.strip(), clase)


def ejemplo_de(foto: FotoTrimestre, lugar: str, clave: str) -> str:
    """Lo primero anotado ahí, o dentro, que se dice con esa frase; vacío si nada."""
    suyos = (cada for cada, cadena in foto.plan.cadena.items() if lugar in (x.clave for x in cadena))
    dichos = (relato for cada in suyos for relato in relatos_de(foto, cada))
    return next((relato.texto for relato in dichos if relato.forma == clave), "")


def _revisada(frase: Forma) -> Forma:
    if not frase.nombre.strip():
        raise ValorInvalido("Falta el nombre de la frase: con él se escoge al anotar.")
    if not frase.texto.strip():
        raise ValorInvalido("La frase está vacía. Escriba lo que debe leerse.")
    if not all(campo.etiqueta for campo in frase.campos):
        raise ValorInvalido("Falta decir cómo se pide uno de sus datos.")
    return replace(frase, nombre=frase.nombre.strip(), texto=frase.texto.strip())


def _con_formas(plan: Plan, lugar: str, formas: Formas, dicha: Forma) -> Plan:
    con_ellas = con_lugar(plan, lugar, lambda x: replace(x, formas=formas))
    donde = Donde("paso", propios=frozenset(campo.clave for campo in dicha.campos))
    reparos = revisor(conocidos_de(con_ellas), donde)(dicha.texto)
    if reparos:
        raise ValorInvalido(f"Esa frase no se podría imprimir. {reparos[0]}")
    return con_ellas
