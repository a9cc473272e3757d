"""Lo que de un lugar del plan se enseña: su nombre, su cuenta, y si imprime algo."""

from __future__ import annotations

from ut_escritorio.dominio.numeros.evaluacion import valor_de
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.palabras.patrones import campos_de
from ut_escritorio.dominio.palabras.redaccion import cantidad, lista
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Lugar, Plan
from ut_escritorio.dominio.plan.cuadros import cifras_de
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre

_RENGLON = Sustantivo("renglón", "renglones")


def hijos(lugar: Lugar) -> tuple[Lugar, ...]:
    """Los lugares que contiene."""
    if isinstance(lugar, Componente):
        return lugar.actividades
    return lugar.pasos if isinstance(lugar, Actividad) else ()


def se_marca(lugar: Lugar) -> bool:
    """Si de él se puede decir «no tocó este trimestre»: un paso, o una actividad sin pasos."""
    return not isinstance(lugar, Componente) and not hijos(lugar)


def lleva_valor(plan: Plan, lugar: Lugar) -> bool:
    """Si se le pide valor alcanzado: toda actividad, y el componente cuyos textos lo citan."""
    if isinstance(lugar, Componente):
        return any("alcanzado" in campos_de(a.texto) for a in lugar.apartados)
    return isinstance(lugar, Actividad)


def se_dejaria_de_imprimir(foto: FotoTrimestre, lugar: Lugar) -> str:
    """Lo anotado en un lugar, si lo hay: «8 renglones», «números escritos», o las dos cosas."""
    renglones = len(foto.anotado_en(lugar.clave))
    cuadros = [foto.plan.cuadro[a.cuadro] for a in lugar.apartados if a.clase == "cuadro"]
    celdas = (celda for cuadro in cuadros for celda in dibujar(cuadro, foto).celdas)
    dichos = [cantidad(renglones, _RENGLON)] if renglones else []
    return lista([*dichos, *(["números escritos"] if any(c.editable and c.escrito for c in celdas) else [])])


def cuenta_de(foto: FotoTrimestre, lugar: Lugar) -> str:
    """El número que resume un lugar: el que de él enseña el Tablero, el único de sus cuadros, o cuánto se
    anotó; vacío si nada lo resume.
    """
    cuadros = [foto.plan.cuadro[a.cuadro] for a in lugar.apartados if a.clase == "cuadro"]
    claves = dict.fromkeys(clave for cuadro in cuadros for clave in cifras_de(cuadro))
    if claves:
        del_tablero = [mosaico.cifra for mosaico in foto.plan.mosaicos if mosaico.cifra in claves]
        resumen = del_tablero or (list(claves) if len(claves) == 1 else [])
        numero = valor_de(foto, resumen[0]).numero if resumen else None
        return "" if numero is None else str(numero)
    anotado = len(foto.anotado_en(lugar.clave))
    return str(anotado) if anotado else ""


def por_que_no_hay(foto: FotoTrimestre, lugar: Lugar) -> str:
    """Lo que se dice donde un lugar no imprime ninguna frase."""
    if any(cada.clave in foto.sin_actividad for cada in foto.plan.cadena[lugar.clave]):
        return "No se imprime: no tocó este trimestre."
    if any(apartado.clase == "cuadro" for apartado in lugar.apartados):
        return "Por ahora solo se imprimen los cuadros de arriba."
    return "Aquí se irá leyendo lo que anote arriba, tal como se imprimirá."
