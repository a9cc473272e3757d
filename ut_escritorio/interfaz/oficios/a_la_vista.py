"""El libro del año que se ve y los oficios que ella eligió en él."""

from __future__ import annotations

from ut_escritorio.dominio.oficios.folios import Serie
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.servicios.oficios.libro import Libro


class ALaVista:
    """`libro` es None hasta que se lee; en `elegidos`, el uid de cada uno, en su orden."""

    def __init__(self) -> None:
        self.libro: Libro | None = None
        self.elegidos: tuple[str, ...] = ()
        self._de_uid: dict[str, EnElLibro] = {}

    def poner(self, libro: Libro) -> tuple[str, ...]:
        """Cambia el libro; da los que estaban y ya no, si es el del mismo año."""
        antes = self._de_uid if self.libro is not None and self.libro.ejercicio == libro.ejercicio else {}
        self.libro, self._de_uid = libro, {fila.oficio.uid: fila for fila in libro.todas}
        return tuple(antes.keys() - self._de_uid.keys())

    def fila(self, uid: str) -> EnElLibro | None:
        """Un oficio como está en el libro; None si no está en él."""
        return self._de_uid.get(uid)

    def filas(self) -> tuple[EnElLibro, ...]:
        """Los elegidos, como están en el libro; el que ya no está, no va."""
        return tuple(fila for uid in self.elegidos if (fila := self.fila(uid)) is not None)

    def serie(self) -> Serie | None:
        """La de los números de la unidad en ese año."""
        return self.libro.serie if self.libro else None
