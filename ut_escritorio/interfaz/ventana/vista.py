"""Lo que la ventana enseña de un trimestre: se dibuja con él, y otra vez cuando cambia o se revisa."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMainWindow

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.plan.anexos import LosAnexos
from ut_escritorio.dominio.plan.arbol import Plan
from ut_escritorio.interfaz.comunes.sesion.sesion import TODO, Sesion
from ut_escritorio.interfaz.ventana.contenidos import Contenidos, clave_del_sitio
from ut_escritorio.interfaz.ventana.estado import Estado
from ut_escritorio.interfaz.ventana.letreros.firmado import LetreroDeFirmado
from ut_escritorio.interfaz.ventana.pestanas import Pestanas
from ut_escritorio.interfaz.ventana.rotulos import titulo_de
from ut_escritorio.interfaz.ventana.tabulador import entrar
from ut_escritorio.servicios.archivo.expediente import Cosas


class Vista(QObject):
    """El título, lo que se lee arriba y abajo, y las pestañas, de la sesión que se ve."""

    def __init__(
        self,
        marco: QMainWindow,
        sesion: Callable[[], Sesion],
        pestanas: Pestanas,
        contenidos: Contenidos,
        firmado: LetreroDeFirmado,
        estado: Estado,
    ) -> None:
        super().__init__(marco)
        self._marco, self._sesion = marco, sesion
        self._pestanas, self._contenidos = pestanas, contenidos
        self._firmado, self._estado = firmado, estado
        self._dibujado: tuple[Plan, Catalogo] | None = None

    def armar(self, donde: tuple[str, str]) -> None:
        """Hace de nuevo las pestañas del plan y vuelve adonde ella estaba, con el cursor si lo tenía ahí."""
        sesion, adentro = self._sesion(), self._cursor_adentro()
        self._dibujado = self._que_dibuja()
        self._titular()
        self._firmado.poner(sesion)
        self._estado.por_corregir.hide()
        self._contenidos.poner(sesion)
        self._pestanas.empezar(sesion.foto, donde[0])
        if sesion.revision.al_dia:
            self.senalar()
        actual = self._pestanas.actual()
        if donde[1] and actual is not None and actual.contenido is not None:
            actual.contenido.ir_a(Sitio(donde[1]))
        elif adentro:
            entrar(self._pestanas)

    def _cursor_adentro(self) -> bool:
        """Si el cursor está en lo que se ve de una pestaña; en su rótulo, no."""
        pagina, cursor = self._pestanas.actual(), self._marco.focusWidget()
        return pagina is not None and cursor is not None and pagina.isAncestorOf(cursor)

    def poner_al_dia(self, cosas: Cosas) -> None:
        """Cambiaron esas cosas: se dibuja lo que las dice; si cambió el plan, todo."""
        if "plan" in cosas:
            antes, self._dibujado = self._dibujado, self._que_dibuja()
            if antes != self._dibujado:
                self.armar(self.donde())
                return
            cosas = TODO | cosas
        if "firmados" in cosas:
            self._firmado.poner(self._sesion())
        self._pestanas.poner(self._sesion().foto, cosas)
        self._titular()

    def _que_dibuja(self) -> tuple[Plan, Catalogo]:
        """De qué están hechas las pestañas; lo que se hace con los anexos solo se lee en ellas."""
        foto = self._sesion().foto
        sin_anexos = replace(foto.plan.programa, anexos=LosAnexos())
        return replace(foto.plan, programa=sin_anexos), foto.catalogo

    def senalar(self) -> None:
        """Reparte lo que la revisión señala: pestañas, sus rótulos y la barra de estado."""
        sesion = self._sesion()
        senales = sesion.revision.senales
        self._pestanas.senalar(senales)
        self._contenidos.rotular(sesion, senales)
        if senales.firmado:  # arriba se lee que ya no se cambia
            self._estado.por_corregir.hide()
            return
        self._estado.decir_por_corregir(len(senales.por_corregir), len(senales.por_revisar))

    def donde(self) -> tuple[str, str]:
        """La pestaña y el lugar que se ven ahora."""
        pagina = self._pestanas.actual()
        contenido = pagina.contenido if pagina else None
        return pagina.clave if pagina else "", contenido.lugar() if contenido else ""

    def ir_a(self, sitio: Sitio) -> None:
        """Pone el cursor en un sitio: de un lugar del plan, del libro o, sin nada de eso, del Informe.

        Lo mal escrito que ya se ve se corrige ahí. Si su pestaña no se pudo leer, ella misma lo dice.
        """
        actual = self._pestanas.actual()
        if actual is not None and actual.contenido is not None and actual.contenido.corregir_aqui(sitio):
            return
        contenido = self._pestanas.ir_a(clave_del_sitio(self._sesion().foto.plan, sitio), sitio.lugar)
        if contenido is not None:
            contenido.ir_a(sitio)

    def volver_a(self, sitios: Sequence[Sitio]) -> None:
        """Va a los sitios que están en la pestaña que se ve o, si ninguno, al primero."""
        plan, a_la_vista = self._sesion().foto.plan, self.donde()[0]
        aqui = [sitio for sitio in sitios if clave_del_sitio(plan, sitio) == a_la_vista]
        self.ir_a(aqui[0] if aqui else sitios[0])
        actual = self._pestanas.actual()
        if len(aqui) > 1 and actual is not None and actual.contenido is not None:
            actual.contenido.ver_tambien(aqui)

    def _titular(self) -> None:
        sesion = self._sesion()
        es_ejemplo, solo_leer = sesion.expediente.es_ejemplo, bool(sesion.solo_leer)
        provisional = sesion.foto.plan.provisional
        self._marco.setWindowTitle(titulo_de(sesion.trimestre, es_ejemplo, solo_leer, provisional))
