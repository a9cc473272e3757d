"""Las frases donde se lee el pedir donde va la cosa: «se recibió…, actualizar el módulo»."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ut_escritorio.dominio.impreso.entradas import Impreso
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.palabras.pedidos import pedir_donde_va_la_cosa
from ut_escritorio.dominio.palabras.redaccion import unas
from ut_escritorio.dominio.plan.lugares import donde_estan
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura, sitio_de


def pedir_en_vez_de_la_cosa(lectura: Lectura) -> Iterator[Hallazgo]:
    """Lo que llegó o se actualizó se nombra; «actualizar», «publicar» ahí son de quien lo pidió."""
    hallados = [(e, dicho) for e in lectura.escritos if (dicho := _hallado(e.relato.texto))]
    if hallados:
        yield hallazgo(
            "pedir_en_vez_de_la_cosa",
            "revisar",
            f"Se lee {unas([f'«{dicho}»' for _, dicho in hallados])}"
            f"{donde_estan(lectura.plan, (escrito.lugar for escrito, _ in hallados))}: "
            "ahí va la cosa, sin el pedirla.",
            [
                (_sitio(lectura, escrito), f"Se lee «{dicho}»: ahí va la cosa, sin el pedirla.")
                for escrito, dicho in hallados
            ],
            [(escrito.relato.origen, dicho) for escrito, dicho in hallados],
        )


@lru_cache(maxsize=4096)
def _hallado(texto: str) -> str:
    return pedir_donde_va_la_cosa(texto)


def _sitio(lectura: Lectura, escrito: Impreso) -> Sitio:
    """El asunto del renglón o, si no es de uno solo, el texto."""
    suyos = [r for r in lectura.renglones if r.uid in escrito.relato.uids and not escrito.relato.a_mano]
    if len(suyos) == 1:
        return sitio_de(suyos[0], "asunto")
    return Sitio(escrito.lugar, escrito.relato.origen, campo="texto")
