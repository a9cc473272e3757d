"""Lo que ella le hace a una cosa del índice —subirla, soltarla en otra, quitarla—, hecho cambio del plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from ut_escritorio.dominio.cambios_del_plan.armado.bloques import con_bloque_en, con_bloque_un_sitio
from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Acomodado, Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.cuadres import sin_cuadre
from ut_escritorio.dominio.cambios_del_plan.armado.departamentos import (
    con_componente_en,
    con_departamento_un_sitio,
    sin_departamento,
)
from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import (
    bloques_de,
    casa_del_bloque,
    departamento_de,
)
from ut_escritorio.dominio.cambios_del_plan.armado.frases import con_frase_un_sitio, ejemplo_de, sin_frase
from ut_escritorio.dominio.cambios_del_plan.armado.medios import con_medio_un_sitio, sin_medio
from ut_escritorio.dominio.cambios_del_plan.armado.nodos import Nodo
from ut_escritorio.dominio.cambios_del_plan.armado.orden import movido, un_sitio
from ut_escritorio.dominio.cambios_del_plan.edicion import sin_apartado, sin_lugar
from ut_escritorio.dominio.impreso.resumen import hijos
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.plan.agregar import Oferta

_MOVER, _QUITAR = "Acomodar el plan", "Quitar del plan"


def menu_de(
    padre: QWidget, ofertas: Sequence[Oferta | None], al_escoger: Callable[[Oferta], object]
) -> QMenu:
    """El menú de lo que se puede agregar."""
    menu = QMenu(padre)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    for oferta in ofertas:
        if oferta is None:
            menu.addSeparator()
        else:
            menu.addAction(oferta[0], lambda oferta=oferta: al_escoger(oferta))
    return menu


def el_mismo(nodo: Nodo, hecho: Acomodado) -> Nodo:
    """El nodo, por las claves que tiene después de un cambio."""
    clave = hecho.ahora(nodo.clave) if nodo.clase in ("lugar", "bloque") else nodo.clave
    if nodo.clase == "bloque":
        return Nodo(nodo.clase, clave, casa_del_bloque(hecho.plan, clave))
    return Nodo(nodo.clase, clave, hecho.ahora(nodo.clave if nodo.clase == "lugar" else nodo.lugar))


def lo_que_pasa_al_quitar(foto: FotoTrimestre, nodo: Nodo, se_va: str) -> str:
    """Lo que se le avisa antes de quitarlo; `se_va`: lo que con él se va, en palabras."""
    con_el = f"Con eso se van {se_va}. " if se_va else ""
    if nodo.clase == "frase" and ejemplo_de(foto, nodo.lugar, nodo.clave):
        con_el += "Lo que hoy se dice con ella se dirá con otra de sus frases. "
    return f"{con_el}Se puede deshacer. Los años de antes y lo ya firmado no cambian."


def de_quitar(nodo: Nodo) -> Cambio:
    """Quitarlo del plan."""
    match nodo.clase:
        case "lugar":
            return Cambio(_QUITAR, lambda plan: sin_lugar(plan, nodo.clave))
        case "bloque":
            return Cambio(_QUITAR, lambda plan: sin_apartado(plan, nodo.clave))
        case "frase":
            return Cambio(_QUITAR, lambda plan: sin_frase(plan, nodo.lugar, nodo.clave))
        case "departamento":
            return Cambio(_QUITAR, lambda plan: sin_departamento(plan, nodo.clave))
        case "medio":
            return Cambio(_QUITAR, lambda plan: sin_medio(plan, nodo.clave))
        case "cuadre":
            return Cambio(_QUITAR, lambda plan: sin_cuadre(plan, nodo.clave))
        case "hoja" | "departamentos" | "medios" | "cuadres":
            return Cambio(_QUITAR, _no_se_mueve)


def de_mover(nodo: Nodo, hacia: int) -> Cambio:
    """Pasarlo un sitio más arriba (-1) o más abajo (1)."""
    match nodo.clase:
        case "lugar":
            return Cambio(_MOVER, lambda plan: un_sitio(plan, nodo.clave, hacia))
        case "bloque":
            return Cambio(_MOVER, lambda plan: con_bloque_un_sitio(plan, nodo.clave, hacia))
        case "frase":
            return Cambio(_MOVER, lambda plan: con_frase_un_sitio(plan, nodo.lugar, nodo.clave, hacia))
        case "departamento":
            return Cambio(_MOVER, lambda plan: con_departamento_un_sitio(plan, nodo.clave, hacia))
        case "medio":
            return Cambio(_MOVER, lambda plan: con_medio_un_sitio(plan, nodo.clave, hacia))
        case "cuadre" | "hoja" | "departamentos" | "medios" | "cuadres":
            return Cambio(_MOVER, _no_se_mueve)


def de_soltar(nodo: Nodo, sobre: Nodo, entre: int) -> Cambio:
    """Soltarlo sobre otro (0: dentro de él, al final), antes (-1) o después (1)."""
    if not sobre.lugar:
        return Cambio(_MOVER, _no_se_mueve)
    match nodo.clase:
        case "lugar":
            return Cambio(_MOVER, lambda plan: _lugar_en(plan, nodo, sobre, entre))
        case "bloque":
            return Cambio(_MOVER, lambda plan: _bloque_en(plan, nodo, sobre, entre))
        case "frase":
            return Cambio(_MOVER, _no_se_suelta)
        case "departamento" | "medio" | "cuadre" | "hoja" | "departamentos" | "medios" | "cuadres":
            return Cambio(_MOVER, _no_se_mueve)


def _no_se_mueve(_: Plan) -> Plan:
    raise ValorInvalido("Eso se queda donde está.")


def _no_se_suelta(_: Plan) -> Plan:
    raise ValorInvalido("Una frase es de su lugar: acomódela ahí con Alt+↑ y Alt+↓.")


def _lugar_en(plan: Plan, nodo: Nodo, sobre: Nodo, entre: int) -> Acomodado:
    """Un componente va entre los componentes; una actividad, a un componente; un paso, a una actividad."""
    if sobre.lugar not in plan.lugar:
        return _en_un_departamento(plan, nodo, departamento_de(sobre.lugar))
    hondura, cadena = len(plan.cadena[nodo.clave]), plan.cadena[sobre.lugar]
    if len(cadena) < hondura - 1:
        raise ValorInvalido("Un paso va en una actividad. Suéltelo en ella.")
    casa = cadena[hondura - 2].clave if hondura > 1 else ""
    hermanos = [cada.clave for cada in (hijos(plan.lugar[casa]) if casa else plan.componentes)]
    otros = [clave for clave in hermanos if clave != nodo.clave]
    junto_a = cadena[hondura - 1].clave if len(cadena) >= hondura else ""
    if junto_a not in otros:
        if junto_a == nodo.clave:
            return Acomodado(plan)
        return movido(plan, nodo.clave, casa, len(otros))
    antes = entre < 0 and len(cadena) == hondura and sobre.clase == "lugar"
    return movido(plan, nodo.clave, casa, otros.index(junto_a) + (not antes))


def _en_un_departamento(plan: Plan, nodo: Nodo, departamento: str) -> Acomodado:
    if not departamento:
        raise ValorInvalido("Ahí van solo títulos, textos y firmas.")
    if len(plan.cadena[nodo.clave]) > 1:
        raise ValorInvalido("A un departamento se pasa el componente entero. Suelte ahí el componente.")
    return Acomodado(con_componente_en(plan, nodo.clave, departamento))


def _bloque_en(plan: Plan, nodo: Nodo, sobre: Nodo, entre: int) -> Acomodado:
    claves = [a.clave for a in bloques_de(plan, sobre.lugar) if a.clave != nodo.clave]
    sitio = claves.index(sobre.clave) + (entre >= 0) if sobre.clave in claves else len(claves)
    return con_bloque_en(plan, nodo.clave, sobre.lugar, sitio)
