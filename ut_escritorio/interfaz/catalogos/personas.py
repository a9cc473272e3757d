"""Personas y cargos: «A partir del 01/01/2031 la Titular es…», y quién lo ha sido."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficina.firmantes import cargo_conocido, ocupante
from ut_escritorio.dominio.plan.puestos import como_se_llaman
from ut_escritorio.dominio.vigencia import vigente
from ut_escritorio.interfaz.catalogos.lectura import desde_cuando, historia_de
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_atajo, sin_marcado
from ut_escritorio.interfaz.comunes.campos.de_renglon import campo_de_fecha
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficina import catalogos as servicio


class Personas(QWidget):
    """Un puesto a la vez: quién lo ocupa desde qué día, y quién antes."""

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion, self._catalogo, self._en, self._cargo = sesion, Catalogo(), "", ""
        self.puesto = ListaQueCede("Puesto", 10)
        self.desde = campo_de_fecha("A partir de", sesion.reloj.hoy, sesion.reloj.hoy())
        self.nombre, self.cargo = _campo("Nombre, como se firma"), _campo("Cargo, como se imprime")
        self.guardar = boton("&Guardar", self._guardar, "guardar")
        self.historia = QListWidget()
        self.historia.setAccessibleName("Quién lo ha ocupado")
        self.historia.setWordWrap(True)
        self.corregir = boton("&Corregir cómo se escribe su nombre…", self._corregir, "a_mano")
        self._armar()
        self.desde.poner(sesion.reloj.hoy())
        self.puesto.currentIndexChanged.connect(lambda _: self._al_elegir())
        self.puesto.currentTextChanged.connect(lambda cargo: self.puesto.setToolTip(sin_marcado(cargo)))

    def poner(self, catalogo: Catalogo) -> None:
        """Muestra lo que dice el archivo, sin dejar el puesto en que ella está ni lo que escribe."""
        if self._catalogo == catalogo:
            return
        self._catalogo = catalogo
        actual = self._en or self._el_primero_sin_nadie(catalogo)
        with QSignalBlocker(self.puesto):
            self.puesto.clear()
            for clave, cargo in como_se_llaman(self._sesion.foto.plan, catalogo):
                self.puesto.addItem(sin_atajo(cargo), clave)
        self._poner_puesto(actual)
        if self.sin_guardar() and self.puesto.currentData() == self._en:
            self._mostrar_historia()
        else:
            self._mostrar()

    def _el_primero_sin_nadie(self, catalogo: Catalogo) -> str:
        """El primer puesto que hoy no ocupa nadie: es el que se viene a decir."""
        plan, hoy = self._sesion.foto.plan, self._sesion.reloj.hoy()
        claves = (clave for clave, _ in como_se_llaman(plan, catalogo))
        return next((clave for clave in claves if ocupante(catalogo, clave, hoy) is None), "")

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(8)
        cuadricula = QGridLayout()
        cuadricula.setColumnStretch(3, 1)
        cuadricula.addWidget(Letrero("A partir del"), 0, 0)
        cuadricula.addWidget(self.desde, 0, 1)
        cuadricula.addWidget(Letrero("en el puesto de"), 0, 2)
        cuadricula.addWidget(self.puesto, 0, 3)
        cuadricula.addWidget(Letrero("está"), 1, 0)
        cuadricula.addWidget(self.nombre, 1, 1, 1, 3)
        cuadricula.addWidget(Letrero("con el cargo de"), 2, 0)
        cuadricula.addWidget(self.cargo, 2, 1, 1, 3)
        acomodo.addLayout(cuadricula)
        hilera = QHBoxLayout()
        nota = "Cada informe lo firma quien ocupa el puesto el día de la firma; lo ya firmado no cambia."
        hilera.addWidget(Letrero(nota, tinta="letra_tenue"), 1)
        hilera.addWidget(self.guardar)
        acomodo.addLayout(hilera)
        acomodo.addWidget(Letrero("Quién lo ha ocupado", negrita=True))
        acomodo.addWidget(self.historia, 1)
        acomodo.addWidget(self.corregir)

    def _poner_puesto(self, clave: str) -> None:
        """Deja elegido un puesto, sin mostrarlo todavía."""
        with QSignalBlocker(self.puesto):
            self.puesto.setCurrentIndex(max(0, self.puesto.findData(clave)))
        self.puesto.setToolTip(sin_marcado(self.puesto.currentText()))

    def _al_elegir(self) -> None:
        """Pasa al puesto elegido; con algo escrito del que se veía, antes pregunta."""
        elegido: str = self.puesto.currentData() or ""
        if not self.sin_guardar():
            self._mostrar()
            return

        def pasar() -> None:
            self._poner_puesto(elegido)
            self._mostrar()

        self._poner_puesto(self._en)
        avisos.preguntar_si_se_pierde(self.window(), pasar, "pasar")

    def _mostrar(self) -> None:
        self._en = puesto = self.puesto.currentData() or ""
        quien = ocupante(self._catalogo, puesto, self._sesion.reloj.hoy())
        self.nombre.clear()
        self.nombre.setPlaceholderText(f"Ahora: {quien.nombre}" if quien else "Nombre, como se firma")
        self._cargo = quien.cargo if quien else cargo_conocido(self._catalogo, puesto)
        self.cargo.setText(self._cargo)
        self.cargo.setCursorPosition(0)
        self.corregir.setEnabled(quien is not None)
        self._mostrar_historia()

    def _mostrar_historia(self) -> None:
        self.historia.clear()
        self.historia.addItems(historia_de(self._catalogo, self._en))

    def sin_guardar(self) -> bool:
        """Si hay algo escrito que no se ha guardado."""
        return bool(self.nombre.text().strip()) or self.cargo.text() != self._cargo

    def _guardar(self) -> None:
        hay_antes = bool(self._catalogo.nombrados(self._en))
        dia = desde_cuando(self.desde.fecha(), self._sesion.reloj.hoy(), hay_antes=hay_antes)
        datos = self._en, self.nombre.text(), self.cargo.text(), dia
        if self._sesion.logra(servicio.poner_ocupante, *datos):
            self.desde.poner(self._sesion.reloj.hoy())
            self._mostrar()

    def _corregir(self) -> None:
        hoy = self._sesion.reloj.hoy()
        suyo = vigente((n for n in self._catalogo.nombramientos if n.puesto == self._en), hoy)
        persona = self._catalogo.persona(suyo.persona) if suyo else None
        if persona is not None:
            avisos.pedir_texto(
                self.window(),
                f"¿Cómo se escribe «{persona.con_tratamiento}»?",
                "Corregir el nombre",
                lambda nombre: self._sesion.logra(servicio.corregir_persona, persona.clave, nombre),
                "Es la misma persona: cambia también en los informes de antes que no se hayan firmado.",
            )


def _campo(nombre: str) -> CampoLimpio:
    campo = CampoLimpio()
    campo.setAccessibleName(nombre)
    return campo
