"""Las cartas del libro desde la terminal: escribir la misma a varias áreas, e imprimirlas en un PDF."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from ut_escritorio.dominio.cartas.huecos import decir_huecos
from ut_escritorio.dominio.oficios.libro import EnElLibro
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.dominio.trimestre.renglones import leer_folio
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.linea_de_comandos.pedidos import Escribir, Oficios
from ut_escritorio.linea_de_comandos.respuesta import Respuesta
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.oficios import imprimir
from ut_escritorio.servicios.oficios.escribir import CartaPedida, escribir_a_varias, leer_areas
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
        renglones.append(f"Datos que salieron como raya: {len(huecos)}. {decir_huecos(huecos, len(uids))}")
    return Respuesta("\n".join(renglones))


def escribir(orden: Escribir, ahora: Reloj) -> Respuesta:
    """La misma carta a las áreas del archivo que se da, con números seguidos: todas o ninguna."""
    hoy, areas = ahora().date(), leer_areas(orden.areas)
    pedida = CartaPedida(orden.plantilla, orden.fecha or hoy, dict(orden.campos), orden.asunto, orden.paso)
    with expediente.abrir(orden.archivo, ahora) as abierto:
        folios, _ = escribir_a_varias(abierto, orden.ejercicio, pedida, areas, hoy, orden.salida)
    de_a = f"Se tomó {folios[0]}."
    if len(folios) > 1:
        de_a = f"Se tomaron {len(folios)} números: de {folios[0]} a {folios[-1]}."
    if orden.salida is None:
        return Respuesta(de_a)
    en_pdf = Oficios(orden.archivo, orden.ejercicio, json=False, salida=orden.salida, folios=folios)
    return Respuesta(f"{de_a}\n{imprimir_cartas(en_pdf, orden.salida, ahora).texto}")


def _pedidas(filas: Iterable[EnElLibro], folios: Iterable[str]) -> list[EnElLibro]:
    """Los oficios de esos folios, se escriban como se escriban; sin folios, todos los que se envían."""
    enviados = [fila for fila in filas if fila.oficio.sentido != "recibido"]
    por_llave = {fila.oficio.leido.llave: fila for fila in enviados if fila.oficio.folio}
    if no_estan := [folio for folio in folios if leer_folio(folio).llave not in por_llave]:
        raise ErrorEsperado(f"No está en el libro: {', '.join(no_estan)}. Escriba su número entero.")
    return [por_llave[leer_folio(folio).llave] for folio in folios] or enviados
