"""A quién va una carta: quien ocupaba el cargo ese día, con el nombre que el área tenía."""

from __future__ import annotations

from datetime import date

from ut_escritorio.dominio.cartas.plantilla import Hechura
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.contexto import Contexto, Nombre
from ut_escritorio.dominio.impreso.textos import decir
from ut_escritorio.dominio.oficina.firmantes import Ocupante, ocupante
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Parte


@congelado
class Destinatario:
    """A quién va, y el área en que está; `conocido`: se sabe quién ocupa el cargo."""

    quien: Ocupante
    area: Nombre
    conocido: bool = True

    def __str__(self) -> str:
        """«Mtra. Ana Ruiz, Tesorera Municipal»."""
        return ", ".join(filter(None, (self.quien.nombre, self.quien.cargo)))


def destinatario_de(foto: FotoTrimestre, parte: Parte, dia: date, hechura: Hechura) -> Destinatario:
    """De un área, su titular de ese día; de quien no está en la lista, lo escrito: «nombre, cargo»."""
    unidad = foto.catalogo.unidad(parte.clave)
    if unidad is None:
        nombre, _, cargo = (parte.texto or parte.clave).partition(",")
        return Destinatario(Ocupante(nombre.strip(), cargo.strip()), Nombre(parte.texto or parte.clave))
    area = Nombre(unidad.nombre, unidad.articulo)
    quien = ocupante(foto.catalogo, unidad.clave, dia)
    if quien is not None:
        return Destinatario(quien, area)
    dicho = decir(hechura.sin_titular, Contexto(foto, otros={"area": (area,)})).texto
    return Destinatario(Ocupante(dicho, ""), area, conocido=False)
