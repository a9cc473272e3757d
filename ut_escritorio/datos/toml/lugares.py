"""Los componentes, actividades y pasos de un plan en TOML."""

from __future__ import annotations

from decimal import Decimal

from ut_escritorio.datos.toml.apartados import Impresos, leer_apartados, leer_formas
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.nombres import Nombres, clave_de_lugar
from ut_escritorio.datos.toml.palabras import es
from ut_escritorio.dominio.impreso.menciones import Donde
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Estilo, Paso
from ut_escritorio.dominio.plan.formas import Ficha, Forma
from ut_escritorio.dominio.trimestre.renglones import ROLES, SENTIDOS


def leer_estilos(raiz: Hoja, impresos: Impresos) -> dict[str, Estilo]:
    """Las maneras de imprimir un componente, por su clave."""
    return dict(
        raiz.tablas_por_clave("estilos", "estilo", lambda clave, hoja: (clave, _estilo(hoja, impresos)))
    )


def _estilo(hoja: Hoja, impresos: Impresos) -> Estilo:
    impresos.situar(hoja, Donde("paso"))
    paso = hoja.patron("paso", "")
    impresos.situar(hoja, Donde("actividad"))
    return Estilo(
        actividad=hoja.patron("actividad", ""),
        nombre_actividad=hoja.patron("nombre_actividad", ""),
        paso=paso,
        repite_actividad=hoja.logico("repite_actividad"),
        vineta=hoja.texto("vineta", ""),
        valor=hoja.patron("valor", ""),
        centrado=hoja.logico("centrado"),
    )


def leer_componentes(raiz: Hoja, estilos: dict[str, Estilo], impresos: Impresos) -> tuple[Componente, ...]:
    """Los componentes, en su orden."""
    return raiz.tablas("componentes", "componente", lambda hoja: _componente(hoja, estilos, impresos))


def _componente(hoja: Hoja, estilos: dict[str, Estilo], impresos: Impresos) -> Componente:
    clave = _clave(hoja, impresos)
    impresos.situar(hoja, Donde("componente"))
    formas = leer_formas(hoja, impresos)
    return Componente(
        clave=clave,
        numero=hoja.texto("numero"),
        nombre=hoja.texto("nombre"),
        corto=hoja.texto("corto", ""),
        antes=hoja.texto("antes", ""),
        departamento=hoja.clave_de("departamento", "ese departamento", impresos.nombres.departamentos),
        estilo=estilos.get(hoja.clave_de("estilo", "ese estilo", estilos), Estilo()),
        formas=formas,
        apartados=_apartados(hoja, clave, "actividades", impresos),
        actividades=hoja.tablas("actividades", "actividad", lambda sub: _actividad(sub, formas, impresos)),
    )


def _actividad(hoja: Hoja, de_fuera: tuple[Forma, ...], impresos: Impresos) -> Actividad:
    clave = _clave(hoja, impresos)
    impresos.situar(hoja, Donde("actividad"))
    propias = leer_formas(hoja, impresos)
    formas = propias or de_fuera
    return Actividad(
        clave=clave,
        numero=hoja.texto("numero"),
        nombre=hoja.texto("nombre"),
        corto=hoja.texto("corto", ""),
        antes=hoja.texto("antes", ""),
        programado=hoja.tabla("programado", _metas) or {},
        propuesto=hoja.tabla("propuesto", _metas) or {},
        formas=propias,
        apartados=_apartados(hoja, clave, "pasos", impresos),
        pasos=hoja.tablas("pasos", "paso", lambda sub: _paso(sub, clave, formas, impresos)),
    )


def _paso(hoja: Hoja, actividad: str, de_fuera: tuple[Forma, ...], impresos: Impresos) -> Paso:
    clave = _clave(hoja, impresos, actividad)
    impresos.situar(hoja, Donde("paso"))
    propias = leer_formas(hoja, impresos)
    formas = propias or de_fuera
    return Paso(
        clave=clave,
        numero=hoja.texto("numero"),
        nombre=hoja.texto("nombre"),
        corto=hoja.texto("corto", ""),
        ficha=hoja.tabla("ficha", lambda sub: _ficha(sub, formas, impresos.nombres)),
        antes=hoja.texto("antes", ""),
        formas=propias,
        apartados=_apartados(hoja, clave, "", impresos),
    )


def _ficha(hoja: Hoja, formas: tuple[Forma, ...], nombres: Nombres) -> Ficha:
    """El botón de un paso; `formas` son las de sus renglones."""
    unidad = hoja.una_de("unidad", ROLES)
    otros = [rol for rol in ROLES if rol != unidad and hoja.tiene(rol)]
    return Ficha(
        rotulo=hoja.texto("rotulo"),
        unidad=unidad,
        con={rol: hoja.claves_de(rol, "esa unidad", nombres.unidades) for rol in otros},
        medio=hoja.clave_de("medio", "ese medio", nombres.medios, ""),
        sentido=hoja.una_de("sentido", SENTIDOS, ""),
        forma=hoja.clave_de("forma", "esa forma", [forma.clave for forma in formas], ""),
        cantidad_medio=hoja.entero_o_nada("cantidad_medio"),
        cantidad=hoja.entero_o_nada("cantidad"),
    )


def _clave(hoja: Hoja, impresos: Impresos, actividad: str = "") -> str:
    hoja.texto("clave", "")
    clave = clave_de_lugar(hoja.datos, actividad)
    impresos.apuntar(hoja, "lugar", clave)
    return clave


def _apartados(hoja: Hoja, clave: str, hijos: str, impresos: Impresos) -> tuple[Apartado, ...]:
    """Los bloques del lugar; sin otros lugares dentro siempre se puede anotar, al final si no se dice."""
    apartados = leer_apartados(hoja, "apartados", f"{clave}#", impresos)
    if (hijos and hoja.tiene(hijos)) or any(apartado.clase == "renglones" for apartado in apartados):
        return apartados
    return (*apartados, Apartado(f"{clave}#{len(apartados) + 1}", "renglones"))


def _metas(hoja: Hoja) -> dict[int, Decimal]:
    """El % de cada trimestre, por su número."""
    metas: dict[int, Decimal] = {}
    for trimestre in hoja.datos:
        if trimestre in ("1", "2", "3", "4") and es(hoja.datos[trimestre], Decimal):
            metas[int(trimestre)] = hoja.porcentaje(trimestre)
        else:
            hoja.tiene(trimestre)
            hoja.reparo(trimestre, "no es el porcentaje de un trimestre.", "Escriba por ejemplo {2 = 30}.")
    return metas
