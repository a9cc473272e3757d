"""Los bloques impresos y las formas de decir de un plan en TOML."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import assert_never, get_args

from ut_escritorio.datos.toml.cuadros import leer_cuadro
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.nombres import Nombres, claves_en
from ut_escritorio.dominio.impreso.contexto import CAMPOS, CAMPOS_DE_RENGLON
from ut_escritorio.dominio.impreso.menciones import DEL_RESUMEN, Conocidos, Donde, revisor
from ut_escritorio.dominio.palabras.parecidas import sugerencia
from ut_escritorio.dominio.plan.apartados import (
    CLASES_DE_APARTADO,
    Apartado,
    ClaseDeApartado,
    Firmante,
    que_imprime,
)
from ut_escritorio.dominio.plan.cifras import Cifra
from ut_escritorio.dominio.plan.cuadros import Cuadro, Molde
from ut_escritorio.dominio.plan.formas import Campo, ClaseDeCampo, Forma

_CLASES_DE_CAMPO: tuple[ClaseDeCampo, ...] = get_args(ClaseDeCampo)


@dataclass
class Impresos:
    """Lo que se necesita para leer bloques, y los cuadros y claves que van apareciendo en ellos.

    `cifras` son las que se leyeron sin reparos: de las demás no se puede saber qué dirían.
    """

    nombres: Nombres
    cifras: dict[str, Cifra]
    moldes: dict[str, Molde]
    cuadros: list[Cuadro] = field(default_factory=list[Cuadro])
    _claves: set[tuple[str, str]] = field(default_factory=set[tuple[str, str]])

    def apuntar(self, hoja: Hoja, clase: str, clave: str) -> None:
        """Toma nota de una clave («lugar», «bloque», «cuadro»), que nadie más de su clase puede llevar."""
        if (clase, clave) in self._claves:
            hoja.repetida("clave", clave)
        self._claves.add((clase, clave))

    def situar(self, hoja: Hoja, donde: Donde) -> None:
        """De aquí en adelante, los textos de la hoja y de lo que lleva dentro están ahí."""
        de = self.nombres
        hoja.revisar_patron = revisor(Conocidos(de.cifras, de.campos, de.sustantivos, self.cifras), donde)


def leer_apartados(hoja: Hoja, llave: str, prefijo: str, impresos: Impresos) -> tuple[Apartado, ...]:
    """Los bloques de un lugar, en su orden; la clave de cada uno es `prefijo` y su número, o la escrita."""
    cuantos: dict[str, int] = {}
    apartados: list[Apartado] = []
    for n, datos in enumerate(hoja.lista_de_tablas(llave), 1):
        clases: list[ClaseDeApartado] = [clase for clase in CLASES_DE_APARTADO if clase in datos]
        nombre = clases[0] if len(clases) == 1 else "bloque"
        cuantos[nombre] = cuantos.get(nombre, 0) + 1
        arriba = () if hoja.ruta else (llave,)  # de portada y última, que no son de ningún lugar
        sub = hoja.sub(" › ".join((*arriba, f"{nombre} {cuantos[nombre] if clases else n}")), datos)
        if len(clases) == 1:
            apartados.append(_apartado(sub, clases[0], f"{prefijo}{n}", impresos))
            sub.revisar_llaves()
        else:
            sub.reparo("", "debe llevar una sola clase.", f"Deje una de: {', '.join(CLASES_DE_APARTADO)}.")
    if cuantos.get("renglones", 0) > 1:
        hoja.reparo(llave, "dice «renglones» dos veces: todo lo anotado saldría repetido.", "Deje uno solo.")
    return tuple(apartados)


def _apartado(hoja: Hoja, clase: ClaseDeApartado, clave: str, impresos: Impresos) -> Apartado:
    clave = hoja.texto("clave", clave)
    impresos.apuntar(hoja, "bloque", clave)
    if clase == "del_resumen":
        impresos.situar(hoja, DEL_RESUMEN)
    que = que_imprime(clase)
    match que:
        case "encabezado" | "frases" | "lista":
            return Apartado(clave, clase, texto=hoja.patron(clase))
        case "cuadro":
            return Apartado(clave, clase, cuadro=_cuadro(hoja, clave, impresos))
        case "renglones":
            if not hoja.logico("renglones", True):
                hoja.reparo("renglones", "no dice nada.", "Escriba renglones = true, o quite este bloque.")
            return Apartado(clave, clase)
        case "firmas":
            firmantes = hoja.tablas("firmas", "firma", lambda sub: _firmante(sub, impresos.nombres))
            if not hoja.datos["firmas"]:
                hoja.reparo("firmas", "no firma nadie.", 'Escriba por ejemplo [{ puesto = "jefa" }].')
            return Apartado(clave, clase, texto="\n".join(hoja.patrones("antes")), firmantes=firmantes)
        case _:
            assert_never(que)


def _cuadro(hoja: Hoja, clave: str, impresos: Impresos) -> str:
    """Lee el cuadro de un bloque, lo agrega a los del plan y devuelve su clave."""
    cuadro = hoja.tabla(
        "cuadro",
        lambda sub: leer_cuadro(sub, clave, impresos.nombres, impresos.moldes, impresos.cifras),
        con_nombre=False,
    )
    if cuadro is None:
        return ""
    impresos.apuntar(hoja, "cuadro", cuadro.clave)
    impresos.cuadros.append(cuadro)
    return cuadro.clave


def _firmante(hoja: Hoja, nombres: Nombres) -> Firmante:
    return Firmante(hoja.clave_de("puesto", "ese puesto", nombres.puestos), hoja.texto("rotulo", ""))


def leer_formas(hoja: Hoja, impresos: Impresos) -> tuple[Forma, ...]:
    """Las maneras de decir los renglones de un lugar."""
    return hoja.tablas("formas", "forma", lambda sub: _forma(sub, impresos), ("clave",))


def _forma(hoja: Hoja, impresos: Impresos) -> Forma:
    nombres = impresos.nombres
    # La de un componente o una actividad también dice los renglones de lo que tienen dentro.
    impresos.situar(hoja, Donde("paso", propios=claves_en(hoja.datos, "campos")))
    return Forma(
        clave=hoja.texto("clave"),
        nombre=hoja.texto("nombre"),
        texto=hoja.patron("texto"),
        medios=hoja.claves_de("medios", "ese medio", nombres.medios),
        vineta=hoja.logico("vineta"),
        agrupa=hoja.logico("agrupa"),
        campos=hoja.tablas("campos", "campo", campo_propio, ("clave",)),
        etiquetas=hoja.tabla("etiquetas", _etiquetas) or {},
    )


def _etiquetas(hoja: Hoja) -> dict[str, str]:
    """El rótulo en pantalla de cada dato de un renglón, por su campo."""
    for campo in hoja.datos.keys() - CAMPOS_DE_RENGLON:
        hoja.tiene(campo)
        hoja.reparo(campo, "ese dato no lo lleva un renglón.", sugerencia(campo, CAMPOS_DE_RENGLON))
    return {campo: hoja.texto(campo) for campo in hoja.datos if campo in CAMPOS_DE_RENGLON}


def campo_propio(hoja: Hoja) -> Campo:
    """Un dato que pide una forma, o una carta."""
    clave = hoja.texto("clave")
    if clave in CAMPOS:
        hoja.reparo("clave", f"«{clave}» ya es un dato de todo renglón.", "Póngale otra.")
    return Campo(clave, hoja.texto("etiqueta"), clase=hoja.una_de("clase", _CLASES_DE_CAMPO, "texto"))
