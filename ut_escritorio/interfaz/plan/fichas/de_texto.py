"""La ficha de un título, un texto o un cierre: el que está, o uno nuevo."""

from __future__ import annotations

from ut_escritorio.dominio.cambios_del_plan.armado.bloques import con_bloque
from ut_escritorio.dominio.cambios_del_plan.armado.cambio import Cambio
from ut_escritorio.dominio.cambios_del_plan.armado.en_su_lugar import donde_va, ruta_de
from ut_escritorio.dominio.cambios_del_plan.armado.ofrecidos import datos_para
from ut_escritorio.dominio.cambios_del_plan.edicion import con_otro_texto
from ut_escritorio.dominio.plan.apartados import Apartado, ClaseDeApartado
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.dominio.plan.rotulado import nombres_de_cifras
from ut_escritorio.interfaz.comunes.aspecto.piezas import Letrero
from ut_escritorio.interfaz.plan.fichas.con_datos import TextoConDatos
from ut_escritorio.interfaz.plan.fichas.ficha import Ficha, filas

NOMBRES: dict[ClaseDeApartado, tuple[str, str]] = {
    "titulo": ("Título", "Encabeza lo que sigue."),
    "subtitulo": ("Subtítulo", "Encabeza lo que sigue, más chico."),
    "parrafo": ("Texto", "Se imprime siempre."),
    "cierre": ("Cierre", "Se imprime si hubo algo que contar."),
}


class FichaDeSitio(Ficha):
    """Dónde se imprime lo que se anota, si en ese lugar todavía no tiene sitio."""

    titulo, guardar = "Aquí va lo que se anota", "Agregar"

    def __init__(self, lugar: str, tras: str) -> None:
        super().__init__()
        self._lugar, self._tras = lugar, tras
        filas(self, (("", Letrero("Desde aquí se puede anotar en este lugar, y ahí se imprime.")),))

    def pedido(self) -> Cambio | None:
        lugar, tras = self._lugar, self._tras
        return Cambio("Agregar dónde se anota", lambda plan: con_bloque(plan, lugar, "renglones", "", tras))


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
        donde = donde_va(plan, lugar)
        self.texto = TextoConDatos(
            nombre,
            apartado.texto if apartado else "",
            dict(nombres_de_cifras(plan)),
            lambda: datos_para(plan, donde),
        )
        self.texto.cambio.connect(self.cambio)
        filas(self, (("", Letrero(explica, "letra_tenue")), ("", self.texto)))

    def dicho(self) -> str:
        return self.texto.limpio()

    def pedido(self) -> Cambio | None:
        lugar, clase = self._lugar, self._clase
        tras, apartado = self._tras, self._apartado

        def cambiado(plan: Plan) -> Plan:
            patron = self.texto.patron()
            if apartado is None:
                return con_bloque(plan, lugar, clase, patron, tras)
            return con_otro_texto(plan, (*ruta_de(plan, lugar), apartado.clave, "texto"), patron)

        return Cambio(f"{'Cambiar' if apartado else 'Agregar'} un {NOMBRES[clase][0].lower()}", cambiado)

    def empezar(self) -> None:
        self.texto.texto.setFocus()
