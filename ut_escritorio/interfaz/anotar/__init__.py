"""La tira de F9: anotar un oficio, un correo o lo que sea, desde donde esté, sin soltar el teclado."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.impreso.asuntos import Encargo
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.interfaz.anotar.tira import Tira
from ut_escritorio.interfaz.comunes.aspecto.piezas import desechar
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion


def abrir_tira(medio: QWidget, sesion: Sesion, que: str | Encargo | EnElLibro) -> None:
    """Abre al pie de lo que está en medio de la ventana la tira de una sesión.

    `que` es el lugar desde el que se propone, el encargo de un asunto o el oficio al que se contesta. Con el
    trimestre firmado, o el archivo solo para leer, dice por qué no se puede.
    """
    if sesion.foto.firmado is not None:
        avisos.advertir(
            medio,
            f"El {sesion.trimestre} ya se firmó y está cerrado.",
            "Para anotar en él use «Abrir para corregir…», arriba.",
        )
        return
    if sesion.solo_leer:
        avisos.advertir(medio, "Aquí no se puede anotar.", sesion.solo_leer)
        return
    tira = _tira_de(medio, sesion)
    if isinstance(que, str):
        tira.abrir(que)
    elif isinstance(que, Encargo):
        tira.encargar(que)
    else:
        tira.contestar(que)


def _tira_de(medio: QWidget, sesion: Sesion) -> Tira:
    """La tira de esa sesión; la primera vez la pone al pie, y con otra sesión la cambia."""
    for tira in medio.findChildren(Tira):
        if tira.sesion is sesion:
            return tira
        desechar(tira)
    nueva = Tira(sesion)
    nueva.hide()
    acomodo = medio.layout()
    assert acomodo is not None
    acomodo.addWidget(nueva)
    return nueva
