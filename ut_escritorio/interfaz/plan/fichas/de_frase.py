"""La ficha de una frase: con qué palabras se dice lo que se anota, y qué datos propios pide."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QWidget

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.frases import con_frase, con_otra_frase, ejemplo_de
from ut_escritorio.dominio.cambios_del_plan.armado.ofrecidos import Dato, datos_para
from ut_escritorio.dominio.impreso.contexto import CAMPOS_DE_RENGLON
from ut_escritorio.dominio.impreso.menciones import Donde
from ut_escritorio.dominio.palabras.patrones import raices_de
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.plan.rotulado import nombres_de_cifras
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, sin_atajo
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.plan.fichas.con_datos import TextoConDatos
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha, campo, filas
from ut_escritorio.interfaz.plan.fichas.sus_datos import SusDatos

_SIN_EJEMPLO = "Todavía no hay nada anotado que se diga con esta frase."


class FichaDeFrase(Ficha):
    """Su nombre, lo que dice, para qué medios es y los datos que solo ella pide."""

    def __init__(self, plan: Plan, lugar: str, frase: Forma | None) -> None:
        super().__init__()
        self.titulo, self.guardar = ("Frase", "Guardar") if frase else ("Frase nueva", "Agregar")
        self._plan, self._lugar, self._frase = plan, lugar, frase
        era = frase or Forma("", "", "")
        self.datos = SusDatos(era)
        self.nombre = campo("Nombre de la frase", era.nombre, "Con él se escoge al anotar")
        self.texto = TextoConDatos("Lo que dice", era.texto, dict(nombres_de_cifras(plan)), self._datos)
        self.medios = {m.clave: agrandar(QCheckBox(sin_atajo(m.frase))) for m in plan.medios}
        for clave, casilla in self.medios.items():
            casilla.setChecked(clave in era.medios)
        vineta = plan.cadena[lugar][0].estilo.vineta
        self.vineta = agrandar(QCheckBox(f"Empieza con su signo{f' ({vineta})' if vineta else ''}"))
        self.vineta.setChecked(era.vineta)
        self.agrupa = agrandar(QCheckBox("Lo del mismo mes, en un solo párrafo"))
        self.agrupa.setChecked(era.agrupa)
        self.ejemplo = Letrero(tinta="letra_tenue")
        self._armar()
        self._conectar()
        self._al_escribir()

    def dicho(self) -> tuple[object, ...]:
        medios = tuple(clave for clave, casilla in self.medios.items() if casilla.isChecked())
        return (
            self.nombre.text().strip(), self.texto.limpio(), medios, self.vineta.isChecked(),
            self.agrupa.isChecked(), self.datos.propios, tuple(sorted(self.datos.etiquetas().items())),
        )  # fmt: skip

    def pedido(self) -> Cambio | None:
        lugar, es_nueva = self._lugar, self._frase is None

        def cambiado(plan: Plan) -> Plan:
            frase = self._forma()
            return con_frase(plan, lugar, frase) if es_nueva else con_otra_frase(plan, lugar, frase)

        return Cambio(f"{'Agregar' if es_nueva else 'Cambiar'} una frase", cambiado)

    def empezar(self) -> None:
        self.nombre.setFocus()

    def ver(self, foto: FotoTrimestre) -> None:
        """Un renglón suyo dicho con ella."""
        clave = self._frase.clave if self._frase else foto.plan.lugar[self._lugar].formas[-1].clave
        ejemplo = ejemplo_de(foto, self._lugar, clave)
        self.ejemplo.decir(f"Así se lee: «{ejemplo}»" if ejemplo else _SIN_EJEMPLO)

    def _forma(self) -> Forma:
        era = self._frase or Forma("", "", "")
        medios = tuple(clave for clave, casilla in self.medios.items() if casilla.isChecked())
        return replace(
            era,
            nombre=self.nombre.text().strip(),
            texto=self.texto.patron(),
            medios=medios,
            vineta=self.vineta.isChecked(),
            agrupa=self.agrupa.isChecked(),
            campos=self.datos.propios,
            etiquetas=self.datos.etiquetas(),
        )

    def _datos(self) -> tuple[Dato, ...]:
        propios = frozenset(cada.clave for cada in self.datos.propios)
        return datos_para(self._plan, Donde("paso", propios=propios), self.datos.propios)

    def _armar(self) -> None:
        de_medios = QWidget()
        hilera = HileraQueSeParte(de_medios, entre=10)
        for casilla in self.medios.values():
            hilera.agregar(casilla)
        filas(
            self,
            (
                ("Nombre", self.nombre), ("", self.texto), ("", self.ejemplo), ("Pide", self.datos),
                ("Es para", de_medios), ("", self.vineta), ("", self.agrupa),
            ),
        )  # fmt: skip

    def _conectar(self) -> None:
        self.nombre.textChanged.connect(lambda _: self.cambio.emit())
        self.texto.cambio.connect(self._al_escribir)
        self.texto.cambio.connect(self.cambio)
        self.datos.agregado.connect(self._al_pedir)
        self.datos.cambio.connect(self._al_cambiar_datos)
        for casilla in (*self.medios.values(), self.vineta, self.agrupa):
            casilla.toggled.connect(lambda _: self.cambio.emit())

    def _al_escribir(self) -> None:
        """Los datos que la frase dice ahora; a medio escribir, los de antes."""
        with suppress(ValorInvalido):
            dichos = raices_de(self.texto.patron()) | set(self.datos.etiquetas())
            self.datos.usa(sorted(dichos & CAMPOS_DE_RENGLON))

    def _al_pedir(self, clave: str) -> None:
        self.texto.ofrecer()
        self.texto.elegir(clave)

    def _al_cambiar_datos(self) -> None:
        self.texto.ofrecer()
        self.cambio.emit()
