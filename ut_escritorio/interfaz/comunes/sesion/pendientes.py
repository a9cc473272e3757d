"""Lo que ella escribió y aún no está en el archivo, y con qué palabras se dice en cada lugar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.numeros.sitios import Sitio

GUARDANDO = "Guardando…"
"""Por qué no está guardado lo que nada impide: solo espera su turno."""


@congelado
class Escrito:
    """Algo que ella escribió: dónde va, cómo se llama y qué dice."""

    sitio: Sitio
    que: str
    texto: str


@congelado
class Pendiente:
    """Un escrito que no se guardó y por qué.

    `guardar` vuelve a intentarlo; None: antes hay que corregir lo escrito. `juntos`: los sitios en que ella
    escribió lo mismo de una vez, este entre ellos; vacío si solo en este.
    """

    escrito: Escrito
    por_que: str
    guardar: Callable[[], object] | None = None
    juntos: tuple[Sitio, ...] = ()

    @property
    def falla(self) -> str:
        """Lo que impide guardarlo; vacío si solo espera su turno."""
        return falla_de(self.por_que)

    @property
    def dice(self) -> str:
        """Como se lee donde se escribió: «99, sin guardar. Otro programa…», o «99, guardando…»."""
        causa = f"sin guardar. {self.falla}" if self.falla else GUARDANDO.lower()
        return f"{self.escrito.texto or 'vacío'}, {causa}"


def falla_de(por_que: str) -> str:
    """Por qué algo no está guardado, si es una falla; vacío si solo espera su turno."""
    return "" if por_que == GUARDANDO else por_que


def con_falla(pendientes: Sequence[Pendiente]) -> tuple[Pendiente, ...]:
    """Los que algo impide guardar."""
    return tuple(pendiente for pendiente in pendientes if pendiente.falla)


def en_lista(pendientes: Sequence[Pendiente]) -> str:
    """«Asunto; Fecha; y otros 2»: cómo se llaman, sin alargarse."""
    nombres = list(dict.fromkeys(pendiente.escrito.que for pendiente in pendientes))
    otros = [f"y otros {len(nombres) - 2}"] if len(nombres) > 3 else nombres[2:]
    return "; ".join([*nombres[:2], *otros])


def dicho_arriba(pendientes: Sequence[Pendiente]) -> str:
    """«Sin guardar: Asunto; Fecha», de los que algo impide guardar; vacío si ninguno."""
    fallidos = con_falla(pendientes)
    return f"Sin guardar: {en_lista(fallidos)}" if fallidos else ""


def dicho_al_pie(pendientes: Sequence[Pendiente]) -> str:
    """«Abril: otro programa está usando…», del último que algo impide guardar; vacío si ninguno."""
    fallidos = con_falla(pendientes)
    return f"{fallidos[-1].escrito.que}: {fallidos[-1].falla}" if fallidos else ""
