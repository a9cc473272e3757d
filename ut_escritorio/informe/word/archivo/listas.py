"""Las listas de un documento: una por cada signo con que se hacen sus puntos."""

from __future__ import annotations

from ut_escritorio.informe.estilo import Estilo
from ut_escritorio.informe.word.nodos import Nodo, en_una_linea, nodo, veinteavos

_LO_MAS = 3
"""Las letras de un signo; más son un texto, y va dentro del párrafo."""


class Listas:
    """Los signos que ya tienen su lista, en el orden en que salieron."""

    def __init__(self, estilo: Estilo) -> None:
        self._sangria = veinteavos(estilo.sangria_vineta)
        self._signos: dict[str, int] = {}

    def de(self, vineta: str) -> int:
        """El número de la lista de ese signo, desde 1; 0 si no hay signo o no sirve para una lista."""
        signo = en_una_linea(vineta)
        if not signo or len(signo) > _LO_MAS or "%" in signo:
            return 0
        return self._signos.setdefault(signo, len(self._signos) + 1)

    def pon_en(self, raiz: Nodo) -> None:
        """Las deja en la numeración de un .docx nuevo."""
        for viejo in list(raiz):
            raiz.remove(viejo)
        raiz.extend([self._abstracta(numero, signo) for signo, numero in self._signos.items()])
        raiz.extend([nodo("w:num", nodo("w:abstractNumId", val=n), numId=n) for n in self._signos.values()])

    def _abstracta(self, numero: int, signo: str) -> Nodo:
        nivel = nodo(
            "w:lvl",
            nodo("w:start", val=1),
            nodo("w:numFmt", val="bullet"),
            nodo("w:lvlText", val=signo),
            nodo("w:lvlJc", val="left"),
            nodo("w:pPr", nodo("w:ind", left=self._sangria, hanging=self._sangria)),
            ilvl=0,
        )
        return nodo(
            "w:abstractNum", nodo("w:multiLevelType", val="hybridMultilevel"), nivel, abstractNumId=numero
        )
