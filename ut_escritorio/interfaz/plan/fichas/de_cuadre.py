"""La ficha de algo que debe cuadrar: qué se compara contra qué, y el aviso que se lee si no."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.cuadres import con_cuadre, con_otro_cuadre
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.cifras import Concordancia
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero, agrandar
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha, filas

_RELACIONES = (
    ("deben ser tantos como", "igual"), ("no pueden ser más que", "no mayor"),
    ("contestan a; lo pendiente pasa al mes siguiente", "contesta"),
)  # fmt: skip
_CADA = (("cada mes", "mes"), ("cada mes y sexo", "mes y sexo"), ("en el trimestre", "trimestre"))
_EXPLICA = "Si no cuadra, la revisión lo dice con estas palabras. Nada se cambia solo."


class FichaDeCuadre(Ficha):
    """Un número, cómo se compara, y el otro; o un número contra lo que suman sus sexos."""

    va_en_la_hoja = False

    def __init__(self, plan: Plan, cuadre: Concordancia | None) -> None:
        super().__init__()
        self.titulo = "Lo que debe cuadrar"
        self.guardar = "Guardar" if cuadre else "Agregar"
        self._cuadre = cuadre or Concordancia("", "", (), ())
        juntos = {lado for lado in (self._cuadre.izquierda, self._cuadre.derecha) if len(lado) > 1}
        sueltos = sorted(plan.cifras, key=lambda cifra: cifra.nombre.casefold())
        self._lados: list[tuple[str, ...]] = [(), *sorted(juntos), *((c.clave,) for c in sueltos)]
        self.uno, self.otro = self._numeros(plan, "Los primeros"), self._numeros(plan, "Los segundos")
        self.relacion, self.cada = ListaQueCede("Cómo se comparan", 8), ListaQueCede("Cada cuándo", 8)
        for lista, opciones in ((self.relacion, _RELACIONES), (self.cada, _CADA)):
            for dicho, valor in opciones:
                lista.addItem(dicho, valor)
        self.por_sexo = agrandar(QCheckBox("Los primeros, sumando sus mujeres, hombres y N/I"))
        self.aviso = CuadroLimpio(self._cuadre.mensaje, en_un_renglon=True)
        self.aviso.setAccessibleName("Aviso")
        self.aviso.setTabChangesFocus(True)
        self.aviso.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 14)
        self._ensenar()
        filas(
            self,
            (
                ("", Letrero(_EXPLICA, "letra_tenue")), ("Estos", self.uno), ("", self.por_sexo),
                ("Cómo", self.relacion), ("Aquellos", self.otro), ("Cuándo", self.cada),
                ("Aviso", self.aviso),
            ),
        )  # fmt: skip
        for lista in (self.uno, self.otro, self.relacion, self.cada):
            lista.currentIndexChanged.connect(lambda _: self.cambio.emit())
        self.por_sexo.toggled.connect(lambda _: self.cambio.emit())
        self.aviso.textChanged.connect(self.cambio)

    def dicho(self) -> Concordancia:
        return Concordancia(
            self._cuadre.clave,
            self.aviso.limpio(),
            self._lados[self.uno.currentIndex()],
            self._lados[self.otro.currentIndex()],
            self.relacion.currentData(),
            self.cada.currentData(),
            self.por_sexo.isChecked(),
        )

    def pedido(self) -> Cambio | None:
        dicho = self.dicho()
        if self._cuadre.clave:
            return Cambio("Cambiar lo que debe cuadrar", lambda plan: con_otro_cuadre(plan, dicho))
        return Cambio("Agregar lo que debe cuadrar", lambda plan: con_cuadre(plan, dicho))

    def empezar(self) -> None:
        self.uno.setFocus()

    def _numeros(self, plan: Plan, nombre: str) -> ListaQueCede:
        lista = ListaQueCede(nombre, 8)
        for lado in self._lados:
            lista.addItem(" más ".join(plan.cifra[clave].nombre for clave in lado) or "(escoja un número)")
        return lista

    def _ensenar(self) -> None:
        cuadre = self._cuadre
        self.uno.setCurrentIndex(self._lados.index(cuadre.izquierda))
        self.otro.setCurrentIndex(self._lados.index(cuadre.derecha))
        self.relacion.setCurrentIndex(self.relacion.findData(cuadre.relacion))
        self.cada.setCurrentIndex(self.cada.findData(cuadre.por))
        self.por_sexo.setChecked(cuadre.izquierda_por_sexo)
