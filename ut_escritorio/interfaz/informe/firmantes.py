"""Quién firma este informe, con qué leyenda y membrete, si no son los que tocan por la fecha o el año."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficina.firmantes import ocupante
from ut_escritorio.dominio.origen import INFORME
from ut_escritorio.dominio.plan.apartados import Firmante
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.trimestre.eleccion import FirmanteElegido
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, boton, sin_atajo
from ut_escritorio.interfaz.comunes.campos.campo_escrito import AlPie
from ut_escritorio.interfaz.comunes.campos.de_renglon import CampoDeLista, CampoDeTexto
from ut_escritorio.interfaz.comunes.campos.textos import TextoLargo
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.piezas_vivas import PiezaViva
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.informe.membrete import MembreteDelInforme
from ut_escritorio.servicios.archivo.expediente import Cosas
from ut_escritorio.servicios.entrega import eleccion

_DE_LA_LEYENDA = Sitio(origen=INFORME, campo="leyenda")


class Firmantes(PiezaViva):
    """Cada puesto con su persona y su cargo, la leyenda y el membrete; se guarda al salir de cada uno."""

    lee: ClassVar[Cosas] = frozenset({"ajustes", "firmados"})

    def __init__(self, sesion: Sesion) -> None:
        super().__init__()
        self._sesion = sesion
        self.puestos = {f.puesto: _Puesto(sesion, f) for f in firmantes_de(sesion.foto.plan)}
        self.leyenda = TextoLargo("Leyenda de este informe", 2)
        self.del_anio = boton("La del año", lambda: self._elegir_leyenda(None), "automatico")
        acomodo = QVBoxLayout(self)
        acomodo.setContentsMargins(0, 0, 0, 0)
        for puesto in self.puestos.values():
            acomodo.addWidget(puesto)
        acomodo.addWidget(Letrero("Leyenda", negrita=True))
        acomodo.addWidget(self.leyenda)
        acomodo.addWidget(AlPie(self.leyenda))
        acomodo.addWidget(self.del_anio)
        self.membrete = MembreteDelInforme(sesion)
        acomodo.addWidget(self.membrete)
        self.leyenda.guardar.connect(self._elegir_leyenda)
        self.refrescar(sesion.foto)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Muestra lo que dice el archivo."""
        for puesto in self.puestos.values():
            puesto.refrescar(foto)
        self._sesion.sin_guardar.mostrar(self.leyenda, _DE_LA_LEYENDA, foto.plan.leyenda)
        self.membrete.refrescar(foto)
        cerrado = bool(self._sesion.cerrado)
        self.leyenda.setReadOnly(cerrado)
        self.del_anio.setVisible(foto.eleccion.leyenda is not None and not cerrado)

    def ir_a(self, sitio: Sitio) -> bool:
        """Pone el cursor en el membrete, si es lo que hace falta; False si no."""
        if sitio.campo == "membrete":
            self.membrete.lista.setFocus()
        return sitio.campo == "membrete"

    def asentar(self) -> None:
        """Guarda lo que esté a medio escribir."""
        self.leyenda.guardar_ya()
        for puesto in self.puestos.values():
            puesto.cargo.guardar_ya()

    def _elegir_leyenda(self, texto: str | None) -> None:
        escrito = Escrito(_DE_LA_LEYENDA, "Leyenda", texto or "")
        self._sesion.guardar(escrito, eleccion.elegir_leyenda, texto, self.leyenda.visita)


def firmantes_de(plan: Plan) -> tuple[Firmante, ...]:
    """Quienes firman el informe en su portada y en su última hoja, una vez cada puesto."""
    apartados = (*plan.portada, *plan.ultima)
    por_puesto = {f.puesto: f for apartado in apartados for f in apartado.firmantes}
    return tuple(por_puesto.values())


class _Puesto(QWidget):
    """La persona de un puesto y, si se eligió otra, el cargo con que firma."""

    def __init__(self, sesion: Sesion, firmante: Firmante) -> None:
        super().__init__()
        self._sesion, self._puesto = sesion, firmante.puesto
        self._rotulo = firmante.rotulo or "Firma"
        self._sitio = Sitio(origen=INFORME, campo=f"cargo:{firmante.puesto}")
        personas = [(p.clave, p.con_tratamiento) for p in sesion.foto.catalogo.personas if p.nombre]
        self.persona = CampoDeLista(f"{self._rotulo}: quién", [("", ""), *personas])
        self.cargo = CampoDeTexto(f"{self._rotulo}: con qué cargo")
        cuadricula = QGridLayout(self)
        cuadricula.setContentsMargins(0, 0, 0, 0)
        cuadricula.setColumnStretch(1, 1)
        self._titulo = QLabel(sin_atajo(self._rotulo))
        cuadricula.addWidget(self._titulo, 0, 0)
        cuadricula.addWidget(self.persona, 0, 1)
        cuadricula.addWidget(self.cargo, 1, 1)
        cuadricula.addWidget(AlPie(self.cargo), 2, 1)
        self._titulo.setMinimumWidth(self._titulo.fontMetrics().averageCharWidth() * 14)
        self.persona.cambio.connect(self._elegir)
        self.cargo.cambio.connect(self._con_cargo)
        self.refrescar(sesion.foto)

    def refrescar(self, foto: FotoTrimestre) -> None:
        """Muestra quién firma: el elegido, o el que toca por la fecha."""
        elegido = foto.eleccion.firmantes.get(self._puesto)
        quien = ocupante(foto.catalogo, self._puesto, foto.dia)
        self.persona.setItemText(0, _por_la_fecha(None if elegido else quien and quien.nombre))
        self.persona.poner(elegido.persona if elegido else "")
        self._sesion.sin_guardar.mostrar(self.cargo, self._sitio, elegido.cargo if elegido else "")
        self.cargo.setVisible(elegido is not None)
        for campo in (self.persona, self.cargo):
            campo.setEnabled(not self._sesion.cerrado)

    def _elegir(self, persona: str) -> None:
        """Pone a esa persona con el último cargo que se le conoce; vacío, al que toque."""
        foto = self._sesion.foto
        suyos = [n.cargo for n in foto.catalogo.nombramientos if n.persona == persona]
        del_puesto = ocupante(foto.catalogo, self._puesto, foto.dia)
        cargo = suyos[-1] if suyos else del_puesto.cargo if del_puesto else ""
        elegido = FirmanteElegido(persona, cargo) if persona else None
        self._sesion.hacer(eleccion.elegir_firmante, self._puesto, elegido)

    def _con_cargo(self, cargo: str) -> None:
        elegido = self._sesion.foto.eleccion.firmantes.get(self._puesto)
        if elegido is not None:
            nuevo = FirmanteElegido(elegido.persona, cargo)
            escrito = Escrito(self._sitio, f"Cargo de «{self._rotulo}»", cargo)
            self._sesion.guardar(escrito, eleccion.elegir_firmante, self._puesto, nuevo)


def _por_la_fecha(nombre: str | None) -> str:
    return f"{nombre} (por la fecha)" if nombre else "(quien toque por la fecha)"
