"""La ficha de un medio —oficio, correo, llamada—: el que está, o uno nuevo."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QWidget

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.medios import con_medio, con_otro_medio
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.plan.arbol import Medio
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha, campo, filas

_EXPLICA = "Por dónde llega o se manda algo. Se escoge al anotar y se dice en las frases."


class FichaDeMedio(Ficha):
    """Cómo se dice en una frase, cómo se cuentan los suyos y si llevan número."""

    va_en_la_hoja = False

    def __init__(self, medio: Medio | None) -> None:
        super().__init__()
        self.titulo, self.guardar = ("Medio", "Guardar") if medio else ("Medio nuevo", "Agregar")
        self._medio = era = medio
        unidad = era.unidad if era else Sustantivo("", "")
        self.frase = campo("Cómo se dice", era.frase if era else "", "Mediante… correo electrónico")
        self.uno = campo("Uno", unidad.singular, "uno: correo")
        self.varios = campo("Varios", unidad.plural, "varios: correos")
        self.genero = ListaQueCede("Género", 5)
        self.genero.addItem("el / los", "m")
        self.genero.addItem("la / las", "f")
        self.genero.setCurrentIndex(self.genero.findData(unidad.genero))
        self.numero = agrandar(QCheckBox("Cada uno lleva su número, como los oficios"))
        self.numero.setChecked(bool(era and era.con_folio))
        cuenta = QWidget()
        hilera = HileraQueSeParte(cuenta, entre=6)
        for n, pieza in enumerate((self.uno, self.varios, self.genero)):
            hilera.agregar(pieza, 1 if n < 2 else 0)
        filas(
            self,
            (
                ("", Letrero(_EXPLICA, "letra_tenue")), ("Se dice", self.frase), ("Se cuenta", cuenta),
                ("", self.numero),
            ),
        )  # fmt: skip
        for pieza in (self.frase, self.uno, self.varios):
            pieza.textChanged.connect(lambda _: self.cambio.emit())
        self.genero.currentIndexChanged.connect(lambda _: self.cambio.emit())
        self.numero.toggled.connect(lambda _: self.cambio.emit())

    def dicho(self) -> Medio:
        unidad = Sustantivo(self.uno.text().strip(), self.varios.text().strip(), self.genero.currentData())
        clave = self._medio.clave if self._medio else ""
        return Medio(clave, self.frase.text().strip(), unidad, self.numero.isChecked())

    def pedido(self) -> Cambio | None:
        medio = self.dicho()
        if self._medio is None:
            return Cambio("Agregar un medio", lambda plan: con_medio(plan, medio))
        return Cambio("Cambiar un medio", lambda plan: con_otro_medio(plan, medio))

    def empezar(self) -> None:
        self.frase.setFocus()
        self.frase.selectAll()
