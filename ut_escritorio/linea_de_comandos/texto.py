"""El plan de un año o los datos de un trimestre que salen como texto, o entran, desde la terminal."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.reloj import Reloj
from ut_escritorio.linea_de_comandos.partes import recibir_en
from ut_escritorio.linea_de_comandos.pedidos import ComoTexto, EntrarDatos, EntrarPlan, RecibirParte
from ut_escritorio.linea_de_comandos.respuesta import Respuesta
from ut_escritorio.servicios.archivo import expediente, respaldo
from ut_escritorio.servicios.texto import entrada
from ut_escritorio.servicios.texto.datos_que_llegan import como_archivo
from ut_escritorio.servicios.texto.plan_que_llega import PlanQueLlega
from ut_escritorio.servicios.texto.salida import guardar_datos, guardar_plan


def como_texto(orden: ComoTexto, ahora: Reloj) -> Respuesta:
    """Dice dónde quedó, qué logotipos quedaron junto y, si algo no volvería a entrar, qué."""
    with expediente.consultar(orden.archivo, ahora) as abierto:
        if orden.trimestre is None:
            guardado, que = (
                guardar_plan(abierto, orden.ejercicio, orden.salida),
                f"El plan de {orden.ejercicio}",
            )
        else:
            trimestre = Trimestre(orden.ejercicio, orden.trimestre)
            guardado, que = guardar_datos(abierto, trimestre, orden.salida), f"Los datos del {trimestre}"
    renglones = [f"{que}, como texto: {guardado.ruta}"]
    renglones += [f"Va con él: {ruta}" for ruta in guardado.junto]
    renglones += [f"Para que vuelva a entrar habrá que corregir: {aviso}" for aviso in guardado.avisos]
    return Respuesta("\n".join(renglones))


def entrar_plan(orden: EntrarPlan, ahora: Reloj) -> Respuesta:
    """Dice lo que cambiaría y, si se pide, lo hace, con su copia antes; es que no si nada cambia."""
    abrir = expediente.abrir if orden.aplicar else expediente.consultar
    with abrir(orden.archivo, ahora) as abierto:
        llegada = entrada.revisar_plan(abierto, orden.plan)
        renglones = list(_dicha(llegada, orden.todo))
        elegidos = {ll.clave for ll in llegada.cambios if ll.de_entrada or (orden.todo and ll.posible)}
        if not elegidos or not orden.aplicar:
            return Respuesta("\n".join(renglones), es_no=orden.aplicar)
        copia = respaldo.respaldar(orden.archivo, ahora())
        entrada.entrar_plan(abierto, abierto.trimestres()[0], llegada, elegidos)
    hecho = "Se hizo el cambio." if len(elegidos) == 1 else f"Se hicieron {len(elegidos)} cambios."
    return Respuesta("\n".join([*renglones, f"{hecho} Antes quedó una copia en {copia.ruta}"]))


def entrar_datos(orden: EntrarDatos, ahora: Reloj) -> Respuesta:
    """Lo mismo con los datos de un trimestre, que llegan como la parte de otro departamento."""
    abrir = expediente.abrir if orden.aplicar else expediente.consultar
    with abrir(orden.archivo, ahora) as abierto, TemporaryDirectory(ignore_cleanup_errors=True) as carpeta:
        ruta, trimestre = como_archivo(abierto, orden.datos, Path(carpeta), ahora)
        pedido = RecibirParte(
            orden.archivo, ruta, trimestre.ejercicio, trimestre.numero, orden.aplicar, orden.todo, ()
        )
        return recibir_en(abierto, pedido, ahora)


def _dicha(llegada: PlanQueLlega, todo: bool) -> Iterator[str]:
    yield f"El plan de {llegada.ejercicio}{', que aquí no está' if llegada.nuevo else ''}:"
    for bajo in dict.fromkeys(llega.donde for llega in llegada.cambios):
        yield f"{bajo}:"
        for llega in (suya for suya in llegada.cambios if suya.donde == bajo):
            va = llega.de_entrada or (todo and llega.posible)
            yield f"  {'+' if va else '?'} {llega.cambio.que}: {llega.nombre}"
            yield from (f"      {diferencia}" for diferencia in llega.diferencias)
            yield from (f"      {aviso}" for aviso in (llega.se_pierde, llega.ya_hay) if aviso)
    if llegada.dicho_de_las_notas:
        yield llegada.dicho_de_las_notas
    if not llegada.cambios:
        yield "  No trae nada distinto."
