"""La ficha de unas firmas: quiénes firman, con qué rótulo, y lo que va antes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ut_escritorio.dominio.cambios_del_plan.armado.bloques import con_firmas
from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.plan.apartados import Apartado, Firmante
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, desechar
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha, campo, filas

_EXPLICA = "El nombre y el cargo salen de Oficina › Personas y cargos, por la fecha del informe."
_CABEN = 6


class _Firma(QWidget):
    """Quién firma y el rótulo que lleva encima."""

    def __init__(self, ficha: FichaDeFirmas, firmante: Firmante, puestos: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self.rotulo: QLineEdit = campo("Rótulo de la firma", firmante.rotulo, "Elaboró")
        self.puesto = ListaQueCede("Quién firma", 10)
        for clave, cargo in puestos:
            self.puesto.addItem(cargo, clave)
        self.puesto.setCurrentIndex(max(0, self.puesto.findData(firmante.puesto)))
        self.quitar: QPushButton = boton("", lambda: ficha.quitar(self), "quitar", "Quitar esta firma")
        self.quitar.setAccessibleName("Quitar esta firma")
        hilera = QHBoxLayout(self)
        hilera.setContentsMargins(0, 0, 0, 0)
        hilera.addWidget(self.rotulo, 1)
        hilera.addWidget(self.puesto, 2)
        hilera.addWidget(self.quitar)
        self.rotulo.textChanged.connect(lambda _: ficha.cambio.emit())
        self.puesto.currentIndexChanged.connect(lambda _: ficha.cambio.emit())


class FichaDeFirmas(Ficha):
    """Las que están, o unas nuevas tras el bloque `tras`."""

    def __init__(
        self, casa: str, apartado: Apartado | None, puestos: Sequence[tuple[str, str]], tras: str = ""
    ) -> None:
        super().__init__()
        self.titulo, self.guardar = ("Firmas", "Guardar") if apartado else ("Firmas nuevas", "Agregar")
        self._casa, self._tras, self._puestos = casa, tras, puestos
        self._apartado = apartado
        self.antes = CuadroLimpio(apartado.texto if apartado else "")
        self.antes.setAccessibleName("Antes de las firmas")
        self.antes.setPlaceholderText("Lo que va antes, si algo: ATENTAMENTE y los lemas, uno por renglón")
        self.antes.setTabChangesFocus(True)
        self.antes.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 14)
        self.firmas: list[_Firma] = []
        self.otra = boton("Otra &firma", lambda: self._poner(Firmante(self._sin_firmar())), "agregar")
        suyas, self._columna = QWidget(), QVBoxLayout()
        columna = QVBoxLayout(suyas)
        columna.setContentsMargins(0, 0, 0, 0)
        columna.addLayout(self._columna)
        columna.addWidget(self.otra)
        filas(
            self,
            (("", Letrero(_EXPLICA, "letra_tenue")), ("Antes", self.antes), ("Firman", suyas)),
        )
        self.antes.textChanged.connect(self.cambio)
        for firmante in apartado.firmantes if apartado else (Firmante(self._sin_firmar()),):
            self._poner(firmante)

    def dicho(self) -> tuple[str, tuple[Firmante, ...]]:
        firmantes = tuple(
            Firmante(f.puesto.currentData() or "", f.rotulo.text().strip()) for f in self.firmas
        )
        return self.antes.limpio().strip(), firmantes

    def pedido(self) -> Cambio | None:
        (antes, firmantes), casa, tras = self.dicho(), self._casa, self._tras
        clave = self._apartado.clave if self._apartado else ""
        return Cambio(
            f"{'Cambiar' if clave else 'Agregar'} las firmas",
            lambda plan: con_firmas(plan, casa, firmantes, antes, clave, tras),
        )

    def quitar(self, firma: _Firma) -> None:
        """Esa ya no va."""
        self.firmas.remove(firma)
        desechar(firma)
        self.otra.setEnabled(True)
        (self.firmas[-1].rotulo if self.firmas else self.otra).setFocus()
        self.cambio.emit()

    def empezar(self) -> None:
        self.firmas[0].rotulo.setFocus()

    def _poner(self, firmante: Firmante) -> None:
        nueva = _Firma(self, firmante, self._puestos)
        self.firmas.append(nueva)
        self._columna.addWidget(nueva)
        self.otra.raise_()  # el orden de Tab es el de las piezas: esta va tras las firmas
        self.otra.setEnabled(len(self.firmas) < _CABEN)
        nueva.rotulo.setFocus()
        self.cambio.emit()

    def _sin_firmar(self) -> str:
        """El primero que aún no firma aquí."""
        ya = {firma.puesto.currentData() for firma in self.firmas}
        return next((clave for clave, _ in self._puestos if clave not in ya), "")
