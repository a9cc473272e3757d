"""Cada orden con lo que se le escribe, y la que se pide."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from ut_escritorio.dominio.oficios.relacion import CUALES
from ut_escritorio.linea_de_comandos.pedidos import (
    Autoprueba,
    Ayuda,
    ComoTexto,
    Comparar,
    Comprobar,
    Ejemplo,
    EntrarDatos,
    EntrarPlan,
    Exportar,
    Firmados,
    Firmar,
    HojasDeCaptura,
    Nuevo,
    Orden,
    Respaldar,
    Revisar,
)
from ut_escritorio.linea_de_comandos.terminal import de_captura, de_oficios
from ut_escritorio.linea_de_comandos.terminal.lector import (
    Dato,
    NoSeEntiende,
    dato,
    entero,
    fecha,
    lector,
    mes,
    si,
)
from ut_escritorio.linea_de_comandos.ventana import Ventana, VentanaConEjemplo


def leer_orden(escrito: Sequence[str]) -> Orden:
    """La orden que se pide; NoSeEntiende, con lo que está mal, si no es ninguna."""
    if any(palabra in ("-h", "--help", "--ayuda") for palabra in escrito):
        return Ayuda()
    if escrito and escrito[0] in _ORDENES:
        orden, datos = _ORDENES[escrito[0]]
        return orden(**vars(lector(*datos).parse_args(escrito[1:])))
    return _de_ventana(escrito)


def _de_ventana(escrito: Sequence[str]) -> Orden:
    archivo = dato("archivo", nargs="?", type=Path, metavar="ARCHIVO")
    leido = lector(archivo, si("--ejemplo"), si("--autoprueba")).parse_args(escrito)
    if sum((leido.ejemplo, leido.autoprueba, leido.archivo is not None)) > 1:
        raise NoSeEntiende("Sobra algo en la orden: pida un archivo, --ejemplo o --autoprueba.")
    if leido.autoprueba:
        return Autoprueba()
    return VentanaConEjemplo() if leido.ejemplo else Ventana(leido.archivo)


def _orden(hace: Callable[..., Orden], *datos: Dato) -> tuple[Callable[..., Orden], tuple[Dato, ...]]:
    return hace, datos


_ARCHIVO = dato("archivo", type=Path, metavar="ARCHIVO")
_EJERCICIO = dato("--ejercicio", type=entero, required=True, metavar="AÑO")
_DEL_TRIMESTRE = (_ARCHIVO, _EJERCICIO, dato("--trimestre", type=entero, required=True, metavar="N"))
_JSON = si("--json")
_ORDENES: dict[str, tuple[Callable[..., Orden], tuple[Dato, ...]]] = {
    "ejemplo": _orden(Ejemplo, _ARCHIVO),
    "nuevo": _orden(
        Nuevo,
        _ARCHIVO,
        dato("--plan", type=Path, required=True, metavar="PLAN"),
        dato("--datos", type=Path, metavar="DATOS"),
    ),
    "exportar": _orden(
        Exportar,
        *_DEL_TRIMESTRE,
        dato("--salida", type=Path, required=True, metavar="INFORME"),
        si("--forzar"),
        dato("--anexos", type=Path, metavar="ANEXOS"),
    ),
    "revisar": _orden(Revisar, *_DEL_TRIMESTRE, _JSON),
    "avance": _orden(
        de_captura.avance,
        *_DEL_TRIMESTRE,
        _JSON,
        dato("--actividad", default="", metavar="NÚMERO"),
        dato("--meta", default="", metavar="%%"),
        dato("--motivo", default="", metavar="TEXTO"),
        dato("--fecha", type=fecha, metavar="AÑO-MES-DÍA"),
        dato("--oficio", default="", metavar="NÚMERO"),
    ),
    "comparar": _orden(Comparar, *_DEL_TRIMESTRE, _JSON),
    "firmar": _orden(
        Firmar,
        *_DEL_TRIMESTRE,
        dato("--fecha", type=fecha, required=True, metavar="AÑO-MES-DÍA"),
        si("--como-borrador"),
    ),
    "firmados": _orden(Firmados, _ARCHIVO, _JSON),
    "oficios": _orden(
        de_oficios.oficios,
        _ARCHIVO,
        _EJERCICIO,
        _JSON,
        dato("--salida", type=Path, metavar="PDF"),
        dato("--folio", dest="folios", action="append", default=[], metavar="NÚMERO"),
        dato("--relacion", metavar="PERIODO"),
        dato("--cuales", choices=CUALES),
        si("--sin-cancelados"),
        si("--por-entregar"),
        si("--sin-contestar"),
    ),
    "escribir": _orden(
        de_oficios.escribir,
        _ARCHIVO,
        _EJERCICIO,
        dato("--plantilla", required=True, metavar="NOMBRE"),
        dato("--areas", type=Path, required=True, metavar="ÁREAS"),
        dato("--dato", dest="datos", action="append", default=[], metavar="CAMPO=VALOR"),
        dato("--asunto", default="", metavar="TEXTO"),
        dato("--fecha", type=fecha, metavar="AÑO-MES-DÍA"),
        dato("--paso", default="", metavar="LUGAR"),
        dato("--salida", type=Path, metavar="PDF"),
    ),
    "hojas-de-captura": _orden(
        HojasDeCaptura,
        *_DEL_TRIMESTRE,
        dato("--actividad", default="", metavar="NÚMERO"),
        dato("--mes", type=mes, metavar="MES"),
        dato("--salida", type=Path, required=True, metavar="HOJAS"),
    ),
    "evidencias": _orden(
        de_captura.evidencias,
        *_DEL_TRIMESTRE,
        _JSON,
        dato("--adjuntar", nargs="+", type=Path, default=[], metavar="FOTO"),
        dato("--a", default="", metavar="CUÁL"),
        dato("--fecha", type=fecha, metavar="AÑO-MES-DÍA"),
        dato("--guardar-en", type=Path, metavar="CARPETA"),
    ),
    "entregar-parte": _orden(
        de_captura.entregar,
        *_DEL_TRIMESTRE,
        dato("--salida", type=Path, required=True, metavar="PARTE"),
        dato("--de", dest="departamentos", action="append", default=[], metavar="DEPARTAMENTO"),
    ),
    "recibir-parte": _orden(
        de_captura.recibir,
        _ARCHIVO,
        dato("parte", type=Path, metavar="PARTE"),
        dato("--ejercicio", type=entero, metavar="AÑO"),
        dato("--trimestre", type=entero, metavar="N"),
        si("--aplicar"),
        si("--todo"),
        dato("--contestar", action="append", default=[], metavar="DUDA=RESPUESTA"),
    ),
    "plan": _orden(
        ComoTexto, _ARCHIVO, _EJERCICIO, dato("--salida", type=Path, required=True, metavar="PLAN")
    ),
    "entrar-datos": _orden(
        EntrarDatos, _ARCHIVO, dato("datos", type=Path, metavar="DATOS"), si("--aplicar"), si("--todo")
    ),
    "entrar-plan": _orden(
        EntrarPlan, _ARCHIVO, dato("plan", type=Path, metavar="PLAN"), si("--aplicar"), si("--todo")
    ),
    "datos": _orden(ComoTexto, *_DEL_TRIMESTRE, dato("--salida", type=Path, required=True, metavar="DATOS")),
    "respaldar": _orden(Respaldar, _ARCHIVO, dato("--en", type=Path, required=True, metavar="CARPETA")),
    "comprobar": _orden(Comprobar, _ARCHIVO),
}
