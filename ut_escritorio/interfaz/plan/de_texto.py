"""La ficha de un título, un texto o un cierre: el que está, o uno nuevo."""

from __future__ import annotations

from ut_escritorio.dominio.cambios_del_plan.armado.bloques import con_bloque
from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.cambios_del_plan.edicion import con_otro_texto
from ut_escritorio.dominio.plan.arbol import Apartado, ClaseDeApartado, Plan
from ut_escritorio.dominio.plan.rotulado import nombres_de_cifras, rotular
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.comunes.entrada.campo_limpio import CuadroLimpio
from ut_escritorio.interfaz.plan.ficha import Ficha, filas

NOMBRES: dict[ClaseDeApartado, tuple[str, str]] = {
    "titulo": ("Título", "Encabeza lo que sigue."),
    "subtitulo": ("Subtítulo", "Encabeza lo que sigue, más chico."),
    "parrafo": ("Texto", "Se imprime siempre."),
    "cierre": ("Cierre", "Se imprime si hubo algo que contar."),
}
_ENTRE = "Lo que va entre ‹ › lo pone el programa."


class FichaDeTexto(Ficha):
    """Lo que dice, con lo que pone el programa entre ‹ ›."""

    def __init__(
        self, plan: Plan, lugar: str, clase: ClaseDeApartado, apartado: Apartado | None, tras: str
    ) -> None:
        super().__init__()
        nombre, explica = NOMBRES[clase]
        self.titulo = nombre if apartado else f"{nombre} nuevo"
        self.guardar = "Guardar" if apartado else "Agregar"
        self._lugar, self._apartado, self._tras = lugar, apartado, tras
        self._clase: ClaseDeApartado = clase
        self._rotulado = rotular(apartado.texto if apartado else "", nombres_de_cifras(plan))
        self.texto = CuadroLimpio(self._rotulado.texto)
        self.texto.setAccessibleName(nombre)
        self.texto.setTabChangesFocus(True)
        self.texto.setMinimumHeight(self.fontMetrics().lineSpacing() * 5 + 14)
        self.texto.textChanged.connect(self.cambio)
        nota = f"{explica} {_ENTRE}" if self._rotulado.campos else explica
        filas(self, (("", Letrero(nota, "letra_tenue")), ("", self.texto)))

    def dicho(self) -> str:
        return self.texto.limpio()

    def pedido(self) -> Cambio | None:
        escrito, lugar, clase = self.dicho(), self._lugar, self._clase
        tras, apartado = self._tras, self._apartado

        def cambiado(plan: Plan) -> Plan:
            patron = self._rotulado.de_vuelta(escrito)
            if apartado is None:
                return con_bloque(plan, lugar, clase, patron, tras)
            return con_otro_texto(plan, (*plan.ruta(lugar), "apartados", apartado.clave, "texto"), patron)

        return Cambio(f"{'Cambiar' if apartado else 'Agregar'} un {NOMBRES[clase][0].lower()}", cambiado)

    def empezar(self) -> None:
        self.texto.setFocus()
