"""Los papeles de un trimestre, de filas a como se dicen en la relación de su informe."""

from __future__ import annotations

from ut_escritorio.datos.filas.catalogo import leer_catalogo
from ut_escritorio.datos.filas.legajo import Legajo
from ut_escritorio.datos.filas.oficios.libro import Remision, leer_hoja
from ut_escritorio.dominio.impreso.remision import de_que_trata
from ut_escritorio.dominio.oficios.dichos import NADA, asunto_dicho, fecha_dicha, numero_dicho
from ut_escritorio.dominio.oficios.libro import EnElLibro, en_orden
from ut_escritorio.dominio.oficios.relacion import PedidoDeRelacion, Periodo, relacion_de
from ut_escritorio.dominio.trimestre.del_libro import Asentado
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre


def leer_relacion(legajo: Legajo) -> tuple[Asentado, ...]:
    """Los enviados y luego los recibidos del trimestre, lo más viejo primero."""
    trimestre = legajo.trimestre
    hoja = leer_hoja(legajo.base, trimestre.ejercicio)
    entregan = {remision.uid: _de_entrega(legajo, remision) for remision in hoja.remisiones}
    pedido = PedidoDeRelacion(Periodo(trimestre.ejercicio, trimestre=trimestre.numero), "ambos")
    relacion = relacion_de(en_orden(hoja.filas), pedido)
    return tuple(
        _asentado(fila, *entregan.get(fila.oficio.uid, ("", "")))
        for fila in (*relacion.enviados, *relacion.recibidos)
    )


def _asentado(fila: EnElLibro, con: str, asunto: str) -> Asentado:
    """El de entrega dice a quién va y de qué trata por su carta, si nadie escribió otra cosa."""
    callado = fila.oficio.cancelado is None and not fila.asunto
    return Asentado(
        fila.oficio.sentido,
        numero_dicho(fila),
        fecha_dicha(fila),
        fila.con or con or NADA,
        (callado and asunto) or asunto_dicho(fila),
    )


def _de_entrega(legajo: Legajo, remision: Remision) -> tuple[str, str]:
    plan = legajo.guardado.plan
    if remision.departamento not in plan.departamento:
        return "", ""
    foto = FotoTrimestre(remision.trimestre, plan, leer_catalogo(legajo.base).catalogo)
    return de_que_trata(foto, remision.departamento)
