"""Escribir de una vez la misma carta a las áreas de un archivo, sin abrirla en la ventana."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from ut_escritorio.datos.disco.archivos import revisar_destino_de
from ut_escritorio.datos.esquema.campos import nuevo_uid
from ut_escritorio.datos.filas.oficios import cartas as datos
from ut_escritorio.dominio.cartas import tanda
from ut_escritorio.dominio.cartas.carta import carta_nueva
from ut_escritorio.dominio.cartas.dicha import decir_carta
from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.cartas.tanda import Area
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficios.oficio import DelPapel, Oficio
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente
from ut_escritorio.servicios.oficios.cartas import CartaAbierta, con_su_clase, mesa_de, plantillas
from ut_escritorio.servicios.oficios.libro import ultimo_de
from ut_escritorio.servicios.oficios.varias import ParaVarias, tomar_con

_TOPE = 1024 * 1024


@congelado
class CartaPedida:
    """Lo que se pide de una carta: su plantilla (su nombre o su clave), su día y lo que ella le pone.

    `campos` son los datos que la plantilla pide; `lugar`, dónde la dirá el informe, vacío si en ninguno.
    """

    plantilla: str
    fecha: date
    campos: Mapping[str, str]
    asunto: str = ""
    lugar: str = ""


def leer_areas(ruta: Path) -> tuple[Area, ...]:
    """Las áreas de un archivo de texto, en UTF-8 o como lo guarda Excel en Windows.

    ErrorEsperado si no se deja leer o algún renglón no se entiende.
    """
    try:
        if ruta.stat().st_size > _TOPE:
            raise ErrorEsperado(f"«{ruta.name}» es demasiado grande para ser una lista de áreas.")
        octetos = ruta.read_bytes()
    except OSError as causa:
        raise ErrorEsperado(f"«{ruta.name}» no se deja leer. Revise que exista y no esté abierto.") from causa
    try:
        texto = octetos.decode("utf-8-sig")
    except UnicodeDecodeError:
        texto = octetos.decode("cp1252", errors="replace")
    if "\0" in texto:
        raise ErrorEsperado(f"«{ruta.name}» no es de texto. En Excel, guárdelo como CSV.")
    return tanda.leer_areas_de_archivo(texto)


def escribir_a_varias(
    exp: Expediente,
    ejercicio: int,
    pedida: CartaPedida,
    areas: tuple[Area, ...],
    hoy: date,
    salida: Path | None = None,
) -> tuple[tuple[str, ...], Cambios]:
    """Hace un oficio y una carta por área, con los números que siguen, en una sola acción; da los folios.

    Raises:
        ErrorEsperado: no hay esa plantilla, no pide alguno de esos datos, ese lugar no está en el plan o es
            de un trimestre firmado, el día no es de ese año, o en `salida` no podrá quedar su PDF.
    """
    if salida is not None:
        revisar_destino_de("PDF", salida)  # antes de tomar ningún número
    trimestre = ultimo_de(exp, ejercicio)
    if pedida.fecha.year != ejercicio:
        raise ErrorEsperado(f"El {pedida.fecha:%d/%m/%Y} no es de {ejercicio}. Pida el libro de su año.")
    abierta = _abierta(exp, ejercicio, pedida, hoy)
    uids = (abierta.oficio.uid, *(nuevo_uid() for _ in areas[1:]))
    return tomar_con(exp, trimestre, abierta, uids, ParaVarias(areas), hoy)


def _abierta(exp: Expediente, ejercicio: int, pedida: CartaPedida, hoy: date) -> CartaAbierta:
    """La carta, que aún no está en el libro."""
    suya = _plantilla(exp, pedida)
    papel = DelPapel(pedida.fecha)
    oficio = Oficio(nuevo_uid(), ejercicio=ejercicio, papel=papel, asunto=pedida.asunto)
    mesa = mesa_de(exp, oficio, hoy)
    if pedida.lugar and pedida.lugar not in mesa.foto.plan.cadena:
        raise ErrorEsperado(f"El plan de {ejercicio} no tiene el lugar «{pedida.lugar}».")
    with exp.base.lectura():
        ultima = datos.la_ultima(exp.base, suya.clave)
    carta = carta_nueva(suya, mesa.foto.plan, ultima)
    carta = replace(carta, campos={**carta.campos, **pedida.campos}, lugar=pedida.lugar)
    abierta = CartaAbierta(oficio, carta, suya, decir_carta(mesa, oficio, carta, suya), mesa)
    return replace(abierta, oficio=con_su_clase(abierta, suya, hoy))


def _plantilla(exp: Expediente, pedida: CartaPedida) -> PlantillaDeCarta:
    todas = plantillas(exp)
    suya = next((p for p in todas if llano(pedida.plantilla) in (llano(p.nombre), llano(p.clave))), None)
    if suya is None:
        nombres = lista([plantilla.nombre for plantilla in todas])
        raise ErrorEsperado(f"No hay una plantilla «{pedida.plantilla}»; hay {nombres}.")
    pide = [campo.clave for campo in suya.campos]
    if de_mas := [clave for clave in pedida.campos if clave not in pide]:
        hay = f"pide {lista(pide)}" if pide else "no pide ningún dato"
        raise ErrorEsperado(f"«{suya.nombre}» no pide «{de_mas[0]}»: {hay}.")
    return suya
