"""Las hojas para capturar a mano: cuadros vacíos, días y renglones en blanco de cada actividad."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ut_escritorio.dominio.impreso.resumen import lleva_valor
from ut_escritorio.dominio.numeros.avance import avance_de
from ut_escritorio.dominio.numeros.dias import se_marca_por_dia
from ut_escritorio.dominio.numeros.tabla import CeldaDeCuadro, dibujar
from ut_escritorio.dominio.oficina.calendario import Calendario, habiles_del_mes
from ut_escritorio.dominio.palabras.redaccion import mes as nombre_de_mes
from ut_escritorio.dominio.palabras.redaccion import periodo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Actividad, Lugar
from ut_escritorio.dominio.plan.cifras import Cifra
from ut_escritorio.dominio.plan.cuadros import cifras_de
from ut_escritorio.dominio.plan.lugares import con_nombre
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.cuadros import celda_impresa, tabla_de
from ut_escritorio.informe.armado.membretes import membrete_de
from ut_escritorio.informe.armado.renglones_en_blanco import listas_en_blanco
from ut_escritorio.informe.documento import Bloque, Celda, Documento, Parrafo, Seccion, Tabla, Titulo, Tramo

_DIAS = 31
_QUIEN = f"Capturó: {'_' * 44}     Fecha: {'_' * 18}"
_COMO = (
    "Lo que no se sabe se deja vacío; si fue ninguno, se escribe 0. "
    "Lo gris no se llena: es un día inhábil, o lo cuenta el programa."
)
_COMO_DE_UN_MES = _COMO.replace("es un día inhábil,", "es de otro mes, un día inhábil,")


def hojas_de_captura(
    foto: FotoTrimestre,
    calendario: Calendario,
    actividades: Sequence[Actividad],
    hoy: date,
    mes: int | None = None,
) -> Documento:
    """Una parte por actividad, cada una en hojas suyas; no llevan nada de lo ya escrito.

    Con `mes`, solo lo de ese: lo de los otros va en gris, y lo que es del trimestre no se pide.
    """
    titulo = f"Hoja de captura — {_dicho(foto.trimestre, mes)}"
    membrete = membrete_de(foto, foto.dia)
    secciones = tuple(
        Seccion(con_nombre(actividad), tuple(_bloques(foto, calendario, actividad, titulo, mes)), membrete)
        for actividad in actividades
    )
    de_cual = f", {actividades[0].numero}" if len(actividades) == 1 else ""
    return Documento(f"{titulo}{de_cual}", "", hoy, secciones)


def _dicho(trimestre: Trimestre, mes: int | None) -> str:
    cuando = f"{trimestre.numero}º trimestre" if mes is None else nombre_de_mes(mes)
    return f"{cuando} de {trimestre.ejercicio}"


def _bloques(
    foto: FotoTrimestre, calendario: Calendario, actividad: Actividad, titulo: str, mes: int | None
) -> Iterator[Bloque]:
    yield Titulo(titulo.upper(), 1, alineacion="centro")
    yield Titulo(f"{actividad.numero} {actividad.nombre}", 2)
    cuando = periodo(foto.trimestre) if mes is None else nombre_de_mes(mes)
    yield _texto(f"{cuando.capitalize()} de {foto.trimestre.ejercicio}.     {_QUIEN}")
    if mes is None and lleva_valor(foto.plan, actividad):
        yield _valor(foto, actividad)
    yield _texto(_COMO if mes is None else _COMO_DE_UN_MES)
    for lugar in (actividad, *actividad.pasos):
        suyos = tuple(_de_lugar(foto, calendario, lugar, mes))
        if suyos and lugar is not actividad:
            yield Titulo(f"Paso {con_nombre(lugar)}", 3)
        yield from suyos


def _texto(texto: str) -> Parrafo:
    return Parrafo((Tramo(texto),), alineacion="izquierda")


def _de_lugar(foto: FotoTrimestre, calendario: Calendario, lugar: Lugar, mes: int | None) -> Iterator[Bloque]:
    """Lo que de un lugar se escribe, en el orden en que se imprime."""
    for apartado in lugar.apartados:
        if apartado.clase == "cuadro":
            cuadro = foto.plan.cuadro[apartado.cuadro]
            dibujo = dibujar(cuadro, foto)
            if any(_se_llena(celda, mes) for celda in dibujo.celdas):
                yield tabla_de(dibujo, lambda celda: _por_llenar(celda, mes))
            for cifra in (foto.plan.cifra[clave] for clave in cifras_de(cuadro)):
                if cifra.por_dia and se_marca_por_dia(cifra):
                    yield _dias(foto.trimestre, calendario, cifra, mes)
        elif apartado.clase == "renglones":
            for titulo, lista in listas_en_blanco(foto.plan, lugar.clave):
                if titulo:
                    yield Titulo(titulo, 4)
                yield lista


def _se_llena(celda: CeldaDeCuadro, mes: int | None) -> bool:
    de_ese = celda.casilla is not None and mes in (None, celda.casilla.mes)
    return celda.editable and de_ese


def _por_llenar(celda: CeldaDeCuadro, mes: int | None) -> Celda:
    """Donde va un número, vacía; la que el programa calcula, o es de otro mes, en gris."""
    if celda.casilla is None:
        return celda_impresa(celda)
    return Celda("", "dato" if _se_llena(celda, mes) else "total", celda.ancho, celda.alto)


def _dias(trimestre: Trimestre, calendario: Calendario, cifra: Cifra, mes: int | None) -> Tabla:
    """Una fila por mes y una columna por día."""
    titulo = Celda(f"{cifra.nombre.upper()}: {cifra.por_dia} POR DÍA HÁBIL", "titulo", _DIAS + 1)
    cabeza = (Celda("DÍA", "columna"), *(Celda(str(dia), "columna") for dia in range(1, _DIAS + 1)))
    cuales = trimestre.meses if mes is None else (mes,)
    meses = (_mes(trimestre.ejercicio, cada, calendario) for cada in cuales)
    return Tabla(((titulo,), cabeza, *meses), _DIAS + 1, 2)


def _mes(ejercicio: int, mes: int, calendario: Calendario) -> tuple[Celda, ...]:
    habiles = {dia.day for dia in habiles_del_mes(calendario, ejercicio, mes)}
    casillas = (Celda("", "dato" if dia in habiles else "total") for dia in range(1, _DIAS + 1))
    return (Celda(nombre_de_mes(mes).upper(), "fila"), *casillas)


def _valor(foto: FotoTrimestre, actividad: Actividad) -> Parrafo:
    avance = avance_de(foto, actividad)
    que = "modificado" if avance.modificada else "programado"
    meta = f" ({que}: {avance.meta:f} %)" if avance.meta is not None else ""
    return _texto(f"Valor alcanzado{meta}: {'_' * 12} %     Por qué: {'_' * 70}")
