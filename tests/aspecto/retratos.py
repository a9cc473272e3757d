"""Las hojas de un PDF como retratos en gris, y en cuánto se distinguen dos retratos.

Se comparan por cuadritos: lo oscuro de cada uno. Así un borde suavizado de otra manera no se nota, y
se notan una letra que dejó de ser negrita, un renglón corrido un milímetro o un título más pegado.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

AQUI = Path(__file__).parent / "retratos"
CUADRITO = 3
# De 255: lo que un cuadrito puede aclararse u oscurecerse, y cuántos de la hoja pueden pasarse.
TOLERANCIA, CUANTOS = 10, 40


def retratar(pdf: bytes) -> list[QImage]:
    """Cada hoja del PDF, en gris y a 72 puntos por pulgada."""
    return list(una_por_una(pdf))


def una_por_una(pdf: bytes) -> Iterator[QImage]:
    """Lo mismo, y cada una se pinta hasta que se le pide."""
    octetos = QByteArray(pdf)
    guardado = QBuffer(octetos)
    guardado.open(QBuffer.OpenModeFlag.ReadOnly)
    documento = QPdfDocument(None)  # pyright: ignore[reportArgumentType,reportCallIssue]
    documento.load(guardado)
    medidas = [documento.pagePointSize(n).toSize() for n in range(documento.pageCount())]
    for n, medida in enumerate(medidas):
        yield _en_gris(documento.render(n, medida))


def _en_gris(hoja: QImage) -> QImage:
    """La hoja sobre papel blanco: QtPdf deja transparente lo que nadie pintó."""
    papel = QImage(hoja.size(), QImage.Format.Format_RGB32)
    papel.fill(0xFFFFFFFF)
    pincel = QPainter(papel)
    pincel.drawImage(0, 0, hoja)
    pincel.end()
    return papel.convertToFormat(QImage.Format.Format_Grayscale8)


def lado_a_lado(hojas: list[QImage]) -> QImage:
    """Las hojas en un solo retrato."""
    anchos = [hoja.width() for hoja in hojas]
    juntas = QImage(sum(anchos), max(hoja.height() for hoja in hojas), QImage.Format.Format_RGB32)
    juntas.fill(0xFFFFFFFF)
    pincel = QPainter(juntas)
    for numero, hoja in enumerate(hojas):
        pincel.drawImage(sum(anchos[:numero]), 0, hoja)
    pincel.end()
    return juntas.convertToFormat(QImage.Format.Format_Grayscale8)


def se_distinguen(uno: QImage, otro: QImage) -> int:
    """En cuántos cuadritos se nota que no son el mismo retrato; cero si son iguales a la vista."""
    if uno.size() != otro.size():
        return len(_tinta(uno))
    tinta, otra = _tinta(uno), _tinta(otro)
    if tinta == otra:
        return 0
    notados = sum(abs(a - b) > TOLERANCIA for a, b in zip(tinta, otra, strict=True))
    return notados if notados > CUANTOS else 0


def reducido(retrato: QImage) -> QImage:
    """En gris y un punto por cuadrito."""
    return retrato.scaled(
        retrato.size() / CUADRITO,
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    ).convertToFormat(QImage.Format.Format_Grayscale8)


def _tinta(retrato: QImage) -> bytes:
    return oscuros(reducido(retrato))


def oscuros(chico: QImage) -> bytes:
    """Lo oscuro de cada punto."""
    ancho, paso = chico.width(), chico.bytesPerLine()
    datos = bytes(chico.constBits())
    return b"".join(datos[n * paso : n * paso + ancho] for n in range(chico.height()))


@cache
def guardados(nombre: str) -> tuple[QImage, ...]:
    """Los retratos guardados de un informe, en el orden de sus hojas; se leen una sola vez."""
    return tuple(_en_gris(QImage(str(ruta))) for ruta in sorted(AQUI.glob(f"{nombre}-*.png")))


def guardar(nombre: str, hojas: list[QImage]) -> int:
    """Guarda los retratos de un informe en lugar de los que hubiera; devuelve cuántos son.

    Del BORRADOR bastan las primeras hojas: lo demás es el ejemplo.
    """
    AQUI.mkdir(exist_ok=True)
    for viejo in AQUI.glob(f"{nombre}-*.png"):
        viejo.unlink()
    guardadas = hojas[: 3 if nombre == "borrador" else None]
    for numero, hoja in enumerate(guardadas, 1):
        hoja.save(str(AQUI / f"{nombre}-{numero:02}.png"))
    return len(guardadas)
