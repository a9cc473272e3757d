"""Los catálogos en uso: cada cambio desde su día, para que lo de antes se siga imprimiendo como fue."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from ut_escritorio.datos.filas import catalogo as datos
from ut_escritorio.dominio.cartas.tanda import Area, con_areas
from ut_escritorio.dominio.oficina import cambios as reglas
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Logo, Unidad
from ut_escritorio.dominio.oficina.firmantes import cargo_conocido
from ut_escritorio.dominio.palabras.limpieza import limpio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente, cosas_de


def catalogo_de(exp: Expediente) -> Catalogo:
    """El catálogo del archivo, sin lo elegido para un solo informe."""
    return datos.leer_catalogo(exp.base).catalogo


def poner_ocupante(
    exp: Expediente, _: Trimestre, puesto: str, nombre: str, cargo: str, dia: date | None
) -> Cambios:
    """«A partir del 01/01/2031 la Titular es…»; sin día, desde siempre."""
    return cambiar_catalogo(
        exp, "Cambiar quién ocupa un puesto", lambda c: reglas.con_ocupante(c, puesto, nombre, cargo, dia)
    )


def corregir_persona(exp: Expediente, _: Trimestre, clave: str, nombre: str) -> Cambios:
    """Corrige cómo se escribe el nombre de una persona, en todo lo que no se ha firmado."""
    if not nombre.strip():
        raise ErrorEsperado("Falta el nombre de la persona. Escríbalo como debe imprimirse.")

    def corregido(catalogo: Catalogo) -> Catalogo:
        personas = tuple(
            replace(p, nombre=limpio(nombre), tratamiento="") if p.clave == clave else p
            for p in catalogo.personas
        )
        return replace(catalogo, personas=personas)

    return cambiar_catalogo(exp, "Corregir un nombre", corregido)


def poner_membrete(
    exp: Expediente,
    _: Trimestre,
    dia: date | None,
    administracion: tuple[str, ...],
    logos: tuple[Logo, ...],
    pie: str,
    imagenes: Mapping[str, bytes],
) -> Cambios:
    """Desde ese día las hojas llevan esos logotipos, administración y pie."""
    nuevas = {logo.sha256: imagenes[logo.sha256] for logo in logos if logo.sha256 in imagenes}
    return cambiar_catalogo(
        exp, "Cambiar el membrete", lambda c: reglas.con_papel(c, dia, administracion, logos, pie), nuevas
    )


def guardar_unidad(
    exp: Expediente, _: Trimestre, unidad: Unidad, titular: tuple[str, str, date | None] | None = None
) -> Cambios:
    """Cambia una unidad u órgano o, con la clave vacía, lo agrega.

    `titular` es quién, con qué cargo y desde cuándo (None, desde siempre); sin nombre, queda vacante.
    ErrorEsperado si a la unidad le falta el suyo.
    """
    if not unidad.nombre.strip():
        raise ErrorEsperado("Falta el nombre. Escríbalo como debe imprimirse.")

    def con_ella(catalogo: Catalogo) -> Catalogo:
        suya = unidad
        if suya.clave:
            puestas = tuple(suya if u.clave == suya.clave else u for u in catalogo.unidades)
        else:
            suya = replace(suya, clave=reglas.clave_nueva(suya.nombre, {u.clave for u in catalogo.unidades}))
            puestas = (*catalogo.unidades, suya)
        catalogo = replace(catalogo, unidades=puestas)
        if titular is None:
            return catalogo
        nombre, cargo, dia = titular
        if nombre:
            return reglas.con_ocupante(catalogo, suya.clave, nombre, cargo, dia)
        return reglas.con_vacante(catalogo, suya.clave, cargo or cargo_conocido(catalogo, suya.clave), dia)

    return cambiar_catalogo(exp, "Cambiar una unidad" if unidad.clave else "Agregar una unidad", con_ella)


def poner_areas(exp: Expediente, _: Trimestre, areas: Sequence[Area], dia: date) -> Cambios:
    """Agrega las áreas que no estén, y anota los titulares que sean otros desde ese día."""
    nombre = f"Poner {len(areas)} áreas" if len(areas) > 1 else "Poner un área"
    return cambiar_catalogo(exp, nombre, lambda catalogo: con_areas(catalogo, areas, dia))


def cambiar_catalogo(
    exp: Expediente,
    nombre: str,
    cambio: Callable[[Catalogo], Catalogo],
    imagenes: Mapping[str, bytes] | None = None,
) -> Cambios:
    """Cambia el catálogo en una acción, con las imágenes que necesite."""
    nuevo = cambio(catalogo_de(exp))
    with exp.base.accion(nombre) as hecha:
        datos.guardar_contenidos(exp.base, imagenes or {})
        datos.cambiar_catalogo(exp.base, nuevo)
    return Cambios(nombre, cosas_de(hecha.tablas))
