"""La ficha de una frase: con qué palabras se dice lo que se anota, y qué datos propios pide."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.frases import (
    con_frase,
    con_otra_frase,
    dato_propio,
    ejemplo_de,
)
from ut_escritorio.dominio.cambios_del_plan.armado.ofrecidos import Dato, datos_para
from ut_escritorio.dominio.impreso.menciones import Donde
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.formas import Campo, ClaseDeCampo, Forma
from ut_escritorio.dominio.plan.rotulado import nombres_de_cifras
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, boton, sin_atajo
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.plan.con_datos import TextoConDatos
from ut_escritorio.interfaz.plan.ficha import Ficha, campo, filas

_CLASES: tuple[tuple[str, ClaseDeCampo], ...] = (
    ("un texto", "texto"), ("un número", "numero"), ("una hora", "hora"), ("una fecha", "fecha"),
)  # fmt: skip
_SIN_EJEMPLO = "Todavía no hay nada anotado que se diga con esta frase."


class FichaDeFrase(Ficha):
    """Su nombre, lo que dice, para qué medios es y los datos que solo ella pide."""

    def __init__(self, plan: Plan, lugar: str, frase: Forma | None) -> None:
        super().__init__()
        self.titulo, self.guardar = ("Frase", "Guardar") if frase else ("Frase nueva", "Agregar")
        self._plan, self._lugar, self._frase = plan, lugar, frase
        era = frase or Forma("", "", "")
        self.propios: list[Campo] = list(era.campos)
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
        self.pide = campo("Dato que pide", ayuda="Otro dato que se pide: Sede")
        self.que_es = ListaQueCede("Qué es", 8)
        for dicho, clase in _CLASES:
            self.que_es.addItem(dicho, clase)
        self.pedir = boton("Pedirlo", self._pedir, "agregar")
        self._pedidos = Letrero()
        self.ejemplo = Letrero(tinta="letra_tenue")
        self._armar()
        self._conectar()
        self._decir_pedidos()

    def dicho(self) -> tuple[object, ...]:
        medios = tuple(clave for clave, casilla in self.medios.items() if casilla.isChecked())
        return (
            self.nombre.text().strip(), self.texto.limpio(), medios, self.vineta.isChecked(),
            self.agrupa.isChecked(), tuple(self.propios),
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
            campos=tuple(self.propios),
        )

    def _datos(self) -> tuple[Dato, ...]:
        propios = frozenset(cada.clave for cada in self.propios)
        return datos_para(self._plan, Donde("paso", propios=propios), self.propios)

    def _armar(self) -> None:
        de_medios, de_pedidos = QWidget(), QWidget()
        hilera = HileraQueSeParte(de_medios, entre=10)
        for casilla in self.medios.values():
            hilera.agregar(casilla)
        columna = QVBoxLayout(de_pedidos)
        columna.setContentsMargins(0, 0, 0, 0)
        gestos = QHBoxLayout()
        gestos.addWidget(self.pide, 1)
        gestos.addWidget(self.que_es)
        gestos.addWidget(self.pedir)
        columna.addWidget(self._pedidos)
        columna.addLayout(gestos)
        filas(
            self,
            (
                ("Nombre", self.nombre), ("", self.texto), ("", self.ejemplo), ("Pide", de_pedidos),
                ("Es para", de_medios), ("", self.vineta), ("", self.agrupa),
            ),
        )  # fmt: skip

    def _conectar(self) -> None:
        self.nombre.textChanged.connect(lambda _: self.cambio.emit())
        self.texto.cambio.connect(self.cambio)
        for casilla in (*self.medios.values(), self.vineta, self.agrupa):
            casilla.toggled.connect(lambda _: self.cambio.emit())

    def _pedir(self) -> None:
        """Agrega un dato propio, que desde ahí se puede poner en la frase."""
        try:
            nuevo = dato_propio(self.pide.text(), self.que_es.currentData(), tuple(self.propios))
        except ValorInvalido as reparo:
            self._pedidos.decir(str(reparo), "error")
            return
        self.propios.append(nuevo)
        self.pide.clear()
        self._decir_pedidos()
        self.texto.ofrecer()
        self.texto.elegir(nuevo.clave)
        self.cambio.emit()

    def _decir_pedidos(self) -> None:
        dichos = {clase: dicho for dicho, clase in _CLASES}
        self._pedidos.decir("\n".join(f"{c.etiqueta} ({dichos[c.clase]})" for c in self.propios), "letra")
