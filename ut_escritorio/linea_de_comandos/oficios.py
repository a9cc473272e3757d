"""El libro de oficios de un año, dicho en la terminal."""

from __future__ import annotations

from collections.abc import Sequence

from ut_escritorio.dominio.oficios.dichos import respuesta_dicha
from ut_escritorio.dominio.oficios.libro import EnElLibro, Pedido
from ut_escritorio.dominio.oficios.relacion import PedidoDeRelacion
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.linea_de_comandos.pedidos import HojaDeOficios, Oficios
from ut_escritorio.linea_de_comandos.respuesta import Respuesta, como_json
from ut_escritorio.servicios.archivo import expediente
from ut_escritorio.servicios.oficios import relacion
from ut_escritorio.servicios.oficios.espera import paciencia_de
from ut_escritorio.servicios.oficios.libro import leer_libro
from ut_escritorio.servicios.papel import hoja_suelta


def oficios(orden: Oficios, ahora: Reloj) -> Respuesta:
    """Los oficios del año, lo más nuevo primero; o los que esperan respuesta, lo más viejo primero."""
    with expediente.consultar(orden.archivo, ahora) as abierto:
        if orden.sin_contestar:
            libro = leer_libro(abierto, orden.ejercicio, paciencia_de(abierto, ahora().date()))
            return _los_que_esperan(libro.ver(Pedido("sin contestar")), orden)
        libro = leer_libro(abierto, orden.ejercicio)
    if orden.json:
        return Respuesta(como_json([_llano(fila) for fila in libro.filas]))
    vacio = f"El libro de {libro.ejercicio} está vacío."
    renglones = [_en_un_renglon(fila) for fila in libro.filas] or [vacio]
    pie = [libro.en_un_renglon, f"Siguiente: {libro.siguiente}" if libro.siguiente else ""]
    return Respuesta("\n".join([*renglones, *filter(None, pie)]))


def _los_que_esperan(filas: Sequence[EnElLibro], orden: Oficios) -> Respuesta:
    if orden.json:
        return Respuesta(como_json([{**_llano(fila), "dias_habiles": fila.van} for fila in filas]))
    dichas = [f"{_en_un_renglon(fila)} · {respuesta_dicha(fila)}" for fila in filas]
    return Respuesta("\n".join(dichas) or "Ningún oficio espera respuesta.")


def hoja_de_oficios(orden: HojaDeOficios, ahora: Reloj) -> Respuesta:
    """Deja en PDF o en Excel la relación que se pide, o la lista de los que faltan por entregar."""
    hoy = ahora().date()
    with expediente.consultar(orden.archivo, ahora) as abierto:
        if isinstance(orden.pedido, PedidoDeRelacion):
            hoja = relacion.relacion(abierto, orden.pedido, hoy)
        else:
            hoja = relacion.lista(abierto, orden.pedido, orden.ejercicio, hoy)
    hoja_suelta.exportar(hoja, orden.salida)
    renglones = [f"{hoja.documento.titulo}: {_cuantos(hoja.cuantos)}, quedó en {orden.salida}"]
    if hoja.sin_fecha:
        renglones.append(f"No va{'n' if hoja.sin_fecha > 1 else ''} {_cuantos(hoja.sin_fecha)} sin fecha.")
    return Respuesta("\n".join(renglones))


def _cuantos(cuantos: int) -> str:
    return "un oficio" if cuantos == 1 else f"{cuantos} oficios"


def _llano(fila: EnElLibro) -> dict[str, object]:
    return {
        "folio": fila.oficio.folio,
        "sentido": fila.oficio.sentido,
        "fecha": _fecha(fila),
        "con": fila.con,
        "asunto": fila.asunto,
        "clase": fila.oficio.clase,
        "lugares": _lugares(fila),
        "responde_a": ", ".join(fila.responde_a),
        "estado": fila.estado,
    }


def _fecha(fila: EnElLibro) -> str:
    """«2031-07-04»; «2031-05» si solo se sabe el mes; vacía si nada."""
    papel = fila.oficio.papel
    if papel.fecha:
        return papel.fecha.isoformat()
    return f"{fila.oficio.ejercicio}-{papel.mes:02d}" if papel.mes else ""


def _lugares(fila: EnElLibro) -> list[str]:
    return list(dict.fromkeys(dicho.donde for dicho in fila.dichos))


def _en_un_renglon(fila: EnElLibro) -> str:
    flecha = "← " if fila.oficio.sentido == "recibido" else ""
    folio = f"{flecha}{fila.oficio.folio or 'sin número'}"
    partes = [folio, _fecha(fila), fila.con, fila.asunto, ", ".join(_lugares(fila)), fila.estado]
    return " · ".join(parte for parte in partes if parte)
