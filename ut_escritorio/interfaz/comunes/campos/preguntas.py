"""Lo que se pregunta de un número de oficio antes de guardarlo: si son varios, y si se cuenta otra vez."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.oficios.folios import SI_ES_UNO, Serie, tramo_dudoso
from ut_escritorio.interfaz.comunes.dialogos import avisos

_VOLVER = "Volver a verlo"
_SI_ES_OTRO = "Si es otro oficio, lleva otro número: el mismo no se usa dos veces."


def preguntar_si_son_varios(
    campo: QWidget, escrito: str, serie: Serie | None, queda: Callable[[str], object]
) -> bool:
    """De un «645-650» o un «645 al 650» pregunta si son seis o es uno; dice si preguntó.

    `queda` recibe lo escrito, ya claro; si ella vuelve a verlo, el cursor va a su campo.
    """
    tramo = tramo_dudoso(escrito)
    if tramo is None or not tramo.cabe:
        return False

    def con(claro: str) -> Callable[[], object]:
        return lambda: queda(escrito.replace(tramo.escrito, claro))

    ancho = serie.ancho if serie else 1
    uno, otro = (f"{cual:0{ancho}d}" for cual in (tramo.uno, tramo.otro))
    salidas = [(f"Sí, son {tramo.cuantos}", con(tramo.varios))]
    if serie:
        salidas.append(("Es uno solo", con(serie.uno_solo(tramo.escrito))))
    avisos.escoger(
        campo.window(),
        f"¿Son {tramo.cuantos} oficios, del {uno} al {otro}?",
        salidas,
        detalle="" if serie else SI_ES_UNO,
        si_no=(_VOLVER, campo.setFocus),
    )
    return True


def preguntar_si_se_cuenta(campo: QWidget, dicho: str, contar: Callable[[], object]) -> None:
    """Dice dónde está un número ya usado y pregunta si se cuenta aquí también; solo su botón, y no Enter."""
    avisos.escoger(
        campo.window(),
        dicho,
        (("Contarlo aquí también", contar),),
        detalle=_SI_ES_OTRO,
        si_no=(_VOLVER, campo.setFocus),
        preferida=_VOLVER,
    )
