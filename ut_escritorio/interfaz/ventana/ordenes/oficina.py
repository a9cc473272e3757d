"""El menú Oficina: lo que cambia de un año a otro. Cada ventana suya se carga cuando se pide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ut_escritorio.dominio.numeros.sitios import Sitio
from ut_escritorio.dominio.oficina.calendario import falta_anotar
from ut_escritorio.interfaz.comunes.sesion.salidas import OFICINA, OTRO_ANIO
from ut_escritorio.interfaz.ventana import al_pedirlo as de_la_ventana
from ut_escritorio.interfaz.ventana.acciones import Accion
from ut_escritorio.interfaz.ventana.mesa import FranjaDeArriba, Mesa
from ut_escritorio.interfaz.ventana.ordenes import al_pedirlo
from ut_escritorio.interfaz.ventana.ordenes.al_pedirlo import Servicios
from ut_escritorio.interfaz.ventana.ordenes.texto import (
    guardar_plan,
    guardar_trimestre,
    traer_plan,
    traer_trimestre,
)

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from ut_escritorio.dominio.plan.arbol import Componente

_FIRMADO = (
    "Este trimestre ya se firmó y no cambia. Pase a uno sin firmar del mismo año y agréguelo ahí: "
    "quedará en todos los que faltan."
)
_PLAN_FIRMADO = (
    "Este trimestre ya se firmó y su plan no cambia desde aquí. Pase a uno sin firmar del mismo año: lo que "
    "cambie valdrá para los que faltan, y lo firmado queda como se firmó."
)


def acciones_de_oficina(mesa: Mesa) -> tuple[Accion | None, ...]:
    """Lo que el menú ofrece."""
    return (
        Accion("&Personas y cargos…", lambda: pedir_catalogos(mesa, "Personas y cargos")),
        Accion("&Unidades y órganos…", lambda: pedir_catalogos(mesa, "Unidades y órganos")),
        Accion("&Membrete y leyenda…", lambda: pedir_catalogos(mesa, "Membrete y leyenda")),
        Accion("&Días inhábiles…", lambda: pedir_catalogos(mesa, "Días inhábiles"), icono="dias"),
        Accion("&Textos del plan…", lambda: pedir_catalogos(mesa, "Textos del plan"), icono="parrafo"),
        None,
        Accion("El p&lan…", lambda: pedir_plan(mesa), icono="parrafo"),
        Accion("Agregar un &componente…", lambda: pedir_componente(mesa), icono="agregar"),
        Accion("Metas y e&ntrega…", lambda: pedir_metas_y_entrega(mesa), icono="dias"),
        Accion("&Año nuevo…", lambda: pedir_anio(mesa), icono="agregar"),
        Accion("El plan ya se apro&bó", lambda: aprobar(mesa), icono="listo"),
        None,
        Accion(
            "&Guardar el plan como texto…",
            lambda: guardar_plan(mesa),
            icono="guardar",
        ),
        Accion("T&raer un plan escrito…", lambda: traer_plan(mesa), icono="abrir"),
        Accion("Guardar el trimestre como te&xto…", lambda: guardar_trimestre(mesa), icono="guardar"),
        Accion("Traer un trimestre &escrito…", lambda: traer_trimestre(mesa), icono="abrir"),
    )


def pedir_catalogos(mesa: Mesa, cual: str) -> None:
    """Abre los catálogos en la pestaña de ese rótulo; el plan tiene su ventana."""
    if cual == Servicios.primeros_pasos().EL_PLAN:
        pedir_plan(mesa)
        return
    sesion = mesa.sesion()
    sesion.puerta(OFICINA, lambda: al_pedirlo.catalogos().Catalogos(sesion, cual, mesa.marco).open())


def pegar_areas(mesa: Mesa) -> None:
    """Abre las áreas y enseña lo que pondría lo copiado en Excel; sin nada copiado, ahí se dice cómo."""
    sesion = mesa.sesion()

    def abrir() -> None:
        catalogos = al_pedirlo.catalogos().Catalogos(sesion, "Unidades y órganos", mesa.marco)
        catalogos.open()
        catalogos.unidades.pegar.click()

    sesion.puerta(OFICINA, abrir)


def pedir_metas_y_entrega(mesa: Mesa) -> None:
    """Pregunta cuándo se entrega y cómo se miden las metas del año."""
    sesion = mesa.sesion()
    sesion.puerta(OFICINA, lambda: al_pedirlo.metas_y_entrega().MetasYEntrega(mesa.marco, sesion).open())


def recordar_dias(mesa: Mesa, ajustes: QSettings) -> None:
    """Si ya casi llega el año siguiente y la oficina no ha anotado sus días, lo dice arriba."""
    sesion = mesa.sesion()
    anio = falta_anotar(sesion.foto.descansos, sesion.reloj.hoy())
    ya_dijo = ajustes.value("sin_dias") == str(anio)
    if anio is None or ya_dijo or sesion.solo_leer or sesion.expediente.es_ejemplo:
        return
    franja = FranjaDeArriba(mesa)

    def anotarlos() -> None:
        franja.decir("")
        pedir_catalogos(mesa, "Días inhábiles")

    def ahora_no() -> None:
        franja.decir("")
        ajustes.setValue("sin_dias", str(anio))

    franja.decir(
        f"Faltan los días inhábiles propios de {anio}: con ellos se cuentan los monitoreos y los plazos.",
        ("Anotarlos…", anotarlos),
        ("No recordarlo", ahora_no),
        icono="dias",
    )


def pedir_componente(mesa: Mesa) -> None:
    """Ofrece los componentes del plan del programa que faltan en el suyo; el elegido llega con su pestaña."""
    sesion, servicio = mesa.sesion(), Servicios.componentes()
    if sesion.cerrado:
        de_la_ventana.avisos().advertir(mesa.marco, sesion.solo_leer or _FIRMADO)
        return

    def agregar(clave: str) -> None:
        if sesion.hacer(servicio.agregar_componente, clave) is not None:
            suyos = [lugar for lugar, de in sesion.foto.plan.cadena.items() if de[0].clave == clave]
            mesa.ir_a(Sitio(suyos[1] if len(suyos) > 1 else clave))

    def abrir(faltan: tuple[Componente, ...]) -> None:
        dialogo = al_pedirlo.agregar().AgregarComponente(faltan, sesion.trimestre.ejercicio, mesa.marco)
        dialogo.elegido.connect(agregar)
        dialogo.open()

    faltan = sesion.consultar(servicio.por_agregar)
    if faltan:
        sesion.puerta(OFICINA, lambda: abrir(faltan))
    elif faltan is not None:
        de_la_ventana.avisos().informar(
            mesa.marco, "Su plan ya tiene todos los componentes del que trae el programa."
        )


def pedir_plan(mesa: Mesa) -> None:
    """Abre el plan del año, donde se le agrega, se cambia y se acomoda todo."""
    sesion = mesa.sesion()
    if sesion.cerrado:
        de_la_ventana.avisos().advertir(mesa.marco, sesion.solo_leer or _PLAN_FIRMADO)
        return
    sesion.puerta(OFICINA, lambda: al_pedirlo.plan().ElPlan(sesion, mesa.marco).open())


def pedir_anio(mesa: Mesa) -> None:
    """Prepara el año que sigue al que se ve; al crearlo se va a su primer trimestre."""
    sesion = mesa.sesion()

    def abrir() -> None:
        anio = al_pedirlo.anio().VentanaDeAnio(sesion, mesa.marco)
        anio.creado.connect(lambda trimestre: mesa.ir_a_trimestre(trimestre, lambda: None))
        anio.open()

    sesion.puerta(OTRO_ANIO, abrir)


def aprobar(mesa: Mesa) -> None:
    """El plan del año que se ve deja de ser provisional."""
    mesa.asentar()
    sesion = mesa.sesion()
    if sesion.foto.plan.provisional:
        sesion.hacer(Servicios.plan().aprobar_plan, True)
    else:
        mesa.decir(f"El plan de {sesion.foto.plan.ejercicio} ya está aprobado.")
