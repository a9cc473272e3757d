"""La fila HOY del Tablero: lo que se hace a diario, con su número de hoy, y los días sin registrar."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.numeros.dias import (
    SEMANA,
    CambioDeDia,
    diarias,
    dichos,
    sin_registrar,
)
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.numeros.vista import sitio_de_dia
from ut_escritorio.dominio.plan.cifras import Cifra
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeNumero
from ut_escritorio.interfaz.comunes.campos.fechas import decir_fecha
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import PiezaViva
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.tablero.reserva import acomodo_de_hoy, apilar, hilera
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.captura.monitoreos import marcar_dia
from ut_escritorio.servicios.oficina.calendario import calendario_de


class FilaDeHoy(PiezaViva):
    """Un campo por cifra: en gris lo de siempre, en negro lo ya registrado; se escribe si hoy fue otro."""

    lee: ClassVar[Cosas] = frozenset({"conteos", "marcas", "ajustes", "firmados"})

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self._hoy = sesion.reloj.hoy()
        self._titulo = Letrero(negrita=True)
        self._titulo.setWordWrap(False)
        self.registrar = boton("&Registrar los de hoy (F8)", sesion.pide_registrar.emit, "dias")
        self._listo = Letrero(tinta="bien")
        self._listo.setWordWrap(False)
        self.ver_dias = boton("Ver los &días…", lambda: sesion.pide_dias.emit("", False))
        self._faltan = Letrero(tinta="atencion")
        self.completar = boton("Comp&letar…", lambda: sesion.pide_dias.emit("", True))
        self.campos = {cifra.clave: self._campo(cifra) for cifra in diarias(sesion.foto)}
        self._pie = QWidget()
        self._de_hoy = QWidget()
        self._armar()

    def piezas(self) -> tuple[QWidget, ...]:
        """Lo que se llena u oprime, en el orden en que se lee."""
        return self.registrar, self.ver_dias, *self.campos.values(), self.completar

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Pone al día lo registrado hoy y los días que faltan; si nada viene al caso, se esconde."""
        self._hoy = self._sesion.reloj.hoy()
        es_de_aqui = foto.trimestre.primer_dia <= self._hoy <= foto.trimestre.ultimo_dia
        faltan = {} if self._sesion.cerrado else sin_registrar(foto, calendario_de(foto), self._hoy)
        self._titulo.decir(f"HOY {SEMANA[self._hoy.weekday()]} {decir_fecha(self._hoy)}")
        for clave, campo in self.campos.items():
            valor = foto.conteos.dias.get((clave, self._hoy))
            self._sesion.sin_guardar.mostrar(campo, self._sitio(clave), valor)
            campo.setEnabled(not self._sesion.cerrado)
        todos = all((clave, self._hoy) in foto.conteos.dias for clave in self.campos)
        self._listo.decir("Ya están los de hoy ✔" if todos else "")
        self.registrar.setVisible(not todos and not self._sesion.cerrado)
        self._faltan.decir(_dichos(faltan, self._hoy))
        self._pie.setVisible(bool(faltan))
        self._de_hoy.setVisible(es_de_aqui)
        self.setVisible(bool(self.campos) and (es_de_aqui or bool(faltan)))

    def _armar(self) -> None:
        campos = {campo.accessibleName().removeprefix("Hoy, "): campo for campo in self.campos.values()}
        arriba = (self._titulo, self.registrar, self._listo, self.ver_dias)
        self._de_hoy.setLayout(acomodo_de_hoy(arriba, campos))
        self._faltan.setWordWrap(False)
        self._pie.setLayout(hilera((self._faltan, self.completar)))
        apilar(self, self._de_hoy, self._pie)

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
        self._sesion.guardar(escrito, marcar_dia, cambio, self._sesion.reloj.hoy())

    def _rechazar(self, cifra: Cifra, texto: str, por_que: str) -> None:
        self._sesion.rechazar(self._escrito(cifra, texto), por_que)

    def _escrito(self, cifra: Cifra, texto: str) -> Escrito:
        return Escrito(self._sitio(cifra.clave), f"Hoy, {cifra.nombre}", texto)

    def _sitio(self, cifra: str) -> Sitio:
        return sitio_de_dia(self._sesion.foto.plan, cifra, self._hoy)


def _dichos(faltan: Mapping[str, tuple[date, ...]], hoy: date) -> str:
    return (
        f"Días sin registrar: {dichos((d for dias in faltan.values() for d in dias), hoy)}" if faltan else ""
    )
