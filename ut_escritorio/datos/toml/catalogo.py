"""El catálogo de un plan en TOML: personas, nombramientos, unidades y membretes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from ut_escritorio.datos.imagenes.puerta import de_un_plan, leer_imagen
from ut_escritorio.datos.imagenes.reparo import NoSirve
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.nombres import Nombres
from ut_escritorio.dominio.oficina.catalogo import (
    Catalogo,
    Logo,
    Nombramiento,
    PapelMembretado,
    Persona,
    Unidad,
)
from ut_escritorio.dominio.vigencia import ConVigencia

_ARTICULOS = ("", "el", "la", "los", "las")
_CLASES = ("unidad", "organo")
_GENEROS = ("f", "m")
_ALTO_MAXIMO = 100  # milímetros


def leer_catalogo(raiz: Hoja, nombres: Nombres, imagen: Callable[[str], str]) -> Catalogo:
    """El catálogo; `imagen` da el SHA-256 de un logotipo por su ruta escrita, o lanza NoSirve."""
    antes = len(raiz.reparos)
    nombramientos = raiz.tablas(
        "nombramientos", "nombramiento", lambda hoja: _nombramiento(hoja, nombres), ("puesto", "desde")
    )
    papeles = raiz.tablas("membretes", "membrete", lambda hoja: _papel(hoja, imagen), ("clave",))
    if len(raiz.reparos) == antes:
        for puesto in dict.fromkeys(n.puesto for n in nombramientos):
            suyos = [n for n in nombramientos if n.puesto == puesto]
            _revisar_que_no_se_encimen(raiz, f"nombramientos de {puesto}", suyos)
        _revisar_que_no_se_encimen(raiz, "membretes", papeles)
    return Catalogo(
        personas=raiz.tablas("personas", "persona", _persona, ("clave",)),
        nombramientos=nombramientos,
        unidades=raiz.tablas("unidades", "unidad", _unidad, ("clave",)),
        papeles=papeles,
    )


def _revisar_que_no_se_encimen(raiz: Hoja, nombre: str, cosas: Sequence[ConVigencia]) -> None:
    """Anota los que valen a la vez: el mismo día firmarían dos, o habría dos membretes."""
    en_orden = sorted(cosas, key=lambda cosa: cosa.desde or date.min)
    for antes, despues in pairwise(en_orden):
        if antes.hasta is None or (despues.desde or date.min) <= antes.hasta:
            dia = despues.desde
            raiz.sub(nombre, {}).reparo(
                "",
                f"dos valen a la vez{f' desde el {dia:%d/%m/%Y}' if dia else ''}.",
                f"Póngale al de antes hasta = {dia - timedelta(days=1)}."
                if dia and dia > date.min
                else "Póngales desde y hasta, sin que se encimen.",
            )


def _persona(hoja: Hoja) -> Persona:
    vacante = hoja.logico("vacante")
    if vacante and hoja.tiene("nombre"):
        hoja.reparo("vacante", "ya dice su nombre.", "Deje uno de los dos.")
    return Persona(
        clave=hoja.texto("clave"),
        nombre=hoja.texto("nombre", "" if vacante else None),
        tratamiento=hoja.texto("tratamiento", ""),
        genero=hoja.una_de("genero", _GENEROS) if hoja.tiene("genero") else None,
    )


def _nombramiento(hoja: Hoja, nombres: Nombres) -> Nombramiento:
    desde, hasta = vigencia(hoja)
    return Nombramiento(
        puesto=hoja.texto("puesto"),
        persona=hoja.clave_de("persona", "esa persona", nombres.personas),
        cargo=hoja.texto("cargo"),
        desde=desde,
        hasta=hasta,
    )


def _unidad(hoja: Hoja) -> Unidad:
    desde, hasta = vigencia(hoja)
    return Unidad(
        clave=hoja.texto("clave"),
        nombre=hoja.texto("nombre"),
        articulo=hoja.una_de("articulo", _ARTICULOS, ""),
        clase=hoja.una_de("clase", _CLASES, "unidad"),
        siglas=hoja.texto("siglas", ""),
        desde=desde,
        hasta=hasta,
    )


def _papel(hoja: Hoja, imagen: Callable[[str], str]) -> PapelMembretado:
    desde, hasta = vigencia(hoja)
    logos = hoja.tablas("logos", "logo", lambda logo: _logo(logo, imagen))
    return PapelMembretado(
        clave=hoja.texto("clave"),
        logos=tuple(logo for logo in logos if logo),
        administracion=hoja.textos("administracion"),
        pie=hoja.texto("pie", ""),
        desde=desde,
        hasta=hasta,
    )


def _logo(hoja: Hoja, imagen: Callable[[str], str]) -> Logo | None:
    alternativo, alto = hoja.texto("alternativo"), hoja.decimal("alto_mm", "15", 1, _ALTO_MAXIMO)
    escrito = hoja.texto("archivo")
    if not escrito:
        return None
    try:
        return Logo(imagen(escrito), alternativo, float(alto))
    except NoSirve as reparo:
        hoja.reparo("archivo", f"«{escrito}» no se puede usar.", f"Como logotipo, {reparo}")
        return None


def vigencia(hoja: Hoja) -> tuple[date | None, date | None]:
    """El primer día y el último en que algo vale."""
    desde, hasta = hoja.fecha("desde"), hoja.fecha("hasta")
    if desde and hasta and hasta < desde:
        hoja.reparo("hasta", "es anterior a «desde».", "Corrija una de las dos fechas.")
    return desde, hasta


def imagen_en(carpetas: tuple[Path, ...], escrita: str) -> bytes:
    """La primera imagen de esa ruta que haya dentro de alguna de las carpetas, lista para imprimirse.

    NoSirve, con la razón, si no hay ninguna o no puede ser logotipo.
    """
    for carpeta in carpetas:
        ruta = (carpeta / escrita).resolve()
        if ruta.is_relative_to(carpeta.resolve()) and ruta.is_file():
            return de_un_plan(leer_imagen(ruta))
    raise NoSirve("no está", "Póngala en la carpeta del plan o en los recursos.")
