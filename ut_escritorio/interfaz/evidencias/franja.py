"""Las evidencias de algo: sus miniaturas, la ficha de la elegida y por dónde llegan otras."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QSignalBlocker, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon, QKeySequence, QPixmap, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QListWidgetItem, QVBoxLayout, QWidget
from shiboken6 import isValid

from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.trimestre.evidencias import Evidencia
from ut_escritorio.interfaz.comunes.aspecto.iconos import crecido
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_marcado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.evidencias.adjuntador import adjuntador_de
from ut_escritorio.interfaz.evidencias.ficha import FichaDeEvidencia, carpeta_de_imagenes, que_es
from ut_escritorio.interfaz.evidencias.lista import ListaDeMiniaturas
from ut_escritorio.interfaz.evidencias.llegadas import Recibe, recibidos
from ut_escritorio.interfaz.evidencias.miniaturas import Miniaturas, de_su_clase, medida
from ut_escritorio.servicios.archivo.expediente import Cambios, Cosas
from ut_escritorio.servicios.evidencias.adjuntar import evidencias_de
from ut_escritorio.servicios.evidencias.clases import SE_ADJUNTAN
from ut_escritorio.servicios.evidencias.preparar import de_rutas

_FILTRO = f"Fotos, PDF y correos ({' '.join(f'*{extension}' for extension in SE_ADJUNTAN)})"
_LEE: Cosas = frozenset({"evidencias", "renglones", "libro", "firmados", "plan"})
_CADA_RATO = 4000  # milisegundos
_COMO = "Arrastre aquí fotos, PDF o correos, o péguelos con Ctrl+V."


class FranjaDeEvidencias(QWidget):
    """Las de un renglón, una actividad o un oficio, que puede cambiar; sin dueño no se ve.

    `llegaron` sale cuando hay nuevas, para dejarlas a la vista.
    """

    llegaron = Signal()

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._dueno: Origen | None = None
        self._lugar, self._leidas = "", False
        self._atajos: list[QShortcut] = []
        self.evidencias: tuple[Evidencia, ...] = ()
        self.titulo, self._como = Letrero(negrita=True), Letrero(_COMO, "letra_tenue")
        self.adjuntar = boton("Adjuntar…", self.escoger, "adjuntar", "Ctrl+J")
        self.lista, self.ficha = ListaDeMiniaturas(), FichaDeEvidencia(sesion)
        self._miniaturas = Miniaturas(self, self._leer)
        self._otra_vez = QTimer(self, interval=_CADA_RATO, singleShot=True)
        self._otra_vez.timeout.connect(self.refrescar)
        self._armar()
        self.lista.currentItemChanged.connect(lambda *_: self._mostrar_elegida())
        self.lista.pide.connect(self.ficha.hacer)
        for pieza in (self, self.lista.viewport()):
            Recibe(pieza).solto.connect(lambda datos, _: self.recibir(datos))
        sesion.cambio.connect(self._al_cambiar)
        self.hide()

    def _armar(self) -> None:
        arriba = self._arriba = QHBoxLayout()
        arriba.addWidget(self.titulo)
        arriba.addWidget(self._como, 1)
        arriba.addWidget(self.adjuntar)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 4, 0, 0)
        acomodo.addLayout(arriba)
        acomodo.addWidget(self.lista)
        acomodo.addWidget(self.ficha)

    def atajos_en(self, pieza: QWidget) -> None:
        """En esa pieza, Ctrl+V pega aquí y Ctrl+J adjunta; en un campo de texto, Ctrl+V sigue siendo suyo.

        Sin dueño no son de nadie: la ventana dice qué elegir antes.
        """
        pegar = QKeySequence(QKeySequence.StandardKey.Paste)
        for teclas, hacer in ((pegar, self.pegar), (QKeySequence("Ctrl+J"), self.escoger)):
            atajo = QShortcut(teclas, pieza)
            atajo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            atajo.activated.connect(hacer)
            atajo.setEnabled(self._dueno is not None)
            self._atajos.append(atajo)

    # --- lo que se ve ---------------------------------------------------------------------------

    def mostrar(self, dueno: Origen | None, lugar: str = "") -> None:
        """Enseña las de ese dueño; `lugar` es dónde está. Lo a medio escribir de antes se guarda."""
        if dueno != self._dueno:
            self.ficha.poner(None, None, "")
            with QSignalBlocker(self.lista):
                self.lista.clear()
            self.evidencias, self._leidas = (), False
        self._dueno, self._lugar = dueno, lugar
        self.setVisible(dueno is not None)
        for atajo in self._atajos:
            atajo.setEnabled(dueno is not None)
        self.refrescar()

    def refrescar(self) -> None:
        """Vuelve a leerlas; la elegida sigue elegida."""
        if self._dueno is None:
            return
        dueno = self._dueno
        leidas = self._sesion.consultar(lambda exp, t: evidencias_de(exp, t, dueno), self._no_se_leyeron)
        if leidas is None:
            return
        if leidas != self.evidencias:
            self._poner(leidas)
        self._leidas = True
        self.titulo.decir(_titulo(self.evidencias))
        self._arriba.setStretch(0, int(any(cada.llego for cada in self.evidencias)))  # largo: que no se parta
        self.adjuntar.setEnabled(not self._sesion.solo_leer)
        self._como.decir(self._sesion.solo_leer or _COMO, "letra_tenue")
        self.lista.setVisible(bool(self.evidencias))
        self._mostrar_elegida()

    def _no_se_leyeron(self, por_que: str) -> None:
        self._como.decir(f"No se pudieron leer, y se vuelve a intentar solo. {por_que}", "atencion")
        self._otra_vez.start()

    def _poner(self, evidencias: tuple[Evidencia, ...]) -> None:
        antes, elegida, fila = {e.uid for e in self.evidencias}, self.elegida(), self.lista.currentRow()
        nuevas = [n for n, e in enumerate(evidencias) if self._leidas and e.uid not in antes]
        suya = [n for n, e in enumerate(evidencias) if elegida and e.uid == elegida.uid]
        self.evidencias = evidencias
        self._miniaturas.olvidar()
        with QSignalBlocker(self.lista):
            self.lista.clear()
            for evidencia in evidencias:
                self.lista.addItem(self._renglon(evidencia))
            self.lista.setCurrentRow([*nuevas, *suya, max(0, min(fila, len(evidencias) - 1))][0])
        if nuevas:
            self.llegaron.emit()

    def _renglon(self, evidencia: Evidencia) -> QListWidgetItem:
        renglon = QListWidgetItem(QIcon(de_su_clase(evidencia)), _rotulo(evidencia))
        renglon.setToolTip(sin_marcado(evidencia.dicha))
        renglon.setData(Qt.ItemDataRole.AccessibleTextRole, f"{evidencia.dicha}. {que_es(evidencia)}")
        renglon.setSizeHint(QSize(medida().width() + crecido(20), self.lista.alto_de_cada()))

        def al_tener(imagen: QPixmap) -> None:
            if isValid(self.lista) and evidencia in self.evidencias:
                renglon.setIcon(QIcon(imagen))

        self._miniaturas.pedir(evidencia, al_tener)
        return renglon

    def _leer(self, contenido: str) -> bytes | None:
        return self._sesion.consultar(lambda exp, _: exp.contenido(contenido), lambda _: None)

    def elegida(self) -> Evidencia | None:
        """La que está elegida."""
        fila = self.lista.currentRow()
        return self.evidencias[fila] if 0 <= fila < len(self.evidencias) else None

    def _mostrar_elegida(self) -> None:
        self.ficha.poner(self.elegida(), self._dueno, self._lugar)

    def _al_cambiar(self, cambios: Cambios) -> None:
        if not cambios.accion or _LEE & cambios.cosas:
            self.refrescar()

    def asentar(self) -> None:
        """Guarda el pie que esté a medio escribir."""
        self.ficha.asentar()

    def enfocar(self) -> QWidget:
        """La pieza donde se pone el cursor para ver lo suyo."""
        return self.lista if self.evidencias else self.adjuntar

    # --- por dónde llegan -----------------------------------------------------------------------

    def escoger(self) -> None:
        """Pregunta qué archivos adjuntar."""
        if self._sesion.solo_leer:
            self._sesion.fallo.emit(self._sesion.solo_leer)
            return
        if (dueno := self._dueno) is None:
            return
        avisos.pedir_archivos(
            self, "Adjuntar", carpeta_de_imagenes(), _FILTRO,
            lambda rutas: adjuntador_de(self._sesion).adjuntar(self, dueno, de_rutas(rutas)),
        )  # fmt: skip

    def pegar(self) -> None:
        """Adjunta la imagen o los archivos copiados."""
        self.recibir(QGuiApplication.clipboard().mimeData())

    def recibir(self, datos: QMimeData) -> None:
        """Adjunta lo que se arrastró o se copió; si no es nada que se pueda, dice por qué."""
        dados = recibidos(self, self._sesion, datos) if self._dueno is not None else None
        if self._dueno is not None and dados is not None:
            adjuntador_de(self._sesion).adjuntar(self, self._dueno, dados)


def _titulo(evidencias: tuple[Evidencia, ...]) -> str:
    """«Evidencias (4) · 1 llegó después de firmar»."""
    despues = sum(cada.llego is not None for cada in evidencias)
    llegaron = f" · {despues} {'llegó' if despues == 1 else 'llegaron'} después de firmar" if despues else ""
    return f"Evidencias ({len(evidencias)}){llegaron}" if evidencias else "Evidencias"


def _rotulo(evidencia: Evidencia) -> str:
    """Lo que se lee bajo su miniatura: su pie o, si no tiene, su nombre o qué es."""
    if evidencia.con_clave:
        return "PDF con contraseña"
    if evidencia.clase != "foto" and not evidencia.pie:
        return evidencia.que_es.split(",")[0]
    return evidencia.dicha
