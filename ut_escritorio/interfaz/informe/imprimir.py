"""Paso 3: imprimir para firma, todo, lo de un departamento, un componente o las hojas que cambiaron."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ut_escritorio.dominio.palabras.redaccion import decir_hojas
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_atajo, vaciar
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.papel.en_papel import EnPapel
from ut_escritorio.interfaz.comunes.sesion.salidas import IMPRIMIR
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.informe.hojas import Hojas
from ut_escritorio.interfaz.informe.reparto import hojas_de_componente, hojas_de_departamentos
from ut_escritorio.servicios.entrega.firma import hojas_que_cambiaron, marcar_impreso

_EXPLICACION = (
    "Imprimir no cierra nada: si encuentra algo, corríjalo y vuelva a imprimir. "
    "El programa recuerda lo que llevaba cada hoja y dice cuáles cambiaron."
)

_SIN_IMPRESORA = (
    "Conecte o instale una y vuelva a intentarlo. Mientras, puede llevar el informe a otro equipo en PDF: "
    "Archivo › Informe en PDF (F12)."
)


Cuales = Callable[[], tuple[int, ...]]
"""Qué hojas, sabidas cuando ya están hechas."""


class Imprimir(QWidget):
    """Un botón por manera de imprimir, con las hojas que saldrían; `dijo` sale con cómo va lo pedido."""

    dijo = Signal(str)

    def __init__(self, sesion: Sesion, hojas: Hojas) -> None:
        super().__init__()
        self._sesion, self._hojas = sesion, hojas
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("Imprimir para firma")
        self.en_papel = EnPapel(self, _SIN_IMPRESORA)
        self.en_papel.avanzo.connect(self._decir_avance)
        self.en_papel.termino.connect(self._terminar)
        self.en_papel.dejo.connect(lambda: self.dijo.emit("No se imprimió."))
        self._pedido: Cuales | None = None
        self._estado = Letrero(tinta="letra_tenue")
        self._maneras = QGridLayout()
        self._maneras.setColumnStretch(1, 1)
        self._maneras.setHorizontalSpacing(14)
        self.botones: list[QPushButton] = []
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(Letrero("Imprimir para firma", aumento=1.15, negrita=True))
        acomodo.addWidget(Letrero(_EXPLICACION))
        acomodo.addLayout(self._maneras)
        acomodo.addWidget(self._estado)
        acomodo.addStretch()
        hojas.cambio.connect(self._refrescar)
        self._refrescar()

    def tomar_el_cursor(self) -> None:
        """Aquí espera el cursor mientras se hacen las hojas; luego, en lo primero que se ofrece."""
        self.setFocus()
        self._poner_el_cursor()

    def del_componente(self, lugar: str) -> None:
        """Imprime las hojas del componente de ese lugar, sin ir a ninguna parte; ya pasó la puerta."""
        if self.en_papel.ocupado:
            self.dijo.emit("Todavía se mandan a la impresora las de antes.")
        else:
            self._imprimir(lambda: self._hojas_de(lugar))

    def _hojas_de(self, lugar: str) -> tuple[int, ...]:
        plan, hecho = self._hojas.foto.plan, self._hojas.exportado
        cadena = plan.cadena.get(lugar)
        return hojas_de_componente(plan, hecho.hojas, hecho.paginas, cadena[0].clave) if cadena else ()

    def _refrescar(self) -> None:
        """Pone las maneras que hay con las hojas de ahora."""
        vaciar(self._maneras)
        self.botones = []
        if self._hojas.al_dia and not self._hojas.haciendo:
            for fila, manera in enumerate(self._posibles()):
                self._agregar(fila, *manera)
            self._decir(self._borrador(), "atencion")
            self._poner_el_cursor()
            self._seguir_con_lo_pedido()
        elif self._hojas.error:
            self._pedido = None
            self._decir(self._hojas.error, "letra_tenue")
        else:
            self._decir("Haciendo las hojas…", "letra_tenue")
            if self._pedido is not None and not self._hojas.haciendo:  # lo que cambió mientras se hacían
                self._hojas.pedir()

    def _decir(self, frase: str, tinta: str) -> None:
        """Lo dice aquí; y `dijo`, a quien pidió desde otra parte."""
        self._estado.decir(frase, tinta)
        if self._pedido is not None or self.en_papel.ocupado:
            self.dijo.emit(frase)

    def _poner_el_cursor(self) -> None:
        """En lo primero que se ofrece; si ya se fue a otro lado, se queda allá."""
        if self.botones and self.hasFocus():
            self.botones[0].setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter en un botón es como oprimirlo."""
        con_cursor = next((cada for cada in self.botones if cada.hasFocus()), None)
        if con_cursor is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            con_cursor.click()
        else:
            super().keyPressEvent(event)

    def _posibles(self) -> list[tuple[str, tuple[int, ...], str]]:
        """Cada manera de imprimir: lo que dice su botón, sus hojas y lo que conviene saber."""
        exportado = self._hojas.exportado
        todas = tuple(range(1, exportado.paginas + 1))
        maneras = [("Todo", todas, f"{len(todas)} hojas")]
        cambiaron = self._cambiadas()
        if cambiaron and cambiaron != todas:
            maneras.append(("Hojas que cambiaron", cambiaron, decir_hojas(cambiaron).capitalize()))
        elif not cambiaron and exportado.huellas:
            maneras.append(("", (), "Ninguna hoja ha cambiado desde la última impresión para firma."))
        for nombre, hojas in hojas_de_departamentos(self._hojas.foto.plan, exportado.hojas, len(todas)):
            maneras.append((nombre, hojas, decir_hojas(hojas).capitalize()))
        return maneras

    def _de_manera(self, manera: str) -> tuple[int, ...]:
        return next((hojas for nombre, hojas, _ in self._posibles() if nombre == manera), ())

    def _borrador(self) -> str:
        """Avisa si las hojas saldrían como borrador."""
        cuantas = len(self._hojas.exportado.por_corregir)
        if not cuantas:
            return ""
        if self._sesion.revision.senales.por_corregir:
            return "Saldrán con la palabra BORRADOR: hay algo que corregir (paso 1)."
        faltan = "falta una cosa" if cuantas == 1 else f"faltan {cuantas} cosas"
        return f"Saldrán con la palabra BORRADOR: para el día del informe {faltan} que hoy aún no tocan."

    def _cambiadas(self) -> tuple[int, ...]:
        huellas = self._hojas.exportado.huellas
        return hojas_que_cambiaron(self._sesion.expediente, self._hojas.foto, huellas) if huellas else ()

    def _agregar(self, fila: int, manera: str, hojas: tuple[int, ...], explica: str) -> None:
        if manera:
            nuevo = boton(sin_atajo(manera), lambda: self._pedir(lambda: self._de_manera(manera)), "imprimir")
            self._maneras.addWidget(nuevo, fila, 0)
            self.botones.append(nuevo)
            self._maneras.addWidget(Letrero(explica), fila, 1)
        else:
            self._maneras.addWidget(Letrero(explica), fila, 0, 1, 2)

    def _pedir(self, cuales: Cuales) -> None:
        self._sesion.puerta(IMPRIMIR, lambda: self._imprimir(cuales))

    def _imprimir(self, cuales: Cuales) -> None:
        """Imprime esas, con lo guardado hasta ahora: si hay algo nuevo, cuando estén sus hojas."""
        self._pedido = cuales
        if not self._hojas.al_dia:
            self._hojas.pedir()
        elif not self._hojas.haciendo:
            self._seguir_con_lo_pedido()

    def _seguir_con_lo_pedido(self) -> None:
        pedido, self._pedido = self._pedido, None
        if pedido is None:
            return
        hojas = pedido()
        if not hojas:
            self._decir_que_no_hay()
        elif self.en_papel.hay_en_que():
            borrador = " Dirán BORRADOR." if self._hojas.exportado.por_corregir else ""
            self.dijo.emit(f"Imprimir {decir_hojas(hojas)}.{borrador}")
            self.en_papel.escoger(hojas, f"Informe {self._sesion.trimestre}", self.mandar)

    def _decir_que_no_hay(self) -> None:
        """Lo que se pidió ya no está: lo que se acaba de guardar cambió las hojas."""
        frase = "De lo que pidió no hay ninguna hoja. Elija en Informe cuáles imprimir."
        self._estado.decir(frase, "atencion")
        self.dijo.emit(frase)

    def mandar(self, hojas: Sequence[int], impresora: Any) -> None:
        """Manda esas hojas a la impresora."""
        self._por_imprimir = tuple(hojas)
        for cada in self.botones:
            cada.setEnabled(False)
        self.en_papel.mandar(self._hojas.datos, hojas, impresora)

    def _decir_avance(self, van: int, son: int) -> None:
        self._decir(f"Mandando las hojas a la impresora: {van} de {son}…", "letra_tenue")

    def _terminar(self, bien: bool) -> None:
        if bien:
            self._sesion.espera.cuando_se_pueda(self._acabar)
        else:
            self._refrescar()
            self.dijo.emit("No se imprimió.")

    def _acabar(self) -> None:
        self._recordar()
        self._refrescar()
        frase = f"Se mandó a imprimir: {decir_hojas(self._por_imprimir)}."
        self._estado.decir(frase, "bien")
        self.dijo.emit(frase)

    def _recordar(self) -> None:
        """Recuerda lo impreso cuando ya no queda en papel ninguna hoja vieja."""
        huellas = self._hojas.exportado.huellas
        foto = self._hojas.foto
        if huellas and set(self._cambiadas()) <= set(self._por_imprimir) and not self._sesion.solo_leer:
            try:
                marcar_impreso(self._sesion.expediente, foto, huellas)
            except ErrorEsperado as error:
                avisos.advertir(self, "Se imprimió, pero no quedó anotado qué hojas.", str(error))
