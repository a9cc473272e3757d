"""Lo que cambia en la oficina al empezar el año: quién firma, el membrete, la leyenda y los órganos."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from textwrap import shorten

from PySide6.QtWidgets import QCheckBox, QGridLayout, QVBoxLayout, QWidget

from ut_escritorio.dominio.cambios_del_plan.anio import AnioNuevo, administracion_para
from ut_escritorio.dominio.cambios_del_plan.inicio import QuienFirma
from ut_escritorio.dominio.cambios_del_plan.organos import OrganoDelAnio
from ut_escritorio.dominio.oficina.cambios import papel_en
from ut_escritorio.dominio.oficina.catalogo import Catalogo, Unidad
from ut_escritorio.dominio.oficina.firmantes import cargo_conocido, ocupante
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.puestos import puestos_de
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, sin_atajo
from ut_escritorio.interfaz.comunes.aspecto.que_se_parte import HileraQueSeParte
from ut_escritorio.interfaz.comunes.campos.de_renglon import campo_de_fecha
from ut_escritorio.interfaz.comunes.campos.fechas import CampoDeFecha, decir_fecha
from ut_escritorio.interfaz.comunes.campos.logotipos import Logotipos
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CampoLimpio
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.archivo.expediente import Expediente


class CambiosDelAnio(QWidget):
    """Un renglón por cosa que suele cambiar; cada uno dice qué pasa en blanco, y cómo era si ya no es así."""

    def __init__(
        self,
        sesion: Sesion,
        plan: Plan,
        catalogo: Catalogo,
        propuesto: AnioNuevo,
        organos: tuple[OrganoDelAnio, ...],
    ) -> None:
        super().__init__()
        self._fin = propuesto.desde - timedelta(days=1)
        papel = papel_en(catalogo, self._fin)
        self.desde = campo_de_fecha("A partir de", sesion.reloj.hoy, propuesto.desde)
        self.desde.poner(propuesto.desde)
        self.firmas = [_Firma(catalogo, p, r, self._fin) for p, r in puestos_de(plan).items()]
        renglones = administracion_para(papel, propuesto.ejercicio)
        self.administracion = _campo("Administración", " · ".join(renglones))
        self.administracion.setToolTip("Sus renglones, separados con ·")
        self.administracion.setPlaceholderText("En blanco, las hojas van sin administración")
        self._antes = " · ".join(papel.administracion)
        imagenes = _imagenes(sesion.expediente, catalogo)
        self.logos = Logotipos(papel.logos, imagenes, alto=20)
        self._logos = papel.logos
        self.leyenda = _campo(f"Leyenda de {propuesto.ejercicio}", "")
        self.leyenda.setPlaceholderText("Sin comillas. En blanco, el año va sin leyenda hasta que se sepa")
        self.organos = [_Organo(sesion, o, propuesto.desde) for o in organos if not o.nuevo]
        self.nacen = [(o.organo, _casilla_de_nuevo(o.organo)) for o in organos if o.nuevo]
        self._armar()

    def mudar_de_anio(self, antes: int, ahora: int) -> None:
        """Cambió el año: si la fecha era su primer día, sigue siéndolo."""
        if self.desde.fecha() == date(antes, 1, 1):
            self.desde.poner(date(ahora, 1, 1))

    def fechas(self) -> tuple[CampoDeFecha, ...]:
        """Las fechas que valen: desde cuándo es todo y desde cuándo no existe cada órgano marcado."""
        return (self.desde, *(organo.dia for organo in self.organos if organo.casilla.isChecked()))

    def dichos(self) -> dict[str, object]:
        """Lo que ella dijo, como lo lleva el año nuevo."""
        renglones = tuple(r.strip() for r in self.administracion.text().split("·") if r.strip())
        return {
            "desde": self.desde.fecha() or self._fin + timedelta(days=1),
            "firmas": tuple(firma.dicha() for firma in self.firmas),
            "administracion": renglones if self.administracion.text() != self._antes else None,
            "logos": self.logos.logos if self.logos.logos != self._logos else None,
            "leyenda": self.leyenda.text(),
            "terminan": {organo.clave: organo.desde_cuando() for organo in self.organos},
            "nacen": tuple(organo for organo, casilla in self.nacen if casilla.isChecked()),
        }

    def _armar(self) -> None:
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        acomodo.setSpacing(8)
        cuadricula = QGridLayout()
        cuadricula.setColumnStretch(1, 1)
        cuadricula.setVerticalSpacing(5)
        _fila(cuadricula, "A partir de", self.desde)
        for firma in self.firmas:
            _fila(cuadricula, firma.rotulo, firma.nombre)
            _fila(cuadricula, "", firma.cargo, ComoEra(firma.cargo, firma.cargo_de_antes))
        _fila(cuadricula, "Administración", self.administracion, ComoEra(self.administracion, self._antes))
        fila = cuadricula.rowCount()  # a todo lo ancho: con letra grande no caben junto a su rótulo
        cuadricula.addWidget(Letrero("Logotipos"), fila, 0, 1, 2)
        cuadricula.addWidget(self.logos, fila + 1, 0, 1, 2)
        _fila(cuadricula, "Leyenda", self.leyenda)
        acomodo.addLayout(cuadricula)
        if self.organos:
            acomodo.addWidget(Letrero("Dejan de existir", negrita=True))
            for organo in self.organos:
                hilera = HileraQueSeParte()
                hilera.agregar(organo.casilla, crece=1)
                hilera.agregar(organo.dia)
                acomodo.addLayout(hilera)
            for dice in filter(None, (organo.dice for organo in self.organos)):
                acomodo.addWidget(Letrero(dice, "letra_tenue"))
        if self.nacen:
            acomodo.addWidget(Letrero("Empiezan a existir", negrita=True))
            for _, casilla in self.nacen:
                acomodo.addWidget(casilla)
        acomodo.addStretch()


class ComoEra(Letrero):
    """Debajo de un campo, lo que decía antes; si sigue diciendo lo mismo, nada."""

    def __init__(self, campo: CampoLimpio, antes: str) -> None:
        self._antes = antes
        super().__init__(self._dicho(campo.text()), "letra_tenue")
        campo.textChanged.connect(lambda ahora: self.decir(self._dicho(ahora)))

    def _dicho(self, ahora: str) -> str:
        return f"Antes: {self._antes}" if self._antes and ahora.strip() != self._antes else ""


class _Firma:
    """Quien firma en un puesto: en blanco, sigue quien está, con el cargo que tiene."""

    def __init__(self, catalogo: Catalogo, puesto: str, rotulo: str, dia: date) -> None:
        self._puesto = puesto
        quien = ocupante(catalogo, puesto, dia)
        self._cargo = self.cargo_de_antes = quien.cargo if quien else cargo_conocido(catalogo, puesto)
        self.rotulo = rotulo or "Departamento"
        self.nombre = _campo(f"{self._cargo or self.rotulo}: nombre", "")
        self.nombre.setPlaceholderText(f"Sigue {quien.nombre}" if quien else "Nombre, como se firma")
        self.nombre.setToolTip(self._cargo)
        self.cargo = _campo(f"{self._cargo or self.rotulo}: cargo", self._cargo)
        self.cargo.setPlaceholderText(f"Sigue {self._cargo}" if self._cargo else "Cargo, como se imprime")

    def dicha(self) -> QuienFirma:
        return QuienFirma(self._puesto, "", self.nombre.text(), self.cargo.text())


class _Organo:
    """Un órgano y desde qué día ya no existe; `dice`, lo que el archivo tenía si se propone otro día."""

    def __init__(self, sesion: Sesion, de: OrganoDelAnio, desde: date) -> None:
        unidad = de.organo
        self.clave = unidad.clave
        nombre = unidad.siglas or unidad.nombre
        self.casilla = agrandar(QCheckBox(f"{sin_atajo(_corto(nombre))} desde el"))
        self.casilla.setToolTip(unidad.nombre)
        self.dia = campo_de_fecha(f"{nombre}: ya no existe desde", sesion.reloj.hoy, desde)
        self.casilla.setChecked(de.hasta is not None)
        self.dia.poner(de.hasta + timedelta(days=1) if de.hasta else desde)
        self.dia.setEnabled(de.hasta is not None)
        decia = decir_fecha(de.decia + timedelta(days=1)) if de.decia else ""
        self.dice = f"{nombre}: su archivo decía desde el {decia}." if decia else ""
        self.casilla.toggled.connect(self.dia.setEnabled)

    def desde_cuando(self) -> date | None:
        return self.dia.fecha() if self.casilla.isChecked() else None


def _casilla_de_nuevo(organo: Unidad) -> QCheckBox:
    desde = f", desde el {decir_fecha(organo.desde)}" if organo.desde else ""
    casilla = agrandar(QCheckBox(f"{sin_atajo(organo.nombre)}{desde}"))
    casilla.setChecked(True)
    casilla.setToolTip("Se agrega a sus unidades y órganos")
    return casilla


_LARGO = 26


def _corto(nombre: str) -> str:
    """El nombre con su coma o, si no cabe, sus primeras palabras enteras."""
    return f"{nombre}," if len(nombre) <= _LARGO else shorten(nombre, _LARGO, placeholder="…")


def _imagenes(expediente: Expediente, catalogo: Catalogo) -> Mapping[str, bytes]:
    shas = {logo.sha256 for papel in catalogo.papeles for logo in papel.logos}
    return {sha256: expediente.contenido(sha256) for sha256 in shas}


def _campo(nombre: str, texto: str) -> CampoLimpio:
    campo = CampoLimpio(texto)
    campo.setAccessibleName(nombre)
    campo.setCursorPosition(0)
    return campo


def _fila(cuadricula: QGridLayout, rotulo: str, pieza: QWidget, debajo: QWidget | None = None) -> None:
    fila = cuadricula.rowCount()
    letrero = Letrero(rotulo)
    letrero.setWordWrap(False)
    cuadricula.addWidget(letrero, fila, 0)
    cuadricula.addWidget(pieza, fila, 1)
    if debajo is not None:
        cuadricula.addWidget(debajo, fila + 1, 1)
