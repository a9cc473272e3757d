"""Por dónde sale lo que el archivo dice, o se va ella de él: todas pasan antes por la misma puerta."""

from __future__ import annotations

from ut_escritorio.dominio.congelado import congelado


@congelado
class Salida:
    """Algo que lee el archivo para darlo, o que lo deja.

    `que` es lo que ella pidió («hacer el informe»). `se_va`: al seguir se pierde lo que no se guardó, porque
    ya no habrá dónde; si no, sigue pendiente y a la vista, como al abrir lo que aún puede dejarse con Esc.
    `irse` es otro modo de decir que se va. `sabido`: lo que ella ya dijo que no va, y no se le vuelve a
    preguntar.
    """

    que: str
    se_va: bool
    irse: str = ""
    sabido: frozenset[object] = frozenset()

    @property
    def anotandolo(self) -> str:
        """«Anotarlo y cerrar»."""
        return f"Anotarlo y {self.que}"

    @property
    def sin_anotarlo(self) -> str:
        """«Salir sin anotarlo»."""
        return f"{(self.irse or self.que).capitalize()} sin anotarlo"

    @property
    def sin_guardarlo(self) -> str:
        """«Cerrar sin guardarlo»."""
        return f"{self.que.capitalize()} sin guardarlo"


FIRMAR = Salida("firmar", se_va=False)
IMPRIMIR = Salida("imprimir", se_va=False)
INFORME = Salida("hacer el informe", se_va=False)
RESPALDAR = Salida("respaldar", se_va=False)
COPIAR = Salida("copiar", se_va=False)
TRASLADAR = Salida("trabajar en este equipo", se_va=False)
OFICINA = Salida("seguir", se_va=False)
OTRO_ANIO = Salida("preparar el año", se_va=False)
OTRO_TRIMESTRE = Salida("cambiar", se_va=True)
ABRIR = Salida("abrir", se_va=False)
EMPEZAR = Salida("empezar otro", se_va=False)
RESTAURAR = Salida("restaurar", se_va=True)
ALIGERAR = Salida("aligerar", se_va=True)
RELEER = Salida("volver a leer", se_va=True)
CERRAR = Salida("cerrar", se_va=True, irse="salir")

TODAS = (
    FIRMAR, IMPRIMIR, INFORME, RESPALDAR, COPIAR, TRASLADAR, OFICINA, OTRO_ANIO, OTRO_TRIMESTRE,
    ABRIR, EMPEZAR, RESTAURAR, ALIGERAR, RELEER, CERRAR,
)  # fmt: skip
