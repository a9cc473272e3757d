"""Paso 3: imprimir para firma, todo, lo de un departamento, un componente o las hojas que cambiaron."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ut_escritorio.dominio.palabras.redaccion import decir_hojas
from ut_escritorio.dominio.plan.lugares import rotulo
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_atajo, vaciar
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.salidas import IMPRIMIR
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.informe import al_pedirlo
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


class Imprimir(QWidget):
    """Un botón por manera de imprimir, con las hojas que saldrían."""

    def __init__(self, sesion: Sesion, hojas: Hojas) -> None:
        super().__init__()
        self._sesion, self._hojas = sesion, hojas
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAccessibleName("Imprimir para firma")
        self._impresion: Any = None
        self._pedida = ""
        self._viendo = ""
        self._ofrecidas: tuple[int, ...] = ()
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

    def proponer(self, lugar: str) -> None:
        """Pone primero el componente de ese lugar, el que ella estaba viendo; sin él, lo de siempre."""
        cadena = self._hojas.foto.plan.cadena.get(lugar, ())
        self._viendo = cadena[0].clave if cadena else ""
        self.setFocus()  # aquí espera el cursor mientras se hacen las hojas
        self._refrescar()

    def _refrescar(self) -> None:
        """Pone las maneras que hay con las hojas de ahora."""
        vaciar(self._maneras)
        self.botones = []
        if self._hojas.al_dia and not self._hojas.haciendo:
            for fila, manera in enumerate(self._posibles()):
                self._agregar(fila, *manera)
            en_el_paso_1 = bool(self._sesion.revision.senales.por_corregir)
            self._estado.decir(_borrador(self._hojas.exportado, en_el_paso_1), "atencion")
            self._poner_el_cursor()
            self._seguir_con_la_pedida()
        else:
            self._estado.decir(self._hojas.error or "Haciendo las hojas…", "letra_tenue")

    def _poner_el_cursor(self) -> None:
        """En lo primero que se ofrece; si ya se fue a otro lado, se queda allá."""
        if self.hasFocus():
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
        maneras = [*self._lo_que_veia(todas), ("Todo", todas, f"{len(todas)} hojas")]
        cambiaron = self._cambiadas()
        if cambiaron and cambiaron != todas:
            maneras.append(("Hojas que cambiaron", cambiaron, decir_hojas(cambiaron).capitalize()))
        elif not cambiaron and exportado.huellas:
            maneras.append(("", (), "Ninguna hoja ha cambiado desde la última impresión para firma."))
        for nombre, hojas in hojas_de_departamentos(self._hojas.foto.plan, exportado.hojas, len(todas)):
            maneras.append((nombre, hojas, decir_hojas(hojas).capitalize()))
        return maneras

    def _lo_que_veia(self, todas: tuple[int, ...]) -> list[tuple[str, tuple[int, ...], str]]:
        """El componente desde el que se pidió imprimir, si alguna hoja es suya."""
        plan = self._hojas.foto.plan
        if self._viendo not in plan.lugar:
            return []
        hojas = hojas_de_componente(plan, self._hojas.exportado.hojas, len(todas), self._viendo)
        return [(rotulo(plan.lugar[self._viendo]), hojas, decir_hojas(hojas).capitalize())] if hojas else []

    def _cambiadas(self) -> tuple[int, ...]:
        huellas = self._hojas.exportado.huellas
        return hojas_que_cambiaron(self._sesion.expediente, self._hojas.foto, huellas) if huellas else ()

    def _agregar(self, fila: int, manera: str, hojas: tuple[int, ...], explica: str) -> None:
        if manera:
            nuevo = boton(sin_atajo(manera), lambda: self._pedir(manera), "imprimir")
            self._maneras.addWidget(nuevo, fila, 0)
            self.botones.append(nuevo)
            self._maneras.addWidget(Letrero(explica), fila, 1)
        else:
            self._maneras.addWidget(Letrero(explica), fila, 0, 1, 2)

    def _pedir(self, manera: str) -> None:
        """Imprime de esa manera; si al pasar la puerta se guardó algo, cuando estén las hojas nuevas."""

        def seguir() -> None:
            self._pedida = manera
            if not self._hojas.al_dia:
                self._hojas.pedir()
            elif not self._hojas.haciendo:
                self._seguir_con_la_pedida()

        self._sesion.puerta(IMPRIMIR, seguir)

    def _seguir_con_la_pedida(self) -> None:
        pedida, self._pedida = self._pedida, ""
        if not pedida:
            return
        hojas = next((hojas for manera, hojas, _ in self._posibles() if manera == pedida), None)
        if hojas is None:
            self._estado.decir(
                "Lo que se acaba de guardar cambió las hojas. Elija cuáles imprimir.", "atencion"
            )
        else:
            self._pedir_impresora(hojas)

    def _pedir_impresora(self, hojas: Sequence[int]) -> None:
        if not al_pedirlo.impresion().hay_impresora():
            avisos.advertir(self, "En este equipo no hay ninguna impresora.", _SIN_IMPRESORA)
            return
        impresora = al_pedirlo.impresion().nueva_impresora()
        self._ofrecidas = tuple(hojas)
        impresora.setDocName(f"Informe {self._sesion.trimestre}")

        def imprimir() -> None:
            self.mandar(al_pedirlo.impresion().hojas_pedidas(hojas, impresora), impresora)

        avisos.elegir_impresora(self, impresora, min(hojas), max(hojas), imprimir)

    def mandar(self, hojas: Sequence[int], impresora: Any) -> None:
        """Manda esas hojas a la impresora; si no hay ninguna, lo dice."""
        if not hojas:
            al_pedirlo.impresion().decir_que_nada_salio(self, self._ofrecidas)
            return
        self._por_imprimir = tuple(hojas)
        self._impresion = al_pedirlo.impresion().Impresion(self, self._hojas.datos, hojas, impresora)
        self._impresion.termino.connect(self._terminar)
        self._impresion.avanzo.connect(self._decir_avance)
        for cada in self.botones:
            cada.setEnabled(False)
        self._decir_avance(0, len(hojas))
        self._impresion.empezar()

    def _decir_avance(self, van: int, son: int) -> None:
        self._estado.decir(f"Mandando las hojas a la impresora: {van} de {son}…", "letra_tenue")

    def _terminar(self, bien: bool) -> None:
        self._impresion.deleteLater()
        self._impresion = None
        if not bien:
            avisos.advertir(
                self, "No se pudo imprimir.", "Revise que la impresora esté encendida y con papel."
            )
            self._refrescar()
            return
        self._sesion.espera.cuando_se_pueda(self._acabar)

    def _acabar(self) -> None:
        self._recordar()
        self._refrescar()
        self._estado.decir(f"Se mandó a imprimir: {decir_hojas(self._por_imprimir)}.", "bien")

    def _recordar(self) -> None:
        """Recuerda lo impreso cuando ya no queda en papel ninguna hoja vieja."""
        huellas = self._hojas.exportado.huellas
        foto = self._hojas.foto
        if huellas and set(self._cambiadas()) <= set(self._por_imprimir) and not self._sesion.solo_leer:
            try:
                marcar_impreso(self._sesion.expediente, foto, huellas)
            except ErrorEsperado as error:
                avisos.advertir(self, "Se imprimió, pero no quedó anotado qué hojas.", str(error))


def _borrador(exportado: Any, en_el_paso_1: bool) -> str:
    """Avisa si las hojas saldrían como borrador."""
    if not exportado.por_corregir:
        return ""
    if en_el_paso_1:
        return "Saldrán con la palabra BORRADOR: hay algo que corregir (paso 1)."
    cuantas = len(exportado.por_corregir)
    faltan = "falta una cosa" if cuantas == 1 else f"faltan {cuantas} cosas"
    return f"Saldrán con la palabra BORRADOR: para el día del informe {faltan} que hoy aún no tocan."
