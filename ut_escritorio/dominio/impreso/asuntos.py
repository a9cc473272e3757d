"""Los asuntos de una actividad: lo que se pidió, llegó, se analizó y se mandó sobre una misma cosa."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from datetime import date
from types import MappingProxyType

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.anotar import Borrador
from ut_escritorio.dominio.impreso.relatos import cosa_que_cuenta
from ut_escritorio.dominio.numeros.evaluacion import valor_de
from ut_escritorio.dominio.palabras.llano import llano
from ut_escritorio.dominio.palabras.pedidos import lo_pedido
from ut_escritorio.dominio.palabras.redaccion import cantidad, cantidad_de_lista, fecha_corta, lista
from ut_escritorio.dominio.plan.arbol import Medio, Paso
from ut_escritorio.dominio.plan.cifras import Contada
from ut_escritorio.dominio.plan.enlaces import pasos_enlazados
from ut_escritorio.dominio.plan.formas import Ficha
from ut_escritorio.dominio.trimestre.foto import FotoTrimestre
from ut_escritorio.dominio.trimestre.nombres import nombres_de
from ut_escritorio.dominio.trimestre.renglones import Renglon


@congelado
class Asunto:
    """Un asunto con lo anotado de él en cada paso.

    `uid` es el que ensarta sus renglones; vacío, si es un renglón suelto. `unidad` y `tema` son los de su
    primer renglón que los dice.
    """

    uid: str = ""
    unidad: str = ""
    tema: str = ""
    en: Mapping[str, tuple[Renglon, ...]] = field(default_factory=dict[str, tuple[Renglon, ...]])

    def __post_init__(self) -> None:
        object.__setattr__(self, "en", MappingProxyType(dict(self.en)))

    @property
    def renglones(self) -> tuple[Renglon, ...]:
        """Todos los suyos, por paso."""
        return tuple(renglon for suyos in self.en.values() for renglon in suyos)

    @property
    def clave(self) -> str:
        """Lo que lo distingue de los demás."""
        return self.uid or "".join(renglon.uid for renglon in self.renglones[:1])


@congelado
class Encargo:
    """Lo que hay que anotar de un asunto: el borrador con que se empieza y el asunto que sigue.

    `de_paso`: el paso siguiente, si se anota sin preguntar nada y está vacío.
    """

    borrador: Borrador
    asunto: Asunto
    de_paso: Paso | None = None


def asuntos_de(foto: FotoTrimestre, pasos: tuple[Paso, ...]) -> tuple[Asunto, ...]:
    """Los asuntos que pasan por esos pasos y los renglones sueltos, en el orden en que empezaron."""
    ensartados: dict[str, dict[str, list[Renglon]]] = {}
    for paso in pasos:
        for renglon in foto.renglones_de(paso.clave):
            de = ensartados.setdefault(renglon.asunto_uid or renglon.uid, {})
            de.setdefault(paso.clave, []).append(renglon)
    fichas = {paso.clave: paso.ficha for paso in pasos if paso.ficha}
    return tuple(_asunto(foto, fichas, en) for en in ensartados.values())


def _asunto(foto: FotoTrimestre, fichas: Mapping[str, Ficha], en: Mapping[str, list[Renglon]]) -> Asunto:
    todos = [renglon for suyos in en.values() for renglon in suyos]
    unidades = (nombres_de(foto.catalogo, r.partes_como(fichas[r.lugar].unidad)) for r in todos)
    return Asunto(
        todos[0].asunto_uid,
        next(filter(None, unidades), ""),
        next((renglon.asunto for renglon in todos if renglon.asunto), ""),
        {paso: tuple(suyos) for paso, suyos in en.items()},
    )


def por_continuar(foto: FotoTrimestre, paso: str, unidad: str) -> tuple[Asunto, ...]:
    """Los asuntos de una unidad que aún no llegan a ese paso; ninguno si el plan no lo enlaza con otros."""
    pasos = pasos_enlazados(foto.plan, paso)
    if not unidad.strip():
        return ()
    suyos = (asunto for asunto in asuntos_de(foto, pasos) if llano(asunto.unidad) == llano(unidad))
    return tuple(asunto for asunto in suyos if paso not in asunto.en)


def encargo_de(pasos: tuple[Paso, ...], asunto: Asunto, paso: Paso, fecha: date | None) -> Encargo:
    """Con qué se empieza a anotar que un asunto llegó a un paso; `fecha`, la que se propone."""
    ficha = paso.ficha
    assert ficha is not None, "solo los pasos con ficha llevan asuntos"
    borrador = Borrador(
        paso.clave,
        ficha.medio,
        ficha.sentido or "enviado",
        fecha=fecha,
        unidad=asunto.unidad,
        asunto=_asunto_hasta(asunto, pasos[: pasos.index(paso)]),
        cuantos=ficha.cantidad if ficha.cantidad is not None else ficha.cantidad_medio,
        asunto_uid=asunto.uid,
    )
    siguiente = next(iter(pasos[pasos.index(paso) + 1 :]), None)
    libre = siguiente is not None and siguiente.clave not in asunto.en
    sencillo = siguiente is not None and siguiente.ficha is not None and not siguiente.ficha.pregunta
    return Encargo(borrador, asunto, siguiente if libre and sencillo else None)


def _asunto_hasta(asunto: Asunto, antes: tuple[Paso, ...]) -> str:
    """De qué trata, como se dijo la última vez antes de un paso o, si no se dijo, en su tema.

    De lo que se pidió sigue la cosa, y no el pedirla: «el módulo», de «actualizar el módulo».
    """
    dichos = [r.asunto for paso in antes for r in asunto.en.get(paso.clave, ()) if r.asunto]
    return lo_pedido(dichos[-1] if dichos else asunto.tema)


def cuentas_de(foto: FotoTrimestre, paso: Paso) -> str:
    """Lo que se cuenta de los renglones de ese solo paso: «6 oficios y un correo»; vacío si nada."""
    de_el = [
        cifra
        for cifra in foto.plan.cifras
        if isinstance(cifra.fuente, Contada) and cifra.fuente.lugares == (paso.clave,)
    ]
    valores = [(valor_de(foto, cifra.clave).numero, cifra.unidad) for cifra in de_el]
    return lista([cantidad_de_lista(numero, unidad) for numero, unidad in valores if numero])


def dicho_en_ficha(foto: FotoTrimestre, renglon: Renglon) -> str:
    """Un renglón en pocas palabras: sus números de oficio, lo que cuenta, o su medio y su fecha."""
    if renglon.citas:
        return ", ".join(cita.folio for cita in renglon.citas)
    cosa, medio = cosa_que_cuenta(foto.plan, renglon), foto.plan.medio.get(renglon.medio)
    if renglon.cantidad is not None and cosa is not None:
        return cantidad(renglon.cantidad, cosa)
    dichos = [_del_medio(renglon.cantidad_medio, medio) if medio else "", _fecha(renglon.fecha)]
    return " ".join(dicho for dicho in dichos if dicho) or renglon.asunto or "anotado"


def _del_medio(cuantos: int | None, medio: Medio) -> str:
    return medio.unidad.singular if cuantos in (None, 1) else cantidad(cuantos, medio.unidad)


def _fecha(fecha: date | None) -> str:
    return fecha_corta(fecha) if fecha else ""
