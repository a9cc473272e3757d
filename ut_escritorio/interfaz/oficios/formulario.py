"""El oficio elegido, dato por dato; con varios elegidos, lo que se pone a todos de una vez."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QSpacerItem, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficios.clases import clase_llamada
from ut_escritorio.dominio.oficios.dichos import respuestas_dichas
from ut_escritorio.dominio.oficios.folios import partir, tramo_dudoso
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import MESES
from ut_escritorio.errores import ValorInvalido
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, que_quepa, sin_volteos
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueCede
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos import de_renglon as campos
from ut_escritorio.interfaz.comunes.campos.campo_escrito import AlPie, CampoEscrito, con_pie
from ut_escritorio.interfaz.comunes.campos.fechas import COMO_VA, CampoDeFecha
from ut_escritorio.interfaz.comunes.campos.sugerencias import Sugerencias
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.oficios.datos import DATOS, DE_ENVIADO, DE_RECIBIDO, DE_VARIOS, Dato
from ut_escritorio.interfaz.oficios.respuestas.contesta_a import Opciones

_SE_ESPERA = [(None, "no se sabe"), (True, "sí"), (False, "no")]
_LUGARES = {
    "folio": (0, 0), "fecha": (0, 1), "partes": (0, 2),
    "asunto": (1, 0), "clase": (2, 0), "expediente": (2, 1), "guardado_en": (2, 2),
    "espera": (3, 0), "antes_del": (3, 1), "acuse": (3, 2),
    "contesta_a": (3, 0), "falta_parte": (3, 2),
}  # fmt: skip
"""En qué hilera y en cuál de sus tres lugares va cada dato; los de lo recibido, donde los de lo enviado."""
_ARRIBA = Qt.AlignmentFlag.AlignTop
_PARTES = {1: 3, 3: 2, 5: 4}
"""Lo que toma del ancho cada columna de campos; con varios elegidos, solo la última tiene."""
_A_LO_ANCHO = {"asunto": 5, "contesta_a": 3}
"""Cuántas columnas toma el que no cabe en su lugar."""


Campo = CampoEscrito | campos.CampoDeLista | campos.CampoDeSi


class _UnNumero(campos.CampoDeFolios):
    """Un papel lleva un solo número."""

    def leer(self, texto: str) -> str:
        """Lo escrito, si es uno solo."""
        numeros = partir(texto) if tramo_dudoso(texto) is None else []
        if len(numeros) > 1 and all(numero.isdigit() for numero in numeros):
            raise ValorInvalido(
                f"Son {len(numeros)} números y aquí va uno; los demás, cada uno en su oficio."
            )
        return super().leer(texto)


class _LaClase(campos.CampoDeTexto):
    """De qué es un oficio: si el plan nombra las clases, una de ellas."""

    def __init__(self, nombre: str, ayuda: str) -> None:
        super().__init__(nombre, ayuda)
        self.del_plan: tuple[str, ...] = ()

    def leer(self, texto: str) -> str:
        """La clase, escrita como en el plan."""
        suya = clase_llamada(self.del_plan, texto)
        if suya is None:
            raise ValorInvalido(f"No es de las clases del plan: {lista(self.del_plan)}.")
        return suya


class Formulario(QWidget):
    """Cada dato se guarda al salir de su campo; `guarda` sale con el dato, los oficios y lo escrito.

    `gestos` son los botones de lo elegido, que van junto a su nombre; `a_cuales` dice a qué oficios puede
    contestar uno recibido.
    """

    guarda = Signal(object, object, object, str)

    def __init__(self, sesion: Sesion, gestos: QWidget, a_cuales: Callable[[EnElLibro], Opciones]) -> None:
        super().__init__()
        self._sesion, self._a_cuales = sesion, a_cuales
        self._filas: tuple[EnElLibro, ...] = ()
        self._campos: dict[str, Campo] = {}
        self._pies: dict[str, AlPie] = {}
        self._rotulos: dict[str, LetreroQueCede] = {}
        self._sugerencias: dict[str, Sugerencias] = {}
        self.titulo, self.nota = LetreroQueCede(), Letrero(tinta="letra_tenue")
        self.respuestas = Letrero()
        self._armar(gestos)

    def _armar(self, gestos: QWidget) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        arriba = HileraQueSeParte(entre=6)
        arriba.agregar(self.titulo, 1)
        arriba.agregar(gestos)
        acomodo.addLayout(arriba)
        acomodo.addWidget(self.nota)
        acomodo.addWidget(self.respuestas)
        self._cuadricula = cuadricula = QGridLayout()
        for dato in DATOS:
            self._agregar(cuadricula, dato)
        acomodo.addLayout(cuadricula)

    def _agregar(self, cuadricula: QGridLayout, dato: Dato) -> None:
        campo = self._hacer(dato)
        self._campos[dato.clave] = campo
        fila, lugar = _LUGARES[dato.clave]
        self._rotulos[dato.clave] = rotulo = LetreroQueCede("" if dato.clase == "si" else dato.rotulo)
        rotulo.setBuddy(campo)
        # Si a un campo del renglón le sale su mensaje, los demás y sus rótulos se quedan donde estaban
        rotulo.setMinimumHeight(campo.sizeHint().height())
        cuadricula.addWidget(rotulo, fila, 2 * lugar, _ARRIBA)
        ancho = _A_LO_ANCHO.get(dato.clave, 1)
        if isinstance(campo, CampoEscrito):
            acomodo, self._pies[dato.clave] = con_pie(campo)
            acomodo.addItem(QSpacerItem(0, 0, vData=QSizePolicy.Policy.Preferred))
            acomodo.setStretch(acomodo.count() - 1, 1)  # sin eso Qt no le da lo que sobra
            cuadricula.addLayout(acomodo, fila, 2 * lugar + 1, 1, ancho)
            campo.rechazado.connect(lambda texto, por_que: self._rechazar(dato, texto, por_que))
        elif isinstance(campo, campos.CampoDeSi):
            cuadricula.addWidget(campo, fila, 2 * lugar, 1, 2, _ARRIBA)  # ya lleva su rótulo
        else:
            cuadricula.addWidget(campo, fila, 2 * lugar + 1, 1, ancho, _ARRIBA)
        campo.cambio.connect(lambda valor: self._guardar(dato, valor))

    def _hacer(self, dato: Dato) -> Campo:
        match dato.clase:
            case "fecha":
                hoy, cerca = self._sesion.reloj.hoy, self._sesion.foto.trimestre.primer_dia
                return campos.campo_de_fecha(dato.rotulo, hoy, cerca)
            case "espera":
                return campos.CampoDeLista(dato.rotulo, _SE_ESPERA)
            case "contesta":
                return campos.CampoDeLista(dato.rotulo, [])
            case "si":
                return campos.CampoDeSi(dato.rotulo)
            case "folio":
                return _UnNumero(dato.rotulo, dato.ayuda)
            case _:
                hacer = _LaClase if dato.clave == "clase" else campos.CampoDeTexto
                campo = hacer(dato.rotulo, dato.ayuda)
                varias = dato.clase == "unidades"
                self._sugerencias[dato.clave] = Sugerencias(campo, (), acepta_la_primera=varias)
                return campo

    def ofrecer(self, opciones: Mapping[str, Sequence[str]]) -> None:
        """Con qué se completan los datos que se repiten."""
        for clave, de_ella in opciones.items():
            self._sugerencias[clave].ofrecer(de_ella)

    def con_clases(self, del_plan: tuple[str, ...]) -> None:
        """Las clases que el plan nombra; sin ninguna, se escribe la que sea."""
        if isinstance(campo := self._campos["clase"], _LaClase):
            campo.del_plan = del_plan

    # --- lo que se ve -----------------------------------------------------------------------------

    def poner(self, filas: Sequence[EnElLibro], titulo: str, nota: str, *, firmes: bool) -> None:
        """Enseña esos oficios; lo a medio escribir de los de antes se guarda antes en ellos.

        `firmes`: los dice un informe firmado, y solo cambia lo que pasa después.
        """
        if _uids(filas) != _uids(self._filas):
            self.asentar()
            for campo in self._campos.values():
                if isinstance(campo, CampoEscrito):
                    campo.soltar()
        self._filas = tuple(filas)
        self.titulo.setText(titulo)
        # Lo que se hace con varios se lee entero: si no cabe junto a sus botones, bajan ellos.
        cede = self.fontMetrics().averageCharWidth() * 24
        self.titulo.setMinimumWidth(self.titulo.sizeHint().width() if len(filas) > 1 else cede)
        self.nota.decir(nota)
        self.respuestas.decir(_lo_que_contestaron(filas))
        for columna, parte in _PARTES.items():
            sobra = len(filas) > 1 and columna < max(_PARTES)
            self._cuadricula.setColumnStretch(columna, 0 if sobra else parte)
        if filas:
            for dato in DATOS:
                self._poner(dato, firmes)

    def _poner(self, dato: Dato, firmes: bool) -> None:
        campo, rotulo = self._campos[dato.clave], self._rotulos[dato.clave]
        recibido = self._filas[0].oficio.sentido == "recibido"
        varios = len(self._filas) > 1
        de_otro = DE_ENVIADO if recibido else DE_RECIBIDO
        se_ve = dato.clave in DE_VARIOS if varios else dato.clave not in de_otro
        if dato.clave == "falta_parte" and len(self._filas[0].contesta) != 1:
            se_ve = False
        for pieza in (campo, rotulo):
            pieza.setVisible(se_ve)
        valor = dato.de_todos(self._filas)
        cerrado = bool(self._sesion.solo_leer) or (dato.poner is not None and firmes)
        if isinstance(campo, CampoEscrito):
            self._sesion.sin_guardar.mostrar(campo, sitio_de(self._filas[0].oficio.uid, dato.clave), valor)
            campo.setReadOnly(cerrado)
        else:
            if dato.clase == "contesta" and se_ve and isinstance(campo, campos.CampoDeLista):
                campo.ofrecer(self._a_cuales(self._filas[0]))
            campo.poner(valor)
            campo.setEnabled(not cerrado)
        if dato.clave == "partes":
            rotulo.setText("De quién" if recibido else "A quién")
            campo.setAccessibleName(rotulo.text())
        if dato.clave == "fecha":
            rotulo.setText("Llegó el" if recibido else "Fecha")
            _decir_el_mes(campo, {fila.oficio.papel.mes for fila in self._filas})

    def avisar(self, dichos: Mapping[str, str]) -> None:
        """Dice debajo de cada dato lo que extraña de él y se toma igual."""
        for clave, pie in self._pies.items():
            pie.avisar(dichos.get(clave, ""))

    def pieza_de(self, clave: str) -> QWidget | None:
        """El campo donde se ve un dato."""
        return self._campos.get(clave)

    def enfocar(self, dato: str = "") -> QWidget:
        """Pone el cursor en ese dato, y da su campo; si ahí no se escribe, en el primero por llenar.

        Con varios, en dónde se guardaron.
        """
        cual = self._abierto(dato) or self._el_primero()
        cual.setFocus()
        return cual

    def _abierto(self, dato: str) -> QWidget | None:
        """El campo de un dato, si se ve y se puede escribir."""
        campo = self._campos.get(dato)
        cerrado = isinstance(campo, CampoEscrito) and campo.isReadOnly()
        if campo is None or cerrado or not campo.isEnabled() or not campo.isVisibleTo(self):
            return None
        return campo

    def _el_primero(self) -> QWidget:
        posibles = ("guardado_en",) if len(self._filas) > 1 else self._por_llenar()
        escritos = {clave: self._campos[clave] for clave in posibles}
        abiertos = [c for c in escritos.values() if isinstance(c, CampoEscrito) and not c.isReadOnly()]
        vacios = [campo for campo in abiertos if not campo.text()]
        return next(iter(vacios or abiertos), None) or self._campos["folio"]

    def _por_llenar(self) -> tuple[str, ...]:
        """Los datos de uno, en su orden; el número de lo que llega lo trae el papel y se escribe primero."""
        recibido = bool(self._filas) and self._filas[0].oficio.sentido == "recibido"
        return (*(("folio",) if recibido else ()), "fecha", "partes", "asunto", "guardado_en")

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        for campo in self._campos.values():
            if isinstance(campo, CampoEscrito):
                campo.guardar_ya()

    # --- lo que se escribe ------------------------------------------------------------------------

    def _guardar(self, dato: Dato, valor: Any) -> None:
        campo = self._campos[dato.clave]
        texto = campo.decir(valor) if isinstance(campo, CampoEscrito) else str(valor)
        if self._filas:
            self.guarda.emit(dato, self._filas, valor, texto)

    def _rechazar(self, dato: Dato, texto: str, por_que: str) -> None:
        escritos = [escrito_de(fila.oficio.uid, dato, texto) for fila in self._filas]
        self._sesion.rechazar_juntos(escritos, por_que)


def _decir_el_mes(fecha: Campo, meses: set[int | None]) -> None:
    """De la que solo se sabe el mes, donde iría el día."""
    mes = meses.pop() if len(meses) == 1 else None
    if isinstance(fecha, CampoDeFecha):
        fecha.setPlaceholderText(f"en {MESES[mes - 1]}, sin día" if mes else COMO_VA)


def _lo_que_contestaron(filas: Sequence[EnElLibro]) -> str:
    """Lo que llegó en respuesta al elegido, entero; de varios, nada."""
    dichas = respuestas_dichas(filas[0]) if len(filas) == 1 else ()
    return "\n".join(que_quepa(sin_volteos(dicha), len(dicha)) for dicha in dichas)


def _uids(filas: Sequence[EnElLibro]) -> list[str]:
    return [fila.oficio.uid for fila in filas]


def sitio_de(uid: str, campo: str = "") -> Sitio:
    """Un oficio del libro, o un dato suyo."""
    return Sitio(origen=Origen("libro", uid), campo=campo)


def escrito_de(uid: str, dato: Dato, texto: str) -> Escrito:
    """Lo que ella escribió en un dato de un oficio."""
    return Escrito(sitio_de(uid, dato.clave), dato.rotulo, texto)
