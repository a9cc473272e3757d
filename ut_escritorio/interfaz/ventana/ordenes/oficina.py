"""El menú Oficina: lo que cambia de un año a otro. Cada ventana suya se carga cuando se pide."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout

from ut_escritorio.interfaz.ventana.acciones import Accion
from ut_escritorio.interfaz.ventana.archivo.pendientes import si_todo_quedo

if TYPE_CHECKING:
    from PySide6.QtCore import QSettings

    from ut_escritorio.dominio.plan.arbol import Componente
    from ut_escritorio.interfaz.ventana.marco import Ventana

_FIRMADO = (
    "Este trimestre ya se firmó y no cambia. Pase a uno sin firmar del mismo año y agréguelo ahí: "
    "quedará en todos los que faltan."
)


def acciones_de_oficina(ventana: Ventana) -> tuple[Accion | None, ...]:
    """Lo que el menú ofrece."""
    return (
        Accion("&Personas y cargos…", lambda: pedir_catalogos(ventana, "Personas y cargos")),
        Accion("&Unidades y órganos…", lambda: pedir_catalogos(ventana, "Unidades y órganos")),
        Accion("&Membrete y leyenda…", lambda: pedir_catalogos(ventana, "Membrete y leyenda")),
        Accion("&Días inhábiles…", lambda: pedir_catalogos(ventana, "Días inhábiles"), icono="dias"),
        Accion("&Textos del plan…", lambda: pedir_catalogos(ventana, "Textos del plan"), icono="parrafo"),
        None,
        Accion("Agregar un &componente…", lambda: pedir_componente(ventana), icono="agregar"),
        Accion("&Año nuevo…", lambda: pedir_anio(ventana), icono="agregar"),
        Accion("El plan ya se apro&bó", lambda: aprobar(ventana), icono="listo"),
    )


def pedir_catalogos(ventana: Ventana, cual: str) -> None:
    """Abre los catálogos en la pestaña de ese rótulo."""
    from ut_escritorio.interfaz.catalogos import Catalogos

    ventana.asentar()
    abrir = Catalogos(ventana.sesion, cual, ventana).open
    si_todo_quedo(ventana, ventana.sesion, "Seguir sin guardarlo", abrir)


def recordar_dias(ventana: Ventana, ajustes: QSettings) -> None:
    """Si ya casi llega el año siguiente y la oficina no ha anotado sus días, lo dice arriba."""
    from ut_escritorio.dominio.oficina.calendario import falta_anotar
    from ut_escritorio.interfaz.comunes.dialogos.franja import Franja

    sesion = ventana.sesion
    anio = falta_anotar(sesion.foto.descansos, sesion.reloj.hoy())
    ya_dijo = ajustes.value("sin_dias") == str(anio)
    if anio is None or ya_dijo or sesion.solo_leer or sesion.expediente.es_ejemplo:
        return
    franja = Franja()
    medio = ventana.centralWidget()
    acomodo = medio.layout() if medio else None
    assert isinstance(acomodo, QVBoxLayout)
    acomodo.insertWidget(0, franja)

    def anotarlos() -> None:
        franja.decir("")
        pedir_catalogos(ventana, "Días inhábiles")

    def ahora_no() -> None:
        franja.decir("")
        ajustes.setValue("sin_dias", str(anio))

    franja.decir(
        f"Faltan los días inhábiles propios de {anio}: con ellos se cuentan los monitoreos y los plazos.",
        ("Anotarlos…", anotarlos),
        ("No recordarlo", ahora_no),
        icono="dias",
    )


def pedir_componente(ventana: Ventana) -> None:
    """Ofrece los componentes del plan del programa que faltan en el suyo; el elegido llega con su pestaña."""
    from ut_escritorio.dominio.numeros.sitios import Sitio
    from ut_escritorio.interfaz.comunes.dialogos import avisos
    from ut_escritorio.interfaz.primer_dia.agregar import AgregarComponente
    from ut_escritorio.servicios.oficina.componentes import agregar_componente, por_agregar

    ventana.asentar()
    sesion = ventana.sesion
    if sesion.cerrado:
        avisos.advertir(ventana, sesion.solo_leer or _FIRMADO)
        return

    def agregar(clave: str) -> None:
        if sesion.hacer(agregar_componente, clave) is not None:
            suyos = [lugar for lugar, de in sesion.foto.plan.cadena.items() if de[0].clave == clave]
            ventana.ir_a(Sitio(suyos[1] if len(suyos) > 1 else clave))

    def abrir(faltan: tuple[Componente, ...]) -> None:
        dialogo = AgregarComponente(faltan, sesion.trimestre.ejercicio, ventana)
        dialogo.elegido.connect(agregar)
        dialogo.open()

    faltan = sesion.consultar(por_agregar)
    if faltan:
        si_todo_quedo(ventana, sesion, "Seguir sin guardarlo", lambda: abrir(faltan))
    elif faltan is not None:
        avisos.informar(ventana, "Su plan ya tiene todos los componentes del que trae el programa.")


def pedir_anio(ventana: Ventana) -> None:
    """Prepara el año que sigue al que se ve; al crearlo se va a su primer trimestre."""
    from ut_escritorio.interfaz.anio import VentanaDeAnio

    ventana.asentar()

    def abrir() -> None:
        anio = VentanaDeAnio(ventana.sesion, ventana)
        anio.creado.connect(lambda trimestre: ventana.sesion.ir_a_trimestre(trimestre))
        anio.open()

    si_todo_quedo(ventana, ventana.sesion, "Seguir sin guardarlo", abrir)


def aprobar(ventana: Ventana) -> None:
    """El plan del año que se ve deja de ser provisional."""
    from ut_escritorio.servicios.oficina.plan import aprobar_plan

    ventana.asentar()
    if ventana.sesion.foto.plan.provisional:
        ventana.sesion.hacer(aprobar_plan, True)
    else:
        ventana.statusBar().showMessage(
            f"El plan de {ventana.sesion.foto.plan.ejercicio} ya está aprobado.", 6000
        )
