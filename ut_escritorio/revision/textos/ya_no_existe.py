"""Lo que el plan todavía nombra y el día del informe ya no existe."""

from __future__ import annotations

from collections.abc import Iterator

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficina.relevos import nombra
from ut_escritorio.dominio.origen import INFORME, Origen
from ut_escritorio.dominio.palabras.redaccion import unas
from ut_escritorio.dominio.plan.lugares import donde_estan
from ut_escritorio.dominio.plan.textos import textos_de
from ut_escritorio.revision.hallazgos import Hallazgo, hallazgo
from ut_escritorio.revision.lectura import Lectura
from ut_escritorio.revision.una_vez import una_vez_por_plan


def nombra_lo_que_ya_no_existe(lectura: Lectura) -> Iterator[Hallazgo]:
    """Los textos del plan que dicen, por sus siglas o su nombre, una unidad que ya terminó."""
    idas = _idas(lectura)
    hallados = [
        (sitio, ida)
        for sitio, texto in (_textos(lectura) if idas else ())
        for ida in idas
        if ida.lower() in texto and nombra(texto, ida)
    ]
    if hallados:
        dichas = [f"«{ida}»" for ida in dict.fromkeys(ida for _, ida in hallados)]
        yield hallazgo(
            "ya_no_existe",
            "revisar",
            f"Los textos del plan todavía dicen {unas(dichas)}, que ya no existe"
            f"{'n' if len(dichas) > 1 else ''}"
            f"{donde_estan(lectura.plan, (sitio.lugar for sitio, _ in hallados))}.",
            [(sitio, f"El plan todavía dice «{ida}», que ya no existe.") for sitio, ida in hallados],
            [(sitio.origen, ida) for sitio, ida in hallados],
        )


def _idas(lectura: Lectura) -> tuple[str, ...]:
    """Cómo se dice a las que ese día ya terminaron, si ninguna otra se dice así."""
    unidades, dia = lectura.foto.catalogo.unidades, lectura.foto.dia
    idas = [unidad for unidad in unidades if unidad.hasta is not None and unidad.hasta < dia]
    if not idas:
        return ()
    quedan = {dicho for unidad in unidades if unidad not in idas for dicho in (unidad.siglas, unidad.nombre)}
    dichas = dict.fromkeys(dicho for unidad in idas for dicho in (unidad.siglas, unidad.nombre))
    return tuple(dicho for dicho in dichas if dicho and dicho not in quedan)


@una_vez_por_plan
def _textos(lectura: Lectura) -> tuple[tuple[Sitio, str], ...]:
    """Cada texto del plan en minúsculas, con su lugar; sin los de lo que este trimestre no tocó."""
    return tuple(
        (Sitio(texto.lugar, Origen("lugar", texto.lugar) if texto.lugar else INFORME), texto.texto.lower())
        for texto in textos_de(lectura.plan)
        if not texto.lugar or texto.lugar in lectura.lugares
    )
