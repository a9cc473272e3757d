"""Personas, puestos, unidades y membretes, como van en el texto de un plan, y sus logotipos junto a él."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ut_escritorio.datos.toml.escribir.llano import lista, tabla
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Logo, PapelMembretado, Persona


def de_catalogo(catalogo: Catalogo, archivos: Mapping[str, str]) -> dict[str, Any]:
    """Las cuatro listas; `archivos` dice dónde está cada logotipo, por su SHA-256."""
    return {
        "personas": [_de_persona(persona) for persona in catalogo.personas] or None,
        "nombramientos": lista(catalogo.nombramientos),
        "membretes": [_de_papel(papel, archivos) for papel in catalogo.papeles] or None,
        "unidades": lista(catalogo.unidades),
    }


def _de_persona(persona: Persona) -> dict[str, Any]:
    """Quien no tiene nombre es la vacante de un puesto."""
    return tabla(persona) if persona.nombre else tabla(persona, nombre=None, vacante=True)


def _de_papel(papel: PapelMembretado, archivos: Mapping[str, str]) -> dict[str, Any]:
    return tabla(papel, logos=[_de_logo(logo, archivos) for logo in papel.logos] or None)


def _de_logo(logo: Logo, archivos: Mapping[str, str]) -> dict[str, Any]:
    return {"archivo": archivos[logo.sha256], **tabla(logo, sha256=None)}
