"""Soltar archivos sobre una frase de «Así se imprime»: se adjuntan al renglón que esa frase dice."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QMimeData, QPoint, Qt
from PySide6.QtWidgets import QAbstractItemView, QMenu

from ut_escritorio.dominio.impreso.entradas import Impreso
from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.palabras.redaccion import recortado
from ut_escritorio.dominio.trimestre.anexos import de_que_es
from ut_escritorio.interfaz.comunes.aspecto.piezas import sin_atajo
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.interfaz.evidencias.adjuntador import adjuntador_de
from ut_escritorio.interfaz.evidencias.llegadas import NADA, recibidos
from ut_escritorio.servicios.evidencias.preparar import PorAdjuntar

_DE_NINGUNO = "Esa frase no es de ningún renglón. Suéltelo en la lista, o en las evidencias de la actividad."
_DE_CUAL = "¿De cuál es?"
_LETRAS = 70


def recibir(
    lista: QAbstractItemView, sesion: Sesion, frase: Impreso | None, datos: QMimeData, punto: QPoint
) -> None:
    """Adjunta al renglón de la frase y lo enseña; si dice varios, pregunta de cuál es."""
    uids = frase.relato.uids if frase else ()
    if frase is None or not uids:
        avisos.advertir(lista, NADA, _DE_NINGUNO)
        return
    dados = recibidos(lista, sesion, datos)
    if dados is None:
        return
    if len(uids) == 1:
        _adjuntar(lista, sesion, frase.lugar, uids[0], dados)
    else:
        _preguntar(lista, sesion, frase, dados).popup(lista.viewport().mapToGlobal(punto))


def _preguntar(
    lista: QAbstractItemView, sesion: Sesion, frase: Impreso, dados: Sequence[PorAdjuntar]
) -> QMenu:
    menu = QMenu(lista)
    menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    menu.addAction(_DE_CUAL).setEnabled(False)
    menu.addSeparator()
    menu.setAccessibleName(_DE_CUAL)
    plan = sesion.foto.plan
    for uid in frase.relato.uids:
        dicho = recortado(de_que_es(plan, sesion.foto.renglon[uid], frase.lugar), _LETRAS)
        adjuntar = partial(_adjuntar, lista, sesion, frase.lugar, uid, dados)
        menu.addAction(sin_atajo(dicho)).triggered.connect(lambda _=False, adjuntar=adjuntar: adjuntar())
    return menu


def _adjuntar(
    lista: QAbstractItemView, sesion: Sesion, lugar: str, uid: str, dados: Sequence[PorAdjuntar]
) -> None:
    dueno = Origen("renglon", uid)
    sesion.pide_ir.emit(Sitio(lugar, dueno))
    adjuntador_de(sesion).adjuntar(lista, dueno, dados)
