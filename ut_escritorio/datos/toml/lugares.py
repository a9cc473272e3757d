"""Los componentes, actividades y pasos de un plan en TOML."""

from __future__ import annotations

from decimal import Decimal

from ut_escritorio.datos.toml.apartados import Impresos, leer_apartados, leer_formas
from ut_escritorio.datos.toml.hoja import Hoja
from ut_escritorio.datos.toml.nombres import clave_de_lugar
from ut_escritorio.datos.toml.palabras import es
from ut_escritorio.dominio.plan import Actividad, Apartado, Componente, Estilo, Paso


def leer_estilos(raiz: Hoja) -> dict[str, Estilo]:
    """Las maneras de imprimir un componente, por su clave."""
    return dict(raiz.tablas_por_clave("estilos", "estilo", lambda clave, hoja: (clave, _estilo(hoja))))


def _estilo(hoja: Hoja) -> Estilo:
    return Estilo(
        actividad=hoja.patron("actividad", ""),
        nombre_actividad=hoja.patron("nombre_actividad", ""),
        paso=hoja.patron("paso", ""),
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
    return Componente(
        clave=clave,
        numero=hoja.texto("numero"),
        nombre=hoja.texto("nombre"),
        corto=hoja.texto("corto", ""),
        antes=hoja.texto("antes", ""),
        departamento=hoja.clave_de("departamento", "ese departamento", impresos.nombres.departamentos),
        estilo=estilos.get(hoja.clave_de("estilo", "ese estilo", estilos), Estilo()),
        formas=leer_formas(hoja, impresos.nombres),
        apartados=_apartados(hoja, clave, "actividades", impresos),
        actividades=hoja.tablas("actividades", "actividad", lambda sub: _actividad(sub, impresos)),
    )


def _actividad(hoja: Hoja, impresos: Impresos) -> Actividad:
    clave = _clave(hoja, impresos)
    return Actividad(
        clave=clave,
        numero=hoja.texto("numero"),
        nombre=hoja.texto("nombre"),
        corto=hoja.texto("corto", ""),
        antes=hoja.texto("antes", ""),
        programado=hoja.tabla("programado", _programado) or {},
        formas=leer_formas(hoja, impresos.nombres),
        apartados=_apartados(hoja, clave, "pasos", impresos),
        pasos=hoja.tablas("pasos", "paso", lambda sub: _paso(sub, clave, impresos)),
    )


def _paso(hoja: Hoja, actividad: str, impresos: Impresos) -> Paso:
    clave = _clave(hoja, impresos, actividad)
    return Paso(
        clave=clave,
        numero=hoja.texto("numero"),
        nombre=hoja.texto("nombre"),
        corto=hoja.texto("corto", ""),
        ficha=hoja.texto("ficha", ""),
        antes=hoja.texto("antes", ""),
        formas=leer_formas(hoja, impresos.nombres),
        apartados=_apartados(hoja, clave, "", impresos),
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


def _programado(hoja: Hoja) -> dict[int, Decimal]:
    """El % de cada trimestre, por su número."""
    programado: dict[int, Decimal] = {}
    for trimestre in hoja.datos:
        if trimestre in ("1", "2", "3", "4") and es(hoja.datos[trimestre], Decimal):
            programado[int(trimestre)] = hoja.decimal(trimestre, "0")
        else:
            hoja.tiene(trimestre)
            hoja.reparo(trimestre, "no es el porcentaje de un trimestre.", "Escriba por ejemplo {2 = 30}.")
    return programado
