"""Dónde pone algo el plan, en el orden del informe, y lo que ahí se imprime.

Las clases se escriben aquí y en `arbol`, una vez; quien las distingue lo hace con `match` y `assert_never`:
al agregar una, las herramientas señalan cada sitio que aún no sabe de ella.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal, assert_never, get_args

from ut_escritorio.dominio.congelado import congelado
from ut_escritorio.dominio.impreso.relatos import Relato
from ut_escritorio.dominio.impreso.textos import Texto
from ut_escritorio.dominio.origen import Origen
from ut_escritorio.dominio.plan.apartados import LISTAS, RELACIONES, Apartado, ClaseDeApartado, que_imprime
from ut_escritorio.dominio.plan.arbol import Actividad, Componente, Estilo, Lugar, Paso, Plan, Ruta

ParteDeOficio = Literal["datos", "fecha", "destinatario", "cuerpo", "despedida", "firma", "copias"]
ClaseDeEncabezado = Literal["actividad", "nombre_actividad", "paso"]
ClaseDeImpreso = ClaseDeApartado | ClaseDeEncabezado | Literal["valor"] | ParteDeOficio
PORTADA, ULTIMA = Origen("informe", "portada"), Origen("informe", "ultima")
RELACION, INDICE = Origen("informe", "relacion"), Origen("informe", "indice")
AVANCE, RESUMEN = Origen("informe", "avance"), Origen("informe", "resumen")
COMPARATIVO, GRAFICAS = Origen("informe", "comparativo"), Origen("informe", "graficas")
_HOJAS: Mapping[ClaseDeApartado, Origen] = {
    **dict.fromkeys(RELACIONES, RELACION), "indice": INDICE, "avance": AVANCE, "resumen": RESUMEN,
    "del_resumen": RESUMEN, "comparativo": COMPARATIVO, "graficas": GRAFICAS,
}  # fmt: skip
"""La hoja propia de lo que se agrega al informe."""
_LLANO = Estilo()
DE_ACTIVIDAD: tuple[ClaseDeEncabezado, ...] = ("actividad", "nombre_actividad")
_ENCABEZADOS: Mapping[type[Lugar], tuple[ClaseDeEncabezado, ...]] = {
    Componente: (),
    Actividad: DE_ACTIVIDAD,
    Paso: ("paso",),
}
_SIEMPRE_SE_VEN: frozenset[ClaseDeImpreso] = frozenset(
    (*get_args(ClaseDeEncabezado), "cuadro", "firmas", "datos", "despedida", "firma", "copias", *LISTAS)
)


@congelado
class Entrada:
    """Algo que el plan manda imprimir: un apartado, un encabezado, un valor o un oficio de remisión.

    `seccion` es la parte del informe en que va; `lugar`, aquello de que habla (vacío: todo el informe);
    `ruta`, por dónde se llega a ello en el plan; `hondura`, la de sus títulos.
    """

    que: Apartado | ClaseDeEncabezado | Literal["valor", "oficio"]
    seccion: Origen
    lugar: str
    ruta: Ruta
    estilo: Estilo = _LLANO
    hondura: int = 1


@congelado
class Impreso:
    """Algo que se imprime: qué es, dónde y lo que dice (un cuadro dice sus celdas, no su relato).

    `ruta` es por dónde se llega a su texto en el plan; vacía si no sale de ninguno. `marcador`: cómo lo
    nombra el índice del PDF.
    """

    clase: ClaseDeImpreso
    entrada: Entrada
    relato: Relato
    ruta: Ruta = ()
    marcador: str = ""

    @property
    def origen(self) -> Origen:
        """La dirección con que se salta a él."""
        return self.relato.origen

    @property
    def lugar(self) -> str:
        """El lugar del que habla; vacío, si de todo el informe."""
        return self.entrada.lugar

    @property
    def apartado(self) -> Apartado | None:
        """El apartado del plan que lo pone, si fue uno."""
        return self.entrada.que if isinstance(self.entrada.que, Apartado) else None

    @property
    def se_escribe_a_mano(self) -> bool:
        """Si ella puede decirlo con sus palabras; un párrafo libre ya las tiene, y se cambia en su sitio."""
        match self.origen.clase:
            case "apartado" | "renglon":
                return True
            case "oficio":
                return self.clase in ("fecha", "cuerpo")
            case (
                "parrafo"
                | "cuadro"
                | "valor"
                | "lugar"
                | "informe"
                | "membrete"
                | "libro"
                | "evidencia"
                | None
            ):
                return False
            case _:
                assert_never(self.origen.clase)

    @property
    def se_ve(self) -> bool:
        """Si deja algo en el papel: una frase, si dice algo; lo demás, siempre."""
        return self.clase in _SIEMPRE_SE_VEN or bool(self.relato.texto.strip())


def sin_mano(entrada: Entrada, clase: ClaseDeImpreso, origen: Origen, texto: Texto, ruta: Ruta) -> Impreso:
    """Un texto del plan que no se escribe a mano."""
    return Impreso(clase, entrada, Relato(origen, texto.texto, texto.texto), ruta)


def entradas(plan: Plan, sin_actividad: Collection[str]) -> Iterator[Entrada]:
    """Todo lo que pone: la portada; por componente, lo de su departamento y lo suyo; la firma final."""
    # El índice y las relaciones van cada cual en su hoja: tras la portada, o antes de la última firma.
    for apartado in sorted(plan.portada, key=lambda apartado: apartado.clase == "indice"):
        yield Entrada(apartado, _HOJAS.get(apartado.clase, PORTADA), "", ("portada", apartado.clave))
    for componente in plan.componentes:
        yield from _de_componente(plan, componente, sin_actividad)
    con_resumen = any(apartado.clase == "resumen" for apartado in plan.ultima)
    for apartado in plan.ultima:
        if apartado.clase != "del_resumen" or con_resumen:
            hoja = _HOJAS.get(apartado.clase, ULTIMA)
            yield Entrada(apartado, hoja, "", ("ultima", apartado.clave))


def entradas_de(plan: Plan, lugar: Lugar, sin_actividad: Collection[str]) -> Iterator[Entrada]:
    """Lo que pone un lugar y, si es una actividad, sus pasos; al final, su valor."""
    cadena = plan.cadena[lugar.clave]
    if any(cada.clave in sin_actividad for cada in cadena):
        return
    estilo, seccion, hondura = cadena[0].estilo, Origen("lugar", cadena[0].clave), len(cadena)
    del_estilo = (*plan.ruta(cadena[0].clave), "estilo")
    apartados = (*plan.ruta(lugar.clave), "apartados")
    for clase in _ENCABEZADOS[type(lugar)]:
        if patron_de(estilo, clase):
            yield Entrada(clase, seccion, lugar.clave, (*del_estilo, clase), estilo, hondura)
    for apartado in lugar.apartados:
        yield Entrada(apartado, seccion, lugar.clave, (*apartados, apartado.clave), estilo, hondura)
    if isinstance(lugar, Actividad):
        for paso in lugar.pasos:
            yield from entradas_de(plan, paso, sin_actividad)
        if estilo.valor:
            yield Entrada("valor", seccion, lugar.clave, (*del_estilo, "valor"), estilo, hondura)


def _de_componente(plan: Plan, componente: Componente, sin_actividad: Collection[str]) -> Iterator[Entrada]:
    """El componente, entre lo que abre (si es el primero) y lo que cierra (si el último) su departamento."""
    seccion = Origen("lugar", componente.clave)
    depto = plan.departamento.get(componente.departamento)
    ruta = ("departamentos", componente.departamento)
    suyos = tuple(c for c in plan.componentes_de(componente.departamento) if _imprime_algo(c))
    if componente not in suyos:
        return
    if depto and suyos[0] is componente:
        if depto.oficio:
            yield Entrada("oficio", Origen("oficio", depto.clave), "", (*ruta, "oficio"))
        yield from _sueltos(depto.apartados, seccion, componente.clave, (*ruta, "apartados"))
    for lugar in (componente, *componente.actividades):
        yield from entradas_de(plan, lugar, sin_actividad)
    if depto and suyos[-1] is componente:
        yield from _sueltos(depto.al_final, seccion, componente.clave, (*ruta, "al_final"))


def _imprime_algo(componente: Componente) -> bool:
    """Si tiene qué decir: sin actividades, sus puros títulos no se imprimen."""
    return bool(componente.actividades) or any(
        que_imprime(apartado.clase) != "encabezado" for apartado in componente.apartados
    )


def _sueltos(apartados: Iterable[Apartado], seccion: Origen, lugar: str, ruta: Ruta) -> Iterator[Entrada]:
    for apartado in apartados:
        yield Entrada(apartado, seccion, lugar, (*ruta, apartado.clave))


def patron_de(estilo: Estilo, clase: ClaseDeEncabezado) -> str:
    """El patrón con que se dice un encabezado; vacío si no se imprime."""
    match clase:
        case "actividad":
            return estilo.actividad
        case "nombre_actividad":
            return estilo.nombre_actividad
        case "paso":
            return estilo.paso
        case _:
            assert_never(clase)
