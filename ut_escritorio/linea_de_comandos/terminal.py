"""De lo escrito en la terminal a lo que se pide."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from ut_escritorio.dominio.oficios.relacion import CUALES, Lista, PedidoDeRelacion, Periodo
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.dominio.trimestre.fechas import leer_fecha
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.linea_de_comandos.pedidos import (
    Autoprueba,
    Ayuda,
    ComoTexto,
    Comparar,
    Comprobar,
    Ejemplo,
    EntrarDatos,
    EntrarPlan,
    EntregarParte,
    Escribir,
    Evidencias,
    Exportar,
    Firmados,
    Firmar,
    HojaDeOficios,
    HojasDeCaptura,
    ModificarMeta,
    Nuevo,
    Oficios,
    Orden,
    RecibirParte,
    Respaldar,
    Revisar,
    VerAvance,
)
from ut_escritorio.linea_de_comandos.ventana import Ventana, VentanaConEjemplo

AYUDA = """\
ut-escritorio [ARCHIVO]                abre la ventana (sin archivo, el último o el primer día)
ut-escritorio --ejemplo                abre una copia nueva del ejemplo
ut-escritorio ejemplo ARCHIVO          escribe el archivo del ejemplo
ut-escritorio nuevo ARCHIVO --plan PLAN.toml [--datos DATOS.toml]
                                       un archivo nuevo, de un plan y los datos de un trimestre
ut-escritorio exportar ARCHIVO --ejercicio AÑO --trimestre N --salida INFORME.pdf [--forzar]
                                       [--anexos ANEXOS.pdf]
                                       el informe de un trimestre: en PDF o, si el nombre acaba en .docx,
                                       en Word, y si en .xlsx, sus tablas en Excel; si está firmado, el
                                       que se firmó (con --forzar, el de los datos de hoy, marcado
                                       BORRADOR); con --anexos, los que van aparte, en ese otro PDF
ut-escritorio revisar ARCHIVO --ejercicio AÑO --trimestre N [--json]
                                       lo que hay que corregir y lo que conviene revisar
ut-escritorio avance ARCHIVO --ejercicio AÑO --trimestre N [--json]
                                       cada actividad contra su meta: lo programado, a cuánto se modificó,
                                       lo alcanzado, qué % es, lo que va del año y por qué se alejó
ut-escritorio avance ARCHIVO --ejercicio AÑO --trimestre N --actividad NÚMERO --meta % --motivo TEXTO
                                       [--fecha AÑO-MES-DÍA] [--oficio NÚMERO]
                                       modifica la meta de una actividad; lo programado se conserva
ut-escritorio comparar ARCHIVO --ejercicio AÑO --trimestre N [--json]
                                       cada número junto al del trimestre anterior y al del mismo de hace
                                       un año, de los meses que ya acabaron
ut-escritorio firmar ARCHIVO --ejercicio AÑO --trimestre N --fecha AÑO-MES-DÍA [--como-borrador]
                                       guarda el informe como firmado y cierra el trimestre; si hay algo
                                       que corregir no firma (con --como-borrador, firma el BORRADOR)
ut-escritorio firmados ARCHIVO [--json]
                                       los informes firmados
ut-escritorio oficios ARCHIVO --ejercicio AÑO [--json]
                                       el libro de oficios de un año, lo más nuevo primero, y el que sigue
ut-escritorio oficios ARCHIVO --ejercicio AÑO --salida CARTAS.pdf [--folio NÚMERO …]
                                       sus cartas en un PDF (con --folio, solo esas); lo que ya se imprimió
                                       sale como salió, y lo demás queda fijo desde entonces
ut-escritorio oficios ARCHIVO --ejercicio AÑO --relacion PERIODO --salida R.pdf [--cuales CUÁLES]
                                       [--sin-cancelados]
                                       la relación de un mes («mayo»), un trimestre («2») o el año («todo»);
                                       de los enviados, o de los «recibidos» o «ambos»; si R acaba en
                                       .xlsx, en Excel
ut-escritorio oficios ARCHIVO --ejercicio AÑO --por-entregar --salida L.pdf
                                       los que no tienen acuse, por área, con lugar para el sello
ut-escritorio oficios ARCHIVO --ejercicio AÑO --sin-contestar [--json | --salida L.pdf]
                                       los que esperan respuesta, de todos los años, lo más viejo primero
ut-escritorio escribir ARCHIVO --ejercicio AÑO --plantilla NOMBRE --areas ÁREAS.csv [--dato CAMPO=VALOR …]
                                       [--asunto TEXTO] [--fecha AÑO-MES-DÍA] [--paso LUGAR] [--salida C.pdf]
                                       la misma carta a esas áreas (área, titular y cargo), cada una con su
                                       número, todas o ninguna; con --salida, en un PDF
