"""La ficha de un cuadro que cruza dos datos de lo que se anota: el que está, o uno nuevo."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtWidgets import QCheckBox

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.cruce import Cruce, Lado, con_cruce, con_otro_cruce
from ut_escritorio.dominio.cambios_del_plan.armado.cuenta import Cosa
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.campos import rotulo_de_campo
from ut_escritorio.dominio.plan.cifras import Contada
from ut_escritorio.dominio.plan.cuadros import rotulos_de
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha, campo, filas
from ut_escritorio.interfaz.plan.fichas.que_cuenta import QueCuenta

_EXPLICA = "Cuenta lo que se anota, partido por dos datos: por ejemplo, solicitudes por área y por estado."
_LOS_DEMAS = "OTROS, si los hay"
_ROLES = ("destinatario", "emisor", "origen", "beneficiario")


class FichaDeCruce(Ficha):
    """Qué se cuenta, los dos datos y, de cada uno, los valores que salen, uno por renglón."""

    def __init__(
        self, plan: Plan, lugar: str, cuadro: str, cruce: Cruce | None, unidades: Mapping[str, str],
        tras: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self.titulo, self.guardar = ("Cruce", "Guardar") if cuadro else ("Cruce nuevo", "Agregar")
        self._lugar, self._cuadro, self._tras = lugar, cuadro, tras
        self._nombres = {"medio": {m.frase: m.clave for m in plan.medios}} | dict.fromkeys(_ROLES, unidades)
        self._llamados = {clave: nombre for nombre, clave in unidades.items()}
        self._llamados |= {m.clave: m.unidad.plural for m in plan.medios}
        propios = {c.clave: c.etiqueta for f in plan.formas_de(lugar) for c in f.campos if c.clase == "texto"}
        era = cruce or Cruce(Cosa("", sale=Contada("registros", (lugar,))), Lado("", ()), Lado("", ()))
        self._era = {
            (lado.campo, valor): rotulo
            for lado in (era.abajo, era.a_lo_ancho)
            for valor, rotulo in zip(lado.valores, lado.rotulos, strict=False)
        }
        self.cuenta = QueCuenta(plan, 1, lugar, era.cuenta, "")
        self.cuenta.con_rotulo(False)
        self.abajo, self.ancho = ListaQueCede("Hacia abajo", 8), ListaQueCede("A lo ancho", 8)
        self.de_abajo, self.de_ancho = CuadroLimpio(), CuadroLimpio()
        for lista, caja, lado in (
            (self.abajo, self.de_abajo, era.abajo), (self.ancho, self.de_ancho, era.a_lo_ancho),
        ):  # fmt: skip
            for clave, dicho in {**propios, **{c: rotulo_de_campo(c) for c in ("medio", *_ROLES)}}.items():
                lista.addItem(dicho, clave)
            lista.setCurrentIndex(max(0, lista.findData(lado.campo)))
            caja.setPlainText("\n".join(self._dicho(lado.campo, valor) for valor in lado.valores))
            caja.setAccessibleName(f"{lista.accessibleName()}: valores")
            caja.setPlaceholderText("Uno por renglón")
            caja.setTabChangesFocus(True)
            caja.setFixedHeight(self.fontMetrics().lineSpacing() * 5 + 14)
            lista.currentIndexChanged.connect(lambda _: self.cambio.emit())
            caja.textChanged.connect(self.cambio)
        self.demas_abajo, self.demas_ancho = (
            campo(f"{donde}: los demás", lado.demas, _LOS_DEMAS)
            for donde, lado in (("Hacia abajo", era.abajo), ("A lo ancho", era.a_lo_ancho))
        )
        self.titulo_impreso = campo("Título", era.titulo, "Encabeza todo el cuadro")
        self.esquina = campo("Rótulo de la orilla", era.esquina, "Por ejemplo: ÁREA")
        self.totales = agrandar(QCheckBox("Con sus totales"))
        self.totales.setChecked(era.totales)
        filas(
            self,
            (
                ("", Letrero(_EXPLICA, "letra_tenue")), ("", self.cuenta), ("Hacia abajo", self.abajo),
                ("", self.de_abajo), ("Los demás", self.demas_abajo), ("A lo ancho", self.ancho),
                ("", self.de_ancho), ("Los demás", self.demas_ancho), ("", self.totales),
                ("Título", self.titulo_impreso), ("Orilla", self.esquina),
            ),
        )  # fmt: skip
        for pieza in (self.titulo_impreso, self.esquina, self.demas_abajo, self.demas_ancho):
            pieza.textChanged.connect(lambda _: self.cambio.emit())
        self.totales.toggled.connect(self._al_dia)
        self.cuenta.cambio.connect(self.cambio)
        self._al_dia()

    def _al_dia(self) -> None:
        """Sin totales, los demás no se imprimen: no se pregunta cómo se llaman."""
        for pieza in (self.demas_abajo, self.demas_ancho):
            pieza.setEnabled(self.totales.isChecked())
        self.cambio.emit()

    def dicho(self) -> tuple[object, ...]:
        return (
            self.cuenta.dicha(), self.abajo.currentData(), self.de_abajo.limpio(), self.ancho.currentData(),
            self.de_ancho.limpio(), self.titulo_impreso.text(), self.esquina.text(), self.totales.isChecked(),
            self.demas_abajo.text(), self.demas_ancho.text(),
        )  # fmt: skip

    def pedido(self) -> Cambio | None:
        lugar, cuadro, tras = self._lugar, self._cuadro, self._tras

        def cambiado(plan: Plan) -> Plan:
            cruce = self._cruce()
            return con_otro_cruce(plan, cuadro, cruce) if cuadro else con_cruce(plan, lugar, cruce, tras)

        return Cambio(f"{'Cambiar' if cuadro else 'Agregar'} un cruce", cambiado)

    def empezar(self) -> None:
        self.cuenta.nombre.setFocus()

    def _cruce(self) -> Cruce:
        return Cruce(
            self.cuenta.dicha(),
            self._lado(self.abajo, self.de_abajo, self.demas_abajo.text()),
            self._lado(self.ancho, self.de_ancho, self.demas_ancho.text()),
            self.titulo_impreso.text(),
            self.esquina.text(),
            self.totales.isChecked(),
        )

    def _lado(self, lista: ListaQueCede, caja: CuadroLimpio, demas: str) -> Lado:
        dato = str(lista.currentData())
        dichos = [dicho.strip() for dicho in caja.limpio().split("\n") if dicho.strip()]
        valores = tuple(dict.fromkeys(self._valor(dato, dicho) for dicho in dichos))
        de_antes = {valor: self._era[dato, valor] for valor in valores if (dato, valor) in self._era}
        llamados = {**(self._llamados if dato in self._nombres else {}), **de_antes}
        return Lado(dato, valores, rotulos_de(valores, llamados), demas)

    def _valor(self, dato: str, dicho: str) -> str:
        """El valor de un dato que se escribe como se lee: de un área o un medio, cuál es."""
        if dato not in self._nombres:
            return dicho
        suyo = {llano(nombre): clave for nombre, clave in self._nombres[dato].items()}.get(llano(dicho))
        if suyo is None:
            donde = "los medios del plan" if dato == "medio" else "Oficina › Unidades y órganos"
            raise ValorInvalido(f"«{dicho}» no está en {donde}. Escríbalo como ahí se llama.")
        return suyo

    def _dicho(self, dato: str, valor: str) -> str:
        nombres = {clave: nombre for nombre, clave in self._nombres.get(dato, {}).items()}
        return nombres.get(valor, valor)
