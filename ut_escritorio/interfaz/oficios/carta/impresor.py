"""Imprimir cartas, en papel o en PDF: toma los números que falten, fija las palabras y las manda."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ut_escritorio import rutas
from ut_escritorio.dominio.cartas.huecos import decir_huecos
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.dialogos import avisos, imprevistos
from ut_escritorio.interfaz.comunes.dialogos.visor import abrir_ruta
from ut_escritorio.interfaz.comunes.papel.en_papel import EnPapel
from ut_escritorio.interfaz.comunes.sesion.salidas import IMPRIMIR
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.comunes.sesion.tareas import Tarea
from ut_escritorio.interfaz.oficios.carta.hojas_pedidas import las_de_esas_hojas
from ut_escritorio.interfaz.oficios.por_cual_va import sabiendo_por_cual_va
from ut_escritorio.servicios.archivo.expediente import Expediente
from ut_escritorio.servicios.oficios import imprimir, tomar
from ut_escritorio.servicios.oficios.imprimir import PdfEscrito, PorImprimir
from ut_escritorio.servicios.oficios.libro import en_el_anio

_SIN_IMPRESORA = "Conecte o instale una y vuelva a intentarlo. Mientras, se puede guardar en PDF."
_SALEN_IGUALES = "Al imprimirlas otra vez salen iguales."
_NINGUNA = "Ninguno de los oficios elegidos tiene carta. Escríbala con «Escribir la carta» (F4)."


class Impresor(QObject):
    """Un encargo a la vez; `dijo` sale con cómo va y su tinta."""

    dijo = Signal(str, str)

    def __init__(self, padre: QWidget, sesion: Sesion) -> None:
        super().__init__(padre)
        self._padre, self._sesion = padre, sesion
        self._tarea: Tarea | None = None
        self._en_papel = EnPapel(padre, _SIN_IMPRESORA, si_falla=_SALEN_IGUALES)
        self._en_papel.avanzo.connect(self._decir_avance)
        self._en_papel.termino.connect(self._terminar_de_mandar)
        self._hecho = ""
        self._hecho_y_luego: tuple[PdfEscrito | None, Callable[[PdfEscrito], object]] = (None, lambda _: None)

    @property
    def ocupado(self) -> bool:
        """Si aún se hacen o se mandan unas."""
        return self._tarea is not None or self._en_papel.ocupado

    def en_papel(self, filas: Sequence[EnElLibro]) -> None:
        """Pide la impresora y las manda; lo que se cancele antes de aceptar no toma ningún número."""
        self._empezar(filas, self._a_la_impresora)

    def en_pdf(self, filas: Sequence[EnElLibro]) -> None:
        """Pide dónde guardar y las deja en un solo PDF."""
        self._empezar(filas, self._al_disco)

    def _empezar(self, filas: Sequence[EnElLibro], seguir: Callable[[tuple[EnElLibro, ...]], object]) -> None:
        if not self.ocupado:
            self._sesion.puerta(IMPRIMIR, lambda: self._reunir(filas, seguir))

    def _reunir(self, filas: Sequence[EnElLibro], seguir: Callable[[tuple[EnElLibro, ...]], object]) -> None:
        suyas = self._sesion.consultar(lambda exp, _: imprimir.las_que_se_imprimen(exp, filas))
        if suyas is None:
            return
        if not suyas:
            self._sesion.fallo.emit(_NINGUNA)
            return
        sin_numero = [fila.oficio.ejercicio for fila in suyas if not fila.oficio.folio]
        if not sin_numero:
            self._con_sus_huecos(suyas, seguir)
            return
        sabiendo_por_cual_va(
            self._padre.window(), self._sesion, sin_numero[0], lambda: self._con_sus_huecos(suyas, seguir)
        )

    def _con_sus_huecos(
        self, suyas: tuple[EnElLibro, ...], seguir: Callable[[tuple[EnElLibro, ...]], object]
    ) -> None:
        """Antes de que alguno salga como raya, lo dice."""
        hoy, uids = self._sesion.reloj.hoy(), _uids(suyas)
        huecos = self._sesion.consultar(lambda exp, _: imprimir.huecos(exp, uids, hoy)) or ()
        if not huecos:
            seguir(suyas)
            return
        que = "Un dato saldría" if len(huecos) == 1 else f"{len(huecos)} datos saldrían"
        avisos.escoger(
            self._padre,
            f"{que} como raya para llenarse a mano.",
            (("Imprimir así", lambda: seguir(suyas)),),
            f"{decir_huecos(huecos, len(suyas))} Lo que falta se escribe en la carta.",
            ("Volver a la carta", lambda: None),
            preferida="Volver a la carta",
        )

    # --- en papel -----------------------------------------------------------------------------------

    def _a_la_impresora(self, filas: tuple[EnElLibro, ...]) -> None:
        if not self._en_papel.hay_en_que(("Guardar en PDF…", lambda: self._al_disco(filas))):
            return
        hoy, uids = self._sesion.reloj.hoy(), _uids(filas)
        # Cuántas hojas son se sabe antes de tomar número: el renglón es el mismo con él o con su raya.
        por_verse = self._sesion.consultar(lambda exp, _: imprimir.reunir(exp, uids, hoy))
        if por_verse is not None:
            self._hacer(por_verse, lambda escrito: self._pedir_impresora(filas, por_verse, escrito))

    def _pedir_impresora(
        self, filas: tuple[EnElLibro, ...], por_verse: PorImprimir, escrito: PdfEscrito
    ) -> None:
        def mandarlas(pedidas: tuple[int, ...], impresora: Any) -> None:
            suyas, hojas = las_de_esas_hojas(filas, por_verse, escrito, pedidas)
            son = len(suyas)
            self._hecho = "Se imprimió la carta." if son == 1 else f"Se imprimieron {son} cartas."
            self._fijar(suyas, lambda escrito: self._en_papel.mandar(escrito.datos, hojas, impresora))

        self._en_papel.escoger(range(1, escrito.paginas + 1), "Oficios", mandarlas)

    def _decir_avance(self, van: int, son: int) -> None:
        self.dijo.emit(f"Mandando a la impresora: {van} de {son}…", "letra_tenue")

    def _terminar_de_mandar(self, bien: bool) -> None:
        self.dijo.emit(*((self._hecho, "bien") if bien else ("", "letra_tenue")))

    # --- en PDF -------------------------------------------------------------------------------------

    def _al_disco(self, filas: tuple[EnElLibro, ...]) -> None:
        anio, folios = filas[0].oficio.ejercicio, [fila.oficio.folio for fila in filas]
        seguidos = self._sesion.consultar(
            lambda exp, t: tomar.con_los_que_siguen(exp, en_el_anio(exp, t, anio), folios)
        )
        nombre = imprimir.nombre_de_pdf(seguidos or folios)
        propuesta = rutas.carpeta_de_datos() / "oficios" / nombre
        clase = "Documento PDF (*.pdf)"
        avisos.pedir_donde_guardar(
            self._padre, "Guardar en PDF", propuesta, clase, lambda ruta: self.dejar_en(filas, ruta)
        )

    def dejar_en(self, filas: tuple[EnElLibro, ...], salida: Path) -> None:
        """Las fija y las deja en ese PDF."""
        try:
            imprimir.revisar_donde(salida)
        except ErrorEsperado as error:
            avisos.advertir(self._padre, "No se puede guardar ahí.", str(error))
            return
        son = len(filas)
        quedaron = "Quedó la carta en un PDF." if son == 1 else f"Quedaron {son} cartas en un PDF."
        self._fijar(filas, lambda escrito: self._escribir(escrito, salida, quedaron))

    def _escribir(self, escrito: PdfEscrito, salida: Path, quedaron: str) -> None:
        try:
            imprimir.dejar_en(salida, escrito)
        except ErrorEsperado as error:
            avisos.advertir(self._padre, "No se guardó el PDF.", str(error))
            return
        self.dijo.emit(quedaron, "bien")
        signos = " ".join(escrito.sin_glifo)
        dichas = [f"Estos signos no están en las letras y salieron como □: {signos}"] if signos else []
        detalle = "\n".join([*dichas, *escrito.avisos])
        avisos.ofrecer(
            self._padre, f"Quedó en:\n{salida}", "Abrir", lambda: abrir_ruta(self._padre, salida), detalle
        )

    # --- lo que las dos maneras hacen ---------------------------------------------------------------

    def _fijar(self, filas: tuple[EnElLibro, ...], y_luego: Callable[[PdfEscrito], object]) -> None:
        """Cuando se pueda, toma los números que falten, fija las palabras, y hace con ellas su PDF.

        Solo para leer, de las que aún no se imprimen se dice por qué no.
        """

        def fijar() -> None:
            reunidas = self._como_estan(filas)
            if reunidas is None:
                return
            if not self._sesion.solo_leer and reunidas.se_anota:
                reunidas = self._fijadas(filas)
            elif self._sesion.solo_leer and reunidas.por_fijar:
                self._sesion.fallo.emit(self._sesion.solo_leer)
                return
            if reunidas is not None:
                self._hacer(reunidas, y_luego)

        self._sesion.espera.cuando_se_pueda(fijar)

    def _como_estan(self, filas: tuple[EnElLibro, ...]) -> PorImprimir | None:
        """Las que ya se imprimieron, como salieron: aunque el archivo no se deje escribir salen igual."""
        hoy, uids = self._sesion.reloj.hoy(), _uids(filas)
        return self._sesion.consultar(lambda exp, _: imprimir.reunir(exp, uids, hoy))

    def _fijadas(self, filas: tuple[EnElLibro, ...]) -> PorImprimir | None:
        sin_numero = [fila for fila in filas if not fila.oficio.folio]
        for anio in dict.fromkeys(fila.oficio.ejercicio for fila in sin_numero):
            suyos = [fila.oficio.uid for fila in sin_numero if fila.oficio.ejercicio == anio]
            if not self._tomar(anio, suyos):
                return None
        return self._sesion.hacer(imprimir.fijar, _uids(filas), self._sesion.reloj.hoy())

    def _tomar(self, anio: int, uids: Sequence[str]) -> bool:
        hoy = self._sesion.reloj.hoy()
        folios = self._sesion.hacer(
            lambda exp, t: tomar.tomar_seguidos(exp, en_el_anio(exp, t, anio), uids, hoy)
        )
        return bool(folios)

    def _hacer(self, por_imprimir: PorImprimir, y_luego: Callable[[PdfEscrito], object]) -> None:
        """Hace el PDF en otro hilo."""

        def imagenes(exp: Expediente, _: object) -> Callable[[str], bytes]:
            return imprimir.imagenes_de(exp, por_imprimir.secciones)

        imagen = self._sesion.consultar(imagenes)
        if imagen is None:
            return
        self.dijo.emit("Haciendo las hojas…", "letra_tenue")
        self._tarea = Tarea(
            lambda avance, cancelado: imprimir.hacer_pdf(por_imprimir, imagen, avance, cancelado)
        )
        self._hecho_y_luego = None, y_luego
        self._tarea.hecha.connect(self._recibir)
        self._tarea.fallida.connect(self._fallar)
        self._tarea.acabo.connect(self._al_acabar)
        self._tarea.empezar()

    def _recibir(self, escrito: PdfEscrito) -> None:
        self._hecho_y_luego = escrito, self._hecho_y_luego[1]

    def _fallar(self, error: Exception) -> None:
        imprevistos.decir_error(self._padre, "No se pudieron hacer las hojas.", error)

    def _al_acabar(self) -> None:
        self._tarea = None
        self.dijo.emit("", "letra_tenue")
        escrito, y_luego = self._hecho_y_luego
        if escrito is not None:
            y_luego(escrito)


def _uids(filas: Sequence[EnElLibro]) -> list[str]:
    return [fila.oficio.uid for fila in filas]
