"""Las hojas que salen del libro: la relación de un periodo y la lista para entregar."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.firmantes import ocupante
from ut_escritorio.dominio.oficios.dichos import (
    NADA,
    asunto_dicho,
    fecha_dicha,
    numero_dicho,
    respuesta_en_papel,
)
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.oficios.relacion import Relacion
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.plan.apartados import Firmante
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.informe.armado.bloques import firma_de
from ut_escritorio.informe.armado.membretes import membrete_de
from ut_escritorio.informe.documento import (
    Bloque,
    Celda,
    Documento,
    Firmas,
    Parrafo,
    Seccion,
    Tabla,
    Titulo,
    Tramo,
)

_DE_CUALES = {"enviados": "enviados", "recibidos": "recibidos", "ambos": "enviados y recibidos"}
_PARA_EL_SELLO = "\n \n \n "
"""Los renglones en blanco donde cabe un sello."""


@congelado
class Mesa:
    """De dónde sale una hoja: el trimestre de su membrete y su firma, el día de ellos y el de hoy."""

    foto: FotoTrimestre
    dia: date
    hoy: date


def hoja_de_relacion(mesa: Mesa, relacion: Relacion) -> Documento:
    """La relación, con el membrete de ese día y quien la elabora."""
    titulo = f"Relación de oficios {_DE_CUALES[relacion.cuales]}"
    return _documento(mesa, f"{titulo}, {relacion.periodo}", tuple(_de_relacion(relacion, titulo)))


def hoja_de_entrega(mesa: Mesa, filas: Sequence[EnElLibro]) -> Documento:
    """Los oficios por entregar, por área, cada uno con su lugar para el sello y la hora."""
    titulo, hoy = "Oficios por entregar", f"{mesa.hoy:%d/%m/%Y}"
    arriba = (Titulo(titulo, 1, alineacion="centro"), Titulo(f"Al {hoy}", 2, alineacion="centro"))
    tabla = (_tabla_de_entrega(filas),) if filas else ()
    return _documento(mesa, f"{titulo}, {hoy}", (*arriba, *tabla, _total(len(filas))))


def hoja_de_pendientes(mesa: Mesa, filas: Sequence[EnElLibro]) -> Documento:
    """Los oficios que no se han contestado, lo más viejo primero, con lo que lleva cada uno."""
    titulo, hoy = "Oficios sin contestar", f"{mesa.hoy:%d/%m/%Y}"
    arriba = (Titulo(titulo, 1, alineacion="centro"), Titulo(f"Al {hoy}", 2, alineacion="centro"))
    tabla = (_tabla_de_relacion("A quién", filas),) if filas else ()
    return _documento(mesa, f"{titulo}, {hoy}", (*arriba, *tabla, _total(len(filas))))


def _documento(mesa: Mesa, titulo: str, bloques: tuple[Bloque, ...]) -> Documento:
    foto, dia = mesa.foto, mesa.dia
    elabora = _quien_elabora(foto)
    firma = () if elabora is None else (firma_de(foto.catalogo, elabora.puesto, dia, elabora.rotulo),)
    quien = ocupante(foto.catalogo, elabora.puesto, dia) if elabora else None
    todo = (*bloques, *((Firmas(firma),) if firma else ()))
    seccion = Seccion(titulo, todo, membrete_de(foto, dia))
    return Documento(titulo, quien.nombre if quien else "", mesa.hoy, (seccion,))


def _quien_elabora(foto: FotoTrimestre) -> Firmante | None:
    """El que en la portada del informe lo elabora o, si ninguno lo dice, el primero."""
    todos = [firmante for apartado in foto.plan.portada for firmante in apartado.firmantes]
    return next((cada for cada in todos if "elabor" in llano(cada.rotulo)), next(iter(todos), None))


def _de_relacion(relacion: Relacion, titulo: str) -> Iterator[Bloque]:
    yield Titulo(titulo, 1, alineacion="centro")
    yield Titulo(str(relacion.periodo).capitalize(), 2, alineacion="centro")
    ambos = relacion.cuales == "ambos"
    for rotulo, con_quien, filas in (
        ("Enviados", "A quién", relacion.enviados),
        ("Recibidos", "De quién", relacion.recibidos),
    ):
        if filas and ambos:
            yield Titulo(rotulo, 3)
        if filas:
            yield _tabla_de_relacion(con_quien, filas)
    yield _total(relacion.cuantos)


def _tabla_de_relacion(con_quien: str, filas: Sequence[EnElLibro]) -> Tabla:
    rotulos = ("No.", "Oficio", "Fecha", con_quien, "Asunto", "Respuesta")
    cuerpo = (
        _fila(
            str(n),
            numero_dicho(fila),
            fecha_dicha(fila),
            fila.con or NADA,
            asunto_dicho(fila),
            respuesta_en_papel(fila),
        )
        for n, fila in enumerate(filas, 1)
    )  # fmt: skip
    return Tabla((_rotulos(rotulos), *cuerpo), len(rotulos), 1)


def _tabla_de_entrega(filas: Sequence[EnElLibro]) -> Tabla:
    rotulos = ("No.", "A quién", "Oficio", "Fecha", "Asunto", "Sello y firma de quien recibe, día y hora")
    cuerpo = (
        _fila(
            str(n),
            fila.con or NADA,
            numero_dicho(fila),
            fecha_dicha(fila),
            asunto_dicho(fila),
            _PARA_EL_SELLO,
        )
        for n, fila in enumerate(filas, 1)
    )
    return Tabla((_rotulos(rotulos), *cuerpo), len(rotulos), 1)


def _rotulos(rotulos: Sequence[str]) -> tuple[Celda, ...]:
    return tuple(Celda(rotulo, "columna") for rotulo in rotulos)


def _fila(numero: str, *datos: str) -> tuple[Celda, ...]:
    return (Celda(numero), *(Celda(dato, alineacion="izquierda") for dato in datos))


def _total(cuantos: int) -> Parrafo:
    """Cuántos son; va con la firma, que así nunca queda sola en una hoja."""
    dicho = {0: "Ningún oficio.", 1: "Un oficio."}.get(cuantos, f"{cuantos} oficios.")
    return Parrafo((Tramo(dicho),), alineacion="izquierda")
