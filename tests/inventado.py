"""Una oficina inventada, del tamaño de cada prueba: cifras, planes y fotos en pocas palabras."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from ut_escritorio.dominio.impreso.textos import RAYA
from ut_escritorio.dominio.numeros.tabla import TablaDeCuadro
from ut_escritorio.dominio.oficina.catalogo import Catalogo
from ut_escritorio.dominio.palabras.sustantivos import Sustantivo
from ut_escritorio.dominio.periodos import Trimestre
from ut_escritorio.dominio.personas import Sexo
from ut_escritorio.dominio.plan.apartados import Apartado
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Estilo, Medio, Paso, Plan
from ut_escritorio.dominio.plan.cifras import Capturada, Cifra, Contada, Formula, Fuente
from ut_escritorio.dominio.plan.cuadros import Banda
from ut_escritorio.dominio.plan.formas import Forma
from ut_escritorio.dominio.plan.programa import Programa
from ut_escritorio.dominio.trimestre.conteos import Casilla, Conteos
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.renglones import Cita, Parte, Renglon
from ut_escritorio.informe.documento import Documento, Tabla

TRIMESTRE = Trimestre(2031, 2)
ABRIL, MAYO, JUNIO = TRIMESTRE.meses
VISITA = Sustantivo("visita", "visitas", "f")
OFICIO = Sustantivo("oficio", "oficios")
CORREO = Sustantivo("correo", "correos")
MEDIOS = (
    Medio("oficio", "oficio", OFICIO, con_folio=True),
    Medio("correo", "correo electrónico", CORREO),
)
POR_MES = Capturada(("mes",))
POR_MES_Y_SEXO = Capturada(("mes y sexo",))

Lugar = tuple[str, int | None, Sexo | None]


def cifra(clave: str, fuente: Fuente = POR_MES, unidad: Sustantivo = VISITA, **otros: Any) -> Cifra:
    """Una cifra que se llama como su clave."""
    return Cifra(clave, clave.replace("_", " "), unidad, fuente, **otros)


def contada(clave: str, que: Any, unidad: Sustantivo = OFICIO, **filtro: tuple[str, ...]) -> Cifra:
    return cifra(clave, Contada(que, **filtro), unidad)


def formula(clave: str, *suma: str, resta: tuple[str, ...] = ()) -> Cifra:
    return cifra(clave, Formula(suma, resta))


def plan(*cifras: Cifra, **otros: Any) -> Plan:
    """Un plan con esas cifras, dos medios y un solo paso («1.1/1») que imprime sus renglones."""
    base = Plan(
        clave="prueba",
        ejercicio=TRIMESTRE.ejercicio,
        programa=Programa("9", "Casa Abierta", "77"),
        componentes=(componente(),),
        medios=MEDIOS,
        sustantivos={"visita": VISITA, "oficio": OFICIO},
        cifras=cifras,
    )
    return replace(base, **otros)


def componente(
    *formas: Forma,
    apartados: tuple[Apartado, ...] = (),
    paso: tuple[Apartado, ...] = (Apartado("r", "renglones"),),
    estilo: Estilo | None = None,
) -> Componente:
    """El componente 1, con una actividad de un paso."""
    el_paso = Paso("1.1/1", "1", "Pedir los datos", paso)
    actividad = Actividad("1.1", "1.1", "Puertas abiertas", pasos=(el_paso,), formas=formas)
    return Componente("1", "1", "Atención", "vecindad", estilo or Estilo(), apartados, (actividad,))


def con_formas(*formas: Forma, cifras: tuple[Cifra, ...] = (), **otros: Any) -> Plan:
    """Un plan cuyos renglones se dicen de esas maneras."""
    return plan(*cifras, componentes=(componente(*formas),), **otros)


def foto(
    del_plan: Plan,
    escrito: Mapping[Lugar, int] | None = None,
    renglones: tuple[Renglon, ...] = (),
    capturados: frozenset[tuple[str, int]] = frozenset(),
    **otros: Any,
) -> FotoTrimestre:
    """El segundo trimestre con lo escrito en cada (cifra, mes, sexo) y lo anotado."""
    valores = {
        Casilla(clave, TRIMESTRE.numero, mes, sexo): n for (clave, mes, sexo), n in (escrito or {}).items()
    }
    otros.setdefault("catalogo", Catalogo())
    return FotoTrimestre(
        TRIMESTRE,
        del_plan,
        conteos=Conteos(valores, capturados),
        renglones_del_ejercicio={TRIMESTRE.numero: renglones},
        **otros,
    )


def por_mes(clave: str, abril: int, mayo: int, junio: int) -> dict[Lugar, int]:
    return {(clave, ABRIL, None): abril, (clave, MAYO, None): mayo, (clave, JUNIO, None): junio}


def renglon(orden: int = 1, *folios: str, lugar: str = "1.1/1", **datos: Any) -> Renglon:
    """Un renglón del paso, con los oficios que cita."""
    datos.setdefault("citas", tuple(Cita(folio) for folio in folios))
    return Renglon(f"uid{orden}", lugar, orden, **datos)


def a_quien(*claves: str, rol: Any = "destinatario") -> tuple[Parte, ...]:
    return tuple(Parte(rol, clave) for clave in claves)


def banda(eje: Any, *cifras: str, **otros: Any) -> Banda:
    return Banda(eje, cifras=cifras, **otros)


def dibujo(tabla: TablaDeCuadro) -> str:
    """El cuadro como se ve: una celda entre barras; ← y ↑ son lo que abarca la de al lado o la de arriba."""
    hoja = [["?"] * tabla.columnas for _ in range(tabla.filas)]
    for celda in tabla.celdas:
        for i in range(celda.alto):
            for j in range(celda.ancho):
                assert hoja[celda.fila + i][celda.columna + j] == "?", "dos celdas en el mismo sitio"
                hoja[celda.fila + i][celda.columna + j] = "←" if j else "↑"
        hoja[celda.fila][celda.columna] = celda.texto or "·"
    return "\n".join(" | ".join(fila) for fila in hoja)


def deja_huecos(documento: Documento) -> bool:
    """Si el documento imprime alguna raya o alguna celda sin su número."""
    celdas = (
        celda
        for seccion in documento.secciones
        for bloque in seccion.bloques
        if isinstance(bloque, Tabla)
        for fila in bloque.filas
        for celda in fila
    )
    vacias = any(celda.papel in ("dato", "total") and not celda.texto for celda in celdas)
    return vacias or RAYA in repr(documento.secciones)
