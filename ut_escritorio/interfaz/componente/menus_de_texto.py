"""Clic derecho sobre lo que se imprime: Cambiar este texto, Agregar renglón, Ya no va este año."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel, QMenu, QWidget

from ut_escritorio.dominio.cambios_del_plan.acomodo import Destino
from ut_escritorio.dominio.cambios_del_plan.actividad_nueva import ActividadNueva
from ut_escritorio.dominio.impreso.relatos import forma_de
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Lugar, Paso, Plan
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.dominio.plan.textos import TextoDelPlan, textos_de
from ut_escritorio.dominio.porcentajes import leer_porcentaje
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.dialogos.editor_de_texto import EditorDeTexto, pedir_renglon
from ut_escritorio.interfaz.comunes.dialogos.nueva_actividad import NuevaActividad
from ut_escritorio.interfaz.comunes.rejilla.vista import Rejilla
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficina import plan as servicio

CAMBIAR, AGREGAR, QUITAR = "&Cambiar este texto…", "Agregar &renglón debajo…", "Ya &no va este año…"


def menu_de(padre: QWidget, sesion: Sesion, origen: str) -> QMenu:
    """El menú de algo impreso, por su origen; vacío si de ahí no se cambia nada del plan."""
    menu = QMenu(padre)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    if not sesion.cerrado:
        _Opciones(padre, sesion, menu).poner(origen)
    return menu


def origen_en(hoja: QWidget, punto: QPoint) -> str:
    """El origen de lo impreso que hay en un punto de la captura; vacío si nada."""
    pieza = hoja.childAt(punto)
    while pieza is not None and pieza is not hoja:
        if isinstance(pieza, Rejilla):
            texto = pieza.indexAt(pieza.viewport().mapFrom(hoja, punto)).data() or ""
            return f"rotulo:{pieza.modelo.tabla.clave}\n{texto}"
        if isinstance(pieza, QLabel) and pieza.property("origen"):
            return str(pieza.property("origen"))
        pieza = pieza.parentWidget()
    return ""


def texto_impreso(plan: Plan, origen: str, sesion: Sesion) -> TextoDelPlan | None:
    """El texto del plan del que sale algo impreso; None si sale solo de lo que ella anotó."""
    clase, _, clave = origen.partition(":")
    todos = tuple(textos_de(plan))
    match clase:
        case "apartado":
            return next((t for t in todos if t.dueno == clave and t.ruta[-1] == "texto"), None)
        case "lugar":
            return next((t for t in todos if t.dueno == clave and t.ruta[-1] == "nombre"), None)
        case "registro":
            renglon = sesion.renglon(clave)
            forma = forma_de(plan, renglon) if renglon else None
            return next((t for t in todos if forma and t.texto == forma.texto and t.que == "frase"), None)
        case "valor":
            estilo = plan.cadena[clave][0].estilo.valor
            return next((t for t in todos if t.texto == estilo and t.ruta[-1] == "valor"), None)
        case "rotulo":
            cuadro, _, dicho = clave.partition("\n")
            return _de_cuadro(plan, cuadro, dicho, todos)
        case _:
            return None


def _de_cuadro(plan: Plan, cuadro: str, dicho: str, todos: tuple[TextoDelPlan, ...]) -> TextoDelPlan | None:
    """El rótulo de un cuadro o, si es el nombre de lo que cuenta, ese nombre."""
    suyos = (t for t in todos if t.dueno == cuadro or t.dueno in plan.cifra)
    return next((t for t in suyos if dicho and t.texto.upper() == dicho.upper()), None)


class _Opciones:
    """Pone en un menú lo que se puede hacer con algo impreso."""

    def __init__(self, padre: QWidget, sesion: Sesion, menu: QMenu) -> None:
        self._padre, self._sesion, self._menu = padre, sesion, menu

    def poner(self, origen: str) -> None:
        clase, _, clave = origen.partition(":")
        plan = self._sesion.foto.plan
        texto = texto_impreso(plan, origen, self._sesion)
        if texto is not None:
            self._menu.addAction(CAMBIAR, lambda: self._cambiar(texto))
        if clase == "apartado":
            self._menu.addAction(AGREGAR, lambda: self._agregar_renglon(clave))
            self._menu.addAction(QUITAR, lambda: self._quitar_apartado(clave))
        elif clase == "rotulo":
            cuadro = clave.partition("\n")[0]
            self._menu.addAction("Agregar &renglón al cuadro…", lambda: self._agregar_al_cuadro(cuadro))
            self._menu.addAction(QUITAR, lambda: self._quitar_cuadro(cuadro))
        elif clase == "lugar":
            self._de_lugar(plan.lugar[clave])

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
            self._padre.window(), lambda texto: self._sesion.hacer(servicio.agregar_parrafo, tras, texto)
        )

    def _agregar_al_cuadro(self, cuadro: str) -> None:
        avisos.pedir_texto(
            self._padre.window(),
            "¿Qué más cuenta este cuadro?",
            "Agregarlo",
            lambda nombre: self._sesion.hacer(servicio.agregar_cuenta, cuadro, nombre),
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
            lambda nombre: self._sesion.hacer(servicio.agregar_paso, actividad.clave, nombre),
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
        avisos.pedir_texto(
            self._padre.window(),
            f"¿Qué porcentaje se programó para {actividad.numero} en el {self._sesion.trimestre}?",
            "Guardar",
            lambda escrito: self._guardar_programado(actividad, escrito),
        )

    def _guardar_programado(self, actividad: Actividad, escrito: str) -> None:
        try:
            valor = leer_porcentaje(escrito)
        except ErrorEsperado as error:
            avisos.advertir(self._padre.window(), str(error))
            return
        self._sesion.hacer(servicio.programar, actividad.clave, valor)

    def _mudar(self, actividad: Actividad) -> None:
        actual = Destino(actividad.clave, actividad.numero, actividad.nombre)
        avisos.pedir_texto(
            self._padre.window(),
            f"¿Qué número tiene ahora la actividad {actividad.numero}?",
            "Pasarla",
            lambda numero: self._sesion.hacer(servicio.mudar_actividad, replace(actual, numero=numero)),
            "Lo que ya anotó en ella se va con ella.",
        )
