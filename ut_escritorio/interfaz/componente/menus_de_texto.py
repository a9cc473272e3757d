"""Clic derecho sobre lo que se imprime: cambiarlo, agregar, quitarlo, o su hoja para capturar a mano."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from ut_escritorio.dominio.cambios_del_plan.acomodo import Destino
from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import ActividadNueva
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Lugar, Paso, Ruta
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.plan.textos import TextoDelPlan, texto_en
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.editor_de_texto import EditorDeTexto, pedir_renglon
from ut_escritorio.interfaz.comunes.dialogos.nueva_actividad import NuevaActividad
from ut_escritorio.interfaz.comunes.dialogos.programado import pedir_programado
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficina import plan as servicio

PARA_CAPTURAR = "&Hoja para capturar a mano…"
CAMBIAR, AGREGAR, QUITAR = "&Cambiar este texto…", "Agregar &renglón debajo…", "Ya &no va este año…"


def menu_de(padre: QWidget, sesion: Sesion, origen: Origen, ruta: Ruta) -> QMenu:
    """El menú de algo impreso: qué es y por dónde se llega a su texto; vacío si de ahí nada se puede."""
    menu = QMenu(padre)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if not sesion.cerrado:
        _Opciones(padre, sesion, menu).poner(origen, ruta)
    cadena = sesion.foto.plan.cadena.get(origen.clave, ()) if origen.clase == "lugar" else ()
    if len(cadena) > 1:
        actividad = cadena[1].numero
        menu.addSeparator()
        menu.addAction(PARA_CAPTURAR, lambda: sesion.pide_hojas_de_captura.emit(actividad))
    return menu


class _Opciones:
    """Pone en un menú lo que se puede hacer con algo impreso."""

    def __init__(self, padre: QWidget, sesion: Sesion, menu: QMenu) -> None:
        self._padre, self._sesion, self._menu = padre, sesion, menu

    def poner(self, origen: Origen, ruta: Ruta) -> None:
        plan, clave = self._sesion.foto.plan, origen.clave
        texto = texto_en(plan, ruta)
        if texto is not None:
            self._menu.addAction(CAMBIAR, lambda: self._cambiar(texto))
        match origen.clase:
            case "apartado":
                self._menu.addAction(AGREGAR, lambda: self._agregar_renglon(clave))
                self._menu.addAction(QUITAR, lambda: self._quitar_apartado(clave))
            case "cuadro":
                self._menu.addAction("Agregar &renglón al cuadro…", lambda: self._agregar_al_cuadro(clave))
                self._menu.addAction(QUITAR, lambda: self._quitar_cuadro(clave))
            case "lugar":
                self._de_lugar(plan.lugar[clave])
            case (
                "renglon"
                | "parrafo"
                | "valor"
                | "oficio"
                | "informe"
                | "membrete"
                | "libro"
                | "evidencia"
                | None
            ):
                pass  # de ellos solo se cambia su texto
            case _:
                assert_never(origen.clase)

    def _de_lugar(self, lugar: Lugar) -> None:
        match lugar:
            case Componente():
                self._menu.addAction("Agregar una &actividad…", lambda: self._agregar_actividad(lugar))
            case Actividad():
                self._menu.addAction("Agregar un &paso…", lambda: self._agregar_paso(lugar))
                self._menu.addAction("Lo pro&gramado…", lambda: self._programar(lugar))
                self._menu.addAction("Pasó a &ser otra…", lambda: self._mudar(lugar))
            case Paso():
                pass
        if not isinstance(lugar, Componente):
            self._menu.addAction(QUITAR, lambda: self._quitar_lugar(lugar))

    def _cambiar(self, texto: TextoDelPlan) -> None:
        EditorDeTexto(self._sesion, texto, self._padre.window()).open()

    def _agregar_renglon(self, tras: str) -> None:
        pedir_renglon(
            self._padre.window(), lambda texto: self._sesion.logra(servicio.agregar_parrafo, tras, texto)
        )

    def _agregar_al_cuadro(self, cuadro: str) -> None:
        avisos.pedir_texto(
            self._padre.window(),
            "¿Qué más cuenta este cuadro?",
            "Agregarlo",
            lambda nombre: self._sesion.logra(servicio.agregar_cuenta, cuadro, nombre),
            "Va al final, como un renglón o una columna más, según cómo esté hecho el cuadro.",
        )

    def _quitar_apartado(self, clave: str) -> None:
        self._preguntar("este texto", lambda: self._sesion.hacer(servicio.quitar_apartado, clave))

    def _quitar_cuadro(self, cuadro: str) -> None:
        apartados = (a for lugar in self._sesion.foto.plan.lugares() for a in lugar.apartados)
        clave = next(a.clave for a in apartados if a.cuadro == cuadro)
        self._preguntar("este cuadro", lambda: self._sesion.hacer(servicio.quitar_apartado, clave))

    def _quitar_lugar(self, lugar: Lugar) -> None:
        que = f"«{lugar.numero} {breve(lugar)}»"
        self._preguntar(que, lambda: self._sesion.hacer(servicio.quitar_lugar, lugar.clave))

    def _preguntar(self, que: str, al_aceptar: Callable[[], object]) -> None:
        anio = self._sesion.foto.plan.ejercicio
        avisos.preguntar(
            self._padre.window(),
            f"¿Quitar {que} de todo {anio}?",
            "Ya no va este año",
            al_aceptar,
            "Se puede deshacer. Los años de antes y lo ya firmado no cambian.",
        )

    def _agregar_paso(self, actividad: Actividad) -> None:
        avisos.pedir_texto(
            self._padre.window(),
            f"¿Cómo se llama el paso nuevo de {actividad.numero}?",
            "Agregar el paso",
            lambda nombre: self._sesion.logra(servicio.agregar_paso, actividad.clave, nombre),
        )

    def _agregar_actividad(self, componente: Componente) -> None:
        numero = f"{componente.numero}.{len(componente.actividades) + 1}"
        dialogo = NuevaActividad(self._sesion.foto.plan, numero, self._padre.window())

        def agregar(nueva: ActividadNueva) -> None:
            if self._sesion.hacer(servicio.agregar_actividad, nueva) is not None:
                dialogo.accept()

        dialogo.lista.connect(agregar)
        dialogo.open()

    def _programar(self, actividad: Actividad) -> None:
        pedir_programado(self._padre.window(), self._sesion, actividad)

    def _mudar(self, actividad: Actividad) -> None:
        actual = Destino(actividad.clave, actividad.numero, actividad.nombre)
        avisos.pedir_texto(
            self._padre.window(),
            f"¿Qué número tiene ahora la actividad {actividad.numero}?",
            "Pasarla",
            lambda numero: self._sesion.logra(servicio.mudar_actividad, replace(actual, numero=numero)),
            "Lo que ya anotó en ella se va con ella.",
        )