ut-escritorio hojas-de-captura ARCHIVO --ejercicio AÑO --trimestre N --salida H.pdf [--actividad NÚMERO]
                                       [--mes MES]
                                       las hojas en blanco para capturar a mano, de todas las actividades
                                       o de una («3.1»); del trimestre o de un mes («mayo»)
ut-escritorio evidencias ARCHIVO --ejercicio AÑO --trimestre N [--json]
                                       las de sus renglones, sus actividades y sus oficios, y su anexo
ut-escritorio evidencias ARCHIVO --ejercicio AÑO --trimestre N --a CUÁL --adjuntar FOTO …
                                       [--fecha AÑO-MES-DÍA]
                                       fotos, PDF o correos de un oficio («UT/0548/2031»), de un lugar
                                       («2.3») o de su renglón de ese día; los originales no se tocan
ut-escritorio evidencias ARCHIVO --ejercicio AÑO --trimestre N --guardar-en CARPETA
                                       cada una en esa carpeta, con su anexo y su lugar en el nombre
ut-escritorio entregar-parte ARCHIVO --ejercicio AÑO --trimestre N --salida PARTE [--de DEPARTAMENTO …]
                                       lo capturado por un departamento, para quien arma el informe; si PARTE
                                       es una carpeta, ahí, con su nombre y su hora
ut-escritorio recibir-parte ARCHIVO PARTE [--aplicar [--todo]] [--contestar DUDA=RESPUESTA …]
                                       qué trae la parte de otro departamento; con --aplicar la recibe, menos
                                       lo que aquí cambió (con --todo, también); de un archivo entero se dice
                                       además --ejercicio AÑO --trimestre N
ut-escritorio plan ARCHIVO --ejercicio AÑO --salida PLAN.toml
                                       el plan de ese año como texto, el mismo que se escribe a mano y que
                                       «nuevo» lee; sus logotipos quedan en una carpeta junto a él
ut-escritorio datos ARCHIVO --ejercicio AÑO --trimestre N --salida DATOS.toml
                                       lo capturado en un trimestre, igual
ut-escritorio entrar-plan ARCHIVO PLAN.toml [--aplicar [--todo]]
                                       qué cambiaría ese plan en el archivo, dato por dato; con --aplicar lo
                                       hace de una vez, menos lo que perdería algo (con --todo, también)
ut-escritorio entrar-datos ARCHIVO DATOS.toml [--aplicar [--todo]]
                                       qué trae un trimestre escrito como texto, como en recibir-parte; lo
                                       que aquí dice otra cosa solo cambia con --todo
ut-escritorio respaldar ARCHIVO --en CARPETA
                                       una copia entera y verificada, con la fecha en su nombre
ut-escritorio comprobar ARCHIVO        revisa entero un archivo o una copia
ut-escritorio --autoprueba             arranca sin mostrarse y usa el ejemplo de punta a punta

