"""Un plan en TOML, entero: lo que entra al archivo de la oficina al empezar un ejercicio."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from ut_escritorio import rutas
from ut_escritorio.datos.toml.anexos import leer_anexos, leer_ficha
from ut_escritorio.datos.toml.apartados import Impresos, leer_apartados
from ut_escritorio.datos.toml.archivo import NoSePuedeSeguir, leer_archivo, leer_llaves
from ut_escritorio.datos.toml.catalogo import imagen_en, leer_catalogo
from ut_escritorio.datos.toml.cifras import (
    leer_cifras,
    leer_concordancias,
    leer_medios,
    leer_mosaicos,
    leer_sustantivos,
)
from ut_escritorio.datos.toml.cuadros import leer_moldes
from ut_escritorio.datos.toml.de_fabrica.cartas import leer_plantilla
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.lugares import leer_componentes, leer_estilos
from ut_escritorio.datos.toml.nombres import Nombres, nombres_de
from ut_escritorio.datos.toml.palabras import es
from ut_escritorio.dominio.cartas.plantilla import PlantillaDeCarta
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.menciones import TODO_EL_INFORME, Donde
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.oficios.folios import primera_serie
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.plan.anexos import LosAnexos
from ut_escritorio.dominio.plan.arbol import Componente, Departamento, Plan, PlantillaOficio
from ut_escritorio.dominio.plan.programa import ALCANCES, HABILES_PARA_ENTREGAR, HOLGURA, Programa
from ut_escritorio.dominio.porcentajes import son_limites


@congelado
class PlanLeido:
    """Un plan, su catálogo, los logotipos que usa, por su SHA-256, y las plantillas de sus cartas."""

    plan: Plan
    catalogo: Catalogo
    contenidos: Mapping[str, bytes]
    plantillas: tuple[PlantillaDeCarta, ...] = ()


def leer_plan(ruta: Path) -> PlanLeido:
    """El plan de un archivo TOML; ArchivoConReparos si algo está mal, ErrorEsperado si no se deja leer."""
    contenidos: dict[str, bytes] = {}
    carpetas = (ruta.resolve().parent, rutas.recursos())

    def imagen(escrita: str) -> str:
        leida = imagen_en(carpetas, escrita)
        sha256 = hashlib.sha256(leida).hexdigest()
        contenidos[sha256] = leida
        return sha256

    return leer_archivo(ruta, lambda raiz: _leido(raiz, imagen, contenidos))


def plan_de_llaves(llaves: dict[str, Any], ruta: Path) -> PlanLeido:
    """El plan que dicen unas llaves salidas de `ruta`, con cada logotipo nombrado por su SHA-256."""
    return leer_llaves(llaves, ruta, lambda raiz: _leido(raiz, lambda sha256: sha256, {}))


def _leido(raiz: Hoja, imagen: Callable[[str], str], contenidos: Mapping[str, bytes]) -> PlanLeido:
    if "componentes" not in raiz.datos and "trimestre" in raiz.datos:
        raiz.reparo(
            "el archivo",
            "trae los datos de un trimestre, no un plan.",
            "Van en --datos; en --plan va el otro.",
        )
        raise NoSePuedeSeguir
    nombres = nombres_de(raiz.datos)
    # Antes que lo demás: sus textos citan también lo propio de una carta, que en el informe no hay.
    plantillas = raiz.tablas("plantillas", "plantilla", leer_plantilla, ("clave",))
    return PlanLeido(_plan(raiz, nombres), leer_catalogo(raiz, nombres, imagen), contenidos, plantillas)


def _plan(raiz: Hoja, nombres: Nombres) -> Plan:
    sustantivos = leer_sustantivos(raiz)
    medios = leer_medios(raiz)
    cifras, sanas = leer_cifras(raiz, nombres, sustantivos)
    moldes = leer_moldes(raiz, nombres)
    impresos = Impresos(nombres, sanas, {molde.clave: molde for molde in moldes})
    impresos.situar(raiz, TODO_EL_INFORME)
    return Plan(
        clave=raiz.texto("clave"),
        ejercicio=raiz.entero("ejercicio", minimo=2000, maximo=2100),
        leyenda=raiz.texto("leyenda", ""),
        provisional=raiz.logico("provisional"),
        programa=raiz.tabla("programa", lambda hoja: _programa(hoja, nombres)) or _sin_programa(raiz),
        portada=leer_apartados(raiz, "portada", "portada#", impresos),
        ultima=leer_apartados(raiz, "ultima", "ultima#", impresos),
        departamentos=raiz.tablas(
            "departamentos", "departamento", lambda hoja: _departamento(hoja, impresos), ("clave",)
        ),
        componentes=_componentes(raiz, impresos),
        medios=medios,
        sustantivos=sustantivos,
        cifras=cifras,
        moldes=moldes,
        cuadros=tuple(impresos.cuadros),
        concordancias=leer_concordancias(raiz, nombres, sanas),
        mosaicos=leer_mosaicos(raiz, nombres),
    )


def _componentes(raiz: Hoja, impresos: Impresos) -> tuple[Componente, ...]:
    componentes = leer_componentes(raiz, leer_estilos(raiz, impresos), impresos)
    if not raiz.datos.get("componentes"):
        raiz.reparo("componentes", "no hay ninguno.", "Escriba al menos uno: [[componentes]].")
    return componentes


def _sin_programa(raiz: Hoja) -> Programa:
    raiz.reparo("programa", "falta.", "Escriba [programa] con su numero y su nombre.")
    return Programa("", "")


def _programa(hoja: Hoja, nombres: Nombres) -> Programa:
    serie = hoja.texto("serie", "")
    if serie and primera_serie(serie, 0) is None:
        hoja.reparo("serie", f"«{serie}» no acaba en ceros.", "Póngale un 0 por dígito, como «CA/0000».")
    return Programa(
        hoja.texto("numero"),
        hoja.texto("nombre"),
        evidencia=hoja.texto("evidencia", ""),
        serie=serie,
        holgura=_holgura(hoja),
        clases=_clases(hoja),
        fichas=hoja.tablas("fichas", "ficha", lambda sub: leer_ficha(sub, nombres), ("titulo",)),
        anexos=hoja.tabla("anexos", leer_anexos) or LosAnexos(),
        alcance=hoja.una_de("alcance", ALCANCES, ""),
        entrega=hoja.entero("entrega", 0, maximo=HABILES_PARA_ENTREGAR),
        pide_por_que=hoja.logico("pide_por_que"),
    )


def _clases(hoja: Hoja) -> tuple[str, ...]:
    """De qué puede ser un oficio del libro; dos que solo cambian en acentos son la misma."""
    clases = hoja.textos("clases")
    hoja.sin_repetir("clases", tuple(map(llano, clases)))
    if "" in clases:
        hoja.reparo("clases", "trae una vacía.", "Quítela, o escriba su nombre.")
    return clases


def _holgura(hoja: Hoja) -> tuple[Decimal, ...]:
    """Del qué al qué % de lo programado no hace falta justificar."""
    if not hoja.tiene("holgura"):
        return HOLGURA
    escrita = [Decimal(cosa) for cosa in hoja.cosas("holgura") if es(cosa, Decimal)]
    if len(escrita) == 2 and son_limites(*escrita):
        return tuple(escrita)
    que = "no son un % de hasta 100 y otro de 100 o más."
    hoja.reparo("holgura", que, "Escriba por ejemplo holgura = [90, 110].")
    return HOLGURA


def _departamento(hoja: Hoja, impresos: Impresos) -> Departamento:
    clave = hoja.texto("clave")
    impresos.situar(hoja, Donde("componente"))
    return Departamento(
        clave=clave,
        nombre=hoja.texto("nombre"),
        puesto=hoja.clave_de("puesto", "ese puesto", impresos.nombres.puestos),
        oficio=hoja.tabla("oficio", lambda sub: _oficio(sub, impresos)),
        apartados=leer_apartados(hoja, "apartados", f"departamento:{clave}#", impresos),
        al_final=leer_apartados(hoja, "al_final", f"departamento:{clave}#final", impresos),
    )


def _oficio(hoja: Hoja, impresos: Impresos) -> PlantillaOficio:
    impresos.situar(hoja, Donde(oficio=True))
    return PlantillaOficio(
        datos=hoja.patrones("datos"),
        lugar_y_fecha=hoja.patron("lugar_y_fecha", ""),
        destinatario=hoja.clave_de("destinatario", "ese puesto", impresos.nombres.puestos, ""),
        saludo=hoja.patron("saludo", ""),
        cuerpo=hoja.patrones("cuerpo"),
        despedida=hoja.patrones("despedida"),
        copias=hoja.patrones("copias"),
    )
