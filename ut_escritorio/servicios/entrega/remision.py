"""Con qué se entrega el informe: los oficios de remisión, la fecha de firma y la numeración."""

from __future__ import annotations

from datetime import date

from ut_escritorio.datos.filas import captura
from ut_escritorio.dominio.oficios.folios import revisar_que_no_sea_cero
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.foto import OficioRemision
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente


def guardar_oficio(
    exp: Expediente,
    trimestre: Trimestre,
    departamento: str,
    folio: str,
    fecha: date | None,
    visita: str = "",
) -> Cambios:
    """Guarda el número y la fecha del oficio con que un departamento entrega su parte.

    Lo guardado seguido en una misma `visita` se deshace junto. ValorInvalido si el número es el 0.
    """
    revisar_que_no_sea_cero((folio,))
    oficio = OficioRemision(departamento, folio, fecha)
    return exp.hacer(
        trimestre, "Anotar el oficio", lambda legajo: captura.poner_oficio(legajo, oficio), visita
    )


def fijar_fecha_de_firma(exp: Expediente, trimestre: Trimestre, fecha: date | None) -> Cambios:
    """Anota la fecha de firma del informe; None: aún no se sabe."""
    nombre = "Anotar la fecha de firma"
    return exp.hacer(trimestre, nombre, lambda legajo: captura.poner_fecha_de_firma(legajo, fecha))


def numerar_paginas(exp: Expediente, trimestre: Trimestre, si: bool) -> Cambios:
    """Hace que las hojas lleven «Página X de N», o que no."""
    nombre = "Numerar las hojas" if si else "Dejar las hojas sin número"
    return exp.hacer(trimestre, nombre, lambda legajo: captura.poner_numeracion(legajo, si))