Termina en 0 si se hizo (al revisar: nada que corregir; al comprobar: sano), en 1 si hay algo que
corregir o está dañado, y en 2 si no se pudo, con una frase que dice por qué.
«ejemplo», «nuevo», «plan», «datos», «entregar-parte» y «respaldar» nunca escriben sobre un archivo
que ya existe; «exportar», solo sobre otro PDF.
"""


_Dato = tuple[str, dict[str, Any]]  # algo que se escribe en una orden, como argparse lo recibe


class NoSeEntiende(ErrorEsperado):
    """Lo escrito no es ninguna orden."""


def leer_orden(escrito: Sequence[str]) -> Orden:
    """La orden que se pide; NoSeEntiende, con lo que está mal, si no es ninguna."""
    if any(palabra in ("-h", "--help", "--ayuda") for palabra in escrito):
        return Ayuda()
    if escrito and escrito[0] in _ORDENES:
        orden, datos = _ORDENES[escrito[0]]
        return orden(**vars(_lector(*datos).parse_args(escrito[1:])))
    return _de_ventana(escrito)


def _de_ventana(escrito: Sequence[str]) -> Orden:
    archivo = _dato("archivo", nargs="?", type=Path, metavar="ARCHIVO")
    leido = _lector(archivo, _si("--ejemplo"), _si("--autoprueba")).parse_args(escrito)
    if sum((leido.ejemplo, leido.autoprueba, leido.archivo is not None)) > 1:
        raise NoSeEntiende("Sobra algo en la orden: pida un archivo, --ejemplo o --autoprueba.")
    if leido.autoprueba:
        return Autoprueba()
    return VentanaConEjemplo() if leido.ejemplo else Ventana(leido.archivo)


def _oficios(**escrito: Any) -> Oficios | HojaDeOficios:
    leido = argparse.Namespace(**escrito)
    if leido.relacion is None and (leido.cuales or leido.sin_cancelados):
        raise NoSeEntiende("Falta decir: --relacion. --cuales y --sin-cancelados dicen qué lleva.")
    if leido.folios and leido.salida is None:
        raise NoSeEntiende("Falta decir: --salida. --folio dice cuáles cartas van en ese PDF.")
    hoja = leido.relacion is not None or leido.por_entregar
    if hoja or (leido.sin_contestar and leido.salida is not None):
        return _hoja_de_oficios(leido)
    folios = tuple(leido.folios)
    return Oficios(leido.archivo, leido.ejercicio, leido.json, leido.salida, folios, leido.sin_contestar)


def _avance(**escrito: Any) -> VerAvance | ModificarMeta:
    leido = argparse.Namespace(**escrito)
    de_la_meta = (leido.actividad, leido.meta, leido.motivo)
    if not any((*de_la_meta, leido.fecha, leido.oficio)):
        return VerAvance(leido.archivo, leido.ejercicio, leido.trimestre, leido.json)
    if leido.json or not all(de_la_meta):
        raise NoSeEntiende(
            "Para modificar una meta diga --actividad, --meta y --motivo (y, si quiere, --fecha y --oficio)."
        )
    return ModificarMeta(
        leido.archivo, leido.ejercicio, leido.trimestre, *de_la_meta, leido.fecha, leido.oficio
    )  # fmt: skip


def _evidencias(**escrito: Any) -> Evidencias:
    leido = argparse.Namespace(**escrito)
    if bool(leido.adjuntar) != bool(leido.a):
        raise NoSeEntiende("--adjuntar y --a van juntos: qué archivos, y de qué oficio o lugar son.")
    if leido.fecha and not leido.a:
        raise NoSeEntiende("--fecha va con --a: de qué lugar es el renglón de ese día.")
    if sum(map(bool, (leido.adjuntar, leido.json, leido.guardar_en))) > 1:
        raise NoSeEntiende("Pida una sola cosa: --json, --adjuntar o --guardar-en.")
    return Evidencias(
        leido.archivo, leido.ejercicio, leido.trimestre, leido.json, tuple(leido.adjuntar), leido.a,
        leido.fecha, leido.guardar_en,
    )  # fmt: skip


def _hoja_de_oficios(leido: argparse.Namespace) -> HojaDeOficios:
    hojas = (leido.relacion is not None, leido.por_entregar, leido.sin_contestar)
    if leido.json or leido.folios or sum(hojas) > 1:
        raise NoSeEntiende(
            "Pida una sola cosa: --json, --folio, --relacion, --por-entregar o --sin-contestar."
        )
    if leido.salida is None:
        raise NoSeEntiende("Falta decir: --salida, el PDF donde queda la hoja.")
    if leido.relacion is not None:
        return HojaDeOficios(leido.archivo, leido.ejercicio, leido.salida, _relacion(leido))
    cual: Lista = "por entregar" if leido.por_entregar else "sin contestar"
    return HojaDeOficios(leido.archivo, leido.ejercicio, leido.salida, cual)


def _escribir(**escrito: Any) -> Escribir:
    leido = argparse.Namespace(**escrito)
    campos = tuple(
        (limpio(clave), limpio(dicho)) for clave, _, dicho in (d.partition("=") for d in leido.datos)
    )
    if mal := [dato for dato in leido.datos if not limpio(dato.partition("=")[0]) or "=" not in dato]:
        raise NoSeEntiende(f"«{mal[0]}» no dice qué dato es; escríbalo como --dato modulo=Horarios.")
    return Escribir(
        leido.archivo,
        leido.ejercicio,
        leido.plantilla,
        leido.areas,
        campos,
        limpio(leido.asunto),
        leido.fecha,
        limpio(leido.paso),
        leido.salida,
    )


def _entregar(departamentos: list[str], **escrito: Any) -> EntregarParte:
    return EntregarParte(departamentos=tuple(departamentos), **escrito)


def _recibir(contestar: list[str], **escrito: Any) -> RecibirParte:
    leido = argparse.Namespace(**escrito)
    if (leido.ejercicio is None) != (leido.trimestre is None):
        raise NoSeEntiende("--ejercicio y --trimestre van juntos.")
    if leido.todo and not leido.aplicar:
        raise NoSeEntiende("--todo va con --aplicar: también recibe lo que aquí cambió.")
    pares = [dicho.partition("=")[::2] for dicho in contestar]
    if mal := [
        dicho for dicho, par in zip(contestar, pares, strict=True) if not all(map(str.isdecimal, par))
    ]:
        raise NoSeEntiende(f"«{mal[0]}» no contesta ninguna duda; escríbalo como --contestar 1=2.")
    return RecibirParte(contestar=tuple((int(duda), int(opcion)) for duda, opcion in pares), **escrito)


def _relacion(leido: argparse.Namespace) -> PedidoDeRelacion:
    """El periodo: un mes por su nombre, un trimestre por su número, o el año."""
    dicho = llano(leido.relacion)
    if dicho in MESES:
        periodo = Periodo(leido.ejercicio, mes=MESES.index(dicho) + 1)
    elif dicho in ("1", "2", "3", "4"):
        periodo = Periodo(leido.ejercicio, trimestre=int(dicho))
    elif dicho == "todo":
        periodo = Periodo(leido.ejercicio)
    else:
        raise NoSeEntiende(f"«{leido.relacion}» no es un mes («mayo»), un trimestre («2») ni «todo».")
    return PedidoDeRelacion(periodo, leido.cuales or "enviados", con_cancelados=not leido.sin_cancelados)


def _dato(nombre: str, **como: Any) -> _Dato:
    return nombre, como


def _si(nombre: str) -> _Dato:
    """Lo que se pide con solo escribirlo."""
    return _dato(nombre, action="store_true")


class _Lector(argparse.ArgumentParser):
    """argparse, que en vez de escribir y salir dice en español lo que no entendió."""

    def __init__(self) -> None:
        super().__init__(add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Lanza NoSeEntiende con lo que argparse halló mal."""
        for ingles, espanol in _EN_ESPANOL:
            hallado = re.fullmatch(ingles, message, re.DOTALL)
            if hallado:
                raise NoSeEntiende(f"{hallado.expand(espanol)} Pida --ayuda para ver cómo se usa.")
        raise NoSeEntiende("No se entiende la orden. Pida --ayuda para ver cómo se usa.")


