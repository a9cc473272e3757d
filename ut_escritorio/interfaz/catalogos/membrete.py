"""Logotipos, administración, pie y leyenda, con la hoja tal como se va a imprimir."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import (
    QGridLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.oficina.cambios import con_papel, papel_en
from ut_escritorio.dominio.oficina.catalogo import Catalogo, PapelMembretado
from ut_escritorio.dominio.trimestre.eleccion import Eleccion
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.catalogos.lectura import desde_cuando
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.de_renglon import campo_de_fecha
from ut_escritorio.interfaz.comunes.campos.logotipos import Logotipos
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio, CuadroLimpio
from ut_escritorio.interfaz.comunes.papel.exportacion import hojear_foto
from ut_escritorio.interfaz.comunes.papel.sobre_papel import sobre_papel
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.oficina import catalogos as servicio
from ut_escritorio.servicios.oficina.plan import cambiar_leyenda, plan_de

_ANCHO, _ALTO = 396, 512
_PAUSA = 500
_ORILLA = 9


class Membrete(QWidget):
    """Lo que se dice a la izquierda se ve a la derecha un instante después."""

    def __init__(self, sesion: Sesion, catalogo: Catalogo) -> None:
        super().__init__()
        self._sesion, self._otra_vez = sesion, False
        self._tarea: Tarea | None = None
        self._mostrado: tuple[tuple[PapelMembretado, ...], str] | None = None
        shas = {logo.sha256 for papel in catalogo.papeles for logo in papel.logos}
        imagenes = {sha256: sesion.expediente.contenido(sha256) for sha256 in shas}
        papel = papel_en(catalogo, sesion.reloj.hoy())
        self.desde = campo_de_fecha("A partir de", sesion.reloj.hoy, sesion.reloj.hoy())
        self.logos = Logotipos(papel.logos, imagenes, alto=34)
        self.administracion, self.pie, self.leyenda = CuadroLimpio(), CampoLimpio(), CampoLimpio()
        for campo, nombre in (
            (self.administracion, "Administración, un renglón por línea"),
            (self.pie, "Pie de cada hoja"),
            (self.leyenda, f"Leyenda de {sesion.foto.plan.ejercicio}"),
        ):
            campo.setAccessibleName(nombre)
        self.administracion.setTabChangesFocus(True)
        self.administracion.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 14)
        self.guardar = boton("&Guardar", lambda: self.logos.ya_leidos(self._guardar), "guardar")
        self.hoja = QLabel()
        self.hoja.setFixedSize(_ANCHO, _ALTO)
        self.hoja.setFrameShape(QLabel.Shape.StyledPanel)
        self.hoja.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hoja.setAccessibleName("La primera hoja, como se imprimirá")
        self._pausa = QTimer(self, singleShot=True, interval=_PAUSA)
        self._pausa.timeout.connect(self._dibujar)
        self._armar()
        for senal in (
            self.logos.cambio, self.administracion.textChanged, self.pie.textChanged,
            self.leyenda.textChanged, self.desde.cambio,
        ):  # fmt: skip
            senal.connect(lambda *_: self._pausa.start())

    def poner(self, catalogo: Catalogo) -> None:
        """Muestra lo que dice el archivo, sin quitar lo que ella escribe."""
        self._catalogo = catalogo
        guardado = catalogo.papeles, plan_de(self._sesion.expediente, self._sesion.trimestre).leyenda
        if self._mostrado == guardado:
            return
        escribe = self._mostrado is not None and self.sin_guardar()
        self._mostrado = guardado
        self._papel, self._leyenda = papel_en(catalogo, self._sesion.reloj.hoy()), guardado[1]
        if not escribe:
            self._mostrar(self._papel)

    def _mostrar(self, papel: PapelMembretado) -> None:
        self.desde.poner(self._sesion.reloj.hoy())
        self.logos.mostrar(papel.logos)
        self.administracion.setPlainText("\n".join(papel.administracion))
        self.pie.setText(papel.pie)
        self.leyenda.setText(self._leyenda)
        self.leyenda.setCursorPosition(0)
        if self.isVisible():
            self._pausa.start()

    def showEvent(self, event: QShowEvent) -> None:
        """La hoja se dibuja cuando se va a ver."""
        super().showEvent(event)
        self._dibujar()

    def _armar(self) -> None:
        acomodo = HileraQueSeParte(self, van="arriba")
        self.setContentsMargins(_ORILLA, _ORILLA, _ORILLA, _ORILLA)
        izquierda = QVBoxLayout()
        cuadricula = QGridLayout()
        cuadricula.setColumnStretch(1, 1)
        cuadricula.setVerticalSpacing(8)
        for fila, (rotulo, pieza) in enumerate(
            (
                ("A partir del", self.desde),
                ("Logotipos", self.logos),
                ("Administración", self.administracion),
                ("Pie", self.pie),
                (f"Leyenda de {self._sesion.foto.plan.ejercicio}", self.leyenda),
            )
        ):
            letrero = Letrero(rotulo)
            letrero.setWordWrap(False)
            cuadricula.addWidget(letrero, fila, 0)
            cuadricula.addWidget(pieza, fila, 1)
        izquierda.addLayout(cuadricula)
        nota = "Los informes que se firmen antes de ese día llevan el membrete de antes."
        izquierda.addWidget(Letrero(nota, tinta="letra_tenue"))
        izquierda.addWidget(self.guardar, 0, Qt.AlignmentFlag.AlignRight)
        izquierda.addStretch()
        acomodo.agregar(izquierda, 1)
        acomodo.agregar(self.hoja)

    def _renglones(self) -> tuple[str, ...]:
        return tuple(r.strip() for r in self.administracion.toPlainText().splitlines() if r.strip())

    def _cambio_el_papel(self) -> bool:
        dicho = self._renglones(), self.logos.logos, self.pie.text().strip()
        return dicho != (self._papel.administracion, self._papel.logos, self._papel.pie)

    def sin_guardar(self) -> bool:
        """Si lo que se ve no es lo guardado."""
        return self._cambio_el_papel() or self.leyenda.text().strip() != self._leyenda

    def _guardar(self) -> None:
        """Guarda lo que haya cambiado: el membrete desde su día, y la leyenda en todo su año.

        Lo que se ve ya es lo guardado, aunque el día en que empieza a valer no llegue.
        """
        if self._cambio_el_papel():
            hoy, hay_antes = self._sesion.reloj.hoy(), bool(self._catalogo.papeles)
            dia = desde_cuando(self.desde.fecha(), hoy, hay_antes=hay_antes)
            dicho = self._renglones(), self.logos.logos, self.pie.text().strip()
            if not self._sesion.logra(servicio.poner_membrete, dia, *dicho, self.logos.imagenes):
                return
            administracion, logos, pie = dicho
            self._papel = replace(self._papel, administracion=administracion, logos=logos, pie=pie)
        if self.leyenda.text().strip() != self._leyenda:
            self._sesion.logra(cambiar_leyenda, self.leyenda.text())

    # --- la hoja -------------------------------------------------------------------------------

    def _foto(self) -> FotoTrimestre:
        """El informe con solo su portada y el membrete como ella lo tiene escrito."""
        foto, dia = self._sesion.foto, self.desde.fecha() or self._sesion.reloj.hoy()
        catalogo = con_papel(
            self._catalogo, dia, self._renglones(), self.logos.logos, self.pie.text().strip()
        )
        plan = replace(foto.plan, componentes=(), ultima=(), leyenda=self.leyenda.text().strip())
        return replace(
            foto, plan=plan, catalogo=catalogo, fecha_de_firma=dia, eleccion=Eleccion(), firmado=None
        )

    def _dibujar(self) -> None:
        if self._tarea is not None:
            self._otra_vez = True
            return
        self._tarea = hojear_foto(self._foto(), dict(self.logos.imagenes))
        # Métodos propios, no lambdas: si la ventana se cierra antes, Qt ya no los llama.
        self._tarea.hecha.connect(self._ensenar)
        self._tarea.fallida.connect(self._no_se_pudo)
        self._tarea.acabo.connect(self._al_terminar)
        self._tarea.empezar()

    def _al_terminar(self) -> None:
        self._tarea = None
        if self._otra_vez:
            self._otra_vez = False
            self._dibujar()

    def _no_se_pudo(self, error: Exception) -> None:
        self.hoja.setText(str(error))

    def _ensenar(self, hecho: tuple[object, bytes]) -> None:
        octetos = QByteArray(hecho[1])
        lector = QBuffer(octetos)
        lector.open(QIODevice.OpenModeFlag.ReadOnly)
        documento = QPdfDocument(self)
        documento.load(lector)
        fina = self.devicePixelRatioF()
        dibujada = documento.render(0, QSize(_ANCHO, _ALTO) * fina)
        self.hoja.setPixmap(sobre_papel(dibujada, fina))
        documento.close()
        documento.deleteLater()
