"""El informe en PDF, de la foto al archivo."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ut_escritorio.datos.archivos import reemplazar, revisar_destino
from ut_escritorio.dominio.foto import FotoTrimestre
from ut_escritorio.informe.armado import armar
from ut_escritorio.informe.pdf import escribir_pdf
from ut_escritorio.servicios.expediente import Expediente


@dataclass(frozen=True)
class Exportado:
    """El PDF escrito: dónde, de cuántas páginas, qué signos no tuvo la letra y qué falta capturar.

    `hojas` lleva cada origen a la primera página en que se imprime.
    """

    ruta: Path
    paginas: int
    sin_glifo: tuple[str, ...]
    faltantes: tuple[str, ...]
    hojas: Mapping[str, int]


def exportar(
    foto: FotoTrimestre,
    contenido: Callable[[str], bytes] | Mapping[str, bytes],
    salida: Path,
    avance: Callable[[int, int], None] | None = None,
    cancelado: Callable[[], bool] | None = None,
) -> Exportado:
    """Escribe el informe; lo que hubiera en `salida` solo se reemplaza por un PDF entero.

    Args:
        foto: el trimestre; su plan y sus datos bastan para todo el informe.
        contenido: los bytes de un logotipo por su SHA-256.
        salida: el PDF; su carpeta debe existir.
        avance: recibe lo hecho y el total.
        cancelado: dice si ya no se quiere.

    Raises:
        ErrorEsperado: se canceló, o el destino no deja escribir; no se perdió nada.
    """
    revisar_destino(salida)
    documento = armar(foto)
    imagen = contenido.__getitem__ if isinstance(contenido, Mapping) else contenido
    escrito = escribir_pdf(documento, imagen, avance, cancelado)
    reemplazar(salida, escrito.datos)
    return Exportado(salida, escrito.paginas, escrito.sin_glifo, documento.faltantes, escrito.hojas)


def contenidos_de(exp: Expediente, foto: FotoTrimestre) -> Mapping[str, bytes]:
    """Los logotipos del informe, leídos ya: quien trabaja aparte no toca el archivo."""
    logos = {logo.sha256 for papel in foto.catalogo.papeles for logo in papel.logos}
    return {sha256: exp.contenido(sha256) for sha256 in sorted(logos)}


def nombre_de_informe(foto: FotoTrimestre) -> str:
    """El nombre que se propone para el PDF."""
    return f"Informe {foto.trimestre}.pdf"