_EN_ESPANOL = (
    (r"the following arguments are required: (.*)", r"Falta decir: \1."),
    (r"unrecognized arguments: (.*)", r"Sobra «\1»."),
    (r"argument (\S+): invalid choice: '(.*)' .*", r"«\2» no es de los que \1 admite."),
    (r"argument (\S+): expected one argument", r"Falta lo que va después de \1."),
    (r"argument (\S+): invalid _entero value: '(.*)'", r"«\2» no es un número entero, y \1 lo pide."),
    (r"argument (\S+): invalid _mes value: '(.*)'", r"«\2» no es un mes; \1 lo pide por su nombre («mayo»)."),
    (r"argument (\S+): invalid _fecha value: '(.*)'", r"«\2» no es una fecha; \1 la pide como 2001-01-31."),
)


def _lector(*datos: _Dato) -> _Lector:
    lector = _Lector()
    for nombre, como in datos:
        lector.add_argument(nombre, **como)
    return lector


def _entero(texto: str) -> int:
    return int(texto)


def _mes(texto: str) -> int:
    """El número de un mes, por su nombre."""
    return MESES.index(llano(texto)) + 1


def _fecha(texto: str) -> date:
    """La fecha, como se lee en cualquier campo de la ventana; se escribe entera."""
    dia = leer_fecha(texto, date.min)
    if dia is None:
        raise ValueError
    return dia


def _orden(hace: Callable[..., Orden], *datos: _Dato) -> tuple[Callable[..., Orden], tuple[_Dato, ...]]:
    return hace, datos


