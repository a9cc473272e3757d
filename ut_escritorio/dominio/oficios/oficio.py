"""Un oficio: el papel, con quién y cuándo, y lo que le pasa después."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.plan.formas import Rol, Sentido
from ut_escritorio.dominio.trimestre.renglones import Folio, Parte, Renglon, leer_folio

ROL_DE: Mapping[Sentido, Rol] = {"enviado": "destinatario", "recibido": "emisor"}
"""Con quién es: a quién va el enviado, de quién viene el recibido."""


@congelado
class DelPapel:
    """Lo que es del papel y se ve también en el renglón que lo dice: su fecha, o solo su mes, y con quién."""

    fecha: date | None = None
    mes: int | None = None
    partes: tuple[Parte, ...] = ()


VACIO = DelPapel()


@congelado
class Oficio:
    """Un papel, una vez.

    `ejercicio` es el año de su libro. Sin `folio`, aún no se le toma número. `propio`: vive en el libro
    aunque ningún renglón lo diga. `cancelado`, por qué se canceló su número; None si no se canceló.
    """

    uid: str
    folio: str = ""
    sentido: Sentido = "enviado"
    ejercicio: int = 0
    papel: DelPapel = DelPapel()
    asunto: str = ""
    clase: str = ""
    expediente: str = ""
    propio: bool = True
    cancelado: str | None = None

    @property
    def leido(self) -> Folio:
        """Su folio, con su serie, su número y su año si se dejan leer."""
        return leer_folio(self.folio)

    @property
    def en_blanco(self) -> bool:
        """Si nada se ha dicho de él todavía."""
        dicho = self.folio, self.asunto, self.clase, self.expediente, self.cancelado
        return self.papel == VACIO and not any(dicho)


@congelado
class Seguimiento:
    """Lo que pasa con un oficio después de salir o llegar; nada de esto se imprime en el informe.

    `espera`: si espera respuesta; None, no se sabe. `acuse` e `impreso`, el día en que los hubo.
    """

    espera: bool | None = None
    antes_del: date | None = None
    acuse: date | None = None
    guardado_en: str = ""
    impreso: date | None = None


@congelado
class Contestacion:
    """Una respuesta: con un oficio recibido (su uid) o por otro `medio`; `completa`, si no falta nada."""

    uid: str
    respuesta: str = ""
    fecha: date | None = None
    medio: str = ""
    completa: bool = True
    nota: str = ""


def del_renglon(renglon: Renglon) -> DelPapel | None:
    """Lo que un renglón dice de su oficio; None si no cita exactamente uno."""
    rol = ROL_DE.get(renglon.sentido)
    if len(renglon.citas) != 1 or rol is None:
        return None
    return DelPapel(renglon.fecha, renglon.mes, renglon.partes_como(rol))


def con_partes(partes: Iterable[Parte], rol: Rol, nuevas: Iterable[Parte]) -> tuple[Parte, ...]:
    """Las partes de un renglón con las de un papel cambiadas por otras; las demás quedan donde estaban."""
    todas = tuple(partes)
    antes = next((n for n, parte in enumerate(todas) if parte.rol == rol), len(todas))
    otras = [parte for parte in todas[antes:] if parte.rol != rol]
    return (*todas[:antes], *nuevas, *otras)
