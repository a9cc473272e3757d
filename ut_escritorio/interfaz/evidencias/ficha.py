"""La evidencia elegida: su pie, qué es y lo que se le hace."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, QStandardPaths
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.anexos import dichos
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, que_quepa
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.campo_escrito import con_pie
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeTexto
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.evidencias.abridor import Abridor
from ut_escritorio.interfaz.evidencias.usar_tambien import UsarTambien
from ut_escritorio.servicios.evidencias import adjuntar as servicio
from ut_escritorio.servicios.evidencias import dar
from ut_escritorio.servicios.evidencias.lista import destinos

_NO_PUEDE_SALIR = "No tiene hojas que imprimir: es un correo, o un PDF con contraseña."


class FichaDeEvidencia(QWidget):
    """Sin ninguna, no se ve. Lo que se le hace, también con las teclas de la lista, por `hacer`."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion, self._abridor = sesion, Abridor(sesion, self)
        self._de: Sitio = Sitio()
        self.evidencia: Evidencia | None = None
        self.pie = CampoDeTexto("Pie", "Lo que se lee debajo de la foto")
        self.sale = QCheckBox("Sale en el informe")
        self.que_es = Letrero(tinta="letra_tenue")
        self.antes = boton("", lambda: self._mover(-1), "anterior", "Más a la izquierda, Alt+←")
        self.despues = boton("", lambda: self._mover(1), "siguiente", "Más a la derecha, Alt+→")
        for pieza, nombre in ((self.antes, "Más a la izquierda"), (self.despues, "Más a la derecha")):
            pieza.setAccessibleName(nombre)
        self.abrir = boton("Abrir", self._abrir, "abrir", "Espacio o doble clic")
        self.guardar = boton("Guardar una copia…", self._guardar_copia, "guardar")
        self.tambien = boton("Usar también en…", self._usar_tambien, "agregar")
        self.quitar = boton("Quitar", self._quitar, "quitar", "Supr")
        self._armar()
        self.pie.cambio.connect(self._poner_pie)
        self.sale.toggled.connect(self._poner_si_sale)

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        rotulo = QLabel("&Pie")
        rotulo.setBuddy(self.pie)
        del_pie = QHBoxLayout()
        del_pie.addWidget(rotulo)
        del_pie.addLayout(con_pie(self.pie)[0], 1)
        del_pie.addWidget(self.sale)
        hilera = HileraQueSeParte(entre=8)
        for pieza in (self.antes, self.despues, self.abrir, self.guardar, self.tambien, self.quitar):
            hilera.agregar(pieza)
        acomodo.addLayout(del_pie)
        acomodo.addLayout(hilera)
        acomodo.addWidget(self.que_es)

    def poner(self, evidencia: Evidencia | None, dueno: Origen | None, lugar: str) -> None:
        """Enseña esa, vista en un dueño de un lugar; el pie que quedó a medias se guarda en la de antes."""
        if evidencia is None or self.evidencia is None or evidencia.uid != self.evidencia.uid:
            self.pie.guardar_ya()
            self.pie.soltar()
        self.evidencia = evidencia
        self.setVisible(evidencia is not None)
        if evidencia is None:
            return
        self._de = Sitio(lugar, dueno or evidencia.dueno, campo=f"pie {evidencia.uid}")
        fija = evidencia.firme or bool(self._sesion.solo_leer)
        self._sesion.sin_guardar.mostrar(self.pie, self._de, evidencia.pie)
        self.pie.setReadOnly(fija)
        for pieza in (self.quitar, self.antes, self.despues):
            pieza.setEnabled(not fija)
        with QSignalBlocker(self.sale):
            self.sale.setChecked(evidencia.sale)
        self.sale.setEnabled(evidencia.puede_salir and not fija)
        self.sale.setToolTip("" if evidencia.puede_salir else _NO_PUEDE_SALIR)
        self.abrir.setEnabled(dar.se_puede_abrir(evidencia))
        self.tambien.setEnabled(not self._sesion.solo_leer)
        de_su_oficio = "Es del oficio que este renglón dice." if evidencia.dueno != dueno else ""
        firme = "La tenía el informe que se firmó: ya no cambia." if evidencia.firme else ""
        anexo = dichos(self._en_que_anexo(evidencia))
        dicho = " ".join(filter(None, (anexo and f"{anexo}.", de_su_oficio, que_es(evidencia), firme)))
        self.que_es.decir(que_quepa(dicho))  # un nombre larguísimo, entero, no dejaría angostar la pestaña

    def _en_que_anexo(self, evidencia: Evidencia) -> tuple[int, ...]:
        numero = self._sesion.foto.anexos.numero_de.get(evidencia.contenido)
        return (numero,) if numero and evidencia.sale else ()

    def asentar(self) -> None:
        """Guarda el pie que esté a medio escribir."""
        self.pie.guardar_ya()

    def hacer(self, pedido: str) -> None:
        """Lo que una tecla o un doble clic piden, si se puede."""
        pedidos: Mapping[str, Callable[[], None]] = {
            "abrir": self._abrir, "quitar": self._quitar,
            "antes": lambda: self._mover(-1), "despues": lambda: self._mover(1),
        }  # fmt: skip
        pedidos[pedido]()

    def _poner_pie(self, texto: str) -> None:
        if self.evidencia is not None:
            escrito = Escrito(self._de, f"Pie de «{self.evidencia.nombre}»", texto)
            self._sesion.guardar(escrito, servicio.poner_pie, self.evidencia.uid, texto)

    def _poner_si_sale(self, si: bool) -> None:
        evidencia = self.evidencia
        if evidencia is not None and not self._sesion.logra(servicio.salir, evidencia.uid, si):
            with QSignalBlocker(self.sale):
                self.sale.setChecked(evidencia.sale)

    def _mover(self, pasos: int) -> None:
        if self.evidencia is not None and not self.evidencia.firme:
            self._sesion.hacer(servicio.mover, self.evidencia.dueno, self.evidencia.uid, pasos)

    def _quitar(self) -> None:
        """La quita, sin preguntar: se puede deshacer."""
        evidencia, de = self.evidencia, self._de
        if evidencia is None or evidencia.firme:
            return
        self._sesion.hacer(servicio.quitar, (evidencia.uid,))
        if self.evidencia is None or self.evidencia.uid != evidencia.uid:
            self._sesion.sin_guardar.soltar(de)

    def _abrir(self) -> None:
        evidencia = self.evidencia
        if evidencia is None or not dar.se_puede_abrir(evidencia):
            return
        if empieza := self._sesion.consultar(lambda exp, _: dar.empieza(exp, evidencia)):
            nombre = dar.nombre_de(evidencia, empieza)
            self._abridor.abrir(evidencia.contenido, nombre, dar.si_falta(evidencia))

    def _usar_tambien(self) -> None:
        evidencia = self.evidencia
        todos = evidencia and self._sesion.consultar(destinos)
        if evidencia is not None and todos:
            otros = [destino for destino in todos if destino[0] != evidencia.dueno]
            UsarTambien(
                self, evidencia.dicha, otros,
                lambda dueno: self._sesion.logra(servicio.usar_tambien, evidencia, dueno),
            ).open()  # fmt: skip

    def _guardar_copia(self) -> None:
        evidencia = self.evidencia
        empieza = evidencia and self._sesion.consultar(lambda exp, _: dar.empieza(exp, evidencia))
        if not evidencia or not empieza:
            return
        propuesta = carpeta_de_imagenes() / dar.nombre_de(evidencia, empieza)

        def guardar(ruta: Path) -> None:
            self._abridor.copiar(evidencia.contenido, ruta, dar.si_falta(evidencia))

        avisos.pedir_donde_guardar(self, "Guardar una copia", propuesta, f"*{propuesta.suffix}", guardar)


def que_es(evidencia: Evidencia) -> str:
    """«IMG_2231.jpg · Foto, 196 KB», cuándo se tomó si la foto lo dice, y si llegó ya firmado el informe."""
    tomada = f" · {evidencia.tomada:%d/%m/%Y %H:%M}" if evidencia.tomada else ""
    return f"{evidencia.nombre} · {evidencia.que_es}{tomada}. {evidencia.llego_despues}".rstrip()


def carpeta_de_imagenes() -> Path:
    """Donde el sistema guarda las imágenes o, si no la hay, la de la persona."""
    carpeta = Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation))
    return carpeta if carpeta.is_dir() else Path.home()