_ARCHIVO = _dato("archivo", type=Path, metavar="ARCHIVO")
_EJERCICIO = _dato("--ejercicio", type=_entero, required=True, metavar="AÑO")
_DEL_TRIMESTRE = (_ARCHIVO, _EJERCICIO, _dato("--trimestre", type=_entero, required=True, metavar="N"))
_JSON = _si("--json")
_ORDENES: dict[str, tuple[Callable[..., Orden], tuple[_Dato, ...]]] = {
    "ejemplo": _orden(Ejemplo, _ARCHIVO),
    "nuevo": _orden(
        Nuevo,
        _ARCHIVO,
        _dato("--plan", type=Path, required=True, metavar="PLAN"),
        _dato("--datos", type=Path, metavar="DATOS"),
    ),
    "exportar": _orden(
        Exportar,
        *_DEL_TRIMESTRE,
        _dato("--salida", type=Path, required=True, metavar="INFORME"),
        _si("--forzar"),
        _dato("--anexos", type=Path, metavar="ANEXOS"),
    ),
    "revisar": _orden(Revisar, *_DEL_TRIMESTRE, _JSON),
    "avance": _orden(
        _avance,
        *_DEL_TRIMESTRE,
        _JSON,
        _dato("--actividad", default="", metavar="NÚMERO"),
        _dato("--meta", default="", metavar="%%"),
        _dato("--motivo", default="", metavar="TEXTO"),
        _dato("--fecha", type=_fecha, metavar="AÑO-MES-DÍA"),
        _dato("--oficio", default="", metavar="NÚMERO"),
    ),
    "comparar": _orden(Comparar, *_DEL_TRIMESTRE, _JSON),
    "firmar": _orden(
        Firmar,
        *_DEL_TRIMESTRE,
        _dato("--fecha", type=_fecha, required=True, metavar="AÑO-MES-DÍA"),
        _si("--como-borrador"),
    ),
    "firmados": _orden(Firmados, _ARCHIVO, _JSON),
    "oficios": _orden(
        _oficios,
        _ARCHIVO,
        _EJERCICIO,
        _JSON,
        _dato("--salida", type=Path, metavar="PDF"),
        _dato("--folio", dest="folios", action="append", default=[], metavar="NÚMERO"),
        _dato("--relacion", metavar="PERIODO"),
        _dato("--cuales", choices=CUALES),
        _si("--sin-cancelados"),
        _si("--por-entregar"),
        _si("--sin-contestar"),
    ),
    "escribir": _orden(
        _escribir,
        _ARCHIVO,
        _EJERCICIO,
        _dato("--plantilla", required=True, metavar="NOMBRE"),
        _dato("--areas", type=Path, required=True, metavar="ÁREAS"),
        _dato("--dato", dest="datos", action="append", default=[], metavar="CAMPO=VALOR"),
        _dato("--asunto", default="", metavar="TEXTO"),
        _dato("--fecha", type=_fecha, metavar="AÑO-MES-DÍA"),
        _dato("--paso", default="", metavar="LUGAR"),
        _dato("--salida", type=Path, metavar="PDF"),
    ),
    "hojas-de-captura": _orden(
        HojasDeCaptura,
        *_DEL_TRIMESTRE,
        _dato("--actividad", default="", metavar="NÚMERO"),
        _dato("--mes", type=_mes, metavar="MES"),
        _dato("--salida", type=Path, required=True, metavar="HOJAS"),
    ),
    "evidencias": _orden(
        _evidencias,
        *_DEL_TRIMESTRE,
        _JSON,
        _dato("--adjuntar", nargs="+", type=Path, default=[], metavar="FOTO"),
        _dato("--a", default="", metavar="CUÁL"),
        _dato("--fecha", type=_fecha, metavar="AÑO-MES-DÍA"),
        _dato("--guardar-en", type=Path, metavar="CARPETA"),
    ),
    "entregar-parte": _orden(
        _entregar,
        *_DEL_TRIMESTRE,
        _dato("--salida", type=Path, required=True, metavar="PARTE"),
        _dato("--de", dest="departamentos", action="append", default=[], metavar="DEPARTAMENTO"),
    ),
    "recibir-parte": _orden(
        _recibir,
        _ARCHIVO,
        _dato("parte", type=Path, metavar="PARTE"),
        _dato("--ejercicio", type=_entero, metavar="AÑO"),
        _dato("--trimestre", type=_entero, metavar="N"),
        _si("--aplicar"),
        _si("--todo"),
        _dato("--contestar", action="append", default=[], metavar="DUDA=RESPUESTA"),
    ),
    "plan": _orden(
        ComoTexto, _ARCHIVO, _EJERCICIO, _dato("--salida", type=Path, required=True, metavar="PLAN")
    ),
    "entrar-datos": _orden(
        EntrarDatos, _ARCHIVO, _dato("datos", type=Path, metavar="DATOS"), _si("--aplicar"), _si("--todo")
    ),
    "entrar-plan": _orden(
        EntrarPlan, _ARCHIVO, _dato("plan", type=Path, metavar="PLAN"), _si("--aplicar"), _si("--todo")
    ),
    "datos": _orden(ComoTexto, *_DEL_TRIMESTRE, _dato("--salida", type=Path, required=True, metavar="DATOS")),
    "respaldar": _orden(Respaldar, _ARCHIVO, _dato("--en", type=Path, required=True, metavar="CARPETA")),
    "comprobar": _orden(Comprobar, _ARCHIVO),
}
