"""Guardar un dato de un oficio: lo escrito llega al libro, o queda a la vista con su porqué."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.oficios.folios import Serie
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.oficio import Oficio
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.pendientes import Escrito
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.oficios import al_pedirlo
from ut_escritorio.interfaz.oficios.cancelar import DEJARLO
from ut_escritorio.interfaz.oficios.datos import DE_RECIBIDO, Dato, Poner
from ut_escritorio.interfaz.oficios.formulario import escrito_de, sitio_de
from ut_escritorio.interfaz.oficios.respuestas.contesta_a import VARIOS, contesta_a, falta_parte
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficios import anotar, numeros, responder
from ut_escritorio.servicios.oficios.libro import en_el_anio

ComoVa = Callable[[str], EnElLibro | None]
_SIN_CAMBIO = Cambios("", frozenset())
_CORREGIRLO = "Corregir el número"


class Guardar:
    """Guarda lo que se escribe en el formulario.

    `como_va` da un oficio como está ahora en el libro; `mostrar` enseña al pie lo que se rechazó.
    """

    def __init__(
        self, padre: QWidget, sesion: Sesion, como_va: ComoVa, mostrar: Callable[[], object]
    ) -> None:
        self._padre, self._sesion, self._como_va, self._mostrar = padre, sesion, como_va, mostrar

    def dato(
        self, dato: Dato, filas: Sequence[EnElLibro], valor: Any, texto: str, serie: Serie | None
    ) -> None:
        """Guarda un dato en uno o en todos esos oficios, de una sola vez."""
        ahora = [self._como_va(fila.oficio.uid) or fila for fila in filas]
        if dato.de_todos(ahora) == valor:  # Esc, o vuelto a escribir igual: cada uno sigue con lo suyo
            for fila in ahora:
                self._sesion.sin_guardar.soltar(sitio_de(fila.oficio.uid, dato.clave))
        elif dato.clave in DE_RECIBIDO:
            self._a_que_contesta(dato, ahora[0], valor, texto)
        elif dato.poner is None:
            self._lo_de_despues(dato, filas, valor, texto)
        elif dato.clase == "folio":
            self._numero(dato, filas[0], valor, serie)
        else:
            self._del_papel(dato, dato.poner, filas[0], valor, texto)

    def _lo_de_despues(self, dato: Dato, filas: Sequence[EnElLibro], valor: Any, texto: str) -> None:
        def seguir(exp: Expediente, trimestre: Trimestre, uids: tuple[str, ...]) -> Cambios:
            return anotar.seguir(exp, trimestre, uids, **{dato.clave: valor})

        uids = [fila.oficio.uid for fila in filas]
        self._sesion.guardar_juntos({escrito_de(uid, dato, texto): uid for uid in uids}, seguir)

    def _a_que_contesta(self, dato: Dato, fila: EnElLibro, valor: Any, texto: str) -> None:
        """A cuál contesta, o si de eso falta una parte."""
        cual = valor if dato.clase == "contesta" else contesta_a(fila)
        falta = valor if dato.clase == "si" else falta_parte(fila)
        if cual != VARIOS:  # ya son esos
            escrito = escrito_de(fila.oficio.uid, dato, texto)
            self._sesion.guardar(escrito, responder.contesta_a, fila.oficio.uid, cual, completa=not falta)

    def _del_papel(
        self, dato: Dato, poner: Poner, fila: EnElLibro, valor: Any, texto: str, *, aunque: bool = False
    ) -> None:
        """Lo que es del papel; si su carta ya se imprimió, se pregunta antes (`aunque`: ya dijo que sí)."""
        uid, escrito = fila.oficio.uid, escrito_de(fila.oficio.uid, dato, texto)
        impresa: list[str] = []
        usado: list[str] = []

        def cambiar(exp: Expediente, trimestre: Trimestre) -> Cambios:
            # Al reintentar, lo demás del oficio puede ser otro.
            ahora = poner((self._como_va(uid) or fila).oficio, self._sesion.foto.catalogo, valor)
            try:
                return anotar.cambiar(exp, trimestre, ahora, aunque_se_imprimio=aunque)
            except anotar.CartaImpresa as pregunta:
                impresa.append(str(pregunta))
            except numeros.NumeroUsado as de_otro:
                usado.append(str(de_otro))
            return _SIN_CAMBIO

        self._sesion.guardar(escrito, cambiar)
        self._rechazar(escrito, usado)
        if not impresa:
            return
        # Mientras no conteste no está guardado, y la puerta lo dice.
        self._sesion.rechazar(escrito, impresa[0])
        avisos.escoger(
            self._padre,
            impresa[0],
            (
                ("Corregir también la carta…", lambda: self._pedir_por_que(dato, poner, fila, valor, texto)),
                (
                    "Cambiarlo solo en el libro",
                    lambda: self._del_papel(dato, poner, fila, valor, texto, aunque=True),
                ),
            ),
            si_no=(DEJARLO, lambda: self._dejarlo(dato, uid)),
            preferida=DEJARLO,
        )

    def _rechazar(self, escrito: Escrito, usado: Sequence[str]) -> None:
        """El número de otro oficio se dice a su pie, y ahí se corrige: reintentarlo no lo arregla."""
        if usado:
            self._sesion.rechazar(escrito, usado[0])
            self._mostrar()

    def _pedir_por_que(self, dato: Dato, poner: Poner, fila: EnElLibro, valor: Any, texto: str) -> None:
        """Deja corregir la carta, con el motivo, y entonces cambia lo que era."""

        def corregir(motivo: str) -> bool:
            if not self._sesion.logra(al_pedirlo.cartas().corregir, fila.oficio.uid, motivo):
                return False
            self._del_papel(dato, poner, fila, valor, texto)
            return True

        avisos.pedir_texto(
            self._padre,
            f"¿Por qué se cambia la carta de {fila.oficio.folio}?",
            "Corregirla",
            corregir,
            "La que se imprimió se conserva, con este motivo. Después hay que imprimir la otra.",
            DEJARLO,
            con_enter=True,
        )

    def _dejarlo(self, dato: Dato, uid: str) -> None:
        """Vuelve a lo que decía."""
        sitio = sitio_de(uid, dato.clave)
        self._sesion.sin_guardar.soltar(sitio)
        self._sesion.pide_ir.emit(sitio)

    def _numero(self, dato: Dato, fila: EnElLibro, escrito: str, serie: Serie | None) -> None:
        """El número que ella escribe: al que no lo tiene, se le toma; de uno lejano se pregunta."""
        oficio = fila.oficio
        if oficio.sentido != "enviado" or (oficio.folio and escrito):
            folio = serie.folio(escrito) if serie is not None and oficio.sentido == "enviado" else escrito
            self._del_papel(dato, lambda o, _, __: replace(o, folio=folio), fila, folio, folio)
        elif oficio.folio:
            self._sesion.guardar(escrito_de(oficio.uid, dato, escrito), numeros.soltar, oficio.uid)
        else:
            self.tomar(dato, oficio, escrito)

    def tomar(self, dato: Dato, oficio: Oficio, escrito: str, sigue_de_ahi: bool | None = None) -> None:
        """Toma el número escrito o, si no se escribió, el que sigue."""
        lejos: list[str] = []
        usado: list[str] = []
        hoy = self._sesion.reloj.hoy()

        def tomar(exp: Expediente, trimestre: Trimestre) -> tuple[str, Cambios]:
            suyo = en_el_anio(exp, trimestre, oficio.ejercicio)
            try:
                return al_pedirlo.tomar().tomar_uno(
                    exp, suyo, oficio.uid, escrito, hoy, sigue_de_ahi=sigue_de_ahi
                )
            except numeros.NumeroLejano as pregunta:
                lejos.append(str(pregunta))
            except numeros.NumeroUsado as de_otro:
                usado.append(str(de_otro))
            return "", _SIN_CAMBIO

        self._sesion.guardar(escrito_de(oficio.uid, dato, escrito), tomar)
        self._rechazar(escrito_de(oficio.uid, dato, escrito), usado)
        if not lejos:
            return
        # Mientras no conteste no está guardado, y la puerta lo dice.
        self._sesion.rechazar(escrito_de(oficio.uid, dato, escrito), lejos[0])
        avisos.escoger(
            self._padre,
            lejos[0],
            (
                ("Sí, sigue de ahí", lambda: self.tomar(dato, oficio, escrito, True)),
                ("No, la cuenta sigue igual", lambda: self.tomar(dato, oficio, escrito, False)),
            ),
            si_no=(_CORREGIRLO, lambda: self._sesion.pide_ir.emit(sitio_de(oficio.uid, dato.clave))),
            preferida=_CORREGIRLO,
        )
