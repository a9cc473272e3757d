"""El formulario del renglón elegido: los datos que su forma usa y, si se piden, los demás."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QGridLayout, QPushButton, QVBoxLayout, QWidget

from ut_escritorio.dominio.impreso.anotar import vigentes_en
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.periodos import MESES, Trimestre
from ut_escritorio.dominio.trimestre.renglones import Renglon
from ut_escritorio.interfaz.componente.renglones.datos import Clase, Dato, claves_de, datos_de
from ut_escritorio.interfaz.componente.renglones.folios import FoliosDelRenglon
from ut_escritorio.interfaz.comunes.aspecto.piezas import boton, sin_atajo, vaciar
from ut_escritorio.interfaz.comunes.aspecto.que_ceden import LetreroQueCede
from ut_escritorio.interfaz.comunes.aspecto.senalado import LetreroDeSenal, marcar
from ut_escritorio.interfaz.comunes.campos import de_renglon as campos
from ut_escritorio.interfaz.comunes.campos.al_pie import aviso_de
from ut_escritorio.interfaz.comunes.campos.campo_escrito import AlPie, CampoEscrito, con_pie
from ut_escritorio.interfaz.comunes.campos.textos import TextoLargo
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.senales import NINGUNA, Senales
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.captura.renglones import guardar_renglon


class Formulario(QWidget):
    """Un renglón, dato por dato; cada uno se guarda al salir de su campo.

    `despues_de` es la pieza tras la que Tab llega a sus campos.
    """

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self.despues_de: QWidget | None = None
        self._renglon: Renglon | None = None
        self._con_mas = False
        self._senales: Senales = NINGUNA
        self._vistos: frozenset[str] = frozenset()
        self._campos: dict[str, tuple[Dato, campos.Campo]] = {}
        self._pies: dict[str, AlPie] = {}
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 4, 0, 0)
        self._cuadricula = QGridLayout()
        self._cuadricula.setColumnStretch(1, 1)
        self._cuadricula.setColumnStretch(3, 1)
        self._mas: QPushButton = boton("Más datos", self._alternar, "agregar")
        self._aviso = LetreroDeSenal()
        acomodo.addWidget(self._aviso)
        acomodo.addLayout(self._cuadricula)
        acomodo.addWidget(self._mas)

    def poner(self, renglon: Renglon) -> None:
        """Muestra un renglón; si sus datos son los mismos campos, sin rehacerlos."""
        otro = self._renglon is None or self._renglon.uid != renglon.uid
        if otro:
            self._con_mas, self._vistos = False, frozenset()
        self._renglon = renglon
        datos = self._datos()
        if otro or [dato.clave for dato in datos] != list(self._campos):
            self._rehacer(datos)
        for dato, campo in self._campos.values():
            if isinstance(campo, (TextoLargo, CampoEscrito)):
                self._sesion.sin_guardar.mostrar(campo, _sitio(renglon, dato), dato.leer(renglon))
            else:
                campo.poner(dato.leer(renglon))
        for clave, pie in self._pies.items():
            pie.avisar(aviso_de(self._sesion.foto, renglon, clave))
        self._senalar()

    def senalar(self, senales: Senales) -> None:
        """Enseña lo que la revisión dice del renglón y de cada dato suyo."""
        self._senales = senales
        self._senalar()

    def _senalar(self) -> None:
        if self._renglon is None:
            return
        origen = Origen("renglon", self._renglon.uid)
        self._aviso.poner(self._senales.de_origen(origen))
        for dato, campo in self._campos.values():
            marcar(campo, self._senales.de_dato(origen, dato.clave.removeprefix("propio:")))

    def pieza_de(self, campo: str) -> QWidget | None:
        """El campo donde se ve un dato del renglón, aunque haya que enseñar los demás; None si no se ve."""
        if self._renglon is None:
            return None
        claves = claves_de(campo, datos_de(self._sesion.foto, self._renglon)[0])
        if claves and not any(clave in self._campos for clave in claves):
            self._con_mas = True
            self.poner(self._renglon)
        return next((self._campos[clave][1] for clave in claves if clave in self._campos), None)

    def enfocar(self) -> None:
        """Pone el cursor en el primer dato por llenar tras «Qué es» y su medio."""
        por_llenar = [campo for dato, campo in self._campos.values() if dato.clase not in ("forma", "medio")]
        if por_llenar:
            por_llenar[0].setFocus()

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        for _, campo in list(self._campos.values()):
            if isinstance(campo, (TextoLargo, CampoEscrito)):
                campo.guardar_ya()

    def _datos(self) -> tuple[Dato, ...]:
        assert self._renglon is not None
        todos, a_la_vista = datos_de(self._sesion.foto, self._renglon)
        # Lo que ya se enseñó de este renglón no se esconde mientras se escribe en él.
        self._vistos |= a_la_vista
        return tuple(dato for dato in todos if self._con_mas or dato.clave in self._vistos)

    def _alternar(self) -> None:
        self._con_mas, self._vistos = not self._con_mas, frozenset()
        if self._renglon is not None:
            self.poner(self._renglon)

    def _rehacer(self, datos: tuple[Dato, ...]) -> None:
        """Cambia los campos por los de esos datos; el cursor sigue en el mismo dato, si aún está."""
        con_cursor = next((clave for clave, (_, campo) in self._campos.items() if campo.hasFocus()), "")
        vaciar(self._cuadricula)
        self._campos, self._pies = {}, {}
        self._mas.setText("Menos datos" if self._con_mas else "Más datos")
        lugar = 0
        for dato in datos:
            lugar = self._agregar(dato, lugar)
        self._encadenar()
        if con_cursor in self._campos:
            self._campos[con_cursor][1].setFocus()

    def _encadenar(self) -> None:
        """Con Tab se llega a los campos tras lo que les precede; recién hechos irían al final de todo."""
        anterior = self.despues_de
        for _, campo in self._campos.values():
            if anterior is not None:
                QWidget.setTabOrder(anterior, campo)
            anterior = campo

    def _agregar(self, dato: Dato, lugar: int) -> int:
        """Pone un campo en la cuadrícula; los anchos toman el renglón entero. Devuelve el lugar que sigue."""
        assert self._renglon is not None
        campo = _FABRICAS[dato.clase](dato, self._sesion, self._renglon)
        self._conectar(dato, campo)
        self._campos[dato.clave] = (dato, campo)
        ancho = campos.es_ancho(campo)
        lugar += lugar % 2 if ancho else 0
        fila, columna = lugar // 2, 2 * (lugar % 2)
        con_rotulo = not isinstance(campo, campos.CampoDeSi)
        if con_rotulo:
            letrero = LetreroQueCede(sin_atajo(dato.rotulo))
            letrero.setBuddy(campo)
            self._cuadricula.addWidget(letrero, fila, columna)
        anchura = 3 if ancho else 1
        if isinstance(campo, (TextoLargo, CampoEscrito)):
            acomodo, self._pies[dato.clave] = con_pie(campo)
            self._cuadricula.addLayout(acomodo, fila, columna + 1, 1, anchura)
        elif con_rotulo:
            self._cuadricula.addWidget(campo, fila, columna + 1, 1, anchura)
        else:
            self._cuadricula.addWidget(campo, fila, columna, 1, anchura + 1)
        return lugar + (2 if ancho else 1)

    def _conectar(self, dato: Dato, campo: campos.Campo) -> None:
        senal = campo.guardar if isinstance(campo, TextoLargo) else campo.cambio
        # El campo guarda en el renglón para el que se hizo, aunque ya se vea otro.
        assert self._renglon is not None
        de = self._renglon
        senal.connect(lambda valor: self._guardar(de, dato, campo, valor))
        if isinstance(campo, CampoEscrito):
            campo.rechazado.connect(
                lambda texto, por_que: self._sesion.rechazar(
                    Escrito(_sitio(de, dato), dato.rotulo, texto), por_que
                )
            )

    def _guardar(self, de: Renglon, dato: Dato, campo: campos.Campo, valor: Any) -> None:
        sitio = _sitio(de, dato)
        renglon = self._sesion.renglon(de.uid)
        if renglon is None or dato.poner(renglon, valor) == renglon:
            self._sesion.sin_guardar.soltar(sitio)
            campo.poner(dato.leer(renglon or de))
            return
        visita = campo.visita if isinstance(campo, TextoLargo) else ""

        def guardar(exp: Expediente, trimestre: Trimestre) -> Cambios:
            # Al reintentar, lo demás del renglón puede ser otro.
            actual = self._sesion.renglon(de.uid) or de
            return guardar_renglon(exp, trimestre, dato.poner(actual, valor), visita)

        if isinstance(campo, (TextoLargo, CampoEscrito)):
            texto = campo.decir(valor) if isinstance(campo, CampoEscrito) else valor
            self._sesion.guardar(Escrito(sitio, dato.rotulo, texto), guardar)
        else:
            self._sesion.hacer(guardar)


def _sitio(renglon: Renglon, dato: Dato) -> Sitio:
    return Sitio(renglon.lugar, Origen("renglon", renglon.uid), campo=dato.clave)


def _lista_de_formas(dato: Dato, sesion: Sesion, renglon: Renglon) -> campos.Campo:
    formas = sesion.foto.plan.formas_de(renglon.lugar)
    return campos.CampoDeLista(dato.rotulo, [(f.clave, f.nombre) for f in formas])


def _lista_de_medios(dato: Dato, sesion: Sesion, _: Renglon) -> campos.Campo:
    medios = [(m.clave, m.unidad.singular.capitalize()) for m in sesion.foto.plan.medios]
    return campos.CampoDeLista(dato.rotulo, [("", "(sin medio)"), *medios])


def _lista_de_meses(dato: Dato, sesion: Sesion, _: Renglon) -> campos.Campo:
    meses = [(mes, MESES[mes - 1]) for mes in sesion.foto.trimestre.meses]
    return campos.CampoDeLista(dato.rotulo, [(None, "(no se sabe)"), *meses])


def _lista_de_sentidos(dato: Dato, _: Sesion, __: Renglon) -> campos.Campo:
    opciones = [("", "(no se sabe)"), ("enviado", "Enviado"), ("recibido", "Recibido")]
    return campos.CampoDeLista(dato.rotulo, opciones)


def _unidades(dato: Dato, sesion: Sesion, _: Renglon) -> campos.Campo:
    nombres = vigentes_en(sesion.foto.catalogo, sesion.trimestre)
    return campos.con_nombres(campos.CampoDeTexto(dato.rotulo, dato.ayuda), nombres)


def _fecha(dato: Dato, sesion: Sesion, _: Renglon) -> campos.Campo:
    return campos.campo_de_fecha(dato.rotulo, sesion.reloj.hoy, sesion.foto.trimestre.primer_dia)


def _texto_largo(dato: Dato, sesion: Sesion, _: Renglon) -> campos.Campo:
    todos = sesion.foto.renglones_del_ejercicio.values() if dato.clave == "asunto" else ()
    asuntos = sorted({renglon.asunto for renglones in todos for renglon in renglones if renglon.asunto})
    return campos.CampoLargo(dato.rotulo, dato.ayuda, asuntos, con_renglones=dato.clave == "asuntos")


_FABRICAS: dict[Clase, Callable[[Dato, Sesion, Renglon], campos.Campo]] = {
    "forma": _lista_de_formas,
    "medio": _lista_de_medios,
    "mes": _lista_de_meses,
    "sentido": _lista_de_sentidos,
    "unidades": _unidades,
    "fecha": _fecha,
    "largo": _texto_largo,
    "texto": lambda dato, sesion, renglon: FoliosDelRenglon(dato.rotulo, dato.ayuda, sesion, renglon),
    "hora": lambda dato, sesion, renglon: campos.CampoDeClase(dato.rotulo, "hora"),
    "cantidad": lambda dato, sesion, renglon: campos.CampoDeClase(dato.rotulo, "numero"),
    "numero": lambda dato, sesion, renglon: campos.CampoDeNumero(dato.rotulo),
    "si": lambda dato, sesion, renglon: campos.CampoDeSi(dato.rotulo),
}
