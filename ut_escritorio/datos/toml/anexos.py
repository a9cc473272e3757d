"""Lo que un plan en TOML dice de sus anexos y de sus fichas."""

from __future__ import annotations

from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.nombres import Nombres
from ut_escritorio.dominio.impreso.contexto import CAMPOS_DE_RENGLON
from ut_escritorio.dominio.palabras.parecidas import sugerencia
from ut_escritorio.dominio.plan.anexos import DONDE_VAN, FichaDeSesion, LosAnexos


def leer_ficha(hoja: Hoja, nombres: Nombres) -> FichaDeSesion:
    """De qué se hace ficha y qué dice."""
    # De un plan al que se le quitó el componente que los pedía: pueden volver con él.
    sin_forma = hoja.textos("sin_forma")
    conocidos = nombres.campos | CAMPOS_DE_RENGLON | {*sin_forma}
    datos = hoja.textos("datos")
    for dato in datos:
        if dato not in conocidos:
            hoja.reparo("datos", f"«{dato}»: ese dato no existe.", sugerencia(dato, conocidos))
    hoja.sin_repetir("datos", datos)
    medios = hoja.claves_de("medios", "ese medio", nombres.medios)
    if not medios:
        hoja.reparo("medios", "no dice de qué se hace.", 'Escriba por ejemplo medios = ["sesion"].')
    return FichaDeSesion(hoja.texto("titulo"), medios, datos, hoja.texto("rotulo", ""))


def leer_anexos(hoja: Hoja) -> LosAnexos:
    """Si van en el informe, cómo se citan y con qué más."""
    return LosAnexos(
        hoja.una_de("donde", DONDE_VAN, ""),
        citados=hoja.logico("citados"),
        lista=hoja.logico("lista"),
        con_fichas=hoja.logico("con_fichas"),
    )
