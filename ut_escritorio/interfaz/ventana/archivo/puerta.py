"""La puerta: antes de dar lo que el archivo dice, o de dejarlo, se guarda; si algo no quedó, se pregunta."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QDialog, QWidget

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.interfaz.comunes.sesion.pendientes import en_lista
from ut_escritorio.interfaz.comunes.sesion.salidas import Salida
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.sin_guardar import ConPendiente, PorAnotar
from ut_escritorio.interfaz.ventana import al_pedirlo as de_la_ventana
from ut_escritorio.interfaz.ventana.pestanas import Pestanas

Seguir = Callable[[], object]


@congelado
class Puerta:
    """La de una sesión; `asentar` guarda lo que esté a medio escribir en su ventana."""

    ventana: QWidget
    sesion: Sesion
    asentar: Callable[[], None]

    def pasar(self, salida: Salida, seguir: Seguir) -> bool:
        """Guarda lo que falte y sigue; si algo no quedó, lo nombra y pregunta. Devuelve si siguió ya.

        Si algo apenas espera su turno para guardarse, lo espera.
        """
        self.asentar()
        return self._mirar(salida, seguir)

    def _mirar(self, salida: Salida, seguir: Seguir) -> bool:
        sesion = self.sesion
        if sesion.espera and sesion.guardando:
            sesion.espera.cuando_se_pueda(lambda: self._mirar(salida, seguir))
            return False
        if any(pendiente.escrito not in salida.sabido for pendiente in sesion.sin_guardar.todos):
            self._preguntar_por_lo_escrito(salida, seguir)
            return False
        return self._mirar_lo_empezado(salida, seguir)

    def _mirar_lo_empezado(self, salida: Salida, seguir: Seguir) -> bool:
        empezado = self.sesion.por_anotar
        if empezado is None or empezado.se_lee() in {"", *salida.sabido}:
            seguir()
            return True
        self._preguntar_por_lo_empezado(empezado, salida, seguir)
        return False

    def _preguntar_por_lo_escrito(self, salida: Salida, seguir: Seguir) -> None:
        def otra_vez() -> None:
            self._mirar(salida, seguir)

        def reintentar() -> None:
            self.sesion.reintentar()
            otra_vez()

        def corregir() -> None:
            self.sesion.pide_ir.emit(por_corregir[0].escrito.sitio)

        def copiar() -> None:
            textos = (pendiente.escrito.texto for pendiente in self.sesion.sin_guardar.todos)
            QGuiApplication.clipboard().setText("\n\n".join(dict.fromkeys(textos)))
            otra_vez()

        def sin_eso() -> None:
            if salida.se_va:
                olvidar(self.ventana, self.sesion)
            seguir()

        pendientes = self.sesion.sin_guardar.todos
        por_corregir = [pendiente for pendiente in pendientes if pendiente.guardar is None]
        motivos = list(dict.fromkeys(pendiente.por_que for pendiente in pendientes))
        de_la_ventana.avisos().escoger(
            self.ventana,
            f"No se pudo guardar: {en_lista(pendientes)}.",
            (
                ("Ir a corregirlo", corregir) if por_corregir else ("Reintentar", reintentar),
                ("Copiar el texto", copiar),
                (salida.sin_guardarlo, lambda: self._mirar_lo_empezado(salida, sin_eso)),
            ),
            "\n".join(motivos[:3]),
        )

    def _preguntar_por_lo_empezado(self, empezado: PorAnotar, salida: Salida, seguir: Seguir) -> None:
        def sin_anotarlo() -> None:
            if salida.se_va:
                empezado.dejarlo()
            seguir()

        volver = ("Volver a verlo", empezado.volver)
        de_la_ventana.avisos().escoger(
            self.ventana,
            "Hay algo escrito en «Anotar» (F9) que todavía no está anotado.",
            ((salida.anotandolo, lambda: empezado.anotarlo(seguir)), (salida.sin_anotarlo, sin_anotarlo)),
            f"Se leería: «{empezado.se_lee()}»",
            volver,
            preferida=volver[0],
        )


def olvidar(ventana: QWidget, sesion: Sesion) -> None:
    """Deja lo que no se guardó y lo que no se anotó: los campos vuelven a decir lo del archivo."""
    for campo in ventana.findChildren(QWidget):
        if isinstance(campo, ConPendiente):
            campo.soltar()
    sesion.sin_guardar.olvidar()
    if sesion.por_anotar is not None:
        sesion.por_anotar.dejarlo()


def asentar(ventana: QWidget, pestanas: Pestanas) -> None:
    """Pide a todo campo que guarde lo que esté a medio escribir; el cursor se queda donde estaba.

    También los de las hojas que se dejan abiertas al lado.
    """
    al_lado = (hoja for hoja in ventana.findChildren(QDialog) if hoja.isVisible() and not hoja.isModal())
    for cada in (ventana, *al_lado):
        con_foco = cada.focusWidget()
        if con_foco is not None:
            con_foco.clearFocus()
            (cuadro_de(con_foco) or con_foco).setFocus()
    for pagina in pestanas.paginas():
        if pagina.contenido is not None:
            pagina.contenido.asentar()


def cuadro_de(pieza: QWidget) -> QWidget | None:
    """El cuadro cuya celda se está escribiendo en esa pieza, que se va al guardarla; None si no es de uno."""
    padre = pieza.parentWidget()
    vista = padre.parentWidget() if padre else None
    return vista if isinstance(vista, QAbstractItemView) else None
