"""Los datos de un trimestre en TOML, entero: lo que se anotó, contó y escribió en sus tres meses."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

from ut_escritorio.datos.toml.archivo import NoSePuedeSeguir, leer_archivo
from ut_escritorio.datos.toml.conteos import leer_conteos
from ut_escritorio.datos.toml.libro import PapelLeido, leer_papeles
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.nombres import es_tabla
from ut_escritorio.datos.toml.renglones import Cuaderno, leer_renglon
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.plan.arbol import Actividad, Plan
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre, OficioRemision, TextoAMano
from ut_escritorio.dominio.trimestre.metas import MetaModificada

_REGISTRO = "registro:"


@congelado
class TrimestreLeido:
    """Lo de un trimestre, y los papeles de su libro de oficios."""

    foto: FotoTrimestre
    papeles: tuple[PapelLeido, ...] = ()


def leer_trimestre(ruta: Path, plan: Plan, catalogo: Catalogo) -> TrimestreLeido:
    """Los datos de un archivo TOML sobre su plan; ArchivoConReparos si algo está mal."""
    return leer_archivo(ruta, lambda raiz: _leido(raiz, plan, catalogo))


def anio_de(ruta: Path) -> int:
    """De qué año son los datos de un archivo; lanza como `leer_trimestre`."""

    def leer(raiz: Hoja) -> int:
        raiz.dar_por_leida()
        _revisar_que_no_es_un_plan(raiz)
        return raiz.entero("ejercicio", minimo=2000, maximo=2100)

    return leer_archivo(ruta, leer)


def _leido(raiz: Hoja, plan: Plan, catalogo: Catalogo) -> TrimestreLeido:
    _revisar_que_no_es_un_plan(raiz)
    trimestre = _trimestre(raiz, plan)
    cuaderno = Cuaderno(plan, frozenset(unidad.clave for unidad in catalogo.unidades), trimestre)
    raiz.tablas("renglones", "renglón", lambda hoja: leer_renglon(hoja, cuaderno))
    foto = FotoTrimestre(
        trimestre=trimestre,
        plan=plan,
        catalogo=catalogo,
        conteos=leer_conteos(raiz, plan, trimestre),
        renglones_del_ejercicio=({trimestre.numero: tuple(cuaderno.renglones)} if cuaderno.renglones else {}),
        parrafos=tuple(cuaderno.parrafos),
        a_mano={texto.origen: texto for texto in _a_mano(raiz, cuaderno)},
        alcanzado=raiz.tabla("alcanzado", lambda hoja: _alcanzado(hoja, plan)) or {},
        remisiones={oficio.departamento: oficio for oficio in _remisiones(raiz, plan)},
        sin_actividad=frozenset(raiz.claves_de("sin_actividad", "ese lugar", plan.lugar)),
        fecha_de_firma=raiz.fecha("fecha_de_firma"),
        justificaciones=raiz.tabla("justificaciones", lambda hoja: _justificaciones(hoja, plan)) or {},
        modificadas=_modificadas(raiz, plan),
        numera_paginas=raiz.logico("numera_paginas", True),
    )
    return TrimestreLeido(foto, leer_papeles(raiz, cuaderno))


def _revisar_que_no_es_un_plan(raiz: Hoja) -> None:
    if "trimestre" not in raiz.datos and "componentes" in raiz.datos:
        raiz.reparo(
            "el archivo",
            "trae un plan, no los datos de un trimestre.",
            "Va en --plan; en --datos va el otro.",
        )
        raise NoSePuedeSeguir


def _trimestre(raiz: Hoja, plan: Plan) -> Trimestre:
    ejercicio = raiz.entero("ejercicio", minimo=2000, maximo=2100)
    numero = raiz.entero("trimestre", minimo=1, maximo=4)
    if raiz.reparos:
        raise NoSePuedeSeguir
    if ejercicio != plan.ejercicio:
        raiz.reparo("ejercicio", f"es {ejercicio} y el plan es de {plan.ejercicio}.", "Deben ser el mismo.")
    return Trimestre(ejercicio, numero)


def _alcanzado(hoja: Hoja, plan: Plan) -> dict[str, Decimal]:
    """El % alcanzado por clave de lugar."""
    return {lugar: hoja.porcentaje(lugar) for lugar in _lugares(hoja, plan)}


def _justificaciones(hoja: Hoja, plan: Plan) -> dict[str, str]:
    """Por qué se alejó de lo programado, por clave de lugar."""
    return {lugar: hoja.texto_con_saltos(lugar) for lugar in _lugares(hoja, plan)}


def _modificadas(raiz: Hoja, plan: Plan) -> dict[str, MetaModificada]:
    """A cuánto se modificó lo programado, por clave de actividad."""
    actividades = {lugar.clave for lugar in plan.lugares() if isinstance(lugar, Actividad)}
    return dict(
        raiz.tablas("metas_modificadas", "meta", lambda hoja: _modificada(hoja, actividades), ("actividad",))
    )


def _modificada(hoja: Hoja, actividades: set[str]) -> tuple[str, MetaModificada]:
    actividad = hoja.clave_de("actividad", "esa actividad", actividades)
    fecha = hoja.fecha("fecha")
    for llave, ejemplo in (("valor", "25"), ("fecha", "2001-01-31")):
        if not hoja.tiene(llave):
            hoja.reparo(llave, "falta.", f"Escriba por ejemplo {llave} = {ejemplo}.")
    valor, motivo = hoja.porcentaje("valor"), hoja.texto("motivo")
    return actividad, MetaModificada(valor, motivo, fecha or date.min, hoja.texto("folio", ""))


def _lugares(hoja: Hoja, plan: Plan) -> list[str]:
    """Las llaves que son lugares del plan; anota las que no."""
    for lugar, escrito in hoja.datos.items():
        if hoja.tiene(lugar) and es_tabla(escrito):
            punto = f"{lugar}.{next(iter(escrito), '1')}"
            hoja.reparo(punto, "los nombres con punto van entre comillas.", f'Escriba "{punto}" = …')
        elif lugar not in plan.lugar:
            hoja.no_existe("", "ese lugar", lugar, plan.lugar)
    sueltos = (lugar for lugar, escrito in hoja.datos.items() if not es_tabla(escrito))
    return [lugar for lugar in sueltos if lugar in plan.lugar]


def _remisiones(raiz: Hoja, plan: Plan) -> tuple[OficioRemision, ...]:
    return raiz.tablas("oficios", "oficio", lambda hoja: _oficio(hoja, plan), ("departamento",))


def _oficio(hoja: Hoja, plan: Plan) -> OficioRemision:
    clave = hoja.clave_de("departamento", "ese departamento", plan.departamento)
    if clave in plan.departamento and plan.departamento[clave].oficio is None:
        hoja.reparo(
            "departamento",
            f"«{clave}» no entrega con oficio: en el plan no trae su carta.",
            "Quite este oficio, o dele al departamento su [departamentos.oficio] en el plan.",
        )
    return OficioRemision(clave, folio=hoja.texto("folio", ""), fecha=hoja.fecha("fecha"))


def _a_mano(raiz: Hoja, cuaderno: Cuaderno) -> tuple[TextoAMano, ...]:
    return raiz.tablas("a_mano", "texto", lambda hoja: _texto_a_mano(hoja, cuaderno), ("origen",))


def _texto_a_mano(hoja: Hoja, cuaderno: Cuaderno) -> TextoAMano:
    """Un texto a mano; el de un renglón lo nombra por la clave que el renglón lleva en estos datos."""
    origen = hoja.texto("origen")
    clave = origen.removeprefix(_REGISTRO)
    if origen.startswith(_REGISTRO):
        if clave not in cuaderno.por_clave:
            hoja.no_existe("origen", "ese renglón", clave, cuaderno.por_clave)
        origen = _REGISTRO + cuaderno.por_clave.get(clave, clave)
    return TextoAMano(origen, hoja.texto_con_saltos("texto"), hoja.texto_con_saltos("sustituye", ""))
