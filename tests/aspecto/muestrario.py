"""El muestrario: cada título, párrafo, cuadro, firma y figura que una hoja puede llevar, se use o no."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import get_args

from PIL import Image

from tests.informe.test_pdf_muestra import (
    ELABORO,
    LOGOS,
    MEMBRETE,
    VISTO_BUENO,
    celda,
    fila,
    parrafo,
    tabla_de_margenes,
    tabla_de_meses,
)
from ut_escritorio.dominio.graficas.grafica import Barra, de_meses
from ut_escritorio.informe.documento import (
    Bloque,
    Disposicion,
    Documento,
    EstiloParrafo,
    Figura,
    Figuras,
    Firmas,
    Grafica,
    Indice,
    Membrete,
    Parrafo,
    RenglonDeIndice,
    Seccion,
    Tabla,
    Tamano,
    Titulo,
    Tramo,
)


def _degradado() -> bytes:
    escrito = BytesIO()
    Image.linear_gradient("L").resize((480, 360)).save(escrito, "PNG")
    return escrito.getvalue()


CONTENIDO: Mapping[str, bytes] = {**LOGOS, "foto": _degradado()}
_ANCHAS = 12
_LARGO = "Se recibieron las solicitudes de las áreas y se dio respuesta a cada una dentro de su plazo. " * 2


def muestra(bloques: tuple[Bloque, ...]) -> Documento:
    """Lo mismo en cada disposición; sin logotipos y con un membrete que no cabe en la tercera.

    A lo ancho solo van cuadros, con sus títulos.
    """
    estrecho = Membrete(
        leyenda=_LARGO * 3,
        administracion=("Villa del Encino", "2029 - 2031"),
        pie="Unidad de Transparencia " * 5,
    )
    disposiciones: tuple[Disposicion, ...] = get_args(Disposicion)
    a_lo_ancho = any(isinstance(bloque, Tabla) and bloque.columnas > _ANCHAS for bloque in bloques)
    secciones = tuple(
        Seccion(cual, bloques, estrecho if cual == "corrida" else MEMBRETE, cual)
        for cual in disposiciones
        if cual != "horizontal" or a_lo_ancho
    )
    return Documento("Muestrario", "Unidad de Transparencia", date(2031, 7, 4), secciones)


def _titulos() -> tuple[Bloque, ...]:
    return tuple(
        bloque
        for nivel in (1, 2, 3, 4)
        for bloque in (
            Titulo(f"{nivel}. Lo que se hizo en el trimestre", nivel),
            parrafo("Y su texto."),
            Titulo(f"{nivel}. Al centro", nivel, alineacion="centro", marcador="Al centro"),
        )
    )


def _parrafo(estilo: EstiloParrafo) -> tuple[Bloque, ...]:
    con_aspecto = (Tramo("En negrita, ", negrita=True), Tramo("en cursiva ", cursiva=True), Tramo(_LARGO))
    return (
        parrafo("Lo de antes."),
        Parrafo(con_aspecto, estilo=estilo),
        Parrafo(con_aspecto, estilo=estilo, alineacion="derecha"),
        parrafo("Lo que sigue."),
    )


def _con_vineta() -> tuple[Bloque, ...]:
    signos = (
        "•",
        "•",
        "12.",
        "Segunda de las cuatro.",
        "Una viñeta que no es un signo sino un texto entero, que va dentro",
    )
    return tuple(parrafo(_LARGO, vineta=signo) for signo in signos)


def _cuadros() -> tuple[Bloque, ...]:
    meses = fila(*(f"MES {n}" for n in range(1, 13)), papel="columna")
    angosto = Tabla((meses, tuple(celda(n * 11) for n in range(1, 13))), 12, 1)
    return (tabla_de_meses("SOLICITUDES", 26, 13, 32), tabla_de_margenes("ASESORÍAS"), angosto)


def _a_lo_ancho() -> tuple[Bloque, ...]:
    """Un cuadro que parado pide girar sus rótulos, y acostado no."""
    rotulos = fila("ÁREA", *(f"CONCLUIDAS EN {n:02}" for n in range(1, _ANCHAS + 2)), papel="columna")
    filas = (fila(area, *range(1, _ANCHAS + 2)) for area in ("TESORERÍA", "OBRAS", "CULTURA"))
    return (Titulo("4. Por área y estado", 3), Tabla((rotulos, *filas), _ANCHAS + 2, 1))


def _graficas() -> tuple[Bloque, ...]:
    """Las tres: con lo de un año antes, por sexo, y las metas con su marca."""
    meses = ("Abr", "May", "Jun")
    partes = ((10, 6, 10), (6, 3, 4), (4, 20, None))
    barras = tuple(
        Barra(mes, valor, suyas) for mes, valor, suyas in zip(meses, (26, 13, 24), partes, strict=True)
    )
    metas = (
        Barra("2.1 Asesorías", Decimal(20), antes=Decimal(30)),
        Barra(_LARGO, Decimal("30.5")),
        Barra("2.3", None),
    )
    return (
        de_meses("Solicitudes recibidas, 2031", meses, (26, 1_250_000, None), (22, 800_000, 5), 2030),
        Grafica("por sexo", "Solicitudes recibidas, 2031, por sexo", barras, ("hombres", "mujeres", "N/I")),
        Grafica("metas", "Lo alcanzado de cada actividad", metas, contra="lo programado", unidad="%"),
    )


def _firmas() -> tuple[Bloque, ...]:
    return (
        Firmas((ELABORO,), ("ATENTAMENTE", "“El respeto al derecho ajeno es la paz”")),
        Firmas((ELABORO, VISTO_BUENO, ELABORO)),
    )


def _figuras() -> tuple[Bloque, ...]:
    """En cada tamaño, una foto y una que no se deja leer; la que llena la hoja va sola."""
    foto, rota = Figura("foto", "Una sesión.", "Foto 1. La sesión."), Figura("rota", "No se pudo leer.")
    tamanos: tuple[Tamano, ...] = get_args(Tamano)
    return tuple(Figuras((foto,) if cual == "hoja" else (foto, rota), cual) for cual in reversed(tamanos))


def _indice() -> tuple[Bloque, ...]:
    """Las tres partes de la muestra, una dicha en varios renglones, y lo que va dentro de ella."""
    dichas = ("Portada", "Al centro", _LARGO, "Al centro")
    renglones = tuple(RenglonDeIndice(dicho, n % 2 == 1, n) for n, dicho in enumerate(dichas))
    return (Titulo("ÍNDICE", 2, alineacion="centro", marcador="Al centro"), Indice(renglones))


_ESTILOS: tuple[EstiloParrafo, ...] = get_args(EstiloParrafo)
MUESTRAS: Mapping[str, tuple[Bloque, ...]] = {
    "titulos": _titulos(),
    **{estilo: _parrafo(estilo) for estilo in _ESTILOS},
    "vinetas": _con_vineta(),
    "cuadros": _cuadros(),
    "firmas": _firmas(),
    "figuras": _figuras(),
    "graficas": _graficas(),
    "horizontal": _a_lo_ancho(),
    "indice": _indice(),
}
"""Cada cosa en sus propias hojas: la que se agrega no mueve las de las demás."""
