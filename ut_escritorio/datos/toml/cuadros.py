"""Los moldes y cuadros de un plan en TOML."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from ut_escritorio.datos.toml.cifras import es_campo, valores_de
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.nombres import Nombres
from ut_escritorio.dominio.personas import SEXOS
from ut_escritorio.dominio.plan import moldes
from ut_escritorio.dominio.plan.alcances import faltas_del_cuadro
from ut_escritorio.dominio.plan.cifras import Cifra
from ut_escritorio.dominio.plan.cuadros import EJES, Banda, Cuadro, Molde, Pie, rotulos_de
from ut_escritorio.errores import ValorInvalido

_MARCA = re.compile(r"\$(\*|[1-9]\d?\*?)")


def leer_moldes(raiz: Hoja, nombres: Nombres) -> tuple[Molde, ...]:
    """Las clases de cuadro que el plan ofrece."""
    return raiz.tablas_por_clave("moldes", "molde", lambda clave, hoja: _molde(clave, hoja, nombres))


def _molde(clave: str, hoja: Hoja, nombres: Nombres) -> Molde:
    def cifra_o_marca(cifra: str) -> bool:
        return bool(_MARCA.fullmatch(cifra)) or cifra in nombres.cifras

    return Molde(
        clave=clave,
        nombre=hoja.texto("nombre"),
        filas=_bandas(hoja, "filas", nombres, cifra_o_marca),
        columnas=_bandas(hoja, "columnas", nombres, cifra_o_marca),
        esquina=hoja.texto("esquina", ""),
        pie=hoja.tabla("pie", lambda sub: _pie(sub, nombres, cifra_o_marca)),
    )


def leer_cuadro(
    hoja: Hoja, clave: str, nombres: Nombres, moldes_: dict[str, Molde], cifras: dict[str, Cifra]
) -> Cuadro:
    """Un cuadro, de su molde o escrito entero; `clave` es la que le toca si no trae la suya."""
    clave = hoja.texto("clave", clave)
    de_molde = hoja.tiene("molde")
    cuadro = _con_molde(hoja, clave, nombres, moldes_) if de_molde else _entero(hoja, clave, nombres)
    cuadro = replace(cuadro, horizontal=hoja.logico("horizontal"))
    con_cifra = (all(banda.cifras for banda in bandas) for bandas in (cuadro.filas, cuadro.columnas))
    if not any(con_cifra):
        hoja.reparo(
            "", "tiene celdas que no dicen qué cuentan.", "Ponga en sus filas o columnas qué números cuenta."
        )
    for falta in faltas_del_cuadro(cuadro, cifras):
        hoja.reparo("", falta.que, falta.remedio)
    return cuadro


def _entero(hoja: Hoja, clave: str, nombres: Nombres) -> Cuadro:
    return Cuadro(
        clave=clave,
        titulo=hoja.texto("titulo", ""),
        esquina=hoja.texto("esquina", ""),
        filas=_bandas(hoja, "filas", nombres, nombres.cifras.__contains__),
        columnas=_bandas(hoja, "columnas", nombres, nombres.cifras.__contains__),
        pie=hoja.tabla("pie", lambda sub: _pie(sub, nombres, nombres.cifras.__contains__)),
    )


def _con_molde(hoja: Hoja, clave: str, nombres: Nombres, moldes_: dict[str, Molde]) -> Cuadro:
    molde = moldes_.get(hoja.clave_de("molde", "esa clase de cuadro", moldes_))
    cifras = hoja.claves_de("cifras", "ese número", nombres.cifras)
    titulo, etiquetas = hoja.texto("titulo", ""), hoja.textos("etiquetas")
    esquina = hoja.texto("esquina", "") if hoja.tiene("esquina") else None
    filas = _bandas(hoja, "filas", nombres, nombres.cifras.__contains__) if hoja.tiene("filas") else None
    columnas = (
        _bandas(hoja, "columnas", nombres, nombres.cifras.__contains__) if hoja.tiene("columnas") else None
    )
    pie = hoja.tabla("pie", lambda sub: _pie(sub, nombres, nombres.cifras.__contains__))
    try:
        if molde:
            return moldes.aplicar(molde, clave, cifras, titulo, esquina, etiquetas, filas, columnas, pie)
    except ValorInvalido as causa:
        hoja.reparo("cifras", str(causa))
    return Cuadro(clave, (), ())


def _bandas(hoja: Hoja, llave: str, nombres: Nombres, es_cifra: Callable[[str], bool]) -> tuple[Banda, ...]:
    bandas = hoja.tablas(llave, f"{llave} › banda", lambda sub: _banda(sub, nombres, es_cifra))
    if not hoja.datos.get(llave):
        hoja.reparo(llave, "no tiene ninguna banda.", f'Escriba por ejemplo {llave} = [{{eje = "meses"}}].')
    return bandas


def _banda(hoja: Hoja, nombres: Nombres, es_cifra: Callable[[str], bool]) -> Banda:
    eje = hoja.una_de("eje", EJES)
    campo, valores = _valores(hoja, nombres) if eje == "valores" else ("", ())
    banda = Banda(
        eje=eje,
        encabezado=hoja.texto("encabezado", ""),
        etiquetas=hoja.textos("etiquetas") or rotulos_de(valores, nombres.rotulos),
        cifras=_cifras(hoja, nombres, es_cifra),
        sexos=hoja.algunas_de("sexos", SEXOS, SEXOS if eje == "sexos" else ()),
        con_unidad=hoja.logico("con_unidad"),
        campo=campo,
        valores=valores,
    )
    if eje != "sexos" and hoja.tiene("sexos"):
        hoja.reparo("sexos", f"una banda de {eje} no los dice.", 'Quítelos, o escriba eje = "sexos".')
    if eje == "cifras" and not hoja.datos.get("cifras"):
        hoja.reparo("cifras", "falta.", "Falta decir cuáles números: cifras = […].")
    if eje != "cifras" and len(banda.cifras) > 1:
        hoja.reparo("cifras", "son varias.", f"Una banda de {eje} lleva un número a lo más.")
    _revisar_etiquetas(hoja, banda)
    return banda


def _valores(hoja: Hoja, nombres: Nombres) -> tuple[str, tuple[str, ...]]:
    """Por qué campo de sus renglones se reparte la banda, y en qué valores."""
    campo = hoja.texto("campo")
    if not campo or not es_campo(hoja, "campo", campo, nombres):
        hoja.tiene("valores")
        return "", ()
    return campo, valores_de(hoja, "valores", campo, nombres)


def _revisar_etiquetas(hoja: Hoja, banda: Banda) -> None:
    de_suyo = {"meses": 3, "trimestre": 1, "trimestres": 4, "acumulado": 1}
    miembros = de_suyo.get(banda.eje) or len(banda.sexos or banda.valores or banda.cifras)
    con_marcas = banda.eje == "cifras" and any(cifra.endswith("*") for cifra in banda.cifras)
    con_los_demas = banda.eje == "valores" and len(banda.etiquetas) == miembros + 1
    if banda.etiquetas and not con_marcas and len(banda.etiquetas) != miembros and not con_los_demas:
        hoja.reparo("etiquetas", f"son {len(banda.etiquetas)}.", f"Aquí van {miembros}, o ninguna.")


def _cifras(hoja: Hoja, nombres: Nombres, es_cifra: Callable[[str], bool]) -> tuple[str, ...]:
    """Las cifras de una banda; las que no existen se anotan y se dejan fuera."""
    cifras = hoja.textos("cifras")
    hoja.sin_repetir("cifras", cifras)
    return tuple(c for c in cifras if _revisada(hoja, "cifras", c, nombres, es_cifra))


def _pie(hoja: Hoja, nombres: Nombres, es_cifra: Callable[[str], bool]) -> Pie:
    cifra = hoja.texto("cifra")
    existe = bool(cifra) and _revisada(hoja, "cifra", cifra, nombres, es_cifra)
    return Pie(
        rotulo=hoja.texto("rotulo"), cifra=cifra if existe else "", con_unidad=hoja.logico("con_unidad", True)
    )


def _revisada(hoja: Hoja, llave: str, cifra: str, nombres: Nombres, es_cifra: Callable[[str], bool]) -> bool:
    if es_cifra(cifra):
        return True
    hoja.no_existe(llave, "ese número", cifra, nombres.cifras)
    return False
