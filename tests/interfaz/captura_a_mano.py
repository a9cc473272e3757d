"""Capturar en las pestañas, tecla por tecla, lo que otro trimestre dice; y contar cuántos gestos fueron."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QPushButton

from tests.interfaz.manos import clic, cuadros, en, poner_en, renglones, tecla, teclear
from ut_escritorio.dominio.porcentajes import decir_porcentaje
from ut_escritorio.dominio.trimestre.conteos import Casilla
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.interfaz.componente.renglones.formulario import Formulario
from ut_escritorio.interfaz.componente.valor import ValorAlcanzado
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista, CampoDeSi
from ut_escritorio.interfaz.comunes.rejilla.vista import Rejilla
from ut_escritorio.interfaz.ventana.marco import Ventana


class Captura:
    """Ella, capturando lo de otro trimestre en un plan que dice lo mismo con otros nombres por dentro."""

    def __init__(self, ventana: Ventana, como: FotoTrimestre) -> None:
        self.ventana, self.como, self.gestos = ventana, como, 0

    def lugar(self, clave: str) -> None:
        """Lo de un lugar: sus cuadros, lo que se anota y su valor alcanzado."""
        pestana = en(self.ventana, clave)
        self.gestos += 1
        for cual in range(len(cuadros(pestana))):
            self._cuadro(cuadros(pestana)[cual])
        for suyo in self.como.renglones:
            if suyo.lugar == clave:
                self._renglon(suyo)
        valor = self.como.alcanzado.get(clave)
        if valor is not None:
            (bloque,) = [b for b in pestana.hoja.bloques if isinstance(b, ValorAlcanzado)]
            poner_en(bloque.campo)
            bloque.campo.selectAll()
            self._teclea(decir_porcentaje(valor).removesuffix("%"))
            tecla(Qt.Key.Key_Return)

    def _cuadro(self, rejilla: Rejilla) -> None:
        """Cada número, con Tab al que sigue; y lo que no hubo, en su casilla."""
        foto = self.ventana.sesion.foto
        nombres = {cifra.nombre: cifra.clave for cifra in self.como.plan.cifras}

        def alla(casilla: Casilla) -> Casilla:
            return replace(casilla, cifra=nombres[foto.plan.cifra[casilla.cifra].nombre])

        meses: set[int] = set()
        for celda in rejilla.modelo.tabla.celdas:
            if celda.casilla is None:
                continue
            mes = celda.casilla.mes
            if mes and (alla(celda.casilla).cifra, mes) in self.como.conteos.capturados:
                meses.add(mes)
            if not celda.editable:
                continue
            dice = self.como.conteos.propios.get(alla(celda.casilla))
            if dice is not None and self.ventana.sesion.foto.conteos.propios.get(celda.casilla) != dice:
                rejilla.setCurrentIndex(rejilla.modelo.index(celda.fila, celda.columna))
                poner_en(rejilla)
                self._teclea(str(dice))
                tecla(Qt.Key.Key_Tab)
        bloque: Any = rejilla.parent()
        for mes in sorted(meses):
            casilla: QCheckBox = bloque._meses._casillas[mes]
            if casilla.isVisible() and not casilla.isChecked():
                clic(casilla, casilla.rect().center())
                self.gestos += 1
                assert casilla.isChecked()

    def _renglon(self, suyo: Renglon) -> None:
        bloque = renglones(en(self.ventana, suyo.lugar))
        (agregar,) = [b for b in bloque.findChildren(QPushButton) if b.text() == "Agregar renglón"]
        clic(agregar)
        self.gestos += 1
        quiero = self._como_aqui(suyo)
        escritos: set[str] = set()
        while falta := self._lo_que_falta(bloque.formulario, quiero, escritos):
            escritos.add(falta)
            self._escribir(bloque.formulario, falta, quiero)

    def _lo_que_falta(self, formulario: Formulario, quiero: Renglon, escritos: set[str]) -> str:
        """El primer dato a la vista que no dice lo que debe; si hace falta, enseña los demás."""
        actual = self.ventana.sesion.renglon(formulario._renglon.uid)  # pyright: ignore[reportOptionalMemberAccess]
        assert actual is not None
        for clave, (dato, _) in formulario._campos.items():
            if clave not in escritos and dato.leer(actual) != dato.leer(quiero):
                return clave
        if formulario._con_mas:
            return ""
        todos = formulario._datos()
        clic(formulario._mas)
        if any(d.leer(actual) != d.leer(quiero) for d, _ in formulario._campos.values() if d not in todos):
            self.gestos += 1
            return self._lo_que_falta(formulario, quiero, escritos)
        clic(formulario._mas)
        return ""

    def _escribir(self, formulario: Formulario, clave: str, quiero: Renglon) -> None:
        dato, campo = formulario._campos[clave]
        valor = dato.leer(quiero)
        if isinstance(campo, CampoDeLista):
            campo.setCurrentIndex(campo.findData(valor))
            campo.activated.emit(campo.currentIndex())
            self.gestos += 1
        elif isinstance(campo, CampoDeSi):
            clic(campo, campo.rect().center())
            self.gestos += 1
        else:
            poner_en(campo)
            campo.selectAll()
            dicho = f"{valor:%d/%m/%Y}" if isinstance(valor, date) else str(valor)
            if isinstance(campo, QPlainTextEdit):
                campo.insertPlainText(dicho)
                self.gestos += 1
            else:
                self._teclea(dicho)
            tecla(Qt.Key.Key_Tab)

    def _teclea(self, texto: str) -> None:
        teclear(texto)
        self.gestos += 1

    def _como_aqui(self, suyo: Renglon) -> Renglon:
        """El renglón, con su frase y sus datos propios como aquí se llaman por dentro."""
        de, actual = self.como.plan, self.ventana.sesion.foto.plan
        formas = {forma.clave: forma for forma in de.formas_de(suyo.lugar)}
        suyas = {forma.nombre: forma for forma in actual.formas_de(suyo.lugar)}
        era = formas[suyo.forma] if suyo.forma else next(iter(formas.values()))
        forma = suyas[era.nombre]
        claves = {campo.etiqueta: campo.clave for campo in forma.campos}
        campos = {claves[c.etiqueta]: suyo.campos[c.clave] for c in era.campos if c.clave in suyo.campos}
        return replace(suyo, forma=forma.clave, campos=campos)
