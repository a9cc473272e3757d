"""La ficha de un departamento: el que está, o uno nuevo."""

from __future__ import annotations

from collections.abc import Sequence

from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.departamentos import (
    Encabezado,
    con_departamento,
    con_otro_encabezado,
)
from ut_escritorio.dominio.plan.arbol import Departamento, Plan
from ut_escritorio.interfaz.comunes.aspecto.lista_que_cede import ListaQueCede
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha, filas

_EXPLICA = (
    "Quién lo encabeza se dice en Oficina › Personas y cargos. Lo que dice su oficio de remisión, en "
    "Oficina › Textos del plan."
)
_SIN_NADA = "Todavía no tiene componentes: nada suyo se imprime. Suelte uno aquí, o póngaselo en su ficha. "


class FichaDeDepartamento(Ficha):
    """Cómo se llama, quién lo encabeza y, si es nuevo, si trae lo de otro."""

    va_en_la_hoja = False

    def __init__(
        self, plan: Plan, departamento: Departamento | None, puestos: Sequence[tuple[str, str]]
    ) -> None:
        super().__init__()
        self._departamento = departamento
        self.titulo = "Departamento" if departamento else "Departamento nuevo"
        self.guardar = "Guardar" if departamento else "Agregar"
        self.nombre = CuadroLimpio(departamento.nombre if departamento else "", en_un_renglon=True)
        self.nombre.setAccessibleName("Nombre del departamento")
        self.nombre.setPlaceholderText("Como debe imprimirse")
        self.nombre.setTabChangesFocus(True)
        self.nombre.setFixedHeight(self.fontMetrics().lineSpacing() * 3 + 14)
        self.puesto = ListaQueCede("Lo encabeza", 10)
        self.puesto.addItem("Alguien que todavía no está en Personas y cargos", "")
        for clave, cargo in puestos:
            self.puesto.addItem(cargo, clave)
        self.puesto.setCurrentIndex(max(0, self.puesto.findData(departamento.puesto if departamento else "")))
        self.de = ListaQueCede("Trae", 10)
        self.de.addItem("Nada todavía: en blanco", "")
        for cada in plan.departamentos:
            self.de.addItem(f"El oficio y los textos de {cada.nombre}", cada.clave)
        self.nombre.textChanged.connect(self.cambio)
        for lista in (self.puesto, self.de):
            lista.currentIndexChanged.connect(lambda _: self.cambio.emit())
        suyas = (("Nombre", self.nombre), ("Lo encabeza", self.puesto))
        sin_nada = departamento is not None and not plan.componentes_de(departamento.clave)
        filas(
            self,
            (*suyas, *((("Trae", self.de),) if departamento is None else ()),
             ("", Letrero(f"{_SIN_NADA if sin_nada else ''}{_EXPLICA}", "letra_tenue"))),
        )  # fmt: skip

    def dicho(self) -> tuple[Encabezado, str]:
        return Encabezado(self.nombre.limpio().strip(), self.puesto.currentData()), self.de.currentData()

    def pedido(self) -> Cambio | None:
        (encabezado, de), suyo = self.dicho(), self._departamento
        if suyo is None:
            return Cambio("Agregar un departamento", lambda plan: con_departamento(plan, encabezado, de))
        return Cambio(
            "Cambiar un departamento", lambda plan: con_otro_encabezado(plan, suyo.clave, encabezado)
        )

    def empezar(self) -> None:
        self.nombre.setFocus()
        self.nombre.selectAll()
