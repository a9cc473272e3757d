"""Las cartas del libro, impresas en un PDF desde la terminal."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.renglones import leer_folio
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.linea_de_comandos.pedidos import Oficios
from ut_escritorio.linea_de_comandos.respuesta import Respuesta
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.oficios import imprimir
from ut_escritorio.servicios.oficios.libro import leer_libro, ultimo_de


def imprimir_cartas(orden: Oficios, salida: Path, ahora: Reloj) -> Respuesta:
    """Las cartas con número, en el orden de sus números, en un solo PDF."""
    hoy = ahora().date()
    with expediente.abrir(orden.archivo, ahora) as abierto:
        filas = leer_libro(abierto, orden.ejercicio).filas
        pedidas = _pedidas(filas, orden.folios)
        suyas = imprimir.las_que_se_imprimen(abierto, pedidas)
        if faltan := [f.oficio.folio for f in pedidas if orden.folios and f not in suyas]:
            raise ErrorEsperado(f"Sin carta que imprimir: {', '.join(faltan)}. Escríbala en la ventana.")
        con_numero = [fila for fila in suyas if fila.oficio.folio]
        if not con_numero:
            return Respuesta(f"En {orden.ejercicio} no hay ninguna carta con número.", es_no=True)
        uids = [fila.oficio.uid for fila in con_numero]
        huecos = imprimir.huecos(abierto, uids, hoy)
        trimestre = ultimo_de(abierto, orden.ejercicio)
        escrito, _ = imprimir.imprimir_en(abierto, trimestre, uids, salida, hoy)
    cuantas = "Una carta" if len(uids) == 1 else f"{len(uids)} cartas"
    hojas = "una hoja" if escrito.paginas == 1 else f"{escrito.paginas} hojas"
    renglones = [f"{cuantas}, en {hojas}: {salida}"]
    if huecos:
        renglones.append(f"Datos que salieron como raya: {huecos}")
    return Respuesta("\n".join(renglones))


def _pedidas(filas: Iterable[EnElLibro], folios: Iterable[str]) -> list[EnElLibro]:
    """Los oficios de esos folios, se escriban como se escriban; sin folios, todos los que se envían."""
    enviados = [fila for fila in filas if fila.oficio.sentido != "recibido"]
    por_llave = {fila.oficio.leido.llave: fila for fila in enviados if fila.oficio.folio}
    if no_estan := [folio for folio in folios if leer_folio(folio).llave not in por_llave]:
        raise ErrorEsperado(f"No está en el libro: {', '.join(no_estan)}. Escriba su número entero.")
    return [por_llave[leer_folio(folio).llave] for folio in folios] or enviados
