"""La fila HOY del Tablero: lo que se hace a diario, con su número de hoy, en el trimestre de hoy."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.dias import SEMANA, CambioDeDia, diarias
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.vista import sitio_de_dia
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.cifras import Cifra
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, que_quepa, vaciar
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeNumero
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.captura.monitoreos import marcar_dia

_COLUMNAS = 2


class FilaDeHoy(QWidget):
    """Un campo por cifra: en gris lo de siempre, en negro lo ya registrado; se escribe si hoy fue otro.

    Es siempre del trimestre de hoy, aunque se vea otro: entonces lo dice por su nombre y ahí escribe.
    """

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion, self._foto = sesion, sesion.foto
        self._hoy = sesion.reloj.hoy()
        self.titulo = Letrero(negrita=True, aumento=1.15)
        self.registrar = boton("&Registrar los de hoy (F8)", sesion.pide_registrar.emit, "dias")
        self._listo = Letrero(tinta="bien")
        self.ver_dias = boton("Ver los &días…", self._ver_los_dias)
        self.siguiente = Letrero(tinta="letra_tenue")
        self.campos: dict[str, CampoDeNumero] = {}
        self._cifras: tuple[Cifra, ...] = ()
        self._cuadricula = QGridLayout()
        self._cuadricula.setHorizontalSpacing(8)
        self._botones = QWidget()
        self._armar()

    def piezas(self) -> tuple[QWidget, ...]:
        """Lo que se llena u oprime, en el orden en que se lee."""
        return self.registrar, self.ver_dias, *self.campos.values()

    def poner(self, foto: FotoTrimestre | None, visto: Trimestre, queda: str, siguiente: str) -> None:
        """Pone al día lo registrado hoy en su trimestre; sin él en el archivo, solo qué día es.

        `siguiente`: el folio del oficio que sigue, si se sabe.
        """
        self._hoy = self._sesion.reloj.hoy()
        otro = f" ({foto.trimestre.numero}º trimestre)" if foto and foto.trimestre != visto else ""
        que_dia = f"HOY {SEMANA[self._hoy.weekday()]} {decir_fecha(self._hoy)}{otro}"
        self.titulo.decir(" · ".join(filter(None, (que_dia, queda))))
        self.siguiente.decir(siguiente and f"Siguiente oficio: {siguiente}")
        self._campos_de(foto)
        self._botones.setVisible(bool(self.campos))
        if foto is None:
            return
        self._foto = foto
        cerrado = bool(self._sesion.solo_leer or foto.firmado)
        for clave, campo in self.campos.items():
            valor = foto.conteos.dias.get((clave, self._hoy))
            self._sesion.sin_guardar.mostrar(campo, self._sitio(clave), valor)
            campo.setEnabled(not cerrado)
        todos = all((clave, self._hoy) in foto.conteos.dias for clave in self.campos)
        self._listo.decir("Ya están los de hoy ✔" if todos else "")
        self.registrar.setVisible(not todos and not cerrado)

    def _armar(self) -> None:
        botones = HileraQueSeParte(self._botones)
        self._listo.setWordWrap(False)
        for pieza in (self.registrar, self._listo, self.ver_dias):
            botones.agregar(pieza)
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.addWidget(self.titulo)
        acomodo.addWidget(self._botones)
        acomodo.addLayout(self._cuadricula)
        acomodo.addWidget(self.siguiente)

    def _campos_de(self, foto: FotoTrimestre | None) -> None:
        """Un campo por cada una que hoy se registra; si son las mismas, se quedan los que hay."""
        cifras = diarias(foto) if foto is not None else ()
        if cifras == self._cifras:
            return
        vaciar(self._cuadricula)
        self._cifras = cifras
        self.campos = {cifra.clave: self._campo(cifra) for cifra in cifras}
        for n, cifra in enumerate(cifras):
            campo, (fila, columna) = self.campos[cifra.clave], divmod(n, _COLUMNAS)
            campo.setFixedWidth(campo.fontMetrics().averageCharWidth() * 7)
            self._cuadricula.setColumnStretch(2 * columna + 1, 1)
            self._cuadricula.addWidget(campo, fila, 2 * columna)
            self._cuadricula.addWidget(Letrero(que_quepa(cifra.nombre)), fila, 2 * columna + 1)

    def corregir(self, sitio: Sitio) -> bool:
        """Pone el cursor en lo mal escrito de ese día, si aquí está; dice si estaba."""
        malos = (c for clave, c in self.campos.items() if c.por_que and self._sitio(clave) == sitio)
        campo = next(malos, None)
        if campo is not None:
            campo.setFocus()
        return campo is not None

    def _ver_los_dias(self) -> None:
        if self._foto.trimestre == self._sesion.trimestre:
            self._sesion.pide_dias.emit("", False)
        else:
            self._sesion.pide_orden.emit("ver los días", self._foto.trimestre)

    def _campo(self, cifra: Cifra) -> CampoDeNumero:
        campo = CampoDeNumero(f"Hoy, {cifra.nombre}")
        campo.setPlaceholderText(str(cifra.por_dia))
        campo.setAlignment(Qt.AlignmentFlag.AlignCenter)
        campo.cambio.connect(lambda valor, cual=cifra: self._escribir(cual, valor))
        campo.rechazado.connect(lambda texto, por_que, cual=cifra: self._rechazar(cual, texto, por_que))
        return campo

    def _escribir(self, cifra: Cifra, valor: int | None) -> None:
        escrito = self._escrito(cifra, "" if valor is None else str(valor))
        cambio = CambioDeDia(cifra.clave, self._hoy, valor)
        trimestre, hoy = self._foto.trimestre, self._hoy  # los de hoy, aunque se vea otro
        self._sesion.guardar(escrito, lambda exp, _: marcar_dia(exp, trimestre, cambio, hoy))

    def _rechazar(self, cifra: Cifra, texto: str, por_que: str) -> None:
        self._sesion.rechazar(self._escrito(cifra, texto), por_que)

    def _escrito(self, cifra: Cifra, texto: str) -> Escrito:
        return Escrito(self._sitio(cifra.clave), f"Hoy, {cifra.nombre}", texto)

    def _sitio(self, cifra: str) -> Sitio:
        return sitio_de_dia(self._foto.plan, cifra, self._hoy)
