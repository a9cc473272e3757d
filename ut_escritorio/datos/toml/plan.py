"""Un plan en TOML, entero: lo que entra al archivo de la oficina al empezar un ejercicio."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from ut_escritorio import rutas
from ut_escritorio.datos.toml.apartados import Impresos, leer_apartados
from ut_escritorio.datos.toml.archivo import leer_archivo
from ut_escritorio.datos.toml.catalogo import imagen_en, leer_catalogo
from ut_escritorio.datos.toml.cifras import (
    leer_cifras,
    leer_concordancias,
    leer_medios,
    leer_mosaicos,
    leer_sustantivos,
)
from ut_escritorio.datos.toml.cuadros import leer_moldes
from ut_escritorio.datos.toml.llaves import Hoja
from ut_escritorio.datos.toml.lugares import leer_componentes, leer_estilos
from ut_escritorio.datos.toml.menciones import problemas_del_patron
from ut_escritorio.datos.toml.nombres import Nombres, nombres_de
from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.plan.arbol import Departamento, Plan, PlantillaOficio, Programa
from ut_escritorio.dominio.trimestre.folios import primera_serie


@congelado
class PlanLeido:
    """Un plan, su catálogo y los logotipos que usa, por su SHA-256."""

    plan: Plan
    catalogo: Catalogo
    contenidos: Mapping[str, bytes]


def leer_plan(ruta: Path) -> PlanLeido:
    """El plan de un archivo TOML; ArchivoConReparos si algo está mal, ErrorEsperado si no se deja leer."""
    return leer_archivo(ruta, lambda raiz: _leido(raiz, ruta.resolve().parent))


def _leido(raiz: Hoja, carpeta: Path) -> PlanLeido:
    nombres = nombres_de(raiz.datos)

    def revisar_patron(texto: str) -> list[str]:
        return problemas_del_patron(texto, nombres)

    raiz.revisar_patron = revisar_patron
    contenidos: dict[str, bytes] = {}

    def imagen(escrita: str) -> str:
        leida = imagen_en((carpeta, rutas.recursos()), escrita)
        sha256 = hashlib.sha256(leida).hexdigest()
        contenidos[sha256] = leida
        return sha256

    return PlanLeido(_plan(raiz, nombres), leer_catalogo(raiz, nombres, imagen), contenidos)


def _plan(raiz: Hoja, nombres: Nombres) -> Plan:
    sustantivos = leer_sustantivos(raiz)
    medios = leer_medios(raiz)
    moldes = leer_moldes(raiz, nombres)
    impresos = Impresos(nombres, {molde.clave: molde for molde in moldes})
    return Plan(
        clave=raiz.texto("clave"),
        ejercicio=raiz.entero("ejercicio", minimo=2000, maximo=2100),
        leyenda=raiz.texto("leyenda", ""),
        provisional=raiz.logico("provisional"),
        programa=raiz.tabla("programa", _programa) or _sin_programa(raiz),
        portada=leer_apartados(raiz, "portada", "portada#", impresos),
        ultima=leer_apartados(raiz, "ultima", "ultima#", impresos),
        departamentos=raiz.tablas(
            "departamentos", "departamento", lambda hoja: _departamento(hoja, impresos), ("clave",)
        ),
        componentes=leer_componentes(raiz, leer_estilos(raiz), impresos),
        medios=medios,
        sustantivos=sustantivos,
        cifras=leer_cifras(raiz, nombres, sustantivos),
        moldes=moldes,
        cuadros=tuple(impresos.cuadros),
        concordancias=leer_concordancias(raiz, nombres),
        mosaicos=leer_mosaicos(raiz, nombres),
    )


def _sin_programa(raiz: Hoja) -> Programa:
    raiz.reparo("programa", "falta.", "Escriba [programa] con su numero y su nombre.")
    return Programa("", "")


def _programa(hoja: Hoja) -> Programa:
    serie = hoja.texto("serie", "")
    if serie and primera_serie(serie, 0) is None:
        hoja.reparo("serie", f"«{serie}» no acaba en ceros.", "Póngale un 0 por dígito, como «CA/0000».")
    return Programa(
        hoja.texto("numero"), hoja.texto("nombre"), evidencia=hoja.texto("evidencia", ""), serie=serie
    )


def _departamento(hoja: Hoja, impresos: Impresos) -> Departamento:
    clave = hoja.texto("clave")
    return Departamento(
        clave=clave,
        nombre=hoja.texto("nombre"),
        puesto=hoja.clave_de("puesto", "ese puesto", impresos.nombres.puestos),
        oficio=hoja.tabla("oficio", lambda sub: _oficio(sub, impresos.nombres)),
        apartados=leer_apartados(hoja, "apartados", f"departamento:{clave}#", impresos),
        al_final=leer_apartados(hoja, "al_final", f"departamento:{clave}#final", impresos),
    )


def _oficio(hoja: Hoja, nombres: Nombres) -> PlantillaOficio:
    return PlantillaOficio(
        datos=hoja.patrones("datos"),
        lugar_y_fecha=hoja.patron("lugar_y_fecha", ""),
        destinatario=hoja.clave_de("destinatario", "ese puesto", nombres.puestos, ""),
        saludo=hoja.patron("saludo", ""),
        cuerpo=hoja.patrones("cuerpo"),
        despedida=hoja.patrones("despedida"),
        copias=hoja.patrones("copias"),
    )
