"""La ficha de un componente, una actividad o un paso: el que está, o uno nuevo."""

from __future__ import annotations

from collections.abc import Sequence

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.componente_nuevo import (
    Senas,
    con_actividad_o_paso,
    con_componente_nuevo,
    con_copia,
    con_senas,
    senas_de,
)
from ut_escritorio.dominio.cambios_del_plan.armado.orden import siguiente
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Lugar, Plan
from ut_escritorio.dominio.plan.lugares import breve
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha, campo, filas

_NOMBRES = {Componente: "Componente", Actividad: "Actividad"}


class FichaDeLugar(Ficha):
    """El número, el nombre y, en las pestañas y el índice, el nombre corto."""

    def __init__(self, plan: Plan, lugar: Lugar | None, en: str, senas: Senas, titulo: str) -> None:
        super().__init__()
        self.titulo, self.guardar = titulo, "Guardar" if lugar else "Agregar"
        self._plan, self._lugar, self._en = plan, lugar, en
        self.numero = campo("Número", senas.numero)
        self.nombre = CuadroLimpio(senas.nombre, en_un_renglon=True)
        self.nombre.setAccessibleName("Nombre")
        self.nombre.setPlaceholderText("Como debe imprimirse")
        self.nombre.setTabChangesFocus(True)
        self.nombre.setFixedHeight(self.fontMetrics().lineSpacing() * 4 + 14)
        self.corto = campo("Nombre corto", senas.corto, "Para la pantalla; si el nombre es largo")
        for pieza in (self.numero, self.corto):
            pieza.textChanged.connect(lambda _: self.cambio.emit())
        self.nombre.textChanged.connect(self.cambio)
        self._armar()

    def dicho(self) -> Senas:
        return Senas(self.numero.text().strip(), self.nombre.limpio(), self.corto.text().strip())

    def pedido(self) -> Cambio | None:
        senas, lugar, en = self.dicho(), self._lugar, self._en
        if lugar is not None:
            return Cambio(f"Cambiar {self.titulo.lower()}", lambda plan: con_senas(plan, lugar.clave, senas))
        que = "un paso" if isinstance(self._plan.lugar[en], Actividad) else "una actividad"
        return Cambio(f"Agregar {que}", lambda plan: con_actividad_o_paso(plan, en, senas))

    def empezar(self) -> None:
        self.nombre.setFocus()
        self.nombre.selectAll()

    def _armar(self) -> None:
        filas(self, (("Número", self.numero), ("Nombre", self.nombre), ("Corto", self.corto)))


class FichaDeComponente(FichaDeLugar):
    """Además, de qué departamento es, cómo se imprime y, si es nuevo, si trae lo de otro."""

    def __init__(
        self, plan: Plan, lugar: Componente | None, modelos: Sequence[Componente], senas: Senas, titulo: str
    ) -> None:
        self.depto = ListaQueCede("Departamento", 10)
        for cada in plan.departamentos:
            self.depto.addItem(cada.nombre, cada.clave)
        self.depto.setCurrentIndex(max(0, self.depto.findData(senas.departamento)))
        self._modelos = [c for n, c in enumerate(modelos) if c.estilo not in [m.estilo for m in modelos[:n]]]
        self.como = ListaQueCede("Se imprime", 10)
        for modelo in self._modelos:
            self.como.addItem(f"Como el componente {modelo.numero}, {breve(modelo)}", modelo)
        estilos = [modelo.estilo for modelo in self._modelos]
        self.como.setCurrentIndex(estilos.index(senas.estilo) if senas.estilo in estilos else 0)
        self.de = ListaQueCede("Trae", 10)
        self.de.addItem("Nada todavía: en blanco", "")
        for cada in plan.componentes:
            self.de.addItem(f"Lo mismo que el {cada.numero}, {breve(cada)}", cada.clave)
        super().__init__(plan, lugar, "", senas, titulo)
        for lista in (self.depto, self.como, self.de):
            lista.currentIndexChanged.connect(lambda _: self.cambio.emit())

    def dicho(self) -> Senas:
        senas, modelo = super().dicho(), self._modelo()
        estilo = modelo.estilo if modelo else Senas("", "").estilo
        return Senas(senas.numero, senas.nombre, senas.corto, self.depto.currentData() or "", estilo)

    def pedido(self) -> Cambio | None:
        if self._lugar is not None:
            return super().pedido()
        senas, modelo, de = self.dicho(), self._modelo(), str(self.de.currentData())
        if de:
            return Cambio("Agregar un componente", lambda plan: con_copia(plan, de, senas))
        return Cambio("Agregar un componente", lambda plan: con_componente_nuevo(plan, senas, modelo))

    def _modelo(self) -> Componente | None:
        fila = self.como.currentIndex()
        return self._modelos[fila] if 0 <= fila < len(self._modelos) else None

    def _armar(self) -> None:
        propias = (
            ("Número", self.numero), ("Nombre", self.nombre), ("Corto", self.corto),
            ("Departamento", self.depto), ("Se imprime", self.como),
        )  # fmt: skip
        filas(self, propias if self._lugar is not None else (*propias, ("Trae", self.de)))


def ficha_de_lugar(plan: Plan, lugar: Lugar, modelos: Sequence[Componente]) -> Ficha:
    """La de uno que está."""
    senas = senas_de(lugar)
    if isinstance(lugar, Componente):
        titulo = f"Componente {lugar.numero}"
        return FichaDeComponente(plan, lugar, (lugar, *modelos), senas, titulo)
    titulo = f"{_NOMBRES.get(type(lugar), 'Paso')} {lugar.numero}"
    return FichaDeLugar(plan, lugar, "", senas, titulo)


def ficha_de_componente_nuevo(plan: Plan, modelos: Sequence[Componente]) -> Ficha:
    """La de un componente que todavía no está, con el número que sigue."""
    numero = siguiente(c.numero for c in plan.componentes)
    return FichaDeComponente(plan, None, modelos, Senas(numero, ""), "Componente nuevo")


def ficha_de_lugar_nuevo(plan: Plan, en: str) -> Ficha:
    """La de una actividad de un componente, o la de un paso de una actividad, con el número que sigue."""
    casa = plan.lugar[en]
    if isinstance(casa, Componente):
        antes = f"{casa.numero}."
        numero = siguiente((a.numero for a in casa.actividades), antes)
        return FichaDeLugar(
            plan, None, en, Senas(numero, ""), f"Actividad nueva del componente {casa.numero}"
        )
    pasos = casa.pasos if isinstance(casa, Actividad) else ()
    return FichaDeLugar(
        plan, None, en, Senas(siguiente(p.numero for p in pasos), ""), f"Paso nuevo de {casa.numero}"
    )
