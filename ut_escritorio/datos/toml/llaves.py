"""Una tabla de un TOML: se le piden sus llaves y ella anota, con su lugar, lo que esté mal.

Un dato malo no detiene la lectura: se anota el reparo, se devuelve un valor inofensivo y se sigue,
para decir de una vez todo lo que hay que corregir.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeVar

from ut_escritorio.datos.toml.nombres import es_tabla
from ut_escritorio.datos.toml.palabras import (
    como_se_escribe,
    ejemplo_de,
    es,
    nombre_de_clase,
    que_es,
    que_tiene_esa_fecha,
    senas,
)
from ut_escritorio.dominio.palabras import patrones
from ut_escritorio.dominio.palabras.limpieza import limpio, limpio_por_renglones
from ut_escritorio.dominio.palabras.parecidas import sugerencia
from ut_escritorio.dominio.porcentajes import revisar_porcentaje
from ut_escritorio.dominio.propuestas import Reparo
from ut_escritorio.dominio.trimestre.fechas import leer_fecha
from ut_escritorio.errores import ValorInvalido

T = TypeVar("T")
L = TypeVar("L", bound=str)


class Hoja:
    """Una tabla del TOML, la ruta de llaves en que está y la lista común de reparos."""

    def __init__(
        self,
        datos: dict[str, Any],
        ruta: tuple[str, ...],
        reparos: list[Reparo],
        revisar_patron: Callable[[str], list[str]] = patrones.revisar,
    ) -> None:
        self._datos = datos
        self._leidas: set[str] = set()
        self.ruta = ruta
        self.reparos = reparos
        self.revisar_patron = revisar_patron

    def reparo(self, llave: str, que: str, remedio: str = "") -> None:
        """Anota lo que está mal en una llave (vacía: en toda la tabla)."""
        donde = " › ".join((*self.ruta, llave) if llave else self.ruta)
        self.reparos.append(Reparo(donde, que, remedio))

    def tiene(self, llave: str) -> bool:
        """Si la llave está escrita."""
        self._leidas.add(llave)
        return llave in self._datos

    @property
    def datos(self) -> dict[str, Any]:
        """La tabla tal como está escrita."""
        return self._datos

    def dar_por_leida(self) -> None:
        """Lo que falta por leer no se revisa: lo que ya se reparó no deja saber cómo debería ser."""
        self._leidas.update(self._datos)

    def revisar_llaves(self) -> None:
        """Anota las llaves que nadie pidió: están mal escritas o no van aquí."""
        for llave in self._datos.keys() - self._leidas:
            self.reparo(llave, "esa llave no se conoce aquí.", sugerencia(llave, self._leidas))

    def no_existe(self, llave: str, que: str, clave: str, conocidas: Collection[str]) -> None:
        """Anota que se nombró algo («esa cifra») que el plan no tiene, y lo más parecido que sí."""
        self.reparo(llave, f"«{clave}»: {que} no está en el plan.", sugerencia(clave, conocidas))

    def repetida(self, llave: str, clave: str) -> None:
        """Anota que esa clave ya la tiene otro."""
        self.reparo(llave, f"«{clave}» está repetida.", "Cada una lleva la suya.")

    # Valores sueltos

    def texto(self, llave: str, omision: str | None = None) -> str:
        """El texto de una llave, en un renglón; sin `omision` es obligatorio y no puede ir vacío."""
        return limpio(self.texto_con_saltos(llave, omision))

    def texto_con_saltos(self, llave: str, omision: str | None = None) -> str:
        """El texto de una llave con sus renglones; sin `omision` es obligatorio y no puede ir vacío."""
        texto = self._valor(llave, str, "" if omision is None else omision, omision is None)
        if omision is None and self._datos.get(llave) == texto and not texto.strip():
            self.reparo(llave, "está vacío.", "Escriba su texto.")
        return self._limpio(llave, texto)

    def entero(self, llave: str, omision: int | None = None, minimo: int = 0, maximo: int = 1_000_000) -> int:
        """Un entero entre `minimo` y `maximo`; sin `omision` es obligatorio."""
        valor = self._valor(llave, int, omision or minimo, omision is None)
        if minimo <= valor <= maximo:
            return valor
        self.reparo(llave, f"«{valor}» no puede ser.", f"Escriba un número de {minimo} a {maximo}.")
        return minimo

    def entero_o_nada(self, llave: str, minimo: int = 0, maximo: int = 1_000_000) -> int | None:
        """Un entero, o None si la llave no está."""
        return self.entero(llave, minimo, minimo, maximo) if self.tiene(llave) else None

    def logico(self, llave: str, omision: bool = False) -> bool:
        """Verdadero o falso."""
        return self._valor(llave, bool, omision, False)

    def decimal(self, llave: str, omision: str, minimo: int, maximo: int) -> Decimal:
        """Un número con decimales, entre `minimo` y `maximo`."""
        valor = self._valor(llave, Decimal, Decimal(omision), False)
        if valor.is_finite() and minimo <= valor <= maximo:
            return valor
        self.reparo(llave, f"«{valor}» no puede ser.", f"Escriba un número de {minimo} a {maximo}.")
        return Decimal(omision)

    def porcentaje(self, llave: str) -> Decimal:
        """Un porcentaje; el de una llave mal escrita es 0."""
        try:
            return revisar_porcentaje(self._valor(llave, Decimal, Decimal(0), False))
        except ValorInvalido as causa:
            self.reparo(llave, str(causa))
            return Decimal(0)

    def fecha(self, llave: str) -> date | None:
        """Una fecha, o None si la llave no está."""
        if not self.tiene(llave):
            return None
        escrita = self._datos[llave]
        if isinstance(escrita, date) and not isinstance(escrita, datetime):
            return escrita
        if isinstance(escrita, str) and (escrita[:4].isdigit() or leer_fecha(escrita, date.min)):
            self.reparo(llave, *que_tiene_esa_fecha(escrita))
            return None
        return self._valor(llave, date, None, False)

    def una_de(self, llave: str, opciones: Collection[L], omision: L | None = None) -> L:
        """Una de las palabras que se conocen; sin `omision` es obligatoria."""
        escrita = self.texto(llave, omision)
        for opcion in opciones:
            if opcion == escrita:
                return opcion
        if escrita or (omision and self._datos.get(llave) == ""):
            self.reparo(llave, f"«{escrita}» no se conoce.", sugerencia(escrita, opciones))
        return omision if omision is not None else next(iter(opciones))

    def clave_de(self, llave: str, que: str, conocidas: Collection[str], omision: str | None = None) -> str:
        """La clave de algo que está en otra parte del plan; `que` lo nombra («ese puesto»)."""
        escrita = self.texto(llave, omision)
        if escrita:
            self._existe(llave, que, escrita, conocidas)
        return escrita

    def patron(self, llave: str, omision: str | None = None) -> str:
        """Un texto con campos entre llaves, bien escrito."""
        return self._patron_bueno(llave, self.texto_con_saltos(llave, omision))

    # Listas

    def textos(self, llave: str) -> tuple[str, ...]:
        """Una lista de textos; vacía si la llave no está."""
        return tuple(map(limpio, self._parrafos(llave)))

    def patrones(self, llave: str) -> tuple[str, ...]:
        """Una lista de textos con campos entre llaves."""
        return tuple(self._patron_bueno(llave, texto) for texto in self._parrafos(llave))

    def algunas_de(self, llave: str, opciones: Collection[L], omision: tuple[L, ...] = ()) -> tuple[L, ...]:
        """Una lista de palabras conocidas; la de `omision` si la llave no está."""
        if not self.tiene(llave):
            return omision
        por_texto = {str(opcion): opcion for opcion in opciones}
        escritas = self.textos(llave)
        if self._datos[llave] == []:
            self.reparo(llave, "no dice ninguna.", "Escriba al menos una, o quite la llave.")
        for escrita in escritas:
            if escrita not in por_texto:
                self.reparo(llave, f"«{escrita}» no se conoce.", sugerencia(escrita, opciones))
        self.sin_repetir(llave, escritas)
        return tuple(por_texto[escrita] for escrita in escritas if escrita in por_texto)

    def claves_de(self, llave: str, que: str, conocidas: Collection[str]) -> tuple[str, ...]:
        """Una lista de claves de algo que está en otra parte del plan."""
        escritas = self.textos(llave)
        for escrita in escritas:
            self._existe(llave, que, escrita, conocidas)
        self.sin_repetir(llave, escritas)
        return escritas

    def cosas(self, llave: str) -> list[Any]:
        """Una lista de lo que sea; quien la pide revisa cada cosa."""
        return self._valor(llave, list, [], False)

    # Tablas

    def tabla(self, llave: str, leer: Callable[[Hoja], T], con_nombre: bool = True) -> T | None:
        """Lo que `leer` saca de la tabla de una llave, o None si no está; sin nombre, no alarga la ruta."""
        datos = self._valor(llave, dict, None, False)
        if datos is None:
            return None
        return self._leida(Hoja(datos, (*self.ruta, llave) if con_nombre else self.ruta, *self._comun), leer)

    def tablas(
        self, llave: str, nombre: str, leer: Callable[[Hoja], T], unica: tuple[str, ...] = ()
    ) -> tuple[T, ...]:
        """Lo que `leer` saca de cada tabla de una lista; `nombre` la nombra en la ruta («componente»).

        Dos tablas no pueden llevar lo mismo en todas las llaves de `unica`.
        """
        vistas: set[tuple[object, ...]] = set()
        valores: list[T] = []
        for n, datos in enumerate(self.lista_de_tablas(llave), 1):
            hoja = self.sub(f"{nombre} {senas(datos, n)}", datos)
            identidad = tuple(str(datos.get(parte)) for parte in unica)
            if unica and identidad in vistas:
                hoja.repetida(unica[0], identidad[0])
            vistas.add(identidad)
            valores.append(self._leida(hoja, leer))
        return tuple(valores)

    def lista_de_tablas(self, llave: str) -> list[dict[str, Any]]:
        """Las tablas de una lista, tal como están escritas."""
        return self._lista(llave, dict)

    def tablas_por_clave(self, llave: str, nombre: str, leer: Callable[[str, Hoja], T]) -> tuple[T, ...]:
        """Lo que `leer` saca de cada tabla que cuelga de una llave, con la clave de cada una."""
        valores: list[T] = []
        for clave, datos in self._valor(llave, dict, {}, False).items():
            if es_tabla(datos):
                hoja = self.sub(f"{nombre} {clave}", datos)
                valores.append(self._leida(hoja, lambda hoja, clave=clave: leer(clave, hoja)))
            else:
                self.de_otra_clase(f"{llave} › {clave}", datos, dict)
        return tuple(valores)

    def sub(self, nombre: str, datos: dict[str, Any]) -> Hoja:
        """La hoja de una tabla de dentro, con su nombre en la ruta."""
        return Hoja(datos, (*self.ruta, nombre), *self._comun)

    @property
    def _comun(self) -> tuple[list[Reparo], Callable[[str], list[str]]]:
        return self.reparos, self.revisar_patron

    def _leida(self, hoja: Hoja, leer: Callable[[Hoja], T]) -> T:
        valor = leer(hoja)
        hoja.revisar_llaves()
        return valor

    # Lo que está mal

    def _valor(self, llave: str, clase: type, omision: Any, obligatorio: bool) -> Any:
        if not self.tiene(llave):
            if obligatorio:
                self.reparo(llave, "falta.", f"Escriba {llave} = {ejemplo_de(clase)}.")
            return omision
        escrito = self._datos[llave]
        if es(escrito, clase):
            return Decimal(escrito) if clase is Decimal else escrito
        self.de_otra_clase(llave, escrito, clase)
        return omision

    def _lista(self, llave: str, clase: type) -> list[Any]:
        escritas: list[Any] = self._valor(llave, list, [], False)
        for escrita in escritas:
            if not es(escrita, clase):
                self.de_otra_clase(llave, escrita, clase)
        return [escrita for escrita in escritas if es(escrita, clase)]

    def de_otra_clase(self, llave: str, escrito: object, clase: type) -> None:
        """Anota que en una llave se escribió otra clase de cosa."""
        que = f"debe ser {nombre_de_clase(clase)} y es {que_es(escrito)}."
        self.reparo(llave, que, como_se_escribe(escrito, clase))

    def _existe(self, llave: str, que: str, clave: str, conocidas: Collection[str]) -> None:
        if clave not in conocidas:
            self.no_existe(llave, que, clave, conocidas)

    def _patron_bueno(self, llave: str, texto: str) -> str:
        for problema in self.revisar_patron(texto):
            self.reparo(llave, problema)
        return texto

    def sin_repetir(self, llave: str, escritas: tuple[str, ...]) -> None:
        """Anota las que una lista trae más de una vez."""
        for escrita in dict.fromkeys(e for e in escritas if escritas.count(e) > 1):
            self.reparo(llave, f"«{escrita}» está dos veces.", "Deje una.")

    def _parrafos(self, llave: str) -> Iterator[str]:
        return (self._limpio(llave, texto) for texto in self._lista(llave, str))

    def _limpio(self, llave: str, texto: str) -> str:
        """El texto como si se hubiera tecleado en la ventana; anota el nulo, que nadie teclea."""
        if "\0" in texto:
            self.reparo(llave, "trae un carácter nulo.", "Quítelo: no se puede imprimir.")
        return limpio_por_renglones(texto)
