"""La ventana del año nuevo: qué cambia, qué pasa con cada actividad, y crearlo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QRadioButton, QSpinBox, QVBoxLayout, QWidget
from shiboken6 import isValid

from ut_escritorio.dominio.cambios_del_plan.acomodo import reacomodado
from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import ActividadNueva
from ut_escritorio.dominio.cambios_del_plan.anio import AnioNuevo, PorMirar, con_texto_dicho, plan_del_anio
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.anio.actividades import Actividades
from ut_escritorio.interfaz.anio.cambios import CambiosDelAnio
from ut_escritorio.interfaz.anio.textos import UnoPorUno
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar, boton, con_barra, tarjeta
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.dialogo_de_datos import DialogoDeDatos
from ut_escritorio.interfaz.comunes.dialogos.nueva_actividad import NuevaActividad
from ut_escritorio.interfaz.comunes.dialogos.visor import abrir_fuera
from ut_escritorio.interfaz.comunes.papel.exportacion import hojear_foto
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.servicios.oficina import anio as servicio
from ut_escritorio.servicios.oficina.catalogos import catalogo_de
from ut_escritorio.servicios.oficina.plan import plan_de


class VentanaDeAnio(DialogoDeDatos):
    """`creado` sale con el primer trimestre del año nuevo, ya en el archivo."""

    creado = Signal(object)

    def __init__(self, sesion: Sesion, padre: QWidget | None = None) -> None:
        super().__init__(padre)
        self._sesion = sesion
        self._plan = plan_de(sesion.expediente, sesion.trimestre)
        self._propuesto = servicio.proponer_anio(sesion.expediente, sesion.trimestre)
        self._textos: Mapping[str, str] = {}
        self._por_mirar: tuple[PorMirar, ...] = ()
        self._tarea: Tarea | None = None
        self._anio = self._propuesto.ejercicio
        self.setWindowTitle("Año nuevo")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.anio = QSpinBox()
        self.anio.setRange(2000, 2100)
        self.anio.setValue(self._propuesto.ejercicio)
        self.anio.setAccessibleName("Año nuevo")
        self.provisional = QRadioButton("&Provisional, hasta que se apruebe")
        self.provisional.setChecked(True)
        self.aprobado = QRadioButton("Ya &aprobado")
        catalogo = catalogo_de(sesion.expediente)
        organos = servicio.organos(sesion.expediente, self._propuesto)
        self.cambios = CambiosDelAnio(sesion, self._plan, catalogo, self._propuesto, organos)
        self.metas = agrandar(QCheckBox(f"Copiar también las &metas de {self._plan.ejercicio}"))
        self.metas.setToolTip("Quedan como propuesta, en gris, hasta que las confirme")
        self.metas.setVisible(any(a.programado for c in self._plan.componentes for a in c.actividades))
        self.actividades = Actividades(self._propuesto.destinos)
        self.mas = boton("Agregar una ac&tividad…", self._pedir_nueva, "agregar")
        self._dicen = Letrero()
        self.ver_textos = boton("Verlos &uno por uno…", self._ver_textos, "ir")
        self.vacio = boton("Ver informe &vacío", self._ver_vacio, "hoja")
        self.cancelar = boton("Cancelar", self.reject)
        self.crear = boton("", lambda: self.cambios.logos.ya_leidos(self._pedir_crear), "listo")
        self._armar()
        self.anio.valueChanged.connect(self._al_mudar_de_anio)
        self.actividades.cambio.connect(self._al_dia)
        for organo in self.cambios.organos:
            organo.casilla.toggled.connect(lambda _: self._al_dia())
        for fecha in (self.cambios.desde, *(organo.dia for organo in self.cambios.organos)):
            fecha.reparo.connect(lambda _: self._al_dia())
            fecha.cambio.connect(lambda _: self._al_dia())
        self._al_dia()

    def dicho(self) -> AnioNuevo:
        """El año nuevo como ella lo ha dicho."""
        otros: dict[str, Any] = self.cambios.dichos()
        return replace(
            self._propuesto,
            ejercicio=self.anio.value(),
            provisional=self.provisional.isChecked(),
            con_metas=self.metas.isChecked(),
            destinos=self.actividades.destinos(),
            nuevas=tuple(self.actividades.nuevas),
            textos=dict(self._textos),
            **otros,
        )

    def lo_dicho(self) -> object:
        """Lo que se perdería al cerrarla, también una fecha que no se entiende."""
        return self.dicho(), tuple(fecha.text() for fecha in self.cambios.fechas())

    def _armar(self) -> None:
        viejo = self._plan.ejercicio
        acomodo = QVBoxLayout(self)
        acomodo.setSpacing(10)
        arriba = QHBoxLayout()
        arriba.addWidget(Letrero("Año", negrita=True, aumento=1.2))
        arriba.addWidget(self.anio)
        arriba.addSpacing(16)
        arriba.addWidget(self.provisional)
        arriba.addWidget(self.aprobado)
        arriba.addStretch()
        acomodo.addLayout(arriba)
        acomodo.addWidget(
            Letrero(
                f"Se copian de {viejo} las actividades, los cuadros y los textos; no se copian números, "
                f"oficios ni, si no lo pide, las metas. {viejo} queda intacto.",
                tinta="letra_tenue",
            )
        )
        medio = QHBoxLayout()
        izquierda, dentro = tarjeta()
        dentro.addWidget(Letrero("Qué cambia en la oficina", negrita=True))
        dentro.addWidget(con_barra(self.cambios))
        derecha, dentro = tarjeta()
        hilera = QHBoxLayout()
        hilera.addWidget(Letrero("Qué pasa con cada actividad", negrita=True), 1)
        hilera.addWidget(self.mas)
        dentro.addLayout(hilera)
        dentro.addWidget(self.actividades)
        dentro.addWidget(self.metas)
        medio.addWidget(izquierda, 1)
        medio.addWidget(derecha, 1)
        acomodo.addLayout(medio, 1)
        abajo = QHBoxLayout()
        abajo.addWidget(self._dicen, 1)
        for pieza in (self.ver_textos, self.vacio, self.cancelar, self.crear):
            abajo.addWidget(pieza)
        acomodo.addLayout(abajo)
        self.resize(QSize(1240, 680).boundedTo(self.lo_que_cabe()))

    def _al_mudar_de_anio(self, anio: int) -> None:
        self.cambios.mudar_de_anio(self._anio, anio)
        self._anio = anio
        self._al_dia()

    def _al_dia(self) -> None:
        """Cuántos textos dicen todavía lo de antes; si algo no puede ser, qué."""
        self.crear.setText(f"Crear {self.anio.value()}")
        self.crear.setAccessibleName(self.crear.text())
        try:
            self._por_mirar = servicio.por_mirar(
                self._sesion.expediente, self._sesion.trimestre, self.dicho()
            )
        except ErrorEsperado as error:
            self._por_mirar = ()
            self._dicen.decir(str(error), "error")
        else:
            falta = self._ya_esta() or self._que_falta()[0]
            tinta = "error" if falta else "atencion" if self._por_mirar else "letra_tenue"
            self._dicen.decir(falta or _cuantos_dicen(self._por_mirar), tinta)
        self.ver_textos.setEnabled(bool(self._por_mirar))

    def _ya_esta(self) -> str:
        return servicio.por_que_no(self._sesion.trimestres, self.anio.value())

    def _que_falta(self) -> tuple[str, Callable[[], object]]:
        """Lo que no puede quedar como está y cómo llegar a ello; vacío si nada."""
        for fecha in self.cambios.fechas():
            if fecha.por_que or fecha.fecha() is None:
                return fecha.por_que or f"«{fecha.accessibleName()}»: falta la fecha.", fecha.setFocus
        fila = self.actividades.sin_decir()
        if fila is None:
            return "", lambda: None
        numero = self._propuesto.destinos[fila].numero
        return f"Escriba otro número u otro nombre para la {numero}.", lambda: self.actividades.pedir(fila)

    def _completo(self) -> bool:
        """Si no falta nada; si falta, lo dice al pie y pone ahí el cursor."""
        for fecha in self.cambios.fechas():
            fecha.guardar_ya()
        self._al_dia()
        falta, ir = self._que_falta()
        if falta:
            ir()
        return not falta

    def _pedir_crear(self) -> None:
        """Lo crea; antes pregunta si aún hay textos que dicen lo de antes."""
        if ya_esta := self._ya_esta():
            avisos.advertir(self, ya_esta)
            self.anio.setFocus()
            return
        if not self._completo():
            return
        if not self._por_mirar:
            self._respaldar_y_crear()
            return
        salidas = (("Verlos uno por uno", self._ver_textos), ("Crear así", self._respaldar_y_crear))
        avisos.escoger(self, _cuantos_dicen(self._por_mirar), salidas, "Así se imprimirían todo el año.")

    def _respaldar_y_crear(self) -> None:
        self._sesion.respaldar_antes(self._crear)

    def _ver_textos(self) -> None:
        dialogo = UnoPorUno(self._por_mirar, self._plan, self)
        dialogo.dicho.connect(self._al_decir_un_texto)
        dialogo.finished.connect(lambda _: self._al_dia())
        dialogo.open()

    def _al_decir_un_texto(self, dice: str, ahora: str) -> None:
        """Lo cambia; si es el nombre de una actividad, en la lista se ve ya cambiado."""
        self._textos = con_texto_dicho(self._textos, dice, ahora)
        self.actividades.renombrar(dice, ahora)

    def _pedir_nueva(self) -> None:
        ultimo = self._plan.componentes[-1]
        dialogo = NuevaActividad(self._plan, f"{ultimo.numero}.{len(ultimo.actividades) + 1}", self)
        dialogo.lista.connect(lambda nueva: self._agregar(dialogo, nueva))
        dialogo.open()

    def _agregar(self, dialogo: NuevaActividad, nueva: ActividadNueva) -> None:
        """La agrega si cabe en el plan como está; si no, dice por qué y deja corregirla."""
        dicho = self.dicho()
        try:
            reacomodado(self._plan, dicho.destinos)
            plan_del_anio(self._plan, replace(dicho, nuevas=(*dicho.nuevas, nueva)))
        except ErrorEsperado as error:
            avisos.advertir(dialogo, str(error))
            return
        dialogo.accept()
        self.actividades.agregar(nueva)

    def _ver_vacio(self) -> None:
        if not self._completo():
            return
        try:
            foto, contenidos = servicio.vacio(
                self._sesion.expediente, self._sesion.trimestre, self.dicho(), self.cambios.logos.imagenes
            )
        except ErrorEsperado as error:
            avisos.advertir(self, str(error))
            return
        self.vacio.setEnabled(False)
        self._tarea = hojear_foto(foto, contenidos)
        # Métodos propios, no lambdas: si la ventana se cierra antes, Qt ya no los llama.
        self._tarea.hecha.connect(self._abrir_vacio)
        self._tarea.fallida.connect(self._no_se_pudo)
        self._tarea.acabo.connect(self._al_terminar)
        self._tarea.empezar()

    def _abrir_vacio(self, hecho: tuple[object, bytes]) -> None:
        abrir_fuera(self, hecho[1], f"Informe vacío {self.anio.value()}.pdf")

    def _no_se_pudo(self, error: Exception) -> None:
        avisos.advertir(self, str(error))

    def _al_terminar(self) -> None:
        self._tarea = None
        self.vacio.setEnabled(True)

    def _crear(self) -> None:
        anio, imagenes = self.dicho(), dict(self.cambios.logos.imagenes)
        self._sesion.espera.cuando_se_pueda(lambda: self._crear_ya(anio, imagenes))

    def _crear_ya(self, anio: AnioNuevo, imagenes: Mapping[str, bytes]) -> None:
        """Lo crea; si no se pudo, ya se dijo por qué y aquí se sigue corrigiendo."""
        creado: Trimestre | None = self._sesion.hacer(servicio.crear_anio, anio, imagenes)
        if creado is not None and isValid(self):
            self.accept()
            self.creado.emit(creado)


def _cuantos_dicen(por_mirar: tuple[PorMirar, ...]) -> str:
    if not por_mirar:
        return "Ningún texto dice lo de antes."
    palabras = lista([f"«{dicha}»" for dicha in dict.fromkeys(d for p in por_mirar for d in p.dice)])
    cuantos = "un texto" if len(por_mirar) == 1 else f"{len(por_mirar)} textos"
    return f"Todavía dice {palabras} en {cuantos}."
