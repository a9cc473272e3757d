"""Supr en el libro: lo que no tiene número se quita; un número ya tomado se cancela, o se suelta."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.interfaz.comunes.dialogos import avisos
from ut_escritorio.interfaz.comunes.sesion.sesion import Sesion
from ut_escritorio.servicios.oficios import anotar, numeros

DEJARLO = "Dejarlo como está"


def pedir_quitar(
    padre: QWidget, sesion: Sesion, fila: EnElLibro, *, firmado: Trimestre | None, es_el_ultimo: bool
) -> None:
    """Quita el oficio o cancela su número; lo que no se deshace a la ligera se pregunta antes.

    `firmado`: el trimestre que lo dice y ya se firmó. `es_el_ultimo`: ninguno de su serie va después.
    """
    oficio = fila.oficio
    enviado = oficio.sentido != "recibido"
    if oficio.cancelado is not None:
        avisos.advertir(padre, f"{oficio.folio} ya está cancelado.", f"Por qué: {oficio.cancelado}")
    elif firmado is not None:
        que = f"Para {'cancelarlo' if enviado else 'quitarlo'}, abra ese trimestre para corregir."
        avisos.advertir(padre, f"Está en el {firmado}, ya firmado.", que)
    elif enviado and oficio.folio:
        if es_el_ultimo and not fila.dichos and not fila.seguimiento.impreso:
            _ofrecer_soltarlo(padre, sesion, fila)
        else:
            _pedir_motivo(padre, sesion, fila)
    elif fila.dichos:
        avisos.advertir(padre, f"Está en {_donde(fila)}.", "Quítelo de ahí y se va también del libro.")
    else:
        sesion.hacer(anotar.quitar, oficio.uid)


def _ofrecer_soltarlo(padre: QWidget, sesion: Sesion, fila: EnElLibro) -> None:
    folio = fila.oficio.folio
    avisos.escoger(
        padre,
        f"{folio} es el último número que se tomó, y ningún informe lo dice.",
        (
            ("Soltar el número", lambda: sesion.hacer(numeros.soltar, fila.oficio.uid)),
            ("Cancelarlo…", lambda: _pedir_motivo(padre, sesion, fila)),
        ),
        f"Al soltarlo, {folio} vuelve a ser el que sigue y el oficio queda sin número. Al cancelarlo, queda "
        "en el libro con su motivo y ese número no se vuelve a usar.",
        (DEJARLO, lambda: None),
        preferida=DEJARLO,
    )


def _pedir_motivo(padre: QWidget, sesion: Sesion, fila: EnElLibro) -> None:
    oficio, dicho = fila.oficio, bool(fila.dichos)
    donde = f"Está en {_donde(fila)}. " if dicho else ""
    avisos.pedir_texto(
        padre,
        f"¿Por qué se cancela {oficio.folio}?",
        "Quitarlo de ahí y cancelarlo" if dicho else "Sí, queda cancelado",
        lambda motivo: sesion.logra(anotar.cancelar, oficio.uid, motivo, quitar_de_ahi=dicho),
        f"{donde}{oficio.folio} queda en el libro como CANCELADO y su número no se vuelve a usar.",
        DEJARLO,
        con_enter=True,
    )


def _donde(fila: EnElLibro) -> str:
    return lista(list(dict.fromkeys(dicho.donde for dicho in fila.dichos)))
