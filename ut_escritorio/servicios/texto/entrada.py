"""Un plan escrito como texto entra al archivo: lo que cambiaría, antes de cambiar nada; y el cambio."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from ut_escritorio.datos.filas import catalogo as filas_del_catalogo
from ut_escritorio.datos.filas.cambios_del_plan import cambiar_plan
from ut_escritorio.datos.filas.cambios_del_plan.en_uso import (
    Usos,
    leer_usos,
    soltar_cifra,
    soltar_forma,
    soltar_lugar,
)
from ut_escritorio.datos.filas.firmas import esta_cerrado
from ut_escritorio.datos.filas.legajo import Legajo, leer_legajo
from ut_escritorio.datos.filas.oficios.cartas import plantillas_propias, poner_plantilla
from ut_escritorio.datos.filas.plan.escribir import guardar_plan
from ut_escritorio.datos.toml.archivo import FORMATO, ArchivoConReparos
from ut_escritorio.datos.toml.escribir.hoja import notas_a_mano
from ut_escritorio.datos.toml.escribir.plan import llaves_de
from ut_escritorio.datos.toml.plan import PlanLeido, leer_plan, plan_de_llaves
from ut_escritorio.dominio.cambios_del_plan.llegado import comparar as reglas
from ut_escritorio.dominio.cambios_del_plan.llegado.comparar import Cambio
from ut_escritorio.dominio.cambios_del_plan.llegado.cosas import DE_LA_OFICINA, Cosa, Cosas, en_cosas, en_hoja
from ut_escritorio.dominio.cambios_del_plan.llegado.decir import diferencias, donde, que_es
from ut_escritorio.dominio.palabras.redaccion import lista
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Actividad, Plan
from ut_escritorio.errores import ErrorEsperado
from ut_escritorio.servicios.archivo.expediente import Cambios, Expediente, cosas_de
from ut_escritorio.servicios.oficina.catalogos import catalogo_de
from ut_escritorio.servicios.oficina.plan import plan_de
from ut_escritorio.servicios.texto.perdida import Usado, perdidas
from ut_escritorio.servicios.texto.plan_que_llega import Llega, PlanQueLlega

_DEL_ARCHIVO = ("formato", "clave", "ejercicio")
_VUELTAS = 40


def revisar_plan(exp: Expediente, ruta: Path) -> PlanQueLlega:
    """Lo que ese plan cambiaría; no cambia nada.

    ErrorEsperado si no se deja leer, tiene algo que corregir, o su año ya está firmado entero.
    """
    leido = leer_plan(ruta)
    anio = leido.plan.ejercicio
    legajo = _legajo(exp, anio)
    firmados = _firmados(exp, anio)
    if len(firmados) == 4:
        raise ErrorEsperado(f"Los cuatro trimestres de {anio} ya se firmaron: su plan ya no cambia.")
    if legajo is None:
        _revisar_que_es_otro(exp, leido.plan)
    catalogo, plantillas = catalogo_de(exp), plantillas_propias(exp.base)
    plan = legajo.guardado.plan if legajo else None
    de_aqui = _en_cosas(PlanLeido(plan or leido.plan, catalogo, {}, plantillas), solo_oficina=plan is None)
    llegan = _en_cosas(leido)
    mudadas = reglas.mudanzas(de_aqui, llegan)
    aqui = reglas.con_mudanzas(de_aqui, mudadas)
    usos: Usos = leer_usos(legajo) if legajo else {}
    antes_eran = {nueva: vieja for vieja, nueva in mudadas.items()}
    cambios = tuple(
        Llega(
            cambio,
            donde(cambio.cosa, {**aqui, **llegan}),
            que_es(cambio),
            diferencias(cambio),
            perdidas(cambio, antes_eran, usos),
            _ya_hay_otro(cambio, aqui),
        )
        for cambio in reglas.comparar(aqui, llegan)
    )
    notas = notas_a_mano(ruta.read_text(encoding="utf-8", errors="replace"))
    return PlanQueLlega(
        ruta, anio, plan is None, leido, (plan, catalogo), aqui, llegan, mudadas, cambios, firmados, notas
    )


def como_quedaria(llegada: PlanQueLlega, elegidos: Collection[str]) -> PlanLeido:
    """El plan y el catálogo con lo elegido.

    Lo que se iba y hace falta a lo que se queda, se queda. ErrorEsperado si lo elegido no se sostiene sin lo
    demás: dice qué le falta.
    """
    hechos = [llega.cambio for llega in llegada.cambios if llega.clave in elegidos]
    for _ in range(_VUELTAS):
        try:
            leido = plan_de_llaves(_hoja(llegada, hechos), llegada.ruta)
        except ArchivoConReparos as causa:
            quedan = [c for c in hechos if not (c.que == "se va" and _lo_nombra(causa, c))]
            if len(quedan) == len(hechos):
                raise ErrorEsperado(
                    f"Lo marcado no queda entero sin lo demás. {causa.reparos[0]} "
                    "Marque también lo que le falta."
                ) from causa
            hechos = quedan
        else:
            return replace(
                leido, contenidos=llegada.leido.contenidos, plan=_con_metas_firmadas(llegada, leido.plan)
            )
    raise ErrorEsperado("Lo marcado no queda entero sin lo demás. Márquelo todo.")


def entrar_plan(exp: Expediente, _: Trimestre, llegada: PlanQueLlega, elegidos: Collection[str]) -> Cambios:
    """Hace de una vez los cambios elegidos; lo firmado queda como se firmó.

    ErrorEsperado si no se eligió nada, si lo elegido no se sostiene solo, si con ello se perdería algo que no
    se dijo, o si el archivo ya no es como cuando se enseñó; no cambia nada.
    """
    if not elegidos:
        raise ErrorEsperado("No se marcó nada. Marque lo que debe cambiar.")
    legajo = _legajo(exp, llegada.ejercicio)
    if (legajo.guardado.plan if legajo else None, catalogo_de(exp)) != llegada.antes:
        raise ErrorEsperado(
            "El plan cambió desde que se revisó. Vuelva a elegir el archivo. No se cambió nada."
        )
    queda = como_quedaria(llegada, elegidos)
    nombre = f"Crear {llegada.ejercicio}" if legajo is None else f"Cambiar el plan de {llegada.ejercicio}"
    en = legajo or exp.legajo(exp.trimestres()[0])
    if legajo is not None:
        _revisar_lo_que_se_pierde(legajo, llegada, queda.plan, elegidos)
    with exp.base.accion(nombre, en.id) as hecha:
        filas_del_catalogo.guardar_contenidos(exp.base, _que_hacen_falta(queda))
        if queda.catalogo != llegada.antes[1]:
            filas_del_catalogo.cambiar_catalogo(exp.base, queda.catalogo)
        for plantilla in queda.plantillas:
            if plantilla not in plantillas_propias(exp.base):
                poner_plantilla(exp.base, plantilla)
        if legajo is None:
            guardar_plan(exp.base, queda.plan)
        else:
            _soltar(exp, legajo, llegada, queda.plan)
            cambiar_plan(exp.base, legajo.guardado, queda.plan, _ahora(llegada, queda.plan))
    return Cambios(nombre, cosas_de(hecha.tablas))


def _ya_hay_otro(cambio: Cambio, aqui: Cosas) -> str:
    """De un cargo o un membrete que llega, si aquí hay otro que vale los mismos días."""
    cosa = cambio.despues
    if cosa is None or cosa.parte not in ("nombramientos", "membretes"):
        return ""
    otros = (
        otra
        for otra in aqui.values()
        if otra.parte == cosa.parte
        and otra.clave != cosa.clave
        and otra.dice.get("puesto") == cosa.dice.get("puesto")
    )
    if any(_desde(cosa) <= _hasta(otra) and _desde(otra) <= _hasta(cosa) for otra in otros):
        return "Aquí ya hay otro que vale esos días: póngale antes a uno desde cuándo o hasta cuándo."
    return ""


def _desde(cosa: Cosa) -> date:
    return cosa.dice.get("desde", date.min)


def _hasta(cosa: Cosa) -> date:
    return cosa.dice.get("hasta", date.max)


def _legajo(exp: Expediente, ejercicio: int) -> Legajo | None:
    primero = Trimestre(ejercicio, 1)
    return exp.legajo(primero) if primero in exp.trimestres() else None


def _del_anio(exp: Expediente, ejercicio: int) -> list[Legajo]:
    return [leer_legajo(exp.base, cada) for cada in exp.trimestres() if cada.ejercicio == ejercicio]


def _firmados(exp: Expediente, ejercicio: int) -> frozenset[int]:
    return frozenset(suyo.trimestre.numero for suyo in _del_anio(exp, ejercicio) if esta_cerrado(suyo))


def _revisar_que_es_otro(exp: Expediente, plan: Plan) -> None:
    for anio in dict.fromkeys(trimestre.ejercicio for trimestre in exp.trimestres()):
        if plan_de(exp, Trimestre(anio, 1)).clave == plan.clave:
            raise ErrorEsperado(
                f"Ese plan es de {plan.ejercicio} y se llama igual que el de {anio}, «{plan.clave}»: cada "
                "año lleva su nombre. Pida a quien lo escribió que le ponga otro."
            )


def _en_cosas(leido: PlanLeido, solo_oficina: bool = False) -> Cosas:
    archivos = {logo.sha256: logo.sha256 for papel in leido.catalogo.papeles for logo in papel.logos}
    hoja = llaves_de(leido.plan, leido.catalogo, archivos, leido.plantillas)
    cosas = en_cosas({llave: dice for llave, dice in hoja.items() if llave not in _DEL_ARCHIVO})
    return {n: cosa for n, cosa in cosas.items() if not solo_oficina or cosa.parte in DE_LA_OFICINA}


def _hoja(llegada: PlanQueLlega, hechos: Iterable[Cambio]) -> dict[str, object]:
    plan = llegada.antes[0] or llegada.leido.plan
    del_archivo = {"formato": FORMATO, "clave": plan.clave, "ejercicio": llegada.ejercicio}
    return {**del_archivo, **en_hoja(reglas.juntas(llegada.aqui, llegada.llegan, hechos))}


def _lo_nombra(causa: ArchivoConReparos, cambio: Cambio) -> bool:
    return any(f"«{cambio.nombre[1]}»" in str(reparo) for reparo in causa.reparos)


def _con_metas_firmadas(llegada: PlanQueLlega, plan: Plan) -> Plan:
    """Lo programado en un trimestre ya firmado no cambia."""
    antes = llegada.antes[0]
    if antes is None or not llegada.firmados:
        return plan
    era = {nueva: vieja for vieja, nueva in llegada.mudadas.items()}

    def con_las_suyas(actividad: Actividad) -> Actividad:
        vieja = antes.lugar.get(era.get(actividad.clave, actividad.clave))
        firmado: Mapping[int, Decimal] = vieja.programado if isinstance(vieja, Actividad) else {}
        metas = {n: v for n, v in actividad.programado.items() if n not in llegada.firmados}
        metas |= {n: v for n, v in firmado.items() if n in llegada.firmados}
        return replace(actividad, programado=dict(sorted(metas.items())))

    return replace(
        plan,
        componentes=tuple(
            replace(c, actividades=tuple(map(con_las_suyas, c.actividades))) for c in plan.componentes
        ),
    )


def _ahora(llegada: PlanQueLlega, nuevo: Plan) -> Callable[[str], str]:
    """La clave que tiene un lugar, o algo que de él cuelga, en el plan como queda."""
    quedan = {
        vieja: nueva
        for vieja, nueva in llegada.mudadas.items()
        if nueva in nuevo.lugar and vieja not in nuevo.lugar
    }

    def ahora(clave: str) -> str:
        lugar, signo, resto = clave.partition("#")
        return quedan.get(lugar, lugar) + signo + resto

    return ahora


def _se_pierden(legajo: Legajo, llegada: PlanQueLlega, nuevo: Plan) -> frozenset[Usado]:
    """Lo que tiene algo capturado y en el plan como queda ya no está."""
    ahora = _ahora(llegada, nuevo)
    formas = {f"{lugar.clave} {forma.clave}" for lugar in nuevo.lugares() for forma in lugar.formas}
    hay: Mapping[str, Collection[str]] = {
        "lugar": nuevo.lugar, "cifra": nuevo.cifra, "medio": nuevo.medio, "departamento": nuevo.departamento,
        "forma": formas,
    }  # fmt: skip

    def sigue(que: str, clave: str) -> bool:
        lugar, _, forma = clave.rpartition(" ") if que == "forma" else (clave, "", "")
        return (f"{ahora(lugar)} {forma}" if que == "forma" else ahora(clave)) in hay[que]

    return frozenset((que, clave) for que, clave in leer_usos(legajo) if not sigue(que, clave))


def _revisar_lo_que_se_pierde(
    legajo: Legajo, llegada: PlanQueLlega, nuevo: Plan, elegidos: Collection[str]
) -> None:
    dichas = {
        perdida.usado
        for llega in llegada.cambios
        if llega.clave in elegidos
        for perdida in llega.perdidas
        if perdida.posible
    }
    if calladas := sorted(clave for _, clave in _se_pierden(legajo, llegada, nuevo) - dichas):
        raise ErrorEsperado(
            f"Con eso se perdería lo capturado en {lista([f'«{clave}»' for clave in calladas])}. "
            "No se cambió nada."
        )


def _soltar(exp: Expediente, legajo: Legajo, llegada: PlanQueLlega, nuevo: Plan) -> None:
    """Quita lo que ella dijo que se perdiera, en lo que no se ha firmado."""
    se_pierden = _se_pierden(legajo, llegada, nuevo)
    for suyo in _del_anio(exp, llegada.ejercicio) if se_pierden else ():
        for que, clave in se_pierden:
            if que == "lugar":
                soltar_lugar(suyo, clave)
            elif que == "cifra":
                soltar_cifra(suyo, clave)
            elif que == "forma":
                lugar, _, forma = clave.rpartition(" ")
                soltar_forma(suyo, lugar, forma)


def _que_hacen_falta(leido: PlanLeido) -> Mapping[str, bytes]:
    suyos = sorted({logo.sha256 for papel in leido.catalogo.papeles for logo in papel.logos})
    return {sha256: leido.contenidos[sha256] for sha256 in suyos if sha256 in leido.contenidos}
