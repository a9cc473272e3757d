"""Dispone una sección: la portada se compone para la hoja entera; lo demás corre de arriba abajo."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.informe.documento import (
    Bloque,
    Disposicion,
    Figuras,
    Firmas,
    Grafica,
    Indice,
    Parrafo,
    Seccion,
    Tabla,
    Titulo,
)
from ut_escritorio.informe.estilo import CORRIDA, GUINDA, OFICIO, PORTADA, Color, Estilo
from ut_escritorio.informe.pdf.etiquetas.guion import Guion
from ut_escritorio.informe.pdf.paginas.membrete import Encuadre
from ut_escritorio.informe.pdf.paginas.reparto import Colocable, Hojas
from ut_escritorio.informe.pdf.papel.hoja import Marca, Marcador, Raya, Trozo
from ut_escritorio.informe.pdf.papel.signos import en_una_linea
from ut_escritorio.informe.pdf.papel.tipografia import Tipografia
from ut_escritorio.informe.pdf.piezas.cuadros import pieza_de_tabla
from ut_escritorio.informe.pdf.piezas.figuras import Proporcion, piezas_de_figuras
from ut_escritorio.informe.pdf.piezas.firmas import piezas_de_firmas
from ut_escritorio.informe.pdf.piezas.graficas import pieza_de_grafica
from ut_escritorio.informe.pdf.piezas.indice import piezas_de_indice
from ut_escritorio.informe.pdf.piezas.parrafos import antes_de, pieza_de_parrafo, pieza_de_titulo
from ut_escritorio.informe.pdf.piezas.pieza import Pieza, PiezaDeLineas, PiezaEntera
from ut_escritorio.informe.pdf.resultado import ClaseDeHojas

# Lo más que se ensancha una columna donde la hoja da para más.
_A_LO_ANCHO = 78.0
# Donde se escribe a mano: lo que mide una celda, y hasta qué parte de la hoja un cuadro va entero.
_PARA_LA_MANO = 9.0
_CUADRO = 0.5
_NO_SE_LLENA: Color = (222, 222, 226)

Estilos = Mapping[Disposicion, Estilo]


def _acostado(estilo: Estilo) -> Estilo:
    """Para listas largas: la hoja a lo ancho, y sus cuadros siguen en la otra hoja."""
    tabla = replace(estilo.tabla, columna_comoda=_A_LO_ANCHO, entero_hasta=0.0)
    acostada = estilo.hoja if estilo.hoja.ancho > estilo.hoja.alto else estilo.hoja.acostada
    return replace(estilo, hoja=acostada, tabla=tabla)


HORIZONTAL = replace(CORRIDA, hoja=CORRIDA.hoja.acostada)
ESTILOS: Estilos = MappingProxyType(
    {"portada": PORTADA, "oficio": OFICIO, "corrida": CORRIDA, "horizontal": HORIZONTAL}
)


def _por_llenar(estilo: Estilo) -> Estilo:
    """Para escribir a mano: en cada celda cabe un número, y lo que no se llena va en gris."""
    suyo = _acostado(estilo)
    tablas = (suyo.tabla, suyo.tabla_estrecha)
    holgada, estrecha = (
        replace(tabla, alto_minimo=_PARA_LA_MANO, rellenos={**tabla.rellenos, "total": _NO_SE_LLENA})
        for tabla in tablas
    )
    return replace(suyo, tabla=replace(holgada, entero_hasta=_CUADRO), tabla_estrecha=estrecha)


ESTILOS_DE: Mapping[ClaseDeHojas, Estilos] = MappingProxyType(
    {
        "paradas": ESTILOS,
        "acostadas": MappingProxyType({como: _acostado(estilo) for como, estilo in ESTILOS.items()}),
        "por llenar": MappingProxyType({como: _por_llenar(estilo) for como, estilo in ESTILOS.items()}),
    }
)

# De un párrafo de más líneas que `_LARGO`, las `_FINAL` últimas acompañan a las firmas.
_LARGO, _FINAL = 5, 3


@congelado
class Regla:
    """Con qué se mide una sección: su aspecto, las letras, las imágenes y el guion de lo que dice.

    `marcas`: dónde quedó cada parte, para el índice; vacías mientras no se sabe.
    """

    estilo: Estilo
    tipografia: Tipografia
    proporcion: Proporcion
    guion: Guion
    marcas: Sequence[Marca] = ()


def dispone_seccion(seccion: Seccion, regla: Regla, encuadre: Encuadre, hojas: Hojas) -> None:
    """Agrega a `hojas` las páginas de la sección, que empieza en una nueva, y a su guion lo que dice."""
    estilo = regla.estilo
    hojas.abre(encuadre)
    regla.guion.seccion()
    hojas.apunta(seccion.origen)
    if marcador := en_una_linea(seccion.marcador):
        hojas.marca(Marcador(marcador, 0))
    bloques = (*encuadre.sobrante, *seccion.bloques)
    grupos = [
        _colocables(bloque, anterior, siguiente, regla, encuadre.cuerpo_alto)
        for anterior, bloque, siguiente in _con_vecinos(bloques)
    ]
    if seccion.disposicion != "portada" or not _compone_portada(bloques, grupos, encuadre, estilo, hojas):
        hojas.coloca([colocable for grupo in grupos for colocable in grupo], estilo.hoja.margen)


def _con_vecinos(bloques: Sequence[Bloque]) -> Iterator[tuple[Bloque | None, Bloque, Bloque | None]]:
    for lugar, bloque in enumerate(bloques):
        anterior = bloques[lugar - 1] if lugar else None
        siguiente = bloques[lugar + 1] if lugar + 1 < len(bloques) else None
        yield anterior, bloque, siguiente


def _colocables(
    bloque: Bloque,
    anterior: Bloque | None,
    siguiente: Bloque | None,
    regla: Regla,
    entera: float,
) -> list[Colocable]:
    piezas = _mide(bloque, anterior, regla, entera)
    if isinstance(bloque, Parrafo) and isinstance(siguiente, (Firmas, Figuras)):
        return _con_su_final_pegado(piezas)
    con_lo_que_sigue = isinstance(bloque, Titulo) and siguiente is not None
    firmada = isinstance(bloque, Grafica) and isinstance(siguiente, Firmas)
    return [Colocable(pieza, con_lo_que_sigue or firmada) for pieza in piezas]


def _con_su_final_pegado(piezas: Sequence[Pieza]) -> list[Colocable]:
    """El final del párrafo va con las firmas o las figuras: una hoja firmada nunca lleva solo firmas."""
    colocables: list[Colocable] = []
    for pieza in piezas:
        if isinstance(pieza, PiezaDeLineas) and len(pieza.lineas) > _LARGO:
            pieza, final = pieza.en_dos(len(pieza.lineas) - _FINAL)
            colocables += [Colocable(pieza), Colocable(final, pegada=True)]
        else:
            colocables.append(Colocable(pieza, pegada=True))
    return colocables


def _mide(bloque: Bloque, anterior: Bloque | None, regla: Regla, entera: float) -> tuple[Pieza, ...]:
    estilo, tipografia, guion = regla.estilo, regla.tipografia, regla.guion
    match bloque:
        case Titulo():
            antes = antes_de(bloque, anterior, estilo)
            return (pieza_de_titulo(bloque, antes, estilo, tipografia, guion),)
        case Parrafo():
            antes = antes_de(bloque, anterior, estilo)
            return (pieza_de_parrafo(bloque, antes, estilo, tipografia, guion),)
        case Tabla():
            pieza = pieza_de_tabla(bloque, estilo, entera, tipografia, guion)
            return () if pieza is None else (pieza,)
        case Firmas():
            return piezas_de_firmas(bloque, estilo, entera, tipografia, guion)
        case Figuras():
            return piezas_de_figuras(bloque, estilo, entera, tipografia, regla.proporcion, guion)
        case Grafica():
            return (pieza_de_grafica(bloque, estilo, tipografia, guion),)
        case Indice():
            return piezas_de_indice(bloque, estilo, regla.marcas, tipografia, guion)


def _compone_portada(
    bloques: Sequence[Bloque],
    grupos: Sequence[Sequence[Colocable]],
    encuadre: Encuadre,
    estilo: Estilo,
    hojas: Hojas,
) -> bool:
    """Título hacia el centro y firmas al pie; `False`, sin poner nada, si no cabe en una hoja."""
    con_firmas = bool(bloques) and isinstance(bloques[-1], Firmas)
    arriba = [colocable.pieza for grupo in grupos[: -1 if con_firmas else None] for colocable in grupo]
    abajo = [colocable.pieza for colocable in grupos[-1]] if con_firmas else []
    if arriba:
        arriba = [_raya(0.0, estilo), *arriba, _raya(estilo.portada.aire, estilo)]
    alto_abajo = _alto(abajo)
    libre = encuadre.cuerpo_alto - _alto(arriba) - alto_abajo
    if libre < 0:
        return False
    _apila(arriba, encuadre.cuerpo_y + libre * estilo.portada.sobre_titulo, estilo, hojas)
    _apila(abajo, encuadre.cuerpo_y + encuadre.cuerpo_alto - alto_abajo, estilo, hojas)
    return True


def _raya(antes: float, estilo: Estilo) -> Pieza:
    """Una raya corta al centro de la columna."""
    centro, mitad = estilo.hoja.columna / 2, estilo.portada.raya / 2
    raya = Raya(centro - mitad, 0.0, centro + mitad, 0.0, estilo.portada.grosor, GUINDA)
    return PiezaEntera(Trozo(0.0, (raya,)), antes)


def _alto(piezas: Sequence[Pieza]) -> float:
    return sum(pieza.antes + pieza.alto for pieza in piezas)


def _apila(piezas: Sequence[Pieza], y: float, estilo: Estilo, hojas: Hojas) -> None:
    for pieza in piezas:
        y += pieza.antes
        hojas.pon_en(pieza, estilo.hoja.margen, y)
        y += pieza.alto
