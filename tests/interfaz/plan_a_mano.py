"""Armar en la ventana del plan, gesto por gesto, lo que otro plan dice; y contar cuántos gestos fueron."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTreeWidgetItemIterator,
    QWidget,
)

from tests.interfaz.manos import clic, tecla
from ut_escritorio.dominio.cambios_del_plan.armado.cuadro_pedido import CuadroPedido, pedido_de
from ut_escritorio.dominio.cambios_del_plan.armado.cuenta import Cosa
from ut_escritorio.dominio.cambios_del_plan.armado.ofrecidos import VARIOS, Dato
from ut_escritorio.dominio.palabras import patrones
from ut_escritorio.dominio.palabras.patrones import Campo, Eleccion, cifras_citadas
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Plan
from ut_escritorio.dominio.plan.cifras import Contada
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.plan import ElPlan
from ut_escritorio.interfaz.plan.fichas.de_cuadro import FichaDeCuadro
from ut_escritorio.interfaz.plan.fichas.de_frase import FichaDeFrase
from ut_escritorio.interfaz.plan.fichas.de_lugar import FichaDeComponente, FichaDeLugar
from ut_escritorio.interfaz.plan.fichas.de_texto import FichaDeTexto
from ut_escritorio.interfaz.plan.fichas.que_cuenta import QueCuenta


class Manos:
    """Ella, con el plan abierto: cada cosa que escoge, escribe u oprime es un gesto."""

    def __init__(self, ventana: ElPlan) -> None:
        self.plan, self.gestos = ventana, 0
        self.leido: set[str] = set()

    # --- los gestos -------------------------------------------------------------------------------

    def escoge(self, lista: ListaQueCede, que: str) -> None:
        """La opción que se lee así; si ya está puesta, no hace falta."""
        if lista.currentText() != que:
            assert lista.isEnabled() and lista.findText(que) >= 0, (lista.accessibleName(), que)
            lista.setCurrentIndex(lista.findText(que))
            self.gestos += 1

    def escribe(self, campo: QLineEdit | QPlainTextEdit, que: str) -> None:
        antes = campo.text() if isinstance(campo, QLineEdit) else campo.toPlainText()
        if antes == que:
            return
        if isinstance(campo, QLineEdit):
            campo.setText(que)
        else:
            campo.insertPlainText(que)
        self.gestos += 1

    def marca(self, casilla: QCheckBox, si: bool) -> None:
        if casilla.isChecked() != si:
            casilla.click()
            self.gestos += 1

    def oprime(self, boton) -> None:
        assert boton.isEnabled(), (boton.text(), self.plan.reparo.text())
        if boton is self.plan.guardar:
            self.lee()
        clic(boton)
        self.gestos += 1

    def lee(self) -> None:
        """Todo lo que la ficha dice, también lo que se lee al posarse y en cada lista."""
        for pieza in self.plan.ficha.findChildren(QWidget):
            self.leido |= {pieza.accessibleName(), pieza.toolTip()}
            if isinstance(pieza, (QLabel, QAbstractButton)):
                self.leido.add(pieza.text())
            elif isinstance(pieza, ListaQueCede):
                self.leido |= {pieza.itemText(n) for n in range(pieza.count())}

    def agrega(self, que: str) -> None:
        """Escoge en «Agregar…» lo que empieza así."""
        clic(self.plan.mas)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        opcion = next(a for a in menu.actions() if a.text().replace("&", "").startswith(que))
        menu.close()
        opcion.trigger()
        QApplication.processEvents()
        self.gestos += 2

    def va_a(self, clave: str) -> None:
        """Con el ratón, en su renglón del índice."""
        arbol = self.plan.arbol
        renglones = QTreeWidgetItemIterator(arbol)
        while renglones.value().data(0, Qt.ItemDataRole.UserRole).clave != clave:
            renglones += 1
        arbol.scrollToItem(renglones.value())
        punto = arbol.visualItemRect(renglones.value()).center()
        QTest.mouseClick(arbol.viewport(), Qt.MouseButton.LeftButton, pos=punto)
        QApplication.processEvents()
        nodo = arbol.nodo()
        assert nodo is not None and nodo.clave == clave
        self.gestos += 1

    # --- lo que arma ------------------------------------------------------------------------------

    def componente(self, de: Plan, suyo: Componente) -> None:
        """Un componente entero, como el de ese plan."""
        self.agrega("Un componente")
        ficha = self.plan.ficha
        assert isinstance(ficha, FichaDeComponente)
        self._senas(ficha, suyo)
        self.escoge(ficha.depto, de.departamento[suyo.departamento].nombre)
        self.escoge(ficha.como, f"Como el componente {suyo.numero}, {suyo.corto}")
        self.oprime(self.plan.guardar)
        for actividad in suyo.actividades:
            self.actividad(de, actividad)

    def actividad(self, de: Plan, suya: Actividad) -> None:
        self.agrega("Una actividad")
        ficha = self.plan.ficha
        assert isinstance(ficha, FichaDeLugar)
        self._senas(ficha, suya)
        self.oprime(self.plan.guardar)
        tras_lo_anotado = False
        for apartado in suya.apartados:
            if apartado.clase == "renglones":
                tras_lo_anotado = True
                continue
            if apartado.clase == "cuadro":
                pedido = pedido_de(de, apartado.cuadro)
                assert pedido is not None
                self.cuadro(de, pedido)
            else:
                self.texto(apartado.clase, apartado.texto)
            if tras_lo_anotado:
                self.oprime(self.plan.abajo)
        for frase in suya.formas:
            self.va_a(suya.clave)
            self.frase(de, frase)

    def _senas(self, ficha: FichaDeLugar, suyo: Componente | Actividad) -> None:
        self.escribe(ficha.numero, suyo.numero)
        self.escribe(ficha.nombre, suyo.nombre)
        self.escribe(ficha.corto, suyo.corto)

    def texto(self, clase: str, texto: str) -> None:
        self.agrega({"titulo": "Un título", "subtitulo": "Un subtítulo", "parrafo": "Un texto"}[clase])
        ficha = self.plan.ficha
        assert isinstance(ficha, FichaDeTexto)
        self.escribe(ficha.texto.texto, texto)
        self.oprime(self.plan.guardar)

    def cuadro(self, de: Plan, pedido: CuadroPedido) -> None:
        self.agrega("Un cuadro")
        ficha = self.plan.ficha
        assert isinstance(ficha, FichaDeCuadro)
        self.escoge(ficha.clase, next(m.nombre for m in de.moldes if m.clave == pedido.clase))
        while len(ficha.cuentan) < len(pedido.cosas):
            self.oprime(ficha.mas)
        for n, (cosa, cuenta) in enumerate(zip(pedido.cosas, ficha.cuentan, strict=True)):
            self._cosa(de, cosa, cuenta)
            if pedido.rotulos:
                self.escribe(cuenta.rotulo, pedido.rotulos[n])
        self.escribe(ficha.titulo_impreso, pedido.titulo)
        self.escribe(ficha.esquina, pedido.esquina)
        self.escribe(ficha.sobre_meses, pedido.sobre_meses)
        self.escribe(ficha.sobre_sexos, pedido.sobre_sexos)
        for sexo, casilla in ficha.sexos.items():
            if casilla.isVisible():
                self.marca(casilla, sexo in pedido.sexos)
        if ficha.con_unidad.isVisible():
            self.marca(ficha.con_unidad, pedido.total_con_unidad)
        self.marca(ficha.total, pedido.total)
        self.oprime(self.plan.guardar)

    def _cosa(self, de: Plan, cosa: Cosa, cuenta: QueCuenta) -> None:
        if cuenta.numero.findText(cosa.nombre) >= 0:
            self.escoge(cuenta.numero, cosa.nombre)
            return
        self.escribe(cuenta.nombre, cosa.nombre)
        self.escribe(cuenta.uno, cosa.uno)
        self.escribe(cuenta.varios, cosa.varios)
        self.escoge(cuenta.genero, "la / las" if cosa.genero == "f" else "el / los")
        if isinstance(cosa.sale, Contada):
            self.escoge(cuenta.sale, "Se cuenta de lo que se anota")
            self.escoge(cuenta.que, cuenta.que.itemText(cuenta.que.findData(cosa.sale.que)))
            self.escoge(cuenta.medio, f"por {de.medio[cosa.sale.medios[0]].frase}")
        if cosa.por_dia:
            cuenta.por_dia.setValue(cosa.por_dia)
            self.gestos += 1

    def frase(self, de: Plan, suya: Forma) -> None:
        self.agrega("Una frase")
        ficha = self.plan.ficha
        assert isinstance(ficha, FichaDeFrase)
        self.escribe(ficha.nombre, suya.nombre)
        for propio in suya.campos:
            self.escribe(ficha.datos.pide, propio.etiqueta)
            clases = {"texto": "un texto", "numero": "un número", "hora": "una hora", "fecha": "una fecha"}
            self.escoge(ficha.datos.que_es, clases[propio.clase])
            self.oprime(ficha.datos.pedir)
        ficha.texto.texto.setFocus()
        propios = {propio.clave: propio.etiqueta for propio in suya.campos}
        for trozo in _trozos(suya.texto):
            if trozo.startswith("{") and not trozo.startswith("{{"):
                self._dato(de, ficha, trozo, propios)
            else:
                ficha.texto.texto.insertPlainText(trozo)
        self.gestos += 1
        for clave, casilla in ficha.medios.items():
            self.marca(casilla, clave in suya.medios)
        self.marca(ficha.vineta, suya.vineta)
        self.marca(ficha.agrupa, suya.agrupa)
        self.oprime(self.plan.guardar)

    def _dato(self, de: Plan, ficha: FichaDeFrase, trozo: str, propios: dict[str, str]) -> None:
        """Lo pone sin soltar el teclado: «<», lo que de él sabe, y lo escoge de lo que se le ofrece."""
        (campo,) = patrones.campos(trozo)
        texto, nombre = ficha.texto, self._nombre_del_dato(de, campo, propios)
        dato = next(d for d in (self._dato_de(n) for n in range(texto.dato.count())) if d.nombre == nombre)
        texto.texto.setFocus()
        texto.texto.insertPlainText(f"<{_tecleado(campo, dato)}")
        hay = [cual.patron for cual in texto.lista._hay]
        trozo = f"{{{dato.campo}{trozo[1 + len(campo.nombre) :]}"
        assert trozo in hay, (trozo, hay)
        assert hay.index(trozo) < 10, f"«{trozo}» no se ve sin bajar más"
        for _ in range(hay.index(trozo)):
            tecla(Qt.Key.Key_Down)
        tecla(Qt.Key.Key_Return)
        self.gestos += 1

    def _nombre_del_dato(self, de: Plan, campo: Campo | Eleccion, propios: dict[str, str]) -> str:
        citadas = cifras_citadas(campo.nombre)
        if not citadas:
            datos = [self._dato_de(n) for n in range(self._lista().count())]
            claves = {dato.campo: dato.nombre for dato in datos}
            return propios.get(campo.nombre) or claves[campo.nombre]
        (clave, sexo), mes = citadas[0], campo.nombre.endswith("@mes")
        dicho = f"{de.cifra[clave].nombre}{', en el mes' if mes else ''}"
        return f"{dicho}: {sexo}" if sexo else dicho

    def _lista(self) -> ListaQueCede:
        ficha = self.plan.ficha
        assert isinstance(ficha, FichaDeFrase)
        return ficha.texto.dato

    def _dato_de(self, n: int):
        return self._lista().itemData(n, Qt.ItemDataRole.UserRole)


def _tecleado(campo: Campo | Eleccion, dato: Dato) -> str:
    """Lo que se escribe tras el «<»: cómo se llama el dato y, si no va tal cual, cómo se dice."""
    dichos = {forma: dicho for dicho, forma in VARIOS if forma}
    varios = " ".join(dichos[f":{forma}"] for forma in campo.formas if f":{forma}" in dichos)
    formas = "".join(f":{forma}" for forma in campo.formas if f":{forma}" not in dichos)
    nombre = f"{dato.nombre} {varios}".strip()
    if isinstance(campo, Eleccion):
        return f"{campo.uno}/{campo.varios},{nombre}"
    manera = next(m for m in dato.maneras if m.formas == formas and not m.elige)
    return f"{nombre} {manera.dicho}" if formas else nombre


def _trozos(texto: str) -> list[str]:
    trozos: list[str] = []
    resto = texto
    while resto:
        abre = resto.find("{")
        if abre < 0:
            return [*trozos, resto]
        cierra = resto.index("}", abre) + 1
        trozos += [resto[:abre], resto[abre:cierra]] if abre else [resto[:cierra]]
        resto = resto[cierra:]
    return trozos
