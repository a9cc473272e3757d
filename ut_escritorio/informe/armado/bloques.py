"""Cada cosa que se imprime hecha bloque: títulos, párrafos, cuadros y firmas."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal, assert_never

from ut_escritorio.dominio.impreso.entradas import Impreso
from ut_escritorio.dominio.impreso.remision import dia_del_oficio
from ut_escritorio.dominio.impreso.textos import RAYA
from ut_escritorio.dominio.numeros.tabla import dibujar
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficina.firmantes import Ocupante, ocupante
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.apartados import RELACIONES
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.avance import tabla_del_avance
from ut_escritorio.informe.armado.comparativo import tabla_del_comparativo
from ut_escritorio.informe.armado.cuadros import tabla_de
from ut_escritorio.informe.armado.graficas import graficas_del_informe
from ut_escritorio.informe.armado.relacion_del_informe import relacionados
from ut_escritorio.informe.documento import (
    Alineacion,
    Bloque,
    EstiloParrafo,
    Firma,
    Firmas,
    Indice,
    Parrafo,
    Titulo,
    Tramo,
)

NIVEL_MAXIMO = 4


def bloques_de(foto: FotoTrimestre, seccion: tuple[Impreso, ...]) -> Iterator[Bloque]:
    """Los bloques de lo que se imprime en una sección, en su orden."""
    for impreso in seccion:
        if impreso.clase != "despedida":  # va en el bloque de su firma
            yield _bloque(foto, impreso, seccion)
        if impreso.clase in RELACIONES:
            yield relacionados(foto, impreso.clase, impreso.origen)
        elif impreso.clase == "indice":
            yield Indice(origen=impreso.origen)
        elif impreso.clase == "avance":
            yield tabla_del_avance(foto, impreso.origen)
        elif impreso.clase == "comparativo":
            yield tabla_del_comparativo(foto, impreso.origen)
        elif impreso.clase == "graficas":
            yield from graficas_del_informe(foto, impreso.origen)


def _bloque(foto: FotoTrimestre, impreso: Impreso, seccion: tuple[Impreso, ...]) -> Bloque:
    match impreso.clase:
        case "titulo":
            return _titulo(impreso, impreso.entrada.hondura)
        case "subtitulo" | "relacion_de_enviados" | "relacion_de_recibidos" | "indice" | "avance":
            return _titulo(impreso, impreso.entrada.hondura + 1)
        case "resumen" | "comparativo" | "graficas":
            return _titulo(impreso, impreso.entrada.hondura + 1)
        case "actividad":
            return _encabezado(impreso, 2)
        case "nombre_actividad" | "paso":
            return _encabezado(impreso, 3)
        case "parrafo" | "cierre" | "del_resumen":
            return _parrafo(impreso)
        case "cuerpo":
            return renglon_de_oficio("cuerpo", impreso.relato.texto, impreso.origen)
        case "renglones":
            return _parrafo(impreso, vineta=impreso.entrada.estilo.vineta if impreso.relato.vineta else "")
        case "valor":
            return _parrafo(impreso, "valor", "izquierda")
        case "cuadro":
            return tabla_de(dibujar(foto.plan.cuadro[impreso.origen.clave], foto))
        case "firmas":
            return _firmas(foto, impreso)
        case "datos" | "fecha" | "destinatario" | "copias":
            return renglon_de_oficio(impreso.clase, impreso.relato.texto, impreso.origen)
        case "firma" | "despedida":
            antes = tuple(cada.relato.texto for cada in seccion if cada.clase == "despedida")
            return _firma_del_oficio(foto, impreso, antes)
        case _:
            assert_never(impreso.clase)


def _titulo(impreso: Impreso, nivel: int) -> Titulo:
    """El de la portada, un departamento o un componente va al centro; los demás, donde diga el estilo."""
    al_centro = impreso.entrada.hondura == 1 or impreso.entrada.estilo.centrado
    nivel = min(nivel, NIVEL_MAXIMO)
    return Titulo(impreso.relato.texto, nivel, impreso.origen, "centro" if al_centro else "izquierda")


def _encabezado(impreso: Impreso, nivel: int) -> Titulo:
    alineacion = "centro" if impreso.entrada.estilo.centrado else "izquierda"
    return Titulo(impreso.relato.texto, nivel, impreso.origen, alineacion, impreso.marcador)


def _parrafo(
    impreso: Impreso,
    estilo: EstiloParrafo = "cuerpo",
    alineacion: Alineacion = "justificada",
    vineta: str = "",
) -> Parrafo:
    return Parrafo((Tramo(impreso.relato.texto),), impreso.origen, estilo, alineacion, vineta)


RenglonDeOficio = Literal["datos", "fecha", "destinatario", "cuerpo", "copias"]
_DE_OFICIO: Mapping[RenglonDeOficio, tuple[EstiloParrafo, Alineacion]] = {
    "datos": ("datos", "derecha"),
    "fecha": ("cuerpo", "derecha"),
    "destinatario": ("rotulo", "izquierda"),
    "cuerpo": ("cuerpo", "justificada"),
    "copias": ("nota", "izquierda"),
}


def renglon_de_oficio(clase: RenglonDeOficio, texto: str, origen: Origen) -> Parrafo:
    """Un renglón de un oficio, de remisión o del libro: todos se ven igual."""
    estilo, alineacion = _DE_OFICIO[clase]
    return Parrafo((Tramo(texto, negrita=clase == "destinatario"),), origen, estilo, alineacion)


def _firmas(foto: FotoTrimestre, impreso: Impreso) -> Firmas:
    """El bloque de firmas; con renglones de despedida se firma en mayúsculas, como un oficio."""
    antes = tuple(renglon for renglon in impreso.relato.texto.split("\n") if renglon)
    firmantes = impreso.apartado.firmantes if impreso.apartado else ()
    firmas = tuple(
        firma_de(foto.catalogo, firmante.puesto, foto.dia, firmante.rotulo, mayusculas=bool(antes))
        for firmante in firmantes
    )
    return Firmas(firmas, antes, impreso.origen)


def _firma_del_oficio(foto: FotoTrimestre, impreso: Impreso, antes: tuple[str, ...]) -> Firmas:
    depto = foto.plan.departamento[impreso.origen.de]
    dia = dia_del_oficio(foto, depto.clave)
    return Firmas((firma_de(foto.catalogo, depto.puesto, dia, mayusculas=True),), antes, impreso.origen)


def firma_de(
    catalogo: Catalogo, puesto: str, dia: date, rotulo: str = "", *, mayusculas: bool = False
) -> Firma:
    """La firma de quien ocupa un puesto; con raya en vez de nombre si no hay nadie."""
    quien = ocupante(catalogo, puesto, dia) or Ocupante(RAYA, RAYA)
    if mayusculas:
        quien = quien.en_mayusculas
    return Firma(quien.nombre, quien.cargo, rotulo)
