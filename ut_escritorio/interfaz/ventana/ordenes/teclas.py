"""Las teclas que solo sirven en un lugar: oprimidas en otro, dicen para qué son y qué hacer antes."""

from __future__ import annotations

from PySide6.QtGui import QKeyEvent, QKeySequence

DE_UN_LUGAR = {
    "Ctrl+J": "Ctrl+J adjunta fotos, PDF o correos: elija antes un renglón o un oficio, o vaya a las "
    "evidencias de la actividad.",
    "Ctrl+V": "Ctrl+V pega donde está el cursor: póngalo en una celda o en un campo, o elija el renglón o el "
    "oficio de esa evidencia.",
    "Ctrl+M": "Ctrl+M manda a varias áreas la carta que se escribe, antes de que tome número: ábrala en la "
    "pestaña Oficios (F4).",
    "F4": "F4 abre la carta de un oficio: elíjalo en la pestaña Oficios.",
    "Ctrl+Ins": "Ctrl+Insert empieza una carta: vaya antes a la lista de la pestaña Oficios.",
    "Ctrl+R": "Ctrl+R anota que llegó la respuesta de un oficio: elíjalo en la pestaña Oficios.",
    "Ctrl+T": "Ctrl+T escribe el recordatorio de un oficio: elíjalo en la pestaña Oficios.",
    "Ctrl+Return": "Ctrl+Enter va del renglón a su oficio, y del oficio a su renglón: elija antes uno.",
    "Ctrl+C": "Ctrl+C copia lo elegido: elija antes unas celdas, unos renglones o parte de un texto.",
    "Ctrl+Shift+C": "Ctrl+Mayús+C copia una lista o un cuadro enteros: ponga antes el cursor en él.",
    "Ins": "Insert agrega un renglón, un asunto o un oficio: ponga antes el cursor en su lista.",
}


def para_que_es(tecla: QKeyEvent) -> str:
    """Para qué es una tecla que nadie atendió; vacío, de las que no son de ningún lugar."""
    dicha = QKeySequence(tecla.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
    return DE_UN_LUGAR.get(dicha.replace("Num+", "").replace("Enter", "Return"), "")
