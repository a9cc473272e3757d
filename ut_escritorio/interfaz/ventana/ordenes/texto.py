"""El plan del año o lo de un trimestre que sale como texto, o llega escrito en uno."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.interfaz.comunes.sesion.salidas import OFICINA
from ut_escritorio.interfaz.ventana import al_pedirlo as de_la_ventana
from ut_escritorio.interfaz.ventana.archivo.en_espera import hacer_en_espera
from ut_escritorio.interfaz.ventana.mesa import Mesa
from ut_escritorio.interfaz.ventana.ordenes import al_pedirlo
from ut_escritorio.interfaz.ventana.ordenes.al_pedirlo import Servicios
from ut_escritorio.servicios.archivo import expediente

if TYPE_CHECKING:
    from ut_escritorio.servicios.archivo.expediente import Expediente
    from ut_escritorio.servicios.texto.plan_que_llega import PlanQueLlega
    from ut_escritorio.servicios.texto.salida import TextoGuardado

_AL_GUARDAR = "Texto (*.txt)"
_Hacer = Callable[["Expediente", Trimestre, Path], "TextoGuardado"]


def guardar_plan(mesa: Mesa) -> None:
    """Pide dónde y deja ahí el texto del plan del año que se ve."""
    anio = mesa.sesion().trimestre.ejercicio
    _guardar(
        mesa,
        "el plan",
        f"El plan de {anio}",
        f"Plan {anio}.txt",
        lambda exp, t, ruta: Servicios.texto_que_sale().guardar_plan(exp, t.ejercicio, ruta),
    )


def guardar_trimestre(mesa: Mesa) -> None:
    """Pide dónde y deja ahí el texto de lo capturado en el trimestre que se ve."""
    trimestre = mesa.sesion().trimestre
    _guardar(
        mesa,
        "el trimestre",
        f"El {trimestre}",
        f"{trimestre}.txt",
        lambda exp, t, ruta: Servicios.texto_que_sale().guardar_datos(exp, t, ruta),
    )


def _guardar(mesa: Mesa, cosa: str, cual: str, nombre: str, hacer: _Hacer) -> None:
    sesion = mesa.sesion()

    def guardar(ruta: Path) -> None:
        guardado = sesion.consultar(lambda exp, trimestre: hacer(exp, trimestre, ruta))
        if guardado is None:
            return
        mesa.decir(f"{cual} quedó en {guardado.ruta}")
        if guardado.avisos:
            que = f"{cual} quedó en «{ruta.name}». Para volver a traerlo habrá que corregirlo."
            de_la_ventana.avisos().informar(mesa.marco, que, de_la_ventana.avisos().pocos(guardado.avisos))

    def pedir() -> None:
        propuesta = sesion.expediente.ruta.parent / nombre
        de_la_ventana.avisos().pedir_donde_guardar(
            mesa.marco, f"Guardar {cosa} como texto", propuesta, _AL_GUARDAR, guardar
        )

    sesion.puerta(OFICINA, pedir)


def traer_plan(mesa: Mesa) -> None:
    """Pide un plan escrito como texto y enseña lo que cambiaría, antes de cambiar nada."""
    sesion = mesa.sesion()

    def ver(ruta: Path) -> None:
        avisos, servicio = de_la_ventana.avisos(), Servicios.texto_que_llega()
        de, ahora = sesion.expediente.ruta, sesion.reloj.ahora

        def leer() -> PlanQueLlega:
            with expediente.consultar(de, ahora, sin_revisar=True) as exp:
                return servicio.revisar_plan(exp, ruta)

        def ensenar(llegada: PlanQueLlega) -> None:
            if not llegada.cambios:
                avisos.informar(
                    mesa.marco, f"«{ruta.name}» dice lo mismo que el plan de {llegada.ejercicio}."
                )
                return
            hoja = al_pedirlo.plan_que_llega().HojaDePlanQueLlega(mesa.marco, sesion, llegada)
            if llegada.nuevo:
                hoja.hecho.connect(lambda anio: mesa.ir_a_trimestre(Trimestre(anio, 1), lambda: None))
            hoja.open()

        hacer_en_espera(mesa.marco, f"Leyendo «{ruta.name}»…", leer, ensenar, _decir_que_no(mesa, ruta))

    _traer(mesa, "Traer un plan escrito", ver)


def traer_trimestre(mesa: Mesa) -> None:
    """Pide un trimestre escrito como texto y enseña lo que trae, como la parte de otro departamento."""
    sesion = mesa.sesion()

    def ver(ruta: Path) -> None:
        carpeta = TemporaryDirectory(ignore_cleanup_errors=True)
        de, a, ahora = sesion.expediente.ruta, Path(carpeta.name), sesion.reloj.ahora

        def leer() -> Path:
            with expediente.consultar(de, ahora, sin_revisar=True) as exp:
                return Servicios.datos_que_llegan().como_archivo(exp, ruta, a, ahora)[0]

        def decir_que_no(error: Exception) -> None:
            carpeta.cleanup()
            _decir_que_no(mesa, ruta)(error)

        def ensenar(parte: Path) -> None:
            al_pedirlo.recibir_parte().RecibirParte(mesa.marco, sesion, parte, carpeta).open()

        hacer_en_espera(mesa.marco, f"Leyendo «{ruta.name}»…", leer, ensenar, decir_que_no)

    _traer(mesa, "Traer un trimestre escrito", ver)


def _traer(mesa: Mesa, titulo: str, ver: Callable[[Path], None]) -> None:
    sesion, avisos = mesa.sesion(), de_la_ventana.avisos()
    if sesion.solo_leer:
        avisos.advertir(mesa.marco, sesion.solo_leer)
        return
    carpeta = sesion.expediente.ruta.parent
    sesion.puerta(OFICINA, lambda: avisos.pedir_archivo(mesa.marco, titulo, carpeta, avisos.TEXTO, ver))


def _decir_que_no(mesa: Mesa, ruta: Path) -> Callable[[Exception], None]:
    def decir(error: Exception) -> None:
        if isinstance(error, ErrorEsperado):
            de_la_ventana.avisos().advertir_reparos(mesa.marco, str(error))
        else:
            de_la_ventana.imprevistos().decir_error(mesa.marco, f"No se pudo leer «{ruta.name}».", error)

    return decir
