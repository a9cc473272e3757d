"""Pasa las páginas ya dispuestas al PDF; fpdf2 es solo la pluma y nada se mide aquí."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from ut_escritorio.informe.estilo import MM_POR_PUNTO, Color, Hoja
from ut_escritorio.informe.pdf.etiquetas.etiqueta import Etiqueta
from ut_escritorio.informe.pdf.etiquetas.marcas import Marcas
from ut_escritorio.informe.pdf.logotipos import Logotipos
from ut_escritorio.informe.pdf.papel.hoja import (
    Contorno,
    Cosa,
    Estampa,
    Linea,
    Mancha,
    Marco,
    Pagina,
    Raya,
    Texto,
)
from ut_escritorio.informe.pdf.papel.pluma import Enlazado, Pluma

_K = 1 / MM_POR_PUNTO


class Pintor:
    """Pinta páginas con una pluma, dictándole los trazos; `hojas`, el papel de cada una."""

    def __init__(self, pluma: Pluma, hojas: Sequence[Hoja], logotipos: Logotipos) -> None:
        self._pluma = pluma
        self._hojas = hojas
        self._hoja = hojas[0]
        self._logotipos = logotipos
        self.marcas = Marcas()
        self._codigos: dict[tuple[str, str], str] = {}
        self._estampas: dict[tuple[Estampa, Hoja], bytes] = {}
        self.enlaces: list[tuple[Etiqueta, Enlazado]] = []

    def pinta(self, pagina: Pagina) -> None:
        """Agrega una página al PDF; `marcas` queda diciendo de qué etiqueta es cada cosa."""
        self._hoja = pagina.hoja
        self._pluma.add_page(format=(self._hoja.ancho, self._hoja.alto))
        self.marcas.abre_hoja()
        trazos: list[str] = []
        for puesto in pagina.puestos:
            for cosa in puesto.trozo.cosas:
                if isinstance(cosa, Estampa):
                    if cosa.etiqueta is not None:  # una figura tapa lo que va detrás; un logotipo, nada
                        self._pluma.escribe("\n".join([*trazos, *self.marcas.cierra()]))
                        trazos = []
                    self._estampa(replace(cosa, x=puesto.x + cosa.x, y=puesto.y + cosa.y))
                else:
                    trazos += self.marcas.pasa_a(cosa.etiqueta)
                    trazos.append(self._trazo(cosa, puesto.x, puesto.y))
        if pagina.encima is not None:
            trazos += [*self.marcas.pasa_a(None), self._contorno(pagina.encima)]
        self._pluma.escribe("\n".join([*trazos, *self.marcas.cierra()]))
        for puesto in pagina.puestos:
            for enlace in puesto.trozo.enlaces:
                aqui = replace(enlace, x=puesto.x + enlace.x, y=puesto.y + enlace.y)
                hasta = self._hojas[enlace.hoja - 1].alto - enlace.hasta_y
                self.enlaces.append((enlace.etiqueta, self._pluma.enlaza(aqui, hasta)))

    def _contorno(self, contorno: Contorno) -> str:
        orilla = f"{_color(contorno.texto.color)} RG {contorno.grosor * _K:.2f} w 1 Tr"
        return f"{orilla} {self._trazo(contorno.texto, 0.0, 0.0)} 0 Tr"

    def _trazo(self, cosa: Cosa, x: float, y: float) -> str:
        match cosa:
            case Texto():
                return self._texto(cosa, (x + cosa.x) * _K, (self._hoja.alto - y - cosa.base) * _K)
            case Mancha():
                return f"{_color(cosa.color)} rg {self._caja(cosa, x, y)} f"
            case Marco():
                return f"{_color(cosa.color)} RG {cosa.grosor * _K:.2f} w {self._caja(cosa, x, y)} S"
            case Raya():
                return self._raya(cosa, x, y)
            case Estampa():
                raise AssertionError("los logotipos se pintan aparte")

    def _texto(self, texto: Texto, x: float, y: float) -> str:
        if texto.grados:
            coseno, seno = math.cos(math.radians(texto.grados)), math.sin(math.radians(texto.grados))
            lugar = f"{coseno:.4f} {seno:.4f} {-seno:.4f} {coseno:.4f} {x:.2f} {y:.2f} Tm"
        else:
            lugar = f"{x:.2f} {y:.2f} Td"
        return f"{_color(texto.color)} rg BT {lugar} {self._corridas(texto.linea, texto.puntos)} ET"

    def _corridas(self, linea: Linea, puntos: float) -> str:
        partes: list[str] = []
        ultima = len(linea.corridas) - 1
        for numero, corrida in enumerate(linea.corridas):
            partes.append(self._pluma.toma(corrida.fuente, puntos))
            codigos = self._codifica(corrida.fuente, corrida.texto)
            if linea.estire:
                espacio = self._codifica(corrida.fuente, " ")
                palabras = [self._codifica(corrida.fuente, palabra) for palabra in corrida.texto.split(" ")]
                codigos = f"{espacio}) {-linea.estire:.1f} (".join(palabras)
            if numero == ultima and linea.sigue:
                codigos += self._codifica(corrida.fuente, linea.sigue)
            avance = f" {-corrida.avance:.1f}" if corrida.avance else ""
            partes.append(f"[({codigos}){avance}] TJ")
        return " ".join(partes)

    def _codifica(self, nombre: str, texto: str) -> str:
        """El texto con los números que sus letras tienen en la fuente incrustada."""
        clave = (nombre, texto)
        codigos = self._codigos.get(clave)
        if codigos is None:
            codigos = self._codigos[clave] = self._pluma.codifica(nombre, texto)
        return codigos

    def _caja(self, caja: Mancha | Marco, x: float, y: float) -> str:
        abajo = self._hoja.alto - y - caja.y - caja.alto
        return f"{(x + caja.x) * _K:.2f} {abajo * _K:.2f} {caja.ancho * _K:.2f} {caja.alto * _K:.2f} re"

    def _raya(self, raya: Raya, x: float, y: float) -> str:
        desde = f"{(x + raya.x) * _K:.2f} {(self._hoja.alto - y - raya.y) * _K:.2f} m"
        hasta = f"{(x + raya.hasta_x) * _K:.2f} {(self._hoja.alto - y - raya.hasta_y) * _K:.2f} l"
        return f"{_color(raya.color)} RG {raya.grosor * _K:.2f} w {desde} {hasta} S"

    def _estampa(self, estampa: Estampa) -> None:
        """La dibuja fpdf2 una vez; todas las páginas de ese papel la llaman."""
        empieza, acaba = self.marcas.aparte(estampa.etiqueta)
        self._pluma.escribe(empieza)
        cual = (estampa, self._hoja)
        if cual not in self._estampas:
            self._estampas[cual] = self._pluma.recorta(lambda: self._logotipos.dibuja(estampa))
        self._pluma.repite(self._estampas[cual])
        self._pluma.escribe(acaba)


@lru_cache(maxsize=64)
def _color(color: Color) -> str:
    return " ".join(f"{parte / 255:.3f}" for parte in color)
