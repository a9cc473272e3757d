"""Las columnas del archivo: cada una acepta solo lo suyo, sin cambiarlo en silencio.

Las de peewee recortan un 3.7 a 3 y guardan cualquier texto como fecha; estas se niegan.
"""

from __future__ import annotations

import os
import time
import uuid
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Self

from peewee import Field, ForeignKeyField, IntegerField, Model

from ut_escritorio.datos.esquema.clases import COLUMNAS
from ut_escritorio.datos.esquema.puerta import revisar_texto
from ut_escritorio.errores import ValorInvalido


def nuevo_id() -> int:
    """Un número de fila de 63 bits al azar: uno borrado no vuelve a usarse, y rehacer lo restituye igual."""
    return int.from_bytes(os.urandom(8), "big") >> 1


_ultimo = 0


def nuevo_uid() -> str:
    """La identidad de algo capturado, la misma en cualquier archivo al que viaje: lo hecho después, después.

    Es un UUID de la versión 7 (RFC 9562): los microsegundos del reloj y, detrás, 62 bits al azar. Si el reloj
    se atrasa, mientras el programa siga abierto sigue de donde iba.
    """
    global _ultimo
    _ultimo = max(time.time_ns() // 1000, _ultimo + 1)
    milesimas, micras = divmod(_ultimo, 1000)
    azar = int.from_bytes(os.urandom(8), "big") >> 2
    return str(uuid.UUID(int=milesimas << 80 | 7 << 76 | micras << 64 | 2 << 62 | azar))


class _Heredable:
    """Una columna que sus tablas heredan: cada una recibe otra igual, sin copiar lo de adentro.

    peewee las copia hasta el fondo, y eso era la mitad de lo que tardaban en declararse las tablas.
    """

    def __deepcopy__(self, _: object) -> Self:
        otra = object.__new__(type(self))
        otra.__dict__ |= self.__dict__
        return otra


class _Columna(_Heredable, Field):
    """Una columna que revisa lo que entra y traduce lo que sale; lo vacío pasa vacío."""

    field_type = "TEXT"
    traduce = False

    def db_value(self, value: Any) -> Any:
        """Lo que se guarda de un valor; ValorInvalido si no es de esta columna."""
        return None if value is None else self._entra(value)

    def python_value(self, value: Any) -> Any:
        """El valor que se guardó."""
        return None if value is None else self._sale(value)

    def _entra(self, valor: Any) -> Any:
        return valor

    def _sale(self, guardado: Any) -> Any:
        return guardado


class Texto(_Columna):
    """Un texto de cualquier largo, con sus saltos y tabuladores tal como se escribieron."""

    def _entra(self, valor: Any) -> str:
        return revisar_texto(valor)


class Entero(_Columna):
    """Un número entero; ni fraccionario ni verdadero/falso."""

    field_type = "INTEGER"

    def _entra(self, valor: Any) -> int:
        if type(valor) is not int:
            raise ValorInvalido(f"«{valor}» no es un número entero.")
        return valor


class Logico(_Columna):
    """Verdadero o falso, guardado como 1 o 0."""

    traduce = True
    field_type = "INTEGER"

    def _entra(self, valor: Any) -> int:
        return int(bool(valor))

    def _sale(self, guardado: Any) -> bool:
        return bool(guardado)


class Fecha(_Columna):
    """Un día del calendario, guardado como año-mes-día."""

    traduce = True

    def _entra(self, valor: Any) -> str:
        if not isinstance(valor, date) or isinstance(valor, datetime):
            raise ValorInvalido(f"«{valor}» no es una fecha.")
        return valor.isoformat()

    def _sale(self, guardado: Any) -> date:
        return date.fromisoformat(guardado)


class Exacto(_Columna):
    """Un número con decimales, guardado dígito por dígito."""

    traduce = True

    def _entra(self, valor: Any) -> str:
        if not isinstance(valor, Decimal) or not valor.is_finite():
            raise ValorInvalido(f"«{valor}» no es un número.")
        return str(valor)

    def _sale(self, guardado: Any) -> Decimal:
        return Decimal(guardado)


class Json(_Columna):
    """Un valor del dominio hecho de otros, guardado con el códec."""

    traduce = True

    def __init__(self, tipo: Any, **opciones: Any) -> None:
        self.tipo = tipo
        self._leidos: dict[str, Any] = {}  # un mismo texto da siempre el mismo valor, que no cambia
        super().__init__(**opciones)

    def _entra(self, valor: Any) -> str:
        return COLUMNAS.a_json(valor)

    def _sale(self, guardado: Any) -> Any:
        if guardado not in self._leidos:
            self._leidos[guardado] = COLUMNAS.de_json(guardado, self.tipo)
        return self._leidos[guardado]


class Octetos(_Heredable, Field):
    """Los bytes de un archivo."""

    field_type = "BLOB"


class Identidad(_Heredable, IntegerField):
    """El número de la fila."""

    def __init__(self) -> None:
        super().__init__(primary_key=True, default=nuevo_id)


class Llave(_Heredable, ForeignKeyField):
    """Una llave foránea: se comprueba al confirmar, nunca borra nada sola y se lee como número."""

    def __init__(self, modelo: type[Model] | str, **opciones: Any) -> None:
        super().__init__(
            modelo, backref="+", lazy_load=False, deferrable="INITIALLY DEFERRED", index=False, **opciones
        )


def traducidas(filas: list[tuple[Any, ...]], columnas: list[Field]) -> list[tuple[Any, ...]]:
    """Las filas tal como las guarda el archivo, con cada valor en lo que es."""
    salidas = {n: c.python_value for n, c in enumerate(columnas) if isinstance(c, _Columna) and c.traduce}
    if not salidas:
        return filas
    traidas: list[tuple[Any, ...]] = []
    for fila in filas:
        valores = list(fila)
        for n, sale in salidas.items():
            valores[n] = sale(valores[n])
        traidas.append(tuple(valores))
    return traidas
