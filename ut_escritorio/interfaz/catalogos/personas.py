"""Personas y cargos: «A partir del 01/01/2031 la Titular es…», y quién lo ha sido."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QListWidget,
    QVBoxLayout,
    QWidget,
)

from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficina.firmantes import cargo_conocido, ocupante
from ut_escritorio.dominio.vigencia import vigente
from ut_escritorio.interfaz.catalogos.lectura import historia_de, puestos
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
        self._sesion, self._catalogo, self._cargo = sesion, Catalogo(), ""
        self.puesto = ListaQueCede("Puesto", 10)
        self.desde = campo_de_fecha("A partir de", sesion.reloj.hoy, sesion.reloj.hoy())
        self.nombre, self.cargo = _campo("Nombre, como se firma"), _campo("Cargo, como se imprime")
        self.guardar = boton("&Guardar", self._guardar, "guardar")
        self.historia = QListWidget()
        self.historia.setAccessibleName("Quién lo ha ocupado")
        self.historia.setWordWrap(True)
        self.corregir = boton("&Corregir cómo se escribe su nombre…", self._corregir, "a_mano")
        self._armar()
        self.puesto.currentIndexChanged.connect(lambda _: self._mostrar())
        self.puesto.currentTextChanged.connect(lambda cargo: self.puesto.setToolTip(sin_marcado(cargo)))

    def poner(self, catalogo: Catalogo) -> None:
        """Muestra lo que dice el archivo, sin dejar el puesto en que ella está."""
        if self._catalogo == catalogo:
            return
        self._catalogo = catalogo
        actual = self.puesto.currentData() or self._el_primero_sin_nadie(catalogo)
        self.puesto.blockSignals(True)
        self.puesto.clear()
        for clave, cargo in puestos(self._sesion.foto.plan, catalogo):
            self.puesto.addItem(sin_atajo(cargo), clave)
        self.puesto.setCurrentIndex(max(0, self.puesto.findData(actual)))
        self.puesto.blockSignals(False)
        self.puesto.setToolTip(sin_marcado(self.puesto.currentText()))
        self._mostrar()

    def _el_primero_sin_nadie(self, catalogo: Catalogo) -> str:
        """El primer puesto que hoy no ocupa nadie: es el que se viene a decir."""
        plan, hoy = self._sesion.foto.plan, self._sesion.reloj.hoy()
        claves = (clave for clave, _ in puestos(plan, catalogo))
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

    def _mostrar(self) -> None:
        puesto = self.puesto.currentData() or ""
        hoy = self._sesion.reloj.hoy()
        quien = ocupante(self._catalogo, puesto, hoy)
        self.desde.poner(hoy)
        self.nombre.clear()
        self.nombre.setPlaceholderText(f"Ahora: {quien.nombre}" if quien else "Nombre, como se firma")
        self._cargo = quien.cargo if quien else cargo_conocido(self._catalogo, puesto)
        self.cargo.setText(self._cargo)
        self.cargo.setCursorPosition(0)
        self.historia.clear()
        self.historia.addItems(historia_de(self._catalogo, puesto))
        self.corregir.setEnabled(quien is not None)

    def sin_guardar(self) -> bool:
        """Si hay algo escrito que no se ha guardado."""
        return bool(self.nombre.text().strip()) or self.cargo.text() != self._cargo

    def _guardar(self) -> None:
        puesto = self.puesto.currentData() or ""
        dia: date | None = self.desde.fecha() if self._catalogo.nombrados(puesto) else None
        datos = puesto, self.nombre.text(), self.cargo.text(), dia
        self._sesion.hacer(servicio.poner_ocupante, *datos)

    def _corregir(self) -> None:
        puesto, hoy = self.puesto.currentData(), self._sesion.reloj.hoy()
        suyo = vigente((n for n in self._catalogo.nombramientos if n.puesto == puesto), hoy)
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
