"""Los informes firmados: guardarlos, leerlos, abrir su trimestre para corregir y lo escaneado."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from ut_escritorio.datos import esquema as e
from ut_escritorio.datos.esquema.base import columnas_por_nombre
from ut_escritorio.datos.esquema.captura import ABIERTO, CERRADO
from ut_escritorio.datos.filas.contenidos import guardar_contenido, guardar_en_trozos
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.motor.conexion import Base
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.trimestre.firmados import Escaneado, Firmado, Impresion
from ut_escritorio.dominio.trimestre.foto import PdfFirmado
from ut_escritorio.errores import ErrorEsperado


def esta_cerrado(legajo: Legajo) -> bool:
    """Si el trimestre está cerrado por una firma."""
    ((estado,),) = legajo.base.lee(e.Trimestre.select(e.Trimestre.estado).where(e.Trimestre.id == legajo.id))
    return estado == CERRADO


def cerrar_con_firma(
    legajo: Legajo,
    fecha: date,
    pdf: bytes,
    documento: bytes,
    cifras: bytes,
    paginas: int,
    hojas: Mapping[str, int],
    huella: str = "",
) -> None:
    """Guarda el informe firmado y cierra su trimestre; dentro de la acción de quien llama.

    `huella` es el SHA-256 del PDF, si ya se sacó.
    """
    base, accion = legajo.base, legajo.base.en_curso
    assert accion is not None, "solo se firma dentro de una acción"
    base.inserta(
        e.Firma,
        trimestre=legajo.id,
        version=len(_filas(base, legajo.id)) + 1,
        fecha=fecha,
        cuando=accion.cuando,
        pdf=guardar_en_trozos(base, pdf, huella),
        documento=guardar_contenido(base, documento),
        cifras=guardar_contenido(base, cifras),
        paginas=paginas,
        hojas=hojas,
    )
    base.cambia(e.Trimestre, e.Trimestre.id == legajo.id, fecha_de_firma=fecha, estado=CERRADO)


def abrir_cerrado(legajo: Legajo, motivo: str) -> None:
    """Abre el trimestre para corregir, con el motivo junto a lo firmado."""
    legajo.base.cambia(e.Trimestre, e.Trimestre.id == legajo.id, estado=ABIERTO)
    legajo.base.cambia(e.Firma, e.Firma.id == ultima_firma(legajo)["id"], motivo=motivo)


def ultima_firma(legajo: Legajo) -> Mapping[str, Any]:
    """La fila de la última firma del trimestre; ErrorEsperado si nunca se ha firmado."""
    filas = _filas(legajo.base, legajo.id)
    if not filas:
        raise ErrorEsperado(f"El {legajo.trimestre} no se ha firmado.")
    return filas[-1]


def firma_de(legajo: Legajo, version: int | None) -> Mapping[str, Any]:
    """La fila de una firma del trimestre (None: la última); ErrorEsperado si no existe."""
    ultima = ultima_firma(legajo)
    hallada = next((f for f in _filas(legajo.base, legajo.id) if f["version"] == version), None)
    if version is not None and hallada is None:
        raise ErrorEsperado(f"El {legajo.trimestre} no tiene una versión firmada {version}.")
    return hallada or ultima


def pdf_de(legajo: Legajo) -> PdfFirmado | None:
    """El PDF firmado del trimestre, si está cerrado."""
    filas = _filas(legajo.base, legajo.id)
    if not filas or not esta_cerrado(legajo):
        return None
    fila = filas[-1]
    return PdfFirmado(fila["pdf"], fila["paginas"], fila["fecha"], fila["hojas"], fila["documento"])


def _filas(base: Base, trimestre: int) -> list[Mapping[str, Any]]:
    consulta = e.Firma.select().where(e.Firma.trimestre == trimestre).order_by(e.Firma.version)
    nombres = list(columnas_por_nombre(e.Firma))
    return [dict(zip(nombres, fila, strict=True)) for fila in base.lee(consulta)]


def firmados(base: Base, trimestres: Mapping[int, Trimestre]) -> tuple[Firmado, ...]:
    """Todos los informes firmados, por trimestre y versión."""
    hechos = [
        _firmado(base, fila, trimestres[id_], fila is filas[-1] and _cerrado(base, id_))
        for id_ in trimestres
        for filas in [_filas(base, id_)]
        for fila in filas
    ]
    return tuple(sorted(hechos, key=lambda firmado: (firmado.trimestre, firmado.version)))


def _cerrado(base: Base, id_: int) -> bool:
    ((estado,),) = base.lee(e.Trimestre.select(e.Trimestre.estado).where(e.Trimestre.id == id_))
    return estado == CERRADO


def _firmado(base: Base, fila: Mapping[str, Any], trimestre: Trimestre, vigente: bool) -> Firmado:
    s = e.Escaneado
    escaneados = base.lee(s.select(s.contenido, s.nombre, s.clase).where(s.firma == fila["id"]))
    return Firmado(
        trimestre,
        fila["version"],
        fila["fecha"],
        datetime.fromisoformat(fila["cuando"]),
        fila["pdf"],
        fila["paginas"],
        vigente,
        fila["motivo"] or "",
        tuple(Escaneado(*datos) for datos in escaneados),
    )


def guardar_escaneado(legajo: Legajo, octetos: bytes, sha256: str, nombre: str, clase: str) -> None:
    """Guarda lo escaneado junto a la última firma del trimestre; lo mismo dos veces queda una."""
    firma, s = ultima_firma(legajo)["id"], e.Escaneado
    guardar_en_trozos(legajo.base, octetos, sha256)
    if not legajo.base.lee(s.select(s.id).where((s.firma == firma) & (s.contenido == sha256))):
        legajo.base.inserta(s, firma=firma, contenido=sha256, nombre=nombre, clase=clase)


def impresion_de(legajo: Legajo) -> Impresion | None:
    """La última impresión para firma del trimestre."""
    i = e.Impresion
    filas = legajo.base.lee(i.select(i.hojas, i.numeradas).where(i.trimestre == legajo.id))
    return Impresion(*filas[0]) if filas else None


def guardar_impresion(legajo: Legajo, impresion: Impresion) -> None:
    """Guarda la última impresión para firma del trimestre."""
    valores = {"hojas": impresion.huellas, "numeradas": impresion.numeradas}
    if not legajo.base.cambia(e.Impresion, e.Impresion.trimestre == legajo.id, **valores):
        legajo.base.inserta(e.Impresion, trimestre=legajo.id, **valores)
